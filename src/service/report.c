/* The SOP's records, Laporan Perkara and Laporan Tahunan: figures for the screen, as a paper, as a
 * table file. */
#include "loket/store/report.h"

#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { REPORT_MEMORY = 128 * 1024 * 1024 };

static bool report_period(const char *report, const char *period, struct period *out,
                          struct fault *why)
{
	bool monthly = text_same(report, "perkara");
	if (!monthly && !text_same(report, "tahunan"))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada laporan %1; yang ada: perkara, tahunan"), report);
	if (strlen(period) == (monthly ? 7 : 4) && period_parse(period, out))
		return true;
	return fault_set(why, FAULT_MISUSE,
	                 monthly ? N_("Masa laporan %1 harus ditulis tahun-bulan, mis. 2026-11")
	                         : N_("Masa laporan %1 harus ditulis tahun, mis. 2026"),
	                 period);
}

static bool is_money(const struct column *c)
{
	return text_same(c->name, "panjar");
}

const char *report_cell(const struct column *c, const char *cell, struct arena *a)
{
	long long amount;
	char out[32];
	if (c->kind == COLUMN_NUMBER && *cell == '\0')
		return "–";
	if (!is_money(c) || !text_number(cell, 0, INT64_MAX, &amount))
		return cell;
	money_digits(amount, out, sizeof out);
	return arena_text(a, out);
}

/* False: a sum overflows. */
static bool report_sum(struct report *r, struct arena *a, struct fault *why)
{
	const struct table *t = &r->figures;
	r->totals = arena_get(a, t->column_count, sizeof *r->totals);
	for (size_t i = 0; i < t->column_count; i++) {
		rupiah sum = 0;
		for (size_t row = 0; t->columns[i].kind == COLUMN_NUMBER && row < t->row_count;
		     row++) {
			long long n;
			const char *cell = t->cells[row * t->column_count + i];
			if (!text_number(cell, 0, INT64_MAX, &n) || !money_add(sum, n, &sum))
				return fault_set(why, FAULT_OUTSIDE,
				                 N_("Kolom %1 tidak dapat dijumlah"),
				                 t->columns[i].title);
		}
		r->totals[i] = t->columns[i].kind == COLUMN_NUMBER
		                   ? arena_print(a, "%lld", (long long)sum)
		                   : "";
	}
	return true;
}

static bool report_read(const struct app *app, const char *report, const char *period,
                        struct arena *a, struct report *out, struct fault *why)
{
	struct period p;
	struct store *store = app->store;
	const struct rulebook *book = app->book;
	if (!report_period(report, period, &p, why))
		return false;
	if (text_same(report, "perkara")
	        ? !report_cases(store, book, &p, a, &out->figures, why)
	        : !report_year(store, book, day_ymd(p.first).year, a, &out->figures, why))
		return false;
	return report_pace(store, book, &p, a, &out->pace, why) && report_sum(out, a, why);
}

bool service_report(const struct login *s, const char *report, const char *period, struct arena *a,
                    struct report *out, struct fault *why)
{
	return may_or_refuse(s, "lihat.laporan", why) &&
	       report_read(s->app, report, period, a, out, why);
}

/* ---- as paper: the template's rows are the table's, by their names ---- */

void view_table(struct view *v, const char *name, const struct table *t)
{
	struct text columns = text_start(v->a);
	for (size_t i = 0; i < t->column_count; i++)
		text_addf(&columns, "%s%s", i > 0 ? " " : "", t->columns[i].name);
	view_rows(v, name, columns.s);
	for (size_t row = 0; row < t->row_count; row++) {
		view_row(v);
		for (size_t i = 0; i < t->column_count; i++)
			view_put(v, t->columns[i].name,
			         report_cell(&t->columns[i], t->cells[row * t->column_count + i],
			                     v->a));
		view_row_end(v);
	}
	view_rows_end(v);
}

static void put_totals(struct view *v, const struct report *r)
{
	const struct table *t = &r->figures;
	for (size_t i = 0; i < t->column_count; i++) {
		if (t->columns[i].kind == COLUMN_NUMBER)
			view_put(v, arena_print(v->a, "total_%s", t->columns[i].name),
			         report_cell(&t->columns[i], r->totals[i], v->a));
	}
}

static const char *report_view(const struct rulebook *b, bool monthly, const char *period,
                               const struct report *r, struct arena *a)
{
	struct view v = view_start(a);
	instant now = clock_now();
	long long month = 1;
	view_head(&v, b, now, false);
	view_today(&v, b, now);
	if (monthly && text_number(period + 5, 1, 12, &month))
		view_put(&v, "bulan", arena_print(a, "%s %.4s", month_name((int)month), period));
	else
		view_put(&v, "tahun", period);
	view_table(&v, monthly ? "jenis" : "bulan", &r->figures);
	put_totals(&v, r);
	view_table(&v, "langkah", &r->pace);
	view_put(&v, "norma_tertulis", arena_print(a, "%d", b->sop.stated_total));
	view_put(&v, "norma_jumlah", arena_print(a, "%d", b->sop.sum));
	view_officer(&v, b, "ketua");
	view_officer(&v, b, "panitera");
	return view_finish(&v);
}

static const char *paper_of_report(bool monthly)
{
	return monthly ? "laporan-perkara" : "laporan-tahunan";
}

bool report_specimen(const struct app *p, bool monthly, struct arena *a, struct specimen *out,
                     struct fault *why)
{
	struct report r = { 0 };
	const char *period = monthly ? "2000-01" : "2000";
	if (!report_read(p, monthly ? "perkara" : "tahunan", period, a, &r, why))
		return false;
	*out = (struct specimen){ paper_of_report(monthly),
		                  report_view(p->book, monthly, period, &r, a) };
	return true;
}

static const char *file_name(const char *report, const char *period, const char *ending,
                             struct arena *a)
{
	return arena_print(a, "laporan-%s-%s.%s", report, period, ending);
}

bool service_report_print(const struct login *s, const char *report, const char *period,
                          struct printed *out, struct fault *why)
{
	struct report r;
	struct arena a = arena_start(REPORT_MEMORY);
	bool monthly = text_same(report, "perkara");
	bool good = may_or_refuse(s, "cetak.laporan", why) &&
	            service_report(s, report, period, &a, &r, why);
	if (good)
		good = page_put(s, paper_of_report(monthly),
		                report_view(s->app->book, monthly, period, &r, &a),
		                file_name(report, period, "pdf", &a), out, why);
	arena_drop(&a);
	return good;
}

bool service_report_csv(const struct login *s, const char *report, const char *period,
                        struct printed *out, struct fault *why)
{
	struct report r;
	struct arena a = arena_start(REPORT_MEMORY);
	bool good = may_or_refuse(s, "cetak.laporan", why) &&
	            service_report(s, report, period, &a, &r, why) &&
	            table_put(s, &r.figures, file_name(report, period, "csv", &a), out, why);
	arena_drop(&a);
	return good;
}
