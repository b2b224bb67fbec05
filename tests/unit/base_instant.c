/* Instants: UTC inside, shown in the court's zone, RFC 3339 on the wire. */
#include "loket/date.h"
#include "loket/list.h"

#include "unit.h"

static const struct zone wib = { "WIB", 420 }, wit = { "WIT", 540 }, west = { "X", -210 };

static void rfc_3339_is_read(void **state)
{
	(void)state;
	static const struct {
		const char *s, *utc; /* NULL: refused */
	} cases[] = {
		{ "2026-11-25T02:41:07Z", "2026-11-25T02:41:07.000Z" },
		{ "2026-11-25T09:41:07+07:00", "2026-11-25T02:41:07.000Z" },
		{ "2026-11-25T09:41:07+0700", "2026-11-25T02:41:07.000Z" },
		{ "2026-11-25 09:41:07.5+07:00", "2026-11-25T02:41:07.500Z" },
		{ "2026-11-25t02:41:07.123456z", "2026-11-25T02:41:07.123Z" },
		{ "2026-11-25T01:00:00+07:00", "2026-11-24T18:00:00.000Z" },
		{ "2026-12-31T20:30:00-03:30", "2027-01-01T00:00:00.000Z" },
		{ "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z" },
		{ "1900-01-01T00:00:00Z", "1900-01-01T00:00:00.000Z" },
		{ "2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z" },
		{ "", NULL },
		{ "2026-11-25", NULL },
		{ "2026-11-25T02:41Z", NULL },
		{ "2026-11-25T02:41:07", NULL },
		{ "2026-11-25T02:41:07.Z", NULL },
		{ "2026-11-25T24:00:00Z", NULL },
		{ "2026-11-25T02:60:00Z", NULL },
		{ "2026-02-30T02:41:07Z", NULL },
		{ "2026-11-25T02:41:07+24:00", NULL },
		{ "2026-11-25T02:41:07+7:00", NULL },
		{ "2026-11-25T02:41:07Zx", NULL },
		{ "26-11-25T02:41:07Z", NULL },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		instant t;
		char s[64];
		assert_int_equal(instant_parse(cases[i].s, &t), cases[i].utc != NULL);
		if (cases[i].utc == NULL)
			continue;
		instant_utc(t, s, sizeof s);
		assert_string_equal(s, cases[i].utc);
	}
}

static void instants_are_shown_in_the_zone(void **state)
{
	(void)state;
	static const struct {
		const char *utc;
		const struct zone *zone;
		const char *shown, *clock, *local;
		int minute;
	} cases[] = {
		{ "2026-11-25T02:41:07Z", &wib, "25-11-2026 09.41", "09.41",
		  "2026-11-25T09:41:07+07:00", 581 },
		{ "2026-11-25T16:59:59Z", &wib, "25-11-2026 23.59", "23.59",
		  "2026-11-25T23:59:59+07:00", 1439 },
		{ "2026-11-25T17:00:00Z", &wib, "26-11-2026 00.00", "00.00",
		  "2026-11-26T00:00:00+07:00", 0 },
		{ "2026-11-25T15:00:00Z", &wit, "26-11-2026 00.00", "00.00",
		  "2026-11-26T00:00:00+09:00", 0 },
		{ "1970-01-01T00:00:00Z", &west, "31-12-1969 20.30", "20.30",
		  "1969-12-31T20:30:00-03:30", 1230 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct zone *z = cases[i].zone;
		instant t, again;
		char s[64];
		assert_true(instant_parse(cases[i].utc, &t));
		instant_show(t, z, s, sizeof s);
		assert_string_equal(s, cases[i].shown);
		instant_clock(t, z, s, sizeof s);
		assert_string_equal(s, cases[i].clock);
		instant_local(t, z, s, sizeof s);
		assert_string_equal(s, cases[i].local);
		assert_true(instant_parse(s, &again));
		assert_int_equal(again, t);
		assert_int_equal(instant_minute_of_day(t, z), cases[i].minute);
		instant whole = instant_at(instant_day(t, z), cases[i].minute, z);
		assert_in_range(t - whole, 0, 59999);
	}
}

static void never_shows_as_nothing(void **state)
{
	(void)state;
	char s[64] = "x";
	instant_utc(INSTANT_NONE, s, sizeof s);
	assert_string_equal(s, "");
	instant_show(INSTANT_NONE, &wib, s, sizeof s);
	assert_string_equal(s, "");
	assert_int_equal(instant_day(INSTANT_NONE, &wib), DAY_NONE);
	assert_true(instant_at(DAY_NONE, 0, &wib) == INSTANT_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rfc_3339_is_read),
		cmocka_unit_test(instants_are_shown_in_the_zone),
		cmocka_unit_test(never_shows_as_nothing),
	};
	return unit_run(tests);
}
