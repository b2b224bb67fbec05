/* A row of the filing that is being written. */
#include "private.h"

struct query row_of(const struct applying *w, enum sql which)
{
	struct query q = query_of(w->s, which);
	if (query_takes(&q, ":seq"))
		bind_number(&q, ":seq", w->seq);
	else
		bind_text(&q, ":filing", w->before->id.text);
	return q;
}
