/* The kasir's lists: suspense, the journal page of a case. */
#include "loket/store/money.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { SUSPENSE_SHOWN = 1000 };

/* ---- suspense ---- */

static void take_suspense(struct query *q, struct arena *a, struct suspense_row *r)
{
	r->id = take_text(q, a);
	r->filing = take_id(q);
	r->va = take_text(q, a);
	r->amount = take_number(q);
	r->at = take_instant(q);
	r->arrived = take_instant(q);
	r->channel = take_text(q, a);
	r->reference = take_text(q, a);
	r->note = take_text(q, a);
	r->reg = take_text(q, a);
	r->title = take_text(q, a);
}

bool suspense_read(struct store *s, struct arena *a, struct suspense_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_suspense_open);
	bind_number(&q, ":most", SUSPENSE_SHOWN);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_suspense(&q, a, &out->items[out->count++]);
	}
	return query_end(&q, why);
}

bool suspense_find(struct store *s, const char *id, struct arena *a, struct suspense_row *out,
                   bool *found, struct fault *why)
{
	struct query q = query_of(s, SQL_suspense_one);
	bind_text(&q, ":id", id);
	*found = query_next(&q);
	if (*found)
		take_suspense(&q, a, out);
	return query_end(&q, why);
}

static bool book_stray(struct store *s, const char *what, rupiah in, const struct booking *b,
                       struct fault *why)
{
	const struct journal_entry items[] = { { "bank", in, "" }, { "suspense", -in, "" } };
	return entry_write(&(struct posting){ s, "", b->on, what, b->who, b->at, items,
	                                      COUNT_OF(items) },
	                   why);
}

bool stray_write(struct store *s, const struct payment *p, const struct booking *b,
                 struct fault *why)
{
	struct query q = query_of(s, SQL_payment_stray);
	bind_text(&q, ":id", p->id);
	bind_text(&q, ":va", p->trx);
	bind_number(&q, ":amount", p->amount);
	bind_instant(&q, ":at", p->at);
	bind_instant(&q, ":arrived", b->at);
	bind_text(&q, ":channel", p->channel);
	bind_text(&q, ":reference", p->reference);
	bind_text(&q, ":source", p->source);
	bind_text(&q, ":note", p->note);
	bool fresh = query_next(&q);
	return query_end(&q, why) && (!fresh || book_stray(s, p->note, p->amount, b, why));
}

bool stray_return(struct store *s, const char *id, const char *reason, const struct booking *b,
                  struct fault *why)
{
	struct query q = query_of(s, SQL_payment_return);
	bind_text(&q, ":id", id);
	bind_text(&q, ":reason", reason);
	bind_text(&q, ":who", b->who);
	bind_instant(&q, ":at", b->at);
	rupiah amount = query_next(&q) ? take_number(&q) : 0;
	if (!query_end(&q, why))
		return false;
	if (amount == 0)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Titipan %1 sudah diputus, atau milik sebuah pendaftaran"), id);
	return book_stray(s, reason, -amount, b, why);
}

/* ---- the journal ---- */

bool journal_page_read(struct store *s, const struct id *filing, struct arena *a,
                       struct journal_page *out, struct fault *why)
{
	rupiah left = 0;
	struct query q = query_of(s, SQL_journal_page);
	bind_text(&q, ":filing", filing->text);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct journal_row *r = &out->items[out->count++];
		*r = (struct journal_row){ .number = take_number(&q) };
		r->posted = take_day(&q);
		r->what = take_text(&q, a);
		r->who = take_text(&q, a);
		rupiah change = take_number(&q);
		*(change > 0 ? &r->in : &r->out) = change > 0 ? change : -change;
		r->left = left += change;
		r->category = take_text(&q, a);
	}
	return query_end(&q, why);
}

bool balances_read(struct store *s, day last, struct arena *a, struct balances *out,
                   struct fault *why)
{
	struct query q = query_of(s, SQL_account_balances);
	bind_day(&q, ":last", last);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct balance *b = &out->items[out->count++];
		b->key = take_text(&q, a);
		b->name = take_text(&q, a);
		b->amount = take_number(&q);
	}
	return query_end(&q, why);
}
