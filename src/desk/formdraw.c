/* How a form looks: a label column, values beside it, short fields sharing a line where the form
 * says so. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "formview.h"

enum { LABEL = 16, VALUE = LABEL + 1, GAP = 2, LINES_ROWS = 4, BESIDE_COLS = 56 };

int formview_value_width(struct area where)
{
	return where.cols - VALUE;
}

/* One position and its place, relative to the first line of the page. */
struct place_of {
	struct form_position position;
	int line, label_col, label_width, col, width, rows;
};

struct layout {
	struct place_of *items;
	size_t count, capacity;
	int lines;
};

static bool same_page(const struct form_position *a, const struct form_position *b)
{
	return a->row == b->row && text_same(a->field->list, b->field->list);
}

static int width_of(const struct field *f, int left)
{
	return f->width > 0 && f->width < left ? f->width : left;
}

static void place_first(struct place_of *p, struct layout *l, const struct area *where)
{
	p->line = l->lines;
	p->label_col = 0;
	p->label_width = LABEL;
	p->col = VALUE;
	p->width = width_of(p->position.field, where->cols - VALUE);
	p->rows = p->position.field->kind == KIND_LINES ? LINES_ROWS : 1;
	l->lines += p->rows;
}

static bool place_beside(struct place_of *p, const struct place_of *before,
                         const struct area *where)
{
	int label = text_columns(_(p->position.field->label));
	p->line = before->line;
	p->label_col = before->col + before->width + GAP;
	p->label_width = label;
	p->col = p->label_col + label + 1;
	p->rows = 1;
	int left = where->cols - p->col;
	p->width = width_of(p->position.field, left);
	return left > 0;
}

static void lay_out(const struct formview *v, const struct area *where, struct arena *a,
                    struct layout *out)
{
	struct form_positions positions = { 0 };
	form_positions(v->state, a, &positions);
	for (size_t i = 0; i < positions.count; i++) {
		if (v->state->focus.field == NULL ||
		    !same_page(&positions.items[i], &v->state->focus))
			continue;
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct place_of *p = &out->items[out->count];
		p->position = positions.items[i];
		bool beside = out->count > 0 && p->position.field->beside &&
		              where->cols >= BESIDE_COLS;
		if (!beside || !place_beside(p, p - 1, where))
			place_first(p, out, where);
		out->count++;
	}
}

static bool is_focus(const struct formview *v, const struct place_of *p)
{
	return p->position.field == v->state->focus.field && p->position.row == v->state->focus.row;
}

static enum label_state label_state(const struct formview *v, const struct place_of *p)
{
	const struct form_fault *f = form_state_fault(v->state, p->position.field, p->position.row);
	bool fault = f != NULL && f->stops;
	if (is_focus(v, p) && !v->aside)
		return fault ? LABEL_FOCUS_FAULT : LABEL_FOCUS;
	return fault ? LABEL_FAULT : LABEL_PLAIN;
}

static bool chooses(const struct field *f)
{
	return f->kind == KIND_CHOICE || f->kind == KIND_YESNO || f->kind == KIND_VILLAGE;
}

static void draw_value(const struct formview *v, struct cells *c, const struct place_of *p, int row,
                       int col, struct arena *a)
{
	const struct field *f = p->position.field;
	const char *text = values_get(&v->state->values, f->list, p->position.row, f->id);
	const struct form_fault *fault = form_state_fault(v->state, f, p->position.row);
	if (fault == NULL || !fault->stops)
		text = field_said(f, text, &v->state->scope, a);
	if (f->kind == KIND_LINES) {
		if (!v->read_only)
			cells_fill(c, row, col, p->width, STYLE_DIM, "_");
		frame_paragraph(c, (struct area){ row, col, p->rows, p->width }, STYLE_FIELD, text);
		return;
	}
	int used = cells_put_fit(c, row, col,
	                         text_columns(text) < p->width ? text_columns(text) : p->width,
	                         STYLE_FIELD, text);
	if (!v->read_only)
		cells_fill(c, row, col + used, p->width - used, STYLE_DIM, "_");
	if (chooses(f) && !v->read_only && used < p->width)
		cells_put(c, row, col + p->width - 1, STYLE_DIM, "▾");
}

static void draw_place(const struct formview *v, struct cells *c, const struct place_of *p,
                       struct area where, int top, struct arena *a)
{
	int row = where.row + p->line - top, col = where.col + p->col;
	if (p->line < top || p->line + p->rows - top > where.rows)
		return;
	enum label_state state = label_state(v, p);
	const char *label = _(p->position.field->label);
	frame_label(c, row, where.col + p->label_col, state, label);
	if (!is_focus(v, p) || v->read_only || (chooses(p->position.field) && !v->picking)) {
		draw_value(v, c, p, row, col, a);
		if (is_focus(v, p))
			cells_cursor(c, row, col);
		return;
	}
	struct entry e = v->picking ? v->pick.typed : v->entry;
	e.width = p->width;
	entry_draw(&e, c, row, col, true);
	if (c->cursor_row != row) { /* the label goes with the cursor's line */
		frame_label(c, row, where.col, LABEL_PLAIN, label);
		frame_label(c, c->cursor_row, where.col, state, label);
	}
}

/* The list of choices, under its field, or over it where there is no space below; its lines hold
 * nothing else, and the cursor is on the chosen one. */
static void draw_pick(const struct formview *v, struct cells *c, const struct place_of *p,
                      struct area where, int top)
{
	const struct window *w = &v->pick.window;
	int rows = (int)(w->count < w->rows ? w->count : w->rows),
	    row = where.row + p->line - top + 1;
	int col = where.col + VALUE - 2, width = where.cols - VALUE + 2;
	if (row + rows > where.row + where.rows)
		row = where.row + p->line - top - rows;
	if (row < where.row)
		row = where.row;
	for (int i = 0; i < rows; i++) {
		size_t at = w->top + (size_t)i;
		bool chosen = at == w->at;
		cells_fill(c, row + i, where.col, where.cols, STYLE_PLAIN, " ");
		cells_put(c, row + i, col, STYLE_FOCUS, chosen ? "▸" : " ");
		if (chosen) { /* with the label, for who reads the cursor's line alone */
			cells_put(c, row + i, where.col, STYLE_DIM, _(p->position.field->label));
			cells_cursor(c, row + i, col + 2);
		}
		cells_put_fit(c, row + i, col + 2, width - 2, chosen ? STYLE_FOCUS : STYLE_PLAIN,
		              v->pick.labels[v->pick.shown[at]]);
	}
	if (rows == 0) {
		cells_fill(c, row, where.col, where.cols, STYLE_PLAIN, " ");
		cells_put_fit(c, row, col + 2, width - 2, STYLE_WARNING,
		              formview_is_open(v)
		                  ? _("tidak ada dalam daftar; Enter memakai yang diketik")
		                  : _("tidak ada yang cocok; Backspace lalu ketik lain"));
	}
}

/* The calendar, under its field, or as high as it needs to be; its lines hold nothing else. */
static void draw_calendar(const struct formview *v, struct cells *c, const struct place_of *p,
                          struct area where, int top)
{
	int rows = daypick_rows(&v->day), down = p->line - top + 1;
	int indent = where.cols < BESIDE_COLS ? 0 : VALUE;
	rows = rows < where.rows ? rows : where.rows;
	down = down + rows > where.rows ? where.rows - rows : down;
	for (int i = 0; i < rows; i++)
		cells_fill(c, where.row + down + i, where.col, where.cols, STYLE_PLAIN, " ");
	daypick_draw(&v->day, c,
	             (struct area){ where.row + down, where.col + indent, rows,
	                            where.cols - indent });
}

void formview_draw(const struct formview *v, struct cells *c, struct area where)
{
	struct arena a = arena_start(64 * MIB);
	struct layout l = { 0 };
	const struct place_of *focus = NULL;
	lay_out(v, &where, &a, &l);
	for (size_t i = 0; i < l.count; i++) {
		if (is_focus(v, &l.items[i]))
			focus = &l.items[i];
	}
	int top = 0;
	if (focus != NULL && l.lines > where.rows && focus->line + focus->rows > where.rows - 1)
		top = focus->line + focus->rows - (where.rows - 1);
	for (size_t i = 0; i < l.count; i++)
		draw_place(v, c, &l.items[i], where, top, &a);
	if (v->picking && focus != NULL)
		draw_pick(v, c, focus, where, top);
	if (v->dating && focus != NULL)
		draw_calendar(v, c, focus, where, top);
	arena_drop(&a);
}
