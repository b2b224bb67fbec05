/* Words that are searched for, as the word index is asked for them: as they were typed, and as they
 * might be spelled otherwise. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum {
	SPELLINGS = 24, /* of one word; the further ones are further from what was typed */
	PAIRS = 3       /* of words that are tried as one */
};

static void add_beginning(struct text *t, const char *word)
{
	text_add(t, "\"");
	for (const char *c = word; *c != '\0'; c++)
		text_add_bytes(t, *c == '"' ? "\"\"" : c, *c == '"' ? 2 : 1);
	text_add(t, "\"*");
}

/* Another word's beginning is a beginning of this one: the index finds this one by it. */
static bool is_found_by(const char *const *all, size_t count, size_t at)
{
	for (size_t i = 0; i < count; i++) {
		if (i != at && text_starts(all[at], all[i]))
			return true;
	}
	return false;
}

/* `names` NULL: as it was typed only. True: there is another spelling. */
static bool add_spellings(struct text *t, const struct name_sense *names, const char *word)
{
	const char *all[SPELLINGS] = { word };
	size_t count = names == NULL ? 1 : name_spellings(names, word, t->a, all, SPELLINGS);
	const char *between = "(";
	for (size_t i = 0; i < count; i++) {
		if (is_found_by(all, count, i))
			continue;
		text_add(t, between);
		add_beginning(t, all[i]);
		between = " OR ";
	}
	text_add(t, ")");
	return count > 1;
}

/* "M.Yusuf" may stand as one word or as several. */
static bool add_word(struct text *t, const struct name_sense *names, const struct search_word *w)
{
	bool more = false;
	text_add(t, "(");
	if (add_spellings(t, names, w->joined))
		more = true;
	const char *s = w->parted;
	for (bool first = true; *s != '\0'; first = false) {
		size_t length = strcspn(s, " ");
		text_add(t, first ? " OR (" : " AND ");
		if (add_spellings(t, names, arena_copy(t->a, s, length)))
			more = true;
		s += length;
		s += strspn(s, " ");
		text_add(t, *s == '\0' ? ")" : "");
	}
	text_add(t, ")");
	return more;
}

/* All words; those at `pair` and behind it as one, if there are so many. */
static bool add_words(struct text *t, const struct name_sense *names, const struct search_words *w,
                      size_t pair)
{
	bool more = false;
	text_add(t, "(");
	for (size_t i = 0; i < w->count; i++) {
		struct search_word one = w->items[i];
		text_add(t, i > 0 ? " AND " : "");
		if (i == pair)
			one = (struct search_word){
				arena_print(t->a, "%s%s", one.joined, w->items[++i].joined), ""
			};
		if (add_word(t, names, &one))
			more = true;
	}
	text_add(t, ")");
	return more;
}

void search_words(const char *search, struct arena *a, struct search_words *out)
{
	size_t capacity = 0;
	*out = (struct search_words){ .match = "" };
	const char *s = text_clean(a, search, strlen(search), false);
	for (size_t length; *s != '\0'; s += length) {
		length = strcspn(s, " ");
		const char *word = arena_copy(a, s, length);
		const char *joined = text_fold(a, word), *parted = text_fold_parts(a, word);
		length += strspn(s + length, " ");
		if (text_is_empty(joined))
			continue;
		out->items = list_grow(a, out->items, out->count, &capacity, sizeof *out->items);
		out->items[out->count++] =
		    (struct search_word){ joined, text_same(joined, parted) ? "" : parted };
	}
	if (out->count == 0)
		return;
	struct text match = text_start(a);
	(void)add_words(&match, NULL, out, out->count);
	out->match = match.s;
}

const char *search_alike(const struct search_words *w, const struct name_sense *names,
                         struct arena *a)
{
	struct text alike = text_start(a);
	text_add(&alike, "(");
	bool more = add_words(&alike, names, w, w->count);
	for (size_t i = 0; i + 1 < w->count && i < PAIRS; i++, more = true) {
		text_add(&alike, " OR ");
		(void)add_words(&alike, names, w, i);
	}
	text_add(&alike, ") NOT ");
	text_add(&alike, w->match);
	return more ? alike.s : "";
}
