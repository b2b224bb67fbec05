/* The tables: made in a new file, refused when they are older or newer. */
#include "loket/text.h"

#define SQL_SCHEMA
#include "private.h"

/* Where a disk cannot share memory SQLite reports the old mode and no error. */
static bool wal_begins(struct store *s, struct fault *why)
{
	struct query q = query_of(s, SQL_db_wal);
	struct arena a = arena_start(4 * KIB);
	bool wal = query_next(&q) && text_same(take_text(&q, &a), "wal");
	arena_drop(&a);
	return query_end(&q, why) &&
	       (wal || fault_set(why, FAULT_OUTSIDE,
	                         N_("Disk tempat %1 tidak dapat dipakai beberapa program bersama; "
	                            "pindahkan folder data ke disk lain"),
	                         s->path));
}

/* Each file of the schema sets its own user_version, in the same transaction. */
bool tables_bring_up(struct store *s, int64_t edition, struct fault *why)
{
	for (; edition < SQL_EDITION; edition++) {
		int code = sqlite3_exec(s->db, sql_schema[edition], NULL, NULL, NULL);
		if (code != SQLITE_OK)
			return db_fault(s, code, why);
	}
	return true;
}

/* WAL is stored in the file, and is set where no other process can be inside. */
static bool make_tables(struct store *s, struct fault *why)
{
	int64_t edition;
	if (!write_lock(s, s->patience, why))
		return false;
	bool walled = wal_begins(s, why);
	if (!walled)
		write_unlock(s);
	if (!walled || !write_begin(s, why))
		return false;
	/* two processes may find it empty at once: the second waited, and finds it made */
	if (edition_of(s, &edition, why) && tables_bring_up(s, edition, why) &&
	    (edition == SQL_EDITION || chain_begin(s, why)))
		return store_commit(s, why);
	store_rollback(s);
	return false;
}

bool edition_fits(struct store *s, bool create, struct fault *why)
{
	int64_t edition;
	if (!edition_of(s, &edition, why))
		return false;
	if (edition == SQL_EDITION)
		return true;
	if (edition == 0)
		return create ? make_tables(s, why)
		              : fault_set(
		                    why, FAULT_MISUSE,
		                    N_("Basis data %1 masih kosong; jalankan dahulu: loket init"),
		                    s->path);
	return fault_set(
	    why, FAULT_MISUSE,
	    N_("Basis data %1 dibuat oleh Loket yang lebih lama; jalankan dahulu: loket "
	       "upgrade, yang menyalinnya dahulu lalu memperbaruinya"),
	    s->path);
}
