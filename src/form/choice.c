/* Closed lists, and the two kinds that choose from them. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

void choices_fold(struct choices *c, struct arena *a)
{
	struct choice_key *keys = arena_get(a, c->count + 1, sizeof *keys);
	for (size_t i = 0; i < c->count; i++)
		keys[i] = (struct choice_key){ text_fold_words(a, c->items[i].label),
			                       text_fold_words(a, c->items[i].note),
			                       text_fold_words(a, _(c->items[i].label)) };
	c->keys = keys;
}

const struct choice *choices_find(const struct choices *c, const char *value)
{
	for (size_t i = 0; i < c->count; i++) {
		if (text_same(c->items[i].value, value))
			return &c->items[i];
	}
	return NULL;
}

static bool has_tag(const char *tags, const char *word)
{
	size_t length = strlen(word);
	for (const char *at = tags; *at != '\0'; at += strspn(at, " ")) {
		size_t one = strcspn(at, " ");
		if (one == length && memcmp(at, word, length) == 0)
			return true;
		at += one;
	}
	return false;
}

bool choices_tagged(const struct choices *c, const char *value, const char *word)
{
	const struct choice *found = c->tags == NULL ? NULL : choices_find(c, value);
	return found != NULL && has_tag(c->tags[found - c->items], word);
}

const struct choices *choices_named(const struct choices *lists, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (text_same(lists[i].name, name))
			return &lists[i];
	}
	return NULL;
}

const struct choices *field_choices(const struct field *field, const struct form_scope *s)
{
	if (field->kind != KIND_CHOICE)
		return NULL;
	if (field->choices != NULL)
		return field->choices;
	return s == NULL ? NULL : choices_named(s->lists, s->list_count, field->from);
}

/* ---- what was typed, found in a list ---- */

/* Does a word of `label` begin with the `length` bytes at `word`? Both folded. */
static bool has_word(const char *label, const char *word, size_t length)
{
	while (*label != '\0') {
		if (strncmp(label, word, length) == 0)
			return true;
		label += strcspn(label, " ");
		label += strspn(label, " ");
	}
	return false;
}

/* Every word of `typed` begins one of the label's, in either language, or the note's, in whatever
 * order. */
static bool fits(const struct choice_key *c, const char *typed)
{
	while (*typed != '\0') {
		size_t length = strcspn(typed, " ");
		if (!has_word(c->label, typed, length) && !has_word(c->note, typed, length) &&
		    !has_word(c->said, typed, length))
			return false;
		typed += length;
		typed += strspn(typed, " ");
	}
	return true;
}

/* How well `typed` (folded) matches the choice; the best match wins, equal ones are ambiguous. */
enum { NO, BY_WORDS, BY_NOTE, BY_LABEL };

static int rank(const struct choice_key *c, const char *typed)
{
	if (text_same(c->label, typed) || text_same(c->said, typed))
		return BY_LABEL;
	if (text_same(c->note, typed))
		return BY_NOTE;
	return fits(c, typed) ? BY_WORDS : NO;
}

/* The one choice that matches. NULL: none does, or (`*several`) more than one. */
static const struct choice *meant(const struct choices *c, const char *typed, bool *several)
{
	*several = false;
	const struct choice *found = choices_find(c, typed);
	if (found != NULL)
		return found;
	struct arena scratch = arena_start((size_t)-1);
	struct choices own = *c;
	if (own.keys == NULL)
		choices_fold(&own, &scratch);
	const char *folded = text_fold_words(&scratch, typed);
	int best = NO;
	for (size_t i = 0; i < c->count && *folded != '\0'; i++) {
		int now = rank(&own.keys[i], folded);
		if (now < best || now == NO)
			continue;
		*several = now == best;
		if (now > best)
			found = &c->items[i];
		best = now;
	}
	arena_drop(&scratch);
	return *several ? NULL : found;
}

bool choice_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	const struct choices *list = field_choices(q->field, q->scope);
	const char *clean = text_clean(q->a, typed, strlen(typed), false);
	if (list == NULL) {
		*stored = clean;
		return true;
	}
	bool several;
	const struct choice *one = meant(list, clean, &several);
	if (one != NULL) {
		*stored = one->value;
		return true;
	}
	if (q->field->warns && !several) {
		*stored = clean;
		return true;
	}
	if (several) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: “%2” cocok dengan beberapa pilihan. Ketik lebih lengkap "
		                    "atau pilih dari daftar."),
		                 asked_label(q), clean);
	}
	return fault_set(why, FAULT_REFUSED,
	                 N_("%1: “%2” tidak ada dalam daftar. Pilih dari daftar."), asked_label(q),
	                 clean);
}

/* A choice that may be typed although no list has it. */
void choice_check(const struct asked *q, const char *stored, struct form_faults *out)
{
	const struct choices *list = field_choices(q->field, q->scope);
	if (list != NULL && choices_find(list, stored) == NULL) {
		asked_say(q, out, false,
		          N_("%1: “%2” tidak ada dalam daftar, dipakai seperti yang diketik. "
		             "Tulis lengkap."),
		          stored);
	}
}

const char *choice_show(const struct asked *q, const char *stored)
{
	const struct choices *list = field_choices(q->field, q->scope);
	const struct choice *one = list == NULL ? NULL : choices_find(list, stored);
	return one == NULL ? stored : one->label;
}

/* ---- yes or no ---- */

bool yesno_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	static const struct {
		const char *typed, *stored;
	} rows[] = {
		{ "ya", "ya" },     { "y", "ya" },      { "tidak", "tidak" }, { "t", "tidak" },
		{ "tak", "tidak" }, { "tdk", "tidak" }, { "bukan", "tidak" }, { "yes", "ya" },
		{ "no", "tidak" },  { "n", "tidak" },
	};
	const char *folded = text_fold(q->a, typed);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (text_same(rows[i].typed, folded)) {
			*stored = rows[i].stored;
			return true;
		}
	}
	return fault_set(why, FAULT_REFUSED, N_("%1: ketik ya atau tidak."), asked_label(q));
}
