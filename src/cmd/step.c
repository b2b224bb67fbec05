/* One act of one step, as its screen would do it: `loket step pihak --filing ID pihak[1].nama=…`.
 */
#include <string.h>

#include "loket/list.h"
#include "loket/session.h"

#include "calls.h"

enum { VALUE_MOST = 1024 * 1024 };

struct doing {
	struct cmd *c;
	const struct act *act;
	struct session session;
	struct values given; /* of an act without a form */
	struct form_faults faults;
};

/* ---- which act, of which filing ---- */

/* What is to be done there by this person; where that is somebody else's, the first act that is
 * his. */
static const struct act *usual_act(const struct session *s, const struct step *step)
{
	const struct act *usual = session_usual(s, step->key);
	for (size_t i = 0; !login_may(s->login, usual->name) && i < step->act_count; i++) {
		if (login_may(s->login, step->acts[i]->name))
			return step->acts[i];
	}
	return usual;
}

static bool fix_id(struct doing *d, struct fault *why)
{
	const char *once = d->c->options.once;
	if (text_is_empty(once))
		return true;
	if (!id_is(once))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Pilihan --once perlu 26 huruf sebuah id, bukan %1"), once);
	d->session.command = id_from(once);
	return true;
}

/* A draft that was left at a desk is not taken up here. */
static bool begin(struct doing *d, const struct step *step, const struct act *named,
                  struct fault *why)
{
	struct cmd *c = d->c;
	struct session *s = &d->session;
	struct id id = id_new();
	const struct act *first = named != NULL ? named : step->acts[0];
	bool fresh = text_is_empty(c->options.filing) && (first->from & FROM_BLANK) != 0;
	if (!fresh && !filing_of_option(c, &id, why))
		return false;
	session_begin(s, &c->login, &id, c->a);
	s->drafts = false;
	if (!session_read(s, why))
		return false;
	d->act = named != NULL ? named : usual_act(s, step);
	session_take(s, d->act);
	return fix_id(d, why);
}

/* ---- field=value ---- */

/* "@file" is what the file holds, "@@x" is "@x". What it means is read by its field. */
static bool value_read(struct doing *d, const char *given, const char **out, struct fault *why)
{
	struct bytes bytes;
	struct arena *a = d->c->a;
	if (given[0] == '@' && given[1] != '@') {
		if (!file_read(given + 1, VALUE_MOST, a, &bytes, why))
			return false;
		*out = arena_copy(a, (const char *)bytes.data, bytes.size);
		return true;
	}
	*out = given + (given[0] == '@');
	return true;
}

static bool no_such_field(struct doing *d, const struct form *form, const char *path,
                          struct fault *why)
{
	struct guess g = guess_start(path);
	for (size_t i = 0; i < form->field_count; i++) {
		const struct field *f = &form->fields[i];
		guess_try(&g, text_is_empty(f->list)
		                  ? f->id
		                  : arena_print(d->c->a, "%s[1].%s", f->list, f->id));
	}
	if (g.best != NULL)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada isian %1 pada %2; maksudnya %3?"),
		                 path, form->file, g.best);
	return fault_set(why, FAULT_MISUSE,
	                 N_("Tidak ada isian %1 pada %2; lihat loket step %3 --fields"), path,
	                 form->file, d->act->name);
}

/* Rows up to this one begin as a new row does at the desk. False: the list is full. */
static bool reach_row(struct session *s, const char *list, int row)
{
	const struct form *form = s->form.form;
	for (size_t i = 0; i < form->list_count; i++) {
		while (text_same(form->lists[i].id, list) && s->form.rows[i] < row) {
			if (session_row_add(s, list) == 0)
				return false;
		}
	}
	return true;
}

/* What follows from it is proposed as when a field is left at the desk; hints are said. */
static void leave(struct session *s, const struct field *field, int row, const char *typed)
{
	s->form.focus = (struct form_position){ .field = field, .row = row };
	(void)form_state_leave(&s->form, typed);
	session_quiet(s);
	session_left(s, &s->form.focus);
	if (s->said.tone == TONE_HINT)
		output_remark(s->said.text);
}

static bool set_checked(struct doing *d, const struct value *at, const char *given,
                        struct fault *why)
{
	char path[96];
	const char *typed, *stored;
	struct fault own = { 0 };
	struct form_state *form = &d->session.form;
	const struct field *field = form_field(form->form, at->list, at->field);
	values_path(at->list, at->row, at->field, path, sizeof path);
	if (field == NULL)
		return no_such_field(d, form->form, path, why);
	if (!value_read(d, given, &typed, why))
		return false;
	if (field_accept(field, typed, &form->scope, d->c->a, &stored, &own)) {
		if (!reach_row(&d->session, at->list, at->row))
			return fault_set(why, FAULT_REFUSED, N_("Daftar %1 hanya sampai baris %2"),
			                 at->list, cell_number(d->c, at->row - 1));
		leave(&d->session, field, at->row, typed);
		return true;
	}
	(void)fault_at(&own, path);
	form_fault_add(&d->faults, d->c->a, true, &own);
	return true;
}

static bool set_value(struct doing *d, const struct value *at, const char *given, struct fault *why)
{
	const char *text;
	if (d->session.has_form)
		return set_checked(d, at, given, why);
	if (!value_read(d, given, &text, why))
		return false;
	values_set(&d->given, d->c->a, at->list, at->row, at->field,
	           text_clean(d->c->a, text, strlen(text), false));
	return true;
}

static const struct values *values_now(const struct doing *d)
{
	return d->session.has_form ? &d->session.form.values : &d->given;
}

/* "periksa[*].hasil=ya": the same in each row there is. */
static bool set_in_all(struct doing *d, const char *path, const char *given, struct fault *why)
{
	struct arena *a = d->c->a;
	const char *star = strstr(path, "[*].");
	const char *list = arena_copy(a, path, (size_t)(star - path));
	int rows = values_rows(values_now(d), list);
	if (rows == 0)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Daftar %1 belum mempunyai baris; tulis %1[1]"), list);
	for (int row = 1; row <= rows; row++) {
		struct value at = { .list = list, .row = row, .field = star + strlen("[*].") };
		if (!set_value(d, &at, given, why))
			return false;
	}
	return true;
}

static bool assign(struct doing *d, const char *word, struct fault *why)
{
	struct value at;
	size_t n = strcspn(word, "=");
	const char *path = arena_copy(d->c->a, word, n);
	if (word[n] != '=')
		return fault_set(why, FAULT_MISUSE,
		                 N_("%1 bukan ISIAN=NILAI; mis. nama=Siti atau pihak[2].nik=…"),
		                 word);
	if (strstr(path, "[*].") != NULL)
		return set_in_all(d, path, word + n + 1, why);
	if (!values_path_parse(path, d->c->a, &at.list, &at.row, &at.field))
		return fault_set(why, FAULT_MISUSE,
		                 N_("%1 bukan nama isian; mis. nama atau pihak[2].nik"), path);
	return set_value(d, &at, word + n + 1, why);
}

static bool assign_all(struct doing *d, struct fault *why)
{
	for (size_t i = 1; i < d->c->word_count; i++) {
		if (!assign(d, d->c->words[i], why))
			return false;
	}
	return true;
}

/* ---- doing it ---- */

/* " (perorangan, advokat)" behind a fault of a field that takes only some words; where they are many
 * the first of them and the command that lists all. */
static const char *choices_of(struct doing *d, const struct fault *why)
{
	enum { MOST = 8 };
	struct value at;
	const struct form_state *form = &d->session.form;
	if (!d->session.has_form || why->field[0] == '\0' ||
	    !values_path_parse(why->field, d->c->a, &at.list, &at.row, &at.field))
		return "";
	const struct field *field = form_field(form->form, at.list, at.field);
	const struct choices *all = field == NULL ? NULL : field_choices(field, &form->scope);
	if (field == NULL || (all == NULL && field->kind != KIND_YESNO))
		return "";
	const char *words = field_choice_words(d->c, field, &form->scope, MOST);
	return all == NULL || all->count <= MOST
	           ? arena_print(d->c->a, " (%s)", words)
	           : arena_print(d->c->a, " (%s: loket step %s --fields)", words, d->act->name);
}

/* Prints all faults by field where there are some; then only the kind is passed on. */
static bool refuse(struct doing *d, const struct form_faults *faults, enum fault_kind kind,
                   struct fault *why)
{
	if (!form_faults_stop(faults))
		return false;
	for (size_t i = 0; i < faults->count; i++)
		output_fault(&faults->items[i], choices_of(d, &faults->items[i].fault));
	*why = (struct fault){ .kind = kind };
	return false;
}

/* What was given and is not asked is not kept. */
static void say_set_aside(const struct doing *d)
{
	char text[600];
	const char *labels;
	const struct form_state *form = &d->session.form;
	if (!d->session.has_form || form_set_aside(form->form, &form->scope, d->c->a, &labels) == 0)
		return;
	message_fill(_("Tidak ditanya lagi, jadi disisihkan: %1"), &labels, 1, text, sizeof text);
	output_remark(text);
}

static void answer_show(const struct doing *d)
{
	static const struct column columns[] = {
		{ "pendaftaran", N_("Pendaftaran"), COLUMN_TEXT },
		{ "langkah", N_("Langkah"), COLUMN_TEXT },
		{ "tindakan", N_("Tindakan"), COLUMN_TEXT },
		{ "peristiwa", N_("Peristiwa"), COLUMN_TEXT },
		{ "versi", N_("Versi"), COLUMN_NUMBER },
		{ "ulangan", N_("Ulangan"), COLUMN_YESNO },
		{ "id", N_("Id"), COLUMN_TEXT },
	};
	const struct cmd *c = d->c;
	const struct session *s = &d->session;
	const struct answer *answer = &s->answer;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns) - 2);
	rows_add(&r, (const char *const[]){ s->filing.reg, d->act->step, act_key(d->act),
	                                    cell_sentence(c, answer->event),
	                                    cell_number(c, answer->version),
	                                    cell_yes(c, answer->again), s->id.text });
	output_table(c, &r.table);
}

static bool run(struct doing *d, const struct step *step, const struct act *named,
                struct fault *why)
{
	struct session *s = &d->session;
	if (!begin(d, step, named, why) || !assign_all(d, why))
		return false;
	if (form_faults_stop(&d->faults))
		return refuse(d, &d->faults, FAULT_REFUSED, why);
	if (session_do(s, d->act, values_now(d)))
		return true;
	*why = s->refusal;
	return refuse(d, &s->answer.faults, why->kind, why);
}

bool step_do(struct cmd *c, struct fault *why)
{
	struct doing d = { .c = c };
	const struct step *step;
	const struct act *named;
	if (!act_named(c, c->words[0], &step, &named, why))
		return false;
	bool done = run(&d, step, named, why);
	session_end(&d.session);
	return done;
}

/* Of the act that is named, else of the first that asks something. */
static const char *form_of(const struct step *step, const struct act *named)
{
	for (size_t i = 0; named == NULL && i < step->act_count; i++) {
		if (!text_is_empty(step->acts[i]->form))
			return step->acts[i]->form;
	}
	return named == NULL ? "" : named->form;
}

bool cmd_step(struct cmd *c, struct fault *why)
{
	struct doing d = { .c = c };
	const struct step *step;
	const struct act *named;
	if (!act_named(c, c->words[0], &step, &named, why))
		return false;
	if (c->options.fields)
		return fields_show(c, rulebook_form(c->book, form_of(step, named)));
	bool done = run(&d, step, named, why);
	if (done) {
		say_set_aside(&d);
		output_faults(&d.session.answer.faults);
		answer_show(&d);
	}
	session_end(&d.session);
	return done;
}
