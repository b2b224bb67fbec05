/* Shared inside the room. */
#ifndef SIPPD_PRIVATE_H
#define SIPPD_PRIVATE_H

#include <mysql.h>

#include "loket/arena.h"
#include "loket/date.h"
#include "loket/net.h"
#include "loket/sipp.h"
#include "loket/sippd.h"
#include "loket/sys.h"
#include "loket/text.h"
#include "loket/xml.h"

#include "sippd_sql.h"

#define SIPP_SPACE   "urn:loket:sipp:1"
#define LARGEST_PAGE (160 * KIB) /* of cases; the worker takes 256 KiB */

/* ---- setup.c: sippd.xml ---- */
struct setup {
	struct arena a;
	struct home home;
	const char *mapping;
	bool writes;
	const char *code, *satker; /* "PA.Cth" */
	struct zone zone;
	const char *address, *certificate, *key, *authorities, *token_file;
	int port;
	const char *db_host, *db_socket, *db_name, *db_user, *db_password_file, *db_authorities;
	const char *documents; /* a folder; "": none */
	int db_port, wait;     /* seconds for a lock, a statement, a connection */
};
MUST_USE bool setup_open(const char *path, struct setup *s, struct fault *why);
void setup_close(struct setup *s);

/* ---- mapping.c ---- */
struct mapped_column {
	const char *key, *name;
	const char *absent; /* NULL: nothing is written */
	const char *fixed;  /* a constant; it has no key */
	bool write, optional, is_key, is_stamp, is_flag;
	bool read; /* by some statement: set as they are built */
	/* the database's word, layout.c */
	bool there, counts;        /* AUTO_INCREMENT */
	long long letters, octets; /* 0: not a text */
	const char *charset;
};

struct param {
	const char *name;
	const struct mapped_column *column; /* of a new row; else NULL */
};
struct sql_statement {
	const char *text;
	struct param *params;
	size_t count, capacity;
	bool usable;      /* all its tables are there */
	MYSQL_STMT *kept; /* prepared at first use */
};

struct mapped_table {
	const char *key, *name;
	long long first;
	struct mapped_column *items;
	size_t count, capacity;
	bool there, safe; /* safe: it has transactions */
	struct sql_statement insert, update, last;
};
struct mapped_alur {
	const char *id, *code;
};
struct mapping {
	struct arena a;
	const char *version, *join;
	struct {
		struct mapped_table *items;
		size_t count, capacity;
	} tables;
	struct {
		struct mapped_alur *items;
		size_t count, capacity;
	} alurs;
};
MUST_USE bool mapping_open(const struct home *h, const char *name, struct mapping *m,
                           struct fault *why);
void mapping_close(struct mapping *m);
/* Or NULL. */
struct mapped_table *mapping_find(const struct mapping *m, const char *key, size_t length);
struct mapped_table *mapping_table(const struct mapping *m, const char *key);
/* Or NULL. */
struct mapped_column *table_column(const struct mapped_table *t, const char *key, size_t length);
struct mapped_column *table_own_key(const struct mapped_table *t); /* or NULL */
const char *mapping_alur(const struct mapping *m, const char *id); /* "" none */

/* ---- statement.c: texts from loket-sippd.sql with the mapping's names put in ---- */
MUST_USE bool statement_build(const struct mapping *m, enum sql which, struct arena *a,
                              struct sql_statement *out, struct fault *why);
void statement_insert(struct mapped_table *t, struct arena *a);
void statement_update(struct mapped_table *t, struct arena *a);
void statement_last(struct mapped_table *t, struct arena *a);
bool statement_is_skeleton(enum sql which);          /* of a row of any table */
bool statement_writes(enum sql which);               /* only for a SIPP that may be written to */
extern const char *const written_tables[];           /* keys, NULL at the end */
bool table_is_updated(const struct mapped_table *t); /* not only added to */

/* ---- database.c ---- */
struct db {
	const struct setup *setup;
	struct mapping *mapping;
	MYSQL *my;      /* NULL while there is no connection */
	struct arena a; /* of the connection: statements and columns */
	struct sql_statement asks[SQL_COUNT];
	int64_t next_try, used; /* steady */
	bool within;            /* a transaction, or the making of a connection */
	unsigned error;         /* of the last statement that failed */
	long long id;           /* of the last row inserted */
	/* Receives each difference of mapping and database; or NULL. */
	void (*say)(const char *line);
};

struct bound {
	const char *name, *text; /* a list ends with a NULL name; the text NULL or "": NULL */
};
struct sql_rows {
	const char **cells; /* "" for NULL */
	size_t count, columns;
};
const char *cell(const struct sql_rows *r, size_t row, size_t column);

void db_close(struct db *db);
/* On the connection that is there. */
MUST_USE bool db_run_once(struct db *db, struct sql_statement *s, const struct bound *bound,
                          struct arena *a, struct sql_rows *out, struct fault *why);
MUST_USE bool db_prepare(struct db *db, struct sql_statement *s, struct fault *why);
MUST_USE bool db_begin(struct db *db, struct fault *why);
MUST_USE bool db_commit(struct db *db, struct fault *why);
void db_rollback(struct db *db);
bool db_may_try_again(const struct db *db); /* another had the lock, or was quicker */

/* ---- connection.c ---- */
/* A usable connection: the open one, or a new one, tried once a second. */
MUST_USE bool db_ready(struct db *db, struct fault *why);
/* A connection that was lost meanwhile is made again, unless a transaction went with it. */
MUST_USE bool db_run(struct db *db, struct sql_statement *s, const struct bound *bound,
                     struct arena *a, struct sql_rows *out, struct fault *why);
/* A statement whose only parameter is :key, or that has none. */
MUST_USE bool db_ask(struct db *db, enum sql which, const char *key, struct arena *a,
                     struct sql_rows *out, struct fault *why);

/* ---- layout.c: what the database has ---- */
MUST_USE bool layout_read(struct db *db, struct fault *why);
/* The first obstacle to serving; with `say`, all of them, and what is left out. */
MUST_USE bool layout_check(const struct db *db, void (*say)(const char *line), struct fault *why);

/* ---- fit.c ---- */
/* Could the column keep it as it is? `why` names the column's key. */
MUST_USE bool text_fits(const char *key, const char *charset, long long letters, long long octets,
                        const char *text, struct fault *why);

/* ---- row.c ---- */
struct column_value {
	const char *key, *text;
};
/* Inserts a row with the values the table has columns for; `id` receives its own key (0: it has
 * none). */
MUST_USE bool row_insert(struct db *db, struct mapped_table *t, const struct column_value *values,
                         size_t count, struct arena *a, struct fault *why);
/* Could they be written so? The same without the database. */
MUST_USE bool row_fits(struct mapped_table *t, const struct column_value *values, size_t count,
                       struct fault *why);
MUST_USE bool row_update(struct db *db, struct mapped_table *t, const char *id,
                         const struct column_value *values, size_t count, struct fault *why);

/* ---- serve.c ---- */
struct registration;
struct sippd {
	const struct sippd_options *o;
	struct setup setup;
	struct mapping mapping;
	struct sipp sipp;
	struct db db;
	struct net_server *server;
	const char *token;
	struct registration *jobs,
	    **last_job; /* registrations that wait for the turn's transaction */
};

/* Setup, mapping and schemas; neither port nor database yet. */
MUST_USE bool sippd_open(struct sippd *b, const struct sippd_options *o, struct fault *why);
void sippd_close(struct sippd *b);

/* ---- ask.c ---- */
/* One call. */
struct ask {
	struct sippd *b;
	const struct net_call *call;
	struct xml **x;              /* an act that keeps it sets it to NULL */
	const struct xml_node *root; /* NULL for GET */
	struct arena *a;
	struct net_reply *out;
};
const char *ask_text(const struct ask *k, const char *name);     /* a child of root, in one line */
const char *ask_argument(const struct ask *k, const char *name); /* of the query, decoded; "" */

/* ---- answer.c ---- */
struct refusal {
	int status;
	const char *code;    /* of kesalahan */
	const char *text;    /* message id */
	const char *element; /* "" none */
	int line;
};
void answer_refuse(const struct refusal *r, struct arena *a, struct net_reply *out);
/* A refusal of what an element says; false. `text` is a message id. */
bool element_refuse(struct fault *why, const char *element, const char *text);
void answer_status(int status, struct arena *a, struct net_reply *out);
/* By its kind: refused 422, else 503. */
void answer_fault(const struct fault *why, const struct xml_node *at, struct arena *a,
                  struct net_reply *out);
struct xml_out answer_start(struct arena *a, const char *root);
void answer_xml(struct xml_out *o, struct net_reply *out);
/* `body` lives as long as it. */
void answer_body(const char *body, int status, struct net_reply *out);

/* ---- leaf.c: rows of SIPP as elements of the contract ---- */
void leaf_plain(struct xml_out *o, const char *name, const char *value); /* nothing when empty */

enum leaf_form {
	LEAF_TEXT,
	LEAF_KEY,
	LEAF_DAY,
	LEAF_HOUR,
	LEAF_LETTER,
	LEAF_YES_NO,
	LEAF_REGISTER,
	LEAF_NUMBER
};
struct leaf { /* a column of a statement, in its order */
	const char *name;
	enum leaf_form form;
	size_t most; /* letters of a text */
	bool needed; /* without it the row cannot be told */
};
#define MOST_LEAVES 16
struct leaf_row {
	const char *element; /* "": the leaves stand in the element that is open */
	const char *id;      /* SIPP's, for the note */
	const struct leaf *leaves;
	size_t count;
	const struct sql_rows *rows;
	size_t at;
};
struct notes { /* what was left out, in words */
	struct arena *a;
	const char **items;
	size_t count;
};
struct notes notes_start(struct arena *a);
/* Leaves the element open; false: nothing was written, a leaf that is needed lacks. */
bool row_put(struct xml_out *o, const struct leaf_row *row, struct notes *notes);
void notes_put(struct xml_out *o, const struct notes *n);

/* ---- about.c: what is asked ---- */
typedef void act(struct ask *k);
act ask_health, ask_court;

/* ---- cases.c ---- */
act ask_case, ask_changes;
/* A case's id by `key`, "" when there is none. */
MUST_USE bool case_find(struct db *db, const char *reg, const char *number, struct arena *a,
                        const char **id, struct fault *why);
/* The whole case by perkara.xsd; false with FAULT_NONE: there is none; with FAULT_REFUSED: it has
 * no number that the contract can say. */
MUST_USE bool case_answer(struct sippd *b, const char *id, struct arena *a, const char **xml,
                          struct fault *why);

/* ---- people.c ---- */
act ask_people;

/* ---- summons.c ---- */
act ask_summons;

/* ---- enter.c: the rows of a new case ---- */
struct entered_person { /* a party, as the row of pihak it became */
	const char *side, *order, *id;
};
enum job_state { JOB_OPEN, JOB_MADE, JOB_KNOWN, JOB_SAID };

struct registration {
	struct registration *next;
	enum job_state state;
	struct net_reply *out;
	struct arena *a; /* the call's */
	struct xml *x;
	const struct xml_node *root;
	const char *reg, *alur, *type;
	const struct xml_node *at; /* what is being written */
	struct entered_person *persons;
	size_t person_count, person_capacity;
	/* as it was written */
	const char *id, *number, *sequence, *day, *type_name;
};

const char *job_text(const struct registration *j, const char *name); /* of an element; "" */
/* A text that a column cannot store is reported with its element, before anything is locked. */
MUST_USE bool new_case_fits(const struct db *db, struct registration *j, struct fault *why);
/* Inside a transaction; number, sequence and day are decided. */
MUST_USE bool new_case_put(struct db *db, struct registration *j, const struct sql_rows *type,
                           struct fault *why);

/* ---- register.c ---- */
act ask_register;

/* Registers all waiting cases in one transaction; their answers are then ready. */
void jobs_run(struct sippd *b);
/* An invented case, written whole and rolled back. */
MUST_USE bool register_trial(struct sippd *b, struct arena *a, const char **number,
                             struct fault *why);

#endif
