/* The window over rows, and the list that narrows. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <string.h>

#include "loket/list.h"

#include "../../src/desk/picklist.h"

static const struct {
	size_t count, rows, at, top; /* before */
	enum key key;
	size_t then_at, then_top;
} moves[] = {
	{ 10, 4, 0, 0, K_DOWN, 1, 0 }, { 10, 4, 3, 0, K_DOWN, 4, 1 }, { 10, 4, 9, 6, K_DOWN, 9, 6 },
	{ 10, 4, 0, 0, K_UP, 0, 0 },   { 10, 4, 4, 4, K_UP, 3, 3 },   { 10, 4, 1, 0, K_PGDN, 5, 4 },
	{ 10, 4, 5, 4, K_F8, 9, 6 },   { 10, 4, 9, 6, K_PGUP, 5, 2 }, { 10, 4, 2, 1, K_F7, 0, 0 },
	{ 10, 4, 0, 0, K_END, 9, 6 },  { 10, 4, 9, 6, K_HOME, 0, 0 }, { 0, 4, 0, 0, K_DOWN, 0, 0 },
	{ 0, 4, 0, 0, K_PGDN, 0, 0 },  { 2, 4, 0, 0, K_PGDN, 1, 0 },  { 1, 1, 0, 0, K_END, 0, 0 },
};

static void keys_move_the_window(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(moves); i++) {
		struct window w = { moves[i].count, moves[i].at, moves[i].top, moves[i].rows };
		assert_true(window_key(&w, moves[i].key));
		assert_int_equal(w.at, moves[i].then_at);
		assert_int_equal(w.top, moves[i].then_top);
	}
	struct window w = { 3, 1, 0, 3 };
	assert_false(window_key(&w, K_ENTER));
	assert_int_equal(w.at, 1);
}

static void another_size_keeps_the_choice_in_sight(void **state)
{
	(void)state;
	struct window w = { 0 };
	window_fit(&w, 100, 20);
	window_go(&w, 50);
	assert_int_equal(w.top, 31);
	window_fit(&w, 100, 5);
	assert_int_equal(w.at, 50);
	assert_int_equal(w.top, 46);
	window_fit(&w, 100, 80);
	assert_int_equal(w.top, 20);
	window_fit(&w, 10, 80);
	assert_int_equal(w.at, 9);
	assert_int_equal(w.top, 0);
	window_fit(&w, 0, 0);
	assert_int_equal(w.at, 0);
	assert_int_equal(w.rows, 1);
}

static void the_mouse_chooses_rows_that_exist(void **state)
{
	(void)state;
	struct window w = { 5, 0, 2, 10 };
	assert_true(window_mouse(&w, BUTTON_LEFT, 1));
	assert_int_equal(w.at, 3);
	assert_false(window_mouse(&w, BUTTON_LEFT, 3));
	assert_false(window_mouse(&w, BUTTON_LEFT, -1));
	assert_true(window_mouse(&w, BUTTON_WHEEL_DOWN, -1));
	assert_int_equal(w.at, 4);
}

static const char *const villages[] = { "Jatirejo, Sukamaju", "Jatirasa, Karangan", "Kota Jati",
	                                "Nur’aini",           "NURAINI Lestari",    "مُحَمَّد" };

static const struct {
	const char *typed;
	size_t shown, first;
} searches[] = {
	{ "", 6, 0 },          { "jati", 3, 0 },  { "JATI R", 2, 0 }, { "jati rej", 1, 0 },
	{ "suka jati", 1, 0 }, { "kotaj", 1, 2 }, { "nurai", 2, 3 },  { "nur ai", 2, 3 },
	{ "nur’a", 2, 3 },     { "ati", 0, 6 },   { "محمد", 1, 5 },   { "x", 0, 6 },
};

static void typing_narrows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(searches); i++) {
		struct arena a = arena_start(MIB);
		struct picklist p;
		struct event text = { .kind = EV_PASTE,
			              .text = searches[i].typed,
			              .length = strlen(searches[i].typed) };
		picklist_init(&p, &a, 20, 4);
		picklist_offer(&p, villages, COUNT_OF(villages));
		assert_true(picklist_on(&p, &text));
		assert_int_equal(p.window.count, searches[i].shown);
		assert_int_equal(picklist_chosen(&p), searches[i].first);
		arena_drop(&a);
	}
}

static void the_choice_moves_and_the_cursor_in_what_is_typed_does_not_disturb_it(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	struct picklist p;
	picklist_init(&p, &a, 20, 2);
	picklist_offer(&p, villages, COUNT_OF(villages));
	static const struct event events[] = {
		{ .kind = EV_TEXT, .text = "j", .length = 1 },
		{ .kind = EV_KEY, .key = K_DOWN },
		{ .kind = EV_KEY, .key = K_LEFT },
		{ .kind = EV_KEY, .key = K_DOWN },
	};
	for (size_t i = 0; i < COUNT_OF(events); i++)
		assert_true(picklist_on(&p, &events[i]));
	assert_int_equal(picklist_chosen(&p), 2);
	static const struct event back = { .kind = EV_KEY, .key = K_DEL };
	assert_true(picklist_on(&p, &back));
	assert_int_equal(p.window.count, 6);
	assert_int_equal(picklist_chosen(&p), 0);
	static const struct event enter = { .kind = EV_KEY, .key = K_ENTER };
	assert_false(picklist_on(&p, &enter));
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_move_the_window),
		cmocka_unit_test(another_size_keeps_the_choice_in_sight),
		cmocka_unit_test(the_mouse_chooses_rows_that_exist),
		cmocka_unit_test(typing_narrows),
		cmocka_unit_test(
		    the_choice_moves_and_the_cursor_in_what_is_typed_does_not_disturb_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
