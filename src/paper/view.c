/* A view read into names: the document is looked through once, the setters only look names up. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static void row_load(const struct xml_node *parent, struct arena *a, struct row *row)
{
	for (const struct xml_node *v = xml_child(parent, "v"); v; v = xml_next(v, "v")) {
		row->items = list_grow(a, row->items, row->count, &row->room, sizeof *row->items);
		row->items[row->count++] = (struct value){
			.name = xml_attribute(v, "n", "", a),
			.text = xml_content_lines(v, a),
		};
	}
}

static void set_load(const struct xml_node *rows, struct arena *a, struct row_set *set)
{
	set->name = xml_attribute(rows, "n", "", a);
	for (const struct xml_node *n = xml_child(rows, "row"); n; n = xml_next(n, "row")) {
		set->items = list_grow(a, set->items, set->count, &set->room, sizeof *set->items);
		row_load(n, a, &set->items[set->count++]);
	}
}

void view_load(const struct xml *document, struct arena *a, struct view *out)
{
	const struct xml_node *root = xml_root(document);
	*out = (struct view){ 0 };
	row_load(root, a, &out->values);
	for (const struct xml_node *n = xml_child(root, "rows"); n; n = xml_next(n, "rows")) {
		out->items = list_grow(a, out->items, out->count, &out->room, sizeof *out->items);
		set_load(n, a, &out->items[out->count++]);
	}
}

const struct row_set *view_rows(const struct view *v, const char *name)
{
	static const struct row_set none = { .name = "" };
	for (size_t i = 0; i < v->count; i++) {
		if (strcmp(v->items[i].name, name) == 0)
			return &v->items[i];
	}
	return &none;
}
