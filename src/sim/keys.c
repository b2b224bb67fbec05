/* Keys and secrets of bank, court and SIPP: files of mode 0600 in DIR/keys. Those of the court are
 * made here too, because in a test town somebody must; a court makes its own. */
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define KEY_BITS     2048
#define LARGEST_KEY  (16 * KIB)
#define SECRET_BYTES 32

static const char *key_path(const char *home, const char *name, struct arena *a)
{
	return arena_print(a, "%s/keys/%s", home, name);
}

static bool key_write(const char *path, BIO *pem, struct fault *why)
{
	char *data;
	long size = BIO_get_mem_data(pem, &data);
	return file_write(path, data, (size_t)size, 0600, why);
}

static bool pair_write(EVP_PKEY *key, const char *private_path, const char *public_path,
                       struct fault *why)
{
	BIO *secret = BIO_new(BIO_s_mem()), *open = BIO_new(BIO_s_mem());
	bool made = PEM_write_bio_PKCS8PrivateKey(secret, key, NULL, NULL, 0, NULL, NULL) == 1 &&
	            PEM_write_bio_PUBKEY(open, key) == 1;
	bool done = made ? key_write(private_path, secret, why) && key_write(public_path, open, why)
	                 : fault_set(why, FAULT_OUTSIDE, N_("Kunci %1 tidak dapat dibuat"),
	                             private_path);
	BIO_free(secret);
	BIO_free(open);
	return done;
}

static bool pair_make(const char *home, const char *owner, struct arena *a, struct fault *why)
{
	const char *own = key_path(home, arena_print(a, "%s-private.pem", owner), a);
	const char *public = key_path(home, arena_print(a, "%s-public.pem", owner), a);
	if (file_exists(own) && file_exists(public))
		return true;
	EVP_PKEY *key = EVP_RSA_gen(KEY_BITS);
	if (key == NULL)
		return fault_set(why, FAULT_OUTSIDE, N_("Kunci %1 tidak dapat dibuat"), own);
	bool done = pair_write(key, own, public, why);
	EVP_PKEY_free(key);
	return done;
}

static bool secret_make(const char *home, const char *name, struct arena *a, struct fault *why)
{
	const char *path = key_path(home, name, a);
	if (file_exists(path))
		return true;
	unsigned char random[SECRET_BYTES];
	random_fill(random, sizeof random);
	struct text t = text_start(a);
	for (size_t i = 0; i < sizeof random; i++)
		text_addf(&t, "%02x", random[i]);
	text_add(&t, "\n");
	return file_write(path, t.s, t.length, 0600, why);
}

bool sim_keys(const struct sim_options *o, struct fault *why)
{
	static const char *const secrets[] = { "client-secret", "notify-secret", "sipp-token" };
	struct arena a = arena_start(64 * KIB);
	bool done = folder_make(key_path(o->home, "", &a), why) &&
	            pair_make(o->home, "bank", &a, why) && pair_make(o->home, "court", &a, why);
	for (size_t i = 0; done && i < COUNT_OF(secrets); i++)
		done = secret_make(o->home, secrets[i], &a, why);
	arena_drop(&a);
	return done;
}

/* ---- reading ---- */

static bool secret_load(const char *home, const char *name, char out[65], struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	struct bytes file;
	const char *path = key_path(home, name, &a);
	bool done = file_read(path, LARGEST_KEY, &a, &file, why);
	if (done) {
		size_t length = strcspn((const char *)file.data, "\r\n");
		done = length > 0 && length < 65;
		if (done)
			memcpy(out, file.data, length);
		else
			fault_set(why, FAULT_MISUSE,
			          N_("%1: baris pertama harus berisi 1 sampai 64 karakter"), path);
		out[done ? length : 0] = '\0';
		secret_wipe(file.data, file.size);
	}
	arena_drop(&a);
	return done;
}

static bool key_load(const char *home, const char *name, bool private, EVP_PKEY **out,
                     struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	struct bytes file;
	const char *path = key_path(home, name, &a);
	bool done = file_read(path, LARGEST_KEY, &a, &file, why);
	if (done) {
		BIO *pem = BIO_new_mem_buf(file.data, (int)file.size);
		*out = private ? PEM_read_bio_PrivateKey(pem, NULL, NULL, NULL)
		               : PEM_read_bio_PUBKEY(pem, NULL, NULL, NULL);
		BIO_free(pem);
		secret_wipe(file.data, file.size);
		done = *out != NULL;
		if (!done)
			fault_set(why, FAULT_MISUSE, N_("%1 bukan kunci RSA dalam bentuk PEM"),
			          path);
	}
	arena_drop(&a);
	return done;
}

bool secrets_open(const char *home, struct sim_secrets *out, struct fault *why)
{
	*out = (struct sim_secrets){ 0 };
	bool done = key_load(home, "bank-private.pem", true, &out->bank_private, why) &&
	            key_load(home, "court-public.pem", false, &out->court_public, why) &&
	            secret_load(home, "client-secret", out->client, why) &&
	            secret_load(home, "notify-secret", out->notify, why) &&
	            secret_load(home, "sipp-token", out->sipp, why);
	if (!done)
		secrets_close(out);
	return done;
}

void secrets_close(struct sim_secrets *s)
{
	EVP_PKEY_free(s->bank_private);
	EVP_PKEY_free(s->court_public);
	secret_wipe(s, sizeof *s);
}
