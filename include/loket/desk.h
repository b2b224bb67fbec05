/* The desk: screens for people at a terminal. */
#ifndef LOKET_DESK_H
#define LOKET_DESK_H

#include "loket/service.h"

/* ---- app.c ---- */
/* Runs from the login screen until the last one is left; the exit code (a fault's kind; what went
 * wrong was said on the error output). No network, no other process's delay can hold up a key. */
int desk_run(struct app *p);

#endif
