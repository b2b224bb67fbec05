/* A draft of the claim of a filing, for the party to read. */
#include "loket/claim.h"

#include "private.h"

bool cmd_claim(struct cmd *c, struct fault *why)
{
	static const struct column columns[] = {
		{ "bagian", N_("Bagian"), COLUMN_TEXT },
		{ "no", N_("No"), COLUMN_NUMBER },
		{ "kalimat", N_("Kalimat"), COLUMN_TEXT },
	};
	struct id id;
	struct filing f;
	struct claim_draft draft;
	day today = instant_day(clock_now(), &c->book->court.zone);
	if (!filing_named(c, c->words[0], &id, why) ||
	    !service_filing(&c->login, &id, c->a, &f, why))
		return false;
	if (!claim_write(c->book, filing_values(&f, PIHAK), today, c->a, &draft))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Jenis perkara ini belum mempunyai konsep di data/claims.xml"));
	struct rows r = rows_start(c, "", columns, sizeof columns / sizeof *columns,
	                           sizeof columns / sizeof *columns);
	for (size_t i = 0; i < draft.posita_count; i++)
		rows_add(&r, (const char *const[]){ "posita", cell_number(c, (long long)i + 1),
		                                    draft.posita[i] });
	for (size_t i = 0; i < draft.petitum_count; i++)
		rows_add(&r, (const char *const[]){ "petitum", cell_number(c, (long long)i + 1),
		                                    draft.petitum[i] });
	output_table(c, &r.table);
	return true;
}
