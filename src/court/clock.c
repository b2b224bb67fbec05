/* Is our clock to be believed? It is not while it stands before what is already written, years
 * after it, or outside the years of the calendar. A number made by it would stay for ever. */
#include "loket/court.h"

enum clock_doubt clock_doubted(const struct rulebook *b, instant now, instant newest)
{
	const struct court_profile *c = &b->court;
	day today = instant_day(now, &c->zone);
	int year = day_ymd(today).year, first = year, last = year;
	for (size_t i = 0; i < b->calendar.year_count; i++) {
		int one = b->calendar.years[i];
		first = i == 0 || one < first ? one : first;
		last = i == 0 || one > last ? one : last;
	}
	if (year < first || (newest == INSTANT_NONE && year > last + 1))
		return CLOCK_OUTSIDE;
	if (newest == INSTANT_NONE)
		return CLOCK_GOOD;
	if (now < newest - (instant)c->clock_minutes * MINUTE_MS)
		return CLOCK_BACK;
	return today > instant_day(newest, &c->zone) + c->clock_days ? CLOCK_FAR : CLOCK_GOOD;
}

const char *clock_words(enum clock_doubt doubt)
{
	static const char *const words[] = {
		[CLOCK_GOOD] = "",
		[CLOCK_OUTSIDE] = N_("Jam komputer menunjuk %1, di luar kalender pengadilan"),
		[CLOCK_BACK] = N_("Jam komputer menunjuk %1, sebelum catatan terakhir %2"),
		[CLOCK_FAR] = N_("Jam komputer menunjuk %1, jauh sesudah catatan terakhir %2"),
	};
	return words[doubt];
}

bool clock_is_apart(const struct rulebook *b, int64_t apart)
{
	int64_t most = (int64_t)b->court.clock_minutes * MINUTE_MS;
	return apart > most || apart < -most;
}
