/* Loads the court's data files, data/ and forms/, into a rulebook. Each file is validated by its
 * schema and then by its meaning. loket-data(5) and loket-forms(5) describe the files. */
#ifndef LOKET_CONFIG_H
#define LOKET_CONFIG_H

#include <stdint.h>

#include "loket/rulebook.h"
#include "loket/sys.h"

/* ---- config.c ---- */
/* Everything lives in `a` and never changes afterwards. The load succeeds only when all files are
 * valid: the first invalid one is refused (FAULT_MISUSE) with file, line, value and what was
 * expected. The book also holds lists made from the files: "langkah" "ruang" "bank-va" "alur"
 * "jenis-perkara" "kanal" "hasil"; the caller makes "jurusita", which changes from day to day. */
MUST_USE bool config_load(const struct home *h, struct arena *a, struct rulebook **out,
                          struct fault *why);

/* The same without the schemas: for files whose stamp is that of a load that was good. One that was
 * changed behind its stamp is refused or misread, no more. */
MUST_USE bool config_load_again(const struct home *h, struct arena *a, struct rulebook **out,
                                struct fault *why);
/* Of the book what the first screen shows, without the schemas: court, calendar, roles. */
MUST_USE bool config_greet(const struct home *h, struct arena *a, struct rulebook **out,
                           struct fault *why);

/* The names of all files that rules are read from, "data/fees/pnbp.xml". */
struct config_names {
	const char **items;
	size_t count, capacity;
};
void config_names(const struct home *h, struct arena *a, struct config_names *out);

/* Changes whenever a file of data/ or forms/, in the home or shared, is changed, added or removed.
 * Lists folders only; reads no file. */
int64_t config_stamp(const struct home *h);

/* ---- survey.c ---- */
/* Surveys every data file by itself, those of the banks and of SIPP included: its settings, or its
 * fault. When each is valid by its schema, also what is wrong with them together. Texts in `a`. */
void config_survey(const struct home *h, struct arena *a, struct data_survey *out);

/* ---- places.c ---- */
/* Reads a file of places (data/wilayah.csv, or a newer one): lines "code,name", sorted by code; #
 * begins a comment. Texts in `a`. Refuses the first invalid line with its number. */
MUST_USE bool place_names_read(const char *path, const struct bytes *file, struct arena *a,
                               struct place_names *out, struct fault *why);

#endif
