/* The bank's notices of payments, and what they were answered. */
#include "loket/store/notice.h"

#include "private.h"

bool notice_find(struct store *s, const char *bank, const char *payment, struct arena *a,
                 struct notice *out, struct fault *why)
{
	struct query q = query_of(s, SQL_notice_find);
	bind_text(&q, ":bank", bank);
	bind_text(&q, ":payment", payment);
	*out = (struct notice){ .bank = NULL };
	if (query_next(&q)) {
		out->bank = take_text(&q, a);
		out->payment = take_text(&q, a);
		out->account = take_text(&q, a);
		out->amount = take_number(&q);
		out->verdict = take_text(&q, a);
		out->status = take_int(&q);
		out->body = take_text(&q, a);
		out->at = take_instant(&q);
	}
	return query_end(&q, why);
}

bool notice_write(struct store *s, const struct notice *n, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_notice_write);
	bind_text(&q, ":bank", n->bank);
	bind_text(&q, ":payment", n->payment);
	bind_text(&q, ":account", n->account);
	bind_number(&q, ":amount", n->amount);
	bind_text(&q, ":verdict", n->verdict);
	bind_number(&q, ":status", n->status);
	bind_text(&q, ":body", n->body);
	bind_instant(&q, ":at", n->at);
	return write_leave(s, own, query_run(&q, why), why);
}

static struct query id_query(struct store *s, enum sql which, const struct notice_id *id)
{
	struct query q = query_of(s, which);
	bind_text(&q, ":bank", id->bank);
	bind_text(&q, ":service", id->service);
	bind_day(&q, ":day", id->on);
	bind_text(&q, ":id", id->id);
	return q;
}

bool notice_id_find(struct store *s, const struct notice_id *id, struct arena *a,
                    const char **payment, struct fault *why)
{
	struct query q = id_query(s, SQL_notice_id_find, id);
	*payment = query_next(&q) ? take_text(&q, a) : NULL;
	return query_end(&q, why);
}

bool notice_id_write(struct store *s, const struct notice_id *id, const char *payment, instant at,
                     struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = id_query(s, SQL_notice_id_write, id);
	bind_text(&q, ":payment", payment);
	bind_instant(&q, ":at", at);
	return write_leave(s, own, query_run(&q, why), why);
}
