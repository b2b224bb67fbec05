/* What screens list: filings, Beranda, the history of a filing, the bailiff's summonses. */
#ifndef LOKET_STORE_LISTS_H
#define LOKET_STORE_LISTS_H

#include "loket/store.h"

/* ---- query.c ---- */
MUST_USE bool list_read(struct store *s, const struct rulebook *b, const struct list_query *q,
                        struct arena *a, struct list_page *out, struct fault *why);

/* ---- board.c ---- */
MUST_USE bool board_read(struct store *s, const struct rulebook *b, instant now, struct arena *a,
                         struct board *out, struct fault *why);
/* Its row of step `stage`, counted from 1. */
MUST_USE bool board_step_read(struct store *s, const struct rulebook *b, instant now, size_t stage,
                              struct arena *a, struct board_row *out, struct fault *why);
/* Filings with a hearing to come, and those before `before` that have no case number yet. */
struct id_list {
	struct id *items;
	size_t count, capacity;
};
MUST_USE bool touched_read(struct store *s, const struct rulebook *b, day today, instant before,
                           struct arena *a, struct id_list *out, struct fault *why);
/* When anything was written last; INSTANT_NONE: nothing was. */
MUST_USE bool newest_read(struct store *s, instant *out, struct fault *why);
/* Did that user do that act ("skum.terbit") on the filing? */
MUST_USE bool act_done_by(struct store *s, const struct id *filing, const char *act,
                          const char *who, bool *done, struct fault *why);
MUST_USE bool history_read(struct store *s, const struct id *filing, int limit, struct arena *a,
                           struct history *out, struct fault *why);
/* What the row's form said before and after. */
MUST_USE bool revision_read(const struct history_row *row, struct arena *a, struct values *was,
                            struct values *is, struct fault *why);
MUST_USE bool mended_read(struct store *s, const struct id *filing, struct arena *a,
                          struct mended_list *out, struct fault *why);
/* "" : all bailiffs. */
MUST_USE bool bailiff_read(struct store *s, const char *bailiff, instant now, struct arena *a,
                           struct bailiff_list *out, struct fault *why);
/* Calls that he has not carried out yet. */
MUST_USE bool bailiff_open_count(struct store *s, const char *bailiff, int *out, struct fault *why);
/* What came of calls to a village, newest first. */
struct place_call;
MUST_USE bool place_calls_read(struct store *s, const char *village, struct arena *a,
                               struct place_call **out, size_t *count, struct fault *why);
/* Calls ordered in the period, and requests of other courts received in it. */
MUST_USE bool work_read(struct store *s, const struct period *in, struct arena *a,
                        struct work_list *out, struct fault *why);
/* How often a paper of a filing was printed; `which`: number of the summons, 0 for papers of which
 * there is one. */
struct paper_of {
	const struct id *filing;
	const char *paper;
	int which;
};
struct printed_before {
	int times;
	instant first; /* when it was printed first; now, if it was not */
};
MUST_USE bool printed_write(struct store *s, const struct paper_of *p, const char *by, instant at,
                            struct printed_before *before, struct fault *why);

#endif
