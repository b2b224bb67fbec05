/* The bank's own word of what was paid, held against ours. */
#include "loket/store/statement.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static bool write_line(struct store *s, const char *bank, const struct statement_line *l,
                       instant now, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_write);
	bind_text(&q, ":bank", bank);
	bind_text(&q, ":key", text_is_empty(l->reference) ? l->payment : l->reference);
	bind_text(&q, ":payment", l->payment);
	bind_text(&q, ":reference", l->reference);
	bind_text(&q, ":va", l->va_digits);
	bind_text(&q, ":trx", l->trx);
	bind_number(&q, ":amount", l->amount);
	bind_instant(&q, ":at", l->at);
	bind_instant(&q, ":now", now);
	return query_run(&q, why);
}

bool statement_write(struct store *s, const struct statement *st, instant since, instant until,
                     instant now, struct fault *why)
{
	for (size_t i = 0; i < st->count; i++) {
		if (!write_line(s, st->bank, &st->items[i], now, why))
			return false;
	}
	struct query q = query_of(s, SQL_statement_span_write);
	bind_text(&q, ":bank", st->bank);
	bind_instant(&q, ":since", since);
	bind_instant(&q, ":until", until);
	bind_instant(&q, ":until", until < now ? until : now);
	bind_instant(&q, ":now", now);
	return query_run(&q, why);
}

bool statement_find(struct store *s, const char *bank, const char *key, struct arena *a,
                    struct statement_line *out, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_one);
	bind_text(&q, ":bank", bank);
	bind_text(&q, ":key", key);
	*out = (struct statement_line){ .payment = NULL };
	if (query_next(&q)) {
		out->payment = take_text(&q, a);
		out->reference = take_text(&q, a);
		out->va_digits = take_text(&q, a);
		out->trx = take_text(&q, a);
		out->amount = take_number(&q);
		out->at = take_instant(&q);
	}
	return query_end(&q, why);
}

bool statement_told(struct store *s, const char *bank, instant *out, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_told);
	bind_text(&q, ":bank", bank);
	*out = query_next(&q) ? take_instant(&q) : INSTANT_NONE;
	return query_end(&q, why);
}

/* ---- asked for by a person ---- */

static const char *const ask_words[] = {
	[ASK_WAITS] = "asked", [ASK_TOLD] = "told", [ASK_REFUSED] = "refused"
};

bool statement_ask_write(struct store *s, const struct statement_ask *ask, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_ask_write);
	bind_text(&q, ":bank", ask->bank);
	bind_day(&q, ":first", ask->days.first);
	bind_day(&q, ":last", ask->days.last);
	bind_text(&q, ":who", ask->who);
	bind_instant(&q, ":at", ask->at);
	return query_run(&q, why);
}

static void take_ask(struct query *q, struct arena *a, struct statement_ask *out)
{
	out->bank = take_text(q, a);
	out->days.first = take_day(q);
	out->days.last = take_day(q);
	out->next = take_day(q);
	out->who = take_text(q, a);
	out->at = take_instant(q);
	const char *state = take_text(q, a);
	for (size_t i = 0; i < COUNT_OF(ask_words); i++) {
		if (text_same(ask_words[i], state))
			out->state = (enum ask_state)i;
	}
	out->tries = take_int(q);
	out->due = take_instant(q);
	out->said = take_text(q, a);
}

bool statement_ask_due(struct store *s, instant now, struct arena *a, struct statement_ask *out,
                       struct fault *why)
{
	struct query q = query_of(s, SQL_statement_ask_due);
	bind_instant(&q, ":now", now);
	*out = (struct statement_ask){ .bank = NULL };
	if (query_next(&q))
		take_ask(&q, a, out);
	return query_end(&q, why);
}

bool statement_ask_turn(struct store *s, const struct statement_ask *ask, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_statement_ask_turn);
	bind_text(&q, ":bank", ask->bank);
	bind_instant(&q, ":at", ask->at);
	bind_text(&q, ":state", ask_words[ask->state]);
	bind_day(&q, ":next", ask->next);
	bind_number(&q, ":tries", ask->tries);
	bind_instant(&q, ":due", ask->due);
	bind_text(&q, ":said", ask->said);
	return write_leave(s, own, query_run(&q, why), why);
}

static bool asks_read(struct store *s, struct arena *a, struct ask_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_statement_asks);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_ask(&q, a, &out->items[out->count++]);
	}
	return query_end(&q, why);
}

/* ---- both sides ---- */

static struct recon_row *recon_add(struct recon *r, struct arena *a)
{
	r->items = list_grow(a, r->items, r->count, &r->capacity, sizeof *r->items);
	return &r->items[r->count++];
}

static void recon_count(struct recon *r, const struct recon_row *row)
{
	r->rows[row->side]++;
	r->sums[row->side] += row->amount;
}

static void take_ours(struct query *q, struct arena *a, struct recon_row *row)
{
	row->payment = take_text(q, a);
	row->filing = take_id(q);
	row->reg = take_text(q, a);
	row->title = take_text(q, a);
}

bool recon_read(struct store *s, instant since, instant until, struct arena *a, struct recon *out,
                struct fault *why)
{
	struct query q = query_of(s, SQL_recon_bank);
	bind_instant(&q, ":since", since);
	bind_instant(&q, ":until", until);
	while (query_next(&q)) {
		struct recon_row *row = recon_add(out, a);
		row->bank = take_text(&q, a);
		row->key = take_text(&q, a);
		row->va = take_text(&q, a);
		row->reference = take_text(&q, a);
		row->amount = take_number(&q);
		row->at = take_instant(&q);
		take_ours(&q, a, row);
		row->side = text_is_empty(row->payment) ? RECON_BANK : RECON_BOTH;
		recon_count(out, row);
	}
	if (!query_end(&q, why))
		return false;
	q = query_of(s, SQL_recon_here);
	bind_instant(&q, ":since", since);
	bind_instant(&q, ":until", until);
	while (query_next(&q)) {
		struct recon_row *row = recon_add(out, a);
		row->side = RECON_HERE;
		row->bank = take_text(&q, a);
		row->va = take_text(&q, a);
		row->reference = take_text(&q, a);
		row->amount = take_number(&q);
		row->at = take_instant(&q);
		row->key = "";
		take_ours(&q, a, row);
		recon_count(out, row);
	}
	return query_end(&q, why) && asks_read(s, a, &out->asks, why);
}
