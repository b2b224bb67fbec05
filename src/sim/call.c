/* One call as a handler sees it, and the text of its reply. */
#include <string.h>

#include "private.h"

const char *call_header(const struct sim_call *c, const char *name)
{
	return MHD_lookup_connection_value(c->wire, MHD_HEADER_KIND, name);
}

const char *call_argument(const struct sim_call *c, const char *name)
{
	const char *value = MHD_lookup_connection_value(c->wire, MHD_GET_ARGUMENT_KIND, name);
	return value == NULL ? "" : text_clean(c->a, value, strlen(value), false);
}

void reply_text(struct sim_reply *r, int status, const char *body, struct arena *a)
{
	r->status = status;
	r->body.size = strlen(body);
	r->body.data = (unsigned char *)arena_copy(a, body, r->body.size);
}
