/* The journal, money in suspense, and the closing of days and months. */
#ifndef LOKET_STORE_MONEY_H
#define LOKET_STORE_MONEY_H

#include "loket/store.h"

/* ---- journal.c ---- */
/* Each entry sums to zero, all together too. */
MUST_USE bool journal_check(struct store *s, struct fault *why);

/* ---- money.c ---- */
MUST_USE bool suspense_read(struct store *s, struct arena *a, struct suspense_list *out,
                            struct fault *why);
MUST_USE bool suspense_find(struct store *s, const char *id, struct arena *a,
                            struct suspense_row *out, bool *found, struct fault *why);
/* Who books what belongs to no filing, and when. */
struct booking {
	const char *who;
	const char *what; /* in the journal; NULL: why it is in suspense */
	day on;
	instant at;
	const char *bank; /* whose account the money leaves; NULL: it stays in the court's hands */
};
/* Stores and books money for an unknown account once; both inside begin/commit. */
MUST_USE bool stray_write(struct store *s, const struct payment *p, const struct booking *b,
                          struct fault *why);
/* Returns it to the payer; the bank did so, or the kasir has. */
MUST_USE bool stray_return(struct store *s, const char *id, const char *reason,
                           const struct booking *b, struct arena *a, struct fault *why);
MUST_USE bool journal_page_read(struct store *s, const struct id *filing, struct arena *a,
                                struct journal_page *out, struct fault *why);
/* An entry of the filing by its number; number 0 in `out`: it has none of it. */
MUST_USE bool journal_entry_find(struct store *s, const struct id *filing, int64_t number,
                                 struct arena *a, struct entry_told *out, struct fault *why);
/* ---- book.c ---- */
/* The entries in the order of their days; `before`: what stood in the accounts when the first day
 * began. `left` goes on from it. */
MUST_USE bool book_read(struct store *s, const struct book_ask *ask, struct arena *a,
                        rupiah *before, struct journal_page *out, struct fault *why);
/* The lines of these days' entries, each a row of nine cells: number, day, time (UTC), case, what,
 * user, account, category, amount. */
MUST_USE bool ledger_read(struct store *s, const struct period *days, struct arena *a,
                          struct table *out, struct fault *why);
/* ---- difference.c ---- */
/* Where invoices, payments, journal and closings contradict each other, and entries that cannot be
 * true: of no wire record or instrument, out of order, before their money or case, of a day to
 * come, a fee twice. `zone`: the court's. */
MUST_USE bool differences_read(struct store *s, const struct zone *zone, struct arena *a,
                               struct differences *out, struct fault *why);
/* ---- waiting.c ---- */
/* What waits of one kind, by its key in data/limits.xml; `since` is the day it began. */
struct waiting_ask {
	const char *key;
	const struct zone *zone;
	day today;
	int days; /* of what is told for some days only: how many */
};
MUST_USE bool waiting_read(struct store *s, const struct waiting_ask *ask, struct arena *a,
                           struct work_items *out, struct fault *why);
/* ---- money.c ---- */
MUST_USE bool balances_read(struct store *s, day last, struct arena *a, struct balances *out,
                            struct fault *why);
/* Of account "bank" at each bank, by its key; "" : it was not kept. */
MUST_USE bool bank_balances_read(struct store *s, day last, struct arena *a, struct balances *out,
                                 struct fault *why);

/* ---- payout.c ---- */
/* Of a payment for an unknown account: prepared, and its next state. Inside begin/commit. */
MUST_USE bool stray_prepare(struct store *s, const struct payout *p, instant at, struct fault *why);
MUST_USE bool stray_turn(struct store *s, const struct payout *p, struct fault *why);
/* The open one that returns or moves this payment. */
MUST_USE bool payout_of_payment(struct store *s, const char *payment, struct arena *a,
                                struct payout_row *out, bool *found, struct fault *why);
/* Those that wait for the panitera first, the oldest first. */
MUST_USE bool payouts_open(struct store *s, struct arena *a, struct payout_list *out,
                           struct fault *why);
/* All that were prepared within, up to `to`. */
MUST_USE bool payouts_between(struct store *s, instant from, instant to, struct arena *a,
                              struct payout_list *out, struct fault *why);
const char *payout_state_word(enum payout_state state); /* "dikirim": as it is stored */

/* ---- receipt.c ---- */
MUST_USE bool receipts_of_filing(struct store *s, const struct id *filing, struct arena *a,
                                 struct receipt_list *out, struct fault *why);
MUST_USE bool receipts_of_days(struct store *s, day first, day last, struct arena *a,
                               struct receipt_list *out, struct fault *why);

/* ---- deposit.c ---- */
/* Which entries of its account no earlier one covers. */
MUST_USE bool deposit_reach(struct store *s, struct deposit *d, struct fault *why);
/* What it covers, by category: as keys of `out`. */
MUST_USE bool deposit_kinds_read(struct store *s, const struct deposit *d, struct arena *a,
                                 struct balances *out, struct fault *why);
/* Gives it the next number of the year; and its next two states, each booked as `what`. Inside
 * begin/commit. */
MUST_USE bool deposit_write(struct store *s, struct deposit *d, const struct booking *b,
                            struct fault *why);
MUST_USE bool deposit_receive(struct store *s, const struct deposit *d, const char *what,
                              const struct booking *b, struct fault *why);
MUST_USE bool deposit_pay(struct store *s, const struct deposit *d, const char *what,
                          const struct booking *b, struct fault *why);
/* Newest first; serial 0: all. */
MUST_USE bool deposits_read(struct store *s, int year, int serial, struct arena *a,
                            struct deposit_list *out, struct fault *why);

/* ---- opening.c ---- */
/* Books what an account held, as `what`, and its money in suspense since `at`; that it is the first
 * entry of the account is in the schema. Inside begin/commit, after its berita acara. */
MUST_USE bool opening_write(struct store *s, const struct closing *c, struct opening *o, instant at,
                            const struct booking *b, struct arena *a, struct fault *why);
/* The mirror of it. Inside begin/commit. */
MUST_USE bool opening_reverse(struct store *s, int64_t closing, const struct opening *o,
                              const struct booking *b, struct arena *a, struct fault *why);
/* Of a berita acara, by its number. */
MUST_USE bool opening_read(struct store *s, int64_t closing, struct arena *a, struct opening *out,
                           struct fault *why);

/* ---- closing.c ---- */
/* The last closed day; DAY_NONE: none is. */
MUST_USE bool closing_last(struct store *s, day *out, struct fault *why);
/* Gives it the next number of the year; `corrects`: of another, 0: none. Inside begin/commit. */
MUST_USE bool closing_write(struct store *s, struct closing *c, int64_t corrects,
                            const struct booking *b, struct fault *why);
/* The accounts of one, which reading it leaves out. */
MUST_USE bool closing_accounts(struct store *s, struct closing *c, struct arena *a,
                               struct fault *why);
/* The chairman has seen it. Inside begin/commit. */
MUST_USE bool closing_know(struct store *s, int64_t number, const struct booking *b,
                           struct fault *why);
MUST_USE bool closing_find(struct store *s, int year, int serial, struct arena *a,
                           struct closing *out, bool *found, struct fault *why);
/* The name of the last one of that day or month; "" : it is not closed by itself. */
MUST_USE bool closing_of(struct store *s, const struct closing *c, struct arena *a,
                         const char **out, struct fault *why);
/* Newest first. */
MUST_USE bool closings_read(struct store *s, struct arena *a, struct closing_list *out,
                            struct fault *why);

#endif
