/* Money that goes out: what is left of an advance, money in suspense, an expense (expense.c). Who
 * prepares never approves, whatever data/rights.xml says; the approval names amount and account, so
 * that it is of what was seen; a rejection, and a transfer that the bank returns, are acts too.
 *
 * Sources: SEMA 4/2008 no. 2 (through the bank only); the return of e-Court money in three steps,
 * to the account in e-Court. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define PENGEMBALIAN "pengembalian"
#define TITIPAN      "titipan"
#define SETUJU       "setuju"
#define TOLAK        "tolak"
#define KIRIM        "kirim"
#define RETUR        "retur"

/* ---- what waits, and which one is meant ---- */

static bool is_open(const struct payout *p)
{
	return p->state == PAYOUT_WAITING || p->state == PAYOUT_APPROVED;
}

static bool named(const struct filing *f, const struct command *c, struct payout *out,
                  struct fault *why)
{
	long long number;
	const char *typed = values_of(&c->values, "nomor");
	for (size_t i = 0; text_number(typed, 1, INT32_MAX, &number) && i < f->payout_count; i++) {
		if (f->payouts[i].number == (int)number) {
			*out = f->payouts[i];
			return true;
		}
	}
	(void)fault_set(why, FAULT_REFUSED, N_("Nomor: tidak ada pengeluaran %1 pada perkara ini"),
	                typed);
	return fault_at(why, "nomor");
}

/* ---- the rest ---- */

/* The account is the one in e-Court; to another only by power of attorney, and why. */
static bool account_fits(const struct filing *f, const struct command *c, struct decision *d,
                         struct fault *why)
{
	const struct values *v = &c->values, *akun = filing_values(f, AKUN);
	bool own = text_same(values_of(v, "bank"), values_of(akun, "bank")) &&
	           same_digits(values_of(v, "rekening"), values_of(akun, "rekening"), d->a);
	if (own || (text_tells(values_of(v, "alasan")) && !text_is_empty(values_of(v, "kuasa"))))
		return true;
	(void)fault_set(
	    why, FAULT_REFUSED,
	    N_("Rekening: bukan rekening di e-Court (%1); untuk rekening lain tulis surat "
	       "kuasa dan alasannya"),
	    values_of(akun, "rekening"));
	return fault_at(why, "rekening");
}

static bool prepare(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	const struct values *v = &c->values;
	if (!rest_stands(f, why))
		return false;
	if (asked_for(f) > 0)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Masih ada pengeluaran yang menunggu panitera; tunggu putusannya"));
	if (!account_fits(f, c, d, why))
		return false;
	fill_keep(s, d, PENGEMBALIAN);
	struct payout *p = payout_new(d, f, PAYOUT_REST, f->panjar);
	p->what = say(d->a, N_("Sisa panjar untuk %1"), values_of(v, "nama"));
	p->category = "pengembalian";
	p->payee = values_of(v, "nama");
	p->bank = values_of(v, "bank");
	p->account = values_of(v, "rekening");
	p->basis = text_is_empty(values_of(v, "kuasa"))
	               ? ""
	               : say(d->a, "%1; %2", values_of(v, "kuasa"), values_of(v, "alasan"));
	d->event = say(d->a, N_("Pengembalian %1 kepada %2 disiapkan; menunggu panitera"),
	               rupiah_text(f->panjar, d->a), p->payee);
	return true;
}

/* ---- money in suspense ---- */

static void settle_now(struct decision *d, const char *payment, const char *outcome,
                       const char *reason, rupiah amount)
{
	struct change *change = decision_change(d, CHANGE_SETTLE);
	change->to.settle.payment = payment;
	change->to.settle.outcome = outcome;
	change->to.settle.reason = reason;
	change->to.settle.amount = amount;
}

/* It becomes the advance of this filing, which may be paid with it. */
static void become_panjar(const struct context *s, struct decision *d, const char *payment,
                          const char *reason, rupiah amount)
{
	const struct filing *f = d->filing;
	settle_now(d, payment, "panjar", reason, amount);
	journal_pair(s, d, context_day(s, d->command),
	             say(d->a, N_("Titipan %1: %2"), payment, reason),
	             (struct transfer){ "suspense", "panjar", amount, "" });
	enum step_state paying = step_now(d, BAYAR).state;
	if (paying == STEP_BLANK || paying == STEP_DONE || f->skum.round == 0 ||
	    filing_paid(f) + amount < f->skum.total)
		return;
	const struct va *va = filing_va(f);
	if (va != NULL && va_is_open(va) && va->closing == CLOSING_NONE)
		va_close(d, va, CLOSING_CANCELLED);
	step_pass(d, BAYAR);
}

static bool payer_named(const struct command *c, struct fault *why)
{
	static const char *const needed[] = { "nama", "bank", "rekening", "bukti" };
	for (size_t i = 0; i < COUNT_OF(needed); i++) {
		if (!text_is_empty(values_of(&c->values, needed[i])))
			continue;
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Pengembalian titipan perlu nama, bank, rekening penyetor dan "
		                   "buktinya dari bank"));
		return fault_at(why, needed[i]);
	}
	return true;
}

/* The amount is that of the payment, read in the same transaction; the store compares it again. To
 * the filing it came for the kasir counts it; anywhere else it goes by two. */
static bool settle(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	const struct values *v = &c->values;
	const char *id = values_of(v, "titipan"), *reason = values_of(v, "alasan");
	bool back = text_same(values_of(v, "cara"), "kembali");
	if (s->held <= 0)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Tidak ada titipan %1 yang belum diputus; lihat loket titipan list"), id);
	for (size_t i = 0; i < f->payout_count; i++) {
		if (is_open(&f->payouts[i]) && text_same(f->payouts[i].payment, id))
			return fault_set(why, FAULT_REFUSED,
			                 N_("Titipan %1 sudah disiapkan; menunggu panitera"), id);
	}
	if (f->version == 0 || (!back && has_ended(f)))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Perkara ini sudah berakhir; kembalikan uangnya"));
	if (!back && s->held_here) {
		become_panjar(s, d, id, reason, s->held);
		d->event = say(d->a, N_("Titipan %1 menjadi panjar: %2"),
		               rupiah_text(s->held, d->a), reason);
		return true;
	}
	if (!back && text_is_empty(values_of(v, "nama"))) {
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Nama: tulis siapa yang menyetor; kwitansinya menyebut dia"));
		return fault_at(why, "nama");
	}
	if (back && !payer_named(c, why))
		return false;
	struct payout *p = payout_new(d, f, back ? PAYOUT_SUSPENSE : PAYOUT_MOVE, s->held);
	p->what = say(d->a,
	              back ? N_("Titipan %1 kembali kepada penyetor")
	                   : N_("Titipan %1 menjadi panjar perkara ini"),
	              id);
	p->payment = id;
	p->payee = values_of(v, "nama");
	p->bank = values_of(v, "bank");
	p->account = values_of(v, "rekening");
	p->basis = say(d->a, "%1; %2", reason, values_of(v, "bukti"));
	tell_waiting(d, p);
	return true;
}

/* ---- approving ---- */

/* What is approved is what was seen: its amount and account are named again. */
static bool seen_as_it_is(const struct payout *p, const struct command *c, struct decision *d,
                          struct fault *why)
{
	rupiah amount;
	if (!amount_of(c, &amount, why))
		return false;
	if (amount != p->amount) {
		(void)fault_set(why, FAULT_REFUSED, N_("Jumlah: yang disiapkan %1, bukan %2"),
		                rupiah_text(p->amount, d->a), rupiah_text(amount, d->a));
		return fault_at(why, "jumlah");
	}
	if (text_is_empty(p->account) ||
	    same_digits(p->account, values_of(&c->values, "rekening"), d->a))
		return true;
	(void)fault_set(why, FAULT_REFUSED,
	                N_("Rekening: yang disiapkan %1; lihat lagi, lalu setujui atau tolak"),
	                p->account);
	return fault_at(why, "rekening");
}

static bool second_person(const struct payout *p, const struct command *c, struct fault *why)
{
	return !text_same(p->by, c->who) ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Yang menyiapkan tidak dapat menyetujui; itu pekerjaan orang lain"));
}

static bool approve_expense(const struct context *s, const struct filing *f, const struct payout *p,
                            struct decision *d, struct fault *why)
{
	const struct choices *all = choices_named(s->lists, s->list_count, KATEGORI);
	bool pnbp = all != NULL && choices_tagged(all, p->category, PNBP);
	if (!panjar_covers(f, p->amount, asked_for(f) - p->amount, d, why))
		return false;
	journal_pair(s, d, p->on, p->what,
	             (struct transfer){ "panjar", pnbp ? PNBP : "bank", p->amount, p->category });
	d->changes[d->change_count - 1].to.journal.payout = p->number;
	d->event = say(d->a, N_("Panjar keluar %1: %2"), rupiah_text(p->amount, d->a), p->what);
	return true;
}

static bool approve_rest(const struct context *s, const struct filing *f, const struct payout *p,
                         struct decision *d, struct fault *why)
{
	if (!rest_stands(f, why))
		return false;
	if (f->panjar != p->amount)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Sisa panjar sekarang %1, disiapkan %2; tolak, lalu siapkan lagi"),
		    rupiah_text(f->panjar, d->a), rupiah_text(p->amount, d->a));
	journal_pair(s, d, context_day(s, d->command), p->what,
	             (struct transfer){ "panjar", "pengembalian", p->amount, p->category });
	d->event = say(d->a, N_("Pengembalian %1 kepada %2, rekening %3, disetujui"),
	               rupiah_text(p->amount, d->a), p->payee, p->account);
	return true;
}

static bool approve(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	struct payout p;
	if (!named(f, c, &p, why))
		return false;
	if (p.state != PAYOUT_WAITING)
		return fault_set(why, FAULT_REFUSED, N_("Pengeluaran %1 sudah diputus"),
		                 number_text(p.number, d->a));
	if (!second_person(&p, c, why) || !seen_as_it_is(&p, c, d, why))
		return false;
	p.state = p.kind == PAYOUT_EXPENSE || p.kind == PAYOUT_MOVE ? PAYOUT_SENT : PAYOUT_APPROVED;
	p.decided_by = c->who;
	decision_change(d, CHANGE_PAYOUT)->to.payout = p;
	if (p.kind == PAYOUT_EXPENSE)
		return approve_expense(s, f, &p, d, why);
	if (p.kind == PAYOUT_REST)
		return approve_rest(s, f, &p, d, why);
	if (p.kind == PAYOUT_MOVE)
		become_panjar(s, d, p.payment, p.basis, p.amount);
	d->event = say(d->a, N_("%1, %2: disetujui"), p.what, rupiah_text(p.amount, d->a));
	return true;
}

/* Before it is sent it can be taken back, also what was approved. */
static bool reject(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	struct payout p;
	if (!named(f, c, &p, why))
		return false;
	if (!is_open(&p))
		return fault_set(why, FAULT_REFUSED, N_("Pengeluaran %1 sudah diputus"),
		                 number_text(p.number, d->a));
	if (p.kind == PAYOUT_REST && p.state == PAYOUT_APPROVED)
		journal_pair(s, d, context_day(s, c),
		             say(d->a, N_("Pengembalian kepada %1 ditarik"), p.payee),
		             (struct transfer){ "pengembalian", "panjar", p.amount, p.category });
	p.state = PAYOUT_REJECTED;
	p.said = values_of(&c->values, "alasan");
	decision_change(d, CHANGE_PAYOUT)->to.payout = p;
	d->event = say(d->a, N_("%1, %2: ditolak, %3"), p.what, rupiah_text(p.amount, d->a),
	               p.said);
	return true;
}

/* ---- sending, and what comes back ---- */

static bool reference_of(const struct command *c, const char **out, struct fault *why)
{
	*out = values_of(&c->values, "referensi");
	if (payout_reference(*out))
		return true;
	(void)fault_set(why, FAULT_REFUSED,
	                N_("Referensi: tulis nomor pada bukti transfer bank, bukan %1"), *out);
	return fault_at(why, "referensi");
}

/* The account that a payment in suspense came into. */
static const char *bank_held(const struct filing *f, const char *payment)
{
	for (size_t i = 0; i < f->payment_count; i++) {
		if (text_same(f->payments[i].id, payment))
			return f->payments[i].bank;
	}
	return filing_bank(f);
}

static bool send(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	struct payout p;
	const char *reference;
	if (!named(f, c, &p, why))
		return false;
	if (p.state != PAYOUT_APPROVED)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada pengembalian yang disetujui panitera"));
	if (!reference_of(c, &reference, why))
		return false;
	p.state = PAYOUT_SENT;
	p.reference = reference;
	decision_change(d, CHANGE_PAYOUT)->to.payout = p;
	if (p.kind == PAYOUT_SUSPENSE) {
		settle_now(d, p.payment, "kembali", p.basis, p.amount);
		const struct journal_place at = { context_day(s, c), bank_held(f, p.payment) };
		journal_pair_at(s, d, &at, say(d->a, "%1, %2", p.what, reference),
		                (struct transfer){ "suspense", "bank", p.amount, "" });
		d->changes[d->change_count - 1].to.journal.payout = p.number;
		d->event = say(d->a, N_("Titipan %1 dikembalikan kepada penyetor: %2"),
		               rupiah_text(p.amount, d->a), reference);
		return true;
	}
	journal_pair(s, d, context_day(s, c), say(d->a, N_("Transfer sisa panjar, %1"), reference),
	             (struct transfer){ "pengembalian", "bank", p.amount, "" });
	d->changes[d->change_count - 1].to.journal.payout = p.number;
	d->event = say(d->a, N_("Sisa panjar %1 ditransfer, %2"), rupiah_text(p.amount, d->a),
	               reference);
	return true;
}

/* The bank could not pay it out: it is the party's again, as before. */
static void take_back(const struct context *s, struct decision *d, const struct payout *p)
{
	const char *what = say(d->a, N_("Transfer kembali dari bank, %1"), p->said);
	bool suspense = p->kind == PAYOUT_SUSPENSE;
	const char *bank = suspense ? bank_held(d->filing, p->payment) : filing_bank(d->filing);
	const struct journal_place at = { context_day(s, d->command), bank };
	journal_pair_at(s, d, &at, what,
	                (struct transfer){ "bank", suspense ? "suspense" : "panjar", p->amount,
	                                   p->category });
	if (!suspense)
		return;
	decision_change(d, CHANGE_PAYMENT)->to.payment = (struct payment){
		.id = say(d->a, "RETUR:%1:%2", p->payment, number_text(p->number, d->a)),
		.trx = "",
		.amount = p->amount,
		.at = d->command->at,
		.channel = "",
		.reference = values_of(&d->command->values, "referensi"),
		.source = "report",
		.suspense = true,
		.note = N_("transfer pengembalian ditolak bank"),
		.outcome = "",
		.arrived = d->command->at,
		.bank = bank,
	};
}

static bool bounce(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	struct payout p;
	const char *reference;
	if (!named(f, c, &p, why) || !reference_of(c, &reference, why))
		return false;
	if (p.state != PAYOUT_SENT || (p.kind != PAYOUT_REST && p.kind != PAYOUT_SUSPENSE))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Nomor: pengeluaran %1 bukan transfer yang sudah dikirim"),
		                 number_text(p.number, d->a));
	p.state = PAYOUT_BOUNCED;
	p.said = say(d->a, "%1, %2", values_of(&c->values, "alasan"), reference);
	decision_change(d, CHANGE_PAYOUT)->to.payout = p;
	take_back(s, d, &p);
	d->event = say(d->a, N_("Transfer %1 kepada %2 kembali dari bank: %3"),
	               rupiah_text(p.amount, d->a), p.payee, p.said);
	return true;
}

const struct act act_return_prepare = {
	.name = PANJAR "." PENGEMBALIAN,
	.step = PANJAR,
	.form = PENGEMBALIAN,
	.from = FROM_BLANK,
	.after = N_("menunggu panitera"),
	.decide = prepare,
};
const struct act act_settle = {
	.name = PANJAR "." TITIPAN,
	.step = PANJAR,
	.form = TITIPAN,
	.from = FROM_BLANK,
	.after = N_("titipan diputus, atau menunggu panitera"),
	.decide = settle,
};
const struct act act_payout_approve = {
	.name = PANJAR "." SETUJU,
	.step = PANJAR,
	.form = SETUJU,
	.from = FROM_BLANK,
	.after = N_("pengeluaran dibukukan; pengembalian menunggu transfer"),
	.decide = approve,
};
const struct act act_payout_reject = {
	.name = PANJAR "." TOLAK,
	.step = PANJAR,
	.form = TOLAK,
	.from = FROM_BLANK,
	.after = N_("pengeluaran tidak jadi"),
	.decide = reject,
};
const struct act act_payout_send = {
	.name = PANJAR "." KIRIM,
	.step = PANJAR,
	.form = KIRIM,
	.from = FROM_BLANK,
	.after = N_("uang dikembalikan"),
	.decide = send,
};
const struct act act_payout_bounce = {
	.name = PANJAR "." RETUR,
	.step = PANJAR,
	.form = RETUR,
	.from = FROM_BLANK,
	.after = N_("uang ada lagi; siapkan lagi"),
	.decide = bounce,
};
