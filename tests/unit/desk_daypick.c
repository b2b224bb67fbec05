/* The month's sheet: where keys lead, what may be taken, and its picture. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <string.h>

#include "loket/list.h"

#include "../../src/desk/daypick.h"

static day day_of(int year, int month, int date)
{
	day d = DAY_NONE;
	assert_true(day_from_ymd((struct ymd){ year, month, date }, &d));
	return d;
}

/* Closed at the end of the week, and at Christmas. */
static const char *why(const void *self, day d)
{
	(void)self;
	return d == day_of(2026, 12, 25) ? "Natal"
	       : day_weekday(d) > 5      ? day_weekday_name(d)
	                                 : NULL;
}

static struct daypick sheet(day at, enum day_side side)
{
	struct daypick p;
	const struct day_near near = { .today = day_of(2026, 11, 25),
		                       .side = side,
		                       .closed = { NULL, why } };
	daypick_start(&p, at, &near);
	return p;
}

static void keys_lead_through_days_weeks_and_months(void **state)
{
	(void)state;
	static const struct {
		struct ymd from;
		enum key key;
		struct ymd to;
	} moves[] = {
		{ { 2026, 12, 25 }, K_LEFT, { 2026, 12, 24 } },
		{ { 2026, 12, 31 }, K_RIGHT, { 2027, 1, 1 } },
		{ { 2026, 12, 5 }, K_UP, { 2026, 11, 28 } },
		{ { 2026, 12, 25 }, K_DOWN, { 2027, 1, 1 } },
		{ { 2026, 3, 31 }, K_PGUP, { 2026, 2, 28 } },
		{ { 2026, 1, 31 }, K_PGDN, { 2026, 2, 28 } },
		{ { 2026, 1, 31 }, K_F7, { 2025, 12, 31 } },
		{ { 2026, 12, 31 }, K_F8, { 2027, 1, 31 } },
		{ { 1985, 5, 25 }, K_HOME, { 2026, 11, 25 } },
		{ { 2024, 2, 5 }, K_END, { 2024, 2, 29 } },
		{ { 1800, 1, 1 }, K_LEFT, { 1800, 1, 1 } },
		{ { 2200, 12, 31 }, K_PGDN, { 2200, 12, 31 } },
	};
	for (size_t i = 0; i < COUNT_OF(moves); i++) {
		const struct ymd f = moves[i].from, t = moves[i].to;
		struct daypick p = sheet(day_of(f.year, f.month, f.day), SIDE_ANY);
		assert_true(daypick_key(&p, moves[i].key));
		assert_int_equal(p.at, day_of(t.year, t.month, t.day));
	}
	struct daypick p = sheet(DAY_NONE, SIDE_ANY);
	assert_int_equal(p.at, day_of(2026, 11, 25));
	assert_false(daypick_key(&p, K_TAB));
}

static void only_the_side_wanted_may_be_taken(void **state)
{
	(void)state;
	static const struct {
		enum day_side side;
		bool before, today, after;
	} cases[] = {
		{ SIDE_ANY, true, true, true },
		{ SIDE_PAST, true, true, false },
		{ SIDE_FUTURE, false, true, true },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct daypick p = sheet(DAY_NONE, cases[i].side);
		assert_int_equal(daypick_may_take(&p), cases[i].today);
		assert_true(daypick_key(&p, K_LEFT));
		assert_int_equal(daypick_may_take(&p), cases[i].before);
		assert_true(daypick_key(&p, K_DOWN));
		assert_int_equal(daypick_may_take(&p), cases[i].after);
	}
}

static void assert_row(const struct cells *c, int row, const char *want)
{
	char got[256];
	size_t length = 0, end = 0;
	for (int col = 0; col < c->cols; col++) {
		const struct cell *cell = cells_at(c, row, col);
		memcpy(got + length, cell->text, cell->length);
		length += cell->length;
		end = cell->length != 1 || *cell->text != ' ' ? length : end;
	}
	got[end] = '\0';
	assert_string_equal(got, want);
}

static void the_month_is_drawn_with_its_holidays(void **state)
{
	(void)state;
	static const char *const whole[] = {
		"Jumat, 25 Desember 2026: Natal",
		" Sn  Sl  Rb  Km  Jm  Sb  Mg",
		"      1   2   3   4   5·  6·",
		"  7   8   9  10  11  12· 13·",
		" 14  15  16  17  18  19· 20·",
		" 21  22  23  24 ▸25* 26· 27·",
		" 28  29  30  31",
		"",
		" 25* Natal",
	};
	struct cells c;
	struct daypick p = sheet(day_of(2026, 12, 25), SIDE_FUTURE);
	cells_init(&c, 12, 40);
	assert_int_equal(daypick_rows(&p), COUNT_OF(whole));
	daypick_draw(&p, &c, (struct area){ 0, 0, 9, 40 });
	for (size_t i = 0; i < COUNT_OF(whole); i++)
		assert_row(&c, (int)i, whole[i]);
	assert_int_equal(c.cursor_row, 5);
	assert_int_equal(c.cursor_col, 17);
	/* without the space for all weeks, the chosen one is the last */
	cells_clear(&c);
	daypick_draw(&p, &c, (struct area){ 0, 0, 4, 28 });
	assert_row(&c, 0, "25 Desember 2026: Natal");
	assert_row(&c, 2, whole[4]);
	assert_row(&c, 3, whole[5]);
	cells_done(&c);
}

/* Of a hearing: not before the seventh. */
static const char *too_near(const void *self, day d)
{
	(void)self;
	return d < day_of(2026, 12, 7) ? "terlalu dekat" : NULL;
}

static void lawful_days_are_marked_where_there_is_a_law(void **state)
{
	(void)state;
	static const char *const weeks[] = {
		"      1   2   3   4   5·  6·",
		"  7✓  8✓  9✓ 10✓ 11✓ 12· 13·",
		" 14✓ 15✓ 16✓ 17✓ 18✓ 19· 20·",
		" 21✓ 22✓ 23✓ 24✓▸25* 26· 27·",
		" 28✓ 29✓ 30✓ 31✓",
	};
	struct cells c;
	struct daypick p = sheet(day_of(2026, 12, 25), SIDE_FUTURE);
	p.near.unlawful = (struct closed_days){ NULL, too_near };
	cells_init(&c, 12, 40);
	daypick_draw(&p, &c, (struct area){ 0, 0, 9, 40 });
	for (size_t i = 0; i < COUNT_OF(weeks); i++)
		assert_row(&c, (int)i + 2, weeks[i]);
	p.at = day_of(2026, 12, 4);
	cells_clear(&c);
	daypick_draw(&p, &c, (struct area){ 0, 0, 9, 40 });
	assert_row(&c, 0, "Jumat, 4 Desember 2026: terlalu dekat");
	p.at = day_of(2026, 12, 7);
	cells_clear(&c);
	daypick_draw(&p, &c, (struct area){ 0, 0, 9, 40 });
	assert_row(&c, 0, "7 Desember 2026: hari sidang yang sah");
	cells_done(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_lead_through_days_weeks_and_months),
		cmocka_unit_test(only_the_side_wanted_may_be_taken),
		cmocka_unit_test(the_month_is_drawn_with_its_holidays),
		cmocka_unit_test(lawful_days_are_marked_where_there_is_a_law),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
