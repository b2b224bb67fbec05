/* The line below a list that is worked with digits and Enter: what they do, or what is typed. */
#ifndef LOKET_DESK_DIGITS_H
#define LOKET_DESK_DIGITS_H

#include <stddef.h>

#include "loket/cells.h"

#include "frame.h"

struct digits {
	const char *labels[10]; /* in the user's language: "02 rute" */
	size_t count;
	const char *prompt, *typed; /* before what is typed; "" : nothing is */
};
void digits_draw(const struct digits *g, struct cells *c, struct area where);

#endif
