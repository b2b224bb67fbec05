/* The filings behind a figure of a report; each opens. */
#include "loket/list.h"
#include "loket/text.h"

#include "listview.h"

/* Cells of a line, by service_report_filings()'s columns. */
enum { F_REG, F_CASE, F_NAME, F_TYPE, F_REGISTER, F_COUNTS, F_REGISTERED, F_ENDED };

struct figure_view {
	struct listview list;
	struct figure_asked figure;
	const char *title;
	struct table table;
};

/* NULL stays. */
static const char *kept(struct arena *a, const char *text)
{
	return text == NULL ? NULL : arena_text(a, text);
}

static bool figure_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                        struct fault *why)
{
	struct figure_view *v = model;
	const struct figure_asked *f = with->figure;
	v->figure = (struct figure_asked){
		.report = kept(a, f->report),
		.period = kept(a, f->period),
		.column = kept(a, f->column),
		.of = { .alur = kept(a, f->of.alur),
		        .type = kept(a, f->of.type),
		        .step = kept(a, f->of.step),
		        .period = kept(a, f->of.period) },
	};
	v->title = kept(a, with->title);
	return true;
}

static bool figure_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct figure_view *v = model;
	v->table = (struct table){ 0 };
	bool good = service_report_filings(&d->login, &v->figure, a, &v->table, why);
	listview_fit(&v->list, v->table.row_count, d);
	return good;
}

static const char *cell(const struct figure_view *v, size_t row, size_t column)
{
	return v->table.cells[row * v->table.column_count + column];
}

static day day_of(const char *figures)
{
	day on = DAY_NONE;
	return day_figures_parse(figures, 0, &on) ? on : DAY_NONE;
}

static void figure_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct figure_view *v = model;
	static const int shown[] = {
		F_REG, F_NAME, F_TYPE, F_CASE, F_COUNTS, F_REGISTERED, F_ENDED
	};
	for (size_t i = 0; i < COUNT_OF(shown); i++)
		out->cells[i] = cell(v, at, (size_t)shown[i]);
	for (size_t i = 4; i < COUNT_OF(shown); i++)
		out->figures[i] = day_of(out->cells[i]);
}

static const struct listview_column columns[] = {
	{ N_("Pendaftaran"), .width = 20 },
	{ N_("Nama"), .share = 1 },
	{ N_("Jenis perkara"), .share = 1, .windows = LISTVIEW_WIDE },
	{ N_("Perkara"), .width = 20, .windows = LISTVIEW_WIDE },
	{ N_("Diterima"), .width = 10, .by = LISTVIEW_FIGURE },
	{ N_("Terdaftar"), .width = 10, .by = LISTVIEW_FIGURE },
	{ N_("Berakhir"), .width = 10, .by = LISTVIEW_FIGURE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.empty = N_("Tidak ada perkara di balik angka ini."),
	.row = figure_row,
};

static struct intent open_filing(void *model, struct desk *d)
{
	const struct figure_view *v = model;
	struct id id;
	struct fault why = { 0 };
	if (service_find(&d->login, cell(v, listview_at(&v->list), F_REG), &id, &why))
		return open_screen(&screen_filing, (struct argument){ .filing = id });
	desk_fault(d, &why);
	return stay();
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka"), .run = open_filing, .when = listview_when_any },
	LISTVIEW_SORTS,
};

static void figure_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct figure_view *v = model;
	const char *period = v->figure.of.period == NULL ? v->figure.period : v->figure.of.period;
	desk_head(d, c,
	          arena_print(d->scratch, "%s · %s · %zu", v->title, period, v->table.row_count));
}

const struct screen screen_figure = {
	.size = sizeof(struct figure_view),
	.title = N_("Perkara di balik angka"),
	.help = N_(
	    "Pendaftaran yang dihitung dalam angka laporan itu, menurut keadaannya sekarang: bulan yang "
	    "sudah ditutup menyimpan angkanya sendiri. Satu pendaftaran satu baris, juga bila angkanya "
	    "menghitung panggilan atau rupiah. Enter membukanya."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = figure_open,
	.read = figure_read,
	.draw = figure_draw,
};
