/* Digests and signatures as the SNAP standard wants them: SHA-256 in lower-case hex, HMAC-SHA512
 * and RSASSA-PKCS1-v1_5 with SHA-256, both in base64 on one line. */
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>

#include "private.h"

static _Noreturn void crypt_end(const char *what)
{
	log_line("openssl: %s", what);
	exit(FAULT_OUTSIDE);
}

struct bytes minify(struct bytes body, struct arena *a)
{
	struct bytes out = { .data = arena_get(a, body.size + 1, 1) };
	bool inside = false; /* a string */
	for (size_t i = 0; i < body.size; i++) {
		unsigned char c = body.data[i];
		if (!inside && (c == ' ' || c == '\t' || c == '\r' || c == '\n'))
			continue;
		out.data[out.size++] = c;
		if (inside && c == '\\' && i + 1 < body.size)
			out.data[out.size++] = body.data[++i];
		else if (c == '"')
			inside = !inside;
	}
	return out;
}

const char *digest_hex(struct bytes b, struct arena *a)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned size = 0;
	if (!EVP_Digest(b.data, b.size, digest, &size, EVP_sha256(), NULL))
		crypt_end("SHA-256");
	struct text t = text_start(a);
	for (unsigned i = 0; i < size; i++)
		text_addf(&t, "%02x", digest[i]);
	return t.s;
}

static const char *base64(const unsigned char *data, size_t size, struct arena *a)
{
	unsigned char *out = arena_get(a, 4 * (size / 3 + 1) + 1, 1);
	EVP_EncodeBlock(out, data, (int)size);
	return (const char *)out;
}

/* Strict: the only writing of these bytes is the one we would give. 0 when it is none. */
static size_t base64_read(const char *s, unsigned char *out, size_t capacity, struct arena *a)
{
	size_t length = strlen(s), padding = 0;
	if (length == 0 || length % 4 != 0 || length / 4 * 3 > capacity)
		return 0;
	while (padding < 2 && s[length - 1 - padding] == '=')
		padding++;
	int got = EVP_DecodeBlock(out, (const unsigned char *)s, (int)length);
	if (got < 3)
		return 0;
	size_t size = (size_t)got - padding;
	return strcmp(base64(out, size, a), s) == 0 ? size : 0;
}

const char *random_text(struct arena *a)
{
	unsigned char random[32];
	random_fill(random, sizeof random);
	char *s = arena_text(a, base64(random, sizeof random, a));
	for (char *c = s; *c; c++)
		*c = *c == '+' ? '-' : *c == '/' ? '_' : *c == '=' ? '.' : *c;
	return s;
}

const char *random_digits(size_t count, struct arena *a)
{
	unsigned char *random = arena_get(a, count + 1, 1);
	random_fill(random, count);
	for (size_t i = 0; i < count; i++)
		random[i] = (unsigned char)('0' + random[i] % 10);
	return (const char *)random;
}

static void hmac(const char *secret, const char *text, unsigned char out[64])
{
	unsigned size = 0;
	if (!HMAC(EVP_sha512(), secret, (int)strlen(secret), (const unsigned char *)text,
	          strlen(text), out, &size))
		crypt_end("HMAC");
}

const char *hmac_sign(const char *secret, const char *text, struct arena *a)
{
	unsigned char out[64];
	hmac(secret, text, out);
	return base64(out, sizeof out, a);
}

bool hmac_is(const char *secret, const char *text, const char *signature, struct arena *a)
{
	unsigned char ours[64], theirs[96];
	hmac(secret, text, ours);
	return base64_read(signature, theirs, sizeof theirs, a) == sizeof ours &&
	       CRYPTO_memcmp(ours, theirs, sizeof ours) == 0;
}

const char *rsa_sign(EVP_PKEY *key, const char *text, struct arena *a)
{
	unsigned char out[1024];
	size_t size = sizeof out;
	EVP_MD_CTX *c = EVP_MD_CTX_new();
	if (c == NULL || EVP_DigestSignInit(c, NULL, EVP_sha256(), NULL, key) != 1 ||
	    EVP_DigestSign(c, out, &size, (const unsigned char *)text, strlen(text)) != 1)
		crypt_end("RSA");
	EVP_MD_CTX_free(c);
	return base64(out, size, a);
}

bool rsa_is(EVP_PKEY *key, const char *text, const char *signature, struct arena *a)
{
	unsigned char theirs[1024];
	size_t size = base64_read(signature, theirs, sizeof theirs, a);
	EVP_MD_CTX *c = EVP_MD_CTX_new();
	bool is = size > 0 && c != NULL &&
	          EVP_DigestVerifyInit(c, NULL, EVP_sha256(), NULL, key) == 1 &&
	          EVP_DigestVerify(c, theirs, size, (const unsigned char *)text, strlen(text)) == 1;
	EVP_MD_CTX_free(c);
	return is;
}

bool secret_same(const char *a, const char *b)
{
	size_t length = strlen(b);
	return strlen(a) == length && CRYPTO_memcmp(a, b, length) == 0;
}
