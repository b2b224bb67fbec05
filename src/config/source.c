/* Reading attributes and children, and faults with file and line. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { SENTENCE = 256 };

bool refuse_(struct source *s, const struct xml_node *n, const char *text, ...)
{
	char said[SENTENCE];
	va_list words;
	va_start(words, text);
	message_fill_rest(message_in_language(text), words, said, sizeof said);
	va_end(words);
	return xml_refuse(s->x, n, s->why, "%1", said);
}

const char *text_of(struct source *s, const struct xml_node *n, const char *attribute)
{
	return xml_attribute(n, attribute, "", s->a);
}

int64_t number_of(struct source *s, const struct xml_node *n, const char *attribute)
{
	long long number = 0;
	return text_number(text_of(s, n, attribute), 0, INT64_MAX, &number) ? number : 0;
}

bool yes_of(struct source *s, const struct xml_node *n, const char *attribute)
{
	return text_same(text_of(s, n, attribute), "yes");
}

bool day_of(struct source *s, const struct xml_node *n, const char *attribute, day *out)
{
	const char *iso = text_of(s, n, attribute);
	*out = DAY_NONE;
	if (text_is_empty(iso) || day_iso_parse(iso, out))
		return true;
	return refuse(s, n, N_("%1=\"%2\" bukan tanggal; tulis tahun-bulan-hari, tahun 1800-2200"),
	              attribute, iso);
}

size_t count_of(const struct xml_node *n, const char *child)
{
	size_t count = 0;
	for (n = xml_child(n, child); n != NULL; n = xml_next(n, child))
		count++;
	return count;
}

struct source_words {
	const char **items;
	size_t count, capacity;
};

static void word_add(struct source *s, struct source_words *w, const char *word)
{
	w->items = list_grow(s->a, w->items, w->count, &w->capacity, sizeof *w->items);
	w->items[w->count++] = word;
}

size_t words_in(struct source *s, const char *at, const char *const **out)
{
	struct source_words words = { 0 };
	while (*at != '\0') {
		size_t length = strcspn(at, " ");
		if (length > 0)
			word_add(s, &words, arena_copy(s->a, at, length));
		at += length;
		at += strspn(at, " ");
	}
	*out = words.items;
	return words.count;
}

size_t words_of(struct source *s, const struct xml_node *n, const char *attribute,
                const char *const **out)
{
	return words_in(s, text_of(s, n, attribute), out);
}

size_t contents_of(struct source *s, const struct xml_node *n, const char *child,
                   const char *const **out)
{
	struct source_words words = { 0 };
	for (n = xml_child(n, child); n != NULL; n = xml_next(n, child))
		word_add(s, &words, xml_content(n, s->a));
	*out = words.items;
	return words.count;
}

/* ---- keys ---- */

struct element_key {
	const char *text;
	const struct xml_node *node;
};

/* Equal keys are in the order of their lines, so that the later one is refused. */
static int key_order(const void *a, const void *b)
{
	const struct element_key *one = a, *other = b;
	int order = strcmp(one->text, other->text);
	return order != 0 ? order : xml_line(one->node) - xml_line(other->node);
}

bool keys_differ(struct source *s, const struct xml_node *n, const char *child,
                 const char *attribute)
{
	size_t count = 0;
	struct element_key *keys = arena_get(s->a, count_of(n, child) + 1, sizeof *keys);
	for (n = xml_child(n, child); n != NULL; n = xml_next(n, child))
		keys[count++] = (struct element_key){ .text = text_of(s, n, attribute), .node = n };
	qsort(keys, count, sizeof *keys, key_order);
	for (size_t i = 1; i < count; i++) {
		if (!text_same(keys[i - 1].text, keys[i].text))
			continue;
		return refuse(s, keys[i].node,
		              N_("%1=\"%2\" sudah ada di atasnya; setiap %1 hanya sekali"),
		              attribute, keys[i].text);
	}
	return true;
}

struct choice *list_make(struct source *s, const char *name, size_t count)
{
	struct named_lists *lists = s->lists;
	lists->items = list_grow(s->a, lists->items, lists->count, &lists->capacity,
	                         sizeof *lists->items);
	struct choice *items = arena_get(s->a, count + 1, sizeof *items);
	lists->items[lists->count++] =
	    (struct choices){ .name = name, .items = items, .count = count };
	return items;
}

void list_tag(struct source *s, const char *name, const char *const *tags)
{
	for (size_t i = 0; i < s->lists->count; i++) {
		if (text_same(s->lists->items[i].name, name))
			s->lists->items[i].tags = tags;
	}
}
