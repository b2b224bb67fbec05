/* Statements on the connection: prepared once; values go and come as text. */
#include <assert.h>
#include <errmsg.h>
#include <mysqld_error.h>
#include <stdint.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_COLUMNS 16
#define MOST_PARAMS  64
#define CELL_BYTES   512 /* longer ones are fetched once more */
#define MOST_ROWS    20000

const char *cell(const struct sql_rows *r, size_t row, size_t column)
{
	assert(row < r->count && column < r->columns);
	return r->cells[row * r->columns + column];
}

/* ---- what goes wrong ---- */

static bool is_among(unsigned error, const unsigned *codes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (codes[i] == error)
			return true;
	}
	return false;
}

static bool is_lost(unsigned error)
{
	static const unsigned codes[] = { CR_SERVER_GONE_ERROR,    CR_SERVER_LOST,
		                          CR_CONNECTION_ERROR,     CR_CONN_HOST_ERROR,
		                          ER_SERVER_SHUTDOWN,      ER_CONNECTION_KILLED,
		                          CR_COMMANDS_OUT_OF_SYNC, CR_UNKNOWN_ERROR,
		                          ER_NORMAL_SHUTDOWN,      ER_NEED_REPREPARE };
	return is_among(error, codes, COUNT_OF(codes));
}

bool db_may_try_again(const struct db *db)
{
	static const unsigned codes[] = { ER_LOCK_DEADLOCK, ER_LOCK_WAIT_TIMEOUT, ER_DUP_ENTRY,
		                          ER_CHECKREAD };
	return is_among(db->error, codes, COUNT_OF(codes));
}

/* Said by the server itself: its texts name tables and columns, and for these no person's data. */
static bool is_refusal(unsigned error)
{
	static const unsigned codes[] = {
		ER_DATA_TOO_LONG,  ER_WARN_DATA_OUT_OF_RANGE, ER_NO_DEFAULT_FOR_FIELD,
		ER_BAD_NULL_ERROR, ER_TRUNCATED_WRONG_VALUE,  ER_TRUNCATED_WRONG_VALUE_FOR_FIELD
	};
	return is_among(error, codes, COUNT_OF(codes));
}

static bool db_failed(struct db *db, unsigned error, const char *said, struct fault *why)
{
	db->error = error;
	log_line("database: error %u", error);
	if (is_lost(error) || !db->my) {
		db_close(db);
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Basis data SIPP tidak dapat dihubungi; coba lagi nanti"));
	}
	if (is_refusal(error))
		return fault_set(why, FAULT_REFUSED, N_("Basis data SIPP menolak: %1"), said);
	if (db_may_try_again(db))
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Basis data SIPP sedang dipakai; coba lagi nanti"));
	return fault_set(why, FAULT_OUTSIDE, N_("Basis data SIPP gagal: %1"), said);
}

static void statement_drop(struct sql_statement *s)
{
	if (s->kept)
		mysql_stmt_close(s->kept);
	s->kept = NULL;
}

void db_close(struct db *db)
{
	for (size_t i = 0; i < SQL_COUNT; i++)
		statement_drop(&db->asks[i]);
	for (size_t i = 0; i < db->mapping->tables.count; i++) {
		struct mapped_table *t = &db->mapping->tables.items[i];
		statement_drop(&t->insert);
		statement_drop(&t->update);
		statement_drop(&t->last);
		t->insert = t->update = t->last = (struct sql_statement){ .text = NULL };
	}
	if (db->my)
		mysql_close(db->my);
	db->my = NULL;
	memset(db->asks, 0, sizeof db->asks);
	arena_drop(&db->a);
}

/* ---- statements ---- */

static const char *bound_text(const struct param *p, const struct bound *bound)
{
	if (p->column && p->column->fixed)
		return p->column->fixed;
	for (; bound->name; bound++) {
		if (strcmp(bound->name, p->name) == 0)
			return bound->text && bound->text[0] ? bound->text : NULL;
	}
	return NULL;
}

static bool prepare(struct db *db, struct sql_statement *s)
{
	if (s->kept)
		return true;
	s->kept = mysql_stmt_init(db->my);
	return s->kept && mysql_stmt_prepare(s->kept, s->text, strlen(s->text)) == 0;
}

/* The statement, prepared and with its parameters, begun. */
static bool execute(struct db *db, struct sql_statement *s, const struct bound *bound)
{
	MYSQL_BIND in[MOST_PARAMS];
	memset(in, 0, sizeof in);
	assert(s->count <= MOST_PARAMS);
	if (!prepare(db, s))
		return false;
	for (size_t i = 0; i < s->count; i++) {
		const char *text = bound_text(&s->params[i], bound);
		in[i].buffer_type = text ? MYSQL_TYPE_STRING : MYSQL_TYPE_NULL;
		in[i].buffer = (void *)(uintptr_t)text; /* libmariadb only reads it */
		in[i].buffer_length = text ? strlen(text) : 0;
	}
	return (s->count == 0 || mysql_stmt_bind_param(s->kept, in) == 0) &&
	       mysql_stmt_execute(s->kept) == 0;
}

struct catch
{
	MYSQL_BIND out[MOST_COLUMNS];
	char text[MOST_COLUMNS][CELL_BYTES];
	unsigned long length[MOST_COLUMNS];
	my_bool null[MOST_COLUMNS];
};

static void catch_set(struct catch *c, size_t columns)
{
	memset(c->out, 0, sizeof c->out);
	for (size_t i = 0; i < columns; i++) {
		c->out[i].buffer_type = MYSQL_TYPE_STRING;
		c->out[i].buffer = c->text[i];
		c->out[i].buffer_length = CELL_BYTES;
		c->out[i].length = &c->length[i];
		c->out[i].is_null = &c->null[i];
	}
}

static const char *caught(MYSQL_STMT *s, struct catch *c, size_t i, struct arena *a)
{
	if (c->null[i])
		return "";
	if (c->length[i] <= CELL_BYTES)
		return text_clean(a, c->text[i], c->length[i], true);
	MYSQL_BIND whole = { .buffer_type = MYSQL_TYPE_STRING, .buffer_length = c->length[i] };
	char *text = arena_get(a, c->length[i] + 1, 1);
	whole.buffer = text;
	if (mysql_stmt_fetch_column(s, &whole, (unsigned)i, 0) != 0)
		return "";
	return text_clean(a, text, c->length[i], true);
}

static bool collect(MYSQL_STMT *s, struct arena *a, struct sql_rows *out)
{
	struct catch c;
	size_t capacity = 0;
	int got;
	out->columns = mysql_stmt_field_count(s);
	if (out->columns == 0)
		return true;
	assert(out->columns <= MOST_COLUMNS);
	catch_set(&c, out->columns);
	if (mysql_stmt_bind_result(s, c.out) != 0 || mysql_stmt_store_result(s) != 0)
		return false;
	while ((got = mysql_stmt_fetch(s)) == 0 || got == MYSQL_DATA_TRUNCATED) {
		if (out->count == MOST_ROWS)
			break;
		for (size_t i = 0; i < out->columns; i++) {
			size_t at = out->count * out->columns + i;
			out->cells = list_grow(a, out->cells, at, &capacity, sizeof *out->cells);
			out->cells[at] = caught(s, &c, i, a);
		}
		out->count++;
	}
	mysql_stmt_free_result(s);
	return got != 1;
}

static bool statement_failed(struct db *db, struct sql_statement *s, struct arena *a,
                             struct fault *why)
{
	unsigned error = s->kept ? mysql_stmt_errno(s->kept) : CR_OUT_OF_MEMORY;
	const char *said = arena_text(a, s->kept ? mysql_stmt_error(s->kept) : "");
	statement_drop(s); /* a statement that failed is prepared anew */
	return db_failed(db, error, said, why);
}

bool db_prepare(struct db *db, struct sql_statement *s, struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	bool good = prepare(db, s) || statement_failed(db, s, &a, why);
	arena_drop(&a);
	return good;
}

static bool run_once(struct db *db, struct sql_statement *s, const struct bound *bound,
                     struct arena *a, struct sql_rows *out, struct fault *why)
{
	*out = (struct sql_rows){ .count = 0 };
	db->error = 0;
	db->used = clock_steady();
	assert(s->usable && s->text);
	if (!db->my)
		return db_failed(db, CR_SERVER_LOST, "", why);
	if (execute(db, s, bound) && collect(s->kept, a, out)) {
		db->id = (long long)mysql_stmt_insert_id(s->kept);
		return true;
	}
	return statement_failed(db, s, a, why);
}

/* A connection that was lost meanwhile is made anew, unless a transaction went with it. */
bool db_run(struct db *db, struct sql_statement *s, const struct bound *bound, struct arena *a,
            struct sql_rows *out, struct fault *why)
{
	return run_once(db, s, bound, a, out, why) ||
	       (!db->my && !db->within && db_ready(db, why) && s->usable &&
	        run_once(db, s, bound, a, out, why));
}

bool db_ask(struct db *db, enum sql which, const char *key, struct arena *a, struct sql_rows *out,
            struct fault *why)
{
	const struct bound words[] = { { "key", key }, { NULL, NULL } };
	return db_run(db, &db->asks[which], words, a, out, why);
}

/* ---- transactions ---- */

bool db_begin(struct db *db, struct fault *why)
{
	db->within = mysql_autocommit(db->my, 0) == 0;
	return db->within || db_failed(db, mysql_errno(db->my), mysql_error(db->my), why);
}

bool db_commit(struct db *db, struct fault *why)
{
	db->within = false;
	if (mysql_commit(db->my) != 0)
		return db_failed(db, mysql_errno(db->my), mysql_error(db->my), why);
	if (mysql_autocommit(db->my, 1) != 0)
		db_close(db); /* it is committed all the same */
	return true;
}

void db_rollback(struct db *db)
{
	db->within = false;
	if (db->my && (mysql_rollback(db->my) != 0 || mysql_autocommit(db->my, 1) != 0))
		db_close(db);
}
