/* The line below a list that is worked with digits and Enter. */
#include "digits.h"

#include "loket/text.h"

enum { INDENT = 2, WIDE = 2, NARROW = 1 /* blanks between two words of the line */ };

/* Narrow where they do not fit otherwise. */
static int gap_of(const char *const *labels, size_t count, int width)
{
	int all = 0;
	for (size_t i = 0; i < count; i++)
		all += text_columns(labels[i]) + (i > 0 ? WIDE : 0);
	return all <= width ? WIDE : NARROW;
}

void digits_draw(const struct digits *g, struct cells *c, struct area where)
{
	int col = where.col + INDENT, row = where.row + 1;
	int gap = gap_of(g->labels, g->count, where.cols - INDENT);
	for (size_t i = 0; g->typed[0] == '\0' && i < g->count; i++) {
		if (col + text_columns(g->labels[i]) <= where.col + where.cols)
			col += cells_put(c, row, col, STYLE_PLAIN, g->labels[i]) + gap;
	}
	if (g->typed[0] == '\0')
		return;
	col += cells_put(c, row, col, STYLE_DIM, g->prompt) + 1;
	col += cells_put(c, row, col, STYLE_FOCUS, g->typed);
	cells_cursor(c, row, col);
}
