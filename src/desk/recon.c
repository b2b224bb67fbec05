/* Rekonsiliasi: what the banks say was paid, held against what stands here. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { READ_MEMORY = 64 * 1024 * 1024, SUM_ROWS = 4 };

struct recon_view {
	struct arena read;
	struct recon recon;
	struct window window;
};

static const char *const sides[] = { [RECON_BOTH] = N_("cocok"),
	                             [RECON_BANK] = N_("hanya di bank"),
	                             [RECON_HERE] = N_("hanya di sini") };

static void read_recon(struct recon_view *v, struct desk *d)
{
	struct fault why = { 0 };
	int rows = d->rows - 6 - SUM_ROWS;
	arena_drop(&v->read);
	v->recon = (struct recon){ 0 };
	if (!office_recon(&d->session, &v->read, &v->recon, &why))
		desk_fault(d, &why);
	window_fit(&v->window, v->recon.count, rows < 1 ? 1 : (size_t)rows);
}

static bool recon_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                       struct fault *why)
{
	struct recon_view *v = model;
	(void)a;
	(void)with;
	(void)why;
	v->read = arena_start(READ_MEMORY);
	read_recon(v, d);
	return true;
}

static void recon_resume(void *model, struct desk *d, const char *answer)
{
	(void)answer;
	read_recon(model, d);
}

static void recon_news(void *model, struct desk *d)
{
	read_recon(model, d);
}

static const struct recon_row *chosen(const struct recon_view *v)
{
	return v->window.at < v->recon.count ? &v->recon.items[v->window.at] : NULL;
}

static void acknowledge(struct recon_view *v, struct desk *d)
{
	struct fault why = { 0 };
	struct answer answer;
	struct arena a = arena_start(READ_MEMORY);
	const struct recon_row *row = chosen(v);
	if (row == NULL || row->side != RECON_BANK)
		desk_say(d, STYLE_WARNING, _("Hanya baris yang ada di bank saja dapat diakui"));
	else if (office_acknowledge(&d->session, row->bank, row->key, &a, &answer, &why))
		desk_say(d, STYLE_DONE, _(answer.event));
	else
		desk_fault(d, &why);
	arena_drop(&a);
	read_recon(v, d);
}

static struct intent recon_on(void *model, struct desk *d, const struct event *e)
{
	struct recon_view *v = model;
	const struct recon_row *row = chosen(v);
	if (e->kind == EV_SIZE)
		read_recon(v, d);
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 3);
	if (e->kind != EV_KEY)
		return stay();
	if (e->key == K_ESC)
		return back();
	if (e->key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (e->key == K_F5)
		acknowledge(v, d);
	if (e->key == K_ENTER && row != NULL && !id_none(&row->filing))
		return open_screen(SCREEN_JOURNAL, (struct argument){ .filing = row->filing });
	if (e->key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Rekonsiliasi"),
		        .text = _(
		            "Laporan bank sebulan terakhir terhadap jurnal. Uang yang hanya di bank tidak pernah "
		            "diberitahukan: F5 mengakuinya sebagai pembayaran, atau menahannya sebagai titipan. "
		            "Uang yang hanya di sini dan lebih dari sehari perlu ditanyakan ke bank.") });
	(void)window_key(&v->window, e->key);
	return stay();
}

static void recon_close(void *model, struct desk *d)
{
	struct recon_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static void draw_rows(const struct recon_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	const struct frame_column columns[] = {
		{ "", 2, 14, false },
		{ _("Saat"), 17, 16, false },
		{ _("Jumlah"), 34, 13, true },
		{ _("Referensi"), 49, 12, false },
		{ _("Pendaftaran"), 62, 0, false },
	};
	frame_titles(c, where, columns, COUNT_OF(columns));
	for (size_t i = 0; i < v->window.rows && v->window.top + i < v->recon.count; i++) {
		const struct recon_row *r = &v->recon.items[v->window.top + i];
		char at[32], amount[32], side[64];
		message_fill(recon_is_late(r) ? "! %1" : "%1",
		             (const char *const[]){ _(sides[r->side]) }, 1, side, sizeof side);
		instant_show(r->at, &d->place->book->court.zone, at, sizeof at);
		money_show(r->amount, amount, sizeof amount);
		const char *texts[] = { side, at, amount,
			                text_is_empty(r->reference) ? r->payment : r->reference,
			                text_is_empty(r->title) ? r->va : r->title };
		frame_row(c, where, (int)i + 1, columns, COUNT_OF(columns), texts);
	}
	frame_choose(c, where, (int)(v->window.at - v->window.top) + 1);
}

static void draw_sums(const struct recon_view *v, struct cells *c, struct area where)
{
	for (size_t i = 0; i < COUNT_OF(sides); i++) {
		char line[200], count[24], sum[32];
		snprintf(count, sizeof count, "%zu", v->recon.rows[i]);
		money_show(v->recon.sums[i], sum, sizeof sum);
		message_fill(_("%1: %2 baris, %3"),
		             (const char *const[]){ _(sides[i]), count, sum }, 3, line,
		             sizeof line);
		enum style style =
		    i == RECON_BOTH || v->recon.rows[i] == 0 ? STYLE_DIM : STYLE_WARNING;
		cells_put(c, where.row + (int)i, where.col, style, line);
	}
}

static void recon_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct recon_view *v = model;
	struct area body = frame_whole(c);
	const struct recon_row *row = chosen(v);
	char who[200];
	desk_who(d, who, sizeof who);
	frame_head(c, _("Rekonsiliasi"), who);
	if (row == NULL)
		cells_put(
		    c, body.row + 1, body.col + 2, STYLE_DIM,
		    _("Belum ada laporan bank. Pekerja memintanya sendiri; rekening koran dimuat "
		      "dengan loket rekonsiliasi."));
	else
		draw_rows(v, d, c, body);
	draw_sums(v, c,
	          (struct area){ body.row + body.rows - SUM_ROWS + 1, body.col + 2, SUM_ROWS,
	                         body.cols - 4 });
	const struct key_hint hints[] = {
		{ .key = K_ENTER,
		  .label = _("jurnal"),
		  .shown = row != NULL && !id_none(&row->filing) },
		{ .key = K_F5,
		  .label = _("akui"),
		  .shown = row != NULL && row->side == RECON_BANK &&
		           session_may(&d->session, "rekonsiliasi.akui") },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_recon = {
	.size = sizeof(struct recon_view),
	.open = recon_open,
	.on = recon_on,
	.draw = recon_draw,
	.resume = recon_resume,
	.news = recon_news,
	.close = recon_close,
};
