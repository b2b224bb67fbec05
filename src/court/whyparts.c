/* The parts of a why, as the files of the court that tell of one add them, and as people read
 * them. */
#include "whyparts.h"

#include "loket/list.h"
#include "loket/text.h"

struct why *why_begin(struct why_telling *t, const char *key, const char *title)
{
	struct arena *a = t->ask->a;
	t->out->items = list_grow(a, t->out->items, t->out->count, &t->out->capacity,
	                          sizeof *t->out->items);
	t->one = &t->out->items[t->out->count++];
	*t->one = (struct why){ .key = arena_text(a, key),
		                .title = arena_text(a, title),
		                .on = DAY_NONE,
		                .words = "" };
	return t->one;
}

static struct why_row *row_add(struct why_telling *t, const struct why_row *row)
{
	struct why *one = t->one;
	struct arena *a = t->ask->a;
	one->rows = list_grow(a, one->rows, one->count, &one->capacity, sizeof *one->rows);
	struct why_row *to = &one->rows[one->count++];
	*to = *row;
	to->what = arena_text(a, row->what);
	to->basis = arena_text(a, row->basis == NULL ? "" : row->basis);
	return to;
}

void why_words(struct why_telling *t, int depth, const char *what, const char *basis)
{
	row_add(t, &(struct why_row){ .depth = depth, .what = what, .basis = basis });
}

void why_count(struct why_telling *t, int depth, int64_t times, const char *what, const char *basis)
{
	row_add(t, &(struct why_row){ .kind = WHY_COUNT,
	                              .depth = depth,
	                              .what = what,
	                              .times = times,
	                              .basis = basis });
}

void why_money(struct why_telling *t, int depth, const struct why_row *row)
{
	struct why_row *to = row_add(t, row);
	to->kind = WHY_MONEY;
	to->depth = depth;
}

void why_day(struct why_telling *t, int depth, day on, const char *what, const char *basis)
{
	row_add(t, &(struct why_row){
	               .kind = WHY_DAY, .depth = depth, .on = on, .what = what, .basis = basis });
}

void why_days(struct why_telling *t, int depth, const struct day_counts *days)
{
	for (size_t i = 0; i < days->count; i++) {
		const struct day_count *d = &days->items[i];
		row_add(t, &(struct why_row){ .kind = WHY_DAY,
		                              .depth = depth,
		                              .on = d->on,
		                              .times = d->nth,
		                              .what = d->why });
	}
}

const char *why_channel_name(const struct why_telling *t, const char *key)
{
	const struct channel *ch = rulebook_channel(t->ask->book, key);
	return ch == NULL ? key : ch->name;
}

void why_channel(struct why_telling *t, int depth, const struct values *pihak, int row)
{
	const struct rulebook *b = t->ask->book;
	const char *chosen = values_get(pihak, PIHAK, row, "kanal"),
	           *reason = values_get(pihak, PIHAK, row, "alasan_kanal");
	const struct channel_rule *rule = summons_channel_rule(b, t->ask->filing, pihak, row);
	const char *key = text_is_empty(chosen) ? rule->channel : chosen;
	const struct channel *ch = rulebook_channel(b, key);
	const char *why = text_same(key, rule->channel) ? rule->why
	                  : text_is_empty(reason)       ? N_("dipilih di langkah data pihak")
	                                                : reason;
	why_words(t, depth, say(t->ask->a, N_("kanal %1: %2"), why_channel_name(t, key), why),
	          ch == NULL ? "" : ch->source);
}

/* ---- as people read it ---- */

static const char *day_said(day on, struct arena *a)
{
	char shown[16];
	day_show(on, shown, sizeof shown);
	return arena_print(a, "%s %s", day_weekday_name(on), shown);
}

const char *why_row_value(const struct why_row *r, struct arena *a)
{
	switch (r->kind) {
	case WHY_MONEY:
		return r->times == 0
		           ? rupiah_text(r->amount, a)
		           : arena_print(a, "%lld × %s = %s", (long long)r->times,
		                         rupiah_text(r->each, a), rupiah_text(r->amount, a));
	case WHY_COUNT:
		return number_text(r->times, a);
	case WHY_DAY:
		return r->times == 0
		           ? day_said(r->on, a)
		           : arena_print(a, "%s  %lld", day_said(r->on, a), (long long)r->times);
	case WHY_WORDS:
		break;
	}
	return "";
}

const char *why_value(const struct why *w, struct arena *a)
{
	return w->kind == WHY_MONEY ? rupiah_text(w->amount, a)
	       : w->kind == WHY_DAY ? day_said(w->on, a)
	                            : w->words;
}
