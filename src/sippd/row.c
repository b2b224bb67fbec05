/* New rows and changed ones: the values a table of the mapping has columns for, each held against
 * its column first. */
#include <assert.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_VALUES 64

static const char *value_text(const struct mapped_column *c, const struct column_value *values,
                              size_t count)
{
	const char *text = "";
	for (size_t i = 0; i < count; i++) {
		if (strcmp(values[i].key, c->key) == 0 && values[i].text)
			text = values[i].text;
	}
	if (!text[0] && c->absent)
		text = c->absent;
	if (c->is_flag && text[0])
		text = strcmp(text, "Y") == 0 ? "1" : "0";
	return text;
}

/* Every parameter that is a column's, from the values; false: one of them does not fit. */
static bool bind_values(const struct sql_statement *s, const struct column_value *values,
                        size_t count, struct bound *out, struct fault *why)
{
	for (size_t i = 0; i < s->count; i++) {
		assert(i + 1 < MOST_VALUES);
		const struct mapped_column *c = s->params[i].column;
		out[i] = (struct bound){ s->params[i].name, "" };
		if (!c || c->fixed)
			continue;
		out[i].text = value_text(c, values, count);
		if (c->letters > 0 &&
		    !text_fits(c->key, c->charset, c->letters, c->octets, out[i].text, why))
			return false;
	}
	return true;
}

bool row_fits(struct mapped_table *t, const struct column_value *values, size_t count,
              struct fault *why)
{
	struct bound bound[MOST_VALUES];
	return bind_values(&t->insert, values, count, bound, why);
}

/* The next number of a table that does not count by itself. */
static bool key_next(struct db *db, struct mapped_table *t, struct arena *a, const char **out,
                     struct fault *why)
{
	struct sql_rows r;
	long long last;
	const struct bound first[] = { { "first", arena_print(a, "%lld", t->first) },
		                       { NULL, NULL } };
	if (!db_run(db, &t->last, first, a, &r, why))
		return false;
	if (r.count != 1 || !text_number(cell(&r, 0, 0), 0, INT64_MAX - 1, &last))
		return fault_set(why, FAULT_OUTSIDE, N_("Nomor baris tabel %1 tidak dapat dibaca"),
		                 t->name);
	*out = arena_print(a, "%lld", last >= t->first ? last + 1 : t->first);
	return true;
}

bool row_insert(struct db *db, struct mapped_table *t, const struct column_value *values,
                size_t count, struct arena *a, struct fault *why)
{
	struct bound bound[MOST_VALUES] = { { NULL, NULL } };
	struct sql_rows none;
	long long id = 0;
	const struct mapped_column *own = table_own_key(t);
	const char *key = "";
	if (!bind_values(&t->insert, values, count, bound, why))
		return false;
	if (own && !own->counts) {
		if (!key_next(db, t, a, &key, why))
			return false;
		for (size_t i = 0; i < t->insert.count; i++) {
			if (t->insert.params[i].column == own)
				bound[i].text = key;
		}
	}
	if (!db_run(db, &t->insert, bound, a, &none, why))
		return false;
	if (key[0] && text_number(key, 0, INT64_MAX, &id))
		db->id = id;
	return true;
}

bool row_update(struct db *db, struct mapped_table *t, const char *id,
                const struct column_value *values, size_t count, struct fault *why)
{
	struct bound bound[MOST_VALUES] = { { NULL, NULL } };
	struct sql_rows none;
	struct arena a = arena_start(64 * KIB);
	bool good = bind_values(&t->update, values, count, bound, why);
	if (good) {
		bound[t->update.count - 1].text = id;
		good = db_run(db, &t->update, bound, &a, &none, why);
	}
	arena_drop(&a);
	return good;
}
