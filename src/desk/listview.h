/* A list on the screen: a line to type in where the screen has one, titles, rows in columns with a
 * cursor, the sum below them, a sentence where there are none. Screens give the columns and, one by
 * one, the rows that are seen. */
#ifndef LOKET_DESK_LISTVIEW_H
#define LOKET_DESK_LISTVIEW_H

#include "frame.h"
#include "picklist.h"
#include "screen.h"

enum { LISTVIEW_COLUMNS = 12 };

struct listview_column {
	const char *title; /* msgid, "" : none */
	int width;         /* columns of the screen; 0: shares what the others leave */
	int share;         /* of those that share; 0 is 1 */
	bool right;        /* figures */
	/* By what the rows are sorted, and that the figures are money to be added up below. */
	enum { LISTVIEW_TEXT, LISTVIEW_FIGURE, LISTVIEW_MONEY } by;
	enum { LISTVIEW_ALWAYS, LISTVIEW_NARROW, LISTVIEW_WIDE } windows;
};

struct listview_row {
	const char *cells[LISTVIEW_COLUMNS]; /* by column, also of those not seen; NULL: empty */
	int64_t figures[LISTVIEW_COLUMNS];   /* of columns that are not sorted by their text */
	const struct id *filing;             /* shown in short beside the list; NULL: none */
	const char *key;                     /* by which it is tagged; NULL: it cannot be */
	bool dim;                            /* over and done with */
	bool marked;                         /* a warning sign at the edge */
};

/* What a screen's list is. */
struct listing {
	const struct listview_column *columns;
	size_t column_count;
	int above, below;   /* rows of the body left to the screen */
	const char *typing; /* msgid before what is typed; NULL: nothing is typed */
	size_t typed_most;  /* bytes */
	bool aside;         /* where the window is wide, the row's filing or the screen's own stands
	                     * beside it */
	bool fixed;         /* the rows have an order of their own and no other */
	bool tags;          /* several rows can be chosen to act on */
	bool narrows;       /* what is typed leaves only the rows that match */
	const char *empty;  /* msgid */
	/* `at` counts all rows; texts may live in d->scratch. NULL: the screen draws them. */
	void (*row)(const void *model, const struct desk *d, size_t at, struct listview_row *out);
};

struct listview {
	const struct listing *listing;
	struct picklist list; /* its window over all rows, or over those that match */
	bool in_typing;       /* the cursor stands in what is typed */
	/* The column that the rows are sorted by, from 1; 0: the order in which they were read. A
	 * screen whose rows are fixed says here how it read them. */
	size_t sorted;
	bool down;     /* the largest first */
	size_t *order; /* the rows as they stand, where they are sorted */
	size_t order_capacity;
	const char **tags; /* keys of the rows that are tagged */
	size_t tag_count, tag_capacity;
	rupiah sums[LISTVIEW_COLUMNS]; /* of money, of the rows that are shown */
	struct arena *memory;          /* not owned */
};

enum { LISTVIEW_TYPED = 40 }; /* columns for what is typed */

void listview_init(struct listview *v, const struct listing *l, struct arena *a);
/* Other rows were read; the chosen one stays chosen while it exists. */
void listview_fit(struct listview *v, size_t count, const struct desk *d);
/* The same for a list that narrows: by what each row is found. `a` is that of what was read. */
void listview_offer(struct listview *v, const char *const *labels, size_t count, struct arena *a,
                    const struct desk *d);
/* Chooses a row, wherever it stands. */
void listview_go(struct listview *v, size_t row);
/* The chosen row; the count of all rows when there is none. */
size_t listview_at(const struct listview *v);

bool listview_tagged(const struct listview *v, const char *key);
void listview_untag(struct listview *v);

enum listview_news { LISTVIEW_NOT_MINE, LISTVIEW_MOVED, LISTVIEW_CHANGED /* what is typed */ };
enum listview_news listview_on(struct listview *v, const struct desk *d, const struct event *e);

/* `model` begins with a struct listview. */
void listview_draw(const void *model, const struct desk *d, struct cells *c);
struct area listview_rows(const struct listview *v, const struct cells *c); /* titles and rows */
/* Are the columns of wide windows seen? */
bool listview_is_wide(const struct listing *l, int cols);
/* "3 ditandai · halaman 1 dari 3" above the list, at the right; no page where one is all. */
void listview_pages(const struct listview *v, const struct desk *d, struct cells *c, int64_t page,
                    int64_t pages);
/* The rows left to the screen, above the titles (below what is typed) and below the rows. */
struct area listview_above(const struct listview *v, const struct cells *c);
struct area listview_below(const struct listview *v, const struct cells *c);

/* For the rows of keys of a screen whose model begins with a list: is a row chosen, are there more
 * than are seen. */
bool listview_when_any(const void *model);
bool listview_when_scrolls(const void *model);
bool listview_when_sorts(const void *model);
bool listview_when_tags(const void *model);   /* a row could be tagged */
bool listview_when_tagged(const void *model); /* one is */
/* clang-format off */ /* its versions disagree about braces in macros */
#define LISTVIEW_TAGS { .name = "Ins", .label = N_("tandai"), .when = listview_when_tags }
#define LISTVIEW_SORTS { .name = "< >", .label = N_("urutkan"), .when = listview_when_sorts }
#define LISTVIEW_PAGES { .name = "F7 F8", .label = N_("halaman"), .when = listview_when_scrolls }
/* clang-format on */

#endif
