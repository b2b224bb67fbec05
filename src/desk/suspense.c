/* Titipan: money that was no payment of what was asked, until a kasir decides on it. */
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct suspense_view {
	struct listview list;
	struct suspense_list money;
};

static const struct suspense_row *chosen(const struct suspense_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->money.count ? &v->money.items[at] : NULL;
}

static bool suspense_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct suspense_view *v = model;
	v->money = (struct suspense_list){ 0 };
	bool good = service_suspense(&d->login, a, &v->money, why);
	listview_fit(&v->list, v->money.count, d);
	return good;
}

static void suspense_row(const void *model, const struct desk *d, size_t at,
                         struct listview_row *out)
{
	const struct suspense_view *v = model;
	const struct suspense_row *r = &v->money.items[at];
	out->filing = &r->filing;
	out->cells[0] = shown_instant(d->scratch, r->arrived, &d->app->book->court.zone);
	out->cells[1] = shown_rupiah(d->scratch, r->amount);
	out->cells[2] = text_is_empty(r->title) ? r->va : r->title;
	out->cells[3] = sentence_said(d->scratch, r->note);
	out->figures[0] = r->arrived;
	out->figures[1] = r->amount;
}

static const struct listview_column columns[] = {
	{ N_("Masuk"), .width = 16, .by = LISTVIEW_FIGURE },
	{ N_("Jumlah"), .width = 13, .right = true, .by = LISTVIEW_MONEY },
	{ N_("Pendaftaran"), .width = 21 },
	{ N_("Sebab"), .share = 1 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 3,
	.empty = N_("Tidak ada uang yang menunggu keputusan kasir."),
	.aside = true,
	.row = suspense_row,
};

/* ---- keys ---- */

static bool has_filing(const void *model)
{
	const struct suspense_row *row = chosen(model);
	return row != NULL && !id_none(&row->filing);
}

static struct intent decide(void *model, struct desk *d)
{
	const struct suspense_row *row = chosen(model);
	return open_screen(&screen_act, (struct argument){ .step = "putus",
	                                                   .text = row->id,
	                                                   .filing = row->filing });
}

static struct intent open_filing(void *model, struct desk *d)
{
	return open_screen(&screen_filing, (struct argument){ .filing = chosen(model)->filing });
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("putuskan"), .run = decide, .when = listview_when_any,
	  .act = &act_settle },
	{ K_F5, .label = N_("lihat pendaftaran"), .run = open_filing, .when = has_filing },
	LISTVIEW_SORTS,
};

static void suspense_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct suspense_view *v = model;
	const struct suspense_row *r = chosen(v);
	const struct zone *z = &d->app->book->court.zone;
	desk_head(d, c, _("Titipan"));
	if (r == NULL)
		return;
	frame_paragraph(c, listview_below(&v->list, c), STYLE_DIM,
	                message_text(d->scratch,
	                             _("Nomor %1, VA %2, kanal %3, referensi %4; pada "
	                               "%5 menurut bank, tiba di sini %6"),
	                             r->id, r->va, r->channel, r->reference,
	                             shown_instant(d->scratch, r->at, z),
	                             shown_instant(d->scratch, r->arrived, z)));
}

const struct screen screen_suspense = {
	.size = sizeof(struct suspense_view),
	.title = N_("Titipan"),
	.help = N_(
	    "Uang yang masuk tetapi bukan pembayaran yang diminta: jumlah lain, kedua kali, "
	    "terlambat, atau untuk VA yang tidak dikenal. Enter: kasir memutus, dengan alasan."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = suspense_read,
	.draw = suspense_draw,
};
