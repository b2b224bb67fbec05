/* The looks of the eight roles. No meaning is carried by colour alone: each role that matters
 * differs from plain without colours too, or has a sign beside it. */
#include <curses.h>

#include "private.h"

/* A field is plain: its blanks are "_" and its label bears the focus, so that a letter typed costs
 * the line one byte. `ink` and `ground` are numbers of xterm's 256 colours from 16 on, which every
 * terminal shows alike; both are set, so that they can be read on any background. */
static const struct {
	attr_t attributes, mono;
	short ink, ground;
} looks[STYLE_COUNT] = {
	[STYLE_TITLE] = { A_BOLD, A_BOLD, 0, 0 },
	[STYLE_DIM] = { A_DIM, A_DIM, 0, 0 },
	[STYLE_FOCUS] = { A_REVERSE, A_REVERSE, 0, 0 },
	[STYLE_DONE] = { A_NORMAL, A_NORMAL, 231, 22 },
	[STYLE_WARNING] = { A_NORMAL, A_UNDERLINE, 16, 220 },
	[STYLE_FAULT] = { A_NORMAL, A_BOLD | A_REVERSE, 231, 124 },
};

/* lint: L12 the test of contrast reckons with them */
bool style_colours(enum style style, short *ink, short *ground)
{
	*ink = looks[style].ink;
	*ground = looks[style].ground;
	return *ink != *ground;
}

bool style_start(bool bare)
{
	enum { FIXED = 256 }; /* colours; of fewer each terminal makes what it likes */
	short ink, ground;
	if (bare || !has_colors() || start_color() == ERR || use_default_colors() == ERR ||
	    COLORS < FIXED)
		return false;
	for (int i = 0; i < STYLE_COUNT; i++) {
		if (style_colours((enum style)i, &ink, &ground))
			init_pair((short)i, ink, ground);
	}
	return true;
}

void style_look(enum style style, bool colours, unsigned *attributes, short *pair)
{
	short ink, ground;
	*attributes = colours ? looks[style].attributes : looks[style].mono;
	*pair = colours && style_colours(style, &ink, &ground) ? (short)style : 0;
}
