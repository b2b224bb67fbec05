/* A text of several lines on the whole screen: the editor of the field with page keys and a search.
 * Pure. */
#ifndef LOKET_DESK_LONGTEXT_H
#define LOKET_DESK_LONGTEXT_H

#include "entry.h"
#include "frame.h"

struct longtext {
	bool open;
	bool searching; /* the line for what is looked for is open */
	bool missed;    /* it was found nowhere */
	bool again;     /* the last search went on from the start */
	struct entry what;
	struct area where; /* of the text */
};

enum longtext_news {
	LONGTEXT_NOT_MINE, /* the editor's, or the screen's */
	LONGTEXT_USED,
	LONGTEXT_CLOSED /* Esc or F4: back to the form */
};

void longtext_open(struct longtext *l, struct entry *text, struct area whole, struct arena *a);
/* Another window. */
void longtext_fit(struct longtext *l, struct entry *text, struct area whole);
enum longtext_news longtext_on(struct longtext *l, struct entry *text, const struct event *e);
void longtext_draw(const struct longtext *l, const struct entry *text, struct cells *c);

#endif
