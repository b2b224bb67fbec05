/* The commands as rows, for those who read the table: running, help, completion. The rows stand in
 * cmd.c; whoever reads them is handed them with the run (struct cmd). */
#ifndef CMD_CALLS_H
#define CMD_CALLS_H

#include <stdint.h>

#include "private.h"

/* A bit for each row of options. */
typedef uint64_t option_set;
#define TAKES(id) ((option_set)1 << (id))

/* What must be open before a command begins: nothing, the rules, a home and who is logged in to it;
 * who owns the home need not log in for NEEDS_OWNER. */
enum need { NEEDS_NOTHING, NEEDS_CONFIG, NEEDS_OWNER, NEEDS_PERSON };

enum option_kind { IS_TEXT, IS_NUMBER, IS_FLAG, IS_FORMAT };

struct option_row {
	const char *name, *argument; /* argument: as in struct call; NULL: a flag */
	enum option_kind kind;
	size_t offset; /* in struct options */
	const char *help;
};

/* `words` says what follows the name, with blanks between: "[X]" may be left out, "X…" comes again,
 * "a|b" is one of these words as they stand, and a word in capitals is a kind of value: BERKAS a
 * file, LANGKAH a step of the SOP, PERINTAH a command. "[--" begins another command with options of
 * its own. */
struct call {
	const char *name, *words;
	size_t least, most; /* words */
	enum need need;
	option_set options; /* a bit each, by its row */
	bool (*run)(struct cmd *c, struct fault *why);
	const char *help;
};

struct call_table {
	const struct call *calls;
	size_t call_count;
	const struct option_row *options;
	size_t option_count;
	option_set of_all;    /* options that every command takes */
	option_set of_person; /* that each with a login takes */
	option_set of_first;  /* that may stand without a command */
	option_set asking;    /* that ask about a command: nobody logs in for these */
};

/* ---- words.c: what a row's words and an option's argument say ---- */
option_set call_options(const struct call_table *t, const struct call *call);
/* How many places its words have; `repeats`: the last stands for all that follow. */
size_t call_places(const struct call *call, bool *repeats, struct arena *a);
/* The pattern of a row's word at this place, without brackets and dots; "" : there is none. */
const char *call_word(const struct call *call, size_t place, struct arena *a);
/* The next of "a|b|BERKAS.xml"; NULL at the end. */
const char *pattern_next(const char **rest, struct arena *a);
/* A word that is written as it stands, and not a kind of value. */
bool pattern_is_literal(const char *part);

/* ---- offer.c ---- */
enum offer_kind { OFFER_NOTHING, OFFER_WORDS, OFFER_FILES, OFFER_FIELDS };
struct offer {
	enum offer_kind kind;
	const char *words; /* with blanks between */
};
/* At a word written as this in a row ("LANGKAH", "bash|zsh"), or at an option's value. */
struct offer offer_of(const struct cmd *c, const char *pattern);

/* ---- find.c ---- */
/* "filing" is the family of "filing list"; a command of one word is its own. */
bool call_in_family(const struct call *call, const char *family);
/* The row whose name the first words are; NULL: there is none. */
const struct call *call_named(const struct call_table *t, const char *const *words, size_t count);
/* The same; the fault says what was meant, or what there is. */
const struct call *call_find(const struct call_table *t, const char *const *words, size_t count,
                             struct arena *a, struct fault *why);

/* ---- options.c ---- */
struct command_line {
	struct options options;
	option_set given;         /* bits of the options */
	const char *const *words; /* the command's name with them */
	size_t word_count;
	const char *stray; /* the first option that no command has; NULL: none */
};
MUST_USE bool command_line_read(const struct call_table *t, int argc, char **argv, struct arena *a,
                                struct command_line *out, struct fault *why);

/* ---- guess.c ---- */
/* What was meant by a word that is nothing: the likest of those tried, if it is like enough. */
struct guess {
	const char *word, *best; /* best NULL: none was like it */
	size_t distance;
};
struct guess guess_start(const char *word);
void guess_try(struct guess *g, const char *name);

#endif
