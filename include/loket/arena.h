/* Memory by lifetime. One arena serves one command, one screen or one message: everything allotted
 * from it lives until arena_drop(), and nothing in it is freed alone.
 *
 * Nothing here returns NULL. Memory used up, or a cap passed, ends the process at once (exit 3):
 * the database is whole by construction, and every door that lets foreign bytes in bounds them
 * first, so the cap is a backstop against a defect and not a way of reporting one. */
#ifndef LOKET_ARENA_H
#define LOKET_ARENA_H

#include <stddef.h>

#define KIB ((size_t)1024)
#define MIB (1024 * KIB)

struct arena_block;

struct arena {
	struct arena_block *newest; /* owned; NULL while nothing was asked for */
	size_t used;                /* bytes given out */
	size_t cap;                 /* the most that may be given out */
};

struct arena arena_start(size_t cap);
void arena_drop(struct arena *a); /* frees all; `a` may be used again with the same cap */
void arena_wipe(struct arena *a); /* the same, overwritten first: for keys, secrets and tokens */

/* Zeroed memory for `count` items of `size` bytes, aligned for any type. */
void *arena_get(struct arena *a, size_t count, size_t size);

/* A NUL-terminated copy of the first `length` bytes of `s`. */
char *arena_copy(struct arena *a, const char *s, size_t length);
char *arena_text(struct arena *a, const char *s); /* of the whole string */

__attribute__((format(printf, 2, 3), nonnull)) char *arena_print(struct arena *a,
                                                                 const char *format, ...);

#endif
