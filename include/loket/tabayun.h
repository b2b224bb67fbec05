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
	const char *role, *identity; /* "Tergugat"; "umur 39 tahun, agama Islam, petani" */
	const char *matter;          /* "Cerai Gugat" */
	const char *sides;           /* all parties and their roles, a line each */
	const char *hour, *place;    /* of the hearing, at the court that asks */
	const char *verdict;         /* of a decision that is told */
	day received, dated;         /* dated: of the sender's letter */
	day hearing;                 /* or the day of the decision that is told; DAY_NONE: none */
	rupiah fee;
	const char *bailiff;                 /* user's name */
	day appointed, served, handed, sent; /* handed: the relaas to the coordinator */
	const char *outcome, *met, *met_as, *met_at, *said; /* met_at: the hour */
	const char *cover, *resi; /* of the answer: number of the cover letter, of the post */
};
struct tabayun_list {
	struct tabayun *items;
	size_t count, capacity;
};

/* What forms fill in and rows keep: a field, the member at that place, and its column. */
enum tabayun_kind { TABAYUN_TEXT, TABAYUN_DAY, TABAYUN_RUPIAH };
struct tabayun_field {
	const char *form, *field, *column; /* column NULL: that of the row above, otherwise asked */
	enum tabayun_kind kind;
	size_t at;
};
extern const struct tabayun_field tabayun_fields[];
extern const size_t tabayun_field_count;
const char **tabayun_text(struct tabayun *t, const struct tabayun_field *f);
day *tabayun_day(struct tabayun *t, const struct tabayun_field *f);
struct tabayun tabayun_blank(void); /* nothing is filled in */

enum tabayun_state tabayun_state(const struct tabayun *t);
const char *tabayun_key(enum tabayun_state s);  /* "diminta": as it is exported */
const char *tabayun_word(enum tabayun_state s); /* a message id */
/* The form by which it goes on; NULL: it is answered. */
const char *tabayun_next(const struct tabayun *t);
/* Last day for what comes next, never after the hearing; DAY_NONE: nothing does, or no term is
 * set. */
day tabayun_due(const struct rulebook *b, const struct tabayun *t);
/* The same when it stood there. */
day tabayun_due_at(const struct rulebook *b, const struct tabayun *t, enum tabayun_state at);
/* What a filled form makes of it, if it is its turn. Texts stay those of `v`. */
MUST_USE bool tabayun_take(const char *form, const struct values *v, struct tabayun *t,
                           struct fault *why);
/* What happened, for people. */
const char *tabayun_event(const char *form, const struct tabayun *t, struct arena *a);
/* "3/2026" */
const char *tabayun_name(const struct tabayun *t, struct arena *a);

/* ---- tabayunpaper.c: what is written for it; the views that templates print ---- */
struct letter_lines;
struct outgoing;
struct tabayun_printing {
	instant now;
	bool again;
	const char *bailiff, *nip;     /* his full name */
	const struct outgoing *letter; /* number and day; NULL: none */
};
/* The sentences of the relaas made here (data/letters.xml, "relaas_tabayun"). */
void tabayun_relaas(const struct rulebook *b, const struct tabayun *t, const char *bailiff,
                    struct arena *a, struct letter_lines *out);
/* Paper "penunjukan" or "pengantar", and the relaas. */
const char *paper_tabayun(const struct rulebook *b, const struct tabayun *t,
                          const struct tabayun_printing *p, struct arena *a);
const char *paper_tabayun_relaas(const struct rulebook *b, const struct tabayun *t,
                                 const struct tabayun_printing *p, struct arena *a);

/* ---- tabayuncheck.c: every kind of request with every outcome, and what is wrong with it ---- */
struct letter_case;
struct relaas_proof;
size_t tabayun_cases(const struct rulebook *b, struct arena *a, struct letter_case **out);
const char *tabayun_case_name(const struct letter_case *of,
                              struct arena *a); /* "tabayun ikrar Y 1" */
/* A request of that case, with all that may be known, or with the least. */
struct tabayun tabayun_specimen(const struct letter_case *of, bool least);
/* Adds to what was proved before. */
void tabayun_prove(const struct rulebook *b, struct arena *a, struct relaas_proof *out);

#endif
