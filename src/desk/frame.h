/* The four places of every screen: head, body with the rail of steps, message, foot; and the few
 * shapes bodies are made of. It paints what it is given and knows nothing of filings. */
#ifndef LOKET_DESK_FRAME_H
#define LOKET_DESK_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/cells.h"
#include "loket/tty.h"

/* The smallest window that is drawn; below LOW_ROWS bodies keep to what is most needed, and below
 * RAIL_COLS_LEAST there is no rail and no two fields share a line: fonts for weak eyes are large.
 */
enum { SCREEN_ROWS = 12, SCREEN_COLS = 40, LOW_ROWS = 20, RAIL_COLS_LEAST = 80, WIDE_COLS = 120 };
/* A body lower than this has space for its form alone. */
enum { BODY_ROWS_LEAST = 12 };

struct area {
	int row, col, rows, cols;
};

/* Where a screen may paint. `rail` has no columns where it is not wanted or the window is too
 * narrow for it, `side` none below WIDE_COLS. */
struct areas {
	struct area rail, body, side;
};
/* What stands left of the body. */
enum frame_left { LEFT_NOTHING, LEFT_SIGNS /* of faults */, LEFT_RAIL /* and them */ };
struct areas frame_areas(const struct cells *c, enum frame_left left);
/* The body of a screen that is one list: as wide as the window. */
struct area frame_whole(const struct cells *c);

/* Is the window smaller than the smallest that is drawn? Then no key acts. */
bool frame_is_too_small(int rows, int cols);
/* Says so. */
void frame_too_small(struct cells *c);

/* `right` is shown whole, `left` gives way. */
void frame_head(struct cells *c, const char *left, const char *right);
/* Who sits here and what time it is. They give way to the title: the weekday first, then the date,
 * the role, the name and the clock. Without a name there is no role. */
struct frame_who {
	const char *name, *role, *weekday, *date, *clock;
};
void frame_head_who(struct cells *c, const char *title, const struct frame_who *who);
/* STYLE_FAULT, STYLE_WARNING, STYLE_DONE or STYLE_DIM for a hint. */
void frame_message(struct cells *c, enum style style, const char *text);

/* ---- the foot: the keys that work now, most used first; the last ones go when there is no space
 * ---- */
struct key_hint {
	enum key key;
	const char *label; /* in the user's language; NULL: the key's usual word */
	bool shown;        /* false: it would do nothing now */
	const char *name;  /* for letters and pairs ("Y", "F7 F8"); NULL: the key's own */
};
void frame_foot(struct cells *c, const struct key_hint *hints, size_t count);

/* ---- the rail ---- */
enum rail_sign { RAIL_NOT_BEGUN, RAIL_DONE, RAIL_HERE, RAIL_WAITING, RAIL_ATTENTION };
/* The place (from 0) of the step that a digit key means, 0 the tenth; -1: none. */
int frame_step_key(const char *text, size_t steps);
/* "9 Panggilan"; " 9 Panggilan" where there are ten steps or more. 96 bytes. */
void frame_step_name(size_t at, size_t steps, const char *name, char *out, size_t capacity);
struct rail_step {
	enum rail_sign sign;
	const char *label;
};
struct rail {
	const struct rail_step *steps; /* numbered from 1 */
	size_t count;
	int focus;            /* the step under the cursor, from 0; -1: the focus is elsewhere */
	const char *clock[2]; /* "menit 7 / 15", "semua 31 / 95 (105)"; NULL: none */
};
void frame_rail(struct cells *c, struct area where, const struct rail *rail);
/* The step on row `row` of the screen, from 0; -1: none. For the mouse. */
int frame_rail_step(struct area where, const struct rail *rail, int row);

/* ---- shapes ---- */
/* A field's label, "!" before it when its value is refused. */
enum label_state { LABEL_PLAIN, LABEL_FOCUS, LABEL_FAULT, LABEL_FOCUS_FAULT };
void frame_label(struct cells *c, int row, int col, enum label_state state, const char *label);

/* A line of two columns: label, value. */
struct pair {
	const char *label, *value;
};
/* As many as there is space for; rows used. `width` columns for the labels. */
int frame_pairs(struct cells *c, struct area where, int width, const struct pair *pairs,
                size_t count);

/* The rule and the sum below it, at the first two rows of `where`. */
void frame_sum(struct cells *c, struct area where, const char *label, const char *amount);

/* Wrapped text; rows used, at most those of `where`. */
int frame_paragraph(struct cells *c, struct area where, enum style style, const char *text);

/* The same for the sentence that says what now, where there is no field: the cursor rests on it. */
int frame_sentence(struct cells *c, struct area where, enum style style, const char *text);

/* A table: columns at fixed places, measured from the left of the area. */
struct frame_column {
	const char *title; /* in the user's language */
	int col, width;    /* width 0: up to the area's edge */
	bool right;        /* figures */
};
/* One row of texts, at the first of `line`. */
void frame_row(struct cells *c, struct area line, const struct frame_column *columns, size_t count,
               const char *const *texts);
/* "▸" before a row, and the cursor on it. */
void frame_choose(struct cells *c, struct area where, int row);

#endif
