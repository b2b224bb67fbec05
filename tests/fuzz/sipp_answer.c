/* Whatever SIPP answers: a number is believed only for the registration that was asked for. */
#include <string.h>

#include "loket/list.h"
#include "loket/sipp.h"

#include "fuzz.h"

static const struct sipp_field fields[] = { { "", 0, "nomor_register", "R1" },
	                                    { "", 0, "alur_perkara_id", "15" },
	                                    { "", 0, "jenis_perkara_id", "347" } };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum sipp_message asked[] = { SIPP_REGISTER, SIPP_CHECK,   SIPP_RELAAS,
		                                   SIPP_CASE,     SIPP_CHANGES, SIPP_COURT,
		                                   SIPP_HEALTH };
	static struct sipp sipp; /* compiling the schemas takes longer than all the rest */
	struct fault why;
	if (size > 16384)
		return 0;
	if (!sipp.error)
		must(sipp_open(LOKET_SOURCE "/data/sipp", &sipp, &why));
	struct arena a = arena_start(64 * MIB);
	for (size_t i = 0; i < COUNT_OF(asked); i++) {
		const struct sipp_question q = { asked[i], fields, COUNT_OF(fields) };
		const struct sipp_bytes body = { data, size };
		struct sipp_answer answer;
		sipp_decode(&sipp, &q, 200, &body, &a, &answer);
		if (asked[i] == SIPP_REGISTER && answer.outcome == SIPP_DONE)
			must(strchr(answer.cases.items[0].number, '/') != NULL &&
			     answer.cases.items[0].id[0] != '\0');
		must(answer.outcome == SIPP_DONE || answer.message != NULL);
		sipp_decode(&sipp, &q, 422, &body, &a, &answer);
		must(answer.outcome == SIPP_REFUSED || answer.outcome == SIPP_LATER);
	}
	arena_drop(&a);
	return 0;
}
