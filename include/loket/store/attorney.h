/* The register of letters of attorney (RI-PA7), as it is kept: which letter has which number. What
 * a line says is attorney_line(). */
#ifndef LOKET_STORE_ATTORNEY_H
#define LOKET_STORE_ATTORNEY_H

#include "loket/store.h"

struct attorney_row {
	int number;
	struct id filing;
	int row; /* struct attorney */
	day registered;
};
struct attorney_rows {
	struct attorney_row *items;
	size_t count, capacity;
};
/* Of a year, by number. */
MUST_USE bool attorneys_of_year(struct store *s, int year, struct arena *a,
                                struct attorney_rows *out, struct fault *why);

#endif
