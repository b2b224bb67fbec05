/* What a backup must hold and a restored home goes on from. */
#ifndef LOKET_STORE_BACKUP_H
#define LOKET_STORE_BACKUP_H

#include "loket/store.h"

struct digests {
	const char **items; /* SHA-256 in hex, sorted */
	size_t count, capacity;
};
/* Of all documents that a row names. */
MUST_USE bool document_digests(struct store *s, struct arena *a, struct digests *out,
                               struct fault *why);

/* Lets the counters of registrations, of each day in [from, to], and of accounts at the bank go on
 * `by` further, in one transaction. */
MUST_USE bool counters_pass(struct store *s, day from, day to, int by, struct fault *why);

#endif
