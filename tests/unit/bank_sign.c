/* Signatures against the published examples that verify and against our own, recomputed with
 * OpenSSL's command line; and what must be refused. The vectors are data:
 * tests/unit/snap-vectors.json. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <jansson.h>
#include <openssl/hmac.h>
#include <string.h>

#include "loket/bank.h"
#include "loket/list.h"
#include "loket/text.h"

struct fixture {
	json_t *all;
	struct arena a;
};

static const char *get(const json_t *v, const char *name)
{
	return json_string_value(json_object_get(v, name));
}

static const json_t *find(const struct fixture *f, const char *name, const char *id)
{
	const json_t *list = json_object_get(f->all, name);
	for (size_t i = 0; i < json_array_size(list); i++) {
		if (strcmp(get(json_array_get(list, i), "id"), id) == 0)
			return json_array_get(list, i);
	}
	return NULL;
}

static int vectors_load(void **state)
{
	static struct fixture f;
	f.all = json_load_file(LOKET_SOURCE "/tests/unit/snap-vectors.json", 0, NULL);
	f.a = arena_start(16 * MIB);
	*state = &f;
	return f.all ? 0 : -1;
}

static int vectors_drop(void **state)
{
	struct fixture *f = *state;
	json_decref(f->all);
	arena_drop(&f->a);
	return 0;
}

/* Both halves of one key pair, so that what is signed can be verified. */
static struct bank_keys *keys_of(const struct fixture *f, const char *name, const char *secret)
{
	const json_t *pair = json_object_get(json_object_get(f->all, "keys"),
	                                     name ? name : "court");
	struct bank_keys *k = NULL;
	struct fault why;
	const struct bank_key_texts texts = { get(pair, "private"), get(pair, "public"),
		                              secret ? secret : get(f->all, "secret"), NULL };
	assert_true(bank_keys_open(&texts, &k, &why));
	return k;
}

static struct bank_signed signed_of(const json_t *v)
{
	return (struct bank_signed){ get(v, "method"),    get(v, "path"), get(v, "token"),
		                     get(v, "timestamp"), get(v, "body"), strlen(get(v, "body")) };
}

static void digest_check(struct fixture *f, const char *text, const char *published)
{
	char digest[65];
	struct bytes body = bank_minify(text, strlen(text), &f->a);
	bank_digest(body.data, body.size, digest);
	assert_string_equal(digest, published);
}

/* The string to be signed: clientKey|timestamp, or the four or five parts over the digest. */
static const char *text_of(struct fixture *f, const json_t *v)
{
	if (get(v, "clientKey"))
		return arena_print(&f->a, "%s|%s", get(v, "clientKey"), get(v, "timestamp"));
	digest_check(f, get(v, "body"), get(v, "bodySha256"));
	struct bank_signed s = signed_of(v);
	return bank_string_to_sign(&s, get(v, "bodySha256"), &f->a);
}

static void vector_check(struct fixture *f, const json_t *v)
{
	if (!get(v, "signature")) { /* only its digest was published */
		digest_check(f, get(v, "body"), get(v, "bodySha256"));
		return;
	}
	const char *text = text_of(f, v), *signature = NULL;
	assert_string_equal(text, get(v, "stringToSign"));
	struct bank_keys *k = keys_of(f, get(v, "key"), get(v, "secret"));
	struct fault why;
	assert_true(get(v, "token") ? bank_sign_hmac(k, text, BANK_BASE64, &f->a, &signature, &why)
	                            : bank_sign_rsa(k, text, BANK_BASE64, &f->a, &signature, &why));
	assert_string_equal(signature, get(v, "signature"));
	if (get(v, "clientKey")) {
		assert_true(bank_verify_rsa(k, text, signature, BANK_BASE64));
	} else {
		struct bank_signed s = signed_of(v);
		assert_int_equal(bank_verify(k, &s, signature, BANK_BASE64, BANK_MATCH_MINIFIED),
		                 BANK_MATCH_MINIFIED);
	}
	bank_keys_close(&k);
}

static void published_examples_verify(void **state)
{
	struct fixture *f = *state;
	const json_t *list = json_object_get(f->all, "published");
	assert_int_equal(json_array_size(list), 5);
	for (size_t i = 0; i < json_array_size(list); i++)
		vector_check(f, json_array_get(list, i));
}

static void own_vectors_are_byte_for_byte(void **state)
{
	struct fixture *f = *state;
	const json_t *list = json_object_get(f->all, "own");
	assert_int_equal(json_array_size(list), 26);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *v = json_array_get(list, i);
		if (strcmp(get(v, "id"), "L08-create-allspace") != 0)
			vector_check(f, v);
	}
}

static void plain_digests(void **state)
{
	struct fixture *f = *state;
	const json_t *list = json_object_get(f->all, "digests");
	assert_int_equal(json_array_size(list), 6);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *v = json_array_get(list, i);
		digest_check(f, get(v, "body"), get(v, "bodySha256"));
	}
}

static void hmac_sha256_check(const struct bank_signed *s, const json_t *v, bool good,
                              struct arena *a)
{
	unsigned char ours[EVP_MAX_MD_SIZE], published[EVP_MAX_MD_SIZE];
	unsigned size = 0;
	const char *text = bank_string_to_sign(s, get(v, "bodySha256"), a);
	const char *secret = get(v, "secret");
	assert_non_null(HMAC(EVP_sha256(), secret, (int)strlen(secret), (const unsigned char *)text,
	                     strlen(text), ours, &size));
	size_t length = 0;
	assert_true(
	    OPENSSL_hexstr2buf_ex(published, sizeof published, &length, get(v, "signature"), '\0'));
	assert_int_equal(length, size);
	assert_int_equal(memcmp(ours, published, size) == 0, good);
}

/* A bank's own signature before SNAP: HMAC-SHA256 in hex, over the same five parts. Its body went
 * without any blank, which a SNAP peer may do by the profile's leave only. Its query is signed in
 * the order of its names, not in that in which it was asked: our one call with a query is written
 * in that order (bank_messages.c), and a caller's query is signed as it was sent
 * (bank_exchanges.c). */
static void the_ancestor_of_the_string_verifies(void **state)
{
	struct fixture *f = *state;
	const json_t *list = json_object_get(f->all, "legacy");
	assert_int_equal(json_array_size(list), 3);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *v = json_array_get(list, i);
		struct bank_signed s = signed_of(v);
		hmac_sha256_check(&s, v, true, &f->a);
		digest_check(f, get(v, "body"), get(v, "keptSha256"));
		if (get(v, "asked")) {
			s.path = get(v, "asked");
			hmac_sha256_check(&s, v, false, &f->a);
		}
	}
}

/* Under which of the digests a signature is made that the standard's minifier does not give, and
 * the strictest leave that lets it pass. */
static void other_digests_pass_only_by_leave(void **state)
{
	struct fixture *f = *state;
	static const enum bank_match leave[] = { BANK_MATCH_STRIPPED, BANK_MATCH_RAW,
		                                 BANK_NO_MATCH };
	const json_t *v = find(f, "published", "A5-doku-digest"),
	             *wrong = json_object_get(v, "wrong");
	struct bank_keys *k = keys_of(f, NULL, NULL);
	const struct bank_signed s = { "POST",         "/v1.0/transfer-va/create-va",
		                       "token",        "2026-11-25T09:30:00+07:00",
		                       get(v, "body"), strlen(get(v, "body")) };
	assert_int_equal(json_array_size(wrong), COUNT_OF(leave));
	for (size_t i = 0; i < COUNT_OF(leave); i++) {
		const char *digest = get(json_array_get(wrong, i), "bodySha256"), *signature;
		const char *text = bank_string_to_sign(&s, digest, &f->a);
		struct fault why;
		assert_true(bank_sign_hmac(k, text, BANK_BASE64, &f->a, &signature, &why));
		for (enum bank_match laxest = BANK_MATCH_MINIFIED; laxest <= BANK_MATCH_STRIPPED;
		     laxest++)
			assert_int_equal(bank_verify(k, &s, signature, BANK_BASE64, laxest),
			                 laxest >= leave[i] ? leave[i] : BANK_NO_MATCH);
	}
	bank_keys_close(&k);
}

static const json_t *own(const struct fixture *f, const char *id)
{
	return find(f, "own", id);
}

static void blanks_in_strings_may_go_only_by_leave(void **state)
{
	struct fixture *f = *state;
	const json_t *v = own(f, "L08-create-allspace");
	struct bank_keys *k = keys_of(f, NULL, NULL);
	struct bank_signed s = signed_of(v);
	const char *signature = get(v, "signature");
	assert_int_equal(bank_verify(k, &s, signature, BANK_BASE64, BANK_MATCH_RAW), BANK_NO_MATCH);
	assert_int_equal(bank_verify(k, &s, signature, BANK_BASE64, BANK_MATCH_STRIPPED),
	                 BANK_MATCH_STRIPPED);
	bank_keys_close(&k);
}

static void forgeries_are_refused(void **state)
{
	struct fixture *f = *state;
	const json_t *list = json_object_get(f->all, "negative");
	struct bank_keys *k = keys_of(f, "court", NULL);
	assert_int_equal(json_array_size(list), 14);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *n = json_array_get(list, i), *of = own(f, get(n, "of"));
		const char *signature = get(n, "signature");
		if (get(of, "clientKey")) {
			assert_false(
			    bank_verify_rsa(k, get(of, "stringToSign"), signature, BANK_BASE64));
		} else {
			struct bank_signed s = signed_of(of);
			assert_int_equal(bank_verify(k, &s, signature, BANK_BASE64,
			                             BANK_MATCH_MINIFIED),
			                 BANK_NO_MATCH);
		}
	}
	bank_keys_close(&k);
}

static void hex_counts_where_the_profile_says_so(void **state)
{
	struct fixture *f = *state;
	const json_t *of = own(f, "L05-create");
	struct bank_keys *k = keys_of(f, NULL, NULL);
	struct bank_signed s = signed_of(of);
	const char *hex = NULL;
	struct fault why;
	assert_true(bank_sign_hmac(k, get(of, "stringToSign"), BANK_HEX, &f->a, &hex, &why));
	assert_int_equal(bank_verify(k, &s, hex, BANK_HEX, BANK_MATCH_MINIFIED),
	                 BANK_MATCH_MINIFIED);
	assert_int_equal(bank_verify(k, &s, hex, BANK_EITHER, BANK_MATCH_MINIFIED),
	                 BANK_MATCH_MINIFIED);
	char *bad = arena_text(&f->a, hex);
	bad[0] = 'g';
	const char *const refused[] = { get(of, "signature"), bad, hex + 1, "", "0" };
	for (size_t i = 0; i < COUNT_OF(refused); i++)
		assert_int_equal(bank_verify(k, &s, refused[i], BANK_HEX, BANK_MATCH_MINIFIED),
		                 BANK_NO_MATCH);
	bank_keys_close(&k);
}

static void codings_are_strict(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int size;
	} cases[] = {
		{ "TWFu", 3 },          { "TWE=", 2 },  { "TQ==", 1 },  { "TR==", -1 },
		{ "TWF=", -1 },         { "", -1 },     { "TWF", -1 },  { "TW u", -1 },
		{ "TWFu\n", -1 },       { "T===", -1 }, { "TW=u", -1 }, { "TQ==TQ==", -1 },
		{ "TWFuTWFuTWFu", -1 },
	};
	unsigned char out[8];
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(bank_from_base64(cases[i].text, out, sizeof out), cases[i].size);
}

/* The same key however it was pasted. */
static void keys_are_read_as_people_paste_them(void **state)
{
	struct fixture *f = *state;
	const json_t *pair = json_object_get(json_object_get(f->all, "keys"), "court");
	const char *pem = get(pair, "private");
	struct text crlf = text_start(&f->a), literal = text_start(&f->a), bare = text_start(&f->a);
	for (const char *s = pem; *s; s++) {
		text_add_bytes(&crlf, *s == '\n' ? "\r\n" : s, *s == '\n' ? 2 : 1);
		text_add_bytes(&literal, *s == '\n' ? "\\n" : s, *s == '\n' ? 2 : 1);
	}
	text_add_bytes(&bare, strchr(pem, '\n') + 1,
	               (size_t)(strstr(pem, "-----END") - strchr(pem, '\n') - 1));
	const char *const forms[] = { pem, get(pair, "pkcs1"), crlf.s, literal.s, bare.s };
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		struct bank_keys *k = NULL;
		struct fault why;
		const struct bank_key_texts texts = { forms[i], get(pair, "public"), "x", NULL };
		assert_true(bank_keys_open(&texts, &k, &why));
		bank_keys_close(&k);
	}
}

static void keys_that_cannot_serve_are_named(void **state)
{
	struct fixture *f = *state;
	const json_t *pair = json_object_get(json_object_get(f->all, "keys"), "court");
	static const char short_key[] = /* RSA of 1024 bits */
	    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDlOJu6TyygqxfWT7eLtGDwajtN"
	    "FOb9I5XRb6khyfD1Yt3YiCgQWMNW649887VGJiGr/L5i2osbl8C9+WJTeucF+S76"
	    "xFxdU6jE0NQ+Z+zEdhUTooNRaY5nZiu5PgDB0ED/ZKBUSLKL7eibMxZtMlUDHjm4"
	    "gwQco1KRMTSmXSMkDwIDAQAB";
	const struct bank_key_texts cases[] = {
		{ NULL, get(pair, "public"), "x", NULL },
		{ "bukan kunci", get(pair, "public"), "x", NULL },
		{ get(pair, "public"), get(pair, "public"), "x", NULL },
		{ get(pair, "private"), "", "x", NULL },
		{ get(pair, "private"), short_key, "x", NULL },
		{ get(pair, "private"), get(pair, "public"), "", NULL },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct bank_keys *k = NULL;
		struct fault why = { 0 };
		assert_false(bank_keys_open(&cases[i], &k, &why));
		assert_null(k);
		assert_int_equal(why.kind, FAULT_MISUSE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_examples_verify),
		cmocka_unit_test(own_vectors_are_byte_for_byte),
		cmocka_unit_test(plain_digests),
		cmocka_unit_test(the_ancestor_of_the_string_verifies),
		cmocka_unit_test(other_digests_pass_only_by_leave),
		cmocka_unit_test(blanks_in_strings_may_go_only_by_leave),
		cmocka_unit_test(forgeries_are_refused),
		cmocka_unit_test(hex_counts_where_the_profile_says_so),
		cmocka_unit_test(codings_are_strict),
		cmocka_unit_test(keys_are_read_as_people_paste_them),
		cmocka_unit_test(keys_that_cannot_serve_are_named),
	};
	return cmocka_run_group_tests(tests, vectors_load, vectors_drop);
}
