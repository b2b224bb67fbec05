/* Step 4: the draft of the claim becomes posita and petitum, where nothing is typed yet. */
#include "loket/claim.h"

#include "loket/text.h"

#include "private.h"

void session_claim(struct session *s)
{
	struct claim_draft draft;
	struct values wanted = { 0 };
	const struct values *pihak = filing_values(&s->filing, PIHAK);
	day today = instant_day(clock_now(), &s->book->court.zone);
	if (!claim_write(s->book, pihak, today, s->a, &draft)) {
		session_say(s, TONE_WARNING, "%1",
		            _("Jenis perkara ini belum mempunyai konsep di data/claims.xml"));
		return;
	}
	values_set(&wanted, s->a, "", 0, "posita", claim_posita(&draft, s->a));
	values_set(&wanted, s->a, "", 0, "petitum", claim_petitum(&draft, s->a));
	if (propose_fill(s, "", 0, &wanted) == 0) {
		session_say(s, TONE_WARNING, "%1",
		            _("Posita dan petitum sudah terisi; kosongkan dahulu yang mau diganti "
		              "konsep"));
		return;
	}
	moments_add(s, _("konsep"));
	(void)session_keep(s, NULL);
	session_say(
	    s, TONE_DONE, "%1",
	    _("Konsep ditulis dari data pihak; baca, perbaiki, lalu cetak untuk ditandatangani"));
}
