/* The only clock. */
#include <poll.h>
#include <stdio.h>
#include <string.h>
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

void clock_rest(int milliseconds)
{
	poll(NULL, 0, milliseconds);
}

struct uptime clock_uptime(void)
{
	struct uptime out = { .ran = milliseconds(CLOCK_BOOTTIME), .boot = "" };
	FILE *f = fopen("/proc/sys/kernel/random/boot_id", "re");
	if (f != NULL) {
		if (fgets(out.boot, sizeof out.boot, f) == NULL)
			out.boot[0] = '\0';
		out.boot[strcspn(out.boot, "\n")] = '\0';
		(void)fclose(f);
	}
	return out;
}
