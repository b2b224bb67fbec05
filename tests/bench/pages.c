/* The floor of printing: the words of a text set by pango as paragraphs and pieces of tables, and a
 * QR code, shown by cairo, one page a copy, one file.
 *
 *	pages COPIES <TEXT >PDF */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 100, LINE = 2048, INDENT = 10 };
#define A4_WIDTH  595.28
#define A4_HEIGHT 841.89
#define MARGIN    56.7
#define LETTER    5.0 /* of a line of text with pieces side by side */
#define MODULE    1.5
#define FONT      "URW Bookman, Liberation Serif, Amiri 11"
#define CODE      "https://pa-contoh.go.id/periksa?r=123/Pdt.G/2026/PA.Cth/2"

static cairo_status_t put(void *out, const unsigned char *bytes, unsigned length)
{
	return fwrite(bytes, 1, length, out) == length ? CAIRO_STATUS_SUCCESS
	                                               : CAIRO_STATUS_WRITE_ERROR;
}

struct piece {
	const char *text;
	size_t length;
	double x, y;
	bool heading;
};

/* Gives the height. */
static double show_piece(cairo_t *ink, PangoContext *context, const struct piece *p)
{
	int height;
	PangoFontDescription *font = pango_font_description_from_string(FONT);
	if (p->heading)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	PangoLayout *layout = pango_layout_new(context);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(layout, pango_units_from_double(A4_WIDTH - MARGIN - p->x));
	pango_layout_set_justify(layout, TRUE);
	pango_layout_set_text(layout, p->text, (int)p->length);
	cairo_move_to(ink, p->x, p->y);
	pango_cairo_show_layout(ink, layout);
	pango_layout_get_size(layout, NULL, &height);
	g_object_unref(layout);
	return pango_units_to_double(height);
}

/* Words between wide gaps are set by themselves, as in a table; what stands in the middle is a
 * heading. */
static double show_line(cairo_t *ink, PangoContext *context, const char *line, double y)
{
	double most = 0;
	bool heading = strspn(line, " ") > INDENT;
	for (const char *s = line, *end; *(s += strspn(s, " ")) != '\0'; s = end) {
		end = strstr(s, "  ");
		end = end ? end : s + strlen(s);
		const struct piece piece = { s, (size_t)(end - s),
			                     MARGIN + (double)(s - line) * LETTER, y, heading };
		double height = show_piece(ink, context, &piece);
		most = height > most ? height : most;
	}
	return most;
}

static void show_code(cairo_t *ink, const char *text)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (!code)
		return;
	cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A1, code->width,
	                                                   code->width);
	unsigned char *bits = cairo_image_surface_get_data(mask);
	for (int i = 0; i < code->width * code->width; i++)
		if (code->data[i] & 1)
			bits[i / code->width * cairo_image_surface_get_stride(mask) +
			     i % code->width / 8] |= (unsigned char)(1 << i % code->width % 8);
	cairo_surface_mark_dirty(mask);
	cairo_save(ink);
	cairo_scale(ink, MODULE, MODULE);
	cairo_mask_surface(ink, mask, 0, 0);
	cairo_restore(ink);
	cairo_surface_destroy(mask);
	QRcode_free(code);
}

/* Lines that go on from one another are one paragraph again. */
static int read_lines(char text[LINES][LINE])
{
	char line[512];
	int count = 0;
	bool goes_on = false;
	while (count < LINES && fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n\f")] = '\0';
		const char *s = line + strspn(line, " ");
		bool table = strstr(s, "  ") != NULL;
		if (*s == '\0') {
			goes_on = false;
		} else if (goes_on && !table && s == line) {
			size_t length = strlen(text[count - 1]);
			snprintf(text[count - 1] + length, LINE - length, " %s", s);
		} else {
			snprintf(text[count++], LINE, "%s", line);
			goes_on = !table;
		}
	}
	return count;
}

int main(int argc, char **argv)
{
	static char text[LINES][LINE];
	int lines = read_lines(text);
	cairo_surface_t *file = cairo_pdf_surface_create_for_stream(put, stdout, A4_WIDTH,
	                                                            A4_HEIGHT);
	cairo_t *ink = cairo_create(file);
	PangoContext *context = pango_cairo_create_context(ink);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_round_glyph_positions(context, FALSE);
	for (long copy = argc > 1 ? strtol(argv[1], NULL, 10) : 1; copy > 0; copy--) {
		double y = MARGIN;
		for (int i = 0; i < lines; i++)
			y += show_line(ink, context, text[i], y);
		show_code(ink, CODE);
		cairo_show_page(ink);
	}
	g_object_unref(context);
	cairo_destroy(ink);
	cairo_surface_finish(file);
	cairo_surface_destroy(file);
	return 0;
}
