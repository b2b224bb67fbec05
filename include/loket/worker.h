/* The worker: sends the queued messages to bank and SIPP, and turns their answers and the bank's
 * notices into commands through the service. One wait, no threads; one worker per home. */
#ifndef LOKET_WORKER_H
#define LOKET_WORKER_H

#include <stdbool.h>
#include <stdint.h>

#include "loket/fault.h"
#include "loket/service.h"
#include "loket/sys.h"

/* ---- loop.c ---- */
/* Runs until a signal ends it. `ready` (may be NULL) is called once, when everything listens; what
 * cannot listen is logged and tried again. False: it could not start. */
MUST_USE bool worker_run(struct app *p, void (*ready)(void), struct fault *why);

/* ---- finding.c ---- */
enum doctor_state { DOCTOR_GOOD, DOCTOR_SOON, DOCTOR_LACKS, DOCTOR_WRONG, DOCTOR_FAILS };
const char *doctor_state_name(enum doctor_state s); /* baik, segera, kurang, salah, gagal */
struct doctor_row {
	enum doctor_state state;
	const char *what; /* "identity/client-key", "smtp/login" */
	/* The finding, or where to get the missing value; in the person's language. */
	const char *said;
};
typedef void doctor_say(const struct doctor_row *row);

/* ---- doctor.c ---- */
/* Checks a bank's profile: missing values, key files, connection, certificate, clock, token. The
 * only request sent to the bank is for a token. `key` NULL: one row for each profile. Returns the
 * kind of the worst row, as an exit code: MISUSE for the profile or a key file, OUTSIDE for the
 * bank. */
enum fault_kind worker_doctor(const struct home *h, const char *key, doctor_say *say);

/* ---- mail_doctor.c ---- */
/* Checks the way of a letter: file, name, connection, TLS, login, mailbox, what was taken last, the
 * queue. No letter is sent. Exit codes as above. */
enum fault_kind worker_doctor_mail(doctor_say *say);

/* ---- sipp_doctor.c ---- */
/* Checks SIPP: its data file, address and token, the links to it, its health, and whose it is.
 * Nothing is registered. Exit codes as above. */
enum fault_kind worker_doctor_sipp(doctor_say *say);

/* ---- retry.c ---- */
/* Milliseconds until a message is tried again after `tries` failures: doubling from one second to a
 * ceiling of one minute, a quarter more or less by `seed` so that many do not return at once. */
int64_t retry_delay(int tries, uint64_t seed);

#endif
