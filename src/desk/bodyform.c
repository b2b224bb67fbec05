/* Bodies that are a form: steps 1 and 2, the admin's approval, the hearing; and what they share
 * with steps 3 and 4. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "filing.h"

enum { TITLE_ROWS = 2, ASKED_ROWS = 2 };

/* ---- what all forms share ---- */

void form_body_say_fault(struct filing_view *v, struct desk *d)
{
	char text[500];
	bool stops;
	formview_fault(&v->form, text, sizeof text, &stops);
	if (text[0] != '\0')
		desk_say(d, stops ? STYLE_FAULT : STYLE_WARNING, text);
	else if (d->message_style == STYLE_FAULT)
		d->message[0] = '\0';
}

const char *form_body_list(const struct filing_view *v)
{
	const struct field *f = v->form.state.focus.field;
	return f == NULL ? "" : f->list;
}

/* The list a new row goes to: the one the focus is in, else the form's first. */
static const char *list_to_grow(const struct filing_view *v)
{
	const struct form *form = v->form.state.form;
	if (!text_is_empty(form_body_list(v)))
		return form_body_list(v);
	return form->list_count > 0 ? form->lists[0].id : "";
}

static void add_row(struct filing_view *v, struct desk *d, const char *list)
{
	if (text_is_empty(list) || v->form.read_only)
		return;
	if (formview_row_add(&v->form, list))
		filing_keep_draft(v, d);
	else
		desk_say(d, STYLE_WARNING, _("Daftar ini sudah penuh"));
}

static bool on_answer(struct filing_view *v, struct desk *d, const char *answer)
{
	if (text_starts(answer, "tambah:"))
		add_row(v, d, answer + 7);
	else if (text_same(answer, "hapus") && formview_row_remove(&v->form))
		filing_keep_draft(v, d);
	else if (answer[0] == '/' || answer[0] == '~') {
		formview_put(&v->form, answer);
		filing_keep_draft(v, d);
	}
	return true;
}

/* Another answer made fields go that were filled in: they are kept as long as the form is open, and
 * come back with the answer. */
static void say_set_aside(struct filing_view *v, struct desk *d)
{
	const struct form_state *s = &v->form.state;
	const char *now = form_set_aside(s->form, &s->scope, v->a);
	bool more = strlen(now) > strlen(v->set_aside == NULL ? "" : v->set_aside);
	v->set_aside = now;
	if (more)
		desk_say_with(d, STYLE_WARNING, _("Tidak ditanya lagi, jadi disisihkan: %1"), now);
}

bool form_body_on(struct filing_view *v, struct desk *d, const struct event *e, struct intent *out)
{
	if (!v->has_form)
		return false;
	if (e->kind == EV_NEWS)
		return on_answer(v, d, e->text);
	if (e->kind == EV_KEY && e->key == K_F6 && v->allowed) {
		add_row(v, d, list_to_grow(v));
		return true;
	}
	switch (formview_on(&v->form, e, d->now)) {
	case FORMVIEW_NOT_MINE:
		return false;
	case FORMVIEW_USED:
	case FORMVIEW_LAST:
		form_body_say_fault(v, d);
		if (v->form.entry.full)
			desk_say(d, STYLE_FAULT, _("Isian ini penuh; tidak semuanya masuk"));
		return true;
	case FORMVIEW_LEFT:
		filing_keep_draft(v, d);
		form_body_say_fault(v, d);
		say_set_aside(v, d);
		return true;
	case FORMVIEW_FIRST:
		v->rail = true;
		return true;
	case FORMVIEW_FILE:
		*out =
		    open_screen(SCREEN_PICKER,
		                (struct argument){ .title = _(v->form.state.focus.field->label) });
		return true;
	}
	return true;
}

/* "Data pihak", or "Tergugat, 2 dari 3" inside a list. */
static void draw_title(const struct filing_view *v, struct cells *c, struct area where)
{
	const struct form_state *s = &v->form.state;
	const struct field *f = s->focus.field;
	char title[200], at[16], of[16];
	const struct form_list *list = f == NULL ? NULL : form_list(s->form, f->list);
	if (list == NULL) {
		cells_put_fit(c, where.row, where.col, where.cols, STYLE_TITLE, _(s->form->title));
		return;
	}
	int rows = values_rows(&s->values, list->id);
	snprintf(at, sizeof at, "%d", s->focus.row);
	snprintf(of, sizeof of, "%d", rows > s->focus.row ? rows : s->focus.row);
	const char *each = values_get(&s->values, list->id, s->focus.row, list->each);
	message_fill(text_is_empty(each) ? _("%1, %2 dari %3") : _("%1, %2 dari %3: %4"),
	             (const char *const[]){ _(list->title), at, of, each }, 4, title, sizeof title);
	cells_put_fit(c, where.row, where.col, where.cols, STYLE_TITLE, title);
}

/* What verification wants mended, over the form that mends it; rows used. */
static int draw_asked(const struct filing_view *v, const struct desk *d, struct cells *c,
                      struct area where)
{
	const struct step_record *own = filing_step(&v->filing, filing_step_key(v, d));
	const struct verdict *last = &v->filing.verdict;
	char text[600];
	if (own == NULL || own->state != STEP_RETURNED || text_is_empty(last->message))
		return 0;
	message_fill(_("%1 meminta: %2"), (const char *const[]){ last->by, last->message }, 2, text,
	             sizeof text);
	where.rows = ASKED_ROWS;
	return frame_paragraph(c, where, STYLE_WARNING, text);
}

void form_body_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                    struct area where)
{
	if (!v->has_form)
		return;
	int asked = draw_asked(v, d, c, where);
	where.row += asked;
	where.rows -= asked;
	draw_title(v, c, where);
	where.row += TITLE_ROWS;
	where.rows -= TITLE_ROWS;
	formview_draw(&v->form, c, where);
}

size_t form_body_hints(const struct filing_view *v, struct key_hint *out)
{
	const struct form *form = v->has_form ? v->form.state.form : NULL;
	bool lists = form != NULL && form->list_count > 0;
	size_t n = 0;
	out[n++] =
	    (struct key_hint){ .key = K_F6, .label = _("tambah"), .shown = lists && v->allowed };
	out[n++] = (struct key_hint){ .key = K_F8, .name = "F7 F8", .shown = lists };
	return n;
}

size_t form_body_menu(const struct filing_view *v, const struct desk *d, struct choice *out)
{
	(void)d;
	size_t n = 0;
	if (!v->has_form || !v->allowed)
		return 0;
	const struct form *form = v->form.state.form;
	for (size_t i = 0; i < form->list_count && n + 1 < MENU_MOST; i++) {
		out[n++] = (struct choice){
			arena_print(v->a, "tambah:%s", form->lists[i].id),
			arena_print(v->a, "%s: %s", _("Tambah"), _(form->lists[i].title)), ""
		};
	}
	if (!text_is_empty(form_body_list(v)))
		out[n++] = (struct choice){ "hapus", N_("Hapus baris ini"), "" };
	return n;
}

/* ---- a NIK that was seen before offers that person's data ---- */

static void offer_person(struct filing_view *v, struct desk *d)
{
	struct values person = { 0 };
	struct fault why = { 0 };
	bool found = false;
	const struct form_state *s = &v->form.state;
	const char *list = form_body_list(v);
	int row = s->focus.row;
	const char *nik = values_get(&s->values, list, row, "nik");
	bool fresh = text_is_empty(values_get(&s->values, list, row, "nama"));
	if (text_is_empty(nik) || !fresh ||
	    !service_person(&d->login, nik, v->a, &person, &found, &why) || !found)
		return;
	struct formview_source from = { .values = &person, .list = "" };
	if (formview_fill(&v->form, list, row, &from) > 0)
		desk_say(
		    d, STYLE_DIM,
		    _("Orang ini pernah tercatat: isiannya diusulkan; ubah bila kartu berkata lain"));
}

bool people_body_on(struct filing_view *v, struct desk *d, const struct event *e,
                    struct intent *out)
{
	const struct field *before = v->has_form ? v->form.state.focus.field : NULL;
	bool used = form_body_on(v, d, e, out);
	const struct field *now = v->has_form ? v->form.state.focus.field : NULL;
	if (before != NULL && before->kind == KIND_NIK && now != before)
		offer_person(v, d);
	return used;
}

const struct body body_account = { .act = &act_fill_account,
	                           .done = N_("selesai"),
	                           .on = people_body_on,
	                           .draw = form_body_draw,
	                           .hints = form_body_hints };
/* Of every step without a row of its own: its act comes from the step. */
const struct body body_form = { .done = N_("selesai"),
	                        .on = form_body_on,
	                        .draw = form_body_draw,
	                        .hints = form_body_hints,
	                        .menu = form_body_menu };

/* ---- step 2, the admin: what was filled, and his word ---- */

static void approval_draw(const struct filing_view *v, const struct desk *d, struct cells *c,
                          struct area where)
{
	struct arena a = arena_start(16 * MIB);
	const struct rulebook *book = d->app->book;
	static const char *const forms[] = { "akun", "pendaftar" };
	int row = 0, most = where.rows - 8;
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		const struct form *form = rulebook_form(book, forms[i]);
		const struct values *values = filing_values(&v->filing, forms[i]);
		for (size_t k = 0; form != NULL && k < form->field_count && row < most; k++) {
			const struct field *f = &form->fields[k];
			const char *text = values_of(values, f->id);
			if (text_is_empty(text) || f->list[0] != '\0')
				continue;
			cells_put_fit(c, where.row + row, where.col, 16, STYLE_DIM, _(f->label));
			cells_put_fit(c, where.row + row++, where.col + 17, where.cols - 17,
			              STYLE_PLAIN, field_show(f, text, &v->form.state.scope, &a));
		}
	}
	arena_drop(&a);
	form_body_draw(v, d, c,
	               (struct area){ where.row + row + 1, where.col, where.rows - row - 1,
	                              where.cols });
}

const struct body body_approval = { .act = &act_approve_registrant,
	                            .done = N_("putuskan"),
	                            .on = form_body_on,
	                            .draw = approval_draw,
	                            .hints = form_body_hints };
