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
static const char *title_of(const struct session *s, const struct values *v)
{
	return text_is_empty(s->filing.title) ? values_of(v, "nama") : s->filing.title;
}

/* Nobody typed anything: all is proposed, or as it was. */
static bool is_untouched(const struct session *s, const struct values *v)
{
	bool same = true;
	for (size_t i = 0; same && i < v->count; i++) {
		const struct value *one = &v->items[i];
		same = one->proposed || text_same(one->text, values_get(&s->before, one->list,
		                                                        one->row, one->field));
	}
	for (size_t i = 0; same && i < s->before.count; i++) {
		const struct value *one = &s->before.items[i];
		same = !text_is_empty(values_get(v, one->list, one->row, one->field));
	}
	return same;
}

static struct draft draft_now(const struct session *s, const char *typing, char path[PATH_ROOM])
{
	const struct form_position *at = &s->form.focus;
	struct draft d = { .filing = s->id,
		           .step = s->form.form->step,
		           .aside = s->aside,
		           .edition = id_new(),
		           .was = s->edition,
		           .seen = s->seen,
		           .values = s->form.values,
		           .focus = path,
		           .at = clock_now(),
		           .command = s->command };
	path[0] = '\0';
	if (at->field != NULL)
		values_path(at->field->list, at->row, at->field->id, path, PATH_ROOM);
	if (at->field != NULL && typing != NULL) {
		d.values = form_state_moment(&s->form).values;
		values_set(&d.values, s->a, at->field->list, at->row, at->field->id, typing);
	}
	d.title = title_of(s, &d.values);
	return d;
}

static void forget_draft(struct session *s)
{
	s->edition = s->aside = (struct id){ "" };
	s->command = id_new();
	s->drafted = s->unkept = s->form.changed = false;
}

/* Where another session of the same person went on with the draft, or finished it, what is typed
 * here is kept beside it. */
static bool keep(struct session *s, struct draft *d, struct fault *why)
{
	if (!service_draft_keep(s->login, d, why))
		return false;
	if (!d->overtaken)
		return true;
	d->aside = d->command = id_new();
	d->was = (struct id){ "" };
	return service_draft_keep(s->login, d, why);
}

static void say_kept(struct session *s, const struct draft *d)
{
	if (!text_same(d->command.text, s->command.text))
		session_say(s, TONE_WARNING, "%1",
		            _("Sesi lain meneruskan isian ini; yang diketik di sini disimpan "
		              "tersendiri"));
	else if (s->unkept)
		session_say(s, TONE_DONE, "%1", _("Sekarang tersimpan sebagai konsep"));
	s->command = d->command;
	s->aside = d->aside;
	s->edition = d->edition;
	s->drafted = true;
	s->unkept = s->form.changed = false;
}

static void say_unkept(struct session *s, const struct fault *why)
{
	char text[sizeof s->said.text];
	fault_say(why, text, sizeof text);
	session_say(s, TONE_FAULT, _("Belum tersimpan, terus dicoba: %1"), text);
	s->lost = s->said;
	s->unkept = s->form.changed = true;
}

bool session_keep(struct session *s, const char *typing)
{
	char path[PATH_ROOM];
	struct fault why = { 0 };
	if (!s->has_form || !s->allowed || !s->drafts || !s->form.changed)
		return true;
	struct draft draft = draft_now(s, typing, path);
	bool none = is_untouched(s, &draft.values), kept = none && id_none(&s->edition);
	if (!kept)
		kept = none ? service_draft_drop(s->login, &draft, &why) : keep(s, &draft, &why);
	if (!kept)
		say_unkept(s, &why);
	else if (none)
		forget_draft(s);
	else
		say_kept(s, &draft);
	return kept;
}

/* What is typed is kept first, so that it can be taken back; where the disk is full it is not. */
bool session_discard(struct session *s)
{
	char path[PATH_ROOM];
	struct fault why = { 0 };
	(void)session_keep(s, NULL);
	if (s->has_form && !id_none(&s->edition)) {
		struct draft draft = draft_now(s, NULL, path);
		if (!service_draft_drop(s->login, &draft, &why)) {
			session_fault(s, &why);
			s->unkept = s->form.changed = false; /* it may be left */
			return false;
		}
	}
	forget_draft(s);
	session_say(
	    s, TONE_DONE, "%1",
	    _("Isian dibuang; sampai Anda keluar dapat diambil kembali dari konsep di Beranda"));
	return true;
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
