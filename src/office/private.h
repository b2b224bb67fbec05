/* What the files of the office share. */
#ifndef OFFICE_PRIVATE_H
#define OFFICE_PRIVATE_H

#include "loket/office.h"
#include "loket/store.h"

/* Refuses with the sentence who may. */
MUST_USE bool may_or_refuse(const struct session *s, const char *act, struct fault *why);

/* The book's lists and the day's: the bailiffs who can be assigned. */
MUST_USE bool lists_of_the_day(const struct session *s, struct arena *a, const struct choices **out, size_t *count,
                               struct fault *why);

/* Documents among the values of a form: each path becomes "berkas:SHA256:name", the bytes lie in the home
 * and are synced. What cannot be taken becomes a fault on its field; true when all were taken. */
MUST_USE bool documents_take(const struct session *s, const struct form *form, struct values *v, struct arena *a,
                             struct form_faults *faults, struct document **taken, size_t *count, struct fault *why);

/* Sixteen hex digits and more of what the bytes are. */
void digest_of(const void *data, size_t size, char out[65]);

#endif
