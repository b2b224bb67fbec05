/* The clock is the machine's; random do not repeat. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "unit.h"

/* Whatever the environment says: who starts a program does not choose its day. */
static void the_clock_is_the_machines(void **state)
{
	(void)state;
	setenv("LOKET_CLOCK", "1999-01-01T00:00:00Z", 1);
	setenv("FAKETIME", "-86400", 1);
	int64_t steady = clock_steady();
	instant first = clock_now();
	assert_in_range(first - (int64_t)time(NULL) * 1000 + 2000, 0, 4000);
	poll(NULL, 0, 20);
	int64_t passed = clock_steady() - steady;
	assert_in_range(passed, 19, 5000);
	assert_in_range(clock_now() - first, passed - 2, passed + 5000);
}

static void dice_do_not_repeat(void **state)
{
	(void)state;
	unsigned char a[32] = { 0 }, b[32] = { 0 };
	random_fill(a, sizeof a);
	random_fill(b, sizeof b);
	assert_memory_not_equal(a, b, sizeof a);
	random_fill(a, 0);
}

static void ids_are_new(void **state)
{
	(void)state;
	struct id ids[100];
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		ids[i] = id_new();
		assert_true(id_is(ids[i].text));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(ids[i].text, ids[k].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_clock_is_the_machines),
		cmocka_unit_test(dice_do_not_repeat),
		cmocka_unit_test(ids_are_new),
	};
	return unit_run(tests);
}
