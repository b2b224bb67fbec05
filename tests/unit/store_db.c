/* Opening, migrating, refusing, and transactions of two who share a file. */
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/store/filing.h"
#include "loket/store/people.h"

#include "store_home.h"

static const char *in(const struct house *h, const char *name)
{
	static char path[600];
	snprintf(path, sizeof path, "%s/%s", h->home.path, name);
	return path;
}

static void change_file(const struct house *h, const char *sql)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(in(h, "loket.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void a_home_opens_again(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "akun"), found;
	store_close(&h->s);
	assert_null(h->s);
	well(h, store_open(&h->home, false, &h->s, &h->why));
	well(h, filing_find(h->s, id.text, &found, &h->why));
	assert_string_equal(found.text, id.text);
	well(h, store_check(h->s, &h->why));
	assert_true(strlen(store_version()) > 4);
}

static void what_cannot_be_opened_says_why(void **state)
{
	struct house *h = *state;
	struct store *s;
	store_close(&h->s);
	static const struct {
		const char *sql, *says;
		enum fault_kind kind;
	} cases[] = {
		{ "PRAGMA user_version = 99", "lebih baru", FAULT_MISUSE },
		{ "PRAGMA application_id = 7", "bukan basis data Loket", FAULT_MISUSE },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		change_file(h, cases[i].sql);
		assert_false(store_open(&h->home, true, &s, &h->why));
		assert_null(s);
		says(h, cases[i].says);
		assert_int_equal(h->why.kind, cases[i].kind);
	}
	assert_int_equal(file_write(in(h, "loket.db"), "bukan sqlite, sama sekali bukan", 31, 0600,
	                            &h->why),
	                 true);
	assert_false(store_open(&h->home, false, &s, &h->why));
	says(h, "bukan basis data Loket");
	assert_int_equal(unlink(in(h, "loket.db")), 0);
	assert_false(store_open(&h->home, false, &s, &h->why));
	says(h, "loket init");
}

static void two_who_begin_a_home_find_one(void **state)
{
	struct house *h = *state;
	store_close(&h->s);
	static const char *const files[] = { "loket.db", "loket.db-wal", "loket.db-shm" };
	for (size_t i = 0; i < COUNT_OF(files); i++)
		unlink(in(h, files[i]));
	pid_t children[4];
	for (size_t i = 0; i < COUNT_OF(children); i++) {
		children[i] = fork();
		if (children[i] == 0) {
			struct store *s;
			_exit(store_open(&h->home, true, &s, &h->why) ? 0 : 1);
		}
	}
	for (size_t i = 0; i < COUNT_OF(children); i++) {
		int status;
		waitpid(children[i], &status, 0);
		assert_int_equal(status, 0);
	}
	well(h, store_open(&h->home, false, &h->s, &h->why));
	well(h, store_check(h->s, &h->why));
}

static void what_is_rolled_back_was_not(void **state)
{
	struct house *h = *state;
	struct user_row u = { "sari", "Sari", "petugas", "", false };
	struct user_list list;
	well(h, store_begin(h->s, &h->why));
	well(h, user_write(h->s, &u, "x", &h->why));
	store_rollback(h->s);
	well(h, users_read(h->s, &h->a, &list, &h->why));
	assert_int_equal(list.count, 0);
}

static void the_other_one_sees_that_something_changed(void **state)
{
	struct house *h = *state;
	struct store *other;
	well(h, store_open(&h->home, false, &other, &h->why));
	int64_t before = store_data_version(other);
	assert_int_equal(store_data_version(other), before);
	house_filing(h, 1, "Siti", "347", "akun");
	assert_int_not_equal(store_data_version(other), before);
	before = store_data_version(other);
	store_checkpoint(h->s, false);
	struct id found;
	well(h, filing_find(other, "PA.Cth-25112026-00001", &found, &h->why));
	assert_false(id_none(&found));
	assert_int_equal(store_data_version(other), before);
	store_close(&other);
}

static void the_file_is_as_the_design_says(void **state)
{
	struct house *h = *state;
	sqlite3 *db;
	sqlite3_stmt *s;
	struct stat file;
	assert_int_equal(stat(in(h, "loket.db-wal"), &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	store_close(&h->s);
	assert_int_equal(sqlite3_open(in(h, "loket.db"), &db), SQLITE_OK);
	sqlite3_prepare_v2(db, "PRAGMA journal_mode", -1, &s, NULL);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(s, 0), "wal");
	sqlite3_finalize(s);
	/* every table but the word index and SQLite's own is STRICT */
	sqlite3_prepare_v2(
	    db,
	    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
	    "AND NOT strict AND name NOT LIKE 'sqlite_%'",
	    -1, &s, NULL);
	assert_int_equal(sqlite3_step(s), SQLITE_DONE);
	sqlite3_finalize(s);
	sqlite3_close(db);
}

static void who_holds_the_lock_is_named(void **state)
{
	struct house *h = *state;
	int ready[2];
	char byte;
	assert_int_equal(pipe(ready), 0);
	pid_t pid = fork();
	if (pid == 0) {
		struct store *s;
		if (!store_open(&h->home, false, &s, &h->why))
			_exit(1);
		store_named(s, "sari");
		if (store_begin(s, &h->why) && write(ready[1], "!", 1) == 1)
			pause();
		_exit(1);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	store_patience(h->s, 50);
	assert_false(store_begin(h->s, &h->why));
	assert_int_equal(h->why.kind, FAULT_OUTSIDE);
	char said[400];
	fault_say(&h->why, said, sizeof said);
	assert_non_null(strstr(said, arena_print(&h->a, "proses %d (sari)", (int)pid)));
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	well(h, store_begin(h->s, &h->why));
	store_rollback(h->s);
	close(ready[0]);
	close(ready[1]);
}

#define test(f) cmocka_unit_test_setup_teardown(f, house_open, house_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(a_home_opens_again),
		test(what_cannot_be_opened_says_why),
		test(two_who_begin_a_home_find_one),
		test(what_is_rolled_back_was_not),
		test(the_other_one_sees_that_something_changed),
		test(the_file_is_as_the_design_says),
		test(who_holds_the_lock_is_named),
	};
	return unit_run(tests);
}
