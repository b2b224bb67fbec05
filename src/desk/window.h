/* The window of a desk: its stack of screens, and how they share it. */
#ifndef LOKET_DESK_WINDOW_H
#define LOKET_DESK_WINDOW_H

#include "hurry.h"
#include "screen.h"

enum { LEVELS_MOST = 12 };

struct level {
	const struct screen *screen;
	void *model;
	struct arena memory, read; /* as long as the screen is open; until it is read again */
};

struct desk_app {
	struct desk desk;
	struct level stack[LEVELS_MOST];
	size_t depth;
	struct term *term;
	struct cells cells, half; /* of the window; of the screen or the help beside it */
	struct arena scratch;
	struct wakeup wakeup;
	int64_t seen;   /* service_news() when the screens last read */
	int64_t active; /* clock_steady() of the last key */
	struct hurry hurry;
	/* Esc was pressed: a digit until then makes it an F key, as a hand types "Esc 1". The screen
	 * that closes stays below the picture so long. */
	int64_t esc_until; /* clock_steady() */
	bool leaving;
	bool over;
	bool bell; /* wanted */
	int more;  /* rows that messages take beyond their one */
};

static inline struct level *level_top(struct desk_app *app)
{
	return &app->stack[app->depth - 1];
}

/* Gives the screens the rows and columns that are their own now. */
void window_share(struct desk_app *app);
void window_show(struct desk_app *app);

#endif
