/* The behaviour of a form on the screen; how it looks is formdraw.c. */
#include "formview.h"

#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

enum {
	TEXT_MOST = 2 * PASTE_MOST, /* bytes: what is over the field's own limit is kept too */
	LINES_ROWS = 4,             /* screen rows of a field of several lines */
	PICK_ROWS = 6,
	PICK_ROWS_LOW = 3, /* in a low window */
	VILLAGES = 24,     /* looked up at once */
	NIK_DIGITS = 16,
	DATE_DIGITS = 8
};

static const struct choice yes_no_items[] = { { "ya", N_("ya"), "" },
	                                      { "tidak", N_("tidak"), "" } };
static const struct choices yes_no = { .name = "",
	                               .items = yes_no_items,
	                               .count = COUNT_OF(yes_no_items) };

static const struct choices *choices_of(const struct formview *v, const struct field *f)
{
	return f->kind == KIND_YESNO ? &yes_no : field_choices(f, &v->state->scope);
}

static const char *stored(const struct formview *v)
{
	const struct form_position *s = &v->state->focus;
	return s->field == NULL
	           ? ""
	           : values_get(&v->state->values, s->field->list, s->row, s->field->id);
}

/* What stands in the field: what was typed where it was refused, else the value as it is read. */
static const char *shown(const struct formview *v)
{
	const struct form_position *s = &v->state->focus;
	const struct form_fault *fault = form_state_fault(v->state, s->field, s->row);
	if (fault != NULL && fault->stops)
		return stored(v);
	return field_said(s->field, stored(v), &v->state->scope, v->a);
}

void formview_enter(struct formview *v)
{
	const struct field *f = v->state->focus.field;
	v->picking = v->dating = v->full.open = false;
	v->typed = v->edits = false;
	v->choices = NULL;
	v->looks_up = false;
	if (f == NULL)
		return;
	bool lines = f->kind == KIND_LINES;
	int width = f->width > 0 && f->width < v->width ? f->width : v->width;
	if (f->kind == KIND_CHOICE || f->kind == KIND_YESNO)
		v->choices = choices_of(v, f);
	v->looks_up = f->kind == KIND_VILLAGE && v->state->scope.places != NULL;
	entry_reuse(&v->entry, TEXT_MOST, width, lines ? LINES_ROWS : 1);
	entry_set(&v->entry, shown(v));
}

void formview_start(struct formview *v, struct form_state *state, bool read_only, struct arena *a)
{
	*v = (struct formview){ .a = a, .width = 1, .state = state, .read_only = read_only };
	entry_init(&v->entry, a, TEXT_MOST, v->width, 1);
	formview_enter(v);
}

void formview_fit(struct formview *v, struct area where, struct area whole)
{
	const struct field *f = v->state->focus.field;
	v->width = formview_value_width(where);
	v->rows = where.rows;
	v->whole = whole;
	if (v->full.open)
		longtext_fit(&v->full, &v->entry, whole);
	else if (f != NULL)
		v->entry.width = f->width > 0 && f->width < v->width ? f->width : v->width;
}

/* ---- leaving a field ---- */

bool formview_commit(struct formview *v)
{
	if (v->state->focus.field == NULL || !v->typed)
		return true;
	v->typed = false;
	return form_state_leave(v->state, v->entry.text);
}

static enum formview_news move(struct formview *v, int by)
{
	bool changed = v->typed;
	if (changed)
		v->left = v->state->focus;
	(void)formview_commit(v);
	if (!form_state_move(v->state, by)) {
		formview_enter(v);
		return by > 0 ? FORMVIEW_LAST : FORMVIEW_FIRST;
	}
	formview_enter(v);
	return changed ? FORMVIEW_LEFT : FORMVIEW_USED;
}

/* A whole row of a list, or the form's own fields, forward or back. */
static enum formview_news page(struct formview *v, int by)
{
	struct form_position from = v->state->focus;
	enum formview_news news = FORMVIEW_USED;
	if (from.field == NULL)
		return FORMVIEW_USED;
	for (;;) {
		enum formview_news now = move(v, by);
		if (now == FORMVIEW_LEFT)
			news = now;
		if (now == FORMVIEW_LAST || now == FORMVIEW_FIRST)
			return news;
		const struct form_position *at = &v->state->focus;
		if (at->row != from.row || !text_same(at->field->list, from.field->list))
			return news;
	}
}

/* ---- choosing ---- */

static const char *labelled(const struct formview *v, const char *label, const char *note)
{
	return arena_print(v->a, "%s%s%s", label, text_is_empty(note) ? "" : "  ",
	                   note == NULL ? "" : note);
}

/* The villages for what is typed; before anything is, those where one will most likely be. */
static void look_up(struct formview *v)
{
	const struct form_position *at = &v->state->focus;
	const struct village_lookup *g = v->state->scope.places;
	const char *typed = v->pick.typed.text;
	if (text_is_empty(typed))
		typed = village_offer(at->field, at->row, &v->state->scope, v->a);
	v->villages = arena_get(v->a, VILLAGES, sizeof *v->villages);
	v->village_count = g->search(g->self, typed, v->a, v->villages, VILLAGES);
	const char **labels = arena_get(v->a, VILLAGES, sizeof *labels);
	for (size_t i = 0; i < v->village_count; i++)
		labels[i] = labelled(v, village_label(&v->villages[i], v->a),
		                     village_note(&v->villages[i], v->a));
	picklist_found(&v->pick, labels, v->village_count);
}

static void pick_open(struct formview *v)
{
	picklist_init(&v->pick, v->a, v->entry.width,
	              v->rows < BODY_ROWS_LEAST ? PICK_ROWS_LOW : PICK_ROWS);
	v->picking = true;
	if (v->looks_up) {
		look_up(v);
		return;
	}
	const char **labels = arena_get(v->a, v->choices->count + 1, sizeof *labels);
	for (size_t i = 0; i < v->choices->count; i++) {
		const struct choice *c = &v->choices->items[i];
		labels[i] = labelled(v, _(c->label), text_is_empty(c->note) ? "" : _(c->note));
	}
	picklist_offer(&v->pick, labels, v->choices->count);
	for (size_t i = 0; i < v->choices->count; i++) {
		if (text_same(v->choices->items[i].value, stored(v)))
			window_go(&v->pick.window, i);
	}
}

/* What is taken from the list: a choice, a village, or what was typed where the list has no such
 * thing: an open one takes it, in an empty field it stays to be mended. NULL: nothing. */
static const char *picked(const struct formview *v)
{
	size_t at = picklist_chosen(&v->pick);
	if (v->looks_up && at < v->village_count)
		return v->villages[at].code;
	if (!v->looks_up && at < v->choices->count)
		return v->choices->items[at].value;
	bool typed = !text_is_empty(v->pick.typed.text);
	bool stays = formview_is_open(v) || text_is_empty(stored(v));
	return typed && stays ? v->pick.typed.text : NULL;
}

static void pick_take(struct formview *v)
{
	const char *value = picked(v);
	v->picking = false;
	v->left = v->state->focus;
	if (value == NULL) {
		if (!text_is_empty(v->pick.typed.text))
			v->unfit = arena_text(v->a, v->pick.typed.text);
		return;
	}
	(void)form_state_leave(v->state, value);
	v->typed = false;
}

static enum formview_news on_pick(struct formview *v, const struct event *e)
{
	bool key = e->kind == EV_KEY;
	if (key && e->key == K_ESC) {
		v->picking = false;
		return FORMVIEW_USED;
	}
	if (key && (e->key == K_ENTER || e->key == K_TAB || e->key == K_BACKTAB)) {
		pick_take(v);
		enum formview_news news = move(v, e->key == K_BACKTAB ? -1 : 1);
		return news == FORMVIEW_USED ? FORMVIEW_LEFT : news;
	}
	const char *before = v->looks_up ? arena_text(v->a, v->pick.typed.text) : "";
	if (picklist_on(&v->pick, e)) {
		if (v->looks_up && !text_same(before, v->pick.typed.text))
			look_up(v);
		return FORMVIEW_USED;
	}
	/* Any other key belongs to the screen; what was being chosen is taken first. */
	pick_take(v);
	formview_enter(v);
	return FORMVIEW_NOT_MINE;
}

/* ---- the calendar of a date ---- */

/* It begins with what stands in the field, where that is a day. */
static void calendar_open(struct formview *v)
{
	const struct form_scope *scope = &v->state->scope;
	const struct field *f = v->state->focus.field;
	struct day_near near = { .today = scope->today,
		                 .side = field_side(f),
		                 .closed = scope->closed };
	day at;
	if (text_same(scope->lawful_field, f->id))
		near.unlawful = scope->unlawful;
	if (!day_typed_parse(v->entry.text, &near, &at))
		at = DAY_NONE;
	if (f->warns)
		near.side = SIDE_ANY;
	daypick_start(&v->day, at, &near);
	v->dating = true;
}

static enum formview_news calendar_take(struct formview *v)
{
	char iso[64];
	if (!daypick_may_take(&v->day))
		return FORMVIEW_USED;
	day_iso(v->day.at, iso, sizeof iso);
	v->dating = v->typed = false;
	v->left = v->state->focus;
	(void)form_state_leave(v->state, iso);
	enum formview_news news = move(v, 1);
	return news == FORMVIEW_USED ? FORMVIEW_LEFT : news;
}

/* FORMVIEW_NOT_MINE: it closed, and the event goes on to the field or, F4 again, to the screen. */
static enum formview_news on_calendar(struct formview *v, const struct event *e)
{
	bool key = e->kind == EV_KEY;
	if (key && e->key == K_ENTER)
		return calendar_take(v);
	if (key && daypick_key(&v->day, e->key))
		return FORMVIEW_USED;
	v->dating = false;
	return key && e->key == K_ESC ? FORMVIEW_USED : FORMVIEW_NOT_MINE;
}

static enum formview_news on_date(struct formview *v, const struct event *e)
{
	if (v->dating)
		return on_calendar(v, e);
	if (e->kind != EV_KEY || e->key != K_F4)
		return FORMVIEW_NOT_MINE;
	calendar_open(v);
	return FORMVIEW_USED;
}

/* ---- typing ---- */

static size_t digits_in(const char *s)
{
	size_t n = 0;
	for (; *s != '\0'; s++)
		n += *s >= '0' && *s <= '9';
	return n;
}

/* Fixed length and full: it goes on by itself. */
static bool is_full(const struct field *f, const char *text)
{
	size_t n = digits_in(text);
	if (f->kind == KIND_NIK)
		return n == NIK_DIGITS;
	return f->kind == KIND_DATE && n == DATE_DIGITS && text[0] != '+';
}

/* 1230000 becomes 1.230.000 as it is typed; the points that stand there already are its own. */
static void group_digits(struct formview *v)
{
	rupiah amount;
	char digits[24], shown_as[32];
	size_t n = 0;
	for (const char *s = v->entry.text; *s != '\0' && n < sizeof digits - 1; s++) {
		if (*s >= '0' && *s <= '9')
			digits[n++] = *s;
		else if (*s != '.')
			return;
	}
	digits[n] = '\0';
	if (v->entry.at != v->entry.length || !money_plain_parse(digits, &amount))
		return;
	money_digits(amount, shown_as, sizeof shown_as);
	if (!text_same(shown_as, v->entry.text))
		entry_set(&v->entry, shown_as);
}

static enum formview_news after_typing(struct formview *v, const struct event *e)
{
	const struct field *f = v->state->focus.field;
	v->typed = true;
	v->state->changed = true;
	if (e->kind != EV_TEXT && e->kind != EV_PASTE)
		return FORMVIEW_USED;
	if (f->kind == KIND_RUPIAH)
		group_digits(v);
	if (!is_full(f, v->entry.text) || v->entry.at != v->entry.length)
		return FORMVIEW_USED;
	enum formview_news news = move(v, 1);
	v->advanced = news != FORMVIEW_LAST;
	return news;
}

static const struct {
	enum key key;
	int by;
	bool page;
} moves[] = {
	{ K_ENTER, 1, false },    { K_TAB, 1, false }, { K_DOWN, 1, false },
	{ K_BACKTAB, -1, false }, { K_UP, -1, false }, { K_F8, 1, true },
	{ K_PGDN, 1, true },      { K_F7, -1, true },  { K_PGUP, -1, true },
};

static enum formview_news on_move_key(struct formview *v, enum key key)
{
	for (size_t i = 0; i < COUNT_OF(moves); i++) {
		if (moves[i].key == key)
			return moves[i].page ? page(v, moves[i].by) : move(v, moves[i].by);
	}
	return FORMVIEW_NOT_MINE;
}

static enum formview_news on_choice(struct formview *v, const struct event *e)
{
	bool key = e->kind == EV_KEY;
	if (v->picking)
		return on_pick(v, e);
	if (key && (e->key == K_F4 || e->key == K_BACKSPACE || e->key == K_DEL)) {
		pick_open(v);
		return FORMVIEW_USED;
	}
	if (e->kind == EV_TEXT || e->kind == EV_PASTE) {
		pick_open(v);
		return text_same(e->text, " ") ? FORMVIEW_USED : on_pick(v, e);
	}
	return key ? on_move_key(v, e->key) : FORMVIEW_NOT_MINE;
}

/* Figures are typed anew rather than mended, and so is what nobody has typed: the first letter
 * takes the place of what stood there (Ctrl-_ brings it back), unless a key went into it before. */
static const bool typed_anew[KIND_COUNT] = {
	[KIND_NIK] = true,    [KIND_DATE] = true,   [KIND_TIME] = true,
	[KIND_NUMBER] = true, [KIND_RUPIAH] = true,
};

static void make_way(struct formview *v, const struct field *f)
{
	static const struct event clear = { .kind = EV_KEY, .key = K_CTRL_A + ('U' - 'A') };
	bool anew = typed_anew[f->kind] ||
	            (f->kind != KIND_LINES &&
	             values_proposed(&v->state->values, f->list, v->state->focus.row, f->id));
	if (anew && !v->typed && !v->edits && v->entry.length > 0)
		(void)entry_on(&v->entry, &clear);
}

/* The Enter or Tab of a scanner, or of a hand, after a field that already went on by itself: one,
 * and none once anything else was pressed. */
static bool belongs_to_full(struct formview *v, const struct event *e)
{
	bool was_full = v->advanced;
	v->advanced = false;
	return was_full && e->kind == EV_KEY && (e->key == K_ENTER || e->key == K_TAB);
}

static enum formview_news on_editor(struct formview *v, const struct event *e)
{
	bool types = e->kind != EV_KEY;
	if (types)
		make_way(v, v->state->focus.field);
	if (!entry_on(&v->entry, e))
		return FORMVIEW_NOT_MINE;
	v->edits = v->edits || !types;
	return types || v->entry.changed ? after_typing(v, e) : FORMVIEW_USED;
}

/* ---- a text that fills the screen ---- */

static void full_close(struct formview *v)
{
	const struct field *f = v->state->focus.field;
	v->full.open = false;
	v->entry.width = f->width > 0 && f->width < v->width ? f->width : v->width;
	v->entry.rows = LINES_ROWS;
}

static bool moves_only(const struct event *e)
{
	return e->kind == EV_KEY && (e->key == K_UP || e->key == K_DOWN || e->key == K_LEFT ||
	                             e->key == K_RIGHT || e->key == K_HOME || e->key == K_END);
}

/* The form's other keys do nothing here; those of the screen close the text first. */
static enum formview_news on_full(struct formview *v, const struct event *e)
{
	enum formview_news news = FORMVIEW_USED;
	enum longtext_news made = longtext_on(&v->full, &v->entry, e);
	if (made == LONGTEXT_CLOSED)
		full_close(v);
	if (made != LONGTEXT_NOT_MINE)
		return FORMVIEW_USED;
	if (!v->read_only)
		news = on_editor(v, e);
	else if (moves_only(e))
		(void)entry_on(&v->entry, e);
	bool leaves = e->kind == EV_KEY && (e->key == K_F10 || e->key == K_F3);
	bool over = e->kind == EV_KEY && (e->key == K_F1 || e->key == K_F6);
	if (leaves)
		full_close(v);
	return leaves || over                                   ? FORMVIEW_NOT_MINE
	       : news == FORMVIEW_NOT_MINE && e->kind != EV_KEY ? news
	                                                        : FORMVIEW_USED;
}

void formview_replace(struct formview *v, const char *text)
{
	if (v->state->focus.field == NULL || v->read_only)
		return;
	bool full = v->full.open;
	entry_reuse(&v->entry, TEXT_MOST, v->entry.width, v->entry.rows);
	entry_set(&v->entry, text);
	v->full.open = full;
	v->typed = v->state->changed = true;
}

enum formview_news formview_on(struct formview *v, const struct event *e)
{
	const struct field *f = v->state->focus.field;
	bool types = e->kind == EV_TEXT || e->kind == EV_PASTE, key = e->kind == EV_KEY;
	if (f == NULL || !(types || key))
		return FORMVIEW_NOT_MINE;
	if (v->full.open)
		return on_full(v, e);
	if (key && e->key == K_F4 && f->kind == KIND_LINES) {
		longtext_open(&v->full, &v->entry, v->whole, v->a);
		return FORMVIEW_USED;
	}
	if (belongs_to_full(v, e) || (v->read_only && types))
		return FORMVIEW_USED;
	if ((v->choices != NULL || v->looks_up) && !v->read_only)
		return on_choice(v, e);
	if (f->kind == KIND_DATE && !v->read_only) {
		enum formview_news news = on_date(v, e);
		if (news != FORMVIEW_NOT_MINE)
			return news;
	}
	if (key && e->key == K_F4 && f->kind == KIND_FILE)
		return FORMVIEW_FILE;
	bool edits = !v->read_only && !(key && e->key == K_ENTER && f->kind != KIND_LINES);
	enum formview_news news = edits ? on_editor(v, e) : FORMVIEW_NOT_MINE;
	return news == FORMVIEW_NOT_MINE && key ? on_move_key(v, e->key) : news;
}

/* ---- from outside ---- */

void formview_put(struct formview *v, const char *text)
{
	(void)form_state_leave(v->state, text);
	v->state->changed = true;
	formview_enter(v);
}

void formview_focus(struct formview *v, const char *path)
{
	const char *list, *id;
	int row;
	if (!values_path_parse(path, v->a, &list, &row, &id))
		return;
	const struct field *f = form_field(v->state->form, list, id);
	if (f == NULL)
		return;
	v->state->focus = (struct form_position){ .field = f, .row = row };
	formview_enter(v);
}

void formview_focus_row(struct formview *v, const char *list, int row)
{
	struct form_positions positions = { 0 };
	form_positions(v->state, v->a, &positions);
	for (size_t i = positions.count; i > 0; i--) {
		const struct form_position *s = &positions.items[i - 1];
		if (s->row == row && text_same(s->field->list, list))
			v->state->focus = *s;
	}
	formview_enter(v);
}

/* What was said, and the key that helps with a field of this kind. */
static const char *way_of(const struct field *f)
{
	switch ((int)f->kind) {
	case KIND_CHOICE:
	case KIND_YESNO:
	case KIND_VILLAGE:
	case KIND_FILE:
		return N_("%1 F4: pilihan.");
	case KIND_LINES:
		return N_("%1 F4: layar penuh.");
	case KIND_DATE:
		return N_("%1 F4: kalender.");
	default:
		return "%1";
	}
}

const char *formview_fault(const struct formview *v, bool *stops)
{
	const struct form_position *const positions[] = { &v->state->focus, &v->left };
	*stops = false;
	for (size_t i = 0; i < COUNT_OF(positions); i++) {
		const struct form_position *s = positions[i];
		const struct form_fault *f = s->field == NULL
		                                 ? NULL
		                                 : form_state_fault(v->state, s->field, s->row);
		if (f == NULL)
			continue;
		*stops = f->stops;
		bool helps = f->stops && i == 0 && !v->picking;
		return message_text(v->a, helps ? _(way_of(s->field)) : "%1",
		                    fault_text(v->a, &f->fault));
	}
	return "";
}
