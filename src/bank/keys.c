/* Keys as people paste them: PKCS#1, PKCS#8, SPKI or a certificate, CRLF or a literal \n for a line
 * end, blanks inside, or the bare base64 without its armour. So the armour is only looked for and
 * the bytes inside are read as DER. What cannot be used is named, never shown. */
#include "keys.h"

#include <openssl/crypto.h>
#include <openssl/decoder.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <string.h>

#include "private.h"

#define LEAST_BITS 2048
#define LARGEST    (16 * KIB)

/* What stands between the armour lines, or all of it; without line ends, blanks and literal \n. */
static const char *armour_off(const char *text, struct arena *a)
{
	struct text t = text_start(a);
	const char *begin = strstr(text, "-----BEGIN ");
	if (begin) {
		begin = strstr(begin + 11, "-----");
		text = begin ? begin + 5 : "";
	}
	const char *end = strstr(text, "-----END ");
	size_t length = end ? (size_t)(end - text) : strlen(text);
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\\' && i + 1 < length && text[i + 1] == 'n')
			i++;
		else if (!strchr(" \t\r\n", text[i]))
			text_add_bytes(&t, text + i, 1);
	}
	return t.s;
}

static EVP_PKEY *der_decode(const unsigned char *der, size_t size, int selection)
{
	EVP_PKEY *key = NULL;
	OSSL_DECODER_CTX *c = OSSL_DECODER_CTX_new_for_pkey(&key, "DER", NULL, "RSA", selection,
	                                                    NULL, NULL);
	if (c && !OSSL_DECODER_from_data(c, &der, &size))
		key = NULL;
	OSSL_DECODER_CTX_free(c);
	return key;
}

static EVP_PKEY *certificate_key(const unsigned char *der, size_t size)
{
	X509 *certificate = d2i_X509(NULL, &der, (long)size);
	EVP_PKEY *key = certificate ? X509_get_pubkey(certificate) : NULL;
	X509_free(certificate);
	return key;
}

/* `what` is the key's name for the fault. */
static bool key_read(const char *text, int selection, const char *what, EVP_PKEY **out,
                     struct fault *why)
{
	if (text_is_empty(text))
		return fault_set(why, FAULT_MISUSE, N_("%1 belum ada; simpan berkas PEM-nya"),
		                 what);
	if (strlen(text) > LARGEST)
		return fault_set(why, FAULT_MISUSE, N_("%1 terlalu besar untuk sebuah kunci"),
		                 what);
	struct arena a = arena_start(MIB);
	unsigned char *der = arena_get(&a, LARGEST, 1);
	int size = bank_from_base64(armour_off(text, &a), der, LARGEST);
	EVP_PKEY *key = size > 0 ? der_decode(der, (size_t)size, selection) : NULL;
	if (!key && size > 0 && selection == EVP_PKEY_PUBLIC_KEY)
		key = certificate_key(der, (size_t)size);
	arena_wipe(&a);
	if (!key || !EVP_PKEY_is_a(key, "RSA")) {
		EVP_PKEY_free(key);
		return fault_set(why, FAULT_MISUSE,
		                 N_("%1 tidak dapat dibaca: harus kunci RSA tanpa kata sandi, "
		                    "berbentuk PEM (PKCS#8, PKCS#1 atau SPKI)"),
		                 what);
	}
	if (EVP_PKEY_get_bits(key) < LEAST_BITS) {
		EVP_PKEY_free(key);
		return fault_set(why, FAULT_MISUSE, N_("%1 terlalu pendek: sekurangnya 2048 bit"),
		                 what);
	}
	*out = key;
	return true;
}

bool bank_keys_open(const struct bank_key_texts *t, struct bank_keys **out, struct fault *why)
{
	struct bank_keys *k = OPENSSL_zalloc(sizeof *k);
	if (!k)
		return fault_set(why, FAULT_OUTSIDE, N_("Memori habis"));
	if (!key_read(t->own_private, EVP_PKEY_KEYPAIR, N_("Kunci privat pengadilan"), &k->own,
	              why) ||
	    !key_read(t->bank_public, EVP_PKEY_PUBLIC_KEY, N_("Kunci publik bank"), &k->theirs,
	              why))
		goto fail;
	if (t->secret && text_is_empty(t->secret)) {
		fault_set(why, FAULT_MISUSE, N_("Rahasia bersama bank (client secret) belum ada"));
		goto fail;
	}
	const char *caller = t->caller_secret ? t->caller_secret : t->secret;
	k->secret = t->secret ? OPENSSL_strdup(t->secret) : NULL;
	k->caller_secret = caller ? OPENSSL_strdup(caller) : NULL;
	if ((t->secret && !k->secret) || (caller && !k->caller_secret)) {
		fault_set(why, FAULT_OUTSIDE, N_("Memori habis"));
		goto fail;
	}
	*out = k;
	return true;
fail:
	bank_keys_close(&k);
	return false;
}

bool bank_keys_print(const struct bank_keys *k, int *bits, char out[65])
{
	EVP_PKEY_CTX *c = EVP_PKEY_CTX_new_from_pkey(NULL, k->own, NULL);
	unsigned char *der = NULL;
	int size = c && EVP_PKEY_pairwise_check(c) == 1 ? i2d_PUBKEY(k->own, &der) : 0;
	EVP_PKEY_CTX_free(c);
	if (size <= 0)
		return false;
	bank_digest(der, (size_t)size, out);
	OPENSSL_free(der);
	*bits = EVP_PKEY_get_bits(k->own);
	return true;
}

bool bank_certificate_fits(const char *certificate, const char *key)
{
	BIO *c = BIO_new_mem_buf(certificate, -1), *k = BIO_new_mem_buf(key, -1);
	X509 *x = PEM_read_bio_X509(c, NULL, NULL, NULL);
	EVP_PKEY *pair = PEM_read_bio_PrivateKey(k, NULL, NULL, NULL);
	bool fits = x && pair && X509_check_private_key(x, pair) == 1;
	EVP_PKEY_free(pair);
	X509_free(x);
	BIO_free(k);
	BIO_free(c);
	return fits;
}

static void secret_free(char *secret)
{
	if (secret)
		OPENSSL_clear_free(secret, strlen(secret));
}

void bank_keys_close(struct bank_keys **k)
{
	if (!*k)
		return;
	EVP_PKEY_free((*k)->own);
	EVP_PKEY_free((*k)->theirs);
	secret_free((*k)->secret);
	secret_free((*k)->caller_secret);
	OPENSSL_free(*k);
	*k = NULL;
}
