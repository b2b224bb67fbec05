/* Signatures, with a QR code among them or alone. A block of signatures is one box; text before it
 * stays with it (flow_close). */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define SLOTS      3 /* left, middle, right */
#define CODE_MM    24
#define DOTS_DROP  11 /* points from the top of a name's line to its dots */
#define DOTS_LINE  14 /* its height where there are only these */
#define CAPTION_PT 7.5

static size_t slot_from(const char *side)
{
	return strcmp(side, "right") == 0 ? 2 : strcmp(side, "middle") == 0 ? 1 : 0;
}

/* Two signers share the page in halves with a gap; a third one in the middle makes it thirds. */
static struct box_cell slot_cell(const struct flow *s, size_t slot, bool thirds)
{
	double width = s->width * (thirds ? 1.0 / 3 : 0.45);
	return (struct box_cell){ .x = (s->width - width) * (double)slot / 2, .width = width };
}

static void grow(struct box *b, double height)
{
	b->height = height > b->height ? height : b->height;
}

static void put_text(struct box *b, const struct box_cell *at, const struct text_lines *g)
{
	struct box_cell *c = &b->cells[b->count++];
	*c = *at;
	c->lines = g->lines;
	c->count = g->count;
	grow(b, at->y + g->height);
}

/* Left against the left margin, right against the right one, else in the middle of its slot. */
static bool code_put(const struct block *b, struct box *box, const struct box_cell *at, size_t slot,
                     struct fault *why)
{
	struct flow *s = b->flow;
	const char *text = scope_fill(b->scope, xml_content(b->node, s->a), s->a);
	const char *caption = scope_fill(b->scope, xml_attribute(b->node, "caption", "", s->a),
	                                 s->a);
	const struct code *code;
	if (text_is_empty(text))
		return true;
	if (!code_make(text, s->a, &code, why))
		return false;
	double size = attribute_mm(b->node, "size", CODE_MM, s->a);
	struct box_cell c = *at;
	c.kind = CELL_CODE;
	c.code = code;
	c.x += (at->width - size) * (double)slot / 2;
	c.width = c.height = size;
	box->cells[box->count++] = c;
	grow(box, c.y + size);
	if (*caption) {
		struct text_style style = { .points = CAPTION_PT, .align = (enum align)slot };
		struct box_cell below = *at;
		below.y += size + 1 * MM;
		struct text_lines g = lines_plain(s, caption, below.width, &style);
		put_text(box, &below, &g);
	}
	return true;
}

bool set_qr(const struct block *b, struct fault *why)
{
	struct flow *s = b->flow;
	size_t slot = slot_from(xml_attribute(b->node, "side", "left", s->a));
	struct box *box = page_box(s, 2);
	box->count = 0;
	box->ends = true;
	box->after = 2 * MM;
	return code_put(b, box, &(struct box_cell){ .width = s->width }, slot, why);
}

/* ---- signers ---- */

struct signer {
	struct text_lines lines, name, note;
	bool signs, named;
};

static struct signer signer_set(const struct block *b, double width)
{
	struct flow *s = b->flow;
	struct text_style style = { .points = s->template->points, .align = ALIGN_CENTER };
	struct text lines = text_start(s->a);
	for (const struct xml_node *n = xml_child(b->node, "line"); n; n = xml_next(n, "line")) {
		text_add(&lines, lines.length ? "\n" : "");
		text_add(&lines, scope_fill(b->scope, xml_content(n, s->a), s->a));
	}
	const char *name = scope_fill(b->scope, xml_attribute(b->node, "name", "", s->a), s->a);
	const char *note = scope_fill(b->scope, xml_attribute(b->node, "note", "", s->a), s->a);
	struct signer signer = { .signs = true, .named = !text_is_empty(name) };
	signer.lines = lines_plain(s, lines.s, width, &style);
	const struct xml_run underlined = { .mark = *note ? "u" : "", .text = name };
	struct text_style bold = style;
	bold.bold = true;
	signer.name = lines_set(s, (struct text_runs){ &underlined, 1 }, width, &bold);
	signer.note = lines_plain(s, note, width, &style);
	return signer;
}

static void signer_put(struct box *b, struct box_cell at, const struct signer *signer,
                       double name_y)
{
	put_text(b, &at, &signer->lines);
	at.y = name_y;
	if (signer->named) {
		put_text(b, &at, &signer->name);
	} else {
		struct box_cell *dots = &b->cells[b->count++];
		*dots = (struct box_cell){ .kind = CELL_DOTS, .width = at.width * 0.7 };
		dots->x = at.x + at.width * 0.15;
		dots->y = at.y + DOTS_DROP;
	}
	at.y = name_y + (signer->named ? signer->name.height : DOTS_LINE);
	put_text(b, &at, &signer->note);
}

bool set_signatures(const struct block *b, struct fault *why)
{
	struct flow *s = b->flow;
	bool thirds = false;
	for (const struct xml_node *n = xml_child(b->node, NULL); n; n = xml_next(n, NULL))
		thirds = thirds || slot_from(xml_attribute(n, "side", "left", s->a)) == 1;

	struct signer signers[SLOTS] = { 0 };
	double lines = 0;
	for (const struct xml_node *n = xml_child(b->node, "sign"); n; n = xml_next(n, "sign")) {
		size_t slot = slot_from(xml_attribute(n, "side", "left", s->a));
		struct block one = { s, n, b->scope };
		signers[slot] = signer_set(&one, slot_cell(s, slot, thirds).width);
		lines = signers[slot].lines.height > lines ? signers[slot].lines.height : lines;
	}
	struct box *box = page_box(s, (size_t)SLOTS * 5);
	box->count = 0;
	box->ends = true;
	box->after = 2 * MM;
	double name_y = lines + attribute_mm(b->node, "room", 20, s->a);
	for (size_t i = 0; i < SLOTS; i++) {
		if (signers[i].signs)
			signer_put(box, slot_cell(s, i, thirds), &signers[i], name_y);
	}
	for (const struct xml_node *n = xml_child(b->node, "qr"); n; n = xml_next(n, "qr")) {
		size_t slot = slot_from(xml_attribute(n, "side", "left", s->a));
		struct box_cell at = slot_cell(s, slot, thirds);
		if (!code_put(&(struct block){ s, n, b->scope }, box, &at, slot, why))
			return false;
	}
	return true;
}
