/* Kwitansi. Their numbers are given in the schema, with the entry each is of. */
#include "loket/list.h"
#include "loket/store/money.h"

#include "private.h"

static bool take_all(struct query *q, struct arena *a, struct receipt_list *out, struct fault *why)
{
	while (query_next(q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct receipt *r = &out->items[out->count++];
		r->entry = take_number(q);
		r->year = take_int(q);
		r->serial = take_int(q);
		r->back = take_bool(q);
		r->posted = take_day(q);
		r->amount = take_number(q);
		r->what = take_text(q, a);
		r->at = take_instant(q);
		r->arrived = take_instant(q);
		r->reference = take_text(q, a);
		r->person = take_text(q, a);
		r->bank = take_text(q, a);
		r->account = take_text(q, a);
		r->transfer = take_text(q, a);
		r->matter = take_text(q, a);
		r->title = take_text(q, a);
		r->who = take_text(q, a);
	}
	return query_end(q, why);
}

bool receipts_of_filing(struct store *s, const struct id *filing, struct arena *a,
                        struct receipt_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_receipts_of_filing);
	bind_text(&q, ":filing", filing->text);
	return take_all(&q, a, out, why);
}

bool receipts_of_days(struct store *s, day first, day last, struct arena *a,
                      struct receipt_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_receipts_of_days);
	bind_day(&q, ":first", first);
	bind_day(&q, ":last", last);
	return take_all(&q, a, out, why);
}
