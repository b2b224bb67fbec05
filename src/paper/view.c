/* A view read into names: the document is looked through once, the setters only look names up. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define VALUE_MAX (64 * KIB) /* more overflows the units Pango counts in */

static bool value_load(const struct xml_node *v, struct arena *a, struct view_value *out,
                       struct fault *why)
{
	out->name = xml_attribute(v, "n", "", a);
	out->text = xml_content_lines(v, a);
	if (strlen(out->text) <= VALUE_MAX)
		return true;
	return fault_set(why, FAULT_REFUSED,
	                 N_("Isian '%1' terlalu panjang untuk dicetak. Persingkat isian itu."),
	                 out->name);
}

static bool row_load(const struct xml_node *parent, struct arena *a, struct row *row,
                     struct fault *why)
{
	for (const struct xml_node *v = xml_child(parent, "v"); v; v = xml_next(v, "v")) {
		row->items = list_grow(a, row->items, row->count, &row->capacity,
		                       sizeof *row->items);
		if (!value_load(v, a, &row->items[row->count++], why))
			return false;
	}
	return true;
}

static bool set_load(const struct xml_node *rows, struct arena *a, struct row_set *set,
                     struct fault *why)
{
	set->name = xml_attribute(rows, "n", "", a);
	for (const struct xml_node *n = xml_child(rows, "row"); n; n = xml_next(n, "row")) {
		set->items = list_grow(a, set->items, set->count, &set->capacity,
		                       sizeof *set->items);
		if (!row_load(n, a, &set->items[set->count++], why))
			return false;
	}
	return true;
}

bool view_load(const struct xml *document, struct arena *a, struct paper_view *out,
               struct fault *why)
{
	const struct xml_node *root = xml_root(document);
	*out = (struct paper_view){ 0 };
	if (!row_load(root, a, &out->values, why))
		return false;
	for (const struct xml_node *n = xml_child(root, "rows"); n; n = xml_next(n, "rows")) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		if (!set_load(n, a, &out->items[out->count++], why))
			return false;
	}
	return true;
}

const struct row_set *view_rows(const struct paper_view *v, const char *name)
{
	static const struct row_set none = { .name = "" };
	for (size_t i = 0; i < v->count; i++) {
		if (strcmp(v->items[i].name, name) == 0)
			return &v->items[i];
	}
	return &none;
}
