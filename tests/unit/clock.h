/* The wall clock of a unit test, in place of the C library's: it starts at `clock_begins` and runs on. */
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static const char clock_begins[] = CLOCK_BEGINS;

int clock_gettime(clockid_t which, struct timespec *out)
{
	static time_t shift;
	static bool known;
	int failed = (int)syscall(SYS_clock_gettime, which, out);
	if (failed != 0 || which != CLOCK_REALTIME)
		return failed;
	if (!known) {
		struct tm when = { 0 };
		strptime(clock_begins, "%Y-%m-%dT%H:%M:%S", &when);
		shift = timegm(&when) - out->tv_sec;
		known = true;
	}
	out->tv_sec += shift;
	return 0;
}
