/* A session at the desk: its form with an editor, its sentences on the message line with the keys
 * that go on from there. What the filing screen and the screen of one act share. */
#ifndef LOKET_DESK_FACE_H
#define LOKET_DESK_FACE_H

#include "loket/session.h"

#include "formview.h"
#include "screen.h"

/* First in the model of its screen. */
struct face {
	struct session session;
	struct formview form; /* where the session has a form */
	struct arena *a;      /* the screen's; not owned */
};

/* The session took up another act: its form is shown. */
void face_open(struct face *f, const struct desk *d, struct area where);
/* Another window. */
void face_fit(struct face *f, const struct desk *d, struct area where);
/* What the session said. */
void face_tell(struct face *f, struct desk *d);
/* What is wrong and not mended yet: that what is typed is not kept, else a field. */
void face_standing(const struct face *f, const struct desk *d, struct remark *out);
/* The form's events. INTENT_PASS: not the form's, or back past its first field. */
struct intent face_on(struct face *f, struct desk *d, const struct event *e);
/* Does the focused text fill the screen? Then it is all there is to draw, and its keys are those.
 */
bool face_is_full(const struct face *f);
void face_draw_full(const struct face *f, const struct desk *d, struct cells *c);
struct bindings face_full_keys(void);
/* The text came back from an editor. */
void face_replace(struct face *f, struct desk *d, const char *text);
/* A document was picked for the focused field. */
void face_put(struct face *f, struct desk *d, const char *path);
void face_row_add(struct face *f, struct desk *d, const char *list);
void face_row_remove(struct face *f, struct desk *d);
/* All is finished; false: not yet, and said why. */
bool face_finish(struct face *f, struct desk *d);
/* About to be left. False: not kept yet, which is said. */
bool face_keep(struct face *f, struct desk *d);
/* Nobody types just now: what stands in the field is kept as it stands. */
void face_pause(struct face *f, struct desk *d);
/* F1: the focused field, else the form. */
struct intent face_help(const struct face *f);
/* The list the focus is in, "" : the form's own fields. */
const char *face_list(const struct face *f);
enum style face_style(enum tone tone);

#endif
