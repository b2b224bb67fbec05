/* A picture to the terminal: only cells that changed reach curses, and curses finds the fewest
 * bytes. */
#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "private.h"

void forget_picture(struct term *t)
{
	cells_clear(&t->shown);
	werase(stdscr);
	clearok(curscr, TRUE);
}

static int columns_of(const wchar_t *letters, size_t count)
{
	int sum = 0;
	for (size_t i = 0; i < count; i++) {
		int columns = wcwidth(letters[i]);
		if (columns < 0 || (i > 0 && columns > 0))
			return -1;
		sum += columns;
	}
	return sum;
}

/* The letters of a cell, as many as curses keeps together. */
static size_t letters_of(const struct cell *cell, wchar_t letters[CCHARW_MAX])
{
	mbstate_t state = { 0 };
	size_t count = 0;
	for (size_t at = 0; at < cell->length && count < CCHARW_MAX; count++) {
		size_t bytes = mbrtowc(&letters[count], cell->text + at, cell->length - at, &state);
		if (bytes == 0 || bytes > cell->length)
			return count;
		at += bytes;
	}
	return count;
}

/* Terminals disagree about letters made of several wide ones (families, flags) and about letters
 * newer than they are. Such a cell shows its first letter, or "?", in the columns it was counted
 * with: a poorer picture, but the rest of the row stays in place. Returns how many items of `out`
 * it used. */
static int render(const struct term *t, const struct cell *cell, cchar_t out[2])
{
	wchar_t letters[CCHARW_MAX + 1] = { 0 };
	unsigned attributes;
	short pair;
	style_look((enum style)cell->style, t->colours, &attributes, &pair);
	if (cell->length == 1 && (unsigned char)cell->text[0] < 0x80) { /* nearly all are */
		letters[0] = (unsigned char)cell->text[0];
		setcchar(out, letters, attributes, pair, NULL);
		return 1;
	}
	size_t count = letters_of(cell, letters);
	char plain = sign_plain(cell, t->missing);
	if (plain != '\0') {
		letters[0] = (unsigned char)plain;
		count = 1;
	}
	int columns = columns_of(letters, count);
	if (count == 0 || columns != cell->columns) {
		count = 1;
		columns = wcwidth(letters[0]);
		if (columns < 1 || columns > cell->columns) {
			letters[0] = L'?';
			columns = 1;
		}
	}
	letters[count] = L'\0';
	setcchar(&out[0], letters, attributes, pair, NULL);
	if (columns == cell->columns)
		return 1;
	setcchar(&out[1], L" ", attributes, pair, NULL);
	return 2;
}

/* Gives curses the cells [first, last] of a row, none of which is half a letter. */
static void send_run(const struct term *t, int row, int first, int last)
{
	enum { BATCH = 64 };
	cchar_t batch[BATCH + 1];
	const struct cell *cells = cells_at(&t->shown, row, 0);
	for (int col = first; col <= last;) {
		int start = col, count = 0;
		for (; col <= last && count < BATCH; col++) {
			if (cells[col].columns > 0)
				count += render(t, &cells[col], batch + count);
		}
		mvadd_wchnstr(row, start, batch, count);
		while (col <= last && cells[col].columns == 0)
			col++;
	}
}

static bool is_blank(const struct cell *cell)
{
	return cell->length == 1 && cell->text[0] == ' ' && cell->style == STYLE_PLAIN;
}

static void show_row(struct term *t, int row, const struct cell *now, int cols)
{
	struct cell *old = cells_at(&t->shown, row, 0);
	int first = 0, last = cols - 1;
	if (memcmp(old, now, (size_t)cols * sizeof *now) == 0)
		return;
	while (memcmp(&old[first], &now[first], sizeof *now) == 0)
		first++;
	while (memcmp(&old[last], &now[last], sizeof *now) == 0)
		last--;
	while (first > 0 && (now[first].columns == 0 || old[first].columns == 0))
		first--;
	while (last + 1 < cols && (now[last + 1].columns == 0 || old[last + 1].columns == 0))
		last++;
	memcpy(old + first, now + first, (size_t)(last - first + 1) * sizeof *now);
	int end = cols;
	while (end > first && is_blank(&now[end - 1]))
		end--;
	send_run(t, row, first, end <= last ? end - 1 : last);
	if (end <= last) {
		move(row, end);
		clrtoeol();
	}
}

void term_show(struct term *t, const struct cells *c)
{
	int rows = c->rows < t->shown.rows ? c->rows : t->shown.rows;
	int cols = c->cols < t->shown.cols ? c->cols : t->shown.cols;
	for (int row = 0; row < rows; row++)
		show_row(t, row, cells_at(c, row, 0), cols);
	move(c->cursor_row < rows ? c->cursor_row : rows - 1,
	     c->cursor_col < cols ? c->cursor_col : cols - 1);
	refresh();
}

void term_repaint(struct term *t)
{
	(void)t;
	clearok(curscr, TRUE);
}
