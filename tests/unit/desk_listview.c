/* The list of all screens that are one: columns, moving, typing, what stands where there is none. */
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"

#include "../../src/desk/listview.h"
#include "unit.h"

struct model {
	struct listview list;
	size_t count;
};

static void row_of(const struct cells *c, int row, char *out, size_t capacity)
{
	size_t length = 0, end = 0;
	for (int col = 0; col < c->cols; col++) {
		const struct cell *cell = cells_at(c, row, col);
		assert_true(length + cell->length < capacity);
		memcpy(out + length, cell->text, cell->length);
		length += cell->length;
		if (cell->length != 1 || *cell->text != ' ')
			end = length;
	}
	out[end] = '\0';
}

static void assert_row(const struct cells *c, int row, const char *want)
{
	char got[1024];
	row_of(c, row, got, sizeof got);
	assert_string_equal(got, want);
}

static void number_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	out->cells[0] = shown_number(d->scratch, (long long)at + 1);
	out->cells[1] = arena_print(d->scratch, "baris %zu", at + 1);
	out->cells[2] = "lebar";
	out->cells[3] = shown_digits(d->scratch, 1000 * (rupiah)(at + 1));
	out->figures[0] = (int64_t)at + 1;
	out->figures[3] = 1000 * ((int64_t)at + 1);
	out->marked = at == 1;
}

static const struct listview_column columns[] = {
	{ "No", .width = 3, .right = true, .by = LISTVIEW_FIGURE },
	{ "Nama", .share = 1 },
	{ "Lebar", .width = 5, .windows = LISTVIEW_WIDE },
	{ "Jumlah", .width = 8, .right = true, .by = LISTVIEW_FIGURE },
};
static const struct listing plain = { .columns = columns,
	                              .column_count = COUNT_OF(columns),
	                              .below = 15,
	                              .empty = "Tidak ada baris.",
	                              .row = number_row };
static const struct listing typed = { .columns = columns,
	                              .column_count = COUNT_OF(columns),
	                              .typing = "Cari",
	                              .typed_most = 10,
	                              .narrows = true,
	                              .row = number_row };

static const struct listview_column money_columns[] = {
	{ "Nama", .share = 1 },
	{ "Jumlah", .width = 8, .right = true, .by = LISTVIEW_MONEY },
};

static void money_row(const void *model, const struct desk *d, size_t at, struct listview_row *out)
{
	static const struct {
		const char *name;
		rupiah amount;
	} rows[] = { { "Siti", 9000 }, { "Ahmad", 100 }, { "nur", 20000 } };
	out->cells[0] = rows[at].name;
	out->cells[1] = shown_digits(d->scratch, rows[at].amount);
	out->figures[1] = rows[at].amount;
}

static const struct listing money = { .columns = money_columns,
	                              .column_count = COUNT_OF(money_columns),
	                              .below = 14,
	                              .row = money_row };

static struct arena scratch;

static struct desk desk_of(int rows, int cols)
{
	static struct rulebook book;
	static struct app app = { .book = &book };
	scratch = arena_start(16 * MIB);
	return (struct desk){ .app = &app, .rows = rows, .cols = cols, .scratch = &scratch };
}

static enum listview_news press(struct model *m, const struct desk *d, enum key key)
{
	const struct event e = { .kind = EV_KEY, .key = key };
	return listview_on(&m->list, d, &e);
}

static enum listview_news write(struct model *m, const struct desk *d, const char *text)
{
	const struct event e = { .kind = EV_TEXT, .text = text, .length = strlen(text) };
	return listview_on(&m->list, d, &e);
}

static void columns_share_what_is_left(void **state)
{
	struct cells c;
	struct arena a = arena_start(16 * MIB);
	struct desk d = desk_of(24, 60);
	struct model m = { .count = 30 };
	(void)state;
	cells_init(&c, 24, 60);
	listview_init(&m.list, &plain, &a);
	listview_fit(&m.list, 3, &d);
	listview_draw(&m, &d, &c);
	assert_row(&c, 2, "    No  Nama                                        Jumlah");
	assert_row(&c, 3, " ▸   1  baris 1                                      1.000");
	assert_row(&c, 4, "     2  baris 2                                      2.000!");
	assert_int_equal(c.cursor_row, 3);

	d.cols = 120;
	cells_size(&c, 24, 120);
	listview_draw(&m, &d, &c);
	char got[1024];
	row_of(&c, 2, got, sizeof got);
	assert_non_null(strstr(got, "Lebar"));
	cells_done(&c);
	arena_drop(&scratch);
	arena_drop(&a);
}

static void the_rows_that_fit_move(void **state)
{
	struct cells c;
	struct arena a = arena_start(16 * MIB);
	struct desk d = desk_of(24, 60);
	struct model m = { .count = 30 };
	(void)state;
	cells_init(&c, 24, 60);
	listview_init(&m.list, &plain, &a);
	listview_fit(&m.list, 30, &d); /* 20 rows of a body, 15 below, a line of titles */
	assert_true(listview_when_scrolls(&m));
	assert_int_equal(press(&m, &d, K_END), LISTVIEW_MOVED);
	assert_int_equal(listview_at(&m.list), 29);
	listview_draw(&m, &d, &c);
	assert_row(&c, 6, " ▸  30  baris 30                                    30.000");
	assert_row(&c, 7, "");
	assert_row(&c, 1, "                                           halaman 8 dari 8");
	const struct event click = { .kind = EV_MOUSE, .button = BUTTON_LEFT, .row = 3 };
	assert_int_equal(listview_on(&m.list, &d, &click), LISTVIEW_MOVED);
	assert_int_equal(listview_at(&m.list), 26);
	assert_int_equal(press(&m, &d, K_ENTER), LISTVIEW_NOT_MINE);
	assert_int_equal(write(&m, &d, "x"), LISTVIEW_NOT_MINE);

	listview_fit(&m.list, 0, &d);
	cells_clear(&c);
	listview_draw(&m, &d, &c);
	assert_row(&c, 2, "");
	assert_row(&c, 3, "   Tidak ada baris.");
	assert_false(listview_when_any(&m));
	cells_done(&c);
	arena_drop(&scratch);
	arena_drop(&a);
}

static void assert_order(const struct model *m, const struct desk *d, const struct cells *c,
                         const char *head, const char *order)
{
	struct cells picture = *c;
	char names[64] = "", row[1024];
	cells_clear(&picture);
	listview_draw(m, d, &picture);
	assert_row(&picture, 2, head);
	for (int i = 3; i < 6; i++) {
		row_of(&picture, i, row, sizeof row);
		strncat(names, row + strcspn(row, "SAn"), 1);
	}
	assert_string_equal(names, order);
}

static void a_column_sorts(void **state)
{
	struct cells c;
	struct arena a = arena_start(16 * MIB);
	struct desk d = desk_of(24, 30);
	struct model m = { .count = 3 };
	(void)state;
	cells_init(&c, 24, 30);
	listview_init(&m.list, &money, &a);
	listview_fit(&m.list, 3, &d);
	assert_order(&m, &d, &c, "   Nama               Jumlah", "SAn");
	assert_int_equal(write(&m, &d, "="), LISTVIEW_NOT_MINE); /* its own order */
	assert_int_equal(write(&m, &d, ">"), LISTVIEW_MOVED);
	assert_order(&m, &d, &c, "   Nama▲              Jumlah", "AnS");
	assert_int_equal(listview_at(&m.list), 0); /* the chosen row stays chosen */
	assert_int_equal(m.list.list.window.at, 2);
	assert_int_equal(write(&m, &d, "="), LISTVIEW_MOVED);
	assert_order(&m, &d, &c, "   Nama▼              Jumlah", "SnA");
	assert_int_equal(write(&m, &d, ">"), LISTVIEW_MOVED); /* by figures, not their words */
	assert_order(&m, &d, &c, "   Nama              ▲Jumlah", "ASn");
	assert_int_equal(press(&m, &d, K_HOME), LISTVIEW_MOVED);
	assert_int_equal(listview_at(&m.list), 1);
	listview_go(&m.list, 2);
	assert_int_equal(m.list.list.window.at, 2);
	listview_draw(&m, &d, &c);
	assert_row(&c, 6, "   Jumlah             29.100");
	assert_int_equal(write(&m, &d, ">"), LISTVIEW_MOVED);
	assert_order(&m, &d, &c, "   Nama               Jumlah", "SAn");
	assert_int_equal(write(&m, &d, "<"), LISTVIEW_MOVED);
	assert_order(&m, &d, &c, "   Nama              ▲Jumlah", "ASn");
	listview_fit(&m.list, 0, &d);
	assert_int_equal(write(&m, &d, "<"), LISTVIEW_NOT_MINE);
	cells_done(&c);
	arena_drop(&scratch);
	arena_drop(&a);
}

static void what_is_typed_narrows(void **state)
{
	static const char *const labels[] = { "Nur'aini", "Ahmad Fauzi", "Siti Nurbaya" };
	struct cells c;
	struct arena a = arena_start(16 * MIB);
	struct desk d = desk_of(24, 60);
	struct model m = { .count = 3 };
	(void)state;
	cells_init(&c, 24, 60);
	listview_init(&m.list, &typed, &a);
	listview_offer(&m.list, labels, COUNT_OF(labels), &a, &d);
	assert_int_equal(press(&m, &d, K_DOWN), LISTVIEW_MOVED);
	assert_false(m.list.in_typing);
	assert_int_equal(write(&m, &d, "/"), LISTVIEW_MOVED); /* leads there, and is no letter */
	assert_true(m.list.in_typing);
	assert_int_equal(write(&m, &d, "n"), LISTVIEW_CHANGED);
	assert_int_equal(listview_at(&m.list), 0);
	assert_int_equal(press(&m, &d, K_DOWN), LISTVIEW_MOVED);
	assert_int_equal(listview_at(&m.list), 2);
	assert_int_equal(press(&m, &d, K_UP), LISTVIEW_MOVED);
	assert_int_equal(press(&m, &d, K_UP), LISTVIEW_MOVED); /* from the first row up */
	assert_true(m.list.in_typing);
	listview_draw(&m, &d, &c);
	assert_row(&c, 2, "   Cari  n__________");
	assert_int_equal(c.cursor_row, 2);
	assert_int_equal(write(&m, &d, "x"), LISTVIEW_CHANGED);
	cells_clear(&c);
	listview_draw(&m, &d, &c);
	assert_row(&c, 5, "   Tidak ada yang cocok.");
	assert_int_equal(listview_at(&m.list), COUNT_OF(labels));
	cells_done(&c);
	arena_drop(&scratch);
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_share_what_is_left),
		cmocka_unit_test(the_rows_that_fit_move),
		cmocka_unit_test(a_column_sorts),
		cmocka_unit_test(what_is_typed_narrows),
	};
	return unit_run(tests);
}
