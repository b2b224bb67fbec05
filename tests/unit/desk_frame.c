/* The four places, compared with pictures of them. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <stdio.h>
#include <string.h>

#include "loket/date.h"
#include "loket/list.h"
#include "loket/text.h"

#include "../../src/desk/frame.h"
#include "../../src/desk/keys.h"

/* The row without the blanks at its end. */
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

static const struct rail_step steps[] = {
	{ RAIL_DONE, "Akun" },        { RAIL_DONE, "Pendaftar" },
	{ RAIL_HERE, "Data pihak" },  { RAIL_NOT_BEGUN, "Gugatan" },
	{ RAIL_ATTENTION, "e-SKUM" }, { RAIL_WAITING, "Pembayaran yang lama" },
};

static void the_rail_is_as_drawn(void **state)
{
	(void)state;
	struct cells c;
	cells_init(&c, 24, 80);
	const struct rail rail = {
		steps, COUNT_OF(steps), 3, { "menit 7 / 15", "semua 31 / 95 (105)" }
	};
	struct area where = frame_areas(&c, LEFT_RAIL).rail;
	frame_rail(&c, where, &rail);
	assert_row(&c, 2, " ✓ 1 Akun");
	assert_row(&c, 4, " ▸ 3 Data pihak");
	assert_row(&c, 5, "   4 Gugatan");
	assert_row(&c, 6, " ! 5 e-SKUM");
	assert_row(&c, 7, " ◐ 6 Pembayaran …");
	assert_row(&c, 9, "  menit 7 / 15");
	assert_row(&c, 10, "  semua 31 / 95");
	assert_row(&c, 11, "        (105)");
	assert_int_equal(c.cursor_row, 5);
	assert_int_equal(cells_at(&c, 5, 3)->style, STYLE_FOCUS);
	assert_int_equal(frame_rail_step(where, &rail, 5), 3);
	assert_int_equal(frame_rail_step(where, &rail, 1), -1);
	assert_int_equal(frame_rail_step(where, &rail, 8), -1);
	cells_done(&c);
}

static void head_message_and_foot_keep_their_places(void **state)
{
	(void)state;
	struct cells c;
	cells_init(&c, 24, 80);
	static const struct key_hint hints[] = {
		{ .key = K_F10, .label = "selesai", .shown = true },
		{ .key = K_F6, .label = "tambah pihak", .shown = true },
		{ .key = K_F2, .label = "mengapa?", .shown = false },
		{ .name = "F7 F8", .label = "halaman", .shown = true },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
		{ .key = K_F9, .label = "cetak yang panjang sekali", .shown = true },
	};
	frame_head(&c, "Nur’aini binti Yusuf · Cerai Gugat · Pdt.G", "PA.Cth-25112026-K7Q");
	frame_message(&c, STYLE_FAULT, "NIK: harus 16 angka");
	frame_foot(&c, hints, COUNT_OF(hints));
	assert_row(
	    &c, 0,
	    " Nur’aini binti Yusuf · Cerai Gugat · Pdt.G                 PA.Cth-25112026-K7Q");
	assert_row(&c, 22, " NIK: harus 16 angka");
	assert_row(&c, 23, " F10 selesai  F6 tambah pihak  F7 F8 halaman  F1 bantuan  Esc kembali");

	cells_size(&c, 24, 40);
	frame_head(&c, "Nur’aini binti Yusuf · Cerai Gugat", "PA.Cth-25112026-K7Q");
	frame_foot(&c, hints, COUNT_OF(hints));
	assert_row(&c, 0, " Nur’aini binti Y…  PA.Cth-25112026-K7Q");
	assert_row(&c, 23, " F10 selesai  Esc kembali");
	cells_done(&c);
}

/* The name and the time give way to the title, part by part, and no weekday decides what a title
 * says. */
static void the_title_of_a_head_wins(void **state)
{
	(void)state;
	static const char title[] = "Register Induk Gugatan · RI-PA1G";
	struct frame_who who = { "Budi", "admin e-Court", "", "29-11-2026", "07.03" };
	static const struct {
		int cols;
		const char *want;
	} widths[] = {
		{ 90,
		  " Register Induk Gugatan · RI-PA1G           Budi, admin e-Court · Minggu 29-11-2026 07.03" },
		{ 80,
		  " Register Induk Gugatan · RI-PA1G        Budi, admin e-Court · 29-11-2026 07.03" },
		{ 70, " Register Induk Gugatan · RI-PA1G         Budi, admin e-Court · 07.03" },
		{ 60, " Register Induk Gugatan · RI-PA1G              Budi · 07.03" },
		{ 45, " Register Induk Gugatan · RI-PA1G      07.03" },
		{ 36, " Register Induk Gugatan · RI-PA1G" },
		{ 24, " Register Induk Gugata…" },
	};
	struct cells c;
	cells_init(&c, 24, 80);
	for (day d = 0; d < 7; d++) {
		char got[1024];
		who.weekday = day_weekday_name(d);
		for (int cols = 36; cols <= 120; cols++) {
			cells_size(&c, 24, cols);
			frame_head_who(&c, title, &who);
			row_of(&c, 0, got, sizeof got);
			assert_non_null(strstr(got, title));
		}
	}
	who.weekday = "Minggu";
	for (size_t i = 0; i < COUNT_OF(widths); i++) {
		cells_size(&c, 24, widths[i].cols);
		frame_head_who(&c, title, &who);
		assert_row(&c, 0, widths[i].want);
	}
	who.name = ""; /* before the login */
	cells_size(&c, 24, 80);
	frame_head_who(&c, "Loket", &who);
	assert_row(
	    &c, 0,
	    " Loket                                                  Minggu 29-11-2026 07.03");
	cells_done(&c);
}

static void bodies_have_shapes(void **state)
{
	(void)state;
	struct cells c;
	cells_init(&c, 8, 40);
	const struct area where = { 1, 2, 6, 30 };
	static const struct frame_column columns[] = { { "Komponen", 2, 12, false },
		                                       { "hitungan", 14, 8, true },
		                                       { "jumlah", 22, 0, true } };
	static const char *const texts[] = { "Pendaftaran PNBP", "1 × 30", "30.000" };
	frame_row(&c, (struct area){ 2, 2, 1, 30 }, columns, COUNT_OF(columns), texts);
	frame_choose(&c, where, 1);
	frame_sum(&c, (struct area){ 3, 2, 2, 30 }, "Panjar", "Rp855.000");
	frame_label(&c, 6, 4, LABEL_FOCUS_FAULT, "NIK");
	assert_row(&c, 2, "  ▸ Pendaftaran…  1 × 30  30.000");
	assert_row(&c, 3, "  ──────────────────────────────");
	assert_row(&c, 4, "  Panjar               Rp855.000");
	assert_row(&c, 6, "  ! NIK");
	assert_int_equal(c.cursor_row, 2);

	cells_clear(&c);
	static const struct pair pairs[] = { { "Dasar",
		                               "SK Ketua PA Contoh 12/2026, berlaku 01-01-2026" },
		                             { "Bank", "Bank Contoh" } };
	assert_int_equal(frame_pairs(&c, where, 8, pairs, COUNT_OF(pairs)), 2);
	assert_row(&c, 1, "  Dasar   SK Ketua PA Contoh 12…");
	assert_row(&c, 2, "  Bank    Bank Contoh");
	assert_int_equal(frame_paragraph(&c, (struct area){ 4, 2, 2, 10 }, STYLE_PLAIN,
	                                 "satu dua tiga empat"),
	                 2);
	assert_row(&c, 4, "  satu dua");
	assert_row(&c, 5, "  tiga empat");
	cells_done(&c);
}

static void a_small_window_says_what_it_needs(void **state)
{
	(void)state;
	static const struct {
		int rows, cols;
		bool small;
	} sizes[] = { { 11, 60, true }, { 12, 39, true }, { 12, 40, false }, { 1, 1, true } };
	for (size_t i = 0; i < COUNT_OF(sizes); i++)
		assert_int_equal(frame_is_too_small(sizes[i].rows, sizes[i].cols), sizes[i].small);
	struct cells c;
	cells_init(&c, 11, 60);
	frame_too_small(&c);
	assert_row(&c, 0, "Jendela 60x11 terlalu kecil; perlu 40x12.");
	cells_done(&c);
}

static void areas_never_overlap(void **state)
{
	(void)state;
	for (int cols = SCREEN_COLS; cols <= 300; cols++) {
		struct cells c;
		cells_init(&c, cols % 2 == 0 ? SCREEN_ROWS : 24, cols);
		for (enum frame_left left = LEFT_NOTHING; left <= LEFT_RAIL; left++) {
			struct areas a = frame_areas(&c, left);
			bool railed = left == LEFT_RAIL && cols >= RAIL_COLS_LEAST;
			assert_int_equal(a.rail.cols > 0, railed);
			assert_true(a.body.cols >= (cols < 80 ? cols - 4 : 60));
			assert_true(a.body.rows >= 9);
			assert_true(a.body.row + a.body.rows <= c.rows - 2);
			assert_true(a.body.col + a.body.cols <= cols - 1);
			assert_true(left == LEFT_NOTHING ||
			            a.body.col >= a.rail.col + a.rail.cols + 2);
			assert_int_equal(a.side.cols > 0, cols >= WIDE_COLS);
			if (a.side.cols > 0) {
				assert_true(a.body.col + a.body.cols + 2 < a.side.col);
				assert_int_equal(a.side.col + a.side.cols, cols - 1);
			}
		}
		cells_done(&c);
	}
}

static void every_key_has_one_meaning(void **state)
{
	(void)state;
	for (size_t i = 0; i < key_meaning_count; i++) {
		const struct key_meaning *m = &key_meanings[i];
		assert_false(text_is_empty(m->name));
		assert_false(text_is_empty(m->meaning));
		for (size_t j = 0; j < i; j++)
			assert_false(m->key != K_NONE && key_meanings[j].key == m->key);
	}
	for (enum key key = K_F1; key <= K_F10; key++)
		assert_false(text_is_empty(key_label(key)));
	assert_string_equal(key_name(K_NONE), "");
	assert_string_equal(key_name(K_F10), "F10");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rail_is_as_drawn),
		cmocka_unit_test(head_message_and_foot_keep_their_places),
		cmocka_unit_test(the_title_of_a_head_wins),
		cmocka_unit_test(bodies_have_shapes),
		cmocka_unit_test(a_small_window_says_what_it_needs),
		cmocka_unit_test(areas_never_overlap),
		cmocka_unit_test(every_key_has_one_meaning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
