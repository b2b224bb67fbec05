/* Warnings of a form: what several answers say together. */
#include <string.h>

#include "loket/date.h"
#include "loket/list.h"

#include "private.h"

enum { REGENCY = 5 /* of a village's code: "99.01" of 99.01.02.2003 */ };

struct warning_at {
	const struct form *form;
	const struct form_warning *w;
	const struct form_scope *scope;
	const struct choices *regencies; /* of the court; NULL: not known */
	struct arena *a;
};

static const char *value_in(const struct warning_at *q, const struct field *f, int row)
{
	return values_get(q->scope->own, f->list, row, f->id);
}

/* Who is so old; of an unknown birth nothing is amiss. */
static bool age_fits(const struct warning_at *q, int row)
{
	const struct form_warning *w = q->w;
	day born;
	if (w->born == NULL)
		return true;
	if (!day_iso_parse(value_in(q, w->born, row), &born))
		return false;
	int years = day_years(born, q->scope->today);
	return (w->younger == 0 || years < w->younger) && (w->older == 0 || years >= w->older);
}

/* Of an unknown village nothing is amiss. */
static bool place_fits(const struct warning_at *q, const struct field *village, int row,
                       bool wanted_inside)
{
	if (village == NULL)
		return true;
	const char *code = value_in(q, village, row);
	if (strlen(code) < REGENCY || q->regencies == NULL)
		return false;
	const char *regency = arena_copy(q->a, code, REGENCY);
	return (choices_find(q->regencies, regency) != NULL) == wanted_inside;
}

static bool is_amiss(const struct warning_at *q, int row)
{
	return field_shown(&q->w->when, row, q->scope) && age_fits(q, row) &&
	       place_fits(q, q->w->inside, row, true) && place_fits(q, q->w->outside, row, false);
}

static void say(const struct warning_at *q, int row, struct form_faults *out)
{
	const struct form_warning *w = q->w;
	const struct form_list *list = form_list(q->form, w->on->list);
	struct fault why = { 0 };
	char path[PATH_ROOM];
	const char *name = list == NULL || text_is_empty(list->each)
	                       ? ""
	                       : values_get(q->scope->own, list->id, row, list->each);
	values_path(w->on->list, row, w->on->id, path, sizeof path);
	(void)fault_set(&why, FAULT_REFUSED, w->text, name, w->source);
	(void)fault_at(&why, path);
	form_fault_add(out, q->a, false, &why);
}

static void warn(const struct warning_at *q, struct form_faults *out)
{
	const struct form_warning *w = q->w;
	bool of_form = text_is_empty(w->on->list);
	int rows = of_form ? 0 : values_rows(q->scope->own, w->on->list), looked = 0, amiss = 0;
	if (!field_shown(&w->whole, 0, q->scope))
		return;
	if (of_form) {
		if (is_amiss(q, 0))
			say(q, 0, out);
		return;
	}
	for (int row = 1; row <= rows; row++) {
		if (!field_shown(&w->among, row, q->scope))
			continue;
		bool here = is_amiss(q, row);
		looked++;
		amiss += here;
		if (here && w->how == WARN_EACH)
			say(q, row, out);
	}
	if ((w->how == WARN_ALL && looked > 0 && amiss == looked) ||
	    (w->how == WARN_NONE && amiss == 0))
		say(q, 1, out);
}

void form_warn(const struct form *f, const struct form_scope *s, struct arena *a,
               struct form_faults *out)
{
	for (size_t i = 0; i < f->warning_count; i++) {
		const struct warning_at q = {
			f, &f->warnings[i], s,
			choices_named(s->lists, s->list_count, "kabupaten-pengadilan"), a
		};
		warn(&q, out);
	}
}
