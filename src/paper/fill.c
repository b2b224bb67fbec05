/* Places in a pattern, filled from the names around it. */
#include <glib.h>
#include <string.h>

#include "private.h"

/* Of a name looked up and not found in a row the next scope outward is asked: a row may use any
 * name of its view, and a name of a row hides the view's. */
static const char *row_find(const struct row *row, const char *name, size_t length)
{
	for (size_t i = 0; row && i < row->count; i++) {
		const struct view_value *v = &row->items[i];
		if (strncmp(v->name, name, length) == 0 && !v->name[length])
			return v->text;
	}
	return NULL;
}

static const char *find(const struct scope *s, const char *name, size_t length)
{
	for (; s; s = s->outer) {
		const char *text = row_find(s->row, name, length);
		if (text)
			return text;
	}
	return "";
}

const char *scope_find(const struct scope *s, const char *name)
{
	return find(s, name, strlen(name));
}

bool scope_has(const struct scope *s, const char *name, const char *is)
{
	const char *text = scope_find(s, name);
	if (is)
		return text_same(text, is);
	return !text_is_empty(text) || view_rows(s->view, name)->count > 0;
}

static void add_number(const struct scope *s, struct text *out)
{
	while (s && !s->number)
		s = s->outer;
	if (s)
		text_addf(out, "%zu", s->number);
}

static void add_capitals(const char *text, struct text *out)
{
	char *capitals = g_utf8_strup(text, -1);
	text_add(out, capitals);
	g_free(capitals);
}

/* One place, without its braces: #, name, name^, name|else. */
static void add_place(const struct scope *s, const char *place, size_t length, struct text *out)
{
	if (length == 1 && *place == '#') {
		add_number(s, out);
		return;
	}
	const char *bar = memchr(place, '|', length);
	size_t name = bar ? (size_t)(bar - place) : length;
	bool capitals = name > 0 && place[name - 1] == '^';
	const char *text = find(s, place, capitals ? name - 1 : name);
	if (capitals) {
		add_capitals(text, out);
	} else if (text_is_empty(text) && bar) {
		text_add_bytes(out, bar + 1, length - name - 1);
	} else {
		text_add(out, text);
	}
}

const char *scope_fill(const struct scope *s, const char *pattern, struct arena *a)
{
	struct text out = text_start(a);
	while (*pattern) {
		size_t plain = strcspn(pattern, "{");
		text_add_bytes(&out, pattern, plain);
		pattern += plain;
		const char *end = *pattern ? strchr(pattern, '}') : NULL;
		if (!end) {
			text_add(&out, pattern);
			break;
		}
		add_place(s, pattern + 1, (size_t)(end - pattern) - 1, &out);
		pattern = end + 1;
	}
	return out.s;
}
