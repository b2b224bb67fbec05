/* Keys that the court has moved: what a pressed one means, and what is said of it. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "loket/list.h"

#include "../../src/desk/keys.h"

static const struct key_move moves[] = {
	{ "F10", "Ctrl-O" }, { "F5", "F6" }, { "F6", "F5" }, { "F1", "Alt-H" }, { "F2", "F12" },
};
static const struct rulebook book = { .key_moves = moves, .key_move_count = COUNT_OF(moves) };

static void a_pressed_key_means_what_the_file_says(void **state)
{
	(void)state;
	const struct {
		enum key pressed, meant;
	} cases[] = {
		{ key_ctrl('O'), K_F10 }, { K_F6, K_F5 },
		{ K_F5, K_F6 },           { key_alt('H'), K_F1 },
		{ K_F12, K_F2 },          { K_F10, K_F10 }, /* no other has it */
		{ K_ENTER, K_ENTER },     { K_NONE, K_NONE },
	};
	static const struct rulebook none = { 0 };
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_int_equal(key_meant(&book, cases[i].pressed), cases[i].meant);
		assert_int_equal(key_meant(&none, cases[i].pressed), cases[i].pressed);
	}
}

static void sentences_name_the_key_to_press(void **state)
{
	(void)state;
	static const struct {
		const char *text, *said;
	} cases[] = {
		{ "Belum ada pendaftaran. F6 mulai.", "Belum ada pendaftaran. F5 mulai." },
		{ "F5 F6", "F6 F5" },
		{ "%1 F4: pilihan; F10", "%1 F4: pilihan; Ctrl-O" },
		{ "F1 … F10", "Alt-H … Ctrl-O" },
		{ "F11 F100 xF5 F5x", "F11 F100 xF5 F5x" },
		{ "", "" },
	};
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(keys_said(&book, cases[i].text, &a), cases[i].said);
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pressed_key_means_what_the_file_says),
		cmocka_unit_test(sentences_name_the_key_to_press),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
