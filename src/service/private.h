/* What the files of the service share. */
#ifndef SERVICE_PRIVATE_H
#define SERVICE_PRIVATE_H

#include "loket/service.h"
#include "loket/store.h"

/* ---- login.c ---- */
/* Refuses with the sentence who may. */
MUST_USE bool may_or_refuse(const struct login *s, const char *act, struct fault *why);

/* ---- door.c ---- */
/* What a decision may look at beside its filing, read in the same transaction: what is the
 * same for all commands of a moment, and what a command's own values lead to. */
MUST_USE bool context_of_day(const struct login *s, instant at, struct arena *a,
                             struct context *out, struct fault *why);
MUST_USE bool context_of_command(const struct login *s, const struct command *c, struct arena *a,
                                 struct context *out, struct fault *why);

/* Several writes, one commit; commands between join it. A short write of its own, or a part of what
 * is open already: `own` remembers which. */
MUST_USE bool batch_enter(struct app *p, bool *own, struct fault *why);
/* Commits when it was its own; on `good` false it alone is undone, and the fault that is there
 * stays. */
MUST_USE bool batch_leave(struct app *p, bool own, bool good, struct fault *why);

/* ---- reading.c ---- */
/* The book's lists and the day's: the bailiffs who can be assigned. */
MUST_USE bool lists_of_the_day(const struct login *s, struct arena *a, const struct choices **out,
                               size_t *count, struct fault *why);

/* A filing as it is read; one that was filled in before villages had their names beside them gets
 * them now. */
MUST_USE bool filing_whole(struct app *p, const struct id *id, struct arena *a, struct filing *out,
                           struct fault *why);

/* ---- changes.c ---- */
/* Changes of the data files since they were read last go into the history. */
MUST_USE bool changes_note(struct app *p, struct fault *why);

/* ---- documents.c ---- */
/* What a command brings with it: documents, taken in before its transaction begins. */
struct attachments {
	struct document *items;
	size_t count, capacity;
	struct form_faults *faults; /* of documents that cannot be taken */
};

/* Documents among the values of a form: each path becomes "berkas:SHA256:name", its bytes lie in
 * the home and are synced. What cannot be taken becomes a fault on its field and a refusal. */
MUST_USE bool documents_take(const struct login *s, const struct form *form, struct values *v,
                             struct arena *a, struct attachments *taken, struct fault *why);

/* Their rows, in the transaction of the command. */
MUST_USE bool documents_keep(const struct login *s, const struct attachments *l, struct fault *why);

/* A document of another home, as `loket filing export` tells it: what it was kept as, and where it
 * lies. It is taken in when its bytes are those; in the transaction that is under way. */
MUST_USE bool document_fetch(const struct login *s, const struct field *field, const char *stored,
                             const char *path, struct arena *a, struct fault *why);

/* SHA-256 of a file's bytes, as it is named by. */
#define DIGEST_ROOM 65
void document_digest(const struct bytes *b, char out[DIGEST_ROOM]);

/* ---- places.c ---- */
/* places.c: the lookup of a place that is open, and its first filling. */
void villages_open(struct app *p);
MUST_USE bool villages_fill(struct app *p, struct fault *why);
/* The names of the villages among the values of a form, where nobody filled them in. */
void villages_give(struct app *p, const struct form *form, struct values *v, struct arena *a);

/* ---- print.c ---- */
/* The page-set, or the table (RFC 4180), as the file home/cetak/NAME. */
MUST_USE bool page_put(const struct login *s, const char *template, const char *view,
                       const char *name, struct printed *out, struct fault *why);
MUST_USE bool table_put(const struct login *s, const struct table *t, const char *name,
                        struct printed *out, struct fault *why);

/* ---- papercheck.c: the names that templates read against those that the program gives ---- */
/* What is wrong becomes a fault of the survey, a template that nothing prints a warning. */
MUST_USE bool papers_survey(struct app *p, struct arena *a, struct data_survey *out,
                            struct fault *why);

/* ---- print.c, register.c, recon.c, report.c: specimens ---- */
/* A view in which every name stands, made as the real one from a filing or a table that says
 * nothing. */
struct specimen {
	const char *paper, *view;
};
enum { FILING_PAPERS = 5 };
void filing_specimens(struct app *p, struct arena *a, struct specimen *out);
struct specimen register_specimen(const struct app *p, struct arena *a);
struct specimen recon_specimen(const struct app *p, struct arena *a);
MUST_USE bool report_specimen(const struct app *p, bool monthly, struct arena *a,
                              struct specimen *out, struct fault *why);

/* ---- money.c: of one account; 0 where it is not among them ---- */
rupiah balance_of(const struct balances *all, const char *account);

/* ---- report.c: a table as rows of a view, by its columns' names ---- */
struct view;
void view_table(struct view *v, const char *name, const struct table *t);

#endif
