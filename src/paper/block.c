/* Blocks to boxes: the table of setters, and the simple ones. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* ---- the simple setters ---- */

static void text_block(const struct block *b, const struct text_style *style, double left)
{
	struct flow *s = b->flow;
	bool empty;
	struct text_runs runs = runs_fill(b->node, b->scope, s->a, &empty);
	if (empty)
		return;
	size_t from = s->count;
	struct strip_part part = { .x = left, .width = s->width - left };
	part.text = lines_set(s, runs, part.width, style);
	flow_row(s, &part, 1, &(struct box_cut){ .lines = 1 });
	flow_keep_ends(s, from);
	flow_after(s, attribute_mm(b->node, "after", 2, s->a));
}

static bool set_para(const struct block *b, struct fault *why)
{
	(void)why;
	struct flow *s = b->flow;
	struct text_style style = {
		.points = attribute_number(b->node, "points", s->template->points, s->a),
		.indent = attribute_mm(b->node, "indent", 0, s->a),
		.align = align_from(xml_attribute(b->node, "align", "left", s->a)),
	};
	text_block(b, &style, attribute_mm(b->node, "left", 0, s->a));
	if (s->count && attribute_yes(b->node, "keep", s->a))
		s->items[s->count - 1].keep = true;
	return true;
}

static bool set_title(const struct block *b, struct fault *why)
{
	(void)why;
	struct flow *s = b->flow;
	struct text_style style = {
		.points = attribute_number(b->node, "points", s->template->points + 2, s->a),
		.align = ALIGN_CENTER,
		.bold = true,
	};
	text_block(b, &style, 0);
	if (s->count)
		s->items[s->count - 1].keep = true;
	return true;
}

static struct box_cell rule(double y, double width, double thick)
{
	return (struct box_cell){ .kind = CELL_RULE, .y = y, .width = width, .height = thick };
}

static bool set_rule(const struct block *b, struct fault *why)
{
	(void)why;
	struct box *box = page_box(b->flow, 1);
	box->cells[0] = rule(1 * MM, b->flow->width, 0.5);
	box->height = 2 * MM;
	return true;
}

static bool set_space(const struct block *b, struct fault *why)
{
	(void)why;
	struct flow *s = b->flow;
	page_box(s, 0)->after = attribute_mm(b->node, "mm", 0, s->a);
	if (s->count > 1)
		s->items[s->count - 2].keep = true; /* a gap does not begin a page */
	return true;
}

static bool set_lines(const struct block *b, struct fault *why)
{
	(void)why;
	struct flow *s = b->flow;
	double left = attribute_mm(b->node, "left", 0, s->a);
	size_t from = s->count;
	for (int n = (int)attribute_number(b->node, "count", 1, s->a); n > 0; n--) {
		struct box *box = page_box(s, 1);
		box->height = 6.5 * MM;
		box->cells[0] = (struct box_cell){
			.kind = CELL_DOTS, .x = left, .y = 5.5 * MM, .width = s->width - left
		};
	}
	flow_keep_ends(s, from);
	flow_after(s, 2 * MM);
	return true;
}

#define EMBLEM_ROOM (24 * MM) /* left of the lines */
#define EMBLEM_GAP  (3 * MM)  /* of it, beside the emblem */

/* The emblem stands left of the lines, in the middle of their height; its box has none itself. */
static void place_emblem(struct flow *s, size_t box)
{
	double width = cairo_image_surface_get_width(s->emblem);
	double height = cairo_image_surface_get_height(s->emblem);
	double room = EMBLEM_ROOM - EMBLEM_GAP, lines = 0;
	for (size_t i = box; i < s->count; i++)
		lines += s->items[i].height + s->items[i].after;
	double scale = room / width < lines / height ? room / width : lines / height;
	s->items[box].cells[0] = (struct box_cell){ .kind = CELL_EMBLEM,
		                                    .y = (lines - height * scale) / 2,
		                                    .width = width * scale,
		                                    .height = height * scale,
		                                    .emblem = s->emblem };
}

/* The letterhead. Its lines differ between courts; its looks are the same in all. */
static bool set_kop(const struct block *b, struct fault *why)
{
	(void)why;
	static const struct kop_line {
		const char *name;
		double size; /* of the paper's letters */
		bool bold;
	} kop[] = {
		{ "kop1", 1.0, true }, { "kop2", 1.0, true },  { "kop3", 1.1, true },
		{ "kop4", 1.3, true }, { "kop5", 0.8, false },
	};
	struct flow *s = b->flow;
	size_t from = s->count;
	double left = s->emblem == NULL ? 0 : EMBLEM_ROOM;
	if (s->emblem != NULL)
		(void)page_box(s, 1);
	for (size_t i = 0; i < COUNT_OF(kop); i++) {
		const char *text = scope_find(b->scope, kop[i].name);
		struct text_style style = { .points = s->template->points * kop[i].size,
			                    .align = ALIGN_CENTER,
			                    .bold = kop[i].bold };
		struct strip_part part = { .x = left, .width = s->width - left };
		if (text_is_empty(text))
			continue;
		part.text = lines_plain(s, text, part.width, &style);
		flow_row(s, &part, 1, &(struct box_cut){ .lines = 0 });
	}
	if (s->emblem != NULL)
		place_emblem(s, from);
	struct box *rules = page_box(s, 2);
	rules->cells[0] = rule(1.2 * MM, s->width, 1.6);
	rules->cells[1] = rule(2.2 * MM, s->width, 0.5);
	rules->height = 2.5 * MM;
	rules->after = 4 * MM;
	flow_keep(s, from);
	return true;
}

static bool set_page(const struct block *b, struct fault *why)
{
	(void)why;
	page_box(b->flow, 0)->fresh = true;
	return true;
}

/* ---- blocks that hold blocks ---- */

static bool blocks_set(const struct block *first, struct fault *why);

static bool inside_set(const struct block *b, const struct scope *scope, struct fault *why)
{
	return blocks_set(&(struct block){ b->flow, xml_child(b->node, NULL), scope }, why);
}

static bool set_keep(const struct block *b, struct fault *why)
{
	size_t from = b->flow->count;
	bool done = inside_set(b, b->scope, why);
	flow_keep(b->flow, from);
	return done;
}

static bool holds(const struct block *b)
{
	struct arena *a = b->flow->a;
	return scope_has(b->scope, xml_attribute(b->node, "has", "", a),
	                 xml_attribute(b->node, "is", NULL, a));
}

static bool set_if(const struct block *b, struct fault *why)
{
	return !holds(b) || inside_set(b, b->scope, why);
}

static bool set_unless(const struct block *b, struct fault *why)
{
	return holds(b) || inside_set(b, b->scope, why);
}

static bool set_each(const struct block *b, struct fault *why)
{
	const char *name = xml_attribute(b->node, "rows", "", b->flow->a);
	const struct row_set *rows = view_rows(b->scope->view, name);
	for (size_t i = 0; i < rows->count; i++) {
		struct scope scope = { b->scope->view, &rows->items[i], i + 1, b->scope };
		if (!inside_set(b, &scope, why))
			return false;
	}
	return true;
}

static const struct setter {
	const char *name;
	bool (*set)(const struct block *b, struct fault *why);
} setters[] = {
	{ "kop", set_kop },     { "title", set_title },   { "para", set_para },
	{ "list", set_list },   { "table", set_table },   { "signatures", set_signatures },
	{ "qr", set_qr },       { "lines", set_lines },   { "rule", set_rule },
	{ "space", set_space }, { "page", set_page },     { "keep", set_keep },
	{ "if", set_if },       { "unless", set_unless }, { "each", set_each },
};

static bool blocks_set(const struct block *first, struct fault *why)
{
	struct block b = *first;
	for (; b.node; b.node = xml_next(b.node, NULL)) {
		for (size_t i = 0; i < COUNT_OF(setters); i++) {
			if (strcmp(setters[i].name, xml_name(b.node)) != 0)
				continue;
			if (!setters[i].set(&b, why))
				return false;
			break;
		}
	}
	return true;
}

bool flow_set(struct flow *s, const struct scope *scope, struct fault *why)
{
	bool done = blocks_set(&(struct block){ s, s->template->first, scope }, why);
	flow_close(s);
	return done;
}
