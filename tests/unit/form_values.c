/* Values by row, their paths and their JSON. */
#include "loket/list.h"

#include "formtext.h"

static const struct {
	const char *path, *list;
	int row;
	const char *field;
} paths[] = {
	{ "nama", "", 0, "nama" },
	{ "pihak[2].nik", "pihak", 2, "nik" },
	{ "pihak[99].tempat_lahir", "pihak", 99, "tempat_lahir" },
};

static const char *const no_paths[] = {
	"",
	"Nama",
	"1a",
	"pihak[0].nik",
	"pihak[].nik",
	"pihak[2]",
	"pihak.2",
	"pihak[2].",
	"pihak[2].nik ",
	"pihak[-1].n",
	"pihak[99999].n",
	"nama nama",
	"[1].nik",
	"pihak[2].a[1].b",
};

static void paths_are_read_and_written(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		const char *list, *field;
		int row;
		char out[64];
		assert_true(values_path_parse(paths[i].path, &a, &list, &row, &field));
		assert_string_equal(list, paths[i].list);
		assert_int_equal(row, paths[i].row);
		assert_string_equal(field, paths[i].field);
		values_path(list, row, field, out, sizeof out);
		assert_string_equal(out, paths[i].path);
	}
	for (size_t i = 0; i < COUNT_OF(no_paths); i++) {
		const char *list, *field;
		int row;
		if (values_path_parse(no_paths[i], &a, &list, &row, &field))
			fail_msg("%s", no_paths[i]);
	}
	char little[8];
	values_path("pihak", 12, "nik", little, sizeof little);
	assert_string_equal(little, "pihak[1");
	arena_drop(&a);
}

static void put(struct values *v, struct arena *a, int row, const char *field, const char *text)
{
	values_set(v, a, row == 0 ? "" : "pihak", row, field, text);
}

static const char *json(const struct values *v, const struct form *f, struct arena *a)
{
	struct text t = text_start(a);
	values_json(v, f, &t);
	return t.s;
}

static void rows_go_and_others_move_up(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB);
	struct values v = { 0 };
	put(&v, &a, 0, "jenis", "347");
	put(&v, &a, 1, "nama", "A");
	put(&v, &a, 2, "nama", "B");
	put(&v, &a, 3, "nama", "C");
	put(&v, &a, 3, "nik", "3");
	assert_int_equal(values_rows(&v, "pihak"), 3);
	assert_int_equal(values_rows(&v, "kuasa"), 0);
	assert_string_equal(values_of(&v, "jenis"), "347");
	assert_string_equal(values_get(&v, "pihak", 4, "nama"), "");

	assert_string_equal(json(&v, NULL, &a),
	                    "{\"jenis\":\"347\",\"pihak\":[{\"nama\":\"A\"},{\"nama\":\"B\"},"
	                    "{\"nama\":\"C\",\"nik\":\"3\"}]}");
	values_row_remove(&v, "pihak", 2);
	assert_string_equal(
	    json(&v, NULL, &a),
	    "{\"jenis\":\"347\",\"pihak\":[{\"nama\":\"A\"},{\"nama\":\"C\",\"nik\":\"3\"}]}");
	put(&v, &a, 1, "nama", "");
	assert_string_equal(json(&v, NULL, &a),
	                    "{\"jenis\":\"347\",\"pihak\":[{},{\"nama\":\"C\",\"nik\":\"3\"}]}");
	arena_drop(&a);
}

static void copies_stand_alone(void **state)
{
	(void)state;
	struct arena a = arena_start(MIB), other = arena_start(MIB);
	struct values v = { 0 }, copy;
	put(&v, &a, 0, "satu", "1");
	put(&v, &a, 1, "dua", "2");
	values_copy(&copy, &v, &other);
	put(&v, &a, 1, "dua", "3");
	arena_drop(&a);
	assert_int_equal(copy.count, 2);
	assert_string_equal(values_of(&copy, "satu"), "1");
	assert_string_equal(values_get(&copy, "pihak", 1, "dua"), "2");
	arena_drop(&other);
}

static void json_follows_the_form(void **state)
{
	(void)state;
	struct arena a = arena_start(8 * MIB);
	const struct form *f = form_made(
	    "<list id='pihak' title='Pihak' most='9'><field id='nama' kind='text' label='Nama'/>"
	    "<field id='nik' kind='text' label='NIK'/></list>"
	    "<field id='jenis' kind='text' label='Jenis'/><field id='alur' kind='text' label='Alur'/>",
	    &a);
	struct values v = { 0 };
	assert_string_equal(json(&v, f, &a), "{}");
	put(&v, &a, 1, "nik", "1\"2");
	put(&v, &a, 0, "alur", "G\n");
	put(&v, &a, 1, "nama", "Nur’aini");
	put(&v, &a, 0, "jenis", "347");
	assert_string_equal(json(&v, f, &a),
	                    "{\"jenis\":\"347\",\"alur\":\"G\\n\","
	                    "\"pihak\":[{\"nama\":\"Nur’aini\",\"nik\":\"1\\\"2\"}]}");
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_read_and_written),
		cmocka_unit_test(rows_go_and_others_move_up),
		cmocka_unit_test(copies_stand_alone),
		cmocka_unit_test(json_follows_the_form),
	};
	return unit_run(tests);
}
