/* Beranda: the SOP as a board, what just happened, bank and SIPP, and what was left
 * unfinished. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { READ_MEMORY = 8 * 1024 * 1024, NEWS_ROWS = 3 };

struct board_view {
	struct arena *a;
	struct arena read;
	struct board board;
	struct drafts drafts;
	struct window window;
};

static void read_board(struct board_view *v, struct desk *d)
{
	struct fault why = { 0 };
	arena_drop(&v->read);
	v->board = (struct board){ 0 };
	v->drafts = (struct drafts){ 0 };
	if (!service_board(&d->login, &v->read, &v->board, &why) ||
	    !service_drafts(&d->login, &v->read, &v->drafts, &why))
		desk_fault(d, &why);
	window_fit(&v->window, v->board.step_count, SOP_MOST);
}

static bool board_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                       struct fault *why)
{
	struct board_view *v = model;
	(void)with;
	(void)why;
	v->a = a;
	v->read = arena_start(READ_MEMORY);
	read_board(v, d);
	return true;
}

static struct intent open_list(const struct board_view *v, const struct desk *d, bool only_step)
{
	const struct sop *sop = &d->app->book->sop;
	const char *step = only_step && v->window.at < sop->step_count
	                       ? sop->steps[v->window.at].key
	                       : "";
	return open_screen(SCREEN_LIST, (struct argument){ .step = step });
}

static struct intent take_up_draft(const struct board_view *v)
{
	if (v->drafts.count == 0)
		return stay();
	const struct draft *draft = &v->drafts.items[0];
	return open_screen(SCREEN_FILING,
	                   (struct argument){ .filing = draft->filing, .step = draft->step });
}

static struct intent new_filing(struct desk *d)
{
	char who[256];
	if (login_may(&d->login, act_fill_account.name))
		return open_screen(SCREEN_FILING, (struct argument){ 0 });
	login_who_may(&d->login, act_fill_account.name, who, sizeof who);
	desk_say(d, STYLE_WARNING, who);
	return stay();
}

/* ---- F4: what else can be opened from here ---- */

static const struct {
	const char *act, *value, *label;
	enum screen_name screen;
} doors[] = {
	{ "lihat.panggilan", "panggilan", N_("Panggilan jurusita"), SCREEN_BAILIFF },
	{ "lihat.laporan", "laporan", N_("Laporan Perkara dan Laporan Tahunan"), SCREEN_REPORT },
	{ "lihat.register", "register", N_("Register Induk Perkara"), SCREEN_REGISTER },
	{ "lihat.antrean", "antrean", N_("Antrean pesan ke bank dan SIPP"), SCREEN_QUEUE },
	{ "lihat.uang", "titipan", N_("Titipan: uang yang menunggu kasir"), SCREEN_SUSPENSE },
	{ "lihat.uang", "rekonsiliasi", N_("Rekonsiliasi dengan laporan bank"), SCREEN_RECON },
	{ "lihat.data", "pengaturan", N_("Pengaturan pengadilan"), SCREEN_SETTINGS },
	{ "atur.pengguna", "pengguna", N_("Pengguna"), SCREEN_USERS },
	{ "lihat.sop", "sop", N_("SOP yang dijalankan"), SCREEN_HELP },
};

static struct intent open_menu(struct board_view *v, struct desk *d)
{
	struct choice *items = arena_get(v->a, COUNT_OF(doors), sizeof *items);
	size_t count = 0;
	for (size_t i = 0; i < COUNT_OF(doors); i++) {
		if (login_may(&d->login, doors[i].act))
			items[count++] = (struct choice){ doors[i].value, doors[i].label, "" };
	}
	return open_screen(SCREEN_CHOICE, (struct argument){ .title = _("Buka"),
	                                                     .choices = items,
	                                                     .choice_count = count });
}

static const char *sop_text(const struct desk *d, struct arena *a)
{
	const struct sop *sop = &d->app->book->sop;
	struct text t = text_start(a);
	text_addf(&t, "%s\n", sop->title);
	for (size_t i = 0; i < sop->head_count; i++) {
		text_addf(&t, "\n%s\n", sop->head[i].part);
		for (size_t k = 0; k < sop->head[i].count; k++)
			text_addf(&t, "  %zu. %s\n", k + 1, sop->head[i].lines[k]);
	}
	text_add(&t, "\n");
	for (size_t i = 0; i < sop->step_count; i++) {
		const struct sop_step *s = &sop->steps[i];
		text_addf(&t, "%zu. %s (%s): %s → %s, %d\n", i + 1, s->title, s->actor, s->needs,
		          s->output, s->norm);
	}
	text_addf(&t, "\n%s %d; %s %d\n", _("Jumlah menurut SOP:"), sop->stated_total,
	          _("bila dijumlah:"), sop->sum);
	return t.s;
}

static struct intent on_key(struct board_view *v, struct desk *d, enum key key)
{
	if (key == K_ENTER)
		return open_list(v, d, true);
	if (key == K_F5)
		return take_up_draft(v);
	if (key == K_F6)
		return new_filing(d);
	if (key == K_F4)
		return open_menu(v, d);
	if (key == key_ctrl('F'))
		return open_list(v, d, false);
	if (key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Beranda"),
		        .text = _(
		            "Papan langkah SOP: berapa pendaftaran menunggu di tiap langkah, berapa yang "
		            "melewati norma waktunya, dan sejak kapan yang tertua. Enter membuka daftar langkah itu.") });
	if (key == K_F3)
		return (struct intent){ .kind = INTENT_LOGOUT };
	(void)window_key(&v->window, key);
	return stay();
}

static struct intent board_on(void *model, struct desk *d, const struct event *e)
{
	struct board_view *v = model;
	if (e->kind == EV_KEY)
		return on_key(v, d, e->key);
	if (e->kind == EV_TEXT && e->text[0] == '/')
		return open_list(v, d, false);
	if (e->kind == EV_TEXT && frame_step_key(e->text, v->board.step_count) >= 0) {
		window_go(&v->window, (size_t)frame_step_key(e->text, v->board.step_count));
		return stay();
	}
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 3);
	return stay();
}

static void board_resume(void *model, struct desk *d, const char *answer)
{
	struct board_view *v = model;
	read_board(v, d);
	for (size_t i = 0; i < COUNT_OF(doors); i++) {
		if (text_same(doors[i].value, answer))
			d->next = (struct intent){ .kind = INTENT_OPEN,
				                   .screen = doors[i].screen,
				                   .argument = { .title = _(doors[i].label),
				                                 .text = sop_text(d, v->a) } };
	}
}

static void board_news(void *model, struct desk *d)
{
	read_board(model, d);
}

static void board_close(void *model, struct desk *d)
{
	struct board_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static const struct frame_column columns[] = {
	{ N_("Langkah"), 2, 24, false },  { N_("menunggu"), 27, 8, true },
	{ N_("terlambat"), 37, 9, true }, { N_("tertua"), 48, 10, true },
	{ N_("norma"), 60, 6, true },
};

static void count_words(int64_t n, char *out, size_t capacity)
{
	if (n == 0)
		snprintf(out, capacity, "–");
	else
		snprintf(out, capacity, "%lld", (long long)n);
}

static void draw_steps(const struct board_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	const struct sop *sop = &d->app->book->sop;
	struct frame_column titles[COUNT_OF(columns)];
	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		titles[i] = columns[i];
		titles[i].title = _(columns[i].title);
	}
	frame_titles(c, where, titles, COUNT_OF(titles));
	for (size_t i = 0; i < v->board.step_count; i++) {
		const struct board_row *row = &v->board.steps[i];
		char name[80], waiting[24], late[24], oldest[32], norm[16];
		frame_step_name(i, v->board.step_count, _(sop->steps[i].name), name, sizeof name);
		count_words(row->waiting, waiting, sizeof waiting);
		count_words(row->late, late, sizeof late);
		desk_since(d, row->oldest, oldest, sizeof oldest);
		snprintf(norm, sizeof norm, i == 0 ? "%d mnt" : "%d    ", sop->steps[i].norm);
		const char *texts[] = { name, waiting, late, oldest, norm };
		frame_row(c, where, (int)i + 1, titles, COUNT_OF(titles), texts);
	}
	frame_choose(c, where, (int)v->window.at + 1);
}

static void draw_totals(const struct board_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	const struct sop *sop = &d->app->book->sop;
	int64_t waiting = 0, late = 0;
	char text[64], digits[24];
	for (size_t i = 0; i < v->board.step_count; i++) {
		waiting += v->board.steps[i].waiting;
		late += v->board.steps[i].late;
	}
	count_words(waiting, text, sizeof text);
	cells_put_right(c, where.row, where.col + 27, 8, STYLE_TITLE, text);
	count_words(late, text, sizeof text);
	cells_put_right(c, where.row, where.col + 37, 9, STYLE_TITLE, text);
	snprintf(digits, sizeof digits, "%d", sop->stated_total);
	cells_put_right(c, where.row, where.col + 57, 5, STYLE_TITLE, digits);
	cells_put(c, where.row, where.col + 63, STYLE_DIM, _("menurut SOP,"));
	snprintf(digits, sizeof digits, "%d", sop->sum);
	cells_put_right(c, where.row + 1, where.col + 57, 5, STYLE_TITLE, digits);
	cells_put(c, where.row + 1, where.col + 63, STYLE_DIM, _("bila dijumlah"));
}

static int draw_news(const struct board_view *v, const struct desk *d, struct cells *c,
                     struct area where)
{
	int row = 0;
	cells_put(c, where.row + row++, where.col + 2, STYLE_TITLE, _("Baru saja"));
	for (size_t i = 0; i < v->board.news_count && row < where.rows; i++, row++) {
		const struct news_row *n = &v->board.news[i];
		char clock[16];
		instant_clock(n->at, &d->app->book->court.zone, clock, sizeof clock);
		cells_put(c, where.row + row, where.col + 2, STYLE_DIM, clock);
		cells_put_fit(c, where.row + row, where.col + 9, 8,
		              text_same(n->what, "kembali") ? STYLE_WARNING : STYLE_DONE, n->what);
		cells_put_fit(c, where.row + row, where.col + 18, 24, STYLE_PLAIN, n->title);
		cells_put_fit(c, where.row + row, where.col + 43, where.cols - 43, STYLE_PLAIN,
		              n->detail);
	}
	return row;
}

static int draw_link(const struct desk *d, struct cells *c, int row, int col,
                     const struct link_state *l)
{
	char since[32], text[200], waiting[24];
	desk_since(d, l->since, since, sizeof since);
	snprintf(waiting, sizeof waiting, "%lld", (long long)l->waiting);
	const char *name = text_same(l->name, "sipp") ? "SIPP" : _("Bank");
	const char *words = l->since != INSTANT_NONE && l->up
	                        ? (l->waiting == 0 ? _("%1 ● tersambung")
	                                           : _("%1 ● tersambung, %3 pesan menunggu"))
	                    : l->since != INSTANT_NONE ? _("%1 ○ putus sejak %2, %3 pesan menunggu")
	                    : l->waiting > 0 ? _("%1 ○ belum dihubungi, %3 pesan menunggu")
	                                     : _("%1 ○ belum dihubungi");
	message_fill(words, (const char *const[]){ name, since, waiting }, 3, text, sizeof text);
	return cells_put(c, row, col, l->up ? STYLE_PLAIN : STYLE_WARNING, text);
}

static void draw_draft(const struct board_view *v, const struct desk *d, struct cells *c, int row)
{
	char clock[16], text[300];
	if (v->drafts.count == 0)
		return;
	const struct draft *draft = &v->drafts.items[0];
	const struct form *form = rulebook_form(d->app->book, draft->step);
	instant_clock(draft->at, &d->app->book->court.zone, clock, sizeof clock);
	message_fill(_("Isian Anda yang belum selesai: %1, %2, %3 (F5 lanjutkan)"),
	             (const char *const[]){ text_is_empty(draft->title) ? _("tanpa nama")
	                                                                : draft->title,
	                                    form == NULL ? draft->step : _(form->title), clock },
	             3, text, sizeof text);
	cells_put_fit(c, row, 1, c->cols - 2, STYLE_WARNING, text);
}

static bool is_empty(const struct board_view *v)
{
	for (size_t i = 0; i < v->board.step_count; i++) {
		if (v->board.steps[i].waiting > 0)
			return false;
	}
	return v->board.news_count == 0;
}

static void board_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct board_view *v = model;
	struct areas areas = frame_areas(c, false);
	struct area body = areas.body;
	int steps = (int)v->board.step_count;
	desk_head(d, c, _("Beranda"));
	draw_totals(v, d, c, (struct area){ body.row + steps + 1, body.col, 2, body.cols });
	draw_draft(v, d, c, c->rows - 3);
	int row = body.row + steps + 3, bottom = c->rows - 5;
	if (is_empty(v))
		cells_put(c, row, body.col + 2, STYLE_DIM, _("Belum ada pendaftaran. F6 mulai."));
	else if (v->board.news_count > 0)
		draw_news(v, d, c, (struct area){ row, body.col, bottom - row, body.cols });
	int used = draw_link(d, c, bottom, body.col + 2, &v->board.bank);
	draw_link(d, c, bottom, body.col + 2 + used + 3, &v->board.sipp);
	draw_steps(v, d, c, (struct area){ body.row, body.col, steps + 1, body.cols });
	const struct key_hint hints[] = {
		{ .key = K_ENTER, .label = _("buka"), .shown = true },
		{ .key = K_F5, .label = _("lanjutkan"), .shown = v->drafts.count > 0 },
		{ .key = K_F6,
		  .label = _("pendaftaran baru"),
		  .shown = login_may(&d->login, act_fill_account.name) },
		{ .name = "/", .label = _("cari"), .shown = true },
		{ .key = K_F4, .label = _("lainnya"), .shown = true },
		{ .key = K_F1, .shown = true },
		{ .key = K_F3, .label = _("keluar"), .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_board = {
	.size = sizeof(struct board_view),
	.open = board_open,
	.on = board_on,
	.draw = board_draw,
	.resume = board_resume,
	.news = board_news,
	.close = board_close,
};
