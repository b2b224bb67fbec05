/* The service: the only way in. The desk, headless commands, imports, the bank's notices and SIPP's
 * answers all pass here: authenticate, check the right, read, decide, apply, commit, wake the other
 * processes. Screens never see the store; lists bypass the court but not this room, which checks
 * the right to look. */
#ifndef LOKET_SERVICE_H
#define LOKET_SERVICE_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/command.h"
#include "loket/query.h"
#include "loket/rulebook.h"
#include "loket/sys.h"

/* ---- app.c ---- */
struct store;

/* Home, rulebook and store, opened once and passed down. Books read earlier stay valid until
 * app_close(), because screens hold pointers into them. */
struct app {
	struct home home;
	struct arena config_arena;
	struct rulebook *book;
	struct store *store;
	int64_t book_stamp; /* of the data files when they were read last, well or not */
	struct village_lookup villages;
	struct child paper; /* loket-paper, once something was printed */
	bool batch;         /* between service_batch_begin() and _end() */
	int64_t login_news; /* service_news() when the login was last found to stand */
	instant as_of;      /* of which papers say they are; 0: of now */
	const char *papers; /* the folder where they are put; NULL: home/cetak */
};
/* The time that papers bear. */
instant app_now(const struct app *p);
MUST_USE bool app_open(struct app *p, struct fault *why);
/* Brings an older home up, after a copy (store_upgrade()); before it is opened. */
MUST_USE bool app_upgrade(struct arena *a, const char **copy, struct fault *why);
/* A person waits: who cannot write within so many milliseconds gets a fault instead. */
void app_patience(struct app *p, int milliseconds);
/* The same in two halves: what the first screen shows, and everything, while it is looked at. On a
 * fault of the second the caller closes. */
MUST_USE bool app_greet(struct app *p, struct fault *why);
MUST_USE bool app_finish(struct app *p, struct fault *why);
void app_close(struct app *p);
/* Reads the data files again when one changed. On a fault, which is reported once, the old book
 * stays in force. */
MUST_USE bool app_refresh(struct app *p, struct fault *why);
/* Changes whenever another connection has committed. */
int64_t service_news(const struct app *p);
/* Makes a new home: its folders and its store. `sample`: also the demo accounts (password "loket")
 * and a marker (home/contoh) that the login screen looks for. */
MUST_USE bool app_init(struct app *p, bool sample, struct fault *why);
bool app_is_sample(const struct app *p);
/* No filing is taken in the example court's name, but in a home for trying; the fault says how the
 * court gets its own. */
MUST_USE bool app_has_court(const struct app *p, struct fault *why);

/* ---- login.c: who asks ---- */
enum { LOGIN_SEAL = 33 };
struct login {
	struct app *app;
	char seal[LOGIN_SEAL]; /* of account, roles and password as they were then */
	char user[64], full_name[128], roles[160];
	bool machine; /* the worker, for the bank, SIPP, the mail server or itself */
};
/* Password by argon2id (libsodium); five wrong ones in a row lock the account for five minutes. */
MUST_USE bool login_password(struct app *p, const char *user, const char *password,
                             struct login *out, struct fault *why);
/* The Unix account that runs us, bound to a user by the administrator. */
MUST_USE bool login_unix(struct app *p, struct login *out, struct fault *why);
/* A login handed on to a program that this one starts: `pass` is random, taken once and within
 * seconds; the store has only its hash. */
enum { PASS_ROOM = 65 };
MUST_USE bool login_pass_on(const struct login *s, char pass[PASS_ROOM], struct fault *why);
MUST_USE bool login_by_pass(struct app *p, const char *pass, struct login *out, struct fault *why);
/* A login for the machine accounts "bank", "sipp", "worker" of the worker; their rights are in
 * data/rights.xml like any other. */
void login_machine(struct app *p, const char *name, struct login *out);
bool login_may(const struct login *s, const char *act);
/* False: since then the account was closed, or its roles or its password changed. Asked at every
 * act; costs a read only when somebody has committed something. */
MUST_USE bool login_stands(const struct login *s, struct fault *why);
/* The sentence for F2: who may. */
void login_who_may(const struct login *s, const char *act, char *out, size_t capacity);

/* ---- users.c ---- */
MUST_USE bool service_users(const struct login *s, struct arena *a, struct user_list *out,
                            struct fault *why);
/* A new one may be no shorter, nor one that data/passwords.txt or the user's name gives away. */
MUST_USE bool password_is_long(const char *password, struct fault *why);
/* What changes is written into the log of accounts too. */
MUST_USE bool service_user_write(const struct login *s, const struct user_row *u,
                                 const char *password, struct fault *why);
/* What was done to the account of this user, or ("") of all: newest first, at most so many (0: 1000). */
MUST_USE bool service_user_log(const struct login *s, const char *user, int limit, struct arena *a,
                               struct user_act_list *out, struct fault *why);
const char *user_act_name(const char *what); /* in the person's language */

/* ---- door.c: the one way anything is done ---- */
struct answer {
	int64_t version;           /* of the filing afterwards */
	const char *event;         /* what happened, a sentence */
	struct form_faults faults; /* when refused: by field; when done: warnings */
	bool again;                /* this command was done before */
	bool denied;               /* refused, and that it was is written */
};
/* The command's user is the login's; documents among the values are stored first (hashed, copied,
 * synced: home/berkas/ab/abcdef…). False: refused or failed, nothing was changed but what
 * `denied` says. */
MUST_USE bool service_do(const struct login *s, struct command *c, struct arena *a,
                         struct answer *out, struct fault *why);
/* A command begun now: fresh id and time, version as seen. */
struct command service_command(const struct login *s, const struct id *filing, int64_t seen,
                               const struct act *act);
/* Joins many commands in one commit, for imports: between begin and end service_do() joins the open
 * transaction, and a refused command undoes only itself. */
MUST_USE bool service_batch_begin(struct app *p, struct fault *why);
MUST_USE bool service_batch_end(struct app *p, struct fault *why);
/* Ends a small batch: without a checkpoint of the WAL. */
MUST_USE bool service_batch_commit(struct app *p, struct fault *why);

/* ---- personal.c ---- */
/* Refuses who may not see personal data whole (lihat.pribadi): he reads it covered, and takes
 * nothing out. */
MUST_USE bool service_sees_personal(const struct login *s, struct fault *why);

/* ---- reading.c ---- */
MUST_USE bool service_filing(const struct login *s, const struct id *id, struct arena *a,
                             struct filing *out, struct fault *why);
/* Reg, case number or id. */
MUST_USE bool service_find(const struct login *s, const char *name, struct id *out,
                           struct fault *why);
MUST_USE bool service_board(const struct login *s, struct arena *a, struct board *out,
                            struct fault *why);
MUST_USE bool service_board_step(const struct login *s, size_t stage, struct arena *a,
                                 struct board_row *out, struct fault *why);
MUST_USE bool service_list(const struct login *s, const struct list_query *q, struct arena *a,
                           struct list_page *out, struct fault *why);
MUST_USE bool service_history(const struct login *s, const struct id *id, int limit,
                              struct arena *a, struct history *out, struct fault *why);
/* What an entry of the history changed in its form, in the form's order; none: it changed none. */
struct revision {
	struct form_change *items;
	size_t count;
};
MUST_USE bool service_revision(const struct login *s, const struct history_row *row,
                               struct arena *a, struct revision *out, struct fault *why);
/* What was filled in anew since verification sent the filing back last. */
MUST_USE bool service_mended(const struct login *s, const struct id *id, struct arena *a,
                             struct mended_list *out, struct fault *why);
MUST_USE bool service_presence(const struct login *s, const struct id *id, struct arena *a,
                               struct presence_row **out, size_t *count, struct fault *why);
MUST_USE bool service_enter(const struct login *s, const struct id *id, const char *step,
                            struct fault *why);
void service_leave(const struct login *s);
MUST_USE bool service_outbox(const struct login *s, const struct id *id, struct arena *a,
                             struct outbox_list *out, struct fault *why);
/* What a message asks of its receiver and what became of it, as people read it: msgids. */
const char *outbox_asks(const struct outbox_row *m);
const char *outbox_state(const struct outbox_row *m);
MUST_USE bool service_retry(const struct login *s, int64_t number, struct fault *why);
/* The scope for filling a form of this filing: the lists of the book and the list of bailiffs.
 * `own` may be NULL. */
MUST_USE bool service_scope(const struct login *s, const struct filing *f, const struct values *own,
                            struct arena *a, struct form_scope *out, struct fault *why);
MUST_USE bool service_draft_keep(const struct login *s, struct draft *d, struct fault *why);
/* Thrown away, it can be taken back until service_drafts_forget(), at logout. */
MUST_USE bool service_draft_drop(const struct login *s, const struct draft *d, struct fault *why);
MUST_USE bool service_draft_restore(const struct login *s, const struct draft *d,
                                    struct fault *why);
void service_drafts_forget(const struct login *s);
MUST_USE bool service_drafts(const struct login *s, struct arena *a, struct drafts *out,
                             struct fault *why);

/* Each entry of the journal sums to zero, and all together too. */
MUST_USE bool service_journal_check(const struct login *s, struct fault *why);
/* The version of the database engine we run on. */
const char *service_engine(void);

/* ---- intake.c: a filing's data for steps 1-4 from one XML file (loket-forms(5)) ---- */
struct import_fault {
	int line;
	const char *field, *text;
};
struct import_result {
	const char *reg; /* of the filing made, or of the one that was there */
	bool known;      /* a filing that was imported before says just the same */
	struct import_fault *faults;
	size_t fault_count, fault_capacity;
	struct import_fault *warnings; /* what the steps would warn of at the desk */
	size_t warning_count, warning_capacity;
};
struct import_order {
	const char *path; /* "-": standard input */
	int to_a_commit;
	bool again; /* what was imported before is another filing */
	void *self;
	/* Told of each filing, by its place in the file, once it is committed. */
	void (*result)(void *self, size_t index, const struct import_result *r);
	/* Asked after each; false: those so far are committed and no more is taken. NULL: all. */
	bool (*goes_on)(void *self);
};
/* One file may hold many filings; each is all or nothing. */
MUST_USE bool service_import(const struct login *s, const struct import_order *o,
                             struct fault *why);

/* ---- code.c ---- */
/* The code in the letter with this key, the same each time. The secret of the home is made at its
 * first use. */
MUST_USE bool service_code(const struct app *p, const char *key, struct arena *a, const char **out,
                           struct fault *why);

/* ---- mail.c ---- */
/* Sends a summons by mail to the party, with its letter. */
MUST_USE bool service_summons_send(const struct login *s, const struct id *filing, int number,
                                   struct arena *a, struct answer *out, struct fault *why);

/* ---- print.c: papers by the helper loket-paper ---- */
struct printed {
	char path[700]; /* home/cetak/…pdf */
};
/* Prints "skum", "kwitansi", "pemberitahuan", or the relaas or letter of a summons (which: its
 * number); a second print is marked CETAK ULANG. The helper is started at the first print. */
MUST_USE bool service_print(const struct login *s, const struct id *filing, const char *paper,
                            int which, struct printed *out, struct fault *why);
struct paper_wanted {
	struct id filing;
	const char *paper;
	int which;
};
/* Many papers, in this order, as one PDF: home/cetak/NAME. Each is counted like one printed alone;
 * where one cannot be made, none is. */
MUST_USE bool service_print_all(const struct login *s, const struct paper_wanted *wanted,
                                size_t count, const char *name, struct printed *out,
                                struct fault *why);

/* The papers that the summonses of a filing have by their channels and that `s` may print, the
 * summonses in their order; in `a`. */
struct call_paper {
	const char *paper, *title; /* "surat-panggilan"; title: a message id */
	const struct summons *summons;
};
size_t service_call_papers(const struct login *s, const struct filing *f, struct arena *a,
                           struct call_paper **out);

/* What goes out by the channel of a call: its letter, or of announcements the one due; what was
 * carried out has its relaas. `summons` is NULL. */
struct call_paper service_call_letter(const struct rulebook *b, const char *channel,
                                      const char *outcome);
/* ---- relaasprint.c ---- */
struct relaas_specimen; /* loket/court.h */
/* The relaas of one combination of its grammar, as it would be printed. */
MUST_USE bool service_print_specimen(const struct login *s, const struct relaas_specimen *of,
                                     struct printed *out, struct fault *why);

/* ---- outgoing.c: letters that went out under a number (loket/outgoing.h) ---- */
struct outgoing_list;
MUST_USE bool service_letters(const struct login *s, int year, struct arena *a,
                              struct outgoing_list *out, struct fault *why);
/* Those of a filing, or of another court's request. */
MUST_USE bool service_letters_of(const struct login *s, const struct id *subject, struct arena *a,
                                 struct outgoing_list *out, struct fault *why);

/* ---- letterbook.c: their register of a year, on paper ---- */
MUST_USE bool service_letters_print(const struct login *s, int year, struct printed *out,
                                    struct fault *why);

/* ---- tabayun.c: requests of other courts ---- */
/* A filled form: "bantuan" records one, "penunjukan" "pelaksanaan" "jawaban" go on with it. */
struct tabayun_order {
	const char *form, *name; /* name: "3/2026", not of "bantuan" */
	const struct values *values;
	struct id command; /* the same twice happens once */
};
struct tabayun_list; /* loket/tabayun.h */
MUST_USE bool service_tabayun_do(const struct login *s, const struct tabayun_order *o,
                                 struct arena *a, struct answer *out, struct fault *why);
/* Those of the year and the older ones that wait. */
MUST_USE bool service_tabayun(const struct login *s, int year, struct arena *a,
                              struct tabayun_list *out, struct fault *why);
MUST_USE bool service_tabayun_register(const struct login *s, int year, struct arena *a,
                                       struct table *out, struct fault *why);
MUST_USE bool service_tabayun_print(const struct login *s, int year, struct printed *out,
                                    struct fault *why);

/* ---- tabayunpaper.c ---- */
/* The papers of one that `s` may print now; title: a message id. */
struct tabayun;
struct tabayun_offer {
	const char *paper, *title;
};
size_t service_tabayun_papers(const struct login *s, const struct tabayun *t, struct arena *a,
                              struct tabayun_offer **out);
/* Prints "penunjukan", "relaas-tabayun" or "pengantar" of the one named, "3/2026". */
MUST_USE bool service_tabayun_paper(const struct login *s, const char *name, const char *paper,
                                    struct printed *out, struct fault *why);

/* ---- report.c ---- */
/* "perkara" with period 2026-11, or "tahunan" with 2026. */
/* Laporan Perkara: state and work by case type, pace of each step; Laporan Tahunan: state by month
 * before them. "" is a figure that is not known, or where no step ended. */
struct report_part {
	const char *name; /* of the table for commands and files */
	struct table table;
	const char **totals;           /* under the columns, "" under words; NULL: none */
	const struct figures_of *rows; /* what each row is of */
};
enum { REPORT_PARTS = 4 };
struct report {
	struct report_part parts[REPORT_PARTS];
	size_t count;
};
MUST_USE bool service_report(const struct login *s, const char *report, const char *period,
                             struct arena *a, struct report *out, struct fault *why);
/* The filings behind a figure, by its column's name ("diterima"). */
struct figure_asked {
	const char *report, *period, *column;
	struct figures_of of; /* its period, where it has one, is a month of the report's */
};
MUST_USE bool service_report_filings(const struct login *s, const struct figure_asked *figure,
                                     struct arena *a, struct table *out, struct fault *why);
MUST_USE bool service_report_print(const struct login *s, const char *report, const char *period,
                                   struct printed *out, struct fault *why);
/* A cell as people read it: rupiah in groups of three, "–" for an empty figure. */
const char *report_cell(const struct column *c, const char *cell, struct arena *a);
/* Each part as a table file beside the papers (RFC 4180); `out` is the first. */
MUST_USE bool service_report_csv(const struct login *s, const char *report, const char *period,
                                 struct printed *out, struct fault *why);

/* ---- consequence.c ---- */
struct consequences; /* loket/court.h */
/* What the rules of `b` would answer otherwise today. */
MUST_USE bool service_consequences(const struct login *s, const struct rulebook *b, struct arena *a,
                                   struct consequences *out, struct fault *why);
/* The same as if the file at `path` were in force. */
MUST_USE bool service_try(const struct login *s, const char *path, struct arena *a,
                          struct consequences *out, struct fault *why);

/* ---- why.c ---- */
struct why_ask; /* loket/why.h */
struct whys;
/* All that can be told of the ask's filing: its book, its history and, where it may be seen, its
 * journal are put in. */
MUST_USE bool service_whys(const struct login *s, struct why_ask *ask, struct whys *out,
                           struct fault *why);

/* ---- documents.c ---- */
/* The path of a stored document; only the hash of `digest` is used. */
const char *service_document(const struct app *p, const char *digest, struct arena *a);
/* A file that is to be taken in: it is there, not empty, and by its content of a kind that the
 * field takes. */
MUST_USE bool service_look(const struct login *s, const struct field *field, const char *stored,
                           struct arena *a, struct fault *why);

/* ---- preview.c ---- */
/* The document's first words; "" when it has no text (a scan). False: unknown; the fault has the
 * reason as half a sentence. */
MUST_USE bool service_preview(const struct login *s, const struct document_kept *document,
                              struct arena *a, const char **words, struct fault *why);

/* Which of a filing's documents can be opened; of those that nobody can tell nothing is said. */
void service_paper_facts(const struct login *s, const struct filing *f, struct arena *a,
                         struct paper_facts *out);

/* ---- settings.c: the court's data files ---- */
/* No right is asked: whoever may open the home may read it. */
MUST_USE bool place_survey(struct app *p, struct arena *a, struct data_survey *out,
                           struct fault *why);
MUST_USE bool service_settings(const struct login *s, struct arena *a, struct data_survey *out,
                               struct fault *why);

/* ---- changes.c ---- */
MUST_USE bool service_changes(const struct login *s, int limit, struct arena *a,
                              struct data_changes *out, struct fault *why);

/* ---- register.c: Register Induk of an alur ("Pdt.G") and a year: a row for each number and each
 * run of numbers that are not in this database; as PDF and CSV ---- */
MUST_USE bool service_register(const struct login *s, const char *alur, const char *year,
                               struct arena *a, struct table *out, struct fault *why);
MUST_USE bool service_register_print(const struct login *s, const char *alur, const char *year,
                                     struct printed *out, struct fault *why);
MUST_USE bool service_register_csv(const struct login *s, const char *alur, const char *year,
                                   struct printed *out, struct fault *why);

/* ---- attorney.c: register RI-PA7, letters of attorney of a year by number; as PDF and CSV ---- */
MUST_USE bool service_attorneys(const struct login *s, const char *year, struct arena *a,
                                struct table *out, struct fault *why);
MUST_USE bool service_attorneys_print(const struct login *s, const char *year, struct printed *out,
                                      struct fault *why);
MUST_USE bool service_attorneys_csv(const struct login *s, const char *year, struct printed *out,
                                    struct fault *why);

/* ---- money.c ---- */
/* Money in suspense: payments that do not match what was asked, for the kasir to settle. */
MUST_USE bool service_suspense(const struct login *s, struct arena *a, struct suspense_list *out,
                               struct fault *why);
struct settlement {
	const char *payment;
	/* "panjar", "kembali"; of what was prepared "setuju", "tolak", "kirim" */
	const char *how;
	const char *reason; /* "setuju": the amount; "kirim": the bank's reference */
	struct id filing;   /* whose panjar; none: of the filing it came for */
	const char *name, *bank, *account, *proof; /* of the payer, as the bank tells; "" */
};
MUST_USE bool service_settle(const struct login *s, const struct settlement *t, struct arena *a,
                             struct answer *out, struct fault *why);
/* Money that waits for the panitera, or for its transfer. */
MUST_USE bool service_payouts(const struct login *s, struct arena *a, struct payout_list *out,
                              struct fault *why);
/* Money for an unknown account. Joins an open batch. */
MUST_USE bool service_stray(const struct login *s, const struct payment *p, struct fault *why);
/* What an entry says; of one that was taken back also by which. */
const char *journal_words(const struct journal_row *r, struct arena *a);
MUST_USE bool service_journal(const struct login *s, const struct id *filing, struct arena *a,
                              struct journal_page *out, struct fault *why);
MUST_USE bool service_balances(const struct login *s, day last, struct arena *a,
                               struct balances *out, struct fault *why);
/* Takes a message back that is not just being sent; its filing goes on without it. */
MUST_USE bool service_cancel(const struct login *s, int64_t number, const char *reason,
                             struct arena *a, struct fault *why);

/* ---- closing.c: berita acara of closed days and months, and of accounts taken over ---- */
struct closing_order {
	const char *period;   /* "2026-11-24", "2026-11"; "mendadak": by surprise, now */
	const char *corrects; /* name of the one it corrects, "3/2026"; "" : none */
	const char *balances; /* at the bank, "1.000.000", or "bri=500.000 bsi=0"; "" not asked */
	rupiah cash;
	const char *reason;   /* of a difference, or of the correction */
	const char *evidence; /* of the difference */
};
/* Closes a day, or a month, with all days before it; never today. By surprise it is the chairman
 * who looks, the panitera takes note, and no day is closed. */
MUST_USE bool service_close(const struct login *s, const struct closing_order *o, struct arena *a,
                            struct closing *out, struct fault *why);
MUST_USE bool service_closings(const struct login *s, struct arena *a, struct closing_list *out,
                               struct fault *why);
/* By its name, "3/2026". */
MUST_USE bool service_closing(const struct login *s, const char *name, struct arena *a,
                              struct closing *out, struct fault *why);
/* The chairman takes note of it, once. */
MUST_USE bool service_closing_know(const struct login *s, const char *name, struct arena *a,
                                   struct answer *out, struct fault *why);
MUST_USE bool service_closing_print(const struct login *s, const char *name, struct printed *out,
                                    struct fault *why);
/* ---- closingname.c ---- */
const char *closing_name(const struct closing *c, struct arena *a); /* "3/2026" */
/* "November 2026", "saldo awal bri" */
const char *closing_period(const struct closing *c, struct arena *a);
/* What bank and cash are more than the book; 0 where the bank was not asked. */
rupiah closing_difference(const struct closing *c);

/* ---- opening.c: an account of the court taken over from the book on paper ---- */
/* Rupiah as typed; "" : none. Together they are the balance. */
struct opening_order {
	const char *bank, *balance;
	const char *day;    /* at whose end it held that, "2026-10-31"; "" : today */
	const char *panjar; /* advances of cases begun on paper */
	const char *unclaimed, *pnbp;
	const char *suspense; /* several, "465.000 30.000", each its payer's */
	const char *evidence; /* number of the berita acara that handed it over */
	const char *reason;   /* of a difference from the bank's statement, or of the correction */
	const char *corrects; /* name of the one it corrects, "3/2026"; "" : none */
};
/* Once for an account, before any other entry of it; a correction takes the first one back. It is
 * read, known and printed as closings are. */
MUST_USE bool service_open_account(const struct login *s, const struct opening_order *o,
                                   struct arena *a, struct closing *out, struct fault *why);
/* Of a berita acara "3/2026": what the account held, then whose money that was. */
MUST_USE bool service_opening(const struct login *s, const char *name, struct arena *a,
                              struct balances *out, struct fault *why);

/* ---- bailiff.c: summonses to serve ---- */
/* Round by round (court/route.c), those already served behind them. `bailiff` "" : of all. */
MUST_USE bool service_bailiff(const struct login *s, const char *bailiff, struct arena *a,
                              struct bailiff_list *out, struct fault *why);
/* "Sukamaju", "surat tercatat": a round as people call it, in their language. */
/* The one of these bailiffs (user names) who is proposed to call in the village: court/assign.c. */
MUST_USE bool service_bailiff_for(const struct login *s, const struct choices *bailiffs,
                                  const char *village, struct arena *a, const char **out,
                                  struct fault *why);
/* What came back from this village (its code) and street before: court/weather.c. */
MUST_USE bool service_weather(const struct login *s, const char *village, const char *street,
                              struct arena *a, const char **out, struct fault *why);
/* Gives open calls to another bailiff: all of them, or none and why. */
struct call_named {
	struct id filing;
	int summons;
};
struct reassignment {
	const struct call_named *calls;
	size_t count;
	const char *bailiff, *reason;
};
MUST_USE bool service_reassign(const struct login *s, const struct reassignment *r, struct arena *a,
                               struct answer *out, struct fault *why);
const char *bailiff_round_name(const struct rulebook *b, const struct bailiff_row *row);
/* What their papers are, each by its channel: of several kinds no more than "surat". */
struct call_paper bailiff_papers(const struct rulebook *b, const struct bailiff_row *rows,
                                 size_t count);
/* These summonses' papers in one PDF, in this order. */
MUST_USE bool service_round_print(const struct login *s, const struct bailiff_row *rows,
                                  size_t count, struct printed *out, struct fault *why);
/* The sheet that the bailiff takes along: the same on a page, with room to write. */
MUST_USE bool service_route_print(const struct login *s, const struct bailiff_row *rows,
                                  size_t count, struct printed *out, struct fault *why);

/* ---- workload.c ---- */
/* Of each bailiff in a month or a year ("" : this month), with his full name; by name. Right
 * "lihat.beban". */
struct workload; /* loket/court.h */
struct workload_row {
	const char *name;
	const struct workload *is;
};
struct workload_list {
	const char *period; /* as it was asked, "2026-11" */
	struct workload_row *items;
	size_t count;
};
MUST_USE bool service_workload(const struct login *s, const char *period, struct arena *a,
                               struct workload_list *out, struct fault *why);

/* ---- post.c: registered post ---- */
/* Letters that wait for the carrier, those he has and whose receipt is not proven, and those proven
 * in the last days. Right "lihat.pos"; what writes needs that of act_record_post. */
MUST_USE bool service_post(const struct login *s, struct arena *a, struct post_list *out,
                           struct fault *why);
const char *post_product_name(const struct rulebook *b, const struct post_row *r);
/* Keeps what was scanned of a letter's label, with the carrier and product of the row; "" takes it
 * away again. */
MUST_USE bool service_post_label(const struct login *s, const struct post_row *letter,
                                 const char *typed, struct fault *why);
/* What became of each letter or row; remarks say why those that were refused were. */
enum post_fate {
	POST_TAKEN,
	POST_KNOWN,   /* it says what was recorded before */
	POST_SKIPPED, /* still on its way */
	POST_REFUSED,
	POST_FAILED /* of no row: everything was undone */
};
struct post_remark {
	size_t line; /* 0: of no file */
	const char *text;
};
struct post_reading {
	size_t rows, fates[POST_FAILED + 1];
	struct post_remark *remarks;
	size_t remark_count, remark_capacity;
};
/* Hands over all letters whose label was scanned, as one batch, in one transaction. */
MUST_USE bool service_post_hand(const struct login *s, struct arena *a, int64_t *batch,
                                struct post_reading *out, struct fault *why);

/* ---- postpaper.c ---- */
/* The letters, and their envelopes in the same order, each as one PDF. */
struct post_papers {
	struct printed letters, envelopes;
};
MUST_USE bool service_post_papers(const struct login *s, const struct post_row *rows, size_t count,
                                  struct post_papers *out, struct fault *why);
/* The list of a batch (0: the last) on paper and as CSV. */
MUST_USE bool service_post_manifest(const struct login *s, int64_t number, struct printed *paper,
                                    struct printed *rows, struct fault *why);

/* ---- posttrack.c ---- */
/* Records what a CSV file of the carrier's tracking says; a file read twice records nothing twice.
 */
MUST_USE bool service_post_tracking(const struct login *s, const char *path, struct arena *a,
                                    struct post_reading *out, struct fault *why);

/* ---- postproduct.c ---- */
/* The product by which these letters go, all of them or none; `out`: what they cost together. */
MUST_USE bool service_post_product(const struct login *s, const struct post_row *letters,
                                   size_t count, const char *product, rupiah *out,
                                   struct fault *why);

/* ---- places.c ---- */
/* Loads a file of places ("" : the one of data/): adds new ones, keeps those it no longer has
 * readable. Right "atur.data". */
struct place_update {
	int64_t added, renamed, retired;
};
MUST_USE bool service_places_update(const struct login *s, const char *path,
                                    struct place_update *out, struct fault *why);

#endif
