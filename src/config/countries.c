/* data/countries.xml: what countries ask of a document that is to be served there. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static const char *text_or(struct source *s, const struct xml_node *n, const char *attribute,
                           const char *usual)
{
	const char *own = text_of(s, n, attribute);
	return text_is_empty(own) ? usual : own;
}

/* "China; Cina" and the name itself, folded as they are looked for. */
static void names_read(struct source *s, const struct xml_node *n, struct country *out)
{
	const char *at = text_of(s, n, "names");
	size_t most = 2;
	for (const char *c = at; *c != '\0'; c++)
		most += *c == ';';
	const char **names = arena_get(s->a, most, sizeof *names);
	names[out->name_count++] = text_fold(s->a, out->name);
	while (*at != '\0') {
		size_t length = strcspn(at, ";");
		names[out->name_count++] = text_fold(s->a, arena_copy(s->a, at, length));
		at += length + (at[length] == ';');
		at += strspn(at, " ");
	}
	out->names = names;
}

static bool countries_read(struct source *s, const struct xml_node *root)
{
	struct countries *c = &s->book->countries;
	struct country *all = arena_get(s->a, count_of(root, "country") + 1, sizeof *all);
	c->usual = (struct country){ .name = "",
		                     .written = "",
		                     .note = "",
		                     .languages = text_of(s, root, "languages"),
		                     .sets = text_of(s, root, "sets") };
	c->restricted_source = text_of(s, root, "restricted-source");
	for (const struct xml_node *n = xml_child(root, "door"); n != NULL; n = xml_next(n, "door"))
		c->doors[yes_of(s, n, "citizen")] = text_of(s, n, "name");
	for (const struct xml_node *n = xml_child(root, "country"); n != NULL;
	     n = xml_next(n, "country")) {
		struct country *one = &all[c->count++];
		*one =
		    (struct country){ .name = text_of(s, n, "name"),
			              .languages = text_or(s, n, "languages", c->usual.languages),
			              .sets = text_or(s, n, "sets", c->usual.sets),
			              .months = (int)number_of(s, n, "months"),
			              .note = text_of(s, n, "note"),
			              .restricted = yes_of(s, n, "restricted") };
		one->written = text_or(s, n, "written", one->name);
		names_read(s, n, one);
	}
	c->items = all;
	return keys_differ(s, root, "country", "name") && keys_differ(s, root, "door", "citizen");
}

const struct data_file data_countries = { "data/countries.xml", "data/xsd/countries.xsd",
	                                  N_("Negara tujuan panggilan"), countries_read, NULL };
