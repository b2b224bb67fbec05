/* The bank tells the court of payments (service 25): takes a token from the court, signs, sends,
 * and tries again, ever more slowly, until the court has said yes. One notice at a time; everything
 * that must outlive a restart lies in the payment's row. */
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "private.h"

#define TOKEN_PATH  "/v1.0/access-token/b2b"
#define NOTICE_PATH "/v1.0/transfer-va/payment"
#define MOST_ANSWER (64 * KIB)
#define TOTAL_MS    10000L
#define CUT_MS      1000L /* a notice whose end does not come */
#define HOLD_MS     10000 /* a notice that waits for another one waits no longer than this */

enum notice_turn { IDLE, FETCH_TOKEN, TELL };

struct notifier {
	struct sim *sim;
	CURLM *multi;
	CURL *easy; /* of the request that runs */
	struct curl_slist *headers;
	enum notice_turn request;
	struct arena own; /* holds this struct */
	struct arena a;   /* of the request */
	struct text answer;
	int64_t payment;             /* whose notice it is */
	bool again;                  /* it goes once more */
	const struct mishap *mishap; /* what was ordered for it; NULL */
	bool cut;                    /* its end does not come */
	char token[2049];
	int64_t token_ends; /* on the steady clock */
};

bool notifier_open(struct sim *s, struct notifier **out, struct fault *why)
{
	struct arena own = arena_start(MIB);
	struct notifier *n = arena_get(&own, 1, sizeof *n);
	*n = (struct notifier){ .sim = s,
		                .own = own,
		                .multi = curl_multi_init(),
		                .easy = curl_easy_init(),
		                .a = arena_start(64 * MIB) };
	*out = n;
	if (n->multi != NULL && n->easy != NULL)
		return true;
	notifier_close(out);
	return fault_set(why, FAULT_OUTSIDE, N_("libcurl tidak dapat dimulai; coba lagi"));
}

static void request_end(struct notifier *n)
{
	if (n->request != IDLE)
		curl_multi_remove_handle(n->multi, n->easy);
	curl_slist_free_all(n->headers);
	n->headers = NULL;
	n->request = IDLE;
	arena_drop(&n->a);
}

void notifier_close(struct notifier **out)
{
	struct notifier *n = *out;
	if (n == NULL)
		return;
	request_end(n);
	curl_easy_cleanup(n->easy);
	curl_multi_cleanup(n->multi);
	secret_wipe(n->token, sizeof n->token);
	struct arena own = n->own;
	*out = NULL;
	arena_drop(&own);
}

/* ---- one request ---- */

static size_t on_part(char *part, size_t one, size_t size, void *notifier)
{
	struct notifier *n = notifier;
	(void)one;
	if (n->answer.length + size > MOST_ANSWER)
		return 0;
	text_add_bytes(&n->answer, part, size);
	return size;
}

static void header_add(struct notifier *n, struct arena *a, const char *name, const char *value)
{
	n->headers = curl_slist_append(n->headers, arena_print(a, "%s: %s", name, value));
}

/* The court's address: as told, or where its worker says it listens; "" when it does not. */
static const char *court_url(const struct sim *s, struct arena *a)
{
	struct bytes file;
	if (s->o->notify != NULL)
		return s->o->notify;
	const char *path = arena_print(a, "%s/court.url", s->o->home);
	if (!file_exists(path) || !file_read(path, KIB, a, &file, NULL))
		return "";
	return text_clean(a, (const char *)file.data, file.size, false);
}

static void request_start(struct notifier *n, enum notice_turn request, const char *url,
                          const char *body)
{
	struct arena *a = &n->a;
	n->answer = text_start(a);
	n->request = request;
	header_add(n, a, "Expect", "");
	curl_easy_reset(n->easy);
	curl_easy_setopt(n->easy, CURLOPT_URL, url);
	curl_easy_setopt(n->easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(n->easy, CURLOPT_PROXY, "");
	curl_easy_setopt(n->easy, CURLOPT_HTTPHEADER, n->headers);
	curl_easy_setopt(n->easy, CURLOPT_COPYPOSTFIELDS, body);
	curl_easy_setopt(n->easy, CURLOPT_TIMEOUT_MS, n->cut ? CUT_MS : TOTAL_MS);
	curl_easy_setopt(n->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(n->easy, CURLOPT_WRITEFUNCTION, on_part);
	curl_easy_setopt(n->easy, CURLOPT_WRITEDATA, n);
	curl_multi_add_handle(n->multi, n->easy);
}

static void token_ask(struct notifier *n, const char *base)
{
	struct arena *a = &n->a;
	const char *stamp = stamp_local(clock_now(), a);
	const char *text = arena_print(a, "%s|%s", BANK_CLIENT, stamp);
	header_add(n, a, "Content-Type", "application/json");
	header_add(n, a, "X-TIMESTAMP", stamp);
	header_add(n, a, "X-CLIENT-KEY", BANK_CLIENT);
	header_add(n, a, "X-SIGNATURE", rsa_sign(n->sim->secrets.bank_private, text, a));
	request_start(n, FETCH_TOKEN, arena_print(a, "%s%s", base, TOKEN_PATH),
	              "{\"grantType\":\"client_credentials\"}");
}

/* ---- the notice ---- */

struct notice {
	const char *id, *external, *body;
};

static json_t *amount_json(const char *value)
{
	return json_pack("{s:s, s:s}", "value", value, "currency", "IDR");
}

static const char *notice_body(sqlite3_stmt *s, struct arena *a)
{
	const char *digits = keep_text(s, 2, a), *amount = keep_text(s, 4, a);
	const char *company = &COMPANY[strspn(COMPANY, " ")], *customer = keep_text(s, 6, a);
	if (*customer == '\0') /* an account nobody made: what stands behind the company's digits */
		customer = digits + (text_starts(digits, company) ? strlen(company) : 0);
	json_t *all =
	    json_pack("{s:s, s:s, s:o, s:s, s:s, s:s, s:i, s:o, s:o, s:s, s:s, s:s, s:{}}",
	              "partnerServiceId", COMPANY, "customerNo", customer, "virtualAccountNo",
	              json_sprintf("%.*s%s", (int)strspn(COMPANY, " "), COMPANY, digits),
	              "virtualAccountName", keep_text(s, 7, a), "trxId", keep_text(s, 3, a),
	              "paymentRequestId", keep_text(s, 1, a), "channelCode", 6011, "paidAmount",
	              amount_json(amount), "totalAmount",
	              amount_json(*keep_text(s, 8, a) ? keep_text(s, 8, a) : amount), "trxDateTime",
	              stamp_local(sqlite3_column_int64(s, 5), a), "referenceNo", keep_text(s, 9, a),
	              "flagAdvise", sqlite3_column_int(s, 10) > 0 ? "Y" : "N", "additionalInfo");
	char *dump = json_dumps(all, JSON_COMPACT);
	const char *body = arena_text(a, dump);
	free(dump);
	json_decref(all);
	return body;
}

/* The next payment to be told; one to be told again goes with the id it had. */
static bool notice_next(struct notifier *n, struct notice *out)
{
	struct arena *a = &n->a;
	sqlite3_stmt *s = keep_ask(
	    n->sim->db,
	    "SELECT p.id, p.request, p.digits, p.trx, p.amount, p.at, c.customer, c.name, c.amount,"
	    " p.reference, p.tries, p.notice, p.external FROM payment p"
	    " LEFT JOIN account c ON c.trx = p.trx"
	    " WHERE p.notice IN ('due', 'again', 'held') AND p.due <= ? ORDER BY p.due, p.id LIMIT 1",
	    number_text(a, clock_now()), NULL);
	bool found = false;
	while (keep_next(&s)) {
		found = true;
		n->again = strcmp(keep_text(s, 11, a), "again") == 0;
		out->id = keep_text(s, 0, a);
		out->external = n->again ? keep_text(s, 12, a) : random_digits(32, a);
		out->body = notice_body(s, a);
		n->payment = sqlite3_column_int64(s, 0);
	}
	return found;
}

/* What was ordered for notices; true when this one shall not go now. */
static bool notice_mishap(struct notifier *n, const struct notice *o)
{
	int64_t seconds = 0;
	const struct mishap *m = mishap_take(n->sim->db, "notify", IN_NOTICE, &seconds);
	n->mishap = m;
	if (m != NULL)
		log_line("notify %s: mishap %s", o->id, m->name);
	if (m == NULL || !(m->delays || m->waits))
		return false;
	keep_run(n->sim->db, "UPDATE payment SET due = ?, notice = ? WHERE id = ?",
	         number_text(&n->a, clock_now() + (m->waits ? HOLD_MS : seconds * 1000)),
	         m->waits ? "held" : "due", o->id, NULL);
	return true;
}

/* With the token and the shared secret, or with the bank's key alone. */
static const char *notice_sign(struct notifier *n, const char *token, const char *path,
                               struct bytes body, const char *stamp)
{
	struct arena *a = &n->a;
	const char *digest = digest_hex(body, a);
	if (n->sim->o->asymmetric)
		return rsa_sign(n->sim->secrets.bank_private,
		                arena_print(a, "POST:%s:%s:%s", path, digest, stamp), a);
	return hmac_sign(n->sim->secrets.notify,
	                 arena_print(a, "POST:%s:%s:%s:%s", path, token, digest, stamp), a);
}

static void notice_send(struct notifier *n, const char *base, const struct notice *o)
{
	static const struct mishap nothing = { .name = "" };
	const struct mishap *m = n->mishap ? n->mishap : &nothing;
	struct arena *a = &n->a;
	const char *stamp = stamp_local(clock_now() + m->minutes * 60000, a);
	const char *token = m->status == 401 ? "palsu" : n->token;
	struct sim_reply sent = { .type = "application/json" };
	reply_text(&sent, 0, o->body, a);
	if (m->spoil != NULL)
		m->spoil(&sent, a);
	/* the path is signed as it is sent: with whatever stands behind the court's host */
	const char *host = strstr(base, "://"), *prefix = host ? strchr(host + 3, '/') : NULL;
	const char *path = arena_print(a, "%s%s", prefix ? prefix : "", NOTICE_PATH);
	char *signature = arena_text(a, notice_sign(n, token, path, sent.body, stamp));
	if (m->forges)
		signature[0] = signature[0] == 'A' ? 'B' : 'A';
	keep_run(n->sim->db, "UPDATE payment SET external = ?, tries = tries + 1 WHERE id = ?",
	         o->external, o->id, NULL);
	if (!n->sim->o->asymmetric)
		header_add(n, a, "Authorization", arena_print(a, "Bearer %s", token));
	header_add(n, a, "X-TIMESTAMP", stamp);
	header_add(n, a, "X-SIGNATURE", signature);
	header_add(n, a, "X-PARTNER-ID", BANK_CLIENT);
	header_add(n, a, "X-EXTERNAL-ID", o->external);
	header_add(n, a, "CHANNEL-ID", BANK_CHANNEL);
	header_add(n, a, "Content-Type", sent.type);
	n->cut = sent.cut;
	if (n->cut) /* more is promised than comes */
		header_add(n, a, "Content-Length", number_text(a, (int64_t)sent.body.size + 1));
	request_start(n, TELL, arena_print(a, "%s%s", base, NOTICE_PATH),
	              (const char *)sent.body.data);
}

static void request_begin(struct notifier *n)
{
	struct notice o = { 0 };
	n->mishap = NULL;
	n->cut = false;
	if (!notice_next(n, &o))
		return;
	const char *base = court_url(n->sim, &n->a);
	if (*base == '\0')
		return;
	if (!n->sim->o->asymmetric && (n->token[0] == '\0' || clock_steady() >= n->token_ends))
		token_ask(n, base);
	else if (!notice_mishap(n, &o))
		notice_send(n, base, &o);
}

/* ---- what the court said ---- */

/* 1, 2, 4 … seconds, a minute at most. */
static void pause_set(struct notifier *n)
{
	keep_run(n->sim->db,
	         "UPDATE payment SET due = ? + 1000 * min(60, 1 << min(tries, 6)) WHERE id = ?",
	         number_text(&n->a, clock_now()), number_text(&n->a, n->payment), NULL);
}

static void token_take(struct notifier *n, long http, const json_t *answer)
{
	enum { EARLY_MS = 60000 };
	const char *token = json_string_value(json_object_get(answer, "accessToken"));
	const json_t *life = json_object_get(answer, "expiresIn");
	long long seconds = json_integer_value(life);
	if (json_is_string(life) && !text_number(json_string_value(life), 1, 86400, &seconds))
		seconds = 0;
	if (http != 200 || token == NULL || strlen(token) >= sizeof n->token || seconds <= 0) {
		log_line("notify: no token from the court, HTTP %ld", http);
		pause_set(n);
		return;
	}
	memcpy(n->token, token, strlen(token) + 1);
	n->token_ends = clock_steady() + seconds * 1000 - EARLY_MS;
}

static void notice_take(struct notifier *n, long http, const json_t *answer)
{
	struct arena *a = &n->a;
	const char *code = json_string_value(json_object_get(answer, "responseCode"));
	const json_t *data = json_object_get(answer, "virtualAccountData");
	const char *flag = json_string_value(json_object_get(data, "paymentFlagStatus"));
	const char *id = number_text(a, n->payment);
	if (code == NULL)
		code = arena_print(a, "%ld", http);
	bool twice = n->mishap != NULL && n->mishap->repeats;
	bool deaf = n->mishap != NULL && n->mishap->deaf;
	bool told = n->again ||
	            (http == 200 && strcmp(code, "2002500") == 0 && flag != NULL &&
	             strcmp(flag, "00") == 0) ||
	            (http == 404 && strcmp(code, "4042518") == 0);
	told = told && !deaf;
	log_line("notify %s: %s%s", id, code, deaf ? ", not heard" : "");
	keep_run(n->sim->db, "UPDATE payment SET answer = ?, notice = ? WHERE id = ?", code,
	         !told   ? "due"
	         : twice ? "again"
	                 : "told",
	         id, NULL);
	if (http == 401)
		n->token[0] = '\0';
	if (!told)
		pause_set(n);
	else /* one held back to arrive after another need not wait any more */
		keep_run(n->sim->db,
		         "UPDATE payment SET due = 0, notice = 'due' WHERE notice = 'held'", NULL);
}

static void request_done(struct notifier *n)
{
	long http = 0;
	curl_easy_getinfo(n->easy, CURLINFO_RESPONSE_CODE, &http);
	json_t *answer = json_loadb(n->answer.s, n->answer.length, JSON_REJECT_DUPLICATES, NULL);
	if (n->request == FETCH_TOKEN)
		token_take(n, http, answer);
	else
		notice_take(n, http, answer);
	json_decref(answer);
	request_end(n);
}

void notifier_wait(struct notifier *n, const int *fds, size_t count, int milliseconds)
{
	struct curl_waitfd watch[4];
	unsigned watched = 0;
	for (size_t i = 0; i < count; i++) {
		if (fds[i] >= 0)
			watch[watched++] = (struct curl_waitfd){ fds[i], CURL_WAIT_POLLIN, 0 };
	}
	int running, left;
	if (n->request == IDLE)
		request_begin(n);
	if (n->request == IDLE)
		arena_drop(&n->a);
	curl_multi_perform(n->multi, &running);
	curl_multi_poll(n->multi, watch, watched, milliseconds, NULL);
	curl_multi_perform(n->multi, &running);
	for (CURLMsg *m; (m = curl_multi_info_read(n->multi, &left)) != NULL;) {
		if (m->msg == CURLMSG_DONE)
			request_done(n);
	}
}
