/* The picture in memory. */
#include "loket/cells.h"

#include <string.h>

#include "loket/text.h"

enum { MOST_ROWS = 500, MOST_COLS = 1000 };

static const struct cell blank = { .text = " ", .length = 1, .columns = 1 };

static int within(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

void cells_init(struct cells *c, int rows, int cols)
{
	*c = (struct cells){ .memory = arena_start(16 * MIB) };
	cells_size(c, rows, cols);
}

void cells_done(struct cells *c)
{
	arena_drop(&c->memory);
	*c = (struct cells){ 0 };
}

void cells_size(struct cells *c, int rows, int cols)
{
	rows = within(rows, 1, MOST_ROWS);
	cols = within(cols, 1, MOST_COLS);
	if (rows != c->rows || cols != c->cols) {
		arena_drop(&c->memory);
		c->rows = rows;
		c->cols = cols;
		c->at = arena_get(&c->memory, (size_t)rows * (size_t)cols, sizeof *c->at);
	}
	cells_clear(c);
}

void cells_clear(struct cells *c)
{
	size_t count = (size_t)c->rows * (size_t)c->cols;
	for (size_t i = 0; i < count; i++)
		c->at[i] = blank;
	cells_cursor(c, 0, 0);
}

struct cell *cells_at(const struct cells *c, int row, int col)
{
	if (row < 0 || row >= c->rows || col < 0 || col >= c->cols)
		return NULL;
	return &c->at[(size_t)row * (size_t)c->cols + (size_t)col];
}

/* ---- one grapheme ---- */

/* The other half of a wide letter that is about to be overwritten becomes blank. */
static void break_wide(struct cell *here)
{
	if (here->columns == 1)
		return;
	struct cell *half = here->columns == 0 ? here - 1 : here + 1;
	*half = (struct cell){ .text = " ", .length = 1, .columns = 1, .style = half->style };
}

/* The bytes of a grapheme that a cell can keep: whole letters and marks from its start. */
static struct cell cell_of(const char *s, size_t length, int columns, enum style style)
{
	static const char unreadable[] = "\xEF\xBF\xBD"; /* U+FFFD */
	struct cell cell = { .columns = (uint8_t)columns, .style = (uint8_t)style };
	if ((unsigned char)s[0] >= 0x80 && !text_is_valid(s, length)) {
		s = unreadable;
		length = sizeof unreadable - 1;
	}
	if (length > sizeof cell.text) {
		length = sizeof cell.text;
		while (((unsigned char)s[length] & 0xC0) == 0x80)
			length--;
	}
	memcpy(cell.text, s, length);
	cell.length = (uint8_t)length;
	return cell;
}

static void place(struct cells *c, int row, int col, struct cell cell)
{
	struct cell *at = cells_at(c, row, col);
	break_wide(at);
	if (cell.columns == 2) {
		break_wide(at + 1);
		at[1] = (struct cell){ .style = cell.style };
	}
	*at = cell;
}

/* ---- text ---- */

/* Puts graphemes from `col` while they end at or before `end`; those left of the grid are skipped.
 */
/* lint: L11 a place (row, column, width), a style and a text */
static int put_until(struct cells *c, int row, int col, int end, enum style style, const char *s)
{
	int from = col, columns = 0;
	if (s == NULL || row < 0 || row >= c->rows)
		return 0;
	end = end < c->cols ? end : c->cols;
	for (size_t bytes; *s != '\0'; s += bytes) {
		bool single = text_is_single(s);
		bytes = single ? 1 : text_grapheme(s, &columns);
		columns = single ? 1 : columns;
		if (columns == 0)
			continue;
		if (col + columns > end)
			break;
		if (col >= 0)
			place(c, row, col,
			      single ? (struct cell){ { *s }, 1, 1, (uint8_t)style }
			             : cell_of(s, bytes, columns, style));
		col += columns;
	}
	return col - from;
}

int cells_put(struct cells *c, int row, int col, enum style style, const char *text)
{
	return put_until(c, row, col, c->cols, style, text);
}

/* lint: L11 a place (row, column, width), a style and a text */
int cells_fill(struct cells *c, int row, int col, int width, enum style style, const char *glyph)
{
	struct cell cell = cell_of(glyph, strlen(glyph), 1, style);
	for (int i = 0; i < width; i++) {
		if (cells_at(c, row, col + i) != NULL)
			place(c, row, col + i, cell);
	}
	return width;
}

/* lint: L11 a place (row, column, width), a style and a text */
int cells_put_fit(struct cells *c, int row, int col, int width, enum style style, const char *text)
{
	if (width <= 0)
		return 0;
	text = text == NULL ? "" : text;
	/* No letter has more columns than bytes: what is short as bytes is not measured. */
	bool whole = strnlen(text, (size_t)width + 1) <= (size_t)width ||
	             text_columns(text) <= width;
	int used = put_until(c, row, col, col + width - (whole ? 0 : 1), style, text);
	if (!whole)
		used += put_until(c, row, col + used, col + width, style, "…");
	cells_fill(c, row, col + used, width - used, style, " ");
	return width;
}

/* lint: L11 a place (row, column, width), a style and a text */
int cells_put_right(struct cells *c, int row, int col, int width, enum style style,
                    const char *text)
{
	int columns = text == NULL ? 0 : text_columns(text);
	int lead = columns < width ? width - columns : 0;
	cells_fill(c, row, col, lead, style, " ");
	return lead + cells_put_fit(c, row, col + lead, width - lead, style, text);
}

int cells_rule(struct cells *c, int row, int col, int width)
{
	return cells_fill(c, row, col, width, STYLE_DIM, "─");
}

void cells_restyle(struct cells *c, int row, int col, int width, enum style style)
{
	for (int i = 0; i < width; i++) {
		struct cell *cell = cells_at(c, row, col + i);
		if (cell != NULL)
			cell->style = (uint8_t)style;
	}
}

void cells_cursor(struct cells *c, int row, int col)
{
	c->cursor_row = within(row, 0, c->rows - 1);
	c->cursor_col = within(col, 0, c->cols - 1);
}
