/* Label, colon, value: a line to a box, so that a long value may go on over the page. */
#include "private.h"

#define LABEL_MM 40
#define COLON_MM 4

bool set_list(const struct block *b, struct fault *why)
{
	(void)why;
	struct flow *s = b->flow;
	double left = attribute_mm(b->node, "left", 0, s->a);
	double label = attribute_mm(b->node, "label", LABEL_MM, s->a);
	double value = left + label + COLON_MM * MM;
	struct text_style style = { .points = s->template->points };
	size_t from = s->count;
	for (const struct xml_node *n = xml_child(b->node, "item"); n; n = xml_next(n, "item")) {
		bool empty;
		struct text_runs runs = runs_fill(n, b->scope, s->a, &empty);
		if (empty)
			continue;
		const char *name = scope_fill(b->scope, xml_attribute(n, "label", "", s->a), s->a);
		struct strip_part parts[] = {
			{ .x = left, .width = label },
			{ .x = left + label, .width = COLON_MM * MM },
			{ .x = value, .width = s->width - value },
		};
		parts[0].text = lines_plain(s, name, label, &style);
		parts[1].text = lines_plain(s, ":", COLON_MM * MM, &style);
		parts[2].text = lines_set(s, runs, parts[2].width, &style);
		flow_row(s, parts, 3, &(struct box_cut){ .lines = 1 });
		flow_after(s, 0.3 * MM);
	}
	flow_keep_ends(s, from);
	if (s->count > from)
		flow_after(s, attribute_mm(b->node, "after", 2, s->a));
	return true;
}
