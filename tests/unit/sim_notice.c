/* The bank's notice of a payment, as a court that is not ours hears it: its token request and the
 * signature are checked with OpenSSL alone, by the SNAP standard. The simulator is a process of its
 * own. */
#include <jansson.h>
#include <microhttpd.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sim.h"
#include "loket/sys.h"

#include "scratch.h"
#include "unit.h"

#define TOKEN      "token-dari-pengadilan"
#define MOST_HEARD 16

struct heard { /* one notice */
	char id[64], external[64], trx[64], flag[4], amount[32];
	bool genuine;
};

/* The court: what it answers next, and what it has heard. */
static struct court {
	pthread_mutex_t lock;
	pthread_cond_t news;
	char folder[64], body[8192];
	size_t size;
	struct heard heard[MOST_HEARD];
	int count, tokens, refuse; /* refuse: so many notices are answered 500 */
	bool token_genuine;
} court = { .lock = PTHREAD_MUTEX_INITIALIZER, .news = PTHREAD_COND_INITIALIZER };

static void key_text(const char *name, char *out, size_t capacity)
{
	char path[128];
	snprintf(path, sizeof path, "%s/keys/%s", court.folder, name);
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	assert_non_null(fgets(out, (int)capacity, f));
	out[strcspn(out, "\n")] = '\0';
	fclose(f);
}

static const char *header(struct MHD_Connection *c, const char *name)
{
	const char *value = MHD_lookup_connection_value(c, MHD_HEADER_KIND, name);
	return value == NULL ? "" : value;
}

static bool token_is_genuine(struct MHD_Connection *c)
{
	char path[128], text[256];
	unsigned char signature[512];
	snprintf(path, sizeof path, "%s/keys/bank-public.pem", court.folder);
	snprintf(text, sizeof text, "%s|%s", header(c, "X-CLIENT-KEY"), header(c, "X-TIMESTAMP"));
	const char *given = header(c, "X-SIGNATURE");
	if (strlen(given) != 344 || strcmp(header(c, "X-CLIENT-KEY"), "BANKSIM") != 0)
		return false;
	EVP_DecodeBlock(signature, (const unsigned char *)given, 344);
	FILE *f = fopen(path, "r");
	EVP_PKEY *key = PEM_read_PUBKEY(f, NULL, NULL, NULL);
	fclose(f);
	EVP_MD_CTX *m = EVP_MD_CTX_new();
	bool good = EVP_DigestVerifyInit(m, NULL, EVP_sha256(), NULL, key) == 1 &&
	            EVP_DigestVerify(m, signature, 256, (const unsigned char *)text,
	                             strlen(text)) == 1;
	EVP_MD_CTX_free(m);
	EVP_PKEY_free(key);
	return good;
}

static bool notice_is_genuine(struct MHD_Connection *c)
{
	char secret[80], text[512], hex[65], wanted[89];
	unsigned char digest[32], code[64];
	EVP_Digest(court.body, court.size, digest, NULL, EVP_sha256(), NULL);
	for (size_t i = 0; i < sizeof digest; i++)
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	snprintf(text, sizeof text, "POST:/v1.0/transfer-va/payment:%s:%s:%s", TOKEN, hex,
	         header(c, "X-TIMESTAMP"));
	key_text("notify-secret", secret, sizeof secret);
	HMAC(EVP_sha512(), secret, (int)strlen(secret), (const unsigned char *)text, strlen(text),
	     code, NULL);
	EVP_EncodeBlock((unsigned char *)wanted, code, sizeof code);
	return strcmp(wanted, header(c, "X-SIGNATURE")) == 0 &&
	       strcmp(header(c, "Authorization"), "Bearer " TOKEN) == 0 &&
	       strcmp(header(c, "CHANNEL-ID"), "95221") == 0;
}

static void member(const json_t *all, const char *name, char *out, size_t capacity)
{
	const char *text = json_string_value(json_object_get(all, name));
	snprintf(out, capacity, "%s", text == NULL ? "?" : text);
}

static struct heard *notice_hear(struct MHD_Connection *c)
{
	struct heard *h = &court.heard[court.count];
	json_t *all = json_loadb(court.body, court.size, JSON_REJECT_DUPLICATES, NULL);
	member(all, "paymentRequestId", h->id, sizeof h->id);
	member(all, "trxId", h->trx, sizeof h->trx);
	member(all, "flagAdvise", h->flag, sizeof h->flag);
	member(json_object_get(all, "paidAmount"), "value", h->amount, sizeof h->amount);
	snprintf(h->external, sizeof h->external, "%s", header(c, "X-EXTERNAL-ID"));
	h->genuine = notice_is_genuine(c);
	json_decref(all);
	if (court.count + 1 < MOST_HEARD)
		court.count++;
	return h;
}

static enum MHD_Result say(struct MHD_Connection *c, unsigned status, const char *body)
{
	struct MHD_Response *r =
	    MHD_create_response_from_buffer_with_free_callback(strlen(body), strdup(body), free);
	MHD_add_response_header(r, "Content-Type", "application/json");
	enum MHD_Result queued = MHD_queue_response(c, status, r);
	MHD_destroy_response(r);
	return queued;
}

static enum MHD_Result judge(struct MHD_Connection *c, const char *path)
{
	if (strcmp(path, "/v1.0/access-token/b2b") == 0) {
		court.tokens++;
		court.token_genuine = token_is_genuine(c);
		return say(c, 200,
		           "{\"accessToken\":\"" TOKEN
		           "\",\"tokenType\":\"Bearer\",\"expiresIn\":\"900\"}");
	}
	const struct heard *h = notice_hear(c);
	if (court.refuse > 0) {
		court.refuse--;
		return say(c, 500,
		           "{\"responseCode\":\"5002500\",\"responseMessage\":\"General Error\"}");
	}
	if (!h->genuine)
		return say(
		    c, 401,
		    "{\"responseCode\":\"4012500\",\"responseMessage\":\"Unauthorized. [Signature]\"}");
	return say(c, 200,
	           "{\"responseCode\":\"2002500\",\"responseMessage\":\"Successful\","
	           "\"virtualAccountData\":{\"paymentFlagStatus\":\"00\"}}");
}

/* lint: L11 the parameters are libmicrohttpd's */
static enum MHD_Result on_call(void *self, struct MHD_Connection *c, const char *path,
                               const char *method, const char *version, const char *part,
                               size_t *size, void **state)
{
	(void)self;
	(void)method;
	(void)version;
	if (*state == NULL) {
		*state = &court;
		court.size = 0;
		return MHD_YES;
	}
	if (*size > 0) {
		if (court.size + *size <= sizeof court.body)
			memcpy(court.body + court.size, part, *size);
		court.size += *size;
		*size = 0;
		return MHD_YES;
	}
	pthread_mutex_lock(&court.lock);
	enum MHD_Result said = judge(c, path);
	pthread_cond_broadcast(&court.news);
	pthread_mutex_unlock(&court.lock);
	return said;
}

/* ---- the stage ---- */

struct stage {
	struct MHD_Daemon *court;
	struct child bank;
	struct sim_options options;
	char url[64];
};

/* This program once more, as the simulator: a process of its own from its first instruction, since
 * the court has threads here. It is ready when it has said where its two doors are. */
static void bank_start(struct stage *s)
{
	struct fault why;
	char byte;
	const char *const argv[] = { "/proc/self/exe", s->options.home, s->options.notify, NULL };
	assert_true(child_start(&s->bank, argv, true, &why));
	for (int lines = 0; lines < 2 && pipe_read(s->bank.out, &byte, 1, 10000, &why);)
		lines += byte == '\n';
}

static void stage_set(struct stage *s, const struct scratch *folder)
{
	struct fault why;
	s->options = (struct sim_options){ .home = folder->path, .times = 1, .seconds = 1 };
	assert_true(sim_keys(&s->options, &why));
	snprintf(court.folder, sizeof court.folder, "%s", folder->path);
	court.count = court.tokens = court.refuse = 0;
	s->court = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL, on_call, NULL,
	                            MHD_OPTION_END);
	assert_non_null(s->court);
	snprintf(s->url, sizeof s->url, "http://127.0.0.1:%d",
	         MHD_get_daemon_info(s->court, MHD_DAEMON_INFO_BIND_PORT)->port);
	s->options.notify = s->url;
	bank_start(s);
}

static void stage_clear(struct stage *s)
{
	child_stop(&s->bank);
	MHD_stop_daemon(s->court);
}

/* A visitor pays 1000 rupiah into an account the bank is forced to take. */
static void pay(struct stage *s, const char *digits)
{
	struct fault why;
	s->options.words[0] = digits;
	s->options.amount = 1000;
	s->options.force = true;
	assert_true(sim_pay(&s->options, &why));
}

static void order(struct stage *s, const char *kind)
{
	struct fault why;
	s->options.words[0] = "notify";
	s->options.words[1] = kind;
	assert_true(sim_fail(&s->options, &why));
}

/* Until so many notices were heard, at most ten seconds. */
static void hear(int count)
{
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += 10;
	pthread_mutex_lock(&court.lock);
	while (court.count < count && pthread_cond_timedwait(&court.news, &court.lock, &until) == 0)
		;
	pthread_mutex_unlock(&court.lock);
	assert_int_equal(court.count, count);
}

/* ---- what must hold ---- */

static void notice_is_signed(void **state)
{
	struct stage s;
	stage_set(&s, *state);
	pay(&s, "88081000000001");
	hear(1);
	stage_clear(&s);
	assert_true(court.token_genuine);
	assert_int_equal(court.tokens, 1);
	assert_true(court.heard[0].genuine);
	assert_string_equal(court.heard[0].amount, "1000.00");
	assert_string_equal(court.heard[0].flag, "N");
}

static void refused_is_tried_again(void **state)
{
	struct stage s;
	stage_set(&s, *state);
	court.refuse = 1;
	pay(&s, "88081000000001");
	hear(2);
	stage_clear(&s);
	assert_true(court.heard[1].genuine);
	assert_string_equal(court.heard[0].id, court.heard[1].id);
	assert_string_not_equal(court.heard[0].external, court.heard[1].external);
	assert_string_equal(court.heard[1].flag, "Y");
}

static void restart_keeps_the_notice(void **state)
{
	struct stage s;
	stage_set(&s, *state);
	court.refuse = 1;
	pay(&s, "88081000000001");
	hear(1);
	kill(s.bank.pid, SIGKILL);
	child_stop(&s.bank);
	bank_start(&s);
	hear(2);
	stage_clear(&s);
	assert_true(court.heard[1].genuine);
	assert_string_equal(court.heard[0].id, court.heard[1].id);
}

static void duplicate_has_the_same_id(void **state)
{
	struct stage s;
	stage_set(&s, *state);
	order(&s, "duplicate");
	pay(&s, "88081000000001");
	hear(2);
	stage_clear(&s);
	assert_true(court.heard[0].genuine && court.heard[1].genuine);
	assert_string_equal(court.heard[0].id, court.heard[1].id);
	assert_string_equal(court.heard[0].external, court.heard[1].external);
}

static void reorder_lets_the_next_go_first(void **state)
{
	struct stage s;
	stage_set(&s, *state);
	order(&s, "reorder");
	pay(&s, "88081000000001");
	pay(&s, "88081000000002");
	hear(2);
	stage_clear(&s);
	assert_true(strcmp(court.heard[0].id, court.heard[1].id) > 0);
}

static void bad_signature_is_mended(void **state)
{
	struct stage s;
	stage_set(&s, *state);
	order(&s, "bad-signature");
	pay(&s, "88081000000001");
	hear(2);
	stage_clear(&s);
	assert_false(court.heard[0].genuine);
	assert_true(court.heard[1].genuine);
	assert_int_equal(court.tokens, 2); /* a 401 may mean the token */
}

static void late_is_late(void **state)
{
	struct stage s;
	int64_t from = clock_steady();
	stage_set(&s, *state);
	order(&s, "late");
	pay(&s, "88081000000001");
	hear(1);
	stage_clear(&s);
	assert_true(clock_steady() - from >= 1000);
}

int main(int argc, char **argv)
{
	struct fault why;
	if (argc == 3)
		return sim_serve(&(struct sim_options){ .home = argv[1], .notify = argv[2] }, &why)
		           ? 0
		           : 3;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(notice_is_signed, scratch_make, scratch_drop),
		cmocka_unit_test_setup_teardown(refused_is_tried_again, scratch_make, scratch_drop),
		cmocka_unit_test_setup_teardown(restart_keeps_the_notice, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(duplicate_has_the_same_id, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(reorder_lets_the_next_go_first, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(bad_signature_is_mended, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(late_is_late, scratch_make, scratch_drop),
	};
	return unit_run(tests);
}
