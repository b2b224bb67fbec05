/* Panjar. What is reckoned and how often is the component's `per` and the case type; how much is
 * the tariff in force that day; both are data. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* One reckoning as it goes: the lines so far, and where a hole in the data is met, how to say it.
 */
struct reckoning {
	const struct rulebook *book;
	const struct case_type *type;
	const struct values *pihak;
	struct parties parties;
	day on;
	bool strict;
	struct arena *a;
	struct skum *skum;
	size_t room;
	struct fault *why;
};

static bool in_force(const struct tariff *t, day on)
{
	return t->from <= on && (t->to == DAY_NONE || on <= t->to);
}

static const struct tariff *tariff_find(const struct fees *f, const char *component,
                                        const char *channel, const char *area, day on)
{
	for (size_t i = 0; i < f->tariff_count; i++) {
		const struct tariff *t = &f->tariffs[i];
		if (text_same(t->component, component) && text_same(t->channel, channel) &&
		    text_same(t->area, area) && in_force(t, on))
			return t;
	}
	return NULL;
}

static bool line_add(struct reckoning *r, const struct fee_component *c, const char *label,
                     int64_t times, const struct tariff *t)
{
	if (times == 0)
		return true;
	struct skum_line line = { .component = c->key,
		                  .label = label,
		                  .times = times,
		                  .each = t->amount,
		                  .basis = text_is_empty(t->decree) ? c->source : t->decree };
	if (!money_times(t->amount, times, &line.amount) ||
	    !money_add(r->skum->total, line.amount, &r->skum->total))
		return fault_set(
		    r->why, FAULT_REFUSED,
		    N_("Panjar terlalu besar untuk dihitung pada komponen %1; periksa tarifnya di data/fees.xml"),
		    label);
	r->skum->lines =
	    list_grow(r->a, r->skum->lines, r->skum->line_count, &r->room, sizeof line);
	r->skum->lines[r->skum->line_count++] = line;
	return true;
}

static bool no_tariff(struct reckoning *r, const char *label, const char *area)
{
	if (!r->strict)
		return true;
	return fault_set(
	    r->why, FAULT_REFUSED,
	    N_("%1: belum ada tarif untuk %2; mintalah petugas melengkapi data/fees.xml"), label,
	    text_is_empty(area) ? N_("tanggal ini") : area);
}

/* A component that is counted by the case, by its parties or by their representatives. */
static bool reckon_plain(struct reckoning *r, const struct fee_component *c, int64_t times)
{
	const struct tariff *t = tariff_find(&r->book->fees, c->key, "", "", r->on);
	if (times == 0)
		return true;
	return t == NULL ? no_tariff(r, c->label, "") : line_add(r, c, c->label, times, t);
}

/* What the called one's channel and place are called on paper: "radius II", "elektronik". */
static const char *call_words(const struct reckoning *r, const struct party *p, const char *area)
{
	const struct channel *ch = rulebook_channel(r->book, p->channel);
	if (!text_is_empty(area))
		return arena_print(r->a, "radius %s", area);
	return ch == NULL ? p->channel : ch->name;
}

static bool reckon_call(struct reckoning *r, const struct fee_component *c, const struct party *p)
{
	const char *area = "";
	int calls = text_same(p->side, "p1") ? r->type->calls1 : r->type->calls2;
	if (text_same(p->channel, "jurusita")) {
		const struct village *v =
		    rulebook_village(r->book, values_get(r->pihak, PIHAK, p->row, "desa"));
		area = v == NULL ? "" : v->area;
	}
	const struct tariff *t = tariff_find(&r->book->fees, c->key, p->channel, area, r->on);
	const char *words = call_words(r, p, area);
	const char *label = arena_print(r->a, "%s %s, %s", c->label, p->label, words);
	return t == NULL ? no_tariff(r, label, words) : line_add(r, c, label, calls, t);
}

static bool reckon_calls(struct reckoning *r, const struct fee_component *c)
{
	for (size_t i = 0; i < r->parties.count; i++) {
		if (!reckon_call(r, c, &r->parties.items[i]))
			return false;
	}
	return true;
}

static bool reckon(struct reckoning *r, const struct fee_component *c)
{
	int64_t parties = (int64_t)r->parties.count;
	switch (c->per) {
	case FEE_PER_CASE:
		return reckon_plain(r, c, 1);
	case FEE_PER_PARTY:
		return reckon_plain(r, c, parties);
	case FEE_PER_KUASA:
		return reckon_plain(r, c, values_rows(r->pihak, "kuasa"));
	case FEE_PER_NOTICE:
		return reckon_plain(r, c, r->type->notice ? parties : 0);
	case FEE_PER_CALL:
		return reckon_calls(r, c);
	}
	return true;
}

static bool round_up(struct reckoning *r)
{
	static const struct fee_component rounding = { .key = "pembulatan",
		                                       .label = N_("Pembulatan") };
	rupiah step = r->book->court.round_up;
	rupiah over = step > 1 ? r->skum->total % step : 0;
	if (over == 0)
		return true;
	struct tariff t = { .amount = step - over, .decree = "" };
	return line_add(r, &rounding, rounding.label, 1, &t);
}

bool skum_compute(const struct rulebook *b, const struct panjar_ask *ask, struct arena *a,
                  struct skum *out, struct fault *why)
{
	struct reckoning r = { .book = b,
		               .type = rulebook_type(b, values_of(ask->pihak, "perkara_jenis")),
		               .pihak = ask->pihak,
		               .on = ask->on,
		               .strict = ask->strict,
		               .a = a,
		               .skum = out,
		               .why = why };
	bool prodeo = text_same(values_of(ask->pihak, "prodeo"), "ya");
	*out = (struct skum){ .on = ask->on, .number = "", .bank = "", .by = "" };
	if (r.type == NULL && ask->strict)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Jenis perkara belum dipilih; isi di langkah data pihak"));
	if (r.type == NULL)
		return true;
	parties_read(b, ask->pihak, a, &r.parties);
	for (size_t i = 0; i < b->fees.component_count; i++) {
		const struct fee_component *c = &b->fees.components[i];
		if (prodeo && !c->prodeo)
			continue;
		if (!reckon(&r, c))
			return false;
	}
	return round_up(&r);
}

/* ---- the table itself ---- */

static bool same_subject(const struct tariff *a, const struct tariff *b)
{
	return text_same(a->component, b->component) && text_same(a->channel, b->channel) &&
	       text_same(a->area, b->area);
}

/* The row of the same subject that begins next after `t`, or NULL. */
static const struct tariff *tariff_after(const struct fees *f, const struct tariff *t)
{
	const struct tariff *next = NULL;
	for (size_t i = 0; i < f->tariff_count; i++) {
		const struct tariff *o = &f->tariffs[i];
		bool later = o != t && same_subject(o, t) &&
		             (o->from > t->from || (o->from == t->from && o > t));
		if (later && (next == NULL || o->from < next->from))
			next = o;
	}
	return next;
}

bool fees_check(const struct fees *f, const char *file, struct fault *why)
{
	for (size_t i = 0; i < f->tariff_count; i++) {
		const struct tariff *t = &f->tariffs[i], *next = tariff_after(f, t);
		if (next == NULL || (t->to != DAY_NONE && next->from == t->to + 1))
			continue;
		bool overlap = t->to == DAY_NONE || next->from <= t->to;
		char rows[64];
		snprintf(rows, sizeof rows, "%d / %d", t->line, next->line);
		return fault_set(
		    why, FAULT_MISUSE,
		    overlap
		        ? N_("%1: tarif %2 tumpang tindih pada baris %3; ubah masa berlakunya")
		        : N_("%1: tarif %2 berlubang di antara baris %3; sambung masa berlakunya"),
		    file, t->component, rows);
	}
	return true;
}
