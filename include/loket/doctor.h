/* The checks of a court's machine: each green, yellow or red, with the remedy in words. What lies
 * beyond this machine is asked by loketd, because there is no network code here. */
#ifndef LOKET_DOCTOR_H
#define LOKET_DOCTOR_H

#include "loket/checkup.h"
#include "loket/service.h"

/* ---- doctor.c ---- */
/* All checks, or the one with this name (""), in the person's language. Works without a database
 * too: that it cannot be opened is one of the findings. */
MUST_USE bool service_checkup(const char *only, struct arena *a, struct checkup *out,
                              struct fault *why);
/* Keeps it, in place of the last one, for the Beranda and its screen. */
MUST_USE bool service_checkup_keep(const struct checkup *c, struct fault *why);
/* What was kept; its time INSTANT_NONE: nothing was. */
MUST_USE bool service_checkup_kept(const struct login *s, struct arena *a, struct checkup *out,
                                   struct fault *why);
const char *checkup_state_name(enum checkup_state s); /* hijau, kuning, merah */
enum checkup_state checkup_worst(const struct checkup *c);

/* ---- doctorafar.c ---- */
/* What loketd finds of "bank" (a profile's key, or "" for all there are), "sipp" or "mail". */
struct afar_row {
	const char *state; /* baik, segera, kurang, salah, gagal */
	const char *what, *said;
};
struct afar {
	struct afar_row *items;
	size_t count, capacity;
	int code; /* with which it ended */
};
MUST_USE bool service_afar(const struct home *h, const char *what, const char *key, struct arena *a,
                           struct afar *out, struct fault *why);

#endif
