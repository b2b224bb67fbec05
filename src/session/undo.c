/* What the form was before each change, to go back to and forth again: fields that were left, rows
 * added and removed, whole sides swapped. */
#include <string.h>

#include "loket/text.h"

#include "private.h"

static bool same_values(const struct values *a, const struct values *b)
{
	bool same = a->count == b->count;
	for (size_t i = 0; same && i < a->count; i++) {
		const struct value *v = &a->items[i];
		same = text_same(v->text, values_get(b, v->list, v->row, v->field));
	}
	return same;
}

static bool same_moment(const struct form_moment *a, const struct form_moment *b)
{
	return memcmp(a->rows, b->rows, sizeof a->rows) == 0 && same_values(&a->values, &b->values);
}

void moments_begin(struct session *s)
{
	s->moments = (struct moments){ 0 };
	if (s->has_form)
		s->moments.now = form_state_moment(&s->form);
}

void moments_add(struct session *s, const char *what)
{
	struct moments *m = &s->moments;
	struct form_moment now = form_state_moment(&s->form);
	if (same_moment(&m->now, &now))
		return;
	if (m->back == MOMENTS_MOST)
		memmove(m->items, m->items + 1, --m->back * sizeof *m->items);
	m->items[m->back++] = (struct undo_row){ m->now, what };
	m->forth = 0;
	m->now = now;
}

/* To what the row holds, which from then on holds where one was. */
static const char *turn(struct session *s, struct undo_row *row)
{
	struct form_moment to = row->form;
	row->form = form_state_moment(&s->form);
	form_state_return(&s->form, &to);
	s->moments.now = form_state_moment(&s->form);
	return row->what;
}

const char *moments_back(struct session *s)
{
	struct moments *m = &s->moments;
	if (m->back == 0)
		return NULL;
	m->forth++;
	return turn(s, &m->items[--m->back]);
}

const char *moments_forth(struct session *s)
{
	struct moments *m = &s->moments;
	if (m->forth == 0)
		return NULL;
	m->forth--;
	return turn(s, &m->items[m->back++]);
}
