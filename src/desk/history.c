/* Riwayat: who did what with a filing, newest first; below the chosen one, what it changed. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { MOST = 500, READ_MEMORY = 32 * 1024 * 1024, DETAIL_ROWS = 6 };

struct history_view {
	struct arena read;
	struct id filing;
	struct history history;
	struct window window;
	char title[200];
};

static bool read_history(struct history_view *v, struct desk *d, struct fault *why)
{
	struct filing f;
	arena_drop(&v->read);
	v->history = (struct history){ 0 };
	if (!service_filing(&d->login, &v->filing, &v->read, &f, why) ||
	    !service_history(&d->login, &v->filing, MOST, &v->read, &v->history, why))
		return false;
	snprintf(v->title, sizeof v->title, "%s", f.title);
	window_fit(&v->window, v->history.count,
	           d->rows > DETAIL_ROWS + 6 ? (size_t)(d->rows - DETAIL_ROWS - 6) : 1);
	return true;
}

static bool history_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                         struct fault *why)
{
	struct history_view *v = model;
	(void)a;
	v->filing = with->filing;
	v->read = arena_start(READ_MEMORY);
	return read_history(v, d, why);
}

static struct intent history_on(void *model, struct desk *d, const struct event *e)
{
	struct history_view *v = model;
	if (e->kind == EV_SIZE)
		window_fit(&v->window, v->history.count,
		           d->rows > DETAIL_ROWS + 6 ? (size_t)(d->rows - DETAIL_ROWS - 6) : 1);
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 2);
	if (e->kind != EV_KEY)
		return stay();
	(void)window_key(&v->window, e->key);
	return e->key == K_ESC || e->key == K_ENTER || e->key == K_F3 ? back() : stay();
}

static void history_news(void *model, struct desk *d)
{
	struct fault why = { 0 };
	if (!read_history(model, d, &why))
		desk_fault(d, &why);
}

static void draw_rows(const struct history_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	static const struct frame_column columns[] = {
		{ "", 2, 16, false },
		{ "", 20, 10, false },
		{ "", 31, 11, false },
		{ "", 43, 0, false },
	};
	for (size_t i = 0; i < v->window.rows && v->window.top + i < v->history.count; i++) {
		const struct history_row *h = &v->history.items[v->window.top + i];
		char when[32];
		instant_show(h->at, &d->app->book->court.zone, when, sizeof when);
		const char *texts[] = { when, h->who, h->step, h->text };
		frame_row(c, where, (int)i, columns, COUNT_OF(columns), texts);
		if (v->window.top + i == v->window.at)
			frame_choose(c, where, (int)i);
	}
}

static void draw_detail(const struct history_view *v, struct cells *c, struct area where)
{
	if (v->window.at >= v->history.count)
		return;
	const struct history_row *h = &v->history.items[v->window.at];
	int row = frame_paragraph(c, (struct area){ where.row, where.col, 2, where.cols },
	                          STYLE_PLAIN, h->text);
	if (!text_is_empty(h->before)) {
		struct area was = { where.row + row, where.col, 2, where.cols };
		row += frame_paragraph(c, was, STYLE_DIM, h->before);
	}
	if (!text_is_empty(h->after)) {
		struct area is = { where.row + row, where.col, where.rows - row, where.cols };
		frame_paragraph(c, is, STYLE_PLAIN, h->after);
	}
}

static void history_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct history_view *v = model;
	struct area body = frame_areas(c, false).body;
	char head[300];
	message_fill(_("Riwayat · %1"), (const char *const[]){ v->title }, 1, head, sizeof head);
	desk_head(d, c, head);
	int list = (int)v->window.rows;
	draw_detail(v, c,
	            (struct area){ body.row + list + 1, body.col + 2, DETAIL_ROWS, body.cols - 2 });
	draw_rows(v, d, c, (struct area){ body.row, body.col, list, body.cols });
	const struct key_hint hints[] = {
		{ .name = "↑↓", .label = _("pilih"), .shown = v->history.count > 0 },
		{ .name = "F7 F8", .label = _("halaman"), .shown = true },
		{ .key = K_ESC, .shown = true }
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

static void history_close(void *model, struct desk *d)
{
	struct history_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

const struct screen screen_history = {
	.size = sizeof(struct history_view),
	.open = history_open,
	.on = history_on,
	.draw = history_draw,
	.news = history_news,
	.close = history_close,
};
