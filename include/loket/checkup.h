/* What the checks of the machine found. */
#ifndef LOKET_CHECKUP_H
#define LOKET_CHECKUP_H

#include <stddef.h>

#include "loket/date.h"

enum checkup_state { CHECKUP_GREEN, CHECKUP_YELLOW, CHECKUP_RED };
struct checkup_row {
	const char *name; /* "disk", "mail/smtp/tls" */
	enum checkup_state state;
	const char *said, *remedy; /* as stored, in Indonesian; remedy "" where it is green */
};
struct checkup {
	instant at; /* INSTANT_NONE: never */
	struct checkup_row *items;
	size_t count, capacity;
};

#endif
