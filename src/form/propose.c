/* What a form fills in by itself, always as a proposal: beginnings, and what follows from a field
 * that was just left. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* ---- beginnings ---- */

/* Of "p1|p2" the part for `row`; the last one serves all later rows. */
static const char *part_for(const char *start, int row, struct arena *a)
{
	for (; row > 1 && strchr(start, '|') != NULL; row--)
		start = strchr(start, '|') + 1;
	return arena_copy(a, start, strcspn(start, "|"));
}

const char *field_start(const struct field *field, int row, const struct form_scope *s,
                        struct arena *a)
{
	const char *stored;
	const char *typed = *field->list == '\0' ? field->start : part_for(field->start, row, a);
	return field_accept(field, typed, s, a, &stored, NULL) ? stored : "";
}

/* ---- what follows from another field ---- */

static const char *from_birth(const struct asked *q, const char *stored)
{
	struct nik_parts p;
	day born;
	if (!nik_parts(stored, &p) || !nik_birth(&p, q->scope->today, &born))
		return "";
	char *iso = arena_get(q->a, 64, 1);
	day_iso(born, iso, 64);
	return iso;
}

static const char *from_sex(const struct asked *q, const char *stored)
{
	(void)q;
	struct nik_parts p;
	if (!nik_parts(stored, &p))
		return "";
	return p.woman ? "P" : "L";
}

static const char *from_note(const struct asked *q, const char *stored)
{
	const struct choices *list = field_choices(q->field, q->scope);
	const struct choice *one = list == NULL ? NULL : choices_find(list, stored);
	return one == NULL ? "" : one->note;
}

static const char *from_same(const struct asked *q, const char *stored)
{
	return field_show(q->field, stored, q->scope, q->a);
}

static const struct {
	const char *how;
	const char *(*propose)(const struct asked *from, const char *stored);
} derivations[] = {
	{ "lahir", from_birth },
	{ "kelamin", from_sex },
	{ "note", from_note },
	{ "same", from_same },
};

/* The proposal for `derive`="field:how", as one would type it; "" when it is from another field. */
static const char *proposal(const struct asked *from, const char *derive, const char *stored)
{
	size_t length = strlen(from->field->id);
	if (!text_starts(derive, from->field->id) || derive[length] != ':')
		return "";
	for (size_t i = 0; i < COUNT_OF(derivations); i++) {
		if (text_same(derivations[i].how, derive + length + 1))
			return derivations[i].propose(from, stored);
	}
	return "";
}

int form_propose(const struct form *f, const struct form_spot *left, const struct form_scope *s,
                 struct values *v, struct arena *a)
{
	const struct asked from = {
		.form = f, .field = left->field, .row = left->row, .scope = s, .a = a
	};
	const char *list = left->field->list;
	const char *text = values_get(v, list, left->row, left->field->id);
	int set = 0;
	for (size_t i = 0; i < f->field_count && *text != '\0'; i++) {
		const struct field *one = &f->fields[i];
		const char *stored;
		if (!text_same(one->list, list) || *values_get(v, list, left->row, one->id) != '\0')
			continue;
		const char *typed = proposal(&from, one->derive, text);
		if (*typed == '\0' || !field_accept(one, typed, s, a, &stored, NULL))
			continue;
		values_set(v, a, list, left->row, one->id, stored);
		set++;
	}
	return set;
}
