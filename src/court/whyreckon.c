/* The days that were gone through for a date, as a month's sheet or a row of weeks shows them. */
#include "loket/why.h"

static bool leads(const struct why *w, size_t at)
{
	return w->rows[at].depth == 0 && w->rows[at].kind == WHY_DAY && at + 1 < w->count &&
	       w->rows[at + 1].depth == 1 && w->rows[at + 1].kind == WHY_DAY;
}

/* The row of depth 0 at or above a row. */
static size_t head_of(const struct why *w, size_t at)
{
	while (at > 0 && w->rows[at].depth > 0)
		at--;
	return at;
}

/* Of several reckonings that of the latest day; the count of rows where there is none. */
static size_t deciding(const struct why *w)
{
	size_t best = w->count;
	for (size_t i = 0; i < w->count; i++) {
		if (leads(w, i) && (best == w->count || w->rows[i].on > w->rows[best].on))
			best = i;
	}
	return best;
}

struct why_days why_days_of(const struct why *w, const struct why_row *row)
{
	size_t at = row == NULL ? w->count : head_of(w, (size_t)(row - w->rows));
	if (at == w->count || !leads(w, at))
		at = deciding(w);
	if (at == w->count)
		return (struct why_days){ w->rows, w->count, 0 };
	size_t end = at + 1;
	while (end < w->count && w->rows[end].depth > 0)
		end++;
	return (struct why_days){ w->rows + at + 1, end - at - 1, 1 };
}

const struct why_row *why_days_find(const struct why_days *all, day on)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct why_row *r = &all->rows[i];
		if (r->kind == WHY_DAY && r->depth == all->depth && r->on == on)
			return r;
	}
	return NULL;
}

size_t why_days_counted(const struct why_days *all)
{
	size_t n = 0;
	for (size_t i = 0; i < all->count; i++)
		n += all->rows[i].kind == WHY_DAY && all->rows[i].depth == all->depth &&
		     all->rows[i].times > 0;
	return n;
}
