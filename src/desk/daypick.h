/* Choosing a day from a month's sheet: what a key does and how it looks. Pure: the day it is and
 * the days on which the court is closed are given. */
#ifndef LOKET_DESK_DAYPICK_H
#define LOKET_DESK_DAYPICK_H

#include "loket/date.h"
#include "loket/tty.h"

#include "frame.h"

struct daypick {
	day at; /* the chosen one */
	struct day_near near;
};

/* `at`: DAY_NONE chooses today. Days on the side that is not wanted can be looked at only. */
void daypick_start(struct daypick *p, day at, const struct day_near *near);
/* Arrows by a day and a week, PgUp, PgDn, F7, F8 by a month, Home to today, End to the month's last
 * day. True when it was one of them. */
bool daypick_key(struct daypick *p, enum key key);
bool daypick_may_take(const struct daypick *p);

/* Rows of the whole sheet: the chosen day in words, the weekdays, six weeks, the month's holidays
 * by name. In fewer rows the names go first, then the weeks away from the chosen day. */
int daypick_rows(const struct daypick *p);
void daypick_draw(const struct daypick *p, struct cells *c, struct area where);
/* The same without the words: the weekdays, the weeks, the holidays. */
void daypick_sheet(const struct daypick *p, struct cells *c, struct area where);

#endif
