/* Enums as words in the rows, so that the sqlite3 shell reads them too. */
#include <assert.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static const char *const step_states[] = {
	[STEP_BLANK] = "blank",       [STEP_OPEN] = "open", [STEP_WAITING] = "waiting",
	[STEP_RETURNED] = "returned", [STEP_DONE] = "done",
};

static const char *const va_states[] = {
	[VA_ASKED] = "asked",     [VA_LIVE] = "live",           [VA_PAID] = "paid",
	[VA_EXPIRED] = "expired", [VA_CANCELLED] = "cancelled", [VA_REFUSED] = "refused",
	[VA_TROUBLE] = "trouble",
};

static const char *const va_closings[] = {
	[CLOSING_NONE] = "",
	[CLOSING_EXPIRED] = "expired",
	[CLOSING_CANCELLED] = "cancelled",
};

/* The schema checks the words, so one that is not here was never written. */
static size_t place_in(const char *const *words, size_t count, const char *word)
{
	size_t i = 0;
	while (i + 1 < count && !text_same(words[i], word))
		i++;
	assert(text_same(words[i], word));
	return i;
}

const char *step_state_word(enum step_state state)
{
	return step_states[state];
}

enum step_state step_state_of(const char *word)
{
	return (enum step_state)place_in(step_states, COUNT_OF(step_states), word);
}

const char *va_state_word(enum va_state state)
{
	return va_states[state];
}

enum va_state va_state_of(const char *word)
{
	return (enum va_state)place_in(va_states, COUNT_OF(va_states), word);
}

const char *va_closing_word(enum va_closing closing)
{
	return va_closings[closing];
}

enum va_closing va_closing_of(const char *word)
{
	return (enum va_closing)place_in(va_closings, COUNT_OF(va_closings), word);
}
