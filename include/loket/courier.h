/* The courier carries letters: what is queued for bank and SIPP goes out, answers and the bank's
 * notices come in, as commands through the office's door. One wait, no threads; one worker to a
 * home. */
#ifndef LOKET_COURIER_H
#define LOKET_COURIER_H

#include <stdbool.h>
#include <stdint.h>

#include "loket/fault.h"
#include "loket/office.h"

/* Runs until a signal ends it. `ready` (may be NULL) is called once, when everything listens.
 * False: it could not begin. */
MUST_USE bool courier_run(struct place *p, void (*ready)(void), struct fault *why);

/* Milliseconds until a message is tried again after `tries` failures: doubling from one second to a
 * ceiling of one minute, a quarter more or less by `seed` so that many do not return at once. */
int64_t retry_delay(int tries, uint64_t seed);

#endif
