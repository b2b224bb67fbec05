/* Money: suspense and settling it, and withdrawn messages. Whatever concerns a filing
 * is a command like any other; only money that belongs to no filing is written here. */
#include "loket/store/money.h"

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/lists.h"
#include "loket/store/outbox.h"
#include "loket/store/statement.h"
#include "loket/text.h"

#include "private.h"

#define LOOK "lihat.uang"

struct booking booking_now(const struct login *s)
{
	instant now = clock_now();
	return (struct booking){ .who = s->user,
		                 .on = instant_day(now, &s->app->book->court.zone),
		                 .at = now };
}

bool clock_fits_money(const struct login *s, struct fault *why)
{
	instant newest, now = clock_now();
	struct partner_clock partner;
	const struct uptime up = clock_uptime();
	struct arena a = arena_start(4 * KIB);
	bool good = newest_read(s->app->store, &newest, why) &&
	            clock_farthest(s->app->store, now, &up, &a, &partner, why) &&
	            clock_may_book(s->app->book, now, newest, &partner, why);
	arena_drop(&a);
	return good;
}

/* ---- reading ---- */

bool service_suspense(const struct login *s, struct arena *a, struct suspense_list *out,
                      struct fault *why)
{
	return may_or_refuse(s, LOOK, why) && suspense_read(s->app->store, a, out, why);
}

bool service_journal(const struct login *s, const struct id *filing, struct arena *a,
                     struct journal_page *out, struct fault *why)
{
	return may_or_refuse(s, LOOK, why) && journal_page_read(s->app->store, filing, a, out, why);
}

const char *journal_words(const struct journal_row *r, struct arena *a)
{
	return r->reversed == 0 ? r->what
	                        : message_text(a, N_("%1 [dikoreksi dengan ayat %2]"), r->what,
	                                       arena_print(a, "%lld", (long long)r->reversed));
}

bool service_balances(const struct login *s, day last, struct arena *a, struct balances *out,
                      struct fault *why)
{
	return may_or_refuse(s, LOOK, why) && balances_read(s->app->store, last, a, out, why);
}

/* ---- suspense ---- */

bool service_stray(const struct login *s, const struct payment *p, struct fault *why)
{
	bool own;
	const struct booking b = booking_now(s);
	if (!may_or_refuse(s, "titipan.terima", why) || !batch_enter(s->app, &own, why))
		return false;
	bool good = stray_write(s->app->store, p, &b, why);
	return batch_leave(s->app, own, good, why);
}

/* ---- of an unknown account: it has no filing, so no command ---- */

static bool prepare_stray(const struct login *s, const struct settlement *t,
                          const struct suspense_row *row, struct arena *a, struct fault *why)
{
	const struct booking b = booking_now(s);
	const struct payout p = {
		.what = message_text(a, N_("Titipan %1 kembali kepada penyetor"), t->payment),
		.payment = t->payment,
		.amount = row->amount,
		.payee = t->name,
		.bank = t->bank,
		.account = t->account,
		.basis = arena_print(a, "%s; %s", t->reason, t->proof),
		.by = s->user,
	};
	if (!may_or_refuse(s, "titipan.kembali", why))
		return false;
	if (text_is_empty(t->name) || text_is_empty(t->bank) || text_is_empty(t->account) ||
	    text_is_empty(t->proof))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Pengembalian titipan perlu nama, bank, rekening penyetor dan "
		                    "buktinya dari bank"));
	return stray_prepare(s->app->store, &p, b.at, why);
}

static bool approve_stray(const struct login *s, const struct settlement *t, struct payout *p,
                          struct arena *a, struct fault *why)
{
	rupiah amount;
	if (!may_or_refuse(s, act_payout_approve.name, why))
		return false;
	if (p->state != PAYOUT_WAITING || text_same(p->by, s->user))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Yang menyiapkan tidak dapat menyetujui; itu pekerjaan orang lain"));
	if (!money_typed_parse(t->reason, &amount) || amount != p->amount ||
	    !same_digits(p->account, t->account, a))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Yang disiapkan %1 ke rekening %2: tulis jumlah dan rekening "
		                    "itu"),
		                 arena_print(a, "%lld", (long long)p->amount), p->account);
	p->state = PAYOUT_APPROVED;
	p->decided_by = s->user;
	return stray_turn(s->app->store, p, why);
}

static bool reject_stray(const struct login *s, const struct settlement *t, struct payout *p,
                         struct fault *why)
{
	p->state = PAYOUT_REJECTED;
	p->said = t->reason;
	return may_or_refuse(s, act_payout_reject.name, why) && stray_turn(s->app->store, p, why);
}

static bool send_stray(const struct login *s, const struct settlement *t, struct payout *p,
                       struct arena *a, struct fault *why)
{
	const struct booking b = booking_now(s);
	if (!may_or_refuse(s, act_payout_send.name, why))
		return false;
	if (p->state != PAYOUT_APPROVED)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada pengembalian yang disetujui panitera"));
	if (!payout_reference(t->reason))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Referensi: tulis nomor pada bukti transfer bank, bukan %1"),
		                 t->reason);
	p->state = PAYOUT_SENT;
	p->reference = t->reason;
	return stray_turn(s->app->store, p, why) &&
	       stray_return(s->app->store, t->payment, arena_print(a, "%s, %s", p->what, t->reason),
	                    &b, a, why);
}

/* ---- what was prepared goes on ---- */

static const struct turn {
	const char *how, *field; /* field: of the act's form, that the reason is */
	const struct act *act;
	const char *event;
} turns[] = {
	{ "setuju", "jumlah", &act_payout_approve, N_("Pengembalian titipan disetujui") },
	{ "tolak", "alasan", &act_payout_reject, N_("Pengembalian titipan ditolak") },
	{ "kirim", "referensi", &act_payout_send, N_("Titipan dikembalikan kepada penyetor") },
};

static const struct turn *turn_of(const char *how)
{
	for (size_t i = 0; i < COUNT_OF(turns); i++) {
		if (text_same(turns[i].how, how))
			return &turns[i];
	}
	return NULL;
}

static bool turn_stray(const struct login *s, const struct settlement *t, const struct turn *turn,
                       struct payout *p, struct arena *a, struct fault *why)
{
	if (turn->act == &act_payout_approve)
		return approve_stray(s, t, p, a, why);
	return turn->act == &act_payout_reject ? reject_stray(s, t, p, why)
	                                       : send_stray(s, t, p, a, why);
}

static bool in_one_write(const struct login *s, const struct settlement *t, const struct turn *turn,
                         const struct suspense_row *row, struct payout *p, struct arena *a,
                         struct fault *why)
{
	bool own;
	if (!batch_enter(s->app, &own, why))
		return false;
	bool good = clock_fits_money(s, why) && (turn == NULL ? prepare_stray(s, t, row, a, why)
	                                                      : turn_stray(s, t, turn, p, a, why));
	return batch_leave(s->app, own, good, why);
}

static bool go_on(const struct login *s, const struct settlement *t, const struct turn *turn,
                  struct arena *a, struct answer *out, struct fault *why)
{
	bool found;
	struct payout_row row;
	if (!payout_of_payment(s->app->store, t->payment, a, &row, &found, why))
		return false;
	if (!found)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Titipan %1 belum disiapkan kasir; tunggu dahulu"), t->payment);
	if (id_none(&row.filing)) {
		out->event = turn->event;
		return in_one_write(s, t, turn, NULL, &row.payout, a, why);
	}
	rupiah amount;
	bool money = turn->act == &act_payout_approve && money_typed_parse(t->reason, &amount);
	struct command c = service_command(s, &row.filing, -1, turn->act);
	values_set(&c.values, a, "", 0, "nomor", arena_print(a, "%d", row.payout.number));
	values_set(&c.values, a, "", 0, turn->field,
	           money ? arena_print(a, "%lld", (long long)amount) : t->reason);
	if (turn->act == &act_payout_approve)
		values_set(&c.values, a, "", 0, "rekening", t->account);
	return service_do(s, &c, a, out, why);
}

bool service_settle(const struct login *s, const struct settlement *t, struct arena *a,
                    struct answer *out, struct fault *why)
{
	bool found;
	struct suspense_row row;
	*out = (struct answer){ 0 };
	if (!suspense_find(s->app->store, t->payment, a, &row, &found, why))
		return false;
	if (!found)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Tidak ada titipan %1 yang belum diputus; lihat loket titipan list"),
		    t->payment);
	if (text_is_empty(t->reason))
		return fault_set(why, FAULT_REFUSED, N_("Alasan: tulis dasar keputusan ini"));
	if (turn_of(t->how) != NULL)
		return go_on(s, t, turn_of(t->how), a, out, why);
	bool back = text_same(t->how, "kembali");
	if (back && id_none(&row.filing)) {
		out->event = N_("Pengembalian titipan disiapkan; menunggu panitera");
		return in_one_write(s, t, NULL, &row, NULL, a, why);
	}
	const struct id *filing = back || id_none(&t->filing) ? &row.filing : &t->filing;
	if (id_none(filing))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Titipan ini tidak dikenal pendaftarannya; sebutkan pendaftaran "
		       "yang menerimanya, atau kembalikan"));
	struct command c = service_command(s, filing, -1, &act_settle);
	const struct {
		const char *field, *text;
	} given[] = { { "titipan", t->payment }, { "cara", t->how },  { "alasan", t->reason },
		      { "nama", t->name },       { "bank", t->bank }, { "rekening", t->account },
		      { "bukti", t->proof } };
	for (size_t i = 0; i < COUNT_OF(given); i++) {
		if (!text_is_empty(given[i].text))
			values_set(&c.values, a, "", 0, given[i].field, given[i].text);
	}
	return service_do(s, &c, a, out, why);
}

bool service_payouts(const struct login *s, struct arena *a, struct payout_list *out,
                     struct fault *why)
{
	return may_or_refuse(s, LOOK, why) && payouts_open(s->app->store, a, out, why);
}

rupiah balance_of(const struct balances *all, const char *account)
{
	for (size_t i = 0; i < all->count; i++) {
		if (text_same(all->items[i].key, account))
			return all->items[i].amount;
	}
	return 0;
}

/* ---- a message that a person takes back ---- */

/* What follows a withdrawn message, so that its filing goes on: by kind, and whether it may have
 * been sent. */
static const struct undoing {
	const char *to, *kind;
	bool sent;             /* only when it was tried */
	const struct act *act; /* the machine account the message was for */
} undoings[] = {
	{ "bank", "create-va", true, &act_va_cancel },
	{ "bank", "create-va", false, &act_va_refused },
	{ "bank", "delete-va", false, &act_va_closed },
	{ "bank", "update-va", false, &act_va_not_extended },
	{ "sipp", "register", false, &act_number_refused },
	{ "sipp", "check", false, &act_parties_checked },
	{ "mail", "panggilan", false, &act_mail_withdrawn },
};

static const struct undoing *undoing_of(const struct outbox_row *m)
{
	for (size_t i = 0; i < COUNT_OF(undoings); i++) {
		const struct undoing *u = &undoings[i];
		if (text_same(u->to, m->to) && text_same(u->kind, m->kind) &&
		    (!u->sent || m->tries > 0))
			return u;
	}
	return NULL;
}

static bool undo(const struct login *s, const struct outbox_row *m, const char *said,
                 struct arena *a, struct fault *why)
{
	struct answer answer;
	struct login who = *s;
	const struct undoing *u = undoing_of(m);
	if (u == NULL)
		return true;
	if (u->act->payload != PAYLOAD_NONE)
		login_machine(s->app, m->to, &who);
	struct command c = service_command(&who, &m->filing, -1, u->act);
	if (u->act->payload == PAYLOAD_NONE)
		values_set(&c.values, a, "", 0, "alasan", said);
	else if (u->act->payload == PAYLOAD_NOTE)
		c.payload = (struct payload){
			PAYLOAD_NOTE,
			.note = message_text(a, N_("Permintaan nomor perkara %1"), said)
		};
	else if (u->act->payload == PAYLOAD_MAIL)
		c.payload = (struct payload){ PAYLOAD_MAIL,
			                      .mail = { .key = m->key, .said = said } };
	else if (u->act->payload == PAYLOAD_PARTIES)
		c.payload = (struct payload){ PAYLOAD_PARTIES, .parties = { .note = said } };
	else
		c.payload = (struct payload){ PAYLOAD_VA, .va = { .trx = values_of(&m->body, "trx"),
			                                          .expires = INSTANT_NONE,
			                                          .note = said } };
	return service_do(&who, &c, a, &answer, why);
}

bool service_cancel(const struct login *s, int64_t number, const char *reason, struct arena *a,
                    struct fault *why)
{
	struct outbox_row m;
	struct app *p = s->app;
	if (!may_or_refuse(s, "antrean.batal", why))
		return false;
	if (text_is_empty(reason))
		return fault_set(why, FAULT_REFUSED, N_("Alasan: tulis mengapa pesan dibatalkan"));
	char said[300];
	message_fill(N_("dibatalkan %1: %2"), (const char *const[]){ s->full_name, reason }, 2,
	             said, sizeof said);
	bool own;
	if (!batch_enter(p, &own, why))
		return false;
	bool good = outbox_cancel(p->store, number, said, a, &m, why) && undo(s, &m, said, a, why);
	return batch_leave(p, own, good, why);
}
