/* What stands in the grid after text of every kind was put there. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <string.h>

#include "loket/cells.h"
#include "loket/list.h"

/* The row as text, with a "." for each blank and no sign for the second half of a wide letter. */
static void row_of(const struct cells *c, int row, char *out, size_t capacity)
{
	size_t length = 0;
	for (int col = 0; col < c->cols; col++) {
		const struct cell *cell = cells_at(c, row, col);
		assert_true(length + cell->length < capacity);
		memcpy(out + length, cell->length == 1 && *cell->text == ' ' ? "." : cell->text,
		       cell->length);
		length += cell->length;
	}
	out[length] = '\0';
}

enum how { PUT, FIT, RIGHT };

static const struct {
	enum how how;
	int col, width;
	const char *text, *row; /* in a grid of 8 columns */
	int columns;
} rows[] = {
	{ PUT, 0, 0, "nama", "nama....", 4 },
	{ PUT, 6, 0, "nama", "......na", 2 },
	{ PUT, -2, 0, "nama", "ma......", 4 },
	{ PUT, 9, 0, "nama", "........", 0 },
	{ PUT, 0, 0, NULL, "........", 0 },
	{ PUT, 0, 0, "e\u0301e\u0300x", "e\u0301e\u0300x.....", 3 },
	{ PUT, 0, 0, "مُحَمَّد", "مُحَمَّد....", 4 },
	{ PUT, 0, 0, "中文", "中文....", 4 },
	{ PUT, 5, 0, "中文", ".....中.", 2 },
	{ PUT, -1, 0, "中文", ".文.....", 4 },
	{ PUT, 0, 0, "👍🏽!", "👍🏽!.....", 3 },
	{ PUT, 0, 0, "a\x1b[31mb\x07\x7f\xC2\x85", "a[31mb..", 6 },
	{ PUT, 0, 0, "a\u202Eb\u200Bc\nd\te", "abcde...", 5 },
	{ PUT, 0, 0, "a\xFF\xC3z", "a\uFFFD\uFFFDz....", 4 },
	{ FIT, 1, 6, "Budi", ".Budi...", 6 },
	{ FIT, 1, 4, "Budi", ".Budi...", 4 },
	{ FIT, 1, 3, "Budi", ".Bu…....", 3 },
	{ FIT, 1, 1, "Budi", ".…......", 1 },
	{ FIT, 1, 0, "Budi", "........", 0 },
	{ FIT, 0, 4, "中文字", "中….....", 4 },
	{ FIT, 4, 9, "Budi", "....Budi", 9 },
	{ RIGHT, 0, 8, "855.000", ".855.000", 8 },
	{ RIGHT, 0, 4, "855.000", "855…....", 4 },
	{ RIGHT, 2, 5, "文", ".....文.", 5 },
	{ RIGHT, 2, 5, NULL, "........", 5 },
};

static void text_is_put_and_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct cells c;
		char row[256];
		int columns;
		cells_init(&c, 1, 8);
		if (rows[i].how == PUT)
			columns = cells_put(&c, 0, rows[i].col, STYLE_PLAIN, rows[i].text);
		else if (rows[i].how == FIT)
			columns = cells_put_fit(&c, 0, rows[i].col, rows[i].width, STYLE_PLAIN,
			                        rows[i].text);
		else
			columns = cells_put_right(&c, 0, rows[i].col, rows[i].width, STYLE_PLAIN,
			                          rows[i].text);
		row_of(&c, 0, row, sizeof row);
		assert_string_equal(row, rows[i].row);
		assert_int_equal(columns, rows[i].columns);
		cells_done(&c);
	}
}

static void half_a_wide_letter_never_stays(void **state)
{
	(void)state;
	struct cells c;
	char row[64];
	cells_init(&c, 1, 6);
	cells_put(&c, 0, 0, STYLE_PLAIN, "中文字");
	cells_put(&c, 0, 1, STYLE_PLAIN, "x");
	cells_put(&c, 0, 4, STYLE_PLAIN, "y");
	row_of(&c, 0, row, sizeof row);
	assert_string_equal(row, ".x文y.");
	cells_put(&c, 0, 1, STYLE_PLAIN, "字");
	row_of(&c, 0, row, sizeof row);
	assert_string_equal(row, ".字.y.");
	cells_done(&c);
}

static void what_is_too_long_for_a_cell_keeps_whole_letters(void **state)
{
	(void)state;
	struct cells c;
	cells_init(&c, 1, 4);
	assert_int_equal(cells_put(&c, 0, 0, STYLE_PLAIN, "👨‍👩‍👧‍👦x"), 3);
	assert_int_equal(cells_at(&c, 0, 0)->length, 4 + 3 + 4 + 3 + 4 + 3);
	assert_int_equal(cells_at(&c, 0, 0)->columns, 2);
	assert_memory_equal(cells_at(&c, 0, 2)->text, "x", 1);
	cells_done(&c);
}

static void nothing_outside_is_touched(void **state)
{
	(void)state;
	struct cells c;
	cells_init(&c, 2, 4);
	assert_null(cells_at(&c, 2, 0));
	assert_null(cells_at(&c, 0, -1));
	assert_int_equal(cells_put(&c, 2, 0, STYLE_PLAIN, "x"), 0);
	assert_int_equal(cells_put(&c, -1, 0, STYLE_PLAIN, "x"), 0);
	cells_fill(&c, 5, -3, 40, STYLE_PLAIN, "─");
	cells_restyle(&c, 1, -3, 40, STYLE_FAULT);
	assert_int_equal(cells_at(&c, 1, 3)->style, STYLE_FAULT);
	assert_int_equal(cells_at(&c, 0, 3)->style, STYLE_PLAIN);
	cells_cursor(&c, 9, -1);
	assert_int_equal(c.cursor_row, 1);
	assert_int_equal(c.cursor_col, 0);
	cells_size(&c, 0, 5000);
	assert_int_equal(c.rows, 1);
	assert_int_equal(c.cols, 1000);
	cells_done(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_put_and_cut),
		cmocka_unit_test(half_a_wide_letter_never_stays),
		cmocka_unit_test(what_is_too_long_for_a_cell_keeps_whole_letters),
		cmocka_unit_test(nothing_outside_is_touched),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
