/* An advocate's card: has it expired, does it soon (UU 18/2003; data/court.xml)? */
#include "loket/court.h"
#include "loket/list.h"

enum card card_state(const struct court_profile *c, day until, day today)
{
	if (until == DAY_NONE)
		return CARD_NONE;
	if (until < today)
		return CARD_EXPIRED;
	return until < day_add_months(today, c->card_months) ? CARD_EXPIRES : CARD_GOOD;
}

const char *card_word(enum card card)
{
	static const char *const words[] = { [CARD_NONE] = "",
		                             [CARD_EXPIRED] = N_("habis"),
		                             [CARD_EXPIRES] = N_("segera habis"),
		                             [CARD_GOOD] = N_("berlaku") };
	return words[card];
}
