/* Antrean: what waits for bank and SIPP, how often it was tried, what they said, when it goes out
 * again. */
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct queue_view {
	struct listview list;
	struct outbox_list messages;
};

static const struct outbox_row *chosen(const struct queue_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->messages.count ? &v->messages.items[at] : NULL;
}

static bool queue_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct queue_view *v = model;
	v->messages = (struct outbox_list){ 0 };
	bool good = service_outbox(&d->login, NULL, a, &v->messages, why);
	listview_fit(&v->list, v->messages.count, d);
	return good;
}

static void queue_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct queue_view *v = model;
	const struct outbox_row *r = &v->messages.items[at];
	out->filing = &r->filing;
	out->cells[0] = r->to;
	out->cells[1] = _(outbox_asks(r));
	out->cells[2] = r->title;
	out->cells[3] = _(outbox_state(r));
	out->cells[4] = shown_number(d->scratch, r->tries);
	out->cells[5] = shown_instant(d->scratch, r->due, &d->app->book->court.zone);
	out->figures[4] = r->tries;
	out->figures[5] = r->due;
}

static const struct listview_column columns[] = {
	{ N_("Ke"), .width = 5 },
	{ N_("Pesan"), .width = 13 },
	{ N_("Pendaftaran"), .share = 1 },
	{ N_("Keadaan"), .width = 9 },
	{ N_("Coba"), .width = 4, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Dikirim lagi"), .width = 16, .by = LISTVIEW_FIGURE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 3,
	.empty = N_("Tidak ada pesan yang menunggu."),
	.aside = true,
	.row = queue_row,
};

/* ---- keys ---- */

static struct intent open_filing(void *model, struct desk *d)
{
	return open_screen(&screen_filing, (struct argument){ .filing = chosen(model)->filing });
}

static struct intent send_again(void *model, struct desk *d)
{
	struct fault why = { 0 };
	bool done = service_retry(&d->login, chosen(model)->number, &why);
	(void)desk_done(d, done, _("Pesan dikirim lagi sekarang"), &why);
	return read_again();
}

static struct intent cancel(void *model, struct desk *d)
{
	const struct outbox_row *row = chosen(model);
	return open_screen(&screen_act, (struct argument){ .filing = row->filing,
	                                                   .step = "antrean",
	                                                   .number = (int)row->number });
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka"), .run = open_filing, .when = listview_when_any },
	{ K_F5, .label = N_("kirim lagi"), .run = send_again, .when = listview_when_any,
	  .right = "antrean.ulang" },
	{ K_F4, .label = N_("batalkan"), .run = cancel, .when = listview_when_any,
	  .right = "antrean.batal" },
	LISTVIEW_SORTS,
};

static void queue_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct queue_view *v = model;
	const struct outbox_row *row = chosen(v);
	desk_head(d, c, _("Antrean pesan ke bank dan SIPP"));
	if (row == NULL)
		return;
	frame_paragraph(c, listview_below(&v->list, c), STYLE_WARNING,
	                sentence_said(d->scratch, row->error));
}

const struct screen screen_queue = {
	.size = sizeof(struct queue_view),
	.title = N_("Antrean"),
	.help = N_(
	    "Pesan dikirim oleh pekerja latar dan diulang sendiri, makin lama makin jarang. "
	    "Pesan yang gagal hanya menahan pendaftarannya sendiri. F5 mengirimnya lagi sekarang, "
	    "F4 membatalkannya dengan alasan."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = queue_read,
	.draw = queue_draw,
};
