/* The court's side of SNAP: the bank fetches a token from us and tells of payments. Each check has
 * its own answer, and their order matters: nothing of the body is believed before the signature is
 * good, and nothing is remembered here, so that a stranger can burn no X-EXTERNAL-ID. */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <string.h>
#include <strings.h>

#include "loket/list.h"

#include "private.h"

static const int service_codes[BANK_SERVICES] = {
	[BANK_TOKEN] = 73,  [BANK_INQUIRY] = 24, [BANK_PAYMENT] = 25, [BANK_NOTIFY] = 34,
	[BANK_STATUS] = 26, [BANK_CREATE] = 27,  [BANK_UPDATE] = 28,  [BANK_LOOK] = 30,
	[BANK_DELETE] = 31, [BANK_REPORT] = 35,
};

/* One call being heard. */
struct hearing {
	const struct bank_receiver *r;
	enum bank_service service;
	const struct bank_call *call;
	struct arena *a;
	struct bank_reply *reply;
};

static struct bank_reply reply_of(const struct bank_receiver *r, int status, struct text body,
                                  struct arena *a)
{
	return (struct bank_reply){ .status = status,
		                    .stamp = bank_stamp_text(r->profile, r->now, a),
		                    .body = { (unsigned char *)body.s, body.length } };
}

static struct text reply_begin(struct arena *a, enum bank_service s, int status, int kase,
                               const char *message)
{
	struct text t = text_start(a);
	text_addf(&t, "{\"responseCode\":\"%03d%02d%02d\",\"responseMessage\":", status,
	          service_codes[s], kase);
	text_add_json(&t, message);
	return t;
}

/* Always false, so that a failed check is one line. `detail` NULL: none. */
static bool refuse(const struct hearing *h, int status, int kase, const char *message,
                   const char *detail)
{
	if (detail)
		message = arena_print(h->a, "%s [%s]", message, detail);
	struct text t = reply_begin(h->a, h->service, status, kase, message);
	text_add(&t, "}");
	*h->reply = reply_of(h->r, status, t, h->a);
	return false;
}

static bool refuse_unauthorized(const struct hearing *h, const char *detail)
{
	return refuse(h, 401, 0, "Unauthorized.", detail);
}

bool bank_route_find(const struct bank_receiver *r, const struct bank_call *c,
                     enum bank_service *out, struct arena *a, struct bank_reply *reply)
{
	for (enum bank_service s = 0; s < BANK_SERVICES; s++) {
		const struct bank_route *route = &r->profile->served[s];
		if (!route->offered || strcmp(route->path, c->path) != 0)
			continue;
		const struct hearing h = { r, s, c, a, reply };
		if (strcmp(route->method, c->method) != 0)
			return refuse(&h, 405, 0, "Requested Function Is Not Supported", NULL);
		*out = s;
		return true;
	}
	*reply = reply_of(r, 404, text_start(a), a);
	return false;
}

/* ---- headers ---- */

static const char *header(const struct bank_call *c, const char *name)
{
	for (size_t i = 0; i < c->header_count; i++) {
		if (strcasecmp(c->headers[i].name, name) == 0)
			return c->headers[i].value;
	}
	return "";
}

static bool is_printable(const char *s, size_t most)
{
	size_t length = 0;
	for (; s[length]; length++) {
		if (s[length] <= ' ' || s[length] > '~')
			return false;
	}
	return length > 0 && length <= most;
}

static bool is_instant(const char *s)
{
	instant t;
	return is_printable(s, 40) && instant_parse(s, &t);
}

static bool is_json_type(const char *s)
{
	static const char wanted[] = "application/json";
	size_t length = sizeof wanted - 1;
	return strncasecmp(s, wanted, length) == 0 &&
	       (s[length] == '\0' || s[length] == ';' || s[length] == ' ');
}

static bool is_word(const char *s)
{
	return is_printable(s, 64);
}

static bool is_signature(const char *s)
{
	return is_printable(s, 2048);
}

struct header_rule {
	const char *name;
	bool (*good)(const char *);
};
static const struct header_rule token_headers[] = {
	{ "X-TIMESTAMP", is_instant },
	{ "X-CLIENT-KEY", is_word },
	{ "X-SIGNATURE", is_signature },
};
static const struct header_rule notice_headers[] = {
	{ "Content-Type", is_json_type }, { "X-TIMESTAMP", is_instant },
	{ "X-SIGNATURE", is_signature },  { "X-PARTNER-ID", is_word },
	{ "X-EXTERNAL-ID", is_word },     { "CHANNEL-ID", is_word },
};

/* First all that must be there, then their form: 02 before 01, as banks' tests want it. */
static bool headers_check(const struct hearing *h, const struct header_rule *rules, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!header(h->call, rules[i].name)[0])
			return refuse(h, 400, 2, "Invalid Mandatory Field", rules[i].name);
	}
	for (size_t i = 0; i < count; i++) {
		if (!rules[i].good(header(h->call, rules[i].name)))
			return refuse(h, 400, 1, "Invalid Field Format", rules[i].name);
	}
	return true;
}

static bool clock_check(const struct hearing *h)
{
	instant theirs;
	if (!instant_parse(header(h->call, "X-TIMESTAMP"), &theirs))
		return refuse(h, 400, 1, "Invalid Field Format", "X-TIMESTAMP");
	int64_t off = h->r->now > theirs ? h->r->now - theirs : theirs - h->r->now;
	if (off > 1000 * (int64_t)h->r->profile->skew_seconds)
		return refuse_unauthorized(h, "Timestamp");
	return true;
}

/* ---- tokens ---- */

static bool text_same_secretly(const char *a, const char *b)
{
	size_t length = strlen(a);
	return length == strlen(b) && CRYPTO_memcmp(a, b, length) == 0;
}

static void token_make(struct bank_receiver *r, struct bank_token *place)
{
	unsigned char text[45];
	EVP_EncodeBlock(text, r->dice, sizeof r->dice);
	for (size_t i = 0; i < sizeof place->text - 1; i++)
		place->text[i] = text[i] == '+' ? '-' : text[i] == '/' ? '_' : (char)text[i];
	place->text[sizeof place->text - 1] = '\0';
	place->expires = r->steady + 1000 * (int64_t)r->profile->token_seconds;
}

static struct bank_token *token_place(struct bank_receiver *r)
{
	struct bank_token *oldest = &r->tokens[0];
	for (size_t i = 0; i < BANK_TOKENS; i++) {
		if (!r->tokens[i].text[0])
			return &r->tokens[i];
		if (r->tokens[i].expires < oldest->expires)
			oldest = &r->tokens[i];
	}
	return oldest;
}

/* The token of "Bearer …" when it is one of ours and alive. */
static const char *token_find(const struct hearing *h)
{
	const char *sent = header(h->call, "Authorization");
	const char *blank = strchr(sent, ' ');
	if (!blank || strncasecmp(sent, "Bearer ", 7) != 0)
		return NULL;
	sent = blank + strspn(blank, " ");
	const char *found = NULL;
	for (size_t i = 0; i < BANK_TOKENS; i++) {
		const struct bank_token *t = &h->r->tokens[i];
		if (t->text[0] && t->expires > h->r->steady && text_same_secretly(t->text, sent))
			found = t->text;
	}
	return found;
}

static bool grant_check(const struct hearing *h)
{
	json_t *body = bank_json_read(h->call->body);
	const char *grant = bank_json_raw(body, "grantType");
	if (!grant)
		grant = bank_json_raw(body, "grant_type"); /* one public client sends that */
	bool good = grant && strcmp(grant, "client_credentials") == 0;
	json_decref(body);
	return good || refuse(h, 400, 0, "Bad Request. Invalid Field Format", "grantType");
}

void bank_receive_token(struct bank_receiver *r, const struct bank_call *c, struct arena *a,
                        struct bank_reply *reply)
{
	const struct hearing h = { r, BANK_TOKEN, c, a, reply };
	if (!headers_check(&h, token_headers, COUNT_OF(token_headers)))
		return;
	if (strcmp(header(c, "X-CLIENT-KEY"), r->profile->caller_key) != 0) {
		refuse_unauthorized(&h, "Unknown client");
		return;
	}
	if (!clock_check(&h))
		return;
	const char *text =
	    arena_print(a, "%s|%s", header(c, "X-CLIENT-KEY"), header(c, "X-TIMESTAMP"));
	if (!bank_verify_rsa(r->keys, text, header(c, "X-SIGNATURE"), r->profile->encoding_in)) {
		refuse_unauthorized(&h, "Signature");
		return;
	}
	if (!grant_check(&h))
		return;
	struct bank_token *place = token_place(r);
	token_make(r, place);
	struct text t = reply_begin(a, BANK_TOKEN, 200, 0, "Successful");
	text_addf(&t, ",\"accessToken\":\"%s\",\"tokenType\":\"Bearer\",\"expiresIn\":\"%d\"}",
	          place->text, r->profile->token_seconds);
	*reply = reply_of(r, 200, t, a);
}

/* ---- the notice ---- */

static bool signature_check(const struct hearing *h, const char *token, enum bank_match *match)
{
	const struct bank_profile *p = h->r->profile;
	const struct bank_call *c = h->call;
	const struct bank_signed parts = {
		.method = c->method,
		.path = arena_print(h->a, "%s%s%s%s", p->outside, c->path, c->query[0] ? "?" : "",
		                    c->query),
		.token = token,
		.stamp = header(c, "X-TIMESTAMP"),
		.body = c->body.data,
		.size = c->body.size,
	};
	*match =
	    bank_verify(h->r->keys, &parts, header(c, "X-SIGNATURE"), p->encoding_in, p->laxest);
	return *match != BANK_NO_MATCH || refuse_unauthorized(h, "Signature");
}

static bool caller_check(const struct hearing *h, enum bank_match *match)
{
	const struct bank_profile *p = h->r->profile;
	const char *token = NULL;
	if (!headers_check(h, notice_headers, COUNT_OF(notice_headers)))
		return false;
	if (p->served[h->service].signature == BANK_SYMMETRIC) {
		if (!header(h->call, "Authorization")[0])
			return refuse(h, 400, 2, "Invalid Mandatory Field", "Authorization");
		token = token_find(h);
		if (!token)
			return refuse(h, 401, 1, "Invalid Token (B2B)", NULL);
	}
	if (p->caller_id[0] && strcmp(p->caller_id, header(h->call, "X-PARTNER-ID")) != 0)
		return refuse_unauthorized(h, "Unknown client");
	return clock_check(h) && signature_check(h, token, match);
}

/* The body's members that an answer repeats, as they came. */
static const char *echo_of(const json_t *body, struct arena *a)
{
	static const char *const names[] = {
		"partnerServiceId",   "customerNo",  "virtualAccountNo",
		"virtualAccountName", "trxId",       "paymentRequestId",
		"paidAmount",         "paidBills",   "totalAmount",
		"trxDateTime",        "referenceNo", "journalNum",
		"paymentType",        "flagAdvise",
	};
	const size_t flags = JSON_COMPACT | JSON_ENCODE_ANY;
	struct text t = text_start(a);
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const json_t *value = json_object_get(body, names[i]);
		if (!value && strcmp(names[i], "virtualAccountName") != 0)
			continue;
		size_t size = value ? json_dumpb(value, NULL, 0, flags) : 2;
		char *text = arena_get(a, size + 1, 1);
		if (value)
			json_dumpb(value, text, size, flags);
		else
			memcpy(text, "\"\"", 2); /* the answer must have it */
		text_addf(&t, "%s\"%s\":%s", t.length ? "," : "", names[i], text);
	}
	return t.s;
}

static bool numbers_read(const struct hearing *h, const json_t *body, struct bank_notice *n)
{
	static const char *const names[] = { "partnerServiceId", "customerNo", "virtualAccountNo" };
	const char *digits[3];
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const char *raw = bank_json_raw(body, names[i]);
		if (!raw || !raw[strspn(raw, " ")])
			return refuse(h, 400, 2, "Invalid Mandatory Field", names[i]);
		if (strlen(raw) > 64 || strspn(raw, " 0123456789") != strlen(raw))
			return refuse(h, 400, 1, "Invalid Field Format", names[i]);
		digits[i] = bank_digits(raw, h->a);
	}
	n->va_digits = digits[2];
	if (strcmp(arena_print(h->a, "%s%s", digits[0], digits[1]), digits[2]) != 0)
		return refuse(h, 400, 1, "Invalid Field Format", "virtualAccountNo");
	return true;
}

/* 25 must name payment and amount; 34 need not: then status (26) is asked for both. */
static bool payment_read(const struct hearing *h, const json_t *body, struct bank_notice *n)
{
	bool required = h->service == BANK_PAYMENT;
	n->payment_id = bank_json_text(body, "paymentRequestId", h->a);
	if (required && !n->payment_id[0])
		return refuse(h, 400, 2, "Invalid Mandatory Field", "paymentRequestId");
	if (n->payment_id[0] && !is_printable(n->payment_id, 128))
		return refuse(h, 400, 1, "Invalid Field Format", "paymentRequestId");
	n->paid = -1;
	if (!json_object_get(body, "paidAmount"))
		return !required || refuse(h, 400, 2, "Invalid Mandatory Field", "paidAmount");
	if (!bank_json_amount(body, "paidAmount", &n->paid) || n->paid <= 0)
		return refuse(h, 400, 1, "Invalid Field Format", "paidAmount");
	return true;
}

static bool times_read(const struct hearing *h, const json_t *body, struct bank_notice *n)
{
	const char *at = bank_json_text(body, "trxDateTime", h->a);
	n->paid_at = INSTANT_NONE;
	if (at[0] && !instant_parse(at, &n->paid_at))
		return refuse(h, 400, 1, "Invalid Field Format", "trxDateTime");
	return true;
}

static bool body_read(const struct hearing *h, const json_t *body, struct bank_notice *n)
{
	if (!numbers_read(h, body, n) || !payment_read(h, body, n) || !times_read(h, body, n))
		return false;
	n->trx_id = bank_json_text(body, "trxId", h->a);
	n->name = bank_json_text(body, "virtualAccountName", h->a);
	n->inquiry_id = bank_json_text(body, "inquiryRequestId", h->a);
	n->reference = bank_json_text(body, "referenceNo", h->a);
	n->channel = bank_json_text(body, "channelCode", h->a);
	n->repeat = strcmp(bank_json_text(body, "flagAdvise", h->a), "Y") == 0;
	n->echo = echo_of(body, h->a);
	return true;
}

bool bank_receive_notice(const struct bank_receiver *r, enum bank_service s,
                         const struct bank_call *c, struct arena *a, struct bank_notice *out,
                         struct bank_reply *reply)
{
	const struct hearing h = { r, s, c, a, reply };
	*out = (struct bank_notice){ .service = s };
	if (!caller_check(&h, &out->match))
		return false;
	out->external_id = arena_text(a, header(c, "X-EXTERNAL-ID"));
	struct bytes minified = bank_minify(c->body.data, c->body.size, a);
	bank_digest(minified.data, minified.size, out->digest);
	json_t *body = bank_json_read(c->body);
	bool good = body ? body_read(&h, body, out) : refuse(&h, 400, 0, "Bad Request", NULL);
	json_decref(body);
	return good;
}

static const struct {
	int status, kase;
	const char *message, *flag, *english, *indonesia;
} verdicts[] = {
	[BANK_ACCEPTED] = { 200, 0, "Successful", "00", "Success", "Sukses" },
	[BANK_NO_SUCH_VA] = { 404, 12, "Invalid Bill/Virtual Account [Not Found]", "01",
	                      "Bill not found", "Tagihan tidak ditemukan" },
	[BANK_WRONG_AMOUNT] = { 404, 13, "Invalid Amount", "01", "Amount differs from the bill",
	                        "Jumlah berbeda dengan tagihan" },
	[BANK_ALREADY_PAID] = { 404, 14, "Paid Bill", "01", "Bill has been paid",
	                        "Tagihan telah dibayar" },
	[BANK_INCONSISTENT] = { 404, 18, "Inconsistent Request", "00", "Success", "Sukses" },
	[BANK_EXPIRED] = { 404, 19, "Invalid Bill/Virtual Account", "01", "Bill has expired",
	                   "Tagihan kedaluwarsa" },
	[BANK_CONFLICT] = { 409, 0, "Conflict", "01", "Cannot use the same X-EXTERNAL-ID",
	                    "Tidak bisa menggunakan X-EXTERNAL-ID yang sama" },
	[BANK_TRY_LATER] = { 500, 0, "General Error", "01", "Try again", "Silakan ulangi" },
};

void bank_reply_notice(const struct bank_receiver *r, const struct bank_notice *n,
                       enum bank_verdict v, struct arena *a, struct bank_reply *reply)
{
	const char *name = n->service == BANK_NOTIFY ? "virtualAccountdata" : "virtualAccountData";
	struct text t =
	    reply_begin(a, n->service, verdicts[v].status, verdicts[v].kase, verdicts[v].message);
	text_addf(&t, ",\"%s\":{\"paymentFlagReason\":{\"english\":", name);
	text_add_json(&t, verdicts[v].english);
	text_add(&t, ",\"indonesia\":");
	text_add_json(&t, verdicts[v].indonesia);
	text_addf(&t, "},%s,\"paymentFlagStatus\":\"%s\"},\"additionalInfo\":{}}", n->echo,
	          verdicts[v].flag);
	*reply = reply_of(r, verdicts[v].status, t, a);
}
