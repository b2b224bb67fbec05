/* The registers of one year: Register Induk by alur, a line for each number, between them those
 * that did not come through here; and the letters of attorney. The chosen line stands whole below.
 * As PDF and CSV too. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "listview.h"

enum { YEAR_MOST = 4, DETAIL_LABEL = 20 };

/* Cells of a line, by service_register()'s columns. */
enum { C_SEQUENCE, C_NUMBER, C_SIDE1, C_SIDE2, C_PETITUM, C_REGISTERED, C_NOTE = 10 };
/* The same, by service_attorneys()'s. */
enum { A_SEQUENCE, A_NUMBER, A_REGISTERED, A_FROM, A_TO, A_LETTER, A_CASE };

struct register_view {
	struct listview list;
	size_t which;             /* of the book's alurs; past them, of letters of attorney */
	char year[YEAR_MOST + 1]; /* the last one that was typed whole */
	struct table table;
	bool seen; /* it was read before */
};

static bool is_of_attorneys(const struct register_view *v, const struct desk *d)
{
	return v->which == d->app->book->alur_count;
}

static const char *alur_code(const struct register_view *v, const struct desk *d)
{
	return d->app->book->alurs[v->which].code;
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
	bool good = is_of_attorneys(v, d)
	                ? service_attorneys(&d->login, v->year, a, &v->table, why)
	                : service_register(&d->login, alur_code(v, d), v->year, a, &v->table, why);
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

static day registered_on(const struct register_view *v, size_t at, size_t column)
{
	day on = DAY_NONE;
	return day_figures_parse(cell(v, at, column), 0, &on) ? on : DAY_NONE;
}

static void case_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct register_view *v = model;
	bool gap = text_is_empty(cell(v, at, C_NUMBER));
	out->cells[0] = gap ? cell(v, at, C_SEQUENCE) : cell(v, at, C_NUMBER);
	out->cells[1] = cell(v, at, C_REGISTERED);
	out->cells[2] = gap ? cell(v, at, C_NOTE) : cell(v, at, C_SIDE1);
	out->cells[3] = cell(v, at, C_SIDE2);
	out->figures[0] = (int64_t)at;
	out->figures[1] = registered_on(v, at, C_REGISTERED);
}

static void attorney_row(const void *model, const struct desk *d, size_t at,
                         struct listview_row *out)
{
	const struct register_view *v = model;
	out->cells[0] = cell(v, at, A_NUMBER);
	out->cells[1] = cell(v, at, A_REGISTERED);
	out->cells[2] = cell(v, at, A_FROM);
	out->cells[3] = cell(v, at, A_TO);
	out->figures[0] = (int64_t)at;
	out->figures[1] = registered_on(v, at, A_REGISTERED);
}

static const struct listview_column case_columns[] = {
	{ N_("Nomor perkara"), .width = 28, .by = LISTVIEW_FIGURE },
	{ N_("Terdaftar"), .width = 11, .by = LISTVIEW_FIGURE },
	{ N_("Penggugat/Pemohon"), .share = 1 },
	{ N_("Tergugat/Termohon"), .share = 1 },
};
static const struct listview_column attorney_columns[] = {
	{ N_("Nomor"), .width = 28, .by = LISTVIEW_FIGURE },
	{ N_("Terdaftar"), .width = 11, .by = LISTVIEW_FIGURE },
	{ N_("Pemberi kuasa"), .share = 1 },
	{ N_("Penerima kuasa"), .share = 1 },
};
static const struct listing listing = {
	.columns = case_columns,
	.column_count = COUNT_OF(case_columns),
	.below = 10,
	.typing = N_("Tahun"),
	.typed_most = YEAR_MOST,
	.empty = N_("Belum ada perkara bernomor dalam register ini."),
	.row = case_row,
};
static const struct listing attorney_listing = {
	.columns = attorney_columns,
	.column_count = COUNT_OF(attorney_columns),
	.below = 10,
	.typing = N_("Tahun"),
	.typed_most = YEAR_MOST,
	.empty = N_("Belum ada surat kuasa terdaftar dalam register ini."),
	.row = attorney_row,
};

/* ---- keys ---- */

/* Another register: what was said of the one before goes. */
static struct intent other_register(struct register_view *v, struct desk *d, size_t by)
{
	v->which = (v->which + by) % (d->app->book->alur_count + 1);
	v->list.listing = is_of_attorneys(v, d) ? &attorney_listing : &listing;
	desk_quiet(d);
	return read_again();
}

static struct intent next_register(void *model, struct desk *d)
{
	return other_register(model, d, 1);
}

static struct intent last_register(void *model, struct desk *d)
{
	return other_register(model, d, d->app->book->alur_count);
}

/* Of the case that the chosen line is about; "" : of none. */
static const char *case_number(const struct register_view *v)
{
	size_t at = listview_at(&v->list);
	bool of_attorneys = v->list.listing == &attorney_listing;
	return at < v->table.row_count ? cell(v, at, of_attorneys ? A_CASE : C_NUMBER) : "";
}

static bool has_number(const void *model)
{
	return !text_is_empty(case_number(model));
}

static struct intent open_filing(void *model, struct desk *d)
{
	struct id id;
	struct fault why = { 0 };
	if (service_find(&d->login, case_number(model), &id, &why))
		return open_screen(&screen_filing, (struct argument){ .filing = id });
	desk_fault(d, &why);
	return stay();
}

static struct intent print(void *model, struct desk *d)
{
	struct register_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = is_of_attorneys(v, d)
	                ? service_attorneys_print(&d->login, v->year, &printed, &why)
	                : service_register_print(&d->login, alur_code(v, d), v->year, &printed,
	                                         &why);
	return desk_printed(d, done, &printed, &why);
}

static struct intent write_csv(void *model, struct desk *d)
{
	struct register_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = is_of_attorneys(v, d)
	                ? service_attorneys_csv(&d->login, v->year, &printed, &why)
	                : service_register_csv(&d->login, alur_code(v, d), v->year, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static const struct binding keys[] = {
	{ K_TAB, .label = N_("register lain"), .run = next_register },
	{ K_ENTER, .label = N_("buka perkara"), .run = open_filing, .when = has_number },
	{ K_F9, .run = print, .when = listview_when_any },
	{ K_F5, .label = N_("tulis CSV"), .run = write_csv, .when = listview_when_any },
	{ K_BACKTAB, .run = last_register, .quiet = true },
	LISTVIEW_SORTS,
};

/* ---- the picture ---- */

/* The chosen line: what fits of its columns, each with its title, but for those in the list. */
static void draw_whole(const struct register_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	int row = 1;
	size_t at = listview_at(&v->list);
	bool of_attorneys = v->list.listing == &attorney_listing;
	size_t listed = of_attorneys ? A_REGISTERED : C_REGISTERED;
	for (size_t i = of_attorneys ? A_FROM : C_SIDE1;
	     i < v->table.column_count && row < where.rows; i++) {
		const struct column *column = &v->table.columns[i];
		const char *text = report_cell(column, cell(v, at, i), d->scratch);
		if (text_is_empty(text) || i == listed)
			continue;
		struct area words = { where.row + row, where.col + DETAIL_LABEL, 2,
			              where.cols - DETAIL_LABEL };
		if (words.rows > where.rows - row)
			words.rows = where.rows - row;
		cells_put_fit(c, where.row + row, where.col, DETAIL_LABEL - 1, STYLE_DIM,
		              column->title);
		row += frame_paragraph(c, words, STYLE_PLAIN, text);
	}
}

static void register_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct register_view *v = model;
	const struct alur *alur = &d->app->book->alurs[v->which];
	desk_head(d, c,
	          is_of_attorneys(v, d) ? _("Register surat kuasa · RI-PA7")
	                                : message_text(d->scratch, _("Register Induk %1 · %2"),
	                                               alur->name, alur->form));
	if (v->table.row_count > 0)
		draw_whole(v, d, c, listview_below(&v->list, c));
}

const struct screen screen_register = {
	.size = sizeof(struct register_view),
	.title = N_("Register"),
	.help = N_(
	    "Satu baris tiap nomor perkara, menurut alur dan tahun. Nomor yang tidak lewat Loket "
	    "diberikan petugas langsung di SIPP. Sesudah ketiga Register Induk: register surat kuasa "
	    "khusus; surat kuasa terdaftar bersama perkaranya. Ketik tahunnya; Tab berpindah register, "
	    "Enter membuka perkaranya, F9 mencetak PDF, F5 menulis berkas CSV."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = register_open,
	.read = register_read,
	.typed = register_typed,
	.draw = register_draw,
};
