/* Daftar: filings, found as one types. Pages follow each other by key, never by counting, so it is the same
 * with ten filings and a million. */
#include <stdio.h>
#include <string.h>

#include "frame.h"
#include "loket/list.h"
#include "loket/text.h"
#include "picklist.h"
#include "screen.h"

enum { SEARCH_MOST = 200, SEARCH_WIDTH = 40, READ_MEMORY = 8 * 1024 * 1024, PAGE_MOST = 200, HEAD_ROWS = 3 };

struct list_view {
	struct arena *a;
	struct arena read;
	struct entry search;
	const char *step, *type; /* filters, "" : none */
	enum list_order order;
	struct list_page page;
	struct window window;
	char first[64], last[64]; /* keys of the page's ends */
	bool earlier;             /* there is a page before */
};

static int rows_of(const struct desk *d)
{
	int rows = d->rows - 4 - HEAD_ROWS;
	return rows < 1 ? 1 : rows > PAGE_MOST ? PAGE_MOST : rows;
}

/* The page after `after` (before it, backward), "" for the first. */
static bool read_page(struct list_view *v, struct desk *d, const char *after, bool backward)
{
	char from[64];
	struct fault why = { 0 };
	snprintf(from, sizeof from, "%s", after);
	struct list_query q = { .search = v->search.text, .step = v->step,      .type = v->type,         .order = v->order,
		                .after = from,            .backward = backward, .limit = rows_of(d) };
	arena_drop(&v->read);
	v->page = (struct list_page){ 0 };
	if (!office_list(&d->session, &q, &v->read, &v->page, &why)) {
		desk_fault(d, &why);
		return false;
	}
	if (v->page.count > 0) {
		snprintf(v->first, sizeof v->first, "%s", v->page.items[0].key);
		snprintf(v->last, sizeof v->last, "%s", v->page.items[v->page.count - 1].key);
	}
	v->earlier = backward ? v->page.more : from[0] != '\0';
	window_fit(&v->window, v->page.count, (size_t)rows_of(d));
	return true;
}

static void read_first(struct list_view *v, struct desk *d)
{
	(void)read_page(v, d, "", false);
	window_go(&v->window, 0);
}

static bool list_open(void *model, struct desk *d, struct arena *a, const struct argument *with, struct fault *why)
{
	struct list_view *v = model;
	(void)why;
	v->a = a;
	v->read = arena_start(READ_MEMORY);
	v->step = with->step == NULL ? "" : arena_text(a, with->step);
	v->type = "";
	entry_init(&v->search, a, SEARCH_MOST, SEARCH_WIDTH, 1);
	read_first(v, d);
	return true;
}

static bool more_after(const struct list_view *v, bool backward_read)
{
	return backward_read || v->page.more;
}

static void next_page(struct list_view *v, struct desk *d)
{
	if (v->page.count == 0 || !more_after(v, false))
		return;
	char last[64];
	snprintf(last, sizeof last, "%s", v->last);
	if (read_page(v, d, last, false))
		window_go(&v->window, 0);
}

static void page_before(struct list_view *v, struct desk *d)
{
	if (v->page.count == 0 || !v->earlier)
		return;
	char first[64];
	snprintf(first, sizeof first, "%s", v->first);
	if (read_page(v, d, first, true) && v->page.count > 0) {
		v->page.more = true; /* the page it came from follows */
		window_go(&v->window, v->page.count - 1);
	}
}

/* ---- F4: filters ---- */

static struct intent open_filters(struct list_view *v, struct desk *d)
{
	const struct rulebook *book = d->place->book;
	size_t count = 0;
	struct choice *items = arena_get(v->a, book->sop.step_count + book->type_count + 6, sizeof *items);
	items[count++] = (struct choice){ "semua", N_("Semua langkah dan jenis"), "" };
	items[count++] = (struct choice){ "urut:0", N_("Urut: terbaru dahulu"), "" };
	items[count++] = (struct choice){ "urut:1", N_("Urut: terlama dahulu"), "" };
	items[count++] = (struct choice){ "urut:2", N_("Urut: nama"), "" };
	for (size_t i = 0; i < book->sop.step_count; i++)
		items[count++] = (struct choice){ arena_print(v->a, "langkah:%s", book->sop.steps[i].key),
			                          arena_print(v->a, "%s: %s", _("Langkah"), _(book->sop.steps[i].name)), "" };
	for (size_t i = 0; i < book->type_count; i++)
		items[count++] = (struct choice){ arena_print(v->a, "jenis:%s", book->types[i].id),
			                          arena_print(v->a, "%s: %s", _("Jenis"), book->types[i].name), "" };
	return open_screen(SCREEN_CHOICE, (struct argument){ .title = _("Saring"), .choices = items, .choice_count = count });
}

static void list_resume(void *model, struct desk *d, const char *answer)
{
	struct list_view *v = model;
	if (text_same(answer, "semua")) {
		v->step = "";
		v->type = "";
	} else if (answer != NULL && text_starts(answer, "langkah:")) {
		v->step = arena_text(v->a, answer + strlen("langkah:"));
	} else if (answer != NULL && text_starts(answer, "jenis:")) {
		v->type = arena_text(v->a, answer + strlen("jenis:"));
	} else if (answer != NULL && text_starts(answer, "urut:")) {
		v->order = (enum list_order)(answer[strlen("urut:")] - '0');
	}
	size_t at = v->window.at;
	read_first(v, d);
	if (answer == NULL)
		window_go(&v->window, at);
}

/* ---- events ---- */

static struct intent open_chosen(const struct list_view *v)
{
	if (v->window.at >= v->page.count)
		return stay();
	return open_screen(SCREEN_FILING, (struct argument){ .filing = v->page.items[v->window.at].filing });
}

static struct intent on_key(struct list_view *v, struct desk *d, enum key key)
{
	if (key == K_ENTER)
		return open_chosen(v);
	if (key == K_ESC)
		return back();
	if (key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	if (key == K_F4)
		return open_filters(v, d);
	if (key == K_F6 && session_may(&d->session, "akun.isi"))
		return open_screen(SCREEN_FILING, (struct argument){ 0 });
	if (key == K_F1)
		return open_screen(SCREEN_HELP, (struct argument){
		    .title = _("Daftar"),
		    .text = _("Ketik bagian nama dalam urutan apa pun, NIK, nomor pendaftaran atau nomor perkara. Daftar "
		              "menyempit sambil mengetik; panah memilih, Enter membuka, F4 menyaring dan mengurutkan.") });
	if (key == K_PGDN || key == K_F8 || (key == K_DOWN && v->window.at + 1 >= v->page.count))
		next_page(v, d);
	else if (key == K_PGUP || key == K_F7 || (key == K_UP && v->window.at == 0))
		page_before(v, d);
	else
		(void)window_key(&v->window, key);
	return stay();
}

static bool is_search(const struct event *e)
{
	bool edits = e->kind == EV_TEXT || e->kind == EV_PASTE;
	bool key = e->kind == EV_KEY && e->key != K_HOME && e->key != K_END && e->key != K_ENTER;
	return edits || key;
}

static struct intent list_on(void *model, struct desk *d, const struct event *e)
{
	struct list_view *v = model;
	if (e->kind == EV_SIZE)
		read_first(v, d);
	if (e->kind == EV_MOUSE && window_mouse(&v->window, e->button, e->row - 2 - HEAD_ROWS))
		return stay();
	size_t length = v->search.length;
	if (is_search(e) && entry_on(&v->search, e)) {
		if (e->kind != EV_KEY || length != v->search.length)
			read_first(v, d);
		return stay();
	}
	return e->kind == EV_KEY ? on_key(v, d, e->key) : stay();
}

/* What another desk did shows at once; the chosen filing stays chosen while it is on the page. */
static void list_news(void *model, struct desk *d)
{
	struct list_view *v = model;
	struct id chosen = { 0 };
	if (v->window.at < v->page.count)
		chosen = v->page.items[v->window.at].filing;
	if (v->earlier)
		return;
	read_first(v, d);
	for (size_t i = 0; i < v->page.count; i++) {
		if (text_same(v->page.items[i].filing.text, chosen.text))
			window_go(&v->window, i);
	}
}

static void list_close(void *model, struct desk *d)
{
	struct list_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

static void draw_rows(const struct list_view *v, const struct desk *d, struct cells *c, struct area where)
{
	const struct sop *sop = &d->place->book->sop;
	struct frame_column columns[] = {
		{ _("Pendaftaran"), 2, 20, false }, { _("Pihak"), 23, 28, false },
		{ _("Langkah"), 52, 13, false },    { _("Sejak"), 66, 9, false },
		{ "", 76, 1, false },               { _("Nomor perkara"), 80, 0, false },
	};
	size_t count = where.cols > 100 ? COUNT_OF(columns) : COUNT_OF(columns) - 1;
	frame_titles(c, where, columns, count);
	for (size_t i = 0; i < v->page.count; i++) {
		const struct list_row *r = &v->page.items[i];
		char step[64] = "", since[32];
		if (r->stage >= 1 && (size_t)r->stage <= sop->step_count)
			snprintf(step, sizeof step, "%d %s", r->stage, _(sop->steps[r->stage - 1].rail));
		else
			snprintf(step, sizeof step, "%s", _("selesai"));
		desk_since(d, r->since, since, sizeof since);
		const char *texts[] = { r->reg, r->title, step, since, r->late ? "!" : "", r->number };
		frame_row(c, where, (int)i + 1, columns, count, texts);
	}
	if (v->page.count > 0 && v->search.length == 0)
		frame_choose(c, where, (int)v->window.at + 1);
	else if (v->page.count > 0)
		cells_put(c, where.row + (int)v->window.at + 1, where.col, STYLE_FOCUS, "▸");
}

static void say_count(const struct list_view *v, struct cells *c, struct area where)
{
	char found[32], total[32], text[160];
	money_digits((rupiah)v->page.count, found, sizeof found);
	money_digits(v->page.total, total, sizeof total);
	const char *words = v->page.count == 0 && v->search.length > 0
	                        ? _("Tidak ada yang cocok di antara %2 perkara; ketik lebih sedikit atau Ctrl-U")
	                    : v->page.count == 0 ? _("Belum ada pendaftaran di sini. F6 mulai.")
	                    : v->page.more || v->earlier ? _("Di antara %2 perkara; F7 F8 halaman")
	                                                 : _("%1 ditemukan di antara %2 perkara");
	message_fill(words, (const char *const[]){ found, total }, 2, text, sizeof text);
	cells_put_fit(c, where.row + where.rows - 1, where.col, where.cols, STYLE_DIM, text);
}

static void list_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct list_view *v = model;
	const struct rulebook *book = d->place->book;
	struct area body = frame_areas(c, false).body;
	int number = sop_number(&book->sop, v->step);
	const struct case_type *type = rulebook_type(book, v->type);
	char head[200], who[200];
	const char *words[] = { number == 0 ? _("semua langkah") : _(book->sop.steps[number - 1].name),
		                type == NULL ? _("semua jenis") : type->name };
	message_fill(_("Daftar · %1 · %2"), words, 2, head, sizeof head);
	desk_who(d, who, sizeof who);
	frame_head(c, head, who);
	body.cols = c->cols - 2;
	say_count(v, c, body);
	int used = cells_put(c, body.row, body.col + 2, STYLE_DIM, _("Cari")) + 2;
	draw_rows(v, d, c, (struct area){ body.row + 2, body.col, body.rows - 2, body.cols });
	entry_draw(&v->search, c, body.row, body.col + 2 + used, v->search.length > 0 || v->page.count == 0);
	const struct key_hint hints[] = {
		{ .key = K_ENTER, .label = _("buka"), .shown = v->page.count > 0 },
		{ .name = "↑↓", .label = _("pilih"), .shown = v->page.count > 1 },
		{ .key = K_F8, .name = "F7 F8", .label = _("halaman"), .shown = v->page.more || v->earlier },
		{ .key = K_F4, .label = _("saring"), .shown = true },
		{ .key = K_F6, .label = _("baru"), .shown = session_may(&d->session, "akun.isi") },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_list = {
	.size = sizeof(struct list_view),
	.open = list_open,
	.on = list_on,
	.draw = list_draw,
	.resume = list_resume,
	.news = list_news,
	.close = list_close,
};
