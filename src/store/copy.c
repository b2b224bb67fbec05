/* A copy of the database that stands alone. */
#include "loket/text.h"

#include "private.h"

/* All pages in one step, so that it is one snapshot. */
static int pages_copy(struct store *s, sqlite3 *to)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", s->db, "main");
	if (b == NULL)
		return sqlite3_errcode(to);
	int stepped = sqlite3_backup_step(b, -1);
	int ended = sqlite3_backup_finish(b);
	return stepped == SQLITE_DONE ? ended : stepped;
}

bool store_counts_read(struct store *s, struct store_counts *out, struct fault *why)
{
	struct query q = query_of(s, SQL_backup_counts);
	if (query_next(&q)) {
		out->filings = take_number(&q);
		out->events = take_number(&q);
		out->payments = take_number(&q);
		out->entries = take_number(&q);
		out->documents = take_number(&q);
	}
	return query_end(&q, why);
}

static bool file_fill(struct store *s, const char *path, struct fault *why)
{
	sqlite3 *to = NULL;
	/* the file is made first, with the rights that SQLite would not give it */
	if (!file_write(path, "", 0, 0600, why))
		return false;
	int code = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
	if (code == SQLITE_OK)
		code = pages_copy(s, to);
	sqlite3_close(to);
	if (code == SQLITE_OK)
		return true;
	file_drop(path);
	return fault_set(why, FAULT_OUTSIDE, N_("Basis data tidak dapat disalin ke %1: %2"), path,
	                 sqlite3_errstr(code));
}

bool store_copy(struct store *s, const char *path, struct store_counts *counts, struct fault *why)
{
	bool own;
	if (!read_enter(s, &own, why))
		return false;
	bool good = (counts == NULL || store_counts_read(s, counts, why)) &&
	            file_fill(s, path, why);
	return read_leave(s, own, good, why);
}
