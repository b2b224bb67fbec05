/* Lines of a text in a width of columns. Pure. */
#ifndef LOKET_DESK_WRAP_H
#define LOKET_DESK_WRAP_H

#include <stdbool.h>
#include <stddef.h>

/* The first line of `s`: its bytes, and where the next one begins, which is after the newline or
 * the one blank that the break took the place of. A word longer than the line is broken between
 * graphemes. False: this is the last line. `width` is at least 1. */
bool wrap_line(const char *s, int width, size_t *length, size_t *next);

/* The same for painting: the first line as text in `line`, cut to `capacity` bytes, and `*s` moved
 * to the next. */
bool wrap_take(const char **s, int width, char *line, size_t capacity);

#endif
