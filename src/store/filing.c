/* Reading a filing whole, in one snapshot of all its tables; and finding one. */
#include "loket/filing.h"

#include <assert.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"

#include "private.h"

/* What the readers of one filing's parts share. */
struct filing_reading {
	struct store *s;
	const struct rulebook *b;
	struct arena *a;
	struct filing *f;
	int64_t seq; /* as rows of it name it */
};

static struct query part_of(const struct filing_reading *r, enum sql which)
{
	struct query q = query_of(r->s, which);
	if (query_takes(&q, ":seq"))
		bind_number(&q, ":seq", r->seq);
	else
		bind_text(&q, ":filing", r->f->id.text);
	return q;
}

static bool read_row(struct filing_reading *r, struct fault *why)
{
	struct filing *f = r->f;
	struct query q = part_of(r, SQL_filing_row);
	if (query_next(&q)) {
		r->seq = take_number(&q);
		f->version = take_number(&q);
		f->reg = take_text(&q, r->a);
		f->title = take_text(&q, r->a);
		f->opened = take_instant(&q);
		f->counts_from = take_day(&q);
		f->sipp_note = take_text(&q, r->a);
	}
	return query_end(&q, why);
}

static bool read_steps(const struct filing_reading *r, struct fault *why)
{
	struct query q = part_of(r, SQL_filing_steps);
	while (query_next(&q)) {
		struct step_record *step = filing_step(r->f, take_text(&q, r->a));
		if (step == NULL) /* a step that is no longer in the SOP */
			continue;
		step->state = step_state_of(take_text(&q, r->a));
		step->opened = take_instant(&q);
		step->done = take_instant(&q);
		step->turned = take_instant(&q);
		step->spent = take_number(&q);
		step->waited = take_number(&q);
		step->round = take_int(&q);
		step->waits_for = waits_for_of(take_text(&q, r->a));
	}
	return query_end(&q, why);
}

static bool read_fills(const struct filing_reading *r, struct fault *why)
{
	struct filing *f = r->f;
	size_t capacity = 0;
	bool good = true;
	struct query q = part_of(r, SQL_filing_fills);
	while (good && query_next(&q)) {
		f->fills = list_grow(r->a, f->fills, f->fill_count, &capacity, sizeof *f->fills);
		struct fill *fill = &f->fills[f->fill_count++];
		fill->step = take_text(&q, r->a);
		fill->by = take_text(&q, r->a);
		fill->at = take_instant(&q);
		good = body_read(take_text(&q, r->a), r->a, &fill->values, why);
	}
	return query_end(&q, good ? why : NULL) && good;
}

static bool read_skum_lines(const struct filing_reading *r, struct fault *why)
{
	struct skum *k = &r->f->skum;
	size_t capacity = 0;
	struct query q = part_of(r, SQL_filing_skum_lines);
	bind_number(&q, ":round", k->round);
	while (query_next(&q)) {
		k->lines = list_grow(r->a, k->lines, k->line_count, &capacity, sizeof *k->lines);
		struct skum_line *line = &k->lines[k->line_count++];
		line->component = take_text(&q, r->a);
		line->label = take_text(&q, r->a);
		line->times = take_number(&q);
		line->each = take_number(&q);
		line->amount = take_number(&q);
		line->basis = take_text(&q, r->a);
	}
	return query_end(&q, why);
}

static bool read_skum(const struct filing_reading *r, struct fault *why)
{
	struct skum *k = &r->f->skum;
	struct query q = part_of(r, SQL_filing_skum);
	if (query_next(&q)) {
		k->round = take_int(&q);
		k->number = take_text(&q, r->a);
		k->on = take_day(&q);
		k->total = take_number(&q);
		k->bank = take_text(&q, r->a);
		k->by = take_text(&q, r->a);
	}
	return query_end(&q, why) && (k->round == 0 || read_skum_lines(r, why));
}

static bool read_vas(const struct filing_reading *r, struct fault *why)
{
	struct filing *f = r->f;
	size_t capacity = 0;
	struct query q = part_of(r, SQL_filing_vas);
	while (query_next(&q)) {
		f->vas = list_grow(r->a, f->vas, f->va_count, &capacity, sizeof *f->vas);
		struct va *va = &f->vas[f->va_count++];
		va->round = take_int(&q);
		va->trx = take_text(&q, r->a);
		va->customer_no = take_text(&q, r->a);
		va->number = take_text(&q, r->a);
		va->bank = take_text(&q, r->a);
		va->amount = take_number(&q);
		va->asked = take_instant(&q);
		va->expires = take_instant(&q);
		va->agreed = take_instant(&q);
		va->state = va_state_of(take_text(&q, r->a));
		va->note = take_text(&q, r->a);
		va->closing = va_closing_of(take_text(&q, r->a));
	}
	return query_end(&q, why);
}

static bool read_payouts(const struct filing_reading *r, struct fault *why)
{
	struct filing *f = r->f;
	size_t capacity = 0;
	struct query q = part_of(r, SQL_filing_payouts);
	while (query_next(&q)) {
		f->payouts = list_grow(r->a, f->payouts, f->payout_count, &capacity,
		                       sizeof *f->payouts);
		take_payout(&q, r->a, &f->payouts[f->payout_count++]);
	}
	return query_end(&q, why);
}

static bool read_payments(const struct filing_reading *r, struct fault *why)
{
	struct filing *f = r->f;
	size_t capacity = 0;
	struct query q = part_of(r, SQL_filing_payments);
	while (query_next(&q)) {
		f->payments = list_grow(r->a, f->payments, f->payment_count, &capacity,
		                        sizeof *f->payments);
		struct payment *p = &f->payments[f->payment_count++];
		p->id = take_text(&q, r->a);
		p->trx = take_text(&q, r->a);
		p->amount = take_number(&q);
		p->at = take_instant(&q);
		p->arrived = take_instant(&q);
		p->channel = take_text(&q, r->a);
		p->reference = take_text(&q, r->a);
		p->source = take_text(&q, r->a);
		p->suspense = take_bool(&q);
		p->note = take_text(&q, r->a);
		p->outcome = take_text(&q, r->a);
		p->bank = take_text(&q, r->a);
	}
	return query_end(&q, why);
}

static bool read_panjar(const struct filing_reading *r, struct fault *why)
{
	struct query q = part_of(r, SQL_filing_panjar);
	if (query_next(&q)) {
		r->f->panjar = take_number(&q);
		r->f->returning = take_number(&q);
		r->f->forfeited = take_number(&q);
	}
	return query_end(&q, why);
}

static bool read_verdict_items(const struct filing_reading *r, struct fault *why)
{
	struct verdict *v = &r->f->verdict;
	size_t capacity = 0;
	struct query q = part_of(r, SQL_filing_verdict_items);
	bind_number(&q, ":round", v->round);
	while (query_next(&q)) {
		v->items = list_grow(r->a, v->items, v->count, &capacity, sizeof *v->items);
		struct verdict_item *item = &v->items[v->count++];
		item->key = take_text(&q, r->a);
		item->answer = take_text(&q, r->a);
		item->remark = take_text(&q, r->a);
	}
	return query_end(&q, why);
}

static bool read_verdict(const struct filing_reading *r, struct fault *why)
{
	struct verdict *v = &r->f->verdict;
	struct query q = part_of(r, SQL_filing_verdict);
	if (query_next(&q)) {
		v->round = take_int(&q);
		v->yes = take_bool(&q);
		v->back_to = take_text(&q, r->a);
		v->message = take_text(&q, r->a);
		v->by = take_text(&q, r->a);
		v->at = take_instant(&q);
	}
	return query_end(&q, why) && (v->round == 0 || read_verdict_items(r, why));
}

static bool read_case_number(const struct filing_reading *r, struct fault *why)
{
	struct case_number *n = &r->f->number;
	struct query q = part_of(r, SQL_filing_case_number);
	if (query_next(&q)) {
		n->number = take_text(&q, r->a);
		n->sipp_id = take_text(&q, r->a);
		n->sequence = take_number(&q);
		n->registered = take_day(&q);
		n->given = take_instant(&q);
	}
	return query_end(&q, why);
}

static struct summons_found take_found(struct query *q, struct arena *a)
{
	struct summons_found found;
	found.met = take_text(q, a);
	found.as = take_text(q, a);
	found.hour = take_text(q, a);
	found.resi = take_text(q, a);
	found.cause = take_text(q, a);
	found.medium = take_text(q, a);
	found.note = take_text(q, a);
	found.first = take_day(q);
	found.received = take_day(q);
	return found;
}

static bool read_costs(const struct filing_reading *r, struct fault *why)
{
	struct filing *f = r->f;
	struct query q = part_of(r, SQL_filing_summons_costs);
	while (query_next(&q)) {
		int number = take_int(&q);
		size_t at = 0;
		while (at < f->summons_count && f->summons[at].number != number)
			at++;
		if (at == f->summons_count || f->summons[at].cost_count == CALL_COSTS)
			continue;
		struct call_cost *cost = &f->summons[at].costs[f->summons[at].cost_count++];
		cost->category = take_text(&q, r->a);
		cost->what = take_text(&q, r->a);
		cost->amount = take_number(&q);
	}
	return query_end(&q, why);
}

static bool read_summonses(const struct filing_reading *r, struct fault *why)
{
	struct filing *f = r->f;
	size_t capacity = 0;
	struct query q = part_of(r, SQL_filing_summonses);
	while (query_next(&q)) {
		f->summons = list_grow(r->a, f->summons, f->summons_count, &capacity,
		                       sizeof *f->summons);
		struct summons *c = &f->summons[f->summons_count++];
		c->number = take_int(&q);
		c->party = take_int(&q);
		c->name = take_text(&q, r->a);
		c->label = take_text(&q, r->a);
		c->address = take_text(&q, r->a);
		c->area = take_text(&q, r->a);
		c->channel = take_text(&q, r->a);
		c->reason = take_text(&q, r->a);
		c->hearing = take_day(&q);
		c->time = take_text(&q, r->a);
		c->room = take_text(&q, r->a);
		c->bailiff = take_text(&q, r->a);
		c->deadline = take_day(&q);
		c->outcome = take_text(&q, r->a);
		c->served = take_day(&q);
		c->proper = take_bool(&q);
		c->worth = take_text(&q, r->a);
		c->found = take_found(&q, r->a);
		c->follows = take_int(&q);
		c->base = take_text(&q, r->a);
		c->mended = take_int(&q);
		c->dropped = take_bool(&q);
		c->booked = take_bool(&q);
		c->ordered = take_day(&q);
		c->recorded = take_day(&q);
	}
	return query_end(&q, why) && (f->summons_count == 0 || read_costs(r, why));
}

static bool read_warnings(const struct filing_reading *r, struct fault *why)
{
	struct filing *f = r->f;
	size_t capacity = 0;
	struct query q = part_of(r, SQL_filing_warnings);
	while (query_next(&q)) {
		f->warnings = list_grow(r->a, f->warnings, f->warning_count, &capacity,
		                        sizeof *f->warnings);
		struct warning *w = &f->warnings[f->warning_count++];
		w->step = take_text(&q, r->a);
		w->field = take_text(&q, r->a);
		w->text = take_text(&q, r->a);
		for (size_t i = 0; i < COUNT_OF(w->words); i++)
			w->words[i] = take_text(&q, r->a);
	}
	return query_end(&q, why);
}

static bool (*const readers[])(const struct filing_reading *r, struct fault *why) = {
	read_steps,   read_fills,       read_skum,      read_vas,      read_payments, read_payouts,
	read_verdict, read_case_number, read_summonses, read_warnings, read_panjar,
};

bool filing_read(struct store *s, const struct rulebook *b, const struct id *id, struct arena *a,
                 struct filing *out, struct fault *why)
{
	*out = filing_blank(id, &b->sop, a);
	struct filing_reading r = { .s = s, .b = b, .a = a, .f = out };
	bool own;
	if (!read_enter(s, &own, why))
		return false;
	bool good = read_row(&r, why);
	for (size_t i = 0; good && i < COUNT_OF(readers); i++)
		good = readers[i](&r, why);
	return read_leave(s, own, good, why);
}

/* ---- numbers, commands, documents ---- */

bool counter_read(struct store *s, const char *name, int64_t *next, struct fault *why)
{
	struct query q = query_of(s, SQL_counter_next);
	bind_text(&q, ":name", name);
	*next = query_next(&q) ? take_number(&q) : 1;
	return query_end(&q, why);
}

bool numbers_read(struct store *s, day today, struct numbers *out, struct fault *why)
{
	int64_t *const next[COUNTER_COUNT] = {
		[COUNTER_REG] = &out->reg,
		[COUNTER_VA] = &out->va,
	};
	for (int c = 0; c < COUNTER_COUNT; c++) {
		char name[32];
		counter_name((enum counter)c, today, name, sizeof name);
		if (!counter_read(s, name, next[c], why))
			return false;
	}
	return true;
}

bool series_read(struct store *s, const struct id *filing, const struct number_told *told,
                 struct arena *a, struct context *out, struct fault *why)
{
	out->series.below = 0;
	out->series.holder = "";
	struct query q = query_of(s, SQL_series_below);
	bind_text(&q, ":number", told->number);
	bind_number(&q, ":sequence", told->sequence);
	if (query_next(&q))
		out->series.below = take_number(&q);
	if (!query_end(&q, why))
		return false;
	q = query_of(s, SQL_series_holder);
	bind_text(&q, ":number", told->number);
	bind_text(&q, ":filing", filing->text);
	if (query_next(&q))
		out->series.holder = take_text(&q, a);
	return query_end(&q, why);
}

bool series_filings(struct store *s, const char *series, struct arena *a, struct id **out,
                    size_t *count, struct fault *why)
{
	size_t capacity = 0;
	*out = NULL;
	*count = 0;
	struct query q = query_of(s, SQL_series_read);
	bind_text(&q, ":series", series);
	while (query_next(&q)) {
		*out = list_grow(a, *out, *count, &capacity, sizeof **out);
		(*out)[(*count)++] = take_id(&q);
	}
	return query_end(&q, why);
}

bool command_find(struct store *s, const struct id *command, struct arena *a,
                  struct command_result *out, struct fault *why)
{
	*out = (struct command_result){ .event = "" };
	struct query q = query_of(s, SQL_command_find);
	bind_text(&q, ":command", command->text);
	if (query_next(&q)) {
		out->found = true;
		out->version = take_number(&q);
		out->event = take_text(&q, a);
	}
	return query_end(&q, why);
}

bool document_write(struct store *s, const struct document *d, struct fault *why)
{
	assert(s->writing);
	struct query q = query_of(s, SQL_document_write);
	bind_text(&q, ":digest", d->digest);
	bind_text(&q, ":name", d->name);
	bind_text(&q, ":kind", d->kind);
	bind_number(&q, ":size", d->size);
	bind_number(&q, ":at", clock_now());
	return query_run(&q, why);
}

bool imported_find(struct store *s, const char *digest, struct arena *a, const char **reg,
                   struct fault *why)
{
	struct query q = query_of(s, SQL_imported_find);
	bind_text(&q, ":digest", digest);
	*reg = query_next(&q) ? take_text(&q, a) : "";
	return query_end(&q, why);
}

bool imported_write(struct store *s, const char *digest, const struct id *filing, struct fault *why)
{
	assert(s->writing);
	struct query q = query_of(s, SQL_imported_write);
	bind_text(&q, ":digest", digest);
	bind_text(&q, ":filing", filing->text);
	return query_run(&q, why);
}

/* ---- found by a name ---- */

/* The first of the statements that finds a filing decides. */
static bool find_by(struct store *s, const enum sql *ways, size_t count, const char *name,
                    struct id *out, struct fault *why)
{
	*out = (struct id){ .text = "" };
	for (size_t i = 0; i < count && id_none(out); i++) {
		struct query q = query_of(s, ways[i]);
		bind_text(&q, ":name", name);
		if (query_next(&q))
			*out = take_id(&q);
		if (!query_end(&q, why))
			return false;
	}
	return true;
}

/* Of a case number with its year, "1/Pdt.G/2026", the court's own code may be left out. */
static bool find_by_number(struct store *s, const char *name, struct id *out, struct fault *why)
{
	const char *key;
	struct arena a = arena_start(MIB);
	bool good = true;
	if (case_number_key(name, &a, &key)) {
		const char *year = strchr(strchr(key, '/') + 1, '/');
		size_t digits = strcspn(key, "/");
		struct query q = query_of(s, SQL_filing_by_number);
		bind_text(&q, ":low", arena_print(&a, "%.*s/", (int)digits, key));
		bind_text(&q, ":high", arena_print(&a, "%.*s0", (int)digits, key));
		bind_text(&q, ":case", key);
		bind_number(&q, ":series", year != NULL && strchr(year + 1, '/') == NULL);
		if (query_next(&q))
			*out = take_id(&q);
		good = query_end(&q, why);
	}
	arena_drop(&a);
	return good;
}

bool filing_find(struct store *s, const char *name, struct id *out, struct fault *why)
{
	static const enum sql ways[] = { SQL_filing_by_id, SQL_filing_by_reg };
	return find_by(s, ways, COUNT_OF(ways), name, out, why) &&
	       (!id_none(out) || find_by_number(s, name, out, why));
}

bool filing_by_trx(struct store *s, const char *trx_or_va, struct id *out, struct fault *why)
{
	static const enum sql ways[] = { SQL_filing_by_trx, SQL_filing_by_va_number,
		                         SQL_filing_by_customer };
	return find_by(s, ways, COUNT_OF(ways), trx_or_va, out, why);
}
