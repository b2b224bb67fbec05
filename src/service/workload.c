/* What each bailiff was given and how timely it was, for those who assign. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/lists.h"
#include "loket/text.h"

#include "private.h"

enum { MONTH = 7, YEAR = 4 /* bytes of a period */ };

static bool period_of(const char *asked, day today, struct arena *a, struct workload_list *out,
                      struct period *in, struct fault *why)
{
	char iso[16];
	day_iso(today, iso, sizeof iso);
	out->period = text_is_empty(asked) ? arena_copy(a, iso, MONTH) : asked;
	size_t length = strlen(out->period);
	return ((length == MONTH || length == YEAR) && period_parse(out->period, in)) ||
	       fault_set(why, FAULT_MISUSE,
	                 N_("Masa harus ditulis tahun-bulan atau tahun, mis. 2026-11"));
}

/* By name. */
static void insert(struct workload_list *out, const struct workload_row *row)
{
	size_t at = out->count++;
	for (; at > 0 && strcmp(out->items[at - 1].name, row->name) > 0; at--)
		out->items[at] = out->items[at - 1];
	out->items[at] = *row;
}

bool service_workload(const struct login *s, const char *period, struct arena *a,
                      struct workload_list *out, struct fault *why)
{
	struct period in;
	struct work_list done;
	struct workloads all = { 0 };
	day today = instant_day(clock_now(), &s->app->book->court.zone);
	*out = (struct workload_list){ 0 };
	if (!may_or_refuse(s, "lihat.beban", why) || !period_of(period, today, a, out, &in, why) ||
	    !work_read(s->app->store, &in, a, &done, why))
		return false;
	for (size_t i = 0; i < done.count; i++)
		workload_add(s->app->book, &done.items[i], today, a, &all);
	out->items = arena_get(a, all.count + 1, sizeof *out->items);
	for (size_t i = 0; i < all.count; i++) {
		const struct workload *w = &all.items[i];
		insert(out, &(struct workload_row){ user_called(s, w->bailiff, a), w });
	}
	return true;
}
