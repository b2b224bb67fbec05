/* What lines at the bank are, as people explained them. That two people stand behind what only a
 * file says and behind money that goes out, and that an entry explains one line, is in the schema
 * too. */
#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/store/statement.h"
#include "loket/text.h"

#include "private.h"

static const char *const kinds[] = {
	[EXPLAINS_PAYMENT] = "akui",  [EXPLAINS_ENTRY] = "cocok",     [EXPLAINS_COST] = "biaya",
	[EXPLAINS_INTEREST] = "giro", [EXPLAINS_TRANSFER] = "pindah", [EXPLAINS_PAPER] = "lama"
};
static const char *const states[] = { [EXPLANATION_NONE] = "ditolak",
	                              [EXPLANATION_WAITS] = "menunggu",
	                              [EXPLANATION_STANDS] = "sah" };

static int place_of(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++) {
		if (text_same(words[i], word))
			return (int)i;
	}
	return 0;
}

void take_explanation(struct query *q, struct arena *a, struct explanation *x)
{
	x->number = take_number_or(q, 0);
	x->kind = (enum explanation_kind)place_of(kinds, COUNT_OF(kinds), take_text(q, a));
	x->state = (enum explanation_state)place_of(states, COUNT_OF(states), take_text(q, a));
	x->entry = take_number_or(q, 0);
	x->other = take_text(q, a);
	x->reason = take_text(q, a);
	x->who = take_text(q, a);
	x->name = take_text(q, a);
	x->second = take_text(q, a);
}

bool explanation_find(struct store *s, const char *bank, const char *key, struct arena *a,
                      struct explanation *out, struct fault *why)
{
	struct query q = query_of(s, SQL_explanation_one);
	bind_text(&q, ":bank", bank);
	bind_text(&q, ":key", key);
	*out =
	    (struct explanation){ .other = "", .reason = "", .who = "", .name = "", .second = "" };
	if (query_next(&q))
		take_explanation(&q, a, out);
	return query_end(&q, why);
}

bool explanation_write(struct store *s, const char *bank, const char *key,
                       const struct explanation *x, instant at, struct fault *why)
{
	struct query q = query_of(s, SQL_explanation_write);
	bind_text(&q, ":bank", bank);
	bind_text(&q, ":key", key);
	bind_text(&q, ":kind", kinds[x->kind]);
	bind_text(&q, ":state", states[x->state]);
	bind_known(&q, ":entry", x->entry != 0, x->entry);
	bind_text(&q, ":other", x->other);
	bind_text(&q, ":reason", x->reason);
	bind_text(&q, ":who", x->who);
	bind_instant(&q, ":at", at);
	return query_run(&q, why);
}

bool explanation_turn(struct store *s, const struct explanation *x, const struct booking *by,
                      struct fault *why)
{
	struct query q = query_of(s, SQL_explanation_turn);
	bind_number(&q, ":number", x->number);
	bind_text(&q, ":state", states[x->state]);
	bind_known(&q, ":entry", x->entry != 0, x->entry);
	bind_text(&q, ":who", by->who);
	bind_instant(&q, ":at", by->at);
	return query_run(&q, why);
}

bool candidates_read(struct store *s, const char *bank, const char *key, const day window[2],
                     struct arena *a, struct candidate_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_explanation_candidates);
	bind_text(&q, ":bank", bank);
	bind_text(&q, ":key", key);
	bind_day(&q, ":first", window[0]);
	bind_day(&q, ":last", window[1]);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct candidate_row *row = &out->items[out->count++];
		row->entry = take_number(&q);
		row->posted = take_day(&q);
		row->what = take_text(&q, a);
		row->reg = take_text(&q, a);
		row->named = take_bool(&q);
	}
	return query_end(&q, why);
}

/* ---- what the bank did with the account itself ---- */

bool bank_movement_write(struct store *s, const struct bank_movement *m, const struct booking *b,
                         int64_t *entry, struct fault *why)
{
	const struct journal_entry items[] = {
		{ m->account, -m->amount, "", m->other },
		{ "bank", m->amount, "", m->bank },
	};
	return entry_write_number(&(struct posting){ .s = s,
	                                             .filing = "",
	                                             .on = b->on,
	                                             .what = b->what,
	                                             .who = b->who,
	                                             .at = b->at,
	                                             .items = items,
	                                             .count = COUNT_OF(items) },
	                          entry, why);
}

/* ---- balances ---- */

bool sheets_read(struct store *s, struct arena *a, struct sheet_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_sheets);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct sheet_row *row = &out->items[out->count++];
		row->bank = take_text(&q, a);
		row->name = take_text(&q, a);
		row->since = take_instant(&q);
		row->until = take_instant(&q);
		row->opening = take_number(&q);
		row->closing = take_number(&q);
		row->total = take_number(&q);
		row->before = take_number_or(&q, row->opening);
	}
	return query_end(&q, why);
}

bool balance_told(struct store *s, const char *bank, instant end, rupiah *out, bool *known,
                  struct fault *why)
{
	struct query q = query_of(s, SQL_balance_told);
	bind_text(&q, ":bank", bank);
	bind_instant(&q, ":end", end);
	*known = query_next(&q);
	*out = *known ? take_number(&q) : 0;
	return query_end(&q, why);
}
