/* Step 7: the checklist, what SIPP says, the warnings of the earlier steps, and the decision. The
 * decision follows from the answers as a proposal; the admin has the last word. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"

#define PERIKSA "periksa"

enum { DECISION_ROWS = 6, EVIDENCE_LEAST = 4, ANSWER_COL = 38, ANSWER = 10 };

static const struct case_type *type_of(const struct filing_view *v, const struct desk *d)
{
	return rulebook_type(d->app->book, filing_value(&v->filing, "pihak", "perkara_jenis"));
}

static void set(struct filing_view *v, const char *list, int row, const char *field,
                const char *text)
{
	struct form_state *s = &v->form.state;
	values_set(&s->values, s->a, list, row, field, text);
	s->changed = true;
}

static int item_row(const struct filing_view *v)
{
	return (int)v->items.at + 1;
}

/* The focus of the form tells where the admin is, so that a draft goes on there. */
static void focus_item(struct filing_view *v, const char *field)
{
	char path[64];
	values_path(PERIKSA, item_row(v), field, path, sizeof path);
	v->in_items = true;
	formview_focus(&v->form, path);
}

static void focus_form(struct filing_view *v)
{
	v->in_items = false;
	formview_focus(&v->form, "putusan");
}

/* A draft goes on at the item, or the field below the list, at which it was left. */
static void resume(struct filing_view *v)
{
	const struct form_position *left = &v->form.state.focus;
	bool below = left->field != NULL && text_is_empty(left->field->list);
	v->in_items = !v->drafted || !below;
	if (!v->in_items)
		return;
	if (v->drafted && left->row > 0)
		window_go(&v->items, (size_t)left->row - 1);
	focus_item(v, "hasil");
}

static void verify_open(struct filing_view *v, struct desk *d)
{
	const struct case_type *type = type_of(v, d);
	evidence_gather(v, d);
	if (type == NULL || !v->has_form)
		return;
	for (size_t i = 0; i < type->check_count; i++)
		values_set(&v->form.state.values, v->a, PERIKSA, (int)i + 1, "butir",
		           type->checks[i].key);
	window_fit(&v->items, type->check_count, type->check_count);
	resume(v);
}

/* Any "tidak" that is not mere advice: back to the step that can mend the first of them. */
static void propose(struct filing_view *v, const struct desk *d)
{
	const struct case_type *type = type_of(v, d);
	const char *back_to = "";
	struct text message = text_start(v->a);
	for (size_t i = 0; type != NULL && i < type->check_count; i++) {
		const struct case_check *check = &type->checks[i];
		const struct values *values = &v->form.state.values;
		if (check->advice ||
		    !text_same(values_get(values, PERIKSA, (int)i + 1, "hasil"), "tidak"))
			continue;
		if (text_is_empty(back_to))
			back_to = check->back_to;
		const char *remark = values_get(values, PERIKSA, (int)i + 1, "catatan");
		text_addf(&message, "%s%s: %s", message.length > 0 ? "; " : "", check->label,
		          remark);
	}
	set(v, "", 0, "putusan", text_is_empty(back_to) ? "ya" : "tidak");
	set(v, "", 0, "kembali_ke", back_to);
	set(v, "", 0, "pesan", message.s);
}

/* The remark is edited in place while its item's answer is "tidak". */
static bool remarks(const struct filing_view *v)
{
	const struct field *f = v->form.state.focus.field;
	return f != NULL && text_same(f->list, PERIKSA) && text_same(f->id, "catatan");
}

static void leave_remark(struct filing_view *v, struct desk *d, enum key to)
{
	(void)formview_commit(&v->form);
	propose(v, d);
	window_key(&v->items, to);
	focus_item(v, "hasil");
	filing_keep_draft(v, d);
}

static void answer(struct filing_view *v, struct desk *d, const char *value)
{
	bool no = text_same(value, "tidak");
	set(v, PERIKSA, item_row(v), "hasil", value);
	propose(v, d);
	if (!no)
		window_go(&v->items, v->items.at + 1);
	focus_item(v, no ? "catatan" : "hasil");
	filing_keep_draft(v, d);
	if (no)
		desk_say(d, STYLE_DIM, _("Tulis apa yang kurang, lalu Enter"));
}

static bool on_remark(struct filing_view *v, struct desk *d, const struct event *e)
{
	bool leaves = e->kind == EV_KEY &&
	              (e->key == K_ENTER || e->key == K_TAB || e->key == K_DOWN || e->key == K_UP);
	if (leaves) {
		leave_remark(v, d, e->key == K_UP ? K_UP : K_DOWN);
		return true;
	}
	return formview_on(&v->form, e, d->now) != FORMVIEW_NOT_MINE;
}

static bool on_item(struct filing_view *v, struct desk *d, const struct event *e)
{
	static const struct {
		char small, large;
		const char *value;
	} answers[] = { { 'y', 'Y', "ya" }, { 't', 'T', "tidak" }, { 'n', 'N', "tidak_perlu" } };
	if (e->kind == EV_TEXT && v->allowed) {
		for (size_t i = 0; i < COUNT_OF(answers); i++) {
			if (e->text[0] == answers[i].small || e->text[0] == answers[i].large)
				answer(v, d, answers[i].value);
		}
		return true;
	}
	if (e->kind != EV_KEY)
		return false;
	bool last = v->items.at + 1 >= v->items.count;
	if (e->key == K_TAB || (last && (e->key == K_DOWN || e->key == K_ENTER))) {
		focus_form(v);
		return true;
	}
	if (e->key == K_BACKTAB || (v->items.at == 0 && e->key == K_UP)) {
		v->rail = true;
		return true;
	}
	bool moved = window_key(&v->items, e->key == K_ENTER ? K_DOWN : e->key);
	if (moved)
		focus_item(v, "hasil");
	return moved;
}

/* The first item that has no answer is gone to and named with the keys that answer it; false: all
 * have one. */
static bool unanswered(struct filing_view *v, struct desk *d)
{
	const struct case_type *type = type_of(v, d);
	for (size_t i = 0; type != NULL && i < type->check_count; i++) {
		if (!text_is_empty(values_get(&v->form.state.values, PERIKSA, (int)i + 1, "hasil")))
			continue;
		window_go(&v->items, i);
		focus_item(v, "hasil");
		desk_say_with(d, STYLE_FAULT, _("%1 belum dijawab: Y ada, T tidak, N tak perlu"),
		              type->checks[i].label, "");
		return true;
	}
	return false;
}

static bool verify_on(struct filing_view *v, struct desk *d, const struct event *e,
                      struct intent *out)
{
	if (!v->has_form)
		return false;
	bool decides = e->kind == EV_KEY && e->key == K_F10 && v->allowed;
	if (decides && remarks(v))
		leave_remark(v, d, K_DOWN);
	if (decides && unanswered(v, d))
		return true;
	if (e->kind == EV_KEY && !v->form.picking && evidence_key(&v->evidence, e->key))
		return true;
	if (v->in_items && remarks(v))
		return on_remark(v, d, e);
	if (v->in_items)
		return on_item(v, d, e);
	bool back_up = e->kind == EV_KEY && (e->key == K_UP || e->key == K_BACKTAB);
	const struct field *focus = v->form.state.focus.field;
	if (back_up && !v->form.picking && focus != NULL && text_same(focus->id, "putusan")) {
		focus_item(v, "hasil");
		return true;
	}
	return form_body_on(v, d, e, out);
}

/* ---- the picture ---- */

static const char *answer_words(const char *value)
{
	if (text_same(value, "tidak_perlu"))
		return _("tak perlu");
	return value;
}

static void draw_item(const struct filing_view *v, const struct case_check *item, size_t at,
                      struct cells *c, struct area line)
{
	const struct values *values = &v->form.state.values;
	int number = (int)at + 1, col = line.col + ANSWER_COL + ANSWER;
	int width = line.cols - ANSWER_COL - ANSWER;
	const char *value = values_get(values, PERIKSA, number, "hasil");
	bool here = v->in_items && at == v->items.at;
	cells_put_fit(c, line.row, line.col + 2, ANSWER_COL - 3, here ? STYLE_FOCUS : STYLE_PLAIN,
	              item->label);
	cells_put(c, line.row, line.col + ANSWER_COL,
	          text_same(value, "tidak") ? STYLE_WARNING : STYLE_PLAIN, answer_words(value));
	if (here)
		frame_choose(c, line, 0);
	if (here && remarks(v)) {
		struct entry e = v->form.entry;
		e.width = width;
		entry_draw(&e, c, line.row, col, true);
	} else {
		cells_put_fit(c, line.row, col, width, STYLE_PLAIN,
		              values_get(values, PERIKSA, number, "catatan"));
	}
}

static void draw_items(const struct filing_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	const struct case_type *type = type_of(v, d);
	size_t capacity = where.rows > 1 ? (size_t)where.rows - 1 : 1;
	size_t top = v->items.at < capacity ? 0 : v->items.at - capacity + 1;
	cells_put(c, where.row, where.col + 2, STYLE_TITLE, _("Pemeriksaan"));
	cells_put(c, where.row, where.col + ANSWER_COL, STYLE_TITLE, _("ada"));
	cells_put(c, where.row, where.col + ANSWER_COL + ANSWER, STYLE_TITLE, _("catatan"));
	for (size_t i = 0; type != NULL && i < capacity && top + i < type->check_count; i++)
		draw_item(v, &type->checks[top + i], top + i, c,
		          (struct area){ where.row + 1 + (int)i, where.col, 1, where.cols });
}

/* The decision takes one line while it is "ya", and its message below it when it is "tidak". */
static int decision_rows(const struct filing_view *v)
{
	const struct values *values = &v->form.state.values;
	bool no = text_same(values_of(values, "putusan"), "tidak");
	return no || !v->in_items ? DECISION_ROWS : 1;
}

static void draw_decision(const struct filing_view *v, struct cells *c, struct area where)
{
	struct formview shown = v->form;
	int cursor_row = c->cursor_row, cursor_col = c->cursor_col;
	shown.read_only = v->form.read_only || v->in_items;
	if (v->in_items)
		shown.state.focus = (struct form_position){ .field = form_field(v->form.state.form,
			                                                        "", "putusan") };
	formview_draw(&shown, c, where);
	if (v->in_items)
		cells_cursor(c, cursor_row, cursor_col);
}

static void verify_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	const struct step_record *own = filing_step(&v->filing, "verifikasi");
	if (own != NULL && own->state == STEP_BLANK && v->filing.verdict.round == 0) {
		frame_paragraph(c, where, STYLE_DIM, _("Verifikasi dimulai setelah panjar lunas."));
		return;
	}
	const struct case_type *type = type_of(v, d);
	bool narrow = c->cols < WIDE_COLS;
	int decision = decision_rows(v), items = type == NULL ? 1 : (int)type->check_count + 1;
	int most = where.rows - decision - 1 - (narrow ? EVIDENCE_LEAST : 0);
	if (items > most)
		items = most;
	int below = where.row + where.rows - decision, seen = where.row + items;
	draw_items(v, d, c, (struct area){ where.row, where.col, items, where.cols });
	if (narrow)
		evidence_draw(&v->evidence, c,
		              (struct area){ seen, where.col, below - seen - 1, where.cols });
	draw_decision(v, c, (struct area){ below, where.col, decision, where.cols });
}

static int verify_side(const struct filing_view *v, struct cells *c, struct area where)
{
	return evidence_draw_all(&v->evidence, c, where);
}

static size_t verify_hints(const struct filing_view *v, struct key_hint *out)
{
	bool on = v->allowed && v->in_items;
	out[0] = (struct key_hint){ .name = "Y", .label = _("ya"), .shown = on };
	out[1] = (struct key_hint){ .name = "T", .label = _("tidak"), .shown = on };
	out[2] = (struct key_hint){ .name = "N", .label = _("tak perlu"), .shown = on };
	out[3] = (struct key_hint){ .name = "F7 F8", .label = _("bagian"), .shown = true };
	out[4] = (struct key_hint){ .key = K_F9, .shown = v->filing.verdict.round > 0 };
	return 5;
}

const struct body body_verify = { .act = &act_verify,
	                          .done = N_("putuskan"),
	                          .open = verify_open,
	                          .on = verify_on,
	                          .draw = verify_draw,
	                          .hints = verify_hints,
	                          .side = verify_side };
