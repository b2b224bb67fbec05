/* Shared inside the room. */
#ifndef SIPP_PRIVATE_H
#define SIPP_PRIVATE_H

#include "loket/sipp.h"
#include "loket/text.h"
#include "loket/xml.h"

#define SIPP_SPACE "urn:loket:sipp:1"

#define SIPP_KEYS 2

/* ---- encode.c ---- */
struct sipp_kind {
	const char *element; /* of the request; its schema bears its name */
	const char *method, *path;
	/* Fields that become the query of a GET, when they are there. */
	const char *keys[SIPP_KEYS];
	const char *answer; /* element and schema of a good answer */
};
extern const struct sipp_kind sipp_kinds[SIPP_MESSAGES];

/* "" when it is not among them. */
const char *sipp_field_text(const struct sipp_question *q, const char *list, int row,
                            const char *name);

/* ---- decode.c ---- */
/* The answer's element is the question's field of the same name; else the answer is SIPP_DIFFERS.
 */
bool sipp_same(const struct xml_node *n, const struct sipp_question *q, const char *name,
               struct arena *a, struct sipp_answer *out);
void sipp_differ(struct sipp_answer *out, const char *element);

/* ---- case.c ---- */
typedef void sipp_reader(const struct xml_node *n, const struct sipp_question *q, struct arena *a,
                         struct sipp_answer *out);
sipp_reader sipp_read_case, sipp_read_changes;

/* ---- lists.c ---- */
sipp_reader sipp_read_people, sipp_read_types, sipp_read_court, sipp_read_health;

#endif
