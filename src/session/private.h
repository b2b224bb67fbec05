/* What the files of the session share and nobody else sees. */
#ifndef SESSION_PRIVATE_H
#define SESSION_PRIVATE_H

#include "loket/session.h"

#define NUMBER "panggilan_ke" /* field of the form "hasil": which summons it is about */

/* ---- draft.c ---- */
void session_focus(struct session *s, const char *path); /* "pihak[2].nik" */

/* ---- propose.c ---- */
/* What is known already is proposed for a form just begun. */
void propose_begin(struct session *s);

#endif
