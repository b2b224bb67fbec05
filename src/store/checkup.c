/* The checks of the machine as they were found last; what is checked of the database itself. */
#include "loket/store/checkup.h"

#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { SCHEMA_ROOM = 8 * MIB };

static bool row_write(struct store *s, instant at, const struct checkup_row *row, struct fault *why)
{
	struct query q = query_of(s, SQL_checkup_write);
	bind_instant(&q, ":at", at);
	bind_text(&q, ":name", row->name);
	bind_number(&q, ":state", row->state);
	bind_text(&q, ":said", row->said);
	bind_text(&q, ":remedy", row->remedy);
	return query_run(&q, why);
}

bool checkup_write(struct store *s, const struct checkup *c, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_checkup_drop);
	bool good = query_run(&q, why);
	for (size_t i = 0; good && i < c->count; i++)
		good = row_write(s, c->at, &c->items[i], why);
	return write_leave(s, own, good, why);
}

bool checkup_read(struct store *s, struct arena *a, struct checkup *out, struct fault *why)
{
	struct query q = query_of(s, SQL_checkup_read);
	*out = (struct checkup){ .at = INSTANT_NONE };
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct checkup_row *row = &out->items[out->count++];
		out->at = take_instant(&q);
		row->name = take_text(&q, a);
		row->state = (enum checkup_state)take_number(&q);
		row->said = take_text(&q, a);
		row->remedy = take_text(&q, a);
	}
	return query_end(&q, why);
}

bool store_quick_check(struct store *s, struct fault *why)
{
	struct arena a = arena_start(MIB);
	struct query q = query_of(s, SQL_db_quick);
	const char *found = query_next(&q) ? take_text(&q, &a) : "";
	bool good = query_end(&q, why);
	if (good && !text_same(found, "ok"))
		good = fault_set(why, FAULT_OUTSIDE,
		                 N_("Basis data %1 rusak (%2); pulihkan dari cadangan"), s->path,
		                 found);
	arena_drop(&a);
	return good;
}

/* ---- the schema ---- */

struct schema {
	struct {
		const char *kind, *name, *sql;
	} * items;
	size_t count, capacity;
};

static bool schema_read(struct store *s, struct arena *a, struct schema *out, struct fault *why)
{
	struct query q = query_of(s, SQL_db_schema);
	*out = (struct schema){ 0 };
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count].kind = take_text(&q, a);
		out->items[out->count].name = take_text(&q, a);
		out->items[out->count++].sql = take_text(&q, a);
	}
	return query_end(&q, why);
}

/* A database in memory, made as a new home's is. */
static bool schema_make(struct arena *a, struct schema *out, struct fault *why)
{
	struct store fresh = { .lock = -1 };
	int code = sqlite3_open_v2(":memory:", &fresh.db,
	                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
	bool good = code == SQLITE_OK
	                ? tables_bring_up(&fresh, 0, why) && schema_read(&fresh, a, out, why)
	                : db_fault(&fresh, code, why);
	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(fresh.kept[i]);
	sqlite3_close(fresh.db);
	return good;
}

/* In the order of kinds and names. */
static bool stands_before(const struct schema *x, const struct schema *y, size_t i)
{
	int kinds = strcmp(x->items[i].kind, y->items[i].kind);
	return kinds < 0 || (kinds == 0 && strcmp(x->items[i].name, y->items[i].name) < 0);
}

/* Both are in that order: at the first difference the one that stands before is not in the other.
 */
static bool schemas_same(const struct schema *ours, const struct schema *theirs, struct fault *why)
{
	size_t i = 0;
	while (i < ours->count && i < theirs->count &&
	       text_same(ours->items[i].name, theirs->items[i].name) &&
	       text_same(ours->items[i].sql, theirs->items[i].sql))
		i++;
	if (i == ours->count && i == theirs->count)
		return true;
	bool theirs_first = i == ours->count ||
	                    (i < theirs->count && stands_before(theirs, ours, i));
	const struct schema *of = theirs_first ? theirs : ours;
	return fault_set(
	    why, FAULT_OUTSIDE,
	    N_("Skema basis data bukan buatan program ini: %1 %2 berbeda, hilang, atau "
	       "ditambahkan"),
	    of->items[i].kind, of->items[i].name);
}

bool store_schema_check(struct store *s, struct fault *why)
{
	struct schema ours, theirs;
	struct arena a = arena_start(SCHEMA_ROOM);
	bool good = schema_make(&a, &ours, why) && schema_read(s, &a, &theirs, why) &&
	            schemas_same(&ours, &theirs, why);
	arena_drop(&a);
	return good;
}
