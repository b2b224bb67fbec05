/* Places in a pattern: what stands for a name, and what does not count as one. */
#include <string.h>

#include "loket/list.h"

#include "../../src/paper/private.h"
#include "unit.h"

static struct view_value values[] = { { "nama", "Siti" },
	                              { "kota", "Bandung" },
	                              { "kosong", "" },
	                              { "jahat", "{nama}" },
	                              { "n", "x" } };
static struct view_value row_values[] = { { "nama", "Ahmad" }, { "kota", "" } };
static const struct paper_view view = { .values = { values, COUNT_OF(values), COUNT_OF(values) } };
static const struct row row = { row_values, COUNT_OF(row_values), COUNT_OF(row_values) };
static const struct scope outer = { .view = &view, .row = &view.values };
static const struct scope inner = { .view = &view, .row = &row, .number = 7, .outer = &outer };

static const struct {
	const struct scope *scope;
	const char *pattern, *out;
} cases[] = {
	{ &outer, "", "" },
	{ &outer, "tanpa tempat", "tanpa tempat" },
	{ &outer, "{nama}", "Siti" },
	{ &outer, "a {nama} b {kota} c", "a Siti b Bandung c" },
	{ &outer, "{nama}{nama}", "SitiSiti" },
	{ &outer, "{nam}{namaa}", "" },
	{ &outer, "{kosong|.....}", "....." },
	{ &outer, "{tiada|.....}", "....." },
	{ &outer, "{nama|.....}", "Siti" },
	{ &outer, "{tiada|}", "" },
	{ &outer, "{nama^}", "SITI" },
	{ &outer, "{jahat}", "{nama}" },
	{ &outer, "{#}", "" },
	{ &outer, "{", "{" },
	{ &outer, "a {nama", "a {nama" },
	{ &outer, "}{n}", "}x" },
	{ &outer, "{}", "" },
	{ &outer, "{^}", "" },
	{ &inner, "{#}. {nama}", "7. Ahmad" },
	{ &inner, "{kota}", "" }, /* a row's empty value hides the view's */
	{ &inner, "{n}", "x" },
};

static void places_are_filled(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(scope_fill(cases[i].scope, cases[i].pattern, &a), cases[i].out);
	arena_drop(&a);
}

static void conditions_ask_values(void **state)
{
	(void)state;
	assert_true(scope_has(&outer, "nama", NULL));
	assert_false(scope_has(&outer, "kosong", NULL));
	assert_false(scope_has(&outer, "tiada", NULL));
	assert_true(scope_has(&outer, "nama", "Siti"));
	assert_false(scope_has(&outer, "nama", "siti"));
	assert_true(scope_has(&inner, "nama", "Ahmad"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_filled),
		cmocka_unit_test(conditions_ask_values),
	};
	return unit_run(tests);
}
