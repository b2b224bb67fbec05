/* The days of every channel of data/summons.xml against a reckoning made otherwise, for each day of
 * twenty years, with the holidays of data/calendar.xml: here time is a string of days that are
 * counted off, there it is arithmetic. */
#include "loket/court.h"

#include "fixture.h"

enum { FIRST_YEAR = 2020, YEARS = 20, DAYS = 366 * YEARS, ROOM = 800 };

/* ---- the other reckoning ---- */

struct line {
	struct {
		int year, month, day;
		bool works;
	} days[DAYS + ROOM];
	int count;
	day first; /* the number of days[0] */
};

static int month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : lengths[month - 1];
}

static bool is_holiday(const struct calendar *c, day on)
{
	for (size_t i = 0; i < c->holiday_count; i++) {
		if (c->holidays[i].on == on)
			return true;
	}
	return false;
}

/* 1 January 2020 was a Wednesday. */
static void line_up(const struct calendar *c, struct line *l)
{
	int year = FIRST_YEAR, month = 1, date = 1;
	assert_true(day_from_ymd((struct ymd){ FIRST_YEAR, 1, 1 }, &l->first));
	for (l->count = 0; l->count < DAYS + ROOM; l->count++) {
		int i = l->count, weekday = (i + 2) % 7; /* 0 Monday */
		l->days[i].year = year;
		l->days[i].month = month;
		l->days[i].day = date;
		l->days[i].works = weekday < 5 && !is_holiday(c, l->first + i);
		if (date++ < month_length(year, month))
			continue;
		date = 1;
		year += month == 12;
		month = month == 12 ? 1 : month + 1;
	}
}

/* So many months later by name: the same day of that month, or its last. */
static int months_later(const struct line *l, int from, int months)
{
	int year = l->days[from].year, month = l->days[from].month + months;
	for (; month > 12; month -= 12)
		year++;
	int length = month_length(year, month);
	int date = l->days[from].day < length ? l->days[from].day : length;
	int at = from;
	while (l->days[at].year != year || l->days[at].month != month || l->days[at].day != date)
		at++;
	return at;
}

/* Is a call served on `at` in time for a hearing on `on`? */
static bool in_time(const struct line *l, enum span span, int limit, int at, int on)
{
	int n = 0;
	if (span == SPAN_MONTHS)
		return months_later(l, at, limit) <= on;
	for (int i = at + 1; i <= on; i++)
		n += span == SPAN_CALENDAR || l->days[i].works;
	return n >= limit;
}

static int earliest(const struct line *l, const struct channel *ch, int from)
{
	int served = ch->announced > 0 ? months_later(l, from, ch->announced) : from;
	enum span span = ch->from_registration ? SPAN_WORKING : ch->span;
	int limit = ch->from_registration ? ch->before : ch->limit;
	int on = ch->from_registration ? months_later(l, from, ch->limit) : served;
	while (!in_time(l, span, limit, served, on))
		on++;
	return on;
}

/* ---- the tests ---- */

static void the_first_day_of_a_hearing_is_the_same(void **state)
{
	(void)state;
	static struct line l;
	struct fixture h;
	fixture_open(&h);
	line_up(&h.book->calendar, &l);
	for (size_t k = 0; k < h.book->channel_count; k++) {
		const struct channel *ch = &h.book->channels[k];
		for (int i = 0; i < DAYS; i++) {
			day from = l.first + i;
			assert_int_equal(hearing_earliest(h.book, ch, from, from) - l.first,
			                 earliest(&l, ch, i));
		}
	}
	fixture_close(&h);
}

/* The last day of service in time is, and the day after it is not. */
static void the_last_day_of_service_is_the_same(void **state)
{
	(void)state;
	static struct line l;
	struct fixture h;
	fixture_open(&h);
	line_up(&h.book->calendar, &l);
	for (size_t k = 0; k < h.book->channel_count; k++) {
		const struct channel *ch = &h.book->channels[k];
		enum span span = ch->from_registration ? SPAN_WORKING : ch->span;
		int limit = ch->from_registration ? ch->before : ch->limit;
		for (int i = ROOM; i < DAYS; i++) {
			int last = summons_deadline(h.book, ch, l.first + i) - l.first;
			assert_true(in_time(&l, span, limit, last, i));
			assert_false(in_time(&l, span, limit, last + 1, i));
		}
	}
	fixture_close(&h);
}

/* Days that stand in decrees and in the court's own reckonings. */
static void known_days_come_out(void **state)
{
	(void)state;
	static const struct {
		const char *channel, *from, *hearing;
	} cases[] = {
		{ "elektronik", "2026-12-11", "2026-12-14" },
		{ "surat_tercatat", "2026-12-08", "2026-12-14" },
		{ "jurusita", "2026-12-21", "2026-12-28" }, /* over 24 and 25 December */
		{ "ghaib", "2026-11-30", "2027-03-30" },    /* II on 30-12 */
		{ "luar_negeri", "2026-11-30", "2027-05-30" },
		{ "luar_negeri", "2026-08-31", "2027-02-28" },
	};
	struct fixture h;
	fixture_open(&h);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day from, hearing;
		const struct channel *ch = rulebook_channel(h.book, cases[i].channel);
		assert_non_null(ch);
		assert_true(day_iso_parse(cases[i].from, &from));
		assert_true(day_iso_parse(cases[i].hearing, &hearing));
		assert_int_equal(hearing_earliest(h.book, ch, from, from), hearing);
	}
	fixture_close(&h);
}

/* Where room or panel sit on some weekdays only, a hearing is on one of those. */
static void room_and_panel_sit_on_their_days(void **state)
{
	(void)state;
	enum { MONDAY = 1, WEDNESDAY = 3, FRIDAY = 5 };
	static const struct sitting rooms[] = { { "Satu", 1u << MONDAY | 1u << WEDNESDAY },
		                                { "Dua", 1u << FRIDAY } };
	static const struct sitting panels[] = { { "Ketua", 1u << WEDNESDAY } };
	const struct {
		const char *room, *chair, *from, *on; /* 23-11-2026 is a Monday */
	} cases[] = {
		{ "", "", "2026-11-24", "2026-11-25" },
		{ "", "", "2026-11-26", "2026-11-27" },
		{ "Dua", "", "2026-11-23", "2026-11-27" },
		{ "Satu", "", "2026-11-26", "2026-11-30" },
		{ "Satu", "Ketua", "2026-11-30", "2026-12-02" },
		{ "Dua", "Ketua", "2026-11-23", "2026-11-23" }, /* never together */
		{ "Lain", "Lain", "2026-11-28", "2026-11-30" }, /* not in the file */
	};
	struct fixture h;
	fixture_open(&h);
	h.book->court.rooms = rooms;
	h.book->court.room_count = COUNT_OF(rooms);
	h.book->court.panels = panels;
	h.book->court.panel_count = COUNT_OF(panels);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct values form = { 0 };
		day from, on;
		values_set(&form, &h.a, "", 0, "ruang", cases[i].room);
		values_set(&form, &h.a, "", 0, "ketua_majelis", cases[i].chair);
		assert_true(day_iso_parse(cases[i].from, &from));
		assert_true(day_iso_parse(cases[i].on, &on));
		assert_int_equal(hearing_first(h.book, &form, from), on);
	}
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_day_of_a_hearing_is_the_same),
		cmocka_unit_test(the_last_day_of_service_is_the_same),
		cmocka_unit_test(known_days_come_out),
		cmocka_unit_test(room_and_panel_sit_on_their_days),
	};
	return unit_run(tests);
}
