/* Work with money that waits for panitera or chairman. */
#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/text.h"

#include "private.h"

static const struct {
	const char *key;
	enum sql query;
} kinds[] = {
	{ "setuju", SQL_waiting_approve },   { "kirim", SQL_waiting_send },
	{ "sisa", SQL_waiting_notice },      { "lewat", SQL_waiting_collect },
	{ "titipan", SQL_waiting_suspense }, { "kurang", SQL_waiting_short },
	{ "pnbp", SQL_waiting_state },       { "tutup", SQL_waiting_close },
	{ "ketahui", SQL_waiting_know },     { "bank", SQL_waiting_line },
	{ "jelas", SQL_waiting_explain },    { "mendadak", SQL_waiting_surprise },
	{ "berubah", SQL_waiting_changed },
};

static bool read(struct store *s, enum sql which, const struct waiting_ask *ask, struct arena *a,
                 struct work_items *out, struct fault *why)
{
	struct query q = query_of(s, which);
	if (query_takes(&q, ":offset"))
		bind_number(&q, ":offset", (int64_t)ask->zone->minutes * MINUTE_MS);
	if (query_takes(&q, ":days"))
		bind_number(&q, ":days", ask->days);
	if (query_takes(&q, ":today"))
		bind_day(&q, ":today", ask->today);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct work_item *w = &out->items[out->count++];
		*w = (struct work_item){ .filing = take_id(&q) };
		w->matter = take_text(&q, a);
		w->title = take_text(&q, a);
		w->amount = take_number(&q);
		w->since = take_day(&q);
	}
	return query_end(&q, why);
}

bool waiting_read(struct store *s, const struct waiting_ask *ask, struct arena *a,
                  struct work_items *out, struct fault *why)
{
	*out = (struct work_items){ 0 };
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (text_same(kinds[i].key, ask->key))
			return read(s, kinds[i].query, ask, a, out, why);
	}
	return true;
}
