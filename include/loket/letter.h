/* Letters by grammar: the sentences of data/letters.xml are chosen by the case they are for and
 * filled with what is known of it. Pure; texts live in the arena given. */
#ifndef LOKET_LETTER_H
#define LOKET_LETTER_H

#include "loket/arena.h"
#include "loket/rulebook.h"

/* ---- letter.c ---- */
/* A word for each condition: "surat_tercatat", "S", "2", "orang", "no". */
struct letter_case {
	const char *of[LETTER_AXES];
};
/* "channel" … "kuasa": the attributes of data/letters.xml, by enum letter_axis. */
extern const char *const letter_axes[LETTER_AXES];

/* What a name in a sentence stands for; "" : not known. */
struct letter_place {
	const char *name, *value;
};
struct letter_places {
	struct letter_place *items;
	size_t count, capacity;
};
void letter_place(struct letter_places *p, struct arena *a, const char *name, const char *value);

struct letter_line {
	const struct letter_part *part;
	const struct letter_sentence *sentence;
	const char *text;
};
struct letter_lines {
	struct letter_line *items;
	size_t count, capacity;
	/* Names that sentences need and that are not known, in the order of the letter; dots stand
	 * for each. */
	const char **lacks;
	size_t lack_count, lack_capacity;
};
/* One text with its names filled in. */
const char *letter_text(const char *text, const struct letter_places *p, struct arena *a);
bool letter_holds(const struct letter_when when[LETTER_AXES], const struct letter_case *of);
/* The sentences of the case, in the order of the file; those that come out empty are left out. */
void letter_write(const struct letter *l, const struct letter_case *of,
                  const struct letter_places *p, struct arena *a, struct letter_lines *out);
/* What a part says; "" : nothing. */
const char *letter_says(const struct letter_lines *lines, const char *part);
/* The first name in the text that is none of `known` (NULL-ended), or what is wrong with its braces
 * and brackets; NULL: it is good. */
const char *letter_text_fault(const char *text, const char *const *known, struct arena *a);

#endif
