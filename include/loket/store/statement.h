/* What banks say was paid, and what is asked of them. */
#ifndef LOKET_STORE_STATEMENT_H
#define LOKET_STORE_STATEMENT_H

#include "loket/store.h"

/* What a bank says was paid, and that this is all of `since` to `until`; inside begin/commit. */
MUST_USE bool statement_write(struct store *s, const struct statement *st, instant since,
                              instant until, instant now, struct fault *why);
/* One line; its payment is NULL where there is none. */
MUST_USE bool statement_find(struct store *s, const char *bank, const char *key, struct arena *a,
                             struct statement_line *out, struct fault *why);
/* From `since` to before `until`; the days of `out` are the caller's. */
MUST_USE bool recon_read(struct store *s, instant since, instant until, struct arena *a,
                         struct recon *out, struct fault *why);
/* Up to when this bank has told of what was paid; INSTANT_NONE: never. */
MUST_USE bool statement_told(struct store *s, const char *bank, instant *out, struct fault *why);
/* A bank is asked for its payments of some days, in place of what it was asked before; inside
 * begin/commit. */
MUST_USE bool statement_ask_write(struct store *s, const struct statement_ask *ask,
                                  struct fault *why);
/* The asking that is due; its bank is NULL when none is. */
MUST_USE bool statement_ask_due(struct store *s, instant now, struct arena *a,
                                struct statement_ask *out, struct fault *why);
/* How it goes: `state`, `next`, `tries`, `due`, `said` of the same asking; another one meanwhile
 * stays. */
MUST_USE bool statement_ask_turn(struct store *s, const struct statement_ask *ask,
                                 struct fault *why);

#endif
