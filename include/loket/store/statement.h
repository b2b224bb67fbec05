/* What banks say was paid, and what is asked of them. */
#ifndef LOKET_STORE_STATEMENT_H
#define LOKET_STORE_STATEMENT_H

#include "loket/store.h"

/* ---- statement.c ---- */
/* What a bank says was paid, and that this is all of `span`, from the first instant to before the
 * second; inside begin/commit. Two lines of one reference stay two; each line's fate is told in it,
 * its texts in `a`. */
MUST_USE bool statement_write(struct store *s, const struct statement *st, const instant span[2],
                              struct arena *a, struct fault *why);
/* One line; its payment is NULL where there is none. */
MUST_USE bool statement_find(struct store *s, const char *bank, const char *key, struct arena *a,
                             struct statement_line *out, struct fault *why);
/* Until when this bank's payments are told, by its `own` report or by any source; INSTANT_NONE:
 * never. */
MUST_USE bool statement_told(struct store *s, const char *bank, bool own, instant *out,
                             struct fault *why);
/* Stores a request for a bank's payments of some days, replacing an earlier one; inside
 * begin/commit. */
MUST_USE bool statement_ask_write(struct store *s, const struct statement_ask *ask,
                                  struct fault *why);
/* The asking that is due; its bank is NULL when none is. */
MUST_USE bool statement_ask_due(struct store *s, instant now, struct arena *a,
                                struct statement_ask *out, struct fault *why);
/* Updates `state`, `next`, `tries`, `due`, `said` of the same request; a newer one is left alone.
 */
MUST_USE bool statement_ask_turn(struct store *s, const struct statement_ask *ask,
                                 struct fault *why);

/* ---- recon.c ---- */
/* From `since` to before `until`; the caller sets the days of `out`. */
MUST_USE bool recon_read(struct store *s, instant since, instant until, struct arena *a,
                         struct recon *out, struct fault *why);
/* What left the account by the book on these days, less what came back, and no line explains. */
MUST_USE bool account_ahead(struct store *s, const char *bank, const struct period *days,
                            rupiah *out, struct fault *why);

/* ---- explain.c: what a line at the bank is ---- */
/* The one in force; its state is EXPLANATION_NONE where there is none. */
MUST_USE bool explanation_find(struct store *s, const char *bank, const char *key, struct arena *a,
                               struct explanation *out, struct fault *why);
/* All inside begin/commit. */
MUST_USE bool explanation_write(struct store *s, const char *bank, const char *key,
                                const struct explanation *x, instant at, struct fault *why);
struct booking; /* loket/store/money.h */
/* Its next state, and its entry, by another person. */
MUST_USE bool explanation_turn(struct store *s, const struct explanation *x,
                               const struct booking *by, struct fault *why);
/* Entries of the line's amount, at its bank, posted within the window and not yet taken by another
 * line; those that it names first. */
MUST_USE bool candidates_read(struct store *s, const char *bank, const char *key,
                              const day window[2], struct arena *a, struct candidate_list *out,
                              struct fault *why);
/* What the bank took, gave, or moved to the court's account at another bank. */
struct bank_movement {
	const char *bank;
	rupiah amount;       /* into the account; out of it is negative */
	const char *account; /* of the other side, "bank" of another bank */
	const char *other;   /* that bank, "" */
};
MUST_USE bool bank_movement_write(struct store *s, const struct bank_movement *m,
                                  const struct booking *b, int64_t *entry, struct fault *why);
/* Statements that state balances. */
MUST_USE bool sheets_read(struct store *s, struct arena *a, struct sheet_list *out,
                          struct fault *why);
/* What the last statement before `end` makes of the account's balance then. */
MUST_USE bool balance_told(struct store *s, const char *bank, instant end, rupiah *out, bool *known,
                           struct fault *why);

#endif
