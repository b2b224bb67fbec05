/* Rekonsiliasi: what the banks say was paid in a period, held against what stands here. As PDF and
 * CSV too; the banks' own report is asked for when somebody wants it now. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { PERIOD_MOST = 10, ASK_ROWS = 2, SUM_ROWS = 4, PERIOD_COL = 25 };

struct recon_view {
	struct listview list;
	char period[PERIOD_MOST + 1]; /* the last one that was typed whole; "" : the last month */
	struct recon recon;
};

static const struct recon_row *chosen(const struct recon_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->recon.count ? &v->recon.items[at] : NULL;
}

static bool recon_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct recon_view *v = model;
	v->recon = (struct recon){ 0 };
	bool good = service_recon(&d->login, v->period, a, &v->recon, why);
	listview_fit(&v->list, v->recon.count, d);
	return good;
}

/* Half typed, what is shown stays. */
static struct intent recon_typed(void *model, struct desk *d)
{
	struct recon_view *v = model;
	const struct entry *typed = &v->list.list.typed;
	struct period p;
	if (typed->length > 0 && !period_parse(typed->text, &p))
		return stay();
	snprintf(v->period, sizeof v->period, "%s", typed->text);
	return read_again();
}

static void recon_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct recon_view *v = model;
	const struct recon_row *r = &v->recon.items[at];
	out->filing = &r->filing;
	out->cells[0] = message_text(d->scratch, recon_is_late(r) ? "! %1" : "%1",
	                             recon_side_name(r->side));
	out->cells[1] = shown_instant(d->scratch, r->at, &d->app->book->court.zone);
	out->cells[2] = shown_rupiah(d->scratch, r->amount);
	out->cells[3] = text_is_empty(r->reference) ? r->payment : r->reference;
	out->cells[4] = text_is_empty(r->title) ? r->va : r->title;
	out->figures[1] = r->at;
	out->figures[2] = r->amount;
}

static const struct listview_column columns[] = {
	{ "", .width = 14 },
	{ N_("Saat"), .width = 16, .by = LISTVIEW_FIGURE },
	{ N_("Jumlah"), .width = 13, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Referensi"), .width = 12 },
	{ N_("Pendaftaran"), .share = 1 },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.aside = true,
	.above = ASK_ROWS,
	.below = SUM_ROWS,
	.typing = N_("Masa"),
	.typed_most = PERIOD_MOST,
	.empty = N_("Belum ada laporan bank dan pembayaran dalam masa ini."),
	.row = recon_row,
};

/* ---- keys ---- */

static bool has_filing(const void *model)
{
	const struct recon_row *row = chosen(model);
	return row != NULL && !id_none(&row->filing);
}

static bool is_at_bank_alone(const void *model)
{
	const struct recon_row *row = chosen(model);
	return row != NULL && row->side == RECON_BANK;
}

static struct intent open_journal(void *model, struct desk *d)
{
	return open_screen(&screen_journal, (struct argument){ .filing = chosen(model)->filing });
}

static struct intent acknowledge(void *model, struct desk *d)
{
	struct fault why = { 0 };
	struct answer answer = { 0 };
	struct arena a = arena_start(MIB);
	const struct recon_row *row = chosen(model);
	bool done = service_acknowledge(&d->login, row->bank, row->key, &a, &answer, &why);
	(void)desk_done(d, done, done ? sentence_said(d->scratch, answer.event) : "", &why);
	arena_drop(&a);
	return read_again();
}

static struct intent ask_banks(void *model, struct desk *d)
{
	struct recon_view *v = model;
	struct fault why = { 0 };
	bool done = service_recon_ask(&d->login, &v->recon.days, &why);
	(void)desk_done(d, done, _("Laporan bank diminta; isinya tampil di sini begitu tiba"),
	                &why);
	return read_again();
}

static struct intent print(void *model, struct desk *d)
{
	struct recon_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_recon_print(&d->login, v->period, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static struct intent write_csv(void *model, struct desk *d)
{
	struct recon_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_recon_csv(&d->login, v->period, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("jurnal"), .run = open_journal, .when = has_filing },
	{ K_F4, .label = N_("minta ke bank"), .run = ask_banks, .right = "rekonsiliasi.muat" },
	{ K_F6, .label = N_("akui"), .run = acknowledge, .when = is_at_bank_alone,
	  .right = "rekonsiliasi.akui" },
	{ K_F9, .run = print, .right = "cetak.rekonsiliasi" },
	{ K_F5, .label = N_("tulis CSV"), .run = write_csv, .right = "cetak.rekonsiliasi" },
	LISTVIEW_SORTS,
};

/* ---- the picture ---- */

static void draw_sums(const struct recon_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	struct arena *a = d->scratch;
	for (int i = RECON_BOTH; i <= RECON_HERE; i++) {
		bool fine = i == RECON_BOTH || v->recon.rows[i] == 0;
		cells_put(c, where.row + 1 + i, where.col, fine ? STYLE_DIM : STYLE_WARNING,
		          message_text(a, _("%1: %2 baris, %3"),
		                       recon_side_name((enum recon_side)i),
		                       shown_number(a, (long long)v->recon.rows[i]),
		                       shown_rupiah(a, v->recon.sums[i])));
	}
}

/* What was asked of the banks: the one that is longest from being answered. */
static void draw_ask(const struct recon_view *v, const struct desk *d, struct cells *c,
                     struct area where)
{
	static const int by_state[] = { [ASK_TOLD] = 0, [ASK_REFUSED] = 1, [ASK_WAITS] = 2 };
	const struct statement_ask *ask = NULL;
	struct arena *a = d->scratch;
	for (size_t i = 0; i < v->recon.asks.count; i++) {
		const struct statement_ask *one = &v->recon.asks.items[i];
		if (ask == NULL || by_state[one->state] > by_state[ask->state])
			ask = one;
	}
	if (ask == NULL)
		return;
	const char *said = !text_is_empty(ask->said) ? _(ask->said)
	                   : ask->state == ASK_WAITS ? _("menunggu jawaban bank")
	                                             : _("sudah diterima");
	frame_paragraph(c, where, ask->state == ASK_TOLD ? STYLE_DIM : STYLE_WARNING,
	                message_text(a, _("Laporan %1 %2 s.d. %3, diminta %4 %5: %6"), ask->bank,
	                             shown_day(a, ask->days.first), shown_day(a, ask->days.last),
	                             ask->who, shown_instant(a, ask->at, &d->app->book->court.zone),
	                             said));
}

static void recon_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct recon_view *v = model;
	struct area body = frame_whole(c), above = listview_above(&v->list, c);
	desk_head(d, c, _("Rekonsiliasi"));
	cells_put(c, body.row, body.col + PERIOD_COL, STYLE_DIM,
	          message_text(d->scratch, _("%1 s.d. %2"),
	                       shown_day(d->scratch, v->recon.days.first),
	                       shown_day(d->scratch, v->recon.days.last)));
	draw_ask(v, d, c, (struct area){ above.row, above.col + 2, above.rows, above.cols - 4 });
	draw_sums(v, d, c, listview_below(&v->list, c));
}

const struct screen screen_recon = {
	.size = sizeof(struct recon_view),
	.title = N_("Rekonsiliasi"),
	.help = N_(
	    "Yang dibayar menurut bank terhadap jurnal. Ketik masanya: hari 2026-11-25, bulan 2026-11 "
	    "atau tahun 2026; dikosongkan: sebulan terakhir. Uang yang hanya di bank tidak pernah "
	    "diberitahukan: F6 mengakuinya sebagai pembayaran, atau menahannya sebagai titipan. Uang "
	    "yang hanya di sini dan lebih dari dua hari perlu ditanyakan ke bank. F4 meminta laporan "
	    "bank untuk masa itu, hari demi hari; bank yang tidak memberi laporan: muat rekening "
	    "korannya dengan loket rekonsiliasi. F9 mencetak PDF, F5 menulis berkas CSV."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = recon_read,
	.typed = recon_typed,
	.draw = recon_draw,
};
