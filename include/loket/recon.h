/* The banks' own words against the journal: read, compared, explained. */
#ifndef LOKET_RECON_H
#define LOKET_RECON_H

#include "loket/service.h"

/* ---- recon.c ---- */
/* Where invoices, payments, journal and the banks' own words say different things. */
MUST_USE bool service_differences(const struct login *s, struct arena *a, struct differences *out,
                                  struct fault *why);
/* The bank's own word of all that was paid in its days, which begin in `z`. Joins an open batch. */
MUST_USE bool service_statement(const struct login *s, const struct statement *st,
                                const struct zone *z, struct arena *a, struct fault *why);
/* What was paid in a period, "2026-11-25", "2026-11" or "2026" ("" : the last month): on both
 * sides, only at the bank, only here; and what the banks were asked for. */
MUST_USE bool service_recon(const struct login *s, const char *period, struct arena *a,
                            struct recon *out, struct fault *why);
bool recon_is_late(const struct recon_row *r);  /* the bank should have reported it by now */
const char *recon_side_name(enum recon_side s); /* "hanya di bank", in the person's language */
/* Whose word the line is, "belum dibenarkan bank"; "" of what is only here. */
const char *recon_proof_name(const struct recon_row *r);
const char *recon_source_name(enum source_kind kind);
/* What it was explained with, by whom: "biaya bank: materai, Rina; menunggu panitera"; "" : not. */
const char *recon_explained(const struct recon_row *r, struct arena *a);
struct recon_wording {
	const struct rulebook *book; /* its zone, and what people call the banks */
	bool read;                   /* by people: 25-11-2026 09.41, 465.000; else by programs */
	bool brief;                  /* without the banks' own ids */
	const enum recon_side *only; /* NULL: all */
};
void recon_table(const struct recon *r, const struct recon_wording *how, struct arena *a,
                 struct table *out);
/* As PDF with the journal's balance, differences first; and as CSV. */
MUST_USE bool service_recon_print(const struct login *s, const char *period, struct printed *out,
                                  struct fault *why);
MUST_USE bool service_recon_csv(const struct login *s, const char *period, struct printed *out,
                                struct fault *why);
/* Asks the worker to fetch every bank's payments of these days, at most 31. */
MUST_USE bool service_recon_ask(const struct login *s, const struct period *days,
                                struct fault *why);

/* ---- accounts.c: the court's account at each bank, at the end of a day ---- */
MUST_USE bool service_accounts(const struct login *s, day last, struct arena *a,
                               struct account_list *out, struct fault *why);

/* ---- explain.c: what a line at the bank is ---- */
struct line_name {
	const char *bank, *key;
};
struct explaining {
	struct line_name line;
	/* "akui" as a payment, "cocok" with an entry, "biaya" of the bank, "giro" interest, "pindah"
	 * to another bank of the court, "lama" an expense of a case that is kept on paper */
	const char *how;
	int64_t entry;      /* of "cocok"; 0: the only one it may be */
	const char *other;  /* bank, of "pindah" */
	const char *reason; /* of what is booked by it */
};
/* Waits for the panitera where two stand behind it; else it counts at once. */
MUST_USE bool service_explain(const struct login *s, const struct explaining *e, struct arena *a,
                              struct answer *out, struct fault *why);
/* By another person: what waits counts, or is rejected; a match is loosened. */
MUST_USE bool service_explain_decide(const struct login *s, const struct line_name *n, bool yes,
                                     struct arena *a, struct answer *out, struct fault *why);
MUST_USE bool service_candidates(const struct login *s, const struct line_name *n, struct arena *a,
                                 struct candidate_list *out, struct fault *why);
/* Statements that state balances, with what does not follow. */
MUST_USE bool service_sheets(const struct login *s, struct arena *a, struct sheet_list *out,
                             struct fault *why);
/* Matches every line that names its entry by reference or instrument. */
MUST_USE bool service_match_all(const struct login *s, struct arena *a, size_t *matched,
                                struct fault *why);

/* ---- statement.c ---- */
/* What a bank says was paid, from a CSV file, by the layout data/mutasi/BANK.xml. Every row is
 * taken, known, differs, is skipped (money that goes out) or refused; remarks say which differ or
 * are refused, and why. */
struct statement_file {
	const char *path, *bank;
	enum statement_hold hold;
};
struct statement_remark {
	size_t line;
	const char *text;
};
struct statement_reading {
	size_t rows, fates[LINE_DIFFERS + 1], skipped, refused;
	struct statement_remark *remarks;
	size_t remark_count, remark_capacity;
};
MUST_USE bool service_statement_file(const struct login *s, const struct statement_file *from,
                                     struct arena *a, struct statement_reading *out,
                                     struct fault *why);

#endif
