/* A filled form goes into a row as JSON and comes back; what is no filled form is refused. */
#include "loket/list.h"
#include "loket/text.h"

#include "../../src/store/private.h"
#include "unit.h"

static void put(struct values *v, struct arena *a, int row, const char *field, const char *text)
{
	values_set(v, a, row == 0 ? "" : "pihak", row, field, text);
}

static void a_form_comes_back(void **state)
{
	(void)state;
	struct fault why;
	struct arena a = arena_start(MIB);
	struct values v = { 0 }, back;
	put(&v, &a, 0, "jenis", "347");
	put(&v, &a, 0, "alamat", "Jl. \"Mawar\" 1\\2\n\tRT 03\r/RW 01");
	put(&v, &a, 0, "nama", "Nur’aini \xF0\x9F\x98\x80");
	put(&v, &a, 0, "kendali", "\x01\x1F\x7F");
	put(&v, &a, 1, "nama", "A");
	put(&v, &a, 2, "nama", "B");
	put(&v, &a, 2, "nik", "3");
	assert_true(body_read(body_write(&v, NULL, &a), &a, &back, &why));
	assert_int_equal(back.count, v.count);
	assert_string_equal(body_write(&back, NULL, &a), body_write(&v, NULL, &a));
	assert_string_equal(values_get(&back, "pihak", 2, "nik"), "3");
	assert_true(body_read("{}", &a, &back, &why));
	assert_int_equal(back.count, 0);
	arena_drop(&a);
}

static void what_is_no_form_is_refused(void **state)
{
	(void)state;
	static const char *const others[] = {
		"",
		"{",
		"[]",
		"\"a\"",
		"{}{}",
		"{\"a\":1}",
		"{\"a\":null}",
		"{\"a\":{}}",
		"{\"a\":[\"b\"]}",
		"{\"a\":[{\"b\":[{}]}]}",
		"{\"a\":[{},]}",
		"{\"a\":\"\\u0000\"}",
		"{\"a\":\"\xFF\"}",
	};
	struct arena a = arena_start(MIB);
	struct values back;
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		struct fault why = { 0 };
		if (body_read(others[i], &a, &back, &why))
			fail_msg("%s", others[i]);
		assert_int_equal(why.kind, FAULT_OUTSIDE);
	}
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_comes_back),
		cmocka_unit_test(what_is_no_form_is_refused),
	};
	return unit_run(tests);
}
