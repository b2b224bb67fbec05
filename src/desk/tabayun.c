/* Tabayun: what other courts ask to be done here, by what is due next; each goes on by the form of
 * its turn. */
#include "loket/tabayun.h"

#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { SOON = 1 }; /* days left at which a row is marked */

struct tabayun_view {
	struct listview list;
	struct tabayun_list asked;
	struct arena *a;
};

static day today(const struct desk *d)
{
	return instant_day(d->now, &d->app->book->court.zone);
}

static const struct tabayun *chosen(const struct tabayun_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->asked.count ? &v->asked.items[at] : NULL;
}

/* Those that wait first, in the order of their numbers. */
static void waiting_first(struct tabayun_list *list, struct arena *a)
{
	struct tabayun *rows = arena_get(a, list->count + 1, sizeof *rows);
	size_t n = 0;
	for (int turn = 0; turn < 2; turn++) {
		for (size_t i = 0; i < list->count; i++) {
			if ((tabayun_next(&list->items[i]) == NULL) == (turn == 1))
				rows[n++] = list->items[i];
		}
	}
	list->items = rows;
}

static bool tabayun_read_all(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct tabayun_view *v = model;
	v->a = a;
	bool good = service_tabayun(&d->login, day_ymd(today(d)).year, a, &v->asked, why);
	if (good)
		waiting_first(&v->asked, a);
	listview_fit(&v->list, v->asked.count, d);
	return good;
}

/* "2 hari", "lewat 1": to the day by which it is to go on. */
static const char *left_words(const struct tabayun *t, const struct desk *d)
{
	day due = tabayun_due(d->app->book, t);
	if (due == DAY_NONE)
		return tabayun_next(t) == NULL ? "✓" : "";
	int left = due - today(d);
	return message_text(d->scratch, left < 0 ? _("lewat %1") : _("%1 hari"),
	                    shown_number(d->scratch, left < 0 ? -left : left));
}

/* "PA Cibinong", "MS Sabang": without the words that all of them begin with. */
static const char *brief(const char *sender, struct arena *a)
{
	static const struct {
		const char *whole, *brief;
	} kinds[] = {
		/* lint: L15 the names of courts are Indonesian */
		{ "Pengadilan Agama ", "PA" },
		/* lint: L15 the names of courts are Indonesian */
		{ "Mahkamah Syar", "MS" },
	};
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		size_t length = strlen(kinds[i].whole) - 1;
		const char *rest = text_starts(sender, kinds[i].whole)
		                       ? strchr(sender + length, ' ')
		                       : NULL;
		if (rest != NULL)
			return arena_print(a, "%s%s", kinds[i].brief, rest);
	}
	return sender;
}

static void tabayun_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct tabayun_view *v = model;
	const struct tabayun *t = &v->asked.items[at];
	day due = tabayun_due(d->app->book, t);
	size_t n = 0;
	out->cells[n++] = tabayun_name(t, d->scratch);
	out->cells[n++] = brief(t->sender, d->scratch);
	out->cells[n++] = t->case_number;
	out->cells[n++] = t->party;
	out->cells[n++] = t->hearing == DAY_NONE ? "" : shown_day(d->scratch, t->hearing);
	out->cells[n++] = _(tabayun_word(tabayun_state(t)));
	out->cells[n++] = left_words(t, d);
	out->figures[0] = t->year * 100000 + t->number;
	out->figures[4] = t->hearing;
	out->figures[6] = due;
	out->key = out->cells[0];
	out->dim = tabayun_next(t) == NULL;
	out->marked = due != DAY_NONE && due - today(d) <= SOON;
}

static const struct listview_column columns[] = {
	{ N_("Nomor"), .width = 7, .by = LISTVIEW_FIGURE },
	{ N_("Pengadilan"), .share = 2 },
	{ N_("Perkara"), .width = 20, .windows = LISTVIEW_WIDE },
	{ N_("Pihak"), .share = 2 },
	{ N_("Sidang"), .width = 10, .by = LISTVIEW_FIGURE },
	{ N_("Keadaan"), .width = 19 },
	{ N_("sisa"), .width = 7, .right = true, .by = LISTVIEW_FIGURE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.below = 3,
	.empty = N_("Tidak ada permohonan pengadilan lain."),
	.row = tabayun_row,
};

/* ---- keys ---- */

static bool goes_on(const void *model)
{
	const struct tabayun *t = chosen(model);
	return t != NULL && tabayun_next(t) != NULL;
}

static struct intent go_on(void *model, struct desk *d)
{
	const struct tabayun *t = chosen(model);
	return open_screen(&screen_act, (struct argument){ .step = tabayun_next(t),
	                                                   .text = tabayun_name(t, d->scratch) });
}

static struct intent record(void *model, struct desk *d)
{
	return open_screen(&screen_act, (struct argument){ .step = "bantuan", .text = "" });
}

enum { REGISTER = -1 }; /* in the menu, where a paper's place stands */

/* What can be printed: the papers of the chosen one, and the register. */
static struct intent ask_print(void *model, struct desk *d)
{
	struct tabayun_view *v = model;
	struct tabayun_offer *papers;
	const struct tabayun *t = chosen(v);
	size_t count = t == NULL ? 0 : service_tabayun_papers(&d->login, t, v->a, &papers);
	struct menu_item *items = arena_get(v->a, count + 1, sizeof *items);
	for (size_t i = 0; i < count; i++)
		items[i] = (struct menu_item){ (int)i, 0, _(papers[i].title) };
	items[count] = (struct menu_item){ REGISTER, 0, _("register tahun ini") };
	return open_screen(&screen_menu, (struct argument){ .title = _("Cetak"),
	                                                    .items = items,
	                                                    .item_count = count + 1 });
}

static struct intent print(void *model, struct desk *d, const struct screen_result *reply)
{
	struct tabayun_view *v = model;
	const struct tabayun *t = chosen(v);
	struct tabayun_offer *papers;
	struct printed printed;
	struct fault why = { 0 };
	if (reply->kind != REPLY_ITEM)
		return stay();
	if (reply->id == REGISTER)
		return desk_printed(d,
		                    service_tabayun_print(&d->login, day_ymd(today(d)).year,
		                                          &printed, &why),
		                    &printed, &why);
	if (t == NULL || service_tabayun_papers(&d->login, t, v->a, &papers) <= (size_t)reply->id)
		return stay();
	return desk_printed(d,
	                    service_tabayun_paper(&d->login, tabayun_name(t, d->scratch),
	                                          papers[reply->id].paper, &printed, &why),
	                    &printed, &why);
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("lanjutkan"), .run = go_on, .when = goes_on },
	{ K_F6, .label = N_("catat permohonan"), .run = record },
	{ K_F9, .label = N_("cetak"), .run = ask_print, .when = listview_when_any },
	LISTVIEW_SORTS,
};

static void tabayun_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct tabayun_view *v = model;
	const struct tabayun *t = chosen(v);
	desk_head(d, c, _("Bantuan panggilan dari pengadilan lain"));
	if (t == NULL)
		return;
	frame_paragraph(c, listview_below(&v->list, c), STYLE_DIM,
	                message_text(d->scratch, _("%1, surat %2 tanggal %3. %4"), t->case_number,
	                             t->letter, shown_day(d->scratch, t->dated), t->address));
}

const struct screen screen_tabayun = {
	.size = sizeof(struct tabayun_view),
	.title = N_("Tabayun"),
	.help = N_(
	    "Permohonan pengadilan lain agar seseorang di sini dipanggil atau diberi tahu. F6 "
	    "mencatat yang masuk; Enter melanjutkan: penunjukan jurusita, pelaksanaan, "
	    "pengiriman relaas. Sisa dihitung dalam hari kerja (SEMA 6/2014), tidak lewat hari "
	    "sidang. F9 mencetak surat penunjukan, relaas bagi pengadilan pemohon dan surat "
	    "pengantarnya menurut gilirannya, atau register tahun ini."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = tabayun_read_all,
	.resume = print,
	.draw = tabayun_draw,
};
