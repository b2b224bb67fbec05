/* What an administrator asks of it: does it fit this SIPP, and which rights does it need? */
#include <string.h>

#include "loket/list.h"

#include "private.h"

static void columns_print(struct text *out, const struct table *t, const char *right,
                          bool (*needs)(const struct table *, const struct column *))
{
	const char *before = out->length ? ", " : "";
	bool any = false;
	for (size_t i = 0; i < t->count; i++) {
		const struct column *c = &t->items[i];
		bool twice = false;
		for (size_t k = 0; k < i; k++)
			twice = twice ||
			        (strcmp(t->items[k].name, c->name) == 0 && needs(t, &t->items[k]));
		if (twice || !needs(t, c))
			continue;
		text_addf(out, "%s`%s`", any ? ", " : arena_print(out->a, "%s%s (", before, right),
		          c->name);
		any = true;
	}
	text_add(out, any ? ")" : "");
}

static bool is_read(const struct table *t, const struct column *c)
{
	(void)t;
	return c->read || (c->is_key && !c->fixed);
}

static bool is_inserted(const struct table *t, const struct column *c)
{
	(void)t;
	return c->write || c->is_key;
}

static bool is_updated(const struct table *t, const struct column *c)
{
	(void)t;
	return !c->fixed &&
	       ((c->write && !c->is_stamp) || strcmp(c->key, "diperbaharui_tanggal") == 0);
}

static bool is_written_to(const struct table *t)
{
	for (const char *const *key = written_tables; *key; key++) {
		if (strcmp(*key, t->key) == 0)
			return true;
	}
	return false;
}

static void table_grant(const struct bridge *b, const struct table *t,
                        void (*say)(const char *line))
{
	struct arena a = arena_start(MIB);
	struct text rights = text_start(&a);
	const char *from = b->o->from ? b->o->from : "localhost";
	columns_print(&rights, t, "SELECT", is_read);
	if (b->setup.writes && is_written_to(t))
		columns_print(&rights, t, "INSERT", is_inserted);
	if (b->setup.writes && table_is_updated(t))
		columns_print(&rights, t, "UPDATE", is_updated);
	if (rights.length)
		say(arena_print(&a, "GRANT %s ON `%s`.`%s` TO '%s'@'%s';", rights.s,
		                b->setup.db_name, t->name, b->setup.db_user, from));
	arena_drop(&a);
}

/* A host as MariaDB writes it: letters, digits, dots, colons, a per cent sign. */
static bool host_is_plain(const char *host)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:%-/";
	return host[0] && strspn(host, letters) == strlen(host);
}

bool bridge_grants(const struct bridge_options *o, void (*say)(const char *line), struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct bridge *b = arena_get(&a, 1, sizeof *b);
	bool good = false;
	if (o->from && !host_is_plain(o->from)) {
		fault_set(why, FAULT_MISUSE, N_("Nama mesin %1 tidak sah"), o->from);
	} else if (bridge_open(b, o, why)) {
		good = true;
		for (size_t i = 0; i < b->mapping.tables.count; i++)
			table_grant(b, &b->mapping.tables.items[i], say);
		bridge_close(b);
	}
	arena_drop(&a);
	return good;
}

/* Every statement is prepared, so that a right that is missing is found now and not at the first
 * case. */
static bool statements_try(struct bridge *b, void (*say)(const char *line), struct fault *why)
{
	struct db *db = &b->db;
	for (enum sql i = 0; i < SQL_COUNT; i++) {
		struct statement *s = &db->asks[i];
		if (!s->text || !s->usable || (!b->setup.writes && statement_writes(i)))
			continue;
		if (!db_prepare(db, s, why))
			return false;
	}
	for (const char *const *key = written_tables; b->setup.writes && *key; key++) {
		struct table *t = mapping_table(&b->mapping, *key);
		if (!db_prepare(db, &t->insert, why) ||
		    (table_is_updated(t) && !db_prepare(db, &t->update, why)))
			return false;
	}
	say(b->setup.writes ? _("Semua perintah dapat dijalankan; perkara dapat didaftarkan")
	                    : _("Semua perintah dapat dijalankan; SIPP hanya dibaca"));
	return true;
}

bool bridge_check(const struct bridge_options *o, void (*say)(const char *line), struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct bridge *b = arena_get(&a, 1, sizeof *b);
	bool good = bridge_open(b, o, why);
	if (good) {
		b->db.say = say;
		good = db_ready(&b->db, why) && statements_try(b, say, why);
		bridge_close(b);
	}
	arena_drop(&a);
	return good;
}
