/* The advance after payment: further requests, the end of a case, what is left of it. Money that
 * goes out stands in expense.c and payout.c.
 *
 * Sources: Buku II (journal, letter of warning and its month, striking out); SEMA 4/2008 no. 2 and
 * 3 (through the bank only; a rest not collected within six months of the notice goes to the
 * State). */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define TEGURAN "teguran"

/* ---- an additional deposit ---- */

static bool warn(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	rupiah amount;
	char until[32];
	if (text_is_empty(f->number.number) || has_ended(f))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tambah panjar hanya untuk perkara yang sedang berjalan"));
	if (!amount_of(c, &amount, why) || !va_may_ask(f, why))
		return false;
	day_show(day_add_months(context_day(s, c), s->book->court.warning_months), until,
	         sizeof until);
	fill_keep(s, d, TEGURAN);
	va_new(s, d, f->skum.bank, amount);
	d->event = say(d->a, N_("Teguran %1: tambah panjar %2, paling lambat %3"),
	               values_of(&c->values, "nomor"), rupiah_text(amount, d->a), until);
	return true;
}

day panjar_warned_until(const struct filing *f, const struct court_profile *c)
{
	rupiah asked;
	for (size_t i = 0; i < f->fill_count; i++) {
		const struct fill *fill = &f->fills[i];
		if (!text_same(fill->step, TEGURAN) || has_ended(f))
			continue;
		if (!money_plain_parse(values_of(&fill->values, "jumlah"), &asked))
			return DAY_NONE;
		for (size_t k = 0; k < f->payment_count; k++) {
			const struct payment *p = &f->payments[k];
			if (!p->suspense && p->at >= fill->at)
				asked -= p->amount;
		}
		day warned = instant_day(fill->at, &c->zone);
		return asked > 0 ? day_add_months(warned, c->warning_months) : DAY_NONE;
	}
	return DAY_NONE;
}

/* ---- the end, and what is left ---- */

/* A case is heard before it is decided (HIR 121, 125; RBg 145, 149). */
static void refuse_unheard(const struct filing *f, const struct values *asked, struct decision *d)
{
	day on, first = filing_first_hearing(f);
	char shown[16];
	if (!text_same(values_of(asked, "cara"), "putus") ||
	    !day_iso_parse(values_of(asked, "tanggal"), &on))
		return;
	day_show(first, shown, sizeof shown);
	if (first == DAY_NONE)
		refuse_field(d, "cara",
		             N_("Cara: sidang pertama belum ditetapkan, jadi belum dapat diputus"),
		             "");
	else if (on < first)
		refuse_field(d, "tanggal",
		             N_("Tanggal: sidang pertama baru %1; putusan tidak mendahuluinya"),
		             arena_text(d->a, shown));
}

/* Withdrawn before it has a number: what the tariff keeps for the State all the same. */
static void keep_for_state(const struct context *s, const struct filing *f, struct decision *d)
{
	rupiah left = f->panjar;
	const struct fees *all = &s->book->fees;
	for (size_t i = 0; i < f->skum.line_count; i++) {
		const struct skum_line *l = &f->skum.lines[i];
		for (size_t k = 0; k < all->component_count; k++) {
			const struct fee_component *c = &all->components[k];
			if (!c->kept || !text_same(c->key, l->component) || l->amount > left)
				continue;
			left -= l->amount;
			journal_pair(s, d, context_day(s, d->command),
			             say(d->a, N_("%1, dicabut sebelum bernomor"), l->label),
			             (struct transfer){ "panjar", PNBP, l->amount,
			                                text_is_empty(c->category)
			                                    ? "pnbp_pendaftaran"
			                                    : c->category });
		}
	}
}

static const char *ended_words(const char *how)
{
	if (text_same(how, "cabut"))
		return N_("Dicabut: %1");
	return text_same(how, "coret") ? N_("Dicoret karena panjar tidak ditambah: %1")
	                               : N_("Diputus: %1");
}

/* Before it has a number a filing can only be withdrawn. A case that ended has all its steps ended,
 * its account closed and its calls dropped; it keeps its number, in the register too. */
static bool end(const struct context *s, const struct filing *f, const struct command *c,
                struct decision *d, struct fault *why)
{
	const char *how = values_of(&c->values, "cara");
	bool numbered = !text_is_empty(f->number.number);
	day until = panjar_warned_until(f, &s->book->court);
	if (f->version == 0 || has_ended(f))
		return fault_set(why, FAULT_REFUSED, N_("Perkara ini sudah berakhir"));
	if (!numbered && !text_same(how, "cabut"))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Cara: pendaftaran yang belum bernomor hanya dapat dicabut"));
	if (text_same(how, "coret") && (until == DAY_NONE || until >= context_day(s, c)))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Cara: dicoret hanya bila teguran tambah panjar lewat waktunya tanpa dibayar"));
	if (step_now(d, NOMOR).state == STEP_WAITING)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Nomor perkara sedang diminta dari SIPP; tunggu nomornya, lalu cabut"));
	const struct values asked = values_asked(s, d);
	refuse_before_case(&asked, d, "tanggal");
	refuse_unheard(f, &asked, d);
	day on;
	decision_change(d, CHANGE_END)->to.ended =
	    day_iso_parse(values_of(&c->values, "tanggal"), &on) ? on : context_day(s, c);
	fill_keep(s, d, AKHIR);
	for (size_t i = 0; i < f->va_count; i++) {
		if (va_is_open(&f->vas[i]) && f->vas[i].closing == CLOSING_NONE)
			va_close(d, &f->vas[i], CLOSING_CANCELLED);
	}
	for (size_t i = 0; i < f->step_count; i++)
		step_end(d, f->steps[i].key);
	calls_drop(d, s->book);
	if (!numbered)
		keep_for_state(s, f, d);
	d->event = say(d->a, ended_words(how), values_of(&c->values, "alasan"));
	return true;
}

/* The day from which its months are counted: the first notice, and never before the end of the
 * case. DAY_NONE: there was none. */
static day first_notice(const struct filing *f)
{
	day notice, ended;
	if (!day_iso_parse(filing_value(f, SISA, "tanggal"), &notice))
		return DAY_NONE;
	bool earlier = day_iso_parse(filing_value(f, AKHIR, "tanggal"), &ended) && notice < ended;
	return earlier ? ended : notice;
}

static bool notify(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	day on, ended, before = first_notice(f);
	char shown[16];
	const struct values *v = &c->values;
	if (!rest_stands(f, why))
		return false;
	day_show(before == DAY_NONE ? 0 : before, shown, sizeof shown);
	if (before != DAY_NONE)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Sisa panjar sudah diberitahukan %1; pemberitahuan pertama yang "
		       "berlaku"),
		    shown);
	if (!day_iso_parse(values_of(v, "tanggal"), &on))
		on = context_day(s, c);
	if (day_iso_parse(filing_value(f, AKHIR, "tanggal"), &ended) && on < ended) {
		day_show(ended, shown, sizeof shown);
		(void)
		    fault_set(why, FAULT_REFUSED,
		              N_("Tanggal: perkara baru berakhir %1; sisanya diberitahukan sesudah "
		                 "itu"),
		              shown);
		return fault_at(why, "tanggal");
	}
	fill_keep(s, d, SISA);
	day_show(on, shown, sizeof shown);
	const char *letter = say(d->a, N_("surat %1, bukti %2"), values_of(v, "nomor"),
	                         values_of(v, "bukti"));
	d->event = say(d->a, N_("Sisa panjar %1 diberitahukan %2, %3"),
	               rupiah_text(f->panjar, d->a), arena_text(d->a, shown), letter);
	return true;
}

/* Not collected within the months after the first notice that the court's data gives: to the State
 * (SEMA 4/2008 no. 3, BW 1948). */
static bool forfeit(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	char until[16];
	int months = s->book->court.unclaimed_months;
	day notice = first_notice(f), today = context_day(s, c);
	if (!rest_stands(f, why))
		return false;
	if (notice == DAY_NONE)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Sisa panjar belum diberitahukan kepada pihak"));
	day_show(day_add_months(notice, months), until, sizeof until);
	if (today <= day_add_months(notice, months))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Sisa panjar masih dapat diambil pihak sampai %1"), until);
	if (asked_for(f) > 0)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Masih ada pengeluaran yang menunggu panitera; tunggu putusannya"));
	fill_keep(s, d, NEGARA);
	journal_pair(s, d, today,
	             say(d->a,
	                 N_("Uang tak bertuan, %1 bulan sesudah pemberitahuan, berita acara %2"),
	                 number_text(months, d->a), values_of(&c->values, "berita_acara")),
	             (struct transfer){ "panjar", "negara", f->panjar, "" });
	d->event = say(d->a, N_("Sisa panjar %1 menjadi uang tak bertuan untuk kas negara"),
	               rupiah_text(f->panjar, d->a));
	return true;
}

/* These acts belong to no step of the SOP: their own rules, not a step's state, say whether they
 * are allowed. */
const struct act act_warn = {
	.name = PANJAR "." TEGURAN,
	.step = PANJAR,
	.form = TEGURAN,
	.from = FROM_BLANK,
	.after = N_("VA tambah panjar diminta"),
	.decide = warn,
};
const struct act act_end_case = {
	.name = PANJAR "." AKHIR,
	.step = PANJAR,
	.form = AKHIR,
	.from = FROM_BLANK,
	.after = N_("perkara berakhir; VA ditutup"),
	.decide = end,
};
const struct act act_notify_rest = {
	.name = PANJAR "." SISA,
	.step = PANJAR,
	.form = SISA,
	.from = FROM_BLANK,
	.after = N_("hari sampai uang tak bertuan mulai dihitung"),
	.decide = notify,
};
const struct act act_forfeit = {
	.name = PANJAR "." NEGARA,
	.step = PANJAR,
	.form = NEGARA,
	.from = FROM_BLANK,
	.after = N_("sisa untuk kas negara"),
	.decide = forfeit,
};
static const struct act *const acts[] = {
	&act_spend,          &act_warn,        &act_end_case,      &act_notify_rest,
	&act_return_prepare, &act_forfeit,     &act_settle,        &act_payout_approve,
	&act_payout_reject,  &act_payout_send, &act_payout_bounce, &act_correct,
};

const struct step step_panjar = { .key = PANJAR, .acts = acts, .act_count = COUNT_OF(acts) };
