/* loket-sippd: the contract of data/sipp served over the tables SIPP really has, in MariaDB or
 * MySQL. Names of tables and columns come from a mapping file; what is not in it is never touched.
 *
 * How a number is given. SIPP's own users register cases meanwhile, and SIPP knows nothing of us;
 * so the lock must be one that a plain INSERT of SIPP's respects. GET_LOCK and a table of our own
 * bind only ourselves; LOCK TABLES would stop SIPP's readers and needs a right on whole tables; a
 * trigger or a unique index would change SIPP's schema. What remains is InnoDB itself: at
 * REPEATABLE READ, SELECT … FOR UPDATE over the cases of one alur and year locks those rows and the
 * gaps between and behind them, so that another's INSERT of that alur waits until we commit, index
 * or not (without one the whole table is held for that moment). The highest number found there,
 * plus one, is written in the same transaction. A deadlock, a duplicate key where SIPP has a unique
 * index, and a lock not given in time roll everything back and are tried again, a few times and for
 * a few seconds. A SIPP user who looked up the next number before us and saves after us may still
 * repeat it where SIPP has no unique index: no program beside SIPP can prevent that; the desk shows
 * a repeat.
 *
 * Which year. The registration day is the one the filing asks for, but never in a year before the
 * one the court's clock shows as the number is given: a filing verified at 23.59 on New Year's Eve
 * and registered at 00.01 gets the first day and a number of the new year.
 *
 * Calls that arrive together are registered in one transaction and answered after its commit: one
 * process, one connection, no threads. A pool of processes would be quicker only where the commit
 * is not what costs the time, and the lock on the number lets one through at a time anyway. */
#ifndef LOKET_SIPPD_H
#define LOKET_SIPPD_H

#include <stdbool.h>

#include "loket/fault.h"

/* ---- serve.c ---- */
struct sippd_options {
	const char *config; /* sippd.xml */
	const char *log;    /* NULL: stderr */
	const char *from;   /* grants: the host loket-sippd comes from */
};

/* Serves until SIGTERM or SIGINT; SIGHUP reads the setup anew. `ready` is told the address. */
MUST_USE bool sippd_serve(const struct sippd_options *o, void (*ready)(const char *at),
                          struct fault *why);

/* ---- rights.c ---- */
/* Compares mapping and database, says each difference through `say`; false: it could not serve. */
MUST_USE bool sippd_check(const struct sippd_options *o, void (*say)(const char *line),
                          struct fault *why);
/* Registers an invented case and takes it back: what the mapping does not know, such as a column
 * that must be filled, shows now and not at the first case. */
MUST_USE bool sippd_trial(const struct sippd_options *o, void (*say)(const char *line),
                          struct fault *why);
/* The statements that give the user of the setup exactly the rights the mapping needs. */
MUST_USE bool sippd_grants(const struct sippd_options *o, void (*say)(const char *line),
                           struct fault *why);

#endif
