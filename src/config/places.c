/* A file of places: one line a place, in the order of their codes, so that what a place is a part
 * of has always been read before it. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { LINE_MOST = 200, LEVELS = 4 };

/* The length of a code at each level: 11, 11.01, 11.01.01, 11.01.01.2001. */
static const size_t code_lengths[LEVELS] = { 2, 5, 8, 13 };

struct line_reader {
	const char *path;
	const struct bytes *file;
	struct arena *a;
	int number;          /* of the line that is read */
	const char *last[4]; /* code read last, by level */
	struct place_names *out;
	size_t capacity;
	struct fault *why;
};

static bool refuse_line(const struct line_reader *l, const char *text, const char *what)
{
	char said[256];
	message_fill(message_in_language(text), (const char *const[]){ what }, 1, said,
	             sizeof said);
	return fault_set(l->why, FAULT_MISUSE, N_("%1 baris %2: %3"), l->path,
	                 arena_print(l->a, "%d", l->number), said);
}

/* The level of a code, from 0; LEVELS: it is none. */
static size_t level_of(const char *code)
{
	size_t level = 0, length = strlen(code);
	while (level < LEVELS && code_lengths[level] != length)
		level++;
	for (size_t i = 0; i < length; i++) {
		bool point = i == 2 || i == 5 || i == 8;
		if (point ? code[i] != '.' : code[i] < '0' || code[i] > '9')
			return LEVELS;
	}
	return level;
}

static bool place_add(struct line_reader *l, const char *code, const char *name)
{
	size_t level = level_of(code), count = l->out->count;
	if (level == LEVELS)
		return refuse_line(l,
		                   N_("“%1” bukan kode wilayah; mis. 11, 11.01, 11.01.01 atau "
		                      "11.01.01.2001"),
		                   code);
	if (text_is_empty(name))
		return refuse_line(l, N_("%1 tanpa nama; tulis kode,nama"), code);
	if (count > 0 && strcmp(l->out->items[count - 1].code, code) >= 0)
		return refuse_line(l, N_("%1 tidak menurut urutan kode, atau dua kali"), code);
	const char *whole = level == 0 ? "" : l->last[level - 1];
	if (level > 0 && (whole == NULL || strncmp(whole, code, code_lengths[level - 1]) != 0))
		return refuse_line(l, N_("%1 tanpa induknya di atasnya"), code);
	l->last[level] = code;
	struct place_name *items = list_grow(l->a, (void *)(uintptr_t)l->out->items, count,
	                                     &l->capacity, sizeof *items);
	items[count] = (struct place_name){ code, name };
	l->out->items = items;
	l->out->count++;
	return true;
}

static bool line_read(struct line_reader *l, const char *line, size_t length)
{
	if (length > 0 && line[length - 1] == '\r')
		length--;
	if (length == 0 || line[0] == '#')
		return true;
	const char *comma = memchr(line, ',', length);
	if (length > LINE_MOST || comma == NULL)
		return refuse_line(l, N_("bukan \"kode,nama\""), "");
	size_t code = (size_t)(comma - line);
	const char *name = text_clean(l->a, comma + 1, length - code - 1, false);
	if (strncmp(name, comma + 1, length - code - 1) != 0 || strlen(name) != length - code - 1)
		return refuse_line(l,
		                   N_("nama “%1” berisi huruf yang tidak sah (UTF-8) atau spasi "
		                      "di ujungnya"),
		                   name);
	return place_add(l, arena_copy(l->a, line, code), name);
}

bool place_names_read(const char *path, const struct bytes *file, struct arena *a,
                      struct place_names *out, struct fault *why)
{
	struct line_reader l = { .path = path, .file = file, .a = a, .out = out, .why = why };
	const char *at = (const char *)file->data, *end = at + file->size;
	*out = (struct place_names){ 0 };
	while (at < end) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t length = (size_t)((newline == NULL ? end : newline) - at);
		l.number++;
		if (!line_read(&l, at, length))
			return false;
		at += length + (newline != NULL);
	}
	return out->count > 0 ||
	       fault_set(why, FAULT_MISUSE,
	                 N_("%1 tidak berisi satu wilayah pun; tulis baris \"kode,nama\""), path);
}
