/* data/names.xml: spellings of names that mean the same. */
#include "private.h"

static bool among(const struct spellings *all, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < all[i].count; k++) {
			if (text_same(all[i].items[k], word))
				return true;
		}
	}
	return false;
}

/* A spelling stands in one line only: else it would mean two things. */
static bool spellings_read(struct source *s, const struct xml_node *root, const char *child,
                           const struct spellings **out, size_t *count)
{
	struct spellings *all = arena_get(s->a, count_of(root, child) + 1, sizeof *all);
	*count = 0;
	for (const struct xml_node *n = xml_child(root, child); n != NULL; n = xml_next(n, child)) {
		struct spellings one;
		one.count = words_in(s, xml_content(n, s->a), &one.items);
		for (size_t i = 0; i < one.count; i++) {
			if (among(all, *count, one.items[i]))
				return refuse(s, n,
				              N_("ejaan \"%1\" sudah ada di atasnya; setiap ejaan "
				                 "hanya sekali"),
				              one.items[i]);
		}
		all[(*count)++] = one;
	}
	*out = all;
	return true;
}

static bool names_read(struct source *s, const struct xml_node *root)
{
	struct name_sense *n = &s->book->names;
	return spellings_read(s, root, "word", &n->words, &n->word_count) &&
	       spellings_read(s, root, "sound", &n->sounds, &n->sound_count);
}

const struct data_file data_names = { "data/names.xml", "data/xsd/names.xsd", N_("Ejaan nama"),
	                              names_read, NULL };
