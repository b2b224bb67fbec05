/* Which edition of the schema a file has (user_version), and whether it is this program's. */
#include <stdio.h>

#include "loket/text.h"

#include "private.h"

enum { APPLICATION = 0x4c4f4b54 };

int64_t store_edition(void)
{
	return SQL_EDITION;
}

static bool number_of(struct store *s, enum sql which, int64_t *out, struct fault *why)
{
	struct query q = query_of(s, which);
	*out = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why);
}

bool edition_of(struct store *s, int64_t *edition, struct fault *why)
{
	int64_t application, tables;
	if (!number_of(s, SQL_db_application, &application, why) ||
	    !number_of(s, SQL_db_edition, edition, why) ||
	    !number_of(s, SQL_db_tables, &tables, why))
		return false;
	if (tables > 0 && application != APPLICATION)
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Berkas %1 bukan basis data Loket; pindahkan atau pilih folder data lain"),
		    s->path);
	if (*edition <= SQL_EDITION)
		return true;
	char theirs[24], ours[24];
	snprintf(theirs, sizeof theirs, "%lld", (long long)*edition);
	snprintf(ours, sizeof ours, "%d", (int)SQL_EDITION);
	return fault_set(
	    why, FAULT_MISUSE,
	    N_("Basis data %1 dibuat oleh Loket yang lebih baru (edisi %2, program ini edisi %3); "
	       "perbarui program Loket di komputer ini"),
	    s->path, theirs, ours);
}

bool edition_stays(struct store *s, struct fault *why)
{
	int64_t edition;
	if (!number_of(s, SQL_db_edition, &edition, why))
		return false;
	return edition == SQL_EDITION ||
	       fault_set(why, FAULT_OUTSIDE,
	                 N_("Basis data sudah diperbarui oleh Loket yang lebih baru; tutup program "
	                    "ini dan buka lagi"));
}
