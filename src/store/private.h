/* Inside the store: the connection, and how a statement is bound, stepped and read.
 *
 *     struct query q = query_of(s, SQL_filing_row);
 *     bind_text(&q, ":filing", id->text);
 *     while (query_next(&q))
 *             thing->name = take_text(&q, a);
 *     return query_end(&q, why);
 *
 * A query remembers its first error; query_end() reports it and releases the statement, so that
 * nothing between needs checking. Columns are read from left to right. Binding a name the
 * statement does not have, or stepping with a parameter unbound, is a defect of the program. */
#ifndef LOKET_STORE_PRIVATE_H
#define LOKET_STORE_PRIVATE_H

#include <sqlite3.h>

#include "loket/store.h"

#include "store_sql.h"

enum { BUSY_MILLISECONDS = 5000 }; /* for tools that write without our lock */

struct store {
	sqlite3 *db;
	int lock;                      /* home/loket.lock; -1: not open */
	int patience;                  /* milliseconds for that lock */
	char who[64];                  /* who writes, for those that wait for the lock */
	bool writing;                  /* between store_begin() and its end */
	bool words_written;            /* since begin: the word index gets another segment */
	int wal_pages;                 /* that stood in the WAL after our last commit */
	char path[600];                /* of the database */
	sqlite3_stmt *kept[SQL_COUNT]; /* prepared at first use, kept until the end */
	struct chain *chain;           /* NULL: nothing was written so far */
	bool upgrades;                 /* the tables are of an older edition */
};

/* ---- fault.c ---- */
/* Makes a fault of SQLite's last error; false. */
bool db_fault(const struct store *s, int code, struct fault *why);

/* ---- db.c ---- */
/* The side-file lock with our name in it; false names who holds it. */
MUST_USE bool write_lock(struct store *s, int milliseconds, struct fault *why);
void write_unlock(struct store *s);
/* Opens the transaction under the lock that is held; leaves the lock on a fault. */
MUST_USE bool write_begin(struct store *s, struct fault *why);
/* Begins a write, or joins the open transaction: `own` says which. */
MUST_USE bool write_enter(struct store *s, bool *own, struct fault *why);
/* Commits what it began; with `good` false undoes it, and keeps the fault that is there. */
MUST_USE bool write_leave(struct store *s, bool own, bool good, struct fault *why);
/* One snapshot of the database for several selects. */
MUST_USE bool read_enter(struct store *s, bool *own, struct fault *why);
MUST_USE bool read_leave(struct store *s, bool own, bool good, struct fault *why);

/* ---- chain.c: what is written for ever (chained.h) ---- */
/* From now on what this connection writes is noted. */
MUST_USE bool chain_open(struct store *s, bool notes, struct fault *why);
/* Before the commit: adds what was written to the chain. */
MUST_USE bool chain_seal(struct store *s, struct fault *why);
/* In a transaction: the chain of a home that had none, over all there is. */
MUST_USE bool chain_begin(struct store *s, struct fault *why);
void chain_close(struct store *s);

/* ---- rechain.c ---- */
/* In the transaction that brings the tables up: before it, and after it. */
struct chain_unfit;
MUST_USE bool chain_before(struct store *s, struct arena *a, struct chain_unfit **out,
                           struct fault *why);
MUST_USE bool chain_after(struct store *s, struct chain_unfit *before, struct fault *why);

/* ---- search.c ---- */
struct search_word {
	const char *joined; /* folded, "myusuf" */
	const char *parted; /* by its punctuation, "m yusuf"; "" where it has none */
};
struct search_words {
	struct search_word *items;
	size_t count;
	const char *match; /* for the word index; "" : there are no words */
};
void search_words(const char *search, struct arena *a, struct search_words *out);
/* For the word index: what is spelled otherwise and does not match; "" : nothing could be. */
const char *search_alike(const struct search_words *w, const struct name_sense *names,
                         struct arena *a);

/* ---- edition.c ---- */
/* The edition of the schema, this program's or an older one; 0: no tables. Refuses a newer one, and
 * what is no database of Loket. */
MUST_USE bool edition_of(struct store *s, int64_t *edition, struct fault *why);
/* In a transaction: are the tables still this program's? */
MUST_USE bool edition_stays(struct store *s, struct fault *why);

/* ---- migrate.c ---- */
/* Makes the tables of a new file; refuses older ones, which store_upgrade() brings up. */
MUST_USE bool edition_fits(struct store *s, bool create, struct fault *why);
/* In a transaction, from this edition to this program's. */
MUST_USE bool tables_bring_up(struct store *s, int64_t edition, struct fault *why);

/* ---- open.c ---- */
/* Opens the file with its settings, whatever tables it has. */
MUST_USE bool file_open(const struct home *h, bool create, struct store **out, struct fault *why);

/* ---- stmt.c ---- */
struct query {
	struct store *s;
	sqlite3_stmt *statement;
	uint64_t bound; /* bit by parameter */
	int code;       /* of the last SQLite call that mattered */
	int column;     /* next one to take */
	bool stepped;
};
struct query query_of(struct store *s, enum sql which);
bool query_takes(const struct query *q, const char *name); /* has it this parameter? */
void bind_text(struct query *q, const char *name, const char *text);
void bind_given(struct query *q, const char *name, const char *text);   /* "" becomes NULL */
void bind_or_null(struct query *q, const char *name, const char *text); /* only NULL does */
void bind_number(struct query *q, const char *name, int64_t number);
void bind_known(struct query *q, const char *name, bool known, int64_t number); /* else NULL */
void bind_instant(struct query *q, const char *name, instant t); /* INSTANT_NONE becomes NULL */
void bind_day(struct query *q, const char *name, day d);         /* DAY_NONE becomes NULL */
void bind_bytes(struct query *q, const char *name, const void *bytes, size_t size); /* NULL: NULL */
bool query_next(struct query *q);
const char *take_text(struct query *q, struct arena *a); /* NULL is "" */
/* Bytes beyond are 0; the size it had. */
size_t take_bytes(struct query *q, void *out, size_t capacity);
int64_t take_number(struct query *q);
int64_t take_number_or(struct query *q, int64_t none); /* NULL is `none` */
int take_int(struct query *q);
bool take_bool(struct query *q);
instant take_instant(struct query *q);
day take_day(struct query *q);
struct id take_id(struct query *q);
MUST_USE bool query_end(struct query *q, struct fault *why);
/* Runs a statement that returns no rows. */
MUST_USE bool query_run(struct query *q, struct fault *why);
/* Without parameters. */
MUST_USE bool run_plain(struct store *s, enum sql which, struct fault *why);

/* ---- payout.c ---- */
void take_payout(struct query *q, struct arena *a, struct payout *p);

/* ---- body.c: filled forms as JSON ---- */
const char *body_write(const struct values *v, const struct form *f, struct arena *a);
MUST_USE bool body_read(const char *json, struct arena *a, struct values *out, struct fault *why);

/* ---- words.c: words of enums as they stand in the rows ---- */
const char *step_state_word(enum step_state state);
enum step_state step_state_of(const char *word);
enum waits_for waits_for_of(const char *word);
const char *va_state_word(enum va_state state);
enum va_state va_state_of(const char *word);
const char *va_closing_word(enum va_closing closing);
enum va_closing va_closing_of(const char *word);

/* ---- row.c, apply.c and its rows: one writer for each kind of change ---- */
struct applying {
	struct store *s;
	const struct filing *before;
	struct filing after; /* all decisions */
	const struct decided *all, *now;
	size_t count;
	const struct command *c;
	const struct decision *d; /* of `now` */
	struct arena *a;          /* the first decision's */
	bool born;                /* there was none before */
	int64_t seq;              /* of the filing, as rows of it name it */
	int64_t event;            /* the number under which this stands in the history */
};
/* A statement with the filing bound already, by its seq or its id as the statement has it. */
struct query row_of(const struct applying *w, enum sql which);

/* ---- journal.c ---- */
typedef bool change_writer(const struct applying *w, const struct change *ch, struct fault *why);
change_writer write_skum, write_journal, write_va, write_payment, write_settle, write_payout;
/* An entry of the journal; `filing` is "" where the money belongs to none. */
struct posting {
	struct store *s;
	const char *filing;
	day on;
	const char *what, *who;
	instant at;
	const struct journal_entry *items;
	size_t count;
	int payout; /* as struct change has them */
	int64_t reverses;
};
MUST_USE bool entry_write(const struct posting *e, struct fault *why);
MUST_USE bool entry_write_number(const struct posting *e, int64_t *out, struct fault *why);

/* ---- explain.c ---- */
void take_explanation(struct query *q, struct arena *a, struct explanation *x);

/* ---- statement.c ---- */
enum source_kind source_kind_of(const char *word);
MUST_USE bool statement_asks_read(struct store *s, struct arena *a, struct ask_list *out,
                                  struct fault *why);

/* ---- attorney.c ---- */
change_writer write_attorney;

/* ---- people.c ---- */
change_writer write_parties;
/* Names that were filed before punctuation parted words are found by their parts from now on. */
MUST_USE bool keys_renew(struct store *s, struct fault *why);
/* Rows of lists that have a NIK are people known from now on. */
MUST_USE bool persons_know(struct store *s, int64_t revision, const struct values *filled,
                           struct fault *why);
/* What finds who registers, from the forms of steps 1 and 2. */
MUST_USE bool registrant_know(const struct applying *w, const char *form,
                              const struct values *filled, struct fault *why);

#endif
