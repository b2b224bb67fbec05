/* Keys as bytes; apart from walk.h, because <term.h> makes macros of words like columns. */
#ifndef WALK_KEYS_H
#define WALK_KEYS_H

#include <stdbool.h>
#include <stddef.h>

/* Reads the terminfo of TERM; false: there is none. */
bool keys_open(const char *term);
/* The bytes of a key as TERM's terminfo says; 0: no such key. */
size_t key_bytes(const char *key, char *out, size_t capacity);

#endif
