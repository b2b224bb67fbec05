/* A picture: a grid of what stands where. A screen draws the whole of it every time; term_show()
 * sends the terminal only what changed, and a test reads it without a terminal. No curses here, no
 * I/O.
 *
 * All text for the screen passes through cells_put…(). It is cut at the grid's edge, and only
 * between graphemes; controls and other letters that take no column never get in, so that no text,
 * whatever its source, can command the terminal. Rows and columns count from 0 at the upper left;
 * what lies outside the grid is left out, so that callers need not look at the size first. */
#ifndef LOKET_CELLS_H
#define LOKET_CELLS_H

#include <stdbool.h>
#include <stdint.h>

#include "loket/arena.h"

/* What a piece of text is, not how it looks: src/tty/style.c says that, for colours and without. */
enum style {
	STYLE_PLAIN,
	STYLE_TITLE,
	STYLE_DIM,
	STYLE_FIELD,
	STYLE_FOCUS,
	STYLE_DONE,
	STYLE_WARNING,
	STYLE_FAULT,
	STYLE_COUNT
};

/* One grapheme. A wide one fills its own cell and the next, whose `columns` is 0. Bytes beyond
 * `length` are 0, so that cells are compared as memory. */
struct cell {
	char text[21]; /* not NUL-terminated; a longer grapheme loses its last marks */
	uint8_t length, columns, style;
};

struct cells {
	struct cell *at; /* row by row; in `memory` */
	int rows, cols;
	int cursor_row, cursor_col; /* where the hardware cursor rests */
	struct arena memory;
};

/* Blank; sizes are held within 1…500 and 1…1000. */
void cells_init(struct cells *c, int rows, int cols);
void cells_done(struct cells *c);
/* Blank again, also when the size is the same. */
void cells_size(struct cells *c, int rows, int cols);
void cells_clear(struct cells *c);                              /* blanks, cursor at 0,0 */
struct cell *cells_at(const struct cells *c, int row, int col); /* NULL outside */

/* Each returns the columns it filled. `text` may be NULL, which is "". */
int cells_put(struct cells *c, int row, int col, enum style style, const char *text);
/* Exactly `width` columns: cut with "…" at the end where too long, else blanks follow / lead. */
int cells_put_fit(struct cells *c, int row, int col, int width, enum style style, const char *text);
int cells_put_right(struct cells *c, int row, int col, int width, enum style style,
                    const char *text);
/* One glyph of one column, again and again. */
int cells_fill(struct cells *c, int row, int col, int width, enum style style, const char *glyph);
/* The line above a sum. */
int cells_rule(struct cells *c, int row, int col, int width);
/* What stands there, in another style. */
void cells_restyle(struct cells *c, int row, int col, int width, enum style style);
void cells_cursor(struct cells *c, int row, int col);

#endif
