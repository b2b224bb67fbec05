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
	return text_same(c->name, "panjar") || text_same(c->name, "pnbp");
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

/* A stock is what it was first, or last; what was not known is left out of a sum. */
static const char *total_of(const struct table *t, size_t column, const char **cells,
                            struct arena *a)
{
	bool months = text_same(t->columns[0].name, "bulan");
	bool first = months && text_same(t->columns[column].name, "lalu");
	bool last = months && text_same(t->columns[column].name, "sisa");
	rupiah sum = 0;
	bool known = false;
	for (size_t row = 0; row < t->row_count; row++) {
		long long n;
		const char *cell = t->cells[row * t->column_count + column];
		if (!text_number(cell, 0, INT64_MAX, &n) || (first && known))
			continue;
		known = true;
		if (last)
			sum = 0;
		if (!money_add(sum, n, &sum))
			return NULL;
	}
	if (months && text_same(t->columns[column].name, "jumlah")) { /* of the year */
		long long carried, received;
		known = text_number(cells[column - 2], 0, INT64_MAX, &carried) &&
		        text_number(cells[column - 1], 0, INT64_MAX, &received);
		sum = known ? carried + received : 0;
	}
	return known || t->row_count == 0 ? arena_print(a, "%lld", (long long)sum) : "";
}

/* False: a sum overflows. */
static bool part_sum(struct report_part *p, struct arena *a, struct fault *why)
{
	const struct table *t = &p->table;
	p->totals = arena_get(a, t->column_count, sizeof *p->totals);
	for (size_t i = 0; i < t->column_count; i++) {
		p->totals[i] = t->columns[i].kind == COLUMN_NUMBER ? total_of(t, i, p->totals, a)
		                                                   : "";
		if (p->totals[i] == NULL)
			return fault_set(why, FAULT_OUTSIDE, N_("Kolom %1 tidak dapat dijumlah"),
			                 t->columns[i].title);
	}
	return true;
}

static struct report_part *part_add(struct report *r, const char *name, const struct table *t,
                                    const struct figures_of *rows)
{
	struct report_part *p = &r->parts[r->count++];
	*p = (struct report_part){ name, *t, NULL, rows };
	return p;
}

static const struct figures_of *of_months(const struct table *t, int year, struct arena *a)
{
	struct figures_of *rows = arena_get(a, t->row_count + 1, sizeof *rows);
	for (size_t i = 0; i < t->row_count; i++)
		rows[i].period = arena_print(a, "%d-%02zu", year, i + 1);
	return rows;
}

/* The SOP's steps; after them what was sent back. */
static const struct figures_of *of_steps(const struct sop *sop, const struct table *t,
                                         struct arena *a)
{
	struct figures_of *rows = arena_get(a, t->row_count + 1, sizeof *rows);
	for (size_t i = 0; i < t->row_count; i++)
		rows[i].step = i < sop->step_count ? sop->steps[i].key : "";
	return rows;
}

static bool report_read(const struct app *app, const char *report, const char *period,
                        struct arena *a, struct report *out, struct fault *why)
{
	struct period p;
	struct store *store = app->store;
	const struct rulebook *book = app->book;
	struct case_tables cases;
	struct table months, pace;
	*out = (struct report){ 0 };
	if (!report_period(report, period, &p, why) ||
	    !report_cases(store, book, &p, a, &cases, why) ||
	    !report_pace(store, book, &p, a, &pace, why))
		return false;
	if (text_same(report, "tahunan")) {
		day today = instant_day(clock_now(), &book->court.zone);
		int year = day_ymd(p.first).year;
		if (!report_year(store, book, year, today, a, &months, why) ||
		    !part_sum(part_add(out, "tahunan", &months, of_months(&months, year, a)), a,
		              why))
			return false;
	}
	bool good = part_sum(part_add(out, "perkara", &cases.state, cases.states), a, why) &&
	            part_sum(part_add(out, "kegiatan", &cases.work, cases.works), a, why);
	(void)part_add(out, "waktu", &pace, of_steps(&book->sop, &pace, a));
	return good;
}

bool service_report(const struct login *s, const char *report, const char *period, struct arena *a,
                    struct report *out, struct fault *why)
{
	return may_or_refuse(s, "lihat.laporan", why) &&
	       report_read(s->app, report, period, a, out, why);
}

bool service_report_filings(const struct login *s, const struct figure_asked *figure,
                            struct arena *a, struct table *out, struct fault *why)
{
	struct report_figure f = { .column = figure->column, .of = figure->of };
	bool month = figure->of.period != NULL;
	return may_or_refuse(s, "lihat.laporan", why) &&
	       report_period(month ? "perkara" : figure->report,
	                     month ? figure->of.period : figure->period, &f.period, why) &&
	       report_filings(s->app->store, s->app->book, &f, a, out, why);
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

/* total_perkara_diterima: of the part and the column. */
static void put_totals(struct view *v, const struct report_part *p)
{
	const struct table *t = &p->table;
	for (size_t i = 0; p->totals != NULL && i < t->column_count; i++) {
		if (t->columns[i].kind == COLUMN_NUMBER)
			view_put(v, arena_print(v->a, "total_%s_%s", p->name, t->columns[i].name),
			         report_cell(&t->columns[i], p->totals[i], v->a));
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
	for (size_t i = 0; i < r->count; i++) {
		view_table(&v, r->parts[i].name, &r->parts[i].table);
		put_totals(&v, &r->parts[i]);
	}
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
	struct report r = { 0 };
	struct arena a = arena_start(REPORT_MEMORY);
	bool good = may_or_refuse(s, "cetak.laporan", why) &&
	            service_report(s, report, period, &a, &r, why);
	for (size_t i = r.count; good && i-- > 0;) { /* the first is written last */
		const char *name = i == 0 ? report
		                          : arena_print(&a, "%s-%s", report, r.parts[i].name);
		good = table_put(s, &r.parts[i].table, file_name(name, period, "csv", &a), out,
		                 why);
	}
	arena_drop(&a);
	return good;
}
