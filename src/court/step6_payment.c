/* Step 6, Pembayaran: the bank makes the virtual account and reports payment. Only the exact sum,
 * for the live account, once, is a payment; any other money goes into suspense for the kasir (SEMA
 * 4/2008 no. 2: through the bank only). The bank's own id makes a repeated notice harmless. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum {
	STATUS_AFTER = 60000, /* a bank asked within a minute still says unpaid (snap practice) */
	LAST_MINUTE = 24 * 60 - 1
};

static const struct va *va_named(const struct filing *f, const char *trx)
{
	for (size_t i = 0; i < f->va_count; i++) {
		if (text_same(f->vas[i].trx, trx))
			return &f->vas[i];
	}
	return NULL;
}

static bool va_find(const struct filing *f, const char *trx, struct va *out, struct fault *why)
{
	const struct va *va = va_named(f, trx);
	if (va == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Virtual account %1 bukan milik pendaftaran ini"), trx);
	*out = *va;
	return true;
}

/* The bank made the account: stores its number and expiry. */
static bool made(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	struct va va;
	const struct va_told *told = &c->payload.va;
	(void)s;
	if (!va_find(f, told->trx, &va, why))
		return false;
	d->event = say(d->a, N_("VA %1 dibuat bank"), told->number);
	if (va.state != VA_ASKED)
		return true;
	va.state = VA_LIVE;
	va.number = told->number;
	if (told->expires != INSTANT_NONE)
		va.expires = told->expires;
	decision_change(d, CHANGE_VA)->to.va = va;
	return true;
}

static bool refused(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	struct va va;
	(void)s;
	if (!va_find(f, c->payload.va.trx, &va, why))
		return false;
	va.state = VA_REFUSED;
	va.closing = CLOSING_NONE;
	va.note = c->payload.va.note;
	decision_change(d, CHANGE_VA)->to.va = va;
	if (step_now(d, BAYAR).state == STEP_WAITING)
		step_turn(d, BAYAR, STEP_OPEN, WAITS_NOBODY);
	d->event = say(d->a, N_("Bank menolak membuat VA: %1"), va.note);
	return true;
}

static bool already_counted(const struct filing *f, const char *id)
{
	for (size_t i = 0; i < f->payment_count; i++) {
		if (text_same(f->payments[i].id, id))
			return true;
	}
	return false;
}

/* Why the bank's time cannot be that of this payment; "" : it can. The journal's day is ours. */
static const char *untimely(const struct context *s, const struct va *va, const struct payment *p)
{
	const struct court_profile *court = &s->book->court;
	int64_t apart = (int64_t)court->clock_minutes * MINUTE_MS;
	day on = instant_day(p->at, &court->zone);
	if (p->at > p->arrived + apart)
		return N_("waktu menurut bank belum tiba");
	if (va->asked != INSTANT_NONE && p->at < va->asked - apart)
		return N_("waktu menurut bank sebelum tagihannya diminta");
	if (s->closed != DAY_NONE && month_last(on) <= s->closed)
		return N_("waktu menurut bank di bulan yang sudah ditutup");
	return "";
}

/* Why money does not count as the payment; "" : it does. An account that is being closed still
 * accepts it: money takes precedence over a cancellation; and a person who took it from the bank's
 * report has seen its time. */
static const char *amiss(const struct context *s, const struct va *va, const struct payment *p,
                         const char *acknowledged)
{
	if (va->state == VA_PAID)
		return N_("pembayaran kedua");
	if (p->amount != va->amount)
		return N_("jumlahnya lain dari tagihan");
	if (!va_is_open(va))
		return N_("VA sudah ditutup");
	if (p->at > va->expires)
		return N_("lewat batas waktu");
	return acknowledged == NULL ? untimely(s, va, p) : "";
}

/* Asked, the bank calls it paid by money that was put in suspense: it takes no more. A notice told
 * again says nothing of that. */
static void used_up(struct decision *d, const struct va *va)
{
	struct va over = *va;
	over.state = VA_CANCELLED;
	over.closing = CLOSING_NONE;
	over.note = N_("dibayar dengan jumlah lain; uangnya ditahan untuk kasir");
	decision_change(d, CHANGE_VA)->to.va = over;
	if (step_now(d, BAYAR).state == STEP_WAITING)
		step_turn(d, BAYAR, STEP_OPEN, WAITS_NOBODY);
}

/* With both times where they differ by more than clocks do. */
static const char *held_event(const struct context *s, const struct decision *d,
                              const struct payment *p)
{
	char told[40], here[40];
	const struct court_profile *court = &s->book->court;
	int64_t apart = p->at > p->arrived ? p->at - p->arrived : p->arrived - p->at;
	instant_show(p->at, &court->zone, told, sizeof told);
	instant_show(p->arrived, &court->zone, here, sizeof here);
	const char *amount = rupiah_text(p->amount, d->a);
	if (apart <= (int64_t)court->clock_minutes * MINUTE_MS)
		return say(d->a, N_("Uang %1 masuk, %2; ditahan untuk kasir"), amount, p->note);
	return say(d->a, N_("Uang %1 masuk, %2 (menurut bank %3, di sini %4); ditahan untuk kasir"),
	           amount, p->note, told, here);
}

static bool paid(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d, struct fault *why)
{
	struct va va;
	const struct payment_told *told = &c->payload.payment;
	struct payment p = { .id = told->id,
		             .trx = told->trx,
		             .amount = told->amount,
		             .at = told->at == INSTANT_NONE ? c->at : told->at,
		             .arrived = c->at,
		             .channel = told->channel,
		             .reference = told->reference,
		             .source = told->source,
		             .bank = "" };
	if (!va_find(f, p.trx, &va, why))
		return false;
	p.bank = va.bank;
	if (text_is_empty(p.id) || p.amount <= 0)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Pemberitahuan bayar tanpa nomor atau jumlah yang benar: %1"),
		                 rupiah_text(p.amount, d->a));
	d->event = say(d->a, N_("Pembayaran %1 sudah dicatat sebelumnya"), p.id);
	if (already_counted(f, p.id)) {
		if (va_is_open(&va) && text_same(p.source, "status"))
			used_up(d, &va);
		return true;
	}
	p.note = amiss(s, &va, &p, told->acknowledged);
	p.suspense = !text_is_empty(p.note);
	decision_change(d, CHANGE_PAYMENT)->to.payment = p;
	const char *what = p.suspense ? N_("Uang titipan") : N_("Panjar biaya perkara");
	if (told->acknowledged != NULL)
		what = say(d->a, N_("%1, menurut rekening bank; diakui %2"), what,
		           told->acknowledged);
	const struct journal_place at = { context_day(s, c), p.bank };
	journal_pair_at(s, d, &at, what,
	                (struct transfer){ "bank", p.suspense ? "suspense" : "panjar", p.amount,
	                                   "" });
	if (p.suspense) {
		d->event = held_event(s, d, &p);
		return true;
	}
	va.state = VA_PAID;
	va.closing = CLOSING_NONE;
	va.note = "";
	decision_change(d, CHANGE_VA)->to.va = va;
	if (filing_paid(f) + p.amount >= f->skum.total)
		step_pass(d, BAYAR);
	d->event = say(d->a,
	               told->acknowledged == NULL
	                   ? N_("Lunas, %1")
	                   : N_("Lunas, %1, menurut laporan bank; diakui %2"),
	               rupiah_text(p.amount, d->a), told->acknowledged);
	return true;
}

static bool expired(const struct context *s, const struct filing *f, const struct command *c,
                    struct decision *d, struct fault *why)
{
	struct va va;
	(void)s;
	if (!va_find(f, c->payload.va.trx, &va, why))
		return false;
	if (va.state != VA_LIVE || c->at < va.expires)
		return fault_set(why, FAULT_REFUSED, N_("VA %1 belum kedaluwarsa"), va.number);
	if (va.closing == CLOSING_NONE)
		va_close(d, &va, CLOSING_EXPIRED);
	d->event = say(d->a, N_("VA %1 lewat waktu, belum dibayar; bank diminta menutupnya"),
	               va_called(&va));
	return true;
}

/* A person cancels the account: the filing was withdrawn, or its e-SKUM is to be computed again
 * (then an earlier step gets the turn, after which a new e-SKUM is issued). */
static bool cancel(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	const struct va *va = filing_va(f);
	(void)s;
	const char *back = values_of(&c->values, "kembali_ke");
	if (va == NULL || !va_is_open(va))
		return fault_set(why, FAULT_REFUSED, N_("Tidak ada VA yang terbuka"));
	if (va->closing == CLOSING_NONE)
		va_close(d, va, CLOSING_CANCELLED);
	if (!text_is_empty(back))
		step_turn(d, back, STEP_RETURNED, WAITS_NOBODY);
	d->event = say(d->a, N_("VA %1 dibatalkan: %2"), va_called(va),
	               values_of(&c->values, "alasan"));
	return true;
}

/* The court extends the time to pay. The new time counts at once, so that money that arrives before
 * the bank's answer is in time; when the bank refuses, the old time is restored. */
static bool extend(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	day until;
	char before[40], after[40];
	const struct zone *z = &s->book->court.zone;
	const struct va *va = filing_va(f);
	if (va == NULL || va->state != VA_LIVE || va->closing != CLOSING_NONE ||
	    c->at >= va->expires)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Hanya VA yang masih dapat dibayar dapat diperpanjang"));
	if (va->agreed != INSTANT_NONE)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Perpanjangan yang lalu belum dijawab bank; tunggu dahulu"));
	instant_show(va->expires, z, before, sizeof before);
	if (!day_iso_parse(values_of(&c->values, "sampai"), &until) ||
	    instant_at(until, LAST_MINUTE, z) <= va->expires) {
		(void)fault_set(why, FAULT_REFUSED,
		                N_("Sampai: VA sudah berlaku sampai %1; pilih hari sesudahnya"),
		                before);
		return fault_at(why, "sampai");
	}
	struct va longer = *va;
	longer.expires = instant_at(until, LAST_MINUTE, z);
	longer.agreed = va->expires;
	longer.note = N_("perpanjangan menunggu bank");
	decision_change(d, CHANGE_VA)->to.va = longer;
	instant_local(longer.expires, z, after, sizeof after);
	const char *key = arena_print(d->a, "%s/sampai/%s", va->trx, after);
	struct message *m = va_message(d, va, "update-va", key);
	body_set(m, d->a, "name", f->title);
	body_set(m, d->a, "expires", arena_text(d->a, after));
	instant_show(longer.expires, z, after, sizeof after);
	d->event = say(d->a, N_("VA %1 diperpanjang sampai %2: %3"), va->number, after,
	               values_of(&c->values, "alasan"));
	return true;
}

/* The bank's answer ends the request for extension; an account that is already being closed keeps
 * its time. */
static void longer_over(struct decision *d, struct va *va, instant expires)
{
	if (va->agreed == INSTANT_NONE)
		return;
	if (va->state == VA_LIVE && va->closing == CLOSING_NONE && expires != INSTANT_NONE)
		va->expires = expires;
	va->agreed = INSTANT_NONE;
	va->note = "";
	decision_change(d, CHANGE_VA)->to.va = *va;
}

static bool extended(const struct context *s, const struct filing *f, const struct command *c,
                     struct decision *d, struct fault *why)
{
	struct va va;
	char until[40];
	if (!va_find(f, c->payload.va.trx, &va, why))
		return false;
	longer_over(d, &va, c->payload.va.expires);
	instant_show(va.expires, &s->book->court.zone, until, sizeof until);
	d->event = say(d->a, N_("Bank memperpanjang VA %1 sampai %2"), va.number, until);
	return true;
}

static bool not_extended(const struct context *s, const struct filing *f, const struct command *c,
                         struct decision *d, struct fault *why)
{
	struct va va;
	char until[40];
	if (!va_find(f, c->payload.va.trx, &va, why))
		return false;
	longer_over(d, &va, va.agreed);
	instant_show(va.expires, &s->book->court.zone, until, sizeof until);
	d->event = say(d->a, N_("Bank tidak memperpanjang VA %1, tetap sampai %2: %3"), va.number,
	               until, c->payload.va.note);
	return true;
}

/* The bank has closed it; payments made until then stay valid. */
static bool closed(const struct context *s, const struct filing *f, const struct command *c,
                   struct decision *d, struct fault *why)
{
	struct va va;
	(void)s;
	if (!va_find(f, c->payload.va.trx, &va, why))
		return false;
	d->event = say(d->a, N_("VA %1 ditutup bank"), va_called(&va));
	if (!va_is_open(&va))
		return true;
	va.state = va.closing == CLOSING_EXPIRED ? VA_EXPIRED : VA_CANCELLED;
	va.closing = CLOSING_NONE;
	decision_change(d, CHANGE_VA)->to.va = va;
	if (step_now(d, BAYAR).state == STEP_WAITING)
		step_turn(d, BAYAR, STEP_OPEN, WAITS_NOBODY);
	return true;
}

/* Asks the bank for the status; the key names the minute, so that repeated keys ask once a minute.
 */
static bool ask(const struct context *s, const struct filing *f, const struct command *c,
                struct decision *d, struct fault *why)
{
	char key[96];
	const struct va *va = filing_va(f);
	(void)s;
	if (va == NULL || va->state != VA_LIVE)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Belum ada VA yang dapat ditanyakan; tunggu jawaban bank"));
	snprintf(key, sizeof key, "%s/status/%lld", va->trx, (long long)(c->at / STATUS_AFTER));
	(void)va_message(d, va, "status", key);
	d->event = N_("Status pembayaran ditanyakan ke bank");
	return true;
}

/* A new account for what is owed; when verification returned the filing here and nothing is owed,
 * it goes back to verification. */
static bool again(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	(void)c;
	rupiah owed = f->skum.total - filing_paid(f);
	if (f->skum.round == 0)
		return fault_set(why, FAULT_REFUSED, N_("Tidak ada yang harus dibayar"));
	if (!va_may_ask(f, why))
		return false;
	if (step_now(d, SKUM).state != STEP_DONE)
		return fault_set(why, FAULT_REFUSED,
		                 N_("e-SKUM sedang diperbaiki; terbitkan dahulu"));
	if (owed <= 0) {
		step_pass(d, BAYAR);
		d->event = N_("Panjar sudah lunas; tidak ada VA baru");
		return true;
	}
	va_ask(s, d, f->skum.bank, owed);
	d->event = say(d->a, N_("VA baru diminta, %1"), rupiah_text(owed, d->a));
	return true;
}

const struct act act_va_made = {
	.name = BAYAR ".va",
	.step = BAYAR,
	.form = "",
	.payload = PAYLOAD_VA,
	.from = FROM_BEGUN,
	.after = N_("tetap menunggu bank"),
	.decide = made,
};
const struct act act_va_refused = {
	.name = BAYAR ".ditolak",
	.step = BAYAR,
	.form = "",
	.payload = PAYLOAD_VA,
	.from = FROM_BEGUN,
	.after = N_("giliran"),
	.decide = refused,
};
const struct act act_paid = {
	.name = BAYAR ".lunas",
	.step = BAYAR,
	.form = "",
	.payload = PAYLOAD_PAYMENT,
	.from = FROM_BEGUN,
	.after = N_("selesai, atau uang ditahan"),
	.decide = paid,
};
const struct act act_va_expired = {
	.name = BAYAR ".kedaluwarsa",
	.step = BAYAR,
	.form = "",
	.payload = PAYLOAD_VA,
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("tetap; bank diminta menutup VA"),
	.decide = expired,
};
const struct act act_va_cancel = {
	.name = BAYAR ".batal",
	.step = BAYAR,
	.form = "batal",
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("tetap; bank diminta menutup VA"),
	.decide = cancel,
};
const struct act act_va_extend = {
	.name = BAYAR ".perpanjang",
	.step = BAYAR,
	.form = "perpanjang",
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("tetap menunggu bank, sampai hari itu"),
	.decide = extend,
};
const struct act act_va_extended = {
	.name = BAYAR ".diperpanjang",
	.step = BAYAR,
	.form = "",
	.payload = PAYLOAD_VA,
	.from = FROM_BEGUN,
	.after = N_("tetap"),
	.decide = extended,
};
const struct act act_va_not_extended = {
	.name = BAYAR ".tetap",
	.step = BAYAR,
	.form = "",
	.payload = PAYLOAD_VA,
	.from = FROM_BEGUN,
	.after = N_("tetap, sampai batas yang lama"),
	.decide = not_extended,
};
const struct act act_va_closed = {
	.name = BAYAR ".ditutup",
	.step = BAYAR,
	.form = "",
	.payload = PAYLOAD_VA,
	.from = FROM_BEGUN,
	.after = N_("giliran, atau tetap"),
	.decide = closed,
};
const struct act act_va_ask = {
	.name = BAYAR ".tanya",
	.step = BAYAR,
	.form = "",
	.rest = STATUS_AFTER,
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("tetap menunggu bank"),
	.decide = ask,
};
const struct act act_va_renew = {
	.name = BAYAR ".ulang",
	.step = BAYAR,
	.form = "",
	.usual = true,
	.from = FROM_TURN,
	.after = N_("menunggu bank, atau selesai bila lunas"),
	.decide = again,
};
static const struct act *const acts[] = { &act_va_made,     &act_va_refused,      &act_paid,
	                                  &act_va_expired,  &act_va_cancel,       &act_va_extend,
	                                  &act_va_extended, &act_va_not_extended, &act_va_closed,
	                                  &act_va_ask,      &act_va_renew };

const struct step step_payment = { .key = BAYAR, .acts = acts, .act_count = COUNT_OF(acts) };
