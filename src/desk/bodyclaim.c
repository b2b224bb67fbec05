/* Step 4: the suit, and beside it the papers this kind of case and registrant need. */
#include "loket/text.h"

#include "filing.h"

enum { PAPER_ROWS = 4 };

static size_t needed(const struct filing_view *v, const struct desk *d, struct arena *a,
                     struct paper_need **out)
{
	return papers_needed(d->place->book, &v->filing, &v->form.state.values, a, out);
}

/* "✓ gugatan  – akta nikah": what is there, and what lacks; wrapped under the form. */
static void draw_papers(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	struct arena a = arena_start(MIB);
	struct paper_need *needs;
	struct text words = text_start(&a);
	size_t count = needed(v, d, &a, &needs);
	for (size_t i = 0; i < count; i++)
		text_addf(&words, "%s%s %s", i > 0 ? "  " : "", needs[i].there ? "✓" : "–",
		          needs[i].label);
	cells_put(c, where.row, where.col, STYLE_DIM, _("Berkas yang diperlukan:"));
	where.row++;
	where.rows--;
	frame_paragraph(c, where, STYLE_PLAIN, words.s);
	arena_drop(&a);
}

static void claim_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	form_body_draw(v, d, c,
	               (struct area){ where.row, where.col, where.rows - PAPER_ROWS, where.cols });
	if (v->has_form)
		draw_papers(v, d, c,
		            (struct area){ where.row + where.rows - PAPER_ROWS, where.col,
		                           PAPER_ROWS, where.cols });
}

const struct body body_claim = { .step = "gugatan",
	                         .act = "isi",
	                         .form = "gugatan",
	                         .done = N_("selesai"),
	                         .on = form_body_on,
	                         .draw = claim_draw,
	                         .hints = form_body_hints,
	                         .menu = form_body_menu };
