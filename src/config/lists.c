/* data/lists.xml: closed lists for the forms. Names of lists made of the other files are taken. */
#include "private.h"

static bool items_read(struct source *s, const struct xml_node *list, const char *name)
{
	size_t count = count_of(list, "item"), i = 0;
	struct choice *choices = list_make(s, name, count);
	const char **tags = arena_get(s->a, count + 1, sizeof *tags);
	list_tag(s, name, tags);
	for (const struct xml_node *n = xml_child(list, "item"); n != NULL;
	     n = xml_next(n, "item"), i++) {
		const char *label = xml_content(n, s->a);
		choices[i] = (struct choice){ .value = xml_attribute(n, "value", label, s->a),
			                      .label = label,
			                      .note = text_of(s, n, "note") };
		tags[i] = text_of(s, n, "tags");
		for (size_t k = 0; k < i; k++) {
			if (text_same(choices[k].value, choices[i].value))
				return refuse(
				    s, n,
				    N_("nilai \"%1\" sudah ada di daftar \"%2\"; setiap nilai hanya sekali"),
				    choices[i].value, name);
		}
	}
	return true;
}

static bool lists_read(struct source *s, const struct xml_node *root)
{
	for (const struct xml_node *n = xml_child(root, "list"); n != NULL;
	     n = xml_next(n, "list")) {
		const char *name = text_of(s, n, "name");
		if (text_same(name, BAILIFFS) ||
		    choices_named(s->lists->items, s->lists->count, name) != NULL)
			return refuse(s, n, N_("daftar \"%1\" sudah ada; beri nama lain"), name);
		if (!items_read(s, n, name))
			return false;
	}
	return true;
}

const struct data_file data_lists = { "data/lists.xml", "data/xsd/lists.xsd", N_("Daftar pilihan"),
	                              lists_read, NULL };
