/* Working days, and by when a summons must be served. Vectors: SK KMA 363/2022 part III.B and the
 * holidays of 2026 (SKB 1497/2025, 2/2025, 5/2025). */
#include "loket/list.h"

#include "court_book.h"

static struct holiday holidays[8];
static const int years[] = { 2026 };

static const struct channel electronic = { .key = "elektronik", .limit = 3 };
static const struct channel post = { .key = "surat_tercatat", .limit = 6 };
static const struct channel bailiff = { .key = "jurusita", .limit = 3, .working_days = true };

static struct rulebook book(void)
{
	static const char *const days[] = {
		"2026-03-18", "2026-03-19", "2026-03-20", "2026-03-23",
		"2026-03-24", "2026-08-17", "2026-08-25", "2026-12-25"
	};
	struct rulebook b = { .court = { .zone = { "WIB", 420 }, .closing_minute = 15 * 60 },
		              .calendar = { .holidays = holidays,
		                            .holiday_count = COUNT_OF(holidays),
		                            .years = years,
		                            .year_count = COUNT_OF(years) } };
	for (size_t i = 0; i < COUNT_OF(days); i++)
		holidays[i] = (struct holiday){ .on = on(days[i]), .name = days[i] };
	return b;
}

/* Working days after `from` up to `to`: the day of service is not counted, the hearing is. */
static int counted(const struct rulebook *b, day from, day to)
{
	int n = 0;
	for (day d = from + 1; d <= to; d++)
		n += calendar_works(&b->calendar, d);
	return n;
}

static void weekends_and_holidays_do_not_work(void **state)
{
	(void)state;
	const struct rulebook b = book();
	const struct {
		const char *day;
		bool works;
	} cases[] = {
		{ "2026-03-17", true },  { "2026-03-18", false }, { "2026-03-25", true },
		{ "2026-08-14", true },  { "2026-08-15", false }, { "2026-11-25", true },
		{ "2026-12-25", false },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day d = on(cases[i].day);
		assert_int_equal(calendar_works(&b.calendar, d), cases[i].works);
	}
	assert_string_equal(calendar_holiday(&b.calendar, on("2026-08-17"))->name, "2026-08-17");
	assert_null(calendar_holiday(&b.calendar, on("2026-08-16")));
	assert_true(calendar_knows(&b.calendar, 2026));
	assert_false(calendar_knows(&b.calendar, 2027));
}

/* The day n working days before is the last from which n are counted. */
static void before_is_the_latest_that_counts(void **state)
{
	(void)state;
	const struct rulebook b = book();
	for (day d = on("2026-01-01"); d <= on("2026-12-31"); d++) {
		for (int n = 1; n <= 5; n++) {
			day last = calendar_before(&b.calendar, d, n);
			assert_int_equal(counted(&b, last, d), n);
			assert_int_equal(counted(&b, last + 1, d), n - 1);
		}
	}
	assert_int_equal(calendar_before(&b.calendar, on("2026-08-31"), 0), on("2026-08-31"));
}

static void a_summons_is_in_time_by_its_channel(void **state)
{
	(void)state;
	const struct rulebook b = book();
	const struct {
		const struct channel *channel;
		const char *served, *hearing;
		bool in_time;
	} cases[] = {
		{ &electronic, "2026-09-04", "2026-09-07", true }, /* exactly three days */
		{ &electronic, "2026-09-05", "2026-09-07", false },
		{ &electronic, "2026-09-08", "2026-09-07", false }, /* after the hearing */
		{ &electronic, "2026-08-27", "2026-08-31", true },  /* four calendar days */
		{ &post, "2026-09-01", "2026-09-07", true },
		{ &post, "2026-09-02", "2026-09-07", false },
		{ &post, "2026-08-01", "2026-09-07", true },
		{ &bailiff, "2026-08-27", "2026-08-31", false }, /* two working days */
		{ &bailiff, "2026-08-26", "2026-08-31", true },
		{ &bailiff, "2026-08-21", "2026-08-26", false }, /* the 25th is a holiday */
		{ &bailiff, "2026-08-20", "2026-08-26", true },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(summons_in_time(&b, cases[i].channel, on(cases[i].served),
		                                 on(cases[i].hearing)),
		                 cases[i].in_time);
}

static void a_filing_after_closing_counts_for_the_next_working_day(void **state)
{
	(void)state;
	const struct rulebook b = book();
	const struct {
		const char *at, *counts; /* 15.00 WIB is 08:00 UTC */
	} cases[] = {
		{ "2026-11-25T02:41:00Z", "2026-11-25" },
		{ "2026-11-25T07:59:59Z", "2026-11-25" },
		{ "2026-11-25T08:00:00Z", "2026-11-26" },
		{ "2026-11-25T17:30:00Z", "2026-11-26" }, /* past midnight at the court */
		{ "2026-11-27T08:00:00Z", "2026-11-30" }, /* Friday to Monday */
		{ "2026-03-17T09:00:00Z", "2026-03-25" }, /* before the long leave */
		{ "2026-08-15T01:00:00Z", "2026-08-18" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(calendar_counts_from(&b, at(cases[i].at)), on(cases[i].counts));
}

static void the_rule_gives_the_channel(void **state)
{
	(void)state;
	const struct {
		const char *side, *agreed, *missing, *channel;
	} cases[] = {
		{ "p1", "", "", "elektronik" },
		{ "p2", "", "", "surat_tercatat" },
		{ "p2", "tidak", "tidak", "surat_tercatat" },
		{ "p2", "ya", "tidak", "elektronik" },
		{ "p4", "ya", "", "elektronik" },
		{ "p2", "ya", "ya", "ghaib" },
	};
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct values v = { 0 };
		values_set(&v, &a, "pihak", 1, "kedudukan", cases[i].side);
		values_set(&v, &a, "pihak", 1, "domisili_setuju", cases[i].agreed);
		values_set(&v, &a, "pihak", 1, "ghaib", cases[i].missing);
		assert_string_equal(summons_channel(&v, 1), cases[i].channel);
	}
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weekends_and_holidays_do_not_work),
		cmocka_unit_test(before_is_the_latest_that_counts),
		cmocka_unit_test(a_summons_is_in_time_by_its_channel),
		cmocka_unit_test(a_filing_after_closing_counts_for_the_next_working_day),
		cmocka_unit_test(the_rule_gives_the_channel),
	};
	return unit_run(tests);
}
