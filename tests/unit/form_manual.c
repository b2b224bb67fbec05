/* The example of loket-forms(5) is a form that loads and does what the page says. */
#include "loket/sys.h"

#include "formtext.h"

/* What stands between the page's <form …> and </form>. */
static const char *example(struct arena *a)
{
	struct bytes page;
	struct fault why;
	assert_true(file_read(LOKET_SOURCE "/man/loket-forms.5", MIB, a, &page, &why));
	const char *open = strstr((const char *)page.data, "<form ");
	const char *inside = open == NULL ? NULL : strchr(open, '>');
	const char *end = inside == NULL ? NULL : strstr(inside, "</form>");
	assert_non_null(end);
	return arena_copy(a, inside + 1, (size_t)(end - inside - 1));
}

static void the_example_loads(void **state)
{
	(void)state;
	struct arena a = arena_start(8 * MIB);
	const struct form *form = form_made(example(&a), &a);
	struct form_scope scope = { 0 };
	struct form_state s;
	assert_true(day_from_ymd((struct ymd){ 2026, 11, 25 }, &scope.today));
	form_state_start(&s, form, NULL, &scope, &a);
	assert_true(form_state_finish(&s));
	assert_true(form_state_leave(&s, "ya"));
	assert_true(form_state_move(&s, 1));
	assert_string_equal(s.focus.field->id, "akta");
	assert_false(form_state_leave(&s, "512/2026"));
	assert_true(form_state_leave(&s, "512/AC/2026"));
	assert_int_equal(form_state_row_add(&s, "anak"), 1);
	assert_true(form_state_finish(&s)); /* nothing stands in the row */
	assert_true(form_state_move(&s, 3));
	assert_true(form_state_leave(&s, "3175016505150003"));
	assert_string_equal(values_get(&s.values, "anak", 1, "lahir"), "2015-05-25");
	assert_false(form_state_finish(&s));
	assert_string_equal(s.focus.field->id, "nama");
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_example_loads) };
	return unit_run(tests);
}
