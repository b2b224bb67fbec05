/* Proposals: initial values, and values derived from a field that was just left. */
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

static const char *from_village(const struct asked *q, const char *stored)
{
	struct village v;
	return village_find(q, stored, &v) ? v.name : stored; /* what no file has is its own name */
}

static const char *from_district(const struct asked *q, const char *stored)
{
	struct village v;
	return village_find(q, stored, &v) ? v.district : "";
}

static const char *from_regency(const struct asked *q, const char *stored)
{
	struct village v;
	return village_find(q, stored, &v) ? v.regency : "";
}

static const char *from_province(const struct asked *q, const char *stored)
{
	struct village v;
	return village_find(q, stored, &v) ? v.province : "";
}

static const struct {
	const char *how;
	const char *(*propose)(const struct asked *from, const char *stored);
} derivations[] = {
	{ "lahir", from_birth },       { "kelamin", from_sex },
	{ "note", from_note },         { "same", from_same },
	{ "kelurahan", from_village }, { "kecamatan", from_district },
	{ "kabupaten", from_regency }, { "provinsi", from_province },
};

/* Does `f` follow from `from`, by derive="from:how"? `how` is what follows the colon. */
static bool follows(const struct field *f, const struct field *from, const char **how)
{
	size_t length = strlen(from->id);
	*how = f->derive + length + 1;
	return text_same(f->list, from->list) && text_starts(f->derive, from->id) &&
	       f->derive[length] == ':';
}

/* As one would type it; "" when nothing follows. */
static const char *proposal(const struct asked *from, const char *how, const char *stored)
{
	for (size_t i = 0; i < COUNT_OF(derivations) && *stored != '\0'; i++) {
		if (text_same(derivations[i].how, how))
			return derivations[i].propose(from, stored);
	}
	return "";
}

const char *field_derived(const struct form *f, const struct field *field, int row,
                          const struct form_scope *s, struct arena *a)
{
	const char *stored, *colon = strchr(field->derive, ':');
	if (colon == NULL)
		return "";
	size_t length = (size_t)(colon - field->derive);
	const struct field *origin = form_field(f, field->list,
	                                        arena_copy(a, field->derive, length));
	const struct asked from = { .form = f, .field = origin, .row = row, .scope = s, .a = a };
	if (origin == NULL)
		return "";
	const char *typed = proposal(&from, colon + 1,
	                             values_get(s->own, field->list, row, origin->id));
	return field_accept(field, typed, s, a, &stored, NULL) ? stored : "";
}

int form_propose(const struct form *f, const struct form_position *left, const struct form_scope *s,
                 struct values *v, struct arena *a)
{
	const struct asked from = {
		.form = f, .field = left->field, .row = left->row, .scope = s, .a = a
	};
	const char *list = left->field->list, *how;
	const char *text = values_get(v, list, left->row, left->field->id);
	int set = 0;
	for (size_t i = 0; i < f->field_count; i++) {
		const struct field *one = &f->fields[i];
		const char *stored = "";
		if (!follows(one, left->field, &how))
			continue;
		if (!one->given && *values_get(v, list, left->row, one->id) != '\0')
			continue;
		const char *typed = proposal(&from, how, text);
		bool fits = *typed != '\0' && field_accept(one, typed, s, a, &stored, NULL);
		if (!fits && !one->given)
			continue;
		values_propose(v, a, list, left->row, one->id, fits ? stored : "");
		set++;
	}
	return set;
}

/* Has the row of this village a given field already? */
static bool was_given(const struct form *f, const struct field *village, int row,
                      const struct values *v)
{
	const char *how;
	for (size_t i = 0; i < f->field_count; i++) {
		const struct field *one = &f->fields[i];
		if (one->given && follows(one, village, &how) &&
		    *values_get(v, one->list, row, one->id) != '\0')
			return true;
	}
	return false;
}

void form_give(const struct form *f, const struct form_scope *s, struct values *v, struct arena *a)
{
	for (size_t i = 0; i < f->field_count; i++) {
		const struct field *village = &f->fields[i];
		if (village->kind != KIND_VILLAGE)
			continue;
		bool single = *village->list == '\0';
		int last = single ? 0 : values_rows(v, village->list);
		for (int row = single ? 0 : 1; row <= last; row++) {
			if (*values_get(v, village->list, row, village->id) != '\0' &&
			    !was_given(f, village, row, v))
				form_propose(f, &(struct form_position){ village, row }, s, v, a);
		}
	}
}
