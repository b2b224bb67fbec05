/* The bank asks what is to be paid (service 24), where the bill lies with us. The answer that there
 * is none is an answer too: with its code and the reason in both languages, as banks' tables want.
 */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static const char *const echoed[] = { "partnerServiceId", "customerNo", "virtualAccountNo" };

bool bank_receive_inquiry(const struct bank_receiver *r, const struct bank_call *c, struct arena *a,
                          struct bank_inquiry *out, struct bank_reply *reply)
{
	const struct bank_hearing h = { r, BANK_INQUIRY, c, a, reply };
	enum bank_match match;
	*out = (struct bank_inquiry){ .inquiry_id = "" };
	if (!bank_caller_check(&h, &match))
		return false;
	out->external_id = arena_text(a, bank_call_header(c, "X-EXTERNAL-ID"));
	json_t *body = bank_json_read(c->body);
	bool good = body != NULL || bank_refuse(&h, 400, 0, "Bad Request", NULL);
	good = good && bank_numbers_read(&h, body, &out->va_digits);
	if (good) {
		out->inquiry_id = bank_json_text(body, "inquiryRequestId", a);
		out->echo = bank_echo(body, echoed, COUNT_OF(echoed), a);
	}
	if (good && !out->inquiry_id[0])
		good = bank_refuse(&h, 400, 2, "Invalid Mandatory Field", "inquiryRequestId");
	else if (good && !bank_is_printable(out->inquiry_id, 128))
		good = bank_refuse(&h, 400, 1, "Invalid Field Format", "inquiryRequestId");
	json_decref(body);
	return good;
}

/* A bill has one line, and no small print. */
static void bill_add(struct text *t, const struct bank_profile *p)
{
	text_add(t, ",\"billDetails\":[],\"freeTexts\":[]");
	if (p->trx_type[0])
		text_addf(t, ",\"virtualAccountTrxType\":\"%s\"", p->trx_type);
}

void bank_reply_inquiry(const struct bank_receiver *r, const struct bank_inquiry *q,
                        const struct bank_bill *bill, struct arena *a, struct bank_reply *reply)
{
	const struct bank_verdict_text *v = &bank_verdict_texts[bill->verdict];
	struct text t = bank_reply_begin(a, BANK_INQUIRY, v->status, v->case_, v->message);
	text_addf(&t, ",\"virtualAccountData\":{\"inquiryStatus\":\"%s\",", v->flag);
	text_add(&t, "\"inquiryReason\":{\"english\":");
	text_add_json(&t, v->english);
	text_add(&t, ",\"indonesia\":");
	text_add_json(&t, v->indonesia);
	text_addf(&t, "},%s,\"virtualAccountName\":", q->echo);
	text_add_json(&t, bank_name_cut(r->profile, bill->name, a));
	text_add(&t, ",\"inquiryRequestId\":");
	text_add_json(&t, q->inquiry_id);
	text_addf(&t,
	          ",\"totalAmount\":{\"value\":\"%lld%s\",\"currency\":\"" BANK_CURRENCY "\"},"
	          "\"subCompany\":\"00000\"",
	          (long long)bill->amount, r->profile->cents ? ".00" : "");
	if (bill->verdict == BANK_ACCEPTED)
		bill_add(&t, r->profile);
	text_add(&t, bill->verdict == BANK_ACCEPTED ? "},\"additionalInfo\":{}}" : "}}");
	*reply = bank_reply_of(r, v->status, t, a);
}
