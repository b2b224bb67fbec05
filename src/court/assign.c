/* Which bailiff is proposed for a call: of those whom data/areas.xml names for the village, or else
 * of all, the one who has the fewest open calls. */
#include <string.h>

#include "loket/text.h"

#include "private.h"

static bool is_named(const struct village *v, const char *user)
{
	for (size_t i = 0; i < v->bailiff_count; i++) {
		if (text_same(v->bailiffs[i], user))
			return true;
	}
	return false;
}

/* One who has left the court is named there still, perhaps. */
static bool some_named(const struct village *v, const struct bailiff_load *all, size_t count)
{
	for (size_t i = 0; v != NULL && i < count; i++) {
		if (is_named(v, all[i].user))
			return true;
	}
	return false;
}

static bool is_before(const struct bailiff_load *a, const struct bailiff_load *b)
{
	return a->open != b->open ? a->open < b->open : strcmp(a->user, b->user) < 0;
}

const char *bailiff_fair(const struct rulebook *b, const char *village,
                         const struct bailiff_load *all, size_t count)
{
	const struct bailiff_load *best = NULL;
	const struct village *area = rulebook_village(b, village);
	bool named = some_named(area, all, count);
	for (size_t i = 0; i < count; i++) {
		if ((!named || is_named(area, all[i].user)) &&
		    (best == NULL || is_before(&all[i], best)))
			best = &all[i];
	}
	return best == NULL ? "" : best->user;
}

const char *hearing_village(const struct hearing_ask *ask)
{
	struct called *called;
	const struct values *pihak = filing_values(ask->filing, PIHAK);
	size_t count = hearing_called(ask, &called), of = 0;
	while (of < count && !channel_is_walked(called[of].channel))
		of++;
	return count == 0
	           ? ""
	           : values_get(pihak, PIHAK, called[of == count ? 0 : of].party.row, "desa");
}
