/* What came back from a village or a street before. */
#include <string.h>

#include "loket/list.h"

#include "court_book.h"

static const struct outcome_kind outcomes[] = {
	{ .key = "Y", .name = "bertemu langsung", .proper = true },
	{ .key = "pindah", .name = "pindah" },
	{ .key = "tidak_dikenal", .name = "tidak dikenal" },
	{ .key = "kirim", .name = "dikirim", .open = true },
};
static const struct rulebook book = { .outcomes = outcomes, .outcome_count = COUNT_OF(outcomes) };
static const struct place_call calls[] = {
	{ "kirim", "Jalan Teratai Nomor 9, RT/RW 001/002", 20700 },
	{ "pindah", "Jalan Kamboja 3, RT/RW 001/002", 20690 },
	{ "tidak_dikenal", "Jl.Teratai No. 4, RT/RW 001/002", 20680 },
	{ "Y", "Jalan Teratai 7, RT/RW 001/002", 20670 },
	{ "pindah", "Gang Melati Putih, RT/RW 003/002", 20660 },
};

static void said(const char *street, const char *place, const char *counts, const char *why)
{
	struct arena a = arena_start(1 << 20);
	const char *words = address_weather(&book, street, calls, COUNT_OF(calls), &a);
	assert_non_null(strstr(words, place));
	assert_non_null(strstr(words, counts));
	assert_non_null(strstr(words, why));
	arena_drop(&a);
}

static void the_street_is_told_whatever_the_house(void **state)
{
	(void)state;
	said("JALAN TERATAI 112", "jalan ini", "1 dari 2", "tidak dikenal");
	said("Jalan Melati Putih No. 3", "jalan ini", "1 dari 1", "pindah");
}

static void else_the_village(void **state)
{
	(void)state;
	said("Jalan Mawar 1", "desa ini", "3 dari 4", "pindah");
	said("Jalan Melati Biru", "desa ini", "3 dari 4", "pindah");
	said("", "desa ini", "3 dari 4", "pindah");
}

static void where_all_were_reached_nothing_is_said(void **state)
{
	(void)state;
	struct arena a = arena_start(1 << 20);
	assert_string_equal(address_weather(&book, "Jalan Teratai", &calls[3], 1, &a), "");
	assert_string_equal(address_weather(&book, "Jalan Teratai", NULL, 0, &a), "");
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_street_is_told_whatever_the_house),
		cmocka_unit_test(else_the_village),
		cmocka_unit_test(where_all_were_reached_nothing_is_said),
	};
	return unit_run(tests);
}
