/* Names and case numbers as they are found and compared. The spellings that mean the same are data
 * of the court (data/names.xml). */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum {
	WHOLE_LEAST = 4, /* letters from which a word half typed may be one of several spellings */
	CHANGES_MOST = 3 /* sounds spelled otherwise in one word */
};

/* ---- to be found by ---- */

const char *name_key(const char *name, struct arena *a)
{
	const char *joined = text_fold(a, name), *parted = text_fold_parts(a, name);
	return text_same(joined, parted) ? joined : arena_print(a, "%s %s", joined, parted);
}

bool case_number_key(const char *typed, struct arena *a, const char **out)
{
	struct text key = text_start(a);
	const char *at = typed;
	at += strcspn(at, "0123456789");
	/* only a word for "number" may stand before it */
	const char *before = text_fold(a, arena_copy(a, typed, (size_t)(at - typed)));
	if (*before != '\0' && !text_same(before, "no") && !text_same(before, "nomor"))
		return false;
	at += strspn(at, "0");
	size_t digits = strspn(at, "0123456789");
	text_add_bytes(&key, at, digits);
	at += digits;
	at += strspn(at, " ");
	if (digits == 0 || *at != '/')
		return false;
	while (*at == '/') {
		at++;
		size_t length = strcspn(at, "/");
		const char *part = text_fold(a, arena_copy(a, at, length));
		text_add(&key, "/");
		for (; *part != '\0'; part++)
			text_add_bytes(&key, part, *part != ' ');
		at += length;
	}
	*out = key.s;
	return true;
}

/* ---- one sound, several letters ---- */

/* The longest spelling of a sound that stands at `s`; 0: none does. */
static size_t sound_at(const struct name_sense *n, const char *s, const struct spellings **out)
{
	size_t longest = 0;
	for (size_t i = 0; i < n->sound_count; i++) {
		for (size_t k = 0; k < n->sounds[i].count; k++) {
			const char *spelling = n->sounds[i].items[k];
			if (*spelling != *s || !text_starts(s, spelling))
				continue;
			size_t length = strlen(spelling);
			if (length <= longest)
				continue;
			longest = length;
			*out = &n->sounds[i];
		}
	}
	return longest;
}

/* Is the word one of these, or what one of them begins with? */
static bool spelled(const struct spellings *w, const char *word)
{
	bool begun = strlen(word) >= WHOLE_LEAST;
	for (size_t i = 0; i < w->count; i++) {
		if (text_same(w->items[i], word) || (begun && text_starts(w->items[i], word)))
			return true;
	}
	return false;
}

static void add_usual(const struct name_sense *n, const char *word, struct text *out)
{
	const struct spellings *sound;
	for (size_t i = 0; i < n->word_count; i++) {
		for (size_t k = 0; k < n->words[i].count; k++) {
			if (!text_same(n->words[i].items[k], word))
				continue;
			add_usual(&(struct name_sense){ .sounds = n->sounds,
			                                .sound_count = n->sound_count },
			          n->words[i].items[0], out);
			return;
		}
	}
	for (size_t length; *word != '\0'; word += length) {
		length = sound_at(n, word, &sound);
		if (length > 0)
			text_add(out, sound->items[0]);
		else
			text_add_bytes(out, word, length = 1);
	}
}

const char *name_sense(const struct name_sense *n, const char *name, struct arena *a)
{
	struct text out = text_start(a);
	const char *s = text_fold_parts(a, name);
	for (size_t length; *s != '\0'; s += length) {
		length = strcspn(s, " ");
		add_usual(n, arena_copy(a, s, length), &out);
		length += strspn(s + length, " ");
	}
	return out.s;
}

/* ---- other spellings ---- */

struct spelling {
	const struct name_sense *n;
	struct text begun;
	const char **out;
	size_t count, most;
};

static void spelling_add(struct spelling *w, const char *word)
{
	for (size_t i = 0; i < w->count; i++) {
		if (text_same(w->out[i], word))
			return;
	}
	if (w->count < w->most)
		w->out[w->count++] = arena_text(w->begun.a, word);
}

static void spell(struct spelling *w, const char *rest, int changes);

/* What goes on with `sound` and then as `rest`. */
static void spell_on(struct spelling *w, const char *sound, size_t length, const char *rest,
                     int changes)
{
	size_t before = w->begun.length;
	text_add_bytes(&w->begun, sound, length);
	spell(w, rest, changes);
	text_cut(&w->begun, before);
}

/* What is begun and ends as `rest` with exactly so many sounds spelled otherwise. */
static void spell(struct spelling *w, const char *rest, int changes)
{
	const struct spellings *sound;
	size_t length = sound_at(w->n, rest, &sound);
	if (w->count == w->most)
		return;
	if (*rest == '\0') {
		if (changes == 0)
			spelling_add(w, w->begun.s);
		return;
	}
	for (size_t i = 0; changes > 0 && length > 0 && i < sound->count; i++) {
		const char *other = sound->items[i];
		if (strlen(other) != length || !text_starts(rest, other))
			spell_on(w, other, strlen(other), rest + length, changes - 1);
	}
	length = length == 0 ? 1 : length;
	spell_on(w, rest, length, rest + length, changes);
}

size_t name_spellings(const struct name_sense *n, const char *word, struct arena *a,
                      const char **out, size_t most)
{
	struct spelling w = { .n = n, .begun = text_start(a), .out = out, .most = most };
	spelling_add(&w, word);
	for (size_t i = 0; i < n->word_count; i++) {
		for (size_t k = 0; spelled(&n->words[i], word) && k < n->words[i].count; k++)
			spelling_add(&w, n->words[i].items[k]);
	}
	for (int changes = 1; changes <= CHANGES_MOST; changes++)
		spell(&w, word, changes);
	return w.count;
}
