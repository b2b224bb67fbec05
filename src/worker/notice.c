/* The bank's notices. A valid one becomes a command and is on disk before the bank gets "accepted";
 * a repeated one gets the same answer and is not counted twice. */
#include "loket/store/notice.h"

#include <string.h>

#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"

#include "private.h"

/* Answers a call that names a known payment with other content, or where the profile wants repeats
 * refused. */
static enum bank_verdict inconsistent(const struct notice *first)
{
	return text_same(first->verdict, bank_verdict_name(BANK_ACCEPTED))
	           ? BANK_INCONSISTENT
	           : BANK_INCONSISTENT_REFUSED;
}

/* The answer to a notice that was received before, or whose payment or id was; false: it is new.
 * When the store cannot tell, the bank is asked to try later. */
static bool answered_before(const struct bank_link *c, const struct bank_notice *n,
                            const struct notice_id *id, struct arena *a, struct bank_reply *reply)
{
	struct store *store = c->worker->app->store;
	struct notice first;
	struct fault why;
	const char *payment;
	enum bank_verdict v;
	if (!notice_id_find(store, id, a, &payment, &why) ||
	    !notice_find(store, c->key, n->payment_id, a, &first, &why)) {
		log_fault("notice", &why);
		v = BANK_TRY_LATER;
	} else if (payment && !text_same(payment, n->payment_id)) {
		v = BANK_CONFLICT;
	} else if (!first.bank) {
		return false;
	} else if (!text_same(first.account, n->va_digits) || first.amount != n->paid) {
		log_line("bank notice %s: other content than before", n->payment_id);
		v = inconsistent(&first);
	} else if (payment && c->setup.profile.repeat == BANK_REPEAT_INCONSISTENT) {
		v = inconsistent(&first);
	} else if (!notice_id_write(store, id, n->payment_id, c->receiver.now, &why)) {
		log_fault("notice", &why);
		v = BANK_TRY_LATER;
	} else {
		reply->status = first.status;
		reply->body = (struct bytes){ (unsigned char *)arena_text(a, first.body),
			                      strlen(first.body) };
		return true;
	}
	bank_reply_notice(&c->receiver, n, v, a, reply);
	return true;
}

/* Stores both keys in the transaction of the payment itself: a bank that asks again after a crash
 * gets the first answer, or the notice counts as new. */
static bool remember(const struct bank_link *c, const struct bank_notice *n,
                     const struct notice_id *id, const struct bank_reply *reply,
                     enum bank_verdict v, struct fault *why)
{
	struct store *store = c->worker->app->store;
	const struct notice told = { .bank = c->key,
		                     .payment = n->payment_id,
		                     .account = n->va_digits,
		                     .amount = n->paid,
		                     .verdict = bank_verdict_name(v),
		                     .status = reply->status,
		                     .body = (const char *)reply->body.data,
		                     .at = c->receiver.now };
	return notice_id_write(store, id, n->payment_id, told.at, why) &&
	       (!n->payment_id[0] || notice_write(store, &told, why));
}

static bool payment_book(const struct bank_link *c, const struct bank_notice *n,
                         const struct account *account, struct arena *a)
{
	const struct login *s = &c->worker->bank;
	struct command cmd = service_command(s, &account->filing, -1, &act_paid);
	struct answer answer;
	struct fault why;
	cmd.payload = (struct payload){ PAYLOAD_PAYMENT, .payment = { .id = n->payment_id,
		                                                      .trx = account->va.trx,
		                                                      .amount = n->paid,
		                                                      .at = n->paid_at,
		                                                      .channel = n->channel,
		                                                      .reference = n->reference,
		                                                      .source = "notice" } };
	if (!service_do(s, &cmd, a, &answer, &why)) {
		log_fault(act_paid.name, &why);
		return false;
	}
	log_line("bank notice %s %s: %s", account->va.trx, n->payment_id,
	         answer.event ? answer.event : "");
	return true;
}

/* Money for an account that is not ours: kept for the kasir. */
static enum bank_verdict stray_keep(const struct bank_link *c, const struct bank_notice *n)
{
	struct fault why;
	const struct payment p = { .id = n->payment_id,
		                   .trx = n->va_digits,
		                   .amount = n->paid,
		                   .at = n->paid_at == INSTANT_NONE ? c->receiver.now : n->paid_at,
		                   .channel = n->channel,
		                   .reference = n->reference,
		                   .source = "notice",
		                   .note = N_("VA tidak dikenal"),
		                   .bank = c->key };
	log_line("bank notice %s: no such account %s", n->payment_id, n->va_digits);
	if (c->setup.profile.bill_here || n->paid <= 0 || !n->payment_id[0])
		return BANK_NO_SUCH_VA;
	if (service_stray(&c->worker->bank, &p, &why))
		return BANK_ACCEPTED;
	log_fault("titipan", &why);
	return BANK_TRY_LATER;
}

static enum bank_verdict notice_decide(struct bank_link *c, const struct bank_notice *n,
                                       struct arena *a)
{
	const struct bank_profile *p = &c->setup.profile;
	struct account account;
	const struct va *va = &account.va;
	struct fault why;
	if (!account_find(c, n->trx_id, n->va_digits, a, &account, &why)) {
		log_fault("notice", &why);
		return BANK_TRY_LATER;
	}
	if (!va->trx[0])
		return stray_keep(c, n);
	if (p->bill_here && account_verdict(c, va) != BANK_ACCEPTED)
		return account_verdict(c, va);
	if (p->bill_here && n->paid >= 0 && n->paid != va->amount)
		return BANK_WRONG_AMOUNT;
	if (n->service == BANK_NOTIFY && p->push_cancels) {
		log_line("bank notice %s: the bank takes a payment of %s back", n->payment_id,
		         va->trx);
		link_note(
		    c->worker, "bank", false,
		    N_("bank menyatakan sebuah pembayaran dibatalkan; kasir perlu memeriksanya"));
		return BANK_ACCEPTED;
	}
	if (p->confirm || n->paid < 0 || !n->payment_id[0]) {
		watch_soon(c->worker); /* the bank's own record counts */
		return BANK_ACCEPTED;
	}
	return payment_book(c, n, &account, a) ? BANK_ACCEPTED : BANK_TRY_LATER;
}

void notice_receive(struct bank_link *c, enum bank_service s, const struct bank_call *call,
                    struct arena *a, struct reply *out)
{
	struct bank_notice n;
	struct fault why;
	struct bank_reply undone;
	if (!bank_receive_notice(&c->receiver, s, call, a, &n, &out->bank)) {
		log_line("bank notice refused: %s", (const char *)out->bank.body.data);
		return;
	}
	bank_reply_notice(&c->receiver, &n, BANK_TRY_LATER, a, &undone);
	out->undone = undone.body;
	out->bank = undone;
	if (!batch_begin(c->worker, &why)) {
		log_fault("notice", &why);
		return;
	}
	out->held = true; /* repeats too: what they repeat may not be on disk yet */
	const struct notice_id id = { c->key, bank_service_name(s), n.external_id,
		                      instant_day(c->receiver.now, &bank_zone) };
	if (answered_before(c, &n, &id, a, &out->bank))
		return;
	enum bank_verdict v = notice_decide(c, &n, a);
	bank_reply_notice(&c->receiver, &n, v, a, &out->bank);
	/* a refusal is final for that payment too */
	if (v != BANK_TRY_LATER && !remember(c, &n, &id, &out->bank, v, &why)) {
		log_fault("notice", &why);
		out->bank = undone;
	}
}
