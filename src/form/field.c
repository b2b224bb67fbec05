/* A field of a form by its name, and the faults found at one. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

const struct field *form_field(const struct form *f, const char *list, const char *id)
{
	for (size_t i = 0; i < f->field_count; i++) {
		if (text_same(f->fields[i].id, id) && text_same(f->fields[i].list, list))
			return &f->fields[i];
	}
	return NULL;
}

void form_fault_add(struct form_faults *list, struct arena *a, bool stops, const struct fault *why)
{
	list->items = list_grow(a, list->items, list->count, &list->capacity, sizeof *list->items);
	list->items[list->count++] = (struct form_fault){ .stops = stops, .fault = *why };
}

void asked_fault(const struct asked *q, struct form_faults *out, bool stops, struct fault *why)
{
	char path[PATH_ROOM];
	values_path(q->field->list, q->row, q->field->id, path, sizeof path);
	fault_at(why, path);
	form_fault_add(out, q->a, stops, why);
}

const char *asked_label(const struct asked *q)
{
	char *words = arena_text(q->a, _(q->field->label));
	if (words[0] >= 'a' && words[0] <= 'z' && words[1] != '-')
		words[0] = (char)(words[0] - 'a' + 'A');
	return words;
}

void asked_say(const struct asked *q, struct form_faults *out, bool stops, const char *text,
               const char *what)
{
	struct fault why = { 0 };
	fault_set(&why, FAULT_REFUSED, text, asked_label(q), what);
	asked_fault(q, out, stops, &why);
}

size_t form_list_place(const struct form *f, const char *list)
{
	size_t i = 0;
	while (i < f->list_count && !text_same(f->lists[i].id, list))
		i++;
	return i;
}

const struct form_list *form_list(const struct form *f, const char *id)
{
	size_t place = form_list_place(f, id);
	return place == f->list_count ? NULL : &f->lists[place];
}
