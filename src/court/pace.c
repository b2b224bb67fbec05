/* The SOP's clock: minutes spent beside the norm, and the two totals of the document, which
 * disagree. */
#include <stdio.h>

#include "loket/court.h"

enum { MINUTE_MS = 60000, DIGITS = 24 };

static void say_numbers(const char *text, int64_t spent, int norm, int sum, char *out,
                        size_t capacity)
{
	char words[3][DIGITS];
	snprintf(words[0], DIGITS, "%lld", (long long)(spent / MINUTE_MS));
	snprintf(words[1], DIGITS, "%d", norm);
	snprintf(words[2], DIGITS, "%d", sum);
	message_fill(text, (const char *const[]){ words[0], words[1], words[2] }, 3, out, capacity);
}

void pace_step(const struct sop *s, const struct filing *f, size_t step, instant now, char *out,
               size_t capacity)
{
	out[0] = '\0';
	if (step < f->step_count && step < s->step_count)
		say_numbers(_("menit %1 / %2"), filing_spent(&f->steps[step], now),
		            s->steps[step].norm, 0, out, capacity);
}

void pace_all(const struct sop *s, const struct filing *f, instant now, char *out, size_t capacity)
{
	say_numbers(_("semua %1 / %2 (%3)"), filing_spent_all(f, now), s->stated_total, s->sum, out,
	            capacity);
}
