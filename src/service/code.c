/* The code that proves an electronic domicile: six digits reckoned from its letter's key under a
 * secret of the home, so that neither the database nor the queue holds one. */
#include <sodium.h>
#include <string.h>

#include "private.h"

#define SECRET "keys/domisili.key"

enum { CODES = 1000000 };

static bool secret_of(const struct app *p, struct arena *a, struct bytes *out, struct fault *why)
{
	unsigned char fresh[crypto_auth_hmacsha256_KEYBYTES];
	const char *path = home_file(&p->home, SECRET, a);
	if (!file_exists(path)) {
		random_fill(fresh, sizeof fresh);
		bool kept = folder_make(home_file(&p->home, "keys", a), why) &&
		            file_write(path, fresh, sizeof fresh, 0600, why);
		sodium_memzero(fresh, sizeof fresh);
		if (!kept)
			return false;
	}
	return file_private(path, why) && file_read(path, sizeof fresh, a, out, why) &&
	       (out->size == sizeof fresh ||
	        fault_set(why, FAULT_OUTSIDE, N_("%1 tidak berisi kunci"), path));
}

bool service_code(const struct app *p, const char *key, struct arena *a, const char **out,
                  struct fault *why)
{
	struct bytes secret;
	unsigned char sum[crypto_auth_hmacsha256_BYTES];
	if (!secret_of(p, a, &secret, why))
		return false;
	crypto_auth_hmacsha256(sum, (const unsigned char *)key, strlen(key), secret.data);
	sodium_memzero(secret.data, secret.size);
	uint32_t n = (uint32_t)sum[0] << 24 | (uint32_t)sum[1] << 16 | (uint32_t)sum[2] << 8 |
	             sum[3];
	*out = arena_print(a, "%06u", n % CODES);
	return true;
}
