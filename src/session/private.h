/* What the files of the session share and nobody else sees. */
#ifndef SESSION_PRIVATE_H
#define SESSION_PRIVATE_H

#include "loket/session.h"

#define NUMBER "panggilan_ke" /* field of the form "hasil": which summons it is about */

/* ---- draft.c ---- */
void session_focus(struct session *s, const char *path); /* "pihak[2].nik" */

/* ---- undo.c ---- */
void moments_begin(struct session *s); /* of a form just begun */
/* The form was changed: by what, in the user's language. Nothing when it was not. */
void moments_add(struct session *s, const char *what);
/* To what it was before the last change, and after it again. What changed; NULL: there is nothing.
 */
const char *moments_back(struct session *s);
const char *moments_forth(struct session *s);

/* ---- fill.c ---- */
/* Fills what is empty or only proposed in a row, by the ids of the fields; how many were filled. */
int propose_fill(struct session *s, const char *list, int row, const struct values *from);

/* ---- registrant.c: who registered before ---- */
/* A field of the account was left: NIK, name, or a number. True: he is known, and proposed. */
bool registrant_offer(struct session *s, const struct form_position *left);
/* The name or the card of a representative was left. True: the advocate is known, and proposed. */
bool representative_offer(struct session *s, const struct form_position *left);
/* His evidence, for step 2; what is of this case alone, and what has expired, is asked again. */
void registrant_evidence(struct session *s);

/* ---- parties.c ---- */
/* Nothing where the form was filled in before, or a draft is. */
void propose_parties(struct session *s);

/* ---- payout.c ---- */
void propose_account(struct session *s);
void propose_payout(struct session *s);

/* ---- checklist.c ---- */
/* The items that are asked, with what proves them. */
void checklist_begin(struct session *s);

/* ---- propose.c ---- */
/* What is known already is proposed for a form just begun. */
void propose_begin(struct session *s);

#endif
