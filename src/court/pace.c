/* Time against the SOP: minutes of counter time spent beside the norm, and the document's two
 * totals, which disagree. What bank or SIPP keep us waiting is not ours, and is counted apart. */
#include <stdio.h>

#include "loket/court.h"

enum { DIGITS = 24 };

static void say_numbers(const char *text, int64_t spent, int norm, int sum, char out[PACE_ROOM])
{
	char words[3][DIGITS];
	snprintf(words[0], DIGITS, "%lld", (long long)(spent / MINUTE_MS));
	snprintf(words[1], DIGITS, "%d", norm);
	snprintf(words[2], DIGITS, "%d", sum);
	message_fill(text, (const char *const[]){ words[0], words[1], words[2] }, 3, out,
	             PACE_ROOM);
}

static bool runs(const struct step_record *s)
{
	return s->state == STEP_OPEN || s->state == STEP_WAITING || s->state == STEP_RETURNED;
}

static bool is_away(const struct step_record *s)
{
	return s->state == STEP_WAITING &&
	       (s->waits_for == WAITS_BANK || s->waits_for == WAITS_SIPP);
}

int64_t pace_spent(const struct rulebook *b, const struct step_record *s, instant now)
{
	bool counts = runs(s) && !is_away(s) && s->turned != INSTANT_NONE;
	return s->spent + (counts ? counter_time(b, s->turned, now) : 0);
}

int64_t pace_waited(const struct step_record *s, instant now)
{
	bool counts = is_away(s) && s->turned != INSTANT_NONE && now > s->turned;
	return s->waited + (counts ? now - s->turned : 0);
}

void pace_step(const struct rulebook *b, const struct filing *f, size_t step, instant now,
               char out[PACE_ROOM])
{
	out[0] = '\0';
	if (step < f->step_count && step < b->sop.step_count)
		say_numbers(_("menit %1 / %2"), pace_spent(b, &f->steps[step], now),
		            b->sop.steps[step].norm, 0, out);
}

void pace_all(const struct rulebook *b, const struct filing *f, instant now, char out[PACE_ROOM])
{
	int64_t spent = 0;
	for (size_t i = 0; i < f->step_count; i++)
		spent += pace_spent(b, &f->steps[i], now);
	say_numbers(_("semua %1 / %2 (%3)"), spent, b->sop.stated_total, b->sop.sum, out);
}
