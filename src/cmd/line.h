/* The desk's `:` line: its words, and what may stand at its end. */
#ifndef CMD_LINE_H
#define CMD_LINE_H

#include "calls.h"

/* Set to "1" for a command that reads a login handed on from the first line of its input. */
#define DESK_PASS "LOKET_DESK"

size_t line_complete(const struct cmd *c, const char *line, const struct choice **out);
bool line_words(const struct cmd *c, const struct home *h, const char *line,
                const char *const **out, struct fault *why);

#endif
