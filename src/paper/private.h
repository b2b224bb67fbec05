/* The paper room inside: a view's names, a template, and the way from both to a page.
 *
 * view.c and fill.c read the values, template.c the template. The setters (block.c, list.c,
 * table.c, sign.c) turn a template's blocks into boxes: strips as wide as the page that no page
 * break may cut. page.c distributes boxes over pages, draw.c draws pages, pdf.c owns what lives
 * longer than one paper and makes the file. Lengths are points (1/72 inch) and the only floating
 * point in Loket. */
#ifndef LOKET_PAPER_PRIVATE_H
#define LOKET_PAPER_PRIVATE_H

#include <cairo.h>
#include <pango/pangocairo.h>

#include "loket/arena.h"
#include "loket/fault.h"
#include "loket/paper.h"
#include "loket/text.h"
#include "loket/xml.h"

#define MM (72.0 / 25.4)

/* ---- view.c: what is said ---- */
struct view_value {
	const char *name, *text;
};
struct row {
	struct view_value *items;
	size_t count, capacity;
};
struct row_set {
	const char *name;
	struct row *items;
	size_t count, capacity;
};
struct paper_view {
	struct row values;
	struct row_set *items; /* the named rows */
	size_t count, capacity;
};
/* Copies all into `a`; the document may be closed after. False: a value is too long for paper. */
MUST_USE bool view_load(const struct xml *document, struct arena *a, struct paper_view *out,
                        struct fault *why);
/* Empty when there are none. */
const struct row_set *view_rows(const struct paper_view *v, const char *name);

/* ---- fill.c: names in their surroundings ---- */
struct scope {
	const struct paper_view *view;
	const struct row *row;     /* looked at first */
	size_t number;             /* of the row, from 1; 0 outside of rows */
	const struct scope *outer; /* looked at next; NULL outermost */
};
const char *scope_find(const struct scope *s, const char *name); /* "" when there is none */
/* A value or rows under the name; with `is`, exactly this value. */
bool scope_has(const struct scope *s, const char *name, const char *is);
/* Fills the places {name} {name|else} {name^} {#} of `pattern`. Places inside a value are not
 * filled. */
const char *scope_fill(const struct scope *s, const char *pattern, struct arena *a);

/* ---- template.c: the flow ---- */
struct template
{
	const char *name;
	struct xml *document;                /* owned */
	const struct xml_node *root, *first; /* `first`: the first block */
	const char *title, *needs, *fonts, *foot, *copies, *caption;
	double width, height, top, right, bottom, left, points;
};
/* `path` is read and checked against the schema; what it points to lives in `a`. */
MUST_USE bool template_open(const char *path, const struct xml_schema *schema, struct arena *a,
                            struct template *out, struct fault *why);
void template_close(struct template *t);
/* Each name the template needs has a value; else the fault names the first that has none. */
MUST_USE bool template_check(const struct template *t, const struct scope *scope,
                             struct fault *why);
/* Attributes as numbers and signs; the schema has checked their form. */
double attribute_number(const struct xml_node *n, const char *name, double absent, struct arena *a);
double attribute_mm(const struct xml_node *n, const char *name, double absent, struct arena *a);
bool attribute_yes(const struct xml_node *n, const char *name, struct arena *a);

/* ---- fonts.c: families and letters ---- */
/* `families`, separated by commas, are installed; else the fault names the first that is not. */
MUST_USE bool fonts_check(PangoContext *context, const char *families, struct arena *a,
                          struct fault *why);
struct flow;
void letters_note(struct flow *s, PangoLayout *layout); /* into s->unknown */
MUST_USE bool letters_check(const struct flow *s, struct fault *why);

/* ---- lines.c: text set to a width ---- */
enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY };
enum align align_from(const char *word);

struct set_line {
	PangoLayoutLine *line;           /* owned by its layout */
	double x, top, bottom, baseline; /* within the lines */
};
struct text_lines {
	struct set_line *lines;
	size_t count;
	double height;
};
struct text_style {
	double points, indent;
	enum align align;
	bool bold;
};
/* Text with marks: "b" "i" "u" or "" */
struct text_runs {
	const struct xml_run *items;
	size_t count;
};

struct flow;
struct text_lines lines_set(struct flow *s, struct text_runs text, double width,
                            const struct text_style *style);
struct text_lines lines_plain(struct flow *s, const char *text, double width,
                              const struct text_style *style);

/* ---- layouts.c: texts that are set already ---- */
GHashTable *layouts_new(void);
/* All that the setting of a text depends on; owned by the caller. */
GBytes *layouts_key(const char *fonts, struct text_runs runs, double width,
                    const struct text_style *style, struct arena *a);
void layouts_keep(GHashTable *layouts, GBytes *key, PangoLayout *layout);

/* ---- block.c: boxes ---- */
enum cell_kind { CELL_TEXT, CELL_RULE, CELL_DOTS, CELL_CODE, CELL_EMBLEM };
enum cell_frame {
	FRAME_NONE = 0,
	FRAME_SIDES = 1,
	FRAME_TOP = 2,
	FRAME_BOTTOM = 4,
	FRAME_SHADE = 8
};

struct box_cell {
	enum cell_kind kind;
	unsigned frame;             /* sum of cell_frame */
	double x, y, width, height; /* within the box */
	double inset, drop;         /* of the text within the cell, to the right and down */
	const struct set_line *lines;
	size_t count;
	const struct code *code;
	cairo_surface_t *emblem; /* the writer's */
};
struct box {
	double height, after;  /* `after` is lost at the end of a page */
	bool keep;             /* not to be parted from the next */
	bool ends;             /* signatures, a code: never without text before them */
	bool fresh;            /* begins a page */
	size_t head, head_end; /* boxes to come again when this one begins a page; equal: none */
	struct box_cell *cells;
	size_t count;
};
enum { LETTERS_NAMED = 8 };
/* One paper while it is set. */
struct flow {
	struct arena *a;
	PangoContext *context;
	cairo_surface_t *emblem; /* the writer's; NULL: the court has none */
	const struct template *template;
	double width, height; /* inside the margins, of a page that is drawn at `scale` */
	double scale;         /* 1, or less: a paper that was too long by a little */
	struct box *items;
	size_t count, capacity;
	GPtrArray *layouts;              /* of PangoLayout, owned: they own the lines */
	GHashTable *kept;                /* the writer's (layouts.c) */
	gunichar unknown[LETTERS_NAMED]; /* the first characters that no font has */
	size_t unknown_count;
};
MUST_USE bool flow_set(struct flow *s, const struct scope *scope, struct fault *why);

/* ---- flow.c ---- */
/* Text of one strip, side by side. */
struct strip_part {
	double x, width;
	struct text_lines text;
};
struct box_cut {
	/* At most so many lines of text to a box; 0: no box above a third of the page. */
	size_t lines;
	double inset;   /* left and right of the text of a part, already taken from its width */
	double pad;     /* above and below it */
	unsigned frame; /* FRAME_SIDES: a frame around each part; FRAME_SHADE */
};
struct box *page_box(struct flow *s, size_t cells); /* a new last one, all zero */
void flow_row(struct flow *s, const struct strip_part *parts, size_t count,
              const struct box_cut *cut);
void flow_keep(struct flow *s, size_t from); /* boxes from here to the last stay together */
/* Of the boxes from here to the last (lines, rows) the first two and the last two stay together. */
void flow_keep_ends(struct flow *s, size_t from);
void flow_close(struct flow *s);               /* no end of the paper stands alone on a page */
void flow_after(struct flow *s, double after); /* space below the last box */
/* The text of an element with its places filled; `*empty`: nothing but blanks came out. */
struct text_runs runs_fill(const struct xml_node *n, const struct scope *scope, struct arena *a,
                           bool *empty);

/* ---- list.c ---- */
/* What a setter gets. */
struct block {
	struct flow *flow;
	const struct xml_node *node;
	const struct scope *scope;
};
bool set_list(const struct block *b, struct fault *why);

/* ---- table.c ---- */
bool set_table(const struct block *b, struct fault *why);

/* ---- sign.c ---- */
bool set_signatures(const struct block *b, struct fault *why);
bool set_qr(const struct block *b, struct fault *why);

/* ---- code.c: QR ---- */
struct code {
	int width;                    /* modules */
	const unsigned char *modules; /* width × width, lowest bit: dark */
};
MUST_USE bool code_make(const char *text, struct arena *a, const struct code **out,
                        struct fault *why);

/* ---- emblem.c ---- */
/* NULL where the home has none; a file that is no small picture is refused by its path. */
MUST_USE bool emblem_load(const struct home *home, cairo_surface_t **out, struct fault *why);
void emblem_drop(cairo_surface_t **emblem);

/* ---- page.c: boxes to pages ---- */
struct placed {
	const struct box *box;
	size_t page; /* from 0 */
	double y;    /* below the top margin */
};
struct pages {
	struct placed *items;
	size_t count, capacity;
	size_t pages;
	double last; /* height that is used of the last one */
};
void pages_stack(const struct flow *s, struct pages *out);

/* ---- draw.c: pages to ink ---- */
/* Sets what stands on every page, so that its letters are known before a page is drawn. */
void pages_try(struct flow *s, const struct scope *scope);
void pages_draw(struct flow *s, const struct pages *p, const struct scope *scope, cairo_t *ink);

#endif
