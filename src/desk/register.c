/* Register Induk of one alur and year: a line for each number, the chosen one whole below; numbers
 * that did not come through here stand between. As PDF and CSV too. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "entry.h"
#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { YEAR_MOST = 4, READ_MEMORY = 256 * 1024 * 1024, DETAIL_ROWS = 9, DETAIL_LABEL = 20 };

/* Cells of a line, by service_register()'s columns. */
enum { C_SEQUENCE, C_NUMBER, C_SIDE1, C_SIDE2, C_PETITUM, C_REGISTERED, C_NOTE = 10 };

struct register_view {
	struct arena read;
	size_t alur;
	struct entry year;
	struct table table;
	struct window window;
};

static const char *alur_code(const struct register_view *v, const struct desk *d)
{
	return d->app->book->alurs[v->alur].code;
}

static const char *cell(const struct register_view *v, size_t row, size_t column)
{
	return v->table.cells[row * v->table.column_count + column];
}

static bool read_register(struct register_view *v, struct desk *d)
{
	struct fault why = { 0 };
	int rows = d->rows - 9 - DETAIL_ROWS;
	arena_drop(&v->read);
	v->table = (struct table){ 0 };
	bool good = service_register(&d->login, alur_code(v, d), v->year.text, &v->read, &v->table,
	                             &why);
	if (!good)
		desk_fault(d, &why);
	window_fit(&v->window, v->table.row_count, rows < 1 ? 1 : (size_t)rows);
	return good;
}

/* Another year or register was asked for: what was said of the one before goes. */
static void read_another(struct register_view *v, struct desk *d)
{
	if (read_register(v, d))
		d->message[0] = '\0';
}

static bool register_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                          struct fault *why)
{
	struct register_view *v = model;
	char iso[16];
	(void)with;
	(void)why;
	v->read = arena_start(READ_MEMORY);
	entry_init(&v->year, a, YEAR_MOST, YEAR_MOST + 1, 1);
	day_iso(instant_day(d->now, &d->app->book->court.zone), iso, sizeof iso);
	iso[YEAR_MOST] = '\0';
	entry_set(&v->year, iso);
	(void)read_register(v, d);
	window_go(&v->window, v->table.row_count > 0 ? v->table.row_count - 1 : 0);
	return true;
}

static void put_out(struct register_view *v, struct desk *d, bool csv)
{
	struct printed printed;
	struct fault why = { 0 };
	const char *alur = alur_code(v, d), *year = v->year.text;
	if (csv ? service_register_csv(&d->login, alur, year, &printed, &why)
	        : service_register_print(&d->login, alur, year, &printed, &why))
		desk_printed(d, printed.path);
	else
		desk_fault(d, &why);
}

static void other_alur(struct register_view *v, struct desk *d, size_t by)
{
	v->alur = (v->alur + by) % d->app->book->alur_count;
	read_another(v, d);
}

static struct intent open_filing(struct register_view *v, struct desk *d)
{
	struct id id;
	struct fault why = { 0 };
	if (v->window.at >= v->table.row_count || text_is_empty(cell(v, v->window.at, C_NUMBER)))
		return stay();
	if (service_find(&d->login, cell(v, v->window.at, C_NUMBER), &id, &why))
		return open_screen(SCREEN_FILING, (struct argument){ .filing = id });
	desk_fault(d, &why);
	return stay();
}

static struct intent on_key(struct register_view *v, struct desk *d, enum key key)
{
	if (key == K_ESC)
		return back();
	if (key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (key == K_F9)
		put_out(v, d, false);
	if (key == K_F5)
		put_out(v, d, true);
	if (key == K_TAB || key == K_BACKTAB)
		other_alur(v, d, key == K_TAB ? 1 : d->app->book->alur_count - 1);
	if (key == K_ENTER)
		return open_filing(v, d);
	if (key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Register Induk"),
		        .text = _(
		            "Satu baris tiap nomor perkara, menurut alur dan tahun. Nomor yang tidak lewat Loket "
		            "diberikan petugas langsung di SIPP. Ketik tahunnya; Tab berpindah register, Enter membuka "
		            "perkaranya, F9 mencetak PDF, F5 menulis berkas CSV.") });
	(void)window_key(&v->window, key);
	return stay();
}

static struct intent register_on(void *model, struct desk *d, const struct event *e)
{
	struct register_view *v = model;
	bool moves = e->kind == EV_KEY && (e->key == K_HOME || e->key == K_END);
	if (e->kind == EV_SIZE)
		(void)read_register(v, d);
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 5);
	if (!moves && entry_on(&v->year, e)) {
		if (v->year.length == YEAR_MOST)
			read_another(v, d);
		return stay();
	}
	return e->kind == EV_KEY ? on_key(v, d, e->key) : stay();
}

static void register_news(void *model, struct desk *d)
{
	(void)read_register(model, d);
}

static void register_close(void *model, struct desk *d)
{
	struct register_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static void draw_lines(const struct register_view *v, struct cells *c, struct area where)
{
	int half = (where.cols - 44) / 2;
	const struct frame_column columns[] = {
		{ _("Nomor perkara"), 2, 28, false },
		{ _("Terdaftar"), 31, 10, false },
		{ _("Penggugat/Pemohon"), 43, half - 1, false },
		{ _("Tergugat/Termohon"), 43 + half, 0, false },
	};
	frame_titles(c, where, columns, COUNT_OF(columns));
	for (size_t i = 0; i < v->window.rows && v->window.top + i < v->table.row_count; i++) {
		size_t row = v->window.top + i;
		bool gap = text_is_empty(cell(v, row, C_NUMBER));
		const char *texts[] = { gap ? cell(v, row, C_SEQUENCE) : cell(v, row, C_NUMBER),
			                cell(v, row, C_REGISTERED),
			                gap ? cell(v, row, C_NOTE) : cell(v, row, C_SIDE1),
			                cell(v, row, C_SIDE2) };
		frame_row(c, where, (int)i + 1, columns, COUNT_OF(columns), texts);
	}
	frame_choose(c, where, (int)(v->window.at - v->window.top) + 1);
}

/* The chosen line: what fits of its columns, each with its title. */
static void draw_whole(const struct register_view *v, struct cells *c, struct area where)
{
	int row = 0;
	for (size_t i = C_SIDE1; i < v->table.column_count && row < where.rows; i++) {
		const char *text = cell(v, v->window.at, i);
		if (text_is_empty(text) || i == C_REGISTERED)
			continue;
		struct area words = { where.row + row, where.col + DETAIL_LABEL, 2,
			              where.cols - DETAIL_LABEL };
		if (words.rows > where.rows - row)
			words.rows = where.rows - row;
		cells_put_fit(c, where.row + row, where.col, DETAIL_LABEL - 1, STYLE_DIM,
		              v->table.columns[i].title);
		row += frame_paragraph(c, words, STYLE_PLAIN, text);
	}
}

static void register_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct register_view *v = model;
	const struct alur *alur = &d->app->book->alurs[v->alur];
	struct area body = frame_whole(c);
	char head[160];
	message_fill(_("Register Induk %1 · %2"), (const char *const[]){ alur->name, alur->form },
	             2, head, sizeof head);
	desk_head(d, c, head);
	int used = cells_put(c, body.row, body.col + 2, STYLE_DIM, _("Tahun")) + 2;
	struct area lines = { body.row + 2, body.col, body.rows - DETAIL_ROWS - 3, body.cols };
	if (v->table.row_count == 0) {
		cells_put(c, lines.row + 1, body.col + 2, STYLE_DIM,
		          _("Belum ada perkara bernomor dalam register ini."));
	} else {
		draw_lines(v, c, lines);
		draw_whole(v, c,
		           (struct area){ body.row + body.rows - DETAIL_ROWS, body.col + 2,
		                          DETAIL_ROWS, body.cols - 4 });
	}
	entry_draw(&v->year, c, body.row, body.col + 2 + used, true);
	const struct key_hint hints[] = {
		{ .key = K_TAB, .name = "Tab", .label = _("register lain"), .shown = true },
		{ .key = K_ENTER, .label = _("buka perkara"), .shown = v->table.row_count > 0 },
		{ .key = K_F9, .shown = v->table.row_count > 0 },
		{ .key = K_F5, .label = _("tulis CSV"), .shown = v->table.row_count > 0 },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_register = {
	.size = sizeof(struct register_view),
	.open = register_open,
	.on = register_on,
	.draw = register_draw,
	.news = register_news,
	.close = register_close,
};
