/* A `:` line: any command of loket, run as who sits here, in a process of its own that has no
 * terminal; what it says is shown by pages. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "entry.h"
#include "frame.h"
#include "screen.h"

enum {
	LINE_MOST = 500,
	SAID_MOST = 4 * 1024 * 1024, /* bytes; more is cut and said so */
	PIECE = 64 * 1024,
	SIDE_STEP = 8, /* columns that Left and Right move wide tables by */
	WORD_COLS = 26
};

struct command_view {
	struct arena *a;
	struct entry line;
	const struct choice *offers; /* what the last word may become */
	size_t offer_count;
	struct child child;
	bool running;
	struct text said;
	bool cut;
	const char **lines; /* what it said, cleaned; NULL: nothing was run yet */
	size_t count, top;
	int left;   /* the first column shown */
	int widest; /* columns of the widest line; wider than the window, they are moved sideways */
	bool wide;
};

static void offer(struct command_view *v, struct desk *d)
{
	v->offer_count = d->commands->complete(d->app->book, v->line.text, v->a, &v->offers);
}

static bool command_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                         struct fault *why)
{
	struct command_view *v = model;
	v->a = a;
	v->child = (struct child){ .in = -1, .out = -1 };
	entry_init(&v->line, a, LINE_MOST, d->cols, 1);
	offer(v, d);
	return true;
}

static void ended(struct command_view *v, struct desk *d)
{
	v->running = false;
	d->watched = -1;
	child_stop(&v->child);
}

static void command_close(void *model, struct desk *d)
{
	ended(model, d);
}

/* ---- running ---- */

/* The login goes to the child by its input, and counts once. */
static bool start(struct command_view *v, struct desk *d, struct fault *why)
{
	char pass[PASS_ROOM];
	const char *const *argv;
	if (!d->commands->words(&d->app->home, v->line.text, v->a, &argv, why) ||
	    !login_pass_on(&d->login, pass, why) || !child_start_apart(&v->child, argv, why))
		return false;
	pipe_offer(v->child.in, pass, strlen(pass));
	pipe_offer(v->child.in, "\n", 1);
	secret_wipe(pass, sizeof pass);
	child_shut(&v->child);
	v->running = true;
	return true;
}

static void run(struct command_view *v, struct desk *d)
{
	struct fault why = { 0 };
	if (text_is_empty(text_clean(v->a, v->line.text, v->line.length, false)))
		return;
	if (!start(v, d, &why)) {
		ended(v, d);
		desk_fault(d, &why);
		return;
	}
	snprintf(d->ran, sizeof d->ran, "%s", v->line.text);
	v->said = text_start(v->a);
	v->cut = false;
	d->watched = v->child.out;
	desk_say(d, STYLE_DIM, _("Sedang berjalan; Esc menghentikannya"));
}

/* Blanks at the beginning stay: tables are aligned by them. */
static void lines_take(struct command_view *v)
{
	size_t capacity = 0;
	const char *s = v->said.s;
	v->lines = NULL;
	v->count = v->top = 0;
	v->left = v->widest = 0;
	while (*s != '\0' || v->lines == NULL) {
		size_t length = strcspn(s, "\n"), blanks = strspn(s, " ");
		blanks = blanks < length ? blanks : length;
		v->lines = list_grow(v->a, v->lines, v->count, &capacity, sizeof *v->lines);
		v->lines[v->count++] =
		    arena_print(v->a, "%*s%s", (int)blanks, "",
		                text_clean(v->a, s + blanks, length - blanks, false));
		int columns = text_columns(v->lines[v->count - 1]);
		v->widest = columns > v->widest ? columns : v->widest;
		s += length + (s[length] == '\n');
	}
}

static void finish(struct command_view *v, struct desk *d, bool stopped)
{
	enum { SECOND = 1000, LAST_WORD = 2 * SECOND };
	int code = 0;
	(void)child_wait(&v->child, LAST_WORD, &code);
	ended(v, d);
	lines_take(v);
	v->wide = v->widest >= d->cols;
	char number[16];
	snprintf(number, sizeof number, "%d", code);
	if (stopped)
		desk_say(d, STYLE_WARNING, _("Dihentikan"));
	else if (v->cut)
		desk_say(d, STYLE_WARNING, _("Terlalu panjang; hanya awalnya yang tampak"));
	else if (code != 0)
		desk_say_with(d, STYLE_FAULT, _("Tidak berhasil, kode %1"), number);
	else
		desk_say(d, STYLE_DONE, _("Selesai"));
}

static void take(struct command_view *v, struct desk *d)
{
	char piece[PIECE];
	long got = pipe_take(v->child.out, piece, sizeof piece);
	if (got > 0)
		text_add_bytes(&v->said, piece, strnlen(piece, (size_t)got));
	v->cut = v->said.length > SAID_MOST;
	if (got == 0 || v->cut)
		finish(v, d, false);
}

/* ---- the line ---- */

/* As far as all offers agree; a blank behind the only one, so that the next word can follow. */
static void complete(struct command_view *v, struct desk *d)
{
	if (v->offer_count == 0)
		return;
	size_t same = strlen(v->offers[0].value);
	for (size_t i = 1; i < v->offer_count; i++) {
		size_t n = 0;
		while (n < same && v->offers[i].value[n] == v->offers[0].value[n])
			n++;
		same = n;
	}
	const char *end = v->offers[0].value + same;
	bool whole = v->offer_count == 1 && same > 0 && end[-1] != '/' && end[-1] != '=';
	if (same >= v->line.length)
		entry_set(&v->line, arena_print(v->a, "%.*s%s", (int)same, v->offers[0].value,
		                                whole ? " " : ""));
	offer(v, d);
}

static struct intent on_line(struct command_view *v, struct desk *d, const struct event *e)
{
	if (e->kind == EV_KEY && e->key == K_ENTER) {
		run(v, d);
	} else if (e->kind == EV_KEY && e->key == K_TAB) {
		complete(v, d);
	} else if (e->kind == EV_KEY && e->key == K_UP) {
		entry_set(&v->line, d->ran);
		offer(v, d);
	} else if (entry_on(&v->line, e)) {
		offer(v, d);
	} else {
		return pass();
	}
	return stay();
}

/* ---- what it said ---- */

static size_t rows_shown(const struct desk *d)
{
	const struct cells window = { .rows = d->rows, .cols = d->cols };
	int rows = frame_whole(&window).rows;
	return rows > 1 ? (size_t)rows : 1;
}

static void go(struct command_view *v, const struct desk *d, long to)
{
	size_t rows = rows_shown(d), last = v->count > rows ? v->count - rows : 0;
	v->top = to < 0 ? 0 : (size_t)to < last ? (size_t)to : last;
}

static struct intent on_said(struct command_view *v, struct desk *d, const struct event *e)
{
	long at = (long)v->top, page = (long)rows_shown(d);
	if (e->kind == EV_TEXT && text_same(e->text, ":")) {
		v->lines = NULL;
		desk_quiet(d);
		entry_set(&v->line, "");
		offer(v, d);
		return stay();
	}
	if (e->kind != EV_KEY)
		return pass();
	switch ((int)e->key) {
	case K_UP:
		go(v, d, at - 1);
		return stay();
	case K_DOWN:
		go(v, d, at + 1);
		return stay();
	case K_PGUP:
	case K_F7:
		go(v, d, at - page);
		return stay();
	case K_PGDN:
	case K_F8:
		go(v, d, at + page);
		return stay();
	case K_HOME:
		go(v, d, 0);
		return stay();
	case K_END:
		go(v, d, (long)v->count);
		return stay();
	case K_LEFT:
		v->left -= v->left > 0 ? SIDE_STEP : 0;
		return stay();
	case K_RIGHT:
		v->left += v->left + d->cols <= v->widest ? SIDE_STEP : 0;
		return stay();
	default:
		return pass();
	}
}

static struct intent command_on(void *model, struct desk *d, const struct event *e)
{
	struct command_view *v = model;
	if (e->kind == EV_NEWS) {
		if (v->running)
			take(v, d);
		return stay();
	}
	if (v->running) {
		if (e->kind == EV_KEY && e->key == K_ESC)
			finish(v, d, true);
		return stay();
	}
	return v->lines == NULL ? on_line(v, d, e) : on_said(v, d, e);
}

/* ---- the picture ---- */

static bool when_line(const void *model)
{
	const struct command_view *v = model;
	return v->lines == NULL && !v->running;
}

static bool when_said(const void *model)
{
	const struct command_view *v = model;
	return v->lines != NULL && !v->running;
}

static bool when_wide(const void *model)
{
	return when_said(model) && ((const struct command_view *)model)->wide;
}

static const struct binding keys[] = {
	{ .name = "Enter", .label = N_("jalankan"), .when = when_line },
	{ .name = "Tab", .label = N_("lengkapi"), .when = when_line },
	{ .name = "↑", .label = N_("yang terakhir"), .when = when_line },
	{ .name = "F7 F8", .label = N_("halaman"), .when = when_said },
	{ .name = "← →", .label = N_("geser"), .when = when_wide },
	{ .name = ":", .label = N_("perintah lain"), .when = when_said },
};

static void draw_line(const struct command_view *v, struct cells *c, struct area where)
{
	struct entry line = v->line;
	line.width = where.cols - 1;
	cells_put(c, where.row, where.col, STYLE_FOCUS, ":");
	entry_draw(&line, c, where.row, where.col + 1, true);
	for (size_t i = 0; i < v->offer_count && (int)i + 2 < where.rows; i++) {
		int row = where.row + 2 + (int)i, used = text_columns(v->offers[i].label);
		int gap = used < WORD_COLS ? WORD_COLS : used + 2;
		cells_put_fit(c, row, where.col + 1, where.cols - 1, STYLE_PLAIN,
		              v->offers[i].label);
		if (gap < where.cols)
			cells_put_fit(c, row, where.col + 1 + gap, where.cols - 1 - gap, STYLE_DIM,
			              v->offers[i].note);
	}
}

/* The rest of the line from that column on. */
static const char *from_column(const char *s, int column)
{
	int columns;
	for (size_t bytes; column > 0 && (bytes = text_grapheme(s, &columns)) > 0; s += bytes)
		column -= columns;
	return s;
}

static void draw_said(const struct command_view *v, struct cells *c, struct area where)
{
	for (size_t i = 0; i < (size_t)where.rows && v->top + i < v->count; i++)
		cells_put_fit(c, where.row + (int)i, where.col, where.cols, STYLE_PLAIN,
		              from_column(v->lines[v->top + i], v->left));
	cells_cursor(c, where.row, where.col);
}

static void command_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct command_view *v = model;
	struct area where = frame_whole(c);
	if (when_line(v)) {
		desk_head(d, c, _("Perintah"));
		draw_line(v, c, where);
		return;
	}
	frame_head(c, arena_print(d->scratch, "loket %s", d->ran), "");
	if (!v->running)
		draw_said(v, c, where);
}

const struct screen screen_command = {
	.size = sizeof(struct command_view),
	.title = N_("Perintah"),
	.help = N_(
	    "Setiap perintah loket dapat dijalankan dari sini, atas nama yang masuk: loket(1) "
	    "menerangkannya, help PERINTAH merangkumnya. Di bawah baris berdiri kata yang dapat "
	    "mengikuti; Tab melengkapi sejauh semuanya sama. Kata yang memuat spasi ditulis di antara "
	    "tanda kutip. Yang menanyakan kata sandi atau membuka meja dijalankan di shell."),
	.keys = BINDINGS(keys),
	.over = true,
	.open = command_open,
	.on = command_on,
	.draw = command_draw,
	.close = command_close,
};
