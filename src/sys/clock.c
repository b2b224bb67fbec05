/* The only clock. */
#include <time.h>

#include "loket/sys.h"

static int64_t milliseconds(clockid_t which)
{
	struct timespec now;
	clock_gettime(which, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

instant clock_now(void)
{
	return milliseconds(CLOCK_REALTIME);
}

int64_t clock_steady(void)
{
	return milliseconds(CLOCK_MONOTONIC);
}
