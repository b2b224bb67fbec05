/* The steps of the SOP, in its order: whose turn comes next is the next row. A step is a file that
 * ends in its const struct step, and its row here. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* clang-format off */
#define SOP(row) \
	row(step_account) \
	row(step_registrant) \
	row(step_parties) \
	row(step_claim) \
	row(step_skum) \
	row(step_payment) \
	row(step_verify) \
	row(step_number) \
	row(step_summons)

#define DECLARE(name) extern const struct step name;
#define ADDRESS(name) &name,

SOP(DECLARE)
extern const struct step step_panjar;

const struct step *const court_steps[] = { SOP(ADDRESS) &step_panjar };
/* clang-format on */
const size_t court_step_count = COUNT_OF(court_steps);
const size_t court_sop_count = COUNT_OF(court_steps) - 1;
_Static_assert(COUNT_OF(court_steps) - 1 <= SOP_MOST, "the rail has no place for so many steps");

const char *act_key(const struct act *act)
{
	return act->name + strlen(act->step) + 1;
}

const struct act *act_find(const char *step, const char *key)
{
	for (size_t i = 0; i < court_step_count; i++) {
		if (!text_same(court_steps[i]->key, step))
			continue;
		for (size_t k = 0; k < court_steps[i]->act_count; k++) {
			if (text_same(act_key(court_steps[i]->acts[k]), key))
				return court_steps[i]->acts[k];
		}
	}
	return NULL;
}
