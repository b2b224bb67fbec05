/* An account of the court taken over from the book on paper: one entry, and a payment for each sum
 * in suspense, so that it goes back to its payer like any other. */
#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/text.h"

#include "private.h"

static bool suspense_write(struct store *s, const struct payment *p, const struct booking *b,
                           struct fault *why)
{
	struct query q = query_of(s, SQL_payment_stray);
	bind_text(&q, ":id", p->id);
	bind_text(&q, ":va", "");
	bind_number(&q, ":amount", p->amount);
	bind_instant(&q, ":at", p->at);
	bind_instant(&q, ":arrived", b->at);
	bind_text(&q, ":channel", "");
	bind_text(&q, ":reference", "");
	bind_text(&q, ":source", "awal");
	bind_text(&q, ":note", b->what);
	bind_text(&q, ":bank", p->bank);
	while (query_next(&q))
		continue;
	return query_end(&q, why);
}

/* Its lines, the account at the bank first; back: their mirror. */
static struct posting posting_of(struct store *s, const struct opening *o, const struct booking *b,
                                 bool back, struct arena *a)
{
	struct journal_entry *items = arena_get(a, o->parts.count + 1, sizeof *items);
	rupiah all = 0, sign = back ? -1 : 1;
	for (size_t i = 0; i < o->parts.count; i++) {
		const struct balance *part = &o->parts.items[i];
		items[i + 1] = (struct journal_entry){ part->key, -sign * part->amount, "", "" };
		all += part->amount;
	}
	items[0] = (struct journal_entry){ "bank", sign * all, "", o->bank };
	return (struct posting){ .s = s,
		                 .filing = "",
		                 .on = b->on,
		                 .what = b->what,
		                 .who = b->who,
		                 .at = b->at,
		                 .items = items,
		                 .count = o->parts.count + 1,
		                 .reverses = back ? o->entry : 0 };
}

static bool entry_put(struct store *s, const struct closing *c, struct opening *o, instant at,
                      const struct booking *b, struct arena *a, struct fault *why)
{
	const struct posting p = posting_of(s, o, b, false, a);
	for (size_t i = 0; i < o->parts.count; i++) {
		const struct balance *part = &o->parts.items[i];
		const struct payment held = {
			.id = arena_print(a, "AWAL:%lld:%zu", (long long)c->number, i + 1),
			.amount = part->amount,
			.at = at,
			.bank = o->bank,
		};
		if (text_same(part->key, "suspense") && !suspense_write(s, &held, b, why))
			return false;
	}
	return entry_write_number(&p, &o->entry, why);
}

bool opening_write(struct store *s, const struct closing *c, struct opening *o, instant at,
                   const struct booking *b, struct arena *a, struct fault *why)
{
	o->entry = 0;
	if (o->parts.count > 0 && !entry_put(s, c, o, at, b, a, why))
		return false;
	struct query q = query_of(s, SQL_opening_write);
	bind_number(&q, ":closing", c->number);
	bind_text(&q, ":bank", o->bank);
	bind_known(&q, ":entry", o->entry != 0, o->entry);
	return query_run(&q, why);
}

bool opening_reverse(struct store *s, int64_t closing, const struct opening *o,
                     const struct booking *b, struct arena *a, struct fault *why)
{
	int64_t number;
	if (o->entry == 0)
		return true;
	struct query q = query_of(s, SQL_opening_suspense_end);
	bind_number(&q, ":closing", closing);
	bind_number(&q, ":entry", o->entry);
	bind_text(&q, ":reason", b->what);
	bind_text(&q, ":who", b->who);
	bind_instant(&q, ":at", b->at);
	const struct posting p = posting_of(s, o, b, true, a);
	return query_run(&q, why) && entry_write_number(&p, &number, why);
}

static bool parts_read(struct store *s, struct arena *a, struct opening *out, struct fault *why)
{
	struct query q = query_of(s, SQL_opening_parts);
	bind_number(&q, ":entry", out->entry);
	while (query_next(&q)) {
		struct balances *all = &out->parts;
		all->items = list_grow(a, all->items, all->count, &all->capacity,
		                       sizeof *all->items);
		struct balance *part = &all->items[all->count++];
		part->key = take_text(&q, a);
		part->name = take_text(&q, a);
		part->amount = take_number(&q);
	}
	return query_end(&q, why);
}

bool opening_read(struct store *s, int64_t closing, struct arena *a, struct opening *out,
                  struct fault *why)
{
	struct query q = query_of(s, SQL_opening_one);
	bind_number(&q, ":closing", closing);
	*out = (struct opening){ .bank = "" };
	if (query_next(&q)) {
		out->bank = take_text(&q, a);
		out->entry = take_number(&q);
		out->handed = take_bool(&q);
	}
	return query_end(&q, why) && parts_read(s, a, out, why);
}
