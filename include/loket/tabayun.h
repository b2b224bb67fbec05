/* A request of another court to call or to notify somebody here (tabayun): what is asked, who is
 * appointed, what came of it, how it was answered (HIR 389/RBg 717; SEMA 6/2014). Plain data. */
#ifndef LOKET_TABAYUN_H
#define LOKET_TABAYUN_H

#include "loket/id.h"
#include "loket/rulebook.h"

enum tabayun_state { TABAYUN_ASKED, TABAYUN_APPOINTED, TABAYUN_SERVED, TABAYUN_ANSWERED };
struct tabayun {
	struct id id;
	int year, number; /* in the register of the year; number 0: not yet recorded */
	const char *sender, *letter, *case_number, *kind, *party, *address, *note;
	day received, dated; /* dated: of the sender's letter */
	day hearing;         /* or the day of the decision that is told; DAY_NONE: none */
	rupiah fee;
	const char *bailiff;                 /* user's name */
	day appointed, served, handed, sent; /* handed: the relaas to the coordinator */
	const char *outcome, *met, *met_as, *said;
	const char *cover, *resi; /* of the answer: number of the cover letter, of the post */
};
struct tabayun_list {
	struct tabayun *items;
	size_t count, capacity;
};

enum tabayun_state tabayun_state(const struct tabayun *t);
const char *tabayun_key(enum tabayun_state s);  /* "diminta": as it is exported */
const char *tabayun_word(enum tabayun_state s); /* a message id */
/* The form by which it goes on; NULL: it is answered. */
const char *tabayun_next(const struct tabayun *t);
/* Last day for what comes next, never after the hearing; DAY_NONE: nothing does, or no term is
 * set. */
day tabayun_due(const struct rulebook *b, const struct tabayun *t);
/* What a filled form makes of it, if it is its turn. Texts stay those of `v`. */
MUST_USE bool tabayun_take(const char *form, const struct values *v, struct tabayun *t,
                           struct fault *why);
/* What happened, for people. */
const char *tabayun_event(const char *form, const struct tabayun *t, struct arena *a);
/* "3/2026" */
const char *tabayun_name(const struct tabayun *t, struct arena *a);

#endif
