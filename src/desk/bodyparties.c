/* Step 3: the parties, with the panjar as it comes to be. */
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "filing.h"

#define KUASA "kuasa"

enum { SUM_ROWS = 3 };

static struct intent copy_account(void *model, struct desk *d)
{
	struct filing_view *v = model;
	struct face *f = &v->face;
	(void)formview_commit(&f->form);
	session_copy_account(&f->session, face_list(f), f->session.form.focus.row);
	formview_enter(&f->form);
	face_tell(f, d);
	return stay();
}

static struct intent swap_sides(void *model, struct desk *d)
{
	struct filing_view *v = model;
	(void)formview_commit(&v->face.form);
	session_swap_sides(&v->face.session);
	formview_enter(&v->face.form);
	face_tell(&v->face, d);
	return stay();
}

static void parties_menu(const struct filing_view *v, struct menu *m)
{
	if (v->face.session.allowed)
		menu_add(m, MENU_BODY, 0,
		         arena_print(v->face.a, "%s  Ctrl-X", _("Tukar kedudukan kedua pihak")));
}

static struct intent parties_resume(struct filing_view *v, struct desk *d,
                                    const struct screen_result *reply)
{
	return reply->id == MENU_BODY ? swap_sides(v, d) : stay();
}

/* ---- the foot of the form ---- */

static void reckoning_words(const struct skum *panjar, struct text *out)
{
	for (size_t i = 0; i < panjar->line_count; i++) {
		const struct skum_line *line = &panjar->lines[i];
		if (line->amount != 0)
			text_addf(out, "%s%s %lld × %s", out->length > 0 ? ", " : "", line->label,
			          (long long)line->times, shown_digits(out->a, line->each));
	}
}

/* "1 Nur’aini · 2 Ahmad": whom a representative may stand for. */
static void party_numbers(const struct filing_view *v, struct text *out)
{
	const struct values *values = &v->face.session.form.values;
	int rows = values_rows(values, PIHAK);
	for (int row = 1; row <= rows; row++)
		text_addf(out, "%s%d %s", row > 1 ? " · " : "", row,
		          values_get(values, PIHAK, row, "nama"));
}

static void draw_panjar(const struct filing_view *v, const struct desk *d, struct cells *c,
                        struct area where)
{
	struct text words = text_start(d->scratch);
	frame_sum(c, where, _("Panjar sementara"),
	          shown_rupiah(d->scratch, v->face.session.panjar.total));
	if (text_same(face_list(&v->face), KUASA))
		party_numbers(v, &words);
	else
		reckoning_words(&v->face.session.panjar, &words);
	cells_put_fit(c, where.row + 2, where.col, where.cols, STYLE_DIM, words.s);
}

static void parties_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                         struct area where)
{
	int below = where.rows < BODY_ROWS_LEAST ? 0 : SUM_ROWS;
	form_body_draw(v, d, c,
	               (struct area){ where.row, where.col, where.rows - below, where.cols });
	if (below > 0)
		draw_panjar(v, d, c,
		            (struct area){ where.row + where.rows - SUM_ROWS, where.col, SUM_ROWS,
		                           where.cols });
}

static const struct binding keys[] = {
	FORM_FINISH(N_("selesai")),
	FORM_ADD,
	FORM_PAGES,
	{ K_F5, .label = N_("salin akun"), .run = copy_account, .when = filing_when_allowed },
	{ K_CTRL_A + ('X' - 'A'), .name = "Ctrl-X", .label = N_("tukar"), .run = swap_sides,
	  .when = filing_when_allowed },
};
const struct body body_parties = { .act = &act_fill_parties,
	                           .keys = BINDINGS(keys),
	                           .draw = parties_draw,
	                           .menu = parties_menu,
	                           .resume = parties_resume };
