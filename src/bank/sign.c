/* SNAP signatures. Token: SHA256withRSA (PKCS#1 v1.5) over clientKey|timestamp. Calls with a token:
 * HMAC-SHA512 over five parts; without: SHA256withRSA over four. (Standard, page Keamanan.) */
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

#include "keys.h"
#include "private.h"

#define LARGEST_SIGNATURE 1024 /* RSA of 8192 bits */

/* ---- codings ---- */

static int base64_value(char c)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(letters, c) : NULL;
	return at ? (int)(at - letters) : -1;
}

/* One group of four letters; 0: not strict. Unused bits must be zero, or two texts would be one. */
static int base64_group(const char *s, bool last, unsigned char out[3])
{
	int pads = last ? (s[3] == '=') + (s[2] == '=' && s[3] == '=') : 0;
	unsigned bits = 0;
	for (int i = 0; i < 4; i++) {
		int value = i < 4 - pads ? base64_value(s[i]) : 0;
		if (value < 0)
			return 0;
		bits = bits << 6 | (unsigned)value;
	}
	if ((pads == 1 && (bits & 0xff)) || (pads == 2 && (bits & 0xffff)))
		return 0;
	out[0] = (unsigned char)(bits >> 16);
	out[1] = (unsigned char)(bits >> 8 & 0xff);
	out[2] = (unsigned char)(bits & 0xff);
	return 3 - pads;
}

int bank_from_base64(const char *s, unsigned char *out, size_t capacity)
{
	size_t length = strlen(s), n = 0;
	if (length == 0 || length % 4 != 0)
		return -1;
	for (size_t i = 0; i < length; i += 4) {
		unsigned char three[3];
		int got = base64_group(s + i, i + 4 == length, three);
		if (got == 0 || n + (size_t)got > capacity)
			return -1;
		memcpy(out + n, three, (size_t)got);
		n += (size_t)got;
	}
	return (int)n;
}

/* The number of bytes, or -1 when `s` is not hex or does not fit. */
static int from_hex(const char *s, unsigned char *out, size_t capacity)
{
	size_t length = strlen(s);
	if (length == 0 || length % 2 != 0 || length / 2 > capacity)
		return -1;
	for (size_t i = 0; i < length; i++) {
		int value = OPENSSL_hexchar2int((unsigned char)s[i]);
		if (value < 0)
			return -1;
		out[i / 2] = (unsigned char)(i % 2 ? out[i / 2] | value : value << 4);
	}
	return (int)(length / 2);
}

static void to_hex(const unsigned char *bytes, size_t size, char *out)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < size; i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	out[2 * size] = '\0';
}

static const char *to_text(const unsigned char *bytes, size_t size, enum bank_encoding e,
                           struct arena *a)
{
	char *out = arena_get(a, 2 * size + 4, 1);
	if (e == BANK_HEX)
		to_hex(bytes, size, out);
	else
		EVP_EncodeBlock((unsigned char *)out, bytes, (int)size);
	return out;
}

/* A signature's `size` bytes, in an allowed coding, which the length determines. */
static bool from_text(const char *s, enum bank_encoding e, unsigned char *out, size_t size)
{
	bool hex = strlen(s) == 2 * size;
	if ((hex && e == BANK_BASE64) || (!hex && e == BANK_HEX))
		return false;
	int got = hex ? from_hex(s, out, size) : bank_from_base64(s, out, size);
	return got == (int)size;
}

/* ---- what is signed ---- */

/* lint: L12 what is minified is tested byte by byte against published bodies */
struct bytes bank_minify(const void *body, size_t size, struct arena *a)
{
	const char *s = body;
	struct bytes out = { arena_get(a, size + 1, 1), 0 };
	bool inside = false;
	for (size_t i = 0; i < size; i++) {
		if (inside && s[i] == '\\' && i + 1 < size)
			out.data[out.size++] = (unsigned char)s[i++];
		else if (s[i] == '"')
			inside = !inside;
		else if (!inside && (s[i] == ' ' || s[i] == '\t' || s[i] == '\r' || s[i] == '\n'))
			continue;
		out.data[out.size++] = (unsigned char)s[i];
	}
	return out;
}

/* Some peers remove blanks inside strings too. Accepted only if the profile allows it. */
static struct bytes strip(const void *body, size_t size, struct arena *a)
{
	const char *s = body;
	struct bytes out = { arena_get(a, size + 1, 1), 0 };
	for (size_t i = 0; i < size; i++) {
		if (!s[i] || !strchr(" \t\r\n\v\f", s[i]))
			out.data[out.size++] = (unsigned char)s[i];
	}
	return out;
}

void bank_digest(const void *body, size_t size, char out[65])
{
	unsigned char sum[SHA256_DIGEST_LENGTH];
	SHA256(body, size, sum);
	to_hex(sum, sizeof sum, out);
}

const char *bank_string_to_sign(const struct bank_signed *s, const char *digest, struct arena *a)
{
	struct text t = text_start(a);
	text_add(&t, s->method);
	text_add(&t, ":");
	text_add(&t, s->path);
	text_add(&t, ":");
	if (s->token) {
		text_add(&t, s->token);
		text_add(&t, ":");
	}
	text_add(&t, digest);
	text_add(&t, ":");
	text_add(&t, s->stamp);
	return t.s;
}

/* ---- signing ---- */

bool bank_sign_rsa(const struct bank_keys *k, const char *text, enum bank_encoding e,
                   struct arena *a, const char **out, struct fault *why)
{
	unsigned char signature[LARGEST_SIGNATURE];
	size_t size = sizeof signature;
	EVP_MD_CTX *c = EVP_MD_CTX_new();
	bool done = c && EVP_DigestSignInit(c, NULL, EVP_sha256(), NULL, k->own) == 1 &&
	            EVP_DigestSign(c, signature, &size, (const unsigned char *)text,
	                           strlen(text)) == 1;
	EVP_MD_CTX_free(c);
	if (!done)
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Kunci privat pengadilan tidak dapat menandatangani"));
	*out = to_text(signature, size, e, a);
	return true;
}

static bool hmac(const char *secret, const char *text, unsigned char out[SHA512_DIGEST_LENGTH])
{
	unsigned size = 0;
	return secret &&
	       HMAC(EVP_sha512(), secret, (int)strlen(secret), (const unsigned char *)text,
	            strlen(text), out, &size) &&
	       size == SHA512_DIGEST_LENGTH;
}

bool bank_sign_hmac(const struct bank_keys *k, const char *text, enum bank_encoding e,
                    struct arena *a, const char **out, struct fault *why)
{
	unsigned char sum[SHA512_DIGEST_LENGTH];
	if (!hmac(k->secret, text, sum))
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Rahasia bersama bank tidak dapat menandatangani"));
	*out = to_text(sum, sizeof sum, e, a);
	return true;
}

/* ---- tokens of ours ---- */

enum { SEAL_BYTES = 32, SEAL_LETTERS = 2 * SEAL_BYTES };

static bool seal(const struct bank_keys *k, const char *text, size_t length,
                 char out[SEAL_LETTERS + 1])
{
	unsigned char sum[SHA256_DIGEST_LENGTH], *der = NULL;
	unsigned made = 0;
	int size = i2d_PrivateKey(k->own, &der);
	bool good = size > 0 && HMAC(EVP_sha256(), der, size, (const unsigned char *)text, length,
	                             sum, &made) != NULL;
	OPENSSL_clear_free(der, size > 0 ? (size_t)size : 0);
	if (good)
		to_hex(sum, sizeof sum, out);
	return good && made == SEAL_BYTES;
}

/* "SECONDS.RANDOM.SEAL": the seal covers what stands before it. */
bool bank_token_make(const struct bank_keys *k, const uint8_t random[BANK_TOKEN_RANDOM],
                     instant ends, struct arena *a, const char **out)
{
	char chance[2 * BANK_TOKEN_RANDOM + 1], sealed[SEAL_LETTERS + 1];
	to_hex(random, BANK_TOKEN_RANDOM, chance);
	const char *text = arena_print(a, "%lld.%s", (long long)(ends / 1000), chance);
	if (!seal(k, text, strlen(text), sealed))
		return false;
	*out = arena_print(a, "%s.%s", text, sealed);
	return true;
}

bool bank_token_lives(const struct bank_keys *k, const char *token, instant now)
{
	char sealed[SEAL_LETTERS + 1];
	const char *last = strrchr(token, '.');
	if (last == NULL || strlen(last + 1) != SEAL_LETTERS ||
	    !seal(k, token, (size_t)(last - token), sealed) ||
	    CRYPTO_memcmp(last + 1, sealed, SEAL_LETTERS) != 0)
		return false;
	return strtoll(token, NULL, 10) > now / 1000; /* ours, so it is a number */
}

/* ---- verifying ---- */

bool bank_verify_rsa(const struct bank_keys *k, const char *text, const char *signature,
                     enum bank_encoding e)
{
	unsigned char bytes[LARGEST_SIGNATURE];
	int size = EVP_PKEY_get_size(k->theirs);
	if (size <= 0 || (size_t)size > sizeof bytes ||
	    !from_text(signature, e, bytes, (size_t)size))
		return false;
	EVP_MD_CTX *c = EVP_MD_CTX_new();
	bool good = c && EVP_DigestVerifyInit(c, NULL, EVP_sha256(), NULL, k->theirs) == 1 &&
	            EVP_DigestVerify(c, bytes, (size_t)size, (const unsigned char *)text,
	                             strlen(text)) == 1;
	EVP_MD_CTX_free(c);
	return good;
}

static bool verify_hmac(const struct bank_keys *k, const char *text, const char *signature,
                        enum bank_encoding e)
{
	unsigned char theirs[SHA512_DIGEST_LENGTH], ours[SHA512_DIGEST_LENGTH];
	return from_text(signature, e, theirs, sizeof theirs) &&
	       hmac(k->caller_secret, text, ours) && CRYPTO_memcmp(theirs, ours, sizeof ours) == 0;
}

enum bank_match bank_verify(const struct bank_keys *k, const struct bank_signed *s,
                            const char *signature, enum bank_encoding e, enum bank_match laxest)
{
	struct arena a = arena_start(4 * s->size + MIB);
	const struct bytes bodies[] = {
		[BANK_MATCH_MINIFIED] = bank_minify(s->body, s->size, &a),
		[BANK_MATCH_RAW] = { (unsigned char *)arena_copy(&a, s->body, s->size), s->size },
		[BANK_MATCH_STRIPPED] = strip(s->body, s->size, &a),
	};
	enum bank_match found = BANK_NO_MATCH;
	for (enum bank_match m = BANK_MATCH_MINIFIED; m <= laxest && !found; m++) {
		char digest[65];
		bank_digest(bodies[m].data, bodies[m].size, digest);
		const char *text = bank_string_to_sign(s, digest, &a);
		bool good = s->token ? verify_hmac(k, text, signature, e)
		                     : bank_verify_rsa(k, text, signature, e);
		found = good ? m : BANK_NO_MATCH;
	}
	arena_drop(&a);
	return found;
}
