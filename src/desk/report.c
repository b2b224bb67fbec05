/* Laporan Perkara (a month, by register and kind of case) and Laporan Tahunan (a year, by month
 * before that), with each step's time against its norm: on the screen, as PDF, as table files. A
 * figure is chosen by arrows and opens the filings behind it. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "listview.h"
#include "wrap.h"

enum {
	PERIOD_MOST = 7,
	COLUMN_MOST = 12,
	HEAD_LINES = 3,
	SUM_LINES = 2, /* a rule and the sums */
	COLUMN_GAP = 2
};

static const struct report_kind {
	const char *name, *title;
	size_t period; /* letters of its period */
} kinds[] = {
	{ "perkara", N_("Laporan Perkara"), 7 }, /* 2026-11 */
	{ "tahunan", N_("Laporan Tahunan"), 4 }, /* 2026 */
};

struct report_view {
	struct listview list; /* over the lines of all tables */
	size_t kind;
	char period[PERIOD_MOST + 1]; /* the last one that was typed whole */
	struct report report;
	size_t column; /* of the chosen figure */
	struct figure_asked asked;
};

static void period_now(struct report_view *v, const struct desk *d)
{
	char iso[16];
	day_iso(instant_day(d->now, &d->app->book->court.zone), iso, sizeof iso);
	snprintf(v->period, sizeof v->period, "%.*s", (int)kinds[v->kind].period, iso);
	entry_set(&v->list.list.typed, v->period);
}

static bool report_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                        struct fault *why)
{
	period_now(model, d);
	return true;
}

static void cells_worded(const struct table *t, const char **cells, size_t count, struct arena *a)
{
	for (size_t i = 0; i < count; i++)
		cells[i] =
		    sentence_said(a, report_cell(&t->columns[i % t->column_count], cells[i], a));
}

/* From figures to what stands on the screen. */
static void report_worded(struct report *r, struct arena *a)
{
	for (size_t i = 0; i < r->count; i++) {
		struct report_part *p = &r->parts[i];
		cells_worded(&p->table, p->table.cells, p->table.row_count * p->table.column_count,
		             a);
		if (p->totals == NULL)
			continue;
		cells_worded(&p->table, p->totals, p->table.column_count, a);
		p->totals[0] = _("Jumlah");
	}
}

static size_t part_lines(const struct report_part *p)
{
	return HEAD_LINES + p->table.row_count + (p->totals == NULL ? 0 : SUM_LINES);
}

/* The tables one under the other, with a line between and a head for each. */
static size_t lines_of(const struct report *r)
{
	size_t lines = r->count == 0 ? 0 : r->count - 1;
	for (size_t i = 0; i < r->count; i++)
		lines += part_lines(&r->parts[i]);
	return lines;
}

/* ---- the chosen figure ---- */

/* A line of figures: the row of a part, or (past its rows) the sums below them. */
struct figures_at {
	const struct report_part *part; /* NULL: the line has none */
	size_t row;
};

static struct figures_at figures_of_line(const struct report *r, size_t line)
{
	for (size_t i = 0, first = 0; i < r->count; i++) {
		const struct report_part *p = &r->parts[i];
		size_t rows = p->table.row_count, row = line - first - HEAD_LINES;
		bool here = line >= first + HEAD_LINES && line < first + part_lines(p);
		if (here && row < rows)
			return (struct figures_at){ p, row };
		if (here && p->totals != NULL && row == rows + SUM_LINES - 1)
			return (struct figures_at){ p, rows };
		first += part_lines(p) + 1;
	}
	return (struct figures_at){ 0 };
}

/* The nearest line of figures from `line` on, `by` 1 or -1; the count of lines when there is none.
 */
static size_t line_of_figures(const struct report *r, size_t line, int by)
{
	size_t lines = lines_of(r);
	while (line < lines && figures_of_line(r, line).part == NULL)
		line += (size_t)by; /* past the first is past all */
	return line < lines ? line : lines;
}

/* At the cursor, else the next below or above it. */
static size_t chosen_line(const struct report_view *v)
{
	size_t at = v->list.list.window.at, line = line_of_figures(&v->report, at, 1);
	return line < lines_of(&v->report) ? line : line_of_figures(&v->report, at, -1);
}

static bool is_figure(const struct table *t, size_t column)
{
	return column < t->column_count && t->columns[column].kind == COLUMN_NUMBER;
}

/* Each part has columns of its own: the chosen one is kept within them. */
static size_t chosen_column(const struct report_view *v, const struct table *t)
{
	size_t column = v->column;
	while (column < t->column_count && !is_figure(t, column))
		column++;
	return column < t->column_count ? column : t->column_count - 1;
}

static bool report_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct report_view *v = model;
	v->report = (struct report){ 0 };
	bool good = service_report(&d->login, kinds[v->kind].name, v->period, a, &v->report, why);
	if (good)
		report_worded(&v->report, a);
	else
		v->report = (struct report){ 0 };
	listview_fit(&v->list, good ? lines_of(&v->report) : 0, d);
	return good;
}

/* Up and Down go from figures to figures, Left and Right along them; what is typed keeps its own
 * keys. */
static struct intent report_on(void *model, struct desk *d, const struct event *e)
{
	struct report_view *v = model;
	size_t lines = lines_of(&v->report), line = chosen_line(v);
	struct window *w = &v->list.list.window;
	if (e->kind != EV_KEY || lines == 0 || line == lines)
		return pass();
	const struct table *t = &figures_of_line(&v->report, line).part->table;
	size_t column = chosen_column(v, t);
	if (v->list.in_typing && e->key != K_DOWN)
		return pass();
	if (e->key == K_RIGHT && is_figure(t, column + 1)) {
		v->column = column + 1;
	} else if (e->key == K_LEFT && column > 0 && is_figure(t, column - 1)) {
		v->column = column - 1;
	} else if (e->key == K_DOWN) {
		size_t next = line_of_figures(&v->report, v->list.in_typing ? 0 : line + 1, 1);
		window_go(w, next < lines ? next : line);
		v->list.in_typing = false;
	} else if (e->key == K_UP) {
		size_t before = line_of_figures(&v->report, line - 1, -1);
		window_go(w, before < lines ? before : 0);
		return before < lines ? stay() : pass();
	} else {
		return e->key == K_LEFT || e->key == K_RIGHT ? stay() : pass();
	}
	return stay();
}

/* Another period: what was said of the one before goes. */
static struct intent report_typed(void *model, struct desk *d)
{
	struct report_view *v = model;
	const struct entry *typed = &v->list.list.typed;
	if (typed->length != kinds[v->kind].period || text_same(typed->text, v->period))
		return stay();
	snprintf(v->period, sizeof v->period, "%s", typed->text);
	v->list.in_typing = false; /* it is whole: Enter is the figure's */
	desk_quiet(d);
	return read_again();
}

/* ---- keys ---- */

static struct intent other_kind(void *model, struct desk *d)
{
	struct report_view *v = model;
	v->kind = (v->kind + 1) % COUNT_OF(kinds);
	v->column = 0;
	window_go(&v->list.list.window, 0);
	period_now(v, d);
	desk_quiet(d);
	return read_again();
}

static struct intent print(void *model, struct desk *d)
{
	struct report_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_report_print(&d->login, kinds[v->kind].name, v->period, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static struct intent write_csv(void *model, struct desk *d)
{
	struct report_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_report_csv(&d->login, kinds[v->kind].name, v->period, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static bool has_figure(const void *model)
{
	const struct report_view *v = model;
	return !v->list.in_typing && chosen_line(v) < lines_of(&v->report);
}

static struct intent open_figure(void *model, struct desk *d)
{
	struct report_view *v = model;
	const struct figures_at at = figures_of_line(&v->report, chosen_line(v));
	const struct table *t = &at.part->table;
	const struct column *column = &t->columns[chosen_column(v, t)];
	v->asked = (struct figure_asked){ kinds[v->kind].name, v->period, column->name, { 0 } };
	if (at.row < t->row_count)
		v->asked.of = at.part->rows[at.row];
	return open_screen(&screen_figure,
	                   (struct argument){ .figure = &v->asked, .title = column->title });
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("perkara di baliknya"), .run = open_figure, .when = has_figure },
	{ K_F2, .run = open_figure, .when = has_figure, .quiet = true },
	{ K_TAB, .label = N_("laporan lain"), .run = other_kind },
	{ K_BACKTAB, .run = other_kind, .quiet = true },
	{ K_F9, .run = print, .when = listview_when_any, .right = "cetak.laporan" },
	{ K_F5, .label = N_("tulis CSV"), .run = write_csv, .when = listview_when_any,
	  .right = "cetak.laporan" },
	LISTVIEW_PAGES,
};

static const struct listing listing = {
	.below = 2,
	.typing = N_("Masa"),
	.typed_most = PERIOD_MOST,
};

/* ---- the picture ---- */

static int longest_word(const char *title)
{
	int longest = 0;
	for (const char *at = title; *at != '\0';) {
		char word[64];
		size_t n = strcspn(at, " ");
		snprintf(word, sizeof word, "%.*s", (int)n, at);
		int columns = text_columns(word);
		longest = columns > longest ? columns : longest;
		at += n + strspn(at + n, " ");
	}
	return longest;
}

/* The first column takes what the others, as wide as their figures or a word of their heads, leave.
 */
static void columns_of(const struct table *t, const char *const *totals, int cols,
                       struct frame_column *out)
{
	int right = cols;
	for (size_t i = t->column_count; i > 1; i--) {
		int width = longest_word(t->columns[i - 1].title);
		for (size_t row = 0; row < t->row_count; row++) {
			int cell = text_columns(t->cells[row * t->column_count + i - 1]);
			width = cell > width ? cell : width;
		}
		if (totals != NULL && text_columns(totals[i - 1]) > width)
			width = text_columns(totals[i - 1]);
		right -= width;
		out[i - 1] = (struct frame_column){ t->columns[i - 1].title, right, width, true };
		right -= COLUMN_GAP;
	}
	out[0] = (struct frame_column){ t->columns[0].title, 0, right > 1 ? right : 1, false };
}

/* Line `line` of the heads, which are wrapped to their columns. */
static void draw_head(struct cells *c, struct area at, const struct frame_column *columns,
                      size_t count, size_t line)
{
	for (size_t i = 0; i < count; i++) {
		const char *rest = columns[i].title;
		char words[64] = "";
		bool more = true;
		for (size_t k = 0; k <= line; k++) {
			words[0] = '\0';
			if (more)
				more = wrap_take(&rest, columns[i].width, words, sizeof words);
		}
		if (columns[i].right)
			cells_put_right(c, at.row, at.col + columns[i].col, columns[i].width,
			                STYLE_TITLE, words);
		else
			cells_put_fit(c, at.row, at.col + columns[i].col, columns[i].width,
			              STYLE_TITLE, words);
	}
}

static void draw_line(const struct report_part *p, struct cells *c, struct area at,
                      const struct frame_column *columns, size_t i)
{
	size_t count = p->table.column_count, rows = p->table.row_count;
	if (i < HEAD_LINES)
		draw_head(c, at, columns, count, i);
	else if (i < HEAD_LINES + rows)
		frame_row(c, at, columns, count, &p->table.cells[(i - HEAD_LINES) * count]);
	else if (i == HEAD_LINES + rows)
		cells_rule(c, at.row, at.col, at.cols);
	else
		frame_row(c, at, columns, count, p->totals);
}

/* The figure that Enter opens. */
static void draw_chosen(const struct report_view *v, struct cells *c, struct area at,
                        const struct frame_column *columns, size_t line)
{
	const struct figures_at of = figures_of_line(&v->report, line);
	const struct table *t = &of.part->table;
	size_t i = chosen_column(v, t);
	const char *text = of.row < t->row_count ? t->cells[of.row * t->column_count + i]
	                                         : of.part->totals[i];
	cells_put(c, at.row, at.col - 2, STYLE_TITLE, "▸");
	cells_put_right(c, at.row, at.col + columns[i].col, columns[i].width, STYLE_FOCUS, text);
	cells_cursor(c, at.row, at.col + columns[i].col + columns[i].width - 1);
}

/* The lines that fall into the window; `first` is that of the part, counted through all. */
static void draw_part(const struct report_view *v, struct cells *c, struct area where,
                      const struct report_part *p, size_t first)
{
	struct frame_column columns[COLUMN_MOST];
	const struct window *w = &v->list.list.window;
	size_t chosen = v->list.in_typing ? lines_of(&v->report) : chosen_line(v);
	if (p->table.column_count == 0 || p->table.column_count > COLUMN_MOST)
		return;
	columns_of(&p->table, p->totals, where.cols, columns);
	for (size_t i = 0; i < part_lines(p); i++) {
		size_t line = first + i;
		struct area at = { where.row + (int)(line - w->top), where.col, 2, where.cols };
		if (line < w->top || line >= w->top + w->rows)
			continue;
		draw_line(p, c, at, columns, i);
		if (line == chosen)
			draw_chosen(v, c, at, columns, line);
	}
}

static void draw_norms(const struct desk *d, struct cells *c, struct area where)
{
	const struct sop *sop = &d->app->book->sop;
	char stated[16], sum[16], text[160];
	snprintf(stated, sizeof stated, "%d", sop->stated_total);
	snprintf(sum, sizeof sum, "%d", sop->sum);
	message_fill(_("Norma seluruhnya %1 menit menurut SOP, %2 bila dijumlah"),
	             (const char *const[]){ stated, sum }, 2, text, sizeof text);
	cells_put_fit(c, where.row + where.rows - 1, where.col, where.cols, STYLE_DIM, text);
}

static void report_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct report_view *v = model;
	struct area tables = listview_rows(&v->list, c);
	desk_head(d, c, _(kinds[v->kind].title));
	if (!listview_when_any(v))
		return;
	tables.col += 2;
	tables.cols -= 2;
	size_t line = 0;
	for (size_t i = 0; i < v->report.count; i++) {
		draw_part(v, c, tables, &v->report.parts[i], line);
		line += part_lines(&v->report.parts[i]) + 1;
	}
	draw_norms(d, c, listview_below(&v->list, c));
}

const struct screen screen_report = {
	.size = sizeof(struct report_view),
	.title = N_("Laporan"),
	.help = N_(
	    "Ketik masanya: tahun-bulan (2026-11) untuk Laporan Perkara, tahun (2026) untuk Laporan "
	    "Tahunan. Panah memilih angka, Enter membuka perkara di baliknya. Tab berpindah laporan. "
	    "F9 mencetak PDF, F5 menulis berkas CSV."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = report_open,
	.read = report_read,
	.on = report_on,
	.typed = report_typed,
	.draw = report_draw,
};
