/* One filing: the steps of the SOP as a rail, the step looked at beside it, its clock, its
 * history. */
#include "filing.h"

#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

enum { HISTORY_ROWS = 40, READ_MEMORY = 32 * 1024 * 1024 };

static const struct body *const bodies[] = {
	&body_account, &body_approval, &body_parties, &body_claim,   &body_skum,
	&body_payment, &body_verify,   &body_number,  &body_summons,
};

const char *filing_step_key(const struct filing_view *v, const struct desk *d)
{
	const struct sop *sop = &d->app->book->sop;
	return v->at < sop->step_count ? sop->steps[v->at].key : "";
}

/* ---- opening a step ---- */

static bool may(const struct filing_view *v, const struct desk *d, const struct act *act,
                struct fault *why)
{
	char who[256];
	if (!court_may(d->app->book, &v->filing, act, why))
		return false;
	if (login_may(&d->login, act->name))
		return true;
	login_who_may(&d->login, act->name, who, sizeof who);
	return fault_set(why, FAULT_REFUSED, "%1", who);
}

static bool has_row(const struct act *act)
{
	for (size_t i = 0; i < COUNT_OF(bodies); i++) {
		if (bodies[i]->act == act)
			return true;
	}
	return false;
}

/* What fills the step's own form is a form and nothing more, unless it has a row. */
static const struct body *plain_body(struct filing_view *v)
{
	const struct step *step = court_steps[v->at];
	for (size_t i = 0; i < step->act_count; i++) {
		if (!text_same(step->acts[i]->form, step->key) || has_row(step->acts[i]))
			continue;
		v->plain = body_form;
		v->plain.act = step->acts[i];
		return &v->plain;
	}
	return NULL;
}

/* The body of the step: the first that can be done now, else the last of its step. */
static const struct body *body_of(struct filing_view *v, const struct desk *d)
{
	const char *key = filing_step_key(v, d);
	const struct body *found = NULL, *plain = plain_body(v);
	v->allowed = false;
	for (size_t i = 0; i < COUNT_OF(bodies) && !v->allowed; i++) {
		if (!text_same(bodies[i]->act->step, key))
			continue;
		found = bodies[i];
		v->allowed = may(v, d, found->act, &v->refusal);
	}
	if (v->allowed || plain == NULL)
		return found;
	v->allowed = may(v, d, plain->act, &v->refusal);
	return plain;
}

static const struct draft *draft_of(const struct drafts *all, const struct id *filing,
                                    const char *step)
{
	for (size_t i = 0; i < all->count; i++) {
		if (text_same(all->items[i].filing.text, filing->text) &&
		    text_same(all->items[i].step, step))
			return &all->items[i];
	}
	return NULL;
}

/* The editor knows the width it is shown in; the mouse and the arrows in a paragraph need it. */
static void fit(struct filing_view *v, const struct desk *d)
{
	struct cells window = { .rows = d->rows, .cols = d->cols };
	if (v->has_form)
		formview_fit(&v->form, frame_areas(&window, true).body);
}

static void form_begin(struct filing_view *v, struct desk *d, const struct form *form)
{
	struct drafts drafts = { 0 };
	struct form_scope scope;
	struct fault why = { 0 };
	const struct values *kept = filing_values(&v->filing, form->step);
	if (!service_scope(&d->login, &v->filing, NULL, v->a, &scope, &why) ||
	    !service_drafts(&d->login, v->a, &drafts, &why)) {
		desk_fault(d, &why);
		return;
	}
	const struct draft *draft = v->allowed ? draft_of(&drafts, &v->id, form->step) : NULL;
	values_copy(&v->before, kept, v->a);
	v->seen = draft != NULL ? draft->seen : v->filing.version;
	v->command = draft != NULL && !id_none(&draft->command) ? draft->command : id_new();
	v->begun = d->now;
	formview_start(&v->form, form, draft != NULL ? &draft->values : kept, &scope, v->a);
	v->form.read_only = !v->allowed;
	v->has_form = true;
	v->drafted = draft != NULL;
	fit(v, d);
	if (draft == NULL)
		return;
	formview_focus(&v->form, draft->focus);
	desk_say(d, STYLE_DIM, _("Isian yang belum selesai dilanjutkan"));
}

static void step_open(struct filing_view *v, struct desk *d, size_t at)
{
	v->at = at;
	v->book = d->app->book;
	v->rail = false;
	v->in_items = false;
	v->has_form = false;
	v->drafted = false;
	v->body = body_of(v, d);
	if (v->body == NULL)
		return;
	v->act = v->allowed ? v->body->act : NULL;
	v->form_step = v->body->act->form;
	const struct form *form = rulebook_form(d->app->book, v->body->act->form);
	if (form != NULL)
		form_begin(v, d, form);
	if (v->body->open != NULL)
		v->body->open(v, d);
}

static bool read_filing(struct filing_view *v, struct desk *d, struct fault *why)
{
	arena_drop(&v->read);
	v->history = (struct history){ 0 };
	v->mended = (struct mended_list){ 0 };
	return service_filing(&d->login, &v->id, &v->read, &v->filing, why) &&
	       service_history(&d->login, &v->id, HISTORY_ROWS, &v->read, &v->history, why) &&
	       (v->filing.verdict.round == 0 ||
	        service_mended(&d->login, &v->id, &v->read, &v->mended, why));
}

static void filing_read_again(struct filing_view *v, struct desk *d)
{
	struct fault why = { 0 };
	if (!read_filing(v, d, &why))
		desk_fault(d, &why);
}

/* Who else is here; said when somebody comes, not each time. */
static void say_presence(struct filing_view *v, struct desk *d)
{
	struct presence_row *rows;
	size_t count = 0;
	struct fault why;
	char since[16];
	if (!service_presence(&d->login, &v->id, v->a, &rows, &count, &why))
		return;
	bool came = count > v->others;
	v->others = count;
	if (!came)
		return;
	instant_clock(rows[count - 1].since, &d->app->book->court.zone, since, sizeof since);
	desk_say_with(d, STYLE_WARNING, _("%1 membuka pendaftaran ini sejak %2"),
	              rows[count - 1].who, since);
}

static bool screen_open(void *model, struct desk *d, struct arena *a, const struct argument *with,
                        struct fault *why)
{
	struct filing_view *v = model;
	v->a = a;
	v->read = arena_start(READ_MEMORY);
	v->reckoned = arena_start(READ_MEMORY);
	v->id = id_none(&with->filing) ? id_new() : with->filing;
	d->message[0] = '\0';
	if (!read_filing(v, d, why))
		return false;
	const struct sop *sop = &d->app->book->sop;
	size_t stage = filing_stage(&v->filing);
	int named = text_is_empty(with->step) ? 0 : sop_number(sop, with->step);
	step_open(v, d,
	          named > 0                 ? (size_t)named - 1
	          : stage < sop->step_count ? stage
	                                    : sop->step_count - 1);
	say_presence(v, d);
	if (v->filing.version > 0 && !service_enter(&d->login, &v->id, filing_step_key(v, d), why))
		return false;
	return true;
}

/* ---- drafts ---- */

void filing_keep_draft(struct filing_view *v, struct desk *d)
{
	char focus[96];
	struct fault why = { 0 };
	if (!v->has_form || !v->allowed || !v->form.state.changed)
		return;
	(void)formview_commit(&v->form);
	formview_path(&v->form, focus, sizeof focus);
	const char *name = values_of(&v->form.state.values, "nama");
	struct draft draft = { .filing = v->id,
		               .step = v->form_step,
		               .seen = v->seen,
		               .values = v->form.state.values,
		               .focus = focus,
		               .title = text_is_empty(v->filing.title) ? name : v->filing.title,
		               .at = d->now,
		               .command = v->command };
	v->drafted = service_draft_keep(&d->login, &draft, &why);
	if (v->drafted)
		v->form.state.changed = false;
	else
		desk_fault(d, &why);
}

/* ---- doing ---- */

/* Did another give the field a value that is neither the old one nor what was typed here? */
static bool differs(const struct filing_view *v, const struct values *now, const struct field *f,
                    int row)
{
	const char *text = values_get(now, f->list, row, f->id);
	return !text_same(text, values_get(&v->before, f->list, row, f->id)) &&
	       !text_same(text, values_get(&v->form.state.values, f->list, row, f->id));
}

/* The labels of the fields another changed since this form was begun. */
static void changed_fields(const struct filing_view *v, struct text *out)
{
	const struct form *form = v->form.state.form;
	const struct values *now = filing_values(&v->filing, v->form_step);
	for (size_t i = 0; i < form->field_count; i++) {
		const struct field *f = &form->fields[i];
		bool own = f->list[0] == '\0';
		int rows = own ? 0 : values_rows(now, f->list);
		for (int row = own ? 0 : 1; row <= rows; row++) {
			if (!differs(v, now, f, row))
				continue;
			if (out->length > 0)
				text_add(out, ", ");
			text_add(out, _(f->label));
		}
	}
}

/* Refused because the filing is another by now: tell what changed; F10 again saves over it. */
static bool said_changed(struct filing_view *v, struct desk *d)
{
	if (!v->has_form || v->seen == v->filing.version)
		return false;
	filing_read_again(v, d);
	struct text fields = text_start(v->a);
	changed_fields(v, &fields);
	const char *who = v->history.count > 0 ? v->history.items[0].who : "";
	if (fields.length > 0)
		desk_say_with(d, STYLE_WARNING,
		              _("%1 mengubah: %2. F10 simpan isian Anda, Esc biarkan"), who,
		              fields.s);
	else
		desk_say_with(d, STYLE_WARNING,
		              _("%1 mengubah pendaftaran ini. F10 menyimpan isian Anda"), who);
	v->seen = v->filing.version;
	values_copy(&v->before, filing_values(&v->filing, v->form_step), v->a);
	return true;
}

static void take_faults(struct filing_view *v, struct desk *d, const struct answer *answer,
                        const struct fault *why)
{
	bool focused = false;
	for (size_t i = 0; v->has_form && i < answer->faults.count; i++) {
		const struct form_fault *f = &answer->faults.items[i];
		form_fault_add(&v->form.state.faults, v->a, f->stops, &f->fault);
		if (f->stops && !focused) {
			formview_focus(&v->form, f->fault.field);
			focused = true;
		}
	}
	desk_fault(d, why);
}

static void say_done(struct desk *d, const struct answer *answer)
{
	char text[400];
	for (size_t i = 0; i < answer->faults.count; i++) {
		if (answer->faults.items[i].stops)
			continue;
		fault_say(&answer->faults.items[i].fault, text, sizeof text);
		desk_say_with(d, STYLE_WARNING, _("%1. Perhatikan: %2"), answer->event, text);
		return;
	}
	desk_say(d, STYLE_DONE, answer->event);
}

bool filing_do(struct filing_view *v, struct desk *d, const struct act *act,
               const struct values *values)
{
	struct arena a = arena_start(READ_MEMORY);
	struct answer answer;
	struct fault why = { 0 };
	struct command c = service_command(&d->login, &v->id,
	                                   v->has_form ? v->seen : v->filing.version, act);
	if (v->has_form) {
		c.id = v->command;
		c.begun = v->begun;
	}
	if (values != NULL)
		values_copy(&c.values, values, &a);
	bool done = service_do(&d->login, &c, &a, &answer, &why);
	if (done)
		say_done(d, &answer);
	filing_read_again(v, d);
	if (!done && !said_changed(v, d))
		take_faults(v, d, &answer, &why);
	arena_drop(&a);
	return done;
}

/* After a step: on to what follows, or stay where somebody else must act. */
static void go_on(struct filing_view *v, struct desk *d)
{
	size_t stage = filing_stage(&v->filing), steps = d->app->book->sop.step_count;
	step_open(v, d, stage < steps ? stage : steps - 1);
}

static bool filing_finish(struct filing_view *v, struct desk *d)
{
	if (v->act == NULL) {
		desk_fault(d, &v->refusal);
		return false;
	}
	if (v->has_form) {
		(void)formview_commit(&v->form);
		filing_keep_draft(v, d);
		if (!form_state_finish(&v->form.state)) {
			formview_enter(&v->form);
			form_body_say_fault(v, d);
			return false;
		}
	}
	if (!filing_do(v, d, v->act, v->has_form ? &v->form.state.values : NULL))
		return false;
	go_on(v, d);
	return true;
}

void filing_print(struct filing_view *v, struct desk *d, const char *paper, int which)
{
	struct printed printed;
	struct fault why = { 0 };
	if (service_print(&d->login, &v->id, paper, which, &printed, &why))
		desk_printed(d, printed.path);
	else
		desk_fault(d, &why);
}

/* ---- events ---- */

static struct intent leave(struct filing_view *v, struct desk *d)
{
	filing_keep_draft(v, d);
	return back();
}

/* Another step is looked at; what was said about the one before goes. */
static void look_at(struct filing_view *v, struct desk *d, size_t at)
{
	d->message[0] = '\0';
	step_open(v, d, at);
}

static struct intent on_rail(struct filing_view *v, struct desk *d, const struct event *e)
{
	size_t steps = d->app->book->sop.step_count;
	if (e->kind == EV_TEXT && frame_step_key(e->text, steps) >= 0) {
		look_at(v, d, (size_t)frame_step_key(e->text, steps));
		return stay();
	}
	if (e->kind != EV_KEY)
		return stay();
	if (e->key == K_UP && v->at > 0)
		v->at--;
	if (e->key == K_DOWN && v->at + 1 < steps)
		v->at++;
	if (e->key == K_ENTER || e->key == K_TAB || e->key == K_RIGHT)
		look_at(v, d, v->at);
	return e->key == K_ESC ? leave(v, d) : stay();
}

/* Further actions of this screen: those of the body, then those of every filing. */
static struct intent open_menu(struct filing_view *v, struct desk *d)
{
	static const struct choice common[] = {
		{ "riwayat", N_("Riwayat pendaftaran"), "" },
		{ "jurnal", N_("Jurnal dan sisa panjar"), "" },
		{ "cetak:skum", N_("Cetak e-SKUM"), "" },
		{ "cetak:kwitansi", N_("Cetak kwitansi"), "" },
		{ "cetak:pemberitahuan", N_("Cetak surat pemberitahuan"), "" },
		{ "buang", N_("Buang isian yang belum disimpan"), "" },
	};
	struct choice *items = arena_get(v->a, MENU_MOST + COUNT_OF(common), sizeof *items);
	size_t count = v->body != NULL && v->body->menu != NULL ? v->body->menu(v, d, items) : 0;
	for (size_t i = 0; i < COUNT_OF(common); i++)
		items[count++] = common[i];
	return open_screen(SCREEN_CHOICE, (struct argument){ .title = _("Tindakan lain"),
	                                                     .choices = items,
	                                                     .choice_count = count });
}

static struct intent open_help(struct filing_view *v)
{
	const struct field *f = v->has_form ? v->form.state.focus.field : NULL;
	const struct form *form = v->has_form ? v->form.state.form : NULL;
	const char *text = "";
	if (f != NULL)
		text = arena_print(v->a, "%s\n\n%s%s%s", _(f->help),
		                   text_is_empty(f->source) ? "" : _("Dasar: "), f->source, "");
	else if (form != NULL)
		text = _(form->help);
	return open_screen(SCREEN_HELP, (struct argument){ .title = f != NULL ? _(f->label) : "",
	                                                   .text = text });
}

static void print_here(struct filing_view *v, struct desk *d)
{
	const char *key = filing_step_key(v, d);
	bool returned = v->filing.verdict.round > 0 && !v->filing.verdict.yes;
	if (text_same(key, "panggilan"))
		filing_print(v, d, "relaas", 1);
	else if (text_same(key, "verifikasi") && returned)
		filing_print(v, d, "pemberitahuan", 0);
	else if (filing_paid(&v->filing) > 0 && !text_same(key, "skum"))
		filing_print(v, d, "kwitansi", 0);
	else
		filing_print(v, d, "skum", 0);
}

static void say_why(struct filing_view *v, struct desk *d)
{
	if (!v->allowed)
		desk_fault(d, &v->refusal);
	else if (v->has_form && v->form.state.focus.field != NULL)
		desk_say_with(d, STYLE_DIM, _("Dasar: %1"), v->form.state.focus.field->source);
}

static struct intent on_key(struct filing_view *v, struct desk *d, enum key key)
{
	if (key == K_ESC)
		return leave(v, d);
	if (key == K_F10)
		(void)filing_finish(v, d);
	if (key == K_F1)
		return open_help(v);
	if (key == K_F2)
		say_why(v, d);
	if (key == K_F3) {
		filing_keep_draft(v, d);
		return (struct intent){ .kind = INTENT_HOME };
	}
	if (key == K_F4)
		return open_menu(v, d);
	if (key == K_F9)
		print_here(v, d);
	if (key == K_BACKTAB || key == K_LEFT)
		v->rail = true;
	return stay();
}

static bool on_mouse(struct filing_view *v, struct desk *d, const struct event *e)
{
	struct rail_step steps[SOP_MOST];
	char clock[2][64];
	struct cells window = { .rows = d->rows, .cols = d->cols };
	struct rail rail = filing_rail(v, d, steps, clock);
	struct areas areas = frame_areas(&window, true);
	if (e->button != BUTTON_LEFT || e->col >= areas.body.col)
		return false;
	int at = frame_rail_step(areas.rail, &rail, e->row);
	if (at >= 0) {
		filing_keep_draft(v, d);
		look_at(v, d, (size_t)at);
	}
	return true;
}

static struct intent screen_on(void *model, struct desk *d, const struct event *e)
{
	struct filing_view *v = model;
	struct intent out = stay();
	if (e->kind == EV_SIZE)
		fit(v, d);
	if (e->kind == EV_MOUSE && on_mouse(v, d, e))
		return stay();
	if (v->rail)
		return on_rail(v, d, e);
	if (v->body != NULL && v->body->on != NULL && v->body->on(v, d, e, &out))
		return out;
	return e->kind == EV_KEY ? on_key(v, d, e->key) : stay();
}

static void discard(struct filing_view *v, struct desk *d)
{
	struct fault why = { 0 };
	if (!service_draft_drop(&d->login, &v->id, v->form_step, &why)) {
		desk_fault(d, &why);
		return;
	}
	step_open(v, d, v->at);
	desk_say(d, STYLE_DONE, _("Isian dibuang; yang tersimpan dibaca kembali"));
}

static void screen_resume(void *model, struct desk *d, const char *answer)
{
	struct filing_view *v = model;
	struct event chosen = { .kind = EV_NEWS, .text = answer };
	struct intent out;
	if (answer == NULL)
		return;
	if (text_starts(answer, "cetak:"))
		filing_print(v, d, answer + strlen("cetak:"), 0);
	else if (text_same(answer, "riwayat"))
		d->next = open_screen(SCREEN_HISTORY, (struct argument){ .filing = v->id });
	else if (text_same(answer, "jurnal"))
		d->next = open_screen(SCREEN_JOURNAL, (struct argument){ .filing = v->id });
	else if (text_same(answer, "buang"))
		discard(v, d);
	else if (v->body != NULL && v->body->on != NULL)
		(void)v->body->on(v, d, &chosen, &out);
}

/* Somebody else did something: the rail and read-only steps follow at once; what is being typed
 * stays, and so does the step that is looked at. */
static void screen_news(void *model, struct desk *d)
{
	struct filing_view *v = model;
	int64_t before = v->filing.version;
	filing_read_again(v, d);
	say_presence(v, d);
	bool other_rules = v->book != d->app->book;
	if (v->filing.version == before && !other_rules)
		return;
	v->book = d->app->book;
	bool typing = v->has_form && v->allowed && (v->drafted || v->form.state.changed) &&
	              may(v, d, v->body->act, &v->refusal);
	if (!typing)
		step_open(v, d, v->at);
	if (typing && other_rules && v->body->reckon != NULL)
		v->body->reckon(v, d);
	if (other_rules)
		desk_say(d, STYLE_WARNING,
		         _("Berkas data pengadilan berubah; aturan yang baru dipakai"));
	else if (v->history.count > 0)
		desk_say(d, STYLE_DONE, v->history.items[0].text);
}

static void screen_keep(void *model, struct desk *d)
{
	filing_keep_draft(model, d);
}

static void screen_close(void *model, struct desk *d)
{
	struct filing_view *v = model;
	service_leave(&d->login);
	arena_drop(&v->read);
	arena_drop(&v->reckoned);
}

const struct screen screen_filing = {
	.size = sizeof(struct filing_view),
	.open = screen_open,
	.on = screen_on,
	.draw = filing_draw,
	.resume = screen_resume,
	.news = screen_news,
	.keep = screen_keep,
	.close = screen_close,
};
