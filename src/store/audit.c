/* Checking the chain: its links from the first row to the signed head, what it says of each row
 * against the row, and the schema against the one this program would make. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/chain.h"
#include "loket/text.h"

#define SQL_SCHEMA
#include "chained.h"

struct audit_finding *audit_add(struct audit *all, struct arena *a, enum audit_what what)
{
	all->items = list_grow(a, all->items, all->count, &all->capacity, sizeof *all->items);
	struct audit_finding *f = &all->items[all->count++];
	*f = (struct audit_finding){
		.what = what, .of = "", .row = "", .reg = "", .note = "", .at = INSTANT_NONE
	};
	all->orphans += what == AUDIT_ORPHAN;
	return f;
}

/* ---- the links ---- */

struct links {
	struct store *s;
	struct arena *a;
	struct audit *out;
	struct chain_link now; /* as reckoned, from the last link on that fitted or was passed */
	int64_t fitted;        /* the last row that had a link */
	bool told;             /* that something behind it is wrong */
	instant at;
};

static void links_break(struct links *l, int64_t number, const char *note)
{
	struct audit_finding *f = audit_add(l->out, l->a, AUDIT_CHAIN);
	f->of = "chain";
	f->row = l->fitted + 1 >= number
	             ? arena_print(l->a, "%lld", (long long)number)
	             : arena_print(l->a, "%lld–%lld", (long long)l->fitted + 1, (long long)number);
	f->note = note;
	f->at = l->at;
}

/* A link that does not fit is passed over, so that what is wrong behind it is found too. */
static void link_take(struct links *l, struct query *q, struct arena *row)
{
	unsigned char link[CHAIN_DIGEST];
	struct chain_row r = { .number = take_number(q), .at = take_instant(q) };
	r.of = take_text(q, row);
	r.row = take_text(q, row);
	r.part = take_text(q, row);
	r.filing = take_text(q, row);
	r.size = take_bytes(q, r.digest, sizeof r.digest);
	bool linked = take_bytes(q, link, sizeof link) == sizeof link;
	l->at = r.at;
	if (r.number != l->now.number + 1) {
		links_break(l, r.number, N_("baris di antaranya tidak ada lagi"));
		l->told = true;
	}
	l->now.number = r.number;
	chain_step(&r, l->now.link);
	l->out->rows++;
	if (!linked)
		return;
	if (memcmp(link, l->now.link, sizeof link) != 0 && !l->told)
		links_break(l, r.number, N_("sambungannya tidak cocok: baris di sini diubah"));
	memcpy(l->now.link, link, sizeof link);
	l->fitted = r.number;
	l->told = false;
}

static bool links_check(struct links *l, struct fault *why)
{
	struct query q = query_of(l->s, SQL_audit_chain);
	while (query_next(&q)) {
		struct arena row = arena_start(MIB);
		link_take(l, &q, &row);
		arena_drop(&row);
	}
	return query_end(&q, why);
}

/* ---- the head ---- */

static void head_wrong(struct links *l, const char *note)
{
	struct audit_finding *f = audit_add(l->out, l->a, AUDIT_HEAD);
	f->of = "chain_head";
	f->row = arena_print(l->a, "%lld", (long long)l->now.number);
	f->note = note;
	f->at = l->at;
}

static bool key_known(struct store *s, bool *known, struct fault *why)
{
	char public[2 * crypto_sign_PUBLICKEYBYTES + 1];
	sodium_bin2hex(public, sizeof public, s->chain->public, sizeof s->chain->public);
	struct query q = query_of(s, SQL_audit_key);
	bind_text(&q, ":public", public);
	*known = query_next(&q);
	return query_end(&q, why);
}

static bool head_check(struct links *l, struct fault *why)
{
	struct chain_link head = { 0 };
	unsigned char signature[CHAIN_SIGNED];
	size_t size = 0;
	bool known = false;
	struct query q = query_of(l->s, SQL_audit_head);
	bool there = query_next(&q);
	if (there) {
		head.number = take_number(&q);
		take_bytes(&q, head.link, sizeof head.link);
		size = take_bytes(&q, signature, sizeof signature);
	}
	if (!query_end(&q, why))
		return false;
	chain_key(l->s);
	if (!there)
		head_wrong(l, N_("kepala rantai tidak ada"));
	else if (head.number != l->now.number ||
	         memcmp(head.link, l->now.link, sizeof head.link) != 0)
		head_wrong(l, N_("rantai tidak berakhir di tempat yang ditandatangani"));
	if (!l->s->chain->has_key) {
		head_wrong(l,
		           N_("kunci keys/rantai.key tidak terbaca: tanda tangan tidak diperiksa"));
		return true;
	}
	if (there && size == 0)
		head_wrong(l, N_("kepala rantai tidak ditandatangani"));
	else if (there && !chain_signed_by(&head, signature, l->s->chain->public))
		head_wrong(l, N_("tanda tangan kepala rantai bukan dari kunci folder data ini"));
	if (!key_known(l->s, &known, why))
		return false;
	if (!known)
		head_wrong(l, N_("kunci folder data ini tidak tercatat dalam rantai"));
	return true;
}

/* ---- the rows ---- */

struct chained_keys {
	const char **keys; /* row and part, in order */
	size_t count, capacity;
};

static const char *key_of(const char *row, const char *part, struct arena *a)
{
	return arena_print(a, "%s\x1f%s", row, part);
}

/* What the chain says last of each row, against the row. */
static bool newest_compare(struct rows_wrong *w, const struct chain_kind *k,
                           struct chained_keys *all, struct arena *a, struct fault *why)
{
	bool good = true;
	struct query q = query_of(w->s, SQL_audit_newest);
	bind_text(&q, ":of", k->of);
	while (good && query_next(&q)) {
		struct chain_row r = { .of = k->of };
		struct chain_row now;
		r.row = take_text(&q, a);
		r.part = take_text(&q, a);
		r.number = take_number(&q);
		r.at = take_instant(&q);
		r.filing = take_text(&q, a);
		r.size = take_bytes(&q, r.digest, sizeof r.digest);
		all->keys = list_grow(a, all->keys, all->count, &all->capacity, sizeof *all->keys);
		all->keys[all->count++] = key_of(r.row, r.part, a);
		now = r;
		good = chain_digest(w->s, k, &now, why);
		if (good && now.size != r.size)
			good = w->take(w, now.size == 0 ? AUDIT_GONE : AUDIT_INSERTED, k, &r, why);
		else if (good && memcmp(now.digest, r.digest, now.size) != 0)
			good = w->take(w, AUDIT_CHANGED, k, &r, why);
	}
	return query_end(&q, good ? why : NULL) && good;
}

static int by_key(const void *one, const void *other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Rows of the table that the chain does not know. */
static bool strangers_find(struct rows_wrong *w, const struct chain_kind *k,
                           const struct chained_keys *all, struct arena *a, struct fault *why)
{
	bool good = true;
	struct query q = { .s = w->s, .statement = k->list, .code = SQLITE_OK };
	while (good && query_next(&q)) {
		struct chain_row r = { .of = k->of, .at = INSTANT_NONE };
		r.row = take_text(&q, a);
		r.part = take_text(&q, a);
		r.filing = take_text(&q, a);
		const char *key = key_of(r.row, r.part, a);
		if (all->count == 0 ||
		    bsearch(&key, all->keys, all->count, sizeof *all->keys, by_key) == NULL)
			good = w->take(w, AUDIT_INSERTED, k, &r, why);
	}
	return query_end(&q, good ? why : NULL) && good;
}

bool rows_compare(struct rows_wrong *w, struct fault *why)
{
	enum { ROWS_MEMORY = 1024 * 1024 * 1024 };
	bool good = true;
	for (size_t i = 0; good && i < w->s->chain->kind_count; i++) {
		struct arena a = arena_start(ROWS_MEMORY);
		struct chained_keys all = { 0 };
		const struct chain_kind *k = &w->s->chain->kinds[i];
		if (k->list == NULL) /* not in this edition */
			continue;
		good = newest_compare(w, k, &all, &a, why);
		if (good && all.count > 1)
			qsort(all.keys, all.count, sizeof *all.keys, by_key);
		good = good && strangers_find(w, k, &all, &a, why);
		arena_drop(&a);
	}
	return good;
}

static bool reg_of(struct store *s, const struct chain_row *r, struct arena *a, const char **out,
                   struct fault *why)
{
	struct query q = query_of(s, SQL_audit_filing);
	bind_text(&q, ":filing", text_same(r->filing, "=") ? r->row : r->filing);
	*out = query_next(&q) ? take_text(&q, a) : "";
	return query_end(&q, why);
}

static bool row_wrong(struct rows_wrong *w, enum audit_what what, const struct chain_kind *k,
                      const struct chain_row *r, struct fault *why)
{
	struct links *l = w->context;
	struct audit_finding *f = audit_add(l->out, l->a, what);
	f->of = k->of;
	f->row = text_is_empty(r->part) ? arena_text(l->a, r->row)
	                                : arena_print(l->a, "%s/%s", r->row, r->part);
	f->at = r->at;
	return text_is_empty(r->filing) || reg_of(l->s, r, l->a, &f->reg, why);
}

/* ---- the schema ---- */

struct object {
	const char *type, *name;
	const char *sql; /* without blanks and quotes, which editions of SQLite write otherwise */
};
struct objects {
	struct object *items;
	size_t count, capacity;
};

static const char *bare(const char *sql, struct arena *a)
{
	struct text t = text_start(a);
	for (; *sql != '\0'; sql++) {
		if (strchr(" \t\n\"", *sql) == NULL)
			text_add_bytes(&t, sql, 1);
	}
	return t.s == NULL ? "" : t.s;
}

static bool objects_read(struct store *s, struct arena *a, struct objects *out, struct fault *why)
{
	struct query q = query_of(s, SQL_audit_schema);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct object *o = &out->items[out->count++];
		o->type = take_text(&q, a);
		o->name = take_text(&q, a);
		o->sql = bare(take_text(&q, a), a);
	}
	return query_end(&q, why);
}

/* As the schema's files make it in memory. */
static bool objects_of_ours(struct arena *a, struct objects *out, struct fault *why)
{
	struct store *s = calloc(1, sizeof *s);
	if (s == NULL)
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Memori tidak cukup untuk membuka basis data"));
	s->lock = -1;
	int code = sqlite3_open_v2(":memory:", &s->db,
	                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
	                           NULL);
	bool good = (code == SQLITE_OK || db_fault(s, code, why)) && tables_bring_up(s, 0, why) &&
	            objects_read(s, a, out, why);
	store_close(&s);
	return good;
}

static void object_wrong(struct links *l, const struct object *o, const char *note)
{
	struct audit_finding *f = audit_add(l->out, l->a, AUDIT_SCHEMA);
	f->of = o->type;
	f->row = o->name;
	f->note = note;
}

static int object_order(const struct object *x, const struct object *y)
{
	int type = strcmp(x->type, y->type);
	return type != 0 ? type : strcmp(x->name, y->name);
}

/* Both are in the order of type and name. */
static bool schema_check(struct links *l, struct fault *why)
{
	struct objects here = { 0 }, ours = { 0 };
	if (!objects_read(l->s, l->a, &here, why) || !objects_of_ours(l->a, &ours, why))
		return false;
	for (size_t i = 0, k = 0; i < here.count || k < ours.count;) {
		int order = i == here.count   ? 1
		            : k == ours.count ? -1
		                              : object_order(&here.items[i], &ours.items[k]);
		if (order < 0)
			object_wrong(l, &here.items[i], N_("bukan dari Loket"));
		else if (order > 0)
			object_wrong(l, &ours.items[k], N_("tidak ada lagi"));
		else if (!text_same(here.items[i].sql, ours.items[k].sql))
			object_wrong(l, &here.items[i], N_("diubah"));
		i += order <= 0;
		k += order >= 0;
	}
	return true;
}

/* ---- the whole ---- */

bool chain_audit(struct store *s, struct arena *a, struct audit *out, struct fault *why)
{
	bool own;
	struct links l = { .s = s, .a = a, .out = out, .at = INSTANT_NONE };
	struct rows_wrong wrong = { s, row_wrong, &l };
	if (!chain_open(s, false, why) || !read_enter(s, &own, why))
		return false;
	bool good = links_check(&l, why) && head_check(&l, why) && rows_compare(&wrong, why) &&
	            schema_check(&l, why);
	return read_leave(s, own, good, why);
}
