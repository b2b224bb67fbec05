/* A command: what a person or a machine asks of the court. A decision: what follows from it.
 *
 * A command carries all that a decision may depend on beside the filing: its id, the time, the
 * user. So the same command on the same filing always gives the same decision, and a command sent
 * twice takes effect once. */
#ifndef LOKET_COMMAND_H
#define LOKET_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/acts.h"
#include "loket/filing.h"

/* What the bank, or the worker's clock, says of a virtual account. */
struct va_told {
	const char *trx;
	const char *number; /* act_va_made */
	instant expires;    /* act_va_made, act_va_extended; INSTANT_NONE: as it was asked for */
	const char *note;   /* act_va_refused, act_va_not_extended: why */
};
struct payment_told {
	const char *id; /* the bank's paymentRequestId: accepted once */
	const char *trx;
	rupiah amount;
	instant at; /* INSTANT_NONE: not given */
	const char *channel, *reference, *source;
	const char
	    *acknowledged; /* by whom, where a person took the bank's report for it; or NULL */
	const char *by;    /* the user who did; NULL: none */
};
/* The number SIPP gives. */
struct number_told {
	const char *number; /* "412/Pdt.G/2026/PA.Cth" */
	const char *sipp_id;
	int64_t sequence;
	day registered;
};
/* Which running cases know the parties. */
struct parties_told {
	const struct sipp_found *items;
	size_t count;
	const char *note; /* in place of an answer, why there is none; NULL: it is one */
};
/* What became of a letter by mail. */
struct mail_told {
	const char *key;  /* of the message it went by */
	const char *said; /* by the server: its answer, or the status and diagnostic of a bounce */
};
struct sipp_case;
/* What a machine tells, in the numbers and instants it was read into. */
struct payload {
	enum payload_kind kind; /* as the act has it, or the command is refused */
	union {
		struct va_told va;
		struct payment_told payment;
		struct number_told number;
		const struct sipp_case *sipp_case;
		struct parties_told parties;
		struct mail_told mail;
		const char *note;
	};
};

struct command {
	struct id id; /* fixed when the command is made, before it is sent for the first time */
	instant at;
	instant begun;   /* when the form was opened: the clock of the first step starts there */
	const char *who; /* user name; "bank" and "sipp" for the worker's */
	struct id filing;
	int64_t seen; /* version of the filing that was looked at; -1: any (worker) */
	const struct act *act;
	struct values values; /* of the act's form */
	struct payload payload;
	int64_t answers; /* number of the outbox row this answers, closed with it; 0: none */
};

/* ---- decision.c: what follows: changes to rows, messages to others, one line of history ---- */
enum change_kind {
	CHANGE_OPEN,    /* a filing is born: reg, counts_from */
	CHANGE_TITLE,   /* title, case type, alur: what lists are sorted and filtered by */
	CHANGE_FILL,    /* the values of a form */
	CHANGE_STEP,    /* a step's new state */
	CHANGE_PARTIES, /* replaces all parties: names found by search, known people */
	CHANGE_SKUM,
	CHANGE_JOURNAL, /* entries that sum to zero */
	CHANGE_VA,      /* by trx: new or new state */
	CHANGE_PAYMENT,
	CHANGE_PAYOUT, /* by number: new or new state */
	CHANGE_SETTLE, /* money in suspense, of this filing or of none, is decided on */
	CHANGE_VERDICT,
	CHANGE_NUMBER,
	CHANGE_SUMMONS,  /* by number: new or outcome recorded */
	CHANGE_WARNINGS, /* replaces all warnings of a step */
	CHANGE_SIPP_NOTE,
	CHANGE_ATTORNEY, /* a letter of attorney is registered, once */
	CHANGE_END,      /* the day the filing ended, for the reports */
	CHANGE_COUNTER,  /* a counter moves on by one */
	CHANGE_KINDS
};
struct party_row {
	int row;
	const char *side, *label, *name, *nik, *phone, *email, *village;
	day born; /* DAY_NONE: not said */
};
struct journal_entry {
	const char *account;  /* "bank", "panjar", "suspense", "pnbp", "pengembalian", "negara" */
	rupiah amount;        /* debit positive, credit negative */
	const char *category; /* of list kategori-jurnal; "" or NULL: none */
	const char *bank;     /* of account "bank": at which bank; "" or NULL: not known */
};
struct change {
	enum change_kind kind;
	union {
		struct {
			const char *reg;
			day counts_from;
		} open;
		struct {
			const char *title, *type, *alur;
		} title;
		struct {
			const char *step;
			struct values values;
			const struct form *form;
		} fill;
		struct step_record step;
		struct {
			const struct party_row *items;
			size_t count;
		} parties;
		struct skum skum;
		struct {
			day on;
			const char *what, *by; /* by: NULL the user of the command */
			const struct journal_entry *items;
			size_t count;
			int payout;       /* that it books; 0: none */
			int64_t reverses; /* the entry that it takes back; 0: none */
		} journal;
		struct va va;
		struct payment payment;
		struct payout payout;
		struct {
			const char *payment, *outcome, *reason;
			rupiah amount;
		} settle;
		struct verdict verdict;
		struct case_number number;
		struct summons summons;
		struct {
			const char *step;
			const struct warning *items;
			size_t count;
		} warnings;
		const char *sipp_note;
		struct {
			int row; /* struct attorney */
			day registered;
			int first; /* number of a year's series */
		} attorney;
		day ended;
		const char *counter;
	} to;
};

struct message {
	const char *to;   /* "bank", "sipp" or "mail" */
	const char *kind; /* "create-va", "status", "delete-va"; "check", "register", "relaas" */
	const char *key;  /* idempotency key: the same each time this message would be made */
	instant due;      /* not before */
	const char *
	    replaces; /* key of an earlier one that is no longer sent if it was given up; or NULL */
	struct values body;
};

struct decision {
	struct arena *a;
	/* What is decided on what: set by court_decide(). */
	const struct rulebook *book;
	const struct filing *filing;
	const struct command *command;
	struct change *changes;
	size_t change_count, change_capacity;
	struct message *messages;
	size_t message_count, message_capacity;
	/* Those that stop: nothing is applied; the others become warnings. */
	struct form_faults faults;
	const char *event; /* one sentence for the history, e.g. "e-SKUM 00012 terbit, Rp855.000" */
	/* Written, and yet what was asked did not come about, as with a wrong code, which counts.
	 * Whoever asked is told the event as a refusal. */
	bool denied;
};

struct change *decision_change(struct decision *d, enum change_kind kind);
struct message *decision_message(struct decision *d, const char *to, const char *kind,
                                 const char *key, instant due);

/* ---- follow.c ---- */
/* What was asked, and what followed. */
struct decided {
	const struct command *c;
	const struct decision *d;
};
/* What the decision makes of its filing, so that the next one can be decided before the
 * first is written. Texts are shared with the decision. */
void filing_follow(struct filing *f, const struct command *c, const struct decision *d,
                   struct arena *a);

/* ---- number.c ---- */
/* Next of each counter, read in the same transaction. */
struct numbers {
	int64_t reg, va;
	int64_t skum; /* in the register of the filing */
};
/* The counters' names for a given day: "register/2026-11-25", "va". 32 bytes. */
enum counter { COUNTER_REG, COUNTER_VA, COUNTER_COUNT };
void counter_name(enum counter c, day today, char *out, size_t capacity);
/* "skum/Pdt.G/2026"; "skum/2026" where the court's format does not name the register. */
const char *skum_counter(const struct rulebook *b, const struct filing *f, day today,
                         struct arena *a);

/* Another filing in which a party may stand: one of the same NIK, or of the same name, in whatever
 * spelling, who was born on the same day. */
struct running {
	int row;           /* of the party */
	const char *alike; /* the other's name where only that is the same; "" : it is the NIK */
	const char *type;  /* id of the kind */
	const char *name;  /* its case number, or its registration number until it has one */
};
/* An entry of the filing's journal that a correction names; number 0: there is none. */
struct entry_told {
	int64_t number;
	const char *what;
	int payout;                 /* the expense that it books, 0 */
	int64_t reverses, reversed; /* it takes that one back; that one takes it back; 0 */
	bool handed;                /* it was the State's, and is handed over */
	struct journal_entry *items;
	size_t count, capacity;
};
/* What was found of a stored document. */
struct paper_fact {
	const char *digest;
	bool readable;
};
struct paper_facts {
	struct paper_fact *items;
	size_t count, capacity;
};
/* The clock of bank or SIPP that is farthest from ours, by what the worker measured last. */
struct partner_clock {
	const char *name; /* "bank", "sipp"; "" : none was measured */
	int64_t apart;    /* before ours, milliseconds */
	instant measured; /* by ours */
};

struct context {
	const struct rulebook *book;
	/* Read in the same transaction, when parties are filled in. */
	const struct running *running;
	size_t running_count;
	const struct choices *lists; /* the book's and those of the day ("jurusita") */
	size_t list_count;
	struct numbers next;
	instant newest; /* of what is written, for a new filing; INSTANT_NONE: nothing is */
	struct partner_clock partner;
	bool trusts_clock;         /* the user may register by a clock that is doubted */
	struct paper_facts papers; /* of the documents, where verification decides on them */
	const char *code; /* that proves the domicile which is decided on; NULL or "" : none */
	day closed;       /* the last closed day; DAY_NONE: none is */
	rupiah held;      /* in suspense of the payment that is decided on; 0: nothing */
	bool held_here;   /* it came for this filing */
	struct entry_told entry; /* that a correction names */
	struct {                 /* of the number SIPP gives: what is here of its alur and year */
		int64_t below;   /* the highest below it, 0: none */
		const char *holder; /* the registration it stands with already, "" : none */
	} series;
};

/* One bit for each enum step_state. */
#define FROM_BLANK    (1u << STEP_BLANK)
#define FROM_OPEN     (1u << STEP_OPEN)
#define FROM_WAITING  (1u << STEP_WAITING)
#define FROM_RETURNED (1u << STEP_RETURNED)
#define FROM_DONE     (1u << STEP_DONE)
#define FROM_TURN     (FROM_OPEN | FROM_RETURNED)
#define FROM_BEGUN    (FROM_TURN | FROM_WAITING | FROM_DONE)

/* ---- decide.c ---- */
/* Could the act be done now, whatever its values? False with the reason. */
MUST_USE bool court_may(const struct rulebook *b, const struct filing *f, const struct act *act,
                        struct fault *why);
/* Checks what all decisions share: the step is in a state in which the act is allowed, the form is
 * valid; then calls the act's own function. False: refused; `why` has the reason, and d->faults the
 * fields concerned. */
MUST_USE bool court_decide(const struct context *s, const struct filing *f, const struct command *c,
                           struct decision *d, struct fault *why);
/* What the rules say of the values, whatever the step's state: d->faults, those that stop and those
 * that warn. Nothing of the decision is to be applied. */
void court_judge(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d);

#endif
