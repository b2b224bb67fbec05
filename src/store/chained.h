/* Inside the store: the chain over what is written for ever, its writer (chain.c), its key
 * (chainkey.c), its readers (audit.c, witness.c). A row's digest is over names and values of its
 * columns and of the rows that belong to it, without those that are NULL, '' or 0: so a column that
 * a later edition adds, with one of these for what there was, leaves it as it is. */
#ifndef LOKET_STORE_CHAINED_H
#define LOKET_STORE_CHAINED_H

#include <sodium.h>

#include "loket/query.h"

#include "private.h"

enum {
	CHAIN_KINDS = 48,
	CHAIN_READS = 4,       /* of a row, and what belongs to it */
	CHAIN_LINK_EVERY = 16, /* rows */
	CHAIN_DIGEST = crypto_generichash_BYTES,
	CHAIN_SIGNED = crypto_sign_BYTES,
};

struct chain_kind {
	char of[24]; /* the table; "" : there are no more kinds */
	sqlite3_stmt *reads[CHAIN_READS];
	sqlite3_stmt *list; /* keys of all its rows, and the filing of each */
};
struct chain {
	struct chain_kind kinds[CHAIN_KINDS];
	size_t kind_count;
	sqlite3_stmt *touched, *empty, *note;
	bool notes; /* the triggers are there */
	bool has_key, asked_key;
	unsigned char key[crypto_sign_SECRETKEYBYTES];
	unsigned char public[crypto_sign_PUBLICKEYBYTES];
};
struct chain_link {
	int64_t number;
	unsigned char link[CHAIN_DIGEST]; /* all 0 before the first row */
};
struct chain_row {
	int64_t number;
	instant at;
	const char *of, *row, *part, *filing;
	unsigned char digest[CHAIN_DIGEST];
	size_t size; /* of the digest; 0: the row is gone */
};

/* ---- chain.c ---- */
/* Of the row that `row` and `part` name. */
MUST_USE bool chain_digest(struct store *s, const struct chain_kind *k, struct chain_row *r,
                           struct fault *why);
/* The digest of all rows up to this one. */
void chain_step(const struct chain_row *r, unsigned char link[CHAIN_DIGEST]);

/* As if this connection had written the row. */
MUST_USE bool chain_note(struct store *s, const struct chain_kind *k, const struct chain_row *r,
                         struct fault *why);

/* ---- audit.c ---- */
/* Calls back for each row that is not as the chain says; stops at a fault. */
struct rows_wrong {
	struct store *s;
	bool (*take)(struct rows_wrong *w, enum audit_what what, const struct chain_kind *k,
	             const struct chain_row *r, struct fault *why);
	void *context;
};
MUST_USE bool rows_compare(struct rows_wrong *w, struct fault *why);

/* ---- chainkey.c ---- */
/* Reads home/keys/rantai.key once; where that fails `has_key` is false, and the log says it. */
void chain_key(struct store *s);
/* Makes it where there is none, and writes its public half. */
MUST_USE bool chain_key_make(struct store *s, struct fault *why);
void chain_sign(const struct chain *c, const struct chain_link *head,
                unsigned char out[CHAIN_SIGNED]);
bool chain_signed_by(const struct chain_link *head, const unsigned char *signature,
                     const unsigned char *public);

#endif
