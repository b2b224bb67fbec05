/* Memory by lifetime: blocks that double in size up to a limit, freed together. */
#include "loket/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
	struct arena_block *older;
	size_t size, used;
	max_align_t data[];
};

enum { BLOCK_FIRST = 4 * 1024, BLOCK_MOST = 256 * 1024 };

/* exit() and not abort(): the terminal's atexit() handler must still restore the screen. */
static _Noreturn void arena_end(void)
{
	exit(3);
}

struct arena arena_start(size_t cap)
{
	return (struct arena){ .cap = cap };
}

void arena_drop(struct arena *a)
{
	while (a->newest != NULL) {
		struct arena_block *older = a->newest->older;
		free(a->newest);
		a->newest = older;
	}
	a->used = 0;
}

void arena_wipe(struct arena *a)
{
	for (struct arena_block *b = a->newest; b != NULL; b = b->older)
		explicit_bzero(b->data, b->size);
	arena_drop(a);
}

static size_t larger(size_t x, size_t y)
{
	return x > y ? x : y;
}

static struct arena_block *block_add(struct arena *a, size_t need)
{
	size_t size = larger(need, BLOCK_FIRST);
	if (a->newest != NULL && a->newest->size < BLOCK_MOST)
		size = larger(need, 2 * a->newest->size);
	struct arena_block *b = calloc(1, sizeof *b + size);
	if (b == NULL)
		arena_end();
	b->older = a->newest;
	b->size = size;
	a->newest = b;
	return b;
}

/* Zeroed bytes at a multiple of `unit`. */
static void *bytes_get(struct arena *a, size_t need, size_t unit)
{
	if (need > SIZE_MAX / 2 || need > a->cap || a->used > a->cap - need)
		arena_end();
	struct arena_block *b = a->newest;
	size_t at = b == NULL ? 0 : (b->used + unit - 1) / unit * unit;
	if (b == NULL || at > b->size || b->size - at < need) {
		b = block_add(a, need);
		at = 0;
	}
	b->used = at + need;
	a->used += need;
	return (char *)b->data + at;
}

void *arena_get(struct arena *a, size_t count, size_t size)
{
	size_t need;
	if (__builtin_mul_overflow(count, size, &need))
		arena_end();
	return bytes_get(a, larger(need, 1), _Alignof(max_align_t));
}

/* Text lies at any byte: rounded up, a third of a book of rules would be gaps. */
char *arena_copy(struct arena *a, const char *s, size_t length)
{
	char *copy = bytes_get(a, length + 1, 1);
	if (length > 0)
		memcpy(copy, s, length);
	return copy;
}

char *arena_text(struct arena *a, const char *s)
{
	return arena_copy(a, s, strlen(s));
}

char *arena_print(struct arena *a, const char *format, ...)
{
	char often[128]; /* long enough, so that it is printed once */
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(often, sizeof often, format, args);
	va_end(args);
	if (length < 0)
		arena_end();
	char *s = arena_get(a, (size_t)length + 1, 1);
	if ((size_t)length < sizeof often)
		memcpy(s, often, (size_t)length + 1);
	else
		vsnprintf(s, (size_t)length + 1, format, again);
	va_end(again);
	return s;
}
