/* The terminal: events in, pictures out. The only room that uses curses.
 *
 * Keys and text are different kinds of event, so that no letter is ever taken for a key. A sequence
 * of bytes that is neither is dropped. Esc counts as Esc when $ESCDELAY milliseconds pass without
 * more bytes (unset: 25, over SSH 100), and at once when what follows is no sequence; the rest of a
 * sequence that has begun, which nobody types, is waited for a second. Esc or Alt with a digit is
 * F1 … F10; Alt with another sign that is no key is dropped. A bracketed paste is one event
 * whatever it holds; it cannot press a key. */
#ifndef LOKET_TTY_H
#define LOKET_TTY_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/cells.h"
#include "loket/fault.h"

/* ---- term.c ---- */
/* Ctrl-H, Ctrl-I, Ctrl-J and Ctrl-M arrive as K_BACKSPACE, K_TAB and K_ENTER. */
enum key {
	K_NONE,
	K_ENTER,
	K_ESC,
	K_TAB,
	K_BACKTAB,
	K_BACKSPACE,
	K_DEL,
	K_INS,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PGUP,
	K_PGDN,
	K_F1,
	K_F2,
	K_F3,
	K_F4,
	K_F5,
	K_F6,
	K_F7,
	K_F8,
	K_F9,
	K_F10,
	K_F11,
	K_F12,
	K_CTRL_A, /* … Z follow in the order of the alphabet: key_ctrl() */
	K_CTRL_Z = K_CTRL_A + 25,
	K_CTRL_UNDERSCORE,
	K_ALT_A, /* … Z: key_alt() */
	K_ALT_Z = K_ALT_A + 25
};

static inline enum key key_ctrl(char letter)
{
	return (enum key)(K_CTRL_A + (letter - 'A'));
}

static inline enum key key_alt(char letter)
{
	return (enum key)(K_ALT_A + (letter - 'A'));
}

enum button { BUTTON_LEFT, BUTTON_MIDDLE, BUTTON_RIGHT, BUTTON_WHEEL_UP, BUTTON_WHEEL_DOWN };

enum event_kind {
	EV_KEY,  /* `key` */
	EV_TEXT, /* `text`: one letter, or a mark that belongs to the letter before it */
	/* `text`: newlines as \n, tabs as blanks, other controls dropped; `cut` when too long. */
	EV_PASTE,
	EV_MOUSE, /* `button` pressed or turned at `row`, `col` */
	EV_SIZE,  /* the window's size may have changed, or the picture was lost: draw */
	EV_TICK,  /* the time given to term_next() passed */
	EV_NEWS,  /* `fd` of those given to term_next() is readable */
	EV_END    /* SIGTERM, SIGHUP, SIGINT, or the terminal is gone: keep drafts and leave */
};

struct event {
	enum event_kind kind;
	enum key key;
	const char *text; /* NUL-terminated UTF-8, good until the next term_next() */
	size_t length;
	bool cut;
	int row, col;
	enum button button;
	int fd;
};

/* Longest paste in bytes; what is more is dropped and `cut` says so. */
enum { PASTE_MOST = 256 * 1024 };

struct term;

/* Takes over the terminal on standard input and output: UTF-8, raw keys, mouse where there is one
 * and $LOKET_MOUSE is not 0, the terminal's own background ($NO_COLOR and terminals without
 * colours: bold, underline, reverse; signs that a Linux console's font lacks, or all of them with
 * $LOKET_ASCII: x > ~ and the like). A signal that ends the program, a crash too, restores the
 * terminal. Once per process. Faults: no terminal, TERM unknown or without cursor movement, no
 * UTF-8 locale; each with its remedy. */
MUST_USE bool term_open(struct term **out, struct fault *why);
void term_close(struct term *t); /* NULL is fine */

void term_size(const struct term *t, int *rows, int *cols);

/* Waits for the next event, at most `timeout` milliseconds (-1: no limit); input comes before
 * EV_NEWS. `fds` are `count` (<= 8) descriptors whose readability is EV_NEWS; the caller reads
 * them. */
void term_next(struct term *t, int timeout, const int *fds, size_t count, struct event *e);
/* True when more input is already there, so that drawing can wait and a held key never queues up
 * pictures. */
bool term_pending(struct term *t);
/* Gives the terminal to `work` and takes it back; an interrupt meanwhile was for that. */
void term_lend(struct term *t, void (*work)(void *with), void *with);
void term_bell(struct term *t);
void term_suspend(struct term *t); /* gives the terminal back and stops (Ctrl-Z); EV_SIZE follows */

/* ---- paint.c ---- */
/* Sends the differences to what the terminal shows, and places the cursor. */
void term_show(struct term *t, const struct cells *c);
/* The next term_show() clears the terminal and sends it all again (Ctrl-L). */
void term_repaint(struct term *t);

#endif
