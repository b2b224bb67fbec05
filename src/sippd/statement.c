/* Statements: the text of sippd.sql with the mapping's names in it. Values are always parameters.
 * The columns a statement reads are recorded, for the rights it needs. */
#include <assert.h>
#include <string.h>

#include "loket/list.h"

#define SQL_TABLE
#include "private.h"

const char *const written_tables[] = { "perkara",
	                               "perkara_efiling",
	                               "perkara_efiling_id",
	                               "pihak",
	                               "perkara_pihak1",
	                               "perkara_pihak2",
	                               "perkara_pihak4",
	                               "perkara_data_pernikahan",
	                               "pihak_pengacara",
	                               "perkara_pengacara",
	                               "perkara_pelaksanaan_relaas",
	                               NULL };

bool table_is_updated(const struct mapped_table *t)
{
	return strcmp(t->key, "perkara_pelaksanaan_relaas") == 0;
}

bool statement_writes(enum sql which)
{
	static const enum sql writing[] = { SQL_type_read,      SQL_number_last,
		                            SQL_advocate_known, SQL_register_lock,
		                            SQL_party_named,    SQL_hearing_next,
		                            SQL_bailiff_named,  SQL_bailiff_of_case,
		                            SQL_summons_known };
	for (size_t i = 0; i < COUNT_OF(writing); i++) {
		if (writing[i] == which)
			return true;
	}
	return false;
}

bool statement_is_skeleton(enum sql which)
{
	return which == SQL_row_insert || which == SQL_row_update || which == SQL_key_last;
}

static const char *identifier(struct arena *a, const char *name)
{
	return arena_print(a, "`%s`", name);
}

static void param_add(struct sql_statement *s, const char *name, const struct mapped_column *c,
                      struct arena *a)
{
	s->params = list_grow(a, s->params, s->count, &s->capacity, sizeof *s->params);
	s->params[s->count++] = (struct param){ name, c };
}

/* {table} or {table.column}; false: the mapping has no such table. */
static bool name_put(const struct mapping *m, const char *word, size_t length, struct text *t,
                     struct sql_statement *s)
{
	const char *dot = memchr(word, '.', length);
	size_t front = dot ? (size_t)(dot - word) : length;
	const struct mapped_table *table = mapping_find(m, word, front);
	if (!table)
		return false;
	s->usable = s->usable && table->there;
	if (!dot) {
		text_addf(t, "`%s`", table->name);
		return true;
	}
	struct mapped_column *c = table_column(table, dot + 1, length - front - 1);
	if (c)
		c->read = true;
	if (c && c->there)
		text_addf(t, "`%s`.`%s`", table->name, c->name);
	else
		text_add(t, "NULL");
	return true;
}

bool statement_build(const struct mapping *m, enum sql which, struct arena *a,
                     struct sql_statement *out, struct fault *why)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
	struct text t = text_start(a);
	*out = (struct sql_statement){ .usable = true };
	for (const char *at = sql_table[which].text; *at;) {
		size_t plain = strcspn(at, "{:");
		text_add_bytes(&t, at, plain);
		at += plain;
		size_t length = *at == '{' ? strcspn(at, "}") + 1
		                : *at      ? 1 + strspn(at + 1, letters)
		                           : 0;
		if (*at == '{' && !name_put(m, at + 1, length - 2, &t, out))
			return fault_set(why, FAULT_MISUSE, N_("Pemetaan tidak punya tabel %1"),
			                 arena_copy(a, at + 1, length - 2));
		if (*at == ':') {
			text_add(&t, "?");
			param_add(out, arena_copy(a, at + 1, length - 1), NULL, a);
		}
		at += length;
	}
	out->text = t.s;
	return true;
}

/* ---- rows ---- */

/* A skeleton with each {word} replaced. */
static const char *skeleton_fill(enum sql which, const struct column_value *words, size_t count,
                                 struct arena *a)
{
	struct text t = text_start(a);
	for (const char *at = sql_table[which].text; *at;) {
		size_t plain = strcspn(at, "{");
		text_add_bytes(&t, at, plain);
		at += plain;
		if (!*at)
			break;
		size_t length = strcspn(at, "}") - 1;
		for (size_t i = 0; i < count; i++) {
			if (strlen(words[i].key) == length &&
			    strncmp(words[i].key, at + 1, length) == 0)
				text_add(&t, words[i].text);
		}
		at += length + 2;
	}
	return t.s;
}

static bool is_written(const struct mapped_column *c)
{
	return c->there && (c->write || (c->is_key && !c->counts));
}

void statement_insert(struct mapped_table *t, struct arena *a)
{
	struct text columns = text_start(a), values = text_start(a);
	t->insert = (struct sql_statement){ .usable = t->there };
	for (size_t i = 0; i < t->count; i++) {
		const struct mapped_column *c = &t->items[i];
		const char *comma = columns.length ? ", " : "";
		if (!is_written(c))
			continue;
		text_addf(&columns, "%s`%s`", comma, c->name);
		text_addf(&values, "%s%s", comma, c->is_stamp ? "NOW()" : "?");
		if (!c->is_stamp)
			param_add(&t->insert, c->key, c, a);
	}
	const struct column_value words[] = { { "", identifier(a, t->name) },
		                              { "columns", columns.s },
		                              { "values", values.s } };
	t->insert.text = skeleton_fill(SQL_row_insert, words, COUNT_OF(words), a);
}

/* All columns but the row's own key and its creator, and the time of change is now. */
void statement_update(struct mapped_table *t, struct arena *a)
{
	static const char changed[] = "diperbaharui_tanggal";
	const struct mapped_column *own = table_own_key(t);
	struct text pairs = text_start(a);
	t->update = (struct sql_statement){ .usable = t->there && own };
	if (!t->update.usable)
		return;
	for (size_t i = 0; i < t->count; i++) {
		const struct mapped_column *c = &t->items[i];
		const char *comma = pairs.length ? ", " : "";
		if (c->there && strcmp(c->key, changed) == 0) {
			text_addf(&pairs, "%s`%s` = NOW()", comma, c->name);
		} else if (c->there && c->write && !c->fixed && !c->is_stamp) {
			text_addf(&pairs, "%s`%s` = ?", comma, c->name);
			param_add(&t->update, c->key, c, a);
		}
	}
	param_add(&t->update, "key", NULL, a);
	const struct column_value words[] = { { "", identifier(a, t->name) },
		                              { "pairs", pairs.s },
		                              { "key", identifier(a, own->name) } };
	/* the skeleton's own :key is the parameter just added */
	const char *text = skeleton_fill(SQL_row_update, words, COUNT_OF(words), a);
	t->update.text = arena_print(a, "%.*s?", (int)strcspn(text, ":"), text);
}

void statement_last(struct mapped_table *t, struct arena *a)
{
	const struct mapped_column *own = table_own_key(t);
	t->last = (struct sql_statement){ .usable = t->there && own };
	if (!t->last.usable)
		return;
	const struct column_value words[] = { { "", identifier(a, t->name) },
		                              { "key", identifier(a, own->name) } };
	const char *text = skeleton_fill(SQL_key_last, words, COUNT_OF(words), a);
	size_t front = strcspn(text, ":");
	t->last.text = arena_print(a, "%.*s?%s", (int)front, text, text + front + strlen(":first"));
	param_add(&t->last, "first", NULL, a);
}
