/* Shared inside the room: a bank as it is set up, the worker's state, and who does what. */
#ifndef COURIER_PRIVATE_H
#define COURIER_PRIVATE_H

#include "loket/bank.h"
#include "loket/net.h"
#include "loket/office.h"
#include "loket/store.h"
#include "loket/xml.h"

/* ---- profile.c: data/banks/KEY.xml ---- */
struct bank_setup {
	struct bank_profile profile;
	const char
	    *url_file; /* in the home: read for the base URL at each start of a call; "" none */
	const char *own_file, *bank_file, *secret_file, *caller_secret_file; /* in the home */
	const char *authorities; /* PEM file of the authorities to trust; "" the system's */
	bool serves;
	const char *listen;
	int port;
	const char *own_url_file; /* in the home: where our own address is written; "" nowhere */
	const char *certificate, *certificate_key; /* in the home; "" plain */
};
/* All texts in `a`. The profile is whole but for the base URL, see bank_setup_address(). */
MUST_USE bool bank_setup_load(const struct home *h, const char *key, struct arena *a,
                              struct bank_setup *out, struct fault *why);
/* The base URL as it is now, and the profile checked with it. */
MUST_USE bool bank_setup_address(const struct home *h, struct bank_setup *s, struct arena *a,
                                 struct fault *why);
MUST_USE bool bank_setup_keys(const struct home *h, const struct bank_setup *s,
                              struct bank_keys **out, struct fault *why);
/* The first line of a small file in the home, without blanks at its ends. */
MUST_USE bool home_line(const struct home *h, const char *name, struct arena *a, const char **out,
                        struct fault *why);

#endif
