/* What the words of a command's row say. */
#include <string.h>

#include "calls.h"

option_set call_options(const struct call_table *t, const struct call *call)
{
	return call->options | t->of_all | (call->need >= NEEDS_OWNER ? t->of_person : 0);
}

/* "[KATA…]" is KATA. */
static const char *bare(char *word)
{
	word += strspn(word, "[");
	word[strcspn(word, "]")] = '\0';
	char *again = strstr(word, "…");
	if (again != NULL)
		memmove(again, again + strlen("…"), strlen(again + strlen("…")) + 1);
	return word;
}

/* The words at these places, one after another; NULL at the end. "[--" is none. */
static char *word_next(const char **at, struct arena *a)
{
	while (**at != '\0') {
		size_t length = strcspn(*at, " ");
		char *word = arena_copy(a, *at, length);
		*at += length;
		*at += strspn(*at, " ");
		if (!text_same(word, "[--"))
			return word;
	}
	return NULL;
}

size_t call_places(const struct call *call, bool *repeats, struct arena *a)
{
	size_t count = 0;
	const char *at = call->words;
	*repeats = false;
	for (const char *word; (word = word_next(&at, a)) != NULL; count++)
		*repeats = strstr(word, "…") != NULL;
	return count;
}

const char *call_word(const struct call *call, size_t place, struct arena *a)
{
	bool repeats;
	size_t count = call_places(call, &repeats, a);
	const char *at = call->words;
	char *word = NULL;
	if (count == 0 || (place >= count && !repeats))
		return "";
	for (size_t i = 0; i <= place && i < count; i++)
		word = word_next(&at, a);
	return bare(word);
}

const char *pattern_next(const char **rest, struct arena *a)
{
	if (**rest == '\0')
		return NULL;
	size_t n = strcspn(*rest, "|");
	const char *part = arena_copy(a, *rest, n);
	*rest += n + ((*rest)[n] == '|');
	return part;
}

bool pattern_is_literal(const char *part)
{
	return part[0] != '\0' && strcspn(part, "abcdefghijklmnopqrstuvwxyz") < strlen(part) &&
	       !text_starts(part, "BERKAS");
}
