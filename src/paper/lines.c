/* Text set to a width, line by line, by Pango. Marks come from the template as ranges beside the
 * text, so that nothing in a value can be taken for markup. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define WORD_MAX 500 /* bytes without a blank, then the line is broken by force */
#define LEADING  1.1 /* from base line to base line, in heights of the letters */

static const char *const aligns[] = {
	[ALIGN_LEFT] = "left",
	[ALIGN_CENTER] = "center",
	[ALIGN_RIGHT] = "right",
	[ALIGN_JUSTIFY] = "justify",
};

enum align align_from(const char *word)
{
	for (size_t i = 0; i < COUNT_OF(aligns); i++) {
		if (strcmp(aligns[i], word) == 0)
			return (enum align)i;
	}
	return ALIGN_LEFT;
}

static void mark(PangoAttrList *list, const char *name, size_t from, size_t to)
{
	PangoAttribute *attribute;
	switch (*name) {
	case 'b':
		attribute = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
		break;
	case 'i':
		attribute = pango_attr_style_new(PANGO_STYLE_ITALIC);
		break;
	case 'u':
		attribute = pango_attr_underline_new(PANGO_UNDERLINE_SINGLE);
		break;
	default:
		return;
	}
	attribute->start_index = (guint)from;
	attribute->end_index = (guint)to;
	pango_attr_list_insert(list, attribute);
}

/* Pango's time grows with the square of a word's length, so a word that no line could hold anyway
 * is cut into lines beforehand. */
static void add_words(struct text *out, const char *s)
{
	size_t word = 0;
	for (size_t n; *s; s += n) {
		n = text_grapheme(s, NULL);
		word = *s == ' ' || *s == '\n' ? 0 : word + n;
		if (word > WORD_MAX) {
			text_add(out, "\n");
			word = n;
		}
		text_add_bytes(out, s, n);
	}
}

static void text_into(PangoLayout *layout, struct text_runs runs, struct arena *a)
{
	struct text all = text_start(a);
	PangoAttrList *marks = pango_attr_list_new();
	for (size_t i = 0; i < runs.count; i++) {
		size_t from = all.length;
		if (strlen(runs.items[i].text) > WORD_MAX) {
			add_words(&all, runs.items[i].text);
		} else {
			text_add(&all, runs.items[i].text);
		}
		mark(marks, runs.items[i].mark, from, all.length);
	}
	pango_attr_list_insert(marks, pango_attr_insert_hyphens_new(FALSE));
	pango_layout_set_text(layout, all.s, (int)all.length);
	pango_layout_set_attributes(layout, marks);
	pango_attr_list_unref(marks);
}

static void style_into(PangoLayout *layout, const char *fonts, const struct text_style *style)
{
	static const PangoAlignment to_pango[] = {
		[ALIGN_LEFT] = PANGO_ALIGN_LEFT,
		[ALIGN_CENTER] = PANGO_ALIGN_CENTER,
		[ALIGN_RIGHT] = PANGO_ALIGN_RIGHT,
		[ALIGN_JUSTIFY] = PANGO_ALIGN_LEFT,
	};
	PangoFontDescription *font = pango_font_description_new();
	pango_font_description_set_family(font, fonts);
	pango_font_description_set_size(font, pango_units_from_double(style->points));
	if (style->bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_alignment(layout, to_pango[style->align]);
	pango_layout_set_justify(layout, style->align == ALIGN_JUSTIFY);
	pango_layout_set_indent(layout, pango_units_from_double(style->indent));
	pango_layout_set_line_spacing(layout, (float)LEADING);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	/* An Arabic name keeps its own direction inside the line and does not turn the line around.
	 */
	pango_layout_set_auto_dir(layout, FALSE);
}

/* The leading that Pango adds between two lines is split in half, so that a line in a box of its
 * own has the same distance to its neighbours as inside a paragraph. */
static void lines_read(PangoLayout *layout, struct text_lines *g)
{
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	size_t i = 0;
	do {
		PangoRectangle extents;
		int top, bottom;
		pango_layout_iter_get_line_extents(at, NULL, &extents);
		pango_layout_iter_get_line_yrange(at, &top, &bottom);
		double height = pango_units_to_double(bottom - top);
		double lead = height * (LEADING - 1) / 2;
		g->lines[i++] = (struct set_line){
			.line = pango_layout_iter_get_line_readonly(at),
			.x = pango_units_to_double(extents.x),
			.top = pango_units_to_double(top) - lead,
			.bottom = pango_units_to_double(top) + height + lead,
			.baseline = pango_units_to_double(pango_layout_iter_get_baseline(at)),
		};
	} while (i < g->count && pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
	g->count = i;
	g->height = g->lines[i - 1].bottom - g->lines->top;
}

static PangoLayout *layout_make(const struct flow *s, struct text_runs text, double width,
                                const struct text_style *style)
{
	PangoLayout *layout = pango_layout_new(s->context);
	style_into(layout, s->template->fonts, style);
	pango_layout_set_width(layout, pango_units_from_double(width));
	text_into(layout, text, s->a);
	return layout;
}

/* Set before in this batch or now; owned by the flow. */
static PangoLayout *layout_of(struct flow *s, struct text_runs text, double width,
                              const struct text_style *style)
{
	GBytes *key = layouts_key(s->template->fonts, text, width, style, s->a);
	PangoLayout *layout = g_hash_table_lookup(s->kept, key);
	if (layout != NULL) {
		g_object_ref(layout);
	} else {
		layout = layout_make(s, text, width, style);
		layouts_keep(s->kept, key, layout);
	}
	g_bytes_unref(key);
	g_ptr_array_add(s->layouts, layout);
	return layout;
}

struct text_lines lines_set(struct flow *s, struct text_runs text, double width,
                            const struct text_style *style)
{
	PangoLayout *layout = layout_of(s, text, width, style);
	letters_note(s, layout);
	struct text_lines g = { .count = (size_t)pango_layout_get_line_count(layout) };
	g.lines = arena_get(s->a, g.count, sizeof *g.lines);
	lines_read(layout, &g);
	return g;
}

struct text_lines lines_plain(struct flow *s, const char *text, double width,
                              const struct text_style *style)
{
	const struct xml_run run = { .mark = "", .text = text };
	return lines_set(s, (struct text_runs){ &run, 1 }, width, style);
}
