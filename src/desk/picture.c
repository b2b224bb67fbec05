/* What the terminal shows: the screen on top, the help beside it, message and foot. */
#include <string.h>

#include "frame.h"
#include "keys.h"
#include "listview.h"
#include "stack.h"

enum { HINTS_MOST = 24 };
/* From BESIDE_COLS on, help stands beside the screen below it, which keeps the columns of the
 * smallest window with a rail. */
enum { BESIDE_COLS = 100, BESIDE_MOST = 60 };

int desk_beside(const struct desk_app *app)
{
	int more = app->cells.cols - RAIL_COLS_LEAST;
	if (app->depth < 2 || !app->stack[app->depth - 1].screen->beside ||
	    app->cells.cols < BESIDE_COLS)
		return 0;
	return more < BESIDE_MOST ? more : BESIDE_MOST;
}

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
	int beside = desk_beside(app), left = app->cells.cols - beside;
	if (beside == 0) {
		draw_level(l, &app->desk, &app->cells);
		return;
	}
	draw_half(app, l - 1, 0, left);
	draw_half(app, l, left, beside);
}

void desk_show(struct desk_app *app)
{
	struct desk *d = &app->desk;
	const struct level *l = &app->stack[app->depth - (app->leaving ? 2 : 1)];
	arena_drop(&app->scratch);
	cells_clear(&app->cells);
	if (frame_is_too_small(app->desk.rows, app->desk.cols)) {
		frame_too_small(&app->cells);
	} else {
		draw_screens(app, l);
		draw_foot(app, l, &app->cells);
		if (!app->leaving)
			frame_message(&app->cells, d->message_style, d->message);
	}
	term_show(app->term, &app->cells);
	hurry_painted(&app->hurry, clock_steady());
}
