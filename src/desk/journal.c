/* Jurnal: the page of one case, what went in and out and what is left; and the acts on its advance.
 */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

struct journal_view {
	struct listview list;
	struct arena *a; /* that of what was read */
	struct id id;
	struct filing filing;
	struct journal_page page;
	bool seen; /* it was read before */
};

static bool journal_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                         struct fault *why)
{
	struct journal_view *v = model;
	v->id = with->filing;
	return true;
}

static bool journal_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct journal_view *v = model;
	v->a = a;
	v->page = (struct journal_page){ 0 };
	v->filing = (struct filing){ 0 };
	bool good = service_filing(&d->login, &v->id, a, &v->filing, why) &&
	            service_journal(&d->login, &v->id, a, &v->page, why);
	listview_fit(&v->list, v->page.count, d);
	if (!v->seen)
		window_go(&v->list.list.window, v->page.count);
	v->seen = true;
	return good;
}

static const char *amount(struct arena *a, rupiah n)
{
	return n == 0 ? "" : shown_digits(a, n);
}

static void journal_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct journal_view *v = model;
	const struct journal_row *r = &v->page.items[at];
	out->cells[0] = shown_number(d->scratch, r->number);
	out->cells[1] = shown_day(d->scratch, r->posted);
	out->cells[2] = sentence_said(d->scratch, journal_words(r, d->scratch));
	out->cells[3] = category_name(d->app->book, r->category);
	out->cells[4] = amount(d->scratch, r->in);
	out->cells[5] = amount(d->scratch, r->out);
	out->cells[6] = shown_digits(d->scratch, r->left);
	out->figures[0] = r->number;
	out->figures[1] = r->posted;
	out->figures[4] = r->in;
	out->figures[5] = r->out;
	out->figures[6] = r->left;
}

static const struct listview_column columns[] = {
	{ N_("No"), .width = 4, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("Tanggal"), .width = 10, .by = LISTVIEW_FIGURE },
	{ N_("Uraian"), .share = 1 },
	{ N_("Kategori"), .width = 29, .windows = LISTVIEW_WIDE },
	{ N_("Masuk"), .width = 10, .right = true, .by = LISTVIEW_MONEY },
	{ N_("Keluar"), .width = 10, .right = true, .by = LISTVIEW_MONEY },
	{ N_("Sisa"), .width = 10, .right = true, .by = LISTVIEW_FIGURE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 5,
	.empty = N_("Belum ada uang masuk untuk perkara ini."),
	.row = journal_row,
};

/* ---- what can be done with the advance ---- */

static bool is_ordered(const struct desk *d, const struct filing *f, int number)
{
	(void)d;
	return expense_ordered(f, number) != NULL;
}

static bool is_of_bailiff(const struct desk *d, const struct filing *f, int number)
{
	return expense_of_bailiff(d->app->book, f, number) != NULL;
}

static const struct {
	const struct act *act; /* NULL: a paper is printed */
	const char *label;
	const char *paper, *right;
	/* Of a paper of one expense: those it can be of. */
	bool (*meant)(const struct desk *d, const struct filing *f, int number);
} doings[] = {
	{ .act = &act_spend, .label = N_("Siapkan pengeluaran") },
	{ .act = &act_warn, .label = N_("Tegur untuk tambah panjar") },
	{ .act = &act_va_extend, .label = N_("Perpanjang VA") },
	{ .act = &act_va_cancel, .label = N_("Batalkan VA") },
	{ .act = &act_end_case, .label = N_("Perkara berakhir: putus, cabut, coret") },
	{ .act = &act_notify_rest, .label = N_("Beritahukan sisa panjar") },
	{ .act = &act_return_prepare, .label = N_("Siapkan pengembalian sisa") },
	{ .act = &act_payout_approve, .label = N_("Setujui yang disiapkan kasir") },
	{ .act = &act_payout_reject, .label = N_("Tolak yang disiapkan kasir") },
	{ .act = &act_payout_send, .label = N_("Catat transfer yang disetujui") },
	{ .act = &act_payout_bounce, .label = N_("Transfer kembali dari bank") },
	{ .act = &act_correct, .label = N_("Koreksi ayat jurnal") },
	{ .act = &act_forfeit, .label = N_("Sisa menjadi uang tak bertuan") },
	{ .label = N_("Cetak instrumen pengeluaran"),
	  .paper = "instrumen-pengeluaran",
	  .right = "cetak.instrumen-pengeluaran",
	  .meant = is_ordered },
	{ .label = N_("Cetak tanda terima jurusita"),
	  .paper = "tanda-terima-jurusita",
	  .right = "cetak.tanda-terima-jurusita",
	  .meant = is_of_bailiff },
	{ .label = N_("Cetak pemberitahuan sisa panjar"),
	  .paper = "sisa-panjar",
	  .right = "cetak.sisa-panjar" },
	{ .label = N_("Cetak teguran sisa panjar"),
	  .paper = "teguran-sisa",
	  .right = "cetak.teguran-sisa" },
	{ .label = N_("Cetak berita acara uang tak bertuan"),
	  .paper = "berita-acara-sisa",
	  .right = "cetak.berita-acara-sisa" },
};

static const char *right_of(size_t doing)
{
	return doings[doing].act == NULL ? doings[doing].right : doings[doing].act->name;
}

static struct intent print_paper(struct journal_view *v, struct desk *d, const char *paper,
                                 int which)
{
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_print(&d->login, &v->id, paper, which, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

/* Asks which expense the paper is to be of, the last one first, where there are several. */
static struct intent print_expense(struct journal_view *v, struct desk *d, int doing)
{
	const struct filing *f = &v->filing;
	struct menu_item *items = arena_get(v->a, f->payout_count + 1, sizeof *items);
	size_t count = 0;
	for (size_t i = f->payout_count; i > 0; i--) {
		const struct payout *p = &f->payouts[i - 1];
		if (!doings[doing].meant(d, f, p->number))
			continue;
		items[count++] = (struct menu_item){
			.id = doing,
			.which = p->number,
			.label = arena_print(v->a, "%s · %s", sentence_said(v->a, p->what),
			                     shown_rupiah(v->a, p->amount))
		};
	}
	if (count < 2)
		return print_paper(v, d, doings[doing].paper, 0);
	return open_screen(&screen_menu, (struct argument){ .title = _(doings[doing].label),
	                                                    .items = items,
	                                                    .item_count = count });
}

static struct intent open_menu(void *model, struct desk *d)
{
	struct journal_view *v = model;
	struct menu_item *items = arena_get(v->a, COUNT_OF(doings), sizeof *items);
	size_t count = 0;
	for (size_t i = 0; i < COUNT_OF(doings); i++) {
		if (login_may(&d->login, right_of(i)))
			items[count++] = (struct menu_item){ .id = (int)i,
				                             .label = _(doings[i].label) };
	}
	if (count == 0) {
		desk_say_who_may(d, doings[0].act->name);
		return stay();
	}
	return open_screen(&screen_menu, (struct argument){ .title = _("Panjar"),
	                                                    .items = items,
	                                                    .item_count = count });
}

static struct intent journal_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	struct journal_view *v = model;
	if (reply->kind != REPLY_ITEM)
		return stay();
	if (doings[reply->id].meant != NULL && reply->which == 0)
		return print_expense(v, d, reply->id);
	if (doings[reply->id].act == NULL)
		return print_paper(v, d, doings[reply->id].paper, reply->which);
	return open_screen(&screen_act,
	                   (struct argument){ .filing = v->id, .act = doings[reply->id].act });
}

static struct intent print(void *model, struct desk *d)
{
	return print_paper(model, d, "jurnal", 0);
}

static struct intent why_left(void *model, struct desk *d)
{
	(void)d;
	return why_open(&((const struct journal_view *)model)->id, "sisa");
}

static const struct binding keys[] = {
	{ K_F2, .run = why_left, .when = listview_when_any },
	{ K_F4, .label = N_("tindakan"), .run = open_menu },
	{ K_F9, .run = print, .when = listview_when_any },
	LISTVIEW_SORTS,
	LISTVIEW_PAGES,
};

/* ---- the picture ---- */

/* A letter of warning that is open, and then that its month is over. */
static void draw_warning(const struct journal_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	const struct court_profile *court = &d->app->book->court;
	day until = panjar_warned_until(&v->filing, court);
	if (until == DAY_NONE)
		return;
	bool over = until < instant_day(d->now, &court->zone);
	const char *text =
	    over ? _("Teguran tambah panjar lewat %1 tanpa dibayar: perkara dapat dicoret.")
	         : _("Tambah panjar ditunggu sampai %1.");
	frame_paragraph(c, where, over ? STYLE_WARNING : STYLE_DIM,
	                message_text(d->scratch, text, shown_day(d->scratch, until)));
}

/* What waits, whole: what it is for, to whom, to which account, and who prepared it. */
static void draw_waiting(const struct journal_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	const struct payout *p = payout_waiting(&v->filing, PAYOUT_WAITING);
	const char *text = _("Menunggu panitera, nomor %1: %2, %3");
	if (p == NULL) {
		p = payout_waiting(&v->filing, PAYOUT_APPROVED);
		text = _("Disetujui, belum ditransfer, nomor %1: %2, %3");
	}
	if (p == NULL)
		return;
	const char *what = message_text(d->scratch, text, shown_number(d->scratch, p->number),
	                                sentence_said(d->scratch, p->what),
	                                shown_rupiah(d->scratch, p->amount));
	const char *to = text_is_empty(p->account)
	                     ? message_text(d->scratch, _("kepada %1"), p->payee)
	                     : message_text(d->scratch, _("ke %1 rekening %2"), p->bank,
	                                    p->account);
	frame_paragraph(c, where, STYLE_WARNING,
	                message_text(d->scratch, _("%1; %2; oleh %3"), what, to, p->by));
}

static void journal_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct journal_view *v = model;
	const struct filing *f = &v->filing;
	struct area foot = listview_below(&v->list, c);
	frame_head(c, message_text(d->scratch, _("Jurnal · %1"), f->title),
	           text_is_empty(f->number.number) ? f->reg : f->number.number);
	frame_sum(c, foot, _("Sisa panjar"), shown_rupiah(d->scratch, f->panjar));
	draw_waiting(v, d, c, (struct area){ foot.row + 2, foot.col, 2, foot.cols });
	draw_warning(v, d, c, (struct area){ foot.row + 4, foot.col, 1, foot.cols });
}

const struct screen screen_journal = {
	.size = sizeof(struct journal_view),
	.title = N_("Jurnal"),
	.help = N_(
	    "Halaman jurnal perkara ini: setiap rupiah yang masuk dan keluar, siapa yang mencatat, "
	    "dan sisa panjar. F4: pengeluaran, tambah panjar, pengembalian sisa. "
	    "Sisa tidak dapat kurang dari nol, dan hari yang sudah ditutup tidak berubah lagi."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = journal_open,
	.read = journal_read,
	.resume = journal_resume,
	.draw = journal_draw,
};
