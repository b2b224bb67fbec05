/* What the database has of what the mapping names, how wide its columns are, and whether the tables
 * written to know transactions. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "loket/list.h"

#include "private.h"

static long long number_or(const char *text, long long absent)
{
	long long number;
	return text_number(text, 0, INT64_MAX, &number) ? number : absent;
}

/* Each row of information_schema.COLUMNS at its column. Table names keep their case on some systems
 * and not on others. */
static void columns_note(struct mapping *m, const struct sql_rows *r, struct arena *a)
{
	for (size_t i = 0; i < m->tables.count; i++) {
		struct mapped_table *t = &m->tables.items[i];
		t->there = false;
		for (size_t k = 0; k < t->count; k++)
			t->items[k].there = false;
		for (size_t row = 0; row < r->count; row++) {
			if (strcasecmp(cell(r, row, 0), t->name) != 0)
				continue;
			t->there = true;
			for (size_t k = 0; k < t->count; k++) {
				struct mapped_column *c = &t->items[k];
				if (strcasecmp(cell(r, row, 1), c->name) != 0)
					continue;
				c->there = true;
				c->letters = number_or(cell(r, row, 3), 0);
				c->octets = number_or(cell(r, row, 4), 0);
				c->charset = arena_text(a, cell(r, row, 5));
				c->counts = strstr(cell(r, row, 6), "auto_increment") != NULL;
			}
		}
	}
}

static void engines_note(struct mapping *m, const struct sql_rows *r)
{
	static const char *const safe[] = { "InnoDB", "TokuDB", "RocksDB" };
	for (size_t i = 0; i < m->tables.count; i++) {
		struct mapped_table *t = &m->tables.items[i];
		t->safe = false;
		for (size_t row = 0; row < r->count; row++) {
			for (size_t e = 0; e < COUNT_OF(safe); e++) {
				if (strcasecmp(cell(r, row, 0), t->name) == 0 &&
				    strcasecmp(cell(r, row, 1), safe[e]) == 0)
					t->safe = true;
			}
		}
	}
}

bool layout_read(struct db *db, struct fault *why)
{
	struct arena a = arena_start(64 * MIB);
	struct sql_rows columns, engines;
	bool good = db_ask(db, SQL_columns, NULL, &a, &columns, why) &&
	            db_ask(db, SQL_engines, NULL, &a, &engines, why);
	if (good) {
		columns_note(db->mapping, &columns, &db->a);
		engines_note(db->mapping, &engines);
	}
	arena_drop(&a);
	return good;
}

/* ---- is it enough? ---- */

static bool is_written_to(const struct mapped_table *t)
{
	for (const char *const *key = written_tables; *key; key++) {
		if (strcmp(*key, t->key) == 0)
			return true;
	}
	return false;
}

/* What stands in the way; the first goes to `why`, each to `say`. */
struct hindrance {
	void (*say)(const char *line);
	struct fault *why;
	bool any;
};

static void hinder(struct hindrance *h, const char *text, const char *what)
{
	char line[512];
	struct fault here;
	fault_set(&here, FAULT_OUTSIDE, text, what);
	fault_say(&here, line, sizeof line);
	if (h->say)
		h->say(line);
	if (!h->any && h->why)
		*h->why = here;
	h->any = true;
}

static void pass_over(const struct hindrance *h, const char *text, const char *what)
{
	char line[512];
	message_fill(_(text), &what, 1, line, sizeof line);
	if (h->say)
		h->say(line);
}

/* Is it asked for at all? A SIPP that is only read need not have what is only written. */
static bool is_wanted(const struct mapped_column *c, bool writes)
{
	return c->read || (writes && (c->write || c->is_key));
}

static void column_check(const struct mapped_table *t, const struct mapped_column *c,
                         struct hindrance *h)
{
	char name[160];
	snprintf(name, sizeof name, "%s.%s", t->name, c->name);
	if (c->optional)
		pass_over(h, N_("Kolom %1 tidak ada; dilewati"), name);
	else
		hinder(h, N_("Kolom %1 tidak ada, atau pengguna ini tidak berhak atasnya"), name);
}

static void table_check(const struct mapped_table *t, bool writes, struct hindrance *h)
{
	bool wanted = false, needed = false;
	for (size_t i = 0; i < t->count; i++) {
		bool one = is_wanted(&t->items[i], writes);
		wanted = wanted || one;
		needed = needed || (one && !t->items[i].optional);
	}
	if (!t->there && needed)
		hinder(h, N_("Tabel %1 tidak ada, atau pengguna ini tidak boleh membacanya"),
		       t->name);
	else if (!t->there && wanted)
		pass_over(h, N_("Tabel %1 tidak ada; dilewati"), t->name);
	if (!t->there)
		return;
	if (writes && is_written_to(t) && !t->safe)
		hinder(h,
		       N_("Tabel %1 tidak mengenal transaksi (bukan InnoDB): hanya write=\"no\""),
		       t->name);
	for (size_t i = 0; i < t->count; i++) {
		const struct mapped_column *c = &t->items[i];
		if (!c->there && is_wanted(c, writes))
			column_check(t, c, h);
	}
}

bool layout_check(const struct db *db, void (*say)(const char *line), struct fault *why)
{
	struct hindrance h = { .say = say, .why = why };
	for (size_t i = 0; i < db->mapping->tables.count; i++)
		table_check(&db->mapping->tables.items[i], db->setup->writes, &h);
	return !h.any;
}
