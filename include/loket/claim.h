/* A draft of a claim, written from what step 3 says by the sentences of data/claims.xml:
 * Indonesian, in the words of the courts; the party reads it, mends it and signs it. */
#ifndef LOKET_CLAIM_H
#define LOKET_CLAIM_H

#include "loket/filing.h"
#include "loket/rulebook.h"

struct claim_draft {
	const char **posita, **petitum; /* sentences without numbers and stops */
	size_t posita_count, petitum_count;
};

/* ---- claim.c ---- */
/* A name that the sentence needs and that may have nothing, that nobody knows, or what is wrong
 * with its braces; NULL: whatever step 3 says, the sentence is whole. */
const char *claim_fault(const struct claim_sentence *s, struct arena *a);
/* False: the kind of case has no draft yet, or is not chosen. */
bool claim_write(const struct rulebook *b, const struct values *pihak, day today, struct arena *a,
                 struct claim_draft *out);
/* "1. Bahwa …;" a line each, the last one with a full stop; what is asked for begins with PRIMER. */
const char *claim_posita(const struct claim_draft *d, struct arena *a);
const char *claim_petitum(const struct claim_draft *d, struct arena *a);

#endif
