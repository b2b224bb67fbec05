/* Letters that go out under a number: which have one is data/court.xml, the series is one a year.
 * Plain data; texts live in the arena given. */
#ifndef LOKET_OUTGOING_H
#define LOKET_OUTGOING_H

#include "loket/id.h"
#include "loket/letter.h"

struct outgoing {
	struct id subject; /* the filing, or another court's request */
	const char *paper;
	int which; /* number of the summons; 0: none */
	int year, number;
	const char *name; /* "HK2.6/0012/400000/XI/2026"; "" : it has no number */
	day dated;        /* of the letter, however often it is printed */
	const char *recipient, *about, *case_number;
	int prints; /* of another court's request: how many there were */
	const char *who;
	instant at;
};
struct outgoing_list {
	struct outgoing *items;
	size_t count, capacity;
};

/* NULL: this court numbers no such paper. */
const struct numbered_letter *letter_numbered(const struct court_profile *c, const char *paper);
/* Names, to whom and about what it goes, for a letter with paper, number and day. */
void outgoing_name(const struct court_profile *c, const struct letter_places *p, struct arena *a,
                   struct outgoing *o);

#endif
