/* Hasil panggilan: what came of one summons; the form "hasil" with a draft of its own. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "formview.h"
#include "screen.h"

#define FORM   "hasil"
#define NUMBER "panggilan_ke"

enum { MEMORY = 32 * 1024 * 1024, NUMBER_ROOM = 16, PAIR_LABEL = 17 };

struct outcome {
	struct arena *a;
	struct filing filing; /* as it was when the form was begun */
	const struct summons *summons;
	struct formview form;
	char number[NUMBER_ROOM]; /* of the summons */
	struct id command;        /* fixed now, so that F10 pressed twice happens once */
	instant begun;
	int64_t seen;
};

static const struct summons *find_summons(const struct filing *f, int number)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		if (f->summons[i].number == number)
			return &f->summons[i];
	}
	return NULL;
}

/* The draft of this summons; one filing has several. */
static const struct draft *find_draft(const struct drafts *all, const struct outcome *o)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct draft *draft = &all->items[i];
		if (text_same(draft->filing.text, o->filing.id.text) &&
		    text_same(draft->step, FORM) &&
		    text_same(values_of(&draft->values, NUMBER), o->number))
			return draft;
	}
	return NULL;
}

static void fit(struct outcome *o, const struct desk *d)
{
	struct cells window = { .rows = d->rows, .cols = d->cols };
	formview_fit(&o->form, frame_areas(&window, false).body);
}

static bool begin(struct outcome *o, struct desk *d, struct fault *why)
{
	struct drafts drafts = { 0 };
	struct form_scope scope;
	struct values start = { 0 };
	const struct form *form = rulebook_form(d->app->book, FORM);
	if (form == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Formulir %1 tidak ada di folder forms"),
		                 FORM);
	if (!service_scope(&d->login, &o->filing, NULL, o->a, &scope, why) ||
	    !service_drafts(&d->login, o->a, &drafts, why))
		return false;
	const struct draft *draft = find_draft(&drafts, o);
	values_set(&start, o->a, "", 0, NUMBER, o->number);
	o->seen = draft == NULL ? o->filing.version : draft->seen;
	o->command = draft == NULL || id_none(&draft->command) ? id_new() : draft->command;
	o->begun = d->now;
	formview_start(&o->form, form, draft == NULL ? &start : &draft->values, &scope, o->a);
	fit(o, d);
	formview_focus(&o->form, draft == NULL ? "hasil" : draft->focus);
	if (draft != NULL)
		desk_say(d, STYLE_DIM, _("Isian yang belum selesai dilanjutkan"));
	return true;
}

static bool may(const struct outcome *o, const struct desk *d, struct fault *why)
{
	char who[256];
	const struct act *act = &act_record_service;
	if (!court_may(d->app->book, &o->filing, act, why))
		return false;
	if (login_may(&d->login, act->name))
		return true;
	login_who_may(&d->login, act->name, who, sizeof who);
	return fault_set(why, FAULT_REFUSED, "%1", who);
}

static bool outcome_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                         struct fault *why)
{
	struct outcome *o = model;
	o->a = a;
	d->message[0] = '\0';
	snprintf(o->number, sizeof o->number, "%d", with->number);
	if (!service_filing(&d->login, &with->filing, a, &o->filing, why))
		return false;
	o->summons = find_summons(&o->filing, with->number);
	if (o->summons == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada panggilan ke-%1 pada perkara ini"), o->number);
	const struct outcome_kind *kind = rulebook_outcome(d->app->book, o->summons->outcome);
	if (kind != NULL && !kind->open)
		return fault_set(why, FAULT_REFUSED, N_("Hasil panggilan ke-%1 sudah dicatat"),
		                 o->number);
	return may(o, d, why) && begin(o, d, why);
}

/* ---- drafts ---- */

static void outcome_keep(void *model, struct desk *d)
{
	struct outcome *o = model;
	char focus[96];
	struct fault why = { 0 };
	if (!o->form.state.changed)
		return;
	(void)formview_commit(&o->form);
	formview_path(&o->form, focus, sizeof focus);
	struct draft draft = { .filing = o->filing.id,
		               .step = FORM,
		               .seen = o->seen,
		               .values = o->form.state.values,
		               .focus = focus,
		               .title = o->summons->name,
		               .at = d->now,
		               .command = o->command };
	if (service_draft_keep(&d->login, &draft, &why))
		o->form.state.changed = false;
	else
		desk_fault(d, &why);
}

/* ---- doing ---- */

static void say_field_fault(struct outcome *o, struct desk *d)
{
	char text[500];
	bool stops;
	formview_fault(&o->form, text, sizeof text, &stops);
	if (text[0] != '\0')
		desk_say(d, stops ? STYLE_FAULT : STYLE_WARNING, text);
	else if (d->message_style == STYLE_FAULT)
		d->message[0] = '\0';
}

static void take_faults(struct outcome *o, const struct answer *answer)
{
	for (size_t i = answer->faults.count; i > 0; i--) {
		const struct form_fault *f = &answer->faults.items[i - 1];
		form_fault_add(&o->form.state.faults, o->a, f->stops, &f->fault);
		if (f->stops)
			formview_focus(&o->form, f->fault.field);
	}
}

static struct intent record(struct outcome *o, struct desk *d)
{
	struct arena a = arena_start(MEMORY);
	struct answer answer = { 0 };
	struct fault why = { 0 };
	struct command c = service_command(&d->login, &o->filing.id, o->seen, &act_record_service);
	c.id = o->command;
	c.begun = o->begun;
	values_copy(&c.values, &o->form.state.values, &a);
	values_set(&c.values, &a, "", 0, NUMBER, o->number);
	bool done = service_do(&d->login, &c, &a, &answer, &why);
	if (done) {
		desk_say(d, STYLE_DONE, answer.event);
		o->form.state.changed = false;
		if (!service_draft_drop(&d->login, &o->filing.id, FORM, &why))
			desk_fault(d, &why);
	} else {
		take_faults(o, &answer);
		desk_fault(d, &why);
	}
	arena_drop(&a);
	return done ? back() : stay();
}

static struct intent finish(struct outcome *o, struct desk *d)
{
	(void)formview_commit(&o->form);
	outcome_keep(o, d);
	if (form_state_finish(&o->form.state))
		return record(o, d);
	formview_enter(&o->form);
	say_field_fault(o, d);
	return stay();
}

/* ---- events ---- */

static struct intent open_help(const struct outcome *o)
{
	const struct field *f = o->form.state.focus.field;
	const char *text = f == NULL ? _(o->form.state.form->help)
	                             : arena_print(o->a, "%s\n\n%s%s", _(f->help), _("Dasar: "),
	                                           f->source);
	return open_screen(SCREEN_HELP, (struct argument){ .title = f == NULL ? "" : _(f->label),
	                                                   .text = text });
}

static struct intent on_key(struct outcome *o, struct desk *d, enum key key)
{
	if (key == K_F10)
		return finish(o, d);
	if (key == K_F1)
		return open_help(o);
	if (key != K_ESC && key != K_F3)
		return stay();
	outcome_keep(o, d);
	return key == K_ESC ? back() : (struct intent){ .kind = INTENT_HOME };
}

static struct intent outcome_on(void *model, struct desk *d, const struct event *e)
{
	struct outcome *o = model;
	const struct field *f = o->form.state.focus.field;
	if (e->kind == EV_SIZE)
		fit(o, d);
	switch (formview_on(&o->form, e, d->now)) {
	case FORMVIEW_NOT_MINE:
		return e->kind == EV_KEY ? on_key(o, d, e->key) : stay();
	case FORMVIEW_FILE:
		return open_screen(SCREEN_PICKER, (struct argument){ .title = _(f->label) });
	case FORMVIEW_LEFT:
		outcome_keep(o, d);
		say_field_fault(o, d);
		return stay();
	case FORMVIEW_USED:
	case FORMVIEW_FIRST:
	case FORMVIEW_LAST:
		say_field_fault(o, d);
		return stay();
	}
	return stay();
}

/* A document was picked. */
static void outcome_resume(void *model, struct desk *d, const char *answer)
{
	struct outcome *o = model;
	const struct field *f = o->form.state.focus.field;
	if (answer == NULL || f == NULL || f->kind != KIND_FILE)
		return;
	formview_put(&o->form, answer);
	outcome_keep(o, d);
}

/* ---- the picture ---- */

static void outcome_draw(const void *model, const struct desk *d, struct cells *c)
{
	const struct outcome *o = model;
	const struct summons *s = o->summons;
	const struct channel *channel = rulebook_channel(d->app->book, s->channel);
	struct area body = frame_areas(c, false).body;
	char left[300], hearing[80], when[120], deadline[80];
	message_fill(_("Hasil panggilan · %1"), (const char *const[]){ s->name }, 1, left,
	             sizeof left);
	frame_head(c, left, o->filing.number.number);
	day_in_full(s->hearing, hearing, sizeof hearing);
	day_in_full(s->deadline, deadline, sizeof deadline);
	snprintf(when, sizeof when, "%s, %s", hearing, s->time);
	const struct pair pairs[] = {
		{ s->label, s->name },
		{ _("Alamat"), s->address },
		{ _("Kanal"), channel == NULL ? s->channel : channel->name },
		{ _("Sidang"), when },
		{ _("Paling lambat"), deadline },
	};
	body.col += 2;
	body.cols -= 2;
	int used = frame_pairs(c, body, PAIR_LABEL, pairs, COUNT_OF(pairs)) + 1;
	body.row += used;
	body.rows -= used;
	formview_draw(&o->form, c, body);
	const struct field *f = o->form.state.focus.field;
	bool choices = f != NULL && (f->kind == KIND_CHOICE || f->kind == KIND_FILE);
	const struct key_hint hints[] = {
		{ .key = K_F10, .label = _("catat hasil"), .shown = true },
		{ .key = K_F4,
		  .label = f != NULL && f->kind == KIND_FILE ? _("pilih berkas") : NULL,
		  .shown = choices },
		{ .key = K_F1, .shown = true },
		{ .key = K_ESC, .shown = true },
	};
	frame_foot(c, hints, COUNT_OF(hints));
}

const struct screen screen_outcome = {
	.size = sizeof(struct outcome),
	.open = outcome_open,
	.on = outcome_on,
	.draw = outcome_draw,
	.resume = outcome_resume,
	.keep = outcome_keep,
};
