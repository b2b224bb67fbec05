/* Which banks can be asked what was paid: by their profile, data/banks/KEY.xml. */
#include "loket/text.h"
#include "loket/xml.h"

#include "private.h"

/* A bank without a profile that can be read is none. */
bool bank_can_be_asked(const struct home *h, const char *bank, struct arena *a)
{
	struct xml *x;
	struct fault why = { 0 };
	struct xml_schema *schema;
	bool found = false;
	const char *path = home_data(h, arena_print(a, "data/banks/%s.xml", bank), a);
	if (!file_exists(path) ||
	    !xml_schema_open(home_data(h, "data/xsd/bank.xsd", a), &schema, &why))
		return false;
	bool good = xml_open(path, schema, &x, &why);
	xml_schema_close(&schema);
	if (!good)
		return false;
	const struct xml_node *calls = xml_child(xml_root(x), "calls");
	for (const struct xml_node *n = calls == NULL ? NULL : xml_child(calls, "call");
	     n != NULL && !found; n = xml_next(n, "call")) {
		const char *service = xml_attribute(n, "service", "", a);
		found = text_same(service, "report") || text_same(service, "status");
	}
	xml_close(&x);
	return found;
}
