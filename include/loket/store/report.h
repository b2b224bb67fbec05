/* Figures of the reports. */
#ifndef LOKET_STORE_REPORT_H
#define LOKET_STORE_REPORT_H

#include "loket/store.h"

/* Laporan Perkara: by register and case type how many were carried over, received, numbered, ended
 * and are left (carried + received = numbered + ended + left), and what was done in the time.
 * Laporan Tahunan: the first by month; of a month that begins after `today` nothing is known (""),
 * nor of what was not counted when a month was closed. Step times against the norm. */
struct case_tables {
	struct table state, work;
	struct figures_of *states, *works; /* what each row is of */
};
MUST_USE bool report_cases(struct store *s, const struct rulebook *b, const struct period *p,
                           struct arena *a, struct case_tables *out, struct fault *why);
MUST_USE bool report_year(struct store *s, const struct rulebook *b, int year, day today,
                          struct arena *a, struct table *out, struct fault *why);
MUST_USE bool report_pace(struct store *s, const struct rulebook *b, const struct period *p,
                          struct arena *a, struct table *out, struct fault *why);
/* The filings behind a figure of a period: of the column with that name. A month that is closed
 * keeps its figures; what is listed is as it stands now. */
struct report_figure {
	struct period period;
	const char *column;
	struct figures_of of;
};
MUST_USE bool report_filings(struct store *s, const struct rulebook *b,
                             const struct report_figure *figure, struct arena *a, struct table *out,
                             struct fault *why);
/* Keeps the reports of the months that end by `last` and were not kept yet: nothing changes them
 * any more. Inside begin/commit, before the days are closed. */
MUST_USE bool report_keep(struct store *s, const struct rulebook *b, day last, struct arena *a,
                          struct fault *why);

#endif
