/* What is said, and what is typed kept as a draft. */
#include <stdarg.h>

#include "loket/text.h"

#include "private.h"

enum { PATH_ROOM = 96 };

/* ---- what is said ---- */

void session_quiet(struct session *s)
{
	s->said = (struct saying){ 0 };
}

void session_say_(struct session *s, enum tone tone, const char *text, ...)
{
	va_list words;
	va_start(words, text);
	s->said = (struct saying){ .tone = tone };
	message_fill_rest(text, words, s->said.text, sizeof s->said.text);
	va_end(words);
}

void session_fault(struct session *s, const struct fault *why)
{
	s->said = (struct saying){ .tone = TONE_FAULT };
	fault_say(why, s->said.text, sizeof s->said.text);
}

/* ---- drafts ---- */

/* A filing that is not there yet is called by the first name in its draft. */
static const char *title_of(const struct session *s)
{
	return text_is_empty(s->filing.title) ? values_of(&s->form.values, "nama")
	                                      : s->filing.title;
}

/* Another session of the same person went on with the draft, or finished it: what is typed here
 * stays, beside it. */
static bool keep_aside(struct session *s, struct draft *draft, struct fault *why)
{
	s->command = s->aside = draft->command = id_new();
	draft->aside = s->aside;
	draft->was = (struct id){ "" };
	session_say(s, TONE_WARNING, "%1",
	            _("Sesi lain meneruskan isian ini; yang diketik di sini disimpan tersendiri"));
	return service_draft_keep(s->login, draft, why);
}

void session_keep(struct session *s)
{
	char path[PATH_ROOM] = "";
	struct fault why = { 0 };
	const struct form_position *at = &s->form.focus;
	if (!s->has_form || !s->allowed || !s->drafts || !s->form.changed)
		return;
	if (at->field != NULL)
		values_path(at->field->list, at->row, at->field->id, path, sizeof path);
	struct draft draft = { .filing = s->id,
		               .step = s->form.form->step,
		               .aside = s->aside,
		               .edition = id_new(),
		               .was = s->edition,
		               .seen = s->seen,
		               .values = s->form.values,
		               .focus = path,
		               .title = title_of(s),
		               .at = clock_now(),
		               .command = s->command };
	s->drafted = service_draft_keep(s->login, &draft, &why);
	if (s->drafted && draft.overtaken)
		s->drafted = keep_aside(s, &draft, &why);
	s->edition = draft.edition;
	if (s->drafted)
		s->form.changed = false;
	else
		session_fault(s, &why);
}

bool session_discard(struct session *s)
{
	struct fault why = { 0 };
	bool dropped = !s->has_form ||
	               service_draft_drop(s->login, &s->id, s->form.form->step, &s->command, &why);
	if (dropped)
		session_say(s, TONE_DONE, "%1", _("Isian dibuang; yang tersimpan dibaca kembali"));
	else
		session_fault(s, &why);
	return dropped;
}

void session_focus(struct session *s, const char *path)
{
	const char *list, *id;
	int row;
	if (!values_path_parse(path, s->a, &list, &row, &id))
		return;
	const struct field *f = form_field(s->form.form, list, id);
	if (f != NULL)
		s->form.focus = (struct form_position){ .field = f, .row = row };
}
