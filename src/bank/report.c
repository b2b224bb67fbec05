/* Service 35: the bank's own list of payments, which reconciliation holds against the journal. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static const char *line_differs(const struct bank_profile *p, const struct bank_payment *l,
                                const json_t *line, struct arena *a)
{
	const char *company = bank_json_raw(line, "partnerServiceId");
	size_t length = strlen(p->company);
	if (strlen(l->va_digits) <= length || strncmp(l->va_digits, p->company, length) != 0)
		return "virtualAccountNo";
	if (company && strcmp(bank_digits(company, a), p->company) != 0)
		return "partnerServiceId";
	if (l->amount <= 0)
		return "paidAmount";
	return l->payment_id[0] ? "" : "paymentRequestId";
}

/* Some peers say the amount only once, as totalAmount. */
static rupiah amount_of(const json_t *line)
{
	rupiah amount;
	const char *name = json_object_get(line, "paidAmount") ? "paidAmount" : "totalAmount";
	return bank_json_amount(line, name, &amount) ? amount : -1;
}

static instant time_of(const json_t *line)
{
	instant t = bank_json_instant(line, "trxDateTime");
	return t != INSTANT_NONE ? t : bank_json_instant(line, "transactionDate");
}

static void line_read(const struct bank_profile *p, const json_t *line, struct arena *a,
                      struct bank_report *out)
{
	const char *flag = bank_json_text(line, "paymentFlagStatus", a);
	if (flag[0] && strcmp(flag, "00") != 0)
		return;
	const char *number = bank_json_raw(line, "virtualAccountNo");
	struct bank_payment l = {
		.va_digits = bank_digits(number ? number : "", a),
		.trx_id = bank_json_text(line, "trxId", a),
		.reference = bank_json_text(line, "referenceNo", a),
		.amount = amount_of(line),
		.paid_at = time_of(line),
	};
	bool named = l.reference[0] || l.trx_id[0] || json_object_get(line, "paymentRequestId");
	l.payment_id = named ? bank_payment_id(line, l.reference, l.trx_id, a) : "";
	if (!out->differs[0])
		out->differs = line_differs(p, &l, line, a);
	out->items = list_grow(a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = l;
}

void bank_decode_report(const struct bank_profile *p, int http, struct bytes body, struct arena *a,
                        struct bank_report *out)
{
	*out = (struct bank_report){ .differs = "" };
	json_t *answer = bank_json_read(body);
	out->outcome = bank_answer_outcome(BANK_REPORT, http, answer, out->code);
	out->message = bank_json_text(answer, "responseMessage", a);
	const json_t *data = bank_json_data(answer);
	if (out->outcome == BANK_DONE && !data && http == 200)
		out->outcome = BANK_UNKNOWN; /* an empty list is a list too */
	if (out->outcome == BANK_DONE && json_is_object(data))
		line_read(p, data, a, out);
	for (size_t i = 0; out->outcome == BANK_DONE && i < json_array_size(data); i++)
		line_read(p, json_array_get(data, i), a, out);
	if (out->differs[0])
		out->outcome = BANK_DIFFERS;
	json_decref(answer);
}
