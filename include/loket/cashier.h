/* The kasir's books beside the journal: kwitansi, and what is on its way to the State. */
#ifndef LOKET_CASHIER_H
#define LOKET_CASHIER_H

#include "loket/service.h"

/* ---- receipt.c: kwitansi ---- */
const char *receipt_name(const struct receipt *r, struct arena *a); /* "17/2026" */
/* Of a filing, the oldest first: the n-th is the paper "kwitansi" or "kwitansi-kembali" n. */
MUST_USE bool service_receipts(const struct login *s, const struct id *filing, struct arena *a,
                               struct receipt_list *out, struct fault *why);
/* The book of a year, a month or a day ("" : this month). */
MUST_USE bool service_receipt_book(const struct login *s, const char *period, struct arena *a,
                                   struct receipt_list *out, struct fault *why);

/* ---- daysheet.c: the cashier's day handed over, on paper ---- */
/* Of a day, "2026-11-25"; "" : today. */
MUST_USE bool service_day_sheet(const struct login *s, const char *typed, struct printed *out,
                                struct fault *why);

/* ---- deposit.c: PNBP ("pnbp") and unclaimed money ("negara") on the way to the State ---- */
const char *deposit_name(const struct deposit *d, struct arena *a); /* "3/2026" */
/* The State's account of a category, "425239"; "" : the court's data has none. */
const char *category_map(const struct rulebook *b, const char *category, struct arena *a);
/* All that has come together in the account and was not handed over. */
MUST_USE bool service_deposit_hand(const struct login *s, const char *account, struct arena *a,
                                   struct deposit *out, struct fault *why);
/* By another person, who names the sum. */
MUST_USE bool service_deposit_receive(const struct login *s, const char *name, const char *sum,
                                      struct arena *a, struct deposit *out, struct fault *why);
MUST_USE bool service_deposit_pay(const struct login *s, const char *name,
                                  const struct deposit_paid *p, struct arena *a,
                                  struct deposit *out, struct fault *why);
MUST_USE bool service_deposits(const struct login *s, struct arena *a, struct deposit_list *out,
                               struct fault *why);
/* By category: of "3/2026", or of what is not handed over yet in "pnbp" or "negara". */
MUST_USE bool service_deposit_kinds(const struct login *s, const char *of, struct arena *a,
                                    struct balances *out, struct fault *why);
MUST_USE bool service_deposit_print(const struct login *s, const char *name, struct printed *out,
                                    struct fault *why);

#endif
