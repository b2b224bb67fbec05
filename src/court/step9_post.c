/* Step 9, of a summons by registered post: handed to the carrier, and what its tracking said. It is
 * recorded like any other outcome; the post's desk may record no others. */
#include "loket/text.h"

#include "private.h"

static bool record_post(const struct context *s, const struct filing *f, const struct command *c,
                        struct decision *d, struct fault *why)
{
	const char *number = values_of(&c->values, "panggilan_ke");
	const struct summons *one = summons_named(f, number);
	const struct outcome_kind *kind = rulebook_outcome(s->book, values_of(&c->values, "hasil"));
	if ((one != NULL && !text_same(one->channel, POSTED)) ||
	    (kind != NULL && !outcome_comes_of(kind, POSTED)))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Panggilan ke-%1 tidak lewat pos; catat hasilnya di menu jurusita"), number);
	return outcome_record(s, f, c, d, why);
}

const struct act act_record_post = {
	.name = PANGGILAN ".pos",
	.step = PANGGILAN,
	.form = HASIL,
	.from = FROM_WAITING | FROM_DONE,
	.after = N_("selesai, bila semua tercatat"),
	.decide = record_post,
};
