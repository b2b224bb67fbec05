/* The view of forms/print/mengapa.xml: how the figures, days and states of a filing came about. */
#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"
#include "loket/why.h"

#include "private.h"

static const char *indented(const struct why_row *r, struct arena *a)
{
	return r->depth == 0 ? r->what : arena_print(a, "– %s", r->what);
}

static void put_row(struct view *v, const struct why_row *r)
{
	view_row(v);
	view_put(v, "hal", "");
	view_put(v, "uraian", indented(r, v->a));
	view_put(v, "nilai", why_row_value(r, v->a));
	view_put(v, "dasar", r->basis);
	view_row_end(v);
}

static void put_head(struct view *v, const struct why *w)
{
	view_row(v);
	view_put(v, "hal", w->title);
	view_put(v, "uraian", "");
	view_put(v, "nilai", why_value(w, v->a));
	view_put(v, "dasar", "");
	view_row_end(v);
}

/* ---- the days that were counted, a row a week ---- */

static const char *const weekdays[] = { "senin", "selasa", "rabu",  "kamis",
	                                "jumat", "sabtu",  "minggu" };

/* "14 (1)": the first day that counts; "8 –": gone through, not counted. */
static const char *day_cell(const struct why_days *days, day on, struct arena *a)
{
	const struct why_row *r = why_days_find(days, on);
	if (r == NULL)
		return "";
	return r->times > 0 ? arena_print(a, "%d (%lld)", day_ymd(on).day, (long long)r->times)
	                    : arena_print(a, "%d –", day_ymd(on).day);
}

static void put_week(struct view *v, const struct why_days *days, const char *title, day monday)
{
	day last = monday + (day)COUNT_OF(weekdays) - 1;
	view_row(v);
	view_put(v, "hal", title);
	view_put(v, "bulan",
	         arena_print(v->a, "%s %d", month_name(day_ymd(last).month), day_ymd(last).year));
	for (size_t i = 0; i < COUNT_OF(weekdays); i++)
		view_put(v, weekdays[i], day_cell(days, monday + (day)i, v->a));
	view_row_end(v);
}

static void put_weeks(struct view *v, const struct why *w)
{
	const struct why_days days = why_days_of(w, NULL);
	day first = DAY_NONE, last = DAY_NONE;
	if (w->kind != WHY_DAY || why_days_counted(&days) == 0)
		return;
	for (size_t i = 0; i < days.count; i++) {
		const struct why_row *r = &days.rows[i];
		if (r->kind != WHY_DAY || r->depth != days.depth)
			continue;
		first = first == DAY_NONE || r->on < first ? r->on : first;
		last = last == DAY_NONE || r->on > last ? r->on : last;
	}
	const char *title = w->title;
	for (day monday = first - day_weekday(first) + 1; monday <= last;
	     monday += (day)COUNT_OF(weekdays)) {
		bool any = false;
		for (size_t i = 0; i < COUNT_OF(weekdays); i++)
			any = any || why_days_find(&days, monday + (day)i) != NULL;
		if (any)
			put_week(v, &days, title, monday);
		title = any ? "" : title;
	}
}

const char *paper_why(const struct rulebook *b, const struct filing *f, const struct printing *p,
                      const struct whys *all, struct arena *a)
{
	struct view v = view_start(a);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "mengapa");
	view_today(&v, b, p->now);
	view_put(&v, "nomor_perkara", f->number.number);
	view_put(&v, "nomor_daftar", f->reg);
	view_put(&v, "nama", f->title);
	view_put(&v, "jenis", paper_kind(b, f));
	view_rows(&v, "hitungan", "hal uraian nilai dasar");
	for (size_t i = 0; i < all->count; i++) {
		put_head(&v, &all->items[i]);
		for (size_t k = 0; k < all->items[i].count; k++)
			put_row(&v, &all->items[i].rows[k]);
	}
	view_rows_end(&v);
	view_rows(&v, "minggu", "hal bulan senin selasa rabu kamis jumat sabtu minggu");
	for (size_t i = 0; i < all->count; i++)
		put_weeks(&v, &all->items[i]);
	view_rows_end(&v);
	return view_finish(&v);
}
