/* What text may enter, how it is searched, how wide it is. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "unit.h"

static void only_well_formed_text_is_valid(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		size_t length;
		bool valid;
	} cases[] = {
		{ "", 0, true },
		{ "Nur’aini", 10, true },
		{ "\xF0\x9F\x98\x80", 4, true },
		{ "a\0b", 3, false },
		{ "\x80", 1, false },             /* a continuation alone */
		{ "\xC0\xAF", 2, false },         /* overlong */
		{ "\xED\xA0\x80", 3, false },     /* a surrogate */
		{ "\xF4\x90\x80\x80", 4, false }, /* above U+10FFFF */
		{ "\xE2\x80", 2, false },         /* cut short */
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(text_is_valid(cases[i].s, cases[i].length), cases[i].valid);
}

static void cleaning_leaves_what_may_enter(void **state)
{
	(void)state;
	static const struct {
		const char *in, *line, *lines; /* cleaned to one line; with lines kept */
	} cases[] = {
		{ "", "", "" },
		{ "   ", "", "" },
		{ "Siti Aminah", "Siti Aminah", "Siti Aminah" },
		{ "  Siti \t Aminah\n", "Siti Aminah", "Siti Aminah" },
		{ "a  b", "a  b", "a  b" },
		{ "satu\r\ndua\rtiga\n\nempat", "satu dua tiga empat", "satu\ndua\ntiga\n\nempat" },
		{ "satu \n dua", "satu dua", "satu\ndua" },
		{ "\n\nsatu\n\n", "satu", "satu" },
		{ "e\xCC\x81", "é", "é" },                /* NFC */
		{ "a\x1B[31mb\x07", "a[31mb", "a[31mb" }, /* no escape sequence */
		{ "a\xE2\x80\xAE"
		  "b\xE2\x81\xA6",
		  "ab", "ab" },                         /* bidi override, isolate */
		{ "\xEF\xBB\xBFnama", "nama", "nama" }, /* byte order mark */
		{ "a\xFF\x80z\xC0\xAF", "az", "az" },   /* ill-formed */
		{ "a\xC2\xA0\xE3\x80\x80"
		  "b",
		  "a  b", "a  b" }, /* other blanks */
		{ "a\xE2\x80\xA8"
		  "b\xC2\x85"
		  "c",
		  "a b c", "a\nb\nc" },            /* other line ends */
		{ "x\xEF\xBF\xBFy", "xy", "xy" },  /* a noncharacter */
		{ "\xF3\xA0\x81\x81k", "k", "k" }, /* a hidden tag */
		{ "‘Abdullāh", "‘Abdullāh", "‘Abdullāh" },
	};
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t length = strlen(cases[i].in);
		char *line = text_clean(&a, cases[i].in, length, false);
		char *lines = text_clean(&a, cases[i].in, length, true);
		assert_string_equal(line, cases[i].line);
		assert_string_equal(lines, cases[i].lines);
		assert_string_equal(text_clean(&a, line, strlen(line), false), line);
		assert_string_equal(text_clean(&a, lines, strlen(lines), true), lines);
	}
	assert_string_equal(text_clean(&a, "a\0b", 3, false), "ab");
	arena_drop(&a);
}

static void a_flood_of_marks_is_cut(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	struct text t = text_start(&a);
	text_add(&t, "x");
	for (int i = 0; i < 20000; i++)
		text_add(&t, i % 2 ? "\xCC\xA3" : "\xCC\x81"); /* out of canonical order */
	char *clean = text_clean(&a, t.s, t.length, false);
	assert_int_equal(strlen(clean), 1 + 30 * 2);
	assert_string_equal(text_clean(&a, clean, strlen(clean), false), clean);
	arena_drop(&a);
}

static void a_name_is_found_however_it_is_written(void **state)
{
	(void)state;
	static const struct {
		const char *name, *key;
	} cases[] = {
		{ "", "" },
		{ "Nur’aini", "nuraini" },
		{ "NURAINI", "nuraini" },
		{ "Nur'aini", "nuraini" },
		{ "Nur`aini", "nuraini" },
		{ "Nur´aini", "nuraini" },
		{ "Nurʼaini", "nuraini" },
		{ "nur aini", "nur aini" },
		{ "  Nur \xC2\xA0 Aini ", "nur aini" },
		{ "Siti-Aminah, S.H.", "sitiaminah sh" },
		{ "‘Abdullāh", "abdullah" },
		{ "Müller", "muller" },
		{ "STRAẞE Straße", "strasse strasse" },
		{ "ＡＢＣ１", "abc1" },
		{ "⑴", "1" },
		{ "...", "" },
		{ "A !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ 1", "a $+<=>|~ 1" },
		{ "\xFF"
		  "Budi",
		  "budi" },
	};
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char *key = text_fold(&a, cases[i].name);
		assert_string_equal(key, cases[i].key);
		assert_string_equal(text_fold(&a, key), key);
		/* plain text takes another way than text with a mark, to the same end */
		assert_string_equal(text_fold(&a, arena_print(&a, "%s\xCC\x81", cases[i].name)),
		                    key);
	}
	arena_drop(&a);
}

/* Each mark of ASCII alone and beside a letter that is none: both ways of folding say the same. */
static void ascii_is_folded_as_all_text_is(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	for (char c = ' '; c <= '~'; c++) {
		char plain[] = { 'A', c, ' ', c, 'b', '\0' }, other[] = "A? ?b \xC3\xA9";
		other[1] = other[3] = c;
		const char *want = text_fold(&a, other), *parts = text_fold_parts(&a, other);
		char *one = arena_print(&a, "%s e", text_fold(&a, plain));
		assert_string_equal(one, want);
		one = arena_print(&a, "%s e", text_fold_parts(&a, plain));
		assert_string_equal(one, parts);
	}
	assert_string_equal(text_fold_parts(&a, " M.Yusuf, S.H. "), "m yusuf s h");
	assert_string_equal(text_fold_parts(&a, "Nur\xCA\xBF"
	                                        "aini\xE2\x80\x93"
	                                        "x"),
	                    "nur aini x");
	arena_drop(&a);
}

static void graphemes_are_what_a_person_counts(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		size_t first, last; /* bytes of the first and the last grapheme */
		int columns;        /* of the whole */
	} cases[] = {
		{ "", 0, 0, 0 },
		{ "abc", 1, 1, 3 },
		{ "é", 2, 2, 1 },
		{ "e\xCC\x81x", 3, 1, 2 }, /* letter and mark */
		{ "漢字", 3, 3, 4 },
		{ "👩‍👩‍👧", 18, 18, 2 }, /* joined into one */
		{ "🇮🇩🇲🇾", 8, 8, 4 },                 /* flags go in pairs */
		{ "❤\xEF\xB8\x8F", 6, 6, 2 },        /* shown as a picture */
		{ "\xFF\xFE", 1, 1, 2 },             /* ill-formed: a column each */
		{ "بسم", 2, 2, 3 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *s = cases[i].s;
		int columns;
		assert_int_equal(text_grapheme(s, &columns), cases[i].first);
		assert_int_equal(text_grapheme_before(s, strlen(s)), cases[i].last);
		assert_int_equal(text_grapheme_before(s, 0), 0);
		assert_int_equal(text_columns(s), cases[i].columns);
	}
}

static void numbers_are_whole_and_within_limits(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		bool number;
		long long value;
	} cases[] = {
		{ "0", true, 0 },    { "007", true, 7 },  { "100", true, 100 },
		{ "101", false, 0 }, { "", false, 0 },    { "-1", false, 0 },
		{ "+1", false, 0 },  { " 1", false, 0 },  { "1 ", false, 0 },
		{ "1a", false, 0 },  { "0x1", false, 0 }, { "99999999999999999999", false, 0 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		long long value = 0;
		assert_int_equal(text_number(cases[i].s, 0, 100, &value), cases[i].number);
		assert_int_equal(value, cases[i].value);
	}
	long long value;
	assert_true(text_number("9223372036854775807", 0, INT64_MAX, &value));
	assert_int_equal(value, INT64_MAX);
	assert_false(text_number("9223372036854775808", 0, INT64_MAX, &value));
	assert_false(text_number("4", 5, 10, &value));
}

static void small_questions(void **state)
{
	(void)state;
	assert_true(text_same(NULL, NULL));
	assert_false(text_same(NULL, ""));
	assert_true(text_same("a", "a"));
	assert_true(text_tells("setoran dalam perjalanan"));
	assert_false(text_tells("-"));
	assert_false(text_tells("selisihnyalama"));
	assert_false(text_tells("x x x x x x x x x x"));
	assert_false(text_tells("12345678 90"));
	assert_false(text_tells(NULL));
	assert_true(text_is_empty(NULL));
	assert_true(text_is_empty(""));
	assert_false(text_is_empty(" "));
	assert_true(text_starts("pihak[2]", "pihak["));
	assert_false(text_starts("pi", "pihak"));
}

static void a_builder_grows(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	struct text t = text_start(&a);
	assert_string_equal(t.s, "");
	for (int i = 0; i < 1000; i++)
		text_addf(&t, "%d,", i);
	text_add_bytes(&t, "xyz", 1);
	assert_int_equal(t.length, strlen(t.s));
	assert_int_equal(t.length, 10 * 2 + 90 * 3 + 900 * 4 + 1);
	assert_string_equal(t.s + t.length - 5, "999,x");
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_well_formed_text_is_valid),
		cmocka_unit_test(cleaning_leaves_what_may_enter),
		cmocka_unit_test(a_flood_of_marks_is_cut),
		cmocka_unit_test(a_name_is_found_however_it_is_written),
		cmocka_unit_test(ascii_is_folded_as_all_text_is),
		cmocka_unit_test(graphemes_are_what_a_person_counts),
		cmocka_unit_test(numbers_are_whole_and_within_limits),
		cmocka_unit_test(small_questions),
		cmocka_unit_test(a_builder_grows),
	};
	return unit_run(tests);
}
