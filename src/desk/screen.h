/* What a screen is: a model without a curses type, what it reads, what its keys do, a picture. One
 * file a screen, ending in its const row. No screen calls a screen: it answers with an intent, and
 * the desk (app.c) opens, closes and stacks.
 *
 * A model is zeroed memory of the size its row names and lives as long as the screen is on the
 * stack. What a screen reads lives in an arena that the desk empties before each reading. */
#ifndef LOKET_DESK_SCREEN_H
#define LOKET_DESK_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/cells.h"
#include "loket/desk.h"
#include "loket/service.h"
#include "loket/tty.h"

#include "remarks.h"

struct key_hint;
struct listing;
struct screen;
struct session;

/* ---- what screens say to each other ---- */

/* One line of a menu: `id` and `which` come back to the screen that opened it. */
struct menu_item {
	int id, which;
	const char *label; /* in the user's language */
};

/* What a screen is opened with; a screen takes what concerns it. Texts live at least as long as
 * what the screen below has read. */
struct argument {
	struct id filing;
	const char *step; /* filing: open at this step; list: only this step; "" or NULL: any */
	struct id draft;  /* filing, act: the one that stands aside; none: the usual one */
	const struct act *act; /* act */
	/* help: what to explain; act: the name of what it concerns; why: what is asked about;
	 * picker: the path that stands there */
	const char *text;
	const char *title; /* help, menu, picker; act: whom it concerns, in words */
	int number;        /* of a summons, of a message */
	/* why: of the screen below, with what is typed there; NULL: the filing as it is kept */
	const struct session *session;
	const struct figure_asked *figure; /* figure: the one whose filings are listed */
	const struct menu_item *items;     /* menu */
	size_t item_count;
};

/* What a screen that closed answers to the one below it. */
struct screen_result {
	enum { REPLY_NONE, REPLY_ITEM, REPLY_FILE, REPLY_TEXT } kind;
	int id, which; /* REPLY_ITEM: of the line chosen in a menu */
	/* REPLY_FILE: path of the document picked; REPLY_TEXT: as it was edited. */
	const char *text;
};

struct intent {
	enum {
		INTENT_STAY,
		INTENT_PASS,   /* the event is not the screen's */
		INTENT_READ,   /* what is shown is to be read again */
		INTENT_OPEN,   /* `screen` with `argument` on top */
		INTENT_BACK,   /* this one closes; `reply` goes to the one below */
		INTENT_HOME,   /* all close down to the first screen after the login */
		INTENT_EDITOR, /* the text of `reply` goes to the user's editor and comes back */
		INTENT_LOGOUT, /* all close, the login screen opens */
		INTENT_QUIT
	} kind;
	const struct screen *screen;
	struct argument argument;
	struct screen_result reply;
};

static inline struct intent stay(void)
{
	return (struct intent){ .kind = INTENT_STAY };
}
static inline struct intent pass(void)
{
	return (struct intent){ .kind = INTENT_PASS };
}
static inline struct intent read_again(void)
{
	return (struct intent){ .kind = INTENT_READ };
}
static inline struct intent back(void)
{
	return (struct intent){ .kind = INTENT_BACK };
}
static inline struct intent open_screen(const struct screen *screen, struct argument with)
{
	return (struct intent){ .kind = INTENT_OPEN, .screen = screen, .argument = with };
}

/* What all screens share: who sits here, the message line. */
struct desk {
	struct app *app;
	struct login login;
	instant now;            /* at the last event */
	struct remark message;  /* a new one replaces the old */
	struct remark standing; /* of the screen, until it is mended */
	struct remarks all;
	bool said;       /* since the last event */
	bool said_shown; /* has been drawn */
	unsigned event, said_at;
	bool again;            /* what stands was refused once more */
	int rows, cols;        /* of the window */
	bool no_rail;          /* put away: its columns are the form's */
	struct arena *scratch; /* of the picture being drawn */
	const struct desk_commands *commands;
	int watched;       /* a descriptor whose news are the top screen's, or -1 */
	char ran[512];     /* the last command of the `:` line */
	char folder[4096]; /* where the last document was picked, "" : nowhere yet */
};

/* ---- what a key does; the foot is drawn from the same rows, most used first ---- */
struct binding {
	enum key key;     /* K_NONE: a letter, or keys that the foot only tells of */
	const char *name; /* the letter ("W"), or what the foot calls the key; NULL: its own name */
	const char *label; /* msgid; NULL: the key's usual word */
	struct intent (*run)(void *model, struct desk *d);
	struct intent then; /* where nothing is to be run; STAY: the foot only tells of the key */
	/* Is there something to do it to? NULL: always. */
	bool (*when)(const void *model);
	/* The foot hides it from those without the right, and the key tells them who has it: the
	 * right to an act, or "antrean.ulang". NULL: everybody may. */
	const struct act *act;
	const char *right;
	bool quiet; /* the foot does not tell of it */
};
struct bindings {
	const struct binding *items;
	size_t count;
};
/* clang-format off */ /* its versions disagree about braces in macros */
#define BINDINGS(rows) { (rows), COUNT_OF(rows) }
/* clang-format on */

struct screen {
	size_t size; /* of the model */
	/* F1, where there is something to explain: msgids. */
	const char *title, *help;
	struct bindings keys;
	/* Not NULL: the screen is a list, and its model begins with a struct listview. */
	const struct listing *listing;
	bool over;     /* lies over the work of the screen below, whose message stays */
	bool beside;   /* stands beside the screen below where the window is wide */
	bool of_files; /* what it reads changes with the court's data files alone */

	void (*draw)(const void *model, const struct desk *d, struct cells *c);
	/* Each of these may be NULL. */
	/* What is wrong here and not mended yet: style and text. */
	void (*standing)(const void *model, const struct desk *d, struct remark *out);
	bool (*open)(void *model, struct desk *d, struct arena *a, const struct argument *with,
	             struct fault *why);
	/* Reads what is shown into `a`: after open(), before resume(), and when something was
	 * committed elsewhere. What was read before is there until it returns, and nothing in the
	 * model may point to it then. */
	bool (*read)(void *model, struct desk *d, struct arena *a, struct fault *why);
	/* INTENT_PASS: the list has the event, then the rows of keys, then it means what it always
	 * does. */
	struct intent (*on)(void *model, struct desk *d, const struct event *e);
	/* What is typed over the list changed. */
	struct intent (*typed)(void *model, struct desk *d);
	/* The screen above closed. */
	struct intent (*resume)(void *model, struct desk *d, const struct screen_result *reply);
	/* Something was committed elsewhere, and has been read. */
	void (*news)(void *model, struct desk *d);
	/* About to be covered, closed or killed: keep the draft. False: it is not kept yet, so that
	 * the screen stays. */
	bool (*keep)(void *model, struct desk *d);
	/* Nobody typed for a moment. */
	void (*pause)(void *model, struct desk *d);
	void (*close)(void *model, struct desk *d);
	/* Keys of the part that has the focus; they come before those of the screen. */
	struct bindings (*part)(const void *model);
};

extern const struct screen screen_login, screen_board, screen_list, screen_filing, screen_bailiff,
    screen_report, screen_queue, screen_picker, screen_history, screen_help, screen_users,
    screen_menu, screen_act, screen_journal, screen_suspense, screen_closing, screen_deposit,
    screen_payouts, screen_tabayun, screen_recon, screen_register, screen_settings,
    screen_consequence, screen_post, screen_drafts, screen_patut, screen_command, screen_workload,
    screen_letters, screen_accounts, screen_figure, screen_why, screen_userlog, screen_checkup,
    screen_books, screen_worklist;

/* ---- why.c: F2 ---- */
/* Opens the whys of a filing at one of them. */
struct intent why_open(const struct id *filing, const char *key);

/* ---- drafts.c ---- */
struct intent draft_take_up(const struct draft *draft);
/* The title of its form. */
const char *draft_form(const struct draft *draft, const struct desk *d);

/* ---- binding.c ---- */
/* The row that has the key or letter, and something to do it to; NULL: none. */
const struct binding *binding_for(const struct screen *screen, const void *model,
                                  const struct event *e);
const char *binding_right(const struct binding *x); /* NULL: everybody has it */
bool binding_may(const struct binding *x, const struct desk *d);
/* For the foot; returns their number. */
size_t binding_hints(const struct screen *screen, const void *model, const struct desk *d,
                     struct key_hint *out, size_t most);

/* ---- say.c ---- */
/* The sentence with the names of the keys as the court has moved them. */
const char *desk_keys(const struct desk *d, const char *text);
/* The message line: a hint, a success, a warning, a fault in the user's language. */
void desk_quiet(struct desk *d);
/* Of what the focus is on; it is not kept among the last messages. */
void desk_hint(struct desk *d, const char *text);
void desk_say(struct desk *d, enum style style, const char *text);
/* The same with %1 %2 %3; ended by NULL (the macro adds it). */
void desk_say_with_(struct desk *d, enum style style, const char *text, ...)
    __attribute__((sentinel));
#define desk_say_with(d, style, ...) desk_say_with_((d), (style), __VA_ARGS__, (const char *)0)
void desk_fault(struct desk *d, const struct fault *why);
/* What came of it: `event`, or the fault. Returns `done`. */
bool desk_done(struct desk *d, bool done, const char *event, const struct fault *why);
/* Where a paper lies: a path below HOME as "~". In d->scratch. */
const char *desk_place(const struct desk *d, const struct printed *paper);
/* What came of printing: where the paper lies, or the fault. */
struct intent desk_printed(struct desk *d, bool done, const struct printed *paper,
                           const struct fault *why);
/* Who has the right, to somebody who has not. */
void desk_say_who_may(struct desk *d, const char *right);
/* The head of a screen: its title, who sits here (nobody before the login) and the time. */
void desk_head(const struct desk *d, struct cells *c, const char *title);
/* The same where the title names the person. */
void desk_head_time(const struct desk *d, struct cells *c, const char *title);
/* Since when, as a board says it: "12 mnt", "3 jam", "kemarin", "2 hari". */
const char *desk_since(const struct desk *d, instant since);

#endif
