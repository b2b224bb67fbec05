/* Setoran: what belongs to the State, by kind and MAP: what waits at the kasir, what was handed
 * over, received and paid in, newest first. Two people stand behind each that is on its way. */
#include "loket/cashier.h"
#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

/* What waits, a handing over, or one kind of either. */
struct deposit_line {
	const char *account;
	const struct deposit *deposit; /* NULL: not handed over */
	const char *category;          /* NULL: of all its kinds */
	rupiah amount;
};

struct deposit_view {
	struct listview list;
	struct arena *a; /* that of what was read */
	struct deposit_list deposits;
	struct deposit_line *lines;
	size_t count, capacity;
};

static const char *const accounts[] = { "pnbp", "negara" };

static const struct deposit_line *chosen(const struct deposit_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->count ? &v->lines[at] : NULL;
}

static void line_add(struct deposit_view *v, struct deposit_line line)
{
	v->lines = list_grow(v->a, v->lines, v->count, &v->capacity, sizeof *v->lines);
	v->lines[v->count++] = line;
}

/* Its sum, and below it its kinds while it is not in the State's account. */
static bool add_kinds(struct deposit_view *v, const struct desk *d, struct deposit_line head,
                      struct fault *why)
{
	struct balances kinds = { 0 };
	const struct deposit *of = head.deposit;
	const char *name = of == NULL ? head.account : deposit_name(of, v->a);
	bool open = of == NULL || text_is_empty(of->ntpn);
	if (open && !service_deposit_kinds(&d->login, name, v->a, &kinds, why))
		return false;
	for (size_t i = 0; of == NULL && i < kinds.count; i++)
		head.amount += kinds.items[i].amount;
	if (of != NULL || head.amount != 0)
		line_add(v, head);
	for (size_t i = 0; i < kinds.count; i++) {
		if (!text_is_empty(kinds.items[i].key))
			line_add(v, (struct deposit_line){ head.account, of, kinds.items[i].key,
			                                   kinds.items[i].amount });
	}
	return true;
}

static bool deposit_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct deposit_view *v = model;
	v->a = a;
	v->deposits = (struct deposit_list){ 0 };
	v->lines = NULL;
	v->count = v->capacity = 0;
	bool good = service_deposits(&d->login, a, &v->deposits, why);
	for (size_t i = 0; good && i < COUNT_OF(accounts); i++)
		good = add_kinds(v, d, (struct deposit_line){ .account = accounts[i] }, why);
	for (size_t i = 0; good && i < v->deposits.count; i++) {
		const struct deposit *one = &v->deposits.items[i];
		good = add_kinds(v, d,
		                 (struct deposit_line){ one->account, one, NULL, one->amount },
		                 why);
	}
	listview_fit(&v->list, v->count, d);
	return good;
}

static const char *account_name(const char *account)
{
	return text_same(account, "pnbp") ? _("PNBP") : _("Uang tak bertuan");
}

static const char *state_of(const struct deposit *one)
{
	return one == NULL                       ? _("di kasir")
	       : text_is_empty(one->received_by) ? _("diserahkan")
	       : text_is_empty(one->ntpn)        ? _("diterima")
	                                         : _("disetor");
}

static void deposit_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct deposit_view *v = model;
	const struct deposit_line *l = &v->lines[at];
	const struct deposit *one = l->deposit;
	bool part = l->category != NULL, paid = one != NULL && !text_is_empty(one->ntpn);
	out->cells[0] = part ? "" : one == NULL ? "–" : deposit_name(one, d->scratch);
	out->cells[1] = part ? arena_print(d->scratch, "  %s",
	                                   category_name(d->app->book, l->category))
	                     : account_name(l->account);
	out->cells[2] = part ? category_map(d->app->book, l->category, d->scratch) : "";
	out->cells[3] = shown_rupiah(d->scratch, l->amount);
	out->cells[4] = part ? "" : state_of(one);
	out->dim = part || paid;
	out->marked = !part && !paid && one != NULL;
	if (part || one == NULL)
		return;
	out->cells[5] = one->person;
	out->cells[6] = one->receiver;
	out->cells[7] = one->billing;
	out->cells[8] = one->ntpn;
	out->cells[9] = one->paid == DAY_NONE ? "" : shown_day(d->scratch, one->paid);
}

static const struct listview_column columns[] = {
	{ N_("Nomor"), .width = 8 },
	{ N_("Jenis"), .share = 2 },
	{ N_("MAP"), .width = 6 },
	{ N_("Jumlah"), .width = 14, .right = true },
	{ N_("Keadaan"), .width = 10 },
	{ N_("Diserahkan"), .share = 1, .windows = LISTVIEW_WIDE },
	{ N_("Diterima"), .share = 1, .windows = LISTVIEW_WIDE },
	{ N_("Billing"), .width = 15, .windows = LISTVIEW_WIDE },
	{ N_("NTPN"), .width = 16, .windows = LISTVIEW_WIDE },
	{ N_("Disetor"), .width = 10, .windows = LISTVIEW_WIDE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 4,
	.empty = N_("Tidak ada uang untuk kas negara."),
	.fixed = true,
	.row = deposit_row,
};

/* ---- keys ---- */

static bool is_waiting(const void *model)
{
	const struct deposit_line *l = chosen(model);
	return l != NULL && l->deposit == NULL;
}

static bool is_handed(const void *model)
{
	const struct deposit_line *l = chosen(model);
	return l != NULL && l->deposit != NULL && text_is_empty(l->deposit->received_by);
}

static bool is_received(const void *model)
{
	const struct deposit_line *l = chosen(model);
	return l != NULL && l->deposit != NULL && !text_is_empty(l->deposit->received_by) &&
	       text_is_empty(l->deposit->ntpn);
}

static bool is_deposit(const void *model)
{
	const struct deposit_line *l = chosen(model);
	return l != NULL && l->deposit != NULL;
}

enum { HAND_NOT, HAND_OVER };

static rupiah waiting_sum(const struct deposit_view *v, const char *account)
{
	rupiah sum = 0;
	for (size_t i = 0; i < v->count; i++) {
		const struct deposit_line *l = &v->lines[i];
		if (l->deposit == NULL && l->category == NULL && text_same(l->account, account))
			sum = l->amount;
	}
	return sum;
}

/* What has been handed over is so for good: it is asked once. */
static struct intent ask_hand(void *model, struct desk *d)
{
	struct deposit_view *v = model;
	const char *account = chosen(v)->account;
	struct menu_item *items = arena_get(v->a, 2, sizeof *items);
	items[0] = (struct menu_item){ HAND_NOT, 0, _("Tidak, biarkan") };
	items[1] = (struct menu_item){
		HAND_OVER, text_same(account, accounts[1]),
		message_text(v->a, _("Ya, serahkan %1, %2, kepada bendahara penerima"),
		             account_name(account), shown_rupiah(v->a, waiting_sum(v, account)))
	};
	return open_screen(&screen_menu, (struct argument){ .title = _("Serahkan untuk negara?"),
	                                                    .items = items,
	                                                    .item_count = 2 });
}

static struct intent deposit_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	struct deposit made;
	struct fault why = { 0 };
	if (reply->kind != REPLY_ITEM || reply->id != HAND_OVER)
		return stay();
	struct arena a = arena_start(MIB);
	bool done = service_deposit_hand(&d->login, accounts[reply->which], &a, &made, &why);
	(void)desk_done(d, done,
	                done ? message_text(d->scratch,
	                                    _("Penyerahan %1, %2, menunggu bendahara penerima"),
	                                    deposit_name(&made, d->scratch),
	                                    shown_rupiah(d->scratch, made.amount))
	                     : "",
	                &why);
	arena_drop(&a);
	return read_again();
}

static struct intent open_form(struct deposit_view *v, const char *form)
{
	return open_screen(&screen_act,
	                   (struct argument){ .step = form,
	                                      .text = deposit_name(chosen(v)->deposit, v->a) });
}

static struct intent receive(void *model, struct desk *d)
{
	(void)d;
	return open_form(model, "terima");
}

static struct intent pay(void *model, struct desk *d)
{
	(void)d;
	return open_form(model, "setor");
}

static struct intent print(void *model, struct desk *d)
{
	struct printed printed;
	struct fault why = { 0 };
	const char *name = deposit_name(chosen(model)->deposit, d->scratch);
	bool done = service_deposit_print(&d->login, name, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

static const struct binding keys[] = {
	{ K_F6, .label = N_("serahkan"), .run = ask_hand, .when = is_waiting,
	  .right = "setoran.serah" },
	{ K_ENTER, .label = N_("terima"), .run = receive, .when = is_handed,
	  .right = "setoran.terima" },
	{ K_ENTER, .label = N_("setor"), .run = pay, .when = is_received,
	  .right = "setoran.setor" },
	{ K_F9, .run = print, .when = is_deposit, .right = "cetak.setoran" },
};

/* ---- the picture ---- */

static const char *told(const struct deposit_view *v, const struct desk *d,
                        const struct deposit_line *l)
{
	const struct zone *z = &d->app->book->court.zone;
	const struct deposit *one = l->deposit;
	struct arena *a = d->scratch;
	if (one == NULL)
		return message_text(
		    a, _("%1 %2 di kasir, belum diserahkan kepada bendahara penerima."),
		    account_name(l->account), shown_rupiah(a, waiting_sum(v, l->account)));
	const char *handed = message_text(a, _("Diserahkan oleh %1, %2."), one->person,
	                                  shown_instant(a, one->at, z));
	if (text_is_empty(one->received_by))
		return message_text(a, _("%1 Menunggu bendahara penerima: hitung, lalu terima."),
		                    handed);
	const char *received = message_text(a, _("%1 Diterima oleh %2, %3."), handed, one->receiver,
	                                    shown_instant(a, one->received_at, z));
	return text_is_empty(one->ntpn)
	           ? received
	           : message_text(a, _("%1 Disetor %2, billing %3, NTPN %4."), received,
	                          shown_day(a, one->paid), one->billing, one->ntpn);
}

static void deposit_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct deposit_view *v = model;
	const struct deposit_line *l = chosen(v);
	desk_head(d, c, _("Setoran ke kas negara"));
	if (l == NULL)
		return;
	const char *words = told(v, d, l);
	if (l->category != NULL) /* whole, where its column cuts it */
		words = message_text(d->scratch, "%1 %2. %3",
		                     category_name(d->app->book, l->category),
		                     shown_rupiah(d->scratch, l->amount), words);
	frame_paragraph(c, listview_below(&v->list, c), STYLE_DIM, words);
}

const struct screen screen_deposit = {
	.size = sizeof(struct deposit_view),
	.title = N_("Setoran ke kas negara"),
	.help = N_(
	    "PNBP dan uang tak bertuan sampai ke kas negara: kasir menyerahkan (F6), orang lain "
	    "menerimanya untuk bendahara penerima dan menulis jumlahnya (Enter), lalu menyetor dengan "
	    "kode billing dan mencatat NTPN. F9 mencetak tanda setornya."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = deposit_read,
	.resume = deposit_resume,
	.draw = deposit_draw,
};
