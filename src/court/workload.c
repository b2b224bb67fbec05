/* What each bailiff was given, what is served, open and late, and the points of its timeliness (SK
 * Dirjen Badilag 048/2024; data/limits.xml). */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { MONDAY = 1, WEEK = 7 };

/* From which days are counted: what comes at the end of a week, from Monday. */
static day counts_from(const struct limit *l, day on)
{
	while (l->week_ends > 0 && day_weekday(on) >= l->week_ends)
		on += WEEK + MONDAY - day_weekday(on);
	return on;
}

static void score(struct workload *w, const struct limit *l, int points)
{
	w->scored++;
	w->points += points;
	w->best += l->grade_count > 0 ? l->grades[0].points : 0;
}

static void add_call(const struct rulebook *b, const struct work *one, day today,
                     struct workload *w)
{
	const struct limit *l = rulebook_limit(b, "relaas");
	day last = one->served == DAY_NONE ? today : one->served;
	w->given++;
	w->served += one->served != DAY_NONE;
	w->open += one->served == DAY_NONE;
	w->late += last > one->deadline;
	if (l == NULL)
		return;
	if (one->recorded != DAY_NONE)
		score(w, l, limit_points(l, one->hearing - one->recorded));
	else if (one->hearing < today)
		score(w, l, l->never);
}

static void add_request(const struct rulebook *b, const struct work *one, struct workload *w)
{
	const struct limit *l = rulebook_limit(b, "tabayun-masuk");
	w->requests++;
	w->requests_served += one->served != DAY_NONE;
	if (l != NULL && one->served != DAY_NONE)
		score(w, l, limit_points(l, one->served - counts_from(l, one->ordered)));
}

void workload_add(const struct rulebook *b, const struct work *one, day today, struct arena *a,
                  struct workloads *out)
{
	size_t at = 0;
	while (at < out->count && !text_same(out->items[at].bailiff, one->bailiff))
		at++;
	if (at == out->count) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = (struct workload){ .bailiff = one->bailiff };
	}
	if (one->request)
		add_request(b, one, &out->items[at]);
	else
		add_call(b, one, today, &out->items[at]);
}
