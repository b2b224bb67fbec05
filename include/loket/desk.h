/* The desk: screens for people at a terminal. */
#ifndef LOKET_DESK_H
#define LOKET_DESK_H

#include "loket/service.h"

/* ---- app.c ---- */
/* Runs from the login screen until the last screen is closed. Returns the exit code: the kind of a
 * fault, which was written to the error output. The desk has no network, and no delay of another
 * process can block a key. */
int desk_run(struct app *p);

#endif
