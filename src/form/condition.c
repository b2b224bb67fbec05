/* Who sees which field: the conditions of when="…", read and asked. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* ---- reading ---- */

struct conditions {
	struct condition *items;
	size_t count, room;
};
struct words {
	const char **items;
	size_t count, room;
};

/* "a|b|c"; an empty text is one empty word. */
static struct words split(const char *s, size_t length, struct arena *a)
{
	struct words w = { 0 };
	for (size_t at = 0; at <= length;) {
		const char *bar = memchr(s + at, '|', length - at);
		size_t end = bar == NULL ? length : (size_t)(bar - s);
		w.items = list_grow(a, w.items, w.count, &w.room, sizeof *w.items);
		w.items[w.count++] = arena_copy(a, s + at, end - at);
		at = end + 1;
	}
	return w;
}

/* One of "field", "field=a|b", "field!=a", "step.field=a". */
static bool condition_parse(const char *s, size_t length, struct arena *a, struct condition *out)
{
	const char *equals = memchr(s, '=', length);
	size_t name = equals == NULL ? length : (size_t)(equals - s);
	*out = (struct condition){ .step = "" };
	if (equals != NULL && name > 0 && s[name - 1] == '!') {
		out->negated = true;
		name--;
	}
	const char *dot = memchr(s, '.', name);
	size_t step = dot == NULL ? 0 : (size_t)(dot - s) + 1;
	if (step > 0)
		out->step = arena_copy(a, s, step - 1);
	out->field = arena_copy(a, s + step, name - step);
	if (equals != NULL) {
		struct words w = split(equals + 1, length - (size_t)(equals + 1 - s), a);
		out->any_of = w.items;
		out->count = w.count;
	}
	return *out->field != '\0';
}

bool conditions_parse(const char *text, struct arena *a, const struct condition **out,
                      size_t *count)
{
	struct conditions c = { 0 };
	while (*text != '\0') {
		size_t length = strcspn(text, " ");
		c.items = list_grow(a, c.items, c.count, &c.room, sizeof *c.items);
		if (!condition_parse(text, length, a, &c.items[c.count++]))
			return false;
		text += length;
		text += strspn(text, " ");
	}
	*out = c.items;
	*count = c.count;
	return true;
}

/* ---- asking ---- */

/* Conditions that lean on each other end here, should a form ever make a ring of them. */
enum { DEEPEST = 8 };

static bool shown(const struct form *f, const struct field *field, int row,
                  const struct form_scope *s, int depth);

static const char *value_elsewhere(const struct form_scope *s, const char *step, const char *field)
{
	for (size_t i = 0; i < s->step_count; i++) {
		if (text_same(s->steps[i].step, step))
			return values_of(s->steps[i].values, field);
	}
	return "";
}

static const char *value_here(const struct form *f, const struct field *field, int row,
                              const struct form_scope *s, int depth)
{
	bool seen = depth >= DEEPEST || shown(f, field, row, s, depth + 1);
	return seen ? values_get(s->own, field->list, row, field->id) : "";
}

static const char *value_asked(const struct form *f, const struct condition *c,
                               const struct field *of, int row, const struct form_scope *s,
                               int depth)
{
	if (*c->step != '\0')
		return value_elsewhere(s, c->step, c->field);
	const struct field *beside = form_field(f, of->list, c->field);
	if (beside != NULL)
		return value_here(f, beside, row, s, depth);
	const struct field *above = form_field(f, "", c->field);
	return above == NULL ? "" : value_here(f, above, 0, s, depth);
}

static bool holds(const struct condition *c, const char *value)
{
	bool found = c->count == 0 && *value != '\0';
	for (size_t i = 0; i < c->count && !found; i++)
		found = text_same(c->any_of[i], value);
	return found != c->negated;
}

static bool shown(const struct form *f, const struct field *field, int row,
                  const struct form_scope *s, int depth)
{
	for (size_t i = 0; i < field->when_count; i++) {
		const struct condition *c = &field->when[i];
		if (!holds(c, value_asked(f, c, field, row, s, depth)))
			return false;
	}
	return true;
}

bool field_shown(const struct form *f, const struct field *field, int row,
                 const struct form_scope *s)
{
	return shown(f, field, row, s, 0);
}
