/* The editor of one field: a line, or a paragraph of several. Pure: it holds text and a cursor,
 * takes events, paints into cells.
 *
 * The cursor moves and deletes by graphemes, so that no mark is ever parted from its letter. Which
 * part is seen follows from the cursor alone: the window jumps by halves of itself, and nothing has
 * to be kept in step with the size of the screen. */
#ifndef LOKET_DESK_ENTRY_H
#define LOKET_DESK_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/arena.h"
#include "loket/cells.h"
#include "loket/tty.h"

/* One change, to be taken back or done again: `inserted` bytes at `at` make way for `removed`. */
struct entry_undo {
	size_t at, inserted;
	const char *removed;
};

enum { ENTRY_UNDOS = 64 };

struct entry {
	char *text; /* NUL-terminated, in the arena; read it freely, change it through the functions
	             */
	size_t length, most; /* bytes */
	size_t capacity;     /* bytes of `text`; it grows up to `most` */
	size_t at;           /* the cursor: bytes before it, always between graphemes */
	int width,
	    rows;  /* where it is drawn; set them anew at EV_SIZE. More than one row: a paragraph */
	int goal;  /* the column Up and Down aim at; -1: where the cursor is */
	bool full; /* the last event brought more than there is space for */
	bool changed; /* the last event changed the text */
	bool secret;  /* shown as "•" */
	bool bare;    /* nothing is drawn where it is empty */
	struct entry_undo undo[ENTRY_UNDOS];
	size_t undo_count,
	    redo_count;  /* those to be done again lie behind those to be taken back */
	const char *cut; /* what Ctrl-K, Ctrl-U, Ctrl-W or Alt-D took out last, or NULL */
	struct arena *a; /* not owned */
};

void entry_init(struct entry *e, struct arena *a, size_t most, int width, int rows);
/* Empty again, for another field: its memory serves on, and what was cut stays. */
void entry_reuse(struct entry *e, size_t most, int width, int rows);
/* Another text, cut at `most`; the cursor at its end, nothing to take back. */
void entry_set(struct entry *e, const char *text);

/* True when the event was the editor's, whether or not it could do something. Not the editor's are
 * Enter, Tab, Up, Down in a line; and in a paragraph Tab, and Up and Down at its first and last
 * line; nor Ctrl-_ and Ctrl-R where nothing is to be taken back or done again. */
bool entry_on(struct entry *e, const struct event *event);

/* Up or down by lines, to the first or last of them. */
void entry_lines(struct entry *e, int by);
/* Where the cursor is, in lines as they were typed. Each counts from 1. */
struct entry_place {
	size_t line, lines, column;
};
struct entry_place entry_place(const struct entry *e);
/* To the next place behind the cursor that reads so, large and small letters of ASCII alike; from
 * the start again where there is none. False: nowhere. */
bool entry_find(struct entry *e, const char *what, bool *from_start);

/* The field with "_" where it is empty; when `focused` the cursor too. */
void entry_draw(const struct entry *e, struct cells *c, int row, int col, bool focused);

#endif
