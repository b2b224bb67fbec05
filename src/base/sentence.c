/* Stored sentences in the reader's language. The store keeps what the court said, whole and in
 * Indonesian; the catalogue's msgids tell which sentence it was and what stood in its places. */
#include <stdint.h>
#include <string.h>

#include "loket/fault.h"
#include "loket/text.h"

enum { PLACES = 9, DEPTH = 4, LEAST_LETTERS = 4, COUNT_AT = 8, TABLE_AT = 12, SAID_MOST = 4096 };

/* What stands in a place may be anybody's words, and so may a text that begins with a place: a
 * sentence is then known by a fifth of its letters. */
enum { NESTED_PART = 5 };

/* As msgfmt(1) writes it on this machine. */
/* lint: L7 the process has one language, as gettext() has */
static struct {
	const unsigned char *bytes;
	size_t size;
} known;

static size_t number_at(size_t at)
{
	uint32_t n = 0;
	if (at + sizeof n <= known.size)
		memcpy(&n, known.bytes + at, sizeof n);
	return n;
}

void sentences_from(const void *catalogue, size_t size)
{
	known.bytes = catalogue;
	known.size = size;
}

/* "" where the catalogue is not whole. */
static const char *msgid(size_t i)
{
	size_t row = number_at(TABLE_AT) + i * 8, length = number_at(row), at = number_at(row + 4);
	bool whole = at > 0 && at + length < known.size && known.bytes[at + length] == '\0';
	return whole ? (const char *)known.bytes + at : "";
}

static bool is_place(const char *s)
{
	return s[0] == '%' && s[1] >= '1' && s[1] <= '9';
}

/* Bytes up to the next place or the end. */
static size_t plain(const char *s)
{
	size_t n = 0;
	while (s[n] != '\0' && !is_place(s + n))
		n++;
	return n;
}

static size_t letters(const char *s, size_t length)
{
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count += (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= 'A' && s[i] <= 'Z');
	return count;
}

/* Letters of `pattern` outside its places where `text` was made of it, its words in `words`; else
 * 0. */
static size_t made_of(const char *pattern, const char *text, struct arena *a,
                      const char *words[PLACES])
{
	size_t length = plain(pattern), sure = letters(pattern, length);
	if (pattern[length] == '\0' || strncmp(text, pattern, length) != 0)
		return 0;
	text += length;
	pattern += length;
	while (*pattern != '\0') {
		size_t place = (size_t)(pattern[1] - '1'), rest = strlen(text);
		pattern += 2;
		length = plain(pattern);
		const char *end = pattern[length] == '\0'
		                      ? (rest >= length ? text + rest - length : NULL)
		                      : memmem(text, rest, pattern, length);
		if (end == NULL || memcmp(end, pattern, length) != 0)
			return 0;
		words[place] = arena_copy(a, text, (size_t)(end - text));
		sure += letters(pattern, length);
		text = end + length;
		pattern += length;
	}
	return sure;
}

static const char *said(struct arena *a, const char *stored, int depth);

/* The sentence whose own letters explain most of `stored`. */
static const char *said_whole(struct arena *a, const char *stored, int depth)
{
	const char *best = NULL, *words[PLACES], *of[PLACES];
	size_t most = LEAST_LETTERS - 1;
	for (size_t i = 0; i < number_at(COUNT_AT); i++) {
		memset(of, 0, sizeof of);
		size_t sure = made_of(msgid(i), stored, a, of);
		if (sure <= most || ((depth > 0 || is_place(msgid(i))) &&
		                     sure * NESTED_PART < letters(stored, strlen(stored))))
			continue;
		most = sure;
		best = msgid(i);
		memcpy(words, of, sizeof words);
	}
	if (best == NULL)
		return stored;
	for (size_t i = 0; i < PLACES; i++)
		words[i] = words[i] == NULL ? "" : said(a, words[i], depth + 1);
	char out[SAID_MOST];
	message_fill(message_in_language(best), words, PLACES, out, sizeof out);
	return arena_text(a, out);
}

/* Several sentences with semicolons between are said one by one. */
static const char *said(struct arena *a, const char *stored, int depth)
{
	const char *exact = message_in_language(stored);
	if (exact != stored || depth > DEPTH)
		return exact;
	const char *whole = said_whole(a, stored, depth), *part = strstr(stored, "; ");
	if (whole != stored || part == NULL)
		return whole;
	return arena_print(a, "%s; %s",
	                   said(a, arena_copy(a, stored, (size_t)(part - stored)), depth + 1),
	                   said(a, part + 2, depth));
}

const char *sentence_said(struct arena *a, const char *stored)
{
	return stored == NULL || *stored == '\0' || known.size == 0 ? stored : said(a, stored, 0);
}
