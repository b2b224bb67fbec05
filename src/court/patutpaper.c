/* The view of forms/print/sah-patut.xml: one sheet of a case for the judge before the hearing. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { DATE_ROOM = 64, CELL_ROOM = 16 };
static const char *shown(day on, struct arena *a)
{
	char text[16] = "";
	if (on != DAY_NONE)
		day_show(on, text, sizeof text);
	return arena_text(a, text);
}

static const char *in_full(day on, struct arena *a)
{
	char text[DATE_ROOM] = "";
	if (on != DAY_NONE)
		day_in_full(on, text, sizeof text);
	return arena_text(a, text);
}

static void put_row(struct view *v, const struct patut_row *r)
{
	const char *served = shown(r->served, v->a);
	const char *resi = text_is_empty(r->resi) ? "" : say(v->a, N_("resi %1"), r->resi);
	view_put(v, "pihak", arena_print(v->a, "%s, %s", r->name, r->label));
	view_put(v, "kanal", arena_print(v->a, "%s (%s)", r->channel, r->article));
	view_put(v, "tempat", arena_print(v->a, "%s %s", r->address, resi));
	view_put(v, "dijalankan",
	         r->first == DAY_NONE ? served
	                              : arena_print(v->a, "%s; %s", shown(r->first, v->a), served));
	view_put(v, "diterima", shown(r->received, v->a));
	view_put(v, "batas", shown(r->deadline, v->a));
	view_put(v, "nilai", patut_name(r->verdict));
	view_put(v, "sebab", r->why);
	view_put(v, "tindakan", r->todo);
}

static void put_rows(struct view *v, const struct patut *p)
{
	view_rows(v, "panggilan",
	          "pihak kanal tempat dijalankan diterima batas nilai sebab tindakan");
	for (size_t i = 0; i < p->count; i++) {
		view_row(v);
		put_row(v, &p->rows[i]);
		view_row_end(v);
	}
	view_rows_end(v);
}

/* ---- the calendar: a column a day, two rows of heads, a row a party ---- */

static void put_cell(struct view *v, int i, const char *text)
{
	char name[CELL_ROOM];
	snprintf(name, sizeof name, "h%d", i + 1);
	view_put(v, name, text);
}

static const char *cell_names(struct arena *a)
{
	struct text t = text_start(a);
	text_add(&t, "siapa");
	for (int i = 0; i < PATUT_DAYS; i++)
		text_addf(&t, " h%d", i + 1);
	return t.s;
}

static void put_heads(struct view *v, const struct patut *p)
{
	view_row(v);
	view_put(v, "siapa", "");
	for (int i = 0; i < PATUT_DAYS; i++)
		put_cell(v, i, arena_print(v->a, "%.3s", day_weekday_name(p->begins + i)));
	view_row_end(v);
	view_row(v);
	view_put(v, "siapa", month_name(day_ymd(p->hearing).month));
	for (int i = 0; i < PATUT_DAYS; i++)
		put_cell(v, i,
		         arena_print(v->a, p->closed[i] ? "(%d)" : "%d",
		                     day_ymd(p->begins + i).day));
	view_row_end(v);
}

static void put_calendar(struct view *v, const struct patut *p)
{
	view_rows(v, "kalender", cell_names(v->a));
	if (p->count > 0)
		put_heads(v, p);
	for (size_t k = 0; k < p->count; k++) {
		view_row(v);
		view_put(v, "siapa", p->rows[k].name);
		for (int i = 0; i < PATUT_DAYS; i++)
			put_cell(v, i, patut_mark(p->rows[k].marks[i]));
		view_row_end(v);
	}
	view_rows_end(v);
}

const char *paper_patut(const struct rulebook *b, const struct filing *f, const struct printing *p,
                        struct arena *a)
{
	struct patut sheet;
	struct view v = view_start(a);
	bool good = patut_of(b, f, instant_day(p->now, &b->court.zone), a, &sheet);
	view_head(&v, b, p->now, p->again);
	view_copies(&v, b, "sah-patut");
	view_today(&v, b, p->now);
	view_put(&v, "nomor", f->number.number);
	view_put(&v, "nama", f->title);
	view_put(&v, "jenis", paper_kind(b, f));
	view_put(&v, "terdaftar", in_full(f->number.registered, a));
	view_put(&v, "sidang", in_full(sheet.hearing, a));
	view_put(&v, "phs", in_full(sheet.told, a));
	view_flag(&v, "lain", sheet.told != DAY_NONE && sheet.told != sheet.hearing);
	view_put(&v, "penilaian", good ? patut_name(sheet.verdict) : "");
	view_put(&v, "berikut", in_full(sheet.next, a));
	put_rows(&v, &sheet);
	put_calendar(&v, &sheet);
	view_officer(&v, b, "panitera");
	return view_finish(&v);
}
