/* Checking that nothing that was written for ever was changed since: the chain over the rows, the
 * schema, documents and papers. */
#ifndef LOKET_AUDIT_H
#define LOKET_AUDIT_H

#include "loket/service.h"

const char *audit_word(enum audit_what what);

/* ---- audit.c ---- */
MUST_USE bool service_audit(const struct login *s, struct arena *a, struct audit *out,
                            struct fault *why);
/* What a kwitansi's QR code says: does the chain still hold what it held when that was printed?
 * Refuses with what is wrong; `at`: when the last row was written that it witnesses. */
MUST_USE bool service_audit_receipt(const struct login *s, const char *code, int64_t *rows,
                                    instant *at, struct fault *why);
/* A new key for the chain where there is none, as in a home that was brought back without keys. */
MUST_USE bool service_audit_key(const struct login *s, struct fault *why);

#endif
