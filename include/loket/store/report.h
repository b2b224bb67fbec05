/* Figures of the reports. */
#ifndef LOKET_STORE_REPORT_H
#define LOKET_STORE_REPORT_H

#include "loket/store.h"

/* Laporan Perkara (by case type, one month) and Laporan Tahunan (by month, one year); step times
 * against the norm. */
MUST_USE bool report_cases(struct store *s, const struct rulebook *b, const struct period *p,
                           struct arena *a, struct table *out, struct fault *why);
MUST_USE bool report_year(struct store *s, const struct rulebook *b, int year, struct arena *a,
                          struct table *out, struct fault *why);
MUST_USE bool report_pace(struct store *s, const struct rulebook *b, const struct period *p,
                          struct arena *a, struct table *out, struct fault *why);
/* Keeps the reports of the months that end by `last` and were not kept yet: nothing changes them
 * any more. Inside begin/commit, before the days are closed. */
MUST_USE bool report_keep(struct store *s, const struct rulebook *b, day last, struct arena *a,
                          struct fault *why);

#endif
