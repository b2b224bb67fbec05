/* Where villages are looked up: the court's own area stands in the book of rules, all others in the
 * store, which takes the places' file in once and again when somebody brings a newer one. */
#include "loket/store/places.h"

#include <string.h>

#include "loket/config.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define PLACES "data/wilayah.csv"

enum { FILE_MOST = 16 * 1024 * 1024, TAKING_MEMORY = 128 * 1024 * 1024 };

/* ---- what was typed ---- */

/* Words that say of which level the next one is; the last one typed is always a word itself. */
static const struct village_word level_words[] = {
	{ "desa", 1 },      { "kel", 1 },       { "kelurahan", 1 },
	{ "kec", 2 },       { "kecamatan", 2 }, { "kab", 3 },
	{ "kabupaten", 3 }, { "prov", 4 },      { "provinsi", 4 },
};

static int level_named(const char *word)
{
	for (size_t i = 0; i < COUNT_OF(level_words); i++) {
		if (text_same(level_words[i].text, word))
			return level_words[i].level;
	}
	return 0;
}

static struct village_words words_of(const char *typed, struct arena *a)
{
	struct village_words w = { 0 };
	int level = 0;
	for (const char *at = text_fold(a, typed); *at != '\0' && w.count < COUNT_OF(w.items);) {
		const char *word = arena_copy(a, at, strcspn(at, " "));
		at += strlen(word);
		at += strspn(at, " ");
		int named = *at == '\0' ? 0 : level_named(word);
		if (named == 0)
			w.items[w.count++] = (struct village_word){ word, level };
		level = named;
	}
	return w;
}

/* All words as one: "jati rejo" is how some write Jatirejo. */
static struct village_words joined_of(const struct village_words *w, struct arena *a)
{
	struct text joined = text_start(a);
	for (size_t i = 0; i < w->count; i++)
		text_add(&joined, w->items[i].text);
	return (struct village_words){ .items = { { joined.s, 1 } }, .count = 1 };
}

/* ---- the court's own area ---- */

/* One of its villages, its names from the store where the court's file leaves them out. */
static struct village own_village(struct app *p, size_t i, struct arena *a)
{
	struct village v = p->book->villages[i], named;
	bool found = false;
	struct fault why;
	if (text_is_empty(v.name) && village_read(p->store, v.code, a, &named, &found, &why) &&
	    found) {
		named.area = v.area;
		return named;
	}
	return v;
}

static bool begins_word(const char *name, const char *word, struct arena *a)
{
	struct text all = text_start(a), joined = text_start(a);
	const char *folded = text_fold(a, name);
	for (const char *at = folded; *at != '\0'; at++) {
		if (*at != ' ')
			text_add_bytes(&joined, at, 1);
	}
	text_addf(&all, " %s %s", folded, joined.s);
	return strstr(all.s, arena_print(a, " %s", word)) != NULL;
}

static bool has_words(const struct village *v, const struct village_words *w, struct arena *a)
{
	const char *const parts[] = { v->name, v->district, v->regency, v->province };
	for (size_t i = 0; i < w->count; i++) {
		bool found = false;
		for (size_t k = 0; k < COUNT_OF(parts) && !found; k++) {
			bool asked = w->items[i].level == 0 || w->items[i].level == (int)k + 1;
			found = asked && begins_word(parts[k], w->items[i].text, a);
		}
		if (!found)
			return false;
	}
	return true;
}

/* How well a village of the own area is meant: by its own name before anything it is part of. */
enum { NOT_MEANT, BY_PARTS, BY_NAME };

static int meaning(const struct village *v, const char *typed, const struct village_words *w,
                   struct arena *a)
{
	const struct village_words joined = joined_of(w, a);
	if (text_is_empty(typed) || text_starts(v->code, typed))
		return BY_NAME;
	if (w->count == 0)
		return NOT_MEANT;
	if (has_words(v, &joined, a))
		return BY_NAME;
	return has_words(v, w, a) ? BY_PARTS : NOT_MEANT;
}

static void search_own(struct app *p, const char *typed, const struct village_words *w,
                       struct arena *a, struct villages *out)
{
	struct arena scratch = arena_start(64 * MIB);
	for (int wanted = BY_NAME; wanted > NOT_MEANT; wanted--) {
		for (size_t i = 0; i < p->book->village_count && out->count < out->capacity; i++) {
			const struct village v = own_village(p, i, &scratch);
			if (meaning(&v, typed, w, &scratch) == wanted)
				out->items[out->count++] = own_village(p, i, a);
		}
	}
	arena_drop(&scratch);
}

/* ---- both ---- */

/* A village of the store that is the court's own was found there already. */
static const char *own_area(const struct app *p, const char *code)
{
	const struct village *own = rulebook_village(p->book, code);
	return own == NULL ? "" : own->area;
}

static bool find(void *self, const char *code, struct arena *a, struct village *out)
{
	struct app *p = self;
	struct fault why;
	bool found = false;
	for (size_t i = 0; i < p->book->village_count; i++) {
		if (text_same(p->book->villages[i].code, code)) {
			*out = own_village(p, i, a);
			return true;
		}
	}
	return village_read(p->store, code, a, out, &found, &why) && found;
}

static bool is_code(const char *typed)
{
	return strlen(typed) > 2 && strspn(typed, "0123456789.") == strlen(typed);
}

static bool search_store(struct app *p, const char *typed, const struct village_words *w,
                         struct arena *a, struct villages *out)
{
	struct fault why;
	if (is_code(typed))
		return villages_by_code(p->store, typed, a, out, &why);
	const struct village_words joined = joined_of(w, a);
	return (w->count < 2 || villages_by_words(p->store, &joined, a, out, &why)) &&
	       (out->count == out->capacity || villages_by_words(p->store, w, a, out, &why));
}

static size_t search(void *self, const char *typed, struct arena *a, struct village *out,
                     size_t most)
{
	struct app *p = self;
	struct villages found = { .items = out, .capacity = most };
	const struct village_words w = words_of(typed, a);
	search_own(p, typed, &w, a, &found);
	size_t own = found.count;
	if (found.count < most && !text_is_empty(typed))
		(void)search_store(p, typed, &w, a, &found);
	for (size_t i = own; i < found.count; i++)
		out[i].area = own_area(p, out[i].code);
	return found.count;
}

void villages_open(struct app *p)
{
	p->villages = (struct village_lookup){ .self = p, .find = find, .search = search };
}

void villages_give(struct app *p, const struct form *form, struct values *v, struct arena *a)
{
	const struct form_scope scope = { .own = v, .places = &p->villages };
	if (form != NULL)
		form_give(form, &scope, v, a);
}

/* ---- the file ---- */

static bool take_in(struct app *p, const char *path, const char *who, struct arena *a,
                    struct place_change *change, struct fault *why)
{
	struct bytes file;
	struct place_names names;
	char digest[DIGEST_ROOM];
	if (!file_read(path, FILE_MOST, a, &file, why) ||
	    !place_names_read(path, &file, a, &names, why))
		return false;
	document_digest(&file, digest);
	*change =
	    (struct place_change){ .digest = arena_text(a, digest), .who = who, .at = clock_now() };
	return places_write(p->store, &names, change, why);
}

bool villages_fill(struct app *p, struct fault *why)
{
	struct arena a = arena_start(TAKING_MEMORY);
	struct place_change change;
	const char *digest;
	bool good = places_digest(p->store, &a, &digest, why);
	if (good && text_is_empty(digest))
		good = take_in(p, home_data(&p->home, PLACES, &a), "", &a, &change, why);
	arena_drop(&a);
	return good;
}

bool service_places_update(const struct login *s, const char *path, struct place_update *out,
                           struct fault *why)
{
	struct arena a = arena_start(TAKING_MEMORY);
	struct place_change change = { 0 };
	struct app *p = s->app;
	const char *from = text_is_empty(path) ? home_data(&p->home, PLACES, &a) : path;
	bool good = may_or_refuse(s, "atur.data", why) &&
	            take_in(p, from, s->user, &a, &change, why);
	*out = (struct place_update){ change.added, change.renamed, change.retired };
	arena_drop(&a);
	if (good)
		wakeup_send(&p->home);
	return good;
}
