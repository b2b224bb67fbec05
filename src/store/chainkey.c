/* The key that signs where the chain ends: home/keys/rantai.key, 64 hex digits, which only the
 * home's owner reads. Its public half stands in the chain itself and beside it in rantai.pub, for
 * those who check a receipt elsewhere. */
#include <stdio.h>
#include <string.h>

#include "loket/text.h"

#include "chained.h"

enum { SEED_HEX = 2 * crypto_sign_SEEDBYTES, PUBLIC_HEX = 2 * crypto_sign_PUBLICKEYBYTES };

static const char *key_path(const struct store *s, const char *name, struct arena *a)
{
	const char *slash = strrchr(s->path, '/');
	return arena_print(a, "%.*s/keys/%s", (int)(slash - s->path), s->path, name);
}

static bool key_take(struct chain *c, const char *hex)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	size_t size = 0;
	const char *end;
	c->has_key = sodium_hex2bin(seed, sizeof seed, hex, strlen(hex), "\n", &size, &end) == 0 &&
	             size == sizeof seed && crypto_sign_seed_keypair(c->public, c->key, seed) == 0;
	secret_wipe(seed, sizeof seed);
	return c->has_key;
}

void chain_key(struct store *s)
{
	struct bytes hex = { 0 };
	struct fault why;
	struct arena a = arena_start(64 * KIB);
	const char *path = key_path(s, "rantai.key", &a);
	if (s->chain->asked_key) {
		arena_drop(&a);
		return;
	}
	s->chain->asked_key = true;
	if (!file_private(path, &why) || !file_read(path, 4 * KIB, &a, &hex, &why))
		log_fault("rantai", &why);
	else if (!key_take(s->chain, (const char *)hex.data))
		log_line("rantai: %s", path);
	if (s->chain->has_key)
		secret_wipe(hex.data, hex.size);
	arena_drop(&a);
}

/* The two halves as files. */
static bool key_new(struct store *s, struct arena *a, struct fault *why)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	char hex[SEED_HEX + 1], public[PUBLIC_HEX + 2];
	random_fill(seed, sizeof seed);
	sodium_bin2hex(hex, sizeof hex, seed, sizeof seed);
	secret_wipe(seed, sizeof seed);
	bool good = key_take(s->chain, hex);
	sodium_bin2hex(public, sizeof public - 1, s->chain->public, sizeof s->chain->public);
	memcpy(public + PUBLIC_HEX, "\n", 2);
	good = good && folder_make(key_path(s, "", a), why) &&
	       file_write(key_path(s, "rantai.key", a), hex, SEED_HEX, 0400, why) &&
	       file_write(key_path(s, "rantai.pub", a), public, PUBLIC_HEX + 1, 0444, why);
	secret_wipe(hex, sizeof hex);
	s->chain->asked_key = true;
	return good;
}

bool chain_key_make(struct store *s, struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	char public[PUBLIC_HEX + 1];
	bool good = file_exists(key_path(s, "rantai.key", &a)) || key_new(s, &a, why);
	chain_key(s);
	if (good && s->chain->has_key) {
		struct query q = query_of(s, SQL_chain_key_write);
		sodium_bin2hex(public, sizeof public, s->chain->public, sizeof s->chain->public);
		bind_text(&q, ":public", public);
		bind_instant(&q, ":at", clock_now());
		good = query_run(&q, why);
	}
	arena_drop(&a);
	return good;
}

/* ---- signing ---- */

enum { SAID = 128 };

static size_t head_words(const struct chain_link *head, char out[SAID])
{
	char link[2 * CHAIN_DIGEST + 1];
	sodium_bin2hex(link, sizeof link, head->link, sizeof head->link);
	return (size_t)snprintf(out, SAID, "loket-chain-1 %lld %s", (long long)head->number, link);
}

void chain_sign(const struct chain *c, const struct chain_link *head,
                unsigned char out[CHAIN_SIGNED])
{
	char said[SAID];
	size_t size = head_words(head, said);
	crypto_sign_detached(out, NULL, (const unsigned char *)said, size, c->key);
}

bool chain_signed_by(const struct chain_link *head, const unsigned char *signature,
                     const unsigned char *public)
{
	char said[SAID];
	size_t size = head_words(head, said);
	return crypto_sign_verify_detached(signature, (const unsigned char *)said, size, public) ==
	       0;
}
