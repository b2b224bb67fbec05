/* The step, and the act of it, that a word names: "5", "skum", "skum.terbit". */
#include <string.h>

#include "loket/list.h"

#include "calls.h"

static const struct step *step_named(const struct cmd *c, const char *name)
{
	long long number;
	const struct sop *sop = &c->book->sop;
	if (text_number(name, 1, (long long)sop->step_count, &number))
		name = sop->steps[number - 1].key;
	for (size_t i = 0; i < court_step_count; i++) {
		if (text_same(court_steps[i]->key, name))
			return court_steps[i];
	}
	return NULL;
}

static bool no_such_step(const struct cmd *c, const char *name, struct fault *why)
{
	struct text all = text_start(c->a);
	for (size_t i = 0; i < court_step_count; i++)
		text_addf(&all, "%s%s", i > 0 ? ", " : "", court_steps[i]->key);
	return fault_set(why, FAULT_MISUSE, N_("Tidak ada langkah %1; pilihannya: %2"), name,
	                 all.s);
}

static bool no_such_act(const struct cmd *c, const struct step *step, const char *key,
                        struct fault *why)
{
	struct text all = text_start(c->a);
	for (size_t i = 0; i < step->act_count; i++)
		text_addf(&all, "%s%s", i > 0 ? ", " : "", act_key(step->acts[i]));
	return fault_set(why, FAULT_MISUSE,
	                 N_("Tidak ada tindakan %1 pada langkah %2; pilihannya: %3"), key,
	                 step->key, all.s);
}

bool act_named(const struct cmd *c, const char *word, const struct step **step,
               const struct act **act, struct fault *why)
{
	size_t n = strcspn(word, ".");
	const char *name = arena_copy(c->a, word, n);
	*act = NULL;
	*step = step_named(c, name);
	if (*step == NULL)
		return no_such_step(c, name, why);
	if (word[n] != '.')
		return true;
	*act = act_find((*step)->key, word + n + 1);
	return *act != NULL || no_such_act(c, *step, word + n + 1, why);
}
