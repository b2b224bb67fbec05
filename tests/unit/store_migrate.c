/* A home of an older edition, brought up with all that is in it. */
#include <sqlite3.h>

#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/store/lists.h"
#include "loket/store/notice.h"
#include "loket/store/people.h"

#include "store_home.h"
#define SQL_SCHEMA
#include "store_sql.h"

/* A form stood twice in it, in `fill` and in its event, and a notice's status only in the first bytes of its answer. */
enum { OLD = 9 };

#define FILING  "01M8JHC92V0ZJG9P94RV2F01SW"
#define COMMAND "01M8JHC92VVVC5MBFD5VZ8NW3"
#define NAMED(name)                                                                                \
	"{\"catatan\":\"50% \",\"pihak\":[{\"nik\":\"3175014505850001\",\"nama\":\"" name "\"}]}"

static const char filing_rows[] =
    "INSERT INTO filing (id, version, reg, title, title_key, type, opened, stage_since, words)"
    " VALUES ('" FILING "', 5, 'PA.Cth-1', 'Siti', 'siti', '347', 1, 1, 'siti');"
    "INSERT INTO step VALUES ('" FILING "', 'akun', 'done', 1, 2, 1, 1, '');"
    "INSERT INTO step VALUES ('" FILING "', 'pendaftar', 'waiting', 2, NULL, 0, 1, 'admin');"
    "INSERT INTO party VALUES ('" FILING
    "', 1, 'p1', 'Penggugat', 'Siti', 'siti', '3175014505850001', '', '', '');"
    "INSERT INTO warning VALUES ('" FILING "', 'pihak', 0, 'pihak[1].nama', 'Nama: 50% ganjil');"
    "INSERT INTO event (filing, version, command, at, who, step, act, text, before, after, news, detail) VALUES"
    " ('" FILING "', 1, '" COMMAND "1', 10, 'sari', 'pihak', 'isi', 'a', '{}', '" NAMED(
        "Siti") "', '', ''),"
                " ('" FILING "', 2, '" COMMAND
                "2', 20, 'budi', 'pihak', 'isi', 'b', '" NAMED("Siti") "', '" NAMED(
                    "Aminah") "', '', ''),"
                              " ('" FILING "', 3, '" COMMAND
                              "3', 30, 'sari', 'verifikasi', 'putus', 'c', '', '', 'kembali', 'salah'),"
                              " ('" FILING "', 4, '" COMMAND
                              "4', 40, 'dewi', 'panggilan', 'tetapkan', 'd', '{}', '{\"ruang\":\"1\"}', '', ''),"
                              " ('" FILING "', 5, '" COMMAND
                              "5', 50, 'sipp', 'nomor', 'sinkron', 'e', '{}', '{\"ketua\":\"x\"}', '', ''),"
                              " ('" FILING "', 6, '" COMMAND
                              "6', 60, 'dewi', 'panggilan', 'tetapkan', 'f', '{\"ruang\":\"2\"}', '{\"ruang\":\"3\"}', '', ''),"
                              " ('" FILING "', 7, '" COMMAND
                              "7', 70, 'sipp', 'nomor', 'sinkron', 'g', '{\"ketua\":\"x\"}', '{\"ketua\":\"y\"}', '', '');"
                              "INSERT INTO fill VALUES ('" FILING "', 'pihak', '" NAMED(
                                  "Aminah") "', 'budi', 20);"
                                            "INSERT INTO fill VALUES ('" FILING
                                            "', 'panggilan', '{\"ruang\":\"4\"}', 'sipp', 70);"
                                            "INSERT INTO fill VALUES ('" FILING
                                            "', 'sipp', '{\"ketua\":\"y\"}', 'sipp', 70);"
                                            "INSERT INTO person VALUES ('3175014505850001', '{\"nik\":\"3175014505850001\",\"nama\":\"Aminah\"}', 20);";

/* No reading program changes an older file; the upgrade copies it first. Returns where the copy lies. */
static const char *make_new(struct house *h)
{
	const char *copy;
	assert_false(store_open(&h->home, false, &h->s, &h->why));
	assert_int_equal(h->why.kind, FAULT_MISUSE);
	says(h, "loket upgrade");
	well(h, store_upgrade(&h->home, &h->a, &copy, &h->why));
	well(h, store_open(&h->home, false, &h->s, &h->why));
	return copy;
}

static void make_old(struct house *h, const char *rows)
{
	char path[sizeof h->home.path + 12];
	sqlite3 *db;
	store_close(&h->s);
	for (const char *const *end = (const char *const[]){ "", "-wal", "-shm", NULL }; *end;
	     end++) {
		snprintf(path, sizeof path, "%s/loket.db%s", h->home.path, *end);
		remove(path);
	}
	snprintf(path, sizeof path, "%s/loket.db", h->home.path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	for (int i = 0; i < OLD; i++)
		assert_int_equal(sqlite3_exec(db, sql_schema[i], NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	(void)make_new(h);
}

/* Runs SQL on the closed file; what does not hold fails by a CHECK. */
static void look(const struct house *h, const char *sql)
{
	char path[sizeof h->home.path + 12];
	sqlite3 *db;
	snprintf(path, sizeof path, "%s/loket.db", h->home.path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void nothing_of_the_old_edition_is_lost(void **state)
{
	static const struct {
		const char *text, *who, *before, *after;
	} was[] = {
		{ "g", "sipp", "{\"ketua\":\"x\"}", "{\"ketua\":\"y\"}" },
		{ "f", "dewi", "{\"ruang\":\"2\"}", "{\"ruang\":\"3\"}" },
		{ "e", "sipp", "{}", "{\"ketua\":\"x\"}" },
		{ "d", "dewi", "{}", "{\"ruang\":\"1\"}" },
		{ "c", "sari", "", "" },
		{ "b", "budi", NAMED("Siti"), NAMED("Aminah") },
		{ "a", "sari", "{}", NAMED("Siti") },
	};
	struct house *h = *state;
	make_old(h, filing_rows);
	struct id id = id_from(FILING);
	struct history history;
	well(h, history_read(h->s, &id, 100, &h->a, &history, &h->why));
	assert_int_equal(history.count, COUNT_OF(was));
	for (size_t i = 0; i < history.count; i++) {
		assert_string_equal(history.items[i].text, was[i].text);
		assert_string_equal(history.items[i].who, was[i].who);
		assert_string_equal(history.items[i].before, was[i].before);
		assert_string_equal(history.items[i].after, was[i].after);
	}
	struct filing f;
	well(h, filing_read(h->s, &house_book, &id, &h->a, &f, &h->why));
	assert_int_equal(f.version, 5);
	assert_int_equal(f.fill_count, 3);
	assert_string_equal(f.fills[0].by, "budi");
	assert_int_equal(f.fills[0].at, 20);
	assert_string_equal(values_get(filing_values(&f, "pihak"), "pihak", 1, "nama"), "Aminah");
	assert_string_equal(filing_value(&f, "panggilan", "ruang"), "4");
	assert_string_equal(filing_value(&f, "sipp", "ketua"), "y");
	assert_int_equal(f.steps[1].state, STEP_WAITING);
	assert_int_equal(f.warning_count, 1);
	assert_string_equal(warning_say(&f.warnings[0], &h->a), "Nama: 50% ganjil");
	struct mended_list mended;
	well(h, mended_read(h->s, &id, &h->a, &mended, &h->why));
	assert_int_equal(mended.count, 2);
	assert_string_equal(mended.items[0].form, "panggilan");
	struct values person;
	bool found;
	well(h, person_find(h->s, "3175014505850001", &h->a, &person, &found, &h->why));
	assert_true(found);
	assert_string_equal(values_of(&person, "nama"), "Aminah");
	well(h, store_check(h->s, &h->why));
}

/* A notice's status stood in the first bytes of its answer only. */
static void notices_of_an_older_edition_are_kept(void **state)
{
	struct house *h = *state;
	struct notice n;
	const struct notice_id id = { "simulasi", "payment", "7/1", 20780 }; /* 2026-11-23 */
	const char *payment;
	make_old(h, "INSERT INTO notice VALUES"
	            " ('simulasi/payment/P/1', '8808100/750000',"
	            "  '{\"responseMessage\":\"x\",\"responseCode\":\"4042519\"}', 5),"
	            " ('simulasi/payment/2026-11-23/7/1', 'simulasi/payment/P/1', '', 6);");
	well(h, notice_find(h->s, "simulasi", "P/1", &h->a, &n, &h->why));
	assert_string_equal(n.account, "8808100");
	assert_int_equal(n.amount, 750000);
	assert_string_equal(n.verdict, "expired");
	assert_int_equal(n.status, 404);
	assert_int_equal(n.at, 5);
	well(h, notice_id_find(h->s, &id, &h->a, &payment, &h->why));
	assert_string_equal(payment, "P/1");
}

/* A longer time that the bank had not answered stood in the note for people, and 'asked' in the
 * closing of an account that nobody closes. */
static void accounts_of_an_older_edition_are_kept(void **state)
{
	struct house *h = *state;
	struct filing f;
	struct id id = id_from(FILING);
	make_old(
	    h,
	    "INSERT INTO filing (id, version, reg, opened, stage_since) VALUES ('" FILING
	    "', 1, 'R', 1, 1);"
	    "INSERT INTO va (trx, filing, round, customer_no, number, bank, amount, state, note, closing) VALUES"
	    " ('t1', '" FILING "', 1, 't1', '', 'bsi', 855000, 'expired', '', 'expired'),"
	    " ('t2', '" FILING
	    "', 2, 't2', '', 'bsi', 855000, 'live', 'perpanjangan menunggu bank', 'asked');"
	    "INSERT INTO outbox (filing, receiver, kind, key, body, made, due) VALUES ('" FILING
	    "', 'bank',"
	    " 'update-va', 'k', '{\"trx\":\"t2\",\"before\":\"2026-11-26T09:41:00+07:00\"}', 1, 1);");
	well(h, filing_read(h->s, &house_book, &id, &h->a, &f, &h->why));
	instant agreed = INSTANT_NONE;
	assert_true(instant_parse("2026-11-26T02:41:00Z", &agreed));
	assert_int_equal(f.va_count, 2);
	assert_int_equal(f.vas[0].agreed, INSTANT_NONE);
	assert_int_equal(f.vas[0].closing, CLOSING_EXPIRED);
	assert_int_equal(f.vas[1].agreed, agreed);
	assert_int_equal(f.vas[1].closing, CLOSING_NONE);
	assert_int_equal(f.vas[1].state, VA_LIVE);
}

/* Names were found by the beginning of what stood between blanks only. */
static void names_of_an_older_edition_are_found_by_their_parts(void **state)
{
	struct house *h = *state;
	struct list_page page;
	const struct list_query q = {
		.search = "yuzsuf", .step = "", .type = "", .after = "", .limit = 5
	};
	make_old(
	    h,
	    "INSERT INTO filing (id, version, reg, title, title_key, opened, stage_since, words) VALUES"
	    " ('" FILING "', 1, 'R', 'M.Yuzsuf bin Ali', 'myuzsuf bin ali', 1, 1,"
	    " 'myuzsuf bin ali aliyuzsuf ');"
	    "INSERT INTO party VALUES ('" FILING
	    "', 1, 'p1', 'Penggugat', 'Ali,Yuzsuf', 'aliyuzsuf', '', '', '', '');"
	    "INSERT INTO fill VALUES ('" FILING
	    "', 'pihak', '{\"pihak\":[{\"lahir\":\"1990-05-15\"}]}', 'sari', 1);"
	    "INSERT INTO event (filing, version, command, at, who, step, act, text, before, after, news, detail)"
	    " VALUES ('" FILING "', 1, '" COMMAND "1', 1, 'sari', 'pihak', 'isi', 'a', '{}',"
	    " '{\"pihak\":[{\"lahir\":\"1990-05-15\"}]}', '', '');");
	well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
	assert_int_equal(page.count, 1);
	store_close(&h->s);
	look(h, "CREATE TABLE seen (n INTEGER CHECK (n = 1)) STRICT;"
	        "INSERT INTO seen SELECT count(*) FROM party WHERE born = 7439"
	        " AND key = 'aliyuzsuf ali yuzsuf'");
	well(h, store_open(&h->home, false, &h->s, &h->why));
}

static void a_newer_edition_stops_the_old(void **state)
{
	struct house *h = *state;
	struct store *old = NULL;
	const char *copy;
	int newest = SQL_EDITION;
	store_close(&h->s);
	well(h, store_upgrade(&h->home, &h->a, &copy, &h->why));
	assert_string_equal(copy, "");
	/* it runs while the file gets newer than it is */
	well(h, store_open(&h->home, false, &old, &h->why));
	look(h, arena_print(&h->a, "PRAGMA user_version = %d", newest + 1));
	assert_false(store_begin(old, &h->why));
	says(h, "tutup program ini");
	store_close(&old);
	look(h, arena_print(&h->a, "PRAGMA user_version = %d", newest));
	well(h, store_open(&h->home, false, &h->s, &h->why));
}

static void the_copy_is_of_the_old_edition(void **state)
{
	struct house *h = *state;
	struct folder made;
	sqlite3 *db;
	make_old(h, filing_rows);
	const char *folder = arena_print(&h->a, "%s/cadangan", h->home.path);
	well(h, folder_read(folder, &h->a, &made, &h->why));
	assert_int_equal(made.count, 1);
	assert_int_equal(sqlite3_open(arena_print(&h->a, "%s/%s", folder, made.items[0].name), &db),
	                 SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db,
	                 "CREATE TABLE seen (n INTEGER CHECK (n = 9)) STRICT;"
	                 "INSERT INTO seen SELECT user_version FROM pragma_user_version",
	                 NULL, NULL, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "SELECT detail FROM fill", NULL, NULL, NULL),
	                 SQLITE_ERROR);
	assert_int_equal(sqlite3_exec(db, "SELECT body FROM fill", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

#define SKUM_OF(year, n, number)                                                                            \
	"INSERT INTO filing (id, version, reg, opened, stage_since) VALUES ('01M8JHC92V0ZJG9P94RV2" year #n \
	"', 1, '" year #n "', 1, 1);"                                                                       \
	"INSERT INTO skum VALUES ('01M8JHC92V0ZJG9P94RV2" year #n "', 1, '" number                          \
	"', 1, 0, '', 'sari');"

/* All registers counted together; one year's numbers do not tell of which register they are. */
static void each_register_counts_on_after_its_last_skum(void **state)
{
	static const struct {
		const char *name;
		int64_t next;
	} counters[] = {
		{ "skum/Pdt.G/2026", 4 }, { "skum/Pdt.P/2026", 3 }, { "skum/Pdt.GS/2026", 1 },
		{ "skum/Pdt.G/2025", 3 }, { "skum/Pdt.P/2025", 3 }, { "skum/Pdt.GS/2025", 3 },
		{ "skum/Pdt.G/2027", 1 },
	};
	struct house *h = *state;
	make_old(
	    h,
	    SKUM_OF("2026", 1, "00001/SKUM/Pdt.G/2026/PA.Cth") SKUM_OF(
	        "2026", 2, "00002/SKUM/Pdt.P/2026/PA.Cth") SKUM_OF("2026", 3,
	                                                           "00003/SKUM/Pdt.G/2026/PA.Cth")
	        SKUM_OF("2025", 1, "1/SKUM/2025/PA.Cth") SKUM_OF(
	            "2025", 2,
	            "2/SKUM/2025/PA.Cth") "INSERT INTO counter VALUES ('skum/2026', 4), ('skum/2025', 3), ('va', 9);");
	for (size_t i = 0; i < COUNT_OF(counters); i++) {
		int64_t next;
		well(h, counter_read(h->s, counters[i].name, &next, &h->why));
		assert_int_equal(next, counters[i].next);
	}
}

#define test(f) cmocka_unit_test_setup_teardown(f, house_open, house_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(nothing_of_the_old_edition_is_lost),
		test(names_of_an_older_edition_are_found_by_their_parts),
		test(notices_of_an_older_edition_are_kept),
		test(accounts_of_an_older_edition_are_kept),
		test(the_copy_is_of_the_old_edition),
		test(a_newer_edition_stops_the_old),
		test(each_register_counts_on_after_its_last_skum),
	};
	return unit_run(tests);
}
