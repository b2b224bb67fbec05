/* The filing screen's parts: the rail and what is shared (filing.c), and a body for each act that
 * is more than its form. A body is like a screen within the screen: it has its own private state,
 * its own keys, and is opened again when its act is taken up. */
#ifndef LOKET_DESK_FILING_H
#define LOKET_DESK_FILING_H

#include "loket/session.h"

#include "face.h"

struct filing_view {
	struct face face;
	size_t at; /* the step looked at, from 0 */
	bool rail; /* the focus is on the rail */
	/* Those of acts that are more than their form, NULL ends them; that of the others. */
	const struct body *const *bodies, *plain;
	const struct body *body;
	void *own; /* the body's private state */
};

/* What the menu of the screen answers with; a body's own follow. */
enum {
	MENU_HISTORY,
	MENU_JOURNAL,
	MENU_PRINT,
	MENU_DISCARD,
	MENU_NOTHING,
	MENU_ADD,
	MENU_REMOVE,
	MENU_CODE,
	MENU_PROOF,
	MENU_BODY
};
enum { MENU_MOST = 256, MENU_ALWAYS = 16 }; /* of those, what every filing offers */
struct menu {
	struct menu_item *items;
	size_t count; /* at most MENU_MOST */
};

struct body {
	const struct act *act;
	size_t size;          /* of the private state */
	struct bindings keys; /* F10 first */
	void (*draw)(const struct filing_view *v, const struct desk *d, struct cells *c,
	             struct area where);
	/* Each may be NULL. */
	void (*open)(struct filing_view *v);
	struct intent (*on)(struct filing_view *v, struct desk *d, const struct event *e);
	void (*menu)(const struct filing_view *v, struct menu *m);
	struct intent (*resume)(struct filing_view *v, struct desk *d,
	                        const struct screen_result *reply);
	/* Over the history at the side of a wide window; rows used. */
	int (*side)(const struct filing_view *v, struct cells *c, struct area where);
};

extern const struct body body_form, body_approval, body_parties, body_claim, body_skum,
    body_payment, body_verify, body_number, body_summons;

/* ---- filingstep.c ---- */
void menu_add(struct menu *m, int id, int which, const char *label);
/* Looks at the step `at`, from 0; at the one the filing stands at. */
void filing_open_step(struct filing_view *v, struct desk *d, size_t at);
void filing_open_stage(struct filing_view *v, struct desk *d);
struct areas filing_areas(const struct desk *d);
const char *filing_step_key(const struct filing_view *v, const struct desk *d);
struct intent filing_do(struct filing_view *v, struct desk *d, const struct act *act);
struct intent filing_print(struct filing_view *v, struct desk *d, const char *paper, int which);
/* F10, for the rows of a body's keys: on to what follows, or stay where somebody else must act. */
struct intent filing_finish(void *model, struct desk *d);
bool filing_when_allowed(const void *model);
bool filing_when_paid(const void *model);
bool filing_when_issued(const void *model);

/* ---- filingdraw.c ---- */
/* The rail as it stands; `steps` has space for the SOP's, `clock` for its two lines. */
struct rail filing_rail(const struct filing_view *v, const struct desk *d, struct rail_step *steps,
                        char clock[2][PACE_ROOM]);
void filing_draw(const void *model, const struct desk *d, struct cells *c);

/* ---- bodysummons.c: what SIPP says of the case, asked for with F5 ---- */
enum { CASE_ROWS = 6 };
void case_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
               struct area where);
bool case_when_numbered(const void *model);

/* ---- domicile.c ---- */
/* MENU_CODE and MENU_PROOF for the addresses of that step that are not proven yet. */
void domicile_menu(const struct filing_view *v, const char *step, struct menu *m);
struct intent domicile_chosen(struct filing_view *v, struct desk *d,
                              const struct screen_result *reply);

/* ---- bodyform.c, for the bodies that are a form and more ---- */
void form_body_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                    struct area where);
struct intent form_row_add(void *model, struct desk *d);
bool form_when_lists(const void *model);
/* clang-format off */ /* its versions disagree about braces in macros */
#define FORM_FINISH(word) \
	{ K_F10, .label = (word), .run = filing_finish, .when = filing_when_allowed }
#define FORM_ADD { K_F6, .label = N_("tambah"), .run = form_row_add, .when = form_when_lists }
#define FORM_PAGES { .name = "F7 F8", .label = N_("halaman"), .when = form_when_lists }
/* clang-format on */

#endif
