/* The looks of the eight roles. No meaning is carried by colour alone: each role that matters
 * differs from plain without colours too, or has a sign beside it. */
#include <curses.h>

#include "private.h"

/* A field is plain: its blanks are "_" and its label bears the focus, so that a letter typed costs
 * the line one byte. Pairs are numbered by their colour, so that pair 0 stays the terminal's own.
 */
static const struct {
	attr_t attributes, mono;
	short colour;
} looks[STYLE_COUNT] = {
	[STYLE_TITLE] = { A_BOLD, A_BOLD, 0 },
	[STYLE_DIM] = { A_DIM, A_DIM, 0 },
	[STYLE_FOCUS] = { A_REVERSE, A_REVERSE, 0 },
	[STYLE_DONE] = { A_NORMAL, A_NORMAL, COLOR_GREEN },
	[STYLE_WARNING] = { A_BOLD, A_UNDERLINE, COLOR_YELLOW },
	[STYLE_FAULT] = { A_BOLD, A_BOLD | A_REVERSE, COLOR_RED },
};

bool style_start(bool bare)
{
	if (bare || !has_colors() || start_color() == ERR || use_default_colors() == ERR)
		return false;
	for (int i = 0; i < STYLE_COUNT; i++) {
		if (looks[i].colour != 0)
			init_pair(looks[i].colour, looks[i].colour, -1);
	}
	return true;
}

void style_look(enum style style, bool colours, unsigned *attributes, short *pair)
{
	*attributes = colours ? looks[style].attributes : looks[style].mono;
	*pair = colours ? looks[style].colour : 0;
}
