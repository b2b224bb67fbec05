/* Step 5, e-SKUM: computes, numbers and demands the panjar. An issued e-SKUM is never changed; when
 * the parties changed after a return a new one is issued and the bank asks only for the difference.
 * A prodeo case gets one too, with nothing to pay. */
#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static const char *skum_number(const struct context *s, const struct filing *f, day today,
                               struct arena *a)
{
	const struct alur *alur = rulebook_alur(s->book, filing_value(f, PIHAK, "alur"));
	struct number_words words = { .code = s->book->court.code,
		                      .alur = alur == NULL ? "" : alur->code,
		                      .random = "",
		                      .on = today,
		                      .number = s->next.skum };
	return number_format(s->book->court.skum_format, &words, a);
}

/* Nothing is owed (prodeo, or paid before): the step of payment is over at once. */
static void skip_payment(struct decision *d)
{
	step_turn(d, BAYAR, STEP_OPEN, WAITS_NOBODY);
	step_pass(d, BAYAR);
}

/* What the case is free of charge by: its papers and the chairman's order (PERMA 1/2014). */
static bool papers_there(const struct context *s, const struct filing *f, struct arena *a,
                         struct fault *why)
{
	struct paper_need *needs;
	size_t count = papers_needed(s->book, f, filing_values(f, GUGATAN), a, &needs);
	for (size_t i = 0; i < count; i++) {
		if (needs[i].skum && !needs[i].there)
			return fault_set(
			    why, FAULT_REFUSED,
			    N_("e-SKUM nihil menunggu %1 (%2); unggah di langkah 4, atau ubah prodeo di langkah 3"),
			    needs[i].label, needs[i].source);
	}
	return true;
}

static bool issue(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	struct skum skum;
	day today = context_day(s, c);
	const char *bank = values_of(&c->values, "bank");
	if (!va_may_ask(f, why) || !papers_there(s, f, d->a, why) ||
	    !skum_compute(s->book,
	                  &(struct panjar_ask){ filing_values(f, PIHAK), suit_sheets(f), today,
	                                        true, f },
	                  d->a, &skum, why))
		return false;
	skum.round = f->skum.round + 1;
	skum.number = skum_number(s, f, today, d->a);
	skum.bank = text_is_empty(bank) ? s->book->court.bank_profile : bank;
	skum.by = c->who;
	fill_keep(s, d, SKUM);
	decision_change(d, CHANGE_SKUM)->to.skum = skum;
	decision_change(d, CHANGE_COUNTER)->to.counter = skum_counter(s->book, f, today, d->a);
	step_end(d, SKUM);
	rupiah owed = skum.total - filing_paid(f);
	if (owed > 0)
		va_ask(s, d, skum.bank, owed);
	else
		skip_payment(d);
	d->event = say(d->a, N_("e-SKUM %1 terbit, %2"), skum.number,
	               rupiah_text(skum.total, d->a));
	return true;
}

const struct act act_issue = {
	.name = SKUM ".terbit",
	.step = SKUM,
	.form = SKUM,
	.usual = true,
	.from = FROM_TURN,
	.after = N_("selesai; bayar menunggu bank"),
	.decide = issue,
};
static const struct act *const acts[] = { &act_issue };

const struct step step_skum = { .key = SKUM, .acts = acts, .act_count = COUNT_OF(acts) };
