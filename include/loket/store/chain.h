/* The chain over all that is written for ever (chain.sql says which tables), as its readers see it;
 * every commit adds to it by itself. */
#ifndef LOKET_STORE_CHAIN_H
#define LOKET_STORE_CHAIN_H

#include "loket/store.h"

/* ---- witness.c ---- */
/* Where the chain ends, signed, as text for a receipt: "1234.LINK.SIGNATURE" in base64url; "" where
 * it is not signed. */
MUST_USE bool chain_witness(struct store *s, struct arena *a, const char **out, struct fault *why);
/* Does the chain still have that row with that link, and did its key sign it? */
MUST_USE bool chain_witnessed(struct store *s, const char *witness, int64_t *rows, instant *at,
                              struct fault *why);
/* Makes the key where there is none, in a transaction of its own. */
MUST_USE bool chain_key_renew(struct store *s, struct fault *why);

/* A file that was written for ever, by its digest. */
struct kept_file {
	const char *name, *digest, *who;
	instant at;
};
struct kept_files {
	struct kept_file *items;
	size_t count, capacity;
};
/* Papers by name, each as often as it was made; documents by digest. */
MUST_USE bool papers_kept(struct store *s, struct arena *a, struct kept_files *out,
                          struct fault *why);
MUST_USE bool documents_kept(struct store *s, struct arena *a, struct kept_files *out,
                             struct fault *why);
/* Before the file gets its name; joins an open transaction. */
MUST_USE bool paper_write(struct store *s, const struct kept_file *p, struct fault *why);

/* ---- audit.c ---- */
/* Chain, head and every row of its tables; then the schema. What is wrong becomes findings. */
MUST_USE bool chain_audit(struct store *s, struct arena *a, struct audit *out, struct fault *why);
struct audit_finding *audit_add(struct audit *all, struct arena *a, enum audit_what what);

#endif
