/* Any document from a stranger: read or refused, never more, and what is read is clean text. */
#include <string.h>

#include "loket/list.h"
#include "loket/xml.h"

#include "fuzz.h"

static void visit(const struct xml_node *n, struct arena *a, int depth)
{
	const char *said = xml_content(n, a);
	must(text_is_valid(said, strlen(said)));
	must(xml_line(n) >= 0);
	for (const struct xml_node *c = xml_child(n, NULL); c && depth < 40; c = xml_next(c, NULL))
		visit(c, a, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct xml *x = NULL;
	struct fault why = { 0 };
	if (size > 16384)
		return 0;
	struct arena a = arena_start(64 * MIB);
	if (xml_parse(data, size, "fuzz", NULL, &x, &why))
		visit(xml_root(x), &a, 0);
	else
		must(why.kind != FAULT_NONE);
	xml_close(&x);
	arena_drop(&a);
	return 0;
}
