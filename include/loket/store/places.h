/* The villages of the country. */
#ifndef LOKET_STORE_PLACES_H
#define LOKET_STORE_PLACES_H

#include "loket/store.h"

struct villages {
	struct village *items;
	size_t count, capacity; /* capacity: as many as are wanted */
};
/* Folded; level 0: anywhere, 1 in the village's own name, 2 in its district's, 3 its regency's, 4
 * its province's. The first four count. */
struct village_word {
	const char *text;
	int level;
};
struct village_words {
	struct village_word items[4];
	size_t count;
};
MUST_USE bool village_read(struct store *s, const char *code, struct arena *a, struct village *out,
                           bool *found, struct fault *why);
/* Those whose code begins so; those all words of whose search begin a word of their name, or of the
 * name of what they are part of. What is in `out` already is not added again. */
MUST_USE bool villages_by_code(struct store *s, const char *code, struct arena *a,
                               struct villages *out, struct fault *why);
MUST_USE bool villages_by_words(struct store *s, const struct village_words *w, struct arena *a,
                                struct villages *out, struct fault *why);
/* By whom which file was taken in, and what came of it. */
struct place_change {
	const char *digest, *who;
	instant at;
	int64_t added, renamed, retired;
};
/* The names become those in force; places that are not among them are kept, retired. */
MUST_USE bool places_write(struct store *s, const struct place_names *names,
                           struct place_change *change, struct fault *why);
/* Of the file in force, "" : none was taken in yet. */
MUST_USE bool places_digest(struct store *s, struct arena *a, const char **digest,
                            struct fault *why);

#endif
