/* Drawing pages: what is on every page (watermark, caption, foot) and the boxes of each. */
#include "private.h"

#define LINE_PT      0.5 /* frames */
#define CAPTION_PT   8.0
#define CAPTION_TOP  (6 * MM)
#define FOOT_DROP    (4 * MM) /* below the bottom margin's edge */
#define WATERMARK_PT 60.0
#define EIGHTH_TURN  0.7853981633974483
#define DIAGONAL     1.2 /* of the shorter side: how long a watermark is */

/* ---- cells ---- */

static void draw_text(cairo_t *ink, const struct box_cell *c)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct set_line *line = &c->lines[i];
		cairo_move_to(ink, c->x + c->inset + line->x,
		              c->y + c->drop + line->baseline - c->lines->top);
		pango_cairo_show_layout_line(ink, line->line);
	}
}

static void draw_rule(cairo_t *ink, const struct box_cell *c)
{
	cairo_rectangle(ink, c->x, c->y, c->width, c->height);
	cairo_fill(ink);
}

/* Square dots: cairo works out each round one as curves, a sixth of the time of a page. */
static void draw_dots(cairo_t *ink, const struct box_cell *c)
{
	static const double dash[] = { 0.8, 1.81 };
	cairo_save(ink);
	cairo_set_line_width(ink, 0.8);
	cairo_set_dash(ink, dash, 2, 0);
	cairo_move_to(ink, c->x, c->y);
	cairo_line_to(ink, c->x + c->width, c->y);
	cairo_stroke(ink);
	cairo_restore(ink);
}

/* One bit for a module, dark is 1: cairo packs the bits of a 32-bit word in the byte order of the
 * machine. */
static cairo_surface_t *code_mask(const struct code *code)
{
	cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A1, code->width,
	                                                   code->width);
	unsigned char *bits = cairo_image_surface_get_data(mask);
	ptrdiff_t stride = cairo_image_surface_get_stride(mask);
	bool low_first = G_BYTE_ORDER == G_LITTLE_ENDIAN;
	for (int y = 0; bits && y < code->width; y++) {
		for (int x = 0; x < code->width; x++) {
			unsigned bit = low_first ? 1U << x % 8 : 0x80U >> x % 8;
			if (code->modules[(ptrdiff_t)y * code->width + x] & 1)
				bits[y * stride + x / 8] |= (unsigned char)bit;
		}
	}
	cairo_surface_mark_dirty(mask);
	return mask;
}

/* A stencil of one bit a module, enlarged without smoothing: a fifth of the bytes of rectangles,
 * and a third of the time of a page. */
static void draw_code(cairo_t *ink, const struct box_cell *c)
{
	cairo_surface_t *mask = code_mask(c->code);
	cairo_pattern_t *pattern = cairo_pattern_create_for_surface(mask);
	cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
	cairo_save(ink);
	cairo_translate(ink, c->x, c->y);
	cairo_scale(ink, c->width / c->code->width, c->width / c->code->width);
	cairo_mask(ink, pattern);
	cairo_restore(ink);
	cairo_pattern_destroy(pattern);
	cairo_surface_destroy(mask);
}

static void draw_emblem(cairo_t *ink, const struct box_cell *c)
{
	double pixels = cairo_image_surface_get_width(c->emblem);
	cairo_save(ink);
	cairo_translate(ink, c->x, c->y);
	cairo_scale(ink, c->width / pixels, c->width / pixels);
	cairo_set_source_surface(ink, c->emblem, 0, 0);
	cairo_paint(ink);
	cairo_restore(ink);
}

static void (*const draws[])(cairo_t *ink, const struct box_cell *c) = {
	[CELL_TEXT] = draw_text, [CELL_RULE] = draw_rule,     [CELL_DOTS] = draw_dots,
	[CELL_CODE] = draw_code, [CELL_EMBLEM] = draw_emblem,
};

static void draw_side(cairo_t *ink, double x, double y, double dx, double dy)
{
	cairo_move_to(ink, x, y);
	cairo_rel_line_to(ink, dx, dy);
}

static void draw_frame(cairo_t *ink, const struct box_cell *c)
{
	if (c->frame & FRAME_SHADE) {
		cairo_save(ink);
		cairo_set_source_rgb(ink, 0.92, 0.92, 0.92);
		cairo_rectangle(ink, c->x, c->y, c->width, c->height);
		cairo_fill(ink);
		cairo_restore(ink);
	}
	if (c->frame & FRAME_SIDES) {
		draw_side(ink, c->x, c->y, 0, c->height);
		draw_side(ink, c->x + c->width, c->y, 0, c->height);
	}
	if (c->frame & FRAME_TOP)
		draw_side(ink, c->x, c->y, c->width, 0);
	if (c->frame & FRAME_BOTTOM)
		draw_side(ink, c->x, c->y + c->height, c->width, 0);
	cairo_stroke(ink);
}

static void draw_box(cairo_t *ink, const struct box *b, double y)
{
	cairo_save(ink);
	cairo_translate(ink, 0, y);
	for (size_t i = 0; i < b->count; i++)
		if (b->cells[i].frame != FRAME_NONE)
			draw_frame(ink, &b->cells[i]);
	for (size_t i = 0; i < b->count; i++)
		draws[b->cells[i].kind](ink, &b->cells[i]);
	cairo_restore(ink);
}

/* ---- what stands on every page ---- */

static PangoLayout *line_layout(struct flow *s, const char *text, double points)
{
	PangoLayout *layout = pango_layout_new(s->context);
	PangoFontDescription *font = pango_font_description_new();
	pango_font_description_set_family(font, s->template->fonts);
	pango_font_description_set_size(font, pango_units_from_double(points));
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_text(layout, text, -1);
	letters_note(s, layout);
	return layout;
}

/* One line, cut at its end when it is longer than the page (or half of it, where two stand side by
 * side). */
static void draw_line(struct flow *s, cairo_t *ink, const char *text, double y, PangoAlignment to)
{
	const struct template *t = s->template;
	double all = t->width - t->left - t->right;
	double width = to == PANGO_ALIGN_CENTER ? all : all / 2;
	double x = t->left + (to == PANGO_ALIGN_RIGHT ? all - width : 0);
	PangoLayout *layout = line_layout(s, text, CAPTION_PT);
	pango_layout_set_width(layout, pango_units_from_double(width));
	pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
	pango_layout_set_alignment(layout, to);
	cairo_move_to(ink, x, y);
	pango_cairo_show_layout(ink, layout);
	g_object_unref(layout);
}

/* Once as an outline across the page, so that it does not mix with the text when that is copied or
 * searched, and once as plain small text at the top. */
static void draw_watermark(struct flow *s, const char *text, cairo_t *ink)
{
	const struct template *t = s->template;
	PangoLayout *layout = line_layout(s, text, WATERMARK_PT);
	int width, height;
	pango_layout_get_size(layout, &width, &height);
	double w = pango_units_to_double(width), h = pango_units_to_double(height);
	double side = t->width < t->height ? t->width : t->height;
	double scale = w > 0 ? DIAGONAL * side / w : 1;
	cairo_save(ink);
	cairo_translate(ink, t->width / 2, t->height / 2);
	cairo_rotate(ink, -EIGHTH_TURN);
	cairo_scale(ink, scale, scale);
	cairo_move_to(ink, -w / 2, -h / 2);
	pango_cairo_layout_path(ink, layout);
	cairo_set_source_rgb(ink, 0.88, 0.88, 0.88);
	cairo_fill(ink);
	cairo_restore(ink);
	g_object_unref(layout);
	draw_line(s, ink, text, CAPTION_TOP, PANGO_ALIGN_LEFT);
}

static void draw_watermarks(struct flow *s, const struct scope *scope, cairo_t *ink)
{
	const struct xml_node *n = xml_child(s->template->root, "watermark");
	for (; n; n = xml_next(n, "watermark")) {
		if (scope_has(scope, xml_attribute(n, "has", "", s->a), NULL))
			draw_watermark(s, scope_fill(scope, xml_content(n, s->a), s->a), ink);
	}
}

static const char *foot_text(struct flow *s, const struct scope *scope, size_t page, size_t pages)
{
	struct view_value numbers[] = {
		{ "halaman", arena_print(s->a, "%zu", page) },
		{ "dari", arena_print(s->a, "%zu", pages) },
	};
	struct row row = { .items = numbers, .count = 2 };
	struct scope inner = { scope->view, &row, 0, scope };
	return scope_fill(&inner, s->template->foot, s->a);
}

static void draw_page_around(struct flow *s, const struct scope *scope, cairo_t *ink)
{
	draw_watermarks(s, scope, ink);
	if (scope->row && scope->number) {
		draw_line(s, ink, scope_fill(scope, s->template->caption, s->a), CAPTION_TOP,
		          PANGO_ALIGN_RIGHT);
	}
}

void pages_try(struct flow *s, const struct scope *scope)
{
	const struct template *t = s->template;
	const struct row_set *copies = view_rows(scope->view, t->copies);
	const struct xml_node *n = xml_child(t->root, "watermark");
	g_object_unref(line_layout(s, foot_text(s, scope, 1, 1), CAPTION_PT));
	for (; n; n = xml_next(n, "watermark"))
		g_object_unref(
		    line_layout(s, scope_fill(scope, xml_content(n, s->a), s->a), CAPTION_PT));
	for (size_t i = 0; i < copies->count; i++) {
		struct scope copy = { scope->view, &copies->items[i], i + 1, scope };
		g_object_unref(line_layout(s, scope_fill(&copy, t->caption, s->a), CAPTION_PT));
	}
}

void pages_draw(struct flow *s, const struct pages *p, const struct scope *scope, cairo_t *ink)
{
	const struct template *t = s->template;
	size_t next = 0;
	for (size_t page = 0; page < p->pages; page++) {
		cairo_set_source_rgb(ink, 0, 0, 0);
		cairo_set_line_width(ink, LINE_PT);
		draw_page_around(s, scope, ink);
		cairo_save(ink);
		cairo_translate(ink, t->left, t->top);
		cairo_scale(ink, s->scale, s->scale);
		for (; next < p->count && p->items[next].page == page; next++)
			draw_box(ink, p->items[next].box, p->items[next].y);
		cairo_restore(ink);
		draw_line(s, ink, foot_text(s, scope, page + 1, p->pages),
		          t->height - t->bottom + FOOT_DROP, PANGO_ALIGN_CENTER);
		cairo_show_page(ink);
	}
}
