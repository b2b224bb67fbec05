/* Panggilan: the bailiff's menu. Summonses stand by area, so that one way serves many; a number and
 * Enter prints the relaas, a number and a point records what came of it. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum {
	READ_MEMORY = 8 * 1024 * 1024,
	DIGITS = 3,    /* of a number typed */
	FIRST_ROW = 3, /* of the list, below counts and titles */
	BELOW = 2,     /* a blank line, and the one that says what 9 and 0 do */
	PRINT_ALL = 9, /* the number that prints an area, while no row has it */
	URGENT = 1     /* days left at which a row is marked */
};

struct bailiff_view {
	struct arena read;
	struct bailiff_list list; /* by area; then those already served */
	struct window window;
	char typed[DIGITS + 1]; /* the number so far */
	bool own; /* of the bailiff who sits here; else of all, for those who look on */
};

static day today(const struct desk *d)
{
	return instant_day(d->now, &d->app->book->court.zone);
}

static bool is_open(const struct bailiff_row *row)
{
	return text_is_empty(row->outcome);
}

/* ---- reading ---- */

static bool same_group(const struct bailiff_row *a, const struct bailiff_row *b)
{
	return is_open(a) == is_open(b) && text_same(a->area, b->area);
}

/* Rows of one area together, in the order their areas came: the nearest deadline first. */
static void group_by_area(struct bailiff_list *list, struct arena *a)
{
	struct bailiff_row *rows = arena_get(a, list->count + 1, sizeof *rows);
	bool *taken = arena_get(a, list->count + 1, sizeof *taken);
	size_t n = 0;
	for (size_t i = 0; i < list->count; i++) {
		for (size_t k = i; k < list->count && !taken[i]; k++) {
			if (taken[k] || !same_group(&list->items[i], &list->items[k]))
				continue;
			rows[n++] = list->items[k];
			taken[k] = k != i;
		}
		taken[i] = true;
	}
	list->items = rows;
}

static size_t rows_shown(const struct desk *d)
{
	return (size_t)(d->rows > SCREEN_ROWS ? d->rows : SCREEN_ROWS) - 4 - FIRST_ROW - BELOW;
}

static bool read_list(struct bailiff_view *v, struct desk *d, struct fault *why)
{
	arena_drop(&v->read);
	v->list = (struct bailiff_list){ 0 };
	bool good = service_bailiff(&d->login, v->own ? d->login.user : "", &v->read, &v->list,
	                            why);
	if (good)
		group_by_area(&v->list, &v->read);
	window_fit(&v->window, v->list.count, rows_shown(d));
	return good;
}

static bool bailiff_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                         struct fault *why)
{
	struct bailiff_view *v = model;
	(void)a;
	(void)with;
	v->read = arena_start(READ_MEMORY);
	v->own = roles_include(d->login.roles, "jurusita");
	if (read_list(v, d, why))
		return true;
	arena_drop(&v->read);
	return false;
}

static void bailiff_news(void *model, struct desk *d)
{
	struct fault why = { 0 };
	if (!read_list(model, d, &why))
		desk_fault(d, &why);
}

static void bailiff_resume(void *model, struct desk *d, const char *answer)
{
	(void)answer;
	bailiff_news(model, d);
}

/* ---- doing ---- */

static const struct bailiff_row *chosen(const struct bailiff_view *v)
{
	return v->window.at < v->list.count ? &v->list.items[v->window.at] : NULL;
}

static bool print_row(struct desk *d, const struct bailiff_row *row)
{
	struct printed printed;
	struct fault why = { 0 };
	if (!service_print(&d->login, &row->filing, "relaas", row->summons, &printed, &why)) {
		desk_fault(d, &why);
		return false;
	}
	desk_printed(d, printed.path);
	return true;
}

static size_t open_in_area(const struct bailiff_view *v, const struct bailiff_row *of)
{
	size_t n = 0;
	for (size_t i = 0; of != NULL && i < v->list.count; i++)
		n += is_open(&v->list.items[i]) && text_same(v->list.items[i].area, of->area);
	return n;
}

static void print_area(struct bailiff_view *v, struct desk *d)
{
	const struct bailiff_row *of = chosen(v);
	char count[16];
	int n = 0;
	for (size_t i = 0; of != NULL && i < v->list.count; i++) {
		const struct bailiff_row *row = &v->list.items[i];
		if (!is_open(row) || !text_same(row->area, of->area))
			continue;
		if (!print_row(d, row))
			return;
		n++;
	}
	snprintf(count, sizeof count, "%d", n);
	if (n > 1)
		desk_say_with(d, STYLE_DONE, _("%1 relaas %2 tercetak di %3"), count, of->area,
		              arena_print(&v->read, "%s/cetak", d->app->home.path));
	bailiff_news(v, d);
}

static void next_area(struct bailiff_view *v)
{
	const struct bailiff_row *from = chosen(v);
	for (size_t i = 1; i < v->list.count; i++) {
		size_t at = (v->window.at + i) % v->list.count;
		if (same_group(from, &v->list.items[at]))
			continue;
		window_go(&v->window, at);
		return;
	}
}

/* One level back; the bailiff's own menu is the first, there is nothing below it. */
static struct intent leave(const struct bailiff_view *v)
{
	return (struct intent){ .kind = v->own ? INTENT_LOGOUT : INTENT_BACK };
}

/* Takes the number typed as the chosen row; false, and says so, when there is no such row. */
static bool take_number(struct bailiff_view *v, struct desk *d)
{
	long long n;
	bool typed = v->typed[0] != '\0', number = text_number(v->typed, 1, INT32_MAX, &n);
	char shown[DIGITS + 1];
	snprintf(shown, sizeof shown, "%s", v->typed);
	v->typed[0] = '\0';
	if (!typed)
		return chosen(v) != NULL;
	if (number && (size_t)n <= v->list.count) {
		window_go(&v->window, (size_t)n - 1);
		return true;
	}
	desk_say_with(d, STYLE_WARNING, _("Tidak ada baris bernomor %1"), shown);
	return false;
}

static struct intent on_enter(struct bailiff_view *v, struct desk *d)
{
	if (text_same(v->typed, "0"))
		return leave(v);
	if (text_same(v->typed, "9") && v->list.count < PRINT_ALL) {
		v->typed[0] = '\0';
		print_area(v, d);
	} else if (take_number(v, d) && print_row(d, chosen(v))) {
		bailiff_news(v, d);
	}
	return stay();
}

static struct intent open_outcome(struct bailiff_view *v, struct desk *d)
{
	if (!take_number(v, d))
		return stay();
	const struct bailiff_row *row = chosen(v);
	return open_screen(SCREEN_OUTCOME,
	                   (struct argument){ .filing = row->filing, .number = row->summons });
}

/* ---- events ---- */

static struct intent on_text(struct bailiff_view *v, struct desk *d, const char *text)
{
	size_t length = strlen(v->typed);
	if (text[0] >= '0' && text[0] <= '9' && length < DIGITS) {
		v->typed[length] = text[0];
		v->typed[length + 1] = '\0';
		d->message[0] = '\0';
	}
	if (text[0] == '.')
		return open_outcome(v, d);
	if ((text[0] == 'w' || text[0] == 'W') && v->list.count > 0)
		next_area(v);
	return stay();
}

static struct intent on_key(struct bailiff_view *v, struct desk *d, enum key key)
{
	size_t length = strlen(v->typed);
	if (key == K_ENTER)
		return on_enter(v, d);
	if (key == K_F3)
		return v->own ? leave(v) : (struct intent){ .kind = INTENT_HOME };
	if (key == K_ESC && length == 0 && !v->own)
		return back();
	if (key == K_F9)
		print_area(v, d);
	if (key == K_F1)
		return open_screen(
		    SCREEN_HELP,
		    (struct argument){
		        .title = _("Panggilan"),
		        .text = _(
		            "Ketik nomor baris lalu Enter: relaas tercetak sebagai PDF. Nomor lalu "
		            "titik: isi hasil panggilan setelah dijalankan. W pindah ke wilayah lain, "
		            "9 mencetak semua relaas wilayah itu.\n\nSisa dihitung sampai hari terakhir "
		            "panggilan masih patut (HIR 122/RBg 146: tiga hari kerja sebelum sidang; "
		            "SK KMA 363/2022: surat tercatat enam hari, elektronik tiga hari). Tanda ! "
		            "berarti tinggal sehari atau sudah lewat.") });
	if (key == K_BACKSPACE && length > 0)
		v->typed[length - 1] = '\0';
	if (key == K_ESC || window_key(&v->window, key))
		v->typed[0] = '\0';
	return stay();
}

static struct intent bailiff_on(void *model, struct desk *d, const struct event *e)
{
	struct bailiff_view *v = model;
	if (e->kind == EV_SIZE)
		window_fit(&v->window, v->list.count, rows_shown(d));
	if (e->kind == EV_MOUSE)
		(void)window_mouse(&v->window, e->button, e->row - 2 - FIRST_ROW);
	if (e->kind == EV_TEXT)
		return on_text(v, d, e->text);
	return e->kind == EV_KEY ? on_key(v, d, e->key) : stay();
}

static void bailiff_close(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	(void)d;
	arena_drop(&v->read);
}

/* ---- the picture ---- */

enum { COLUMNS_MOST = 8, CELL = 48 };

static size_t columns_for(int cols, struct frame_column *out)
{
	bool wide = cols >= WIDE_COLS - 2;
	size_t n = 0;
	out[n++] = (struct frame_column){ "", 2, 3, true };
	out[n++] = (struct frame_column){ _("Perkara"), 6, 22, false };
	if (!wide) {
		out[n++] = (struct frame_column){ _("Dipanggil"), 29, 22, false };
		out[n++] = (struct frame_column){ _("Wilayah"), 52, 10, false };
	} else {
		int more = (cols - WIDE_COLS) / 2;
		out[n++] = (struct frame_column){ _("Dipanggil"), 29, 26 + more, false };
		out[n++] = (struct frame_column){ _("Kedudukan"), 56 + more, 14, false };
		out[n++] = (struct frame_column){ _("Wilayah"), 71 + more, 14 + more, false };
		out[n++] = (struct frame_column){ _("Kanal"), cols - 32, 14, false };
	}
	out[n++] = (struct frame_column){ _("Sidang"), cols - 16, 6, true };
	out[n++] = (struct frame_column){ _("sisa"), cols - 9, 7, true };
	return n;
}

/* "4 hari", "lewat 2": days to the deadline. */
static void left_words(const struct bailiff_row *row, day now, char *out, size_t capacity)
{
	char days[16];
	int left = row->deadline - now;
	snprintf(days, sizeof days, "%d", left < 0 ? -left : left);
	if (!is_open(row))
		snprintf(out, capacity, "✓");
	else
		message_fill(left < 0 ? _("lewat %1") : _("%1 hari"), (const char *const[]){ days },
		             1, out, capacity);
}

static void draw_row(const struct bailiff_view *v, const struct desk *d, struct cells *c,
                     struct area where, size_t at)
{
	const struct bailiff_row *row = &v->list.items[v->window.top + at];
	const struct channel *channel = rulebook_channel(d->app->book, row->channel);
	struct frame_column columns[COLUMNS_MOST];
	size_t count = columns_for(where.cols, columns), n = 0;
	char number[CELL], hearing[CELL], left[CELL];
	const char *texts[COLUMNS_MOST];
	struct ymd on = day_ymd(row->hearing);
	snprintf(number, sizeof number, "%zu", v->window.top + at + 1);
	snprintf(hearing, sizeof hearing, "%d %.3s", on.day, month_name(on.month));
	left_words(row, today(d), left, sizeof left);
	texts[n++] = number;
	texts[n++] = row->number;
	texts[n++] = row->name;
	if (count == COLUMNS_MOST)
		texts[n++] = row->label;
	texts[n++] = row->area;
	if (count == COLUMNS_MOST)
		texts[n++] = channel == NULL ? row->channel : channel->name;
	texts[n++] = hearing;
	texts[n++] = left;
	frame_row(c, where, (int)at, columns, count, texts);
	if (!is_open(row))
		cells_restyle(c, where.row + (int)at, where.col, where.cols, STYLE_DIM);
	else if (row->deadline - today(d) <= URGENT)
		cells_put(c, where.row + (int)at, where.col + where.cols - 1, STYLE_WARNING, "!");
}

/* "Menunggu 6: batasnya hari ini 1, besok 4, lewat waktu 1" */
static void draw_counts(const struct bailiff_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	int due = 0, tomorrow = 0, late = 0;
	char words[3][16], text[160];
	for (size_t i = 0; i < v->list.count; i++) {
		const struct bailiff_row *row = &v->list.items[i];
		int left = row->deadline - today(d);
		due += is_open(row) && left == 0;
		tomorrow += is_open(row) && left == 1;
		late += is_open(row) && left < 0;
	}
	const int counts[] = { due, tomorrow, late };
	for (size_t i = 0; i < COUNT_OF(counts); i++)
		snprintf(words[i], sizeof words[i], "%d", counts[i]);
	message_fill(_("Hari ini %1, besok %2, lewat waktu %3"),
	             (const char *const[]){ words[0], words[1], words[2] }, 3, text, sizeof text);
	cells_put(c, where.row, where.col + 2, late > 0 ? STYLE_WARNING : STYLE_PLAIN, text);
}

static void draw_below(const struct bailiff_view *v, struct cells *c, struct area where, int row)
{
	const struct bailiff_row *of = chosen(v);
	size_t in_area = open_in_area(v, of);
	char count[16], text[160];
	int col = where.col + 4;
	snprintf(count, sizeof count, "%zu", in_area);
	if (of != NULL && in_area > 0) {
		message_fill(v->list.count < PRINT_ALL ? _("9 cetak semua %1 (%2)")
		                                       : _("F9 cetak semua %1 (%2)"),
		             (const char *const[]){ of->area, count }, 2, text, sizeof text);
		col += cells_put(c, row, col, STYLE_PLAIN, text) + 6;
	}
	cells_put(c, row, col, STYLE_PLAIN, _("0 keluar"));
	if (v->typed[0] == '\0')
		return;
	col = where.col + where.cols - 20;
	col += cells_put(c, row, col, STYLE_DIM, _("Nomor")) + 1;
	col += cells_put(c, row, col, STYLE_FOCUS, v->typed);
	cells_cursor(c, row, col);
}

static void draw_list(const struct bailiff_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	struct frame_column columns[COLUMNS_MOST];
	size_t count = columns_for(where.cols, columns), rows = 0;
	frame_titles(c, where, columns, count);
	where.row++;
	while (rows < v->window.rows && v->window.top + rows < v->list.count)
		draw_row(v, d, c, where, rows++);
	if (v->list.count == 0)
		cells_put(c, where.row, where.col + 4, STYLE_DIM,
		          _("Tidak ada panggilan yang menunggu."));
	else
		frame_choose(c, where, (int)(v->window.at - v->window.top));
	draw_below(v, c, where, where.row + (int)rows + 1 + (rows == 0));
}

static void bailiff_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct bailiff_view *v = model;
	struct area body = frame_whole(c);
	char left[200];
	message_fill(v->own ? _("Panggilan · %1, jurusita") : _("Panggilan · semua jurusita"),
	             (const char *const[]){ d->login.full_name }, 1, left, sizeof left);
	(v->own ? desk_head_time : desk_head)(d, c, left);
	draw_counts(v, d, c, body);
	draw_list(v, d, c, (struct area){ body.row + 2, body.col, body.rows - 2, body.cols });
	if (d->message[0] == '\0')
		frame_message(c, STYLE_DIM,
		              _("Nomor lalu Enter: cetak relaas. Nomor dan titik: isi hasil "
		                "panggilan."));
	bool any = v->list.count > 0;
	const struct key_hint hints[] = {
		{ .key = K_ENTER, .label = _("cetak"), .shown = any },
		{ .name = ".", .label = _("hasil"), .shown = any },
		{ .name = "W", .label = _("wilayah lain"), .shown = any },
		{ .key = K_F9, .label = _("cetak wilayah ini"), .shown = any },
		{ .key = K_F1, .shown = true },
		{ .key = K_F3, .label = v->own ? _("keluar") : _("Beranda"), .shown = true },
		{ .key = K_ESC, .shown = !v->own },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_bailiff = {
	.size = sizeof(struct bailiff_view),
	.open = bailiff_open,
	.on = bailiff_on,
	.draw = bailiff_draw,
	.resume = bailiff_resume,
	.news = bailiff_news,
	.close = bailiff_close,
};
