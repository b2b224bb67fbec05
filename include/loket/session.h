/* A clerk at work, without a picture: one act of a filing, its form with a draft and with the id of
 * its command, what is proposed, the running panjar, and what came of it in a sentence. A face
 * (desk, command line) tells it what happened and shows what it says; it knows no key and no
 * terminal.
 *
 * A session is never copied or moved: its form points into it. */
#ifndef LOKET_SESSION_H
#define LOKET_SESSION_H

#include "loket/court.h"
#include "loket/service.h"

/* ---- what is said ---- */
enum tone { TONE_PLAIN, TONE_TITLE, TONE_HINT, TONE_DONE, TONE_WARNING, TONE_FAULT, TONE_COUNT };
/* What the person may do about it; a face adds by which key. */
enum way_on { WAY_NONE, WAY_SAVE_OVER };
struct saying {
	enum tone tone; /* TONE_PLAIN: nothing was said */
	enum way_on way;
	char text[600]; /* in the user's language */
};

/* What the form was before each change, and behind those, what was taken back. */
enum { MOMENTS_MOST = 64 };
struct moments {
	struct undo_row {
		struct form_moment form;
		const char *what; /* in the user's language */
	} items[MOMENTS_MOST];
	size_t back, forth;
	struct form_moment now;
};

struct session {
	const struct login *login;
	struct arena *a;   /* of what is typed; not owned */
	struct arena read; /* of what was read */
	struct id id;      /* none: the form concerns no filing */
	bool drafts;       /* what is typed is kept as a draft and taken up again */

	/* as read last */
	struct filing filing;
	struct history history;
	struct mended_list mended;   /* since verification sent it back */
	const struct rulebook *book; /* in force when the act was taken up */
	size_t others;               /* people who have it open too */

	const struct act *act; /* NULL: what the form is for is no act of a filing */
	bool allowed;          /* now, by this person */
	struct fault refusal;  /* why not; also why the last act was refused */
	int64_t number;        /* of the summons, or of the message, the form is about */
	const char *subject;   /* of the payment it is about, or the address */

	bool has_form;
	struct form_state form;
	bool drafted;       /* something was typed here, and kept */
	bool unkept;        /* the last try to keep it failed */
	struct saying lost; /* that it did, and why */
	struct moments moments;
	struct id command; /* fixed when the form is begun: finished twice, it happens once */
	struct id edition; /* of the draft, as this session read or kept it; none: there is none */
	struct id aside;   /* none: the draft is the one to go on with */
	struct id wanted;  /* the draft that stands aside to be taken up, where there is one */
	instant begun;
	int64_t seen;             /* version the form was begun on */
	struct values before;     /* its values then, to tell what another changed */
	bool known;               /* who registers is, and was proposed */
	size_t set_aside;         /* fields that are filled in and no longer asked */
	struct check_row *checks; /* of step 7, as the form was begun */
	size_t check_count;
	struct skum panjar; /* as far as it can be reckoned; no lines: it cannot */
	struct arena reckoned;

	struct answer answer; /* of the last act done or refused */
	struct saying said;   /* since session_quiet() */
};

/* ---- draft.c ---- */
void session_quiet(struct session *s);
void session_say_(struct session *s, enum tone tone, const char *text, ...)
    __attribute__((sentinel));
#define session_say(s, tone, ...) session_say_((s), (tone), __VA_ARGS__, (const char *)0)
void session_fault(struct session *s, const struct fault *why);
/* Keeps what is typed as a draft, `typing` (or NULL) as it stands in the focused field; what nobody
 * typed is none. False: it is not kept yet, which is said, and so is when it is later. */
bool session_keep(struct session *s, const char *typing);
/* Throws away what is typed; until logout it can be taken back. True: the act is to be taken up
 * again. */
bool session_discard(struct session *s);

/* ---- session.c ---- */
void session_begin(struct session *s, const struct login *login, const struct id *filing,
                   struct arena *a);
void session_end(struct session *s);
/* Reads the filing and what hangs on it. */
MUST_USE bool session_read(struct session *s, struct fault *why);
/* The same; a fault is said. */
void session_read_again(struct session *s);
/* Says who else has the filing open, when somebody came. */
void session_presence(struct session *s);
/* What is to be done at a step: the last of its usual acts that this person can do now, else the
 * first of them. NULL: there is no such step. */
const struct act *session_usual(const struct session *s, const char *key);
/* Takes up an act: may it be done now, its form as it was kept or left as a draft, what is proposed
 * for it. */
void session_take(struct session *s, const struct act *act);
/* The same for a form that is for no act of a filing: "putus" of a payment in suspense, "antrean"
 * of a message. False: there is no such form. */
MUST_USE bool session_take_form(struct session *s, const char *form, struct fault *why);
/* Somebody else did something and the filing was read again: what is typed stays. True: the act is
 * to be taken up again. */
bool session_news(struct session *s, int64_t version_before);

/* ---- finish.c ---- */
/* All is checked and decided. False: the first field at fault has the focus, or the refusal is
 * said. */
bool session_finish(struct session *s);
/* Does an act of the filing with the values of the form, or none, checked by the door alone. */
bool session_do(struct session *s, const struct act *act, const struct values *values);

/* ---- propose.c ---- */
/* A field was left. */
void session_left(struct session *s, const struct form_position *left);
/* The new row's number, 0 when the list is full. */
int session_row_add(struct session *s, const char *list);
bool session_row_remove(struct session *s);
/* The registrant's data, for what is empty in a party's row. */
void session_copy_account(struct session *s, const char *list, int row);
/* Who was plaintiff is defendant: all of both sides change places. */
void session_swap_sides(struct session *s);
/* Step 9 is to be heard on this day; how it is reckoned is said. */
void session_set_hearing(struct session *s, day on);
/* The panjar, as the form and the rules stand. */
void session_reckon(struct session *s);
/* The form as it was before the last change, and after it again. False: there is none. */
bool session_undo(struct session *s);
bool session_redo(struct session *s);

/* ---- checklist.c: step 7. Rows count from 1. ---- */
size_t checklist_count(const struct session *s);
const struct check_row *checklist_item(const struct session *s, int row);
void checklist_answer(struct session *s, int row, const char *answer);
/* Does its answer go against the evidence, or say no, so that it needs a remark? */
bool checklist_defies(const struct session *s, int row);
/* The decision follows from the answers as a proposal; the admin has the last word. */
void checklist_propose(struct session *s);
int checklist_unanswered(const struct session *s); /* the first row; 0: none */

/* ---- evidence.c: what the admin decides by, in lines ---- */
enum evidence_section {
	EVIDENCE_SIPP,
	EVIDENCE_MENDED,
	EVIDENCE_PAYMENT,
	EVIDENCE_PAPERS,
	EVIDENCE_SECTIONS
};
struct evidence_line {
	enum tone tone;
	int indent;
	const char *text;
};
struct evidence {
	struct {
		struct evidence_line *lines;
		size_t count, capacity;
	} sections[EVIDENCE_SECTIONS];
};
void evidence_gather(const struct session *s, struct arena *a, struct evidence *out);
/* What changed in a form, for people: "Alamat 2", in the second row of a list; "lama → baru". */
const char *change_name(const struct form_change *ch, struct arena *a);
const char *change_words(const struct form_change *ch, const struct form_scope *scope,
                         struct arena *a);

#endif
