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

#endif
