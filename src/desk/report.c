/* Laporan Perkara (a month, by kind of case) and Laporan Tahunan (a year, by month), with each
 * step's time against its norm: on the screen, as PDF, as a table file. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"
#include "wrap.h"

enum {
	PERIOD_MOST = 7,
	READ_MEMORY = 32 * 1024 * 1024,
	COLUMN_MOST = 12,
	HEAD_LINES = 3,
	SUM_LINES = 2, /* a rule and the sums */
	COLUMN_GAP = 2
};

static const struct kind {
	const char *name, *title;
	size_t period; /* letters of its period */
} kinds[] = {
	{ "perkara", N_("Laporan Perkara"), 7 }, /* 2026-11 */
	{ "tahunan", N_("Laporan Tahunan"), 4 }, /* 2026 */
};

struct report_view {
	struct arena *a;
	struct arena read;
	size_t kind;
	struct entry period;
	struct report report;
	bool read_well;
	struct window window; /* over the rows of both tables */
};

static void period_now(struct report_view *v, const struct desk *d)
{
	char iso[16];
	day_iso(instant_day(d->now, &d->app->book->court.zone), iso, sizeof iso);
	iso[kinds[v->kind].period] = '\0';
	entry_set(&v->period, iso);
}

static size_t rows_of(const struct desk *d)
{
	return d->rows > 10 ? (size_t)d->rows - 8 : 2;
}

/* Both tables one under the other, with a line between and a head for each. */
static size_t lines_of(const struct report_view *v)
{
	return v->read_well ? v->report.figures.row_count + v->report.pace.row_count +
	                          2 * HEAD_LINES + SUM_LINES + 1
	                    : 0;
}

static void cells_worded(const struct table *t, const char **cells, size_t count, struct arena *a)
{
	for (size_t i = 0; i < count; i++)
		cells[i] = report_cell(&t->columns[i % t->column_count], cells[i], a);
}

/* From figures to what stands on the screen. */
static void report_worded(struct report *r, struct arena *a)
{
	cells_worded(&r->figures, r->figures.cells, r->figures.row_count * r->figures.column_count,
	             a);
	cells_worded(&r->pace, r->pace.cells, r->pace.row_count * r->pace.column_count, a);
	cells_worded(&r->figures, r->totals, r->figures.column_count, a);
	r->totals[0] = _("Jumlah");
}

static bool read_report(struct report_view *v, struct desk *d)
{
	struct fault why = { 0 };
	arena_drop(&v->read);
	v->report = (struct report){ 0 };
	v->read_well = service_report(&d->login, kinds[v->kind].name, v->period.text, &v->read,
	                              &v->report, &why);
	if (v->read_well)
		report_worded(&v->report, &v->read);
	else
		desk_fault(d, &why);
	window_fit(&v->window, lines_of(v), rows_of(d));
	return v->read_well;
}

/* Another period or report was asked for: what was said of the one before goes. */
static void read_another(struct report_view *v, struct desk *d)
{
	if (read_report(v, d))
		d->message[0] = '\0';
}

static bool report_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                        struct fault *why)
{
	struct report_view *v = model;
	(void)with;
	(void)why;
	v->a = a;
	v->read = arena_start(READ_MEMORY);
	entry_init(&v->period, a, PERIOD_MOST, PERIOD_MOST + 1, 1);
	period_now(v, d);
	(void)read_report(v, d);
	return true;
}

static void put_out(struct report_view *v, struct desk *d, bool csv)
{
	struct printed printed;
	struct fault why = { 0 };
	const char *name = kinds[v->kind].name;
	bool good = csv ? service_report_csv(&d->login, name, v->period.text, &printed, &why)
	                : service_report_print(&d->login, name, v->period.text, &printed, &why);
	if (good)
		desk_printed(d, printed.path);
	else
		desk_fault(d, &why);
}

static struct intent on_key(struct report_view *v, struct desk *d, enum key key)
{
	if (key == K_ESC)
		return back();
	if (key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (key == K_F9)
		put_out(v, d, false);
	if (key == K_F5)
		put_out(v, d, true);
	if (key == K_TAB || key == K_BACKTAB) {
		v->kind = (v->kind + 1) % COUNT_OF(kinds);
		period_now(v, d);
		read_another(v, d);
	}
	if (key == K_ENTER)
		read_another(v, d);
	if (key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Laporan"),
		        .text = _(
		            "Ketik masanya: tahun-bulan (2026-11) untuk Laporan Perkara, tahun (2026) untuk Laporan "
		            "Tahunan, lalu Enter. Tab berpindah laporan. F9 mencetak PDF, F5 menulis berkas CSV.") });
	(void)window_key(&v->window, key);
	return stay();
}

static struct intent report_on(void *model, struct desk *d, const struct event *e)
{
	struct report_view *v = model;
	bool scrolls = e->kind == EV_KEY && (e->key == K_HOME || e->key == K_END);
	if (e->kind == EV_SIZE)
		window_fit(&v->window, lines_of(v), rows_of(d));
	if (!scrolls && entry_on(&v->period, e)) {
		if (v->period.length == kinds[v->kind].period)
			read_another(v, d);
		return stay();
	}
	return e->kind == EV_KEY ? on_key(v, d, e->key) : stay();
}

static void report_news(void *model, struct desk *d)
{
	(void)read_report(model, d);
}

static void report_close(void *model, struct desk *d)
{
	struct report_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

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

struct part { /* one table of the two */
	const struct table *t;
	const char *const *totals; /* NULL: none */
	size_t line;               /* its first, counted through both */
};

static size_t part_lines(const struct part *p)
{
	return HEAD_LINES + p->t->row_count + (p->totals == NULL ? 0 : SUM_LINES);
}

static void draw_line(const struct part *p, struct cells *c, struct area at,
                      const struct frame_column *columns, size_t i)
{
	size_t count = p->t->column_count, rows = p->t->row_count;
	if (i < HEAD_LINES)
		draw_head(c, at, columns, count, i);
	else if (i < HEAD_LINES + rows)
		frame_row(c, at, 0, columns, count, &p->t->cells[(i - HEAD_LINES) * count]);
	else if (i == HEAD_LINES + rows)
		cells_rule(c, at.row, at.col, at.cols);
	else
		frame_row(c, at, 0, columns, count, p->totals);
}

/* The lines that fall into the window. */
static void draw_part(const struct report_view *v, struct cells *c, struct area where,
                      const struct part *p)
{
	struct frame_column columns[COLUMN_MOST];
	if (p->t->column_count == 0 || p->t->column_count > COLUMN_MOST)
		return;
	columns_of(p->t, p->totals, where.cols, columns);
	for (size_t i = 0; i < part_lines(p); i++) {
		size_t line = p->line + i;
		if (line >= v->window.top && line < v->window.top + v->window.rows)
			draw_line(p, c,
			          (struct area){ where.row + (int)(line - v->window.top), where.col,
			                         2, where.cols },
			          columns, i);
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
	struct area body = frame_areas(c, false).body;
	body.cols = c->cols - 2;
	desk_head(d, c, _(kinds[v->kind].title));
	int used = cells_put(c, body.row, body.col + 2, STYLE_DIM, _("Masa")) + 2;
	struct area tables = { body.row + 2, body.col + 2, body.rows - 3, body.cols - 2 };
	if (v->read_well) {
		const struct part figures = { &v->report.figures, v->report.totals, 0 };
		const struct part pace = { &v->report.pace, NULL, part_lines(&figures) + 1 };
		draw_part(v, c, tables, &figures);
		draw_part(v, c, tables, &pace);
		draw_norms(d, c, body);
	}
	entry_draw(&v->period, c, body.row, body.col + 2 + used, true);
	bool prints = v->read_well && login_may(&d->login, "cetak.laporan");
	const struct key_hint hints[] = {
		{ .key = K_TAB, .name = "Tab", .label = _("laporan lain"), .shown = true },
		{ .key = K_F9, .shown = prints },
		{ .key = K_F5, .label = _("tulis CSV"), .shown = prints },
		{ .name = "F7 F8", .label = _("halaman"), .shown = lines_of(v) > v->window.rows },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_report = {
	.size = sizeof(struct report_view),
	.open = report_open,
	.on = report_on,
	.draw = report_draw,
	.news = report_news,
	.close = report_close,
};
