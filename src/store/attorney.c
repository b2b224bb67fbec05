/* The register of letters of attorney: one series a year, each letter once. */
#include "loket/store/attorney.h"

#include "loket/list.h"

#include "private.h"

bool write_attorney(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = row_of(w, SQL_attorney_write);
	bind_number(&q, ":year", day_ymd(ch->to.attorney.registered).year);
	bind_number(&q, ":first", ch->to.attorney.first);
	bind_number(&q, ":row", ch->to.attorney.row);
	bind_day(&q, ":registered", ch->to.attorney.registered);
	return query_run(&q, why);
}

bool attorneys_of_year(struct store *s, int year, struct arena *a, struct attorney_rows *out,
                       struct fault *why)
{
	struct query q = query_of(s, SQL_attorney_year);
	bind_number(&q, ":year", year);
	*out = (struct attorney_rows){ 0 };
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct attorney_row *r = &out->items[out->count++];
		r->number = take_int(&q);
		r->filing = take_id(&q);
		r->row = take_int(&q);
		r->registered = take_day(&q);
	}
	return query_end(&q, why);
}
