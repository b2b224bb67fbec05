/* The row of the table that words name, or what was meant by them. */
#include <string.h>

#include "calls.h"

bool call_in_family(const struct call *call, const char *family)
{
	size_t n = strcspn(call->name, " ");
	return strlen(family) == n && strncmp(call->name, family, n) == 0;
}

const struct call *call_named(const struct call_table *t, const char *const *words, size_t count)
{
	for (size_t i = 0; i < t->call_count; i++) {
		const char *second = strchr(t->calls[i].name, ' ');
		bool two = count > 1 && second != NULL;
		if (call_in_family(&t->calls[i], words[0]) &&
		    (second == NULL || (two && text_same(words[1], second + 1))))
			return &t->calls[i];
	}
	return NULL;
}

/* "stauts" is meant to be "status", and "lst" behind a family's name "list". */
static const char *call_meant(const struct call_table *t, const char *family, const char *word,
                              struct arena *a)
{
	struct guess g = guess_start(word);
	for (size_t i = 0; i < t->call_count; i++) {
		const char *name = t->calls[i].name;
		if (family == NULL)
			guess_try(&g, arena_copy(a, name, strcspn(name, " ")));
		else if (call_in_family(&t->calls[i], family))
			guess_try(&g, strchr(name, ' ') + 1);
	}
	if (g.best == NULL || family == NULL)
		return g.best;
	return arena_print(a, "%s %s", family, g.best);
}

/* The second words of a family, with commas; "" : there is no such family. */
static const char *family_words(const struct call_table *t, const char *family, struct arena *a)
{
	struct text all = text_start(a);
	for (size_t i = 0; i < t->call_count; i++) {
		if (call_in_family(&t->calls[i], family))
			text_addf(&all, "%s%s", all.length > 0 ? ", " : "",
			          strchr(t->calls[i].name, ' ') + 1);
	}
	return all.s;
}

static bool no_such_call(const struct call_table *t, const char *const *words, size_t count,
                         struct arena *a, struct fault *why)
{
	const char *first = words[0], *all = family_words(t, first, a);
	bool family = !text_is_empty(all);
	if (family && count == 1)
		return fault_set(why, FAULT_MISUSE, N_("Perintah %1 belum lengkap: %2"), first,
		                 all);
	const char *meant = call_meant(t, family ? first : NULL, words[family ? 1 : 0], a);
	if (meant != NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Perintah %1 tidak dikenal; maksudnya loket %2?"),
		                 family ? arena_print(a, "%s %s", first, words[1]) : first, meant);
	if (family)
		return fault_set(why, FAULT_MISUSE, N_("Perintah %1 %2 tidak dikenal; ada: %3"),
		                 first, words[1], all);
	return fault_set(why, FAULT_MISUSE, N_("Perintah %1 tidak dikenal; lihat loket help"),
	                 first);
}

const struct call *call_find(const struct call_table *t, const char *const *words, size_t count,
                             struct arena *a, struct fault *why)
{
	const struct call *found = call_named(t, words, count);
	if (found == NULL)
		(void)no_such_call(t, words, count, a, why);
	return found;
}
