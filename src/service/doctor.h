/* Shared by the checks: what one of them has to go on, and how it tells what it found. */
#ifndef SERVICE_DOCTOR_H
#define SERVICE_DOCTOR_H

#include "loket/doctor.h"

struct checking {
	struct home home;
	struct app app;
	bool open;         /* home, rules and database could be read */
	struct fault shut; /* else why not */
	struct arena *a;
	struct checkup *out;
	const struct doctor_check *check; /* the one that runs */
};
struct doctor_check {
	const char *name;
	void (*run)(struct checking *d);
	bool open;          /* it needs the database or the rules */
	const char *remedy; /* msgid: what to do where it is not green */
};

/* ---- doctorsay.c ---- */
enum { DOCTOR_WORDS = 3 };
/* One finding of the check that runs: a sentence (msgid) with its places. */
void doctor_say(struct checking *d, enum checkup_state state, const char *text,
                const char *const words[DOCTOR_WORDS]);
void doctor_fault(struct checking *d, enum checkup_state state, const struct fault *why);
/* As "CHECK/WHAT", with a remedy of its own. */
void doctor_row(struct checking *d, enum checkup_state state, const char *what, const char *said,
                const char *remedy);
/* What another program says, with its errors, at most a quarter of a minute; its exit code, -1
 * where it is not installed. argv begins with the program's name, to be found in the PATH. */
int doctor_ask(struct checking *d, const char *const *argv, const char **said);

/* ---- doctorhome.c: disk, database, locks, rights, backup ---- */
void check_disk(struct checking *d);
void check_clock(struct checking *d);
void check_database(struct checking *d);
void check_locks(struct checking *d);
void check_worker(struct checking *d);
void check_queue(struct checking *d);
void check_rights(struct checking *d);
void check_backup(struct checking *d);

/* ---- doctorplace.c: what is connected and installed here ---- */
void check_cable(struct checking *d);
void check_printer(struct checking *d);
void check_scanner(struct checking *d);
void check_fonts(struct checking *d);
void check_terminal(struct checking *d);

/* ---- doctorbook.c: the court's data ---- */
void check_court(struct checking *d);
void check_calendar(struct checking *d);
void check_tariffs(struct checking *d);

/* ---- doctorafar.c ---- */
void check_bank(struct checking *d);
void check_sipp(struct checking *d);
void check_mail(struct checking *d);

#endif
