/* The only clock. */
#include <time.h>

#include "loket/sys.h"
#include "loket/text.h"

static int64_t milliseconds(clockid_t which)
{
	struct timespec now;
	clock_gettime(which, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Offset of a test's wall clock from the true one. A global that is set once: a test must be able
 * to fix the starting time of any program from outside. */
static struct {
	bool known;
	int64_t milliseconds;
	/* lint: L7 LOKET_CLOCK is read once, when the time is first asked */
} shift;

static int64_t shift_find(instant now)
{
	enum { SECONDS_MOST = INT32_MAX };
	const char *told = env_text("LOKET_CLOCK");
	instant start;
	long long seconds;
	if (instant_parse(told, &start))
		return start - now;
	if ((told[0] != '+' && told[0] != '-') || !text_number(told + 1, 0, SECONDS_MOST, &seconds))
		return 0;
	return (told[0] == '-' ? -seconds : seconds) * 1000;
}

instant clock_now(void)
{
	instant now = milliseconds(CLOCK_REALTIME);
	if (!shift.known) {
		shift.milliseconds = shift_find(now);
		shift.known = true;
	}
	return now + shift.milliseconds;
}

int64_t clock_steady(void)
{
	return milliseconds(CLOCK_MONOTONIC);
}
