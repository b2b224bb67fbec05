/* Laporan Perkara and Laporan Tahunan: figures by case type and by month; how long each step took.
 */
#include "loket/store/report.h"

#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { MONTHS = 12 };

enum figure {
	CARRIED,
	RECEIVED,
	NUMBERED,
	ENDED,
	WAITING,
	RETURNED,
	PROPER,
	IMPROPER,
	UNPROVEN,
	PANJAR_IN,
	FIGURES
};
#define UNKNOWN INT64_MIN /* of a month closed before it was counted, or of one to come */

struct figures {
	const char *alur, *type;
	int64_t n[FIGURES];
};
struct figure_list {
	struct figures *items;
	size_t count, capacity;
};

#define STATE_COLUMNS                                                                              \
	{ "lalu", N_("Sisa lalu"), COLUMN_NUMBER }, { "diterima", N_("Diterima"), COLUMN_NUMBER }, \
	    { "jumlah", N_("Jumlah"), COLUMN_NUMBER },                                             \
	    { "bernomor", N_("Bernomor"), COLUMN_NUMBER },                                         \
	    { "berakhir", N_("Dicabut"), COLUMN_NUMBER },                                          \
	{                                                                                          \
		"sisa", N_("Sisa"), COLUMN_NUMBER                                                  \
	}
static const struct column case_columns[] = {
	{ "jenis", N_("Jenis perkara"), COLUMN_TEXT },
	{ "register", N_("Register"), COLUMN_TEXT },
	STATE_COLUMNS,
};
static const struct column month_columns[] = {
	{ "bulan", N_("Bulan"), COLUMN_TEXT },
	STATE_COLUMNS,
};
static const struct column work_columns[] = {
	{ "jenis", N_("Jenis perkara"), COLUMN_TEXT },
	{ "register", N_("Register"), COLUMN_TEXT },
	{ "dikembalikan", N_("Dikembalikan"), COLUMN_NUMBER },
	{ "patut", N_("Panggilan patut"), COLUMN_NUMBER },
	{ "tidak_patut", N_("Tidak patut"), COLUMN_NUMBER },
	{ "belum_terbukti", N_("Belum terbukti"), COLUMN_NUMBER },
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

/* The words of the first columns, then the figures. */
static void row_add(struct table *t, struct arena *a, const char *const *words, size_t word_count,
                    const int64_t *numbers)
{
	const char **cells = t->cells + t->row_count++ * t->column_count;
	for (size_t i = 0; i < t->column_count; i++) {
		int64_t n = i < word_count ? 0 : numbers[i - word_count];
		cells[i] = i < word_count ? words[i]
		           : n == UNKNOWN ? ""
		                          : arena_print(a, "%lld", (long long)n);
	}
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
		f->alur = take_text(q, a);
		f->type = take_text(q, a);
		for (int i = 0; i < FIGURES; i++)
			f->n[i] = take_number_or(q, UNKNOWN);
	}
	return query_end(q, why);
}

static bool figures_count(struct store *s, const struct rulebook *b, const struct period *p,
                          struct arena *a, struct figure_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_report_figures);
	bind_day(&q, ":first", p->first);
	bind_day(&q, ":last", p->last);
	bind_day(&q, ":before", p->first - 1);
	bind_text(&q, ":unproven", worth_key(WORTH_UNPROVEN));
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

enum state { S_CARRIED, S_RECEIVED, S_SUM, S_NUMBERED, S_ENDED, S_LEFT, STATES };

static int64_t plus(int64_t a, int64_t b)
{
	return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : a + b;
}

static void state_of(const int64_t *n, int64_t out[STATES])
{
	out[S_CARRIED] = n[CARRIED];
	out[S_RECEIVED] = n[RECEIVED];
	out[S_SUM] = plus(n[CARRIED], n[RECEIVED]);
	out[S_NUMBERED] = n[NUMBERED];
	out[S_ENDED] = n[ENDED];
	out[S_LEFT] = n[WAITING];
}

static bool has_state(const struct figures *f)
{
	return f->n[CARRIED] != 0 || f->n[RECEIVED] != 0 || f->n[NUMBERED] != 0 ||
	       f->n[ENDED] != 0 || f->n[WAITING] != 0;
}

static void case_row(const struct rulebook *b, const struct figures *f, struct arena *a,
                     struct case_tables *out)
{
	const struct case_type *type = rulebook_type(b, f->type);
	const struct alur *alur = rulebook_alur(b, f->alur);
	const struct figures_of of = { .alur = f->alur, .type = f->type };
	const char *const words[] = { type != NULL             ? type->name
		                      : text_is_empty(f->type) ? _("(jenis belum diisi)")
		                                               : f->type,
		                      alur == NULL ? f->alur : alur->code };
	int64_t state[STATES];
	state_of(f->n, state);
	if (has_state(f)) {
		out->states[out->state.row_count] = of;
		row_add(&out->state, a, words, COUNT_OF(words), state);
	}
	for (int i = RETURNED; i < FIGURES; i++) {
		if (f->n[i] != 0) {
			out->works[out->work.row_count] = of;
			row_add(&out->work, a, words, COUNT_OF(words), f->n + RETURNED);
			return;
		}
	}
}

/* Is it of that register and type of the court's lists? Past their ends: of none of them. */
static bool is_of(const struct rulebook *b, const struct figures *f, size_t alur, size_t type)
{
	bool here = alur < b->alur_count ? text_same(b->alurs[alur].id, f->alur)
	                                 : rulebook_alur(b, f->alur) == NULL;
	return here && (type < b->type_count ? text_same(b->types[type].id, f->type)
	                                     : rulebook_type(b, f->type) == NULL);
}

/* By register, in it in the order of the court's list of types; a type that is not in the list is
 * last. */
bool report_cases(struct store *s, const struct rulebook *b, const struct period *p,
                  struct arena *a, struct case_tables *out, struct fault *why)
{
	struct figure_list list;
	if (!figures_read(s, b, p, a, &list, why))
		return false;
	table_begin(&out->state, _("Laporan Perkara"), case_columns, COUNT_OF(case_columns), a,
	            list.count);
	table_begin(&out->work, _("Pengembalian, panggilan dan panjar"), work_columns,
	            COUNT_OF(work_columns), a, list.count);
	out->states = arena_get(a, list.count + 1, sizeof *out->states);
	out->works = arena_get(a, list.count + 1, sizeof *out->works);
	for (size_t r = 0; r <= b->alur_count; r++)
		for (size_t t = 0; t <= b->type_count; t++)
			for (size_t i = 0; i < list.count; i++)
				if (is_of(b, &list.items[i], r, t))
					case_row(b, &list.items[i], a, out);
	return true;
}

static bool month_of(int year, int month, struct period *out)
{
	if (!day_from_ymd((struct ymd){ year, month, 1 }, &out->first))
		return false;
	out->last = month_last(out->first);
	return true;
}

/* Of a month that has not begun nothing is known. */
static bool month_sums(struct store *s, const struct rulebook *b, const struct period *p, day today,
                       struct arena *a, int64_t sum[FIGURES], struct fault *why)
{
	struct figure_list list = { 0 };
	bool begun = p->first <= today;
	for (int n = 0; n < FIGURES; n++)
		sum[n] = begun ? 0 : UNKNOWN;
	if (begun && !figures_read(s, b, p, a, &list, why))
		return false;
	for (size_t i = 0; i < list.count; i++)
		for (int n = 0; n < FIGURES; n++)
			sum[n] = plus(sum[n], list.items[i].n[n]);
	return true;
}

bool report_year(struct store *s, const struct rulebook *b, int year, day today, struct arena *a,
                 struct table *out, struct fault *why)
{
	table_begin(out, _("Laporan Tahunan"), month_columns, COUNT_OF(month_columns), a, MONTHS);
	for (int month = 1; month <= MONTHS; month++) {
		struct period p;
		int64_t sum[FIGURES], state[STATES];
		const char *name = month_name(month);
		if (!month_of(year, month, &p))
			return fault_set(why, FAULT_MISUSE,
			                 N_("Tahun laporan harus di antara 1800 dan 2200"));
		if (!month_sums(s, b, &p, today, a, sum, why))
			return false;
		state_of(sum, state);
		row_add(out, a, &name, 1, state);
	}
	return true;
}

/* ---- the filings behind a figure ---- */

static bool has_column(const struct column *columns, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (columns[i].kind == COLUMN_NUMBER && text_same(columns[i].name, name))
			return true;
	}
	return false;
}

static bool is_figure(const struct report_figure *f)
{
	if (f->of.step != NULL)
		return has_column(pace_columns, COUNT_OF(pace_columns), f->column);
	return has_column(case_columns, COUNT_OF(case_columns), f->column) ||
	       has_column(work_columns, COUNT_OF(work_columns), f->column);
}

/* All that was done at a step stands behind each figure of its time. */
static const char *column_asked(const struct report_figure *f)
{
	if (f->of.step == NULL)
		return f->column;
	return text_is_empty(f->of.step) ? "perbaikan" : "banyak";
}

static void filing_add(struct query *q, const struct rulebook *b, struct arena *a,
                       struct table *out, size_t *capacity)
{
	const char *reg = take_text(q, a), *number = take_text(q, a), *title = take_text(q, a);
	const struct case_type *type = rulebook_type(b, take_text(q, a));
	const struct alur *alur = rulebook_alur(b, take_text(q, a));
	char days[3][16];
	for (size_t i = 0; i < COUNT_OF(days); i++)
		day_show(take_day(q), days[i], sizeof days[i]);
	const char *cells[] = { reg,
		                number,
		                title,
		                type == NULL ? "" : type->name,
		                alur == NULL ? "" : alur->code,
		                arena_text(a, days[0]),
		                arena_text(a, days[1]),
		                arena_text(a, days[2]) };
	for (size_t i = 0; i < COUNT_OF(cells); i++) {
		size_t count = out->row_count * out->column_count + i;
		out->cells = list_grow(a, out->cells, count, capacity, sizeof *out->cells);
		out->cells[count] = cells[i];
	}
	out->row_count++;
}

bool report_filings(struct store *s, const struct rulebook *b, const struct report_figure *figure,
                    struct arena *a, struct table *out, struct fault *why)
{
	static const struct column columns[] = {
		{ "pendaftaran", N_("Pendaftaran"), COLUMN_TEXT },
		{ "perkara", N_("Perkara"), COLUMN_TEXT },
		{ "judul", N_("Nama"), COLUMN_TEXT },
		{ "jenis", N_("Jenis perkara"), COLUMN_TEXT },
		{ "register", N_("Register"), COLUMN_TEXT },
		{ "dihitung", N_("Dihitung dari"), COLUMN_TEXT },
		{ "terdaftar", N_("Terdaftar"), COLUMN_TEXT },
		{ "berakhir", N_("Berakhir"), COLUMN_TEXT },
	};
	size_t capacity = 0;
	const struct period *p = &figure->period;
	if (!is_figure(figure))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada kolom %1; mis. diterima, bernomor, sisa, patut"),
		                 figure->column);
	table_begin(out, "", columns, COUNT_OF(columns), a, 0);
	out->cells = NULL;
	struct query q = query_of(s, SQL_report_filings);
	bind_or_null(&q, ":type", figure->of.type);
	bind_or_null(&q, ":alur", figure->of.alur);
	bind_or_null(&q, ":step", figure->of.step);
	bind_text(&q, ":column", column_asked(figure));
	bind_day(&q, ":before", p->first - 1);
	bind_day(&q, ":first", p->first);
	bind_day(&q, ":last", p->last);
	bind_text(&q, ":unproven", worth_key(WORTH_UNPROVEN));
	bind_instant(&q, ":from", day_begins(b, p->first));
	bind_instant(&q, ":to", day_begins(b, p->last + 1));
	while (query_next(&q))
		filing_add(&q, b, a, out, &capacity);
	return query_end(&q, why);
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
	row_add(out, a, &e->name, 1, pace);
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
	for (int i = 0; i < count; i++) {
		char name[16];
		snprintf(name, sizeof name, ":n%d", i + 1);
		bind_number(q, name, numbers[i]);
	}
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
		bind_text(&q, ":alur", list.items[i].alur);
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
