/* One data file while it is read, and what the loaders share. */
#ifndef CONFIG_PRIVATE_H
#define CONFIG_PRIVATE_H

#include "loket/config.h"
#include "loket/xml.h"

/* The list of bailiffs comes from the users, not from a file. */
#define BAILIFFS "jurusita"

/* ---- config.c ---- */
struct named_lists {
	struct choices *items;
	size_t count, capacity;
};

/* Documents are validated by their schema before a loader sees them: what the schema requires is
 * there and has its form. */
struct source {
	const struct home *home;
	const struct xml *x;
	struct rulebook *book; /* what was read so far */
	struct named_lists *lists;
	struct arena *a; /* of the book */
	bool judged;     /* the files obeyed their schemas when they were read before */
	struct fault *why;
};

struct data_file {
	/* "data/sop.xml", or a folder: "data/fees"; "data/xsd/sop.xsd" */
	const char *name, *schema;
	const char *title; /* what it is about; NULL: words, which are only checked */
	bool (*read)(struct source *s, const struct xml_node *root); /* of a folder, each file */
	bool (*whole)(struct source *s); /* when all are read; NULL: nothing more is asked */
};
/* All that the book is read from but the forms; in an order in which each finds what it refers to.
 */
extern const struct data_file *const data_files[];
extern const size_t data_file_count;

/* ---- sop.c, rights.c, court.c, areas.c, summons.c, letters.c, types.c, fees.c, calendar.c,
 * lists.c, names.c, keys.c, post.c, limits.c, countries.c ---- */
extern const struct data_file data_sop, data_rights, data_court, data_areas, data_summons,
    data_types, data_letters, data_fees, data_calendar, data_lists, data_names, data_mail,
    data_keys, data_post, data_limits, data_countries;

/* ---- folder.c ---- */
/* The files a data_file's name stands for: itself, or those of the folder. */
void files_named(const struct home *h, const char *name, struct arena *a, struct config_names *out);
/* The XML files of a folder, home's and shared, by name; `wanted` NULL: all. */
void files_in(const struct home *h, const char *folder, bool (*wanted)(const char *name),
              struct arena *a, struct config_names *out);

/* ---- forms.c ---- */
/* All of forms/, each by its own schema; after the lists, which they choose from. */
MUST_USE bool forms_read(const struct source *s);

/* ---- source.c ---- */
/* A fault with file and line of `n`; false. `text` has %1 and %2, the arguments end with NULL. */
bool refuse_(struct source *s, const struct xml_node *n, const char *text, ...)
    __attribute__((sentinel));
#define refuse(s, n, ...) refuse_((s), (n), __VA_ARGS__, (const char *)0)

const char *text_of(struct source *s, const struct xml_node *n, const char *attribute); /* "" */
int64_t number_of(struct source *s, const struct xml_node *n, const char *attribute);   /* 0 */
bool yes_of(struct source *s, const struct xml_node *n, const char *attribute);         /* no */
/* Refused when it is no day of the calendar; an absent one is DAY_NONE. */
MUST_USE bool day_of(struct source *s, const struct xml_node *n, const char *attribute, day *out);

size_t count_of(const struct xml_node *n, const char *child);
/* The words of a text, or of an attribute, separated by blanks. */
size_t words_in(struct source *s, const char *at, const char *const **out);
size_t words_of(struct source *s, const struct xml_node *n, const char *attribute,
                const char *const **out);
/* The contents of all children of that name. */
size_t contents_of(struct source *s, const struct xml_node *n, const char *child,
                   const char *const **out);
/* No two children of that name have the same `attribute`. */
MUST_USE bool keys_differ(struct source *s, const struct xml_node *n, const char *child,
                          const char *attribute);
/* A named list of the book with space for `count` choices, which the caller fills. */
struct choice *list_make(struct source *s, const char *name, size_t count);
/* The tags of a list made before, one for each choice; filled by the caller. */
void list_tag(struct source *s, const char *name, const char *const *tags);

#endif
