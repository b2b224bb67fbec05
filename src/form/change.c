/* What differs between two fillings of a form, in the form's own order. */
#include "loket/list.h"

#include "private.h"

struct changes {
	struct form_change *items;
	size_t count, capacity;
};

static void note(const struct field *f, int row, const struct values *was, const struct values *is,
                 struct arena *a, struct changes *out)
{
	const char *before = values_get(was, f->list, row, f->id);
	const char *after = values_get(is, f->list, row, f->id);
	if (text_same(before, after))
		return;
	out->items = list_grow(a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = (struct form_change){ f, row, before, after };
}

static void note_rows(const struct form *form, const char *list, const struct values *was,
                      const struct values *is, struct arena *a, struct changes *out)
{
	int before = values_rows(was, list), after = values_rows(is, list);
	for (int row = 1; row <= before || row <= after; row++) {
		for (size_t i = 0; i < form->field_count; i++) {
			if (text_same(form->fields[i].list, list))
				note(&form->fields[i], row, was, is, a, out);
		}
	}
}

size_t form_changes(const struct form *f, const struct values *was, const struct values *is,
                    struct arena *a, struct form_change **out)
{
	struct changes all = { 0 };
	for (size_t i = 0; i < f->field_count; i++) {
		if (*f->fields[i].list == '\0')
			note(&f->fields[i], 0, was, is, a, &all);
	}
	for (size_t i = 0; i < f->list_count; i++)
		note_rows(f, f->lists[i].id, was, is, a, &all);
	*out = all.items;
	return all.count;
}
