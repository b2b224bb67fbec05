/* Counter time: the hours in which the court serves the public. The SOP's minutes are reckoned in
 * it, so that a filing of a Sunday is not late at dawn. Hours: data/court.xml; closed days:
 * data/calendar.xml. */
#include "loket/court.h"

enum { SEARCH_DAYS = 400 };

/* When the counter is open on a day; empty (from = to) when it is closed. */
struct stretch {
	instant from, to;
};

static struct stretch open_on(const struct rulebook *b, day d)
{
	const struct counter_hours *h = &b->court.hours[day_weekday(d) - 1];
	bool closed = calendar_holiday(&b->calendar, d) != NULL;
	instant from = instant_at(d, h->opens, &b->court.zone);
	return (struct stretch){ from, closed ? from : instant_at(d, h->closes, &b->court.zone) };
}

int64_t counter_time(const struct rulebook *b, instant from, instant to)
{
	int64_t sum = 0;
	day last = instant_day(to, &b->court.zone);
	for (day d = instant_day(from, &b->court.zone); from < to && d <= last; d++) {
		struct stretch open = open_on(b, d);
		instant begins = open.from > from ? open.from : from;
		instant ends = open.to < to ? open.to : to;
		if (ends > begins)
			sum += ends - begins;
	}
	return sum;
}

instant counter_before(const struct rulebook *b, instant now, int minutes)
{
	int64_t left = (int64_t)minutes * MINUTE_MS;
	day today = instant_day(now, &b->court.zone);
	for (day d = today; d > today - SEARCH_DAYS; d--) {
		struct stretch open = open_on(b, d);
		instant ends = open.to < now ? open.to : now;
		if (ends <= open.from)
			continue;
		if (ends - open.from >= left)
			return ends - left;
		left -= ends - open.from;
	}
	return now - left; /* a counter that never opens: the clock on the wall */
}
