/* The tabular Islamic calendar: 30 years of 10,631 days, eleven of them with a day more. */
#include <stdio.h>

#include "loket/date.h"

enum {
	CYCLE_YEARS = 30,
	CYCLE_DAYS = 10631,
	HIJRAH = -492148, /* 1 Muharam 1: 16 July 622 of the Julian calendar */
};

static const char *const hijri_months[] = {
	"Muharam", "Safar",   "Rabiulawal", "Rabiulakhir", "Jumadilawal", "Jumadilakhir",
	"Rajab",   "Syakban", "Ramadan",    "Syawal",      "Zulkaidah",   "Zulhijah",
};

/* Years 2 5 7 10 13 16 18 21 24 26 29 of each cycle. */
static int hijri_year_days(int year)
{
	return 354 + ((14 + 11 * year) % CYCLE_YEARS < 11);
}

struct ymd day_hijri(day d)
{
	int64_t since = (int64_t)d - HIJRAH;
	int64_t cycle = since / CYCLE_DAYS;
	int rest = (int)(since % CYCLE_DAYS);
	if (rest < 0) { /* before the era itself: years below 1, counted the same way */
		rest += CYCLE_DAYS;
		cycle--;
	}

	int in_cycle = 1;
	for (; rest >= hijri_year_days(in_cycle); in_cycle++)
		rest -= hijri_year_days(in_cycle);

	/* Months have 30 and 29 days by turns; a leap year's day is the last month's thirtieth. */
	int month = rest / 59 * 2 + (rest % 59 >= 30) + 1;
	if (month > 12)
		month = 12;
	int before = (month - 1) / 2 * 59 + (month - 1) % 2 * 30;
	return (struct ymd){
		.year = (int)(cycle * CYCLE_YEARS) + in_cycle,
		.month = month,
		.day = rest - before + 1,
	};
}

void hijri_words(const struct ymd *hijri, char *out, size_t capacity)
{
	snprintf(out, capacity, "%d %s %d H", hijri->day, hijri_months[hijri->month - 1],
	         hijri->year);
}
