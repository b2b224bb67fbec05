/* Small questions about text, and the builder. */
#include "loket/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool text_same(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a == b || (*a == *b && strcmp(a, b) == 0);
}

bool text_is_empty(const char *s)
{
	return s == NULL || *s == '\0';
}

bool text_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool text_tells(const char *s)
{
	enum { WORDS = 2, LETTERS = 10 };
	int words = 0, letters = 0;
	for (size_t run = 0; s != NULL && *s != '\0'; s++) {
		unsigned char c = (unsigned char)(*s | ' ');
		bool letter = (c >= 'a' && c <= 'z') || (*s & 0x80) != 0;
		run = letter ? run + 1 : 0;
		words += run == 2;
		letters += letter;
	}
	return words >= WORDS && letters >= LETTERS;
}

bool text_number(const char *s, long long low, long long high, long long *out)
{
	long long n = 0;
	const char *at = s;
	for (; *at >= '0' && *at <= '9'; at++) {
		if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, *at - '0', &n))
			return false;
	}
	if (at == s || *at != '\0' || n < low || n > high)
		return false;
	*out = n;
	return true;
}

struct text text_start(struct arena *a)
{
	struct text t = { .a = a, .capacity = 64 };
	t.s = arena_get(a, t.capacity, 1);
	return t;
}

/* Room for `more` bytes and the NUL. */
static void text_widen(struct text *t, size_t more)
{
	if (more < t->capacity - t->length)
		return;
	size_t capacity = 2 * t->capacity;
	while (capacity - t->length <= more)
		capacity *= 2;
	char *moved = arena_get(t->a, capacity, 1);
	memcpy(moved, t->s, t->length + 1);
	t->s = moved;
	t->capacity = capacity;
}

void text_add_bytes(struct text *t, const char *s, size_t length)
{
	text_widen(t, length);
	memcpy(t->s + t->length, s, length);
	t->length += length;
	t->s[t->length] = '\0';
}

void text_add(struct text *t, const char *s)
{
	text_add_bytes(t, s, strlen(s));
}

void text_cut(struct text *t, size_t length)
{
	t->length = length;
	t->s[length] = '\0';
}

void text_addf(struct text *t, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	size_t capacity = t->capacity - t->length;
	int length = vsnprintf(t->s + t->length, capacity, format, args);
	va_end(args);
	if (length > 0 && (size_t)length >= capacity) {
		text_widen(t, (size_t)length);
		vsnprintf(t->s + t->length, t->capacity - t->length, format, again);
	}
	va_end(again);
	t->length += length > 0 ? (size_t)length : 0;
	t->s[t->length] = '\0';
}
