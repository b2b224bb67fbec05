/* Is our clock to be believed? It is not while it stands before what is already written, years
 * after it, or outside the years of the calendar. A number made by it would stay for ever. */
#include "loket/court.h"
#include "loket/text.h"

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

/* "25-11-2026 09.41", "bank 25-06-2027 09.41": both, so that people see which one is wrong. */
static bool is_near(const struct rulebook *b, instant now, const struct partner_clock *partner,
                    struct fault *why)
{
	char ours[32], theirs[32];
	const char *name = text_same(partner->name, "sipp") ? "SIPP" : partner->name;
	if (text_is_empty(partner->name) || !clock_is_apart(b, partner->apart))
		return true;
	instant_show(now, &b->court.zone, ours, sizeof ours);
	instant_show(now + partner->apart, &b->court.zone, theirs, sizeof theirs);
	return fault_set(
	    why, FAULT_REFUSED,
	    N_("Jam komputer menunjuk %1, jam %2 %3: uang tidak dibukukan dengan jam "
	       "yang diragukan; minta administrator menyetel jam (NTP) dan menjalankan "
	       "loketd, yang membandingkannya lagi"),
	    ours, name, theirs);
}

bool clock_may_book(const struct rulebook *b, instant now, instant newest,
                    const struct partner_clock *partner, struct fault *why)
{
	char today[16], last[16];
	if (clock_doubted(b, now, newest) == CLOCK_BACK) {
		day_show(instant_day(now, &b->court.zone), today, sizeof today);
		day_show(instant_day(newest, &b->court.zone), last, sizeof last);
		return fault_set(why, FAULT_REFUSED,
		                 N_("Jam komputer menunjuk %1, sebelum catatan terakhir %2; minta "
		                    "administrator menyetel jam (NTP)"),
		                 today, last);
	}
	return is_near(b, now, partner, why);
}
