/* Uang keluar: what waits for the panitera, with all that he approves, and what is approved and not
 * yet sent; each opens the journal of its case, or suspense. */
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct payouts_view {
	struct listview list;
	struct payout_list payouts;
};

static const struct payout_row *chosen(const struct payouts_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->payouts.count ? &v->payouts.items[at] : NULL;
}

static bool payouts_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct payouts_view *v = model;
	v->payouts = (struct payout_list){ 0 };
	bool good = service_payouts(&d->login, a, &v->payouts, why);
	listview_fit(&v->list, v->payouts.count, d);
	return good;
}

static void payouts_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct payouts_view *v = model;
	const struct payout_row *r = &v->payouts.items[at];
	bool waits = r->payout.state == PAYOUT_WAITING;
	out->filing = &r->filing;
	out->cells[0] = shown_instant(d->scratch, r->at, &d->app->book->court.zone);
	out->cells[1] = shown_rupiah(d->scratch, r->payout.amount);
	out->cells[2] = r->payout.payee;
	out->cells[3] = r->payout.account;
	out->cells[4] = sentence_said(d->scratch, r->payout.what);
	out->cells[5] = waits ? _("menunggu") : _("disetujui");
	out->figures[0] = r->at;
	out->figures[1] = r->payout.amount;
	out->marked = waits;
}

static const struct listview_column columns[] = {
	{ N_("Disiapkan"), .width = 16, .by = LISTVIEW_FIGURE },
	{ N_("Jumlah"), .width = 13, .right = true, .by = LISTVIEW_MONEY },
	{ N_("Penerima"), .share = 1 },
	{ N_("Rekening"), .width = 16, .windows = LISTVIEW_WIDE },
	{ N_("Apa"), .share = 1 },
	{ N_("Keadaan"), .width = 9 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 4,
	.empty = N_("Tidak ada uang keluar yang menunggu."),
	.aside = true,
	.row = payouts_row,
};

static struct intent open_page(void *model, struct desk *d)
{
	const struct payout_row *r = chosen(model);
	if (id_none(&r->filing))
		return open_screen(&screen_suspense, (struct argument){ 0 });
	return open_screen(&screen_journal, (struct argument){ .filing = r->filing });
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka"), .run = open_page, .when = listview_when_any },
	LISTVIEW_SORTS,
};

static void payouts_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct payouts_view *v = model;
	const struct payout_row *r = chosen(v);
	desk_head(d, c, _("Uang keluar"));
	if (r == NULL)
		return;
	const struct payout *p = &r->payout;
	const char *to = message_text(d->scratch, _("Kepada %1, bank %2 rekening %3"), p->payee,
	                              text_is_empty(p->bank) ? "–" : p->bank,
	                              text_is_empty(p->account) ? "–" : p->account);
	frame_paragraph(c, listview_below(&v->list, c), STYLE_DIM,
	                message_text(d->scratch, _("%1 · %2, nomor %3, disiapkan %4. %5"), to,
	                             text_is_empty(r->reg) ? p->payment : r->reg,
	                             shown_number(d->scratch, p->number), p->by, p->basis));
}

const struct screen screen_payouts = {
	.size = sizeof(struct payouts_view),
	.title = N_("Uang keluar"),
	.help = N_(
	    "Pengeluaran, pengembalian sisa dan titipan yang disiapkan kasir: panitera melihat "
	    "penerima, bank, rekening dan jumlahnya, lalu menyetujui atau menolak di jurnal "
	    "perkaranya. Yang menyiapkan tidak dapat menyetujui."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = payouts_read,
	.draw = payouts_draw,
};
