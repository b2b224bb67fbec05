/* Villages by code and by words, and loading a file of places. */
#include "loket/store/places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { OTHER_WORDS = 3, CODE_STEP = 3, CODE_AND_STEP = 14 };

/* ---- reading ---- */

static struct village take_village(struct query *q, struct arena *a)
{
	struct village v = { .area = "" };
	v.code = take_text(q, a);
	v.name = take_text(q, a);
	v.district = take_text(q, a);
	v.regency = take_text(q, a);
	v.province = take_text(q, a);
	v.retired = take_bool(q);
	return v;
}

bool village_read(struct store *s, const char *code, struct arena *a, struct village *out,
                  bool *found, struct fault *why)
{
	struct query q = query_of(s, SQL_village_row);
	bind_text(&q, ":code", code);
	*found = query_next(&q);
	if (*found)
		*out = take_village(&q, a);
	return query_end(&q, why);
}

static void add(struct villages *out, const struct village *v)
{
	for (size_t i = 0; i < out->count; i++) {
		if (text_same(out->items[i].code, v->code))
			return;
	}
	if (out->count < out->capacity)
		out->items[out->count++] = *v;
}

static bool take_all(struct query *q, struct arena *a, struct villages *out, struct fault *why)
{
	while (query_next(q)) {
		struct village v = take_village(q, a);
		add(out, &v);
	}
	return query_end(q, why);
}

/* All codes that begin with `text`: from it to before its last byte's successor. */
static void bind_stretch(struct query *q, const char *text, struct arena *a)
{
	char *to = arena_text(a, text);
	to[strlen(to) - 1]++;
	bind_text(q, ":from", text);
	bind_text(q, ":to", to);
}

bool villages_by_code(struct store *s, const char *code, struct arena *a, struct villages *out,
                      struct fault *why)
{
	struct query q = query_of(s, SQL_village_by_code);
	bind_stretch(&q, code, a);
	bind_number(&q, ":limit", (int64_t)out->capacity);
	return take_all(&q, a, out, why);
}

static void bind_others(struct query *q, const struct village_words *w, size_t leads,
                        struct arena *a)
{
	static const char *const names[OTHER_WORDS] = { ":word1", ":word2", ":word3" };
	size_t others = 0;
	for (size_t i = 0; i < w->count; i++) {
		const struct village_word *one = &w->items[i];
		const char *level = one->level < 2 ? "" : arena_print(a, "%d", one->level);
		if (i != leads && others < OTHER_WORDS)
			bind_text(q, names[others++], arena_print(a, " %s%s", level, one->text));
	}
	while (others < OTHER_WORDS)
		bind_text(q, names[others++], "");
}

/* The longest word comes first: it has the fewest hits. */
static size_t leader(const struct village_words *w)
{
	size_t best = 0;
	for (size_t i = 1; i < w->count; i++) {
		if (strlen(w->items[i].text) > strlen(w->items[best].text))
			best = i;
	}
	return best;
}

static bool by_leader(struct store *s, enum sql which, const struct village_words *w,
                      struct arena *a, struct villages *out, struct fault *why)
{
	struct query q = query_of(s, which);
	size_t leads = leader(w);
	int level = w->items[leads].level;
	bind_stretch(&q, w->items[leads].text, a);
	bind_others(&q, w, leads, a);
	if (query_takes(&q, ":length"))
		bind_number(&q, ":length", level == 0 ? 0 : CODE_AND_STEP - CODE_STEP * level);
	/* Twice as many, because some of them may be there already. */
	bind_number(&q, ":limit", 2 * (int64_t)out->capacity);
	return take_all(&q, a, out, why);
}

bool villages_by_words(struct store *s, const struct village_words *w, struct arena *a,
                       struct villages *out, struct fault *why)
{
	if (w->count == 0)
		return true;
	int level = w->items[leader(w)].level;
	if (level < 2 && !by_leader(s, SQL_village_by_own_word, w, a, out, why))
		return false;
	return level == 1 || out->count == out->capacity ||
	       by_leader(s, SQL_village_by_part_word, w, a, out, why);
}

/* ---- a file is taken in ---- */

struct place_word {
	const char *text, *code;
};

struct taking {
	struct store *s;
	struct arena *a;
	struct place_word *words;
	size_t count, capacity;
	struct place_change *change;
};

/* Levels: 1 a village, 2 a district, 3 a regency, 4 a province. */
static int level_of_code(const char *code)
{
	return (CODE_AND_STEP - (int)strlen(code)) / CODE_STEP;
}

/* Adds a word to the row and to the list; for what is no village also with its level. */
static void keep_word(struct taking *t, struct text *row, const char *word, const char *code)
{
	int level = level_of_code(code);
	text_addf(row, " %s", word);
	if (level > 1)
		text_addf(row, " %d%s", level, word);
	t->words = list_grow(t->a, t->words, t->count, &t->capacity, sizeof *t->words);
	t->words[t->count++] = (struct place_word){ word, code };
}

/* Each word of a name, and the whole of several as one. */
static const char *words_of(struct taking *t, const struct place_name *p)
{
	struct text row = text_start(t->a), joined = text_start(t->a);
	size_t parts = 0;
	for (const char *at = text_fold(t->a, p->name); *at != '\0'; parts++) {
		const char *word = arena_copy(t->a, at, strcspn(at, " "));
		text_add(&joined, word);
		keep_word(t, &row, word, p->code);
		at += strlen(word);
		at += strspn(at, " ");
	}
	if (parts > 1)
		keep_word(t, &row, joined.s, p->code);
	return row.s;
}

static bool write_place(struct taking *t, const struct place_name *p, struct fault *why)
{
	struct query q = query_of(t->s, SQL_place_write);
	bind_text(&q, ":code", p->code);
	bind_text(&q, ":name", p->name);
	bind_text(&q, ":words", words_of(t, p));
	return query_run(&q, why);
}

/* Compared before the new name replaces the old one. */
static bool count_renamed(struct taking *t, const struct place_name *p, struct fault *why)
{
	struct query q = query_of(t->s, SQL_place_name);
	bind_text(&q, ":code", p->code);
	if (query_next(&q))
		t->change->renamed += !text_same(take_text(&q, t->a), p->name);
	return query_end(&q, why);
}

static int word_order(const void *a, const void *b)
{
	const struct place_word *one = a, *other = b;
	int order = strcmp(one->text, other->text);
	return order != 0 ? order : strcmp(one->code, other->code);
}

/* In order, so that each goes behind the one before. */
static bool write_words(struct taking *t, struct fault *why)
{
	if (t->count == 0)
		return true;
	qsort(t->words, t->count, sizeof *t->words, word_order);
	for (size_t i = 0; i < t->count; i++) {
		const struct place_word *w = &t->words[i];
		if (i > 0 && word_order(w - 1, w) == 0)
			continue;
		struct query q = query_of(t->s, SQL_place_word_write);
		bind_text(&q, ":word", w->text);
		bind_text(&q, ":code", w->code);
		if (!query_run(&q, why))
			return false;
	}
	return true;
}

static bool counts(struct store *s, int64_t *all, int64_t *retired, struct fault *why)
{
	struct query q = query_of(s, SQL_place_counts);
	*all = *retired = 0;
	if (query_next(&q)) {
		*all = take_number(&q);
		*retired = take_number(&q);
	}
	return query_end(&q, why);
}

static bool write_edition(struct store *s, const struct place_change *change, struct fault *why)
{
	struct query q = query_of(s, SQL_place_edition_write);
	bind_text(&q, ":digest", change->digest);
	bind_text(&q, ":who", change->who);
	bind_instant(&q, ":at", change->at);
	bind_number(&q, ":added", change->added);
	bind_number(&q, ":renamed", change->renamed);
	bind_number(&q, ":retired", change->retired);
	return query_run(&q, why);
}

static bool take_in(struct taking *t, const struct place_names *names, struct fault *why)
{
	int64_t before, retired_before, after, retired;
	if (!counts(t->s, &before, &retired_before, why))
		return false;
	for (size_t i = 0; before > 0 && i < names->count; i++) {
		if (!count_renamed(t, &names->items[i], why))
			return false;
	}
	if (!run_plain(t->s, SQL_place_words_clear, why) ||
	    !run_plain(t->s, SQL_place_retire_all, why))
		return false;
	for (size_t i = 0; i < names->count; i++) {
		progress_tell(i, names->count);
		if (!write_place(t, &names->items[i], why))
			return false;
	}
	if (!write_words(t, why) || !counts(t->s, &after, &retired, why))
		return false;
	t->change->added = after - before;
	t->change->retired = retired - retired_before;
	return write_edition(t->s, t->change, why);
}

bool places_write(struct store *s, const struct place_names *names, struct place_change *change,
                  struct fault *why)
{
	struct arena a = arena_start((size_t)-1);
	struct taking t = { .s = s, .a = &a, .change = change };
	bool own, good = write_enter(s, &own, why);
	if (good)
		good = write_leave(s, own, take_in(&t, names, why), why);
	arena_drop(&a);
	return good;
}

bool places_digest(struct store *s, struct arena *a, const char **digest, struct fault *why)
{
	struct query q = query_of(s, SQL_place_edition);
	*digest = query_next(&q) ? take_text(&q, a) : "";
	return query_end(&q, why);
}
