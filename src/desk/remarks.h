/* What was said: the message of the last event, the fault that stands above it until it is mended,
 * and the last ones to be read whole (Ctrl-P). Both take as many lines as they need. */
#ifndef LOKET_DESK_REMARKS_H
#define LOKET_DESK_REMARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/cells.h"
#include "loket/date.h"

enum { REMARK_ROOM = 600, REMARKS_KEPT = 20 };

struct remark {
	enum style style;
	char text[REMARK_ROOM]; /* "": nothing */
	int times;              /* said so often, one after the other */
	instant at;             /* the last time */
};

struct remarks {
	struct remark kept[REMARKS_KEPT]; /* from `first` on, and round */
	size_t first, count;
	bool rings; /* a fault was said since the bell was last asked for */
};

/* Said, and kept; `m->times` and `m->at` follow from what was said before. */
void remarks_say(struct remarks *all, struct remark *m, instant now);
/* What stands now. The same as before is not said again, unless somebody asked `again`. */
void remarks_stand(struct remarks *all, struct remark *standing, const struct remark *now,
                   bool again);
/* Rows that both take at the foot, at least one. */
int remarks_rows(const struct remark *standing, const struct remark *last, int rows, int cols);
/* Into the rows above the last. */
void remarks_draw(const struct remark *standing, const struct remark *last, struct cells *c);
/* The last ones, the newest first, a paragraph each with its time. */
const char *remarks_whole(const struct remarks *all, const struct zone *zone, struct arena *a);

#endif
