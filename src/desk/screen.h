/* What a screen is: a model without a curses type, an answer to events, a picture. One file a
 * screen, ending in its const row. No screen calls a screen: it answers with an intent, and the
 * desk (app.c) opens, closes and stacks.
 *
 * A model is zeroed memory of the size its row names and lives as long as the screen is on the
 * stack. What a screen reads it reads anew into an arena of its own at open(), resume() and news();
 * it never patches. */
#ifndef LOKET_DESK_SCREEN_H
#define LOKET_DESK_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/cells.h"
#include "loket/service.h"
#include "loket/tty.h"

enum screen_name {
	SCREEN_LOGIN,
	SCREEN_BOARD,
	SCREEN_LIST,
	SCREEN_FILING,
	SCREEN_BAILIFF,
	SCREEN_OUTCOME, /* of the summons `number` of `filing` */
	SCREEN_REPORT,
	SCREEN_QUEUE,
	SCREEN_PICKER, /* a document from the disk; answers with its path */
	SCREEN_HISTORY,
	SCREEN_HELP,
	SCREEN_USERS,
	SCREEN_CHOICE, /* further actions (F4); answers with the key of the chosen one */
	SCREEN_ACT,    /* one `act` with its form, or what the form `step` is for */
	SCREEN_JOURNAL,
	SCREEN_SUSPENSE,
	SCREEN_RECON,
	SCREEN_REGISTER,
	SCREEN_SETTINGS,
	SCREEN_COUNT
};

/* What a screen is opened with; a screen reads what concerns it. */
struct argument {
	struct id filing;
	const char *step; /* SCREEN_FILING: open at this step; SCREEN_LIST: only this step; "" or
	                     NULL: any */
	const struct act *act;
	const char *text; /* SCREEN_HELP: what to explain; SCREEN_LIST: begin the search with */
	const char *title;
	int number;                   /* of a summons, of a message */
	const struct choice *choices; /* SCREEN_CHOICE */
	size_t choice_count;
};

struct intent {
	enum {
		INTENT_STAY,
		INTENT_OPEN,   /* `screen` with `argument` on top */
		INTENT_BACK,   /* this one closes; `answer` (may be NULL) goes to the one below */
		INTENT_HOME,   /* all close down to the Beranda */
		INTENT_LOGOUT, /* all close, the login screen opens */
		INTENT_QUIT
	} kind;
	enum screen_name screen;
	struct argument argument; /* texts must live in the screen's model arena, or longer */
	const char *answer;
};

/* What all screens share: who sits here, the message line. */
struct desk {
	struct app *app;
	struct login login;
	instant now; /* at the last event */
	enum style message_style;
	char message[600];  /* one sentence; a new one replaces the old */
	bool said;          /* since the last event */
	int rows, cols;     /* of the window */
	char folder[1024];  /* where the last document was picked, "" : nowhere yet */
	struct intent next; /* set by resume(): what a choice made above leads to; STAY otherwise */
};

struct screen {
	size_t size; /* of the model */
	bool (*open)(void *model, struct desk *d, struct arena *a, const struct argument *with,
	             struct fault *why);
	struct intent (*on)(void *model, struct desk *d, const struct event *e);
	void (*draw)(const void *model, const struct desk *d, struct cells *c);
	/* Each may be NULL. */
	void (*resume)(void *model, struct desk *d,
	               const char *answer); /* the screen above closed */
	void (*news)(void *model,
	             struct desk *d); /* something was committed elsewhere: read anew */
	void (*keep)(void *model,
	             struct desk *d); /* about to be covered or killed: keep the draft */
	void (*close)(void *model, struct desk *d);
};

extern const struct screen screen_login, screen_board, screen_list, screen_filing, screen_bailiff,
    screen_outcome, screen_report, screen_queue, screen_picker, screen_history, screen_help,
    screen_users, screen_choice, screen_act, screen_journal, screen_suspense, screen_recon,
    screen_register, screen_settings;

static inline struct intent stay(void)
{
	return (struct intent){ .kind = INTENT_STAY };
}
static inline struct intent back(void)
{
	return (struct intent){ .kind = INTENT_BACK };
}
static inline struct intent open_screen(enum screen_name screen, struct argument with)
{
	return (struct intent){ .kind = INTENT_OPEN, .screen = screen, .argument = with };
}

/* The message line: a hint, a success, a warning, a fault in the user's language. */
void desk_say(struct desk *d, enum style style, const char *text);
/* The same with %1 %2 %3; ended by NULL (the macro adds it). */
void desk_say_with_(struct desk *d, enum style style, const char *text, ...)
    __attribute__((sentinel));
#define desk_say_with(d, style, ...) desk_say_with_((d), (style), __VA_ARGS__, (const char *)0)
void desk_fault(struct desk *d, const struct fault *why);
/* Where a paper lies, the person's own folder written "~". */
void desk_printed(struct desk *d, const char *path);
/* The head of a screen: its title, who sits here (nobody before the login) and the time. */
void desk_head(const struct desk *d, struct cells *c, const char *title);
/* The same where the title names the person. */
void desk_head_time(const struct desk *d, struct cells *c, const char *title);
/* Since when, as a board says it: "12 mnt", "3 jam", "kemarin", "2 hari". */
void desk_since(const struct desk *d, instant since, char *out, size_t capacity);

#endif
