/* The connection: opening, settings, the lock around every write, faults from SQLite's errors. */
#include <assert.h>
#include <stdio.h>

#include "loket/text.h"

#include "private.h"

/* 64 MiB: beyond, the process that commits also checkpoints (no worker runs). */
enum { WAL_PAGES_AT_MOST = 16 * 1024 };

const char *store_version(void)
{
	return sqlite3_libversion();
}

int64_t store_data_version(struct store *s)
{
	struct fault why;
	struct query q = query_of(s, SQL_db_data_version);
	int64_t version = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, &why) ? version : 0;
}

/* ---- transactions ---- */

static void checkpoint_locked(struct store *s, bool empties)
{
	struct fault why;
	/* Readers of an old snapshot keep part of the WAL, and are not waited for: the next
	 * checkpoint takes it. */
	sqlite3_busy_timeout(s->db, 0);
	int mode = empties ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
	int code = sqlite3_wal_checkpoint_v2(s->db, NULL, mode, NULL, NULL);
	sqlite3_busy_timeout(s->db, BUSY_MILLISECONDS);
	if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY) {
		s->wal_pages = 0;
		return;
	}
	(void)db_fault(s, code, &why);
	log_fault("checkpoint", &why);
}

static bool locked_out(const struct store *s, struct fault *why)
{
	struct lock_holder holder;
	struct arena a = arena_start(64 * KIB);
	if (!lock_holder(s->lock, &holder))
		(void)fault_set(why, FAULT_OUTSIDE,
		                N_("Basis data sedang ditulis proses lain; coba lagi"));
	else
		(void)fault_set(why, FAULT_OUTSIDE,
		                N_("Basis data sedang ditulis %1; tunggu lalu coba lagi, atau "
		                   "hentikan proses itu"),
		                holder_words(&holder, &a));
	arena_drop(&a);
	return false;
}

bool write_lock(struct store *s, int milliseconds, struct fault *why)
{
	if (!lock_within(s->lock, milliseconds))
		return locked_out(s, why);
	lock_sign(s->lock, s->who);
	return true;
}

void write_unlock(struct store *s)
{
	lock_leave(s->lock);
}

static void leave_lock(struct store *s)
{
	s->writing = false;
	write_unlock(s);
}

bool write_begin(struct store *s, struct fault *why)
{
	s->writing = true;
	s->words_written = false;
	if (run_plain(s, SQL_db_begin, why))
		return true;
	leave_lock(s);
	return false;
}

bool store_begin_within(struct store *s, int milliseconds, struct fault *why)
{
	assert(!s->writing);
	if (!write_lock(s, milliseconds, why) || !write_begin(s, why))
		return false;
	if (edition_stays(s, why) && chain_open(s, true, why))
		return true;
	store_rollback(s);
	return false;
}

bool store_begin(struct store *s, struct fault *why)
{
	return store_begin_within(s, s->patience, why);
}

void store_patience(struct store *s, int milliseconds)
{
	s->patience = milliseconds;
}

void store_named(struct store *s, const char *who)
{
	snprintf(s->who, sizeof s->who, "%s", who);
}

bool store_commit(struct store *s, struct fault *why)
{
	assert(s->writing);
	if ((s->words_written && !run_plain(s, SQL_db_words_merge, why)) || !chain_seal(s, why) ||
	    !run_plain(s, SQL_db_commit, why)) {
		store_rollback(s);
		return false;
	}
	if (s->wal_pages > WAL_PAGES_AT_MOST)
		checkpoint_locked(s, false);
	leave_lock(s);
	return true;
}

void store_rollback(struct store *s)
{
	assert(s->writing);
	struct fault why;
	/* SQLite has rolled back by itself after a full disk or an I/O error */
	if (!sqlite3_get_autocommit(s->db) && !run_plain(s, SQL_db_rollback, &why))
		log_fault("rollback", &why);
	leave_lock(s);
}

bool store_savepoint(struct store *s, struct fault *why)
{
	assert(s->writing);
	return run_plain(s, SQL_db_savepoint, why);
}

void store_release(struct store *s, bool keep)
{
	struct fault why;
	if (sqlite3_get_autocommit(
	        s->db)) /* a full disk undid the whole transaction with its savepoints */
		return;
	if ((!keep && !run_plain(s, SQL_db_rollback_to, &why)) ||
	    !run_plain(s, SQL_db_release, &why))
		log_fault("unmark", &why);
}

bool write_enter(struct store *s, bool *own, struct fault *why)
{
	*own = !s->writing;
	return !*own || store_begin(s, why);
}

bool write_leave(struct store *s, bool own, bool good, struct fault *why)
{
	if (!own)
		return good;
	if (good)
		return store_commit(s, why);
	store_rollback(s);
	return false;
}

bool read_enter(struct store *s, bool *own, struct fault *why)
{
	*own = sqlite3_get_autocommit(s->db) != 0;
	return !*own || run_plain(s, SQL_db_begin_reading, why);
}

bool read_leave(struct store *s, bool own, bool good, struct fault *why)
{
	if (!own)
		return good;
	struct fault ending;
	bool ended = run_plain(s, SQL_db_commit, good ? why : &ending);
	return good && ended;
}

void store_checkpoint(struct store *s, bool empties)
{
	struct fault why;
	assert(!s->writing);
	if (!write_lock(s, s->patience, &why)) {
		log_fault("checkpoint", &why);
		return;
	}
	checkpoint_locked(s, empties);
	write_unlock(s);
}

/* ---- is all well? ---- */

bool store_check(struct store *s, struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct query q = query_of(s, SQL_db_integrity);
	const char *found = query_next(&q) ? take_text(&q, &a) : "";
	bool good = query_end(&q, why);
	if (good && !text_same(found, "ok"))
		good = fault_set(why, FAULT_OUTSIDE,
		                 N_("Basis data %1 rusak (%2); pulihkan dari cadangan"), s->path,
		                 found);
	if (good) {
		q = query_of(s, SQL_db_foreign);
		bool orphan = query_next(&q);
		found = orphan ? take_text(&q, &a) : "";
		good = query_end(&q, why);
		if (good && orphan)
			good = fault_set(
			    why, FAULT_OUTSIDE,
			    N_("Tabel %1 menunjuk baris yang tidak ada; pulihkan dari cadangan"),
			    found);
	}
	arena_drop(&a);
	return good;
}
