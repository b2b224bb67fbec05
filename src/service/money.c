/* Money: suspense and settling it, and withdrawn messages. Whatever concerns a filing
 * is a command like any other; only money that belongs to no filing is written here. */
#include "loket/store/money.h"

#include "loket/list.h"
#include "loket/store/outbox.h"
#include "loket/store/statement.h"
#include "loket/text.h"

#include "private.h"

#define LOOK "lihat.uang"

struct booking booking_now(const struct login *s)
{
	instant now = clock_now();
	return (struct booking){ s->user, instant_day(now, &s->app->book->court.zone), now };
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

static bool give_back_stray(const struct login *s, const char *id, const char *reason,
                            struct fault *why)
{
	bool own;
	const struct booking b = booking_now(s);
	if (!may_or_refuse(s, "titipan.kembali", why) || !batch_enter(s->app, &own, why))
		return false;
	bool good = stray_return(s->app->store, id, reason, &b, why);
	return batch_leave(s->app, own, good, why);
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
	bool back = text_same(t->how, "kembali");
	if (back && id_none(&row.filing)) {
		out->event = N_("Titipan dikembalikan kepada penyetor");
		return give_back_stray(s, t->payment, t->reason, why);
	}
	const struct id *filing = back || id_none(&t->filing) ? &row.filing : &t->filing;
	if (id_none(filing))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Titipan ini tidak dikenal pendaftarannya; sebutkan pendaftaran "
		       "yang menerimanya, atau kembalikan"));
	struct command c = service_command(s, filing, -1, &act_settle);
	values_set(&c.values, a, "", 0, "titipan", t->payment);
	values_set(&c.values, a, "", 0, "cara", t->how);
	values_set(&c.values, a, "", 0, "alasan", t->reason);
	return service_do(s, &c, a, out, why);
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
