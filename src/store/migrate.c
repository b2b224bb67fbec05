/* The tables: made in a fresh file, brought up to date in an older one, left alone in a newer one.
 */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#define SQL_SCHEMA
#include "private.h"

enum {
	APPLICATION = 0x4c4f4b54,
	EDITION = COUNT_OF(sql_schema),
	NAMES_PARTED = 12, /* before it punctuation was dropped from the keys of names */
};

static bool number_of(struct store *s, enum sql which, int64_t *out, struct fault *why)
{
	struct query q = query_of(s, which);
	*out = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why);
}

/* Which edition the file's tables are; 0: it has none. */
static bool edition_of(struct store *s, int64_t *edition, struct fault *why)
{
	int64_t application, tables;
	if (!number_of(s, SQL_db_application, &application, why) ||
	    !number_of(s, SQL_db_edition, edition, why) ||
	    !number_of(s, SQL_db_tables, &tables, why))
		return false;
	if (tables > 0 && application != APPLICATION)
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Berkas %1 bukan basis data Loket; pindahkan atau pilih folder data lain"),
		    s->path);
	if (*edition <= EDITION)
		return true;
	char theirs[24], ours[24];
	snprintf(theirs, sizeof theirs, "%lld", (long long)*edition);
	snprintf(ours, sizeof ours, "%d", (int)EDITION);
	return fault_set(
	    why, FAULT_MISUSE,
	    N_("Basis data %1 dibuat oleh Loket yang lebih baru (edisi %2, program ini edisi %3); "
	       "perbarui program Loket di komputer ini"),
	    s->path, theirs, ours);
}

/* SQLite says nothing but the old mode where a disk cannot share memory. */
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

/* Each file of the schema leaves its own edition in user_version, in the same transaction. */
static bool bring_up(struct store *s, int64_t edition, struct fault *why)
{
	for (; edition < EDITION; edition++) {
		int code = sqlite3_exec(s->db, sql_schema[edition], NULL, NULL, NULL);
		if (code != SQLITE_OK)
			return db_fault(s, code, why);
	}
	return true;
}

bool migrate(struct store *s, bool create, struct fault *why)
{
	int64_t edition;
	if (!edition_of(s, &edition, why))
		return false;
	if (edition == EDITION)
		return true;
	if (edition == 0 && !create)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Basis data %1 masih kosong; jalankan dahulu: loket init"),
		                 s->path);

	/* Two who find it old at once: the second waits here and then finds it done. WAL is kept by
	 * the file itself, and asked for where nobody else can be inside. */
	lock_take(s->lock);
	bool walled = edition > 0 || wal_begins(s, why);
	lock_leave(s->lock);
	if (!walled || !store_begin(s, why))
		return false;
	if (edition_of(s, &edition, why) && bring_up(s, edition, why) &&
	    (edition >= NAMES_PARTED || keys_renew(s, why)))
		return store_commit(s, why);
	store_rollback(s);
	return false;
}
