/* Beranda: the SOP as a board, what just happened, bank and SIPP, and what was left
 * unfinished. */
#include <string.h>

#include "loket/court.h"
#include "loket/doctor.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"
#include "loket/worklist.h"

#include "listview.h"

enum {
	LOOK_MS = 60000,
	SINCE_COLS = 12,
	HOUR_COLS = 4, /* "09  " before a bar */
	COUNT_COLS = 14,
	FULL_ROWS = 24 /* with space for the sums too */
};

struct board_view {
	struct listview list; /* the steps */
	struct arena *a;      /* that of what was read */
	struct board board;
	struct drafts drafts;
	struct checkup up; /* of those who see to the machine */
	/* What would be answered otherwise: looked for when the rules are read anew, and each
	 * minute. */
	const struct rulebook *looked_by;
	int64_t looked_at;
	size_t changed;
	size_t work, work_late; /* money that waits for who sits here; looked for as often */
};

static bool look_for_work(struct board_view *v, const struct desk *d, struct arena *a,
                          struct fault *why)
{
	struct worklist work = { 0 };
	if (login_may(&d->login, "lihat.kerja") && !service_worklist(&d->login, a, &work, why))
		return false;
	v->work = work.waiting;
	v->work_late = work.late;
	return true;
}

static bool look_for_changes(struct board_view *v, const struct desk *d, struct arena *a,
                             struct fault *why)
{
	struct consequences found;
	const int64_t now = clock_steady();
	if (v->looked_by == d->app->book && now - v->looked_at < LOOK_MS)
		return true;
	if (!service_consequences(&d->login, d->app->book, a, &found, why))
		return false;
	v->looked_by = d->app->book;
	v->looked_at = now;
	v->changed = found.count;
	return look_for_work(v, d, a, why);
}

static bool look_for_faults(struct board_view *v, const struct desk *d, struct arena *a,
                            struct fault *why)
{
	v->up = (struct checkup){ .at = INSTANT_NONE };
	return !login_may(&d->login, "lihat.pemeriksaan") ||
	       service_checkup_kept(&d->login, a, &v->up, why);
}

static bool board_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct board_view *v = model;
	v->a = a;
	v->board = (struct board){ 0 };
	v->drafts = (struct drafts){ 0 };
	bool good = service_board(&d->login, a, &v->board, why) &&
	            service_drafts(&d->login, a, &v->drafts, why) &&
	            look_for_faults(v, d, a, why) && look_for_changes(v, d, a, why);
	listview_fit(&v->list, v->board.step_count, d);
	return good;
}

/* ---- keys ---- */

static struct intent open_step(void *model, struct desk *d)
{
	const struct board_view *v = model;
	const struct sop *sop = &d->app->book->sop;
	size_t at = listview_at(&v->list);
	const char *step = at < sop->step_count ? sop->steps[at].key : "";
	return open_screen(&screen_list, (struct argument){ .step = step });
}

static bool has_draft(const void *model)
{
	return ((const struct board_view *)model)->drafts.count > 0;
}

static struct intent take_up_draft(void *model, struct desk *d)
{
	const struct drafts *drafts = &((const struct board_view *)model)->drafts;
	return drafts->count == 1 && drafts->open == 1
	           ? draft_take_up(&drafts->items[0])
	           : open_screen(&screen_drafts, (struct argument){ 0 });
}

/* What else can be opened from here. */
static const struct {
	const char *right, *label;
	const struct screen *screen;
} doors[] = {
	{ "lihat.kerja", N_("Daftar kerja: uang yang menunggu Anda"), &screen_worklist },
	{ "lihat.panggilan", N_("Panggilan jurusita"), &screen_bailiff },
	{ "lihat.beban", N_("Beban dan ketepatan waktu jurusita"), &screen_workload },
	{ "lihat.pos", N_("Pos tercatat"), &screen_post },
	{ "lihat.tabayun", N_("Tabayun: bantuan panggilan dari pengadilan lain"), &screen_tabayun },
	{ "lihat.surat", N_("Surat keluar dan nomornya"), &screen_letters },
	{ "lihat.laporan", N_("Laporan Perkara dan Laporan Tahunan"), &screen_report },
	{ "lihat.register", N_("Register Induk Perkara dan register surat kuasa"),
	  &screen_register },
	{ "akun.isi", N_("Pendaftar yang dikenal dan masa KTA"), &screen_accounts },
	{ "lihat.antrean", N_("Antrean pesan ke bank dan SIPP"), &screen_queue },
	{ "lihat.uang", N_("Titipan: uang yang menunggu kasir"), &screen_suspense },
	{ "lihat.uang", N_("Uang keluar yang menunggu panitera"), &screen_payouts },
	{ "lihat.uang", N_("Rekonsiliasi dengan laporan bank"), &screen_recon },
	{ "lihat.uang", N_("Buku keuangan: induk, kas bantu, PNBP, jurnal"), &screen_books },
	{ "lihat.uang", N_("Penutupan buku: berita acara hari dan bulan"), &screen_closing },
	{ "lihat.uang", N_("Setoran ke kas negara: PNBP dan uang tak bertuan"), &screen_deposit },
	{ "lihat.perkara", N_("Akibat perubahan kalender, tarif dan aturan"), &screen_consequence },
	{ "lihat.data", N_("Pengaturan pengadilan"), &screen_settings },
	{ "lihat.pemeriksaan", N_("Pemeriksaan mesin, bank, SIPP dan cadangan"), &screen_checkup },
	{ "atur.pengguna", N_("Pengguna"), &screen_users },
	{ "lihat.riwayat-pengguna", N_("Riwayat pengguna"), &screen_userlog },
	{ "lihat.sop", N_("SOP yang dijalankan"), &screen_help },
};

static struct intent open_menu(void *model, struct desk *d)
{
	struct board_view *v = model;
	struct menu_item *items = arena_get(v->a, COUNT_OF(doors), sizeof *items);
	size_t count = 0;
	for (size_t i = 0; i < COUNT_OF(doors); i++) {
		if (login_may(&d->login, doors[i].right))
			items[count++] = (struct menu_item){ .id = (int)i,
				                             .label = _(doors[i].label) };
	}
	return open_screen(&screen_menu, (struct argument){ .title = _("Buka"),
	                                                    .items = items,
	                                                    .item_count = count });
}

static const char *sop_text(const struct desk *d, struct arena *a)
{
	const struct sop *sop = &d->app->book->sop;
	struct text t = text_start(a);
	text_addf(&t, "%s\n", _(sop->title));
	for (size_t i = 0; i < sop->head_count; i++) {
		text_addf(&t, "\n%s\n", _(sop->head[i].part));
		for (size_t k = 0; k < sop->head[i].count; k++)
			text_addf(&t, "  %zu. %s\n", k + 1, sop->head[i].lines[k]);
	}
	text_add(&t, "\n");
	for (size_t i = 0; i < sop->step_count; i++) {
		const struct sop_step *s = &sop->steps[i];
		text_addf(&t, "%zu. %s (%s): %s → %s, %d\n", i + 1, _(s->title), s->actor,
		          _(s->needs), _(s->output), s->norm);
	}
	text_addf(&t, "\n%s %d; %s %d\n", _("Jumlah menurut SOP:"), sop->stated_total,
	          _("bila dijumlah:"), sop->sum);
	return t.s;
}

static struct intent board_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	const struct board_view *v = model;
	if (reply->kind != REPLY_ITEM)
		return stay();
	return open_screen(doors[reply->id].screen,
	                   (struct argument){ .title = _(doors[reply->id].label),
	                                      .text = doors[reply->id].screen == &screen_help
	                                                  ? sop_text(d, v->a)
	                                                  : NULL });
}

static struct intent board_on(void *model, struct desk *d, const struct event *e)
{
	struct board_view *v = model;
	int at = e->kind == EV_TEXT ? frame_step_key(e->text, v->board.step_count) : -1;
	if (at < 0)
		return pass();
	window_go(&v->list.list.window, (size_t)at);
	return stay();
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka"), .run = open_step },
	{ K_F2, .run = open_step, .quiet = true },
	{ K_F5, .label = N_("lanjutkan"), .run = take_up_draft, .when = has_draft },
	{ K_F6, .label = N_("pendaftaran baru"),
	  .then = { .kind = INTENT_OPEN, .screen = &screen_filing }, .act = &act_fill_account },
	{ .name = "/",
	  .label = N_("cari"),
	  .then = { .kind = INTENT_OPEN, .screen = &screen_list } },
	{ K_CTRL_A + ('F' - 'A'), .then = { .kind = INTENT_OPEN, .screen = &screen_list },
	  .quiet = true },
	{ K_F4, .label = N_("lainnya"), .run = open_menu },
	{ K_F3, .label = N_("keluar"), .then = { .kind = INTENT_LOGOUT } },
};

/* ---- the picture ---- */

static const char *count_words(const struct desk *d, int64_t n)
{
	return n == 0 ? "–" : shown_digits(d->scratch, n);
}

static void board_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct board_view *v = model;
	const struct board_row *row = &v->board.steps[at];
	const struct sop_step *step = &d->app->book->sop.steps[at];
	char name[96];
	frame_step_name(at, v->board.step_count, _(step->name), name, sizeof name);
	out->cells[0] = arena_text(d->scratch, name);
	out->cells[1] = count_words(d, row->waiting);
	out->cells[2] = count_words(d, row->late);
	out->cells[3] = desk_since(d, row->oldest);
	out->cells[4] = at == 0 ? message_text(d->scratch, _("%1 mnt"),
	                                       shown_number(d->scratch, step->norm))
	                        : arena_print(d->scratch, "%d    ", step->norm);
}

static const struct listview_column columns[] = {
	{ N_("Langkah"), .width = 24 },
	{ N_("menunggu"), .width = 8, .right = true },
	{ N_("terlambat"), .width = 10, .right = true },
	{ N_("tertua"), .width = 11, .right = true },
	{ N_("norma"), .width = 7, .right = true },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 9,
	.aside = true,
	.fixed = true,
	.row = board_row,
};

static void draw_totals(const struct board_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	const struct sop *sop = &d->app->book->sop;
	int64_t waiting = 0, late = 0;
	for (size_t i = 0; i < v->board.step_count; i++) {
		waiting += v->board.steps[i].waiting;
		late += v->board.steps[i].late;
	}
	const struct {
		int row, col, width;
		const char *figure, *label;
	} totals[] = {
		{ 0, 27, 8, count_words(d, waiting), "" },
		{ 0, 37, 9, count_words(d, late), "" },
		{ 0, 57, 5, shown_number(d->scratch, sop->stated_total), _("menurut SOP,") },
		{ 1, 57, 5, shown_number(d->scratch, sop->sum), _("bila dijumlah") },
	};
	for (size_t i = 0; i < COUNT_OF(totals); i++) {
		int row = where.row + totals[i].row, col = where.col + totals[i].col;
		cells_put_right(c, row, col, totals[i].width, STYLE_TITLE, totals[i].figure);
		cells_put(c, row, col + totals[i].width + 1, STYLE_DIM, totals[i].label);
	}
}

static void draw_news(const struct board_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	int row = where.row;
	cells_put(c, row++, where.col + 2, STYLE_TITLE, _("Baru saja"));
	for (size_t i = 0; i < v->board.news_count && row < where.row + where.rows; i++, row++) {
		const struct news_row *n = &v->board.news[i];
		bool back = text_same(n->what, "kembali");
		cells_put(c, row, where.col + 2, STYLE_DIM,
		          shown_clock(d->scratch, n->at, &d->app->book->court.zone));
		cells_put_fit(c, row, where.col + 9, 12, back ? STYLE_WARNING : STYLE_DONE,
		              back ? _("dikembalikan") : _(n->what));
		cells_put_fit(c, row, where.col + 22, 20, STYLE_PLAIN, n->title);
		cells_put_fit(c, row, where.col + 43, where.cols - 43, STYLE_PLAIN,
		              sentence_said(d->scratch, n->detail));
	}
}

static int draw_link(const struct desk *d, struct cells *c, int row, int col,
                     const struct link_state *l)
{
	const char *name = text_same(l->name, "sipp")   ? "SIPP"
	                   : text_same(l->name, "mail") ? _("E-mail")
	                                                : _("Bank");
	const char *words = l->since != INSTANT_NONE && l->up
	                        ? (l->waiting == 0 ? _("%1 ● tersambung")
	                                           : _("%1 ● tersambung, %3 pesan menunggu"))
	                    : l->since != INSTANT_NONE ? _("%1 ○ putus sejak %2, %3 pesan menunggu")
	                    : l->waiting > 0 ? _("%1 ○ belum dihubungi, %3 pesan menunggu")
	                                     : _("%1 ○ belum dihubungi");
	const char *state = message_text(d->scratch, words, name, desk_since(d, l->since),
	                                 shown_digits(d->scratch, l->waiting));
	bool apart = clock_is_apart(d->app->book, l->apart);
	if (apart)
		state = message_text(d->scratch, _("%1, jamnya selisih %2 menit"), state,
		                     shown_number(d->scratch, l->apart / MINUTE_MS));
	return cells_put(c, row, col, l->up && !apart ? STYLE_PLAIN : STYLE_WARNING, state);
}

/* What a dead worker has stored of bank and SIPP is the past. */
static const char *still_words(const struct board_view *v, const struct desk *d,
                               const struct heart *heart, enum heart_state state)
{
	const struct board *b = &v->board;
	const char *waiting = shown_number(d->scratch,
	                                   b->bank.waiting + b->sipp.waiting + b->mail.waiting);
	const char *quiet = desk_since(d, d->now - (clock_steady() - heart->beat));
	return state == HEART_STILL
	           ? message_text(d->scratch,
	                          _("Pekerja ○ tidak berjalan: bank dan SIPP tidak dihubungi, "
	                            "%1 pesan menunggu"),
	                          waiting)
	           : message_text(d->scratch,
	                          _("Pekerja ○ tidak bergerak sejak %2 (proses %3), "
	                            "%1 pesan menunggu"),
	                          waiting, quiet, arena_print(d->scratch, "%ld", (long)heart->pid));
}

static void draw_links(const struct board_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	struct heart heart;
	enum heart_state state = heart_look(&d->app->home, &heart);
	int col = where.col;
	if (state != HEART_BEATS) {
		cells_put_fit(c, where.row, col, where.cols, STYLE_WARNING,
		              still_words(v, d, &heart, state));
		return;
	}
	col += draw_link(d, c, where.row, col, &v->board.bank) + 3;
	col += draw_link(d, c, where.row, col, &v->board.sipp) + 3;
	if (!text_is_empty(d->app->book->mail.smtp.host))
		col += draw_link(d, c, where.row, col, &v->board.mail) + 3;
	if (heart.deaf)
		cells_put_fit(c, where.row, col, where.col + where.cols - col, STYLE_WARNING,
		              _("pekerja tidak mendengar panggilan bank"));
}

/* The newest, or how many there are. */
static const char *draft_words(const struct drafts *drafts, const struct desk *d)
{
	if (drafts->open == 0)
		return message_text(d->scratch, _("%1 isian dibuang, masih dapat diambil kembali"),
		                    shown_number(d->scratch, (int64_t)drafts->count));
	const struct draft *draft = &drafts->items[0];
	const char *title = text_is_empty(draft->title) ? _("tanpa nama") : draft->title,
	           *form = draft_form(draft, d), *since = desk_since(d, draft->at),
	           *count = shown_number(d->scratch, (int64_t)drafts->open);
	return drafts->open == 1
	           ? message_text(d->scratch, _("Isian Anda yang belum selesai: %1, %2, %3"), title,
	                          form, since)
	           : message_text(d->scratch, _("%1 isian Anda belum selesai: %2"), count,
	                          arena_print(d->scratch, "%s, %s, %s", title, form, since));
}

static void draw_draft(const struct board_view *v, const struct desk *d, struct cells *c, int row)
{
	if (v->drafts.count > 0)
		cells_put_fit(c, row, 1, c->cols - 2,
		              v->drafts.open > 0 ? STYLE_WARNING : STYLE_DIM,
		              draft_words(&v->drafts, d));
}

static const char *work_words(const struct board_view *v, const struct desk *d)
{
	return message_text(d->scratch,
	                    desk_keys(d, _("Uang menunggu: %1, terlambat %2: F4, Daftar kerja")),
	                    shown_number(d->scratch, (int64_t)v->work),
	                    shown_number(d->scratch, (int64_t)v->work_late));
}

/* The checks with a finding of that state, each once. */
static const char *checks_named(const struct checkup *up, enum checkup_state state, struct arena *a)
{
	struct text all = text_start(a);
	const char *last = "";
	for (size_t i = 0; i < up->count; i++) {
		const char *name = up->items[i].name;
		name = arena_copy(a, name, strcspn(name, "/"));
		if (up->items[i].state != state || text_same(name, last))
			continue;
		text_addf(&all, "%s%s", all.length > 0 ? ", " : "", name);
		last = name;
	}
	return all.s;
}

static const char *checkup_words(const struct board_view *v, const struct desk *d)
{
	const char *red = checks_named(&v->up, CHECKUP_RED, d->scratch);
	const char *yellow = checks_named(&v->up, CHECKUP_YELLOW, d->scratch);
	const char *since = desk_since(d, v->up.at);
	return text_is_empty(yellow)
	           ? message_text(d->scratch, _("Pemeriksaan %1: merah %2"), since, red)
	       : text_is_empty(red)
	           ? message_text(d->scratch, _("Pemeriksaan %1: kuning %2"), since, yellow)
	           : message_text(d->scratch, _("Pemeriksaan %1: merah %2; kuning %3"), since, red,
	                          yellow);
}

/* A clock that cannot be right, what the checks found, money that waits, or what a change of the
 * rules has touched. */
static void draw_alarm(const struct board_view *v, const struct desk *d, struct cells *c, int row)
{
	const struct rulebook *b = d->app->book;
	const struct zone *z = &b->court.zone;
	enum clock_doubt doubt = clock_doubted(b, d->now, v->board.newest);
	const char *words =
	    doubt != CLOCK_GOOD ? message_text(d->scratch, _(clock_words(doubt)),
	                                       shown_instant(d->scratch, d->now, z),
	                                       shown_instant(d->scratch, v->board.newest, z))
	    : checkup_worst(&v->up) != CHECKUP_GREEN ? checkup_words(v, d)
	    : v->work > 0                            ? work_words(v, d)
	    : v->changed > 0
	        ? message_text(d->scratch,
	                       desk_keys(d,
	                                 _("%1 hal kini akan dijawab lain: F4, Akibat perubahan")),
	                       shown_number(d->scratch, (int64_t)v->changed))
	        : "";
	cells_put_fit(c, row, 1, c->cols - 2, STYLE_WARNING, words);
}

/* Beside the steps, where there is space: who waits at the chosen one, the oldest filing first. */
static void draw_waiting(const struct board_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	const struct sop *sop = &d->app->book->sop;
	size_t at = listview_at(&v->list);
	struct list_page page = { 0 };
	struct fault why = { 0 };
	if (where.cols == 0 || at >= sop->step_count)
		return;
	const struct list_query query = { .search = "",
		                          .step = sop->steps[at].key,
		                          .type = "",
		                          .order = LIST_OLDEST,
		                          .after = "",
		                          .limit = where.rows - 1 };
	cells_put_fit(c, where.row, where.col, where.cols, STYLE_TITLE,
	              message_text(d->scratch, _("Menunggu di %1"), _(sop->steps[at].name)));
	where.row++;
	if (!service_list(&d->login, &query, d->scratch, &page, &why))
		frame_paragraph(c, where, STYLE_FAULT, fault_text(d->scratch, &why));
	else if (page.count == 0)
		cells_put(c, where.row, where.col, STYLE_DIM, _("Tidak ada."));
	for (size_t i = 0; i < page.count; i++, where.row++) {
		const struct list_row *row = &page.items[i];
		const char *since = desk_since(d, row->since);
		cells_put_fit(c, where.row, where.col, where.cols - SINCE_COLS,
		              row->late ? STYLE_WARNING : STYLE_PLAIN,
		              arena_print(d->scratch, "%s %s", row->late ? "!" : " ", row->title));
		cells_put_right(c, where.row, where.col + where.cols - SINCE_COLS, SINCE_COLS,
		                STYLE_DIM, since);
	}
}

/* Fills the row; returns the column after it. */
static int draw_bar(struct cells *c, struct area where, enum style style, const char *sign)
{
	for (int i = 0; i < where.cols; i++)
		cells_put(c, where.row, where.col + i, style, sign);
	return where.col + where.cols;
}

/* An hour a row, the last ones that fit: steps that ended within their norm, and behind them those
 * that took longer. */
static void draw_hours(const struct board_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	const struct hour_row *hours = v->board.hours;
	int64_t most = 0, width = where.cols - HOUR_COLS - COUNT_COLS;
	int first = DAY_HOURS, last = 0;
	for (int i = 0; i < DAY_HOURS; i++) {
		most = hours[i].ended > most ? hours[i].ended : most;
		first = hours[i].ended > 0 && i < first ? i : first;
		last = hours[i].ended > 0 ? i : last;
	}
	if (most == 0 || width < 1)
		return;
	cells_put_fit(c, where.row, where.col, where.cols, STYLE_TITLE,
	              _("Hari ini per jam: dalam norma / semua"));
	first = last - first + 1 > where.rows - 1 ? last - where.rows + 2 : first;
	for (int i = first; i <= last; i++) {
		int row = where.row + 1 + i - first, col = where.col + HOUR_COLS;
		int all = (int)(hours[i].ended * width / most);
		int kept = (int)(hours[i].kept * width / most);
		cells_put(c, row, where.col, STYLE_DIM, arena_print(d->scratch, "%02d", i));
		col = draw_bar(c, (struct area){ row, col, 1, kept }, STYLE_DONE, "█");
		col = draw_bar(c, (struct area){ row, col, 1, all - kept }, STYLE_WARNING, "░");
		cells_put(c, row, col + (all > 0), STYLE_PLAIN,
		          arena_print(d->scratch, "%s / %s",
		                      shown_number(d->scratch, hours[i].kept),
		                      shown_number(d->scratch, hours[i].ended)));
	}
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
	struct areas areas = frame_areas(c, LEFT_NOTHING);
	struct area body = areas.body, side = areas.side;
	int steps = (int)v->board.step_count;
	desk_head(d, c, _("Beranda"));
	side.rows = side.rows / 2 - 1;
	draw_waiting(v, d, c, side);
	side.row += side.rows + 1;
	if (side.cols > 0)
		draw_hours(v, d, c, side);
	draw_draft(v, d, c, c->rows - 3);
	draw_alarm(v, d, c, c->rows - 4);
	if (c->rows < LOW_ROWS)
		return;
	if (c->rows >= FULL_ROWS && c->cols >= RAIL_COLS_LEAST)
		draw_totals(v, d, c, (struct area){ body.row + steps + 1, body.col, 2, body.cols });
	int row = body.row + steps + 3, bottom = c->rows - 5;
	if (is_empty(v))
		cells_put(c, row, body.col + 2, STYLE_DIM,
		          desk_keys(d, _("Belum ada pendaftaran. F6 mulai.")));
	else if (v->board.news_count > 0)
		draw_news(v, d, c, (struct area){ row, body.col, bottom - row, body.cols });
	draw_links(v, d, c, (struct area){ bottom, body.col + 2, 1, body.cols - 2 });
}

const struct screen screen_board = {
	.size = sizeof(struct board_view),
	.title = N_("Beranda"),
	.help = N_(
	    "Papan langkah SOP: berapa pendaftaran menunggu di tiap langkah, berapa yang "
	    "melewati norma waktunya, dan sejak kapan yang tertua. Enter membuka daftar langkah itu. "
	    "Di jendela selebar 120 kolom tampak juga siapa yang menunggu di langkah yang dipilih, dan "
	    "berapa langkah selesai hari ini tiap jam, berapa di antaranya dalam normanya."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = board_read,
	.on = board_on,
	.resume = board_resume,
	.draw = board_draw,
};
