/* The simulator's database: one SQLite file, also the way from its other commands to the server. */
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>

#include "private.h"

#define BUSY_MS 10000

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS token(text TEXT PRIMARY KEY, ends INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS external(day TEXT, id TEXT, service INTEGER,"
    " PRIMARY KEY(day, id));"
    "CREATE TABLE IF NOT EXISTS account(id INTEGER PRIMARY KEY, trx TEXT NOT NULL UNIQUE,"
    " digits TEXT NOT NULL, customer TEXT NOT NULL, name TEXT NOT NULL, amount TEXT NOT NULL,"
    " type TEXT NOT NULL, expires TEXT NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL,"
    " changed INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL);"
    "CREATE INDEX IF NOT EXISTS account_digits ON account(digits);"
    /* made while the town did not pay by itself: a visitor pays */
    "CREATE TABLE IF NOT EXISTS visited(trx TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS payment(id INTEGER PRIMARY KEY, request TEXT UNIQUE,"
    " digits TEXT NOT NULL, trx TEXT NOT NULL, amount TEXT NOT NULL, at INTEGER NOT NULL,"
    " reference TEXT, notice TEXT NOT NULL DEFAULT 'due', due INTEGER NOT NULL DEFAULT 0,"
    " tries INTEGER NOT NULL DEFAULT 0, external TEXT NOT NULL DEFAULT '',"
    " answer TEXT NOT NULL DEFAULT '');"
    "CREATE INDEX IF NOT EXISTS payment_digits ON payment(digits);"
    "CREATE INDEX IF NOT EXISTS payment_due ON payment(notice, due);"
    "CREATE TABLE IF NOT EXISTS mishap(id INTEGER PRIMARY KEY, call TEXT NOT NULL,"
    " kind TEXT NOT NULL, times INTEGER NOT NULL, seconds INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS port(door TEXT PRIMARY KEY, number INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS counter(alur INTEGER, year INTEGER, last INTEGER NOT NULL,"
    " PRIMARY KEY(alur, year));"
    "CREATE TABLE IF NOT EXISTS perkara(perkara_id INTEGER PRIMARY KEY,"
    " nomor_register TEXT NOT NULL UNIQUE, nomor_perkara TEXT NOT NULL UNIQUE,"
    " nomor_urut_perkara INTEGER NOT NULL, alur_perkara_id INTEGER NOT NULL,"
    " jenis_perkara_id INTEGER NOT NULL, jenis_perkara_nama TEXT NOT NULL,"
    " tanggal_pendaftaran TEXT NOT NULL, jumlah_skum INTEGER NOT NULL, nomor_va TEXT NOT NULL,"
    " isi TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS pihak(perkara_id INTEGER NOT NULL, pihak_ke INTEGER NOT NULL,"
    " urutan INTEGER NOT NULL, nama TEXT NOT NULL, nomor_indentitas TEXT NOT NULL,"
    " alamat TEXT NOT NULL, PRIMARY KEY(perkara_id, pihak_ke, urutan)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS pihak_nik ON pihak(nomor_indentitas);"
    "CREATE TABLE IF NOT EXISTS sidang(sidang_id INTEGER PRIMARY KEY, perkara_id INTEGER NOT NULL,"
    " urutan INTEGER NOT NULL, tanggal_sidang TEXT NOT NULL, jam_sidang TEXT NOT NULL,"
    " agenda TEXT NOT NULL, ruangan TEXT NOT NULL, UNIQUE(perkara_id, urutan));"
    "CREATE TABLE IF NOT EXISTS change(serial INTEGER PRIMARY KEY AUTOINCREMENT,"
    " perkara_id INTEGER NOT NULL UNIQUE);"
    "CREATE TABLE IF NOT EXISTS relaas(id INTEGER PRIMARY KEY, nomor_perkara TEXT NOT NULL,"
    " pihak TEXT NOT NULL, kedudukan TEXT NOT NULL, jurusita TEXT NOT NULL,"
    " tanggal_relaas TEXT NOT NULL, ket_temu TEXT NOT NULL, ket_hasil_relaas TEXT NOT NULL,"
    " no_resi_pos TEXT NOT NULL, tanggal_jursit_pos TEXT NOT NULL, status_pos TEXT NOT NULL,"
    " dokumen TEXT NOT NULL,"
    " UNIQUE(nomor_perkara, pihak, kedudukan, tanggal_relaas, ket_temu));";

static _Noreturn void keep_end(sqlite3 *db, const char *sql)
{
	log_line("%s: %s", sql, sqlite3_errmsg(db));
	exit(FAULT_OUTSIDE);
}

static void schema_make(sqlite3 *db)
{
	for (const char *rest = schema; *rest;) {
		sqlite3_stmt *s = NULL;
		if (sqlite3_prepare_v2(db, rest, -1, &s, &rest) != SQLITE_OK)
			keep_end(db, rest);
		while (keep_next(&s))
			;
	}
}

bool keep_open(const char *home, sqlite3 **out, struct fault *why)
{
	if (!folder_make(home, why))
		return false;
	struct arena a = arena_start(64 * KIB);
	const char *path = arena_print(&a, "%s/sim.db", home);
	bool done = sqlite3_open(path, out) == SQLITE_OK;
	if (done) {
		sqlite3_busy_timeout(*out, BUSY_MS);
		/* A rollback journal: several processes, and no checkpoint that could race. */
		keep_run(*out, "PRAGMA journal_mode = TRUNCATE", NULL);
		keep_run(*out, "PRAGMA synchronous = NORMAL", NULL);
		schema_make(*out);
	} else {
		fault_set(why, FAULT_OUTSIDE, N_("Berkas %1 tidak dapat dibuka: %2"), path,
		          sqlite3_errmsg(*out));
		sqlite3_close(*out);
		*out = NULL;
	}
	arena_drop(&a);
	return done;
}

static sqlite3_stmt *ask(sqlite3 *db, const char *sql, va_list words)
{
	sqlite3_stmt *s = NULL;
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		keep_end(db, sql);
	int i = 0;
	for (const char *word; (word = va_arg(words, const char *)) != NULL;)
		sqlite3_bind_text(s, ++i, word, -1, SQLITE_TRANSIENT);
	assert(i == sqlite3_bind_parameter_count(s));
	return s;
}

sqlite3_stmt *keep_ask(sqlite3 *db, const char *sql, ...)
{
	va_list words;
	va_start(words, sql);
	sqlite3_stmt *s = ask(db, sql, words);
	va_end(words);
	return s;
}

bool keep_next(sqlite3_stmt **s)
{
	int result = *s == NULL ? SQLITE_DONE : sqlite3_step(*s);
	if (result == SQLITE_ROW)
		return true;
	if (result != SQLITE_DONE)
		keep_end(sqlite3_db_handle(*s), sqlite3_sql(*s));
	sqlite3_finalize(*s);
	*s = NULL;
	return false;
}

int keep_run(sqlite3 *db, const char *sql, ...)
{
	va_list words;
	va_start(words, sql);
	sqlite3_stmt *s = ask(db, sql, words);
	va_end(words);
	while (keep_next(&s))
		;
	return sqlite3_changes(db);
}

int64_t keep_one(sqlite3 *db, const char *sql, ...)
{
	va_list words;
	va_start(words, sql);
	sqlite3_stmt *s = ask(db, sql, words);
	va_end(words);
	int64_t one = -1;
	for (bool first = true; keep_next(&s); first = false) {
		if (first)
			one = sqlite3_column_int64(s, 0);
	}
	return one;
}

const char *keep_text(sqlite3_stmt *s, int column, struct arena *a)
{
	const char *text = (const char *)sqlite3_column_text(s, column);
	return text == NULL ? "" : arena_text(a, text);
}

const char *number_text(struct arena *a, int64_t n)
{
	return arena_print(a, "%lld", (long long)n);
}
