/* Beban jurusita: a row for each bailiff, what he was given in a month or a year, and how timely it
 * was. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { PERIOD_MOST = 7 };

struct workload_view {
	struct listview list;
	char period[PERIOD_MOST + 1]; /* the last one that was typed whole; "" : this month */
	struct workload_list work;
};

static bool workload_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct workload_view *v = model;
	v->work = (struct workload_list){ 0 };
	bool good = service_workload(&d->login, v->period, a, &v->work, why);
	if (good && v->list.list.typed.length == 0)
		entry_set(&v->list.list.typed, v->work.period);
	listview_fit(&v->list, v->work.count, d);
	return good;
}

/* Half typed, what is shown stays. */
static struct intent workload_typed(void *model, struct desk *d)
{
	struct workload_view *v = model;
	const struct entry *typed = &v->list.list.typed;
	struct period p;
	if (!period_parse(typed->text, &p))
		return stay();
	snprintf(v->period, sizeof v->period, "%s", typed->text);
	return read_again();
}

/* Of a hundred; -1: nothing is scored. */
static int mark_of(const struct workload *w)
{
	return w->best > 0 ? w->points * 100 / w->best : -1;
}

static void workload_row(const void *model, const struct desk *d, size_t at,
                         struct listview_row *out)
{
	const struct workload_view *v = model;
	const struct workload *w = v->work.items[at].is;
	int mark = mark_of(w);
	const int figures[] = {
		w->given, w->served, w->open, w->late, w->requests, w->points, mark
	};
	out->cells[0] = v->work.items[at].name;
	for (size_t i = 0; i < COUNT_OF(figures); i++) {
		out->cells[i + 1] = shown_number(d->scratch, figures[i]);
		out->figures[i + 1] = figures[i];
	}
	if (mark < 0)
		out->cells[COUNT_OF(figures)] = "–";
	out->marked = w->late > 0 || (w->best > 0 && mark < d->app->book->limit_fair);
}

static const struct listview_column columns[] = {
	{ N_("Jurusita"), .share = 1 },
	{ N_("Diberi"), .width = 7, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Jalan"), .width = 7, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Tunggu"), .width = 7, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Lewat"), .width = 6, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Bantuan"), .width = 8, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Poin"), .width = 6, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Nilai"), .width = 6, .right = true, .by = LISTVIEW_FIGURE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.above = 1,
	.below = 3,
	.typing = N_("Masa"),
	.typed_most = PERIOD_MOST,
	.empty = N_("Tidak ada panggilan yang diberikan dalam masa ini."),
	.row = workload_row,
};

static const struct binding keys[] = { LISTVIEW_SORTS };

/* The scale by which the chosen one's points are reckoned, in words. */
static void workload_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct workload_view *v = model;
	const struct limit *l = rulebook_limit(d->app->book, "relaas");
	size_t at = listview_at(&v->list);
	desk_head(d, c, _("Beban jurusita"));
	if (at >= v->work.count)
		return;
	const struct workload *w = v->work.items[at].is;
	const char *const words[] = { shown_number(d->scratch, w->scored),
		                      shown_number(d->scratch, w->points),
		                      shown_number(d->scratch, w->best),
		                      l == NULL ? "" : l->source };
	frame_paragraph(c, listview_below(&v->list, c), STYLE_DIM,
	                message_text(d->scratch, _("%1 dinilai, %2 dari %3 poin (%4)"), words[0],
	                             words[1], words[2], words[3]));
}

const struct screen screen_workload = {
	.size = sizeof(struct workload_view),
	.title = N_("Beban jurusita"),
	.help = N_(
	    "Tiap jurusita satu baris: panggilan yang diberikan dalam masa itu, yang sudah dijalankan, "
	    "yang menunggu, yang lewat waktu (dijalankan sesudah batasnya, atau batasnya sudah lewat), "
	    "dan bantuan panggilan dari pengadilan lain. Ketik bulan (2026-11) atau tahun (2026).\n\n"
	    "Poin menurut SK Dirjen Badilag 048/2024: relaas dimasukkan tiga hari sebelum sidang lima, "
	    "dua hari dua, sehari satu; tanpa relaas sampai hari sidang dikurangi lima; skalanya di "
	    "data/limits.xml. Nilai adalah poin dari seratus."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = workload_read,
	.typed = workload_typed,
	.draw = workload_draw,
};
