/* Shared by the commands: one run of a command, its options, and its output. */
#ifndef CMD_PRIVATE_H
#define CMD_PRIVATE_H

#include "loket/cmd.h"
#include "loket/service.h"
#include "loket/text.h"

enum format { FORMAT_TABLE, FORMAT_JSON, FORMAT_CSV, FORMAT_SHEET };

/* The options given; texts are "" and numbers 0 where an option is absent. */
struct options {
	const char *as, *filing, *period, *after, *step, *type, *bailiff, *area;
	const char *name, *roles, *unix_account, *password_file, *once;
	const char *reason, *balance, *cash, *evidence, *corrects, *bank, *to, *table;
	const char *keys;
	long long limit, commit, summons, pay_after, keep;
	enum format format;
	bool sample, people, check, dawn, pdf, ask, replace, again, transitions, fields, help,
	    version;
};

struct cmd {
	const struct call_table *table; /* calls.h */
	struct options options;
	const char *const *words; /* after the command's own */
	size_t word_count;
	struct app *app;
	struct login login;
	const struct rulebook *book;
	struct arena *a;
	/* Exit code of a successful command: the sandbox passes on that of another program. */
	int code;
};

/* ---- help.c ---- */
/* Of the commands that the words name: one, a family or all. */
bool cmd_help(struct cmd *c, struct fault *why);

/* ---- completion.c ---- */
bool cmd_completion(struct cmd *c, struct fault *why);

/* ---- init.c ---- */
bool cmd_init(struct cmd *c, struct fault *why);
void remark_court(const struct cmd *c); /* nothing where the court has its own profile */

/* ---- account.c ---- */
bool cmd_account_list(struct cmd *c, struct fault *why);

/* ---- backup.c ---- */
bool cmd_backup(struct cmd *c, struct fault *why);
bool cmd_restore(struct cmd *c, struct fault *why);

/* ---- upgrade.c ---- */
bool cmd_upgrade(struct cmd *c, struct fault *why);
/* Says where the copy lies, where there was something to do. */
MUST_USE bool upgrade_tell(struct cmd *c, struct fault *why);

/* ---- user.c ---- */
bool cmd_user_add(struct cmd *c, struct fault *why);
bool cmd_user_list(struct cmd *c, struct fault *why);
bool cmd_user_disable(struct cmd *c, struct fault *why);
bool cmd_user_enable(struct cmd *c, struct fault *why);
bool cmd_user_password(struct cmd *c, struct fault *why);
bool cmd_user_log(struct cmd *c, struct fault *why);
/* A new password: from the file that was named, or asked twice. The caller wipes it. */
enum { SECRET_ROOM = 256 };
MUST_USE bool secret_new(const struct cmd *c, char out[SECRET_ROOM], struct fault *why);

/* ---- progress.c ---- */
void progress_show(size_t done, size_t all);
/* For lock_watch(): whom a command waits for. */
void waiting_show(const struct lock_holder *holder);

/* ---- exchange.c ---- */
bool cmd_filing_import(struct cmd *c, struct fault *why);
bool cmd_filing_export(struct cmd *c, struct fault *why);

/* ---- filing.c ---- */
bool cmd_filing_list(struct cmd *c, struct fault *why);
bool cmd_filing_search(struct cmd *c, struct fault *why);
/* The filing that a word or --filing names. */
MUST_USE bool filing_named(struct cmd *c, const char *name, struct id *out, struct fault *why);
MUST_USE bool filing_of_option(struct cmd *c, struct id *out, struct fault *why);

/* ---- letters.c ---- */
bool cmd_letters_list(struct cmd *c, struct fault *why);

/* ---- tabayun.c ---- */
/* The year of --period, or this one. */
MUST_USE bool year_asked(const struct cmd *c, int *out, struct fault *why);
bool cmd_tabayun_list(struct cmd *c, struct fault *why);
bool cmd_tabayun_record(struct cmd *c, struct fault *why);
bool cmd_tabayun_appoint(struct cmd *c, struct fault *why);
bool cmd_tabayun_serve(struct cmd *c, struct fault *why);
bool cmd_tabayun_answer(struct cmd *c, struct fault *why);
bool cmd_tabayun_print(struct cmd *c, struct fault *why);
bool cmd_tabayun_register(struct cmd *c, struct fault *why);
bool cmd_tabayun_sent(struct cmd *c, struct fault *why);

/* ---- show.c ---- */
bool cmd_filing_show(struct cmd *c, struct fault *why);

/* ---- actname.c ---- */
/* The step that "skum" or "5" names, and the act of "skum.terbit" (NULL: none is named). */
MUST_USE bool act_named(const struct cmd *c, const char *word, const struct step **step,
                        const struct act **act, struct fault *why);

/* ---- fields.c ---- */
/* The values of a closed list, with commas; the kinds of a file; "" where anything may stand. */
const char *field_choice_words(const struct cmd *c, const struct field *field,
                               const struct form_scope *scope, size_t most);
bool fields_show(struct cmd *c, const struct form *form); /* NULL: nothing is asked */

/* ---- step.c ---- */
bool cmd_step(struct cmd *c, struct fault *why);
/* The same without a word about what went well. */
MUST_USE bool step_do(struct cmd *c, struct fault *why);

/* ---- relaas.c ---- */
bool cmd_relaas_list(struct cmd *c, struct fault *why);
bool cmd_relaas_print(struct cmd *c, struct fault *why);
bool cmd_relaas_send(struct cmd *c, struct fault *why);
bool cmd_relaas_workload(struct cmd *c, struct fault *why);
bool cmd_relaas_route(struct cmd *c, struct fault *why);
bool cmd_relaas_assign(struct cmd *c, struct fault *why);
bool cmd_print(struct cmd *c, struct fault *why);

/* ---- summons.c ---- */
bool cmd_summons_check(struct cmd *c, struct fault *why);
bool cmd_summons_days(struct cmd *c, struct fault *why);

/* ---- claim.c ---- */
bool cmd_claim(struct cmd *c, struct fault *why);

/* ---- why.c ---- */
bool cmd_why(struct cmd *c, struct fault *why);

/* ---- post.c ---- */
bool cmd_post_list(struct cmd *c, struct fault *why);
bool cmd_post_label(struct cmd *c, struct fault *why);
bool cmd_post_product(struct cmd *c, struct fault *why);
bool cmd_post_batch(struct cmd *c, struct fault *why);
bool cmd_post_hand(struct cmd *c, struct fault *why);
bool cmd_post_manifest(struct cmd *c, struct fault *why);
bool cmd_post_tracking(struct cmd *c, struct fault *why);

/* ---- report.c ---- */
bool cmd_report(struct cmd *c, struct fault *why);
bool cmd_register(struct cmd *c, struct fault *why);
bool cmd_status(struct cmd *c, struct fault *why);
bool cmd_outbox_list(struct cmd *c, struct fault *why);
bool cmd_outbox_retry(struct cmd *c, struct fault *why);
bool cmd_outbox_cancel(struct cmd *c, struct fault *why);

/* ---- statement.c ---- */
bool cmd_statement_list(struct cmd *c, struct fault *why);
bool cmd_statement_balances(struct cmd *c, struct fault *why);
bool cmd_statement_candidates(struct cmd *c, struct fault *why);
bool cmd_statement_match(struct cmd *c, struct fault *why);
bool cmd_statement_explain(struct cmd *c, struct fault *why);
bool cmd_statement_approve(struct cmd *c, struct fault *why);
bool cmd_statement_reject(struct cmd *c, struct fault *why);
/* --bank, or the court's first one. */
const char *bank_asked(const struct cmd *c);

/* ---- sop.c ---- */
bool cmd_sop(struct cmd *c, struct fault *why);

/* ---- money.c ---- */
bool cmd_suspense_list(struct cmd *c, struct fault *why);
bool cmd_suspense_settle(struct cmd *c, struct fault *why);
bool cmd_payout_list(struct cmd *c, struct fault *why);
bool cmd_recon(struct cmd *c, struct fault *why);
bool cmd_journal_show(struct cmd *c, struct fault *why);
bool cmd_journal_check(struct cmd *c, struct fault *why);

/* ---- closing.c ---- */
bool cmd_journal_accounts(struct cmd *c, struct fault *why);
bool cmd_journal_close(struct cmd *c, struct fault *why);
bool cmd_journal_closings(struct cmd *c, struct fault *why);
bool cmd_journal_know(struct cmd *c, struct fault *why);
bool cmd_journal_opening(struct cmd *c, struct fault *why);

/* ---- receipt.c ---- */
bool cmd_receipt_list(struct cmd *c, struct fault *why);
bool cmd_receipt_day(struct cmd *c, struct fault *why);
/* Which kwitansi of the filing has that number, "17/2026". */
bool receipt_named(struct cmd *c, const struct id *filing, const char *name, int *which,
                   struct fault *why);

/* ---- deposit.c ---- */
bool cmd_deposit_list(struct cmd *c, struct fault *why);
bool cmd_deposit_show(struct cmd *c, struct fault *why);
bool cmd_deposit_hand(struct cmd *c, struct fault *why);
bool cmd_deposit_receive(struct cmd *c, struct fault *why);
bool cmd_deposit_pay(struct cmd *c, struct fault *why);

/* ---- worklist.c ---- */
bool cmd_worklist(struct cmd *c, struct fault *why);

/* ---- book.c ---- */
bool cmd_book(struct cmd *c, struct fault *why);
bool cmd_audit_pack(struct cmd *c, struct fault *why);

/* ---- audit.c ---- */
bool cmd_audit_verify(struct cmd *c, struct fault *why);
bool cmd_audit_key(struct cmd *c, struct fault *why);

/* ---- data.c ---- */
bool cmd_data_check(struct cmd *c, struct fault *why);
bool cmd_data_consequences(struct cmd *c, struct fault *why);
bool cmd_data_try(struct cmd *c, struct fault *why);
bool cmd_data_list(struct cmd *c, struct fault *why);
bool cmd_data_history(struct cmd *c, struct fault *why);
bool cmd_data_update(struct cmd *c, struct fault *why);

/* ---- summonstext.c ---- */
bool cmd_data_summons(struct cmd *c, struct fault *why);

/* ---- doctor.c ---- */
bool cmd_doctor(struct cmd *c, struct fault *why);

/* ---- sandbox.c ---- */
bool cmd_sandbox(struct cmd *c, struct fault *why);
struct sandbox {
	struct child town, worker;
};
/* Starts both; `pay_after` seconds until the town pays what is asked, 0: it does not. sandbox_end()
 * in any case. */
MUST_USE bool sandbox_begin(struct cmd *c, const struct home *h, long long pay_after,
                            struct sandbox *out, struct fault *why);
void sandbox_end(struct sandbox *b);

/* ---- sample.c ---- */
MUST_USE bool sample_court(struct cmd *c, struct fault *why);

/* ---- output.c: the only writer ---- */
/* A table being filled. In a table for people the columns from `for_people` on are left out. */
struct rows {
	struct table table;
	size_t capacity, given;
	struct arena *a;
};
struct rows rows_start(const struct cmd *c, const char *title, const struct column *columns,
                       size_t count, size_t for_people);
void rows_add(struct rows *r, const char *const *cells); /* as many as there are columns */

/* Cells: for people as they read it, else as programs do (ISO 8601, bare digits). */
const char *cell_channel(const struct cmd *c, const char *key); /* of a summons */
const char *cell_outcome(const struct cmd *c, const char *key);
const char *cell_bank(const struct cmd *c, const char *key);
const char *cell_category(const struct cmd *c, const char *key); /* of the journal */
const char *cell_instant(const struct cmd *c, instant t);
const char *cell_day(const struct cmd *c, day d);
const char *cell_rupiah(const struct cmd *c, rupiah n);
const char *cell_number(const struct cmd *c, long long n);
const char *cell_yes(const struct cmd *c, bool yes);
/* A word or sentence of the program: a program reads it in Indonesian in every language. */
const char *cell_word(const struct cmd *c, const char *word);
const char *cell_sentence(const struct cmd *c, const char *stored);
const char *cell_state(const struct cmd *c, enum step_state s);

void output_table(const struct cmd *c, const struct table *t);
/* Several tables as one answer: JSON an object by name, for people one under the other. A CSV file
 * is one table, so --table is needed there; it picks one in any format. */
struct named_table {
	const char *name;
	struct table table;
};
MUST_USE bool output_parts(const struct cmd *c, const struct named_table *parts, size_t count,
                           struct fault *why);
void output_line(const char *text);

/* ---- sheet.c ---- */
bool cell_is_number(const char *s);
void sheet_begin(struct text *t);
void sheet_table(struct text *t, const char *name, const struct table *table);
void sheet_end(struct text *t);

/* ---- output.c ---- */
/* A remark for people, on the error output: "loket: …". */
void output_remark(const char *text);
void output_faults(const struct form_faults *list);
/* One of them; `more` is said behind it. */
void output_fault(const struct form_fault *f, const char *more);

#endif
