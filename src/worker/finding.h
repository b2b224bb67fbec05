/* What a check finds, row by row, and the worst of it. */
#ifndef WORKER_FINDING_H
#define WORKER_FINDING_H

#include "loket/worker.h"

/* ---- finding.c ---- */
enum { FINDING_WORDS = 3 }; /* that a sentence may name */

struct findings {
	doctor_say *say;
	enum fault_kind worst;
};
/* Each tells one row; true: it is good. */
bool finding_tell(struct findings *f, enum doctor_state state, const char *what, const char *said);
/* The sentence (a message id) with its words in place. */
bool finding_words(struct findings *f, enum doctor_state state, const char *what, const char *text,
                   const char *const words[FINDING_WORDS]);
bool finding_of(struct findings *f, enum doctor_state state, const char *what, const char *text,
                const char *word);
bool finding_fault(struct findings *f, enum doctor_state state, const char *what,
                   const struct fault *why);

/* ---- way.c ---- */
struct net_answer;
/* The links of a call to `url`, one by one, and how long each took: name, connection, TLS and when
 * its certificates end, answer. The first that fails is the last that is told. */
void way_tell(struct findings *f, struct arena *a, const char *url,
              const struct net_answer *answer);
/* When the chain of certificates ends, as the row `what`; nothing where there was none. */
void chain_tell(struct findings *f, struct arena *a, const char *what,
                const struct net_answer *answer);

#endif
