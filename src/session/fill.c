/* What is known goes into a form. */
#include "loket/text.h"

#include "private.h"

int propose_fill(struct session *s, const char *list, int row, const struct values *from)
{
	struct form_state *f = &s->form;
	int filled = 0;
	for (size_t i = 0; i < f->form->field_count; i++) {
		const struct field *field = &f->form->fields[i];
		const char *text = values_of(from, field->id);
		bool empty = text_is_empty(values_get(&f->values, list, row, field->id)) ||
		             values_proposed(&f->values, list, row, field->id);
		if (!text_same(field->list, list) || text_is_empty(text) || !empty)
			continue;
		values_propose(&f->values, f->a, list, row, field->id, text);
		const struct form_position position = { .field = field, .row = row };
		filled += 1 + form_propose(f->form, &position, &f->scope, &f->values, f->a);
	}
	f->changed = f->changed || filled > 0;
	return filled;
}
