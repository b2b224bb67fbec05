/* Messages: counted, kept, wrapped, the fault above what was said since. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "../../src/desk/remarks.h"

static struct remark say(struct remarks *all, enum style style, const char *text)
{
	struct remark m = { .style = style };
	snprintf(m.text, sizeof m.text, "%s", text);
	remarks_say(all, &m, 0);
	return m;
}

static void a_repeat_is_counted_and_the_oldest_goes(void **state)
{
	(void)state;
	struct remarks all = { 0 };
	struct arena a = arena_start((size_t)-1);
	const struct zone zone = { .name = "WIB" };
	char text[32];
	say(&all, STYLE_DONE, "lain");
	for (int i = 1; i <= REMARKS_KEPT; i++) {
		snprintf(text, sizeof text, "pesan %d.", i);
		assert_int_equal(say(&all, STYLE_DONE, text).times, 1);
	}
	assert_int_equal(say(&all, STYLE_DONE, text).times, 2);
	assert_int_equal(say(&all, STYLE_FAULT, text).times, 1);
	const char *whole = remarks_whole(&all, &zone, &a);
	assert_null(strstr(whole, "lain"));
	assert_null(strstr(whole, "pesan 1."));
	assert_non_null(strstr(whole, "pesan 2."));
	assert_non_null(strstr(whole, "pesan 20. (2×)"));
	assert_true(all.rings);
	arena_drop(&a);
}

static void row_is(const struct cells *c, int row, const char *want)
{
	char got[400] = "";
	size_t length = 0;
	for (int col = 0; col < c->cols; col++) {
		memcpy(got + length, cells_at(c, row, col)->text, cells_at(c, row, col)->length);
		length += cells_at(c, row, col)->length;
	}
	while (length > 0 && got[length - 1] == ' ')
		got[--length] = '\0';
	assert_string_equal(got, want);
}

static void what_stands_is_above_and_long_ones_are_wrapped(void **state)
{
	(void)state;
	struct cells c;
	struct remarks all = { 0 };
	struct remark standing = { 0 }, fault = { .style = STYLE_FAULT, .text = "NIK: kosong" };
	cells_init(&c, 24, 20);
	struct remark said = say(&all, STYLE_DIM, "satu dua tiga empat lima");
	assert_int_equal(remarks_rows(&standing, &said, 24, 20), 2);
	remarks_stand(&all, &standing, &fault, false);
	remarks_stand(&all, &standing, &fault, false);
	assert_int_equal(standing.times, 1);
	remarks_stand(&all, &standing, &fault, true);
	assert_int_equal(standing.times, 2);
	assert_int_equal(remarks_rows(&standing, &said, 24, 20), 3);
	remarks_draw(&standing, &said, &c);
	row_is(&c, 20, " NIK: kosong (2×)");
	row_is(&c, 21, " satu dua tiga");
	row_is(&c, 22, " empat lima");
	/* in the lowest window what was said gives way first */
	cells_size(&c, 12, 20);
	assert_int_equal(remarks_rows(&standing, &said, 12, 20), 3);
	const struct remark nothing = { 0 };
	assert_int_equal(remarks_rows(&nothing, &nothing, 24, 20), 1);
	cells_done(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_repeat_is_counted_and_the_oldest_goes),
		cmocka_unit_test(what_stands_is_above_and_long_ones_are_wrapped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
