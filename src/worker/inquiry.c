/* The bank asks what is to be paid under a number. */
#include <string.h>

#include "loket/store/filing.h"

#include "private.h"

static bool bill_read(const struct bank_link *c, const struct bank_inquiry *q, struct arena *a,
                      struct bank_bill *out, struct fault *why)
{
	const struct app *p = c->worker->app;
	struct account account;
	struct filing f;
	if (!account_find(c, "", q->va_digits, a, &account, why))
		return false;
	const struct va *va = &account.va;
	enum bank_verdict v = va->trx[0] ? account_verdict(c, va) : BANK_NO_SUCH_VA;
	*out = (struct bank_bill){ v, "", 0 };
	if (v != BANK_ACCEPTED)
		return true;
	if (!filing_read(p->store, p->book, &account.filing, a, &f, why))
		return false;
	*out = (struct bank_bill){ v, filing_value(&f, "akun", "nama"), va->amount };
	return true;
}

static struct bank_bill bill_find(const struct bank_link *c, const struct bank_inquiry *q,
                                  struct arena *a)
{
	struct bank_bill bill;
	struct fault why;
	if (bill_read(c, q, a, &bill, &why))
		return bill;
	log_fault("inquiry", &why);
	return (struct bank_bill){ BANK_TRY_LATER, "", 0 };
}

/* Was another question asked under this id today? A question moves nothing, so unlike a payment it
 * is remembered in memory only. */
static bool asked_otherwise(struct bank_link *c, const struct bank_inquiry *q, struct arena *a)
{
	day today = instant_day(c->receiver.now, &bank_zone);
	const char *id = arena_print(a, "%d/%s", (int)today, q->external_id);
	const char *question = arena_print(a, "%s/%s", q->va_digits, q->inquiry_id);
	struct inquiry_id now;
	bank_digest(id, strlen(id), now.id);
	bank_digest(question, strlen(question), now.question);
	for (size_t i = 0; i < MOST_ASKED; i++) {
		if (strcmp(c->asked[i].id, now.id) == 0)
			return strcmp(c->asked[i].question, now.question) != 0;
	}
	c->asked[c->asked_count++ % MOST_ASKED] = now;
	return false;
}

void inquiry_receive(struct bank_link *c, const struct bank_call *call, struct arena *a,
                     struct bank_reply *reply)
{
	struct bank_inquiry q;
	if (!bank_receive_inquiry(&c->receiver, call, a, &q, reply)) {
		log_line("bank inquiry refused: %s", (const char *)reply->body.data);
		return;
	}
	const struct bank_bill bill = asked_otherwise(c, &q, a)
	                                  ? (struct bank_bill){ BANK_CONFLICT, "", 0 }
	                                  : bill_find(c, &q, a);
	bank_reply_inquiry(&c->receiver, &q, &bill, a, reply);
	log_line("bank inquiry %s %s: %d", q.inquiry_id, q.va_digits, reply->status);
}
