/* The worker carries letters: what is queued for bank and SIPP goes out, answers and the bank's
 * notices come in, as commands through the service's door. One wait, no threads; one worker to a
 * home. */
#ifndef LOKET_WORKER_H
#define LOKET_WORKER_H

#include <stdbool.h>
#include <stdint.h>

#include "loket/fault.h"
#include "loket/service.h"
#include "loket/sys.h"

/* ---- loop.c ---- */
/* Runs until a signal ends it. `ready` (may be NULL) is called once, when everything listens.
 * False: it could not begin. */
MUST_USE bool worker_run(struct app *p, void (*ready)(void), struct fault *why);

/* ---- loop.c ---- */

/* ---- doctor.c ---- */
/* What a bank's profile still lacks, and what can be tried of it: key files, connection,
 * certificate, clock, token. Nothing is asked of the bank but a token. */
enum doctor_state { DOCTOR_GOOD, DOCTOR_LACKS, DOCTOR_WRONG, DOCTOR_FAILS };
const char *doctor_state_name(enum doctor_state s); /* baik, kurang, salah, gagal */
struct doctor_row {
	enum doctor_state state;
	const char *what; /* "identity/client-key", "token" */
	/* What was found, or where the missing is got; in the person's language. */
	const char *said;
};
typedef void doctor_say(const struct doctor_row *row);
/* `key` NULL: a row for each profile there is. The kind is that of the worst row, as an exit code:
 * MISUSE the profile or a key file, OUTSIDE the bank. */
enum fault_kind worker_doctor(const struct home *h, const char *key, doctor_say *say);

/* ---- retry.c ---- */
/* Milliseconds until a message is tried again after `tries` failures: doubling from one second to a
 * ceiling of one minute, a quarter more or less by `seed` so that many do not return at once. */
int64_t retry_delay(int tries, uint64_t seed);

#endif
