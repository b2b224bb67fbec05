/* Step 4: the suit, and beside it the papers this kind of case and registrant need. */
#include "loket/text.h"

#include "filing.h"

enum { PAPER_ROWS = 4 };

static size_t needed(const struct filing_view *v, const struct desk *d, struct arena *a,
                     struct paper_need **out)
{
	return papers_needed(d->app->book, &v->filing, &v->form.state.values, a, out);
}

/* "✓ gugatan  – akta nikah": what is there, and what lacks, under the form; a paper that does not
 * fit the line any more begins the next. */
static void draw_papers(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	struct arena a = arena_start(MIB);
	struct paper_need *needs;
	size_t count = needed(v, d, &a, &needs);
	int row = where.row + 1, col = where.col, end = where.row + where.rows;
	cells_put(c, where.row, where.col, STYLE_DIM, _("Berkas yang diperlukan:"));
	for (size_t i = 0; i < count; i++) {
		const char *text = arena_print(&a, "%s %s", needs[i].there ? "✓" : "–",
		                               needs[i].label);
		int width = text_columns(text);
		if (col > where.col && col + width > where.col + where.cols) {
			row++;
			col = where.col;
		}
		if (row < end)
			cells_put_fit(c, row, col, width < where.cols ? width : where.cols,
			              STYLE_PLAIN, text);
		col += width + 2;
	}
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

const struct body body_claim = { .act = &act_fill_claim,
	                         .done = N_("selesai"),
	                         .on = form_body_on,
	                         .draw = claim_draw,
	                         .hints = form_body_hints,
	                         .menu = form_body_menu };
