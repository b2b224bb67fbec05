/* The database file: opened with its settings, closed. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "loket/text.h"

#include "private.h"

enum { PATIENCE = 30000 }; /* ms: half a minute, then who waits is told why */

static int wal_grew(void *store, sqlite3 *db, const char *name, int pages)
{
	(void)db;
	(void)name;
	((struct store *)store)->wal_pages = pages;
	return SQLITE_OK;
}

static bool settings(struct store *s, struct fault *why)
{
	sqlite3_extended_result_codes(s->db, 1);
	int code = sqlite3_busy_timeout(s->db, BUSY_MILLISECONDS);
	if (code == SQLITE_OK)
		code = sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, (int *)NULL);
	if (code == SQLITE_OK)
		code = sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)NULL);
	if (code == SQLITE_OK)
		code = sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	if (code != SQLITE_OK)
		return db_fault(s, code, why);
	sqlite3_wal_hook(s->db, wal_grew,
	                 s); /* instead of the automatic checkpoint, which is a hook too */
	return run_plain(s, SQL_db_full, why) && run_plain(s, SQL_db_cache, why) &&
	       run_plain(s, SQL_db_spill, why) && run_plain(s, SQL_db_temp, why);
}

/* For the process and before its first connection; at later ones SQLite says no, and has them. */
static void process_settings(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD); /* as our programs are: no lock at each call */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* no sum that nobody asks for */
}

/* SQLite would make it readable for all, and gives the WAL the rights of the file. */
static bool make_file(struct store *s, struct fault *why)
{
	if (!write_lock(s, s->patience, why))
		return false;
	bool good = file_exists(s->path) || file_write(s->path, "", 0, 0600, why);
	write_unlock(s);
	return good;
}

static bool open_file(struct store *s, bool create, struct fault *why)
{
	if (create && !make_file(s, why))
		return false;
	process_settings();
	int code = sqlite3_open_v2(s->path, &s->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
	                           NULL);
	if (code != SQLITE_OK)
		return db_fault(s, code, why);
	return settings(s, why);
}

bool store_is_there(const struct home *h, struct fault *why)
{
	char path[sizeof((struct store *)NULL)->path];
	snprintf(path, sizeof path, "%s/loket.db", h->path);
	return file_exists(path) ||
	       fault_set(why, FAULT_MISUSE,
	                 N_("Belum ada basis data %1; jalankan dahulu: loket init"), path);
}

bool file_open(const struct home *h, bool create, struct store **out, struct fault *why)
{
	*out = NULL;
	if (!home_is_local(h, why) || (!create && !store_is_there(h, why)))
		return false;
	struct store *s = calloc(1, sizeof *s);
	if (s == NULL)
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Memori tidak cukup untuk membuka basis data"));
	s->lock = -1;
	s->patience = PATIENCE;
	struct arena a = arena_start(64 * KIB);
	store_named(s, unix_account(&a));
	arena_drop(&a);
	snprintf(s->path, sizeof s->path, "%s/loket.db", h->path);
	char lock[sizeof s->path];
	snprintf(lock, sizeof lock, "%s/loket.lock", h->path);

	if (!lock_open(lock, &s->lock, why) || !open_file(s, create, why))
		store_close(&s);
	*out = s;
	return s != NULL;
}

bool store_open(const struct home *h, bool create, struct store **out, struct fault *why)
{
	/* the first reader of a file puts its WAL in order under a lock of SQLite's */
	stops_hold();
	bool good = file_open(h, create, out, why);
	if (good && !edition_fits(*out, create, why)) {
		store_close(out);
		good = false;
	}
	stops_let();
	return good;
}

void store_close(struct store **s)
{
	if (*s == NULL)
		return;
	if ((*s)->writing)
		store_rollback(*s);
	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize((*s)->kept[i]);
	chain_close(*s);
	int code = sqlite3_close((*s)->db);
	assert(code == SQLITE_OK);
	(void)code;
	if ((*s)->lock >= 0)
		close((*s)->lock);
	free(*s);
	*s = NULL;
}
