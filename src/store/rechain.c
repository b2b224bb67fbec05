/* A new edition of the schema may write rows otherwise: what fitted the chain before and does not
 * after gets a new row of it. What did not fit before stays as it is, and is found. */
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "chained.h"

struct chain_unfit {
	struct arena *a;
	const char **names; /* table, row and part, in order */
	size_t count, capacity;
};

static const char *name_of(const struct chain_row *r, struct arena *a)
{
	return arena_print(a, "%s\x1f%s\x1f%s", r->of, r->row, r->part);
}

static int by_name(const void *one, const void *other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static bool unfit_keep(struct rows_wrong *w, enum audit_what what, const struct chain_kind *k,
                       const struct chain_row *r, struct fault *why)
{
	(void)what;
	(void)k;
	(void)why;
	struct chain_unfit *all = w->context;
	all->names = list_grow(all->a, all->names, all->count, &all->capacity, sizeof *all->names);
	all->names[all->count++] = name_of(r, all->a);
	return true;
}

bool chain_before(struct store *s, struct arena *a, struct chain_unfit **out, struct fault *why)
{
	struct chain_unfit *all = arena_get(a, 1, sizeof *all);
	struct rows_wrong w = { s, unfit_keep, all };
	all->a = a;
	*out = all;
	s->upgrades = true;
	bool good = chain_open(s, false, why) && rows_compare(&w, why);
	s->upgrades = false;
	if (good && all->count > 1)
		qsort(all->names, all->count, sizeof *all->names, by_name);
	chain_close(s); /* its statements are of the old tables */
	return good;
}

static bool changed_note(struct rows_wrong *w, enum audit_what what, const struct chain_kind *k,
                         const struct chain_row *r, struct fault *why)
{
	(void)what;
	const struct chain_unfit *all = w->context;
	const char *name = name_of(r, all->a);
	return (all->count > 0 &&
	        bsearch(&name, all->names, all->count, sizeof *all->names, by_name) != NULL) ||
	       chain_note(w->s, k, r, why);
}

bool chain_after(struct store *s, struct chain_unfit *before, struct fault *why)
{
	struct rows_wrong w = { s, changed_note, before };
	return chain_open(s, true, why) && rows_compare(&w, why);
}
