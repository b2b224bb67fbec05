/* A correction of the journal: no entry is changed, a second one of the panitera takes it back and
 * names its number (Bindalmin: nothing is erased, what is wrong stays readable). What an expense
 * had used of the e-SKUM, and its instrument, is free again. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define KOREKSI "koreksi"

/* What may be taken back by hand, by the account that gained and the one that gave; `no`: why not.
 * An account's key may go on after the name given here: there is one for each bank. */
static const struct entry_kind {
	const char *debit, *credit, *no;
} kinds[] = {
	{ "panjar", "bank", NULL },
	{ "panjar", PNBP, NULL },
	{ "panjar", "negara", NULL },
	{ "bank", "panjar", N_("uang itu masuk menurut bank; kembalikan sebagai sisa panjar") },
	{ "bank", "suspense", N_("uang itu masuk menurut bank; putuskan sebagai titipan") },
	{ "suspense", "panjar", N_("titipan sudah menjadi panjar; kembalikan sebagai sisanya") },
	{ "suspense", "bank", N_("itu transfer; yang kembali dari bank dicatat sebagai retur") },
	{ "pengembalian", "bank",
	  N_("itu transfer; yang kembali dari bank dicatat sebagai retur") },
	{ "panjar", "pengembalian", N_("pengembalian yang disetujui ditarik dengan menolaknya") },
	{ "pengembalian", "panjar", N_("pengembalian itu sudah ditarik; siapkan lagi") },
};

/* The account of the entry that gained, or gave. */
static const char *account_of(const struct entry_told *e, bool gained)
{
	for (size_t i = 0; i < e->count; i++) {
		if ((e->items[i].amount > 0) == gained)
			return e->items[i].account;
	}
	return "";
}

static const char *why_not(const struct entry_told *e)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (text_starts(account_of(e, true), kinds[i].debit) &&
		    text_starts(account_of(e, false), kinds[i].credit))
			return kinds[i].no;
	}
	return N_("ayat semacam ini bukan milik satu perkara");
}

static bool may_be_corrected(const struct entry_told *e, const char *typed, struct decision *d,
                             struct fault *why)
{
	if (e->number == 0)
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Nomor: tidak ada ayat jurnal %1 pada perkara ini"), typed);
	else if (e->reverses != 0)
		(void)
		    fault_set(why, FAULT_REFUSED,
		              N_("Nomor: ayat %1 sendiri sebuah koreksi; bukukan lagi yang benar"),
		              typed);
	else if (e->reversed != 0)
		(void)fault_set(why, FAULT_REFUSED, N_("Nomor: ayat %1 sudah dikoreksi dengan %2"),
		                typed, number_text(e->reversed, d->a));
	else if (e->handed)
		(void)
		    fault_set(why, FAULT_REFUSED,
		              N_("Nomor: uang ayat %1 sudah diserahkan kepada bendahara penerima; "
		                 "yang keliru diminta kembali dari negara"),
		              typed);
	else if (why_not(e) != NULL)
		(void)fault_set(why, FAULT_REFUSED, N_("Nomor: ayat %1 tidak dikoreksi, %2"), typed,
		                why_not(e));
	else
		return true;
	return fault_at(why, "nomor");
}

/* Its expense is as if it had not been; the row stays, and says so. */
static void payout_free(const struct filing *f, const struct entry_told *e, struct decision *d)
{
	for (size_t i = 0; i < f->payout_count; i++) {
		if (e->payout == 0 || f->payouts[i].number != e->payout)
			continue;
		struct change *c = decision_change(d, CHANGE_PAYOUT);
		c->to.payout = f->payouts[i];
		c->to.payout.reversed = true;
		c->to.payout.said = values_of(&d->command->values, "alasan");
	}
}

static bool correct(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	const struct entry_told *e = &s->entry;
	const char *typed = values_of(&c->values, "nomor"),
	           *reason = values_of(&c->values, "alasan");
	if (!may_be_corrected(e, typed, d, why))
		return false;
	if (!text_tells(reason)) {
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Alasan: tulis apa yang keliru, sekurangnya dua kata"));
		return fault_at(why, "alasan");
	}
	struct journal_entry *back = arena_get(d->a, e->count, sizeof *back);
	rupiah amount = 0;
	for (size_t i = 0; i < e->count; i++) {
		back[i] = e->items[i];
		back[i].amount = -e->items[i].amount;
		amount += e->items[i].amount > 0 ? e->items[i].amount : 0;
	}
	struct change *entry = decision_change(d, CHANGE_JOURNAL);
	entry->to.journal.on = context_day(s, c);
	entry->to.journal.what = say(d->a, N_("Koreksi ayat %1 (%2): %3"), typed, e->what, reason);
	entry->to.journal.items = back;
	entry->to.journal.count = e->count;
	entry->to.journal.reverses = e->number;
	payout_free(f, e, d);
	d->event = say(d->a, N_("Ayat jurnal %1 dikoreksi, %2: %3"), typed,
	               rupiah_text(amount, d->a), reason);
	return true;
}

const struct act act_correct = {
	.name = PANJAR "." KOREKSI,
	.step = PANJAR,
	.form = KOREKSI,
	.from = FROM_BLANK,
	.after = N_("ayat balik; pengeluarannya bebas lagi"),
	.decide = correct,
};
