/* For the administrator: does it fit this SIPP, and which rights does it need? */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* The columns of a table that need a right, as a list in brackets; "" none. Optional ones are
 * granted one by one: a SIPP that lacks it refuses that one statement and no other. */
struct grant {
	const struct sippd *b;
	const struct mapped_table *t;
	void (*say)(const char *line);
	const char *right;
	bool (*needs)(const struct mapped_column *);
};

static void grant_say(const struct grant *g, const char *columns, const char *note)
{
	struct arena a = arena_start(MIB);
	const struct setup *s = &g->b->setup;
	g->say(arena_print(&a, "GRANT %s (%s) ON `%s`.`%s` TO '%s'@'%s';%s", g->right, columns,
	                   s->db_name, g->t->name, s->db_user,
	                   g->b->o->from ? g->b->o->from : "localhost", note));
	arena_drop(&a);
}

/* Two keys may be one column of SIPP's. */
static bool is_first(const struct grant *g, size_t at)
{
	for (size_t k = 0; k < at; k++) {
		if (strcmp(g->t->items[k].name, g->t->items[at].name) == 0 &&
		    g->needs(&g->t->items[k]))
			return false;
	}
	return true;
}

static void columns_grant(const struct grant *g)
{
	struct arena a = arena_start(MIB);
	struct text needed = text_start(&a);
	for (size_t i = 0; i < g->t->count; i++) {
		const struct mapped_column *c = &g->t->items[i];
		if (c->optional || !g->needs(c) || !is_first(g, i))
			continue;
		text_addf(&needed, "%s`%s`", needed.length ? ", " : "", c->name);
	}
	if (needed.length)
		grant_say(g, needed.s, "");
	for (size_t i = 0; i < g->t->count; i++) {
		const struct mapped_column *c = &g->t->items[i];
		if (c->optional && g->needs(c) && is_first(g, i))
			grant_say(g, arena_print(&a, "`%s`", c->name), " -- optional");
	}
	arena_drop(&a);
}

static bool is_read(const struct mapped_column *c)
{
	return c->read || (c->is_key && !c->fixed);
}

static bool is_inserted(const struct mapped_column *c)
{
	return c->write || c->is_key;
}

static bool is_updated(const struct mapped_column *c)
{
	return !c->fixed &&
	       ((c->write && !c->is_stamp) || strcmp(c->key, "diperbaharui_tanggal") == 0);
}

static bool is_written_to(const struct mapped_table *t)
{
	for (const char *const *key = written_tables; *key; key++) {
		if (strcmp(*key, t->key) == 0)
			return true;
	}
	return false;
}

static void table_grant(const struct sippd *b, const struct mapped_table *t,
                        void (*say)(const char *line))
{
	const struct grant rights[] = { { b, t, say, "SELECT", is_read },
		                        { b, t, say, "INSERT", is_inserted },
		                        { b, t, say, "UPDATE", is_updated } };
	size_t count = !b->setup.writes || !is_written_to(t) ? 1 : table_is_updated(t) ? 3 : 2;
	for (size_t i = 0; i < count; i++)
		columns_grant(&rights[i]);
}

/* A host as MariaDB writes it: letters, digits, dots, colons, a per cent sign. */
static bool host_is_plain(const char *host)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:%-/";
	return host[0] && strspn(host, letters) == strlen(host);
}

bool sippd_grants(const struct sippd_options *o, void (*say)(const char *line), struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct sippd *b = arena_get(&a, 1, sizeof *b);
	bool good = false;
	if (o->from && !host_is_plain(o->from)) {
		fault_set(why, FAULT_MISUSE, N_("Nama mesin %1 tidak sah"), o->from);
	} else if (sippd_open(b, o, why)) {
		good = true;
		for (size_t i = 0; i < b->mapping.tables.count; i++)
			table_grant(b, &b->mapping.tables.items[i], say);
		sippd_close(b);
	}
	arena_drop(&a);
	return good;
}

/* Prepares every statement, so that a missing right is found now and not at the first case. */
static bool statements_try(struct sippd *b, void (*say)(const char *line), struct fault *why)
{
	struct db *db = &b->db;
	for (enum sql i = 0; i < SQL_COUNT; i++) {
		struct sql_statement *s = &db->asks[i];
		if (!s->text || !s->usable || (!b->setup.writes && statement_writes(i)))
			continue;
		if (!db_prepare(db, s, why))
			return false;
	}
	for (const char *const *key = written_tables; b->setup.writes && *key; key++) {
		struct mapped_table *t = mapping_find(&b->mapping, *key, strlen(*key));
		if (!t || !t->there)
			continue; /* a table that a SIPP, or its mapping, may lack */
		if (!db_prepare(db, &t->insert, why) ||
		    (table_is_updated(t) && !db_prepare(db, &t->update, why)))
			return false;
	}
	say(b->setup.writes ? _("Semua perintah dapat dijalankan; perkara dapat didaftarkan")
	                    : _("Semua perintah dapat dijalankan; SIPP hanya dibaca"));
	return true;
}

bool sippd_check(const struct sippd_options *o, void (*say)(const char *line), struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct sippd *b = arena_get(&a, 1, sizeof *b);
	bool good = sippd_open(b, o, why);
	if (good) {
		b->db.say = say;
		good = db_ready(&b->db, why) && statements_try(b, say, why);
		sippd_close(b);
	}
	arena_drop(&a);
	return good;
}

bool sippd_trial(const struct sippd_options *o, void (*say)(const char *line), struct fault *why)
{
	struct arena a = arena_start(4 * MIB);
	struct sippd *b = arena_get(&a, 1, sizeof *b);
	bool good = sippd_open(b, o, why);
	if (good) {
		const char *number = "";
		char line[512];
		good = (b->setup.writes ||
		        fault_set(why, FAULT_MISUSE, N_("Percobaan memerlukan write=\"yes\""))) &&
		       db_ready(&b->db, why) && register_trial(b, &a, &number, why);
		message_fill(_("Perkara percobaan dapat didaftarkan sebagai %1; sudah dibatalkan"),
		             &number, 1, line, sizeof line);
		if (good)
			say(line);
		sippd_close(b);
	}
	arena_drop(&a);
	return good;
}
