/* Register Induk of one alur and year: a line for each number, the chosen one whole below; numbers
 * that did not come through here stand between. As PDF and CSV too. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "listview.h"

enum { YEAR_MOST = 4, DETAIL_LABEL = 20 };

/* Cells of a line, by service_register()'s columns. */
enum { C_SEQUENCE, C_NUMBER, C_SIDE1, C_SIDE2, C_PETITUM, C_REGISTERED, C_NOTE = 10 };

struct register_view {
	struct listview list;
	size_t alur;
	char year[YEAR_MOST + 1]; /* the last one that was typed whole */
	struct table table;
	bool seen; /* it was read before */
};

static const char *alur_code(const struct register_view *v, const struct desk *d)
{
	return d->app->book->alurs[v->alur].code;
}

static const char *cell(const struct register_view *v, size_t row, size_t column)
{
	return v->table.cells[row * v->table.column_count + column];
}

static bool register_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                          struct fault *why)
{
	struct register_view *v = model;
	char iso[16];
	day_iso(instant_day(d->now, &d->app->book->court.zone), iso, sizeof iso);
	snprintf(v->year, sizeof v->year, "%.*s", YEAR_MOST, iso);
	entry_set(&v->list.list.typed, v->year);
	return true;
}

/* Opens at the newest number. */
static bool register_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct register_view *v = model;
	v->table = (struct table){ 0 };
	bool good = service_register(&d->login, alur_code(v, d), v->year, a, &v->table, why);
	listview_fit(&v->list, v->table.row_count, d);
	if (!v->seen)
		window_go(&v->list.list.window, v->table.row_count);
	v->seen = true;
	return good;
}

static struct intent register_typed(void *model, struct desk *d)
{
	struct register_view *v = model;
	const struct entry *typed = &v->list.list.typed;
	if (typed->length != YEAR_MOST || text_same(typed->text, v->year))
		return stay();
	snprintf(v->year, sizeof v->year, "%s", typed->text);
	desk_quiet(d);
	return read_again();
}

static void register_row(const void *model, const struct desk *d, size_t at,
                         struct listview_row *out)
{
	const struct register_view *v = model;
	day registered = DAY_NONE;
	if (!day_figures_parse(cell(v, at, C_REGISTERED), 0, &registered))
		registered = DAY_NONE;
	bool gap = text_is_empty(cell(v, at, C_NUMBER));
	out->cells[0] = gap ? cell(v, at, C_SEQUENCE) : cell(v, at, C_NUMBER);
	out->cells[1] = cell(v, at, C_REGISTERED);
	out->cells[2] = gap ? cell(v, at, C_NOTE) : cell(v, at, C_SIDE1);
	out->cells[3] = cell(v, at, C_SIDE2);
	out->figures[0] = (int64_t)at;
	out->figures[1] = registered;
}

static const struct listview_column columns[] = {
	{ N_("Nomor perkara"), .width = 28, .by = LISTVIEW_FIGURE },
	{ N_("Terdaftar"), .width = 11, .by = LISTVIEW_FIGURE },
	{ N_("Penggugat/Pemohon"), .share = 1 },
	{ N_("Tergugat/Termohon"), .share = 1 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 10,
	.typing = N_("Tahun"),
	.typed_most = YEAR_MOST,
	.empty = N_("Belum ada perkara bernomor dalam register ini."),
	.row = register_row,
};

/* ---- keys ---- */

/* Another register: what was said of the one before goes. */
static struct intent other_alur(struct register_view *v, struct desk *d, size_t by)
{
	v->alur = (v->alur + by) % d->app->book->alur_count;
	desk_quiet(d);
	return read_again();
}

static struct intent next_alur(void *model, struct desk *d)
{
	return other_alur(model, d, 1);
}

static struct intent last_alur(void *model, struct desk *d)
{
	return other_alur(model, d, d->app->book->alur_count - 1);
}

static bool has_number(const void *model)
{
	const struct register_view *v = model;
	size_t at = listview_at(&v->list);
	return at < v->table.row_count && !text_is_empty(cell(v, at, C_NUMBER));
}

static struct intent open_filing(void *model, struct desk *d)
{
	struct register_view *v = model;
	struct id id;
	struct fault why = { 0 };
	if (service_find(&d->login, cell(v, listview_at(&v->list), C_NUMBER), &id, &why))
		return open_screen(&screen_filing, (struct argument){ .filing = id });
	desk_fault(d, &why);
	return stay();
}

static struct intent print(void *model, struct desk *d)
{
	struct register_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_register_print(&d->login, alur_code(v, d), v->year, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static struct intent write_csv(void *model, struct desk *d)
{
	struct register_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_register_csv(&d->login, alur_code(v, d), v->year, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static const struct binding keys[] = {
	{ K_TAB, .label = N_("register lain"), .run = next_alur },
	{ K_ENTER, .label = N_("buka perkara"), .run = open_filing, .when = has_number },
	{ K_F9, .run = print, .when = listview_when_any },
	{ K_F5, .label = N_("tulis CSV"), .run = write_csv, .when = listview_when_any },
	{ K_BACKTAB, .run = last_alur, .quiet = true },
	LISTVIEW_SORTS,
};

/* ---- the picture ---- */

/* The chosen line: what fits of its columns, each with its title. */
static void draw_whole(const struct register_view *v, struct cells *c, struct area where)
{
	int row = 1;
	size_t at = listview_at(&v->list);
	for (size_t i = C_SIDE1; i < v->table.column_count && row < where.rows; i++) {
		const char *text = cell(v, at, i);
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
	desk_head(d, c,
	          message_text(d->scratch, _("Register Induk %1 · %2"), alur->name, alur->form));
	if (v->table.row_count > 0)
		draw_whole(v, c, listview_below(&v->list, c));
}

const struct screen screen_register = {
	.size = sizeof(struct register_view),
	.title = N_("Register Induk"),
	.help = N_(
	    "Satu baris tiap nomor perkara, menurut alur dan tahun. Nomor yang tidak lewat Loket "
	    "diberikan petugas langsung di SIPP. Ketik tahunnya; Tab berpindah register, Enter membuka "
	    "perkaranya, F9 mencetak PDF, F5 menulis berkas CSV."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = register_open,
	.read = register_read,
	.typed = register_typed,
	.draw = register_draw,
};
