/* Fonts: checks that every family of a template is installed and every letter has a glyph.
 * Otherwise Pango silently draws another family, or a box. */
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

static void unknown_add(struct flow *s, gunichar letter)
{
	for (size_t i = 0; i < s->unknown_count; i++) {
		if (s->unknown[i] == letter)
			return;
	}
	if (s->unknown_count < LETTERS_NAMED)
		s->unknown[s->unknown_count++] = letter;
}

void letters_note(struct flow *s, PangoLayout *layout)
{
	if (pango_layout_get_unknown_glyphs_count(layout) == 0)
		return;
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	do {
		const PangoLayoutRun *run = pango_layout_iter_get_run_readonly(at);
		for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++) {
			/* Pango marks a character without a glyph in the glyph's number. */
			PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
			if (glyph & PANGO_GLYPH_UNKNOWN_FLAG)
				unknown_add(s, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
		}
	} while (pango_layout_iter_next_run(at));
	pango_layout_iter_free(at);
}

bool letters_check(const struct flow *s, struct fault *why)
{
	struct text named = text_start(s->a);
	for (size_t i = 0; i < s->unknown_count; i++) {
		char letter[8] = "";
		letter[g_unichar_to_utf8(s->unknown[i], letter)] = '\0';
		text_addf(&named, "%s%s (U+%04X)", i > 0 ? ", " : "", letter, s->unknown[i]);
	}
	return s->unknown_count == 0 ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Huruf yang tidak ada di jenis huruf mana pun di komputer ini: %1. "
	                    "Betulkan isian itu atau pasang jenis hurufnya; lihat loket-paper(8)."),
	                 named.s);
}
