/* The tabular Islamic calendar against known days, and its walk without a gap. */
#include "loket/date.h"
#include "loket/list.h"

#include "unit.h"

static void known_days_agree(void **state)
{
	(void)state;
	static const struct {
		struct ymd date;
		const char *hijri;
	} cases[] = {
		{ { 1900, 12, 22 }, "29 Syakban 1318 H" },
		{ { 1970, 1, 1 }, "22 Syawal 1389 H" },
		{ { 1979, 11, 21 }, "1 Muharam 1400 H" },
		{ { 2000, 4, 6 }, "1 Muharam 1421 H" },
		{ { 2023, 3, 23 }, "1 Ramadan 1444 H" },
		{ { 2023, 7, 19 }, "1 Muharam 1445 H" },
		{ { 2024, 4, 10 }, "1 Syawal 1445 H" },
		{ { 2024, 7, 7 }, "30 Zulhijah 1445 H" }, /* a leap year's last day */
		{ { 2026, 3, 18 }, "29 Ramadan 1447 H" },
		{ { 2026, 11, 25 }, "14 Jumadilakhir 1448 H" },
		{ { 2028, 5, 24 }, "29 Zulhijah 1449 H" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day d;
		char s[64];
		assert_true(day_from_ymd(cases[i].date, &d));
		struct ymd hijri = day_hijri(d);
		hijri_words(&hijri, s, sizeof s);
		assert_string_equal(s, cases[i].hijri);
	}
}

/* Each day follows the one before: the next of its month, or the first of the next month. */
static void no_day_is_left_out(void **state)
{
	(void)state;
	day first, last;
	assert_true(day_from_ymd((struct ymd){ 1900, 1, 1 }, &first));
	assert_true(day_from_ymd((struct ymd){ 2100, 12, 31 }, &last));
	for (day d = first; d < last; d++) {
		struct ymd now = day_hijri(d), next = day_hijri(d + 1);
		if (next.day != 1) {
			assert_int_equal(next.day, now.day + 1);
			assert_int_equal(next.month, now.month);
			assert_int_equal(next.year, now.year);
			continue;
		}
		assert_int_equal(next.month, now.month % 12 + 1);
		assert_int_equal(next.year, now.year + (now.month == 12));
		if (now.month < 12)
			assert_int_equal(now.day, now.month % 2 ? 30 : 29);
		else
			assert_in_range(now.day, 29, 30);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_days_agree),
		cmocka_unit_test(no_day_is_left_out),
	};
	return unit_run(tests);
}
