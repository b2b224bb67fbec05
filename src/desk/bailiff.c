/* Panggilan: the bailiff's menu. Summonses stand by area, so that one way serves many; a number and
 * Enter prints the relaas, a number and a point records what came of it. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum {
	DIGITS = 3,    /* of a number typed */
	PRINT_ALL = 9, /* the number that prints an area, while no row has it */
	URGENT = 1     /* days left at which a row is marked */
};

struct bailiff_view {
	struct listview list;
	struct bailiff_list summonses; /* by area; then those already served */
	char typed[DIGITS + 1];        /* the number so far */
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

static bool bailiff_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct bailiff_view *v = model;
	v->own = roles_include(d->login.roles, "jurusita");
	v->summonses = (struct bailiff_list){ 0 };
	bool good = service_bailiff(&d->login, v->own ? d->login.user : "", a, &v->summonses, why);
	if (good)
		group_by_area(&v->summonses, a);
	listview_fit(&v->list, v->summonses.count, d);
	return good;
}

static const struct bailiff_row *chosen(const struct bailiff_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->summonses.count ? &v->summonses.items[at] : NULL;
}

/* ---- doing ---- */

static bool print_row(struct desk *d, const struct bailiff_row *row)
{
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_print(&d->login, &row->filing, "relaas", row->summons, &printed, &why);
	(void)desk_printed(d, done, &printed, &why);
	return done;
}

static bool of_area(const struct bailiff_row *row, const struct bailiff_row *of)
{
	return is_open(row) && text_same(row->area, of->area);
}

static size_t open_in_area(const struct bailiff_view *v, const struct bailiff_row *of)
{
	size_t n = 0;
	for (size_t i = 0; of != NULL && i < v->summonses.count; i++)
		n += of_area(&v->summonses.items[i], of);
	return n;
}

static const char *tag_of(const struct bailiff_row *row, struct arena *a)
{
	return arena_print(a, "%s/%d", row->filing.text, row->summons);
}

/* Those that are tagged; with none, the open ones of the area of the chosen one. */
static struct intent print_several(struct bailiff_view *v, struct desk *d, bool tagged)
{
	const struct bailiff_row *of = chosen(v);
	const char *words = tagged ? _("%1 relaas tercetak di %3")
	                           : _("%1 relaas %2 tercetak di %3");
	char count[16], folder[700];
	int n = 0;
	for (size_t i = 0; i < v->summonses.count; i++) {
		const struct bailiff_row *row = &v->summonses.items[i];
		if (tagged ? !listview_tagged(&v->list, tag_of(row, d->scratch))
		           : !of_area(row, of))
			continue;
		if (!print_row(d, row))
			return stay();
		n++;
	}
	listview_untag(&v->list);
	snprintf(count, sizeof count, "%d", n);
	snprintf(folder, sizeof folder, "%s/cetak", d->app->home.path);
	if (n > 1)
		desk_say_with(d, STYLE_DONE, words, count, of->area, folder);
	return read_again();
}

static struct intent print_area(void *model, struct desk *d)
{
	return print_several(model, d, false);
}

static struct intent print_tagged(void *model, struct desk *d)
{
	return print_several(model, d, true);
}

static struct intent next_area(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	size_t at = listview_at(&v->list), count = v->summonses.count;
	for (size_t i = 1; i < count; i++) {
		size_t next = (at + i) % count;
		if (same_group(chosen(v), &v->summonses.items[next]))
			continue;
		listview_go(&v->list, next);
		break;
	}
	return stay();
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
	if (number && (size_t)n <= v->summonses.count) {
		listview_go(&v->list, (size_t)n - 1);
		return true;
	}
	desk_say_with(d, STYLE_WARNING, _("Tidak ada baris bernomor %1"), shown);
	return false;
}

static struct intent print_typed(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	if (text_same(v->typed, "0")) /* the bailiff's own menu is the first screen */
		return v->own ? (struct intent){ .kind = INTENT_LOGOUT } : back();
	if (text_same(v->typed, "9") && v->summonses.count < PRINT_ALL) {
		v->typed[0] = '\0';
		return chosen(v) == NULL ? stay() : print_area(v, d);
	}
	return take_number(v, d) && print_row(d, chosen(v)) ? read_again() : stay();
}

static struct intent record(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	if (!take_number(v, d))
		return stay();
	const struct bailiff_row *row = chosen(v);
	return open_screen(&screen_act, (struct argument){ .filing = row->filing,
	                                                   .act = &act_record_service,
	                                                   .number = row->summons });
}

static bool is_own(const void *model)
{
	return ((const struct bailiff_view *)model)->own;
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("cetak"), .run = print_typed },
	{ .name = ".", .label = N_("hasil"), .run = record, .when = listview_when_any },
	{ .name = "W", .label = N_("wilayah lain"), .run = next_area, .when = listview_when_any },
	{ K_F9, .label = N_("cetak yang ditandai"), .run = print_tagged,
	  .when = listview_when_tagged },
	{ K_F9, .label = N_("cetak wilayah ini"), .run = print_area, .when = listview_when_any },
	{ K_F3, .label = N_("keluar"), .then = { .kind = INTENT_LOGOUT }, .when = is_own },
	LISTVIEW_TAGS,
	LISTVIEW_SORTS,
};

/* Digits are the number of a row; any other key begins anew. */
static struct intent bailiff_on(void *model, struct desk *d, const struct event *e)
{
	struct bailiff_view *v = model;
	size_t length = strlen(v->typed);
	bool digit = e->kind == EV_TEXT && e->text[0] >= '0' && e->text[0] <= '9';
	bool takes = e->kind == EV_KEY && e->key == K_ENTER;
	if (digit && length < DIGITS) {
		v->typed[length] = e->text[0];
		v->typed[length + 1] = '\0';
		d->message[0] = '\0';
		return stay();
	}
	if (e->kind == EV_KEY && e->key == K_BACKSPACE && length > 0) {
		v->typed[length - 1] = '\0';
		return stay();
	}
	if (e->kind == EV_KEY && !takes)
		v->typed[0] = '\0';
	return e->kind == EV_KEY && e->key == K_ESC && length > 0 ? stay() : pass();
}

/* ---- the picture ---- */

/* "4 hari", "lewat 2": days to the deadline. */
static const char *left_words(const struct bailiff_row *row, day now, struct arena *a)
{
	int left = row->deadline - now;
	if (!is_open(row))
		return "✓";
	return message_text(a, left < 0 ? _("lewat %1") : _("%1 hari"),
	                    shown_number(a, left < 0 ? -left : left));
}

static void bailiff_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct bailiff_view *v = model;
	const struct bailiff_row *r = &v->summonses.items[at];
	const struct channel *channel = rulebook_channel(d->app->book, r->channel);
	struct ymd on = day_ymd(r->hearing);
	size_t n = 0;
	out->cells[n++] = shown_number(d->scratch, (long long)at + 1);
	out->cells[n++] = r->number;
	out->cells[n++] = r->name;
	out->cells[n++] = r->label;
	out->cells[n++] = r->area;
	out->cells[n++] = channel == NULL ? r->channel : _(channel->name);
	out->cells[n++] = arena_print(d->scratch, "%d %.3s", on.day, month_name(on.month));
	out->cells[n++] = left_words(r, today(d), d->scratch);
	out->figures[6] = r->hearing;
	out->figures[7] = r->deadline;
	out->key = tag_of(r, d->scratch);
	out->dim = !is_open(r);
	out->marked = is_open(r) && r->deadline - today(d) <= URGENT;
}

static const struct listview_column columns[] = {
	{ "", .width = 3, .right = true },
	{ N_("Perkara"), .width = 22 },
	{ N_("Dipanggil"), .share = 2 },
	{ N_("Kedudukan"), .width = 14, .windows = LISTVIEW_WIDE },
	{ N_("Wilayah"), .share = 1 },
	{ N_("Kanal"), .width = 14, .windows = LISTVIEW_WIDE },
	{ N_("Sidang"), .width = 6, .right = true, .by = LISTVIEW_FIGURE },
	{ N_("sisa"), .width = 7, .right = true, .by = LISTVIEW_FIGURE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.above = 2,
	.below = 2,
	.tags = true,
	.empty = N_("Tidak ada panggilan yang menunggu."),
	.row = bailiff_row,
};

/* "Hari ini 1, besok 4, lewat waktu 1" */
static void draw_counts(const struct bailiff_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	int due = 0, tomorrow = 0, late = 0;
	struct arena *a = d->scratch;
	for (size_t i = 0; i < v->summonses.count; i++) {
		const struct bailiff_row *row = &v->summonses.items[i];
		int left = row->deadline - today(d);
		due += is_open(row) && left == 0;
		tomorrow += is_open(row) && left == 1;
		late += is_open(row) && left < 0;
	}
	cells_put(c, where.row, where.col + 2, late > 0 ? STYLE_WARNING : STYLE_PLAIN,
	          message_text(a, _("Hari ini %1, besok %2, lewat waktu %3"), shown_number(a, due),
	                       shown_number(a, tomorrow), shown_number(a, late)));
}

static void draw_below(const struct bailiff_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	const struct bailiff_row *of = chosen(v);
	size_t in_area = open_in_area(v, of);
	int row = where.row + 1, col = where.col + 2;
	const char *text = v->summonses.count < PRINT_ALL ? _("9 cetak semua %1 (%2)")
	                                                  : _("F9 cetak semua %1 (%2)");
	if (in_area > 0)
		col += cells_put(c, row, col, STYLE_PLAIN,
		                 message_text(d->scratch, desk_keys(d, text), of->area,
		                              shown_number(d->scratch, (long long)in_area))) +
		       6;
	cells_put(c, row, col, STYLE_PLAIN, _("0 keluar"));
	if (v->typed[0] == '\0')
		return;
	col = where.col + where.cols - 20;
	col += cells_put(c, row, col, STYLE_DIM, _("Nomor")) + 1;
	col += cells_put(c, row, col, STYLE_FOCUS, v->typed);
	cells_cursor(c, row, col);
}

static void bailiff_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct bailiff_view *v = model;
	const char *title = v->own ? _("Panggilan · %1, jurusita")
	                           : _("Panggilan · semua jurusita");
	(v->own ? desk_head_time : desk_head)(d, c,
	                                      message_text(d->scratch, title, d->login.full_name));
	draw_counts(v, d, c, listview_above(&v->list, c));
	draw_below(v, d, c, listview_below(&v->list, c));
	if (d->message[0] == '\0')
		frame_message(c, STYLE_DIM,
		              _("Nomor lalu Enter: cetak relaas. Nomor dan titik: isi hasil "
		                "panggilan."));
}

const struct screen screen_bailiff = {
	.size = sizeof(struct bailiff_view),
	.title = N_("Panggilan"),
	.help = N_(
	    "Ketik nomor baris lalu Enter: relaas tercetak sebagai PDF. Nomor lalu "
	    "titik: isi hasil panggilan setelah dijalankan. W pindah ke wilayah lain, "
	    "9 mencetak semua relaas wilayah itu. "
	    "Spasi menandai baris; F9 lalu mencetak semua yang ditandai.\n\nSisa dihitung sampai hari terakhir "
	    "panggilan masih patut (HIR 122/RBg 146: tiga hari kerja sebelum sidang; "
	    "SK KMA 363/2022: surat tercatat enam hari, elektronik tiga hari). Tanda ! "
	    "berarti tinggal sehari atau sudah lewat."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = bailiff_read,
	.on = bailiff_on,
	.draw = bailiff_draw,
};
