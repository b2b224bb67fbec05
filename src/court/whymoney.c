/* The panjar by its components, what was paid, what is left of it, and what a call costs. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "whyparts.h"

/* ---- the panjar ---- */

static const char *validity(const struct tariff *t, struct arena *a)
{
	char from[16], to[16];
	day_show(t->from, from, sizeof from);
	if (t->to == DAY_NONE)
		return say(a, N_("berlaku sejak %1"), from);
	day_show(t->to, to, sizeof to);
	return say(a, N_("berlaku %1 sampai %2"), from, to);
}

/* "tarif Rp230.000 untuk jurusita, radius II, berlaku sejak 01-01-2026". */
static const char *tariff_words(const struct why_telling *t, const struct tariff *of)
{
	const struct rulebook *b = t->ask->book;
	struct arena *a = t->ask->a;
	struct text subject = text_start(a);
	const struct channel *ch = rulebook_channel(b, of->subject.channel);
	const struct village *v = rulebook_village(b, of->subject.village);
	const struct case_type *type = rulebook_type(b, of->subject.type);
	const struct alur *alur = rulebook_alur(b, of->subject.alur);
	text_addf(&subject, "%s", ch == NULL ? "" : say(a, N_(" untuk %1"), ch->name));
	if (!text_is_empty(of->subject.area))
		text_addf(&subject, ", radius %s", of->subject.area);
	text_addf(&subject, "%s%s", v == NULL ? "" : ", ", v == NULL ? "" : v->name);
	text_addf(&subject, "%s%s", type == NULL ? "" : ", ", type == NULL ? "" : type->name);
	text_addf(&subject, "%s%s", alur == NULL ? "" : ", ", alur == NULL ? "" : alur->code);
	return say(a, N_("tarif %1%2, %3"), rupiah_text(of->amount, a), subject.s, validity(of, a));
}

/* "data/fees/pnbp.xml" of where it lies. */
static const char *data_file(const char *path)
{
	const char *at = strstr(path, "data/");
	return at == NULL ? path : at;
}

static void tell_tariff(struct why_telling *t, const struct skum_line *line)
{
	struct arena *a = t->ask->a;
	const struct tariff *of = line->tariff;
	if (of == NULL)
		return;
	why_words(t, 1, tariff_words(t, of),
	          text_is_empty(of->file) ? line->basis
	                                  : say(a, N_("%1; %2 baris %3"), line->basis,
	                                        data_file(of->file), number_text(of->line, a)));
}

/* Where the party of a call lives, and why it is called so. */
static void tell_called(struct why_telling *t, const struct values *pihak,
                        const struct skum_line *line)
{
	const struct rulebook *b = t->ask->book;
	const struct village *v = rulebook_village(b,
	                                           values_get(pihak, PIHAK, line->party, "desa"));
	if (line->party == 0)
		return;
	why_channel(t, 1, pihak, line->party);
	if (v != NULL && !text_is_empty(v->area) && line->tariff != NULL &&
	    !text_is_empty(line->tariff->subject.area))
		why_words(t, 1, say(t->ask->a, N_("%1 termasuk radius %2"), v->name, v->area),
		          "data/areas.xml");
}

static void tell_line(struct why_telling *t, const struct values *pihak,
                      const struct skum_line *line)
{
	why_money(t, 0,
	          &(struct why_row){ .what = line->label,
	                             .times = line->times,
	                             .each = line->each,
	                             .amount = line->amount,
	                             .basis = line->basis });
	for (size_t i = 0; i < line->count_count; i++)
		why_count(t, 1, line->counts[i].times, line->counts[i].what, line->counts[i].basis);
	tell_called(t, pihak, line);
	tell_tariff(t, line);
}

static bool same_lines(const struct skum *one, const struct skum *other)
{
	bool same = one->line_count == other->line_count;
	for (size_t i = 0; same && i < one->line_count; i++) {
		const struct skum_line *a = &one->lines[i], *b = &other->lines[i];
		same = text_same(a->label, b->label) && a->times == b->times && a->each == b->each;
	}
	return same;
}

/* An e-SKUM that was issued is told by the reckoning of its day, while that comes to the same. */
static void tell_issued(struct why_telling *t, const struct values *pihak, const struct skum *again)
{
	const struct skum *issued = &t->ask->filing->skum;
	const struct skum *of = same_lines(issued, again) ? again : issued;
	for (size_t i = 0; i < of->line_count; i++)
		tell_line(t, pihak, &of->lines[i]);
	char on[16];
	day_show(issued->on, on, sizeof on);
	why_words(t, 0,
	          say(t->ask->a, N_("e-SKUM %1, diterbitkan %2 pada %3"), issued->number,
	              issued->by, on),
	          "HIR 121 ayat 4; RBg 145 ayat 4");
	if (of == issued)
		why_words(
		    t, 0,
		    N_("data atau tarif berubah sesudah terbit; hitungannya seperti tercetak"), "");
}

static void tell_panjar(struct why_telling *t)
{
	struct fault why;
	struct skum skum;
	const struct why_ask *ask = t->ask;
	const struct filing *f = ask->filing;
	bool issued = f->skum.round > 0, typed = ask->pihak != NULL;
	const struct values *pihak = typed ? ask->pihak : filing_values(f, PIHAK);
	const struct panjar_ask of = { pihak, suit_sheets(f),
		                       issued && !typed
		                           ? f->skum.on
		                           : instant_day(ask->now, &ask->book->court.zone),
		                       false, f };
	bool good = skum_compute(ask->book, &of, ask->a, &skum, &why);
	if (!issued && (!good || skum.line_count == 0))
		return;
	bool old = issued && !typed;
	struct why *one = why_begin(t, "panjar", N_("Panjar biaya perkara"));
	one->kind = WHY_MONEY;
	one->amount = old ? f->skum.total : skum.total;
	if (old)
		tell_issued(t, pihak, &skum);
	for (size_t i = 0; !old && i < skum.line_count; i++)
		tell_line(t, pihak, &skum.lines[i]);
	if (text_same(values_of(pihak, "prodeo"), "ya"))
		why_words(t, 0, N_("prodeo: komponen lain tidak dipungut"), "PERMA 1/2014");
}

/* ---- what was paid, and what is left ---- */

static void tell_paid(struct why_telling *t)
{
	const struct filing *f = t->ask->filing;
	struct arena *a = t->ask->a;
	if (f->payment_count == 0)
		return;
	struct why *one = why_begin(t, "dibayar", N_("Dibayar lewat bank"));
	one->kind = WHY_MONEY;
	one->amount = filing_paid(f);
	for (size_t i = 0; i < f->payment_count; i++) {
		char at[40];
		const struct payment *p = &f->payments[i];
		instant_show(p->at, &t->ask->book->court.zone, at, sizeof at);
		const char *what = say(a, N_("diterima bank %1, %2 %3"), at, p->channel,
		                       p->reference);
		if (p->suspense)
			why_words(t, 0,
			          say(a, N_("%1: %2 ditahan, %3"), what, rupiah_text(p->amount, a),
			              p->note),
			          "");
		else
			why_money(t, 0, &(struct why_row){ .what = what, .amount = p->amount });
	}
}

static void tell_reserved(struct why_telling *t, const struct filing *f)
{
	struct arena *a = t->ask->a;
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		if (!s->dropped && !s->booked && summons_cost(s) > 0)
			why_words(t, 1,
			          say(a, N_("disisihkan %1 untuk panggilan ke-%2, %3"),
			              rupiah_text(summons_cost(s), a), number_text(s->number, a),
			              s->name),
			          "");
	}
}

static void tell_left(struct why_telling *t)
{
	const struct why_ask *ask = t->ask;
	if (ask->entry_count == 0)
		return;
	struct why *one = why_begin(t, "sisa", N_("Sisa panjar"));
	one->kind = WHY_MONEY;
	one->amount = ask->filing->panjar;
	for (size_t i = 0; i < ask->entry_count; i++) {
		char on[16];
		const struct why_entry *e = &ask->entries[i];
		day_show(e->on, on, sizeof on);
		why_money(t, 0,
		          &(struct why_row){ .what = say(ask->a, "%1 %2", on, e->what),
		                             .amount = e->amount,
		                             .basis = N_("jurnal KI-PA1") });
	}
	tell_reserved(t, ask->filing);
}

void why_tell_money(struct why_telling *t)
{
	tell_panjar(t);
	tell_paid(t);
	tell_left(t);
}
