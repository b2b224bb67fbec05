/* What is typed, and what then stands in the field and where the cursor is ("|"). */
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

#include "../../src/desk/entry.h"
#include "../../src/desk/wrap.h"

/* In a script "<" ">" are Left and Right, "^" "v" Up and Down, "{" "}" Home and End, "#" Backspace,
 * "~" Del, "@" Ctrl-W, "!" Ctrl-U, "%" Ctrl-_, "$" Ctrl-R, "&" Enter, "(" Ctrl-K, ")" Ctrl-Y, "?"
 * Ctrl-T, ":" Ctrl-D, "[" "]" "/" Alt-B Alt-F Alt-D, "=" Alt-Q; everything else is typed. */
static const struct {
	char letter;
	enum key key;
} keys[] = {
	{ '<', K_LEFT },
	{ '>', K_RIGHT },
	{ '^', K_UP },
	{ 'v', K_DOWN },
	{ '{', K_HOME },
	{ '}', K_END },
	{ '#', K_BACKSPACE },
	{ '~', K_DEL },
	{ '!', K_CTRL_A + ('U' - 'A') },
	{ '@', K_CTRL_A + ('W' - 'A') },
	{ '%', K_CTRL_UNDERSCORE },
	{ '&', K_ENTER },
	{ '$', K_CTRL_A + ('R' - 'A') },
	{ '(', K_CTRL_A + ('K' - 'A') },
	{ ')', K_CTRL_A + ('Y' - 'A') },
	{ '?', K_CTRL_A + ('T' - 'A') },
	{ ':', K_CTRL_A + ('D' - 'A') },
	{ '[', K_ALT_A + ('B' - 'A') },
	{ ']', K_ALT_A + ('F' - 'A') },
	{ '/', K_ALT_A + ('D' - 'A') },
	{ '=', K_ALT_A + ('Q' - 'A') },
};

/* Types one grapheme as the terminal does: each of its letters is an event. */
static void type(struct entry *e, const char *s)
{
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		if (s[0] == keys[i].letter && s[1] == '\0') {
			struct event key = { .kind = EV_KEY, .key = keys[i].key };
			entry_on(e, &key);
			return;
		}
	}
	for (size_t bytes; *s != '\0'; s += bytes) {
		char letter[5] = { s[0] };
		bytes = 1;
		while (((unsigned char)s[bytes] & 0xC0) == 0x80) {
			letter[bytes] = s[bytes];
			bytes++;
		}
		struct event text = { .kind = EV_TEXT, .text = letter, .length = bytes };
		entry_on(e, &text);
	}
}

static void play(struct entry *e, const char *script)
{
	for (size_t bytes; (bytes = text_grapheme(script, NULL)) > 0; script += bytes) {
		char one[64];
		snprintf(one, sizeof one, "%.*s", (int)bytes, script);
		type(e, one);
	}
}

static void say(const struct entry *e, char *out, size_t capacity)
{
	snprintf(out, capacity, "%.*s|%s", (int)e->at, e->text, e->text + e->at);
}

static const struct {
	int rows;
	const char *start, *script, *then;
} cases[] = {
	{ 1, "", "Budi", "Budi|" },
	{ 1, "Budi", "<<x", "Bux|di" },
	{ 1, "Budi", "{x~", "x|udi" },
	{ 1, "Budi", "<<<<<<>x}y", "Bxudiy|" },
	{ 1, "Ahmad Fauzi  bin ", "@", "Ahmad Fauzi  |" },
	{ 1, "Ahmad Fauzi  bin ", "@@@@", "|" },
	{ 1, "Budi", "<<!x", "x|" },
	{ 1, "Budi", "<<!%", "Budi|" },
	{ 1, "", "satu dua%", "satu|" },
	{ 1, "", "satu dua%%%", "|" },
	{ 1, "abc", "##%", "ab|" },
	{ 1, "abc", "##%%x", "abcx|" },
	{ 1, "", "e\u0301x##", "|" },
	{ 1, "", "ae\u0301<<~", "|e\u0301" },
	{ 1, "\u0301a", "{e", "e\u0301|a" },
	{ 1, "", "a\u0327\u0301#", "|" },
	{ 1, "مُحَمَّد", "#", "مُحَمَّ|" },
	{ 1, "مُحَمَّد", "##", "مُحَ|" },
	{ 1, "中文字", "<#", "中|字" },
	{ 1, "x👨‍👩‍👧y", "<#", "x|y" },
	{ 1, "🇮🇩🇲🇾", "#", "🇮🇩|" },
	{ 1, "ab", "^v&x", "abx|" },
	{ 3, "ab", "&c", "ab\nc|" },
	{ 3, "satu\ndua\ntiga", "^^x", "satux|\ndua\ntiga" },
	{ 3, "satu\nd\ntiga", "^^v^x", "satux|\nd\ntiga" },
	{ 3, "satu\nd\ntiga", "^{x}y", "satu\nxdy|\ntiga" },
	{ 3, "satu\n", "^>>>>>>x", "satu\nx|" },
	{ 3, "aaaa bbbb cccc", "^x", "aaaax| bbbb cccc" },
	{ 3, "satu\n\ndua", "{##x", "satux|dua" },
	{ 1, "Ahmad Fauzi", "{((x)", "xAhmad Fauzi|" },
	{ 1, "Ahmad Fauzi", "[(", "Ahmad |" },
	{ 1, "Ahmad Fauzi", "[({)", "Fauzi|Ahmad " },
	{ 1, "satu dua tiga", "[[x", "satu x|dua tiga" },
	{ 1, "satu dua tiga", "{]x", "satux| dua tiga" },
	{ 1, "satu dua tiga", "{]/", "satu| tiga" },
	{ 1, "satu dua tiga", "{/})", " dua tigasatu|" },
	{ 1, "satu dua", "@)):", "satu duadua|" },
	{ 1, "", "ba?", "ab|" },
	{ 1, "bac", "{>?", "ab|c" },
	{ 1, "b", "?", "b|" },
	{ 1, "ae\u0301", "?", "e\u0301a|" },
	{ 1, "abc", "{:", "|bc" },
	{ 1, "abc", "=", "abc|" },
	{ 1, "", "satu dua%%$", "satu|" },
	{ 1, "", "satu dua%%$$$", "satu dua|" },
	{ 1, "abc", "#%$%x$", "abcx|" },
	{ 3, "satu\ndua", "^{(x", "x|\ndua" },
	{ 3, "satu\ndua", "^}(", "satu|dua" },
};

static void keys_edit_by_graphemes(void **state)
{
	(void)state;
	struct arena a = arena_start(16 * MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct entry e;
		char got[128];
		entry_init(&e, &a, 100, 11, cases[i].rows);
		entry_set(&e, cases[i].start);
		play(&e, cases[i].script);
		say(&e, got, sizeof got);
		assert_string_equal(got, cases[i].then);
	}
	arena_drop(&a);
}

static const struct {
	int rows;
	size_t most;
	const char *start, *paste, *then;
	bool full;
} pastes[] = {
	{ 1, 100, "", "satu\ndua\n", "satu dua|", false },
	{ 3, 100, "", "satu\ndua\n", "satu\ndua\n|", false },
	{ 1, 100, "ab", " x\x01\x1b[A ", "ab x[A |", false },
	{ 1, 6, "ab", "cdefgh", "abcdef|", true },
	{ 1, 6, "abc", "e\u0301e\u0301", "abce\u0301|", true },
	{ 1, 3, "abc", "d", "abc|", true },
	{ 1, 3, "abc", "", "abc|", false },
};

static void a_paste_is_text_and_bounded(void **state)
{
	(void)state;
	struct arena a = arena_start(16 * MIB);
	for (size_t i = 0; i < COUNT_OF(pastes); i++) {
		struct entry e;
		char got[128];
		struct event paste = { .kind = EV_PASTE,
			               .text = pastes[i].paste,
			               .length = strlen(pastes[i].paste) };
		entry_init(&e, &a, pastes[i].most, 20, pastes[i].rows);
		entry_set(&e, pastes[i].start);
		assert_true(entry_on(&e, &paste));
		say(&e, got, sizeof got);
		assert_string_equal(got, pastes[i].then);
		assert_int_equal(e.full, pastes[i].full);
	}
	arena_drop(&a);
}

static void old_changes_are_forgotten_not_the_new(void **state)
{
	(void)state;
	struct arena a = arena_start(16 * MIB);
	struct entry e;
	entry_init(&e, &a, 1000, 20, 1);
	for (int i = 0; i < 2 * ENTRY_UNDOS; i++)
		play(&e, " x");
	for (int i = 0; i < 3 * ENTRY_UNDOS; i++)
		play(&e, "%");
	assert_int_equal(e.length, 2 * ENTRY_UNDOS);
	arena_drop(&a);
}

static void keys_that_are_not_the_editors(void **state)
{
	(void)state;
	static const struct {
		int rows;
		enum key key;
		bool taken;
	} others[] = {
		{ 1, K_ENTER, false }, { 1, K_TAB, false },  { 1, K_UP, false },
		{ 1, K_F10, false },   { 1, K_ESC, false },  { 1, K_INS, true },
		{ 1, K_LEFT, true },   { 3, K_ENTER, true }, { 3, K_UP, false },
		{ 3, K_DOWN, false },  { 3, K_TAB, false },
	};
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		struct entry e;
		struct event key = { .kind = EV_KEY, .key = others[i].key };
		entry_init(&e, &a, 100, 20, others[i].rows);
		assert_int_equal(entry_on(&e, &key), others[i].taken);
	}
	arena_drop(&a);
}

static const struct {
	int rows;
	bool secret;
	const char *start, *script;
	const char *drawn[3];
	int row, col; /* cursor */
} pictures[] = {
	{ 1, false, "Budi", "", { "Budi____" }, 0, 4 },
	{ 1, false, "12345678", "", { "12345678" }, 0, 8 },
	{ 1, false, "123456789", "", { "‹6789___" }, 0, 5 },
	{ 1, false, "123456789", "{", { "1234567…" }, 0, 0 },
	{ 1, false, "1234567890ABCDEF", "", { "‹DEF____" }, 0, 4 },
	{ 1, false, "中文字", "<", { "中文字__" }, 0, 4 },
	{ 1, true, "rahasia", "#", { "••••••__" }, 0, 6 },
	{ 3, false, "satu dua tiga", "", { "satu____", "dua_____", "tiga____" }, 2, 4 },
	{ 3, false, "satu dua", "", { "satu____", "dua_____", "________" }, 1, 3 },
	{ 3, false, "a\nb\nc\nd", "", { "b_______", "c_______", "d_______" }, 2, 1 },
	{ 3, false, "a\nb\nc\nd", "^^^", { "a_______", "b_______", "c_______" }, 0, 1 },
};

static void the_field_is_drawn(void **state)
{
	(void)state;
	struct arena a = arena_start(16 * MIB);
	for (size_t i = 0; i < COUNT_OF(pictures); i++) {
		struct entry e;
		struct cells c;
		cells_init(&c, 3, 9);
		entry_init(&e, &a, 100, 8, pictures[i].rows);
		entry_set(&e, pictures[i].start);
		e.secret = pictures[i].secret;
		play(&e, pictures[i].script);
		entry_draw(&e, &c, 0, 0, true);
		for (int row = 0; row < pictures[i].rows; row++) {
			char got[128] = "";
			for (int col = 0; col < 8; col++) {
				const struct cell *cell = cells_at(&c, row, col);
				snprintf(got + strlen(got), sizeof got - strlen(got), "%.*s",
				         (int)cell->length, cell->text);
			}
			assert_string_equal(got, pictures[i].drawn[row]);
		}
		assert_int_equal(c.cursor_row, pictures[i].row);
		assert_int_equal(c.cursor_col, pictures[i].col);
		cells_done(&c);
	}
	arena_drop(&a);
}

static void a_place_is_told_and_found_again(void **state)
{
	(void)state;
	static const struct {
		const char *what;
		size_t line, column; /* 0: found nowhere */
		bool from_start;
	} finds[] = {
		{ "dua", 2, 1, false }, { "DUA", 3, 6, false },    { "dua", 2, 1, true },
		{ "satu", 1, 1, true }, { "ketiga", 0, 0, false }, { "", 0, 0, false },
		{ "é", 3, 10, false },
	};
	struct arena a = arena_start(MIB);
	struct entry e;
	bool from_start;
	entry_init(&e, &a, 1000, 40, 3);
	entry_set(&e, "satu\ndua\ntiga Dua é");
	struct entry_place at = entry_place(&e);
	assert_int_equal(at.line, 3);
	assert_int_equal(at.lines, 3);
	assert_int_equal(at.column, 11);
	e.at = 0;
	for (size_t i = 0; i < COUNT_OF(finds); i++) {
		bool found = entry_find(&e, finds[i].what, &from_start);
		assert_int_equal(found, finds[i].line > 0);
		if (!found)
			continue;
		at = entry_place(&e);
		assert_int_equal(at.line, finds[i].line);
		assert_int_equal(at.column, finds[i].column);
		assert_int_equal(from_start, finds[i].from_start);
	}
	entry_lines(&e, -10);
	assert_int_equal(entry_place(&e).line, 1);
	entry_lines(&e, 1);
	assert_int_equal(entry_place(&e).line, 2);
	entry_lines(&e, 10);
	assert_int_equal(entry_place(&e).line, 3);
	arena_drop(&a);
}

static void lines_are_broken_at_blanks(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int width;
		const char *lines; /* each ended by "/" */
	} wraps[] = {
		{ "", 5, "/" },
		{ "satu", 5, "satu/" },
		{ "satu dua", 4, "satu/dua/" },
		{ "satu dua", 5, "satu/dua/" },
		{ "satuduatiga", 4, "satu/duat/iga/" },
		{ "a\n\nb\n", 4, "a//b//" },
		{ "中文字", 5, "中文/字/" },
		{ "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301/e\u0301/" },
		{ "中", 1, "中/" },
		{ " a", 1, "/a/" },
	};
	for (size_t i = 0; i < COUNT_OF(wraps); i++) {
		char got[128] = "";
		const char *s = wraps[i].text;
		size_t length, next;
		bool more;
		do {
			more = wrap_line(s, wraps[i].width, &length, &next);
			snprintf(got + strlen(got), sizeof got - strlen(got), "%.*s/", (int)length,
			         s);
			s += next;
		} while (more);
		assert_string_equal(got, wraps[i].lines);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_edit_by_graphemes),
		cmocka_unit_test(a_paste_is_text_and_bounded),
		cmocka_unit_test(old_changes_are_forgotten_not_the_new),
		cmocka_unit_test(keys_that_are_not_the_editors),
		cmocka_unit_test(the_field_is_drawn),
		cmocka_unit_test(a_place_is_told_and_found_again),
		cmocka_unit_test(lines_are_broken_at_blanks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
