/* Commands without a screen: batch intake, other programs, tests. They come through the same door
 * as the desk (service.h) and each acts as an authenticated person; loket(1) describes them. */
#ifndef LOKET_CMD_H
#define LOKET_CMD_H

#include "loket/rulebook.h"
#include "loket/sys.h"

/* ---- cmd.c ---- */
/* Runs the command that argv[1]… names. Returns the exit code: the kind of the fault, 0 without
 * one. Opens and closes the home itself, because not every command needs one. */
int cmd_run(int argc, char **argv);

/* For the desk's `:` line: what its last word may become. `value` is the whole line then, `label`
 * the word, `note` what it is for or "". */
size_t cmd_complete(const struct rulebook *book, const char *line, struct arena *a,
                    const struct choice **out);
/* The line as the words of a program, ended by NULL, that takes a login handed on from its input
 * (login_pass_on()). Blanks part them; quotes and a backslash keep one. No shell looks at it.
 * False: no such command, or one that needs the terminal. */
MUST_USE bool cmd_words(const struct home *h, const char *line, struct arena *a,
                        const char *const **out, struct fault *why);

/* ---- output.c ---- */
/* Writes a fault to the error output; returns its kind as the exit code. */
int cmd_say(const struct fault *why);

#endif
