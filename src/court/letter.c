#include "loket/letter.h"

#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#define DOTS "......................"

const char *const letter_axes[LETTER_AXES] = { "channel", "outcome", "side",
	                                       "person",  "kuasa",   "request" };

void letter_place(struct letter_places *p, struct arena *a, const char *name, const char *value)
{
	p->items = list_grow(a, p->items, p->count, &p->capacity, sizeof *p->items);
	p->items[p->count++] = (struct letter_place){ name, value == NULL ? "" : value };
}

static bool is_one_of(const struct letter_when *when, const char *key)
{
	for (size_t i = 0; i < when->count; i++) {
		if (text_same(when->keys[i], key))
			return true;
	}
	return when->count == 0;
}

bool letter_holds(const struct letter_when when[LETTER_AXES], const struct letter_case *of)
{
	for (size_t i = 0; i < LETTER_AXES; i++) {
		if (!is_one_of(&when[i], of->of[i]))
			return false;
	}
	return true;
}

/* ---- a sentence with its names filled in ---- */

/* One sentence while it is written. */
struct letter_filling {
	const struct letter_places *places;
	struct letter_lines *out;
	struct arena *a;
	struct text text;
	size_t group; /* length of the text where a bracket began */
	bool grouped; /* inside brackets */
	bool gap;     /* a name in these brackets has nothing */
};

static const char *value_of(const struct letter_places *p, const char *name, size_t length)
{
	for (size_t i = 0; i < p->count; i++) {
		const char *known = p->items[i].name;
		if (strlen(known) == length && strncmp(known, name, length) == 0)
			return p->items[i].value;
	}
	return "";
}

static void lack(struct letter_filling *w, const char *name, size_t length)
{
	struct letter_lines *out = w->out;
	out->lacks = list_grow(w->a, out->lacks, out->lack_count, &out->lack_capacity,
	                       sizeof *out->lacks);
	out->lacks[out->lack_count++] = arena_copy(w->a, name, length);
	text_add(&w->text, DOTS);
}

/* "{one|other}": the first that has something. Returns what follows it. */
static const char *put_place(struct letter_filling *w, const char *at)
{
	size_t all = strcspn(at, "}"), first = strcspn(at, "|}");
	for (size_t from = 0; from < all; from += 1 + strcspn(at + from, "|}")) {
		const char *value = value_of(w->places, at + from, strcspn(at + from, "|}"));
		if (text_is_empty(value))
			continue;
		text_add(&w->text, value);
		return at + all + 1;
	}
	w->gap = true;
	if (!w->grouped)
		lack(w, at, first);
	return at + all + 1;
}

static void close_group(struct letter_filling *w)
{
	if (w->gap)
		text_cut(&w->text, w->group);
	w->grouped = false;
}

static const char *sentence_text(struct letter_filling *w, const char *at)
{
	w->text = text_start(w->a);
	while (*at != '\0') {
		size_t plain = strcspn(at, "{[]");
		text_add_bytes(&w->text, at, plain);
		at += plain;
		switch (*at) {
		case '{':
			at = put_place(w, at + 1);
			break;
		case '[':
			w->group = w->text.length;
			w->grouped = true;
			w->gap = false;
			at++;
			break;
		case ']':
			close_group(w);
			at++;
			break;
		default:
			break;
		}
	}
	return w->text.s;
}

const char *letter_text(const char *text, const struct letter_places *p, struct arena *a)
{
	struct letter_lines lacks = { 0 };
	struct letter_filling w = { .places = p, .out = &lacks, .a = a };
	return sentence_text(&w, text);
}

void letter_write(const struct letter *l, const struct letter_case *of,
                  const struct letter_places *p, struct arena *a, struct letter_lines *out)
{
	struct letter_filling w = { .places = p, .out = out, .a = a };
	*out = (struct letter_lines){ 0 };
	for (size_t i = 0; i < l->part_count; i++) {
		const struct letter_part *part = &l->parts[i];
		for (size_t k = 0; k < part->count; k++) {
			const struct letter_sentence *s = &part->sentences[k];
			if (!letter_holds(s->when, of))
				continue;
			const char *text = sentence_text(&w, s->text);
			if (text_is_empty(text))
				continue;
			out->items = list_grow(a, out->items, out->count, &out->capacity,
			                       sizeof *out->items);
			out->items[out->count++] = (struct letter_line){ part, s, text };
		}
	}
}

const char *letter_says(const struct letter_lines *lines, const char *part)
{
	for (size_t i = 0; i < lines->count; i++) {
		if (text_same(lines->items[i].part->key, part))
			return lines->items[i].text;
	}
	return "";
}

/* ---- is a text of the file well written? ---- */

static bool is_known(const char *const *known, const char *name, size_t length)
{
	for (; *known != NULL; known++) {
		if (strlen(*known) == length && strncmp(*known, name, length) == 0)
			return true;
	}
	return false;
}

/* The first name of "one|other}" that is not known; NULL: all are. */
static const char *strange_name(const char *at, const char *const *known, struct arena *a)
{
	size_t all = strcspn(at, "}");
	for (size_t from = 0; from <= all; from += 1 + strcspn(at + from, "|}")) {
		size_t length = strcspn(at + from, "|}");
		if (!is_known(known, at + from, length))
			return arena_copy(a, at + from, length);
	}
	return NULL;
}

const char *letter_text_fault(const char *text, const char *const *known, struct arena *a)
{
	bool open = false;
	for (const char *at = text; *(at += strcspn(at, "{}[]")) != '\0'; at++) {
		const char *strange;
		if (*at == '}' || (*at == '[' && open) || (*at == ']' && !open))
			return arena_copy(a, at, 1);
		if (*at == '[' || *at == ']') {
			open = *at == '[';
			continue;
		}
		if (at[strcspn(at, "}")] == '\0')
			return "{";
		if ((strange = strange_name(at + 1, known, a)) != NULL)
			return strange;
		at += strcspn(at, "}");
	}
	return open ? "[" : NULL;
}
