/* Acts that are a form, and the admin's approval: what they share with steps 3 and 4. */
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

#include "filing.h"

enum { TITLE_ROWS = 2, ASKED_ROWS = 2 };

/* ---- rows of lists ---- */

bool form_when_lists(const void *model)
{
	const struct session *s = &((const struct filing_view *)model)->face.session;
	return s->has_form && s->form.form->list_count > 0;
}

/* A new row goes to the list the focus is in, else to the form's first. */
struct intent form_row_add(void *model, struct desk *d)
{
	struct filing_view *v = model;
	const char *list = face_list(&v->face);
	face_row_add(&v->face, d,
	             text_is_empty(list) ? v->face.session.form.form->lists[0].id : list);
	return stay();
}

/* ---- the picture ---- */

/* "Data pihak", or "Tergugat, 2 dari 3" inside a list. */
static const char *title(const struct form_state *s, struct arena *a)
{
	const struct field *f = s->focus.field;
	const struct form_list *list = f == NULL ? NULL : form_list(s->form, f->list);
	if (list == NULL)
		return _(s->form->title);
	int at = s->focus.row, rows = values_rows(&s->values, list->id);
	const char *each = values_get(&s->values, list->id, at, list->each);
	return message_text(a, text_is_empty(each) ? _("%1, %2 dari %3") : _("%1, %2 dari %3: %4"),
	                    _(list->title), shown_number(a, at),
	                    shown_number(a, rows > at ? rows : at), each);
}

/* What verification wants mended, over the form that mends it; rows used. */
static int draw_asked(const struct filing_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	const struct filing *f = &v->face.session.filing;
	const struct step_record *own = filing_step(f, filing_step_key(v, d));
	const struct verdict *last = &f->verdict;
	if (own == NULL || own->state != STEP_RETURNED || text_is_empty(last->message))
		return 0;
	where.rows = ASKED_ROWS;
	return frame_paragraph(c, where, STYLE_WARNING,
	                       message_text(d->scratch, _("%1 meminta: %2"), last->by,
	                                    last->message));
}

void form_body_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                    struct area where)
{
	if (!v->face.session.has_form)
		return;
	int asked = draw_asked(v, d, c, where);
	where.row += asked;
	where.rows -= asked;
	cells_put_fit(c, where.row, where.col, where.cols, STYLE_TITLE,
	              title(&v->face.session.form, d->scratch));
	cells_cursor(c, where.row, where.col); /* where no field is */
	int rows = where.rows < BODY_ROWS_LEAST ? 1 : TITLE_ROWS;
	where.row += rows;
	where.rows -= rows;
	formview_draw(&v->face.form, c, where);
}

static const struct binding form_keys[] = { FORM_FINISH(N_("selesai")), FORM_ADD, FORM_PAGES };
const struct body body_form = { .keys = BINDINGS(form_keys), .draw = form_body_draw };

/* ---- step 2, the admin: what was filled, and his word ---- */

static void approval_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                          struct area where)
{
	static const char *const forms[] = { AKUN, PENDAFTAR };
	const struct session *s = &v->face.session;
	int row = 0, most = where.rows - 8;
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		const struct form *form = rulebook_form(d->app->book, forms[i]);
		const struct values *values = filing_values(&s->filing, forms[i]);
		for (size_t k = 0; form != NULL && k < form->field_count && row < most; k++) {
			const struct field *f = &form->fields[k];
			const char *text = values_of(values, f->id);
			if (text_is_empty(text) || f->list[0] != '\0')
				continue;
			cells_put_fit(c, where.row + row, where.col, 16, STYLE_DIM, _(f->label));
			cells_put_fit(c, where.row + row++, where.col + 17, where.cols - 17,
			              STYLE_PLAIN, field_said(f, text, &s->form.scope, d->scratch));
		}
	}
	form_body_draw(v, d, c,
	               (struct area){ where.row + row + 1, where.col, where.rows - row - 1,
	                              where.cols });
}

static const struct binding approval_keys[] = { FORM_FINISH(N_("putuskan")) };
const struct body body_approval = { .act = &act_approve_registrant,
	                            .keys = BINDINGS(approval_keys),
	                            .draw = approval_draw };
