/* Identifiers fixed at birth: 128 bits, the first 48 the time in milliseconds, the rest random, so
 * that they sort by age and two desks never make the same one. Written as 26 letters of Crockford's
 * base 32. */
#ifndef LOKET_ID_H
#define LOKET_ID_H

#include <stdbool.h>
#include <stdint.h>

#include "loket/date.h"

struct id {
	char text[27]; /* 26 letters and NUL; all NUL: none */
};

struct id id_make(instant now, const uint8_t random[10]);
bool id_is(const char *s);        /* is `s` the text of an id? */
struct id id_from(const char *s); /* none when it is not */
bool id_none(const struct id *id);

/* A key that follows from others and is the same each time: SHA-256 free of secrets is not needed
 * here; it is the id text and the words joined by '/', e.g. "01J…/va/2". */
void id_key(const struct id *id, const char *what, int round, char *out, size_t capacity);

#endif
