/* Checking a filled form: what stops, what only warns, what is kept. */
#include <regex.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* ---- faults ---- */

bool form_faults_stop(const struct form_faults *list)
{
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].stops)
			return true;
	}
	return false;
}

/* A fault of the whole form or of a list, at `path`. */
static void say_at(struct form_faults *out, struct arena *a, const char *path, const char *text,
                   const char *one, const char *two)
{
	struct fault why = { 0 };
	fault_set(&why, FAULT_REFUSED, text, one, two);
	fault_at(&why, path);
	form_fault_add(out, a, true, &why);
}

/* ---- the form's parts ---- */

/* As many rows as are filled, at least the form's least, at most its most. */
void form_rows(const struct form *f, const struct values *v, int rows[FORM_MOST_LISTS])
{
	for (size_t i = 0; i < f->list_count; i++) {
		const struct form_list *list = &f->lists[i];
		rows[i] = values_rows(v, list->id);
		if (rows[i] < list->least)
			rows[i] = list->least;
		if (rows[i] > list->most)
			rows[i] = list->most;
	}
}

static void add_position(const struct field *field, int row, const struct form_scope *s,
                         struct arena *a, struct form_positions *out)
{
	if (!field_shown(field, row, s))
		return;
	out->items = list_grow(a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = (struct form_position){ .field = field, .row = row };
}

void form_positions_of(const struct form *f, const struct form_scope *s,
                       const int rows[FORM_MOST_LISTS], struct arena *a, struct form_positions *out)
{
	for (size_t i = 0; i < f->field_count;) {
		const struct field *field = &f->fields[i];
		if (*field->list == '\0') {
			add_position(field, 0, s, a, out);
			i++;
			continue;
		}
		size_t end = i;
		while (end < f->field_count && text_same(f->fields[end].list, field->list))
			end++;
		int count = rows[form_list_place(f, field->list)];
		for (int row = 1; row <= count; row++) {
			for (size_t k = i; k < end; k++)
				add_position(&f->fields[k], row, s, a, out);
		}
		i = end;
	}
}

/* ---- checking ---- */

/* lint: L4 regcomp, regexec and regfree read nothing but what they are given */
static bool matches_whole(const char *pattern, const char *text, struct arena *a)
{
	regex_t expression;
	const char *whole = arena_print(a, "^(%s)$", pattern);
	if (regcomp(&expression, whole, REG_EXTENDED | REG_NOSUB) != 0)
		return true; /* refused when the form was loaded */
	bool matches = regexec(&expression, text, 0, NULL, 0) == 0;
	regfree(&expression);
	return matches;
}

static void check_pattern(const struct asked *q, const char *stored, struct form_faults *out)
{
	const struct field *f = q->field;
	if (*f->pattern == '\0')
		return;
	const char *shown = field_show(f, stored, q->scope, q->a);
	if (!matches_whole(f->pattern, shown, q->a))
		asked_say(q, out, !f->warns, N_("%1: bentuknya lain. Isi %2."), _(f->expect));
}

void form_check_field(const struct form *f, const struct field *field, int row,
                      const struct form_scope *s, struct arena *a, struct form_faults *out)
{
	struct asked q = { .form = f, .field = field, .row = row, .scope = s, .a = a };
	const struct kind *kind = &kinds[field->kind];
	const char *text = values_get(s->own, field->list, row, field->id), *stored;
	struct fault why = { 0 };
	if (*text == '\0') {
		if (field->required)
			asked_say(&q, out, true, kind->missing, "");
		return;
	}
	if (!field_accept(field, text, s, a, &stored, &why)) {
		asked_fault(&q, out, true, &why);
		return;
	}
	check_pattern(&q, stored, out);
	if (kind->check != NULL)
		kind->check(&q, stored, out);
}

static void check_known(const struct form *f, const struct form_scope *s, struct arena *a,
                        struct form_faults *out)
{
	for (size_t i = 0; i < s->own->count; i++) {
		const struct value *v = &s->own->items[i];
		if (form_field(f, v->list, v->field) != NULL)
			continue;
		char path[PATH_ROOM];
		values_path(v->list, v->row, v->field, path, sizeof path);
		say_at(out, a, path, N_("%1: tidak dikenal dalam formulir “%2”. Periksa ejaannya."),
		       path, f->title);
	}
}

static void check_rows(const struct form *f, const struct form_scope *s, struct arena *a,
                       struct form_faults *out)
{
	for (size_t i = 0; i < f->list_count; i++) {
		const struct form_list *list = &f->lists[i];
		if (values_rows(s->own, list->id) <= list->most)
			continue;
		say_at(out, a, list->id, N_("%1: paling banyak %2. Hapus yang lebih."),
		       _(list->title), arena_print(a, "%d", list->most));
	}
}

void form_check(const struct form *f, const struct form_scope *s, struct arena *a,
                struct form_faults *out)
{
	struct form_positions positions = { 0 };
	int rows[FORM_MOST_LISTS] = { 0 };
	form_rows(f, s->own, rows);
	form_positions_of(f, s, rows, a, &positions);
	check_known(f, s, a, out);
	check_rows(f, s, a, out);
	for (size_t i = 0; i < positions.count; i++)
		form_check_field(f, positions.items[i].field, positions.items[i].row, s, a, out);
	form_warn(f, s, a, out);
}

size_t form_set_aside(const struct form *f, const struct form_scope *s, struct arena *a,
                      const char **labels)
{
	size_t count = 0;
	struct text out = text_start(a);
	const struct field *last = NULL;
	for (size_t i = 0; i < s->own->count; i++) {
		const struct value *v = &s->own->items[i];
		const struct field *field = form_field(f, v->list, v->field);
		if (field == NULL || field == last || field_shown(field, v->row, s))
			continue;
		if (v->proposed || text_same(v->text, field_start(field, v->row, s, a)) ||
		    text_same(v->text, field_derived(f, field, v->row, s, a)))
			continue; /* nobody typed it */
		text_addf(&out, "%s%s", count++ > 0 ? ", " : "", _(field->label));
		last = field;
	}
	*labels = out.s;
	return count;
}

void form_keep(const struct form *f, const struct form_scope *s, struct arena *a,
               struct values *out)
{
	*out = (struct values){ 0 };
	for (size_t i = 0; i < s->own->count; i++) {
		const struct value *v = &s->own->items[i];
		const struct field *field = form_field(f, v->list, v->field);
		if (field != NULL && field_shown(field, v->row, s))
			values_set(out, a, v->list, v->row, v->field, v->text);
	}
}
