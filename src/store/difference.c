/* What the books say of each other: every row of these checks is a fault, named with the number of
 * its entry. */
#include "loket/list.h"
#include "loket/store/money.h"

#include "private.h"

enum { APART_MS = 10 * 60 * 1000 }; /* two desks may write their entries in the other order */

bool differences_read(struct store *s, const struct zone *zone, struct arena *a,
                      struct differences *out, struct fault *why)
{
	static const enum sql checks[] = {
		SQL_differs_va,        SQL_differs_panjar,   SQL_differs_suspense,
		SQL_differs_skum,      SQL_differs_wire,     SQL_differs_instrument,
		SQL_differs_closing,   SQL_differs_unproven, SQL_differs_order,
		SQL_differs_before,    SQL_differs_case,     SQL_differs_future,
		SQL_differs_fee_twice, SQL_differs_opening,
	};
	for (size_t i = 0; i < COUNT_OF(checks); i++) {
		struct query q = query_of(s, checks[i]);
		if (query_takes(&q, ":offset"))
			bind_number(&q, ":offset", (int64_t)zone->minutes * MINUTE_MS);
		if (query_takes(&q, ":apart"))
			bind_number(&q, ":apart", APART_MS);
		while (query_next(&q)) {
			out->items = list_grow(a, out->items, out->count, &out->capacity,
			                       sizeof *out->items);
			struct difference *d = &out->items[out->count++];
			d->what = take_text(&q, a);
			d->of = take_text(&q, a);
			d->here = take_number(&q);
			d->there = take_number(&q);
		}
		if (!query_end(&q, why))
			return false;
	}
	return true;
}
