/* F4: further actions of a screen, or what a list is filtered by. Answers with the value of the
 * chosen one. */
#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { ROWS = 16, WIDTH = 40 };

struct choice_view {
	struct argument with;
	struct picklist list;
};

static bool choice_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                        struct fault *why)
{
	struct choice_view *v = model;
	const char **labels = arena_get(a, with->choice_count + 1, sizeof *labels);
	(void)d;
	(void)why;
	v->with = *with;
	for (size_t i = 0; i < with->choice_count; i++) {
		const struct choice *c = &with->choices[i];
		const char *note = text_is_empty(c->note) ? "" : c->note;
		labels[i] = arena_print(a, "%s%s%s", _(c->label), note[0] == '\0' ? "" : "  ",
		                        note);
	}
	picklist_init(&v->list, a, WIDTH, ROWS);
	picklist_offer(&v->list, labels, with->choice_count);
	return true;
}

static struct intent choice_on(void *model, struct desk *d, const struct event *e)
{
	struct choice_view *v = model;
	(void)d;
	bool key = e->kind == EV_KEY;
	if (key && (e->key == K_ESC || e->key == K_F3))
		return back();
	if (key && e->key == K_ENTER) {
		size_t at = picklist_chosen(&v->list);
		struct intent i = back();
		i.answer = at < v->with.choice_count ? v->with.choices[at].value : NULL;
		return i;
	}
	if (e->kind == EV_MOUSE && window_mouse(&v->list.window, e->button, e->row - 4))
		return stay();
	(void)picklist_on(&v->list, e);
	return stay();
}

static void choice_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct choice_view *v = model;
	const struct window *w = &v->list.window;
	desk_head(d, c, v->with.title);
	struct area body = frame_areas(c, false).body;
	for (size_t i = 0; i < w->rows && w->top + i < w->count; i++) {
		bool chosen = w->top + i == w->at;
		int row = body.row + 2 + (int)i;
		cells_put_fit(c, row, body.col + 2, body.cols - 2,
		              chosen ? STYLE_FOCUS : STYLE_PLAIN,
		              v->list.labels[v->list.shown[w->top + i]]);
		if (chosen)
			frame_choose(c, body, 2 + (int)i);
	}
	if (w->count == 0)
		cells_put(c, body.row + 2, body.col + 2, STYLE_DIM,
		          _("tidak ada yang cocok; Backspace lalu ketik lain"));
	cells_put(c, body.row, body.col + 2, STYLE_DIM, v->list.typed.text);
	const struct key_hint hints[] = {
		{ .key = K_ENTER, .label = _("pilih"), .shown = w->count > 0 },
		{ .name = "↑↓", .label = _("pilih lain"), .shown = true },
		{ .key = K_ESC, .shown = true }
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_choice = {
	.size = sizeof(struct choice_view),
	.open = choice_open,
	.on = choice_on,
	.draw = choice_draw,
};
