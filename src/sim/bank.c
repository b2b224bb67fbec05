/* The bank's gate: token, headers, clock, signature, JSON, in the order a SNAP service checks them
 * (standard, page Keamanan). What has passed goes to the services of account.c. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "loket/list.h"

#include "private.h"

#define SKEW_MS       (300 * 1000)
#define TOKEN_SECONDS 900
#define MOST_BODY     (64 * KIB)
#define TOKEN_SERVICE 73

static void refuse(const struct sim_call *c, int status, struct sim_reply *r)
{
	static const struct {
		int status, case_, http;
		const char *message;
	} rows[] = {
		{ 401, 1, 401, "Invalid Token (B2B)" }, { 409, 0, 409, "Conflict" },
		{ 413, 0, 400, "Bad Request" },         { 429, 0, 429, "Too Many Requests" },
		{ 500, 0, 500, "General Error" },       { 504, 0, 504, "Timeout" },
	};
	for (size_t i = 0; c->route != NULL && i < COUNT_OF(rows); i++) {
		if (rows[i].status == status) {
			snap_say(c, rows[i].http, rows[i].case_, rows[i].message, r);
			return;
		}
	}
	/* what stands before the bank speaks no SNAP */
	r->type = "text/html";
	reply_text(r, status,
	           status == 404 ? "<html>Not Found</html>\n"
	                         : "<html>Service Unavailable</html>\n",
	           c->a);
}

/* Of a payment gateway: its paths, ids and tokens are not the paper's. */
static bool is_gateway(const struct sim_call *c)
{
	return !text_starts(c->route->path, "/v1.0/");
}

/* ---- headers ---- */

static bool is_json(const char *s)
{
	static const char type[] = "application/json";
	return strncasecmp(s, type, strlen(type)) == 0 && strchr("; ", s[strlen(type)]) != NULL;
}

static bool is_bearer(const char *s)
{
	return strncasecmp(s, "Bearer ", strlen("Bearer ")) == 0;
}

/* 2026-11-25T09:41:07+07:00, to the letter: 25 characters, no fraction. */
static bool is_stamp(const char *s)
{
	instant t;
	return strlen(s) == 25 && instant_parse(s, &t);
}

static bool is_signature(const char *s)
{
	return strlen(s) <= 1024;
}

static bool is_partner(const char *s)
{
	return strlen(s) <= 36;
}

static bool is_external(const char *s)
{
	size_t length = strlen(s);
	return length <= 36 && strspn(s, "0123456789") == length;
}

static bool is_channel(const char *s)
{
	return strlen(s) == 5 && strspn(s, "0123456789") == 5;
}

/* What gateways' own clients send: letters, dashes, and longer than the paper allows. */
static bool is_word(const char *s)
{
	size_t length = strlen(s);
	return length <= 64 && strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	                                 "0123456789-_") == length;
}

struct header {
	const char *name;
	bool (*good)(const char *);
};
static const struct header token_headers[] = {
	{ "Content-Type", is_json },
	{ "X-TIMESTAMP", is_stamp },
	{ "X-CLIENT-KEY", is_partner },
	{ "X-SIGNATURE", is_signature },
};
static const struct header call_headers[] = {
	{ "Content-Type", is_json },    { "Authorization", is_bearer },
	{ "X-TIMESTAMP", is_stamp },    { "X-SIGNATURE", is_signature },
	{ "X-PARTNER-ID", is_partner }, { "X-EXTERNAL-ID", is_external },
	{ "CHANNEL-ID", is_channel },
};

static const struct header gateway_headers[] = {
	{ "Content-Type", is_json }, { "Authorization", is_bearer },
	{ "X-TIMESTAMP", is_stamp }, { "X-SIGNATURE", is_signature },
	{ "X-PARTNER-ID", is_word }, { "X-EXTERNAL-ID", is_word },
	{ "CHANNEL-ID", is_word },
};
_Static_assert(COUNT_OF(gateway_headers) == COUNT_OF(call_headers), "one count serves both");

static bool headers_good(const struct sim_call *c, const struct header *h, size_t count,
                         struct sim_reply *r)
{
	for (size_t i = 0; i < count; i++) {
		const char *value = call_header(c, h[i].name);
		if (value == NULL || *value == '\0') {
			snap_say(c, 400, 2,
			         arena_print(c->a, "Invalid Mandatory Field [%s]", h[i].name), r);
			return false;
		}
	}
	for (size_t i = 0; i < count; i++) {
		if (!h[i].good(call_header(c, h[i].name))) {
			snap_say(c, 400, 1,
			         arena_print(c->a, "Invalid Field Format [%s]", h[i].name), r);
			return false;
		}
	}
	return true;
}

static bool clock_good(const struct sim_call *c)
{
	instant theirs, now = clock_now();
	return instant_parse(call_header(c, "X-TIMESTAMP"), &theirs) && theirs >= now - SKEW_MS &&
	       theirs <= now + SKEW_MS;
}

/* ---- token: service 73 ---- */

static bool grant_good(const struct sim_call *c)
{
	json_t *ask = json_loadb((const char *)c->body.data, c->body.size, JSON_REJECT_DUPLICATES,
	                         NULL);
	const char *grant = json_string_value(json_object_get(ask, "grantType"));
	if (grant == NULL)
		grant = json_string_value(json_object_get(ask, "grant_type"));
	bool good = grant != NULL && strcmp(grant, "client_credentials") == 0;
	json_decref(ask);
	return good;
}

static void token_give(const struct sim_call *c, struct sim_reply *r)
{
	const char *token = random_text(c->a);
	int64_t now = clock_now();
	keep_run(c->sim->db, "DELETE FROM token WHERE ends <= ?", number_text(c->a, now), NULL);
	keep_run(c->sim->db, "INSERT INTO token VALUES(?, ?)", token,
	         number_text(c->a, now + TOKEN_SECONDS * 1000), NULL);
	const char *quote = is_gateway(c) ? "" : "\"", *body;
	body = arena_print(
	    c->a,
	    "{\"responseCode\":\"200%d00\",\"responseMessage\":\"Successful\",\"accessToken\":\"%s\","
	    "\"tokenType\":\"Bearer\",\"expiresIn\":%s%d%s}",
	    c->route->code, token, quote, TOKEN_SECONDS, quote);
	reply_text(r, 200, body, c->a);
}

static void token_serve(const struct sim_call *c, struct sim_reply *r)
{
	if (!headers_good(c, token_headers, COUNT_OF(token_headers), r))
		return;
	const char *client = call_header(c, "X-CLIENT-KEY");
	const char *text = arena_print(c->a, "%s|%s", client, call_header(c, "X-TIMESTAMP"));
	if (strcmp(client, COURT_CLIENT) != 0)
		snap_say(c, 401, 0, "Unauthorized. [Unknown client]", r);
	else if (!clock_good(c))
		snap_say(c, 401, 0, "Unauthorized. [Timestamp]", r);
	else if (!rsa_is(c->sim->secrets.court_public, text, call_header(c, "X-SIGNATURE"), c->a))
		snap_say(c, 401, 0, "Unauthorized. [Signature]", r);
	else if (!grant_good(c))
		snap_say(c, 400, 0, "Invalid field format [clientId/clientSecret/grantType]", r);
	else
		token_give(c, r);
}

/* ---- all other calls ---- */

static bool signature_good(const struct sim_call *c, const char *token)
{
	const char *digest = digest_hex(minify(c->body, c->a), c->a);
	const char *text = arena_print(c->a, "%s:%s:%s:%s:%s", c->route->method, c->uri, token,
	                               digest, call_header(c, "X-TIMESTAMP"));
	return hmac_is(c->sim->secrets.client, text, call_header(c, "X-SIGNATURE"), c->a);
}

static bool gate(const struct sim_call *c, struct sim_reply *r)
{
	const struct header *headers = is_gateway(c) ? gateway_headers : call_headers;
	const char *partner = is_gateway(c) ? COURT_CLIENT : COURT_PARTNER;
	if (!headers_good(c, headers, COUNT_OF(call_headers), r))
		return false;
	const char *token = call_header(c, "Authorization") + strlen("Bearer ");
	int64_t ends = keep_one(c->sim->db, "SELECT ends FROM token WHERE text = ?", token, NULL);
	if (ends <= clock_now())
		return snap_say(c, 401, 1, "Invalid Token (B2B)", r), false;
	if (strcmp(call_header(c, "X-PARTNER-ID"), partner) != 0)
		return snap_say(c, 401, 0, "Unauthorized. [Unknown client]", r), false;
	if (!clock_good(c))
		return snap_say(c, 401, 0, "Unauthorized. [Timestamp]", r), false;
	if (!signature_good(c, token))
		return snap_say(c, 401, 0, "Unauthorized. [Signature]", r), false;
	return true;
}

/* True when the id is new today; only a call whose signature is good may use one up. */
static bool external_take(const struct sim_call *c)
{
	char today[64];
	day_iso(instant_day(clock_now(), &jakarta), today, sizeof today);
	return keep_run(c->sim->db, "INSERT OR IGNORE INTO external VALUES(?, ?, ?)", today,
	                call_header(c, "X-EXTERNAL-ID"), number_text(c->a, c->route->code),
	                NULL) == 1;
}

static void account_serve(const struct sim_call *c, struct sim_reply *r)
{
	struct passed_call t = {
		.call = c, .sim = c->sim, .reply = r, .a = c->a, .now = clock_now()
	};
	if (!gate(c, r))
		return;
	t.ask = json_loadb((const char *)c->body.data, c->body.size, JSON_REJECT_DUPLICATES, NULL);
	if (!json_is_object(t.ask)) {
		snap_say(c, 400, 0, "Bad Request", r);
	} else {
		/* one transaction: id used up, account changed, or neither; only then an answer */
		keep_run(c->sim->db, "BEGIN IMMEDIATE", NULL);
		if (external_take(c))
			c->route->service(&t);
		else
			snap_say(c, 409, 0, "Conflict", r);
		keep_run(c->sim->db, "COMMIT", NULL);
	}
	json_decref(t.ask);
}

#define VA     "/v1.0/transfer-va/"
#define DOKU   "/virtual-accounts/bi-snap-va/v1.1/transfer-va/"
#define ORDERS "/orders/v1.0/transfer-va/"
/* clang-format off */
static const struct route routes[] = {
	{ "token",      "POST",   "/v1.0/access-token/b2b", TOKEN_SERVICE, token_serve, NULL },
	{ "status",     "POST",   VA "status",      26, account_serve, account_status },
	{ "create-va",  "POST",   VA "create-va",   27, account_serve, account_create },
	{ "update-va",  "PUT",    VA "update-va",   28, account_serve, account_update },
	{ "inquiry-va", "POST",   VA "inquiry-va",  30, account_serve, account_look },
	{ "delete-va",  "DELETE", VA "delete-va",   31, account_serve, account_delete },
	{ "report",     "POST",   VA "report",      35, account_serve, account_report },
	/* as Midtrans' client deletes */
	{ "delete-va",  "POST",   VA "delete-va",   31, account_serve, account_delete },
	/* as DOKU's client calls */
	{ "token",      "POST",   "/authorization/v1/access-token/b2b", TOKEN_SERVICE, token_serve, NULL },
	{ "create-va",  "POST",   DOKU "create-va", 27, account_serve, account_create },
	{ "update-va",  "PUT",    DOKU "update-va", 28, account_serve, account_update },
	{ "delete-va",  "DELETE", DOKU "delete-va", 31, account_serve, account_delete },
	{ "status",     "POST",   ORDERS "status",  26, account_serve, account_status },
};
/* clang-format on */

static void serve(const struct sim_call *c, struct sim_reply *r)
{
	c->route->act(c, r);
}

const struct trade bank_trade = { "bank", routes, COUNT_OF(routes), MOST_BODY, serve, refuse };
