/* What may stand at a place of a command line, by the table and the court's data: for the shells'
 * completion and the desk's. */
#include <string.h>

#include "loket/list.h"

#include "calls.h"

static void add_word(struct text *t, const char *word)
{
	text_addf(t, "%s%s", t->length > 0 ? " " : "", word);
}

static void add_first_words(const struct cmd *c, struct text *t)
{
	for (size_t i = 0; i < c->table->call_count; i++) {
		const char *name = c->table->calls[i].name;
		size_t n = strcspn(name, " ");
		if (i == 0 || !call_in_family(&c->table->calls[i - 1], arena_copy(c->a, name, n)))
			add_word(t, arena_copy(c->a, name, n));
	}
}

static void add_steps(const struct cmd *c, struct text *t)
{
	for (size_t i = 0; i < c->book->sop.step_count; i++)
		add_word(t, c->book->sop.steps[i].key);
}

static void add_acts(const struct cmd *c, struct text *t)
{
	add_steps(c, t);
	for (size_t i = 0; i < court_step_count; i++) {
		for (size_t k = 0; k < court_steps[i]->act_count; k++)
			add_word(t, court_steps[i]->acts[k]->name);
	}
}

static void add_types(const struct cmd *c, struct text *t)
{
	for (size_t i = 0; i < c->book->type_count; i++)
		add_word(t, c->book->types[i].id);
}

static void add_roles(const struct cmd *c, struct text *t)
{
	for (size_t i = 0; i < c->book->rights.role_count; i++)
		add_word(t, c->book->rights.roles[i].key);
}

static void add_alurs(const struct cmd *c, struct text *t)
{
	for (size_t i = 0; i < c->book->alur_count; i++)
		add_word(t, c->book->alurs[i].code);
}

static void add_banks(const struct cmd *c, struct text *t)
{
	const struct choices *all = choices_named(c->book->lists, c->book->list_count, "bank-va");
	for (size_t i = 0; all != NULL && i < all->count; i++)
		add_word(t, all->items[i].value);
}

/* The kinds of values that the table writes in capitals. */
static const struct {
	const char *name;
	void (*add)(const struct cmd *c, struct text *t);
} values[] = {
	{ "PERINTAH", add_first_words },
	{ "LANGKAH", add_steps },
	{ "LANGKAH[.TINDAKAN", add_acts },
	{ "JENIS", add_types },
	{ "PERAN", add_roles },
	{ "ALUR", add_alurs },
	{ "BANK", add_banks },
};

struct offer offer_of(const struct cmd *c, const char *pattern)
{
	struct text t = text_start(c->a);
	struct offer out = { OFFER_NOTHING, "" };
	for (const char *part; (part = pattern_next(&pattern, c->a)) != NULL;) {
		if (text_starts(part, "BERKAS") || text_starts(part, "FOLDER") ||
		    text_starts(part, "CADANGAN"))
			out.kind = OFFER_FILES;
		else if (text_starts(part, "ISIAN="))
			out.kind = OFFER_FIELDS;
		else if (pattern_is_literal(part))
			add_word(&t, part);
		for (size_t i = 0; i < COUNT_OF(values); i++) {
			if (text_same(values[i].name, part))
				values[i].add(c, &t);
		}
	}
	out.words = t.s;
	if (t.length > 0)
		out.kind = OFFER_WORDS;
	return out;
}
