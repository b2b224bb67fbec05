/* The bank's own word of what was paid, held against ours. */
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

static struct recon_row *recon_add(struct recon *r, struct arena *a)
{
	r->items = list_grow(a, r->items, r->count, &r->room, sizeof *r->items);
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

bool recon_read(struct store *s, instant since, struct arena *a, struct recon *out,
                struct fault *why)
{
	struct query q = query_of(s, SQL_recon_bank);
	bind_instant(&q, ":since", since);
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
	return query_end(&q, why);
}
