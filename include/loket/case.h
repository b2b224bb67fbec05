/* A case as SIPP has it: read once, where its bytes came in (room sipp), taken in by the court
 * (src/court/sync.c). Plain data; texts are "" where SIPP has none. */
#ifndef LOKET_CASE_H
#define LOKET_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/date.h"

#define TIME_NONE (-1)

struct case_person { /* of the panel, of the registry, a bailiff */
	const char *name;
	const char *post; /* jabatan_hakim_id: 1 chair, 2 member, 3 single judge; "" none */
};
struct case_people {
	struct case_person *items;
	size_t count, capacity;
};
struct case_hearing {
	const char *id;
	day on;
	int from; /* minute of the day; TIME_NONE: not said */
	const char *agenda, *room, *why_postponed;
	bool postponed;
};
struct case_summons {
	const char *id;
	const char *bailiff, *party;
	day on;              /* DAY_NONE: planned, not yet carried out */
	const char *outcome; /* ket_temu, a letter: Y T S E, or another of SIPP's */
	const char *receipt, *note;
};
struct sipp_case {
	const char *id;
	const char *reg, *number; /* nomor_register, nomor_perkara */
	int64_t sequence;         /* 0: what came is no number */
	day registered;
	const char *stage, *process;
	const char *left_out; /* what SIPP has and its contract cannot say; "" nothing */
	/* When panel, registrar, bailiff and the first hearing were set; DAY_NONE: not yet. */
	day panel_on, registrar_on, bailiff_on, hearing_on;
	struct case_people judges, registrars, bailiffs;
	struct {
		struct case_hearing *items;
		size_t count, capacity;
	} hearings;
	struct {
		struct case_summons *items;
		size_t count, capacity;
	} summonses;
};

/* A running case that knows one of the people who were asked about. */
struct sipp_found {
	const char *number, *type, *name, *nik;
};

#endif
