/* forms/: every file whose name begins with a digit, the home's own first, in the order of their
 * names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loket/command.h"
#include "loket/list.h"

#include "private.h"

enum { PLACE_ROOM = 256 };

static bool is_numbered(const char *name)
{
	return name[0] >= '0' && name[0] <= '9';
}

/* ---- what the forms must be together ---- */

/* A fault of a field: `text` has %1 for its form's file and line, %2 and %3 for `what` and the
 * field. */
static bool refuse_at(const struct form *form, const struct field *field, struct fault *why,
                      const char *text, const char *what)
{
	char place[PLACE_ROOM];
	snprintf(place, sizeof place, "%s:%d", form->file, field->line);
	return fault_set(why, FAULT_MISUSE, text, place, what, field->id);
}

static bool can_choose(const struct rulebook *book, const struct form *form,
                       const struct field *field, struct fault *why)
{
	bool elsewhere = field->kind == KIND_CHOICE && field->choices == NULL;
	if (!elsewhere || text_same(field->from, BAILIFFS) ||
	    choices_named(book->lists, book->list_count, field->from) != NULL)
		return true;
	return refuse_at(
	    form, field, why,
	    N_("%1: daftar \"%2\" untuk isian \"%3\" tidak ada; tambahkan di data/lists.xml"),
	    field->from);
}

/* The field a condition looks at: of another step's form, of the own row, or of the own form. */
static const struct field *looked_at(const struct rulebook *book, const struct form *form,
                                     const struct field *field, const struct condition *c)
{
	if (!text_is_empty(c->step)) {
		const struct form *other = rulebook_form(book, c->step);
		return other == NULL ? NULL : form_field(other, "", c->field);
	}
	const struct field *own = form_field(form, field->list, c->field);
	return own != NULL ? own : form_field(form, "", c->field);
}

static bool is_possible(const struct choices *choices, const struct condition *c, const char *value)
{
	if (!c->tagged)
		return choices_find(choices, value) != NULL;
	for (size_t i = 0; i < choices->count; i++) {
		if (choices_tagged(choices, choices->items[i].value, value))
			return true;
	}
	return false;
}

/* A value that can never be chosen would hide the field for ever; usually it is misspelt. */
static bool condition_can_hold(const struct rulebook *book, const struct form *form,
                               const struct field *field, const struct condition *c,
                               struct fault *why)
{
	const struct field *other = looked_at(book, form, field, c);
	if (other == NULL)
		return refuse_at(
		    form, field, why,
		    N_("%1: syarat isian \"%3\" menunjuk \"%2\" yang tidak ada; perbaiki when"),
		    c->field);
	const struct choices *choices = other->choices;
	if (choices == NULL)
		choices = choices_named(book->lists, book->list_count, other->from);
	for (size_t i = 0; choices != NULL && i < c->count; i++) {
		const char *value = c->any_of[i];
		if (!text_is_empty(value) && !is_possible(choices, c, value))
			return refuse_at(
			    form, field, why,
			    N_("%1: syarat isian \"%3\" menyebut \"%2\" yang tidak ada di daftarnya; perbaiki when"),
			    value);
	}
	return true;
}

static bool field_fits(const struct rulebook *book, const struct form *form,
                       const struct field *field, struct fault *why)
{
	for (size_t i = 0; i < field->when_count; i++) {
		if (!condition_can_hold(book, form, field, &field->when[i], why))
			return false;
	}
	return can_choose(book, form, field, why);
}

static bool form_fits(const struct rulebook *book, const struct form *form, struct fault *why)
{
	const struct form *other = rulebook_form(book, form->step);
	if (other != form)
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("%1: langkah \"%2\" sudah berformulir %3; satu langkah satu formulir"),
		    form->file, form->step, other->file);
	for (size_t i = 0; i < form->field_count; i++) {
		if (!field_fits(book, form, &form->fields[i], why))
			return false;
	}
	return true;
}

/* ---- what data asks of the parties' form ---- */

static bool can_be(const struct source *s, const struct form *form, const struct field *asked)
{
	for (size_t i = 0; i < asked->when_count; i++) {
		if (!condition_can_hold(s->book, form, asked, &asked->when[i], s->why))
			return false;
	}
	return true;
}

static bool when_fits(const struct source *s, struct case_when *w, const char *key)
{
	const struct form *pihak = rulebook_form(s->book, PIHAK);
	if (pihak == NULL)
		return true; /* said by acts_have_forms() */
	struct form at = *pihak;
	at.file = home_data(s->home, data_types.name, s->a);
	if (!form_conditions(pihak, "", w->if_, s->a, &w->whole, s->why) ||
	    !form_conditions(pihak, w->list, w->some, s->a, &w->row, s->why))
		return fault_set(s->why, FAULT_MISUSE, N_("%1: %2"),
		                 arena_print(s->a, "%s:%d", at.file, w->line),
		                 fault_text(s->a, s->why));
	w->whole.id = w->row.id = key;
	w->whole.line = w->row.line = w->line;
	return can_be(s, &at, &w->whole) && can_be(s, &at, &w->row);
}

static bool conditions_fit(const struct source *s)
{
	for (size_t i = 0; i < s->book->paper_count; i++) {
		struct case_paper *one = &s->book->papers[i];
		if (!when_fits(s, &one->when, one->kind))
			return false;
	}
	for (size_t i = 0; i < s->book->check_count; i++) {
		struct case_check *one = &s->book->checks[i];
		if (!when_fits(s, &one->when, one->key))
			return false;
	}
	return true;
}

static bool acts_have_forms(const struct rulebook *book, struct fault *why)
{
	for (size_t i = 0; i < court_step_count; i++) {
		const struct step *step = court_steps[i];
		for (size_t k = 0; k < step->act_count; k++) {
			const char *form = step->acts[k]->form;
			if (!text_is_empty(form) && rulebook_form(book, form) == NULL)
				return fault_set(
				    why, FAULT_MISUSE,
				    N_("forms/: formulir untuk \"%1\" tidak ada; tambahkan berkas dengan step=\"%1\""),
				    form);
		}
	}
	return true;
}

static bool forms_load(const struct source *s, const struct config_names *names, struct form **read)
{
	struct xml_schema *schema = NULL;
	const struct form **forms = arena_get(s->a, names->count + 1, sizeof *forms);
	bool good = s->judged ||
	            xml_schema_open(home_data(s->home, "forms/form.xsd", s->a), &schema, s->why);
	for (size_t i = 0; good && i < names->count; i++) {
		good = form_load(home_data(s->home, names->items[i], s->a), schema, s->a, &read[i],
		                 s->why);
		if (good)
			forms[s->book->form_count++] = read[i];
	}
	xml_schema_close(&schema);
	s->book->forms = forms;
	return good;
}

/* A form that begins with another's fields; that other is like none. */
static bool form_completes(const struct source *s, struct form *form)
{
	if (text_is_empty(form->like))
		return true;
	const struct form *like = rulebook_form(s->book, form->like);
	if (like == NULL || like == form || !text_is_empty(like->like))
		return fault_set(s->why, FAULT_MISUSE,
		                 N_("%1: tidak ada formulir lengkap \"%2\"; perbaiki like"),
		                 form->file, form->like);
	return form_begin_like(form, like, s->a, s->why);
}

bool forms_read(const struct source *s)
{
	struct config_names names = { 0 };
	files_in(s->home, "forms", is_numbered, s->a, &names);
	struct form **read = arena_get(s->a, names.count + 1, sizeof(struct form *));
	if (!forms_load(s, &names, read))
		return false;
	for (size_t i = 0; i < s->book->form_count; i++) {
		if (!form_completes(s, read[i]))
			return false;
	}
	for (size_t i = 0; i < s->book->form_count; i++) {
		if (!form_fits(s->book, s->book->forms[i], s->why))
			return false;
	}
	return acts_have_forms(s->book, s->why) && conditions_fit(s);
}
