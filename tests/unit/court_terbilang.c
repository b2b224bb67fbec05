/* Amounts in words. */
#include "loket/court.h"
#include "loket/list.h"

#include "unit.h"

static void every_number_has_its_words(void **state)
{
	(void)state;
	static const struct {
		int64_t n;
		const char *words;
	} cases[] = {
		{ 0, "nol" },
		{ 1, "satu" },
		{ 10, "sepuluh" },
		{ 11, "sebelas" },
		{ 12, "dua belas" },
		{ 19, "sembilan belas" },
		{ 20, "dua puluh" },
		{ 21, "dua puluh satu" },
		{ 99, "sembilan puluh sembilan" },
		{ 100, "seratus" },
		{ 101, "seratus satu" },
		{ 111, "seratus sebelas" },
		{ 200, "dua ratus" },
		{ 999, "sembilan ratus sembilan puluh sembilan" },
		{ 1000, "seribu" },
		{ 1001, "seribu satu" },
		{ 1100, "seribu seratus" },
		{ 2000, "dua ribu" },
		{ 11000, "sebelas ribu" },
		{ 21000, "dua puluh satu ribu" },
		{ 100000, "seratus ribu" },
		{ 100100, "seratus ribu seratus" },
		{ 101000, "seratus satu ribu" },
		{ 1000000, "satu juta" },
		{ 1001000, "satu juta seribu" },
		{ 1011000, "satu juta sebelas ribu" },
		{ 1230000, "satu juta dua ratus tiga puluh ribu" },
		{ 1000000000, "satu miliar" },
		{ 1000001000, "satu miliar seribu" },
		{ 1000000000000, "satu triliun" },
		{ -855000, "minus delapan ratus lima puluh lima ribu" },
		{ INT64_MAX,
		  "sembilan kuintiliun dua ratus dua puluh tiga kuadriliun "
		  "tiga ratus tujuh puluh dua triliun tiga puluh enam miliar "
		  "delapan ratus lima puluh empat juta tujuh ratus tujuh puluh lima ribu "
		  "delapan ratus tujuh" },
		{ INT64_MIN,
		  "minus sembilan kuintiliun dua ratus dua puluh tiga kuadriliun "
		  "tiga ratus tujuh puluh dua triliun tiga puluh enam miliar "
		  "delapan ratus lima puluh empat juta tujuh ratus tujuh puluh lima ribu "
		  "delapan ratus delapan" },
	};
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(terbilang_rupiah(cases[i].n, &a),
		                    arena_print(&a, "%s rupiah", cases[i].words));
	arena_drop(&a);
}

static void an_amount_ends_in_rupiah(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	assert_string_equal(terbilang_rupiah(0, &a), "nol rupiah");
	assert_string_equal(terbilang_rupiah(1230000, &a),
	                    "satu juta dua ratus tiga puluh ribu rupiah");
	arena_drop(&a);
}

/* Blanks stand between words only, and a group of zeroes says nothing. */
static void words_are_parted_by_one_blank(void **state)
{
	(void)state;
	struct arena a = arena_start(8 * MIB);
	for (int64_t n = 1; n > 0 && n < INT64_MAX / 7; n = n * 7 + 3) {
		const char *s = terbilang_rupiah(n, &a);
		assert_int_not_equal(s[0], ' ');
		for (; *s != '\0'; s++)
			assert_false(s[0] == ' ' && (s[1] == ' ' || s[1] == '\0'));
	}
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_number_has_its_words),
		cmocka_unit_test(an_amount_ends_in_rupiah),
		cmocka_unit_test(words_are_parted_by_one_blank),
	};
	return unit_run(tests);
}
