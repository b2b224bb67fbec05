/* A form on the screen: one page at a time (the form's own fields, then one row of a list after
 * another), an editor in the focused field, a list that drops down where there is something to
 * choose. It works on a form_state and knows nothing of filings; what was typed never leaves it but
 * by being replaced. */
#ifndef LOKET_DESK_FORMVIEW_H
#define LOKET_DESK_FORMVIEW_H

#include "loket/form.h"

#include "daypick.h"
#include "entry.h"
#include "frame.h"
#include "longtext.h"
#include "picklist.h"

struct formview {
	struct form_state *state; /* not owned */
	struct arena *a;          /* the screen's; not owned */
	struct entry entry;
	bool picking; /* the list of choices is open */
	struct picklist pick;
	const struct choices *choices; /* of the focused field, or NULL */
	bool looks_up;                 /* the focused field is a village */
	struct village *villages;      /* found for what is typed, as in `pick` */
	size_t village_count;
	bool dating; /* the calendar is open */
	struct daypick day;
	struct longtext full;      /* the focused text fills the screen */
	struct area whole;         /* what it fills */
	int width, rows;           /* of the area it was last fitted to */
	bool typed;                /* since the field was entered */
	bool edits;                /* a key of the editor was pressed since then */
	const char *unfit;         /* what was typed just now and is in no list; NULL: nothing */
	bool advanced;             /* a full field went on by itself, just now */
	struct form_position left; /* the field that was typed in and left last */
	bool read_only;
	bool aside; /* something else on the screen has the focus */
};

enum formview_news {
	FORMVIEW_NOT_MINE, /* the event is the screen's */
	FORMVIEW_USED,
	FORMVIEW_LEFT,  /* a field was left: keep the draft */
	FORMVIEW_FIRST, /* back past the first field */
	FORMVIEW_LAST,  /* on past the last field */
	FORMVIEW_FILE   /* a document is to be picked from the disk for the focused field */
};

/* ---- formview.c ---- */
void formview_start(struct formview *v, struct form_state *state, bool read_only, struct arena *a);
/* Fits the editor to the area: at the start and whenever the window changed. */
/* `whole`: of a long text that fills the screen. */
void formview_fit(struct formview *v, struct area where, struct area whole);
enum formview_news formview_on(struct formview *v, const struct event *e);

/* May something be typed that the list of the focused field does not have? */
static inline bool formview_is_open(const struct formview *v)
{
	return v->looks_up || v->state->focus.field->warns;
}

/* Takes what stands in the editor into the state, as leaving the field does. */
bool formview_commit(struct formview *v);
/* The focus was changed from outside (finish, draft, a row added): fills the editor again. */
void formview_enter(struct formview *v);
void formview_focus(struct formview *v, const char *path); /* "pihak[2].nik" */
/* To the first field of a row. */
void formview_focus_row(struct formview *v, const char *list, int row);
/* Does the focused text fill the screen? Then it is drawn by longtext_draw() alone. */
static inline bool formview_is_full(const struct formview *v)
{
	return v->full.open;
}
/* Another text for it, from outside. */
void formview_replace(struct formview *v, const char *text);
/* A value from outside (a picked document, a known person's data) for the focused field. */
void formview_put(struct formview *v, const char *text);
/* The fault of the focused field, with the key that helps, else of the one that was left last; ""
 * when neither has one. In the user's language. */
const char *formview_fault(const struct formview *v, bool *stops);

/* ---- formdraw.c ---- */
void formview_draw(const struct formview *v, struct cells *c, struct area where);
/* Columns of a value that has its line for itself. */
int formview_value_width(struct area where);

#endif
