/* Panjar. How often a component counts is its `per` and the case type; its amount is the tariff in
 * force that day; both are data. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* One computation: the lines so far, and what to report where a tariff is missing. */
struct reckoning {
	const struct rulebook *book;
	const struct case_type *type;
	const struct values *pihak;
	const struct filing *filing; /* NULL: none yet */
	struct parties parties;
	int64_t sheets;
	day on;
	bool strict;
	struct arena *a;
	struct skum *skum;
	size_t capacity;
	struct fault *why;
	/* What the next line counts, as it is found. */
	struct fee_count *counts;
	size_t count_count, count_capacity;
	int called; /* the row of the party it calls */
};

/* ---- what a line counts ---- */

static void count_add(struct reckoning *r, int64_t times, const char *what, const char *basis)
{
	if (times == 0)
		return;
	r->counts = list_grow(r->a, r->counts, r->count_count, &r->count_capacity,
	                      sizeof *r->counts);
	r->counts[r->count_count++] = (struct fee_count){ times, what, basis };
}

static int64_t counted(const struct reckoning *r)
{
	int64_t sum = 0;
	for (size_t i = 0; i < r->count_count; i++)
		sum += r->counts[i].times;
	return sum;
}

static void counts_end(struct reckoning *r)
{
	r->counts = NULL;
	r->count_count = r->count_capacity = 0;
	r->called = 0;
}

static bool in_force(const struct tariff *t, day on)
{
	return t->from <= on && (t->to == DAY_NONE || on <= t->to);
}

/* A tariff applies to what it names; what it does not name is unrestricted. */
static bool fits(const char *named, const char *is)
{
	return text_is_empty(named) || text_same(named, is);
}

/* How specific a tariff is, in the order of rulebook.h; -1: it does not apply. */
static int says(const struct tariff_subject *t, const struct tariff_subject *of)
{
	if (!text_same(t->channel, of->channel) || !fits(t->village, of->village) ||
	    !fits(t->area, of->area) || !fits(t->type, of->type) || !fits(t->alur, of->alur))
		return -1;
	return !text_is_empty(t->village) * 8 + !text_is_empty(t->area) * 4 +
	       !text_is_empty(t->type) * 2 + !text_is_empty(t->alur);
}

static const struct tariff *tariff_find(const struct fees *f, const struct fee_component *c,
                                        const struct tariff_subject *of, day on)
{
	const char *component = text_is_empty(c->tariff) ? c->key : c->tariff;
	const struct tariff *best = NULL;
	int most = -1;
	for (size_t i = 0; i < f->tariff_count; i++) {
		const struct tariff *t = &f->tariffs[i];
		if (!text_same(t->component, component) || !in_force(t, on))
			continue;
		int now = says(&t->subject, of);
		if (now > most) {
			most = now;
			best = t;
		}
	}
	return best;
}

/* What was counted becomes a line. */
static bool line_add(struct reckoning *r, const struct fee_component *c, const char *label,
                     const struct tariff *t)
{
	int64_t times = counted(r);
	if (times == 0)
		return true;
	struct skum_line line = { .component = c->key,
		                  .label = label,
		                  .times = times,
		                  .each = t->amount,
		                  .basis = text_is_empty(t->decree) ? c->source : t->decree,
		                  .counts = r->counts,
		                  .count_count = r->count_count,
		                  .tariff = text_is_empty(t->component) ? NULL : t,
		                  .party = r->called };
	counts_end(r);
	if (!money_times(t->amount, times, &line.amount) ||
	    !money_add(r->skum->total, line.amount, &r->skum->total))
		return fault_set(
		    r->why, FAULT_REFUSED,
		    N_("Panjar terlalu besar untuk dihitung pada komponen %1; periksa tarifnya di data/fees/"),
		    label);
	r->skum->lines = list_grow(r->a, r->skum->lines, r->skum->line_count, &r->capacity,
	                           sizeof line);
	r->skum->lines[r->skum->line_count++] = line;
	return true;
}

static bool no_tariff(struct reckoning *r, const char *label, const char *area)
{
	if (!r->strict)
		return true;
	return fault_set(r->why, FAULT_REFUSED,
	                 N_("%1: belum ada tarif untuk %2; mintalah petugas melengkapi data/fees/"),
	                 label, text_is_empty(area) ? N_("tanggal ini") : area);
}

/* Of this case, without a channel and a place. */
static struct tariff_subject subject_of(const struct reckoning *r)
{
	return (struct tariff_subject){ .channel = "",
		                        .village = "",
		                        .area = "",
		                        .type = r->type->id,
		                        .alur = values_of(r->pihak, "alur") };
}

/* A component that does not depend on channel and place, as often as was counted. */
static bool reckon_plain(struct reckoning *r, const struct fee_component *c)
{
	const struct tariff_subject of = subject_of(r);
	const struct tariff *t = tariff_find(&r->book->fees, c, &of, r->on);
	if (counted(r) == 0)
		return true;
	return t == NULL ? no_tariff(r, c->label, "") : line_add(r, c, c->label, t);
}

/* The names of a party's channel and place on paper: "radius II", "elektronik". */
static const char *call_words(const struct reckoning *r, const struct party *p, const char *area)
{
	const struct channel *ch = rulebook_channel(r->book, p->channel);
	if (!text_is_empty(area))
		return arena_print(r->a, "radius %s", area);
	return ch == NULL ? p->channel : ch->name;
}

/* The calls: as the channel says, or by side and how the case was filed. */
static void count_calls(struct reckoning *r, const struct party *p)
{
	const struct channel *ch = rulebook_channel(r->book, p->channel);
	const struct case_sides *sides = case_sides(r->type, values_of(r->pihak, "alur"));
	bool first = text_same(p->side, "p1"), online = filed_electronically(r->pihak);
	const struct call_parts *parts = online  ? (first ? &sides->parts1 : &sides->parts2)
	                                 : first ? &sides->manual_parts1
	                                         : &sides->manual_parts2;
	int calls = online  ? (first ? sides->calls1 : sides->calls2)
	            : first ? sides->manual1
	                    : sides->manual2;
	counts_end(r);
	r->called = p->row;
	if (ch != NULL && ch->calls > 0)
		count_add(r, ch->calls, say(r->a, N_("panggilan lewat %1"), ch->name), ch->source);
	else if (parts->count == 0)
		count_add(r, calls, N_("panggilan"), r->type->source);
	for (size_t i = 0; (ch == NULL || ch->calls == 0) && i < parts->count; i++)
		count_add(r, parts->items[i].times,
		          text_is_empty(parts->items[i].what) ? N_("panggilan")
		                                              : parts->items[i].what,
		          parts->items[i].source);
}

/* A call by a bailiff is for the village and its radius. */
static struct tariff_subject subject_of_call(const struct reckoning *r, const char *channel,
                                             int row)
{
	struct tariff_subject of = subject_of(r);
	of.channel = channel;
	if (!text_same(channel, "jurusita"))
		return of;
	of.village = values_get(r->pihak, PIHAK, row, "desa");
	const struct village *v = rulebook_village(r->book, of.village);
	of.area = v == NULL ? "" : v->area;
	return of;
}

/* Once to the party. */
static void count_delivery(struct reckoning *r, const struct party *p,
                           const struct fee_component *c)
{
	counts_end(r);
	r->called = p->row;
	count_add(r, 1, arena_print(r->a, "%s, %s", p->label, p->name), c->source);
}

static bool reckon_call(struct reckoning *r, const struct fee_component *c, const struct party *p)
{
	const struct tariff_subject of = subject_of_call(r, p->channel, p->row);
	const struct tariff *t = tariff_find(&r->book->fees, c, &of, r->on);
	const char *words = call_words(r, p, of.area);
	const char *label = arena_print(r->a, "%s %s, %s", c->label, p->label, words);
	if (c->per == FEE_PER_CALL)
		count_calls(r, p);
	else
		count_delivery(r, p, c);
	return t == NULL ? no_tariff(r, label, words) : line_add(r, c, label, t);
}

/* Is the party called through a representative who is already called for an earlier party? */
static bool called_with_another(const struct reckoning *r, size_t i)
{
	int kuasa = party_kuasa(r->pihak, r->parties.items[i].row);
	for (size_t k = 0; kuasa > 0 && k < i; k++) {
		if (party_kuasa(r->pihak, r->parties.items[k].row) == kuasa)
			return true;
	}
	return false;
}

static bool reckon_calls(struct reckoning *r, const struct fee_component *c)
{
	for (size_t i = 0; i < r->parties.count; i++) {
		if (!called_with_another(r, i) && !reckon_call(r, c, &r->parties.items[i]))
			return false;
	}
	return true;
}

/* ---- who or what a component counts ---- */

/* So many for each party, or for each but those of the first side. */
static void count_parties(struct reckoning *r, const struct fee_component *c, int64_t each,
                          bool others)
{
	for (size_t i = 0; i < r->parties.count; i++) {
		const struct party *p = &r->parties.items[i];
		if (!others || !text_same(p->side, "p1"))
			count_add(r, each, arena_print(r->a, "%s, %s", p->label, p->name),
			          c->source);
	}
}

/* Letters of attorney to be registered. */
static void count_letters(struct reckoning *r, const struct fee_component *c)
{
	struct attorneys letters;
	attorneys_read(r->filing, r->pihak, r->a, &letters);
	for (size_t i = 0; i < letters.count; i++)
		count_add(r, 1, say(r->a, N_("surat kuasa %1"), letters.items[i].to), c->source);
}

static bool has_notice(const struct reckoning *r)
{
	return case_sides(r->type, values_of(r->pihak, "alur"))->notice;
}

static bool reckon(struct reckoning *r, const struct fee_component *c)
{
	counts_end(r);
	switch (c->per) {
	case FEE_PER_CASE:
		count_add(r, 1, N_("sekali untuk perkara ini"), c->source);
		break;
	case FEE_PER_PARTY:
		count_parties(r, c, 1, false);
		break;
	case FEE_PER_KUASA:
		count_letters(r, c);
		break;
	case FEE_PER_NOTICE:
		if (has_notice(r))
			count_parties(r, c, 1, false);
		break;
	case FEE_PER_CALL:
		return reckon_calls(r, c);
	case FEE_PER_DELIVERY:
		return !has_notice(r) || reckon_calls(r, c);
	case FEE_PER_COPY:
		count_parties(r, c, r->sheets, true);
		break;
	case FEE_PER_SERVICE:
		return true;
	}
	return reckon_plain(r, c);
}

static bool round_up(struct reckoning *r)
{
	static const struct fee_component rounding = { .key = "pembulatan",
		                                       .label = N_("Pembulatan") };
	rupiah step = r->book->court.round_up;
	rupiah over = step > 1 ? r->skum->total % step : 0;
	if (over == 0)
		return true;
	struct tariff t = { .amount = step - over, .component = "", .decree = "" };
	count_add(r, 1, say(r->a, N_("ke kelipatan %1"), rupiah_text(step, r->a)),
	          "data/court.xml");
	return line_add(r, &rounding, rounding.label, &t);
}

int64_t suit_sheets(const struct filing *f)
{
	const struct values *suit = filing_values(f, GUGATAN);
	int rows = values_rows(suit, "berkas");
	int64_t sum = 0;
	for (int row = 1; row <= rows; row++) {
		long long sheets = 0;
		bool given = text_number(values_get(suit, "berkas", row, "lembar"), 0, 9999,
		                         &sheets);
		if (given && text_same(values_get(suit, "berkas", row, "jenis"), "gugatan"))
			sum += sheets;
	}
	return sum;
}

/* The lines of the standard form go side by side, whatever was typed first. */
static void by_side(struct parties *p)
{
	for (size_t i = 1; i < p->count; i++) {
		const struct party one = p->items[i];
		size_t to = i;
		for (; to > 0 && strcmp(p->items[to - 1].side, one.side) > 0; to--)
			p->items[to] = p->items[to - 1];
		p->items[to] = one;
	}
}

bool skum_compute(const struct rulebook *b, const struct panjar_ask *ask, struct arena *a,
                  struct skum *out, struct fault *why)
{
	struct reckoning r = { .book = b,
		               .type = rulebook_type(b, values_of(ask->pihak, "perkara_jenis")),
		               .pihak = ask->pihak,
		               .filing = ask->filing,
		               .sheets = ask->sheets,
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
	parties_read(b, ask->filing, ask->pihak, a, &r.parties);
	by_side(&r.parties);
	for (size_t i = 0; i < b->fees.component_count; i++) {
		const struct fee_component *c = &b->fees.components[i];
		if (prodeo && !c->prodeo)
			continue;
		if (!reckon(&r, c))
			return false;
	}
	return round_up(&r);
}

const struct tariff *service_tariff(const struct rulebook *b, const char *typed, day on,
                                    const struct fee_component **out, struct arena *a)
{
	static const struct tariff_subject any = {
		.channel = "", .village = "", .area = "", .type = "", .alur = ""
	};
	const char *wanted = text_fold(a, typed);
	for (size_t i = 0; i < b->fees.component_count; i++) {
		const struct fee_component *c = &b->fees.components[i];
		*out = c;
		if (c->per == FEE_PER_SERVICE && (text_same(text_fold(a, c->key), wanted) ||
		                                  text_same(text_fold(a, c->label), wanted)))
			return tariff_find(&b->fees, c, &any, on);
	}
	return NULL;
}

/* ---- one call ---- */

static void cost_add(struct summons *call, const char *category, const char *what, rupiah amount)
{
	if (amount > 0 && call->cost_count < CALL_COSTS)
		call->costs[call->cost_count++] = (struct call_cost){ category, what, amount };
}

static bool cost_of_call(struct reckoning *r, const struct fee_component *c, size_t at,
                         struct summons *call)
{
	const struct party *p = &r->parties.items[at];
	struct tariff_subject of = subject_of_call(r, p->channel, p->row);
	const struct channel *ch = rulebook_channel(r->book, p->channel);
	int64_t times = ch != NULL && ch->calls > 0 ? ch->calls : 1;
	const struct tariff *t = tariff_find(&r->book->fees, c, &of, r->on);
	rupiah all, office;
	if (called_with_another(r, at))
		return true;
	if (t == NULL)
		return no_tariff(r, c->label, call_words(r, p, of.area));
	if (!money_times(t->amount, times, &all) || !money_times(t->office, times, &office))
		return fault_set(
		    r->why, FAULT_REFUSED,
		    N_("Panjar terlalu besar untuk dihitung pada komponen %1; periksa tarifnya di data/fees/"),
		    c->label);
	const char *category = text_is_empty(t->category) ? c->category : t->category;
	cost_add(call, text_is_empty(category) ? "panggilan" : category, c->label, all - office);
	cost_add(call, "proses", c->label, office);
	return true;
}

/* Once for each party, with its first call. */
static void cost_of_party(struct reckoning *r, const struct fee_component *c, struct summons *call)
{
	const struct tariff_subject of = subject_of(r);
	const struct tariff *t = tariff_find(&r->book->fees, c, &of, r->on);
	if (call->follows == 0 && !text_is_empty(c->category) && t != NULL)
		cost_add(call, c->category, c->label, t->amount);
}

bool call_reckon(const struct rulebook *b, const struct values *pihak, day on, struct arena *a,
                 struct summons *call, struct fault *why)
{
	struct reckoning r = { .book = b,
		               .type = rulebook_type(b, values_of(pihak, "perkara_jenis")),
		               .pihak = pihak,
		               .on = on,
		               .strict = true,
		               .a = a,
		               .why = why };
	bool prodeo = text_same(values_of(pihak, "prodeo"), "ya"), good = true;
	size_t at = 0;
	call->cost_count = 0;
	parties_read(b, NULL, pihak, a, &r.parties);
	while (at < r.parties.count && r.parties.items[at].row != call->party)
		at++;
	if (r.type == NULL || at == r.parties.count)
		return true;
	r.parties.items[at].channel = call->channel;
	for (size_t i = 0; good && i < b->fees.component_count; i++) {
		const struct fee_component *c = &b->fees.components[i];
		if (prodeo && !c->prodeo)
			continue;
		if (c->per == FEE_PER_CALL)
			good = cost_of_call(&r, c, at, call);
		else if (c->per == FEE_PER_PARTY)
			cost_of_party(&r, c, call);
	}
	return good;
}

/* ---- the table itself ---- */

static bool same_subject(const struct tariff *a, const struct tariff *b)
{
	const struct tariff_subject *one = &a->subject, *other = &b->subject;
	return text_same(a->component, b->component) && text_same(one->channel, other->channel) &&
	       text_same(one->village, other->village) && text_same(one->area, other->area) &&
	       text_same(one->type, other->type) && text_same(one->alur, other->alur);
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

day fees_changed(const struct fees *f, day today)
{
	day last = DAY_NONE;
	for (size_t i = 0; i < f->tariff_count; i++) {
		const struct tariff *t = &f->tariffs[i];
		if (t->from <= today && t->from > last)
			last = t->from;
		if (t->to != DAY_NONE && t->to < today && t->to >= last)
			last = t->to + 1;
	}
	return last;
}

bool fees_check(const struct fees *f, struct fault *why)
{
	for (size_t i = 0; i < f->tariff_count; i++) {
		const struct tariff *t = &f->tariffs[i], *next = tariff_after(f, t);
		if (next == NULL || (t->to != DAY_NONE && next->from == t->to + 1))
			continue;
		bool overlap = t->to == DAY_NONE || next->from <= t->to;
		char first[200], second[200];
		snprintf(first, sizeof first, "%s:%d:", t->file, t->line);
		snprintf(second, sizeof second, "%s:%d", next->file, next->line);
		return fault_set(
		    why, FAULT_MISUSE,
		    overlap ? N_("%1 tarif %2 tumpang tindih dengan %3; ubah masa berlakunya")
		            : N_("%1 tarif %2 berlubang sebelum %3; sambung masa berlakunya"),
		    first, t->component, second);
	}
	return true;
}

/* "Panggilan Tergugat I, surat tercatat": component and channel in the reader's language. */
const char *skum_line_said(const struct rulebook *b, const struct skum_line *line, struct arena *a)
{
	for (size_t i = 0; i < b->fees.component_count; i++) {
		const struct fee_component *c = &b->fees.components[i];
		if (!text_same(c->key, line->component) || !text_starts(line->label, c->label))
			continue;
		const char *rest = line->label + strlen(c->label), *comma = strstr(rest, ", ");
		if (comma == NULL)
			return arena_print(a, "%s%s", _(c->label), rest);
		return arena_print(a, "%s%.*s, %s", _(c->label), (int)(comma - rest), rest,
		                   _(comma + 2));
	}
	return _(line->label);
}
