/* One list for all screens that are one. */
#include "listview.h"

#include <stdlib.h>
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "preview.h"

enum { TYPING_ROWS = 2, MARK = 2, EDGE = 1, SUM_ROWS = 1, ROWS_LEAST = 5, SHARE_LEAST = 8 };

void listview_init(struct listview *v, const struct listing *l, struct arena *a)
{
	size_t most = l->typed_most;
	int width = most + 1 < LISTVIEW_TYPED ? (int)most + 1 : LISTVIEW_TYPED;
	*v = (struct listview){ .listing = l, .in_typing = l->typing != NULL, .memory = a };
	picklist_init(&v->list, a, width, 1);
	entry_init(&v->list.typed, a, most > 0 ? most : 1, width, 1);
}

/* ---- where it stands ---- */

static bool has_titles(const struct listing *l)
{
	for (size_t i = 0; i < l->column_count; i++) {
		if (l->columns[i].title[0] != '\0')
			return true;
	}
	return false;
}

static bool has_sums(const struct listing *l)
{
	for (size_t i = 0; i < l->column_count; i++) {
		if (l->columns[i].by == LISTVIEW_MONEY)
			return true;
	}
	return false;
}

/* Of the body, what is the list's. */
static struct area list_area(const struct listing *l, const struct cells *c)
{
	return l->aside && c->cols >= WIDE_COLS ? frame_areas(c, LEFT_NOTHING).body
	                                        : frame_whole(c);
}

static int top_of(const struct listing *l)
{
	return (l->typing != NULL ? TYPING_ROWS : 0) + l->above;
}

/* What is below the rows gives way to them in a low window. */
static int below_of(const struct listing *l, int body_rows)
{
	int most = body_rows - top_of(l) - ROWS_LEAST;
	return l->below <= most ? l->below : most > 0 ? most : 0;
}

/* Titles, rows and sums. */
static struct area rows_area(const struct listing *l, const struct cells *c)
{
	struct area a = list_area(l, c);
	int below = below_of(l, a.rows);
	a.row += top_of(l);
	a.rows -= top_of(l) + below;
	return a;
}

static size_t rows_seen(const struct listing *l, const struct desk *d)
{
	const struct cells window = { .rows = d->rows, .cols = d->cols };
	int rows = rows_area(l, &window).rows - has_titles(l) - (has_sums(l) ? SUM_ROWS : 0);
	return rows < 1 ? 1 : (size_t)rows;
}

struct area listview_rows(const struct listview *v, const struct cells *c)
{
	return rows_area(v->listing, c);
}

struct area listview_above(const struct listview *v, const struct cells *c)
{
	struct area a = list_area(v->listing, c);
	a.row += v->listing->typing != NULL;
	a.rows = v->listing->above;
	return a;
}

struct area listview_below(const struct listview *v, const struct cells *c)
{
	struct area a = list_area(v->listing, c);
	int below = below_of(v->listing, a.rows);
	a.row += a.rows - below;
	a.rows = below;
	a.col += MARK;
	a.cols -= 2 * MARK;
	return a;
}

/* ---- its order ---- */

bool listview_is_wide(const struct listing *l, int cols)
{
	return cols >= (l->aside ? 2 * WIDE_COLS : WIDE_COLS);
}

static bool is_seen(const struct listing *l, const struct listview_column *column, int cols)
{
	bool wide = listview_is_wide(l, cols);
	return column->windows == LISTVIEW_ALWAYS || (column->windows == LISTVIEW_WIDE) == wide;
}

/* A row by what it is sorted by: the figure, then the text, then the order in which it was read. */
struct sort_key {
	size_t row;
	int64_t figure;
	const char *text;
};

static int compare(const void *left, const void *right)
{
	const struct sort_key *l = left, *r = right;
	int texts = strcmp(l->text, r->text);
	return l->figure != r->figure ? (l->figure < r->figure ? -1 : 1)
	       : texts != 0           ? texts
	                              : (l->row > r->row) - (l->row < r->row);
}

static size_t unsorted(const struct listview *v, size_t at)
{
	return v->listing->narrows ? v->list.shown[at] : at;
}

static size_t row_at(const struct listview *v, size_t at)
{
	return v->sorted > 0 && !v->listing->fixed ? v->order[at] : unsorted(v, at);
}

/* The rows that are shown, by the chosen column; and the sums of their money. */
static void arrange(struct listview *v, const struct desk *d)
{
	const struct listing *l = v->listing;
	size_t count = v->list.window.count, column = v->sorted > 0 ? v->sorted - 1 : 0;
	if ((v->sorted == 0 || l->fixed) && !has_sums(l))
		return;
	struct arena a = arena_start((size_t)-1);
	struct desk reading = *d;
	reading.scratch = &a;
	struct sort_key *keys = arena_get(&a, count + 1, sizeof *keys);
	memset(v->sums, 0, sizeof v->sums);
	for (size_t i = 0; i < count; i++) {
		struct listview_row row = { .dim = false };
		l->row(v, &reading, unsorted(v, i), &row);
		bool words = l->columns[column].by == LISTVIEW_TEXT && row.cells[column] != NULL;
		keys[i] = (struct sort_key){ unsorted(v, i), row.figures[column],
			                     words ? text_fold_words(&a, row.cells[column]) : "" };
		for (size_t k = 0; k < l->column_count; k++)
			v->sums[k] += l->columns[k].by == LISTVIEW_MONEY ? row.figures[k] : 0;
	}
	qsort(keys, count, sizeof *keys, compare);
	if (v->order_capacity < count) {
		v->order = arena_get(v->memory, 2 * count, sizeof *v->order);
		v->order_capacity = 2 * count;
	}
	for (size_t i = 0; i < count; i++)
		v->order[i] = keys[v->down ? count - 1 - i : i].row;
	arena_drop(&a);
}

void listview_go(struct listview *v, size_t row)
{
	for (size_t i = 0; i < v->list.window.count; i++) {
		if (row_at(v, i) == row)
			window_go(&v->list.window, i);
	}
}

bool listview_when_sorts(const void *model)
{
	const struct listview *v = model;
	return v->list.window.count > 1 && !v->in_typing && !v->listing->fixed &&
	       has_titles(v->listing);
}

/* "<" and ">": the column before and the next, past the last one the order in which they were read;
 * "=" turns the order round. The chosen row stays chosen. */
static bool sorts(struct listview *v, const struct desk *d, const char *typed)
{
	const struct listing *l = v->listing;
	bool next = text_same(typed, ">"), before = text_same(typed, "<");
	bool turns = text_same(typed, "=") && v->sorted > 0;
	if (!listview_when_sorts(v) || !(next || before || turns))
		return false;
	size_t row = row_at(v, v->list.window.at), all = l->column_count + 1;
	v->down = turns && !v->down;
	while (next || before) {
		v->sorted = (v->sorted + (next ? 1 : all - 1)) % all;
		const struct listview_column *column =
		    &l->columns[v->sorted > 0 ? v->sorted - 1 : 0];
		if (v->sorted == 0 || (column->title[0] != '\0' && is_seen(l, column, d->cols)))
			break;
	}
	arrange(v, d);
	listview_go(v, row);
	return true;
}

/* ---- its tags ---- */

static size_t tag_at(const struct listview *v, const char *key)
{
	size_t at = 0;
	while (at < v->tag_count && !text_same(v->tags[at], key))
		at++;
	return at;
}

bool listview_tagged(const struct listview *v, const char *key)
{
	return key != NULL && tag_at(v, key) < v->tag_count;
}

void listview_untag(struct listview *v)
{
	v->tag_count = 0;
}

bool listview_when_tags(const void *model)
{
	const struct listview *v = model;
	return v->listing->tags && v->list.window.count > 0 && !v->in_typing;
}

bool listview_when_tagged(const void *model)
{
	return ((const struct listview *)model)->tag_count > 0;
}

/* Blank and Ins: the chosen row's tag comes or goes, and the next row is chosen. */
static bool tags(struct listview *v, const struct desk *d, const struct event *e)
{
	struct listview_row row = { .dim = false };
	bool asked = e->kind == EV_KEY ? e->key == K_INS
	                               : e->kind == EV_TEXT && text_same(e->text, " ");
	if (!asked || !listview_when_tags(v))
		return false;
	v->listing->row(v, d, row_at(v, v->list.window.at), &row);
	size_t at = row.key == NULL ? 0 : tag_at(v, row.key);
	if (row.key != NULL && at < v->tag_count) {
		v->tags[at] = v->tags[--v->tag_count];
	} else if (row.key != NULL) {
		v->tags = list_grow(v->memory, v->tags, v->tag_count, &v->tag_capacity,
		                    sizeof *v->tags);
		v->tags[v->tag_count++] = arena_text(v->memory, row.key);
	}
	(void)window_key(&v->list.window, K_DOWN);
	return true;
}

/* ---- its rows ---- */

void listview_fit(struct listview *v, size_t count, const struct desk *d)
{
	v->list.count = count;
	window_fit(&v->list.window, count, rows_seen(v->listing, d));
	arrange(v, d);
}

void listview_offer(struct listview *v, const char *const *labels, size_t count, struct arena *a,
                    const struct desk *d)
{
	size_t at = v->list.window.at;
	v->list.a = a;
	picklist_offer(&v->list, labels, count);
	window_fit(&v->list.window, v->list.window.count, rows_seen(v->listing, d));
	window_go(&v->list.window, at);
	arrange(v, d);
}

size_t listview_at(const struct listview *v)
{
	const struct window *w = &v->list.window;
	return w->at < w->count ? row_at(v, w->at) : v->list.count;
}

bool listview_when_any(const void *model)
{
	const struct listview *v = model;
	return v->list.window.count > 0;
}

bool listview_when_scrolls(const void *model)
{
	const struct listview *v = model;
	return v->list.window.count > v->list.window.rows;
}

/* ---- events ---- */

static enum listview_news on_typing(struct listview *v, const struct desk *d, const struct event *e)
{
	struct entry *typed = &v->list.typed;
	bool used = v->listing->narrows ? picklist_on(&v->list, e) : entry_on(typed, e);
	if (!used)
		return LISTVIEW_NOT_MINE;
	if (v->listing->narrows)
		arrange(v, d);
	v->in_typing = true;
	return e->kind == EV_KEY && !typed->changed ? LISTVIEW_MOVED : LISTVIEW_CHANGED;
}

/* Up from the first row, "/" and Ctrl-F lead to what is typed. */
static bool leads_to_typing(const struct listview *v, const struct event *e)
{
	if (e->kind == EV_TEXT)
		return !v->in_typing && text_same(e->text, "/");
	return e->kind == EV_KEY &&
	       (e->key == key_ctrl('F') || (e->key == K_UP && v->list.window.at == 0));
}

enum listview_news listview_on(struct listview *v, const struct desk *d, const struct event *e)
{
	const struct listing *l = v->listing;
	const struct cells window = { .rows = d->rows, .cols = d->cols };
	struct area rows = rows_area(l, &window);
	if (e->kind == EV_SIZE)
		window_fit(&v->list.window, v->list.window.count, rows_seen(l, d));
	if (e->kind == EV_MOUSE) {
		bool hit = window_mouse(&v->list.window, e->button,
		                        e->row - rows.row - has_titles(l));
		v->in_typing = v->in_typing && !hit;
		return hit ? LISTVIEW_MOVED : LISTVIEW_NOT_MINE;
	}
	if (tags(v, d, e) || (e->kind == EV_TEXT && sorts(v, d, e->text)))
		return LISTVIEW_MOVED;
	if (l->typing != NULL && leads_to_typing(v, e)) {
		v->in_typing = true;
		return LISTVIEW_MOVED;
	}
	if (e->kind == EV_KEY && window_key(&v->list.window, e->key)) {
		v->in_typing = false;
		return LISTVIEW_MOVED;
	}
	return l->typing != NULL ? on_typing(v, d, e) : LISTVIEW_NOT_MINE;
}

/* ---- the picture ---- */

static int gap_before(const struct listview_column *before, const struct listview_column *column)
{
	return before == NULL ? 0 : before->right && !column->right ? 2 : 1;
}

static int share_of(const struct listview_column *column)
{
	return column->width > 0 ? 0 : column->share > 0 ? column->share : 1;
}

/* How many of the columns, from the first, have space; those that share need a little. */
static size_t columns_that_fit(const struct listing *l, const struct cells *c, int cols)
{
	const struct listview_column *before = NULL;
	for (size_t i = 0; i < l->column_count; i++) {
		const struct listview_column *column = &l->columns[i];
		if (!is_seen(l, column, c->cols))
			continue;
		cols -= gap_before(before, column) +
		        (column->width > 0 ? column->width : SHARE_LEAST);
		if (cols < 0 && before != NULL)
			return i;
		before = column;
	}
	return l->column_count;
}

/* Puts the columns that are seen one beside the other; those without a width share the rest. */
static void lay_out(const struct listing *l, const struct cells *c, int cols,
                    struct frame_column *out)
{
	int rest = cols - MARK - EDGE, shares = 0, col = MARK;
	size_t fitting = columns_that_fit(l, c, rest);
	const struct listview_column *before = NULL;
	for (size_t i = 0; i < fitting; i++) {
		const struct listview_column *column = &l->columns[i];
		if (!is_seen(l, column, c->cols))
			continue;
		rest -= column->width + gap_before(before, column);
		shares += share_of(column);
		before = column;
	}
	before = NULL;
	for (size_t i = 0; i < l->column_count; i++) {
		const struct listview_column *column = &l->columns[i];
		out[i] = (struct frame_column){ .title = "", .right = column->right };
		if (i >= fitting || !is_seen(l, column, c->cols))
			continue;
		int share = share_of(column);
		int width = share > 0 ? rest * share / shares : column->width;
		rest -= share > 0 ? width : 0;
		shares -= share;
		col += gap_before(before, column);
		out[i].title = column->title[0] == '\0' ? "" : _(column->title);
		out[i].col = col;
		out[i].width = width;
		col += width;
		before = column;
	}
}

static void draw_row(const struct listing *l, const struct frame_column *columns,
                     const struct listview_row *row, struct cells *c, struct area line)
{
	for (size_t i = 0; i < l->column_count; i++) {
		if (columns[i].width > 0)
			frame_row(c, line, &columns[i], 1, &row->cells[i]);
	}
	if (row->dim)
		cells_restyle(c, line.row, line.col, line.cols, STYLE_DIM);
	if (row->marked)
		cells_put(c, line.row, line.col + line.cols - EDGE, STYLE_WARNING, "!");
}

/* The column that the rows are sorted by bears the sign of their order, at its title. */
static void draw_titles(const struct listview *v, const struct frame_column *columns,
                        struct cells *c, struct area line)
{
	const struct listing *l = v->listing;
	struct listview_row titles = { .dim = true };
	for (size_t i = 0; i < l->column_count; i++)
		titles.cells[i] = columns[i].title;
	draw_row(l, columns, &titles, c, line);
	if (v->sorted == 0)
		return;
	const struct frame_column *by = &columns[v->sorted - 1];
	int taken = text_columns(by->title) < by->width ? text_columns(by->title) : by->width;
	int col = by->right ? by->col + by->width - taken - 1 : by->col + taken;
	cells_put(c, line.row, line.col + col, STYLE_TITLE, v->down ? "▼" : "▲");
}

/* The sum of each column of money, below its figures. */
static void draw_sums(const struct listview *v, const struct desk *d,
                      const struct frame_column *columns, struct cells *c, struct area line)
{
	const struct listing *l = v->listing;
	struct listview_row sums = { .dim = true };
	for (size_t i = 0; i < l->column_count; i++) {
		if (l->columns[i].by == LISTVIEW_MONEY)
			sums.cells[i] = shown_digits(d->scratch, v->sums[i]);
	}
	sums.cells[0] = sums.cells[0] == NULL ? _("Jumlah") : sums.cells[0];
	draw_row(l, columns, &sums, c, line);
}

void listview_pages(const struct listview *v, const struct desk *d, struct cells *c, int64_t page,
                    int64_t pages)
{
	struct area whole = frame_whole(c);
	struct text words = text_start(d->scratch);
	if (v->tag_count > 0)
		text_add(&words, message_text(d->scratch, _("%1 ditandai"),
		                              shown_number(d->scratch, (int64_t)v->tag_count)));
	if (v->tag_count > 0 && pages > 1)
		text_add(&words, " · ");
	if (pages > 1)
		text_add(&words, message_text(d->scratch, _("halaman %1 dari %2"),
		                              shown_digits(d->scratch, page),
		                              shown_digits(d->scratch, pages)));
	cells_put_right(c, whole.row - 1, whole.col, whole.cols,
	                v->tag_count > 0 ? STYLE_TITLE : STYLE_DIM, words.s);
}

static void draw_rows(const struct listview *v, const struct desk *d, struct cells *c)
{
	struct frame_column columns[LISTVIEW_COLUMNS];
	const struct listing *l = v->listing;
	const struct window *w = &v->list.window;
	struct area line = rows_area(l, c);
	lay_out(l, c, line.cols, columns);
	if (has_titles(l)) {
		draw_titles(v, columns, c, line);
		line.row++;
	}
	for (size_t i = w->top; i < w->count && i < w->top + w->rows; i++, line.row++) {
		struct listview_row row = { .dim = false };
		l->row(v, d, row_at(v, i), &row);
		draw_row(l, columns, &row, c, line);
		if (listview_tagged(v, row.key))
			cells_put(c, line.row, line.col + EDGE, STYLE_TITLE, "✓");
		if (i == w->at)
			frame_choose(c, line, 0);
	}
	if (has_sums(l))
		draw_sums(v, d, columns, c, line);
	listview_pages(v, d, c, (int64_t)((w->at + w->rows) / w->rows),
	               (int64_t)((w->count + w->rows - 1) / w->rows));
}

static void draw_empty(const struct listview *v, const struct desk *d, struct cells *c)
{
	struct area where = rows_area(v->listing, c);
	const char *text = v->list.count > 0 ? N_("Tidak ada yang cocok.") : v->listing->empty;
	struct area words = { where.row + 1, where.col + MARK, 2, where.cols - 2 * MARK };
	if (text != NULL)
		frame_sentence(c, words, STYLE_DIM, desk_keys(d, _(text)));
}

/* Beside the rows, where the window is wide: the filing of the chosen one. */
static void draw_aside(const void *model, const struct desk *d, struct cells *c)
{
	const struct listview *v = model;
	struct listview_row row = { 0 };
	if (!v->listing->aside || v->listing->row == NULL || !listview_when_any(v))
		return;
	v->listing->row(model, d, listview_at(v), &row);
	if (row.filing != NULL)
		preview_filing(row.filing, d, c);
}

void listview_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct listview *v = model;
	struct area body = frame_whole(c);
	if (!listview_when_any(v))
		draw_empty(v, d, c);
	else if (v->listing->row != NULL)
		draw_rows(v, d, c);
	draw_aside(v, d, c);
	if (v->listing->typing == NULL)
		return;
	int used = cells_put(c, body.row, body.col + MARK, STYLE_DIM, _(v->listing->typing));
	entry_draw(&v->list.typed, c, body.row, body.col + MARK + used + 2, v->in_typing);
}
