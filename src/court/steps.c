/* The nine steps of the SOP, in its order. A tenth is one form, one file, one row. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

const struct step *const court_steps[] = {
	&step_account, &step_registrant, &step_parties, &step_claim,   &step_skum,
	&step_payment, &step_verify,     &step_number,  &step_summons, &step_panjar,
};
const size_t court_step_count = COUNT_OF(court_steps);
const size_t court_sop_count = COUNT_OF(court_steps) - 1;

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
