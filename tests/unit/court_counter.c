/* Counter time: hours of the day, closed days, and back again from now. */
#include "loket/court.h"
#include "loket/list.h"

#include "unit.h"

static const struct holiday holidays[] = { { .on = 20809 } }; /* Tuesday 22-12-2026 */

static struct rulebook book(void)
{
	struct rulebook b = { .court = { .zone = { "WIB", 420 } },
		              .calendar = { .holidays = holidays, .holiday_count = 1 } };
	for (int i = 0; i < 5; i++)
		b.court.hours[i] = (struct counter_hours){ 8 * 60, 16 * 60 + 30 };
	return b;
}

static instant at(const char *text)
{
	instant t = 0;
	assert_true(instant_parse(text, &t));
	return t;
}

/* UTC; the counter opens at 01.00Z and closes at 09.30Z. */
static const struct {
	const char *from, *to;
	int minutes;
} cases[] = {
	{ "2026-11-25T02:00:00Z", "2026-11-25T02:15:00Z", 15 },
	{ "2026-11-24T23:00:00Z", "2026-11-25T01:10:00Z", 10 }, /* before it opens */
	{ "2026-11-25T09:00:00Z", "2026-11-26T01:05:00Z", 35 }, /* overnight */
	{ "2026-11-28T23:44:00Z", "2026-11-30T01:00:00Z", 0 },  /* Sunday to Monday's opening */
	{ "2026-11-27T09:00:00Z", "2026-11-30T01:20:00Z", 50 }, /* over a week-end */
	{ "2026-12-21T09:00:00Z", "2026-12-23T01:20:00Z", 50 }, /* over a holiday */
	{ "2026-11-25T02:15:00Z", "2026-11-25T02:00:00Z", 0 },  /* a clock set back */
	{ "2026-11-23T01:00:00Z", "2026-11-28T01:00:00Z", 5 * 510 },
};

static void minutes_count_while_the_counter_is_open(void **state)
{
	(void)state;
	struct rulebook b = book();
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(counter_time(&b, at(cases[i].from), at(cases[i].to)),
		                 cases[i].minutes * 60000);
}

/* From the instant it gives, exactly so many minutes have passed. */
static void back_again(void **state)
{
	(void)state;
	struct rulebook b = book();
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		for (int minutes = 1; minutes < 2000; minutes += 111) {
			instant now = at(cases[i].to);
			instant then = counter_before(&b, now, minutes);
			assert_int_equal(counter_time(&b, then, now), minutes * 60000);
		}
	}
	for (int i = 0; i < 5; i++)
		b.court.hours[i] = (struct counter_hours){ 0, 0 };
	assert_true(counter_before(&b, 1000000, 5) <= 1000000 - 5 * 60000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(minutes_count_while_the_counter_is_open),
		cmocka_unit_test(back_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
