/* An impatient key. F10 decides, so it counts only where a person can have seen what it would
 * decide: the picture has stood for a while, or keys went into the screen since it opened, as they
 * do when somebody types ahead. Pure: the caller brings the time. */
#ifndef LOKET_DESK_HURRY_H
#define LOKET_DESK_HURRY_H

#include <stdbool.h>
#include <stdint.h>

enum { HURRY_WAIT = 700 }; /* milliseconds, where $LOKET_F10_WAIT says no other */

struct hurry {
	int wait;        /* milliseconds that a new picture must have stood */
	bool worked;     /* other keys went into this screen since it was new */
	int64_t painted; /* clock_steady(); -1: not yet */
};

/* The screen, or what F10 would decide on it, is another than before. */
static inline void hurry_new(struct hurry *h)
{
	h->worked = false;
	h->painted = -1;
}

static inline void hurry_painted(struct hurry *h, int64_t now)
{
	if (h->painted < 0)
		h->painted = now;
}

static inline bool hurry_counts(const struct hurry *h, int64_t now)
{
	return h->worked || (h->painted >= 0 && now - h->painted >= h->wait);
}

#endif
