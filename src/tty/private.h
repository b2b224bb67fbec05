/* What the files of tty share. */
#ifndef LOKET_TTY_PRIVATE_H
#define LOKET_TTY_PRIVATE_H

#include "loket/tty.h"

/* ---- event.c: bytes in, events out; pure ---- */
struct key_bytes {
	const char *bytes; /* what is sent, without what leads to the table */
	enum key key;
};

struct decoder {
	char in[4096];
	size_t count;
	/* The terminal's own keys after ESC, asked before the usual ones. */
	const struct key_bytes *own;
	size_t own_count;
	char letter[5]; /* the text of the last EV_TEXT */
	char paste[PASTE_MOST + 1];
	size_t paste_length;
	bool pasting, cut;
};

/* The next event in d->in. `late`: no more bytes are coming, so unfinished sequences are taken as
 * they are. False: more bytes are needed. */
bool decoder_next(struct decoder *d, bool late, struct event *e);

/* ---- term.c ---- */
enum { OWN_KEYS = 32 };

struct term {
	struct screen *screen; /* curses' SCREEN */
	int in, out, signals;
	int esc_wait; /* milliseconds that make an ESC alone the key Esc */
	bool colours;
	unsigned missing;   /* signs the terminal lacks, of sign.c */
	struct cells shown; /* what the terminal shows */
	struct key_bytes own[OWN_KEYS];
	struct decoder decoder;
};

/* ---- paint.c ---- */
/* The picture on the terminal is unknown: the next term_show() clears it and sends all. */
void forget_picture(struct term *t);

/* ---- style.c: curses' attr_t is an unsigned int, named so here to keep curses.h out ---- */
/* After newterm(); `bare`: no colours wanted. True: there are colours. */
bool style_start(bool bare);
/* False: the terminal's own. */
bool style_colours(enum style style, short *ink, short *ground);
void style_look(enum style style, bool colours, unsigned *attributes, short *pair);

/* ---- sign.c ---- */
unsigned signs_missing(int fd, bool all); /* `all`: only ASCII is wanted */
/* What is shown instead; NUL: the cell itself. */
char sign_plain(const struct cell *cell, unsigned missing);

#endif
