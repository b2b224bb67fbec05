/* Filled forms as JSON in the form's own order: texts, and lists of rows of texts. */
#include <jansson.h>

#include "loket/list.h"

#include "private.h"

const char *body_write(const struct values *v, const struct form *f, struct arena *a)
{
	struct text t = text_start(a);
	values_json(v, f, &t);
	return t.s;
}

/* Whose members are read: a row of a list, or row 0, the form itself. */
struct owner {
	const char *list;
	int row;
};

static bool members_read(json_t *members, struct owner of, struct arena *a, struct values *out);

static bool rows_read(json_t *rows, const char *list, struct arena *a, struct values *out)
{
	size_t i;
	json_t *row;
	json_array_foreach(rows, i, row)
	{
		if (!members_read(row, (struct owner){ list, (int)i + 1 }, a, out))
			return false;
	}
	return true;
}

static bool members_read(json_t *members, struct owner of, struct arena *a, struct values *out)
{
	const char *key;
	json_t *member;
	if (!json_is_object(members))
		return false;
	json_object_foreach(members, key, member)
	{
		const char *name = arena_text(a, key);
		if (json_is_array(member) && of.row == 0) {
			if (!rows_read(member, name, a, out))
				return false;
			continue;
		}
		if (!json_is_string(member))
			return false;
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = (struct value){
			.list = of.list,
			.row = of.row,
			.field = name,
			.text = arena_text(a, json_string_value(member)),
		};
	}
	return true;
}

bool body_read(const char *json, struct arena *a, struct values *out, struct fault *why)
{
	/* A list may stand beside an older field of its name (SIPP's "perkara" once did): it counts. */
	json_t *form = json_loads(json, 0, NULL);
	*out = (struct values){ 0 };
	bool good = members_read(form, (struct owner){ "", 0 }, a, out);
	json_decref(form);
	return good ||
	       fault_set(why, FAULT_OUTSIDE,
	                 N_("Isian yang tersimpan rusak; pulihkan basis data dari cadangan"));
}
