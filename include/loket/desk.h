/* The desk: screens for people at a terminal. */
#ifndef LOKET_DESK_H
#define LOKET_DESK_H

#include "loket/service.h"

/* The commands, which the desk does not know: for its `:` line. As in cmd.h. */
struct desk_commands {
	size_t (*complete)(const struct rulebook *book, const char *line, struct arena *a,
	                   const struct choice **out);
	bool (*words)(const struct home *h, const char *line, struct arena *a,
	              const char *const **out, struct fault *why);
};

/* ---- app.c ---- */
/* Runs from the login screen until the last screen is closed. Returns the exit code: the kind of a
 * fault, which was written to the error output. The desk has no network, and no delay of another
 * process can block a key. */
int desk_run(struct app *p, const struct desk_commands *commands);

#endif
