/* One act with a short form, outside the nine steps: money of a case, suspense, a message taken
 * back. The form's F10 does what the table says of it. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "formview.h"
#include "screen.h"

enum { MEMORY = 16 * 1024 * 1024 };

struct act_view {
	struct arena *a;
	struct filing filing;  /* version 0: the act concerns none */
	const struct act *act; /* NULL: none of a filing's */
	const char *form_key, *subject;
	int64_t number; /* of a message */
	struct formview form;
	struct id command; /* fixed now, so that F10 pressed twice happens once */
	bool (*run)(struct act_view *v, struct desk *d, struct arena *a, struct answer *out,
	            struct fault *why);
};

/* ---- what F10 does ---- */

static bool do_act(struct act_view *v, struct desk *d, struct arena *a, struct answer *out,
                   struct fault *why)
{
	struct command c = service_command(&d->login, &v->filing.id, v->filing.version, v->act);
	c.id = v->command;
	values_copy(&c.values, &v->form.state.values, a);
	return service_do(&d->login, &c, a, out, why);
}

static bool do_settle(struct act_view *v, struct desk *d, struct arena *a, struct answer *out,
                      struct fault *why)
{
	const struct values *said = &v->form.state.values;
	const char *to = values_of(said, "pendaftaran");
	struct settlement t = { .payment = v->subject,
		                .how = values_of(said, "cara"),
		                .reason = values_of(said, "alasan") };
	if (!text_is_empty(to) && !service_find(&d->login, to, &t.filing, why))
		return fault_at(why, "pendaftaran");
	return service_settle(&d->login, &t, a, out, why);
}

static bool do_cancel(struct act_view *v, struct desk *d, struct arena *a, struct answer *out,
                      struct fault *why)
{
	out->event = N_("Pesan dibatalkan");
	return service_cancel(&d->login, v->number, values_of(&v->form.state.values, "alasan"), a,
	                      why);
}

static const struct {
	const char *form;
	bool (*run)(struct act_view *v, struct desk *d, struct arena *a, struct answer *out,
	            struct fault *why);
} runs[] = {
	{ "putus", do_settle },
	{ "antrean", do_cancel },
};

/* ---- opening ---- */

static void fit(struct act_view *v, const struct desk *d)
{
	struct cells window = { .rows = d->rows, .cols = d->cols };
	struct area body = frame_areas(&window, false).body;
	body.row += 2;
	body.rows -= 2;
	formview_fit(&v->form, body);
}

static bool act_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                     struct fault *why)
{
	struct act_view *v = model;
	struct form_scope scope;
	struct values start = { 0 };
	v->a = a;
	v->act = with->act;
	v->form_key = v->act != NULL ? v->act->form : arena_text(a, with->step);
	v->run = v->act != NULL ? do_act : NULL;
	v->subject = arena_text(a, with->text == NULL ? "" : with->text);
	v->number = with->number;
	v->command = id_new();
	d->message[0] = '\0';
	for (size_t i = 0; i < COUNT_OF(runs); i++) {
		if (text_same(runs[i].form, v->form_key))
			v->run = runs[i].run;
	}
	const struct form *form = rulebook_form(d->app->book, v->form_key);
	if (form == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Formulir %1 tidak ada di folder forms"),
		                 v->form_key);
	if (!id_none(&with->filing) &&
	    !service_filing(&d->login, &with->filing, a, &v->filing, why))
		return false;
	if (!service_scope(&d->login, &v->filing, NULL, a, &scope, why))
		return false;
	formview_start(&v->form, form, &start, &scope, a);
	fit(v, d);
	return true;
}

/* ---- doing ---- */

static void say_field_fault(struct act_view *v, struct desk *d)
{
	char text[500];
	bool stops;
	formview_fault(&v->form, text, sizeof text, &stops);
	if (text[0] != '\0')
		desk_say(d, stops ? STYLE_FAULT : STYLE_WARNING, text);
	else if (d->message_style == STYLE_FAULT)
		d->message[0] = '\0';
}

static void take_faults(struct act_view *v, const struct answer *answer)
{
	for (size_t i = answer->faults.count; i > 0; i--) {
		const struct form_fault *f = &answer->faults.items[i - 1];
		form_fault_add(&v->form.state.faults, v->a, f->stops, &f->fault);
		if (f->stops)
			formview_focus(&v->form, f->fault.field);
	}
}

static struct intent finish(struct act_view *v, struct desk *d)
{
	struct answer answer = { 0 };
	struct fault why = { 0 };
	(void)formview_commit(&v->form);
	if (!form_state_finish(&v->form.state)) {
		formview_enter(&v->form);
		say_field_fault(v, d);
		return stay();
	}
	struct arena a = arena_start(MEMORY);
	bool done = v->run(v, d, &a, &answer, &why);
	if (done) {
		desk_say(d, STYLE_DONE, _(answer.event));
	} else {
		take_faults(v, &answer);
		desk_fault(d, &why);
	}
	arena_drop(&a);
	return done ? back() : stay();
}

/* ---- events ---- */

static struct intent on_key(const struct act_view *v, enum key key)
{
	const struct field *f = v->form.state.focus.field;
	const char *help = f == NULL ? _(v->form.state.form->help) : _(f->help);
	if (key == K_F1)
		return open_screen(SCREEN_HELP, (struct argument){ .title = f ? _(f->label) : "",
		                                                   .text = help });
	if (key == K_F3)
		return (struct intent){ .kind = INTENT_HOME };
	return key == K_ESC ? back() : stay();
}

static struct intent act_on(void *model, struct desk *d, const struct event *e)
{
	struct act_view *v = model;
	if (e->kind == EV_SIZE)
		fit(v, d);
	if (formview_on(&v->form, e, d->now) != FORMVIEW_NOT_MINE) {
		say_field_fault(v, d);
		return stay();
	}
	if (e->kind != EV_KEY)
		return stay();
	return e->key == K_F10 ? finish(v, d) : on_key(v, e->key);
}

/* ---- the picture ---- */

static void act_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct act_view *v = model;
	const struct form *form = v->form.state.form;
	struct area body = frame_areas(c, false).body;
	char left[300];
	const char *whom = v->filing.version > 0 ? v->filing.title : v->subject;
	(void)d;
	message_fill("%1 · %2", (const char *const[]){ _(form->title), whom }, 2, left,
	             sizeof left);
	frame_head(c, left, v->filing.reg == NULL ? "" : v->filing.reg);
	body.col += 2;
	body.cols -= 2;
	int used = frame_paragraph(c, (struct area){ body.row, body.col, 3, body.cols }, STYLE_DIM,
	                           _(form->help)) +
	           1;
	formview_draw(&v->form, c,
	              (struct area){ body.row + used, body.col, body.rows - used, body.cols });
	const struct field *f = v->form.state.focus.field;
	const struct key_hint hints[] = {
		{ .key = K_F10, .label = _("selesai"), .shown = true },
		{ .key = K_F4, .shown = f != NULL && f->kind == KIND_CHOICE },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_act = {
	.size = sizeof(struct act_view),
	.open = act_open,
	.on = act_on,
	.draw = act_draw,
};
