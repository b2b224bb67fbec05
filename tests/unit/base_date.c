/* Days: every one from 1800 to 2200 goes through the calendar and comes back. */
#include <string.h>

#include "loket/date.h"
#include "loket/list.h"

#include "unit.h"

static day day_of(int year, int month, int date)
{
	day d = DAY_NONE;
	assert_true(day_from_ymd((struct ymd){ year, month, date }, &d));
	return d;
}

static void every_day_comes_back(void **state)
{
	(void)state;
	day first = day_of(1800, 1, 1), last = day_of(2200, 12, 31);
	day today = day_of(2026, 11, 25);
	assert_int_equal(first, -62091);
	assert_int_equal(day_of(1900, 1, 1), -25567);
	assert_int_equal(day_of(1970, 1, 1), 0);
	assert_int_equal(last - first + 1, 401 * 365 + 97);
	for (day d = first; d <= last; d++) {
		char s[64];
		day again;
		assert_true(day_from_ymd(day_ymd(d), &again));
		assert_int_equal(again, d);
		day_show(d, s, sizeof s);
		assert_true(day_figures_parse(s, today, &again));
		assert_int_equal(again, d);
		day_iso(d, s, sizeof s);
		assert_true(day_figures_parse(s, today, &again));
		assert_int_equal(again, d);
		again = DAY_NONE;
		assert_true(day_iso_parse(s, &again));
		assert_int_equal(again, d);
		if (d > first)
			assert_int_equal(day_weekday(d), day_weekday(d - 1) % 7 + 1);
	}
}

static void dates_that_are_none_are_refused(void **state)
{
	(void)state;
	static const struct ymd cases[] = {
		{ 2023, 2, 29 }, { 1900, 2, 29 },  { 2100, 2, 29 }, { 2024, 2, 30 },
		{ 2024, 4, 31 }, { 2024, 0, 1 },   { 2024, 13, 1 }, { 2024, 1, 0 },
		{ 2024, 1, 32 }, { 1799, 12, 31 }, { 2201, 1, 1 },  { 0, 1, 1 },
		{ -1, 1, 1 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day d;
		assert_false(day_from_ymd(cases[i], &d));
	}
	day_of(2000, 2, 29);
	day_of(2024, 2, 29);
}

static const char *weekend_or_30_november(const void *self, day d)
{
	return self != NULL || day_weekday(d) > 5 || d == day_of(2026, 11, 30) ? "tutup" : NULL;
}

static void dates_are_read_as_clerks_type_them(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *iso; /* NULL: refused */
	} cases[] = {
		{ "25051985", "1985-05-25" },
		{ "250585", "1985-05-25" },
		{ "25-5-85", "1985-05-25" },
		{ "25/05/1985", "1985-05-25" },
		{ "25.5.1985", "1985-05-25" },
		{ "25 5 1985", "1985-05-25" },
		{ "1985-05-25", "1985-05-25" },
		{ "1985-5-5", "1985-05-05" },
		{ "1-1-26", "2026-01-01" },
		{ "1-1-46", "2046-01-01" }, /* twenty years ahead at most */
		{ "1-1-47", "1947-01-01" },
		{ "010100", "2000-01-01" },
		{ "290200", "2000-02-29" },
		{ "+0", "2026-11-25" },
		{ "+3", "2026-11-28" },
		{ "+7", "2026-12-02" },
		{ "-1", "2026-11-24" },
		{ "-365", "2025-11-25" },
		{ "", NULL },
		{ "+", NULL },
		{ "+-3", NULL },
		{ "+99999999999", NULL },
		{ "-149999", NULL }, /* before 1800 */
		{ "2505198", NULL },
		{ "5-1985", NULL },
		{ "25-5/85", NULL },
		{ "25--85", NULL },
		{ "25-5-985", NULL },
		{ "25-5-19855", NULL },
		{ "125-5-1985", NULL },
		{ "25-005-1985", NULL },
		{ "+3 hari kerja",
		  "2026-12-01" }, /* 28, 29: the end of the week; 30: closed below */
		{ "-2 hari kerja", "2026-11-23" },
		{ "0 hari kerja lagi", "2026-11-25" },
		{ "+1001 hari kerja", NULL },
		{ "+12 tahun", "2038-11-25" },
		{ "+200 tahun", NULL },
		{ "rabu", "2026-12-02" },
		{ "selasa", "2026-12-01" },
		{ "kamis", "2026-11-26" },
		{ "rabu ini", "2026-11-25" },
		{ "jumat depan", "2026-12-04" },
		{ "rabu lalu", "2026-11-18" },
		{ "25 mei", "2027-05-25" },
		{ "26 mei", "2027-05-26" },
		{ "27 mei", "2026-05-27" }, /* 182 days before is nearer than 183 after */
		{ "1985-05-1985", NULL },
		{ "31-4-2026", NULL },
		{ "29-2-2023", NULL },
		{ "25-5-1985x", NULL },
		{ "besok", "2026-11-26" },
	};
	const struct closed_days closed = { .why = weekend_or_30_november };
	day today = day_of(2026, 11, 25);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day d;
		char iso[64];
		const struct day_near near = { .today = today, .closed = closed };
		bool good = day_typed_parse(cases[i].typed, &near, &d);
		if (good != (cases[i].iso != NULL))
			fail_msg("\"%s\" is %s", cases[i].typed, good ? "a day" : "none");
		if (cases[i].iso == NULL)
			continue;
		day_iso(d, iso, sizeof iso);
		assert_string_equal(iso, cases[i].iso);
	}
}

/* The keyboard's reader takes each of these; from a machine they are no dates. */
static void a_machine_spells_a_date_in_one_way(void **state)
{
	(void)state;
	static const char *const typed[] = {
		"25-11-2026", "25/11/2026", "25.11.2026", "25 11 2026", "25112026",   "251126",
		"25-11-26",   "+3",         "-1",         "+0",         "2026-11-5",  "2026-1-25",
		"2026/11/25", "2026.11.25", "2026 11 25", "20-11-2026", "05-06-2026",
	};
	static const char *const never[] = {
		"",           "2026-11-31",  "2026-00-10",  "2026-13-01",    "1799-12-31",
		"2201-01-01", "2026-11-25Z", " 2026-11-25", "2026-11-25 ",   "2026-11-25T00:00:00Z",
		"2026-11",    "+2026-11-25", "-2026-11-25", "2026-11-2\xd9", "2026-11-25+07:00",
	};
	day today = day_of(2026, 11, 25), d = today;
	for (size_t i = 0; i < COUNT_OF(typed); i++) {
		day by_hand;
		assert_true(
		    day_typed_parse(typed[i], &(struct day_near){ .today = today }, &by_hand));
		assert_false(day_iso_parse(typed[i], &d));
	}
	for (size_t i = 0; i < COUNT_OF(never); i++)
		assert_false(day_iso_parse(never[i], &d));
	assert_int_equal(d, today); /* what is refused leaves the day alone */
}

static void dates_are_shown_in_every_form(void **state)
{
	(void)state;
	static const struct {
		struct ymd date;
		const char *shown, *iso, *words, *full;
	} cases[] = {
		{ { 2026, 11, 25 },
		  "25-11-2026",
		  "2026-11-25",
		  "25 November 2026",
		  "Rabu, 25 November 2026" },
		{ { 1985, 5, 5 }, "05-05-1985", "1985-05-05", "5 Mei 1985", "Minggu, 5 Mei 1985" },
		{ { 1945, 8, 17 },
		  "17-08-1945",
		  "1945-08-17",
		  "17 Agustus 1945",
		  "Jumat, 17 Agustus 1945" },
		{ { 2000, 1, 1 },
		  "01-01-2000",
		  "2000-01-01",
		  "1 Januari 2000",
		  "Sabtu, 1 Januari 2000" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day d = day_of(cases[i].date.year, cases[i].date.month, cases[i].date.day);
		char s[64];
		day_show(d, s, sizeof s);
		assert_string_equal(s, cases[i].shown);
		day_iso(d, s, sizeof s);
		assert_string_equal(s, cases[i].iso);
		day_words(d, s, sizeof s);
		assert_string_equal(s, cases[i].words);
		day_in_full(d, s, sizeof s);
		assert_string_equal(s, cases[i].full);
	}
	assert_string_equal(month_roman(11), "XI");
	assert_string_equal(month_roman(4), "IV");
}

static void a_period_is_a_year_a_month_or_a_day(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		struct ymd first, last;
	} good[] = {
		{ "2026", { 2026, 1, 1 }, { 2026, 12, 31 } },
		{ "1900", { 1900, 1, 1 }, { 1900, 12, 31 } },
		{ "2024-02", { 2024, 2, 1 }, { 2024, 2, 29 } },
		{ "2200-12", { 2200, 12, 1 }, { 2200, 12, 31 } },
		{ "2026-11-25", { 2026, 11, 25 }, { 2026, 11, 25 } },
	};
	static const char *const bad[] = { "",           "26",       "2026-",      "2026-13",
		                           "2026-1",     "202-611",  "1799",       "2201",
		                           "2026-02-29", "20261125", "2026/11/25", "-026-11-25" };
	struct period p;
	for (size_t i = 0; i < COUNT_OF(good); i++) {
		struct ymd f = good[i].first, l = good[i].last;
		assert_true(period_parse(good[i].text, &p));
		assert_int_equal(p.first, day_of(f.year, f.month, f.day));
		assert_int_equal(p.last, day_of(l.year, l.month, l.day));
	}
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_false(period_parse(bad[i], &p));
}

static void no_date_shows_as_nothing(void **state)
{
	(void)state;
	static void (*const forms[])(day d, char *out, size_t capacity) = { day_show, day_iso,
		                                                            day_words,
		                                                            day_in_full };
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		char s[64] = "x";
		forms[i](DAY_NONE, s, sizeof s);
		assert_string_equal(s, "");
	}
}

static void months_are_added_within_the_calendar(void **state)
{
	(void)state;
	static const struct {
		struct ymd from;
		int months;
		const char *to;
	} cases[] = {
		{ { 2026, 1, 31 }, 1, "2026-02-28" },    { { 2024, 1, 31 }, 1, "2024-02-29" },
		{ { 2026, 11, 25 }, 2, "2027-01-25" },   { { 2026, 1, 15 }, -1, "2025-12-15" },
		{ { 2026, 3, 31 }, -1, "2026-02-28" },   { { 2026, 5, 5 }, 0, "2026-05-05" },
		{ { 2024, 2, 29 }, 12, "2025-02-28" },   { { 2026, 12, 31 }, -24, "2024-12-31" },
		{ { 2026, 12, 31 }, 120, "2036-12-31" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day d = day_of(cases[i].from.year, cases[i].from.month, cases[i].from.day);
		char s[64];
		day_iso(day_add_months(d, cases[i].months), s, sizeof s);
		assert_string_equal(s, cases[i].to);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_comes_back),
		cmocka_unit_test(dates_that_are_none_are_refused),
		cmocka_unit_test(dates_are_read_as_clerks_type_them),
		cmocka_unit_test(a_machine_spells_a_date_in_one_way),
		cmocka_unit_test(dates_are_shown_in_every_form),
		cmocka_unit_test(a_period_is_a_year_a_month_or_a_day),
		cmocka_unit_test(no_date_shows_as_nothing),
		cmocka_unit_test(months_are_added_within_the_calendar),
	};
	return unit_run(tests);
}
