/* Daftar: filings, searched as one types, page by page. What is shown is always one page read from
 * the store; a page is found again by the key of the row before or after it. */
#include "loket/list.h"

#include <stdio.h>
#include <string.h>

#include "loket/session.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { SEARCH_MOST = 200 };

struct list_view {
	struct listview list;
	struct arena *a;                /* that of the page */
	char searched[SEARCH_MOST + 1]; /* what the page was read for */
	struct list_query query;        /* `step` and `type` point into the rulebook */
	struct list_page page;
	bool before, after;                             /* there are pages */
	int64_t number;                                 /* of the page, from 1 */
	enum { LAND_SAME, LAND_FIRST, LAND_LAST } land; /* the row chosen once the page is read */
	struct board_row waiting;
	bool turned; /* what is to be read is another page of the same */
};

enum { C_NUMBER, C_REG, C_CASE, C_TYPE, C_PARTIES, C_STEP, C_SINCE };

/* With the column whose title bears the sign of the order. */
static const struct {
	const char *label;
	enum list_order order;
	bool name, down;
} orders[] = {
	{ N_("Urutan: terbaru dahulu"), LIST_NEWEST, false, true },
	{ N_("Urutan: terlama dahulu"), LIST_OLDEST, false, false },
	{ N_("Urutan: nama"), LIST_NAME, true, false },
};

static const struct list_row *chosen(const struct list_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->page.count ? &v->page.items[at] : NULL;
}

/* ---- reading ---- */

static bool read_query(struct list_view *v, struct desk *d, struct arena *a, struct fault *why)
{
	snprintf(v->searched, sizeof v->searched, "%s", v->list.list.typed.text);
	v->query.search = v->searched;
	v->query.limit = (int)v->list.list.window.rows;
	v->query.after = arena_text(a, v->query.after);
	return service_list(&d->login, &v->query, a, &v->page, why);
}

/* The page asked for; the first one where that is past an end. */
static bool read_page(struct list_view *v, struct desk *d, struct arena *a, struct fault *why)
{
	v->page = (struct list_page){ 0 };
	bool good = read_query(v, d, a, why);
	bool short_start = v->query.backward && !v->page.more;
	if (good && (short_start || (v->page.count == 0 && v->query.after[0] != '\0'))) {
		v->query.after = "";
		v->query.backward = false;
		v->number = 1;
		good = read_query(v, d, a, why);
	}
	v->before = v->query.backward ? v->page.more : v->query.after[0] != '\0';
	v->after = v->query.backward || v->page.more;
	return good;
}

/* How many wait at the step the list is of, for the head. */
static bool read_waiting(struct list_view *v, struct desk *d, struct arena *a, struct fault *why)
{
	size_t number = (size_t)sop_number(&d->app->book->sop, v->query.step);
	v->waiting = (struct board_row){ .oldest = INSTANT_NONE };
	return number == 0 || service_board_step(&d->login, number, a, &v->waiting, why);
}

/* The row one looked at is chosen while it is still on the page. */
static void choose(struct list_view *v, const struct id *same)
{
	struct window *w = &v->list.list.window;
	for (size_t i = 0; v->land == LAND_SAME && i < v->page.count; i++) {
		if (text_same(v->page.items[i].filing.text, same->text))
			window_go(w, i);
	}
	if (v->land != LAND_SAME)
		window_go(w, v->land == LAND_FIRST ? 0 : v->page.count);
	v->land = LAND_SAME;
}

/* At the title of the number, which is that of the age, or of the parties. What is searched by
 * words is ordered by age alone. */
static void show_order(struct list_view *v, const struct desk *d)
{
	for (size_t i = 0; i < COUNT_OF(orders); i++) {
		if (orders[i].order != v->query.order)
			continue;
		bool name = orders[i].name && v->searched[0] == '\0';
		v->list.sorted = 1 + (size_t)(name ? C_PARTIES
		                              : listview_is_wide(v->list.listing, d->cols)
		                                  ? C_REG
		                                  : C_NUMBER);
		v->list.down = orders[i].down;
	}
}

static bool list_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct list_view *v = model;
	struct id same = { "" };
	if (chosen(v) != NULL)
		same = chosen(v)->filing;
	v->a = a;
	listview_fit(&v->list, v->page.count, d);
	bool good = read_page(v, d, a, why) && (v->turned || read_waiting(v, d, a, why));
	v->turned = false;
	listview_fit(&v->list, v->page.count, d);
	show_order(v, d);
	choose(v, &same);
	return good;
}

static struct intent read_first(struct list_view *v)
{
	v->query.after = "";
	v->query.backward = false;
	v->number = 1;
	v->land = LAND_FIRST;
	return read_again();
}

static struct intent list_typed(void *model, struct desk *d)
{
	struct list_view *v = model;
	if (text_same(v->list.list.typed.text, v->searched))
		return stay();
	v->turned = true;
	return read_first(v);
}

static void only_step(struct list_view *v, const struct desk *d, const char *key)
{
	const struct sop *sop = &d->app->book->sop;
	int number = text_is_empty(key) ? 0 : sop_number(sop, key);
	v->query.step = number > 0 ? sop->steps[number - 1].key : "";
}

static bool list_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                      struct fault *why)
{
	struct list_view *v = model;
	v->query.type = "";
	v->query.after = "";
	v->number = 1;
	only_step(v, d, with->step);
	v->list.in_typing = text_is_empty(v->query.step);
	return true;
}

/* ---- its order ---- */

/* "<" and ">": the order before and the next of those that the store has an index for. */
static struct intent other_order(struct list_view *v, size_t by)
{
	size_t at = 0;
	while (orders[at].order != v->query.order)
		at++;
	v->query.order = orders[(at + by) % COUNT_OF(orders)].order;
	return read_first(v);
}

static struct intent on_letter(struct list_view *v, const char *typed)
{
	bool next = text_same(typed, ">"), before = text_same(typed, "<");
	if (v->list.in_typing || !(next || before))
		return pass();
	return other_order(v, next ? 1 : COUNT_OF(orders) - 1);
}

/* ---- moving ---- */

static struct intent turn_page(struct list_view *v, bool on, bool last)
{
	v->query.after = v->page.items[on ? v->page.count - 1 : 0].key;
	v->query.backward = !on;
	v->number += on ? 1 : -1;
	v->land = last ? LAND_LAST : LAND_FIRST;
	v->turned = true;
	v->list.in_typing = false;
	return read_again();
}

/* The keys that leave the page; the others move in it. */
static struct intent on_key(struct list_view *v, enum key key)
{
	const struct window *w = &v->list.list.window;
	bool next = key == K_F8 || key == K_PGDN, previous = key == K_F7 || key == K_PGUP;
	bool below = key == K_DOWN && w->at + 1 >= v->page.count;
	bool above = key == K_UP && w->at == 0 && !v->list.in_typing;
	if (v->page.count > 0 && v->after && (next || below))
		return turn_page(v, true, false);
	if (v->page.count > 0 && v->before && (previous || above))
		return turn_page(v, false, above);
	if (key != K_TAB && key != K_BACKTAB)
		return pass();
	v->list.in_typing = !v->list.in_typing;
	return stay();
}

static struct intent list_on(void *model, struct desk *d, const struct event *e)
{
	if (e->kind == EV_SIZE)
		return read_again();
	desk_quiet(d);
	return e->kind == EV_KEY    ? on_key(model, e->key)
	       : e->kind == EV_TEXT ? on_letter(model, e->text)
	                            : pass();
}

/* ---- F4: the filter ---- */

enum { FILTER_NONE, FILTER_ORDER, FILTER_STEP, FILTER_TYPE, APPROVE_TAGGED };

static struct intent open_filter(void *model, struct desk *d)
{
	struct list_view *v = model;
	const struct rulebook *book = d->app->book;
	size_t most = COUNT_OF(orders) + book->sop.step_count + book->type_count + 1, n = 0;
	struct menu_item *items = arena_get(v->a, most, sizeof *items);
	items[n++] = (struct menu_item){ FILTER_NONE, 0, _("Semua langkah dan jenis perkara") };
	for (size_t i = 0; i < COUNT_OF(orders); i++)
		items[n++] = (struct menu_item){ FILTER_ORDER, (int)i, _(orders[i].label) };
	for (size_t i = 0; i < book->sop.step_count; i++)
		items[n++] = (struct menu_item){ FILTER_STEP, (int)i,
			                         arena_print(v->a, "%s: %zu %s", _("Langkah"),
			                                     i + 1, _(book->sop.steps[i].name)) };
	for (size_t i = 0; i < book->type_count; i++)
		items[n++] = (struct menu_item){ FILTER_TYPE, (int)i,
			                         arena_print(v->a, "%s: %s", _("Jenis perkara"),
			                                     book->types[i].name) };
	return open_screen(&screen_menu, (struct argument){ .title = _("Saring daftar"),
	                                                    .items = items,
	                                                    .item_count = n });
}

/* ---- F10: the tagged registrants are approved ---- */

static struct intent ask_to_approve(void *model, struct desk *d)
{
	struct list_view *v = model;
	struct menu_item *items = arena_get(v->a, 1, sizeof *items);
	(void)d;
	items[0] =
	    (struct menu_item){ APPROVE_TAGGED, 0,
		                message_text(v->a, _("Setujui %1 nama pendaftar"),
		                             shown_number(v->a, (long long)v->list.tag_count)) };
	return open_screen(&screen_menu, (struct argument){ .title = _("Persetujuan pendaftar"),
	                                                    .items = items,
	                                                    .item_count = 1 });
}

/* As the form of the approval stands when it is opened. False: why not stands in `why`. */
static bool approve(const struct desk *d, struct arena *a, const char *filing, struct fault *why)
{
	struct session one;
	struct id id = { "" };
	snprintf(id.text, sizeof id.text, "%s", filing);
	session_begin(&one, &d->login, &id, a);
	bool good = session_read(&one, why);
	if (good) {
		session_take(&one, &act_approve_registrant);
		good = one.allowed && session_finish(&one);
		if (!good)
			*why = one.refusal;
	}
	session_end(&one);
	return good;
}

static void approve_tagged(struct list_view *v, struct desk *d)
{
	struct fault why = { 0 };
	size_t done = 0, count = v->list.tag_count;
	for (size_t i = 0; i < count; i++)
		done += approve(d, v->a, v->list.tags[i], &why) ? 1 : 0;
	listview_untag(&v->list);
	desk_say(d, done == count ? STYLE_DONE : STYLE_FAULT,
	         message_text(d->scratch, _("%1 dari %2 nama pendaftar disetujui. %3"),
	                      shown_number(d->scratch, (long long)done),
	                      shown_number(d->scratch, (long long)count),
	                      done == count ? "" : fault_text(d->scratch, &why)));
}

static struct intent list_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	struct list_view *v = model;
	const struct rulebook *book = d->app->book;
	if (reply->kind != REPLY_ITEM)
		return stay();
	if (reply->id == APPROVE_TAGGED) {
		approve_tagged(v, d);
		return read_again();
	}
	if (reply->id == FILTER_NONE)
		v->query.step = v->query.type = "";
	else if (reply->id == FILTER_ORDER)
		v->query.order = orders[reply->which].order;
	else if (reply->id == FILTER_STEP)
		v->query.step = book->sop.steps[reply->which].key;
	else
		v->query.type = book->types[reply->which].id;
	return read_first(v);
}

/* ---- keys ---- */

static struct intent open_chosen(void *model, struct desk *d)
{
	return open_screen(&screen_filing, (struct argument){ .filing = chosen(model)->filing });
}

static bool several(const void *model)
{
	return ((const struct list_view *)model)->page.count > 1;
}

static bool has_pages(const void *model)
{
	const struct list_view *v = model;
	return v->before || v->after;
}

static bool in_rows(const void *model)
{
	return !((const struct list_view *)model)->list.in_typing;
}

static bool may_approve(const void *model)
{
	const struct list_view *v = model;
	return listview_when_tagged(v) && text_same(v->query.step, act_approve_registrant.step);
}

static bool may_tag(const void *model)
{
	const struct list_view *v = model;
	return in_rows(v) && v->page.count > 0 &&
	       text_same(v->query.step, act_approve_registrant.step);
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("buka"), .run = open_chosen, .when = listview_when_any },
	{ .name = "Ins", .label = N_("tandai"), .when = may_tag, .act = &act_approve_registrant },
	{ K_F10, .label = N_("setujui yang ditandai"), .run = ask_to_approve, .when = may_approve,
	  .act = &act_approve_registrant },
	{ .name = "↑↓", .label = N_("pilih"), .when = several },
	{ .name = "F7 F8", .label = N_("halaman"), .when = has_pages },
	{ K_F4, .label = N_("saring"), .run = open_filter },
	{ K_F6, .label = N_("baru"), .then = { .kind = INTENT_OPEN, .screen = &screen_filing },
	  .act = &act_fill_account },
	{ .name = "/", .label = N_("cari"), .when = in_rows },
	{ .name = "< >", .label = N_("urutkan"), .when = in_rows },
};

/* ---- the picture ---- */

/* The widest windows show the kind of case and both numbers. */
static const struct listview_column columns[] = {
	{ N_("Nomor"), .width = 23, .windows = LISTVIEW_NARROW },
	{ N_("Pendaftaran"), .width = 22, .windows = LISTVIEW_WIDE },
	{ N_("Perkara"), .width = 23, .windows = LISTVIEW_WIDE },
	{ N_("Jenis perkara"), .width = 24, .windows = LISTVIEW_WIDE },
	{ N_("Pihak"), .share = 1 },
	{ N_("Langkah"), .width = 15 },
	{ N_("Sejak"), .width = 8 },
};

static void list_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct list_view *v = model;
	const struct list_row *row = &v->page.items[at];
	const struct sop *sop = &d->app->book->sop;
	const struct case_type *type = rulebook_type(d->app->book, row->type);
	size_t step = row->stage > 0 ? (size_t)row->stage - 1 : 0;
	bool done = row->state == STEP_DONE || step >= sop->step_count;
	out->filing = &row->filing;
	out->cells[C_NUMBER] = text_is_empty(row->number) ? row->reg : row->number;
	out->cells[C_REG] = row->reg;
	out->cells[C_CASE] = row->number;
	out->cells[C_TYPE] = type == NULL ? "" : type->name;
	out->cells[C_PARTIES] = row->title;
	out->cells[C_STEP] = done ? _("selesai")
	                          : arena_print(d->scratch, "%d %s", row->stage,
	                                        _(sop->steps[step].rail));
	out->cells[C_SINCE] = desk_since(d, row->since);
	out->marked = row->late && row->state != STEP_DONE;
	bool approvable = text_same(v->query.step, act_approve_registrant.step) &&
	                  row->state == STEP_WAITING;
	out->key = approvable ? row->filing.text : NULL;
}

static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.typing = N_("Cari"),
	.typed_most = SEARCH_MOST,
	.aside = true,
	.fixed = true,
	.tags = true,
	.row = list_row,
};

static const char *empty_words(const struct list_view *v)
{
	return v->list.list.typed.length > 0
	           ? _("Tidak ada yang cocok; ketik lebih sedikit, atau F4 saring: semua.")
	       : !text_is_empty(v->query.step) ? _("Tidak ada yang menunggu di langkah ini.")
	                                       : _("Belum ada pendaftaran. F6 mulai.");
}

static void draw_head(const struct list_view *v, const struct desk *d, struct cells *c)
{
	const struct rulebook *book = d->app->book;
	const struct case_type *type = rulebook_type(book, v->query.type);
	int number = text_is_empty(v->query.step) ? 0 : sop_number(&book->sop, v->query.step);
	struct text left = text_start(d->scratch);
	text_add(&left, _("Daftar"));
	if (number > 0)
		text_addf(&left, " · %s", _(book->sop.steps[number - 1].name));
	if (type != NULL)
		text_addf(&left, " · %s", type->name);
	if (number == 0)
		desk_head(d, c, left.s);
	else
		frame_head(c, left.s,
		           message_text(d->scratch, _("%1 menunggu, %2 terlambat"),
		                        shown_digits(d->scratch, v->waiting.waiting),
		                        shown_digits(d->scratch, v->waiting.late)));
}

/* "3 ditemukan di antara 1.284.302 perkara", where no message stands. */
static void draw_found(const struct list_view *v, const struct desk *d, struct cells *c)
{
	bool all = !v->before && !v->after;
	frame_message(c, STYLE_DIM,
	              message_text(d->scratch,
	                           all ? _("%1 ditemukan di antara %2 perkara")
	                               : _("%1 di halaman ini, di antara %2 perkara"),
	                           shown_digits(d->scratch, (rupiah)v->page.count),
	                           shown_digits(d->scratch, v->page.total)));
}

static void list_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct list_view *v = model;
	struct area body = frame_whole(c);
	int64_t rows = v->query.limit, pages = (v->page.asked + rows - 1) / rows;
	draw_head(v, d, c);
	struct area words = { body.row + 4, body.col + 2, 2, body.cols - 4 };
	listview_pages(&v->list, d, c, v->number, pages);
	if (v->page.count == 0)
		(v->list.in_typing
		     ? frame_paragraph
		     : frame_sentence)(c, words, STYLE_DIM, desk_keys(d, empty_words(v)));
	if (d->message.text[0] == '\0')
		draw_found(v, d, c);
}

const struct screen screen_list = {
	.size = sizeof(struct list_view),
	.title = N_("Daftar"),
	.help = N_(
	    "Ketik beberapa huruf awal nama, urutan kata bebas; atau NIK, nomor "
	    "pendaftaran, nomor perkara. Panah memilih, Enter membuka, F4 "
	    "menyaring menurut langkah dan jenis perkara atau mengubah urutan. "
	    "Tanda ! berarti melewati norma waktu langkahnya. Di daftar langkah 2 Ins menandai "
	    "beberapa, F10 menyetujui yang ditandai."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = list_open,
	.read = list_read,
	.on = list_on,
	.typed = list_typed,
	.resume = list_resume,
	.draw = list_draw,
};
