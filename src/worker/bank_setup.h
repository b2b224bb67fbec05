/* Shared inside the room: what data/banks/KEY.xml says of a bank. */
#ifndef WORKER_BANK_SETUP_H
#define WORKER_BANK_SETUP_H

#include "loket/bank.h"
#include "loket/sys.h"

/* ---- profile.c ---- */
struct bank_setup {
	struct bank_profile profile;
	const char *url_file; /* in the home: the base URL, read at each call; "" it is fixed */
	const char *own_file, *bank_file, *secret_file, *caller_secret_file; /* in the home */
	const char *authorities; /* PEM file of the authorities to trust; "" the system's */
	int settle_seconds;      /* after an unknown outcome, before the bank is asked */
	int watch_seconds;       /* live accounts are asked for this often */
	int report_seconds;      /* and the list of payments */
	bool serves;
	const char *listen;
	int port;
	const char *own_url_file; /* in the home: where our own address is written; "" nowhere */
	const char *certificate, *certificate_key; /* in the home; "" plain */
	/* In the home: who must have signed a caller's certificate; "" none is asked for. */
	const char *caller_authorities;
	const char *own_certificate, *own_certificate_key; /* in the home: shown to the bank; "" */
	const char *side;                                  /* while it is read: calls, serves */
	struct {
		const char **items; /* "identity/client-key", "calls[report]/path" */
		size_t count, capacity;
	} gaps; /* what is marked "?", to be asked of the bank */
};
/* All texts in `a`. The profile is whole but for the base URL, see bank_setup_address(). */
MUST_USE bool bank_setup_load(const struct home *h, const char *key, struct arena *a,
                              struct bank_setup *out, struct fault *why);
/* False: values are still missing; the fault names them all. */
MUST_USE bool bank_setup_whole(const struct bank_setup *s, struct fault *why);
/* The base URL as it is now, and the profile checked with it. */
MUST_USE bool bank_setup_address(const struct home *h, struct bank_setup *s, struct arena *a,
                                 struct fault *why);
MUST_USE bool bank_setup_keys(const struct home *h, const struct bank_setup *s,
                              struct bank_keys **out, struct fault *why);
/* The first line of a small file in the home, without blanks at its ends and slashes after it. */
MUST_USE bool home_line(const struct home *h, const char *name, struct arena *a, const char **out,
                        struct fault *why);

#endif
