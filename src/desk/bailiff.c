/* Panggilan: the bailiff's menu. Summonses stand round by round, so that one way serves many; a
 * number and Enter prints the relaas, a number and a point records what came of it, and a number
 * that begins with 0 does what concerns a round. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "digits.h"
#include "listview.h"

enum {
	DIGITS = 4, /* of a number typed */
	URGENT = 1  /* days left at which a row is marked */
};

struct bailiff_view {
	struct listview list;
	struct bailiff_list summonses; /* round by round; then those already served */
	char typed[DIGITS + 1];        /* the number so far */
	bool mail;                     /* this court sends mail */
	bool own; /* of the bailiff who sits here; else of all, for those who look on */
};

static day today(const struct desk *d)
{
	return instant_day(d->now, &d->app->book->court.zone);
}

/* ---- reading ---- */

static bool same_round(const struct bailiff_row *a, const struct bailiff_row *b)
{
	return a->waits == b->waits && text_same(a->round, b->round) &&
	       text_same(a->bailiff, b->bailiff);
}

static bool bailiff_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct bailiff_view *v = model;
	v->own = roles_include(d->login.roles, "jurusita");
	v->mail = !text_is_empty(d->app->book->mail.smtp.host);
	v->summonses = (struct bailiff_list){ 0 };
	bool good = service_bailiff(&d->login, v->own ? d->login.user : "", a, &v->summonses, why);
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
	const char *paper = bailiff_papers(d->app->book, row, 1).paper;
	bool done = service_print(&d->login, &row->filing, paper, row->summons, &printed, &why);
	(void)desk_printed(d, done, &printed, &why);
	return done;
}

static const char *tag_of(const struct bailiff_row *row, struct arena *a)
{
	return arena_print(a, "%s/%d", row->filing.text, row->summons);
}

/* Those that are tagged; with none, the open ones of the chosen one's round: in the order of the
 * way, whatever the list is sorted by. */
static struct bailiff_row *several(const struct bailiff_view *v, struct desk *d, size_t *count)
{
	const struct bailiff_row *of = chosen(v);
	bool tagged = v->list.tag_count > 0;
	struct bailiff_row *rows = arena_get(d->scratch, v->summonses.count + 1, sizeof *rows);
	*count = 0;
	for (size_t i = 0; of != NULL && i < v->summonses.count; i++) {
		const struct bailiff_row *row = &v->summonses.items[i];
		if (tagged ? listview_tagged(&v->list, tag_of(row, d->scratch))
		           : row->waits && same_round(row, of))
			rows[(*count)++] = *row;
	}
	return rows;
}

static struct intent print_round(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	size_t count;
	const struct bailiff_row *rows = several(v, d, &count);
	if (!service_round_print(&d->login, rows, count, &printed, &why)) {
		desk_fault(d, &why);
		return stay();
	}
	listview_untag(&v->list);
	desk_say_with(d, STYLE_DONE, _("%1 %2 dalam satu berkas: %3"),
	              shown_number(d->scratch, (long long)count),
	              _(bailiff_papers(d->app->book, rows, count).title), desk_place(d, &printed));
	return read_again();
}

static struct intent print_route(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	size_t count;
	const struct bailiff_row *rows = several(v, d, &count);
	bool done = service_route_print(&d->login, rows, count, &printed, &why);
	if (done)
		desk_say_with(d, STYLE_DONE, _("Lembar rute dengan %1 panggilan: %2"),
		              shown_number(d->scratch, (long long)count), desk_place(d, &printed));
	else
		desk_fault(d, &why);
	return stay();
}

static struct intent next_round(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	size_t at = listview_at(&v->list), count = v->summonses.count;
	for (size_t i = 1; i < count; i++) {
		size_t next = (at + i) % count;
		if (same_round(chosen(v), &v->summonses.items[next]))
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
	desk_say_with(d, STYLE_FAULT, _("Tidak ada baris bernomor %1"), shown);
	return false;
}

static struct intent record(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	if (!take_number(v, d))
		return stay();
	const struct bailiff_row *row = chosen(v);
	const struct outcome_kind *kind = rulebook_outcome(d->app->book, row->outcome);
	bool recorded = !row->waits && kind != NULL && !kind->open;
	return open_screen(&screen_act, (struct argument){ .filing = row->filing,
	                                                   .act = recorded ? &act_mend_service
	                                                                   : &act_record_service,
	                                                   .number = row->summons });
}

static struct intent attach(void *model, struct desk *d)
{
	const struct bailiff_row *row = chosen(model);
	return open_screen(&screen_act, (struct argument){ .filing = row->filing,
	                                                   .act = &act_attach_relaas,
	                                                   .number = row->summons });
}

/* The tagged ones, else the chosen one. */
static struct intent change_bailiff(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	struct text calls = text_start(d->scratch);
	size_t count = 0;
	const struct bailiff_row *one = chosen(v);
	if (v->list.tag_count == 0)
		text_add(&calls, tag_of(one, d->scratch));
	for (size_t i = 0; v->list.tag_count > 0 && i < v->summonses.count; i++) {
		const struct bailiff_row *row = &v->summonses.items[i];
		const char *tag = tag_of(row, d->scratch);
		if (!listview_tagged(&v->list, tag))
			continue;
		text_addf(&calls, "%s%s", count++ > 0 ? " " : "", tag);
		one = row;
	}
	return open_screen(&screen_act,
	                   (struct argument){
	                       .step = "alih",
	                       .text = calls.s,
	                       .title = count > 1 ? message_text(d->scratch, _("%1 panggilan"),
	                                                         shown_number(d->scratch,
	                                                                      (long long)count))
	                                          : one->name });
}

static struct intent open_post(void *model, struct desk *d)
{
	return open_screen(&screen_post, (struct argument){ 0 });
}

static bool goes_by_mail(const void *model)
{
	const struct bailiff_view *v = model;
	const struct bailiff_row *row = chosen(v);
	return v->mail && row != NULL && row->waits && text_same(row->channel, "elektronik");
}

static struct intent send_mail(void *model, struct desk *d)
{
	struct answer answer;
	struct fault why = { 0 };
	struct bailiff_view *v = model;
	if (!take_number(v, d))
		return stay();
	const struct bailiff_row *row = chosen(v);
	if (!service_summons_send(&d->login, &row->filing, row->summons, d->scratch, &answer,
	                          &why)) {
		desk_fault(d, &why);
		return stay();
	}
	desk_say(d, STYLE_DONE, sentence_said(d->scratch, answer.event));
	return read_again();
}

/* The bailiff's own menu is the first screen. */
static struct intent leave(void *model, struct desk *d)
{
	return ((struct bailiff_view *)model)->own ? (struct intent){ .kind = INTENT_LOGOUT }
	                                           : back();
}

/* What a number that begins with 0 does; rows are numbered from 1. `label` may name the round and
 * how many of it are open; the others are of the chosen row or of none. */
static const struct round_key {
	const char *digits, *label;
	struct intent (*run)(void *model, struct desk *d);
	bool of_round;
} round_keys[] = {
	{ "01", N_("01 cetak %1 (%2)"), print_round, true },
	{ "02", N_("02 rute"), print_route, true },
	{ "03", N_("03 hasil"), record, false },
	{ "04", N_("04 lain"), next_round, false },
	{ "05", N_("05 pos"), open_post, false },
	{ "06", N_("06 foto"), attach, false },
	{ "0", N_("0 keluar"), leave, false },
};

static struct intent take_typed(void *model, struct desk *d)
{
	struct bailiff_view *v = model;
	for (size_t i = 0; i < COUNT_OF(round_keys); i++) {
		if (!text_same(v->typed, round_keys[i].digits))
			continue;
		v->typed[0] = '\0';
		return round_keys[i].run == leave || round_keys[i].run == open_post ||
		               chosen(v) != NULL
		           ? round_keys[i].run(v, d)
		           : stay();
	}
	return take_number(v, d) && print_row(d, chosen(v)) ? read_again() : stay();
}

static bool is_own(const void *model)
{
	return ((const struct bailiff_view *)model)->own;
}

static struct intent why_chosen(void *model, struct desk *d)
{
	const struct bailiff_row *row = chosen(model);
	return why_open(&row->filing, arena_print(d->scratch, "batas.%d", row->summons));
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("cetak"), .run = take_typed },
	{ .name = ".", .label = N_("hasil"), .run = record, .when = listview_when_any },
	{ K_F2, .run = why_chosen, .when = listview_when_any, .quiet = true },
	{ .name = "E", .label = N_("kirim e-mail"), .run = send_mail, .when = goes_by_mail },
	{ .name = "W", .label = N_("wilayah lain"), .run = next_round, .when = listview_when_any },
	{ K_F9, .label = N_("cetak yang ditandai"), .run = print_round,
	  .when = listview_when_tagged },
	{ K_F9, .label = N_("cetak wilayah ini"), .run = print_round, .when = listview_when_any },
	{ .name = "J",
	  .label = N_("ganti jurusita"),
	  .run = change_bailiff,
	  .when = listview_when_any,
	  .right = "panggilan.juru" },
	{ .name = "R", .label = N_("lembar rute"), .run = print_route, .when = listview_when_any },
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
		desk_quiet(d);
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

/* Of one that was carried out: another call is due, its proof is awaited, or it is done. */
enum fate { FATE_FAILED, FATE_UNPROVEN, FATE_DONE };

static enum fate fate_of(const struct rulebook *b, const struct bailiff_row *row)
{
	const struct outcome_kind *kind = rulebook_outcome(b, row->outcome);
	return kind == NULL   ? FATE_DONE
	       : kind->open   ? FATE_UNPROVEN
	       : kind->proper ? FATE_DONE
	                      : FATE_FAILED;
}

/* "4 hari", "lewat 2": days to the deadline. */
static const char *left_words(const struct bailiff_row *row, enum fate fate, day now,
                              struct arena *a)
{
	static const char *const fates[] = { N_("gagal"), N_("bukti?"), "✓" };
	int left = row->deadline - now;
	if (!row->waits)
		return _(fates[fate]);
	return message_text(a, left < 0 ? _("lewat %1") : _("%1 hari"),
	                    shown_number(a, left < 0 ? -left : left));
}

static void bailiff_row(const void *model, const struct desk *d, size_t at,
                        struct listview_row *out)
{
	const struct bailiff_view *v = model;
	const struct bailiff_row *r = &v->summonses.items[at];
	const struct channel *channel = rulebook_channel(d->app->book, r->channel);
	enum fate fate = fate_of(d->app->book, r);
	size_t n = 0;
	out->cells[n++] = shown_number(d->scratch, (long long)at + 1);
	out->cells[n++] = r->number;
	out->cells[n++] = r->name;
	out->cells[n++] = r->label;
	out->cells[n++] = channel == NULL ? r->channel : _(channel->brief);
	out->cells[n++] = r->area;
	out->cells[n++] = r->address;
	out->cells[n++] = shown_day(d->scratch, r->hearing);
	out->cells[n++] = left_words(r, fate, today(d), d->scratch);
	out->figures[7] = r->hearing;
	out->figures[8] = r->deadline;
	out->key = tag_of(r, d->scratch);
	out->dim = !r->waits && fate == FATE_DONE;
	out->marked = (!r->waits && fate == FATE_FAILED) ||
	              (r->waits && r->deadline - today(d) <= URGENT);
}

static const struct listview_column columns[] = {
	{ "", .width = 3, .right = true },
	{ N_("Perkara"), .width = 22 },
	{ N_("Dipanggil"), .share = 3 },
	{ N_("Kedudukan"), .width = 14, .windows = LISTVIEW_WIDE },
	{ N_("Kanal"), .width = 10 },
	{ N_("Wilayah"), .share = 2 },
	{ N_("Alamat"), .share = 4, .windows = LISTVIEW_WIDE },
	{ N_("Sidang"), .width = 10, .windows = LISTVIEW_WIDE, .by = LISTVIEW_FIGURE },
	{ N_("sisa"), .width = 9, .right = true, .by = LISTVIEW_FIGURE },
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

/* "kunjungan 2  pos 3": open ones by channel, at the right where there is room. */
static void draw_channels(const struct bailiff_view *v, const struct desk *d, struct cells *c,
                          struct area where, int from)
{
	const struct rulebook *b = d->app->book;
	struct text t = text_start(d->scratch);
	for (size_t i = 0; i < b->channel_count; i++) {
		int n = 0;
		for (size_t k = 0; k < v->summonses.count; k++)
			n += v->summonses.items[k].waits &&
			     text_same(v->summonses.items[k].channel, b->channels[i].key);
		if (n > 0)
			text_addf(&t, "%s%s %d", t.length > 0 ? "  " : "", _(b->channels[i].brief),
			          n);
	}
	int width = text_columns(t.s), col = where.col + where.cols - width;
	if (width > 0 && col > from + 2)
		cells_put(c, where.row, col, STYLE_DIM, t.s);
}

/* "Hari ini 1, besok 4, lewat waktu 1" */
static void draw_counts(const struct bailiff_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	int due = 0, tomorrow = 0, late = 0;
	struct arena *a = d->scratch;
	for (size_t i = 0; i < v->summonses.count; i++) {
		const struct bailiff_row *row = &v->summonses.items[i];
		int left = row->deadline - today(d);
		due += row->waits && left == 0;
		tomorrow += row->waits && left == 1;
		late += row->waits && left < 0;
	}
	int col = where.col + 2;
	col += cells_put(c, where.row, col, late > 0 ? STYLE_WARNING : STYLE_PLAIN,
	                 message_text(a, _("Hari ini %1, besok %2, lewat waktu %3"),
	                              shown_number(a, due), shown_number(a, tomorrow),
	                              shown_number(a, late)));
	draw_channels(v, d, c, where, col);
}

static void draw_below(const struct bailiff_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	const struct bailiff_row *of = chosen(v);
	struct digits g = { .prompt = _("Nomor"), .typed = v->typed };
	size_t open = 0;
	for (size_t i = 0; of != NULL && i < v->summonses.count; i++)
		open += v->summonses.items[i].waits && same_round(&v->summonses.items[i], of);
	for (size_t i = 0; i < COUNT_OF(round_keys); i++) {
		const struct round_key *x = &round_keys[i];
		if (x->run != leave && x->run != open_post &&
		    (of == NULL || (x->of_round && open == 0)))
			continue;
		g.labels[g.count++] =
		    message_text(d->scratch, desk_keys(d, _(x->label)),
		                 of == NULL ? "" : bailiff_round_name(d->app->book, of),
		                 shown_number(d->scratch, (long long)open));
	}
	digits_draw(&g, c, where);
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
	if (d->message.text[0] == '\0')
		frame_message(
		    c, STYLE_DIM,
		    _("Nomor lalu Enter: cetak suratnya. Nomor dan titik, atau 03: hasilnya."));
}

const struct screen screen_bailiff = {
	.size = sizeof(struct bailiff_view),
	.title = N_("Panggilan"),
	.help = N_(
	    "Ketik nomor baris lalu Enter: surat menurut kanalnya tercetak sebagai PDF: relaas, surat "
	    "panggilan tercatat, panggilan elektronik, pengumuman. Nomor lalu titik: isi hasil "
	    "panggilan setelah dijalankan. Angka yang mulai dengan 0 lalu Enter: 01 mencetak semua "
	    "panggilan wilayah baris itu dalam satu berkas, urut jalannya; 02 lembar rute wilayah "
	    "itu; 03 hasil baris itu; 04 wilayah lain; 05 pos tercatat; 06 "
	    "melampirkan foto relaas yang sudah ditandatangani; 0 keluar. "
	    "E mengirim panggilan elektronik dengan e-mail, bila pengadilan ini mempunyai peladen surat. "
	    "Spasi menandai baris; 01 dan 02 lalu mencetak yang ditandai. J menyerahkan yang "
	    "ditandai, atau baris itu, kepada jurusita lain dengan alasan.\n\n"
	    "Kunjungan berdiri menurut kecamatan dan urutan desa di data/areas.xml, yang lain "
	    "menurut kanalnya. Sisa dihitung sampai hari terakhir "
	    "panggilan masih patut (HIR 122/RBg 146: tiga hari kerja sebelum sidang; "
	    "SK KMA 363/2022: surat tercatat enam hari, elektronik tiga hari). Tanda ! "
	    "berarti tinggal sehari atau sudah lewat."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.read = bailiff_read,
	.on = bailiff_on,
	.draw = bailiff_draw,
};
