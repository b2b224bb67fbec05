/* The filing screen's parts: the rail and what is shared (filing.c), and a body for each kind of
 * step. A body is like a screen within the screen: opened when its step is looked at, opened anew
 * when the filing changed. */
#ifndef LOKET_DESK_FILING_H
#define LOKET_DESK_FILING_H

#include "loket/court.h"

#include "evidence.h"
#include "formview.h"
#include "screen.h"

struct filing_view;

enum { BODY_HINTS = 6, MENU_MOST = 12 };

struct body {
	const struct act *act; /* what F10 does, with its form if it has one */
	const char *done;      /* F10's word in the foot */
	void (*open)(struct filing_view *v,
	             struct desk *d); /* after form and refusal are set; may be NULL */
	/* What it reckons, anew: the rules are other ones now. May be NULL. */
	void (*reckon)(struct filing_view *v, struct desk *d);
	/* False: the event is not the body's. */
	bool (*on)(struct filing_view *v, struct desk *d, const struct event *e,
	           struct intent *out);
	void (*draw)(const struct filing_view *v, const struct desk *d, struct cells *c,
	             struct area where);
	/* Keys of its own for the foot, after F10; and further actions for F4. Return how many. */
	size_t (*hints)(const struct filing_view *v, struct key_hint *out);
	size_t (*menu)(const struct filing_view *v, const struct desk *d, struct choice *out);
	/* Over the history at the side of a wide window; rows used. May be NULL. */
	int (*side)(const struct filing_view *v, struct cells *c, struct area where);
};

struct filing_view {
	struct arena *a;   /* the screen's */
	struct arena read; /* the filing as last read, and what hangs on it */
	struct id id;
	struct filing filing;
	struct history history;
	struct mended_list mended; /* since verification sent it back */
	size_t others;             /* people who have it open too */
	size_t at;                 /* the step looked at, from 0 */
	bool rail;                 /* the focus is on the rail */
	const struct body *body;
	struct body plain;           /* of a step that is a form and nothing more */
	const struct rulebook *book; /* in force when it was looked at last */

	struct formview form; /* of bodies with a form */
	bool has_form;
	const char *form_step; /* its key: also of the draft */
	const struct act *act; /* F10's, NULL where nothing can be done */
	bool allowed;          /* now, by this person */
	struct fault refusal;  /* why not */
	struct id
	    command;  /* fixed when the form is begun, so that F10 pressed twice happens once */
	bool drafted; /* something was typed here, and kept */
	instant begun;
	int64_t seen;         /* version the form was begun on */
	struct values before; /* the step's values then, to tell what another changed */

	const char *set_aside; /* labels of what is filled in and no longer asked; NULL: nothing */
	struct skum panjar;    /* as far as it can be reckoned */
	struct arena reckoned; /* what it rests on */
	struct window items;   /* of the checklist */
	struct evidence evidence; /* beside it */
	bool in_items;            /* the focus is in the checklist, not in the form below it */
};

extern const struct body body_form, body_account, body_approval, body_parties, body_claim,
    body_skum, body_payment, body_verify, body_number, body_summons;

/* ---- filing.c, for bodies ---- */
/* Does an act with the form's values (or none); says what came of it; true when done. */
bool filing_do(struct filing_view *v, struct desk *d, const struct act *act,
               const struct values *values);
void filing_print(struct filing_view *v, struct desk *d, const char *paper, int which);
void filing_keep_draft(struct filing_view *v, struct desk *d);
const char *filing_step_key(const struct filing_view *v, const struct desk *d);

/* ---- filingdraw.c ---- */
/* The rail as it stands; `steps` has space for the SOP's, `clock` for its two lines. */
struct rail filing_rail(const struct filing_view *v, const struct desk *d, struct rail_step *steps,
                        char clock[2][64]);
void filing_draw(const void *model, const struct desk *d, struct cells *c);

/* ---- bodysummons.c: what SIPP says of the case, asked for with F5 ---- */
enum { CASE_ROWS = 4 };
void case_draw(const struct filing_view *v, struct cells *c, struct area where);
bool case_on(struct filing_view *v, struct desk *d, const struct event *e);
struct key_hint case_hint(const struct filing_view *v);

/* ---- form body (bodyform.c), shared by the bodies that are a form ---- */
bool form_body_on(struct filing_view *v, struct desk *d, const struct event *e, struct intent *out);
void form_body_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                    struct area where);
size_t form_body_hints(const struct filing_view *v, struct key_hint *out);
size_t form_body_menu(const struct filing_view *v, const struct desk *d, struct choice *out);
const char *form_body_list(
    const struct filing_view *v); /* the focused row's, "" : the form's own */
/* The same where a NIK that was seen before offers what is known of its person. */
bool people_body_on(struct filing_view *v, struct desk *d, const struct event *e,
                    struct intent *out);
void form_body_say_fault(struct filing_view *v, struct desk *d);

#endif
