/* What came back, held against what was asked. An answer for another account, amount, currency or
 * id is never a success and never a payment: a person must look. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define ANY (-1)

static const char *const outcome_names[] = {
	[BANK_DONE] = "done",         [BANK_PAID] = "paid",
	[BANK_UNPAID] = "unpaid",     [BANK_ABSENT] = "absent",
	[BANK_KNOWN] = "known",       [BANK_REFUSED_BY_BANK] = "refused",
	[BANK_TOKEN_STALE] = "token", [BANK_UNKNOWN] = "unknown",
	[BANK_DIFFERS] = "differs",
};

const char *bank_outcome_name(enum bank_outcome o)
{
	return outcome_names[o];
}

/* The first three and last two digits of responseCode; the service digits between are often wrong
 * in the field and are not looked at. The first row that fits counts. (Standard, list of codes.) */
static const struct meaning {
	int service, status, case_;
	enum bank_outcome outcome;
} meanings[] = {
	{ ANY, 401, ANY, BANK_TOKEN_STALE },     { ANY, 200, ANY, BANK_DONE },
	{ ANY, 202, ANY, BANK_UNKNOWN },     /* in process */
	{ BANK_CREATE, 409, 1, BANK_KNOWN }, /* duplicate reference */
	{ ANY, 409, ANY, BANK_UNKNOWN },         { ANY, 429, ANY, BANK_UNKNOWN },
	{ ANY, 404, 18, BANK_UNKNOWN },     /* same reference, something differs */
	{ BANK_REPORT, 404, 1, BANK_DONE }, /* nothing was paid in these days */
	{ BANK_STATUS, 404, 1, BANK_UNPAID },    { BANK_STATUS, 404, 12, BANK_UNPAID },
	{ BANK_LOOK, 404, 1, BANK_ABSENT },      { BANK_LOOK, 404, 12, BANK_ABSENT },
	{ BANK_LOOK, 404, 14, BANK_PAID },       { BANK_UPDATE, 404, 14, BANK_PAID },
	{ BANK_DELETE, 404, 14, BANK_PAID },     { BANK_DELETE, 404, 1, BANK_ABSENT },
	{ BANK_DELETE, 404, 12, BANK_ABSENT },   { BANK_DELETE, 404, 19, BANK_ABSENT },
	{ BANK_UPDATE, 404, 1, BANK_ABSENT },    { BANK_UPDATE, 404, 12, BANK_ABSENT },
	{ ANY, 400, ANY, BANK_REFUSED_BY_BANK }, { ANY, 403, ANY, BANK_REFUSED_BY_BANK },
	{ ANY, 404, ANY, BANK_REFUSED_BY_BANK }, { ANY, 405, ANY, BANK_REFUSED_BY_BANK },
};

static enum bank_outcome meaning_of(enum bank_service s, int status, int case_)
{
	for (size_t i = 0; i < COUNT_OF(meanings); i++) {
		const struct meaning *m = &meanings[i];
		if ((m->service == ANY || m->service == (int)s) && m->status == status &&
		    (m->case_ == ANY || m->case_ == case_))
			return m->outcome;
	}
	return BANK_UNKNOWN;
}

enum bank_outcome bank_answer_outcome(enum bank_service s, int http, const json_t *answer,
                                      char code[8])
{
	const char *text = bank_json_raw(answer, "responseCode");
	code[0] = '\0';
	if (!text || strlen(text) != 7 || strspn(text, "0123456789") != 7)
		return http == 401 ? BANK_TOKEN_STALE : BANK_UNKNOWN;
	memcpy(code, text, 8);
	int status = (code[0] - '0') * 100 + (code[1] - '0') * 10 + (code[2] - '0');
	int case_ = (code[5] - '0') * 10 + (code[6] - '0');
	return http >= 500 ? BANK_UNKNOWN : meaning_of(s, status, case_);
}

/* What was asked, to hold the answer against. */
struct bank_question {
	const struct bank_profile *p;
	enum bank_service service;
	const struct bank_order *o;
	struct arena *a;
};

static bool digits_equal(const char *ours, const char *theirs, struct arena *a)
{
	return strcmp(ours, bank_digits(theirs, a)) == 0;
}

/* The first field that is not as asked; "" when all are. The number must be there. */
static const char *difference(const struct bank_question *q, const json_t *account)
{
	const char *number = bank_json_raw(account, "virtualAccountNo");
	const char *company = bank_json_raw(account, "partnerServiceId");
	const char *customer = bank_json_raw(account, "customerNo");
	const char *trx = bank_json_raw(account, "trxId");
	if (!number || !digits_equal(bank_va_digits(q->p, q->o->customer_no, q->a), number, q->a))
		return "virtualAccountNo";
	if (company && !digits_equal(q->p->company, company, q->a))
		return "partnerServiceId";
	if (customer &&
	    !digits_equal(bank_customer_no(q->p, q->o->customer_no, q->a), customer, q->a))
		return "customerNo";
	if (trx && trx[0] && strcmp(trx, q->o->trx_id) != 0)
		return "trxId";
	rupiah total;
	if (json_object_get(account, "totalAmount") && q->service != BANK_DELETE &&
	    (!bank_json_amount(account, "totalAmount", &total) || total != q->o->amount))
		return "totalAmount";
	return "";
}

static void account_read(const json_t *account, struct arena *a, struct bank_answer *out)
{
	const char *number = bank_json_raw(account, "virtualAccountNo");
	out->va_text = arena_text(a, number ? number : "");
	out->va_digits = bank_digits(out->va_text, a);
	out->trx_id = bank_json_text(account, "trxId", a);
	out->expires = bank_json_instant(account, "expiredDate");
	if (!bank_json_amount(account, "totalAmount", &out->amount))
		out->amount = -1;
}

const char *bank_payment_id(const json_t *account, const char *reference, const char *trx,
                            struct arena *a)
{
	const char *id = bank_json_text(account, "paymentRequestId", a);
	if (id[0])
		return id;
	return reference[0] ? arena_print(a, "R:%s", reference) : arena_print(a, "S:%s", trx);
}

static void payment_read(const struct bank_question *q, const json_t *account,
                         struct bank_answer *out)
{
	const char *flag = bank_json_text(account, "paymentFlagStatus", q->a);
	bool lost = strcmp(flag, "02") == 0; /* time ran out between switch and partner */
	if (lost && !q->p->late_flag_pays) {
		out->outcome = BANK_UNKNOWN;
		return;
	}
	if (!lost && strcmp(flag, "00") != 0) {
		out->outcome = BANK_UNPAID;
		return;
	}
	if (!bank_json_amount(account, "paidAmount", &out->paid)) {
		out->outcome = BANK_DIFFERS;
		out->differs = "paidAmount";
		return;
	}
	out->outcome = BANK_PAID;
	out->reference = bank_json_text(account, "referenceNo", q->a);
	out->payment_id = bank_payment_id(account, out->reference, q->o->trx_id, q->a);
	out->paid_at = bank_json_instant(account, "trxDateTime");
	if (out->paid_at == INSTANT_NONE)
		out->paid_at = bank_json_instant(account, "transactionDate");
}

static void success_read(const struct bank_question *q, const json_t *answer,
                         struct bank_answer *out)
{
	const json_t *account =
	    bank_json_account(answer, bank_va_digits(q->p, q->o->customer_no, q->a), q->a);
	if (!account) {
		/* "done" to a deletion needs no echo; anything else without one says nothing */
		out->outcome = q->service == BANK_DELETE ? BANK_DONE : BANK_UNKNOWN;
		return;
	}
	account_read(account, q->a, out);
	out->differs = difference(q, account);
	if (out->differs[0])
		out->outcome = BANK_DIFFERS;
	else if (q->service == BANK_STATUS)
		payment_read(q, account, out);
	else if (q->service == BANK_LOOK &&
	         strcmp(bank_json_text(account, "paidStatus", q->a), "Y") == 0)
		out->outcome = BANK_PAID;
}

/* lint: L11 what was asked (three), what came (two), where it goes (two) */
void bank_decode(const struct bank_profile *p, enum bank_service s, const struct bank_order *o,
                 int http, struct bytes body, struct arena *a, struct bank_answer *out)
{
	const struct bank_question q = { p, s, o, a };
	*out = (struct bank_answer){ .message = "",
		                     .differs = "",
		                     .va_digits = "",
		                     .va_text = "",
		                     .trx_id = "",
		                     .amount = -1,
		                     .expires = INSTANT_NONE,
		                     .paid = -1,
		                     .paid_at = INSTANT_NONE,
		                     .payment_id = "",
		                     .reference = "" };
	json_t *answer = bank_json_read(body);
	out->outcome = bank_answer_outcome(s, http, answer, out->code);
	out->message = bank_json_text(answer, "responseMessage", a);
	if (out->outcome == BANK_DONE)
		success_read(&q, answer, out);
	json_decref(answer);
}

/* ---- the token ---- */

#define LONGEST_TOKEN 2048

static bool token_is_plain(const char *s)
{
	size_t length = 0;
	for (; s[length]; length++) {
		if (s[length] <= ' ' || s[length] > '~')
			return false;
	}
	return length > 0 && length <= LONGEST_TOKEN;
}

bool bank_decode_token(int http, struct bytes body, struct arena *a, const char **token,
                       int *seconds, struct fault *why)
{
	json_t *answer = bank_json_read(body);
	const char *text = bank_json_raw(answer, "accessToken");
	const char *life = bank_json_raw(answer, "expiresIn");
	long long lives = 900; /* where it is not told */
	bool good = http == 200 && text && token_is_plain(text) &&
	            (!life || text_number(life, 1, 86400, &lives));
	if (good) {
		*token = arena_text(a, text);
		*seconds = (int)lives;
	} else {
		const char *said = answer ? bank_json_text(answer, "responseMessage", a) : "";
		fault_set(why, FAULT_OUTSIDE, N_("Bank tidak memberi token (HTTP %1): %2"),
		          arena_print(a, "%d", http), said[0] ? said : "?");
	}
	json_decref(answer);
	return good;
}
