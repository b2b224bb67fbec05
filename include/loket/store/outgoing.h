/* Letters that go out under a number, as they are kept. */
#ifndef LOKET_STORE_OUTGOING_H
#define LOKET_STORE_OUTGOING_H

#include "loket/outgoing.h"
#include "loket/store.h"

/* The letter of its subject, paper and `which`; its number 0: it has none yet. */
MUST_USE bool outgoing_find(struct store *s, struct outgoing *o, struct arena *a,
                            struct fault *why);
/* The next number of its year's series, which begins with `first`. */
MUST_USE bool outgoing_next(struct store *s, int year, int first, int *out, struct fault *why);
MUST_USE bool outgoing_write(struct store *s, const struct outgoing *o, struct fault *why);
MUST_USE bool outgoing_printed(struct store *s, const struct outgoing *o, struct fault *why);
/* Of a year, or of one subject; by number. */
MUST_USE bool outgoing_of_year(struct store *s, int year, struct arena *a,
                               struct outgoing_list *out, struct fault *why);
MUST_USE bool outgoing_of(struct store *s, const struct id *subject, struct arena *a,
                          struct outgoing_list *out, struct fault *why);

#endif
