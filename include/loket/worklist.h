/* Work with money that waits for panitera or chairman: what it is, how much of it, since when. */
#ifndef LOKET_WORKLIST_H
#define LOKET_WORKLIST_H

#include "loket/service.h"

struct work_pile {
	const struct work_limit *kind; /* data/limits.xml */
	struct work_items all;         /* oldest first */
	size_t late;
	rupiah sum;
};
struct worklist {
	struct work_pile *items; /* every kind, in the order of the data */
	size_t count;
	size_t waiting, late; /* together */
};
/* Right "lihat.kerja". */
MUST_USE bool service_worklist(const struct login *s, struct arena *a, struct worklist *out,
                               struct fault *why);
const struct work_pile *worklist_pile(const struct worklist *l, const char *key); /* NULL: none */

#endif
