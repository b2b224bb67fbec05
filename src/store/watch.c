/* What the worker watches: virtual accounts that can be paid, one after the other, and how far it
 * has read what changed in SIPP. */
#include "loket/store/outbox.h"

#include "private.h"

static void take_va(struct query *q, struct arena *a, struct va *out, struct id *filing)
{
	*filing = take_id(q);
	out->trx = take_text(q, a);
	out->customer_no = take_text(q, a);
	out->number = take_text(q, a);
	out->bank = take_text(q, a);
	out->amount = take_number(q);
	out->expires = take_instant(q);
}

bool va_by_customer(struct store *s, const char *customer, struct arena *a, struct va *out,
                    struct id *filing, struct fault *why)
{
	struct query q = query_of(s, SQL_va_by_customer);
	bind_text(&q, ":customer", customer);
	*out = (struct va){ .trx = "" };
	if (query_next(&q)) {
		take_va(&q, a, out, filing);
		out->state = va_state_of(take_text(&q, a));
	}
	return query_end(&q, why);
}

bool va_live_after(struct store *s, const char *after, struct arena *a, struct va *out,
                   struct id *filing, struct fault *why)
{
	struct query q = query_of(s, SQL_va_live_after);
	bind_text(&q, ":after", after);
	*out = (struct va){ .trx = "" };
	if (query_next(&q)) {
		take_va(&q, a, out, filing);
		out->state = VA_LIVE;
	}
	return query_end(&q, why);
}

bool sync_mark_read(struct store *s, struct arena *a, const char **mark, struct fault *why)
{
	struct query q = query_of(s, SQL_sync_mark);
	*mark = query_next(&q) ? take_text(&q, a) : "";
	return query_end(&q, why);
}

bool sync_mark_write(struct store *s, const char *mark, instant at, struct fault *why)
{
	bool own, good = write_enter(s, &own, why);
	if (!good)
		return false;
	struct query q = query_of(s, SQL_sync_mark_write);
	bind_text(&q, ":mark", mark);
	bind_instant(&q, ":at", at);
	return write_leave(s, own, query_run(&q, why), why);
}
