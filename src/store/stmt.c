/* Named statements: prepared at first use, kept, bound by name, read from left to right. */
#include <assert.h>
#include <string.h>

#define SQL_TABLE
#include "private.h"

struct query query_of(struct store *s, enum sql which)
{
	struct query q = { .s = s, .code = SQLITE_OK };
	if (s->kept[which] == NULL)
		q.code = sqlite3_prepare_v3(s->db, sql_table[which].text, -1,
		                            SQLITE_PREPARE_PERSISTENT, &s->kept[which], NULL);
	q.statement = s->kept[which];
	assert(q.statement == NULL || !sqlite3_stmt_busy(q.statement));
	return q;
}

/* ---- binding ---- */

bool query_takes(const struct query *q, const char *name)
{
	return q->statement != NULL && sqlite3_bind_parameter_index(q->statement, name) > 0;
}

/* The parameter's index, marked as bound; 0 when there is nothing to bind to. */
static int place_of(struct query *q, const char *name)
{
	if (q->code != SQLITE_OK)
		return 0;
	int place = sqlite3_bind_parameter_index(q->statement, name);
	assert(place > 0 && place <= 64);
	q->bound |= UINT64_C(1) << (place - 1);
	return place;
}

void bind_text(struct query *q, const char *name, const char *text)
{
	int place = place_of(q, name);
	if (place > 0)
		q->code = sqlite3_bind_text(q->statement, place, text == NULL ? "" : text, -1,
		                            SQLITE_STATIC);
}

static void bind_null(struct query *q, const char *name)
{
	int place = place_of(q, name);
	if (place > 0)
		q->code = sqlite3_bind_null(q->statement, place);
}

void bind_given(struct query *q, const char *name, const char *text)
{
	if (text == NULL || text[0] == '\0')
		bind_null(q, name);
	else
		bind_text(q, name, text);
}

void bind_or_null(struct query *q, const char *name, const char *text)
{
	if (text == NULL)
		bind_null(q, name);
	else
		bind_text(q, name, text);
}

void bind_bytes(struct query *q, const char *name, const void *bytes, size_t size)
{
	int place = place_of(q, name);
	if (place > 0)
		q->code = bytes == NULL ? sqlite3_bind_null(q->statement, place)
		                        : sqlite3_bind_blob64(q->statement, place, bytes, size,
		                                              SQLITE_STATIC);
}

void bind_number(struct query *q, const char *name, int64_t number)
{
	int place = place_of(q, name);
	if (place > 0)
		q->code = sqlite3_bind_int64(q->statement, place, number);
}

void bind_known(struct query *q, const char *name, bool known, int64_t number)
{
	if (known)
		bind_number(q, name, number);
	else
		bind_null(q, name);
}

void bind_instant(struct query *q, const char *name, instant t)
{
	if (t == INSTANT_NONE)
		bind_null(q, name);
	else
		bind_number(q, name, t);
}

void bind_day(struct query *q, const char *name, day d)
{
	if (d == DAY_NONE)
		bind_null(q, name);
	else
		bind_number(q, name, d);
}

/* ---- stepping ---- */

static bool all_bound(const struct query *q)
{
	int count = sqlite3_bind_parameter_count(q->statement);
	uint64_t all = count == 0 ? 0 : UINT64_MAX >> (64 - count);
	return q->bound == all;
}

bool query_next(struct query *q)
{
	if (q->code != SQLITE_OK && q->code != SQLITE_ROW)
		return false;
	assert(q->stepped || all_bound(q));
	q->stepped = true;
	q->column = 0;
	q->code = sqlite3_step(q->statement);
	return q->code == SQLITE_ROW;
}

bool query_end(struct query *q, struct fault *why)
{
	bool good = q->code == SQLITE_OK || q->code == SQLITE_ROW || q->code == SQLITE_DONE;
	if (!good)
		db_fault(q->s, q->code,
		         why); /* before the reset, while SQLite still has the message */
	if (q->statement != NULL) {
		sqlite3_reset(q->statement);
		sqlite3_clear_bindings(q->statement);
	}
	return good;
}

bool query_run(struct query *q, struct fault *why)
{
	while (query_next(q))
		continue;
	return query_end(q, why);
}

bool run_plain(struct store *s, enum sql which, struct fault *why)
{
	struct query q = query_of(s, which);
	return query_run(&q, why);
}

/* ---- taking columns ---- */

const char *take_text(struct query *q, struct arena *a)
{
	int column = q->column++;
	const unsigned char *text = sqlite3_column_text(q->statement, column);
	if (text == NULL)
		return "";
	return arena_copy(a, (const char *)text,
	                  (size_t)sqlite3_column_bytes(q->statement, column));
}

size_t take_bytes(struct query *q, void *out, size_t capacity)
{
	int column = q->column++;
	const void *bytes = sqlite3_column_blob(q->statement, column);
	size_t size = (size_t)sqlite3_column_bytes(q->statement, column);
	memset(out, 0, capacity);
	if (bytes != NULL)
		memcpy(out, bytes, size < capacity ? size : capacity);
	return size;
}

int64_t take_number(struct query *q)
{
	return sqlite3_column_int64(q->statement, q->column++);
}

int take_int(struct query *q)
{
	return sqlite3_column_int(q->statement, q->column++);
}

bool take_bool(struct query *q)
{
	return take_int(q) != 0;
}

static bool is_null(const struct query *q)
{
	return sqlite3_column_type(q->statement, q->column) == SQLITE_NULL;
}

int64_t take_number_or(struct query *q, int64_t none)
{
	bool null = is_null(q);
	int64_t n = take_number(q);
	return null ? none : n;
}

instant take_instant(struct query *q)
{
	return take_number_or(q, INSTANT_NONE);
}

day take_day(struct query *q)
{
	return (day)take_number_or(q, DAY_NONE);
}

struct id take_id(struct query *q)
{
	const unsigned char *text = sqlite3_column_text(q->statement, q->column++);
	return id_from((const char *)text);
}
