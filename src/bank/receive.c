/* Authentication of the bank's calls: the bank fetches a token from us, and every other call is
 * checked here. Each check has its own answer, and their order matters: the body is not used before
 * the signature is verified, and nothing is stored here, so that a stranger cannot use up an
 * X-EXTERNAL-ID. */
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

struct bank_reply bank_reply_of(const struct bank_receiver *r, int status, struct text body,
                                struct arena *a)
{
	return (struct bank_reply){ .status = status,
		                    .stamp = bank_stamp_text(r->profile, r->now, a),
		                    .body = { (unsigned char *)body.s, body.length } };
}

struct text bank_reply_begin(struct arena *a, enum bank_service s, int status, int case_,
                             const char *message)
{
	struct text t = text_start(a);
	text_addf(&t, "{\"responseCode\":\"%03d%02d%02d\",\"responseMessage\":", status,
	          service_codes[s], case_);
	text_add_json(&t, message);
	return t;
}

bool bank_refuse(const struct bank_hearing *h, int status, int case_, const char *message,
                 const char *detail)
{
	if (detail)
		message = arena_print(h->a, "%s [%s]", message, detail);
	struct text t = bank_reply_begin(h->a, h->service, status, case_, message);
	text_add(&t, "}");
	*h->reply = bank_reply_of(h->r, status, t, h->a);
	return false;
}

static bool refuse_unauthorized(const struct bank_hearing *h, const char *detail)
{
	return bank_refuse(h, 401, 0, "Unauthorized.", detail);
}

/* Blanks stand between the addresses that may call; none written: any may. */
bool bank_caller_known(const struct bank_profile *p, const char *address)
{
	size_t length = strlen(address);
	for (const char *s = p->callers; *s;) {
		size_t word = strcspn(s, " ");
		if (word == length && strncmp(s, address, word) == 0)
			return true;
		s += word + strspn(s + word, " ");
	}
	return !p->callers[0];
}

bool bank_route_find(const struct bank_receiver *r, const struct bank_call *c,
                     enum bank_service *out, struct arena *a, struct bank_reply *reply)
{
	for (enum bank_service s = 0; s < BANK_SERVICES; s++) {
		const struct bank_route *route = &r->profile->served[s];
		if (!route->offered || strcmp(route->path, c->path) != 0)
			continue;
		const struct bank_hearing h = { r, s, c, a, reply };
		if (strcmp(route->method, c->method) != 0)
			return bank_refuse(&h, 405, 0, "Requested Function Is Not Supported", NULL);
		*out = s;
		return true;
	}
	*reply = bank_reply_of(r, 404, text_start(a), a);
	return false;
}

void bank_turn_away(const struct bank_receiver *r, const struct bank_call *c, bool stranger,
                    struct arena *a, struct bank_reply *reply)
{
	enum bank_service s;
	if (!bank_route_find(r, c, &s, a, reply))
		return;
	const struct bank_hearing h = { r, s, c, a, reply };
	if (stranger)
		refuse_unauthorized(&h, "Connection not allowed");
	else
		bank_refuse(&h, 400, 0, "Bad Request", NULL);
}

/* ---- headers ---- */

const char *bank_call_header(const struct bank_call *c, const char *name)
{
	for (size_t i = 0; i < c->header_count; i++) {
		if (strcasecmp(c->headers[i].name, name) == 0)
			return c->headers[i].value;
	}
	return "";
}

bool bank_is_printable(const char *s, size_t most)
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
	return bank_is_printable(s, 40) && instant_parse(s, &t);
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
	return bank_is_printable(s, 64);
}

static bool is_signature(const char *s)
{
	return bank_is_printable(s, 2048);
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

/* First that all are present, then their form: 02 before 01, as the banks' tests expect. */
static bool headers_check(const struct bank_hearing *h, const struct header_rule *rules,
                          size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!bank_call_header(h->call, rules[i].name)[0])
			return bank_refuse(h, 400, 2, "Invalid Mandatory Field", rules[i].name);
	}
	for (size_t i = 0; i < count; i++) {
		if (!rules[i].good(bank_call_header(h->call, rules[i].name)))
			return bank_refuse(h, 400, 1, "Invalid Field Format", rules[i].name);
	}
	return true;
}

static bool clock_check(const struct bank_hearing *h)
{
	instant theirs;
	if (!instant_parse(bank_call_header(h->call, "X-TIMESTAMP"), &theirs))
		return bank_refuse(h, 400, 1, "Invalid Field Format", "X-TIMESTAMP");
	int64_t off = h->r->now > theirs ? h->r->now - theirs : theirs - h->r->now;
	if (off > 1000 * (int64_t)h->r->profile->skew_seconds)
		return refuse_unauthorized(h, "Timestamp");
	return true;
}

/* ---- tokens ---- */

/* The token of "Bearer …" when it is one of ours and alive. */
static const char *token_find(const struct bank_hearing *h)
{
	const char *sent = bank_call_header(h->call, "Authorization");
	const char *blank = strchr(sent, ' ');
	if (!blank || strncasecmp(sent, "Bearer ", 7) != 0)
		return NULL;
	sent = blank + strspn(blank, " ");
	return bank_token_lives(h->r->keys, sent, h->r->now) ? sent : NULL;
}

static bool grant_check(const struct bank_hearing *h)
{
	json_t *body = bank_json_read(h->call->body);
	const char *grant = bank_json_raw(body, "grantType");
	if (!grant)
		grant = bank_json_raw(body, "grant_type"); /* one public client sends that */
	bool good = grant && strcmp(grant, "client_credentials") == 0;
	json_decref(body);
	return good || bank_refuse(h, 400, 0, "Bad Request. Invalid Field Format", "grantType");
}

void bank_receive_token(struct bank_receiver *r, const struct bank_call *c, struct arena *a,
                        struct bank_reply *reply)
{
	const struct bank_hearing h = { r, BANK_TOKEN, c, a, reply };
	if (!headers_check(&h, token_headers, COUNT_OF(token_headers)))
		return;
	if (strcmp(bank_call_header(c, "X-CLIENT-KEY"), r->profile->caller_key) != 0) {
		refuse_unauthorized(&h, "Unknown client");
		return;
	}
	if (!clock_check(&h))
		return;
	const char *text = arena_print(a, "%s|%s", bank_call_header(c, "X-CLIENT-KEY"),
	                               bank_call_header(c, "X-TIMESTAMP"));
	if (!bank_verify_rsa(r->keys, text, bank_call_header(c, "X-SIGNATURE"),
	                     r->profile->encoding_in)) {
		refuse_unauthorized(&h, "Signature");
		return;
	}
	if (!grant_check(&h))
		return;
	const char *token;
	instant ends = r->now + 1000 * (instant)r->profile->token_seconds;
	if (!bank_token_make(r->keys, r->random, ends, a, &token)) {
		(void)bank_refuse(&h, 500, 0, "General Error", NULL);
		return;
	}
	struct text t = bank_reply_begin(a, BANK_TOKEN, 200, 0, "Successful");
	text_addf(&t, ",\"accessToken\":\"%s\",\"tokenType\":\"Bearer\",\"expiresIn\":\"%d\"}",
	          token, r->profile->token_seconds);
	*reply = bank_reply_of(r, 200, t, a);
}

/* ---- the gate of all other calls ---- */

static bool signature_check(const struct bank_hearing *h, const char *token, enum bank_match *match)
{
	const struct bank_profile *p = h->r->profile;
	const struct bank_call *c = h->call;
	const struct bank_signed parts = {
		.method = c->method,
		.path = arena_print(h->a, "%s%s%s%s", p->outside, c->path, c->query[0] ? "?" : "",
		                    c->query),
		.token = token,
		.stamp = bank_call_header(c, "X-TIMESTAMP"),
		.body = c->body.data,
		.size = c->body.size,
	};
	*match = bank_verify(h->r->keys, &parts, bank_call_header(c, "X-SIGNATURE"), p->encoding_in,
	                     p->laxest);
	return *match != BANK_NO_MATCH || refuse_unauthorized(h, "Signature");
}

bool bank_caller_check(const struct bank_hearing *h, enum bank_match *match)
{
	const struct bank_profile *p = h->r->profile;
	const char *token = NULL;
	if (!headers_check(h, notice_headers, COUNT_OF(notice_headers)))
		return false;
	if (p->served[h->service].signature == BANK_SYMMETRIC) {
		if (!bank_call_header(h->call, "Authorization")[0])
			return bank_refuse(h, 400, 2, "Invalid Mandatory Field", "Authorization");
		token = token_find(h);
		if (!token)
			return bank_refuse(h, 401, 1, "Invalid Token (B2B)", NULL);
	}
	if (p->caller_id[0] && strcmp(p->caller_id, bank_call_header(h->call, "X-PARTNER-ID")) != 0)
		return refuse_unauthorized(h, "Unknown client");
	return clock_check(h) && signature_check(h, token, match);
}

bool bank_numbers_read(const struct bank_hearing *h, const json_t *body, const char **number)
{
	static const char *const names[] = { "partnerServiceId", "customerNo", "virtualAccountNo" };
	const char *digits[3];
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const char *raw = bank_json_raw(body, names[i]);
		if (!raw || !raw[strspn(raw, " ")])
			return bank_refuse(h, 400, 2, "Invalid Mandatory Field", names[i]);
		if (strlen(raw) > 64 || strspn(raw, " 0123456789") != strlen(raw))
			return bank_refuse(h, 400, 1, "Invalid Field Format", names[i]);
		digits[i] = bank_digits(raw, h->a);
	}
	*number = digits[2];
	if (strcmp(arena_print(h->a, "%s%s", digits[0], digits[1]), digits[2]) != 0)
		return bank_refuse(h, 400, 1, "Invalid Field Format", "virtualAccountNo");
	return true;
}

static int echo_add(const char *s, size_t length, void *text)
{
	text_add_bytes(text, s, length);
	return 0;
}

const char *bank_echo(const json_t *body, const char *const *names, size_t count, struct arena *a)
{
	const size_t flags = JSON_COMPACT | JSON_ENCODE_ANY;
	struct text t = text_start(a);
	for (size_t i = 0; i < count; i++) {
		const json_t *value = json_object_get(body, names[i]);
		if (!value && strcmp(names[i], "virtualAccountName") != 0)
			continue;
		text_addf(&t, "%s\"%s\":", t.length ? "," : "", names[i]);
		if (value)
			(void)!json_dump_callback(value, echo_add, &t, flags);
		else
			text_add(&t, "\"\""); /* the answer must have it */
	}
	return t.s;
}
