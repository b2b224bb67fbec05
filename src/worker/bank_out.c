/* Requests to a bank for one virtual account. A message that was tried before may have arrived, so
 * the bank is first asked what it holds. One table says what follows from each outcome of each
 * call. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define GRACE_MS 60000 /* a payment of the last second may still be on its way */

enum action {
	ASK,      /* nothing is settled: the bank is asked; after an answer, later */
	AGAIN,    /* it has nothing of it: what was to be sent is sent */
	LOOK,     /* it is asked what it holds; where it cannot be, as of that question */
	COMPARE,  /* it stands: EXTENDED if to the time that was asked for, else AGAIN */
	CONFIRM,  /* it says paid: its record of the payment is asked for */
	DOUBT,    /* other than asked: its record decides; if that is too, the account is undone */
	DEAD,     /* a person must look */
	KNOWN,    /* it was made by an earlier try: MADE; ASK where the bank's record can be had */
	MADE,     /* it stands and can be paid */
	REFUSED,  /* it does not, and will not */
	EXTENDED, /* it stands to the new time */
	KEPT,     /* it stands to the time before */
	CLOSED,   /* it can no longer be paid */
	PAID,     /* the money has come */
	UNPAID    /* it has not: past its time the account is over */
};

static const struct {
	enum bank_service call;
	enum phase other; /* the look; of a look: what is sent where it finds nothing */
	enum action here,
	    unserved; /* where the bill lies with us; where the bank has no such call */
	enum action on[BANK_OUTCOMES];
} phases[] = {
	[PHASE_CREATE] = { BANK_CREATE,
	                   PHASE_LOOK_CREATE,
	                   MADE,
	                   ASK,
	                   { [BANK_DONE] = MADE,
	                     [BANK_KNOWN] = KNOWN,
	                     [BANK_REFUSED_BY_BANK] = REFUSED,
	                     [BANK_DIFFERS] = DOUBT } },
	[PHASE_LOOK_CREATE] = { BANK_LOOK,
	                        PHASE_CREATE,
	                        ASK,
	                        ASK,
	                        { [BANK_DONE] = MADE,
	                          [BANK_PAID] = MADE,
	                          [BANK_ABSENT] = AGAIN,
	                          [BANK_DIFFERS] = DOUBT } },
	[PHASE_UNDO] = { BANK_DELETE,
	                 PHASE_UNDO,
	                 ASK,
	                 REFUSED,
	                 { [BANK_DONE] = REFUSED,
	                   [BANK_PAID] = REFUSED,
	                   [BANK_ABSENT] = REFUSED,
	                   [BANK_REFUSED_BY_BANK] = REFUSED,
	                   [BANK_DIFFERS] = REFUSED } },
	[PHASE_UPDATE] = { BANK_UPDATE,
	                   PHASE_LOOK_UPDATE,
	                   EXTENDED,
	                   KEPT,
	                   { [BANK_DONE] = EXTENDED,
	                     [BANK_PAID] = CONFIRM,
	                     [BANK_ABSENT] = LOOK,
	                     [BANK_REFUSED_BY_BANK] = KEPT } },
	[PHASE_LOOK_UPDATE] = { BANK_LOOK,
	                        PHASE_UPDATE,
	                        ASK,
	                        ASK,
	                        { [BANK_DONE] = COMPARE,
	                          [BANK_PAID] = CONFIRM,
	                          [BANK_ABSENT] = KEPT,
	                          [BANK_DIFFERS] = DEAD } },
	[PHASE_DELETE] = { BANK_DELETE,
	                   PHASE_LOOK_DELETE,
	                   CLOSED,
	                   CLOSED,
	                   { [BANK_DONE] = CLOSED,
	                     [BANK_PAID] = CONFIRM,
	                     [BANK_ABSENT] = LOOK,
	                     [BANK_REFUSED_BY_BANK] = DEAD,
	                     [BANK_DIFFERS] = DEAD } },
	[PHASE_LOOK_DELETE] = { BANK_LOOK,
	                        PHASE_DELETE,
	                        ASK,
	                        ASK,
	                        { [BANK_PAID] = CONFIRM,
	                          [BANK_ABSENT] = CLOSED,
	                          [BANK_DIFFERS] = DEAD } },
	[PHASE_STATUS] = { BANK_STATUS,
	                   PHASE_STATUS,
	                   ASK,
	                   UNPAID,
	                   { [BANK_PAID] = PAID,
	                     [BANK_UNPAID] = UNPAID,
	                     [BANK_ABSENT] = UNPAID,
	                     [BANK_REFUSED_BY_BANK] = DEAD,
	                     [BANK_DIFFERS] = DEAD } },
	[PHASE_CONFIRM] = { BANK_STATUS,
	                    PHASE_CONFIRM,
	                    ASK,
	                    UNPAID,
	                    { [BANK_PAID] = PAID, [BANK_DIFFERS] = DEAD } },
};

static const char *word(const struct request *e, const char *name)
{
	return values_of(&e->row.body, name);
}

/* ---- the next call ---- */

static bool order_read(struct request *e, struct fault *why)
{
	struct bank_order *o = &e->order;
	o->trx_id = word(e, "trx");
	o->customer_no = word(e, "customer_no");
	o->name = word(e, "name");
	if (!money_plain_parse(word(e, "amount"), &o->amount))
		return fault_set(why, FAULT_REFUSED, N_("Pesan tanpa jumlah yang benar"));
	if (word(e, "expires")[0] && !instant_parse(word(e, "expires"), &o->expires))
		return fault_set(why, FAULT_REFUSED, N_("Pesan tanpa batas waktu yang benar"));
	return true;
}

static bool can_look(const struct request *e)
{
	return e->bank_link->setup.profile.routes[BANK_LOOK].offered;
}

/* Which bank, which service, and whether the bank may have received it before. */
static bool begin(struct worker *w, struct request *e, struct fault *why)
{
	static const struct {
		const char *kind; /* of the outbox */
		enum phase phase;
	} kinds[] = {
		{ "create-va", PHASE_CREATE },
		{ "update-va", PHASE_UPDATE },
		{ "delete-va", PHASE_DELETE },
		{ "status", PHASE_STATUS },
	};
	size_t k = 0;
	while (k < COUNT_OF(kinds) && strcmp(kinds[k].kind, e->row.kind) != 0)
		k++;
	if (k == COUNT_OF(kinds))
		return fault_set(why, FAULT_REFUSED, N_("Jenis pesan ke bank tidak dikenal"));
	if ((!e->order.trx_id && !order_read(e, why)) ||
	    !bank_link_find(w, word(e, "bank"), &e->bank_link, why))
		return false;
	bool makes = kinds[k].phase == PHASE_CREATE || kinds[k].phase == PHASE_UPDATE;
	e->phase = makes && e->row.tries > 0 && can_look(e) ? phases[kinds[k].phase].other
	                                                    : kinds[k].phase;
	return true;
}

/* The loop starts it again, in this batch. */
static void next(struct request *e, enum phase phase)
{
	e->phase = phase;
	e->state = REQUEST_READY;
}

/* ---- what follows ---- */

/* The outcome for the court: its act and payload. */
static const struct act *const acts[] = {
	[MADE] = &act_va_made,         [REFUSED] = &act_va_refused, [EXTENDED] = &act_va_extended,
	[KEPT] = &act_va_not_extended, [CLOSED] = &act_va_closed,   [PAID] = &act_paid,
	[UNPAID] = &act_va_expired,
};

/* What the bank has told goes through the door; the clock's part is the worker's own. */
static void enter(struct worker *w, struct request *e, enum action action,
                  const struct bank_answer *b, const char *said)
{
	const struct login *s = action == UNPAID ? &w->own : &w->bank;
	const char *reckoned = bank_va_digits(&e->bank_link->setup.profile, e->order.customer_no,
	                                      &e->a);
	struct command c = service_command(s, &e->row.filing, -1, acts[action]);
	if (action == PAID)
		c.payload = (struct payload){ PAYLOAD_PAYMENT,
			                      .payment = { .id = b->payment_id,
			                                   .trx = e->order.trx_id,
			                                   .amount = b->paid,
			                                   .at = b->paid_at,
			                                   .channel = "",
			                                   .reference = b->reference,
			                                   .source = "status" } };
	else
		c.payload = (struct payload){
			PAYLOAD_VA,
			.va = { .trx = e->order.trx_id,
			        .number = b->va_digits[0] ? b->va_digits : reckoned,
			        .expires = b->expires == INSTANT_NONE ? e->order.expires
			                                              : b->expires,
			        .note = e->doubt ? e->doubt : said },
		};
	request_command(w, e, s, &c);
}

static void follow(struct worker *w, struct request *e, enum action action,
                   const struct bank_answer *b, const char *said)
{
	switch (action) {
	case COMPARE: /* action_of() has turned these two into others */
	case KNOWN:
	case ASK:
		if (!said[0])
			said = N_("jawaban bank tidak dapat dibaca; akan ditanyakan dahulu");
		request_later(w, e, said, 1000 * e->bank_link->setup.settle_seconds);
		return;
	case AGAIN:
		e->looked = true;
		next(e, phases[e->phase].other);
		return;
	case LOOK:
		next(e, phases[e->phase].other);
		return;
	case CONFIRM:
		next(e, PHASE_CONFIRM);
		return;
	case DOUBT:
		next(e, e->doubt                    ? PHASE_UNDO
		        : can_look(e) && !e->looked ? PHASE_LOOK_CREATE
		                                    : PHASE_CREATE);
		e->doubt = arena_text(&e->a, said);
		return;
	case DEAD:
		request_close(w, e, true, said);
		return;
	case UNPAID:
		if (e->order.expires != 0 && clock_now() > e->order.expires + GRACE_MS)
			enter(w, e, action, b, said);
		else
			request_close(w, e, false, "");
		return;
	case MADE:
	case REFUSED:
	case EXTENDED:
	case KEPT:
	case CLOSED:
	case PAID:
		enter(w, e, action, b, said);
		return;
	}
}

void bank_out_start(struct worker *w, struct request *e)
{
	struct fault why;
	if (!e->bank_link && !begin(w, e, &why)) {
		request_fault(w, e, &why);
		return;
	}
	const struct bank_profile *p = &e->bank_link->setup.profile;
	enum bank_service call = phases[e->phase].call;
	enum action action = p->bill_here ? phases[e->phase].here : ASK;
	if (action == ASK && !p->routes[call].offered)
		action = phases[e->phase].unserved;
	if (action == ASK) {
		bank_call(w, e, call);
		return;
	}
	const struct bank_answer none = { .va_digits = "", .expires = INSTANT_NONE };
	follow(w, e, action, &none, N_("bank ini tidak memperpanjang VA"));
}

/* ---- answers ---- */

static enum action action_of(const struct request *e, const struct bank_answer *b)
{
	enum action action = phases[e->phase].on[b->outcome];
	if (action == LOOK && (e->looked || !can_look(e)))
		action = phases[phases[e->phase].other].on[b->outcome];
	if (action == COMPARE)
		return b->expires == e->order.expires ? EXTENDED : AGAIN;
	if (action == KNOWN)
		return can_look(e) ? ASK : MADE;
	return action;
}

/* The bank's answer as a sentence for the clerk. */
static const char *said_of(const struct bank_answer *b, struct arena *a)
{
	char note[512];
	switch (b->outcome) {
	case BANK_DIFFERS:
		message_fill(
		    N_("Jawaban bank berbeda dengan permintaan pada %1; VA ini tidak dipakai"),
		    (const char *const[]){ b->differs }, 1, note, sizeof note);
		return arena_text(a, note);
	case BANK_REFUSED_BY_BANK:
		return arena_print(a, "%s (%s)", b->message, b->code);
	case BANK_ABSENT:
		return N_("bank tidak mengenal VA ini");
	case BANK_DONE:
		return N_("bank masih menyimpan VA yang harus ditutup");
	case BANK_PAID:
	case BANK_UNPAID:
	case BANK_KNOWN:
	case BANK_TOKEN_STALE:
	case BANK_UNKNOWN:
	case BANK_OUTCOMES:
		break;
	}
	return b->message;
}

void bank_out_answer(struct worker *w, struct request *e, const struct net_answer *answer)
{
	enum bank_service asked = phases[e->phase].call;
	struct bank_answer b;
	if (!bank_answered(w, e, asked, answer))
		return;
	bank_decode(&e->bank_link->setup.profile, asked, &e->order, answer->status, answer->body,
	            &e->a, &b);
	log_line("bank %s %s: %d %s %s %s", bank_service_name(asked), e->order.trx_id,
	         answer->status, b.code, bank_outcome_name(b.outcome), b.differs);
	link_note(w, "bank", answer->status < 500, answer->status < 500 ? "" : b.message);
	if (b.outcome == BANK_TOKEN_STALE) {
		token_refused(w, e, b.message);
		return;
	}
	enum action action = action_of(e, &b);
	/* what the bank will not close, or has held for a while, may be paid */
	if (e->phase == PHASE_DELETE || (e->phase == PHASE_LOOK_CREATE && action == MADE))
		watch_soon(w);
	if (action == PAID)
		status_take(w, e, &b, answer->body);
	follow(w, e, action, &b, said_of(&b, &e->a));
}
