/* What sign.c may see of the keys. */
#ifndef BANK_KEYS_H
#define BANK_KEYS_H

#include <openssl/evp.h>

struct bank_keys {
	EVP_PKEY *own;    /* private */
	EVP_PKEY *theirs; /* public */
	char *secret, *caller_secret;
};

#endif
