/* An expense of a case: prepared by the kasir, by the e-SKUM's list and tariff, with an instrument
 * of its own, on a day that can be true (Buku II: by instrument, itemised by party, within the
 * estimate; redaksi and meterai with the decision, after it only its notices). */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define KELUAR "keluar"

static const struct skum_line *line_named(const struct skum *k, const char *typed, struct arena *a)
{
	const char *wanted = text_fold(a, typed);
	for (size_t i = 0; i < k->line_count; i++) {
		const struct skum_line *l = &k->lines[i];
		if (text_same(text_fold(a, l->component), wanted) ||
		    text_same(text_fold(a, l->label), wanted))
			return l;
	}
	return NULL;
}

static rupiah spent_on(const struct filing *f, const char *component)
{
	rupiah sum = 0;
	for (size_t i = 0; i < f->payout_count; i++) {
		const struct payout *p = &f->payouts[i];
		if (p->state != PAYOUT_REJECTED && !p->reversed &&
		    text_same(p->component, component))
			sum += p->amount;
	}
	return sum;
}

/* A service is paid so often as it was given, by its tariff, in its row of the journal. */
static bool service_fits(const struct fee_component *c, const struct tariff *t, rupiah amount,
                         struct decision *d, struct fault *why)
{
	if (!text_same(values_of(&d->command->values, "kategori"), c->category)) {
		(void)fault_set(why, FAULT_REFUSED, N_("Kategori: %1 dibukukan sebagai %2"),
		                c->label, category_label(d->book, c->category));
		return fault_at(why, "kategori");
	}
	if (amount % t->amount == 0)
		return true;
	(void)fault_set(why, FAULT_REFUSED, N_("Jumlah: %1 sekali %2 menurut %3"), c->label,
	                rupiah_text(t->amount, d->a), t->decree);
	return fault_at(why, "jumlah");
}

/* One line for each party and time, by the tariff of the e-SKUM; what it does not have needs the
 * judge's order. */
static bool tariff_fits(const struct filing *f, rupiah amount, const char **component,
                        struct decision *d, struct fault *why)
{
	const struct values *v = &d->command->values;
	const char *typed = values_of(v, "komponen");
	const struct skum_line *l = line_named(&f->skum, typed, d->a);
	*component = l == NULL ? "" : l->component;
	const struct fee_component *service;
	const struct tariff *t =
	    l != NULL
	        ? NULL
	        : service_tariff(d->book, typed, instant_day(d->command->at, &d->book->court.zone),
	                         &service, d->a);
	if (t != NULL)
		return service_fits(service, t, amount, d, why);
	if (l == NULL && !text_tells(values_of(v, "dasar"))) {
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Komponen: %1 tidak ada pada e-SKUM; tulis dasarnya, perintah "
		                   "majelis"),
		                typed);
		return fault_at(why, "dasar");
	}
	if (l == NULL)
		return true;
	if (amount != l->each) {
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Jumlah: menurut e-SKUM %1 sekali %2; catat satu per satu"),
		                l->label, rupiah_text(l->each, d->a));
		return fault_at(why, "jumlah");
	}
	return spent_on(f, l->component) + amount <= l->amount ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Menurut e-SKUM %1 hanya %2 kali, dan itu sudah dikeluarkan"), l->label,
	                 number_text(l->times, d->a));
}

static day deposit_day(const struct context *s, const struct filing *f)
{
	day first = DAY_NONE;
	for (size_t i = 0; i < f->payment_count; i++) {
		const struct payment *p = &f->payments[i];
		instant told = p->arrived == INSTANT_NONE ? p->at : p->arrived;
		day on = instant_day(told, &s->book->court.zone);
		if (!p->suspense && (first == DAY_NONE || on < first))
			first = on;
	}
	return first;
}

static bool day_refused(const char *text, day on, struct decision *d, struct fault *why)
{
	char shown[16];
	day_show(on, shown, sizeof shown);
	(void)fault_set(why, FAULT_REFUSED, text, arena_text(d->a, shown));
	return fault_at(why, "tanggal");
}

/* Redaksi and meterai are of the decision; after it there is nothing but what it asks for. */
static bool decision_allows(const struct context *s, const struct filing *f, day on,
                            struct decision *d, struct fault *why)
{
	const char *category = values_of(&d->command->values, "kategori");
	day decided;
	const struct choices *all = choices_named(s->lists, s->list_count, KATEGORI);
	bool with = all != NULL && choices_tagged(all, category, "putusan");
	bool after = all != NULL && choices_tagged(all, category, "sesudah");
	bool ended = has_ended(f) && day_iso_parse(filing_value(f, AKHIR, "tanggal"), &decided);
	if (with && !ended)
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1 dikeluarkan pada hari putusan; catat dahulu putusannya"),
		                 category_name(s->book, category));
	if (with && on != decided)
		return day_refused(N_("Tanggal: dikeluarkan pada hari putusan, %1"), decided, d,
		                   why);
	return !ended || with || after ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Perkara sudah berakhir: tinggal pemberitahuan putusan yang dapat "
	                    "dibayar dari panjar, bukan %1"),
	                 category_name(s->book, category));
}

static bool day_allows(const struct context *s, const struct filing *f, day *on, struct decision *d,
                       struct fault *why)
{
	const struct command *c = d->command;
	day today = context_day(s, c), first = deposit_day(s, f);
	if (!day_iso_parse(values_of(&c->values, "tanggal"), on))
		*on = today;
	if (*on > today)
		return day_refused(N_("Tanggal: %1 belum tiba"), *on, d, why);
	if (first == DAY_NONE || *on < first)
		return day_refused(N_("Tanggal: sebelum panjarnya masuk, %1"), first, d, why);
	if (*on < f->number.registered && *on < today)
		return day_refused(N_("Tanggal: sebelum perkaranya terdaftar, %1"),
		                   f->number.registered, d, why);
	return decision_allows(s, f, *on, d, why);
}

/* No entry before the case has its number: the journal has a page per case (Buku II). */
static bool spend(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	day on;
	rupiah amount;
	const char *component;
	const struct values *v = &c->values;
	if (text_is_empty(f->number.number))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Perkara belum bernomor; panjar baru dapat dipakai sesudah terdaftar"));
	if (!amount_of(c, &amount, why) || !panjar_covers(f, amount, asked_for(f), d, why) ||
	    !tariff_fits(f, amount, &component, d, why) || !day_allows(s, f, &on, d, why))
		return false;
	const char *party = values_of(v, "pihak");
	const char *what = say(d->a, "%1%2", values_of(v, "komponen"),
	                       text_is_empty(party) ? "" : say(d->a, ", %1", party));
	struct payout *p = payout_new(d, f, PAYOUT_EXPENSE, amount);
	p->what = say(d->a, N_("%1, instrumen %2"), what, values_of(v, "instrumen"));
	p->component = component;
	p->category = values_of(v, "kategori");
	p->instrument = values_of(v, "instrumen");
	p->on = on;
	p->payee = values_of(v, "penerima");
	p->basis = values_of(v, "dasar");
	tell_waiting(d, p);
	return true;
}

const struct act act_spend = {
	.name = PANJAR "." KELUAR,
	.step = PANJAR,
	.form = KELUAR,
	.from = FROM_BLANK,
	.after = N_("menunggu panitera"),
	.decide = spend,
};
