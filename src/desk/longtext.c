/* A long text on the whole screen. */
#include "longtext.h"

#include "loket/fault.h"
#include "loket/text.h"

enum { WHAT_MOST = 200, TEXT_COLS_MOST = 120 };

void longtext_fit(struct longtext *l, struct entry *text, struct area whole)
{
	whole.cols = whole.cols < TEXT_COLS_MOST ? whole.cols : TEXT_COLS_MOST;
	l->where = whole;
	text->width = whole.cols;
	text->rows = whole.rows;
}

void longtext_open(struct longtext *l, struct entry *text, struct area whole, struct arena *a)
{
	*l = (struct longtext){ .open = true };
	entry_init(&l->what, a, WHAT_MOST, 1, 1);
	longtext_fit(l, text, whole);
}

/* ---- the search ---- */

static void search_open(struct longtext *l)
{
	static const struct event all = { .kind = EV_KEY, .key = K_CTRL_A };
	l->searching = true;
	l->missed = l->again = false;
	(void)entry_on(&l->what, &all); /* Enter looks for the same again */
}

static void search(struct longtext *l, struct entry *text)
{
	l->missed = !entry_find(text, l->what.text, &l->again);
	l->searching = l->missed;
}

/* What was looked for before makes way for what is typed. */
static enum longtext_news on_search(struct longtext *l, struct entry *text, const struct event *e)
{
	bool key = e->kind == EV_KEY, types = e->kind == EV_TEXT || e->kind == EV_PASTE;
	if (key && e->key == K_ESC) {
		l->searching = l->missed = false;
		return LONGTEXT_USED;
	}
	if (key && (e->key == K_ENTER || e->key == K_F5)) {
		search(l, text);
		return LONGTEXT_USED;
	}
	if (types && l->what.at == 0)
		entry_set(&l->what, "");
	l->missed = false;
	return entry_on(&l->what, e) || !key ? LONGTEXT_USED : LONGTEXT_NOT_MINE;
}

/* ---- keys ---- */

enum longtext_news longtext_on(struct longtext *l, struct entry *text, const struct event *e)
{
	if (l->searching)
		return on_search(l, text, e);
	if (e->kind != EV_KEY)
		return LONGTEXT_NOT_MINE;
	int page = l->where.rows > 1 ? l->where.rows - 1 : 1;
	l->again = false;
	switch ((int)e->key) {
	case K_ESC:
	case K_F4:
		return LONGTEXT_CLOSED;
	case K_F5:
		search_open(l);
		return LONGTEXT_USED;
	case K_PGUP:
	case K_F7:
		entry_lines(text, -page);
		return LONGTEXT_USED;
	case K_PGDN:
	case K_F8:
		entry_lines(text, page);
		return LONGTEXT_USED;
	case K_TAB: /* to no other field while this one fills the screen */
	case K_BACKTAB:
		return LONGTEXT_USED;
	default:
		return LONGTEXT_NOT_MINE;
	}
}

/* ---- the picture ---- */

/* Over the last line of the text. */
static void draw_search(const struct longtext *l, struct cells *c)
{
	int row = l->where.row + l->where.rows - 1, col = l->where.col;
	const char *missed = l->missed ? _("tidak ditemukan") : "";
	int label = text_columns(_("Cari")) + 1, said = text_columns(missed);
	struct entry what = l->what;
	what.width = l->where.cols - label - said - 1;
	cells_fill(c, row, 0, c->cols, STYLE_PLAIN, " ");
	cells_put(c, row, col, STYLE_FOCUS, _("Cari"));
	cells_put_right(c, row, col + l->where.cols - said, said, STYLE_WARNING, missed);
	entry_draw(&what, c, row, col + label, true);
}

void longtext_draw(const struct longtext *l, const struct entry *text, struct cells *c)
{
	struct entry shown = *text;
	shown.bare = true;
	entry_draw(&shown, c, l->where.row, l->where.col, !l->searching);
	if (l->searching)
		draw_search(l, c);
}
