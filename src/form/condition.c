/* Which fields are shown: parsing and evaluating the conditions of when="…". */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* ---- reading ---- */

struct conditions {
	struct condition *items;
	size_t count, capacity;
};
struct words {
	const char **items;
	size_t count, capacity;
};

/* "a|b|c"; an empty text is one empty word. */
static struct words split(const char *s, size_t length, struct arena *a)
{
	struct words w = { 0 };
	for (size_t at = 0; at <= length;) {
		const char *bar = memchr(s + at, '|', length - at);
		size_t end = bar == NULL ? length : (size_t)(bar - s);
		w.items = list_grow(a, w.items, w.count, &w.capacity, sizeof *w.items);
		w.items[w.count++] = arena_copy(a, s + at, end - at);
		at = end + 1;
	}
	return w;
}

/* One of "field", "field=a|b", "field!=a", "field~tag", "step.field=a". */
static bool condition_parse(const char *s, size_t length, struct arena *a, struct condition *out)
{
	size_t sign = 0;
	while (sign < length && s[sign] != '=' && s[sign] != '~')
		sign++;
	const char *equals = sign < length ? s + sign : NULL;
	size_t name = equals == NULL ? length : (size_t)(equals - s);
	*out = (struct condition){ .step = "", .tagged = equals != NULL && *equals == '~' };
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

bool conditions_parse(const char *text, struct arena *a, struct condition **out, size_t *count)
{
	struct conditions c = { 0 };
	while (*text != '\0') {
		size_t length = strcspn(text, " ");
		c.items = list_grow(a, c.items, c.count, &c.capacity, sizeof *c.items);
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

/* Limits the depth of conditions that depend on each other, in case a form makes a circle of them.
 */
enum { DEEPEST = 8 };

static bool shown(const struct field *field, int row, const struct form_scope *s, int depth);

static const char *value_elsewhere(const struct form_scope *s, const char *step, const char *field)
{
	for (size_t i = 0; i < s->step_count; i++) {
		if (text_same(s->steps[i].step, step))
			return values_of(s->steps[i].values, field);
	}
	return "";
}

/* The value that a condition of a field looks at, "" where it is not shown itself. */
static const char *value_asked(const struct condition *c, const struct field *of, int row,
                               const struct form_scope *s, int depth)
{
	if (c->asked == NULL)
		return value_elsewhere(s, c->step, c->field);
	row = text_same(c->asked->list, of->list) ? row : 0;
	bool seen = depth >= DEEPEST || shown(c->asked, row, s, depth + 1);
	return seen ? values_get(s->own, c->asked->list, row, c->asked->id) : "";
}

static bool holds(const struct condition *c, const char *value, const struct form_scope *s)
{
	const struct choices *list = c->tagged && c->asked != NULL ? field_choices(c->asked, s)
	                                                           : NULL;
	bool found = c->count == 0 && *value != '\0';
	for (size_t i = 0; i < c->count && !found; i++) {
		found = c->tagged ? list != NULL && choices_tagged(list, value, c->any_of[i])
		                  : text_same(c->any_of[i], value);
	}
	return found != c->negated;
}

static bool shown(const struct field *field, int row, const struct form_scope *s, int depth)
{
	for (size_t i = 0; i < field->when_count; i++) {
		const struct condition *c = &field->when[i];
		if (!holds(c, value_asked(c, field, row, s, depth), s))
			return false;
	}
	return true;
}

bool field_shown(const struct field *field, int row, const struct form_scope *s)
{
	return shown(field, row, s, 0);
}
