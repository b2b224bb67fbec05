/* The bank tells of a payment: services 25 and 34. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static const char *const echoed[] = {
	"partnerServiceId", "customerNo", "virtualAccountNo", "virtualAccountName", "trxId",
	"paymentRequestId", "paidAmount", "paidBills",        "totalAmount",        "trxDateTime",
	"referenceNo",      "journalNum", "paymentType",      "flagAdvise",
};

/* 25 must name payment and amount; 34 need not: then status (26) is asked for both. */
static bool payment_read(const struct bank_hearing *h, const json_t *body, struct bank_notice *n)
{
	bool required = h->service == BANK_PAYMENT;
	n->payment_id = bank_json_text(body, "paymentRequestId", h->a);
	if (required && !n->payment_id[0])
		return bank_refuse(h, 400, 2, "Invalid Mandatory Field", "paymentRequestId");
	if (n->payment_id[0] && !bank_is_printable(n->payment_id, 128))
		return bank_refuse(h, 400, 1, "Invalid Field Format", "paymentRequestId");
	n->paid = -1;
	if (!json_object_get(body, "paidAmount"))
		return !required || bank_refuse(h, 400, 2, "Invalid Mandatory Field", "paidAmount");
	if (!bank_json_amount(body, "paidAmount", &n->paid) || n->paid <= 0)
		return bank_refuse(h, 400, 1, "Invalid Field Format", "paidAmount");
	return true;
}

static bool times_read(const struct bank_hearing *h, const json_t *body, struct bank_notice *n)
{
	const char *at = bank_json_text(body, "trxDateTime", h->a);
	n->paid_at = INSTANT_NONE;
	if (at[0] && !instant_parse(at, &n->paid_at))
		return bank_refuse(h, 400, 1, "Invalid Field Format", "trxDateTime");
	return true;
}

static bool body_read(const struct bank_hearing *h, const json_t *body, struct bank_notice *n)
{
	if (!bank_numbers_read(h, body, &n->va_digits) || !payment_read(h, body, n) ||
	    !times_read(h, body, n))
		return false;
	n->trx_id = bank_json_text(body, "trxId", h->a);
	n->name = bank_json_text(body, "virtualAccountName", h->a);
	n->inquiry_id = bank_json_text(body, "inquiryRequestId", h->a);
	n->reference = bank_json_text(body, "referenceNo", h->a);
	n->channel = bank_json_text(body, "channelCode", h->a);
	n->repeat = strcmp(bank_json_text(body, "flagAdvise", h->a), "Y") == 0;
	n->echo = bank_echo(body, echoed, COUNT_OF(echoed), h->a);
	return true;
}

bool bank_receive_notice(const struct bank_receiver *r, enum bank_service s,
                         const struct bank_call *c, struct arena *a, struct bank_notice *out,
                         struct bank_reply *reply)
{
	const struct bank_hearing h = { r, s, c, a, reply };
	*out = (struct bank_notice){ .service = s };
	if (!bank_caller_check(&h, &out->match))
		return false;
	out->external_id = arena_text(a, bank_call_header(c, "X-EXTERNAL-ID"));
	json_t *body = bank_json_read(c->body);
	bool good = body ? body_read(&h, body, out) : bank_refuse(&h, 400, 0, "Bad Request", NULL);
	json_decref(body);
	return good;
}

const struct bank_verdict_text bank_verdict_texts[] = {
	[BANK_ACCEPTED] = { "accepted", 200, 0, "Successful", "00", "Success", "Sukses" },
	[BANK_NO_SUCH_VA] = { "no-such-va", 404, 12, "Invalid Bill/Virtual Account [Not Found]",
	                      "01", "Bill not found", "Tagihan tidak ditemukan" },
	[BANK_WRONG_AMOUNT] = { "wrong-amount", 404, 13, "Invalid Amount", "01",
	                        "Amount differs from the bill", "Jumlah berbeda dengan tagihan" },
	[BANK_ALREADY_PAID] = { "already-paid", 404, 14, "Paid Bill", "01", "Bill has been paid",
	                        "Tagihan telah dibayar" },
	[BANK_INCONSISTENT] = { "inconsistent", 404, 18, "Inconsistent Request", "00", "Success",
	                        "Sukses" },
	[BANK_INCONSISTENT_REFUSED] = { "inconsistent-refused", 404, 18, "Inconsistent Request",
	                                "01", "Refused before", "Telah ditolak sebelumnya" },
	[BANK_EXPIRED] = { "expired", 404, 19, "Invalid Bill/Virtual Account", "01",
	                   "Bill has expired", "Tagihan kedaluwarsa" },
	[BANK_CONFLICT] = { "conflict", 409, 0, "Conflict", "01",
	                    "Cannot use the same X-EXTERNAL-ID",
	                    "Tidak bisa menggunakan X-EXTERNAL-ID yang sama" },
	[BANK_TRY_LATER] = { "try-later", 500, 0, "General Error", "01", "Try again",
	                     "Silakan ulangi" },
};

const char *bank_verdict_name(enum bank_verdict v)
{
	return bank_verdict_texts[v].name;
}

void bank_reply_notice(const struct bank_receiver *r, const struct bank_notice *n,
                       enum bank_verdict v, struct arena *a, struct bank_reply *reply)
{
	const struct bank_verdict_text *w = &bank_verdict_texts[v];
	const char *name = n->service == BANK_NOTIFY ? "virtualAccountdata" : "virtualAccountData";
	struct text t = bank_reply_begin(a, n->service, w->status, w->case_, w->message);
	text_addf(&t, ",\"%s\":{\"paymentFlagReason\":{\"english\":", name);
	text_add_json(&t, w->english);
	text_add(&t, ",\"indonesia\":");
	text_add_json(&t, w->indonesia);
	text_add(&t, "},");
	text_add(&t, n->echo);
	text_addf(&t, ",\"paymentFlagStatus\":\"%s\"},\"additionalInfo\":{}}", w->flag);
	*reply = bank_reply_of(r, w->status, t, a);
}
