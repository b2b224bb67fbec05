/* Requests to the bank: which call comes next, and what follows from its answer. A message that was
 * tried before may have arrived, so the bank is asked what it holds before anything is sent again.
 */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define GRACE_MS 60000 /* a payment of the last second may still be on its way */

static const char *word(const struct request *e, const char *name)
{
	return values_of(&e->row.body, name);
}

static uint64_t tag_of(const struct worker *w, const struct request *e)
{
	return (uint64_t)(e - w->requests);
}

static bool order_read(struct request *e, struct fault *why)
{
	e->order.trx_id = word(e, "trx");
	e->order.customer_no = word(e, "customer_no");
	e->order.name = word(e, "name");
	if (!money_parse(word(e, "amount"), &e->order.amount))
		return fault_set(why, FAULT_REFUSED, N_("Pesan tanpa jumlah yang benar"));
	if (word(e, "expires")[0] && !instant_parse(word(e, "expires"), &e->order.expires))
		return fault_set(why, FAULT_REFUSED, N_("Pesan tanpa batas waktu yang benar"));
	return true;
}

void bank_request_start(struct worker *w, struct request *e)
{
	struct fault why;
	e->leg = LEG_SEND;
	if (!bank_service_find(e->row.kind, &e->service)) {
		request_close(w, e, true, N_("Jenis pesan ke bank tidak dikenal"));
		return;
	}
	if (!order_read(e, &why) || !bank_link_find(w, word(e, "bank"), &e->bank_link, &why)) {
		request_fault(w, e, &why);
		return;
	}
	bank_request_go(w, e);
}

static bool can_look(const struct request *e)
{
	return e->bank_link->setup.profile.routes[BANK_LOOK].offered;
}

/* What is asked now: for an account that may exist already, first whether it does; for one that the
 * bank says it does not have, whether that is so. */
static enum bank_service service_now(const struct request *e)
{
	bool unsure = e->row.tries > 0 || e->doubt;
	if (e->leg == LEG_UNDO)
		return BANK_DELETE;
	if (e->service == BANK_DELETE && e->leg == LEG_LOOK)
		return BANK_LOOK;
	bool makes = e->service == BANK_CREATE || e->service == BANK_UPDATE;
	return makes && unsure && !e->looked && can_look(e) ? BANK_LOOK : e->service;
}

/* ---- what follows ---- */

static struct command begin(struct request *e, const struct session *s, const char *act)
{
	struct command c = service_command(s, &e->row.filing, -1, "bayar", act);
	request_value(e, &c, "trx", e->order.trx_id);
	return c;
}

static void made(struct worker *w, struct request *e, const struct bank_answer *b)
{
	char expires[64];
	struct command c = begin(e, &w->bank, "va");
	instant_utc(b->expires == INSTANT_NONE ? e->order.expires : b->expires, expires,
	            sizeof expires);
	request_value(e, &c, "va", b->va_digits);
	request_value(e, &c, "expires", expires);
	request_command(w, e, &w->bank, &c);
}

static void refused(struct worker *w, struct request *e, const char *note)
{
	struct command c = begin(e, &w->bank, "ditolak");
	request_value(e, &c, "note", note);
	request_command(w, e, &w->bank, &c);
}

static void paid(struct worker *w, struct request *e, const struct bank_answer *b)
{
	char at[64];
	struct command c = begin(e, &w->bank, "lunas");
	request_value(e, &c, "payment", b->payment_id);
	request_value(e, &c, "amount", arena_print(&e->a, "%lld", (long long)b->paid));
	request_value(e, &c, "reference", b->reference);
	request_value(e, &c, "source", "status");
	if (b->paid_at != INSTANT_NONE) {
		instant_utc(b->paid_at, at, sizeof at);
		request_value(e, &c, "at", at);
	}
	request_command(w, e, &w->bank, &c);
}

/* Not paid, says the bank: past its time the account is over. */
static void unpaid(struct worker *w, struct request *e)
{
	if (e->order.expires == 0 || clock_now() <= e->order.expires + GRACE_MS) {
		request_close(w, e, false, "");
		return;
	}
	struct command c = begin(e, &w->own, "kedaluwarsa");
	request_command(w, e, &w->own, &c);
}

/* The number is reckoned: it was not the bank that told it. */
static void made_by_reckoning(struct worker *w, struct request *e)
{
	const struct bank_profile *p = &e->bank_link->setup.profile;
	const struct bank_answer b = { .va_digits = bank_va_digits(p, e->order.customer_no, &e->a),
		                       .expires = INSTANT_NONE };
	made(w, e, &b);
}

/* The bank has closed it, or it can take no more money there anyway. */
static void closed(struct worker *w, struct request *e)
{
	struct command c = begin(e, &w->bank, "ditutup");
	request_command(w, e, &w->bank, &c);
}

static void extended(struct worker *w, struct request *e, instant expires)
{
	char text[64];
	struct command c = begin(e, &w->bank, "diperpanjang");
	instant_utc(expires == INSTANT_NONE ? e->order.expires : expires, text, sizeof text);
	request_value(e, &c, "expires", text);
	request_command(w, e, &w->bank, &c);
}

static void not_extended(struct worker *w, struct request *e, const char *said)
{
	struct command c = begin(e, &w->bank, "tetap");
	request_value(e, &c, "expires", word(e, "before"));
	request_value(e, &c, "note", said[0] ? said : N_("bank menolak"));
	request_command(w, e, &w->bank, &c);
}

/* What is settled without asking the bank: a bill that lies with us is made, changed and ended by
 * our own record; a status that no service tells comes by notice or not at all. */
static bool without_call(struct worker *w, struct request *e, enum bank_service s)
{
	const struct bank_profile *p = &e->bank_link->setup.profile;
	if (s == BANK_STATUS && !p->routes[s].offered)
		unpaid(w, e);
	else if (p->bill_here && s == BANK_CREATE)
		made_by_reckoning(w, e);
	else if (p->bill_here && s == BANK_UPDATE)
		extended(w, e, INSTANT_NONE);
	else if (s == BANK_UPDATE && !p->routes[s].offered)
		not_extended(w, e, N_("bank ini tidak memperpanjang VA"));
	else if (s == BANK_DELETE && e->leg != LEG_UNDO && (p->bill_here || !p->routes[s].offered))
		closed(w, e); /* a bank that cannot close one lets it run out */
	else
		return false;
	return true;
}

void bank_request_go(struct worker *w, struct request *e)
{
	struct fault why;
	bool failed;
	enum bank_service s = service_now(e);
	if (without_call(w, e, s))
		return;
	if (!bank_link_token(e->bank_link, s, &why, &failed)) {
		e->leg = LEG_TOKEN;
		if (failed) {
			watch_rest(w);
			request_fault(w, e, &why);
		}
		return;
	}
	if (e->leg != LEG_UNDO)
		e->leg = s == e->service ? LEG_SEND : LEG_LOOK;
	if (!bank_link_call(e->bank_link, s, &e->order, tag_of(w, e), &why))
		request_fault(w, e, &why);
}

static void unknown(struct worker *w, struct request *e, const char *said)
{
	const char *text = said[0] ? said
	                           : N_("jawaban bank tidak dapat dibaca; akan ditanyakan dahulu");
	request_later(w, e, text, 1000 * e->bank_link->setup.settle_seconds);
}

/* The answer is not to what was asked. The bank's record decides whether it was only the answer;
 * when the record is wrong too the account is taken back and a person is told. */
static void differs(struct worker *w, struct request *e, const struct bank_answer *b)
{
	char note[512];
	message_fill(N_("Jawaban bank berbeda dengan permintaan pada %1; VA ini tidak dipakai"),
	             (const char *const[]){ b->differs }, 1, note, sizeof note);
	log_line("bank %s %s: %s", e->row.kind, e->order.trx_id, note);
	if (e->service == BANK_UPDATE && e->leg == LEG_SEND) {
		unknown(w, e, note); /* its record decides */
		return;
	}
	if (e->service != BANK_CREATE) {
		request_close(w, e, true, note);
		return;
	}
	e->leg = e->doubt ? LEG_UNDO : LEG_SEND;
	e->doubt = arena_text(&e->a, note);
	bank_request_go(w, e);
}

/* ---- by the question ---- */

/* An account to be closed, looked up: it is over only where the bank holds none, or was paid. */
static void still_there(struct worker *w, struct request *e, const struct bank_answer *b)
{
	if (b->outcome == BANK_ABSENT) {
		closed(w, e);
	} else if (b->outcome == BANK_PAID) {
		e->service = BANK_STATUS;
		e->leg = LEG_SEND;
		bank_request_go(w, e);
	} else {
		unknown(w, e, N_("bank masih menyimpan VA yang harus ditutup"));
	}
}

/* An account to be kept longer, looked up: does it stand to the new time? */
static void how_long(struct worker *w, struct request *e, const struct bank_answer *b)
{
	if (b->outcome == BANK_DONE && b->expires == e->order.expires) {
		extended(w, e, b->expires);
	} else if (b->outcome == BANK_DONE) {
		e->looked = true;
		bank_request_go(w, e);
	} else if (b->outcome == BANK_PAID) {
		e->service = BANK_STATUS;
		e->leg = LEG_SEND;
		bank_request_go(w, e);
	} else if (b->outcome == BANK_ABSENT) {
		not_extended(w, e, N_("bank tidak mengenal VA ini"));
	} else {
		unknown(w, e, b->message);
	}
}

static void look_answer(struct worker *w, struct request *e, const struct bank_answer *b)
{
	if (e->service == BANK_UPDATE) {
		how_long(w, e, b);
		return;
	}
	if (e->service == BANK_DELETE) {
		still_there(w, e, b);
		return;
	}
	if (b->outcome == BANK_DONE || b->outcome == BANK_PAID) {
		made(w, e, b);
		watch_soon(w);
	} else if (b->outcome == BANK_ABSENT) {
		e->looked = true;
		bank_request_go(w, e);
	} else {
		unknown(w, e, b->message);
	}
}

static void undo_answer(struct worker *w, struct request *e, const struct bank_answer *b)
{
	if (b->outcome == BANK_UNKNOWN)
		unknown(w, e, b->message);
	else
		refused(w, e, e->doubt);
}

static void create_answer(struct worker *w, struct request *e, const struct bank_answer *b)
{
	bool known = strncmp(b->code, "409", 3) == 0 && strcmp(b->code + 5, "01") == 0;
	if (b->outcome == BANK_DONE)
		made(w, e, b);
	else if (known && !e->bank_link->setup.profile.routes[BANK_LOOK].offered)
		made_by_reckoning(w, e); /* ours of an earlier try, and nobody to ask */
	else if (b->outcome == BANK_REFUSED_BY_BANK)
		refused(w, e, arena_print(&e->a, "%s (%s)", b->message, b->code));
	else
		unknown(w, e, b->message);
}

static void status_answer(struct worker *w, struct request *e, const struct bank_answer *b)
{
	if (b->outcome == BANK_PAID)
		paid(w, e, b);
	else if (!text_same(e->row.kind, "status"))
		unknown(w, e, b->message); /* it was said to be paid: what was asked goes on */
	else if (b->outcome == BANK_UNPAID || b->outcome == BANK_ABSENT)
		unpaid(w, e);
	else if (b->outcome == BANK_REFUSED_BY_BANK)
		request_close(w, e, true, b->message);
	else
		unknown(w, e, b->message);
}

/* What the bank will not close may be paid: then the payment counts. */
static void delete_answer(struct worker *w, struct request *e, const struct bank_answer *b)
{
	if (b->outcome == BANK_ABSENT && can_look(e)) {
		e->leg = LEG_LOOK;
		bank_request_go(w, e);
	} else if (b->outcome == BANK_DONE || b->outcome == BANK_ABSENT) {
		closed(w, e);
	} else if (b->outcome == BANK_PAID) {
		e->service = BANK_STATUS;
		bank_request_go(w, e);
	} else if (b->outcome == BANK_REFUSED_BY_BANK) {
		request_close(w, e, true, b->message);
	} else {
		unknown(w, e, b->message);
	}
	watch_soon(w);
}

static void update_answer(struct worker *w, struct request *e, const struct bank_answer *b)
{
	if (b->outcome == BANK_DONE) {
		extended(w, e, b->expires);
	} else if (b->outcome == BANK_PAID) {
		e->service = BANK_STATUS;
		bank_request_go(w, e);
	} else if (b->outcome == BANK_REFUSED_BY_BANK) {
		not_extended(w, e, arena_print(&e->a, "%s (%s)", b->message, b->code));
	} else if (b->outcome == BANK_ABSENT && can_look(e) && !e->looked) {
		e->doubt = b->message;
		bank_request_go(w, e);
	} else if (b->outcome == BANK_ABSENT) {
		not_extended(w, e, N_("bank tidak mengenal VA ini"));
	} else {
		unknown(w, e, b->message);
	}
}

/* A second refusal is no longer the token's fault. */
void bank_token_refused(struct worker *w, struct request *e, const char *said)
{
	e->bank_link->token[0] = '\0';
	if (e->renewed) {
		link_note(w, "bank", false, said);
		request_later(w, e, said[0] ? said : N_("bank menolak token"), 0);
		return;
	}
	e->renewed = true;
	bank_request_go(w, e);
}

static enum bank_service service_asked(const struct request *e)
{
	return e->leg == LEG_LOOK ? BANK_LOOK : e->leg == LEG_UNDO ? BANK_DELETE : e->service;
}

void bank_request_answer(struct worker *w, struct request *e, const struct net_answer *answer)
{
	enum bank_service asked = service_asked(e);
	struct bank_answer b;
	if (answer->end != NET_ANSWERED) {
		int settle = 1000 * e->bank_link->setup.settle_seconds;
		log_line("bank %s: %s (%s)", bank_service_name(asked), net_end_name(answer->end),
		         answer->detail);
		link_note(w, "bank", false, net_end_text(answer->end));
		watch_rest(w);
		request_later(w, e, net_end_text(answer->end),
		              net_end_is_unknown(answer->end) ? settle : 0);
		return;
	}
	w->watch_silences = 0;
	if (asked == BANK_REPORT) {
		report_answer(w, e, answer);
		return;
	}
	bank_decode(&e->bank_link->setup.profile, asked, &e->order, answer->status, answer->body,
	            &e->a, &b);
	log_line("bank %s %s: %d %s %s", bank_service_name(asked), e->order.trx_id, answer->status,
	         b.code, bank_outcome_name(b.outcome));
	link_note(w, "bank", answer->status < 500, answer->status < 500 ? "" : b.message);
	if (b.outcome == BANK_TOKEN_STALE)
		bank_token_refused(w, e, b.message);
	else if (e->leg == LEG_UNDO)
		undo_answer(w, e, &b);
	else if (b.outcome == BANK_DIFFERS)
		differs(w, e, &b);
	else if (asked == BANK_LOOK)
		look_answer(w, e, &b);
	else if (asked == BANK_CREATE)
		create_answer(w, e, &b);
	else if (asked == BANK_STATUS)
		status_answer(w, e, &b);
	else if (asked == BANK_DELETE)
		delete_answer(w, e, &b);
	else
		update_answer(w, e, &b);
}
