/* An answer held against its question. */
#include <string.h>

#include "private.h"

void sipp_differ(struct sipp_answer *out, const char *element)
{
	out->outcome = SIPP_DIFFERS;
	out->message = element;
}

bool sipp_same(const struct xml_node *n, const struct sipp_question *q, const char *name,
               struct arena *a, struct sipp_answer *out)
{
	const char *asked = sipp_field_text(q, "", 0, name);
	if (!asked[0] || strcmp(xml_child_content(n, name, a), asked) == 0)
		return true;
	sipp_differ(out, name);
	return false;
}
