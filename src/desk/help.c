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
	/* A key's meaning takes two lines or three. */
	size_t most = h->keys ? key_meaning_count + sign_meaning_count - 1 : LINES_MOST,
	       lines = d->rows > 8 ? (size_t)d->rows - 8 : 1,
	       page = h->keys ? lines / 3 + 1 : lines;
	if (e->kind != EV_KEY)
		return stay();
	if (e->key == K_DOWN && h->top < most)
		h->top++;
	else if (e->key == K_UP && h->top > 0)
		h->top--;
	else if ((e->key == K_PGDN || e->key == K_F8) && h->top + page <= most)
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
	size_t length, next, lines = 1, rows = (size_t)where.rows;
	for (const char *s = at; wrap_line(s, where.cols, &length, &next); s += next)
		lines++;
	size_t last = lines > rows ? lines - rows : 0, top = h->top < last ? h->top : last;
	bool more = true;
	for (size_t n = 0; more && (int)n < where.rows + (int)top; n++) {
		more = wrap_take(&at, where.cols, line, sizeof line);
		if (n >= top)
			cells_put(c, where.row + (int)(n - top), where.col, STYLE_PLAIN, line);
	}
}

/* Rows used. */
static int draw_meaning(const char *name, const char *meaning, struct cells *c, struct area where)
{
	int row = 0;
	bool narrow = where.cols < NARROW_COLS; /* the meaning stands below the name */
	int used = cells_put_fit(c, where.row + row, where.col, NAME_COLS - 1, STYLE_TITLE, name) +
	           1;
	row += narrow;
	used = narrow ? 0 : used;
	struct area words = { where.row + row, where.col + used, where.rows - row,
		              where.cols - used };
	return row + frame_paragraph(c, words, STYLE_PLAIN, meaning);
}

/* The keys, then the signs. */
static void draw_keys(const struct help *h, const struct desk *d, struct cells *c,
                      struct area where)
{
	int row = 0;
	for (size_t i = h->top; i < key_meaning_count + sign_meaning_count && row < where.rows;
	     i++) {
		size_t sign = i - key_meaning_count;
		struct area rest = { where.row + row, where.col, where.rows - row, where.cols };
		row += i < key_meaning_count
		           ? draw_meaning(desk_keys(d, _(key_meanings[i].name)),
		                          desk_keys(d, _(key_meanings[i].meaning)), c, rest)
		           : draw_meaning(sign_meanings[sign].sign, _(sign_meanings[sign].meaning),
		                          c, rest);
	}
}

static void help_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct help *h = model;
	desk_head(d, c, h->keys ? _("Bantuan · tombol dan tanda") : h->with.title);
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
