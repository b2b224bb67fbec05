/* The walk driver: the real program on a pseudo terminal, a terminal emulator to see what a person
 * would see, and walks to say what is pressed and what must then stand on the screen. See README.
 */
#ifndef WALK_H
#define WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>
#include <vterm.h>

#include "keys.h"

enum { ROWS_MAX = 120, COLUMNS_MAX = 400, ROW_BYTES = COLUMNS_MAX * 12 };

/* A picture of the screen as text: per row UTF-8 without trailing blanks, where each column begins
 * and which cells are reversed. */
struct picture {
	int rows, columns, cursor_row, cursor_column;
	char text[ROWS_MAX][ROW_BYTES];
	int start[ROWS_MAX][COLUMNS_MAX + 1];
	bool reversed[ROWS_MAX][COLUMNS_MAX];
};

/* ---- ear.c: what would be heard of the screen ---- */
enum ear_kind { EAR_LABEL, EAR_VALUE, EAR_FAULT, EAR_CHOICE, EAR_MESSAGE, EAR_STATE, EAR_KINDS };
struct console;
struct ear {
	struct picture before, now, between;
	long all[EAR_KINDS], known[EAR_KINDS], missed; /* keys that asked for it, and that told */
	FILE *log;
	char *said;           /* messages, a line each */
	char typed[256];      /* since the last key that is no letter */
	char label[400];      /* of the field that had the focus */
	char foot[ROW_BYTES]; /* the last message */
};
struct ear *ear_open(const char *log);
/* A key was pressed. */
void ear_hear(struct ear *e, struct console *t, const char *key, int patience);
void ear_look(struct ear *e, const struct console *t); /* something was drawn */
void ear_type(struct ear *e, const char *letter);      /* NULL: another key */
const char *ear_missed(struct ear *e, const struct picture *p);
/* Six tests more; the number of all. */
int ear_close(struct ear *e, int tests);

/* ---- term.c: the program on its terminal ---- */
/* A slow line: what is written comes `delay` milliseconds later, in packets of `size` bytes that
 * are `apart` milliseconds apart. */
struct line {
	int delay, size, apart;
	char *waiting;
	size_t length, capacity;
	long next; /* when the next packet comes; ms */
};
struct console {
	int fd;    /* the master side; -1: nothing was started */
	pid_t pid; /* 0: none */
	bool ended;
	int code; /* exit code, or 128 + signal */
	VTerm *vt;
	VTermScreen *screen;
	int rows, columns;
	const char *name; /* TERM */
	long received;    /* bytes so far */
	int clears;       /* how often the program has cleared its screen */
	int state;        /* of the matcher for that */
	bool mouse;       /* the program asked to be told of its buttons */
	bool watching;    /* keep the picture before the next clear in `before` */
	struct picture *now, *before;
	struct line line; /* no size: as fast as it is written */
	bool single;      /* each key is drawn before the next is pressed */
	struct ear *ear;  /* NULL: nobody listens */
	int patience;     /* of those two, milliseconds */
};
void term_open(struct console *t, int rows, int columns, const char *name);
void term_close(struct console *t);
void term_start(struct console *t, const char *command);
/* Takes in what the program wrote, waiting at most `milliseconds` for the first byte. False:
 * nothing came. */
bool term_listen(struct console *t, int milliseconds);
void term_write(struct console *t, const char *bytes, size_t length);
/* Letters, as keys. */
void term_type(struct console *t, const char *text);
/* What was written has all come to the program. */
bool term_sent(struct console *t);
void term_paste(struct console *t, const char *text);
/* Presses a key of key_bytes(); false: the terminal has none such. */
bool term_key(struct console *t, const char *key);
/* Presses and releases the left button there, from 0, if the program asked for that. */
void term_click(struct console *t, int row, int column);
void term_resize(struct console *t, int rows, int columns);
/* Takes in what the program writes, until it has written nothing for some milliseconds. */
void term_quiet(struct console *t);
/* Ctrl-L twice: `before` then holds what stood there when all earlier keys were drawn. */
bool term_fence(struct console *t, int milliseconds);
void term_end(struct console *t, int signal); /* SIGHUP, or the one given; reaped */

/* ---- picture.c: questions to a picture ---- */
void picture_take(struct picture *p, const struct console *t);
void picture_print(const struct picture *p);
bool picture_has(const struct picture *p, const char *text);
/* A word of letters joined by underscores, as data keeps values and no person writes: copied to
 * `word`. What has a dot, a slash or an equals sign beside it is a name of a file or of a program. */
bool picture_raw(const struct picture *p, char *word, size_t capacity);
bool picture_has_at(const struct picture *p, int row, int column, const char *text); /* from 1 */
bool picture_matches(const struct picture *p, const char *regex, char *group, size_t capacity);
bool picture_field(const struct picture *p, const char *label, const char *value);
bool picture_cursor_on(const struct picture *p, const char *label);
bool text_matches(const char *text, const char *regex, char *group, size_t capacity);

/* ---- fill.c: the fields of a form by their labels ---- */
struct focus { /* the label of the field with the focus, and its place */
	int row, column;
	char label[200];
};
struct tally {
	int patience;     /* milliseconds */
	bool settled;     /* this line has seen where the focus is when all keys are drawn */
	bool was_settled; /* and so had the line before */
	long keys, bytes; /* pressed; typed and pasted */
};
bool focus_find(const struct picture *p, struct focus *out);
/* To the field with that label: on this page, else further on, else back. False: there is none. */
bool focus_go(struct console *t, const char *label, struct tally *tally);
/* Replaces what stands in the field by `text`, and leaves it. */
bool focus_fill(struct console *t, const char *label, const char *text, struct tally *tally);

/* ---- table.c: cells by the names of row and column ---- */
/* The cell under the heading `column`, in the first row that has `of`. */
bool picture_cell(const struct picture *p, const char *column, const char *of, char *out,
                  size_t room);
bool csv_cell(const char *csv, const char *column, const char *of, char *out, size_t room);

/* ---- clock.c ---- */
/* The time begins at "2026-11-25T02:41:00Z" for what is started from now on; false: no such instant. */
bool clock_begin(const char *text);

/* ---- words.c: a line of a walk as words ---- */
enum { WORDS_MAX = 12, WORD_BYTES = 4096, NAMES_MAX = 40 };
enum word_kind { WORD_PLAIN, WORD_TEXT, WORD_REGEX };
struct words {
	int count;
	enum word_kind kind[WORDS_MAX];
	char text[WORDS_MAX][WORD_BYTES];
};
struct names { /* what `save` saved */
	int count;
	char name[NAMES_MAX][40], value[NAMES_MAX][WORD_BYTES];
};
void text_copy(char *out, size_t capacity, const char *s); /* cut to fit */
void names_set(struct names *n, const char *name, const char *value);
/* NULL: fine; else what is wrong with the line. */
const char *words_split(const char *line, const struct names *n, struct words *out);

/* ---- verbs.c: what a walk can say ---- */
struct walk {
	struct console term;
	struct names names;
	struct words words;
	char folder[256];   /* temporary; LOKET_HOME is home/ in it */
	char why[2048];     /* why the last line failed */
	char *output;       /* of the last `run`; NUL-terminated */
	long counted;       /* keys when `count from here` was said */
	struct tally tally; /* with the milliseconds a `see` waits at most */
};
struct verb {
	const char *name;
	bool checks; /* a line with it is a test of its own */
	bool (*run)(struct walk *);
};
const struct verb *verb_find(const char *name);

#endif
