/* The store: one SQLite file (home/loket.db), WAL, synchronous FULL, STRICT tables, foreign keys
 * on.
 *
 * Every write runs between store_begin() and store_commit()/store_rollback(): store_begin() takes
 * the side-file lock (home/loket.lock) and opens an IMMEDIATE transaction; the checkpoint runs
 * under the same lock and nowhere else (SQLite < 3.51.3 can lose committed pages when a commit
 * races another process's checkpoint). A constraint's name in the schema maps to a fault text, so a
 * refusal by SQLite reads like any other.
 *
 * A struct store belongs to one process and one thread. Rows read live in the arena given. */
#ifndef LOKET_STORE_H
#define LOKET_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/command.h"
#include "loket/query.h"
#include "loket/sys.h"

struct store; /* opaque: the connection and its prepared statements */

/* ---- open.c ---- */
/* Refuses with what to do where there is no home/loket.db. */
MUST_USE bool store_is_there(const struct home *h, struct fault *why);
/* Opens home/loket.db; `create` makes it (and its tables) when it is not there. An older schema and
 * a newer one are refused with the remedy. */
MUST_USE bool store_open(const struct home *h, bool create, struct store **out, struct fault *why);
void store_close(struct store **s);

/* ---- edition.c ---- */
int64_t store_edition(void); /* of the schema of this program */

/* ---- upgrade.c ---- */
/* Brings home/loket.db up to this program's schema, under the lock and only after a copy of the
 * file as it was: `copy` is where that lies, "" where nothing was to do. A program of before that
 * still runs is refused at its next write. */
MUST_USE bool store_upgrade(const struct home *h, struct arena *a, const char **copy,
                            struct fault *why);

/* ---- copy.c ---- */
MUST_USE bool store_counts_read(struct store *s, struct store_counts *out, struct fault *why);
/* Copies the database into a new file that stands alone: one snapshot, while others write on.
 * `counts`, which may be NULL, are of that snapshot. */
MUST_USE bool store_copy(struct store *s, const char *path, struct store_counts *counts,
                         struct fault *why);

/* ---- db.c ---- */
const char *store_version(void); /* of the SQLite we run on */
/* Changes whenever another connection committed (PRAGMA data_version). */
int64_t store_data_version(struct store *s);

/* Who does not get the lock in time is told who holds it (FAULT_OUTSIDE); until then lock_watch()
 * tells. */
MUST_USE bool store_begin(struct store *s, struct fault *why);
/* How long store_begin() waits for another process from now on; at first half a minute. */
void store_patience(struct store *s, int milliseconds);
/* Who writes, for those that wait: a user of Loket. At first the program's Unix account. */
void store_named(struct store *s, const char *who);
/* For what a person waits for while typing; a fault when another process holds the lock longer. */
MUST_USE bool store_begin_within(struct store *s, int milliseconds, struct fault *why);
MUST_USE bool store_commit(struct store *s, struct fault *why);
void store_rollback(struct store *s);
/* Sets a savepoint in the open transaction; store_release() keeps what was done since, or undoes
 * it. */
MUST_USE bool store_savepoint(struct store *s, struct fault *why);
void store_release(struct store *s, bool keep);
/* Checkpoints the WAL under the lock. What is committed is there, whatever comes of it; a fault is
 * logged. The worker does when idle; who wrote much `empties` it too, which is news to the others:
 * who opens it first would read all of it. */
void store_checkpoint(struct store *s, bool empties);
/* PRAGMA integrity_check and foreign_key_check; false names what is wrong. */
MUST_USE bool store_check(struct store *s, struct fault *why);

#endif
