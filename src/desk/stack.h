/* The desk while it runs: its screens one over the other, the terminal, the picture. For app.c,
 * which changes it, and picture.c, which shows it. */
#ifndef LOKET_DESK_STACK_H
#define LOKET_DESK_STACK_H

#include "loket/sys.h"

#include "hurry.h"
#include "screen.h"

enum { DEPTH = 12 };

struct level {
	const struct screen *screen;
	void *model;
	struct arena memory, read; /* as long as the screen is open; until it is read again */
};

struct desk_app {
	struct desk desk;
	struct level stack[DEPTH];
	size_t depth;
	struct term *term;
	struct cells cells, half; /* of the window; of the screen or the help beside it */
	struct arena scratch;
	struct wakeup wakeup;
	int64_t seen; /* service_news() when the screens last read */
	struct hurry hurry;
	/* Esc was pressed: a digit until then makes it an F key, as a hand types "Esc 1". The screen
	 * that closes stays below the picture so long. */
	int64_t esc_until; /* clock_steady() */
	bool leaving;
	bool over;
};

/* ---- picture.c ---- */
/* The columns of the screen that stands beside the one below; 0: it stands instead of it. */
int desk_beside(const struct desk_app *app);
void desk_show(struct desk_app *app);

#endif
