/* What the files of base share: single steps through UTF-8. */
#ifndef LOKET_BASE_PRIVATE_H
#define LOKET_BASE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- utf8.c ---- */
/* Bytes of the code point at `s`, of which `left` bytes may be read, and its value in `*code`; an
 * ill-formed byte counts as 1 with the value -1; 0 when `left` is 0. */
size_t utf8_next(const char *s, size_t left, int32_t *code);

/* Is the general category of `code` among these? Each is a bit: 1u << UTF8PROC_CATEGORY_… */
bool utf8_is(int32_t code, uint32_t categories);

/* The most bytes of `s`, at most `most`, that end between two code points. */
size_t utf8_cut(const char *s, size_t most);

#endif
