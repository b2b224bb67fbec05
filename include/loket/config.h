/* The court's data files to its book of rules: data/ and forms/, each held against its schema and
 * then against its meaning. loket-data(5) and loket-forms(5) describe the files. */
#ifndef LOKET_CONFIG_H
#define LOKET_CONFIG_H

#include <stdint.h>

#include "loket/rulebook.h"
#include "loket/sys.h"

/* ---- config.c ---- */
/* Everything lives in `a` and is never changed afterwards. All files are read or none counts: the
 * first that is wrong is refused (FAULT_MISUSE) with its file, line, what stands there and what was
 * expected. The book also holds the lists made of it: "langkah" "ruang" "bank-va" "alur"
 * "jenis-perkara" "kanal" "hasil"; "jurusita" changes by the day and is the caller's. */
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

/* A number that is another one when a file of data/ or forms/, in the home or shared, was changed,
 * added or taken away since, their schemas too, or the program. Their folders are listed and
 * nothing is read. */
int64_t config_stamp(const struct home *h);

/* ---- survey.c ---- */
/* Every data file by itself, those of the banks and of SIPP too: its settings, or what is wrong
 * with it; when each is right by its schema, what is wrong with them together. Texts in `a`. */
void config_survey(const struct home *h, struct arena *a, struct data_survey *out);

/* ---- places.c ---- */
/* A file of places (data/wilayah.csv, or a newer one): lines "code,name" by code, a # before what
 * is none. Texts in `a`. The first line that is wrong is refused with its number. */
MUST_USE bool place_names_read(const char *path, const struct bytes *file, struct arena *a,
                               struct place_names *out, struct fault *why);

#endif
