/* Choosing one of many: a window over rows, and a list that narrows as one types. Pure. */
#ifndef LOKET_DESK_PICKLIST_H
#define LOKET_DESK_PICKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/arena.h"
#include "loket/tty.h"

#include "entry.h"

/* ---- the window: which of `count` rows is chosen, and which are seen ---- */
struct window {
	size_t count, at, top;
	size_t rows; /* seen at once, at least 1 */
};

/* Other sizes; the chosen row stays chosen while it exists, and seen. */
void window_fit(struct window *w, size_t count, size_t rows);
void window_go(struct window *w, size_t at);
/* Up, Down, Home, End, PgUp, PgDn, F7, F8; true when it was one of them. */
bool window_key(struct window *w, enum key key);
/* A press on row `row` of those seen, or the wheel; true when there is such a row. */
bool window_mouse(struct window *w, enum button button, int row);

/* ---- the list ---- */
struct picklist {
	const char *const *labels; /* all rows; not owned */
	const char **keys;         /* their folded text, made when they were offered */
	size_t count;
	size_t *shown;        /* the rows that match what is typed, in their order */
	bool found;           /* the rows were looked up for what is typed */
	struct window window; /* over `shown` */
	struct entry typed;
	struct arena *a; /* not owned */
};

/* `width` columns for what is typed, `rows` for the list. */
void picklist_init(struct picklist *p, struct arena *a, int width, size_t rows);
/* New rows; what is typed stays and is applied to them. */
void picklist_offer(struct picklist *p, const char *const *labels, size_t count);
/* Rows that were found for what is typed: all are shown, and typing on does not narrow them. */
void picklist_found(struct picklist *p, const char *const *labels, size_t count);
/* A row matches when each word typed begins a word of it; case, marks and punctuation do not count.
 */
bool picklist_on(struct picklist *p, const struct event *event);
/* The chosen row's place in `labels`; `count` when none is shown. */
size_t picklist_chosen(const struct picklist *p);

#endif
