/* Shared by the files of the service. */
#ifndef SERVICE_PRIVATE_H
#define SERVICE_PRIVATE_H

#include "loket/backup.h"
#include "loket/book.h"
#include "loket/service.h"
#include "loket/store.h"

struct printing; /* loket/court.h */

/* ---- login.c ---- */
/* Refuses with the sentence who may. */
MUST_USE bool may_or_refuse(const struct login *s, const char *act, struct fault *why);
/* A user's full name; what people call a machine; of one who is not known, the account's name. */
const char *user_called(const struct login *s, const char *user, struct arena *a);

/* ---- money.c ---- */
/* May money be booked by our clock, of what is no act of a filing? */
MUST_USE bool clock_fits_money(const struct login *s, struct fault *why);

/* ---- door.c ---- */
/* What a decision may look at beside its filing, read in the same transaction: what is the
 * same for all commands of a moment, and what a command's own values lead to. */
MUST_USE bool context_of_day(const struct login *s, instant at, struct arena *a,
                             struct context *out, struct fault *why);
MUST_USE bool context_of_command(const struct login *s, const struct command *c, struct arena *a,
                                 struct context *out, struct fault *why);

/* Joins several writes in one commit; commands between join it. `own` says whether this call began
 * it or it was open already. */
MUST_USE bool batch_enter(struct app *p, bool *own, struct fault *why);
/* Commits what it began; with `good` false undoes only that, and keeps the fault that is there. */
MUST_USE bool batch_leave(struct app *p, bool own, bool good, struct fault *why);

/* ---- doctorhome.c ---- */
/* Of the last backup, for the checks: when, where, how many documents it lacks. */
#define BACKUP_NOTE "backup.last"
MUST_USE bool backup_note(const struct app *p, const struct backup *b, struct arena *a,
                          struct fault *why);

/* ---- reading.c ---- */
/* The lists of the book, and the bailiffs who can be assigned. */
MUST_USE bool lists_of_the_day(const struct login *s, struct arena *a, const struct choices **out,
                               size_t *count, struct fault *why);

/* Reads a filing; one filled in before villages had their names stored gets them now. */
MUST_USE bool filing_whole(struct app *p, const struct id *id, struct arena *a, struct filing *out,
                           struct fault *why);

/* ---- changes.c ---- */
/* Adds the changes of the data files since they were last read to the history. */
MUST_USE bool changes_note(struct app *p, struct fault *why);

/* ---- personal.c ---- */
/* Covers what the form calls personal; all that a filing says. For who may see it: nothing. */
void personal_cover(const struct login *s, const struct form *form, struct values *v,
                    struct arena *a);
void personal_cover_filing(const struct login *s, struct filing *f, struct arena *a);

/* ---- csv.c: a file of rows that another program wrote ---- */
enum { CSV_COLUMNS = 64, CSV_LARGEST = 64 * 1024 * 1024 };
struct csv {
	char separator;
	struct arena *a;
	struct bytes file;     /* as it was read */
	const char *text, *at; /* all of it; what is not read yet */
	size_t line, lines;    /* where the row begins; all so far */
	const char *cells[CSV_COLUMNS];
	size_t count, most; /* cells of the row; of any row */
};
MUST_USE bool csv_open(struct csv *c, const char *path, struct fault *why);
/* The next row; false: a quote in it does not end. */
bool csv_row(struct csv *c);
bool csv_blank(const struct csv *c);
const char *csv_cell(const struct csv *c, size_t column); /* from 1, cleaned; "" : there is none */
/* Did any row have so many columns? */
MUST_USE bool csv_fits(const struct csv *c, size_t wanted, const char *path, struct fault *why);
/* "8,808E+13": a spreadsheet has rounded it. */
bool csv_is_rounded(const char *cell);
/* A date whose year stands first, also without marks, as ISO 8601; "" : it does not. */
const char *csv_year_first(const char *date, struct arena *a);

/* ---- pages.c ---- */
/* 0: that cannot be told. `kept` is the file in which the answer is kept. */
long long pdf_pages(const char *pdf, const char *kept, struct arena *a);

/* ---- documents.c ---- */
/* Documents of a command, stored before its transaction begins. */
struct attachments {
	struct document *items;
	size_t count, capacity;
	struct form_faults *faults; /* of documents that cannot be taken */
};

/* Stores the documents among a form's values: each path becomes "berkas:SHA256:name", its bytes are
 * copied to the home and synced. A document that cannot be stored becomes a fault on its field and
 * a refusal. */
MUST_USE bool documents_take(const struct login *s, const struct form *form, struct values *v,
                             struct arena *a, struct attachments *taken, struct fault *why);

/* Their rows, in the transaction of the command. */
MUST_USE bool documents_keep(const struct login *s, const struct attachments *l, struct fault *why);

/* A document of another home, from `loket filing export`: its stored name and its path. It is
 * stored when its bytes match, in the open transaction. */
MUST_USE bool document_fetch(const struct login *s, const struct field *field, const char *stored,
                             const char *path, struct arena *a, struct fault *why);

/* SHA-256 of a file's bytes in hex: its name in the home. */
#define DIGEST_ROOM 65
void document_digest(const struct bytes *b, char out[DIGEST_ROOM]);
/* Under its digest, once, synced. */
MUST_USE bool document_keep(const struct login *s, const struct bytes *b, const char *digest,
                            struct arena *a, struct fault *why);

/* ---- manifest.c ---- */
struct manifest_line {
	const char *digest, *path; /* from the folder on */
};
struct manifest {
	struct manifest_line *items; /* by path */
	size_t count, capacity;
	int64_t bytes; /* of all files together, where it was written */
};
MUST_USE bool file_digest(const char *path, char out[DIGEST_ROOM], struct fault *why);
/* Of all files in the folder, into its SHA256SUMS. */
MUST_USE bool manifest_write(const char *folder, struct arena *a, struct manifest *out,
                             struct fault *why);
MUST_USE bool manifest_read(const char *folder, struct arena *a, struct manifest *out,
                            struct fault *why);
/* Is each file as it was? The fault names the first that is not. */
MUST_USE bool manifest_holds(const char *folder, const struct manifest *m, struct arena *a,
                             struct fault *why);
const char *manifest_digest(const struct manifest *m, const char *path); /* NULL: not in it */

/* ---- restore.c ---- */
#define BACKUP_FACTS "CADANGAN" /* beside the manifest */
MUST_USE bool backup_facts_write(const char *folder, struct backup_facts *f, struct arena *a,
                                 struct fault *why);

/* ---- places.c ---- */
/* ---- places.c: the lookup of villages, and its first loading ---- */
void villages_open(struct app *p);
MUST_USE bool villages_fill(struct app *p, struct fault *why);
/* Fills in the names of villages among a form's values where they are missing. */
void villages_give(struct app *p, const struct form *form, struct values *v, struct arena *a);

/* ---- printer.c ---- */
enum { PRINT_PDF_MAX = 64 * 1024 * 1024 };
struct specimen;
/* Writes the PDF, or the table (RFC 4180), as home/cetak/NAME. */
MUST_USE bool page_put(const struct login *s, const char *template, const char *view,
                       const char *name, struct printed *out, struct fault *why);
/* A document of many papers: each is added, the last one ends it and gives its PDF. After a fault
 * nothing of it is left; who stops between gives it up. */
MUST_USE bool page_add(struct app *p, bool last, const struct specimen *paper, struct arena *a,
                       struct bytes *out, struct fault *why);
void pages_give_up(struct app *p);
/* Writes a paper where it lies; of one in the home the digest is kept for ever. */
MUST_USE bool paper_put(const struct login *s, const struct printed *out, const struct bytes *pdf,
                        struct fault *why);

/* ---- register.c ---- */
/* A register of a year as a paper's view, its rows by this name. */
struct table;
const char *year_register_view(const struct rulebook *b, const char *rows, const char *year,
                               const struct table *t, struct arena *a);

/* ---- tabayun.c ---- */
struct tabayun;
/* "3/2026" */
MUST_USE bool tabayun_named(struct app *p, const char *name, struct arena *a, struct tabayun *out,
                            struct fault *why);

/* ---- tabayunletter.c ---- */
#define TABAYUN_APPOINTMENT "penunjukan"
#define TABAYUN_COVER       "pengantar"
/* Its number, given now where it has none. */
struct outgoing;
MUST_USE bool tabayun_letter_give(const struct login *s, const char *paper, const struct tabayun *t,
                                  struct arena *a, struct outgoing *o, struct fault *why);
/* Numbers the letters that the act of this form issues, in its transaction. */
MUST_USE bool tabayun_issue(const struct login *s, const char *form, struct arena *a,
                            struct tabayun *t, struct fault *why);

/* ---- outgoing.c ---- */
struct letter_places;
/* Gives a letter (subject, paper, which, day, case number) its number, once; it stays without where
 * the court numbers no such paper. Inside the transaction that prints or issues it. */
MUST_USE bool outgoing_give(const struct login *s, const struct letter_places *p, struct arena *a,
                            struct outgoing *o, struct fault *why);

/* ---- papercheck.c: comparing the names that templates read with those the program gives ---- */
/* A mismatch becomes a fault of the survey, a template that nothing prints a warning. */
MUST_USE bool papers_survey(struct app *p, struct arena *a, struct data_survey *out,
                            struct fault *why);

/* ---- print.c, register.c, recon.c, report.c, bailiff.c, tabayun.c, postpaper.c:
 * specimens ---- */
/* A view with every name, made like a real one from an empty filing or table. */
struct specimen {
	const char *paper, *view;
};
enum { FILING_PAPERS = 29 };
void filing_specimens(struct app *p, struct arena *a, struct specimen *out);
struct specimen register_specimen(const struct app *p, struct arena *a);
struct specimen post_specimen(const struct app *p, struct arena *a);
struct specimen route_specimen(const struct app *p, struct arena *a);
struct specimen tabayun_register_specimen(const struct app *p, struct arena *a);
struct specimen recon_specimen(const struct app *p, struct arena *a);
MUST_USE bool report_specimen(const struct app *p, bool monthly, struct arena *a,
                              struct specimen *out, struct fault *why);

/* ---- attorney.c ---- */
struct specimen attorneys_specimen(const struct app *p, struct arena *a);

/* ---- letterbook.c ---- */
struct specimen letters_specimen(const struct app *p, struct arena *a);

/* ---- tabayunpaper.c ---- */
enum { TABAYUN_PAPERS = 3 };
void tabayun_paper_specimens(const struct app *p, struct arena *a, struct specimen *out);

/* ---- post.c: a letter by registered post ---- */
struct post_row;
struct post_reading;
enum post_state post_state_of(const struct rulebook *b, const struct post_row *r);
/* What came of it, recorded as an outcome of its summons. */
struct post_recording {
	const char *outcome, *cause, *receiver, *relation, *note;
	day handed, received; /* received: DAY_NONE where it is not known */
};

MUST_USE bool post_record(const struct login *s, const struct post_row *letter,
                          const struct post_recording *r, struct arena *a, struct answer *answer,
                          struct fault *why);
/* Why a command was refused: its field faults say more than the fault itself. */
const char *post_refusal(const struct answer *answer, const struct fault *why, struct arena *a);
void post_remark(struct post_reading *r, struct arena *a, size_t line, const char *text);

/* ---- money.c ---- */
struct booking; /* loket/store/money.h */
struct booking booking_now(const struct login *s);
/* Of one account; 0 where it is not among them. */
rupiah balance_of(const struct balances *all, const char *account);

/* ---- closingname.c ---- */
/* By its name, "3/2026". */
MUST_USE bool closing_named(const struct login *s, const char *name, struct arena *a,
                            struct closing *out, struct fault *why);

/* ---- closing.c ---- */
struct specimen closing_specimen(const struct app *p, struct arena *a);

/* ---- opening.c ---- */
/* What an account held, then whose money that was. */
MUST_USE bool opening_balances(const struct login *s, const struct closing *c, struct arena *a,
                               struct balances *out, struct fault *why);

/* ---- deposit.c ---- */
struct specimen deposit_specimen(const struct app *p, struct arena *a);

/* ---- receipt.c ---- */
/* The kwitansi that is meant, or the last of its kind, is put into `how`; false: there is none. */
bool receipt_meant(const struct login *s, const struct filing *f, bool back, struct printing *how,
                   struct arena *a);

/* ---- daysheet.c ---- */
struct specimen day_sheet_specimen(const struct app *p, struct arena *a);

/* ---- bankasks.c ---- */
bool bank_can_be_asked(const struct home *h, const char *bank, struct arena *a);

/* ---- accounts.c ---- */
MUST_USE bool accounts_read(const struct login *s, day last, struct arena *a,
                            struct account_list *out, struct fault *why);
/* Accounts whose last statement states another balance than the book, what is in transit between
 * the two reckoned in. */
MUST_USE bool accounts_differ(const struct login *s, const struct recon *r,
                              const struct sheet_list *sheets, struct arena *a,
                              struct differences *out, struct fault *why);
/* What the banks' lines make of the whole book; false: they do not go so far. */
bool accounts_told(const struct account_list *all, rupiah *out);

/* ---- report.c: a table as rows of a view, by its columns' names ---- */
struct view;
void view_table(struct view *v, const char *name, const struct table *t);

/* ---- tableput.c ---- */
/* Where a paper of that name lies. */
void paper_path(const struct login *s, const char *name, struct printed *out);
MUST_USE bool table_put(const struct login *s, const struct table *t, const char *name,
                        struct printed *out, struct fault *why);

/* ---- auditlists.c ---- */
size_t audit_list_count(void);
/* The n-th list of the days of a month, as CSV; the arena holds its rows. */
MUST_USE bool audit_list_put(const struct login *s, size_t at, const struct period *days,
                             const char *month, struct arena *a, struct printed *out,
                             struct fault *why);

/* ---- booktable.c ---- */
#define BOOK_KINDS "kategori-jurnal" /* the list of what is paid from an advance */
/* Advances of cases that are kept on paper. */
#define PAPER_CASES "panjar_lama"
/* Accounts of each book. */
#define BOOK_CASES     " panjar pengembalian " PAPER_CASES " "
#define BOOK_BANK      " bank "
#define BOOK_STATE     " pnbp "
#define BOOK_UNCLAIMED " negara "
#define BOOK_HELD      " suspense "
struct book_sheet;
typedef void book_layout(struct book_sheet *l);
book_layout book_of_cases, book_of_cash, book_of_state, book_of_unclaimed, book_of_lipa;
/* Makes the book's table of its entries. */
void book_tabulate(const struct rulebook *b, book_layout *layout, struct arena *a,
                   struct book *book);

/* ---- book.c ---- */
enum { BOOKS = 5 };
void book_specimens(struct app *p, struct arena *a, struct specimen *out);

/* ---- journalview.c ---- */
/* The page of a case: its entries, and what of it stands or stood in suspense. */
struct journal_sheet {
	const struct login *s; /* who prints it */
	struct journal_page page, held;
};
MUST_USE bool journal_sheet_read(const struct login *s, const struct id *filing, struct arena *a,
                                 struct journal_sheet *out, struct fault *why);
const char *journal_form(const struct alur *alur, struct arena *a); /* "KI-PA1/G" */
const char *journal_view(const struct rulebook *b, const struct filing *f, const struct printing *p,
                         const struct journal_sheet *sheet, struct arena *a);

/* ---- journalbook.c ---- */
struct specimen journalbook_specimen(struct app *p, struct arena *a);

#endif
