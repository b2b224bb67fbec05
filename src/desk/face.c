/* A session at the desk. */
#include "face.h"

#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/shown.h"
#include "loket/text.h"

enum style face_style(enum tone tone)
{
	static const enum style styles[TONE_COUNT] = {
		[TONE_PLAIN] = STYLE_PLAIN,     [TONE_TITLE] = STYLE_TITLE,
		[TONE_HINT] = STYLE_DIM,        [TONE_DONE] = STYLE_DONE,
		[TONE_WARNING] = STYLE_WARNING, [TONE_FAULT] = STYLE_FAULT,
	};
	return styles[tone];
}

static struct area whole_of(const struct desk *d)
{
	const struct cells window = { .rows = d->rows, .cols = d->cols };
	return frame_whole(&window);
}

void face_fit(struct face *f, const struct desk *d, struct area where)
{
	if (f->session.has_form)
		formview_fit(&f->form, where, whole_of(d));
}

void face_open(struct face *f, const struct desk *d, struct area where)
{
	if (!f->session.has_form)
		return;
	formview_start(&f->form, &f->session.form, !f->session.allowed, f->a);
	face_fit(f, d, where);
}

/* ---- what is said ---- */

/* The keys that go on from what was said. */
static const char *const ways[] = {
	[WAY_NONE] = "%1",
	[WAY_SAVE_OVER] = N_("%1. F10 simpan isian Anda, Esc biarkan"),
};

void face_tell(struct face *f, struct desk *d)
{
	const struct session *s = &f->session;
	const struct saying *said = &s->said;
	bool stands = s->unkept && text_same(said->text, s->lost.text);
	if (said->tone != TONE_PLAIN && !stands)
		desk_say_with(d, face_style(said->tone), _(ways[said->way]), said->text);
	session_quiet(&f->session);
}

/* ---- what is wrong ---- */

static bool has_focus(const struct form_state *s, const struct form_fault *f)
{
	return s->focus.field != NULL && form_state_fault(s, s->focus.field, s->focus.row) == f;
}

/* What is wrong elsewhere, in the field left last or in the first of the others, begins with how
 * much it is: so it is another sentence than that of the field with the focus. */
static const char *field_standing(const struct face *f, struct arena *a, bool *stops)
{
	const struct form_state *s = &f->session.form;
	const struct form_fault *first = NULL;
	const char *near = formview_fault(&f->form, stops);
	int64_t elsewhere = 0;
	bool here = false;
	for (size_t i = 0; i < s->faults.count; i++) {
		const struct form_fault *one = &s->faults.items[i];
		here = here || has_focus(s, one);
		if (!one->stops || has_focus(s, one))
			continue;
		elsewhere++;
		first = first == NULL ? one : first;
	}
	if (first == NULL)
		return near;
	if (here)
		return message_text(a, _("%1 (%2 lagi belum benar)"), near,
		                    shown_number(a, elsewhere));
	const char *words = near[0] != '\0' && *stops ? near : fault_text(a, &first->fault);
	*stops = true;
	return message_text(a, _("%1 isian belum benar. %2"), shown_number(a, elsewhere), words);
}

void face_standing(const struct face *f, const struct desk *d, struct remark *out)
{
	bool stops;
	const struct session *s = &f->session;
	if (!s->has_form)
		return;
	const char *text = s->unkept ? s->lost.text : field_standing(f, d->scratch, &stops);
	out->style = s->unkept || stops ? STYLE_FAULT : STYLE_WARNING;
	out->at = d->now;
	snprintf(out->text, sizeof out->text, "%s", desk_keys(d, text));
}

/* ---- events ---- */

const char *face_list(const struct face *f)
{
	const struct field *field = f->session.form.focus.field;
	return !f->session.has_form || field == NULL ? "" : field->list;
}

/* Where the field has nothing to take back, the form goes back. */
static bool on_undo(struct face *f, struct desk *d, const struct event *e)
{
	bool back = e->kind == EV_KEY && e->key == K_CTRL_UNDERSCORE,
	     forth = e->kind == EV_KEY && e->key == key_ctrl('R');
	if (!back && !forth)
		return false;
	(void)formview_commit(&f->form);
	if (!(back ? session_undo(&f->session) : session_redo(&f->session)))
		return false;
	formview_enter(&f->form);
	face_tell(f, d);
	return true;
}

static void say_unfit(struct face *f, struct desk *d)
{
	if (f->form.unfit != NULL)
		desk_say_with(d, STYLE_WARNING,
		              _("“%1” tidak ada dalam daftar; isiannya tetap seperti semula"),
		              f->form.unfit);
	f->form.unfit = NULL;
}

struct intent face_on(struct face *f, struct desk *d, const struct event *e)
{
	if (!f->session.has_form)
		return pass();
	const struct form_position before = f->session.form.focus;
	if (face_is_full(f) && e->kind != EV_SIZE)
		desk_quiet(d); /* it was about what stood there */
	switch (formview_on(&f->form, e)) {
	case FORMVIEW_NOT_MINE:
		say_unfit(f, d);
		return on_undo(f, d, e) ? stay() : pass();
	case FORMVIEW_FIRST:
		face_tell(f, d);
		return pass();
	case FORMVIEW_FILE:
		return open_screen(&screen_picker,
		                   (struct argument){ .title = _(before.field->label),
		                                      .text = f->form.entry.text });
	case FORMVIEW_LEFT:
		session_left(&f->session, &before);
		formview_enter(&f->form);
		break;
	case FORMVIEW_USED:
	case FORMVIEW_LAST:
		break;
	}
	face_tell(f, d);
	if (f->form.full.open && f->form.full.again)
		desk_hint(d, _("Dicari lagi dari awal"));
	d->all.rings = d->all.rings || f->form.advanced;
	say_unfit(f, d);
	if (f->form.entry.full)
		desk_say(d, STYLE_FAULT, _("Isian ini penuh; tidak semuanya masuk"));
	return stay();
}

/* ---- a text that fills the screen ---- */

bool face_is_full(const struct face *f)
{
	return f->session.has_form && formview_is_full(&f->form);
}

static size_t letters(const char *s)
{
	size_t n = 0;
	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

void face_draw_full(const struct face *f, const struct desk *d, struct cells *c)
{
	const struct field *field = f->session.form.focus.field;
	const struct entry *text = &f->form.entry;
	struct entry_place at = entry_place(text);
	struct arena *a = d->scratch;
	const char *place = message_text(a, _("%1 · baris %2 dari %3, kolom %4"), _(field->label),
	                                 shown_number(a, (long long)at.line),
	                                 shown_number(a, (long long)at.lines),
	                                 shown_number(a, (long long)at.column));
	const char *size = message_text(a, field->max > 0 ? _("%1 dari %2 huruf") : _("%1 huruf"),
	                                shown_number(a, (long long)letters(text->text)),
	                                shown_number(a, field->max));
	bool narrow = text_columns(place) + text_columns(size) > c->cols - 4;
	frame_head(c, place, narrow ? "" : size);
	longtext_draw(&f->form.full, text, c);
}

/* An editor does what the account that runs us may, which by sudo is not the user's own. */
static bool may_edit(const void *model)
{
	unsigned caller;
	const struct face *f = model;
	return f->session.allowed && f->session.book->court.editor && !unix_by_sudo(&caller);
}

static struct intent edit(void *model, struct desk *d)
{
	const struct face *f = model;
	return (struct intent){ .kind = INTENT_EDITOR,
		                .reply = { .kind = REPLY_TEXT, .text = f->form.entry.text } };
}

static const struct binding full_keys[] = {
	{ K_F5, .label = N_("cari") },
	{ .name = "F7 F8", .label = N_("halaman") },
	{ K_F6, .label = N_("penyunting"), .run = edit, .when = may_edit },
	{ K_F4, .label = N_("formulir") },
};

struct bindings face_full_keys(void)
{
	return (struct bindings)BINDINGS(full_keys);
}

void face_replace(struct face *f, struct desk *d, const char *text)
{
	if (!face_is_full(f))
		return;
	formview_replace(&f->form, text_clean(f->a, text, strlen(text), true));
	face_tell(f, d);
}

void face_put(struct face *f, struct desk *d, const char *path)
{
	const struct form_position at = f->session.form.focus;
	if (!f->session.has_form || at.field == NULL || at.field->kind != KIND_FILE)
		return;
	formview_put(&f->form, path);
	session_left(&f->session, &at);
	formview_enter(&f->form);
	face_tell(f, d);
}

void face_row_add(struct face *f, struct desk *d, const char *list)
{
	if (!f->session.allowed || text_is_empty(list))
		return;
	(void)formview_commit(&f->form);
	int row = session_row_add(&f->session, list);
	if (row > 0)
		formview_focus_row(&f->form, list, row);
	face_tell(f, d);
}

void face_row_remove(struct face *f, struct desk *d)
{
	(void)formview_commit(&f->form);
	if (session_row_remove(&f->session))
		formview_enter(&f->form);
	face_tell(f, d);
}

bool face_finish(struct face *f, struct desk *d)
{
	if (f->session.has_form)
		(void)formview_commit(&f->form);
	bool done = session_finish(&f->session);
	if (!done && f->session.has_form)
		formview_enter(&f->form);
	d->again = !done;
	face_tell(f, d);
	return done;
}

bool face_keep(struct face *f, struct desk *d)
{
	if (!f->session.has_form || !f->session.allowed)
		return true;
	(void)formview_commit(&f->form);
	bool kept = session_keep(&f->session, NULL);
	if (!kept)
		face_tell(f, d);
	return kept;
}

void face_pause(struct face *f, struct desk *d)
{
	struct session *s = &f->session;
	if (!s->has_form || !s->form.changed)
		return;
	bool was_unkept = s->unkept;
	(void)session_keep(s, f->form.typed ? arena_text(f->a, f->form.entry.text) : NULL);
	if (s->unkept != was_unkept || s->said.tone == TONE_WARNING)
		face_tell(f, d);
	session_quiet(s);
}

struct intent face_help(const struct face *f)
{
	const struct form_state *state = &f->session.form;
	const struct field *field = f->session.has_form ? state->focus.field : NULL;
	const char *text = f->session.has_form ? _(state->form->help) : "";
	if (field != NULL)
		text = arena_print(f->a, "%s\n\n%s%s", _(field->help),
		                   text_is_empty(field->source) ? "" : _("Dasar: "), field->source);
	return open_screen(&screen_help,
	                   (struct argument){ .title = field != NULL ? _(field->label) : "",
	                                      .text = text });
}
