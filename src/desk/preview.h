/* What stands beside a screen where the window is wide. */
#ifndef LOKET_DESK_PREVIEW_H
#define LOKET_DESK_PREVIEW_H

#include "frame.h"
#include "screen.h"

/* Who did what, newest first. */
void preview_history(const struct history *all, const struct desk *d, struct cells *c,
                     struct area where);
/* A filing in short: its numbers, case type, step and history. Nothing in a narrow window, or where
 * there is none. */
void preview_filing(const struct id *id, const struct desk *d, struct cells *c);

#endif
