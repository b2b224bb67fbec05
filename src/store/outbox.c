/* The outbox: leasing, retrying and closing messages; the state of bank and SIPP. */
#include "loket/store/outbox.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* A clock that is told to the second over a network: what moves less is not written. */
enum { CLOCK_STEP = 30000 };

enum { UNFINISHED_SHOWN = 1000 };

/* ---- leases ---- */

static bool due_now(struct store *s, const struct lease *l, int64_t *number, struct fault *why)
{
	struct query q = query_of(s, SQL_outbox_due);
	bind_instant(&q, ":now", l->now);
	bind_text(&q, ":without", l->without ? l->without : "");
	*number = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why);
}

/* Inside a transaction: it is still due; leases it. */
static bool take_due(struct store *s, const struct lease *l, int64_t *number, struct fault *why)
{
	if (!due_now(s, l, number, why))
		return false;
	if (*number == 0)
		return true;
	struct query q = query_of(s, SQL_outbox_take);
	bind_number(&q, ":number", *number);
	bind_text(&q, ":worker", l->worker);
	bind_instant(&q, ":until", l->until);
	return query_run(&q, why);
}

static bool take_row(struct query *q, struct arena *a, struct outbox_row *out, struct fault *why)
{
	out->number = take_number(q);
	out->filing = take_id(q);
	out->to = take_text(q, a);
	out->kind = take_text(q, a);
	out->key = take_text(q, a);
	out->state = take_text(q, a);
	bool good = body_read(take_text(q, a), a, &out->body, why);
	out->tries = take_int(q);
	out->made = take_instant(q);
	out->due = take_instant(q);
	out->error = take_text(q, a);
	out->title = take_text(q, a);
	return good;
}

static bool read_one(struct store *s, int64_t number, struct arena *a, struct outbox_row *out,
                     struct fault *why)
{
	struct query q = query_of(s, SQL_outbox_one);
	bind_number(&q, ":number", number);
	bool good = !query_next(&q) || take_row(&q, a, out, why);
	return query_end(&q, good ? why : NULL) && good;
}

bool outbox_lease(struct store *s, const struct lease *l, struct arena *a, struct outbox_row *out,
                  struct fault *why)
{
	*out = (struct outbox_row){ .number = 0 };
	int64_t number;
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	if (!write_leave(s, own, take_due(s, l, &number, why), why))
		return false;
	return number == 0 || read_one(s, number, a, out, why);
}

bool outbox_cancel(struct store *s, int64_t number, const char *said, struct arena *a,
                   struct outbox_row *m, struct fault *why)
{
	struct query q = query_of(s, SQL_outbox_cancel);
	bind_number(&q, ":number", number);
	bind_text(&q, ":said", said);
	bool cancelled = query_next(&q);
	if (!query_end(&q, why))
		return false;
	return cancelled ? read_one(s, number, a, m, why)
	                 : fault_set(why, FAULT_REFUSED,
	                             N_("Pesan ini sudah selesai atau sedang dikirim; muat ulang"));
}

/* Changes one row, in a transaction of its own if none is open. */
static bool change_alone(struct query *q, bool own, struct fault *why)
{
	return write_leave(q->s, own, query_run(q, why), why);
}

bool outbox_again(struct store *s, int64_t number, instant due, const char *error,
                  struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_outbox_again);
	bind_number(&q, ":number", number);
	bind_instant(&q, ":due", due);
	bind_text(&q, ":error", error);
	return change_alone(&q, own, why);
}

bool outbox_close(struct store *s, int64_t number, bool dead, const char *error, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_outbox_close);
	bind_number(&q, ":number", number);
	bind_text(&q, ":state", dead ? "dead" : "done");
	bind_text(&q, ":error", error);
	return change_alone(&q, own, why);
}

bool outbox_reclaim(struct store *s, instant now, instant settled, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_outbox_reclaim);
	bind_instant(&q, ":now", now);
	bind_instant(&q, ":settled", settled);
	return change_alone(&q, own, why);
}

bool outbox_retry(struct store *s, int64_t number, instant now, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_outbox_retry);
	bind_number(&q, ":number", number);
	bind_instant(&q, ":now", now);
	return change_alone(&q, own, why);
}

/* ---- reading ---- */

bool letter_taken_last(struct store *s, instant *out, struct fault *why)
{
	struct query q = query_of(s, SQL_letter_taken_last);
	*out = query_next(&q) ? take_instant(&q) : INSTANT_NONE;
	return query_end(&q, why);
}

bool outbox_read(struct store *s, const struct id *filing, struct arena *a, struct outbox_list *out,
                 struct fault *why)
{
	*out = (struct outbox_list){ 0 };
	struct query q = query_of(s, filing == NULL ? SQL_outbox_unfinished : SQL_outbox_of_filing);
	if (filing == NULL)
		bind_number(&q, ":most", UNFINISHED_SHOWN);
	else
		bind_text(&q, ":filing", filing->text);
	bool good = true;
	while (good && query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		good = take_row(&q, a, &out->items[out->count++], why);
	}
	return query_end(&q, good ? why : NULL) && good;
}

instant outbox_next_due(struct store *s, instant now, const char *without)
{
	struct query q = query_of(s, SQL_outbox_next_due);
	bind_text(&q, ":without", without ? without : "");
	instant due = query_next(&q) ? take_instant(&q) : INSTANT_NONE;
	/* a database that cannot be read is tried again soon, not never */
	return query_end(&q, NULL) ? due : now;
}

/* ---- bank and SIPP ---- */

static bool is_step(int64_t one, int64_t other)
{
	return one - other >= CLOCK_STEP || other - one >= CLOCK_STEP;
}

bool clock_keep(struct store *s, const char *name, instant theirs, instant now,
                const struct uptime *up, struct fault *why)
{
	bool own, known = false;
	struct arena a = arena_start(4 * KIB);
	struct query q = query_of(s, SQL_clock_read);
	bind_text(&q, ":name", name);
	if (query_next(&q)) {
		known = !is_step(take_number(&q), theirs - now);
		known = text_same(take_text(&q, &a), up->boot) && known;
		known = !is_step(take_number(&q), theirs - up->ran) && known;
	}
	arena_drop(&a);
	if (!query_end(&q, why))
		return false;
	if (known)
		return true;
	if (!write_enter(s, &own, why))
		return false;
	q = query_of(s, SQL_clock_write);
	bind_text(&q, ":name", name);
	bind_number(&q, ":apart", theirs - now);
	bind_instant(&q, ":now", now);
	bind_text(&q, ":boot", up->boot);
	bind_number(&q, ":booted", theirs - up->ran);
	return write_leave(s, own, query_run(&q, why), why);
}

bool clock_farthest(struct store *s, instant now, const struct uptime *up, struct arena *a,
                    struct partner_clock *out, struct fault *why)
{
	*out = (struct partner_clock){ .name = "", .measured = INSTANT_NONE };
	struct query q = query_of(s, SQL_clock_farthest);
	bind_text(&q, ":boot", up->boot);
	bind_number(&q, ":ran", up->ran);
	bind_number(&q, ":now", now);
	if (query_next(&q)) {
		out->name = take_text(&q, a);
		out->apart = take_number(&q);
		out->measured = take_instant(&q);
	}
	return query_end(&q, why);
}

bool link_write(struct store *s, const char *name, bool up, instant at, const char *error,
                struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	struct query q = query_of(s, SQL_link_read);
	bind_text(&q, ":name", name);
	bool same = false;
	if (query_next(&q)) {
		bool was_up = take_bool(&q);
		take_instant(&q);
		same = was_up == up && text_same(take_text(&q, &a), error == NULL ? "" : error);
	}
	bool good = query_end(&q, why);
	arena_drop(&a);
	bool own;
	if (!good || same)
		return good;
	if (!write_enter(s, &own, why))
		return false;
	q = query_of(s, SQL_link_write);
	bind_text(&q, ":name", name);
	bind_number(&q, ":up", up);
	bind_instant(&q, ":at", at);
	bind_text(&q, ":error", error);
	return change_alone(&q, own, why);
}
