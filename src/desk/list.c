/* Daftar: filings, searched as one types, page by page. What is shown is always one page read from
 * the store; a page is found again by the key of the row before or after it. */
#include "loket/list.h"

#include <stdio.h>
#include <string.h>

#include "loket/text.h"

#include "entry.h"
#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum {
	READ_MEMORY = 8 * 1024 * 1024,
	SEARCH_MOST = 200,
	SEARCH_WIDTH = 40,
	FIRST_ROW = 3, /* of the list, below search line and titles */
	MARK = 1       /* columns at the right edge for "!" */
};

struct list_view {
	struct arena *a;
	struct arena read; /* one page */
	struct entry search;
	char searched[SEARCH_MOST + 1]; /* what the page was read for */
	struct list_query query;        /* `step` and `type` point into the rulebook */
	struct list_page page;
	bool before, after; /* there are pages */
	struct window window;
	bool in_rows; /* the cursor is in the list, not in the search line */
	struct board_row waiting;
};

static size_t rows_shown(const struct desk *d)
{
	return (size_t)(d->rows > SCREEN_ROWS ? d->rows : SCREEN_ROWS) - FIRST_ROW - 4;
}

/* ---- reading ---- */

static bool read_query(struct list_view *v, struct desk *d, struct fault *why)
{
	char after[64];
	snprintf(after, sizeof after, "%s", v->query.after);
	snprintf(v->searched, sizeof v->searched, "%s", v->search.text);
	v->query.search = v->searched;
	v->query.limit = (int)rows_shown(d);
	arena_drop(&v->read);
	v->query.after = arena_text(&v->read, after);
	return service_list(&d->login, &v->query, &v->read, &v->page, why);
}

static void read_page(struct list_view *v, struct desk *d)
{
	struct fault why = { 0 };
	v->page = (struct list_page){ 0 };
	bool good = read_query(v, d, &why);
	bool short_start = v->query.backward && !v->page.more;
	if (good && (short_start || (v->page.count == 0 && v->query.after[0] != '\0'))) {
		v->query.after = "";
		v->query.backward = false;
		good = read_query(v, d, &why);
	}
	if (!good)
		desk_fault(d, &why);
	v->before = v->query.backward ? v->page.more : v->query.after[0] != '\0';
	v->after = v->query.backward || v->page.more;
	window_fit(&v->window, v->page.count, rows_shown(d));
}

static void read_first(struct list_view *v, struct desk *d)
{
	v->query.after = "";
	v->query.backward = false;
	read_page(v, d);
	window_go(&v->window, 0);
}

/* How many wait at the step the list is of, for the head. */
static void read_waiting(struct list_view *v, struct desk *d)
{
	struct arena a = arena_start(READ_MEMORY);
	struct board board;
	struct fault why = { 0 };
	size_t number = (size_t)sop_number(&d->app->book->sop, v->query.step);
	v->waiting = (struct board_row){ .oldest = INSTANT_NONE };
	if (number > 0 && service_board(&d->login, &a, &board, &why) && number <= board.step_count)
		v->waiting = board.steps[number - 1];
	if (why.kind != FAULT_NONE)
		desk_fault(d, &why);
	arena_drop(&a);
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
	(void)why;
	v->a = a;
	v->read = arena_start(READ_MEMORY);
	v->query.type = "";
	d->message[0] = '\0';
	only_step(v, d, with->step);
	entry_init(&v->search, a, SEARCH_MOST, SEARCH_WIDTH, 1);
	entry_set(&v->search, with->text == NULL ? "" : with->text);
	v->in_rows = !text_is_empty(v->query.step);
	read_waiting(v, d);
	read_first(v, d);
	return true;
}

/* ---- moving ---- */

static bool turn_page(struct list_view *v, struct desk *d, bool on)
{
	size_t edge = on ? v->page.count - 1 : 0;
	if (v->page.count == 0 || !(on ? v->after : v->before))
		return false;
	v->query.after = v->page.items[edge].key;
	v->query.backward = !on;
	read_page(v, d);
	window_go(&v->window, on || v->page.count == 0 ? 0 : v->page.count - 1);
	return true;
}

static bool on_row_key(struct list_view *v, struct desk *d, enum key key)
{
	bool last = v->window.at + 1 >= v->page.count, first = v->window.at == 0;
	bool next = key == K_F8 || key == K_PGDN, previous = key == K_F7 || key == K_PGUP;
	v->in_rows = true;
	if (next || (key == K_DOWN && last && v->after))
		return turn_page(v, d, true) || (window_go(&v->window, v->page.count), true);
	if (previous || (key == K_UP && first && v->before)) {
		bool turned = turn_page(v, d, false);
		if (previous)
			window_go(&v->window, 0);
		return turned;
	}
	if (key == K_UP && first)
		v->in_rows = false;
	return window_key(&v->window, key);
}

/* ---- F4: the filter ---- */

static void add_choice(struct list_view *v, struct choice *to, const char *kind, const char *value,
                       const char *label)
{
	to->value = arena_print(&v->read, "%s:%s", kind, value);
	to->label = label;
	to->note = "";
}

static const struct {
	const char *value, *label;
	enum list_order order;
} orders[] = {
	{ "terbaru", N_("Urutan: terbaru dahulu"), LIST_NEWEST },
	{ "terlama", N_("Urutan: terlama dahulu"), LIST_OLDEST },
	{ "nama", N_("Urutan: nama"), LIST_NAME },
};

static struct intent open_filter(struct list_view *v, const struct desk *d)
{
	const struct rulebook *book = d->app->book;
	size_t most = COUNT_OF(orders) + book->sop.step_count + book->type_count + 1, n = 0;
	struct choice *items = arena_get(&v->read, most, sizeof *items);
	add_choice(v, &items[n++], "semua", "", _("Semua langkah dan jenis perkara"));
	for (size_t i = 0; i < COUNT_OF(orders); i++)
		add_choice(v, &items[n++], "urutan", orders[i].value, _(orders[i].label));
	for (size_t i = 0; i < book->sop.step_count; i++)
		add_choice(v, &items[n++], "langkah", book->sop.steps[i].key,
		           arena_print(&v->read, "%s: %zu %s", _("Langkah"), i + 1,
		                       _(book->sop.steps[i].name)));
	for (size_t i = 0; i < book->type_count; i++)
		add_choice(v, &items[n++], "jenis", book->types[i].id,
		           arena_print(&v->read, "%s: %s", _("Jenis perkara"),
		                       book->types[i].name));
	return open_screen(SCREEN_CHOICE, (struct argument){ .title = _("Saring daftar"),
	                                                     .choices = items,
	                                                     .choice_count = n });
}

static void take_filter(struct list_view *v, const struct desk *d, const char *answer)
{
	const char *value = strchr(answer, ':');
	if (value == NULL)
		return;
	value++;
	if (text_starts(answer, "semua:")) {
		v->query.step = v->query.type = "";
	} else if (text_starts(answer, "langkah:")) {
		only_step(v, d, value);
	} else if (text_starts(answer, "jenis:")) {
		const struct case_type *type = rulebook_type(d->app->book, value);
		v->query.type = type == NULL ? "" : type->id;
	}
	for (size_t i = 0; i < COUNT_OF(orders); i++) {
		if (text_starts(answer, "urutan:") && text_same(orders[i].value, value))
			v->query.order = orders[i].order;
	}
}

/* ---- events ---- */

static struct intent open_chosen(const struct list_view *v)
{
	if (v->window.at >= v->page.count)
		return stay();
	return open_screen(SCREEN_FILING,
	                   (struct argument){ .filing = v->page.items[v->window.at].filing });
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
		return open_filter(v, d);
	if (key == K_F6 && login_may(&d->login, act_fill_account.name))
		return open_screen(SCREEN_FILING, (struct argument){ 0 });
	if (key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Daftar"),
		        .text = _(
		            "Ketik beberapa huruf awal nama, urutan kata bebas; atau NIK, nomor "
		            "pendaftaran, nomor perkara. Panah memilih, Enter membuka, F4 "
		            "menyaring menurut langkah dan jenis perkara atau mengubah urutan. "
		            "Tanda ! berarti melewati norma waktu langkahnya.") });
	if (key == key_ctrl('F') || key == K_TAB || key == K_BACKTAB)
		v->in_rows = key == key_ctrl('F') ? false : !v->in_rows;
	else
		(void)on_row_key(v, d, key);
	return stay();
}

/* "/" leads from the rows to the search line; in it, it is a letter of a case number. */
static bool is_to_search(const struct list_view *v, const struct event *e)
{
	return v->in_rows && e->kind == EV_TEXT && text_same(e->text, "/");
}

static bool is_of_rows(const struct list_view *v, const struct event *e)
{
	return e->kind == EV_KEY && v->in_rows && (e->key == K_HOME || e->key == K_END);
}

static struct intent list_on(void *model, struct desk *d, const struct event *e)
{
	struct list_view *v = model;
	if (e->kind == EV_SIZE) {
		read_page(v, d);
		return stay();
	}
	d->message[0] = '\0';
	if (is_to_search(v, e)) {
		v->in_rows = false;
		return stay();
	}
	if (!is_of_rows(v, e) && entry_on(&v->search, e)) {
		v->in_rows = false;
		if (!text_same(v->search.text, v->searched))
			read_first(v, d);
		return stay();
	}
	if (e->kind == EV_MOUSE)
		v->in_rows = window_mouse(&v->window, e->button, e->row - 2 - FIRST_ROW);
	return e->kind == EV_KEY ? on_key(v, d, e->key) : stay();
}

static void list_resume(void *model, struct desk *d, const char *answer)
{
	struct list_view *v = model;
	if (answer != NULL)
		take_filter(v, d, answer);
	read_waiting(v, d);
	if (answer != NULL)
		read_first(v, d);
	else
		read_page(v, d);
}

/* The row one looks at stays the one it was while it is still on the page. */
static void list_news(void *model, struct desk *d)
{
	struct list_view *v = model;
	struct id at = { "" };
	if (v->window.at < v->page.count)
		at = v->page.items[v->window.at].filing;
	read_waiting(v, d);
	read_page(v, d);
	for (size_t i = 0; i < v->page.count; i++) {
		if (text_same(v->page.items[i].filing.text, at.text))
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

enum { COLUMNS_MOST = 6 };

/* The columns for this width; the widest windows show the kind of case and both numbers. */
static size_t columns_for(int cols, struct frame_column *out)
{
	size_t n = 0;
	bool wide = cols >= WIDE_COLS - 2;
	int party = wide ? 74 : 26, right = cols - 26;
	out[n++] = (struct frame_column){ wide ? _("Pendaftaran") : _("Nomor"), 2, 22, false };
	if (wide) {
		out[n++] = (struct frame_column){ _("Perkara"), 25, 22, false };
		out[n++] = (struct frame_column){ _("Jenis perkara"), 49, 24, false };
	}
	out[n++] = (struct frame_column){ _("Pihak"), party, right - party - 1, false };
	out[n++] = (struct frame_column){ _("Langkah"), right, 15, false };
	out[n++] = (struct frame_column){ _("Sejak"), cols - 10, 8, false };
	return n;
}

static void row_texts(const struct list_row *row, const struct desk *d, bool wide,
                      const char **texts, char capacity[2][48])
{
	const struct sop *sop = &d->app->book->sop;
	const struct case_type *type = rulebook_type(d->app->book, row->type);
	size_t n = 0, at = row->stage > 0 ? (size_t)row->stage - 1 : 0;
	const char *name = at < sop->step_count ? sop->steps[at].rail : _("selesai");
	bool done = row->state == STEP_DONE || at >= sop->step_count;
	snprintf(capacity[0], sizeof capacity[0], "%d %s", row->stage, _(name));
	desk_since(d, row->since, capacity[1], sizeof capacity[1]);
	texts[n++] = wide || text_is_empty(row->number) ? row->reg : row->number;
	if (wide) {
		texts[n++] = row->number;
		texts[n++] = type == NULL ? "" : type->name;
	}
	texts[n++] = row->title;
	texts[n++] = done ? _("selesai") : capacity[0];
	texts[n++] = capacity[1];
}

static void draw_rows(const struct list_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	struct frame_column columns[COLUMNS_MOST];
	size_t count = columns_for(where.cols, columns);
	frame_titles(c, where, columns, count);
	for (size_t i = 0; i < v->page.count; i++) {
		const struct list_row *row = &v->page.items[i];
		const char *texts[COLUMNS_MOST];
		char capacity[2][48];
		int at = where.row + 1 + (int)i;
		row_texts(row, d, count == COLUMNS_MOST, texts, capacity);
		frame_row(c, where, 1 + (int)i, columns, count, texts);
		if (row->late && row->state != STEP_DONE)
			cells_put(c, at, where.col + where.cols - MARK, STYLE_WARNING, "!");
	}
	if (v->page.count > 0)
		frame_choose(c, where, 1 + (int)v->window.at);
}

static void draw_empty(const struct list_view *v, struct cells *c, struct area where)
{
	const char *text =
	    v->search.length > 0
	        ? _("Tidak ada yang cocok; ketik lebih sedikit, atau F4 saring: semua.")
	    : !text_is_empty(v->query.step) ? _("Tidak ada yang menunggu di langkah ini.")
	                                    : _("Belum ada pendaftaran. F6 mulai.");
	frame_paragraph(c, where, STYLE_DIM, text);
}

static void draw_head(const struct list_view *v, const struct desk *d, struct cells *c)
{
	const struct rulebook *book = d->app->book;
	const struct case_type *type = rulebook_type(book, v->query.type);
	int number = text_is_empty(v->query.step) ? 0 : sop_number(&book->sop, v->query.step);
	const char *step = number > 0 ? _(book->sop.steps[number - 1].name) : "";
	char left[200], right[200], waiting[24], late[24];
	const char *name = type == NULL ? "" : type->name;
	snprintf(left, sizeof left, "%s%s%s%s%s", _("Daftar"), step[0] == '\0' ? "" : " · ", step,
	         name[0] == '\0' ? "" : " · ", name);
	if (number == 0) {
		desk_head(d, c, left);
		return;
	}
	snprintf(waiting, sizeof waiting, "%lld", (long long)v->waiting.waiting);
	snprintf(late, sizeof late, "%lld", (long long)v->waiting.late);
	message_fill(_("%1 menunggu, %2 terlambat"), (const char *const[]){ waiting, late }, 2,
	             right, sizeof right);
	frame_head(c, left, right);
}

/* "3 ditemukan di antara 1.284.302 perkara", where no message stands. */
static void draw_found(const struct list_view *v, struct cells *c)
{
	char count[32], total[32], text[160];
	bool all = !v->before && !v->after;
	money_digits((rupiah)v->page.count, count, sizeof count);
	money_digits(v->page.total, total, sizeof total);
	message_fill(all ? _("%1 ditemukan di antara %2 perkara")
	                 : _("%1 di halaman ini, di antara %2 perkara"),
	             (const char *const[]){ count, total }, 2, text, sizeof text);
	frame_message(c, STYLE_DIM, text);
}

static void list_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct list_view *v = model;
	struct area body = frame_whole(c);
	draw_head(v, d, c);
	int used = cells_put(c, body.row, body.col + 2, STYLE_DIM, _("Cari"));
	struct area rows = { body.row + 2, body.col, body.rows - 2, body.cols };
	draw_rows(v, d, c, rows);
	if (v->page.count == 0)
		draw_empty(v, c, (struct area){ rows.row + 2, body.col + 2, 2, body.cols - 4 });
	entry_draw(&v->search, c, body.row, body.col + 2 + used + 2, !v->in_rows);
	if (d->message[0] == '\0')
		draw_found(v, c);
	const struct key_hint hints[] = {
		{ .key = K_ENTER, .label = _("buka"), .shown = v->page.count > 0 },
		{ .name = "↑↓", .label = _("pilih"), .shown = v->page.count > 1 },
		{ .name = "F7 F8", .label = _("halaman"), .shown = v->before || v->after },
		{ .key = K_F4, .label = _("saring"), .shown = true },
		{ .key = K_F6,
		  .label = _("baru"),
		  .shown = login_may(&d->login, act_fill_account.name) },
		{ .name = "/", .label = _("cari"), .shown = v->in_rows },
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
