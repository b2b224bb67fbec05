/* The bailiff's rounds: what one way serves, and in which order. */
#include "loket/list.h"

#include "court_book.h"

#define MOST 8

static const struct village villages[] = { { .code = "1.1" },
	                                   { .code = "1.2" },
	                                   { .code = "2.1" } };
static const struct rulebook book = { .villages = villages, .village_count = COUNT_OF(villages) };

static void ordered(const struct stop *stops, size_t count, const size_t *expected)
{
	size_t order[MOST];
	struct arena a = arena_start(1 << 20);
	route_order(&book, stops, count, &a, order);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(order[i], expected[i]);
	arena_drop(&a);
}

static void a_round_stands_together_by_its_nearest_deadline(void **state)
{
	const struct stop stops[] = {
		{ "umar", "jurusita", "Kota", "1.1", "Jalan A 1", 30 },
		{ "umar", "jurusita", "Desa", "2.1", "Jalan A 1", 20 },
		{ "umar", "jurusita", "Kota", "1.1", "Jalan A 2", 10 },
		{ "umar", "surat_tercatat", "Kota", "1.1", "Jalan A 3", 25 },
	};
	ordered(stops, COUNT_OF(stops), (const size_t[]){ 0, 2, 1, 3 });
}

static void the_way_goes_by_villages_then_by_house_numbers(void **state)
{
	const struct stop stops[] = {
		{ "umar", "jurusita", "Kota", "", "Jalan A 1",
		  10 }, /* a village that nobody knows */
		{ "umar", "jurusita", "Kota", "1.2", "Jalan A 1", 10 },
		{ "umar", "jurusita", "Kota", "1.1", "Jalan A 12", 10 },
		{ "umar", "jurusita", "Kota", "1.1", "jalan a 4", 10 },
		{ "umar", "jurusita", "Kota", "1.1", "Jalan A 012", 10 },
	};
	ordered(stops, COUNT_OF(stops), (const size_t[]){ 3, 2, 4, 1, 0 });
}

static void letters_go_by_deadline(void **state)
{
	const struct stop stops[] = {
		{ "umar", "surat_tercatat", "Kota", "1.1", "Jalan A 1", 12 },
		{ "umar", "surat_tercatat", "Desa", "2.1", "Jalan A 1", 11 },
		{ "umar", "surat_tercatat", "Kota", "1.1", "Jalan A 2", 10 },
	};
	ordered(stops, COUNT_OF(stops), (const size_t[]){ 2, 1, 0 });
}

static void each_bailiff_has_rounds_of_his_own(void **state)
{
	const struct stop stops[] = {
		{ "umar", "jurusita", "Kota", "1.1", "Jalan A 1", 10 },
		{ "dodi", "jurusita", "Kota", "1.1", "Jalan A 2", 10 },
		{ "umar", "jurusita", "Kota", "1.1", "Jalan A 3", 10 },
	};
	ordered(stops, COUNT_OF(stops), (const size_t[]){ 1, 0, 2 });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_round_stands_together_by_its_nearest_deadline),
		cmocka_unit_test(the_way_goes_by_villages_then_by_house_numbers),
		cmocka_unit_test(letters_go_by_deadline),
		cmocka_unit_test(each_bailiff_has_rounds_of_his_own),
	};
	return unit_run(tests);
}
