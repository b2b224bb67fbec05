/* Commands without a screen: batch intake, other programs, tests. They come through the same door
 * as the desk (service.h) and each acts as an authenticated person; loket(1) describes them. */
#ifndef LOKET_CMD_H
#define LOKET_CMD_H

#include "loket/fault.h"

/* ---- cmd.c ---- */
/* Runs the command that argv[1]… names; the exit code, which is the kind of what went wrong. It
 * opens and closes the home itself, because not every command needs one. */
int cmd_run(int argc, char **argv);

/* ---- output.c ---- */
/* Says on the error output what went wrong; its kind, as the exit code. */
int cmd_say(const struct fault *why);

#endif
