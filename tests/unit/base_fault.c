/* A fault keeps its arguments and says a whole sentence. */
#include <string.h>

#include "loket/fault.h"
#include "loket/list.h"
#include "loket/text.h"

#include "unit.h"

static void sentences_are_filled(void **state)
{
	(void)state;
	static const char *const args[] = { "satu", "dua", "é%1" };
	static const struct {
		const char *text, *said;
		size_t capacity;
	} cases[] = {
		{ "", "", 64 },
		{ "tanpa", "tanpa", 64 },
		{ "%1 lalu %2", "satu lalu dua", 64 },
		{ "%2 %1 %1", "dua satu satu", 64 },
		{ "%3", "é%1", 64 }, /* an argument is not filled again */
		{ "100%% dan 5%", "100% dan 5%", 64 },
		{ "%4 %0 %x", "%4 %0 %x", 64 },
		{ "%1 lalu", "satu l", 7 },
		{ "%1%3", "satu", 6 }, /* cut at a whole character */
		{ "%1", "", 1 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char said[64];
		message_fill(cases[i].text, args, COUNT_OF(args), said, cases[i].capacity);
		assert_string_equal(said, cases[i].said);
	}
}

static void a_fault_says_what_on_what(void **state)
{
	(void)state;
	struct fault why;
	char said[256];
	assert_false(
	    fault_set(&why, FAULT_MISUSE, N_("Berkas %1 tidak ada: %2."), "a.xml", "hilang"));
	assert_int_equal(why.kind, FAULT_MISUSE);
	assert_string_equal(why.field, "");
	fault_say(&why, said, sizeof said);
	assert_string_equal(said, "Berkas a.xml tidak ada: hilang.");

	assert_false(fault_at(&why, "pihak[2].nik"));
	assert_string_equal(why.field, "pihak[2].nik");

	/* told again inside another, from its own memory */
	assert_false(
	    fault_set(&why, FAULT_REFUSED, N_("Ditolak: %1 (%2)."), why.args[1], why.field));
	fault_say(&why, said, sizeof said);
	assert_string_equal(said, "Ditolak: hilang (pihak[2].nik).");
	assert_string_equal(why.field, "");
}

static void nobody_needs_to_ask(void **state)
{
	(void)state;
	assert_false(fault_set(NULL, FAULT_OUTSIDE, N_("x")));
	assert_false(fault_at(NULL, "x"));
}

static void long_arguments_are_cut_at_a_character(void **state)
{
	(void)state;
	char longer[402] = "x";
	for (size_t i = 1; i + 2 < sizeof longer; i += 2)
		memcpy(longer + i, "é", 2);
	struct fault why;
	fault_set(&why, FAULT_REFUSED, N_("%1"), longer);
	assert_int_equal(strlen(why.args[0]), 255);
	assert_true(text_is_valid(why.args[0], 255));
	fault_set(&why, FAULT_REFUSED, N_("%1"), longer + 1);
	assert_int_equal(strlen(why.args[0]), 254);
	assert_true(text_is_valid(why.args[0], 254));
	fault_at(&why, longer);
	assert_int_equal(strlen(why.field), 63);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_are_filled),
		cmocka_unit_test(a_fault_says_what_on_what),
		cmocka_unit_test(nobody_needs_to_ask),
		cmocka_unit_test(long_arguments_are_cut_at_a_character),
	};
	return unit_run(tests);
}
