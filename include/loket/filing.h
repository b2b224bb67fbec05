/* One filing, whole, as the store reads it and the court judges it. Plain data; lists and texts
 * live in the arena it was read into. Only filing_stage() says which step a filing stands at. */
#ifndef LOKET_FILING_H
#define LOKET_FILING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/date.h"
#include "loket/form.h"
#include "loket/id.h"
#include "loket/money.h"
#include "loket/rulebook.h"

enum step_state {
	STEP_BLANK,    /* not begun */
	STEP_OPEN,     /* a clerk has to act */
	STEP_WAITING,  /* waits for bank, SIPP, admin or jurusita; the counter may go on */
	STEP_RETURNED, /* returned by verification */
	STEP_DONE
};
/* Who registered before: the values of steps 1 and 2 then, and the account of who showed the
 * evidence, another person where a body or an office found him. */
struct registrant {
	struct values account, evidence, shower;
};

enum waits_for { WAITS_NOBODY, WAITS_BANK, WAITS_SIPP, WAITS_ADMIN, WAITS_BAILIFF };
struct step_record {
	const char *key;
	enum step_state state;
	instant opened, done; /* the last time; INSTANT_NONE: not yet */
	instant turned;       /* since when it is in this state, for this party */
	int64_t spent;        /* milliseconds of counter time before `turned` */
	int64_t waited;       /* the same on the wall, for bank or SIPP */
	int round;            /* how often it was begun */
	enum waits_for waits_for;
};

/* A filled form of this filing. */
struct fill {
	const char *step; /* form's step key, also "persetujuan"; of call 2 "hasil.2" */
	struct values values;
	const char *by;
	instant at;
};

struct document {
	const char *digest; /* SHA-256, 64 hex digits: also its file name */
	const char *name;   /* as it was called when picked */
	const char *kind;   /* "application/pdf", by content */
	int64_t size;
};

/* What a line counts: so often, of what, by which rule. */
struct fee_count {
	int64_t times;
	const char *what, *basis;
};
struct skum_line {
	const char *component, *label;
	int64_t times;
	rupiah each, amount;
	const char *basis; /* decree or article */
	/* How it was reckoned, which is not kept with an e-SKUM that was issued: the counts add up
	 * to `times`. */
	const struct fee_count *counts;
	size_t count_count;
	const struct tariff *tariff; /* NULL: of no tariff */
	int party;                   /* of a call: the row of who is called; 0: of none */
};
struct skum {
	int round; /* from 1; 0: none was issued */
	const char *number;
	day on;
	rupiah total;
	const char *bank; /* key of the bank profile */
	const char *by;
	struct skum_line *lines;
	size_t line_count;
};

enum va_closing { CLOSING_NONE, CLOSING_EXPIRED, CLOSING_CANCELLED };
enum va_state { VA_ASKED, VA_LIVE, VA_PAID, VA_EXPIRED, VA_CANCELLED, VA_REFUSED, VA_TROUBLE };
struct va {
	int round;
	const char *trx;         /* our transaction id at the bank, fixed before it is sent */
	const char *customer_no; /* digits */
	const char *number;      /* as the bank gave it; "" until then */
	const char *bank;
	rupiah amount;
	instant asked; /* when; INSTANT_NONE: before this was kept */
	instant expires;
	/* While the bank is asked to extend it: the expiry it had before. INSTANT_NONE: no request
	 * pending. */
	instant agreed;
	enum va_state state;
	/* Its state once the bank has closed it; money that arrives before that takes precedence.
	 */
	enum va_closing closing;
	const char *note; /* for people: what the bank said when it refused */
};

struct payment {
	const char *id; /* the bank's paymentRequestId: accepted once */
	const char *trx;
	rupiah amount;
	instant at; /* the bank's time; the journal's day is that of `arrived` */
	const char *channel, *reference, *source; /* source: "notice", "status", "report" */
	bool suspense;                            /* not what was asked: wrong sum, second, late */
	const char *note;                         /* why it is in suspense */
	const char *outcome; /* of the settling of suspense: "panjar", "kembali", "" not yet */
	instant arrived;     /* ours, when we were told */
	const char *bank;    /* whose account it came into; "" : not known */
};

/* Money on its way out: prepared by one person, approved or rejected by another, then sent; a
 * transfer that the bank returns has bounced. */
enum payout_kind { PAYOUT_EXPENSE, PAYOUT_REST, PAYOUT_SUSPENSE, PAYOUT_MOVE };
enum payout_state { PAYOUT_WAITING, PAYOUT_APPROVED, PAYOUT_REJECTED, PAYOUT_SENT, PAYOUT_BOUNCED };
struct payout {
	int number; /* within the filing, from 1 */
	enum payout_kind kind;
	enum payout_state state;
	const char *what;                              /* "Redaksi, instrumen 12" */
	const char *component, *category, *instrument; /* of an expense; "" */
	const char *payment;                           /* that stood in suspense, "" */
	rupiah amount;
	day on;                             /* of an expense; DAY_NONE */
	const char *payee, *bank, *account; /* account "": paid against the instrument */
	const char *basis;                  /* power of attorney, judge's order, proof; "" */
	const char *by, *decided_by;        /* users; decided_by: "" nobody yet */
	const char *reference, *said;       /* of the transfer; why it was rejected or came back */
	bool reversed;                      /* the entry that booked it was taken back */
};

/* A kwitansi, "17/2026": of a payment, or of what went back. */
struct receipt {
	int64_t entry; /* of the journal */
	int year, serial;
	bool back;
	day posted;
	rupiah amount;
	const char *what;      /* as the journal has it */
	instant at, arrived;   /* of the payment; INSTANT_NONE */
	const char *reference; /* the bank's, of the payment */
	const char
	    *person; /* who paid for another filing, or to whom it went back; "" : who registers */
	const char *bank, *account, *transfer; /* to which it went back, and the bank's reference */
	const char *matter, *title; /* in the book: case or registration number, whose it is */
	const char *who;            /* who booked it, in full */
};

struct verdict_item {
	const char *key, *answer, *remark; /* ya, tidak, tidak_perlu */
};
struct verdict {
	int round;
	bool yes;
	const char *back_to, *message, *by;
	instant at;
	struct verdict_item *items;
	size_t count;
};

struct case_number {
	const char *number; /* "412/Pdt.G/2026/PA.Cth"; "" until SIPP gave it */
	const char *sipp_id;
	int64_t sequence;
	day registered;
	instant given; /* when it came; INSTANT_NONE: before this was kept */
	/* "5-7": numbers before it that are not in this database; "" : none. Reported once, not
	 * stored. */
	const char *skipped;
};

/* What was found when a summons was carried out, or what post, board or mission told of it; "" and
 * DAY_NONE where nothing was. */
struct summons_found {
	const char *met, *as; /* who was met or received it; his kinship or office */
	const char *hour;     /* "10.30" */
	const char *resi;     /* the post's number of the letter */
	const char *cause;    /* why it came back, of list sebab-retur */
	const char *medium;   /* where it was announced, beside the court's board */
	const char *note;
	day first;    /* of two announcements */
	day received; /* of a letter: received, or come back */
};
/* clang-format off */ /* its versions disagree about braces in macros */
#define FOUND_NOTHING { "", "", "", "", "", "", "", DAY_NONE, DAY_NONE }
/* clang-format on */

/* What a call costs, in rows of the journal; fixed when the call is ordered. */
struct call_cost {
	const char *category, *what; /* "pos"; "Panggilan" */
	rupiah amount;
};
enum { CALL_COSTS = 4 };

struct summons {
	int number; /* within the filing, from 1 */
	int party;  /* row of the parties' list */
	const char *name, *label, *address, *area;
	const char *channel, *reason; /* reason: why not the channel the rule says, or "" */
	day hearing;
	const char *time, *room;
	const char *bailiff; /* user's name */
	day deadline;        /* last day of service that is still in time */
	const char *outcome; /* key of an outcome, "" until it is recorded */
	day served;
	bool proper;
	const char *worth; /* key of enum summons_worth, "" until an outcome is recorded */
	int follows;       /* number of the call it repeats; 0: the first one of its party */
	const char
	    *base;    /* why it is made again: "tidak_hadir" "tidak_patut" "retur" "sidang_lain" */
	day ordered;  /* when it was ordered */
	day recorded; /* when what came of it was entered, whole; DAY_NONE: not yet */
	int mended;   /* entries that followed the first one, of what came of it */
	bool dropped; /* its case ended before it was carried out */
	struct call_cost costs[CALL_COSTS];
	size_t cost_count;
	bool booked; /* its costs stand in the journal */
	struct summons_found found;
};

struct warning {
	const char *step, *field;
	const char *text;     /* message id with the places %1 to %3 */
	const char *words[3]; /* in them; "" where there is none */
};
/* The sentence in the reader's language. */
const char *warning_say(const struct warning *w, struct arena *a);
/* Those of a filing, those that say the same of several once: "Kelamin: Budi, Umar laki-laki …". */
size_t warnings_joined(const struct warning *all, size_t count, struct arena *a,
                       struct warning **out);

struct filing {
	struct id id;
	int64_t version;   /* 0: does not exist yet */
	const char *reg;   /* registration number, opaque */
	const char *title; /* whom it is about, for lists */
	instant opened;
	day counts_from; /* day it counts for (after the closing hour: the next working day) */
	struct step_record *steps; /* all of the SOP's, in its order */
	size_t step_count;
	struct fill *fills;
	size_t fill_count;
	struct skum skum; /* the last one issued */
	struct va *vas;
	size_t va_count;
	struct payment *payments;
	size_t payment_count;
	struct payout *payouts;
	size_t payout_count;
	struct verdict verdict; /* the last one; round 0: none */
	struct case_number number;
	struct summons *summons;
	size_t summons_count;
	struct warning *warnings;
	size_t warning_count;
	/* By the journal: the rest of the advance, the part of it that is being returned to the
	 * payer, and what nobody collected, the State's now. */
	rupiah panjar, returning, forfeited;
	/* SIPP's answer when it was asked about the parties; "" : none yet. */
	const char *sipp_note;
};

/* One that does not exist yet: the SOP's steps, all blank. */
struct filing filing_blank(const struct id *id, const struct sop *sop, struct arena *a);
/* Empty values when not filled. */
/* "bank", "sipp", "admin", "jurusita", "" : as it is stored and exported. */
const char *waits_for_word(enum waits_for whom);
const struct fill *filing_fill(const struct filing *f, const char *step); /* NULL: none yet */
const struct values *filing_values(const struct filing *f, const char *step);
const char *filing_value(const struct filing *f, const char *step, const char *field);
/* A call by its number, NULL: there is none; and what was recorded of it last, mended or not. */
const struct summons *filing_summons(const struct filing *f, int number);
const struct values *summons_values(const struct filing *f, int number);
rupiah summons_cost(const struct summons *s);
/* Which call of its party it is: 1, 2, 3. */
int summons_turn(const struct filing *f, const struct summons *s);
/* The call that repeats it, NULL: none does. */
const struct summons *summons_after(const struct filing *f, const struct summons *s);
struct step_record *filing_step(const struct filing *f, const char *key); /* NULL: no such step */
/* The place (from 0) of the first step that is not done; step_count when all are. */
size_t filing_stage(const struct filing *f);
rupiah filing_paid(const struct filing *f); /* what was paid and is not in suspense */
const struct payment *filing_last_payment(const struct filing *f); /* the same; NULL: none */
const struct va *filing_va(const struct filing *f);                /* the newest, or NULL */
/* The bank whose account holds its money; "" : none does yet. */
const char *filing_bank(const struct filing *f);
day filing_hearing(const struct filing *f); /* as step 9 has it; DAY_NONE: not set */
/* The scope in which a form of this filing is checked. All of it but `own` and the lists is copied
 * into `a`, so that it stays valid when the filing is read again. */
struct form_scope filing_scope(const struct filing *f, const struct values *own,
                               const struct choices *lists, size_t list_count, day today,
                               struct arena *a);

#endif
