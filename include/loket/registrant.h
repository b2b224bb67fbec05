/* Who registered before, and persons who were parties: what is known of them is proposed. Who may
 * fill in the form may ask. */
#ifndef LOKET_REGISTRANT_H
#define LOKET_REGISTRANT_H

#include "loket/service.h"

/* A party's fields as last filed, by the NIK. */
MUST_USE bool service_person(const struct login *s, const char *nik, struct arena *a,
                             struct values *out, bool *found, struct fault *why);
/* Who registered before, by what was typed: registrant_find(). */
MUST_USE bool service_registrant(const struct login *s, const char *typed, struct arena *a,
                                 struct registrant *out, bool *found, struct fault *why);
/* Who registers for others and has done so before. */
MUST_USE bool service_holders(const struct login *s, struct arena *a, struct holder_list *out,
                              struct fault *why);
/* A choice of the form of step 1 as people read it: "jenis", "bank", "organisasi". */
const char *service_account_shown(const struct login *s, const char *field, const char *stored,
                                  struct arena *a);

#endif
