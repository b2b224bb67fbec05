/* What came back from a place before: of the letters and calls to a village, and to a street of it,
 * how many did not reach the party, and why the last of them did not. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* Words that do not tell one street from another. */
static const char *const usual[] = { "jalan", "jl",   "jln",       "gang",  "gg",
	                             "nomor", "no",   "blok",      "rt",    "rw",
	                             "rtrw",  "desa", "kelurahan", "dusun", "kampung" };

/* A number is the house's. */
static bool names_street(const char *word)
{
	for (size_t i = 0; i < COUNT_OF(usual); i++) {
		if (text_same(word, usual[i]))
			return false;
	}
	return strcspn(word, "0123456789") == strlen(word);
}

/* Does the address have every word that names the street? One without such words is on none. */
static bool is_on(const char *street, const char *address, struct arena *a)
{
	size_t named = 0;
	const char *all = arena_print(a, " %s ", text_fold_parts(a, address));
	for (const char *at = text_fold_parts(a, street); *at != '\0';) {
		size_t n = strcspn(at, " ");
		const char *word = arena_copy(a, at, n);
		at += n + strspn(at + n, " ");
		if (!names_street(word))
			continue;
		named++;
		if (strstr(all, arena_print(a, " %s ", word)) == NULL)
			return false;
	}
	return named > 0;
}

struct attempts {
	const struct place_call *last; /* that did not reach the party */
	int failed, all;
};

static void count_one(const struct rulebook *b, const struct place_call *call, struct attempts *t)
{
	const struct outcome_kind *kind = rulebook_outcome(b, call->outcome);
	if (kind == NULL || kind->open)
		return;
	t->all++;
	if (kind->proper)
		return;
	t->failed++;
	t->last = t->last == NULL ? call : t->last;
}

static const char *attempts_words(const struct rulebook *b, const struct attempts *t,
                                  const char *place, struct arena *a)
{
	char on[16];
	const struct outcome_kind *kind = rulebook_outcome(b, t->last->outcome);
	day_show(t->last->served, on, sizeof on);
	const char *last = say(a, "%1: %2", on, kind->name);
	const char *counts = say(a, N_("%1 dari %2"), number_text(t->failed, a),
	                         number_text(t->all, a));
	return say(a, N_("%1: %2 panggilan tidak sampai, terakhir %3"), place, counts, last);
}

const char *address_weather(const struct rulebook *b, const char *street,
                            const struct place_call *calls, size_t count, struct arena *a)
{
	struct attempts here = { 0 }, there = { 0 };
	for (size_t i = 0; i < count; i++) {
		count_one(b, &calls[i], &there);
		if (is_on(street, calls[i].address, a))
			count_one(b, &calls[i], &here);
	}
	if (here.failed > 0)
		return attempts_words(b, &here, N_("Di jalan ini"), a);
	return there.failed > 0 ? attempts_words(b, &there, N_("Di desa ini"), a) : "";
}
