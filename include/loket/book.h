/* The books of a court's money, out of the ledger: as rows, as PDF and as CSV. */
#ifndef LOKET_BOOK_H
#define LOKET_BOOK_H

#include "loket/service.h"

/* ---- book.c: books of money out of the ledger, as rows, as PDF and as CSV ---- */
struct book {
	const char *key, *title, *form; /* "induk", its name, "KI-PA6" */
	const char *period;             /* as it was asked, "2026-11" */
	struct period days;
	struct journal_page page; /* its entries */
	struct table table;       /* amounts are bare digits, "" : none */
	rupiah before, in, out, after;
};
struct book_list {
	struct book *items;
	size_t count;
};
/* By its key, of a year, a month or a day ("" : this month). */
MUST_USE bool service_book(const struct login *s, const char *key, const char *period,
                           struct arena *a, struct book *out, struct fault *why);
MUST_USE bool service_books(const struct login *s, const char *period, struct arena *a,
                            struct book_list *out, struct fault *why);
MUST_USE bool service_book_print(const struct login *s, const char *key, const char *period,
                                 struct printed *out, struct fault *why);
MUST_USE bool service_book_csv(const struct login *s, const char *key, const char *period,
                               struct printed *out, struct fault *why);

/* ---- journalbook.c: the year's journals of an alur ("Pdt.G"): a row for each page, and the book
 * with its pages ---- */
MUST_USE bool service_journal_book(const struct login *s, const char *alur, const char *year,
                                   struct arena *a, struct table *out, struct fault *why);
MUST_USE bool service_journal_book_print(const struct login *s, const char *alur, const char *year,
                                         struct printed *out, struct fault *why);
MUST_USE bool service_journal_book_csv(const struct login *s, const char *alur, const char *year,
                                       struct printed *out, struct fault *why);

/* ---- auditpack.c ---- */
/* A month ("2026-11") for an inspector: books, journals, statement, closings, kwitansi, money that
 * went out, deposits, acts on users and the ledger as PDF and CSV in a folder ("" : home/cetak/audit-MONTH), with the SHA-256 of each; `out`: the list of
 * these. The same database gives the same files. */
MUST_USE bool service_audit_pack(const struct login *s, const char *month, const char *folder,
                                 size_t *count, struct printed *out, struct fault *why);

#endif
