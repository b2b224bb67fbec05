/* A text in the user's own editor, $VISUAL or $EDITOR, where the court allows it (court.xml). */
#ifndef LOKET_DESK_EDITOR_H
#define LOKET_DESK_EDITOR_H

#include "loket/sys.h"
#include "loket/tty.h"

/* The editor has the terminal until it ends. The text goes through a file in the home that its
 * owner alone may read, and that is dropped afterwards. `*out` is as the editor left it, in `a`. */
MUST_USE bool editor_run(struct term *t, const struct home *h, const char *text, struct arena *a,
                         const char **out, struct fault *why);

#endif
