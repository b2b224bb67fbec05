/* Fonts: every family of a template is installed, and every letter has a glyph. Without the first
 * Pango draws another family in silence, without the second it draws a box. */
#include <string.h>
#include <strings.h>

#include "private.h"

/* The family that Pango draws with when it is asked for `family`. */
static bool family_is_there(PangoContext *context, const char *family)
{
	PangoFontDescription *wanted = pango_font_description_new();
	pango_font_description_set_family(wanted, family);
	PangoFont *font = pango_context_load_font(context, wanted);
	PangoFontDescription *got = font ? pango_font_describe(font) : NULL;
	bool there = got && strcasecmp(pango_font_description_get_family(got), family) == 0;
	pango_font_description_free(got);
	pango_font_description_free(wanted);
	if (font)
		g_object_unref(font);
	return there;
}

bool fonts_check(PangoContext *context, const char *families, struct arena *a, struct fault *why)
{
	for (const char *at = families; *at;) {
		size_t length = strcspn(at, ",");
		const char *family = arena_print(a, "%.*s", (int)length, at);
		if (!family_is_there(context, family)) {
			return fault_set(
			    why, FAULT_OUTSIDE,
			    N_("Jenis huruf %1 tidak terpasang di komputer ini. Pasang "
			       "paketnya; daftarnya di loket-paper(8)."),
			    family);
		}
		at += length;
		at += strspn(at, ", ");
	}
	return true;
}

/* Pango marks a character without a glyph in the glyph's number. */
static gunichar run_unknown(const PangoGlyphString *glyphs)
{
	for (int i = 0; i < glyphs->num_glyphs; i++) {
		PangoGlyph glyph = glyphs->glyphs[i].glyph;
		if (glyph & PANGO_GLYPH_UNKNOWN_FLAG)
			return glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
	}
	return 0;
}

void letters_note(struct flow *s, PangoLayout *layout)
{
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	do {
		const PangoLayoutRun *run = pango_layout_iter_get_run_readonly(at);
		if (run && !s->unknown)
			s->unknown = run_unknown(run->glyphs);
	} while (!s->unknown && pango_layout_iter_next_run(at));
	pango_layout_iter_free(at);
}

bool letters_check(const struct flow *s, struct fault *why)
{
	char letter[8] = "";
	if (!s->unknown)
		return true;
	letter[g_unichar_to_utf8(s->unknown, letter)] = '\0';
	return fault_set(why, FAULT_REFUSED,
	                 N_("Huruf '%1' (U+%2) tidak ada di jenis huruf mana pun di komputer ini. "
	                    "Betulkan isian itu atau pasang jenis hurufnya; lihat loket-paper(8)."),
	                 letter, arena_print(s->a, "%04X", s->unknown));
}
