/* Was one call lawful and in time for the hearing as it stands now, and can it still become so
 * (HIR 122, 126, 127; RBg 146, 150, 151; SK KMA 363/2022 III.B; PP 9/1975 art. 26 to 29)? */
#include <stdio.h>

#include "loket/text.h"

#include "private.h"

bool call_is_open(const struct rulebook *b, const struct summons *s)
{
	const struct outcome_kind *kind = rulebook_outcome(b, s->outcome);
	return text_is_empty(s->outcome) || (kind != NULL && kind->open);
}

bool call_is_newest(const struct filing *f, const struct summons *s)
{
	return !s->dropped && summons_after(f, s) == NULL;
}

day hearing_now(const struct filing *f)
{
	day on = filing_hearing(f);
	for (size_t i = 0; i < f->summons_count; i++) {
		const struct summons *s = &f->summons[i];
		if (s->follows > 0 && call_is_newest(f, s) && s->hearing > on)
			on = s->hearing;
	}
	return on;
}

static enum summons_worth worth_of(const struct rulebook *b, const struct filing *f,
                                   const struct summons *s, day hearing)
{
	const struct service service = { .rule = summons_rule(b, f, s),
		                         .channel = s->channel,
		                         .reason = s->reason,
		                         .outcome = rulebook_outcome(b, s->outcome),
		                         .first = s->found.first,
		                         .served = s->served,
		                         .hearing = hearing };
	return summons_judge(b, &service);
}

/* Its last day has passed: it was not carried out, or of two announcements only the first. */
static bool is_overdue(const struct rulebook *b, const struct summons *s, day hearing, day today)
{
	const struct channel *ch = rulebook_channel(b, s->channel);
	bool lacks = s->served == DAY_NONE || (ch != NULL && ch->announced > 0);
	day last = ch == NULL ? s->deadline : summons_deadline(b, ch, hearing);
	return lacks && call_is_open(b, s) && last < today;
}

struct call_verdict call_verdict(const struct rulebook *b, const struct filing *f,
                                 const struct summons *s, day today)
{
	static const enum patut_verdict verdicts[WORTH_COUNT] = {
		[WORTH_PROPER] = PATUT_YES,       [WORTH_LATE] = PATUT_NO,
		[WORTH_WRONG_CHANNEL] = PATUT_NO, [WORTH_NOT_SENT] = PATUT_OPEN,
		[WORTH_AFTER_HEARING] = PATUT_NO, [WORTH_NOT_RECEIVED] = PATUT_NO,
		[WORTH_UNPROVEN] = PATUT_OPEN,
	};
	day hearing = hearing_now(f);
	struct call_verdict v = { .worth = worth_of(b, f, s, hearing),
		                  .overdue = is_overdue(b, s, hearing, today),
		                  .moved = s->hearing != hearing };
	v.verdict = v.overdue || v.moved ? PATUT_NO : verdicts[v.worth];
	return v;
}

bool call_goes_on(const struct filing *f, const struct summons *s, struct fault *why)
{
	char number[16], next[16];
	const struct summons *after = summons_after(f, s);
	if (!s->dropped)
		return true;
	if (after == NULL)
		return fault_set(why, FAULT_REFUSED, N_("Perkara ini sudah berakhir"));
	snprintf(number, sizeof number, "%d", s->number);
	snprintf(next, sizeof next, "%d", after->number);
	return fault_set(why, FAULT_REFUSED,
	                 N_("Panggilan ke-%1 sudah diganti dengan panggilan ke-%2"), number, next);
}

/* It is open and can become proper no more. A letter without proof on the day of the hearing proves
 * nothing there. */
static bool is_lost(const struct rulebook *b, const struct filing *f, const struct summons *s,
                    day today)
{
	return call_is_open(b, s) && (call_verdict(b, f, s, today).verdict == PATUT_NO ||
	                              (s->served != DAY_NONE && s->hearing <= today));
}

bool call_may_repeat(const struct rulebook *b, const struct filing *f, const struct summons *s,
                     day today)
{
	return call_is_newest(f, s) && (!call_is_open(b, s) || is_lost(b, f, s, today));
}
