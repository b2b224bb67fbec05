/* Every statement prepares against the schema, and none reads a table through without saying why.
 */
#include <sqlite3.h>
#include <string.h>

#include "unit.h"

#define SQL_TABLE
#define SQL_SCHEMA
#include "store_sql.h"

static int schema_made(void **state)
{
	sqlite3 *db;
	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		return -1;
	*state = db;
	for (size_t i = 0; i < sizeof sql_schema / sizeof *sql_schema; i++)
		if (sqlite3_exec(db, sql_schema[i], NULL, NULL, NULL) != SQLITE_OK)
			return -1;
	return 0;
}

static int schema_gone(void **state)
{
	return sqlite3_close(*state);
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *name, const char *text)
{
	sqlite3_stmt *statement = NULL;
	const char *rest = "";
	if (sqlite3_prepare_v2(db, text, -1, &statement, &rest) != SQLITE_OK)
		fail_msg("%s: %s", name, sqlite3_errmsg(db));
	assert_non_null(statement);
	if (strspn(rest, " \n\t") != strlen(rest))
		fail_msg("%s: more than one statement", name);
	return statement;
}

static void every_statement_prepares(void **state)
{
	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(prepared(*state, sql_table[i].name, sql_table[i].text));
}

/* What json_tree and the word index do inside is no table of ours. */
static int reads_through(const char *step)
{
	return strncmp(step, "SCAN ", 5) == 0 && strstr(step, "VIRTUAL TABLE") == NULL &&
	       strstr(step, "CONSTANT ROW") == NULL;
}

static void no_statement_reads_a_table_through_unsaid(void **state)
{
	for (int i = 0; i < SQL_COUNT; i++) {
		char *plan = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql_table[i].text);
		sqlite3_stmt *s = prepared(*state, sql_table[i].name, plan);
		int scans = 0;
		if (strncmp(sql_table[i].text, "PRAGMA", 6) != 0)
			while (sqlite3_step(s) == SQLITE_ROW)
				scans += reads_through((const char *)sqlite3_column_text(s, 3));
		if (scans > 0 && sql_table[i].scan == NULL)
			fail_msg("%s: reads a table through", sql_table[i].name);
		if (scans == 0 && sql_table[i].scan != NULL)
			fail_msg("%s: has a reason for a scan and no scan", sql_table[i].name);
		sqlite3_finalize(s);
		sqlite3_free(plan);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_statement_prepares, schema_made, schema_gone),
		cmocka_unit_test_setup_teardown(no_statement_reads_a_table_through_unsaid,
		                                schema_made, schema_gone),
	};
	return unit_run(tests);
}
