/* Rekonsiliasi: what the banks say was paid in a period, held against what stands here. As PDF and
 * CSV too; the banks' own report is asked for when somebody wants it now. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "entry.h"
#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { READ_MEMORY = 64 * 1024 * 1024, PERIOD_MOST = 10, HEAD_ROWS = 4, SUM_ROWS = 4 };

struct recon_view {
	struct arena read;
	struct entry period;
	struct recon recon;
	struct window window;
};

/* Not half typed: until then what is shown stays. */
static bool is_whole(const struct recon_view *v)
{
	struct period p;
	return v->period.length == 0 || period_parse(v->period.text, &p);
}

static bool read_recon(struct recon_view *v, struct desk *d)
{
	struct fault why = { 0 };
	int rows = d->rows - 6 - HEAD_ROWS - SUM_ROWS;
	arena_drop(&v->read);
	v->recon = (struct recon){ 0 };
	bool good = service_recon(&d->login, v->period.text, &v->read, &v->recon, &why);
	if (!good)
		desk_fault(d, &why);
	window_fit(&v->window, v->recon.count, rows < 1 ? 1 : (size_t)rows);
	return good;
}

static bool recon_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                       struct fault *why)
{
	struct recon_view *v = model;
	(void)with;
	(void)why;
	v->read = arena_start(READ_MEMORY);
	entry_init(&v->period, a, PERIOD_MOST, PERIOD_MOST + 1, 1);
	(void)read_recon(v, d);
	return true;
}

static void recon_resume(void *model, struct desk *d, const char *answer)
{
	(void)answer;
	(void)read_recon(model, d);
}

static void recon_news(void *model, struct desk *d)
{
	struct recon_view *v = model;
	if (is_whole(v))
		(void)read_recon(v, d);
}

static const struct recon_row *chosen(const struct recon_view *v)
{
	return v->window.at < v->recon.count ? &v->recon.items[v->window.at] : NULL;
}

/* ---- keys ---- */

static void acknowledge(struct recon_view *v, struct desk *d)
{
	struct fault why = { 0 };
	struct answer answer;
	struct arena a = arena_start(READ_MEMORY);
	const struct recon_row *row = chosen(v);
	if (row == NULL || row->side != RECON_BANK)
		desk_say(d, STYLE_WARNING, _("Hanya baris yang ada di bank saja dapat diakui"));
	else if (service_acknowledge(&d->login, row->bank, row->key, &a, &answer, &why))
		desk_say(d, STYLE_DONE, _(answer.event));
	else
		desk_fault(d, &why);
	arena_drop(&a);
	(void)read_recon(v, d);
}

static void put_out(struct recon_view *v, struct desk *d, bool csv)
{
	struct printed printed;
	struct fault why = { 0 };
	const char *period = v->period.text;
	if (csv ? service_recon_csv(&d->login, period, &printed, &why)
	        : service_recon_print(&d->login, period, &printed, &why))
		desk_printed(d, printed.path);
	else
		desk_fault(d, &why);
}

static void ask_banks(struct recon_view *v, struct desk *d)
{
	struct fault why = { 0 };
	if (service_recon_ask(&d->login, &v->recon.days, &why))
		desk_say(d, STYLE_DONE,
		         _("Laporan bank diminta; isinya tampil di sini begitu tiba"));
	else
		desk_fault(d, &why);
	(void)read_recon(v, d);
}

static struct intent on_key(struct recon_view *v, struct desk *d, enum key key)
{
	const struct recon_row *row = chosen(v);
	if (key == K_ESC)
		return back();
	if (key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (key == K_F4)
		ask_banks(v, d);
	if (key == K_F5)
		put_out(v, d, true);
	if (key == K_F6)
		acknowledge(v, d);
	if (key == K_F9)
		put_out(v, d, false);
	if (key == K_ENTER && row != NULL && !id_none(&row->filing))
		return open_screen(SCREEN_JOURNAL, (struct argument){ .filing = row->filing });
	if (key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Rekonsiliasi"),
		        .text = _(
		            "Yang dibayar menurut bank terhadap jurnal. Ketik masanya: hari 2026-11-25, bulan 2026-11 "
		            "atau tahun 2026; dikosongkan: sebulan terakhir. Uang yang hanya di bank tidak pernah "
		            "diberitahukan: F6 mengakuinya sebagai pembayaran, atau menahannya sebagai titipan. Uang "
		            "yang hanya di sini dan lebih dari dua hari perlu ditanyakan ke bank. F4 meminta laporan "
		            "bank untuk masa itu, hari demi hari; bank yang tidak memberi laporan: muat rekening "
		            "korannya dengan loket rekonsiliasi. F9 mencetak PDF, F5 menulis berkas CSV.") });
	(void)window_key(&v->window, key);
	return stay();
}

static struct intent recon_on(void *model, struct desk *d, const struct event *e)
{
	struct recon_view *v = model;
	bool moves = e->kind == EV_KEY && (e->key == K_HOME || e->key == K_END);
	if (e->kind == EV_SIZE)
		(void)read_recon(v, d);
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 3 - HEAD_ROWS);
	if (!moves && entry_on(&v->period, e)) {
		if (is_whole(v) && read_recon(v, d))
			d->message[0] = '\0';
		return stay();
	}
	return e->kind == EV_KEY ? on_key(v, d, e->key) : stay();
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
		             (const char *const[]){ recon_side_name(r->side) }, 1, side,
		             sizeof side);
		instant_show(r->at, &d->app->book->court.zone, at, sizeof at);
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
	for (int i = RECON_BOTH; i <= RECON_HERE; i++) {
		char line[200], count[24], sum[32];
		snprintf(count, sizeof count, "%zu", v->recon.rows[i]);
		money_show(v->recon.sums[i], sum, sizeof sum);
		message_fill(_("%1: %2 baris, %3"),
		             (const char *const[]){ recon_side_name((enum recon_side)i), count,
		                                    sum },
		             3, line, sizeof line);
		enum style style = i == RECON_BOTH || v->recon.rows[i] == 0 ? STYLE_DIM
		                                                            : STYLE_WARNING;
		cells_put(c, where.row + i, where.col, style, line);
	}
}

/* What was asked of the banks: the one that is longest from being answered. */
static void draw_ask(const struct recon_view *v, const struct desk *d, struct cells *c,
                     struct area where)
{
	static const int by_state[] = { [ASK_TOLD] = 0, [ASK_REFUSED] = 1, [ASK_WAITS] = 2 };
	const struct statement_ask *ask = NULL;
	for (size_t i = 0; i < v->recon.asks.count; i++) {
		const struct statement_ask *one = &v->recon.asks.items[i];
		if (ask == NULL || by_state[one->state] > by_state[ask->state])
			ask = one;
	}
	if (ask == NULL)
		return;
	char first[16], last[16], at[32], line[400];
	day_show(ask->days.first, first, sizeof first);
	day_show(ask->days.last, last, sizeof last);
	instant_show(ask->at, &d->app->book->court.zone, at, sizeof at);
	const char *said = !text_is_empty(ask->said) ? _(ask->said)
	                   : ask->state == ASK_WAITS ? _("menunggu jawaban bank")
	                                             : _("sudah diterima");
	message_fill(_("Laporan %1 %2 s.d. %3, diminta %4 %5: %6"),
	             (const char *const[]){ ask->bank, first, last, ask->who, at, said }, 6, line,
	             sizeof line);
	frame_paragraph(c, where, ask->state == ASK_TOLD ? STYLE_DIM : STYLE_WARNING, line);
}

static void draw_period(const struct recon_view *v, struct cells *c, struct area where)
{
	char first[16], last[16], line[80];
	int used = cells_put(c, where.row, where.col, STYLE_DIM, _("Masa")) + 2;
	day_show(v->recon.days.first, first, sizeof first);
	day_show(v->recon.days.last, last, sizeof last);
	message_fill(_("%1 s.d. %2"), (const char *const[]){ first, last }, 2, line, sizeof line);
	cells_put(c, where.row, where.col + used + PERIOD_MOST + 3, STYLE_DIM, line);
	entry_draw(&v->period, c, where.row, where.col + used, true);
}

static void recon_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct recon_view *v = model;
	struct area body = frame_whole(c);
	const struct recon_row *row = chosen(v);
	desk_head(d, c, _("Rekonsiliasi"));
	struct area lines = { body.row + HEAD_ROWS, body.col, body.rows - HEAD_ROWS, body.cols };
	if (row == NULL)
		cells_put(c, lines.row + 1, body.col + 2, STYLE_DIM,
		          _("Belum ada laporan bank dan pembayaran dalam masa ini."));
	else
		draw_rows(v, d, c, lines);
	draw_ask(v, d, c, (struct area){ body.row + 1, body.col + 2, 2, body.cols - 4 });
	draw_period(v, c, (struct area){ body.row, body.col + 2, 1, body.cols - 4 });
	draw_sums(v, c,
	          (struct area){ body.row + body.rows - SUM_ROWS + 1, body.col + 2, SUM_ROWS,
	                         body.cols - 4 });
	const struct key_hint hints[] = {
		{ .key = K_ENTER,
		  .label = _("jurnal"),
		  .shown = row != NULL && !id_none(&row->filing) },
		{ .key = K_F4,
		  .label = _("minta ke bank"),
		  .shown = login_may(&d->login, "rekonsiliasi.muat") },
		{ .key = K_F6,
		  .label = _("akui"),
		  .shown = row != NULL && row->side == RECON_BANK &&
		           login_may(&d->login, "rekonsiliasi.akui") },
		{ .key = K_F9, .shown = login_may(&d->login, "cetak.rekonsiliasi") },
		{ .key = K_F5,
		  .label = _("tulis CSV"),
		  .shown = login_may(&d->login, "cetak.rekonsiliasi") },
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
