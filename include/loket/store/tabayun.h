/* Requests of other courts, as they are kept. */
#ifndef LOKET_STORE_TABAYUN_H
#define LOKET_STORE_TABAYUN_H

#include "loket/store.h"
#include "loket/tabayun.h"

MUST_USE bool tabayun_find(struct store *s, int year, int number, struct arena *a,
                           struct tabayun *out, bool *found, struct fault *why);
/* One recorded by the same command, or of the same sender, case, party, kind and hearing; its
 * number 0: there is none. */
MUST_USE bool tabayun_same(struct store *s, const struct tabayun *t, struct tabayun *out,
                           struct fault *why);
/* Of the year; with `open` also those of earlier years that are not answered. By number. */
MUST_USE bool tabayun_read(struct store *s, int year, bool open, struct arena *a,
                           struct tabayun_list *out, struct fault *why);
/* Stores it; one without a number gets the next of its year. Inside begin/commit. */
MUST_USE bool tabayun_write(struct store *s, struct tabayun *t, const char *who, instant at,
                            struct fault *why);

#endif
