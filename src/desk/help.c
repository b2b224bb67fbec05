/* F1: what stands here and why; pressed again: the keys. In a wide window it stands beside what it
 * explains. */
#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "keys.h"
#include "screen.h"
#include "wrap.h"

enum { LINES_MOST = 400, NAME_COLS = 18, LINE_ROOM = 1024, NARROW_COLS = 60 };

struct help {
	struct argument with;
	bool keys;  /* the table of keys */
	size_t top; /* first line or key shown */
};

static bool help_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                      struct fault *why)
{
	struct help *h = model;
	h->with = *with;
	h->with.text = arena_text(a, with->text == NULL ? "" : with->text);
	h->with.title = arena_text(a, with->title == NULL ? "" : with->title);
	h->keys = text_is_empty(h->with.text);
	return true;
}

static bool has_text(const void *model)
{
	return !text_is_empty(((const struct help *)model)->with.text);
}

static bool shows_keys(const void *model)
{
	return has_text(model) && ((const struct help *)model)->keys;
}

static bool shows_text(const void *model)
{
	return !((const struct help *)model)->keys;
}

static struct intent turn(void *model, struct desk *d)
{
	struct help *h = model;
	h->keys = !h->keys;
	h->top = 0;
	return stay();
}

static const struct binding keys[] = {
	{ K_F1, .label = N_("keterangan"), .run = turn, .when = shows_keys },
	{ K_F1, .label = N_("tombol"), .run = turn, .when = shows_text },
	{ .name = "F7 F8", .label = N_("halaman") },
	{ K_ENTER, .then = { .kind = INTENT_BACK }, .quiet = true },
	{ K_F3, .then = { .kind = INTENT_BACK }, .quiet = true },
};

static struct intent help_on(void *model, struct desk *d, const struct event *e)
{
	struct help *h = model;
	size_t page = d->rows > 8 ? (size_t)d->rows - 8 : 1;
	if (e->kind != EV_KEY)
		return stay();
	if (e->key == K_DOWN && h->top < LINES_MOST)
		h->top++;
	else if (e->key == K_UP && h->top > 0)
		h->top--;
	else if ((e->key == K_PGDN || e->key == K_F8) && h->top + page < LINES_MOST)
		h->top += page;
	else if (e->key == K_PGUP || e->key == K_F7)
		h->top = h->top > page ? h->top - page : 0;
	else
		return pass();
	return stay();
}

static void draw_text(const struct help *h, const struct desk *d, struct cells *c,
                      struct area where)
{
	const char *at = desk_keys(d, h->with.text);
	char line[LINE_ROOM];
	bool more = true;
	for (size_t n = 0; more && (int)n < where.rows + (int)h->top; n++) {
		more = wrap_take(&at, where.cols, line, sizeof line);
		if (n >= h->top)
			cells_put(c, where.row + (int)(n - h->top), where.col, STYLE_PLAIN, line);
	}
}

static void draw_keys(const struct help *h, const struct desk *d, struct cells *c,
                      struct area where)
{
	int row = 0;
	for (size_t i = h->top; i < key_meaning_count && row < where.rows; i++) {
		const struct key_meaning *k = &key_meanings[i];
		bool narrow = where.cols < NARROW_COLS; /* the meaning stands below the name */
		int used = cells_put_fit(c, where.row + row, where.col, NAME_COLS - 1, STYLE_TITLE,
		                         desk_keys(d, _(k->name))) +
		           1;
		row += narrow;
		used = narrow ? 0 : used;
		struct area words = { where.row + row, where.col + used, where.rows - row,
			              where.cols - used };
		row += frame_paragraph(c, words, STYLE_PLAIN, desk_keys(d, _(k->meaning)));
	}
}

static void help_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct help *h = model;
	desk_head(d, c, h->keys ? _("Bantuan · tombol") : h->with.title);
	struct area body = frame_areas(c, LEFT_NOTHING).body;
	if (c->cols >= NARROW_COLS) {
		body.col += 2;
		body.cols -= 4;
	}
	if (h->keys)
		draw_keys(h, d, c, body);
	else
		draw_text(h, d, c, body);
	cells_cursor(c, body.row, body.col);
}

const struct screen screen_help = {
	.size = sizeof(struct help),
	.keys = BINDINGS(keys),
	.over = true,
	.beside = true,
	.open = help_open,
	.on = help_on,
	.draw = help_draw,
};
