/* Step 7: the checklist, what SIPP says, the warnings of the earlier steps, and the decision. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "filing.h"
#include "wrap.h"

#define PERIKSA "periksa"

enum { DECISION_ROWS = 6, EVIDENCE_LEAST = 4, WORDS_ROWS = 2, PAGE = 4, ITEMS_LEAST = 3 };
enum { ANSWER_COL = 32, ANSWER = 10 };
enum { NARROW = 60, ANSWER_COL_NARROW = 18, WORDS_ROOM = 320 };

struct verify {
	struct window items; /* of the checklist */
	bool in_items;       /* the focus is in the checklist, not in the form below it */
	struct evidence evidence;
	int warnings; /* lines of it that warn, in its first section */
	enum evidence_section shown;
	int top; /* first line seen of it */
};

static struct verify *own(const struct filing_view *v)
{
	return v->own;
}

static int item_row(const struct filing_view *v)
{
	return (int)own(v)->items.at + 1;
}

/* The focus of the form tells where the admin is, so that a draft goes on there. */
static void focus_item(struct filing_view *v, const char *field)
{
	char path[64];
	values_path(PERIKSA, item_row(v), field, path, sizeof path);
	own(v)->in_items = true;
	formview_focus(&v->face.form, path);
}

static void focus_form(struct filing_view *v)
{
	own(v)->in_items = false;
	formview_focus(&v->face.form, "putusan");
}

static int warning_lines(const struct evidence *e)
{
	int count = 0;
	for (size_t i = 0; i < e->sections[EVIDENCE_SIPP].count; i++)
		count += e->sections[EVIDENCE_SIPP].lines[i].tone == TONE_WARNING;
	return count;
}

/* A draft goes on at the item, or the field below the list, at which it was left. */
static void verify_open(struct filing_view *v)
{
	struct verify *p = own(v);
	const struct session *s = &v->face.session;
	size_t count = checklist_count(s);
	evidence_gather(s, v->face.a, &p->evidence);
	p->warnings = warning_lines(&p->evidence);
	/* Of a filing that came back, what was mended is looked at first. */
	if (p->evidence.sections[EVIDENCE_MENDED].count > 0)
		p->shown = EVIDENCE_MENDED;
	if (!s->has_form || count == 0)
		return;
	window_fit(&p->items, count, count);
	const struct form_position *left = &s->form.focus;
	bool below = left->field != NULL && text_is_empty(left->field->list);
	p->in_items = !s->drafted || !below;
	if (!p->in_items)
		return;
	int first = checklist_unanswered(s);
	if (s->drafted && left->row > 0)
		window_go(&p->items, (size_t)left->row - 1);
	else if (first > 0)
		window_go(&p->items, (size_t)first - 1);
	if (first > 0 || s->drafted)
		focus_item(v, "hasil");
	else
		focus_form(v);
}

/* The remark is edited in place while its item's answer is "tidak". */
static bool remarks(const struct filing_view *v)
{
	const struct field *f = v->face.session.form.focus.field;
	return f != NULL && text_same(f->list, PERIKSA) && text_same(f->id, "catatan");
}

/* ---- keys ---- */

static void leave_remark(struct filing_view *v, enum key to)
{
	(void)formview_commit(&v->face.form);
	checklist_propose(&v->face.session);
	window_key(&own(v)->items, to);
	focus_item(v, "hasil");
	(void)session_keep(&v->face.session, NULL);
}

/* To the next item that has no answer; to the decision when all have. */
static void go_on(struct filing_view *v)
{
	int next = checklist_unanswered(&v->face.session);
	if (next == 0) {
		focus_form(v);
		return;
	}
	window_go(&own(v)->items, (size_t)next - 1);
	focus_item(v, "hasil");
}

/* The remark is written: on to what has no answer. */
static void enter_remark(struct filing_view *v)
{
	leave_remark(v, K_DOWN);
	go_on(v);
}

static struct intent answer(struct filing_view *v, struct desk *d, const char *value)
{
	struct session *s = &v->face.session;
	const struct check_row *item = checklist_item(s, item_row(v));
	bool no = text_same(value, "tidak");
	if (text_same(value, "menyusul") && !item->follows) {
		desk_say_with(d, STYLE_FAULT, _("%1 tidak dapat menyusul"), _(item->label));
		return stay();
	}
	checklist_answer(s, item_row(v), value);
	bool why = no || checklist_defies(s, item_row(v));
	if (!why)
		go_on(v);
	else
		focus_item(v, "catatan");
	(void)session_keep(s, NULL);
	if (why)
		desk_say(d, STYLE_DIM,
		         no ? _("Tulis apa yang kurang, lalu Enter")
		            : _("Melawan bukti: tulis alasannya, lalu Enter"));
	return stay();
}

static struct intent answer_later(void *model, struct desk *d)
{
	return answer(model, d, "menyusul");
}

static struct intent answer_yes(void *model, struct desk *d)
{
	return answer(model, d, "ya");
}

static struct intent answer_no(void *model, struct desk *d)
{
	return answer(model, d, "tidak");
}

static struct intent answer_needless(void *model, struct desk *d)
{
	return answer(model, d, "tidak_perlu");
}

/* The first item that has no answer is gone to and named with the keys that answer it. */
static struct intent finish(void *model, struct desk *d)
{
	struct filing_view *v = model;
	const struct session *s = &v->face.session;
	if (remarks(v))
		leave_remark(v, K_DOWN);
	int row = s->has_form ? checklist_unanswered(s) : 0;
	if (row == 0)
		return filing_finish(v, d);
	window_go(&own(v)->items, (size_t)row - 1);
	focus_item(v, "hasil");
	desk_say_with(d, STYLE_FAULT, _("%1 belum dijawab: Y ada, T tidak, N tak perlu"),
	              _(checklist_item(s, row)->label));
	return stay();
}

/* F7 F8 another section, PgUp PgDn its lines; true when it was one of them. */
static bool evidence_key(struct verify *p, enum key key)
{
	unsigned by = key == K_F8 ? 1 : EVIDENCE_SECTIONS - 1;
	if (key == K_F7 || key == K_F8) {
		do
			p->shown = (enum evidence_section)((p->shown + by) % EVIDENCE_SECTIONS);
		while (p->evidence.sections[p->shown].count == 0);
		p->top = 0;
		return true;
	}
	if (key == K_PGDN && p->top + PAGE < (int)p->evidence.sections[p->shown].count)
		p->top += PAGE;
	if (key == K_PGUP)
		p->top = p->top > PAGE ? p->top - PAGE : 0;
	return key == K_PGDN || key == K_PGUP;
}

static struct intent on_remark(struct filing_view *v, struct desk *d, const struct event *e)
{
	bool leaves = e->kind == EV_KEY &&
	              (e->key == K_ENTER || e->key == K_TAB || e->key == K_DOWN || e->key == K_UP);
	if (leaves && e->key == K_ENTER) {
		enter_remark(v);
		return stay();
	}
	if (leaves) {
		leave_remark(v, e->key == K_UP ? K_UP : K_DOWN);
		return stay();
	}
	return formview_on(&v->face.form, e) == FORMVIEW_NOT_MINE ? pass() : stay();
}

static struct intent on_item(struct filing_view *v, const struct event *e)
{
	struct verify *p = own(v);
	if (e->kind != EV_KEY || (p->items.at == 0 && e->key == K_UP))
		return pass();
	bool last = p->items.at + 1 >= p->items.count;
	if (e->key == K_TAB || (last && (e->key == K_DOWN || e->key == K_ENTER))) {
		focus_form(v);
		return stay();
	}
	if (!window_key(&p->items, e->key == K_ENTER ? K_DOWN : e->key))
		return pass();
	focus_item(v, "hasil");
	return stay();
}

static struct intent verify_on(struct filing_view *v, struct desk *d, const struct event *e)
{
	struct verify *p = own(v);
	const struct session *s = &v->face.session;
	bool key = e->kind == EV_KEY;
	if (!s->has_form)
		return pass();
	if (key && !v->face.form.picking && evidence_key(p, e->key))
		return stay();
	if (p->in_items && remarks(v))
		return on_remark(v, d, e);
	if (p->in_items)
		return on_item(v, e);
	const struct field *focus = s->form.focus.field;
	bool back_up = key && (e->key == K_UP || e->key == K_BACKTAB);
	if (back_up && !v->face.form.picking && focus != NULL && text_same(focus->id, "putusan")) {
		focus_item(v, "hasil");
		return stay();
	}
	return face_on(&v->face, d, e);
}

static bool answers(const void *model)
{
	const struct filing_view *v = model;
	return filing_when_allowed(v) && own(v)->in_items && !remarks(v);
}

static bool is_judged(const void *model)
{
	return ((const struct filing_view *)model)->face.session.filing.verdict.round > 0;
}

static const struct binding keys[] = {
	{ K_F10, .label = N_("putuskan"), .run = finish, .when = filing_when_allowed },
	{ .name = "Y", .label = N_("ya"), .run = answer_yes, .when = answers },
	{ .name = "T", .label = N_("tidak"), .run = answer_no, .when = answers },
	{ .name = "M", .label = N_("menyusul"), .run = answer_later, .when = answers },
	{ .name = "N", .label = N_("tak perlu"), .run = answer_needless, .when = answers },
	{ .name = "F7 F8", .label = N_("bagian") },
	{ K_F9, .when = is_judged },
};

/* ---- what the admin decides by ---- */

static const struct {
	const char *title, *tab;
} sections[EVIDENCE_SECTIONS] = {
	[EVIDENCE_SIPP] = { N_("SIPP dan peringatan"), N_("SIPP") },
	[EVIDENCE_MENDED] = { N_("Berubah sejak dikembalikan"), N_("Perubahan") },
	[EVIDENCE_PAYMENT] = { N_("Pembayaran"), N_("Pembayaran") },
	[EVIDENCE_PAPERS] = { N_("Berkas"), N_("Berkas") },
};

static int draw_lines(const struct evidence *e, int section, int from, struct cells *c,
                      struct area where)
{
	int row = 0;
	for (size_t i = (size_t)from; i < e->sections[section].count && row < where.rows; i++) {
		const struct evidence_line *l = &e->sections[section].lines[i];
		struct area words = { where.row + row, where.col + l->indent, where.rows - row,
			              where.cols - l->indent };
		row += frame_paragraph(c, words, face_style(l->tone), l->text);
	}
	return row;
}

/* Rows of a line when it is wrapped. */
static int line_rows(const struct evidence_line *l, int cols)
{
	const char *rest = l->text;
	char words[WORDS_ROOM];
	int rows = 1;
	while (wrap_take(&rest, cols - l->indent, words, sizeof words))
		rows++;
	return rows;
}

static int section_rows(const struct evidence *e, int section, int cols)
{
	int rows = 0;
	for (size_t i = 0; i < e->sections[section].count; i++)
		rows += line_rows(&e->sections[section].lines[i], cols);
	return rows;
}

/* "Pekerjaan · NIK sama dengan Budi": how those lines begin for which there is no row. */
static const char *heads_of(const struct evidence *e, int section, int from, struct arena *a)
{
	struct text t = text_start(a);
	for (size_t i = (size_t)from; i < e->sections[section].count; i++) {
		const char *line = e->sections[section].lines[i].text;
		line += strspn(line, "! ");
		text_addf(&t, "%s%.*s", t.length > 0 ? " · " : "", (int)strcspn(line, ":;("), line);
	}
	return t.s;
}

/* More than fits whole: each has a row, the first of them more while there are some over; the last
 * row names the others. */
static void draw_short(const struct evidence *e, int section, struct arena *a, struct cells *c,
                       struct area where)
{
	int count = (int)e->sections[section].count, row = 0;
	int seen = count <= where.rows ? count : where.rows - 1;
	for (int i = 0; i < seen; i++) {
		const struct evidence_line *l = &e->sections[section].lines[i];
		const struct area at = { where.row + row, where.col + l->indent,
			                 line_rows(l, where.cols), where.cols - l->indent };
		bool whole = row + at.rows + seen - i - 1 <= where.rows - (seen < count);
		if (whole)
			frame_paragraph(c, at, face_style(l->tone), l->text);
		else
			cells_put_fit(c, at.row, at.col, at.cols, face_style(l->tone), l->text);
		row += whole ? at.rows : 1;
	}
	if (seen < count)
		cells_put_fit(c, where.row + row, where.col, where.cols, STYLE_WARNING,
		              message_text(a, _("… dan %1 lagi: %2"), shown_number(a, count - seen),
		                           heads_of(e, section, seen, a)));
}

static bool warns(const struct evidence *e, int section)
{
	for (size_t i = 0; i < e->sections[section].count; i++) {
		if (e->sections[section].lines[i].tone == TONE_WARNING)
			return true;
	}
	return false;
}

/* One section at a time, in a small window. */
static void draw_evidence(const struct verify *p, struct arena *a, struct cells *c,
                          struct area where)
{
	const struct evidence *e = &p->evidence;
	int col = where.col;
	for (int i = 0; i < EVIDENCE_SECTIONS; i++) {
		if (e->sections[i].count == 0)
			continue;
		bool here = i == (int)p->shown;
		enum style style = here ? STYLE_TITLE : warns(e, i) ? STYLE_WARNING : STYLE_DIM;
		col += cells_put(c, where.row, col, style, _(sections[i].tab)) + 2;
		if (i == EVIDENCE_SIPP && p->warnings > 0)
			col += cells_put(c, where.row, col - 1, STYLE_WARNING,
			                 arena_print(a, "(%d)", p->warnings)) +
			       1;
	}
	const struct area below = { where.row + 1, where.col, where.rows - 1, where.cols };
	bool whole = section_rows(e, (int)p->shown, where.cols) <= below.rows;
	if (p->shown == EVIDENCE_SIPP && p->top == 0 && !whole)
		draw_short(e, (int)p->shown, a, c, below);
	else
		draw_lines(e, (int)p->shown, p->top, c, below);
}

/* All sections one below the other, beside a wide one. */
static int verify_side(const struct filing_view *v, struct cells *c, struct area where)
{
	const struct evidence *e = &own(v)->evidence;
	int row = 0;
	for (int i = 0; i < EVIDENCE_SECTIONS && row + 1 < where.rows; i++) {
		if (e->sections[i].count == 0)
			continue;
		cells_put(c, where.row + row++, where.col, STYLE_TITLE, _(sections[i].title));
		row += draw_lines(e, i, 0, c,
		                  (struct area){ where.row + row, where.col + 1, where.rows - row,
		                                 where.cols - 1 }) +
		       1;
	}
	return row < where.rows ? row : where.rows;
}

/* ---- the picture ---- */

static const char *answer_words(const char *value)
{
	if (text_same(value, "tidak_perlu"))
		return _("tak perlu");
	return text_is_empty(value) ? value : _(value);
}

static int answer_col(struct area where)
{
	return where.cols < NARROW ? ANSWER_COL_NARROW : ANSWER_COL;
}

/* What speaks against an item stands out until it is answered. */
static enum style evidence_style(const struct check_row *item, const char *answer)
{
	if (item->proof == PROOF_NO)
		return text_is_empty(answer) ? STYLE_WARNING : STYLE_PLAIN;
	return STYLE_DIM;
}

/* Its evidence, or the remark once there is one. */
static void draw_item(const struct filing_view *v, const struct check_row *item, size_t at,
                      struct cells *c, struct area line)
{
	const struct values *values = &v->face.session.form.values;
	int answer = answer_col(line), number = (int)at + 1, col = line.col + answer + ANSWER;
	int width = line.cols - answer - ANSWER;
	const char *value = values_get(values, PERIKSA, number, "hasil");
	const char *remark = values_get(values, PERIKSA, number, "catatan");
	bool here = own(v)->in_items && at == own(v)->items.at;
	cells_put_fit(c, line.row, line.col + 2, answer - 3, here ? STYLE_FOCUS : STYLE_PLAIN,
	              _(item->label));
	cells_put(c, line.row, line.col + answer,
	          text_same(value, "tidak") ? STYLE_WARNING : STYLE_PLAIN, answer_words(value));
	if (here)
		frame_choose(c, line, 0);
	if (here && remarks(v)) {
		struct entry e = v->face.form.entry;
		e.width = width;
		entry_draw(&e, c, line.row, col, true);
	} else if (text_is_empty(remark)) {
		cells_put_fit(c, line.row, col, width, evidence_style(item, value), item->words);
	} else {
		cells_put_fit(c, line.row, col, width, STYLE_PLAIN, remark);
	}
}

/* The evidence of the chosen item, whole. */
static void draw_words(const struct filing_view *v, struct cells *c, struct area where)
{
	const struct check_row *item = checklist_item(&v->face.session, item_row(v));
	if (own(v)->in_items && item != NULL)
		frame_paragraph(c, where, evidence_style(item, ""), item->words);
}

static void draw_items(const struct filing_view *v, struct cells *c, struct area where)
{
	const struct session *s = &v->face.session;
	int rows = where.rows > 1 ? where.rows - 1 : 1;
	int top = item_row(v) <= rows ? 1 : item_row(v) - rows + 1;
	cells_put(c, where.row, where.col + 2, STYLE_TITLE, _("Pemeriksaan"));
	cells_put(c, where.row, where.col + answer_col(where), STYLE_TITLE, _("ada"));
	cells_put(c, where.row, where.col + answer_col(where) + ANSWER, STYLE_TITLE,
	          _("bukti, catatan"));
	for (int i = 0; i < rows && checklist_item(s, top + i) != NULL; i++)
		draw_item(v, checklist_item(s, top + i), (size_t)(top + i - 1), c,
		          (struct area){ where.row + 1 + i, where.col, 1, where.cols });
}

/* The decision takes one line while it is "ya", and its message below it when it is "tidak". */
static int decision_rows(const struct filing_view *v)
{
	const struct values *values = &v->face.session.form.values;
	bool no = text_same(values_of(values, "putusan"), "tidak");
	return no || !own(v)->in_items ? DECISION_ROWS : 1;
}

static void draw_decision(const struct filing_view *v, struct cells *c, struct area where)
{
	struct formview shown = v->face.form;
	struct form_state state = v->face.session.form;
	int cursor_row = c->cursor_row, cursor_col = c->cursor_col;
	bool in_items = own(v)->in_items;
	if (!v->face.session.has_form)
		return;
	shown.read_only = shown.read_only || in_items;
	shown.aside = in_items;
	shown.state = &state;
	if (in_items)
		state.focus =
		    (struct form_position){ .field = form_field(state.form, "", "putusan") };
	formview_draw(&shown, c, where);
	if (in_items)
		cells_cursor(c, cursor_row, cursor_col);
}

/* All warnings are seen: two lines each in half of the rows, or a line each in as many as leave
 * the chosen item; what is proven gives way to them. */
static int evidence_rows(const struct verify *p, struct area where)
{
	int wanted = 1 + 2 * p->warnings, most = where.rows / 2, least = 1 + p->warnings;
	int room = where.rows - 1 - WORDS_ROWS - ITEMS_LEAST;
	if (wanted < EVIDENCE_LEAST)
		wanted = EVIDENCE_LEAST;
	if (least > most)
		most = least < room ? least : room;
	return wanted < most ? wanted : most;
}

static void verify_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	const struct filing *f = &v->face.session.filing;
	const struct step_record *step = filing_step(f, VERIFIKASI);
	if (step != NULL && step->state == STEP_BLANK && f->verdict.round == 0) {
		frame_sentence(c, where, STYLE_DIM, _("Verifikasi dimulai setelah panjar lunas."));
		return;
	}
	struct verify *p = own(v);
	bool narrow = c->cols < WIDE_COLS && where.rows >= BODY_ROWS_LEAST;
	int decision = decision_rows(v), items = (int)checklist_count(&v->face.session) + 1;
	int most = where.rows - decision - WORDS_ROWS - (narrow ? evidence_rows(p, where) : 0);
	if (items > most)
		items = most;
	int below = where.row + where.rows - decision, seen = where.row + items + WORDS_ROWS;
	draw_items(v, c, (struct area){ where.row, where.col, items, where.cols });
	draw_words(v, c,
	           (struct area){ where.row + items, where.col + 2, WORDS_ROWS, where.cols - 2 });
	if (narrow)
		draw_evidence(p, d->scratch, c,
		              (struct area){ seen, where.col, below - seen, where.cols });
	draw_decision(v, c, (struct area){ below, where.col, decision, where.cols });
}

const struct body body_verify = { .act = &act_verify,
	                          .size = sizeof(struct verify),
	                          .keys = BINDINGS(keys),
	                          .open = verify_open,
	                          .on = verify_on,
	                          .draw = verify_draw,
	                          .side = verify_side };
