/* Values as people read them, as text in an arena: for rows of lists and lines of words. The forms
 * are those of date.h and money.h. */
#ifndef LOKET_SHOWN_H
#define LOKET_SHOWN_H

#include "loket/arena.h"
#include "loket/date.h"
#include "loket/money.h"

const char *shown_rupiah(struct arena *a, rupiah n);                         /* Rp1.230.000 */
const char *shown_digits(struct arena *a, rupiah n);                         /* 1.230.000 */
const char *shown_number(struct arena *a, long long n);                      /* 1230000 */
const char *shown_day(struct arena *a, day d);                               /* 25-11-2026 */
const char *shown_instant(struct arena *a, instant t, const struct zone *z); /* 25-11-2026 09.41 */
const char *shown_size(struct arena *a, int64_t bytes); /* 12 KB, 32,1 MB: rounded up */
const char *shown_clock(struct arena *a, instant t, const struct zone *z); /* 09.41 */

#endif
