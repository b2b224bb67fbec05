/* Filings: reading, and writing what a decision changes; drafts, and who has a filing open. */
#ifndef LOKET_STORE_FILING_H
#define LOKET_STORE_FILING_H

#include "loket/store.h"

/* ---- filing.c ---- */
/* Reads the whole filing. When there is none: version 0 and all steps blank, which is no fault. */
MUST_USE bool filing_read(struct store *s, const struct rulebook *b, const struct id *id,
                          struct arena *a, struct filing *out, struct fault *why);
/* Next of one counter; 1: it has counted nothing yet. */
MUST_USE bool counter_read(struct store *s, const char *name, int64_t *next, struct fault *why);
MUST_USE bool numbers_read(struct store *s, day today, struct numbers *out, struct fault *why);
/* What became of this command id before, if anything. */
struct command_result {
	bool found;
	int64_t version; /* of the filing afterwards */
	const char *event;
};
/* What a context must know of the number SIPP gives a filing. */
MUST_USE bool series_read(struct store *s, const struct id *filing, const struct number_told *told,
                          struct arena *a, struct context *out, struct fault *why);
/* The filings numbered in a series ("Pdt.G/2026/PA.Cth"), by their numbers. */
MUST_USE bool series_filings(struct store *s, const char *series, struct arena *a, struct id **out,
                             size_t *count, struct fault *why);
MUST_USE bool command_find(struct store *s, const struct id *command, struct arena *a,
                           struct command_result *out, struct fault *why);
/* The registration number of the filing that was imported with this content, "" : none was. */
MUST_USE bool imported_find(struct store *s, const char *digest, struct arena *a, const char **reg,
                            struct fault *why);
/* Inside begin/commit. */
MUST_USE bool imported_write(struct store *s, const char *digest, const struct id *filing,
                             struct fault *why);
/* The filing with this registration number, case number or id text; none when there is none. */
MUST_USE bool filing_find(struct store *s, const char *name, struct id *out, struct fault *why);
MUST_USE bool filing_by_trx(struct store *s, const char *trx_or_va, struct id *out,
                            struct fault *why);
/* Inside begin/commit. */
MUST_USE bool document_write(struct store *s, const struct document *d, struct fault *why);

/* ---- apply.c ---- */
/* Writes decisions on one filing, each made on what the one before it left (filing_follow()): a row
 * per change that no later one replaces, the events, messages into the outbox, answered messages
 * closed, the askers' drafts of those forms dropped; version, stage and search rows once. Inside
 * store_begin/commit; on false a part may be written: the caller undoes it (store_rollback,
 * store_release). Works in the first decision's arena. */
MUST_USE bool decisions_apply(struct store *s, const struct filing *before,
                              const struct decided *all, size_t count, struct fault *why);
MUST_USE bool decision_apply(struct store *s, const struct filing *before, const struct command *c,
                             const struct decision *d, struct command_result *out,
                             struct fault *why);

/* ---- draft.c ---- */
/* Nothing is written where another session kept the draft since `was`, or ended it: `overtaken`. */
MUST_USE bool draft_keep(struct store *s, const char *user, struct draft *d, const struct form *f,
                         struct fault *why);
/* The act is done: the draft it was typed in ends, else the one to go on with. */
MUST_USE bool draft_done(struct store *s, const char *user, const struct id *filing,
                         const char *step, const struct id *command, struct fault *why);
/* Thrown away, taken back, and forgotten; inside store_begin/commit, as draft_done(). */
MUST_USE bool draft_drop(struct store *s, const char *user, const struct draft *d, instant at,
                         struct fault *why);
MUST_USE bool draft_restore(struct store *s, const char *user, const struct draft *d,
                            struct fault *why);
MUST_USE bool drafts_forget(struct store *s, const char *user, struct fault *why);
MUST_USE bool drafts_read(struct store *s, const char *user, struct arena *a, struct drafts *out,
                          struct fault *why);
MUST_USE bool presence_enter(struct store *s, const char *user, const struct id *filing,
                             const char *step, instant now, struct fault *why);
MUST_USE bool presence_leave(struct store *s, struct fault *why); /* this process's */
/* Others (living processes) who have the filing open. */
MUST_USE bool presence_read(struct store *s, const struct id *filing, struct arena *a,
                            struct presence_row **out, size_t *count, struct fault *why);

#endif
