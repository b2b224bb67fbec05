/* loket-sippd: serves the contract of data/sipp over SIPP's own tables in MariaDB or MySQL. Names
 * of tables and columns come from a mapping file; nothing else is touched.
 *
 * How a number is assigned. SIPP's users register cases at the same time, and SIPP does not know
 * us, so the lock must be one that a plain INSERT of SIPP respects. GET_LOCK and a table of our own
 * bind only ourselves; LOCK TABLES would stop SIPP's readers and needs a right on whole tables; a
 * trigger or a unique index would change SIPP's schema. InnoDB remains: at REPEATABLE READ, SELECT
 * … FOR UPDATE over the cases of one alur and year locks those rows and the gaps between and behind
 * them, so that another INSERT of that alur waits until we commit, with an index or without (then
 * the whole table is locked for that moment). The highest number found, plus one, is written in the
 * same transaction. A deadlock, a duplicate key where SIPP has a unique index, and a lock timeout
 * roll everything back and are tried again, a few times within a few seconds. A SIPP user who
 * looked up the next number before us and saves after us may still repeat it where SIPP has no
 * unique index: no program beside SIPP can prevent that; the desk shows a repeat.
 *
 * Which year. The registration day is the one the filing asks for, but never in a year before the
 * court's clock when the number is assigned: a filing verified at 23.59 on New Year's Eve and
 * registered at 00.01 gets the first day and a number of the new year.
 *
 * Calls that arrive together are registered in one transaction and answered after its commit: one
 * process, one connection, no threads. A pool of processes would only be quicker if the commit were
 * not the cost, and the lock on the number admits one at a time anyway. */
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

/* Serves until SIGTERM or SIGINT; SIGHUP reloads the setup. `ready` receives the address. */
MUST_USE bool sippd_serve(const struct sippd_options *o, void (*ready)(const char *at),
                          struct fault *why);

/* ---- rights.c ---- */
/* Compares mapping and database; reports each difference through `say`. False: it could not serve.
 */
MUST_USE bool sippd_check(const struct sippd_options *o, void (*say)(const char *line),
                          struct fault *why);
/* Registers an invented case and rolls it back: finds what the mapping lacks, such as a mandatory
 * column, before the first real case. */
MUST_USE bool sippd_trial(const struct sippd_options *o, void (*say)(const char *line),
                          struct fault *why);
/* The statements that give the user of the setup exactly the rights the mapping needs. */
MUST_USE bool sippd_grants(const struct sippd_options *o, void (*say)(const char *line),
                           struct fault *why);

#endif
