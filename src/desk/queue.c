/* Antrean: what waits for bank and SIPP, how often it was tried, what they said, when it goes out
 * again. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { READ_MEMORY = 16 * 1024 * 1024, DETAIL_ROWS = 3 };

struct queue_view {
	struct arena read;
	struct outbox_list list;
	struct window window;
};

static size_t rows_of(const struct desk *d)
{
	int rows = d->rows - 6 - DETAIL_ROWS;
	return rows < 1 ? 1 : (size_t)rows;
}

static bool read_queue(struct queue_view *v, struct desk *d, struct fault *why)
{
	arena_drop(&v->read);
	v->list = (struct outbox_list){ 0 };
	bool good = service_outbox(&d->login, NULL, &v->read, &v->list, why);
	window_fit(&v->window, v->list.count, rows_of(d));
	return good;
}

static bool queue_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                       struct fault *why)
{
	struct queue_view *v = model;
	(void)a;
	(void)with;
	v->read = arena_start(READ_MEMORY);
	return read_queue(v, d, why);
}

static void queue_news(void *model, struct desk *d)
{
	struct fault why = { 0 };
	if (!read_queue(model, d, &why))
		desk_fault(d, &why);
}

static const struct outbox_row *chosen(const struct queue_view *v)
{
	return v->window.at < v->list.count ? &v->list.items[v->window.at] : NULL;
}

static void send_again(struct queue_view *v, struct desk *d)
{
	struct fault why = { 0 };
	const struct outbox_row *row = chosen(v);
	if (row == NULL)
		return;
	if (service_retry(&d->login, row->number, &why) && read_queue(v, d, &why))
		desk_say(d, STYLE_DONE, _("Pesan dikirim lagi sekarang"));
	else
		desk_fault(d, &why);
}

static struct intent queue_on(void *model, struct desk *d, const struct event *e)
{
	struct queue_view *v = model;
	const struct outbox_row *row = chosen(v);
	if (e->kind == EV_SIZE)
		window_fit(&v->window, v->list.count, rows_of(d));
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 3);
	if (e->kind != EV_KEY)
		return stay();
	if (e->key == K_ESC)
		return back();
	if (e->key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (e->key == K_F5)
		send_again(v, d);
	if (e->key == K_F4 && row != NULL && login_may(&d->login, "antrean.batal"))
		return open_screen(SCREEN_ACT, (struct argument){ .filing = row->filing,
		                                                  .step = "antrean",
		                                                  .number = (int)row->number });
	if (e->key == K_ENTER && row != NULL)
		return open_screen(SCREEN_FILING, (struct argument){ .filing = row->filing });
	if (e->key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Antrean"),
		        .text = _(
		            "Pesan dikirim oleh pekerja latar dan diulang sendiri, makin lama makin jarang. "
		            "Pesan yang gagal hanya menahan pendaftarannya sendiri. F5 mengirimnya lagi sekarang, "
		            "F4 membatalkannya dengan alasan.") });
	(void)window_key(&v->window, e->key);
	return stay();
}

static void queue_resume(void *model, struct desk *d, const char *answer)
{
	(void)answer;
	queue_news(model, d);
}

static void queue_close(void *model, struct desk *d)
{
	struct queue_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static const char *state_words(const char *state)
{
	static const struct {
		const char *state, *words;
	} words[] = {
		{ "waiting", N_("menunggu") },
		{ "sending", N_("dikirim") },
		{ "done", N_("selesai") },
		{ "dead", N_("berhenti") },
	};
	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (text_same(words[i].state, state))
			return _(words[i].words);
	}
	return state;
}

static void draw_row(const struct queue_view *v, const struct desk *d, struct cells *c,
                     struct area where, size_t at)
{
	static const struct frame_column columns[] = {
		{ "", 2, 5, false },  { "", 8, 11, false }, { "", 20, 26, false },
		{ "", 47, 9, false }, { "", 57, 4, true },  { "", 63, 0, false },
	};
	const struct outbox_row *row = v->list.items == NULL ? NULL : &v->list.items[at];
	if (row == NULL)
		return;
	char tries[16], due[32];
	/* lint: tidy a row is drawn only where the list has one */
	snprintf(tries, sizeof tries, "%d", row->tries);
	instant_show(row->due, &d->app->book->court.zone, due, sizeof due);
	const char *texts[] = {
		row->to, row->kind, row->title, state_words(row->state), tries, due
	};
	frame_row(c, where, (int)(at - v->window.top) + 1, columns, COUNT_OF(columns), texts);
}

static void queue_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct queue_view *v = model;
	struct area body = frame_areas(c, false).body;
	const struct frame_column titles[] = {
		{ _("Ke"), 2, 5, false },
		{ _("Pesan"), 8, 11, false },
		{ _("Pendaftaran"), 20, 26, false },
		{ _("Keadaan"), 47, 9, false },
		{ _("Coba"), 57, 4, true },
		{ _("Dikirim lagi"), 63, 0, false },
	};
	body.cols = c->cols - 2;
	desk_head(d, c, _("Antrean pesan ke bank dan SIPP"));
	const struct outbox_row *row = chosen(v);
	if (row != NULL && !text_is_empty(row->error))
		frame_paragraph(c,
		                (struct area){ body.row + body.rows - DETAIL_ROWS, body.col + 2,
		                               DETAIL_ROWS, body.cols - 2 },
		                STYLE_WARNING, row->error);
	if (v->list.count == 0) {
		cells_put(c, body.row + 1, body.col + 2, STYLE_DIM,
		          _("Tidak ada pesan yang menunggu."));
	} else {
		frame_titles(c, body, titles, COUNT_OF(titles));
		for (size_t i = v->window.top;
		     i < v->list.count && i < v->window.top + v->window.rows; i++)
			draw_row(v, d, c, body, i);
		frame_choose(c, body, (int)(v->window.at - v->window.top) + 1);
	}
	const struct key_hint hints[] = {
		{ .key = K_ENTER, .label = _("buka"), .shown = row != NULL },
		{ .key = K_F5,
		  .label = _("kirim lagi"),
		  .shown = row != NULL && login_may(&d->login, "antrean.ulang") },
		{ .key = K_F4,
		  .label = _("batalkan"),
		  .shown = row != NULL && login_may(&d->login, "antrean.batal") },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_queue = {
	.size = sizeof(struct queue_view),
	.open = queue_open,
	.on = queue_on,
	.draw = queue_draw,
	.resume = queue_resume,
	.news = queue_news,
	.close = queue_close,
};
