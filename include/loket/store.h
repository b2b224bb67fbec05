/* The store: one SQLite file (home/loket.db), WAL, synchronous FULL, STRICT tables, foreign keys
 * on.
 *
 * Every write runs between store_begin() and store_commit()/store_rollback(): store_begin() takes
 * the side-file lock (home/loket.lock) and opens an IMMEDIATE transaction; the checkpoint runs
 * under the same lock and nowhere else (SQLite < 3.51.3 can lose committed pages when a commit
 * races another process's checkpoint). A constraint's name in the schema maps to a fault text, so a
 * refusal by SQLite reads like any other.
 *
 * A struct store belongs to one process and one thread. Rows read live in the arena given. */
#ifndef LOKET_STORE_H
#define LOKET_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/command.h"
#include "loket/query.h"
#include "loket/sys.h"

struct store; /* opaque: the connection and its prepared statements */

/* Refuses with what to do where there is no home/loket.db. */
MUST_USE bool store_is_there(const struct home *h, struct fault *why);
/* Opens home/loket.db; `create` makes it (and its tables) when it is not there. Older schemas are
 * migrated; a newer one is refused with the remedy. */
MUST_USE bool store_open(const struct home *h, bool create, struct store **out, struct fault *why);
void store_close(struct store **s);
const char *store_version(void); /* of the SQLite we run on */
/* Changes whenever another connection committed (PRAGMA data_version). */
int64_t store_data_version(struct store *s);

MUST_USE bool store_begin(struct store *s, struct fault *why);
MUST_USE bool store_commit(struct store *s, struct fault *why);
void store_rollback(struct store *s);
/* A mark inside an open transaction; store_release() keeps what was done since, or undoes just
 * that.
 */
MUST_USE bool store_savepoint(struct store *s, struct fault *why);
void store_release(struct store *s, bool keep);
/* Folds the WAL back into the file, under the lock; worker only, when idle. */
MUST_USE bool store_checkpoint(struct store *s, struct fault *why);
/* PRAGMA integrity_check and foreign_key_check; false names what is wrong. */
MUST_USE bool store_check(struct store *s, struct fault *why);

/* ---- filing.c, apply.c ---- */
/* The filing whole; when there is none: version 0 and all steps blank, which is no fault. */
MUST_USE bool filing_read(struct store *s, const struct rulebook *b, const struct id *id,
                          struct arena *a, struct filing *out, struct fault *why);
MUST_USE bool numbers_read(struct store *s, day today, struct numbers *out, struct fault *why);
/* What became of this command id before, if anything. */
struct outcome {
	bool found;
	int64_t version; /* of the filing afterwards */
	const char *event;
};
/* What a context must know of the number in the command's values; nothing when there is none. */
MUST_USE bool series_read(struct store *s, const struct command *c, struct arena *a,
                          struct context *out, struct fault *why);
/* The filings numbered in a series ("Pdt.G/2026/PA.Cth"), by their numbers. */
MUST_USE bool series_filings(struct store *s, const char *series, struct arena *a, struct id **out,
                             size_t *count, struct fault *why);
MUST_USE bool command_find(struct store *s, const struct id *command, struct arena *a,
                           struct outcome *out, struct fault *why);
/* Writes decisions on one filing, each made on what the one before it left (filing_follow()): a row
 * per change that no later one replaces, the events, messages into the outbox, answered messages
 * closed, the askers' drafts of those forms dropped; version, stage and search rows once. Inside
 * store_begin/commit; on false a part may be written: the caller undoes it (store_rollback,
 * store_release). Works in the first decision's arena. */
MUST_USE bool decisions_apply(struct store *s, const struct filing *before,
                              const struct decided *all, size_t count, struct fault *why);
MUST_USE bool decision_apply(struct store *s, const struct filing *before, const struct command *c,
                             const struct decision *d, struct outcome *out, struct fault *why);
/* The filing with this registration number, case number or id text; none when there is none. */
MUST_USE bool filing_find(struct store *s, const char *name, struct id *out, struct fault *why);
MUST_USE bool filing_by_trx(struct store *s, const char *trx_or_va, struct id *out,
                            struct fault *why);
MUST_USE bool document_write(struct store *s, const struct document *d,
                             struct fault *why); /* inside begin/commit */

/* ---- outbox.c ---- */
struct lease {
	const char *worker; /* who sends */
	instant now, until; /* a message not closed by `until` may be sent by somebody else */
};
/* The next message that is due and not leased, of a filing none of whose earlier messages to the
 * same receiver still waits; its number is 0 when there is none. */
MUST_USE bool outbox_lease(struct store *s, const struct lease *l, struct arena *a,
                           struct outbox_row *out, struct fault *why);
MUST_USE bool outbox_again(struct store *s, int64_t number, instant due, const char *error,
                           struct fault *why);
MUST_USE bool outbox_close(struct store *s, int64_t number, bool dead, const char *error,
                           struct fault *why);
/* Leases of a worker that is no more become due now; called by the only worker as it begins. */
MUST_USE bool outbox_reclaim(struct store *s, instant now, struct fault *why);
MUST_USE bool outbox_retry(struct store *s, int64_t number, instant now,
                           struct fault *why); /* a person: now */
/* Taken back by a person, `m` is what it was; refused while it is being sent. */
MUST_USE bool outbox_cancel(struct store *s, int64_t number, const char *said, struct arena *a,
                            struct outbox_row *m, struct fault *why);
MUST_USE bool outbox_read(struct store *s, const struct id *filing, struct arena *a,
                          struct outbox_list *out, struct fault *why); /* NULL: all open */
instant outbox_next_due(struct store *s, instant now); /* INSTANT_NONE: nothing waits */
/* Where the reading of SIPP's changes stands; "" : nowhere yet. */
MUST_USE bool sync_mark_read(struct store *s, struct arena *a, const char **mark,
                             struct fault *why);
MUST_USE bool sync_mark_write(struct store *s, const char *mark, instant at, struct fault *why);
/* The live virtual account that follows `after` by trx ("" : the first); its trx is "" when there
 * is none. */
MUST_USE bool va_live_after(struct store *s, const char *after, struct arena *a, struct va *out,
                            struct id *filing, struct fault *why);
/* The account with this customer number, which is given once; its trx is "" when there is none. */
MUST_USE bool va_by_customer(struct store *s, const char *customer, struct arena *a, struct va *out,
                             struct id *filing, struct fault *why);
/* What the worker knows of bank and SIPP; written when it changes only. */
MUST_USE bool link_write(struct store *s, const char *name, bool up, instant at, const char *error,
                         struct fault *why);
/* Answers once given to the bank's notices: (partner, service, day, external id) and (payment id).
 */
MUST_USE bool notice_find(struct store *s, const char *key, struct arena *a, const char **digest,
                          const char **answer, struct fault *why);
MUST_USE bool notice_write(struct store *s, const char *key, const char *digest, const char *answer,
                           instant at, struct fault *why);

/* ---- draft.c ---- */
MUST_USE bool draft_keep(struct store *s, const char *user, const struct draft *d,
                         const struct form *f, struct fault *why);
MUST_USE bool draft_drop(struct store *s, const char *user, const struct id *filing,
                         const char *step, struct fault *why);
MUST_USE bool drafts_read(struct store *s, const char *user, struct arena *a, struct drafts *out,
                          struct fault *why); /* newest first */
MUST_USE bool presence_enter(struct store *s, const char *user, const struct id *filing,
                             const char *step, instant now, struct fault *why);
MUST_USE bool presence_leave(struct store *s, struct fault *why); /* this process's */
/* Others (living processes) who have the filing open. */
MUST_USE bool presence_read(struct store *s, const struct id *filing, struct arena *a,
                            struct presence_row **out, size_t *count, struct fault *why);

/* ---- people.c ---- */
struct user_secret {
	bool found;       /* there is such a user */
	const char *hash; /* libsodium's own text form of argon2id */
	int failures;     /* wrong passwords in a row */
	instant locked;   /* until; INSTANT_NONE: not locked */
};
MUST_USE bool user_read(struct store *s, const char *name, struct arena *a, struct user_row *out,
                        struct user_secret *secret, struct fault *why);
MUST_USE bool user_by_unix(struct store *s, const char *account, struct arena *a,
                           struct user_row *out, bool *found, struct fault *why);
MUST_USE bool users_read(struct store *s, struct arena *a, struct user_list *out,
                         struct fault *why);
MUST_USE bool user_write(struct store *s, const struct user_row *u, const char *hash,
                         struct fault *why); /* hash NULL: kept */
MUST_USE bool user_tried(struct store *s, const char *name, bool good, instant now,
                         struct fault *why);
/* Other filings in which a NIK among the parties' values stands; newest first. */
MUST_USE bool running_read(struct store *s, const struct id *filing, const struct values *pihak,
                           struct arena *a, struct context *out, struct fault *why);
/* What is known of a NIK: the party's fields as last filed. */
MUST_USE bool person_find(struct store *s, const char *nik, struct arena *a, struct values *out,
                          bool *found, struct fault *why);

/* ---- places.c ---- */
struct villages {
	struct village *items;
	size_t count, capacity; /* capacity: as many as are wanted */
};
/* Folded; level 0: anywhere, 1 in the village's own name, 2 in its district's, 3 its regency's, 4
 * its province's. The first four count. */
struct village_word {
	const char *text;
	int level;
};
struct village_words {
	struct village_word items[4];
	size_t count;
};
MUST_USE bool village_read(struct store *s, const char *code, struct arena *a, struct village *out,
                           bool *found, struct fault *why);
/* Those whose code begins so; those all words of whose search begin a word of their name, or of the
 * name of what they are part of. What is in `out` already is not added again. */
MUST_USE bool villages_by_code(struct store *s, const char *code, struct arena *a,
                               struct villages *out, struct fault *why);
MUST_USE bool villages_by_words(struct store *s, const struct village_words *w, struct arena *a,
                                struct villages *out, struct fault *why);
struct place_change { /* by whom which file was taken in, and what came of it */
	const char *digest, *who;
	instant at;
	int64_t added, renamed, retired;
};
/* The names become those in force; places that are not among them are kept, retired. */
MUST_USE bool places_write(struct store *s, const struct place_names *names,
                           struct place_change *change, struct fault *why);
/* Of the file in force, "" : none was taken in yet. */
MUST_USE bool places_digest(struct store *s, struct arena *a, const char **digest,
                            struct fault *why);

/* ---- data.c: the data files as they were when they were read last ---- */
struct data_text {
	const char *name, *text; /* text NULL: the file is no more */
};
struct data_texts {
	struct data_text *items;
	size_t count, capacity;
};
MUST_USE bool data_stamp_read(struct store *s, int64_t *stamp, bool *known, struct fault *why);
MUST_USE bool data_texts_read(struct store *s, struct arena *a, struct data_texts *out,
                              struct fault *why);
/* Texts that are other ones now, what changed, and the stamp of the whole; inside a transaction. */
MUST_USE bool data_note(struct store *s, int64_t stamp, const struct data_texts *texts,
                        const struct data_changes *changes, struct fault *why);
MUST_USE bool data_changes_read(struct store *s, int limit, struct arena *a,
                                struct data_changes *out, struct fault *why);

/* ---- query.c, journal.c, report.c ---- */
MUST_USE bool board_read(struct store *s, const struct rulebook *b, instant now, struct arena *a,
                         struct board *out, struct fault *why);
MUST_USE bool list_read(struct store *s, const struct rulebook *b, const struct list_query *q,
                        struct arena *a, struct list_page *out, struct fault *why);
MUST_USE bool history_read(struct store *s, const struct id *filing, int limit, struct arena *a,
                           struct history *out, struct fault *why);
MUST_USE bool mended_read(struct store *s, const struct id *filing, struct arena *a,
                          struct mended_list *out, struct fault *why);
MUST_USE bool bailiff_read(struct store *s, const char *bailiff, instant now, struct arena *a,
                           struct bailiff_list *out, struct fault *why); /* "" : all bailiffs */
/* How often a paper of a filing was printed; `which` is the number of the summons, 0 for papers
 * there is one of. */
struct paper_of {
	const struct id *filing;
	const char *paper;
	int which;
};
MUST_USE bool printed_write(struct store *s, const struct paper_of *p, const char *by, instant at,
                            int *times_before, struct fault *why);
MUST_USE bool journal_check(struct store *s,
                            struct fault *why); /* each entry sums to zero, all together too */
/* Where invoices, payments and journal say different sums. */
MUST_USE bool differences_read(struct store *s, struct arena *a, struct differences *out,
                               struct fault *why);

/* ---- money.c ---- */
MUST_USE bool suspense_read(struct store *s, struct arena *a, struct suspense_list *out,
                            struct fault *why);
MUST_USE bool suspense_find(struct store *s, const char *id, struct arena *a,
                            struct suspense_row *out, bool *found, struct fault *why);
/* Who books what belongs to no filing, and when. */
struct booking {
	const char *who;
	day on;
	instant at;
};
/* Money for an account nobody knows: kept and booked once; both inside begin/commit. */
MUST_USE bool stray_write(struct store *s, const struct payment *p, const struct booking *b,
                          struct fault *why);
/* It goes back to where it came from; the bank did so, or the kasir has. */
MUST_USE bool stray_return(struct store *s, const char *id, const char *reason,
                           const struct booking *b, struct fault *why);
MUST_USE bool journal_page_read(struct store *s, const struct id *filing, struct arena *a,
                                struct journal_page *out, struct fault *why);
MUST_USE bool balances_read(struct store *s, day last, struct arena *a, struct balances *out,
                            struct fault *why);
MUST_USE bool closing_write(struct store *s, const struct closing *c, const struct booking *b,
                            struct fault *why); /* inside begin/commit */
/* What a bank says was paid, and that this is all of `since` to `until`; inside begin/commit. */
MUST_USE bool statement_write(struct store *s, const struct statement *st, instant since,
                              instant until, instant now, struct fault *why);
/* One line; its payment is NULL where there is none. */
MUST_USE bool statement_find(struct store *s, const char *bank, const char *key, struct arena *a,
                             struct statement_line *out, struct fault *why);
/* From `since` to before `until`; the days of `out` are the caller's. */
MUST_USE bool recon_read(struct store *s, instant since, instant until, struct arena *a,
                         struct recon *out, struct fault *why);
/* Up to when this bank has told of what was paid; INSTANT_NONE: never. */
MUST_USE bool statement_told(struct store *s, const char *bank, instant *out, struct fault *why);
/* A bank is asked for its payments of some days, in place of what it was asked before; inside
 * begin/commit. */
MUST_USE bool statement_ask_write(struct store *s, const struct statement_ask *ask,
                                  struct fault *why);
/* The asking that is due; its bank is NULL when none is. */
MUST_USE bool statement_ask_due(struct store *s, instant now, struct arena *a,
                                struct statement_ask *out, struct fault *why);
/* How it goes: `state`, `next`, `tries`, `due`, `said` of the same asking; another one meanwhile
 * stays. */
MUST_USE bool statement_ask_turn(struct store *s, const struct statement_ask *ask,
                                 struct fault *why);
/* Laporan Perkara (by case type, one month) and Laporan Tahunan (by month, one year); step times
 * against the norm. */
MUST_USE bool report_cases(struct store *s, const struct rulebook *b, const struct period *p,
                           struct arena *a, struct table *out, struct fault *why);
MUST_USE bool report_year(struct store *s, const struct rulebook *b, int year, struct arena *a,
                          struct table *out, struct fault *why);
MUST_USE bool report_pace(struct store *s, const struct rulebook *b, const struct period *p,
                          struct arena *a, struct table *out, struct fault *why);

#endif
