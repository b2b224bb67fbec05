/* Waiting grows, has a ceiling, and is not the same for all. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "loket/list.h"
#include "loket/worker.h"

static void delays_stay_in_their_bounds(void **state)
{
	(void)state;
	static const struct {
		int tries;
		int64_t low, high;
	} cases[] = {
		{ 0, 750, 1250 },      { 1, 750, 1250 },
		{ 2, 1500, 2500 },     { 3, 3000, 5000 },
		{ 6, 24000, 40000 },   { 7, 45000, 75000 },
		{ 100, 45000, 75000 }, { INT32_MAX, 45000, 75000 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		for (uint64_t seed = 0; seed < 100000; seed += 7) {
			int64_t delay = retry_delay(cases[i].tries, seed * 0x9e3779b97f4a7c15u);
			assert_in_range(delay, cases[i].low, cases[i].high);
		}
	}
}

static void the_same_seed_is_the_same_delay(void **state)
{
	(void)state;
	assert_int_equal(retry_delay(4, 99), retry_delay(4, 99));
	assert_int_not_equal(retry_delay(4, 99), retry_delay(4, 1100));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(delays_stay_in_their_bounds),
		cmocka_unit_test(the_same_seed_is_the_same_delay),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
