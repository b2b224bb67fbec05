/* Daftar kerja: work with money that waits for panitera or chairman, a row for each kind; Enter
 * opens its rows, and from a row the screen where it is done. */
#include "loket/worklist.h"

#include <stdio.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

static const struct screen screen_pile;

struct worklist_view {
	struct listview list;
	struct worklist work;
};

static bool worklist_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct worklist_view *v = model;
	v->work = (struct worklist){ 0 };
	bool good = service_worklist(&d->login, a, &v->work, why);
	listview_fit(&v->list, v->work.count, d);
	return good;
}

static const char *count_words(const struct desk *d, size_t n)
{
	return n == 0 ? "–" : shown_number(d->scratch, (int64_t)n);
}

static void worklist_row(const void *model, const struct desk *d, size_t at,
                         struct listview_row *out)
{
	const struct worklist_view *v = model;
	const struct work_pile *p = &v->work.items[at];
	out->cells[0] = _(p->kind->name);
	out->cells[1] = count_words(d, p->all.count);
	out->cells[2] = count_words(d, p->late);
	out->cells[3] = p->all.count == 0 ? "" : shown_day(d->scratch, p->all.items[0].since);
	out->cells[4] = p->sum == 0 ? "" : shown_rupiah(d->scratch, p->sum);
	out->dim = p->all.count == 0;
	out->marked = p->late > 0;
}

static const struct listview_column columns[] = {
	{ N_("Pekerjaan"), .share = 1 },
	{ N_("menunggu"), .width = 8, .right = true },
	{ N_("terlambat"), .width = 9, .right = true },
	{ N_("tertua"), .width = 10 },
	{ N_("Jumlah"), .width = 14, .right = true },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 3,
	.fixed = true,
	.row = worklist_row,
};

static struct intent open_pile(void *model, struct desk *d)
{
	const struct worklist_view *v = model;
	const struct work_pile *p = &v->work.items[listview_at(&v->list)];
	return open_screen(&screen_pile, (struct argument){ .text = p->kind->key });
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka"), .run = open_pile, .when = listview_when_any },
};

static void worklist_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct worklist_view *v = model;
	size_t at = listview_at(&v->list);
	desk_head(d, c, _("Daftar kerja"));
	if (at < v->work.count)
		frame_paragraph(c, listview_below(&v->list, c), STYLE_DIM,
		                v->work.items[at].kind->source);
}

const struct screen screen_worklist = {
	.size = sizeof(struct worklist_view),
	.title = N_("Daftar kerja"),
	.help = N_(
	    "Uang yang menunggu panitera atau ketua: persetujuan, sisa yang belum diberitahukan atau "
	    "lewat enam bulan, titipan, panjar yang tidak cukup, PNBP, penutupan. Enter membuka "
	    "barisnya; batas harinya ada di data/limits.xml."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = worklist_read,
	.draw = worklist_draw,
};

/* ---- the rows of one kind ---- */

struct pile_view {
	struct listview list;
	char key[32];
	struct worklist work;
	const struct work_pile *pile;
};

static bool pile_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                      struct fault *why)
{
	struct pile_view *v = model;
	snprintf(v->key, sizeof v->key, "%s", with->text);
	return true;
}

static size_t pile_count(const struct pile_view *v)
{
	return v->pile == NULL ? 0 : v->pile->all.count;
}

static bool pile_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct pile_view *v = model;
	v->pile = NULL;
	v->work = (struct worklist){ 0 };
	bool good = service_worklist(&d->login, a, &v->work, why);
	if (good)
		v->pile = worklist_pile(&v->work, v->key);
	listview_fit(&v->list, pile_count(v), d);
	return good;
}

static void pile_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct pile_view *v = model;
	const struct work_item *w = &v->pile->all.items[at];
	out->filing = &w->filing;
	out->cells[0] = shown_day(d->scratch, w->since);
	out->cells[1] = w->matter;
	out->cells[2] = w->title;
	out->cells[3] = w->amount == 0 ? "" : shown_rupiah(d->scratch, w->amount);
	out->figures[0] = w->since;
	out->figures[3] = w->amount;
	out->marked = w->late;
}

static const struct listview_column pile_columns[] = {
	{ N_("Sejak"), .width = 10, .by = LISTVIEW_FIGURE },
	{ N_("Perkara"), .width = 26 },
	{ N_("Nama"), .share = 1 },
	{ N_("Jumlah"), .width = 14, .right = true, .by = LISTVIEW_MONEY },
};
static const struct listing pile_listing = {
	.columns = pile_columns,
	.column_count = COUNT_OF(pile_columns),
	.empty = N_("Tidak ada yang menunggu."),
	.aside = true,
	.row = pile_row,
};

/* Where it is done: the journal of its case, suspense, the closings, what goes to the State. */
static struct intent open_item(void *model, struct desk *d)
{
	const struct pile_view *v = model;
	const struct work_item *w = &v->pile->all.items[listview_at(&v->list)];
	if (text_same(v->key, "titipan"))
		return open_screen(&screen_suspense, (struct argument){ 0 });
	if (!id_none(&w->filing))
		return open_screen(&screen_journal, (struct argument){ .filing = w->filing });
	if (text_same(v->key, "bank") || text_same(v->key, "jelas"))
		return open_screen(&screen_recon, (struct argument){ 0 });
	if (text_same(v->key, "pnbp"))
		return open_screen(&screen_deposit, (struct argument){ 0 });
	return open_screen(text_same(v->key, "tutup") || text_same(v->key, "ketahui") ||
	                           text_same(v->key, "mendadak")
	                       ? &screen_closing
	                       : &screen_suspense,
	                   (struct argument){ 0 });
}

static const struct binding pile_keys[] = {
	{ K_ENTER, .label = N_("buka"), .run = open_item, .when = listview_when_any },
	LISTVIEW_SORTS,
};

static void pile_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct pile_view *v = model;
	desk_head(d, c, v->pile == NULL ? _("Daftar kerja") : _(v->pile->kind->name));
}

static const struct screen screen_pile = {
	.size = sizeof(struct pile_view),
	.keys = BINDINGS(pile_keys),
	.listing = &pile_listing,
	.open = pile_open,
	.read = pile_read,
	.draw = pile_draw,
};
