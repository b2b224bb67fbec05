/* Shared inside the room. */
#ifndef SIPP_PRIVATE_H
#define SIPP_PRIVATE_H

#include "loket/sipp.h"
#include "loket/text.h"
#include "loket/xml.h"

#define SIPP_SPACE "urn:loket:sipp:1"

struct sipp_kind {
	const char *element; /* of the request; its schema bears its name */
	const char *method, *path;
	const char *key;    /* field that becomes the query of a GET; "" none */
	const char *answer; /* element and schema of a good answer */
};
extern const struct sipp_kind sipp_kinds[SIPP_MESSAGES];

/* "" when it is not among them. */
const char *sipp_field_text(const struct sipp_question *q, const char *list, int row,
                            const char *name);

#endif
