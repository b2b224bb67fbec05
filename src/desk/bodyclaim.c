/* Step 4: the suit, and beside it the papers this kind of case and registrant need. */
#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"

enum { PAPER_ROWS = 4 };

/* "✓ gugatan  – akta nikah": what is there, and what lacks, under the form, what lacks first;
 * a paper that does not fit the line any more begins the next. */
static void draw_papers(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	struct paper_need *needs;
	const struct session *s = &v->face.session;
	size_t count = papers_needed(d->app->book, &s->filing, &s->form.values, d->scratch, &needs);
	int row = where.row + 1, col = where.col, end = where.row + where.rows;
	cells_put(c, where.row, where.col, STYLE_DIM,
	          _("Berkas yang diperlukan (✓ ada, – belum):"));
	for (int there = 0; there <= 1; there++) {
		for (size_t i = 0; i < count; i++) {
			if (needs[i].there != (there == 1))
				continue;
			const char *text = arena_print(d->scratch, "%s %s",
			                               needs[i].there ? "✓" : "–", needs[i].label);
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
	}
}

static void claim_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                       struct area where)
{
	int below = where.rows < BODY_ROWS_LEAST ? 0 : PAPER_ROWS;
	form_body_draw(v, d, c,
	               (struct area){ where.row, where.col, where.rows - below, where.cols });
	if (below > 0 && v->face.session.has_form)
		draw_papers(v, d, c,
		            (struct area){ where.row + where.rows - PAPER_ROWS, where.col,
		                           PAPER_ROWS, where.cols });
}

static struct intent draft_claim(void *model, struct desk *d)
{
	struct filing_view *v = model;
	(void)formview_commit(&v->face.form);
	session_claim(&v->face.session);
	formview_enter(&v->face.form);
	face_tell(&v->face, d);
	return stay();
}

static const struct binding keys[] = {
	FORM_FINISH(N_("selesai")),
	FORM_ADD,
	{ K_F5, .label = N_("konsep"), .run = draft_claim, .when = filing_when_allowed },
	FORM_PAGES,
};
const struct body body_claim = { .act = &act_fill_claim,
	                         .keys = BINDINGS(keys),
	                         .draw = claim_draw };
