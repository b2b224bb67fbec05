/* The tables of tests/values: how a value may be written, and what it means, by column. A door is
 * held to a column of a table; at the end stands how many spellings each door was given. */
#ifndef LOKET_TESTS_VALUES_H
#define LOKET_TESTS_VALUES_H

#include <stdio.h>
#include <string.h>

#include "loket/arena.h"
#include "loket/list.h"
#include "loket/text.h"

#include "unit.h"

enum { VALUE_COLUMNS = 6, VALUES_MOST = 96, DOORS_MOST = 64 };

struct spelled {
	const char *cells[VALUE_COLUMNS]; /* the first is what is written */
	size_t count;
};
struct spelled_table {
	const char *kind;
	struct spelled rows[VALUES_MOST];
	size_t count;
};

static struct {
	const char *kind, *door;
	size_t given, meant, refused;
} doors[DOORS_MOST];
static size_t door_count;

static inline char *value_cell(struct arena *a, const char *s, size_t length)
{
	while (length > 0 && *s == ' ')
		s++, length--;
	while (length > 0 && s[length - 1] == ' ')
		length--;
	char *out = arena_get(a, length + 1, 1);
	size_t n = 0;
	for (size_t i = 0; i < length; i++) {
		unsigned byte;
		if (i + 3 < length && s[i] == '\\' && s[i + 1] == 'x' &&
		    sscanf(s + i + 2, "%2x", &byte) == 1) {
			out[n++] = (char)byte;
			i += 3;
		} else {
			out[n++] = s[i];
		}
	}
	return out;
}

static inline struct spelled_table values_of_kind(const char *kind, struct arena *a)
{
	char path[512], line[2048];
	struct spelled_table t = { .kind = kind };
	snprintf(path, sizeof path, "%s/tests/values/%s.txt", LOKET_SOURCE, kind);
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	while (fgets(line, sizeof line, f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		assert_true(t.count < VALUES_MOST);
		struct spelled *row = &t.rows[t.count++];
		for (const char *at = line; at != NULL && row->count < VALUE_COLUMNS;) {
			const char *end = strstr(at, " | ");
			row->cells[row->count++] =
			    value_cell(a, at, end == NULL ? strlen(at) : (size_t)(end - at));
			at = end == NULL ? NULL : end + 3;
		}
	}
	fclose(f);
	return t;
}

/* `got` is what the door made of it, or "-" and why it was refused. */
static inline void door_gave(const struct spelled_table *t, const char *door, size_t row,
                             size_t column, const char *got)
{
	const struct spelled *s = &t->rows[row];
	const char *want = s->cells[column < s->count ? column : 1];
	bool refused = want[0] == '-';
	bool good = refused ? got[0] == '-' && strstr(got, want + 1) != NULL : text_same(want, got);
	if (!good)
		fail_msg("%s, %s: \"%s\" is \"%s\", not \"%s\"", t->kind, door, s->cells[0], got,
		         want);
	size_t i = 0;
	while (i < door_count && (doors[i].kind != t->kind || doors[i].door != door))
		i++;
	assert_true(i < DOORS_MOST);
	if (i == door_count)
		doors[door_count++].kind = t->kind;
	doors[i].door = door;
	doors[i].given++;
	doors[i].meant += !refused;
	doors[i].refused += refused;
}

static inline void doors_show(void)
{
	print_message("#: %-8s %-32s %6s %6s %8s\n", "kind", "door", "given", "means", "refused");
	for (size_t i = 0; i < door_count; i++)
		print_message("#: %-8s %-32s %6zu %6zu %8zu\n", doors[i].kind, doors[i].door,
		              doors[i].given, doors[i].meant, doors[i].refused);
}

#endif
