/* Titipan: money that was no payment of what was asked, until a kasir decides on it. */
#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { READ_MEMORY = 16 * 1024 * 1024, DETAIL_ROWS = 3 };

struct suspense_view {
	struct arena read;
	struct suspense_list list;
	struct window window;
};

static void read_list(struct suspense_view *v, struct desk *d)
{
	struct fault why = { 0 };
	int rows = d->rows - 6 - DETAIL_ROWS;
	arena_drop(&v->read);
	v->list = (struct suspense_list){ 0 };
	if (!service_suspense(&d->login, &v->read, &v->list, &why))
		desk_fault(d, &why);
	window_fit(&v->window, v->list.count, rows < 1 ? 1 : (size_t)rows);
}

static bool suspense_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                          struct fault *why)
{
	struct suspense_view *v = model;
	(void)a;
	(void)with;
	(void)why;
	v->read = arena_start(READ_MEMORY);
	read_list(v, d);
	return true;
}

static void suspense_resume(void *model, struct desk *d, const char *answer)
{
	(void)answer;
	read_list(model, d);
}

static void suspense_news(void *model, struct desk *d)
{
	read_list(model, d);
}

static const struct suspense_row *chosen(const struct suspense_view *v)
{
	return v->window.at < v->list.count ? &v->list.items[v->window.at] : NULL;
}

static struct intent on_key(struct suspense_view *v, enum key key)
{
	const struct suspense_row *row = chosen(v);
	if (key == K_ESC)
		return back();
	if (key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (key == K_ENTER && row != NULL)
		return open_screen(SCREEN_ACT, (struct argument){ .step = "putus",
		                                                  .text = row->id,
		                                                  .filing = row->filing });
	if (key == K_F5 && row != NULL && !id_none(&row->filing))
		return open_screen(SCREEN_FILING, (struct argument){ .filing = row->filing });
	if (key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Titipan"),
		        .text = _(
		            "Uang yang masuk tetapi bukan pembayaran yang diminta: jumlah lain, kedua kali, "
		            "terlambat, atau untuk VA yang tidak dikenal. Enter: kasir memutus, dengan alasan.") });
	(void)window_key(&v->window, key);
	return stay();
}

static struct intent suspense_on(void *model, struct desk *d, const struct event *e)
{
	struct suspense_view *v = model;
	if (e->kind == EV_SIZE)
		read_list(v, d);
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 3);
	return e->kind == EV_KEY ? on_key(v, e->key) : stay();
}

static void suspense_close(void *model, struct desk *d)
{
	struct suspense_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static void draw_rows(const struct suspense_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	const struct frame_column columns[] = {
		{ _("Masuk"), 2, 16, false },
		{ _("Jumlah"), 19, 13, true },
		{ _("Pendaftaran"), 34, 21, false },
		{ _("Sebab"), 56, 0, false },
	};
	frame_titles(c, where, columns, COUNT_OF(columns));
	for (size_t i = 0; i < v->window.rows && v->window.top + i < v->list.count; i++) {
		const struct suspense_row *r = &v->list.items[v->window.top + i];
		char at[32], amount[32];
		instant_show(r->at, &d->app->book->court.zone, at, sizeof at);
		money_show(r->amount, amount, sizeof amount);
		const char *whose = text_is_empty(r->title) ? r->va : r->title;
		const char *texts[] = { at, amount, whose, _(r->note) };
		frame_row(c, where, (int)i + 1, columns, COUNT_OF(columns), texts);
	}
	frame_choose(c, where, (int)(v->window.at - v->window.top) + 1);
}

static void draw_detail(const struct suspense_row *r, struct cells *c, struct area where)
{
	char line[400];
	message_fill(_("Nomor %1, VA %2, kanal %3, referensi %4"),
	             (const char *const[]){ r->id, r->va, r->channel, r->reference }, 4, line,
	             sizeof line);
	frame_paragraph(c, where, STYLE_DIM, line);
}

static void suspense_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct suspense_view *v = model;
	struct area body = frame_whole(c);
	const struct suspense_row *row = chosen(v);
	desk_head(d, c, _("Titipan"));
	if (row == NULL) {
		cells_put(c, body.row + 1, body.col + 2, STYLE_DIM,
		          _("Tidak ada uang yang menunggu keputusan kasir."));
	} else {
		draw_rows(v, d, c, body);
		draw_detail(row, c,
		            (struct area){ body.row + body.rows - DETAIL_ROWS, body.col + 2,
		                           DETAIL_ROWS, body.cols - 4 });
	}
	const struct key_hint hints[] = {
		{ .key = K_ENTER,
		  .label = _("putuskan"),
		  .shown = row != NULL && login_may(&d->login, act_settle.name) },
		{ .key = K_F5,
		  .label = _("lihat pendaftaran"),
		  .shown = row != NULL && !id_none(&row->filing) },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_suspense = {
	.size = sizeof(struct suspense_view),
	.open = suspense_open,
	.on = suspense_on,
	.draw = suspense_draw,
	.resume = suspense_resume,
	.news = suspense_news,
	.close = suspense_close,
};
