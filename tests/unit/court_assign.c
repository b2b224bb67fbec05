/* Who is proposed to call: the area's bailiff, else the one with the fewest open calls. */
#include "loket/list.h"

#include "court_book.h"

static const char *const umar[] = { "umar" };
static const char *const both[] = { "umar", "gani" };
static const char *const gone[] = { "pensiun" };
static const struct village villages[] = {
	{ .code = "1.1" },
	{ .code = "1.2", .bailiffs = umar, .bailiff_count = COUNT_OF(umar) },
	{ .code = "1.3", .bailiffs = both, .bailiff_count = COUNT_OF(both) },
	{ .code = "1.4", .bailiffs = gone, .bailiff_count = COUNT_OF(gone) },
};
static const struct rulebook book = { .villages = villages, .village_count = COUNT_OF(villages) };
static const struct bailiff_load loads[] = {
	{ "umar", 7 }, { "gani", 5 }, { "fikri", 2 }, { "eman", 2 }
};

static const char *proposed(const char *village)
{
	return bailiff_fair(&book, village, loads, COUNT_OF(loads));
}

static void the_area_comes_first(void **state)
{
	(void)state;
	assert_string_equal(proposed("1.2"), "umar");
	assert_string_equal(proposed("1.3"), "gani");
}

static void else_the_fewest_open_calls_then_the_name(void **state)
{
	(void)state;
	assert_string_equal(proposed("1.1"), "eman");
	assert_string_equal(proposed("1.4"), "eman");
	assert_string_equal(proposed("9.9"), "eman");
	assert_string_equal(proposed(""), "eman");
}

static void where_there_is_nobody_nobody_is_proposed(void **state)
{
	(void)state;
	assert_string_equal(bailiff_fair(&book, "1.2", loads, 0), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_area_comes_first),
		cmocka_unit_test(else_the_fewest_open_calls_then_the_name),
		cmocka_unit_test(where_there_is_nobody_nobody_is_proposed),
	};
	return unit_run(tests);
}
