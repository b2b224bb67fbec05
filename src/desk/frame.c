/* The four places of every screen. */
#include "frame.h"

#include <stdio.h>

#include "loket/fault.h"
#include "loket/list.h"
#include "loket/text.h"

#include "keys.h"
#include "wrap.h"

enum {
	MARGIN = 1,
	HINT_GAP = 2,   /* blank columns at both sides */
	RAIL_COLS = 16, /* then a blank, the sign of a fault and a blank, then the form */
	FORM_COL = 19,
	SIGN_COLS = 2,
	FORM_COLS = 60, /* of the smallest window; a third of what is more goes to it */
	GAP = 3         /* before the side */
};

/* A blank line under the head, where there is space for one. */
static int first_row(const struct cells *c)
{
	return c->rows < LOW_ROWS ? 1 : 2;
}

struct areas frame_areas(const struct cells *c, enum frame_left wanted)
{
	bool with_rail = wanted == LEFT_RAIL && c->cols >= RAIL_COLS_LEAST;
	int left = with_rail ? FORM_COL : wanted == LEFT_NOTHING ? MARGIN : MARGIN + SIGN_COLS;
	int row = first_row(c), rows = c->rows - row - 2, cols = c->cols - left - MARGIN;
	struct areas a = { .body = { row, left, rows, cols } };
	if (with_rail)
		a.rail = (struct area){ row, MARGIN, rows, RAIL_COLS };
	if (c->cols >= WIDE_COLS) {
		a.body.cols = FORM_COLS + (c->cols - WIDE_COLS) / 3 + FORM_COL - left;
		int col = left + a.body.cols + GAP;
		a.side = (struct area){ row, col, rows, c->cols - MARGIN - col };
	}
	return a;
}

struct area frame_whole(const struct cells *c)
{
	int row = first_row(c);
	return (struct area){ row, MARGIN, c->rows - row - 2, c->cols - 2 * MARGIN };
}

bool frame_is_too_small(int rows, int cols)
{
	return rows < SCREEN_ROWS || cols < SCREEN_COLS;
}

void frame_too_small(struct cells *c)
{
	char size[32], needed[32], text[160];
	snprintf(size, sizeof size, "%dx%d", c->cols, c->rows);
	snprintf(needed, sizeof needed, "%dx%d", SCREEN_COLS, SCREEN_ROWS);
	const char *const args[] = { size, needed };
	message_fill(_("Jendela %1 terlalu kecil; perlu %2."), args, COUNT_OF(args), text,
	             sizeof text);
	cells_clear(c);
	frame_paragraph(c, (struct area){ 0, 0, c->rows, c->cols }, STYLE_WARNING, text);
}

void frame_head(struct cells *c, const char *left, const char *right)
{
	int width = c->cols - 2 * MARGIN, taken = text_columns(right);
	cells_put_right(c, 0, MARGIN, width, STYLE_PLAIN, right);
	cells_put_fit(c, 0, MARGIN, width - taken - (taken > 0 ? 2 : 0), STYLE_TITLE, left);
}

/* "Sari, petugas PTSP · Rabu 25-11-2026 09.41" without the first `dropped` parts, in the order
 * in which they give way. */
static void who_words(const struct frame_who *w, int dropped, char *out, size_t capacity)
{
	bool weekday = dropped < 1, date = dropped < 2, role = dropped < 3, name = dropped < 4;
	name = name && !text_is_empty(w->name);
	role = role && name && !text_is_empty(w->role);
	snprintf(out, capacity, "%s%s%s%s%s%s%s%s%s", name ? w->name : "", role ? ", " : "",
	         role ? w->role : "", name ? " · " : "", weekday ? w->weekday : "",
	         weekday ? " " : "", date ? w->date : "", date ? " " : "", w->clock);
}

void frame_head_who(struct cells *c, const char *title, const struct frame_who *who)
{
	enum { PARTS = 5, GAP_COLS = 2 };
	char right[256] = "";
	int width = c->cols - 2 * MARGIN - text_columns(title) - GAP_COLS;
	for (int dropped = 0; dropped < PARTS; dropped++) {
		who_words(who, dropped, right, sizeof right);
		if (text_columns(right) <= width)
			break;
		right[0] = '\0';
	}
	frame_head(c, title, right);
}

void frame_message(struct cells *c, enum style style, const char *text)
{
	int columns = text_columns(text), width = c->cols - 2 * MARGIN;
	cells_put_fit(c, c->rows - 2, MARGIN, columns < width ? columns : width, style, text);
}

static const char *hint_name(const struct key_hint *h)
{
	return h->name != NULL ? h->name : key_name(h->key);
}

static const char *hint_label(const struct key_hint *h)
{
	return h->label != NULL ? h->label : _(key_label(h->key));
}

static int hint_columns(const struct key_hint *h)
{
	return text_columns(hint_name(h)) + 1 + text_columns(hint_label(h));
}

/* What the way back needs at the end: it is always shown. */
static int room_for_way_back(const struct key_hint *hints, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (hints[i].key == K_ESC && hints[i].shown)
			return hint_columns(&hints[i]) + HINT_GAP;
	}
	return 0;
}

void frame_foot(struct cells *c, const struct key_hint *hints, size_t count)
{
	int row = c->rows - 1, col = MARGIN;
	int kept = room_for_way_back(hints, count);
	bool full = false;
	cells_fill(c, row, 0, c->cols, STYLE_PLAIN, " ");
	for (size_t i = 0; i < count; i++) {
		const struct key_hint *h = &hints[i];
		bool way_back = h->key == K_ESC;
		int capacity = c->cols - MARGIN - col - (way_back ? 0 : kept);
		if (!h->shown || (full && !way_back))
			continue;
		full = hint_columns(h) > capacity;
		if (full)
			continue;
		col += cells_put(c, row, col, STYLE_TITLE, hint_name(h)) + 1;
		col += cells_put(c, row, col, STYLE_PLAIN, hint_label(h)) + HINT_GAP;
	}
}

/* ---- the rail ---- */

static const struct {
	const char *sign;
	enum style style;
} rail_signs[] = {
	[RAIL_NOT_BEGUN] = { " ", STYLE_PLAIN }, [RAIL_DONE] = { "✓", STYLE_DONE },
	[RAIL_HERE] = { "▸", STYLE_TITLE },      [RAIL_WAITING] = { "◐", STYLE_WARNING },
	[RAIL_ATTENTION] = { "!", STYLE_FAULT },
};

/* The clock's longer line is broken; what follows stands under its figures. */
static void draw_clock(struct cells *c, struct area where, const char *const *clock, int row)
{
	for (int i = 0; i < 2 && clock[i] != NULL; i++) {
		const char *s = clock[i];
		char line[64];
		int indent = 1;
		bool more;
		do {
			more = wrap_take(&s, where.cols - indent - 1, line, sizeof line);
			cells_put_fit(c, row++, where.col + indent, where.cols - indent, STYLE_DIM,
			              line);
			indent = 7;
		} while (more);
	}
}

int frame_step_key(const char *text, size_t steps)
{
	int at = text[0] == '0' ? 9 : text[0] - '1';
	return at >= 0 && at <= 9 && at < (int)steps ? at : -1;
}

void frame_step_name(size_t at, size_t steps, const char *name, char *out, size_t capacity)
{
	snprintf(out, capacity, "%*zu %s", steps > 9 ? 2 : 1, at + 1, name);
}

void frame_rail(struct cells *c, struct area where, const struct rail *rail)
{
	for (size_t i = 0; i < rail->count; i++) {
		const struct rail_step *step = &rail->steps[i];
		bool focused = rail->focus == (int)i;
		enum style style = focused                   ? STYLE_FOCUS
		                   : step->sign == RAIL_HERE ? STYLE_TITLE
		                                             : STYLE_PLAIN;
		char text[96];
		int row = where.row + (int)i;
		cells_put(c, row, where.col, rail_signs[step->sign].style,
		          rail_signs[step->sign].sign);
		frame_step_name(i, rail->count, step->label, text, sizeof text);
		cells_put_fit(c, row, where.col + 2, where.cols - 2, style, text);
		if (focused)
			cells_cursor(c, row, where.col + 2);
	}
	draw_clock(c, where, rail->clock, where.row + (int)rail->count + 1);
}

int frame_rail_step(struct area where, const struct rail *rail, int row)
{
	int step = row - where.row;
	return step >= 0 && step < (int)rail->count ? step : -1;
}

/* ---- shapes ---- */

void frame_label(struct cells *c, int row, int col, enum label_state state, const char *label)
{
	bool focused = state == LABEL_FOCUS || state == LABEL_FOCUS_FAULT;
	if (state == LABEL_FAULT || state == LABEL_FOCUS_FAULT)
		cells_put(c, row, col - 2, STYLE_FAULT, "!");
	cells_put(c, row, col, focused ? STYLE_FOCUS : STYLE_PLAIN, label);
}

int frame_pairs(struct cells *c, struct area where, int width, const struct pair *pairs,
                size_t count)
{
	int rows = (int)count < where.rows ? (int)count : where.rows;
	for (int i = 0; i < rows; i++) {
		cells_put_fit(c, where.row + i, where.col, width, STYLE_DIM, pairs[i].label);
		cells_put_fit(c, where.row + i, where.col + width, where.cols - width, STYLE_PLAIN,
		              pairs[i].value);
	}
	return rows;
}

void frame_sum(struct cells *c, struct area where, const char *label, const char *amount)
{
	int width = text_columns(amount);
	cells_rule(c, where.row, where.col, where.cols);
	cells_put_fit(c, where.row + 1, where.col, where.cols - width - 1, STYLE_TITLE, label);
	cells_put_right(c, where.row + 1, where.col + where.cols - width, width, STYLE_TITLE,
	                amount);
}

int frame_paragraph(struct cells *c, struct area where, enum style style, const char *text)
{
	int row = 0;
	for (bool more = true; more && row < where.rows; row++) {
		char line[1024];
		more = wrap_take(&text, where.cols, line, sizeof line);
		cells_put(c, where.row + row, where.col, style, line);
	}
	return row;
}

int frame_sentence(struct cells *c, struct area where, enum style style, const char *text)
{
	int used = frame_paragraph(c, where, style, text);
	cells_cursor(c, where.row, where.col);
	return used;
}

static int column_width(struct area where, const struct frame_column *column)
{
	int left = where.cols - column->col;
	return column->width > 0 && column->width < left ? column->width : left;
}

void frame_row(struct cells *c, struct area line, const struct frame_column *columns, size_t count,
               const char *const *texts)
{
	for (size_t i = 0; i < count; i++) {
		int width = column_width(line, &columns[i]), col = line.col + columns[i].col;
		(columns[i].right ? cells_put_right : cells_put_fit)(c, line.row, col, width,
		                                                     STYLE_PLAIN, texts[i]);
	}
}

void frame_choose(struct cells *c, struct area where, int row)
{
	cells_put(c, where.row + row, where.col, STYLE_TITLE, "▸");
	cells_cursor(c, where.row + row, where.col);
}
