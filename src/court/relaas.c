/* By which channel a party is called and until when (SK KMA 363/KMA/SK/XII/2022 part III.B; PERMA
 * 7/2022; HIR 122/RBg 146). Days and their kind per channel are data/summons.xml.
 *
 * Counting: the day of service is not counted, the day of the hearing is. Served Thursday 27 August
 * 2026 for Monday 31 August: two working, four calendar days. */
#include "loket/text.h"

#include "private.h"

const char *summons_channel(const struct values *pihak, int row)
{
	if (text_same(values_get(pihak, PIHAK, row, "ghaib"), "ya"))
		return "ghaib";
	/* The side that files by e-Court has an electronic domicile by that; the other side only
	 * when it agreed. */
	if (text_same(values_get(pihak, PIHAK, row, "kedudukan"), "p1"))
		return "elektronik";
	if (text_same(values_get(pihak, PIHAK, row, "domisili_setuju"), "ya"))
		return "elektronik";
	return "surat_tercatat";
}

day summons_deadline(const struct rulebook *b, const struct channel *ch, day hearing)
{
	if (!ch->working_days)
		return hearing - ch->limit;
	return calendar_before(&b->calendar, hearing, ch->limit);
}

bool summons_in_time(const struct rulebook *b, const struct channel *ch, day served, day hearing)
{
	return served <= summons_deadline(b, ch, hearing);
}
