/* F2: why a figure, a date or a status is what it is. All that can be told of a filing stands here
 * as one list; what was asked about is open, the rest opens with Enter. */
#include "loket/why.h"

#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/session.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "daypick.h"
#include "listview.h"

enum { BELOW = 9, KEY_ROOM = 32, OPEN_MOST = 64, SHEET_COLS = 30, SHEET_LEAST = 64 };

/* A row of the list: of one why its head, or one of its rows. */
struct why_line {
	const struct why *of;
	const struct why_row *row; /* NULL: the head */
};
struct why_view {
	struct listview list;
	struct id id;
	const struct session *session; /* NULL: as it is kept */
	struct whys all;
	struct why_line *lines;
	size_t count;
	char opened[OPEN_MOST][KEY_ROOM]; /* keys of those that are open */
	size_t opened_count;
	bool placed; /* the cursor was put where one asked */
	struct arena *a;
	bool kept;
};

/* ---- open and closed ---- */

static size_t opened_at(const struct why_view *v, const char *key)
{
	size_t i = 0;
	while (i < v->opened_count && !text_same(v->opened[i], key))
		i++;
	return i;
}

static bool is_open(const struct why_view *v, const struct why *w)
{
	return opened_at(v, w->key) < v->opened_count;
}

static void turn(struct why_view *v, const char *key)
{
	size_t at = opened_at(v, key);
	if (at < v->opened_count) {
		v->opened_count--;
		memmove(v->opened[at], v->opened[at + 1], (v->opened_count - at) * KEY_ROOM);
	} else if (v->opened_count < OPEN_MOST) {
		snprintf(v->opened[v->opened_count++], KEY_ROOM, "%s", key);
	}
}

static void lines_make(struct why_view *v, const struct desk *d)
{
	v->count = 0;
	for (size_t i = 0; i < v->all.count; i++) {
		const struct why *w = &v->all.items[i];
		v->lines[v->count++] = (struct why_line){ w, NULL };
		for (size_t k = 0; k < w->count && is_open(v, w); k++)
			v->lines[v->count++] = (struct why_line){ w, &w->rows[k] };
	}
	listview_fit(&v->list, v->count, d);
}

/* To its head, with as many of its rows below as there is room for. */
static void go_to(struct why_view *v, const char *key)
{
	for (size_t i = 0; i < v->count; i++) {
		if (v->lines[i].row != NULL || !text_same(v->lines[i].of->key, key))
			continue;
		size_t last = i;
		while (last + 1 < v->count && v->lines[last + 1].of == v->lines[i].of)
			last++;
		listview_go(&v->list, last);
		listview_go(&v->list, i);
	}
}

/* ---- reading ---- */

static bool why_begin(void *model, struct desk *d, struct arena *a, const struct argument *with,
                      struct fault *why)
{
	struct why_view *v = model;
	v->id = with->filing;
	v->session = with->session;
	turn(v, with->text == NULL ? "" : with->text);
	return true;
}

static bool whys_read(struct why_view *v, struct desk *d, struct arena *a, struct fault *why)
{
	struct filing f;
	struct why_ask ask = { .filing = &f, .now = clock_now(), .a = a };
	if (v->session != NULL)
		return session_whys(v->session, a, &v->all, why);
	return service_filing(&d->login, &v->id, a, &f, why) &&
	       service_whys(&d->login, &ask, &v->all, why);
}

static bool why_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct why_view *v = model;
	v->all = (struct whys){ 0 };
	bool good = whys_read(v, d, a, why);
	size_t rows = v->all.count;
	for (size_t i = 0; i < v->all.count; i++)
		rows += v->all.items[i].count;
	v->lines = arena_get(a, rows + 1, sizeof *v->lines);
	lines_make(v, d);
	if (!v->placed && v->opened_count > 0)
		go_to(v, v->opened[0]);
	v->placed = true;
	return good;
}

/* ---- the list ---- */

static const struct why_line *chosen(const struct why_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->count ? &v->lines[at] : NULL;
}

static void why_cells(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct why_view *v = model;
	const struct why_line *l = &v->lines[at];
	struct arena *a = d->scratch;
	if (l->row == NULL) {
		out->cells[0] = arena_print(a, "%s %s", is_open(v, l->of) ? "–" : "+",
		                            sentence_said(a, l->of->title));
		out->cells[1] = sentence_said(a, why_value(l->of, a));
		return;
	}
	out->cells[0] = arena_print(a, "%*s%s", 2 + 2 * l->row->depth, "",
	                            sentence_said(a, l->row->what));
	out->cells[1] = why_row_value(l->row, a);
	out->cells[2] = sentence_said(a, l->row->basis);
	out->dim = l->row->depth > 0;
}

static const struct listview_column columns[] = {
	{ "", .share = 2 },
	{ "", .width = 28, .right = true },
	{ "", .share = 1, .windows = LISTVIEW_WIDE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = BELOW,
	.fixed = true,
	.empty = N_("Belum ada yang dapat dijelaskan pada pendaftaran ini"),
	.row = why_cells,
};

/* ---- keys ---- */

static struct intent turn_chosen(void *model, struct desk *d)
{
	struct why_view *v = model;
	const char *key = chosen(v)->of->key;
	turn(v, key);
	lines_make(v, d);
	go_to(v, key);
	return stay();
}

static struct intent print(void *model, struct desk *d)
{
	const struct why_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_print(&d->login, &v->id, "mengapa", 0, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static bool is_kept(const void *model)
{
	return !id_none(&((const struct why_view *)model)->id);
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka, tutup"), .run = turn_chosen, .when = listview_when_any },
	{ K_F9, .label = N_("cetak"), .run = print, .when = is_kept },
	LISTVIEW_PAGES,
	{ K_F2, .then = { .kind = INTENT_BACK }, .quiet = true },
};

/* ---- the picture: below the list the chosen row whole, and what it rests on ---- */

static const char *passed_over(const void *self, day d)
{
	const struct why_row *r = why_days_find(self, d);
	return r == NULL || r->times > 0 ? NULL : r->what;
}

static const char *not_counted(const void *self, day d)
{
	const struct why_row *r = why_days_find(self, d);
	return r == NULL || r->times == 0 ? "" : NULL;
}

/* The days counted for the chosen line on the sheet of its month; the columns that are left. */
static int draw_sheet(const struct why_line *l, const struct desk *d, struct cells *c,
                      struct area below)
{
	const struct why_days days = why_days_of(l->of, l->row);
	bool dated = l->row != NULL && l->row->kind == WHY_DAY;
	struct day_near near = { .today = instant_day(d->now, &d->app->book->court.zone),
		                 .closed = { &days, passed_over },
		                 .unlawful = { &days, not_counted } };
	struct daypick sheet;
	char month[64];
	if (l->of->kind != WHY_DAY || why_days_counted(&days) == 0 || below.cols < SHEET_LEAST)
		return below.cols;
	int row = c->cursor_row, col = c->cursor_col, left = below.cols - SHEET_COLS;
	daypick_start(&sheet, dated ? l->row->on : l->of->on, &near);
	snprintf(month, sizeof month, "%s %d", _(month_name(day_ymd(sheet.at).month)),
	         day_ymd(sheet.at).year);
	cells_put_fit(c, below.row, below.col + left, SHEET_COLS, STYLE_TITLE,
	              arena_print(d->scratch, "%s · %s", month, _("✓ dihitung")));
	daypick_sheet(&sheet, c,
	              (struct area){ below.row + 1, below.col + left, below.rows - 1, SHEET_COLS });
	cells_cursor(c, row, col);
	return left - 2;
}

static void why_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct why_view *v = model;
	struct area below = listview_below(&v->list, c);
	const struct why_line *l = chosen(v);
	struct arena *a = d->scratch;
	desk_head(d, c,
	          l == NULL ? _("Mengapa?")
	                    : message_text(a, _("Mengapa · %1"), sentence_said(a, l->of->title)));
	if (l == NULL)
		return;
	const struct why_row *row = l->row != NULL     ? l->row
	                            : l->of->count > 0 ? &l->of->rows[0]
	                                               : NULL;
	const char *what = l->row == NULL ? l->of->title : row->what,
	           *basis = row == NULL ? "" : row->basis;
	below.row++;
	below.rows--;
	below.cols = draw_sheet(l, d, c, below);
	int used = frame_paragraph(c, below, STYLE_PLAIN, sentence_said(a, what));
	below.row += used;
	below.rows -= used;
	if (!text_is_empty(basis) && below.rows > 0)
		(void)frame_paragraph(c, below, STYLE_DIM,
		                      message_text(a, _("Dasar: %1"), sentence_said(a, basis)));
}

struct intent why_open(const struct id *filing, const char *key)
{
	return open_screen(&screen_why, (struct argument){ .filing = *filing, .text = key });
}

const struct screen screen_why = {
	.size = sizeof(struct why_view),
	.title = N_("Mengapa?"),
	.help = N_(
	    "Dari mana tiap angka, tanggal, dan keadaan pendaftaran ini. Yang ditanyakan terbuka; "
	    "Enter membuka atau menutup yang lain. Baris yang menjorok menerangkan baris di atasnya: "
	    "bagian sebuah hitungan, hari yang dihitung (berangka) atau dilewati, tarif dan masa "
	    "berlakunya. Di bawah daftar dasar hukumnya. F9 mencetak semuanya."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = why_begin,
	.read = why_read,
	.draw = why_draw,
};
