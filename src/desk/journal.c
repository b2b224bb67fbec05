/* Jurnal: the page of one case, what went in and out and what is left; and the acts on its advance.
 */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { READ_MEMORY = 32 * 1024 * 1024, FOOT_ROWS = 4 };

struct journal_view {
	struct arena *a, read;
	struct id id;
	struct filing filing;
	struct journal_page page;
	struct window window;
};

static bool read_page(struct journal_view *v, struct desk *d, struct fault *why)
{
	int rows = d->rows - 6 - FOOT_ROWS;
	arena_drop(&v->read);
	v->page = (struct journal_page){ 0 };
	bool good = service_filing(&d->login, &v->id, &v->read, &v->filing, why) &&
	            service_journal(&d->login, &v->id, &v->read, &v->page, why);
	window_fit(&v->window, v->page.count, rows < 1 ? 1 : (size_t)rows);
	return good;
}

static bool journal_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                         struct fault *why)
{
	struct journal_view *v = model;
	v->a = a;
	v->id = with->filing;
	v->read = arena_start(READ_MEMORY);
	if (!read_page(v, d, why)) {
		arena_drop(&v->read);
		return false;
	}
	window_go(&v->window, v->page.count > 0 ? v->page.count - 1 : 0);
	return true;
}

static void journal_news(void *model, struct desk *d)
{
	struct fault why = { 0 };
	if (!read_page(model, d, &why))
		desk_fault(d, &why);
}

/* ---- what can be done with the advance ---- */

static const struct {
	const struct act *act;
	const char *label;
} doings[] = {
	{ &act_spend, N_("Catat pengeluaran") },
	{ &act_warn, N_("Tegur untuk tambah panjar") },
	{ &act_va_extend, N_("Perpanjang VA") },
	{ &act_va_cancel, N_("Batalkan VA") },
	{ &act_end_case, N_("Perkara berakhir: putus, cabut, coret") },
	{ &act_notify_rest, N_("Beritahukan sisa panjar") },
	{ &act_return_prepare, N_("Siapkan pengembalian sisa") },
	{ &act_return_approve, N_("Setujui pengembalian sisa") },
	{ &act_return_send, N_("Catat transfer sisa") },
	{ &act_forfeit, N_("Sisa menjadi uang tak bertuan") },
};

static struct intent open_menu(struct journal_view *v, struct desk *d)
{
	struct choice *items = arena_get(v->a, COUNT_OF(doings), sizeof *items);
	size_t count = 0;
	for (size_t i = 0; i < COUNT_OF(doings); i++) {
		if (login_may(&d->login, doings[i].act->name))
			items[count++] = (struct choice){ doings[i].act->name, doings[i].label,
				                          "" };
	}
	if (count > 0)
		return open_screen(SCREEN_CHOICE, (struct argument){ .title = _("Panjar"),
		                                                     .choices = items,
		                                                     .choice_count = count });
	char who[256];
	login_who_may(&d->login, doings[0].act->name, who, sizeof who);
	desk_say(d, STYLE_WARNING, who);
	return stay();
}

static void approve(struct journal_view *v, struct desk *d)
{
	struct fault why = { 0 };
	struct answer answer;
	struct arena a = arena_start(READ_MEMORY);
	struct command c = service_command(&d->login, &v->id, v->filing.version,
	                                   &act_return_approve);
	if (service_do(&d->login, &c, &a, &answer, &why))
		desk_say(d, STYLE_DONE, answer.event);
	else
		desk_fault(d, &why);
	arena_drop(&a);
}

static void journal_resume(void *model, struct desk *d, const char *answer)
{
	struct journal_view *v = model;
	for (size_t i = 0; answer != NULL && i < COUNT_OF(doings); i++) {
		if (!text_same(doings[i].act->name, answer))
			continue;
		if (text_is_empty(doings[i].act->form))
			approve(v, d);
		else
			d->next =
			    open_screen(SCREEN_ACT,
			                (struct argument){ .filing = v->id, .act = doings[i].act });
	}
	journal_news(v, d);
}

static void print_page(struct journal_view *v, struct desk *d)
{
	struct printed printed;
	struct fault why = { 0 };
	if (service_print(&d->login, &v->id, "jurnal", 0, &printed, &why))
		desk_printed(d, printed.path);
	else
		desk_fault(d, &why);
}

static struct intent journal_on(void *model, struct desk *d, const struct event *e)
{
	struct journal_view *v = model;
	if (e->kind == EV_SIZE)
		journal_news(v, d);
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 3);
	if (e->kind != EV_KEY)
		return stay();
	if (e->key == K_ESC)
		return back();
	if (e->key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (e->key == K_F4)
		return open_menu(v, d);
	if (e->key == K_F9)
		print_page(v, d);
	if (e->key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Jurnal"),
		        .text = _(
		            "Halaman jurnal perkara ini: setiap rupiah yang masuk dan keluar, siapa yang mencatat, "
		            "dan sisa panjar. F4: pengeluaran, tambah panjar, pengembalian sisa. "
		            "Sisa tidak dapat kurang dari nol, dan hari yang sudah ditutup tidak berubah lagi.") });
	(void)window_key(&v->window, e->key);
	return stay();
}

static void journal_close(void *model, struct desk *d)
{
	struct journal_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static const char *amount_words(rupiah amount, char *out, size_t capacity)
{
	out[0] = '\0';
	if (amount != 0)
		money_digits(amount, out, capacity);
	return out;
}

static void draw_rows(const struct journal_view *v, struct cells *c, struct area where)
{
	const struct frame_column columns[] = {
		{ _("Tanggal"), 2, 10, false },
		{ _("Uraian"), 13, where.cols - 51, false },
		{ _("Masuk"), where.cols - 37, 11, true },
		{ _("Keluar"), where.cols - 25, 11, true },
		{ _("Sisa"), where.cols - 13, 11, true },
	};
	frame_titles(c, where, columns, COUNT_OF(columns));
	for (size_t i = 0; i < v->window.rows && v->window.top + i < v->page.count; i++) {
		const struct journal_row *r = &v->page.items[v->window.top + i];
		char posted[16], in[32], out[32], left[32];
		day_show(r->posted, posted, sizeof posted);
		money_digits(r->left, left, sizeof left);
		const char *texts[] = { posted, _(r->what), amount_words(r->in, in, sizeof in),
			                amount_words(r->out, out, sizeof out), left };
		frame_row(c, where, (int)i + 1, columns, COUNT_OF(columns), texts);
	}
	frame_choose(c, where, (int)(v->window.at - v->window.top) + 1);
}

/* A letter of warning that is open, and then that its month is over. */
static void draw_warning(const struct journal_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	const struct zone *z = &d->app->book->court.zone;
	day until = panjar_warned_until(&v->filing, &d->app->book->court);
	char date[32], line[200];
	if (until == DAY_NONE)
		return;
	day_show(until, date, sizeof date);
	bool over = until < instant_day(d->now, z);
	message_fill(over
	                 ? _("Teguran tambah panjar lewat %1 tanpa dibayar: perkara dapat dicoret.")
	                 : _("Tambah panjar ditunggu sampai %1."),
	             (const char *const[]){ date }, 1, line, sizeof line);
	frame_paragraph(c, where, over ? STYLE_WARNING : STYLE_DIM, line);
}

static void journal_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct journal_view *v = model;
	struct area body = frame_whole(c);
	char head[300], left[32], line[200], returning[32];
	message_fill(_("Jurnal · %1"), (const char *const[]){ v->filing.title }, 1, head,
	             sizeof head);
	frame_head(c, head,
	           text_is_empty(v->filing.number.number) ? v->filing.reg
	                                                  : v->filing.number.number);
	if (v->page.count == 0)
		cells_put(c, body.row + 1, body.col + 2, STYLE_DIM,
		          _("Belum ada uang masuk untuk perkara ini."));
	else
		draw_rows(v, c, body);
	int row = body.row + body.rows - FOOT_ROWS;
	money_show(v->filing.panjar, left, sizeof left);
	frame_sum(c, (struct area){ row, body.col + 2, 2, body.cols - 4 }, _("Sisa panjar"), left);
	if (v->filing.returning > 0) {
		money_show(v->filing.returning, returning, sizeof returning);
		message_fill(_("%1 disetujui untuk dikembalikan, belum ditransfer."),
		             (const char *const[]){ returning }, 1, line, sizeof line);
		cells_put(c, row + 2, body.col + 2, STYLE_WARNING, line);
	}
	draw_warning(v, d, c, (struct area){ row + 3, body.col + 2, 1, body.cols - 4 });
	const struct key_hint hints[] = {
		{ .key = K_F4, .label = _("tindakan"), .shown = true },
		{ .key = K_F9, .shown = v->page.count > 0 },
		{ .name = "F7 F8", .label = _("halaman"), .shown = true },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_journal = {
	.size = sizeof(struct journal_view),
	.open = journal_open,
	.on = journal_on,
	.draw = journal_draw,
	.resume = journal_resume,
	.news = journal_news,
	.close = journal_close,
};
