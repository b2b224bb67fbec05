/* The picture: the screen on top, the help beside it, the messages and the keys below. */
#include "window.h"

#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "keys.h"
#include "listview.h"

enum { HINTS_MOST = 24 };
/* From BESIDE_COLS on, help stands beside the screen below it, which keeps the columns of the
 * smallest window with a rail. */
enum { BESIDE_COLS = 100, BESIDE_MOST = 60 };

/* ---- help beside a screen ---- */

/* The columns of the screen that stands beside the one below; 0: it stands instead of it. */
static int beside_cols(const struct desk_app *app)
{
	int more = app->cells.cols - RAIL_COLS_LEAST;
	if (app->depth < 2 || !app->stack[app->depth - 1].screen->beside ||
	    app->cells.cols < BESIDE_COLS)
		return 0;
	return more < BESIDE_MOST ? more : BESIDE_MOST;
}

void window_share(struct desk_app *app)
{
	struct desk *d = &app->desk;
	const struct event size = { .kind = EV_SIZE };
	int beside = beside_cols(app);
	d->cols = app->cells.cols - beside;
	d->rows = app->cells.rows - app->more;
	if (app->depth == 0)
		return;
	struct level *l = level_top(app) - (beside > 0);
	if (l->screen->on != NULL)
		(void)l->screen->on(l->model, d, &size);
	if (l->screen->listing != NULL)
		(void)listview_on(l->model, d, &size);
}

/* ---- the picture ---- */

static void draw_foot(const struct desk_app *app, const struct level *l, struct cells *c)
{
	struct key_hint hints[HINTS_MOST + 2];
	size_t n = binding_hints(l->screen, l->model, &app->desk, hints, HINTS_MOST);
	hints[n++] = (struct key_hint){ .key = K_F1, .shown = l->screen->help != NULL };
	hints[n++] = (struct key_hint){ .key = K_ESC, .shown = l > app->stack };
	for (size_t i = 0; i < n; i++)
		hints[i].name = desk_keys(&app->desk, hints[i].name == NULL ? key_name(hints[i].key)
		                                                            : hints[i].name);
	frame_foot(c, hints, n);
}

static void draw_level(const struct level *l, const struct desk *d, struct cells *c)
{
	if (l->screen->listing != NULL)
		listview_draw(l->model, d, c);
	l->screen->draw(l->model, d, c);
}

/* Draws a screen into `cols` columns of the window from `col` on. */
static void draw_half(struct desk_app *app, const struct level *l, int col, int cols)
{
	struct cells *c = &app->cells, *half = &app->half;
	cells_size(half, c->rows, cols);
	draw_level(l, &app->desk, half);
	for (int row = 0; row < c->rows; row++)
		memcpy(cells_at(c, row, col), cells_at(half, row, 0),
		       (size_t)cols * sizeof(struct cell));
	cells_cursor(c, half->cursor_row, col + half->cursor_col);
}

static void draw_screens(struct desk_app *app, const struct level *l)
{
	int beside = beside_cols(app), left = app->cells.cols - beside;
	if (beside == 0) {
		draw_level(l, &app->desk, &app->cells);
		return;
	}
	draw_half(app, l - 1, 0, left);
	draw_half(app, l, left, beside);
}

/* What stands on the screen, and the space that it and the message take from it. */
static void tell(struct desk_app *app, const struct level *l)
{
	struct desk *d = &app->desk;
	struct remark now = { 0 };
	if (l->screen->standing != NULL)
		l->screen->standing(l->model, d, &now);
	remarks_stand(&d->all, &d->standing, &now, d->again);
	d->again = false;
	int rows = remarks_rows(&d->standing, &d->message, app->cells.rows, app->cells.cols);
	if (rows - 1 != app->more) {
		app->more = rows - 1;
		window_share(app);
	}
	if (d->all.rings && app->bell)
		term_bell(app->term);
	d->all.rings = false;
	d->said_shown = true;
}

static void draw_window(struct desk_app *app, const struct level *l)
{
	struct desk *d = &app->desk;
	struct cells *c = &app->cells;
	c->rows -= app->more;
	draw_screens(app, l);
	c->rows += app->more;
	draw_foot(app, l, c);
	if (!app->leaving)
		remarks_draw(&d->standing, &d->message, c);
}

void window_show(struct desk_app *app)
{
	const struct level *l = &app->stack[app->depth - (app->leaving ? 2 : 1)];
	arena_drop(&app->scratch);
	cells_clear(&app->cells);
	if (!app->leaving)
		tell(app, l);
	if (frame_is_too_small(app->cells.rows, app->cells.cols))
		frame_too_small(&app->cells);
	else
		draw_window(app, l);
	term_show(app->term, &app->cells);
	hurry_painted(&app->hurry, clock_steady());
}
