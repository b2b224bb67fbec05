/* Pos tercatat: the day's registered letters. A scanner's line is the label of the chosen letter,
 * and the next one is chosen; a short number goes to a row; a number that begins with 0 does what
 * concerns the batch. */
#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "digits.h"
#include "listview.h"

enum {
	TYPED = 40,  /* of a label, or of a number typed */
	SHORT = 3,   /* digits at most of a row's number; labels are longer */
	REMARKS = 3, /* refused rows that are told */
};

struct post_view {
	struct listview list;
	struct post_list letters;
	char typed[TYPED + 1];
	struct arena *a;
};

static bool post_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct post_view *v = model;
	v->a = a;
	v->letters = (struct post_list){ 0 };
	bool good = service_post(&d->login, a, &v->letters, why);
	listview_fit(&v->list, v->letters.count, d);
	return good;
}

static const struct post_row *chosen(const struct post_view *v)
{
	size_t at = listview_at(&v->list);
	return at < v->letters.count ? &v->letters.items[at] : NULL;
}

static const char *tag_of(const struct post_row *row, struct arena *a)
{
	return arena_print(a, "%s/%d", row->filing.text, row->summons);
}

/* ---- doing ---- */

/* The next letter without a label below, then from the top. */
static void go_to_next(struct post_view *v)
{
	size_t at = listview_at(&v->list), count = v->letters.count;
	for (size_t i = 1; i <= count; i++) {
		size_t next = (at + i) % count;
		if (v->letters.items[next].state != POST_WAITS)
			continue;
		listview_go(&v->list, next);
		return;
	}
}

static struct intent label(struct post_view *v, struct desk *d, const char *typed)
{
	struct fault why = { 0 };
	const struct post_row *letter = chosen(v);
	if (letter == NULL)
		return stay();
	if (!service_post_label(&d->login, letter, typed, &why)) {
		desk_fault(d, &why);
		return stay();
	}
	if (text_is_empty(typed))
		desk_say_with(d, STYLE_DONE, _("Resi untuk %1 dihapus"), letter->name);
	else
		desk_say_with(d, STYLE_DONE, _("%1: resi %2"), letter->name, typed);
	if (!text_is_empty(typed))
		go_to_next(v);
	return read_again();
}

static struct intent clear_label(void *model, struct desk *d)
{
	return label(model, d, "");
}

/* Tagged ones; without any, `all` that are not handed over, or the chosen one. */
static size_t letters_meant(const struct post_view *v, bool all, struct arena *a,
                            struct post_row **out)
{
	size_t count = 0;
	struct post_row *rows = arena_get(a, v->letters.count + 1, sizeof *rows);
	for (size_t i = 0; i < v->letters.count; i++) {
		const struct post_row *r = &v->letters.items[i];
		bool meant = all ? r->state <= POST_READY : r == chosen(v);
		if (v->list.tag_count > 0)
			meant = listview_tagged(&v->list, tag_of(r, a));
		if (meant)
			rows[count++] = *r;
	}
	*out = rows;
	return count;
}

static struct intent print_papers(void *model, struct desk *d)
{
	struct post_view *v = model;
	struct post_papers printed;
	struct fault why = { 0 };
	struct post_row *rows;
	size_t count = letters_meant(v, true, d->scratch, &rows);
	if (!service_post_papers(&d->login, rows, count, &printed, &why)) {
		desk_fault(d, &why);
		return stay();
	}
	listview_untag(&v->list);
	desk_say_with(d, STYLE_DONE, _("%1 surat dan amplopnya: %2"),
	              shown_number(d->scratch, (long long)count), desk_place(d, &printed.letters));
	return read_again();
}

/* ---- by which product ---- */

static const struct post_carrier *carrier_of(const struct post_view *v, const struct desk *d)
{
	const struct post_row *letter = chosen(v);
	return letter == NULL ? NULL : post_carrier(&d->app->book->post, letter->carrier);
}

static struct intent ask_product(void *model, struct desk *d)
{
	struct post_view *v = model;
	const struct post_carrier *c = carrier_of(v, d);
	if (c == NULL)
		return stay();
	struct menu_item *items = arena_get(v->a, c->product_count + 1, sizeof *items);
	for (size_t i = 0; i < c->product_count; i++)
		items[i] = (struct menu_item){ (int)i, 0, c->products[i].name };
	return open_screen(&screen_menu, (struct argument){ .title = _("Layanan pos"),
	                                                    .items = items,
	                                                    .item_count = c->product_count });
}

static struct intent take_product(struct post_view *v, struct desk *d, int which)
{
	rupiah sum;
	struct fault why = { 0 };
	struct post_row *rows;
	const struct post_product *p = &carrier_of(v, d)->products[which];
	size_t count = letters_meant(v, false, d->scratch, &rows);
	if (!service_post_product(&d->login, rows, count, p->key, &sum, &why)) {
		desk_fault(d, &why);
		return stay();
	}
	listview_untag(&v->list);
	desk_say(d, STYLE_DONE,
	         message_text(d->scratch, _("%1 surat lewat %2, biaya %3"),
	                      shown_number(d->scratch, (long long)count), p->name,
	                      shown_rupiah(d->scratch, sum)));
	return read_again();
}

/* The list of a batch on paper: where it lies; NULL, and says why, when it cannot be made. */
static const char *print_list(struct desk *d, int64_t batch)
{
	struct printed paper, rows;
	struct fault why = { 0 };
	if (service_post_manifest(&d->login, batch, &paper, &rows, &why))
		return desk_place(d, &paper);
	desk_fault(d, &why);
	return NULL;
}

static struct intent hand_over(void *model, struct desk *d)
{
	int64_t batch;
	struct post_reading done;
	struct fault why = { 0 };
	if (!service_post_hand(&d->login, d->scratch, &batch, &done, &why)) {
		desk_fault(d, &why);
		return stay();
	}
	for (size_t i = 1; i < done.remark_count && i < REMARKS; i++)
		desk_say(d, STYLE_FAULT, done.remarks[i].text);
	const char *place = print_list(d, batch),
	           *count = shown_number(d->scratch, (long long)done.fates[POST_TAKEN]);
	if (place != NULL && done.remark_count > 0)
		desk_say_with(d, STYLE_FAULT,
		              _("%1 surat diserahkan, %2 ditolak: %3. Daftar kirim: %4"), count,
		              shown_number(d->scratch, (long long)done.fates[POST_REFUSED]),
		              done.remarks[0].text, place);
	else if (place != NULL)
		desk_say_with(d, STYLE_DONE, _("%1 surat diserahkan. Daftar kirim: %2"), count,
		              place);
	return read_again();
}

static struct intent last_list(void *model, struct desk *d)
{
	const char *place = print_list(d, 0);
	if (place != NULL)
		desk_say_with(d, STYLE_DONE, _("Daftar kirim terakhir: %1"), place);
	return read_again();
}

static struct intent ask_file(void *model, struct desk *d)
{
	return open_screen(&screen_picker,
	                   (struct argument){ .title = _("Berkas pelacakan pos (CSV)") });
}

static struct intent track(struct post_view *v, struct desk *d, const char *path)
{
	struct post_reading done;
	struct fault why = { 0 };
	struct arena *a = d->scratch;
	if (!service_post_tracking(&d->login, path, a, &done, &why)) {
		desk_fault(d, &why);
		return stay();
	}
	for (size_t i = 0; i < done.remark_count && i < REMARKS; i++)
		desk_say(d, STYLE_FAULT,
		         arena_print(a, "%zu: %s", done.remarks[i].line, done.remarks[i].text));
	char said[400];
	const char *const counts[] = { shown_number(a, (long long)done.rows),
		                       shown_number(a, (long long)done.fates[POST_TAKEN]),
		                       shown_number(a, (long long)done.fates[POST_KNOWN]),
		                       shown_number(a, (long long)done.fates[POST_SKIPPED]),
		                       shown_number(a, (long long)done.fates[POST_REFUSED]) };
	message_fill(_("%1 baris: %2 dicatat, %3 sudah tercatat, %4 masih di jalan, %5 ditolak"),
	             counts, COUNT_OF(counts), said, sizeof said);
	desk_say(d, done.fates[POST_REFUSED] > 0 ? STYLE_WARNING : STYLE_DONE, said);
	return read_again();
}

static struct intent post_resume(void *model, struct desk *d, const struct screen_result *reply)
{
	if (reply->kind == REPLY_ITEM)
		return take_product(model, d, reply->id);
	return reply->kind == REPLY_FILE ? track(model, d, reply->text) : stay();
}

static struct intent record(void *model, struct desk *d)
{
	const struct post_row *row = chosen(model);
	if (row == NULL)
		return stay();
	return open_screen(&screen_act, (struct argument){ .filing = row->filing,
	                                                   .act = &act_record_service,
	                                                   .number = row->summons });
}

static struct intent leave(void *model, struct desk *d)
{
	return back();
}

/* What a number that begins with 0 does; rows are numbered from 1. */
static const struct post_key {
	const char *digits, *label;
	struct intent (*run)(void *model, struct desk *d);
} post_keys[] = {
	{ "01", N_("01 surat dan amplop"), print_papers },
	{ "02", N_("02 serahkan (%1)"), hand_over },
	{ "03", N_("03 lacak"), ask_file },
	{ "04", N_("04 hapus resi"), clear_label },
	{ "05", N_("05 daftar lagi"), last_list },
	{ "06", N_("06 layanan"), ask_product },
	{ "0", N_("0 kembali"), leave },
};

static struct intent take_typed(void *model, struct desk *d)
{
	struct post_view *v = model;
	char typed[TYPED + 1];
	long long n;
	snprintf(typed, sizeof typed, "%s", v->typed);
	v->typed[0] = '\0';
	if (typed[0] == '\0')
		return record(v, d);
	for (size_t i = 0; i < COUNT_OF(post_keys); i++) {
		if (text_same(typed, post_keys[i].digits))
			return post_keys[i].run(v, d);
	}
	if (strlen(typed) > SHORT)
		return label(v, d, typed);
	if (text_number(typed, 1, INT32_MAX, &n) && (size_t)n <= v->letters.count)
		listview_go(&v->list, (size_t)n - 1);
	else
		desk_say_with(d, STYLE_FAULT, _("Tidak ada baris bernomor %1"), typed);
	return stay();
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("catat resi"), .run = take_typed },
	{ K_F9, .label = N_("surat dan amplop"), .run = print_papers, .when = listview_when_any },
	{ K_F10, .label = N_("serahkan"), .run = hand_over, .when = listview_when_any },
	{ K_F5, .label = N_("lacak"), .run = ask_file },
	LISTVIEW_TAGS,
	LISTVIEW_SORTS,
};

/* Letters and digits are of a label or a number; any other key begins anew. */
static struct intent post_on(void *model, struct desk *d, const struct event *e)
{
	struct post_view *v = model;
	size_t length = strlen(v->typed);
	char c = e->kind == EV_TEXT ? e->text[0] : '\0';
	bool sign = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	            (c == '-' && length > 0);
	if (sign && length < TYPED) {
		v->typed[length] = c;
		v->typed[length + 1] = '\0';
		return stay();
	}
	if (e->kind == EV_KEY && e->key == K_BACKSPACE && length > 0) {
		v->typed[length - 1] = '\0';
		return stay();
	}
	if (e->kind == EV_KEY && e->key != K_ENTER)
		v->typed[0] = '\0';
	return e->kind == EV_KEY && e->key == K_ESC && length > 0 ? stay() : pass();
}

/* ---- the picture ---- */

/* "serahkan 4 hari", "diserahkan 01-12-2026", "diterima 04-12-2026", "kembali …" */
static const char *state_words(const struct post_row *r, const struct desk *d)
{
	struct arena *a = d->scratch;
	const struct outcome_kind *kind = rulebook_outcome(d->app->book, r->outcome);
	int left = r->deadline - instant_day(d->now, &d->app->book->court.zone);
	bool back = kind != NULL && text_same(kind->post, "2");
	day ended = r->received == DAY_NONE ? r->served : r->received;
	switch (r->state) {
	case POST_WAITS:
	case POST_READY:
		return message_text(a, left < 0 ? _("lewat %1 hari") : _("sisa %1 hari"),
		                    shown_number(a, left < 0 ? -left : left));
	case POST_SENT:
		return message_text(a, _("dikirim %1"), shown_day(a, r->served));
	case POST_ENDED:
		break;
	}
	return message_text(a, back ? _("kembali %1") : _("sampai %1"), shown_day(a, ended));
}

static void post_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct post_view *v = model;
	const struct post_row *r = &v->letters.items[at];
	const struct rulebook *b = d->app->book;
	size_t n = 0;
	out->cells[n++] = shown_number(d->scratch, (long long)at + 1);
	out->cells[n++] = r->number;
	out->cells[n++] = r->name;
	out->cells[n++] = r->address;
	out->cells[n++] = shown_day(d->scratch, r->hearing);
	out->cells[n++] = post_product_name(b, r);
	out->cells[n++] = r->fee < 0 ? _("tanpa tarif") : shown_digits(d->scratch, r->fee);
	out->cells[n++] = r->resi;
	out->cells[n++] = state_words(r, d);
	out->figures[4] = r->hearing;
	out->figures[6] = r->fee;
	out->figures[8] = r->state == POST_SENT ? r->served : r->deadline;
	out->key = tag_of(r, d->scratch);
	out->dim = r->state == POST_ENDED;
	out->marked = r->urgent;
}

static const struct listview_column columns[] = {
	{ "", .width = 3, .right = true },
	{ N_("Perkara"), .width = 21 },
	{ N_("Dipanggil"), .share = 2 },
	{ N_("Alamat"), .share = 4, .windows = LISTVIEW_WIDE },
	{ N_("Sidang"), .width = 10, .windows = LISTVIEW_WIDE, .by = LISTVIEW_FIGURE },
	{ N_("Layanan"), .width = 9, .windows = LISTVIEW_WIDE },
	{ N_("Biaya"), .width = 11, .right = true, .windows = LISTVIEW_WIDE,
	  .by = LISTVIEW_FIGURE },
	{ N_("Resi"), .width = 14 },
	{ N_("Keadaan"), .width = 18, .by = LISTVIEW_FIGURE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.above = 2,
	.below = 2,
	.tags = true,
	.empty = N_("Tidak ada surat untuk pos."),
	.row = post_row,
};

/* "Menunggu 9, siap 4, dikirim 31", and those that are urgent, in the colour of warnings. */
static void draw_counts(const struct post_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	struct arena *a = d->scratch;
	int col = where.col + 2;
	col += cells_put(c, where.row, col, STYLE_PLAIN,
	                 message_text(a, _("Menunggu %1, siap %2, dikirim %3"),
	                              shown_number(a, (long long)v->letters.states[POST_WAITS]),
	                              shown_number(a, (long long)v->letters.states[POST_READY]),
	                              shown_number(a, (long long)v->letters.states[POST_SENT])));
	if (v->letters.urgent > 0)
		cells_put(c, where.row, col + 2, STYLE_WARNING,
		          message_text(a, _("mendesak %1: belum terbukti, sidang tinggal %2 hari"),
		                       shown_number(a, (long long)v->letters.urgent),
		                       shown_number(a, d->app->book->post.prove)));
}

static void draw_below(const struct post_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	struct digits g = { .prompt = _("Resi atau nomor"), .typed = v->typed };
	const char *ready = shown_number(d->scratch, (long long)v->letters.states[POST_READY]);
	for (size_t i = 0; i < COUNT_OF(post_keys); i++)
		g.labels[g.count++] = message_text(d->scratch, _(post_keys[i].label), ready);
	digits_draw(&g, c, where);
}

static void post_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct post_view *v = model;
	desk_head(d, c, _("Pos tercatat"));
	draw_counts(v, d, c, listview_above(&v->list, c));
	draw_below(v, d, c, listview_below(&v->list, c));
	if (d->message.text[0] == '\0')
		frame_message(c, STYLE_DIM,
		              _("Pindai label surat yang dipilih lalu Enter; angka pendek memilih "
		                "baris."));
}

const struct screen screen_post = {
	.size = sizeof(struct post_view),
	.title = N_("Pos tercatat"),
	.help = N_(
	    "Surat panggilan yang menunggu pos, yang sudah diserahkan dan belum terbukti diterima, "
	    "dan yang terbukti dalam sepekan ini.\n\n"
	    "Cetak isi amplop (01), tempel label pos, lalu pindai label surat yang dipilih: pemindai "
	    "menekan Enter sendiri dan surat berikutnya terpilih. 02 menyerahkan semua yang beresi "
	    "dalam satu daftar kirim, di kertas dan CSV; 03 membaca berkas pelacakan pos; 04 "
	    "menghapus resi yang salah; 05 mencetak lagi daftar kirim terakhir; 06 memilih layanan "
	    "surat itu, atau semua yang ditandai, menurut tarifnya sendiri. Angka pendek lalu "
	    "Enter memilih baris; Enter saja mencatat hasil surat itu dengan tangan.\n\n"
	    "Surat diserahkan paling lambat enam hari sebelum sidang (SK KMA 363/2022). Tanda ! "
	    "berarti penerimaan belum terbukti dan sidangnya dekat."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = post_read,
	.on = post_on,
	.resume = post_resume,
	.draw = post_draw,
};
