/* Steps 8 and 9: what SIPP says of the case, and the summonses to its first hearing. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "filing.h"

/* ---- the case as SIPP has it ---- */

static const char *names(const struct values *told, const char *list, struct arena *a)
{
	const char *s = sync_names(told, list, a);
	return text_is_empty(s) ? "–" : s;
}

static const char *hearings(const struct values *told, struct arena *a)
{
	struct text t = text_start(a);
	int rows = values_rows(told, "sidang");
	for (int row = 1; row <= rows; row++)
		text_addf(&t, "%s%s", row > 1 ? "; " : "", sync_hearing(told, row, a));
	return t.length > 0 ? t.s : "–";
}

/* "PMH 5, PP 3": points of the clocks that stand; "Relaas 06-12-2026 (5)": of those that run, with
 * the last day they are given for. */
static const char *clocks(const struct limit_clock *all, size_t count, bool run, struct arena *a)
{
	struct text t = text_start(a);
	for (size_t i = 0; i < count; i++) {
		const struct limit_clock *c = &all[i];
		if (c->runs != run)
			continue;
		text_addf(&t, "%s%s ", t.length > 0 ? ", " : "", _(c->limit->shorter));
		if (c->last != DAY_NONE)
			text_addf(&t, "%s (%d)", shown_day(a, c->last), c->points);
		else
			text_addf(&t, "%d", c->points);
	}
	return t.length > 0 ? t.s : "–";
}

void case_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
               struct area where)
{
	const struct filing *f = &v->face.session.filing;
	const struct values *told = filing_values(f, SIPP);
	struct arena *a = d->scratch;
	struct limit_clock *limits;
	if (text_is_empty(f->number.number))
		return;
	size_t count = limit_clocks(d->app->book, f, instant_day(d->now, &d->app->book->court.zone),
	                            a, &limits);
	const struct pair rows[] = { { _("Majelis"), names(told, "hakim", a) },
		                     { _("Panitera sidang"), names(told, "panitera", a) },
		                     { _("Jurusita"), names(told, "jurusita", a) },
		                     { _("Sidang"), hearings(told, a) },
		                     { _("Batas (poin)"), clocks(limits, count, true, a) },
		                     { _("Poin"), clocks(limits, count, false, a) } };
	int row = 0;
	if (told->count == 0)
		row = frame_paragraph(c, where, STYLE_DIM,
		                      _("SIPP belum menyebut majelis, jurusita dan sidang."));
	size_t first = told->count == 0 ? COUNT_OF(rows) - 2 : 0;
	(void)frame_pairs(c,
	                  (struct area){ where.row + row, where.col, where.rows - row, where.cols },
	                  17, &rows[first], COUNT_OF(rows) - first);
}

bool case_when_numbered(const void *model)
{
	const struct filing_view *v = model;
	return !text_is_empty(v->face.session.filing.number.number);
}

/* ---- step 9: the days offered, the hearing; once it is set, the summonses ---- */

enum { OFFERED = 3, /* days */ BODY_SHEET = MENU_BODY + 3, BODY_DAY };

/* What is offered; texts in `a`. */
static struct hearing_ask ask_days(const struct session *s, struct arena *a)
{
	return (struct hearing_ask){ s->book, &s->filing, &s->form.values,
		                     instant_day(clock_now(), &s->book->court.zone), a };
}

static size_t offered(const struct session *s, const struct hearing_ask *ask, day out[OFFERED])
{
	bool here = sync_day(filing_values(&s->filing, SIPP)) == DAY_NONE;
	if (!here || !s->has_form || !s->allowed || s->filing.summons_count > 0)
		return 0;
	return hearing_days(ask, out, OFFERED);
}

/* Where SIPP has no hearing: the first lawful days, each with the last day to call. */
static bool draw_offered(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	static const struct frame_column columns[] = { { "", 0, 18, false },
		                                       { "", 19, 200, false } };
	day days[OFFERED];
	const struct session *s = &v->face.session;
	const struct hearing_ask ask = ask_days(s, d->scratch);
	size_t count = offered(s, &ask, days);
	if (count == 0)
		return false;
	cells_put(c, where.row, where.col, STYLE_TITLE,
	          _("Hari sidang yang sah, dan batas panggilannya (F4 dua kali)"));
	for (size_t i = 0; i < count; i++) {
		where.row++;
		const char *cells[] = { arena_print(d->scratch, "%s %s", day_weekday_name(days[i]),
			                            shown_day(d->scratch, days[i])),
			                sentence_said(d->scratch, hearing_limits(&ask, days[i])) };
		frame_row(c, where, columns, COUNT_OF(columns), cells);
	}
	return true;
}

/* "Sidang 14-12-2026, menurut SIPP 21-12-2026": red where they differ. */
static void draw_panel(const struct filing *f, const struct desk *d, struct cells *c, int row,
                       int col)
{
	day told = sync_day(filing_values(f, SIPP)), on = filing_hearing(f);
	struct arena *a = d->scratch;
	if (told == DAY_NONE || on == DAY_NONE)
		return;
	cells_put(c, row, col, told == on ? STYLE_DIM : STYLE_FAULT,
	          message_text(a, _("Sidang %1, menurut SIPP %2"), shown_day(a, on),
	                       shown_day(a, told)));
}

static bool has_document(const struct filing *f, const struct summons *s)
{
	return !text_is_empty(values_of(summons_values(f, s->number), "berkas_relaas"));
}

/* The last day, or what the call was worth, that this was mended, that its relaas is there. */
static const char *state_words(const struct desk *d, const struct filing *f,
                               const struct summons *s)
{
	const struct summons *after = summons_after(f, s);
	if (s->dropped)
		return after == NULL ? _("perkara berakhir")
		                     : message_text(d->scratch, _("diganti panggilan %1"),
		                                    shown_number(d->scratch, after->number));
	if (text_is_empty(s->outcome))
		return shown_day(d->scratch, s->deadline);
	const char *worth = worth_name(s->worth);
	const char *reason = values_of(summons_values(f, s->number), "alasan_ralat");
	if (!text_is_empty(reason))
		worth = message_text(d->scratch, _("ralat, %1"), worth);
	return has_document(f, s) ? message_text(d->scratch, _("%1, berkas"), worth) : worth;
}

static void draw_summonses(const struct filing *f, const struct desk *d, struct cells *c,
                           struct area where)
{
	static const struct frame_column columns[] = {
		{ "", 0, 3, true },
		{ "", 4, 26, false },
		{ "", 31, 16, false },
		{ "", 48, 27, false },
	};
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		const struct channel *channel = rulebook_channel(d->app->book, s->channel);
		const char *name = s->follows == 0 ? s->name
		                                   : arena_print(d->scratch, "%s (%d)", s->name,
		                                                 summons_turn(f, s));
		const char *cells[] = { shown_number(d->scratch, s->number), name,
			                channel == NULL ? s->channel : _(channel->name),
			                state_words(d, f, s) };
		frame_row(c, where, columns, COUNT_OF(columns), cells);
		where.row++;
	}
}

static void summons_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	int count = (int)v->face.session.filing.summons_count;
	int below = where.rows < BODY_ROWS_LEAST ? 0 : count == 0 ? CASE_ROWS : count + 3;
	struct area rest = { where.row + where.rows - below, where.col, below, where.cols };
	form_body_draw(v, d, c,
	               (struct area){ where.row, where.col, where.rows - below, where.cols });
	if (below == 0)
		return;
	if (count == 0) {
		if (!draw_offered(v, d, c, rest))
			case_draw(v, d, c, rest);
		return;
	}
	draw_panel(&v->face.session.filing, d, c, rest.row, rest.col);
	rest.row++;
	cells_put(c, rest.row, rest.col, STYLE_TITLE,
	          _("Panggilan, kanal, dan batas waktu atau hasilnya"));
	draw_summonses(&v->face.session.filing, d, c,
	               (struct area){ rest.row + 1, rest.col, below - 2, rest.cols });
}

static void menu_days(const struct filing_view *v, struct menu *m)
{
	struct arena *a = v->face.a;
	day days[OFFERED];
	const struct hearing_ask ask = ask_days(&v->face.session, a);
	size_t count = offered(&v->face.session, &ask, days);
	for (size_t i = 0; i < count; i++)
		menu_add(m, BODY_DAY, days[i],
		         arena_print(a, "%s: %s %s", _("Sidang"), day_weekday_name(days[i]),
		                     shown_day(a, days[i])));
}

/* What can be done with a call: its papers, its outcome mended, another call. */
enum { MENU_PAPER = MENU_BODY, MENU_MEND, MENU_AGAIN, MENU_BAILIFF, MENU_DOCUMENT };

static void offer(const struct filing_view *v, struct menu *m, int id, const char *words,
                  const struct summons *s)
{
	if (m->count + MENU_ALWAYS < MENU_MOST)
		menu_add(m, id, s->number, arena_print(v->face.a, "%s: %s", words, s->name));
}

/* An act of step 9 that this person may do now. */
static bool may(const struct filing_view *v, const struct act *act)
{
	struct fault why;
	const struct session *s = &v->face.session;
	return login_may(s->login, act->name) && court_may(s->book, &s->filing, act, &why);
}

/* The papers that the calls have by their channels. */
static void add_papers(const struct filing_view *v, struct menu *m)
{
	const struct session *s = &v->face.session;
	struct call_paper *papers;
	size_t count = service_call_papers(s->login, &s->filing, v->face.a, &papers);
	for (size_t i = 0; i < count && m->count + MENU_ALWAYS < MENU_MOST; i++)
		menu_add(m, MENU_PAPER, (int)i,
		         arena_print(v->face.a, "%s: %s",
		                     message_text(v->face.a, _("Cetak %1"), _(papers[i].title)),
		                     papers[i].summons->name));
}

static struct intent print_paper(struct filing_view *v, struct desk *d, size_t which)
{
	const struct session *s = &v->face.session;
	struct call_paper *papers;
	if (which >= service_call_papers(s->login, &s->filing, v->face.a, &papers))
		return stay();
	return filing_print(v, d, papers[which].paper, papers[which].summons->number);
}

static void summons_menu(const struct filing_view *v, struct menu *m)
{
	const struct filing *f = &v->face.session.filing;
	const struct rulebook *b = v->face.session.book;
	bool again = may(v, &act_call_again), mends = may(v, &act_mend_service);
	bool attaches = may(v, &act_attach_relaas);
	day today = instant_day(clock_now(), &b->court.zone);
	menu_days(v, m);
	if (f->summons_count > 0)
		menu_add(m, BODY_SHEET, 0, _("Sah dan patut: penilaian tiap panggilan"));
	add_papers(v, m);
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		if (text_is_empty(s->outcome) && !s->dropped && may(v, &act_change_bailiff))
			offer(v, m, MENU_BAILIFF, _("Ganti jurusita"), s);
		if (again && call_may_repeat(b, f, s, today))
			offer(v, m, MENU_AGAIN, _("Panggil ulang"), s);
		if (attaches && !call_is_open(b, s) && !has_document(f, s))
			offer(v, m, MENU_DOCUMENT, _("Lampirkan relaas bertanda"), s);
		if (mends && !call_is_open(b, s))
			offer(v, m, MENU_MEND, _("Ralat hasil"), s);
	}
}

static struct intent summons_resume(struct filing_view *v, struct desk *d,
                                    const struct screen_result *reply)
{
	const struct act *act = reply->id == MENU_AGAIN      ? &act_call_again
	                        : reply->id == MENU_BAILIFF  ? &act_change_bailiff
	                        : reply->id == MENU_DOCUMENT ? &act_attach_relaas
	                                                     : &act_mend_service;
	if (reply->id == MENU_PAPER)
		return print_paper(v, d, (size_t)reply->which);
	if (reply->id == BODY_SHEET)
		return open_screen(&screen_patut,
		                   (struct argument){ .filing = v->face.session.id });
	if (reply->id == BODY_DAY) {
		(void)formview_commit(&v->face.form);
		session_set_hearing(&v->face.session, reply->which);
		formview_enter(&v->face.form);
		face_tell(&v->face, d);
		return stay();
	}
	return open_screen(&screen_act, (struct argument){ .filing = v->face.session.id,
	                                                   .act = act,
	                                                   .number = reply->which });
}

static struct intent ask_sipp(void *model, struct desk *d)
{
	return filing_do(model, d, &act_hearing_ask);
}

static const struct binding keys[] = {
	FORM_FINISH(N_("tetapkan")),
	FORM_ADD,
	FORM_PAGES,
	{ K_F2, .label = N_("dasar relaas"), .run = sentences_open, .when = sentences_any },
	{ K_F5, .label = N_("tanyakan ke SIPP"), .run = ask_sipp, .when = case_when_numbered },
};
const struct body body_summons = { .act = &act_set_hearing,
	                           .keys = BINDINGS(keys),
	                           .draw = summons_draw,
	                           .menu = summons_menu,
	                           .resume = summons_resume };
