/* One list for all screens that are one. */
#include "listview.h"

#include "loket/list.h"
#include "loket/text.h"

enum { TYPING_ROWS = 2, MARK = 2, EDGE = 1, ROWS_LEAST = 5, SHARE_LEAST = 8 };

void listview_init(struct listview *v, const struct listing *l, struct arena *a)
{
	size_t most = l->typed_most;
	int width = most + 1 < LISTVIEW_TYPED ? (int)most + 1 : LISTVIEW_TYPED;
	*v = (struct listview){ .listing = l, .in_typing = l->typing != NULL };
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

/* Titles and rows. */
static struct area rows_area(const struct listing *l, const struct cells *c)
{
	struct area a = frame_whole(c);
	int below = below_of(l, a.rows);
	a.row += top_of(l);
	a.rows -= top_of(l) + below;
	return a;
}

static size_t rows_seen(const struct listing *l, const struct desk *d)
{
	const struct cells window = { .rows = d->rows, .cols = d->cols };
	int rows = rows_area(l, &window).rows - has_titles(l);
	return rows < 1 ? 1 : (size_t)rows;
}

struct area listview_rows(const struct listview *v, const struct cells *c)
{
	return rows_area(v->listing, c);
}

struct area listview_above(const struct listview *v, const struct cells *c)
{
	struct area a = frame_whole(c);
	a.row += v->listing->typing != NULL;
	a.rows = v->listing->above;
	return a;
}

struct area listview_below(const struct listview *v, const struct cells *c)
{
	struct area a = frame_whole(c);
	int below = below_of(v->listing, a.rows);
	a.row += a.rows - below;
	a.rows = below;
	a.col += MARK;
	a.cols -= 2 * MARK;
	return a;
}

/* ---- its rows ---- */

void listview_fit(struct listview *v, size_t count, const struct desk *d)
{
	v->list.count = count;
	window_fit(&v->list.window, count, rows_seen(v->listing, d));
}

void listview_offer(struct listview *v, const char *const *labels, size_t count, struct arena *a,
                    const struct desk *d)
{
	size_t at = v->list.window.at;
	v->list.a = a;
	picklist_offer(&v->list, labels, count);
	window_fit(&v->list.window, v->list.window.count, rows_seen(v->listing, d));
	window_go(&v->list.window, at);
}

static size_t row_at(const struct listview *v, size_t at)
{
	return v->listing->narrows ? v->list.shown[at] : at;
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

static enum listview_news on_typing(struct listview *v, const struct event *e)
{
	struct entry *typed = &v->list.typed;
	bool used = v->listing->narrows ? picklist_on(&v->list, e) : entry_on(typed, e);
	if (!used)
		return LISTVIEW_NOT_MINE;
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
	if (l->typing != NULL && leads_to_typing(v, e)) {
		v->in_typing = true;
		return LISTVIEW_MOVED;
	}
	if (e->kind == EV_KEY && window_key(&v->list.window, e->key)) {
		v->in_typing = false;
		return LISTVIEW_MOVED;
	}
	return l->typing != NULL ? on_typing(v, e) : LISTVIEW_NOT_MINE;
}

/* ---- the picture ---- */

static bool is_seen(const struct listview_column *column, const struct cells *c)
{
	bool wide = c->cols >= WIDE_COLS;
	return column->windows == LISTVIEW_ALWAYS || (column->windows == LISTVIEW_WIDE) == wide;
}

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
		if (!is_seen(column, c))
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
		if (!is_seen(column, c))
			continue;
		rest -= column->width + gap_before(before, column);
		shares += share_of(column);
		before = column;
	}
	before = NULL;
	for (size_t i = 0; i < l->column_count; i++) {
		const struct listview_column *column = &l->columns[i];
		out[i] = (struct frame_column){ .title = "", .right = column->right };
		if (i >= fitting || !is_seen(column, c))
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

static void draw_titles(const struct listing *l, const struct frame_column *columns,
                        struct cells *c, struct area line)
{
	struct listview_row titles = { .dim = true };
	for (size_t i = 0; i < l->column_count; i++)
		titles.cells[i] = columns[i].title;
	draw_row(l, columns, &titles, c, line);
}

static void draw_rows(const struct listview *v, const struct desk *d, struct cells *c)
{
	struct frame_column columns[LISTVIEW_COLUMNS];
	const struct listing *l = v->listing;
	const struct window *w = &v->list.window;
	struct area line = rows_area(l, c);
	lay_out(l, c, line.cols, columns);
	if (has_titles(l)) {
		draw_titles(l, columns, c, line);
		line.row++;
	}
	for (size_t i = w->top; i < w->count && i < w->top + w->rows; i++, line.row++) {
		struct listview_row row = { .dim = false };
		l->row(v, d, row_at(v, i), &row);
		draw_row(l, columns, &row, c, line);
		if (i == w->at)
			frame_choose(c, line, 0);
	}
}

static void draw_empty(const struct listview *v, struct cells *c)
{
	struct area where = rows_area(v->listing, c);
	const char *text = v->list.count > 0 ? N_("Tidak ada yang cocok.") : v->listing->empty;
	struct area words = { where.row + 1, where.col + MARK, 2, where.cols - 2 * MARK };
	if (text != NULL)
		frame_sentence(c, words, STYLE_DIM, _(text));
}

void listview_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct listview *v = model;
	struct area body = frame_whole(c);
	if (!listview_when_any(v))
		draw_empty(v, c);
	else if (v->listing->row != NULL)
		draw_rows(v, d, c);
	if (v->listing->typing == NULL)
		return;
	int used = cells_put(c, body.row, body.col + MARK, STYLE_DIM, _(v->listing->typing));
	entry_draw(&v->list.typed, c, body.row, body.col + MARK + used + 2, v->in_typing);
}
