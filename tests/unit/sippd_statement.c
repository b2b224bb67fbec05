/* Statements come of the mapping's names and nothing else; what a SIPP lacks becomes NULL. */
#include <string.h>

#include "loket/list.h"

#include "../../src/sippd/private.h"
#include "scratch.h"
#include "unit.h"

static const char mapping_file[] = LOKET_SOURCE "/data/sipp/mapping-3.2.0-4.xml";

static void open_mapping(const char *file, struct mapping *m)
{
	struct fault why;
	struct home home = { .share = LOKET_SOURCE };
	assert_true(mapping_open(&home, file, m, &why));
}

static void all_there(struct mapping *m, bool there)
{
	for (size_t i = 0; i < m->tables.count; i++) {
		struct mapped_table *t = &m->tables.items[i];
		t->there = there;
		for (size_t k = 0; k < t->count; k++)
			t->items[k].there = there;
	}
}

static void every_statement_is_whole(void **state)
{
	(void)state;
	struct mapping m;
	struct arena a = arena_start(4 * MIB);
	struct fault why;
	open_mapping(mapping_file, &m);
	all_there(&m, true);
	for (enum sql i = 0; i < SQL_COUNT; i++) {
		struct sql_statement s;
		size_t marks = 0;
		if (statement_is_skeleton(i))
			continue;
		assert_true(statement_build(&m, i, &a, &s, &why));
		assert_true(s.usable);
		for (const char *at = s.text; (at = strchr(at, '?')) != NULL; at++)
			marks++;
		assert_int_equal(marks, s.count);
		assert_null(strpbrk(s.text, "{}:"));
	}
	arena_drop(&a);
	mapping_close(&m);
}

static void what_a_sipp_lacks_is_null(void **state)
{
	(void)state;
	struct mapping m;
	struct arena a = arena_start(4 * MIB);
	struct sql_statement s;
	struct fault why;
	open_mapping(mapping_file, &m);
	all_there(&m, true);
	struct mapped_table *t = mapping_table(&m, "jenis_perkara");
	table_column(t, "kode", 4)->there = false;
	assert_true(statement_build(&m, SQL_type_read, &a, &s, &why));
	assert_non_null(strstr(s.text, "SELECT NULL, `jenis_perkara`.`nama`"));
	t->there = false;
	assert_true(statement_build(&m, SQL_type_read, &a, &s, &why));
	assert_false(s.usable);
	arena_drop(&a);
	mapping_close(&m);
}

static void a_row_has_the_columns_that_are_written(void **state)
{
	(void)state;
	struct mapping m;
	struct arena a = arena_start(4 * MIB);
	open_mapping(mapping_file, &m);
	all_there(&m, true);
	struct mapped_table *t = mapping_table(&m, "perkara_efiling_id");
	statement_insert(t, &a);
	assert_string_equal(t->insert.text,
	                    "INSERT INTO `perkara_efiling_id` (`perkara_id`, `efiling_id`, "
	                    "`diinput_tanggal`, `diinput_oleh`) VALUES (?, ?, NOW(), ?);\n");
	assert_int_equal(t->insert.count, 3);
	t = mapping_table(&m, "perkara_pelaksanaan_relaas");
	statement_update(t, &a);
	assert_non_null(strstr(t->update.text, "`diperbaharui_tanggal` = NOW() WHERE `id` = ?"));
	assert_null(strstr(t->update.text, "diinput"));
	arena_drop(&a);
	mapping_close(&m);
}

/* Each of these stands for one line of a good mapping. */
static void a_name_that_is_none_is_refused(void **state)
{
	const struct scratch *scratch = *state;
	static const struct {
		const char *good, *bad;
	} cases[] = {
		{ "key=\"sys_config\"", "key=\"sys_config\" name=\"x` WHERE 1=1; --\"" },
		{ "key=\"sys_config\"", "key=\"sys_config\" name=\"\"" },
		{ "key=\"sys_config\"", "key=\"sys_config\" name=\"mysql.user\"" },
		{ "key=\"sys_config\"", "key=\"lain\"" },
		{ "<column key=\"value\"/>", "<column key=\"value\" name=\"a b\"/>" },
		{ "<column key=\"value\"/>", "<constant name=\"a`b\" value=\"1\"/>" },
		{ "code=\"Pdt.G\"", "code=\"Pdt/G\"" },
	};
	struct arena a = arena_start(4 * MIB);
	struct bytes whole;
	struct fault why;
	assert_true(file_read(mapping_file, MIB, &a, &whole, &why));
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *text = (const char *)whole.data, *at = strstr(text, cases[i].good);
		const char *file = arena_print(&a, "%s/mapping.xml", scratch->path);
		assert_non_null(at);
		const char *spoilt = arena_print(&a, "%.*s%s%s", (int)(at - text), text,
		                                 cases[i].bad, at + strlen(cases[i].good));
		struct mapping m = { .version = "" };
		struct home home = { .share = LOKET_SOURCE };
		struct sql_statement s;
		assert_true(file_write(file, spoilt, strlen(spoilt), 0600, &why));
		bool good = mapping_open(&home, file, &m, &why) &&
		            statement_build(&m, SQL_court, &a, &s, &why);
		if (good)
			fail_msg("%s was taken", cases[i].bad);
		assert_int_equal(why.kind, FAULT_MISUSE);
		mapping_close(&m);
	}
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_statement_is_whole),
		cmocka_unit_test(what_a_sipp_lacks_is_null),
		cmocka_unit_test(a_row_has_the_columns_that_are_written),
		cmocka_unit_test_setup_teardown(a_name_that_is_none_is_refused, scratch_make,
		                                scratch_drop),
	};
	return unit_run(tests);
}
