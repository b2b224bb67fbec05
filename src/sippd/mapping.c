/* The mapping: which tables and columns of SIPP the contract's words are. */
#include <assert.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

struct mapped_table *mapping_find(const struct mapping *m, const char *key, size_t length)
{
	for (size_t i = 0; i < m->tables.count; i++) {
		struct mapped_table *t = &m->tables.items[i];
		if (strlen(t->key) == length && strncmp(t->key, key, length) == 0)
			return t;
	}
	return NULL;
}

struct mapped_table *mapping_table(const struct mapping *m, const char *key)
{
	struct mapped_table *t = mapping_find(m, key, strlen(key));
	assert(t); /* statements ask for it, and were built */
	return t;
}

struct mapped_column *table_column(const struct mapped_table *t, const char *key, size_t length)
{
	for (size_t i = 0; i < t->count; i++) {
		struct mapped_column *c = &t->items[i];
		if (!c->fixed && strlen(c->key) == length && strncmp(c->key, key, length) == 0)
			return c;
	}
	return NULL;
}

struct mapped_column *table_own_key(const struct mapped_table *t)
{
	for (size_t i = 0; i < t->count; i++) {
		if (t->items[i].is_key)
			return &t->items[i];
	}
	return NULL;
}

const char *mapping_alur(const struct mapping *m, const char *id)
{
	for (size_t i = 0; i < m->alurs.count; i++) {
		if (strcmp(m->alurs.items[i].id, id) == 0)
			return m->alurs.items[i].code;
	}
	return "";
}

/* ---- reading ---- */

static struct mapped_column *column_add(struct mapped_table *t, struct arena *a)
{
	t->items = list_grow(a, t->items, t->count, &t->capacity, sizeof *t->items);
	return &t->items[t->count++];
}

static bool is_yes(const struct xml_node *n, const char *name, struct arena *a)
{
	return strcmp(xml_attribute(n, name, "no", a), "yes") == 0;
}

static void columns_read(const struct xml_node *n, struct mapped_table *t, struct arena *a)
{
	for (const struct xml_node *c = xml_child(n, "column"); c; c = xml_next(c, "column")) {
		const char *key = xml_attribute(c, "key", "", a);
		const char *kind = xml_attribute(c, "kind", "", a);
		*column_add(t, a) = (struct mapped_column){
			.key = key,
			.name = xml_attribute(c, "name", key, a),
			.absent = xml_attribute(c, "absent", NULL, a),
			.write = is_yes(c, "write", a),
			.optional = is_yes(c, "optional", a),
			.is_key = strcmp(kind, "key") == 0,
			.is_stamp = strcmp(kind, "stamp") == 0,
			.is_flag = strcmp(kind, "flag") == 0,
		};
	}
	for (const struct xml_node *c = xml_child(n, "constant"); c; c = xml_next(c, "constant")) {
		const char *name = xml_attribute(c, "name", "", a);
		*column_add(t, a) = (struct mapped_column){
			.key = name,
			.name = name,
			.fixed = xml_attribute(c, "value", "", a),
			.write = true,
			.optional = true,
		};
	}
}

static void mapping_read(const struct xml_node *root, struct mapping *m)
{
	struct arena *a = &m->a;
	m->version = xml_attribute(root, "version", "", a);
	m->join = xml_attribute(root, "join", "; ", a);
	for (const struct xml_node *n = xml_child(root, "alur"); n; n = xml_next(n, "alur")) {
		m->alurs.items = list_grow(a, m->alurs.items, m->alurs.count, &m->alurs.capacity,
		                           sizeof *m->alurs.items);
		m->alurs.items[m->alurs.count++] = (struct mapped_alur){
			xml_attribute(n, "id", "", a),
			xml_attribute(n, "code", "", a),
		};
	}
	for (const struct xml_node *n = xml_child(root, "table"); n; n = xml_next(n, "table")) {
		struct mapped_table t = { .key = xml_attribute(n, "key", "", a) };
		t.name = xml_attribute(n, "name", t.key, a);
		if (!text_number(xml_attribute(n, "first", "1", a), 1, INT64_MAX, &t.first))
			t.first = 1;
		columns_read(n, &t, a);
		m->tables.items = list_grow(a, m->tables.items, m->tables.count,
		                            &m->tables.capacity, sizeof *m->tables.items);
		m->tables.items[m->tables.count++] = t;
	}
}

/* The schema has checked each name; what becomes part of a statement is looked at once more. */
static bool name_is_plain(const char *name)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789";
	size_t length = strlen(name);
	return length > 0 && length <= 64 && strspn(name, letters) == length &&
	       !strchr("0123456789", name[0]);
}

static bool names_check(const struct mapping *m, const char *file, struct fault *why)
{
	for (size_t i = 0; i < m->tables.count; i++) {
		const struct mapped_table *t = &m->tables.items[i];
		if (!name_is_plain(t->name))
			return fault_set(why, FAULT_MISUSE, N_("Nama tabel %1 di %2 tidak sah"),
			                 t->name, file);
		for (size_t k = 0; k < t->count; k++) {
			if (!name_is_plain(t->items[k].name))
				return fault_set(why, FAULT_MISUSE,
				                 N_("Nama kolom %1 di %2 tidak sah"),
				                 t->items[k].name, file);
		}
	}
	return true;
}

bool mapping_open(const struct home *h, const char *name, struct mapping *m, struct fault *why)
{
	struct xml_schema *schema = NULL;
	struct xml *x = NULL;
	*m = (struct mapping){ .a = arena_start(4 * MIB) };
	const char *file = name[0] == '/' ? name : home_data(h, name, &m->a);
	bool good = xml_schema_open(home_data(h, "data/xsd/sipp-mapping.xsd", &m->a), &schema,
	                            why) &&
	            xml_open(file, schema, &x, why);
	if (good) {
		mapping_read(xml_root(x), m);
		good = names_check(m, file, why);
	}
	xml_close(&x);
	xml_schema_close(&schema);
	if (!good)
		mapping_close(m);
	return good;
}

void mapping_close(struct mapping *m)
{
	arena_drop(&m->a);
	*m = (struct mapping){ .version = "" };
}
