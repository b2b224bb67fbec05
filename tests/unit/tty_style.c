/* Colours can be read: WCAG 2.2, 1.4.3, wants a contrast of 4.5 for text. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include "../../src/tty/private.h"

/* Of a colour of xterm's cube of 6x6x6, from 16 on: WCAG 2.2, relative luminance. */
static double luminance(short colour)
{
	/* 0, 95, 135, 175, 215 and 255 of sRGB, made linear */
	static const double levels[] = { 0, 0.1144, 0.2423, 0.4287, 0.6795, 1 };
	int cube = colour - 16;
	return 0.2126 * levels[cube / 36] + 0.7152 * levels[cube / 6 % 6] +
	       0.0722 * levels[cube % 6];
}

static void colours_can_be_read(void **state)
{
	int coloured = 0;
	(void)state;
	for (int i = 0; i < STYLE_COUNT; i++) {
		short ink, ground;
		if (!style_colours((enum style)i, &ink, &ground))
			continue;
		assert_in_range(ink, 16, 231);
		assert_in_range(ground, 16, 231);
		double a = luminance(ink) + 0.05, b = luminance(ground) + 0.05;
		assert_true((a > b ? a / b : b / a) >= 4.5);
		coloured++;
	}
	assert_int_equal(coloured, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(colours_can_be_read) };
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
