/* Laporan Perkara and Laporan Tahunan: figures by case type and by month; how long each step took.
 */
#include "loket/store/report.h"

#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { FIGURES = 6, MONTHS = 12 };

/* Received, numbered, returned, waiting, summoned, panjar in. */
struct figures {
	const char *type;
	int64_t n[FIGURES];
};
struct figure_list {
	struct figures *items;
	size_t count, capacity;
};

static const struct column case_columns[] = {
	{ "jenis", N_("Jenis perkara"), COLUMN_TEXT },
	{ "diterima", N_("Diterima"), COLUMN_NUMBER },
	{ "bernomor", N_("Bernomor"), COLUMN_NUMBER },
	{ "dikembalikan", N_("Dikembalikan"), COLUMN_NUMBER },
	{ "menunggu", N_("Menunggu"), COLUMN_NUMBER },
	{ "dipanggil", N_("Dipanggil"), COLUMN_NUMBER },
	{ "panjar", N_("Panjar masuk (Rp)"), COLUMN_NUMBER },
};

static const struct column pace_columns[] = {
	{ "langkah", N_("Langkah"), COLUMN_TEXT },
	{ "norma", N_("Norma"), COLUMN_NUMBER },
	{ "banyak", N_("Banyaknya"), COLUMN_NUMBER },
	{ "rata", N_("Rata-rata"), COLUMN_NUMBER },
	{ "median", N_("Median"), COLUMN_NUMBER },
	{ "p90", N_("90% selesai dalam"), COLUMN_NUMBER },
	{ "terlama", N_("Terlama"), COLUMN_NUMBER },
	{ "dalam_norma", N_("Dalam norma (%)"), COLUMN_NUMBER },
};

/* ---- a table being filled ---- */

static void table_begin(struct table *t, const char *title, const struct column *columns,
                        size_t count, struct arena *a, size_t rows)
{
	struct column *translated = arena_get(a, count, sizeof *translated);
	for (size_t i = 0; i < count; i++)
		translated[i] = (struct column){ columns[i].name, _(columns[i].title),
			                         columns[i].kind };
	*t = (struct table){
		.title = title,
		.columns = translated,
		.column_count = count,
		.cells = arena_get(a, rows * count + 1, sizeof *t->cells),
	};
}

static void row_add(struct table *t, struct arena *a, const char *head, const int64_t *numbers)
{
	const char **cells = t->cells + t->row_count++ * t->column_count;
	cells[0] = head;
	for (size_t i = 1; i < t->column_count; i++)
		cells[i] = arena_print(a, "%lld", (long long)numbers[i - 1]);
}

/* ---- figures ---- */

static instant day_begins(const struct rulebook *b, day d)
{
	return instant_at(d, 0, &b->court.zone);
}

static bool take_figures(struct query *q, struct arena *a, struct figure_list *out,
                         struct fault *why)
{
	*out = (struct figure_list){ 0 };
	while (query_next(q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct figures *f = &out->items[out->count++];
		f->type = take_text(q, a);
		for (int i = 0; i < FIGURES; i++)
			f->n[i] = take_number(q);
	}
	return query_end(q, why);
}

static bool figures_count(struct store *s, const struct rulebook *b, const struct period *p,
                          struct arena *a, struct figure_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_report_figures);
	bind_day(&q, ":first", p->first);
	bind_day(&q, ":last", p->last);
	bind_instant(&q, ":from", day_begins(b, p->first));
	bind_instant(&q, ":to", day_begins(b, p->last + 1));
	return take_figures(&q, a, out, why);
}

static bool is_month(const struct period *p)
{
	return day_ymd(p->first).day == 1 && p->last == month_last(p->first);
}

/* The last month whose report was kept when it was closed; DAY_NONE: none was. */
static bool kept_until(struct store *s, day *out, struct fault *why)
{
	struct query q = query_of(s, SQL_closed_months);
	*out = query_next(&q) ? take_day(&q) : DAY_NONE;
	return query_end(&q, why);
}

static bool figures_read(struct store *s, const struct rulebook *b, const struct period *p,
                         struct arena *a, struct figure_list *out, struct fault *why)
{
	day kept;
	if (!kept_until(s, &kept, why))
		return false;
	if (!is_month(p) || kept == DAY_NONE || p->last > kept)
		return figures_count(s, b, p, a, out, why);
	struct query q = query_of(s, SQL_closed_figures);
	bind_day(&q, ":month", p->last);
	return take_figures(&q, a, out, why);
}

/* In the order of the court's list of types; a type that is not in the list is last. */
bool report_cases(struct store *s, const struct rulebook *b, const struct period *p,
                  struct arena *a, struct table *out, struct fault *why)
{
	struct figure_list list;
	if (!figures_read(s, b, p, a, &list, why))
		return false;
	table_begin(out, _("Laporan Perkara"), case_columns, COUNT_OF(case_columns), a, list.count);
	for (size_t t = 0; t < b->type_count; t++)
		for (size_t i = 0; i < list.count; i++)
			if (text_same(b->types[t].id, list.items[i].type))
				row_add(out, a, b->types[t].name, list.items[i].n);
	for (size_t i = 0; i < list.count; i++) {
		const char *type = list.items[i].type;
		if (rulebook_type(b, type) == NULL)
			row_add(out, a, type[0] == '\0' ? _("(jenis belum diisi)") : type,
			        list.items[i].n);
	}
	return true;
}

static bool month_of(int year, int month, struct period *out)
{
	if (!day_from_ymd((struct ymd){ year, month, 1 }, &out->first))
		return false;
	out->last = month_last(out->first);
	return true;
}

bool report_year(struct store *s, const struct rulebook *b, int year, struct arena *a,
                 struct table *out, struct fault *why)
{
	struct column columns[COUNT_OF(case_columns)];
	memcpy(columns, case_columns, sizeof columns);
	columns[0] = (struct column){ "bulan", N_("Bulan"), COLUMN_TEXT };
	table_begin(out, _("Laporan Tahunan"), columns, COUNT_OF(columns), a, MONTHS);
	for (int month = 1; month <= MONTHS; month++) {
		struct period p;
		struct figure_list list;
		int64_t sum[FIGURES] = { 0 };
		if (!month_of(year, month, &p))
			return fault_set(why, FAULT_MISUSE,
			                 N_("Tahun laporan harus di antara 1900 dan 2200"));
		if (!figures_read(s, b, &p, a, &list, why))
			return false;
		for (size_t i = 0; i < list.count; i++)
			for (int n = 0; n < FIGURES; n++)
				sum[n] += list.items[i].n[n];
		row_add(out, a, month_name(month), sum);
	}
	return true;
}

/* ---- pace ---- */

/* What ended within the period, the quickest first: steps of one kind, or corrections after a
 * return. */
struct ended {
	const char *name;
	int norm; /* minutes; 0: it has none */
	enum sql sums, each;
	const char *key; /* of the step; "" : of none */
	instant from, to;
	day month; /* its last day; DAY_NONE: what ended in no whole month */
};

static struct query of_ended(struct store *s, enum sql which, const struct ended *e)
{
	struct query q = query_of(s, which);
	if (query_takes(&q, ":key"))
		bind_text(&q, ":key", e->key);
	bind_instant(&q, ":from", e->from);
	bind_instant(&q, ":to", e->to);
	return q;
}

static int64_t minutes(int64_t milliseconds)
{
	return (milliseconds + MINUTE_MS / 2) / MINUTE_MS;
}

enum pace { NORM, COUNT, MEAN, MEDIAN, P90, LONGEST, WITHIN, PACES };

/* Nearest rank: the smallest minutes that half, or nine tenths, of `count` do not exceed. */
static bool ranks_of(struct store *s, const struct ended *e, int64_t count, int64_t out[PACES],
                     struct fault *why)
{
	int64_t median = (count + 1) / 2, p90 = (count * 9 + 9) / 10;
	struct query q = of_ended(s, e->each, e);
	for (int64_t n = 1; n <= p90 && query_next(&q); n++) {
		int64_t spent = minutes(take_number(&q));
		if (n == median)
			out[MEDIAN] = spent;
		if (n == p90)
			out[P90] = spent;
	}
	return query_end(&q, why);
}

static bool pace_count(struct store *s, const struct ended *e, int64_t out[PACES],
                       struct fault *why)
{
	struct query q = of_ended(s, e->sums, e);
	if (query_takes(&q, ":norm"))
		bind_number(&q, ":norm", (int64_t)e->norm * MINUTE_MS);
	if (query_next(&q)) {
		int64_t count = take_number(&q), sum = take_number(&q), longest = take_number(&q);
		out[NORM] = e->norm;
		out[COUNT] = count;
		out[MEAN] = count == 0 ? 0 : minutes(sum / count);
		out[LONGEST] = minutes(longest);
		out[WITHIN] = count == 0 ? 0 : take_number(&q) * 100 / count;
	}
	return query_end(&q, why) && ranks_of(s, e, out[COUNT], out, why);
}

/* As it was kept when the month was closed, else counted. */
static bool pace_of(struct store *s, const struct ended *e, int64_t out[PACES], struct fault *why)
{
	bool kept = false;
	if (e->month != DAY_NONE) {
		struct query q = query_of(s, SQL_closed_pace);
		bind_day(&q, ":month", e->month);
		bind_text(&q, ":step", e->key);
		kept = query_next(&q);
		for (int i = 0; kept && i < PACES; i++)
			out[i] = take_number(&q);
		if (!query_end(&q, why))
			return false;
	}
	return kept || pace_count(s, e, out, why);
}

static bool pace_row(struct store *s, const struct ended *e, struct table *out, struct arena *a,
                     struct fault *why)
{
	int64_t pace[PACES] = { 0 };
	const char **cells = out->cells + out->row_count * out->column_count + 1;
	if (!pace_of(s, e, pace, why))
		return false;
	row_add(out, a, e->name, pace);
	for (enum pace p = MEAN; p < PACES && pace[COUNT] == 0; p++)
		cells[p] = ""; /* no mean without values */
	if (e->norm == 0)
		cells[NORM] = cells[WITHIN] = "";
	return true;
}

/* The SOP's steps; after them the time spent on returns of verification. */
static struct ended ended_at(const struct rulebook *b, const struct period *p, size_t i)
{
	bool step = i < b->sop.step_count;
	return (struct ended){ .name = step ? b->sop.steps[i].name
		                            : _("Perbaikan setelah dikembalikan"),
		               .norm = step ? b->sop.steps[i].norm : 0,
		               .sums = step ? SQL_report_spent : SQL_report_mended,
		               .each = step ? SQL_report_spent_each : SQL_report_mended_each,
		               .key = step ? b->sop.steps[i].key : "",
		               .from = day_begins(b, p->first),
		               .to = day_begins(b, p->last + 1),
		               .month = is_month(p) ? p->last : DAY_NONE };
}

bool report_pace(struct store *s, const struct rulebook *b, const struct period *p, struct arena *a,
                 struct table *out, struct fault *why)
{
	bool good = true;
	size_t rows = b->sop.step_count + 1;
	table_begin(out, _("Waktu tiap langkah (menit)"), pace_columns, COUNT_OF(pace_columns), a,
	            rows);
	for (size_t i = 0; good && i < rows; i++) {
		const struct ended e = ended_at(b, p, i);
		good = pace_row(s, &e, out, a, why);
	}
	return good;
}

/* ---- keeping the report of a month that is closed ---- */

static bool keep_numbers(struct query *q, const int64_t *numbers, int count, struct fault *why)
{
	static const char *const names[] = { ":n1", ":n2", ":n3", ":n4", ":n5", ":n6", ":n7" };
	for (int i = 0; i < count; i++)
		bind_number(q, names[i], numbers[i]);
	return query_run(q, why);
}

static struct query keep_row(struct store *s, enum sql write, day month, const char *key)
{
	struct query q = query_of(s, write);
	bind_day(&q, ":month", month);
	bind_text(&q, ":key", key);
	return q;
}

static bool keep_month(struct store *s, const struct rulebook *b, const struct period *p,
                       struct arena *a, struct fault *why)
{
	struct figure_list list;
	bool good = figures_count(s, b, p, a, &list, why);
	for (size_t i = 0; good && i < list.count; i++) {
		struct query q = keep_row(s, SQL_closed_figure_write, p->last, list.items[i].type);
		good = keep_numbers(&q, list.items[i].n, FIGURES, why);
	}
	for (size_t i = 0; good && i <= b->sop.step_count; i++) {
		int64_t pace[PACES] = { 0 };
		const struct ended e = ended_at(b, p, i);
		if (!pace_count(s, &e, pace, why))
			return false;
		struct query q = keep_row(s, SQL_closed_pace_write, p->last, e.key);
		good = keep_numbers(&q, pace, PACES, why);
	}
	return good;
}

bool report_keep(struct store *s, const struct rulebook *b, day last, struct arena *a,
                 struct fault *why)
{
	day kept;
	if (!kept_until(s, &kept, why))
		return false;
	struct query q = query_of(s, SQL_first_counted);
	day first = query_next(&q) ? take_day(&q) : DAY_NONE;
	bool good = query_end(&q, why);
	if (kept != DAY_NONE)
		first = kept + 1;
	if (first == DAY_NONE)
		return good;
	struct period p = { first - day_ymd(first).day + 1, month_last(first) };
	for (; good && p.last <= last; p = (struct period){ p.last + 1, month_last(p.last + 1) })
		good = keep_month(s, b, &p, a, why);
	return good;
}
