/* Work with money that waits for panitera or chairman, by the kinds and days of data/limits.xml. */
#include "loket/worklist.h"

#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/text.h"

#include "private.h"

#define LOOK "lihat.kerja"

/* A remainder that was told of is late when its months are over (SEMA 4/2008 no. 3); what changed
 * is to be looked at the same day. */
static bool is_late(const struct rulebook *b, const struct work_limit *kind, day since, day today)
{
	if (text_same(kind->key, "berubah"))
		return true;
	if (text_same(kind->key, "lewat"))
		since = day_add_months(since, b->court.unclaimed_months);
	return today > since + kind->days;
}

static bool pile_read(const struct login *s, day today, struct arena *a, struct work_pile *p,
                      struct fault *why)
{
	const struct rulebook *b = s->app->book;
	const struct waiting_ask ask = { p->kind->key, &b->court.zone, today, p->kind->days };
	if (!waiting_read(s->app->store, &ask, a, &p->all, why))
		return false;
	for (size_t i = 0; i < p->all.count; i++) {
		struct work_item *w = &p->all.items[i];
		w->late = is_late(b, p->kind, w->since, today);
		p->late += w->late;
		p->sum += w->amount;
	}
	return true;
}

bool service_worklist(const struct login *s, struct arena *a, struct worklist *out,
                      struct fault *why)
{
	const struct rulebook *b = s->app->book;
	day today = instant_day(clock_now(), &b->court.zone);
	bool good = may_or_refuse(s, LOOK, why);
	*out = (struct worklist){ .items = arena_get(a, b->work_count + 1, sizeof *out->items) };
	for (size_t i = 0; good && i < b->work_count; i++) {
		struct work_pile *p = &out->items[out->count];
		*p = (struct work_pile){ .kind = &b->works[i] };
		good = pile_read(s, today, a, p, why);
		out->count += good;
		out->waiting += p->all.count;
		out->late += p->late;
	}
	return good;
}

const struct work_pile *worklist_pile(const struct worklist *l, const char *key)
{
	for (size_t i = 0; i < l->count; i++) {
		if (text_same(l->items[i].kind->key, key))
			return &l->items[i];
	}
	return NULL;
}
