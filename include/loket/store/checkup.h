/* What the checks of the machine found last, and what is to be checked of the database itself. */
#ifndef LOKET_STORE_CHECKUP_H
#define LOKET_STORE_CHECKUP_H

#include "loket/checkup.h"
#include "loket/store.h"

/* Replaces the last one. */
MUST_USE bool checkup_write(struct store *s, const struct checkup *c, struct fault *why);
MUST_USE bool checkup_read(struct store *s, struct arena *a, struct checkup *out,
                           struct fault *why);

/* SQLite's own quick check of the pages. */
MUST_USE bool store_quick_check(struct store *s, struct fault *why);
/* Are tables, indexes, triggers and views as this program makes them? The fault names one that is
 * not. */
MUST_USE bool store_schema_check(struct store *s, struct fault *why);

#endif
