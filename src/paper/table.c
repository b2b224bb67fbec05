/* A table: a head repeated on each page, a strip per row, a sum. Columns share the width of the
 * page in proportion to the widths in the template. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define COLUMNS_MAX 30 /* print.xsd says the same */
#define INSET       (1.3 * MM)
#define PAD         (0.8 * MM)

struct table_column {
	const char *title, *group, *pattern;
	double x, width;
	enum align align;
};
struct table_layout {
	struct flow *flow;
	const struct scope *scope;
	struct text_style style;
	struct table_column columns[COLUMNS_MAX];
	size_t count;
	size_t head, head_end; /* boxes */
};

static void columns_load(struct table_layout *t, const struct xml_node *node)
{
	struct arena *a = t->flow->a;
	double total = 0;
	for (const struct xml_node *n = xml_child(node, "column"); n; n = xml_next(n, "column")) {
		if (t->count == COLUMNS_MAX)
			break;
		struct table_column *c = &t->columns[t->count++];
		*c = (struct table_column){
			.title = scope_fill(t->scope, xml_attribute(n, "title", "", a), a),
			.group = scope_fill(t->scope, xml_attribute(n, "group", "", a), a),
			.pattern = xml_content(n, a),
			.width = attribute_number(n, "width", 1, a),
			.align = align_from(xml_attribute(n, "align", "left", a)),
		};
		total += c->width;
	}
	double x = 0;
	for (size_t i = 0; i < t->count; i++) {
		struct table_column *c = &t->columns[i];
		c->width *= t->flow->width / (total > 0 ? total : 1);
		c->x = x;
		x += c->width;
	}
}

static struct strip_part part_set(const struct table_layout *t, double x, double width,
                                  const char *text, const struct text_style *style)
{
	return (struct strip_part){ x, width,
		                    lines_plain(t->flow, text, width - 2 * INSET, style) };
}

/* ---- the head ---- */

/* The end of the run of columns that stand under the heading of column `i`; i + 1 when it has none.
 */
static size_t group_end(const struct table_layout *t, size_t i)
{
	size_t end = i + 1;
	while (*t->columns[i].group && end < t->count &&
	       strcmp(t->columns[end].group, t->columns[i].group) == 0)
		end++;
	return end;
}

static double columns_width(const struct table_layout *t, size_t from, size_t end)
{
	double width = 0;
	for (size_t i = from; i < end; i++)
		width += t->columns[i].width;
	return width;
}

static void head_cell(struct box *b, const struct strip_part *part, double y, double height)
{
	b->cells[b->count++] = (struct box_cell){
		.frame = FRAME_SIDES | FRAME_TOP | FRAME_BOTTOM | FRAME_SHADE,
		.x = part->x,
		.y = y,
		.width = part->width,
		.height = height,
		.inset = INSET,
		.drop = (height - part->text.height) / 2,
		.lines = part->text.lines,
		.count = part->text.count,
	};
}

/* Titles and groups are set first, for the head is as high as they need. */
static void head_set(struct table_layout *t)
{
	struct strip_part titles[COLUMNS_MAX] = { 0 }, groups[COLUMNS_MAX] = { 0 };
	struct text_style style = { .points = t->style.points,
		                    .align = ALIGN_CENTER,
		                    .bold = true };
	double above = 0, below = 0, alone = 0;
	for (size_t i = 0, end; i < t->count; i = end) {
		end = group_end(t, i);
		double width = columns_width(t, i, end);
		bool grouped = *t->columns[i].group;
		if (grouped) {
			groups[i] = part_set(t, t->columns[i].x, width, t->columns[i].group,
			                     &style);
		}
		if (grouped && groups[i].text.height > above)
			above = groups[i].text.height;
		for (size_t k = i; k < end; k++) {
			const struct table_column *c = &t->columns[k];
			double *height = grouped ? &below : &alone;
			titles[k] = part_set(t, c->x, c->width, c->title, &style);
			*height = titles[k].text.height > *height ? titles[k].text.height : *height;
		}
	}
	double first = above > 0 ? above + 2 * PAD : 0;
	double height = first + (below > 0 ? below + 2 * PAD : 0);
	if (height < alone + 2 * PAD)
		height = alone + 2 * PAD;
	struct box *b = page_box(t->flow, 2 * t->count);
	b->height = height;
	b->count = 0;
	for (size_t i = 0, end; i < t->count; i = end) {
		end = group_end(t, i);
		double y = *t->columns[i].group ? first : 0;
		if (y > 0)
			head_cell(b, &groups[i], 0, first);
		for (size_t k = i; k < end; k++)
			head_cell(b, &titles[k], y, height - y);
	}
}

static void numbers_set(struct table_layout *t)
{
	struct strip_part parts[COLUMNS_MAX];
	struct text_style style = { .points = t->style.points * 0.85, .align = ALIGN_CENTER };
	for (size_t i = 0; i < t->count; i++) {
		const struct table_column *c = &t->columns[i];
		parts[i] = part_set(t, c->x, c->width, arena_print(t->flow->a, "%zu", i + 1),
		                    &style);
	}
	struct box_cut cut = { .inset = INSET, .pad = 0.2 * MM, .frame = FRAME_SIDES };
	flow_row(t->flow, parts, t->count, &cut);
}

/* ---- rows and sum ---- */

static const struct box_cut row_cut = { .inset = INSET, .pad = PAD, .frame = FRAME_SIDES };

static void boxes_head(struct table_layout *t, size_t from)
{
	for (size_t i = from; i < t->flow->count; i++) {
		t->flow->items[i].head = t->head;
		t->flow->items[i].head_end = t->head_end;
	}
}

static void row_set_one(struct table_layout *t, const struct scope *scope)
{
	struct strip_part parts[COLUMNS_MAX];
	struct text_style style = t->style;
	for (size_t i = 0; i < t->count; i++) {
		const struct table_column *c = &t->columns[i];
		style.align = c->align;
		parts[i] = part_set(t, c->x, c->width, scope_fill(scope, c->pattern, t->flow->a),
		                    &style);
	}
	size_t from = t->flow->count;
	flow_row(t->flow, parts, t->count, &row_cut);
	boxes_head(t, from);
}

static void none_set(struct table_layout *t, const char *text)
{
	struct text_style style = { .points = t->style.points, .align = ALIGN_CENTER };
	struct strip_part part = part_set(t, 0, t->flow->width, text, &style);
	flow_row(t->flow, &part, 1, &row_cut);
}

static void sum_set(struct table_layout *t, const struct xml_node *sum)
{
	struct arena *a = t->flow->a;
	struct strip_part parts[COLUMNS_MAX];
	size_t count = 0, column = 0;
	const struct xml_node *n = xml_child(sum, "cell");
	while (column < t->count) {
		double wide = n ? attribute_number(n, "span", 1, a) : 1;
		size_t left = t->count - column;
		size_t end = column + (wide < (double)left ? (size_t)wide : left);
		struct text_style style = { .points = t->style.points, .bold = true };
		style.align = align_from(n ? xml_attribute(n, "align", "left", a) : "left");
		parts[count++] = part_set(t, t->columns[column].x, columns_width(t, column, end),
		                          n ? scope_fill(t->scope, xml_content(n, a), a) : "",
		                          &style);
		column = end;
		n = n ? xml_next(n, "cell") : NULL;
	}
	size_t from = t->flow->count;
	struct box_cut cut = row_cut;
	cut.frame |= FRAME_SHADE;
	flow_row(t->flow, parts, count, &cut);
	boxes_head(t, from);
	flow_keep(t->flow, from - 1);
}

bool set_table(const struct block *b, struct fault *why)
{
	(void)why;
	struct flow *s = b->flow;
	struct table_layout t = { .flow = s, .scope = b->scope, .head = s->count };
	t.style.points = attribute_number(b->node, "points", s->template->points, s->a);
	columns_load(&t, b->node);
	head_set(&t);
	if (attribute_yes(b->node, "numbered", s->a))
		numbers_set(&t);
	t.head_end = s->count;
	for (size_t i = t.head; i < t.head_end; i++)
		s->items[i].keep = true;

	const struct row_set *rows = view_rows(b->scope->view,
	                                       xml_attribute(b->node, "rows", "", s->a));
	for (size_t i = 0; i < rows->count; i++) {
		row_set_one(&t,
		            &(struct scope){ b->scope->view, &rows->items[i], i + 1, b->scope });
	}
	flow_keep_ends(s, t.head_end);
	if (rows->count == 0)
		none_set(&t, xml_attribute(b->node, "none", "", s->a));
	if (xml_child(b->node, "sum"))
		sum_set(&t, xml_child(b->node, "sum"));
	flow_after(s, attribute_mm(b->node, "after", 2, s->a));
	s->items[s->count - 1].keep = attribute_yes(b->node, "keep", s->a);
	return true;
}
