/* Rows of lists: what a screen or a command asks for and what it gets. No connection, no SQL: the
 * service checks the right to look and the store reads. Rows and texts live in the given arena. */
#ifndef LOKET_QUERY_H
#define LOKET_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/filing.h"

/* ---- the whole ---- */
/* Rows of the tables that only grow: what a copy of the database is known by. */
struct store_counts {
	int64_t filings, events, payments, entries, documents;
};

/* ---- Beranda ---- */
/* One step. */
struct board_row {
	int64_t waiting, late;
	instant oldest; /* since when the oldest waits; INSTANT_NONE */
};
/* Just now. */
struct news_row {
	instant at;
	const char *what; /* "lunas", "nomor", "kembali" */
	const char *title, *detail;
	struct id filing;
};
/* Bank, SIPP, mail server. */
struct link_state {
	const char *name; /* "bank", "sipp", "mail" */
	bool up;
	instant since;   /* of the present state; INSTANT_NONE: never tried */
	int64_t waiting; /* messages */
	const char *error;
	int64_t apart; /* its clock before ours, milliseconds */
};
/* Steps that ended in one hour of today. */
struct hour_row {
	int64_t ended, kept; /* kept: within the norm of the step */
};
enum { DAY_HOURS = 24 };
struct board {
	struct hour_row hours[DAY_HOURS];
	struct board_row *steps; /* as many as the SOP has */
	size_t step_count;
	struct news_row *news;
	size_t news_count;
	struct link_state bank, sipp, mail;
	instant newest; /* what was written last; INSTANT_NONE: nothing was */
};

/* ---- Daftar ---- */
enum list_order { LIST_NEWEST, LIST_OLDEST, LIST_NAME };
/* Results of a search by words are ordered by age even when LIST_NAME is asked; those of a search
 * by registration or case number by that number. */
struct list_query {
	const char *search; /* words of a name, a NIK, registration or case number; "" : all */
	const char *step;   /* filings that stand at this step, "" : any */
	const char *type;   /* case type id, "" : any */
	enum list_order order;
	const char *after; /* opaque key of the row to go on after, "" : from the start */
	bool backward;     /* the page before `after` */
	int limit;
};
struct list_row {
	struct id filing;
	const char *key; /* for `after` */
	const char *reg, *number, *title, *type;
	int stage; /* number of the step it stands at, from 1 */
	enum step_state state;
	instant since;
	bool late;
};
struct list_page {
	struct list_row *items;
	size_t count, capacity;
	bool more;     /* rows follow, in the direction asked */
	int64_t asked; /* filings of the step and type; -1: among which was searched */
	int64_t total; /* filings in the store, for "3 ditemukan di antara 1.284.302" */
};

/* ---- history, presence, drafts ---- */
struct history_row {
	instant at;
	const char *who, *step, *act, *text;
	const char *before, *after; /* JSON of a form's values, or "" */
};
struct history {
	struct history_row *items; /* newest first */
	size_t count, capacity;
};
/* A form that was filled in again since verification returned the filing, with its earlier values.
 */
struct mended {
	const char *form; /* its step key */
	struct values was;
};
struct mended_list {
	struct mended *items;
	size_t count, capacity;
};
struct presence_row {
	const char *who, *step;
	instant since;
};
struct draft {
	struct id filing;
	const char *step; /* form's step key */
	struct id aside;  /* none: the one to go on with; else the command of a session that was
	                  * overtaken */
	struct id edition,
	    was;        /* another at each keeping; the one it takes the place of, or none */
	bool overtaken; /* not kept: another session kept it since, or finished it */
	int64_t seen;   /* version of the filing when it was begun */
	struct values values;
	const char *focus; /* path of the field that was left last */
	const char *title; /* of the filing, or the first name in the draft */
	instant at;
	/* The command id fixed when F10 was pressed, none before: so that F10, kill, F10 happens
	 * once. */
	struct id command;
	instant dropped; /* when it was thrown away, or INSTANT_NONE */
};
struct drafts {
	struct draft *items; /* newest first, behind them those thrown away */
	size_t count, capacity;
	size_t open; /* without those thrown away */
};

/* ---- panggilan: the bailiff's menu ---- */
struct bailiff_row {
	struct id filing;
	int summons;
	const char *number, *name, *label, *area, *channel;
	day hearing, deadline;
	const char *outcome;
	bool printed;
	const char *bailiff, *address, *time;
	const char *village; /* its code, "" : not known */
	/* What one way serves: the district of those that are walked to, the channel of the others.
	 * Set by service_bailiff(). */
	const char *round;
	/* The bailiff is to carry it out, or make the second of two announcements. The same. */
	bool waits;
};
struct bailiff_list {
	/* Those that wait, round by round, then those with an outcome of the last days. */
	struct bailiff_row *items;
	size_t count, capacity;
};

struct work; /* loket/court.h */
struct work_list {
	struct work *items;
	size_t count, capacity;
};

/* ---- registered post ---- */
enum post_state {
	POST_WAITS, /* without a number yet */
	POST_READY, /* its label was scanned */
	POST_SENT,  /* handed to the carrier, receipt not proven */
	POST_ENDED  /* received or returned */
};
struct post_row {
	struct id filing;
	int summons;
	const char *number, *name, *label, *address, *village, *phone, *bailiff;
	day hearing;
	const char *time;
	day deadline; /* last day to hand it over */
	const char *outcome;
	day served, received;                        /* handed over; received or come back */
	const char *resi, *carrier, *product, *zone; /* zone: its key */
	rupiah fee;                                  /* -1: no tariff says it */
	int64_t batch;                               /* 0: in none */
	bool replaced;                               /* the party was called once more since */
	enum post_state state;
	bool urgent; /* not proven, not replaced, and the hearing is near */
};
struct post_list {
	struct post_row *items; /* by their last day, then those sent, then ended */
	size_t count, capacity;
	size_t states[POST_ENDED + 1];
	size_t urgent;
};
struct post_batch {
	int64_t number;
	const char *carrier, *who;
	day on;
	instant at;
};

/* ---- messages ---- */
struct outbox_row {
	int64_t number;
	struct id filing;
	const char *to, *kind, *key, *state; /* waiting, sending, done, dead */
	struct values body;
	int tries;
	instant made, due;
	const char *error;
	const char *title;
};
struct outbox_list {
	struct outbox_row *items;
	size_t count, capacity;
};

/* ---- a bank's own word of what was paid: its report, or a statement in a file ---- */
/* What was made of a line: new; told before; one with its reference stands here that says another
 * time, amount or account. */
enum statement_fate { LINE_TAKEN, LINE_KNOWN, LINE_DIFFERS };
/* Which holds where a line differs: what stands here, what is told now, or both as two payments. */
enum statement_hold { HOLD_HERE, HOLD_TOLD, HOLD_BOTH };
/* Whose word a line is: not kept once; the bank's report or its answer of one payment; a file. */
enum source_kind { SOURCE_UNKNOWN, SOURCE_REPORT, SOURCE_STATUS, SOURCE_FILE };
struct statement_source {
	enum source_kind kind;
	const char *digest; /* SHA-256 of what was read */
	const char *name;   /* of the file, "" */
	const char *who;    /* the user who read it */
	bool both_sides;    /* it lists what goes out too */
	bool has_balance;   /* it states them: */
	rupiah opening, closing;
};
struct statement_line {
	const char *va_digits; /* the number as the payer typed it */
	const char *trx;       /* ours; "" : not given */
	const char *payment;   /* the id under which a notice of it is counted */
	const char *reference; /* the bank's */
	const char *what;      /* as the bank describes it, "" */
	rupiah amount;         /* what goes out is negative */
	instant at;            /* INSTANT_NONE not told */
	bool own_word;         /* as it stands here: the bank itself has told it */
	/* once it was written: */
	enum statement_fate fate;
	struct {
		const char *va_digits;
		rupiah amount;
		instant at;
	} was; /* where it differs: what stood here */
};
struct statement {
	const char *bank; /* profile key */
	day first, last;  /* all payments of these days, both within */
	struct statement_line *items;
	size_t count, capacity;
	enum statement_hold hold;
	struct statement_source from;
};

/* ---- money, as the kasir looks at it ---- */
/* Money that was no payment of what was asked, not settled yet. */
struct suspense_row {
	const char *id;
	struct id filing; /* none: for an unknown account */
	const char *va;   /* trx of the account, or the digits that were typed */
	const char *channel, *reference, *note, *reg, *title;
	rupiah amount;
	instant at;      /* the bank's time */
	instant arrived; /* ours, when we were told */
};
struct suspense_list {
	struct suspense_row *items; /* oldest first */
	size_t count, capacity;
};
/* Who registers for others and has done so before, as he filled in steps 1 and 2 last. */
struct holder_row {
	const char *kind, *organisation, *bank; /* ids of choices */
	const char *name, *body, *card, *address, *phone, *email, *account, *owner;
	day until;       /* of an advocate's card; DAY_NONE: he has none */
	const char *reg; /* of the last filing */
	int64_t count;   /* how many there were */
};
struct holder_list {
	struct holder_row *items; /* whose card ends first, then by name */
	size_t count, capacity;
};
/* Money that waits for the panitera, or for its transfer. */
struct payout_row {
	struct payout payout;
	struct id filing; /* none: of an unknown account */
	instant at;       /* prepared */
	const char *reg, *title;
};
struct payout_list {
	struct payout_row *items;
	size_t count, capacity;
};
/* One entry of a case's page. */
struct journal_row {
	int64_t number;
	day posted;
	const char *what, *who;
	rupiah in, out, left; /* left: after this entry */
	const char *category; /* of list kategori-jurnal, "" */
	/* In a book: when it was written, by whom in full, its case and title, and the bank's
	 * reference or the instrument that stands behind it. */
	instant at;
	const char *person, *matter, *title, *proof;
	int64_t reverses, reversed; /* it takes that entry back; that one takes it back; 0 */
};
struct journal_page {
	struct journal_row *items;
	size_t count, capacity;
};
/* What is read for a book: entries of days, or of one filing, as they change these accounts. */
struct book_ask {
	const char *accounts; /* with blanks before, between and behind: " panjar pengembalian " */
	int sign;             /* -1 where what comes in is owed, 1 where it is there */
	day first, last;
	const struct id *filing; /* NULL: of all */
};
struct balance {
	const char *key, *name;
	rupiah amount; /* debit positive */
};
struct balances {
	struct balance *items;
	size_t count, capacity;
};
/* Kwitansi (loket/filing.h). */
struct receipt_list {
	struct receipt *items;
	size_t count, capacity;
};
/* Money for the State on its way there, "3/2026": handed over, received, paid in. */
struct deposit {
	int64_t number;
	int year, serial;
	const char *account; /* "pnbp", "negara" */
	int64_t after, last; /* the entries it covers: behind the one, up to the other */
	rupiah amount;
	const char *who, *person; /* user who handed it over, in full */
	instant at;
	const char *received_by, *receiver; /* the same of who received it; "" nobody yet */
	instant received_at;
	const char *billing, *ntpn, *paid_by; /* "" : not paid in */
	day paid;
};
struct deposit_list {
	struct deposit *items;
	size_t count, capacity;
};
/* What the treasury says of a deposit. */
struct deposit_paid {
	const char *billing, *ntpn;
	day on; /* DAY_NONE: today */
};
/* The court's account at one bank, at the end of a day. */
struct account_row {
	const char *bank, *label; /* bank "": of entries from before this was kept */
	rupiah book;
	bool has_told;
	rupiah told; /* what the bank's lines make of the book */
	bool has_stated;
	rupiah stated; /* by the last statement that states its balance */
	bool has_typed;
	rupiah typed; /* by who closes, as read on the bank's statement */
};
struct account_list {
	struct account_row *items;
	size_t count, capacity;
};
/* A berita acara: of a day or a month, with all days before it; or of a look by surprise, or of an
 * account taken over from the book on paper, which close none. */
struct closing {
	int64_t number;
	int year, serial; /* "3/2026" */
	day last;
	bool month, surprise;
	const char *opens;                /* bank whose account it takes over; "" : none */
	const char *corrects, *corrected; /* names of others, "" : none */
	rupiah book, bank, cash;          /* bank: -1 not asked */
	bool has_told;
	rupiah told; /* what the bank reported makes of the book */
	const char *reason, *evidence, *who, *known_by;
	instant at, known_at;
	struct account_list accounts;
};
/* What an account held at the end of a day before its first entry here. */
struct opening {
	const char *bank;
	struct balances parts; /* by account: whose money it is; each more than 0 */
	int64_t entry;         /* of the journal; 0: it had held nothing */
	bool handed;           /* some of it is on its way to the State */
};
struct closing_list {
	struct closing *items;
	size_t count, capacity;
};
enum recon_side { RECON_BOTH, RECON_BANK, RECON_HERE };
/* How far the bank itself stands behind a line. */
enum line_proof {
	PROOF_UNKNOWN,     /* read before sources were kept, or none of the bank's */
	PROOF_BANK,        /* its own report, answer or notice */
	PROOF_FILE,        /* a file, of what the bank's reports do not list */
	PROOF_UNCONFIRMED, /* a file; the bank can be asked and has not told it yet */
	PROOF_CONTRADICTED /* a file; the bank's report of that time does not list it */
};
/* What a line at the bank is, as somebody explained it. */
enum explanation_kind {
	EXPLAINS_PAYMENT,
	EXPLAINS_ENTRY,
	EXPLAINS_COST,
	EXPLAINS_INTEREST,
	EXPLAINS_TRANSFER,
	EXPLAINS_PAPER /* an expense of a case that is kept on paper */
};
enum explanation_state { EXPLANATION_NONE, EXPLANATION_WAITS, EXPLANATION_STANDS };
struct explanation {
	int64_t number;
	enum explanation_kind kind;
	enum explanation_state state;
	int64_t entry;     /* of the journal; 0: none yet */
	const char *other; /* bank that it was moved to, "" */
	const char *reason;
	const char *who, *name; /* the user who explained it; his full name */
	const char *second;     /* full name of who approved it, "" : nobody */
};
struct recon_row {
	enum recon_side side;
	const char *bank, *key; /* key: of the bank's line, "" where it has none */
	const char *va, *reference, *payment, *reg, *title;
	const char *what; /* as the bank, or the journal, describes it */
	struct id filing;
	rupiah amount; /* what goes out is negative */
	instant at;
	day booked; /* of the bank's line, by its entry; DAY_NONE: not known */
	enum line_proof proof;
	struct explanation by; /* of the bank's line */
	struct statement_source from;
};
/* A statement that states its balances. */
struct sheet_row {
	const char *bank, *name;
	instant since, until; /* its first and last line */
	rupiah opening, closing, total;
	rupiah before; /* the balance that the statement before it leaves at its beginning */
};
struct sheet_list {
	struct sheet_row *items; /* by bank and time */
	size_t count, capacity;
};
/* An entry of the journal that a line at the bank may be. */
struct candidate_row {
	int64_t entry;
	day posted;
	const char *what, *reg;
	bool named; /* the line has its reference or instrument */
};
struct candidate_list {
	struct candidate_row *items;
	size_t count, capacity;
};
enum ask_state { ASK_WAITS, ASK_TOLD, ASK_REFUSED };
/* A request for a bank's list of payments. */
struct statement_ask {
	const char *bank; /* profile key */
	struct period days;
	day next; /* it is asked for day by day */
	const char *who;
	instant at, due; /* due: when it is tried next */
	enum ask_state state;
	int tries;
	const char *said; /* the bank's last word, or what went wrong */
};
struct ask_list {
	struct statement_ask *items;
	size_t count, capacity;
};
struct recon {
	struct period days;
	struct recon_row *items;
	size_t count, capacity;
	size_t rows[3]; /* by side */
	rupiah sums[3];
	struct ask_list asks;
};
/* Work with money that waits: of a case, of suspense, of a closing or of the court. */
struct work_item {
	struct id filing;           /* none: of no filing */
	const char *matter, *title; /* case number, or what else it is; whose */
	rupiah amount;
	day since;
	bool late;
};
struct work_items {
	struct work_item *items; /* oldest first */
	size_t count, capacity;
};
/* Two books that should say the same and do not. */
struct difference {
	const char *what, *of;
	rupiah here, there;
};
struct differences {
	struct difference *items;
	size_t count, capacity;
};

/* ---- data files that were changed ---- */
struct data_change {
	const char *name, *who; /* the file; the Unix account it belongs to, "" */
	instant at;             /* when it was written */
	int gone, come;         /* lines */
	const char *lines;      /* "- as it was", "+ as it is", a line each; the first of them */
};
struct data_changes {
	struct data_change *items; /* newest first */
	size_t count, capacity;
};

/* ---- people who log in ---- */
struct user_row {
	const char *name, *full_name, *roles; /* role keys with blanks between */
	const char *unix_account;
	bool disabled;
};
struct user_list {
	struct user_row *items;
	size_t count, capacity;
};
/* What was done to an account. */
struct user_act {
	int64_t number;
	instant at;
	const char *who, *user; /* who: "" nobody had logged in */
	const char *what;       /* "dibuat", "peran", …: user_act_name() */
	const char *was, *became;
};
struct user_act_list {
	struct user_act *items; /* newest first */
	size_t count, capacity;
};

/* What figures count: a register and a case type, or what ended at a step, within a period. NULL:
 * all of them; a type of "" is that of filings that have none yet. */
struct figures_of {
	const char *alur, *type, *step, *period;
};

/* ---- any list as text: reports, and what headless commands print ---- */
enum column_kind {
	COLUMN_TEXT,
	COLUMN_NUMBER, /* right-aligned; a JSON number */
	COLUMN_YESNO,  /* "true" or "false", for programs; a JSON boolean */
	COLUMN_KEY     /* of data/ or the program, for programs; people do not see it */
};
struct column {
	const char *name;  /* key in JSON and CSV */
	const char *title; /* translated head */
	enum column_kind kind;
};
struct table {
	const char *title;
	const struct column *columns;
	size_t column_count;
	const char **cells; /* row by row */
	size_t row_count;
};

/* ---- checking what was written for ever ---- */
enum audit_what {
	AUDIT_CHANGED,  /* a row or a file is not as it was written */
	AUDIT_GONE,     /* it is not there any more */
	AUDIT_INSERTED, /* it was not written by Loket */
	AUDIT_CHAIN,    /* the chain itself was changed there */
	AUDIT_HEAD,     /* it does not end where it was signed */
	AUDIT_SCHEMA,   /* a table, index, trigger or view is not this program's */
	AUDIT_ORPHAN,   /* a file that nothing names: a refused act may have left it */
};
/* What is wrong and where. */
struct audit_finding {
	enum audit_what what;
	const char *of, *row; /* table, or folder; the row's key, or the file's name */
	const char *reg;      /* of the filing; "" : of none */
	const char *note;     /* msgid or text */
	instant at;           /* when it was written; INSTANT_NONE: not known */
};
struct audit {
	struct audit_finding *items;
	size_t count, capacity;
	int64_t rows, documents, papers; /* that were checked */
	size_t orphans;                  /* of the findings: they alone are no harm */
};

#endif
