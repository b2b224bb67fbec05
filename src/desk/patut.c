/* Sah dan patut: each party of a case, how it was called and what that is worth, on a calendar that
 * ends with the hearing. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "listview.h"

enum { ABOVE = 5, BELOW = 9, CELL = 2 /* columns of a day */, INDENT = 2 /* of a list's rows */ };

struct patut_view {
	struct listview list;
	struct id id;
	struct filing filing;
	struct patut sheet;
	const struct rulebook *book; /* as read */
	day today;
};

static bool patut_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                       struct fault *why)
{
	struct patut_view *v = model;
	v->id = with->filing;
	return true;
}

static bool patut_read(void *model, struct desk *d, struct arena *a, struct fault *why)
{
	struct patut_view *v = model;
	const struct rulebook *b = d->app->book;
	v->filing = (struct filing){ 0 };
	v->sheet = (struct patut){ 0 };
	v->book = b;
	v->today = instant_day(d->now, &b->court.zone);
	bool good = service_filing(&d->login, &v->id, a, &v->filing, why) &&
	            (patut_of(b, &v->filing, v->today, a, &v->sheet) ||
	             fault_set(why, FAULT_REFUSED,
	                       N_("Sidang belum ditetapkan; tetapkan dahulu di langkah 9")));
	listview_fit(&v->list, v->sheet.count, d);
	return good;
}

/* ---- the list ---- */

static const char *marks(const struct patut_row *r, struct arena *a)
{
	struct text t = text_start(a);
	for (int i = 0; i < PATUT_DAYS; i++) {
		const char *mark = patut_mark(r->marks[i]);
		text_addf(&t, "%s ", text_is_empty(mark) ? " " : mark);
	}
	return t.s;
}

static void patut_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	const struct patut_view *v = model;
	const struct patut_row *r = &v->sheet.rows[at];
	out->cells[0] = marks(r, d->scratch);
	out->cells[1] = _(patut_name(r->verdict));
	out->cells[2] = r->name;
	out->cells[3] = _(r->channel);
	out->marked = r->verdict == PATUT_NO;
}

static const struct listview_column columns[] = {
	{ "", .width = CELL * PATUT_DAYS },
	{ "", .width = 14 },
	{ "", .share = 1 },
	{ "", .width = 24, .windows = LISTVIEW_WIDE },
};
static const struct listing listing = {
	.columns = columns,
	.column_count = COUNT_OF(columns),
	.above = ABOVE,
	.below = BELOW,
	.fixed = true,
	.row = patut_row,
};

static struct intent print(void *model, struct desk *d)
{
	const struct patut_view *v = model;
	struct printed printed;
	struct fault why = { 0 };
	bool done = service_print(&d->login, &v->id, "sah-patut", 0, &printed, &why);
	return desk_printed(d, done, &printed, &why);
}

/* The chosen call may be made again: what came of it is known, or it is lost. */
static bool may_repeat(const void *model)
{
	const struct patut_view *v = model;
	size_t at = listview_at(&v->list);
	const struct summons *s = at >= v->sheet.count
	                              ? NULL
	                              : filing_summons(&v->filing, v->sheet.rows[at].number);
	return s != NULL && call_may_repeat(v->book, &v->filing, s, v->today);
}

static struct intent call_again(void *model, struct desk *d)
{
	const struct patut_view *v = model;
	int number = v->sheet.rows[listview_at(&v->list)].number;
	return open_screen(&screen_act, (struct argument){ .filing = v->id,
	                                                   .act = &act_call_again,
	                                                   .number = number });
}

static const struct binding keys[] = {
	{ K_ENTER, .label = N_("panggil ulang"), .run = call_again, .when = may_repeat,
	  .act = &act_call_again },
	{ K_F9, .label = N_("cetak"), .run = print, .when = listview_when_any },
	LISTVIEW_PAGES,
};

/* ---- the picture ---- */

static enum style tone(enum patut_verdict v)
{
	return v == PATUT_YES ? STYLE_DONE : v == PATUT_NO ? STYLE_FAULT : STYLE_WARNING;
}

/* The days of the month over Mondays and the hearing, weekdays below; closed days are dim. */
static void draw_days(const struct patut_view *v, struct cells *c, int row, int col)
{
	enum { MONDAY = 1 };
	for (int i = 0; i < PATUT_DAYS; i++) {
		day on = v->sheet.begins + i;
		char text[8];
		snprintf(text, sizeof text, "%d", day_ymd(on).day);
		if (day_weekday(on) == MONDAY || i == PATUT_DAYS - 1)
			cells_put(c, row, col + CELL * i, STYLE_PLAIN, text);
		snprintf(text, sizeof text, "%.1s", day_weekday_name(on));
		cells_put(c, row + 1, col + CELL * i, v->sheet.closed[i] ? STYLE_DIM : STYLE_TITLE,
		          text);
	}
}

static void draw_case(const struct patut_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	const struct patut *p = &v->sheet;
	struct arena *a = d->scratch;
	const char *told = p->told == DAY_NONE
	                       ? _("SIPP belum menyebut sidang")
	                       : message_text(a, _("menurut SIPP %1"), shown_day(a, p->told));
	char hearing[64];
	day_in_full(p->hearing, hearing, sizeof hearing);
	bool differs = p->told != DAY_NONE && p->told != p->hearing;
	cells_put(c, where.row, where.col + 2, differs ? STYLE_FAULT : STYLE_PLAIN,
	          message_text(a, _("Sidang %1; %2"), hearing, told));
	cells_put(c, where.row + 1, where.col + 2, tone(p->verdict),
	          p->next == DAY_NONE
	              ? message_text(a, _("Penilaian: %1"), _(patut_name(p->verdict)))
	              : message_text(a, _("Penilaian: %1; sidang sah berikutnya %2"),
	                             _(patut_name(p->verdict)), shown_day(a, p->next)));
}

static void draw_row(const struct patut_row *r, const struct desk *d, struct cells *c,
                     struct area where)
{
	struct arena *a = d->scratch;
	const char *served = r->served == DAY_NONE ? "–" : shown_day(a, r->served);
	const char *received = r->received == DAY_NONE ? "–" : shown_day(a, r->received);
	const struct pair rows[] = {
		{ r->label, message_text(a, "%1, %2", r->name, _(r->channel)) },
		{ _("Dipanggil di"), text_is_empty(r->resi)
		                         ? r->address
		                         : message_text(a, _("%1, resi %2"), r->address, r->resi) },
		{ _("Dijalankan"), message_text(a, _("%1, diterima %2, batas %3"), served, received,
		                                shown_day(a, r->deadline)) },
		{ _("Dasar"), r->article },
	};
	const char *words = message_text(a, "%1: %2", _(patut_name(r->verdict)),
	                                 sentence_said(a, r->why));
	int used = frame_pairs(c, where, 17, rows, COUNT_OF(rows));
	where.row += used;
	where.rows -= used;
	used = frame_paragraph(c, where, tone(r->verdict), words);
	where.row += used;
	where.rows -= used;
	if (where.rows > 0)
		(void)frame_paragraph(c, where, STYLE_PLAIN, sentence_said(a, r->todo));
}

static void patut_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct patut_view *v = model;
	struct area above = listview_above(&v->list, c), below = listview_below(&v->list, c);
	desk_head(d, c, message_text(d->scratch, _("Sah dan patut · %1"), v->filing.number.number));
	if (!listview_when_any(v))
		return;
	draw_case(v, d, c, above);
	draw_days(v, c, above.row + ABOVE - 2, listview_rows(&v->list, c).col + INDENT);
	draw_row(&v->sheet.rows[listview_at(&v->list)], d, c,
	         (struct area){ below.row + 1, below.col + 2, below.rows - 1, below.cols - 2 });
}

const struct screen screen_patut = {
	.size = sizeof(struct patut_view),
	.title = N_("Sah dan patut"),
	.help = N_(
	    "Tiap pihak satu baris, dan kalender sampai hari sidang: • dijalankan, ○ diterima, "
	    "▲ hari terakhir yang masih patut, titik hari yang dihitung, × hari yang tidak dihitung, "
	    "■ sidang, ◄ dijalankan sebelum kalender ini. Di bawahnya penilaian baris yang dipilih, "
	    "dasarnya, dan tindakan berikutnya. Enter memanggil lagi pihak itu, dengan biayanya; F9 "
	    "mencetak lembarnya untuk majelis.\n\nPatut: dipanggil "
	    "dengan cara yang ditetapkan, dalam waktunya, dan sampai. Belum terbukti: belum dijalankan "
	    "atau belum ada bukti penerimaan; bukan patut dan bukan pula tidak patut."),
	.keys = BINDINGS(keys),
	.listing = &listing,
	.open = patut_open,
	.read = patut_read,
	.draw = patut_draw,
};
