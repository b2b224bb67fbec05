/* Step 9, another bailiff for a call that is not carried out yet; why stands in the history. */
#include "loket/text.h"

#include "private.h"

static bool may_change(const struct filing *f, const struct summons *one, const struct command *c,
                       struct fault *why)
{
	const char *number = values_of(&c->values, "panggilan_ke");
	if (one == NULL)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada panggilan ke-%1 pada perkara ini"), number);
	if (!call_goes_on(f, one, why))
		return false;
	if (!text_is_empty(one->outcome))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Panggilan ke-%1 untuk %2 sudah dijalankan; jurusitanya tidak diganti"),
		    number, one->name);
	if (text_same(one->bailiff, values_of(&c->values, "jurusita")))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Panggilan ke-%1 untuk %2 sudah pada jurusita itu; pilih yang lain"), number,
		    one->name);
	return true;
}

static bool change_bailiff(const struct context *s, const struct filing *f, const struct command *c,
                           struct decision *d, struct fault *why)
{
	const struct summons *before = summons_named(f, values_of(&c->values, "panggilan_ke"));
	if (!may_change(f, before, c, why))
		return false;
	struct summons after = *before;
	after.bailiff = values_of(&c->values, "jurusita");
	decision_change(d, CHANGE_SUMMONS)->to.summons = after;
	fill_keep(s, d, JURU);
	const char *which = say(d->a, N_("Jurusita panggilan ke-%1 untuk %2"),
	                        number_text(before->number, d->a), before->name);
	d->event = say(d->a, "%1: %2 → %3; %4", which, before->bailiff, after.bailiff,
	               values_of(&c->values, "alasan"));
	return true;
}

const struct act act_change_bailiff = {
	.name = PANGGILAN "." JURU,
	.step = PANGGILAN,
	.form = JURU,
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("tetap"),
	.decide = change_bailiff,
};
