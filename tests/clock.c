/* The wall clock of a test, put before the C library's (LD_PRELOAD), so that the programs themselves know of none:
 * LOKET_CLOCK="2026-11-25T02:41:00Z" is where it starts in a process, "+3600" or "-3600" by how many seconds it
 * differs, the same in all processes. Only programs whose name begins with "loket" are told; date(1) is not. Certificates
 * are looked at by the true time(), which libmicrohttpd alone is told otherwise: it writes the Date of an answer by it. */
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef int reading(clockid_t, struct timespec *);

/* Before any of ours. */
static reading *libc_clock(void)
{
	static union {
		void *found;
		reading *read;
	} libc;
	if (libc.found == NULL)
		libc.found = dlsym(RTLD_NEXT, "clock_gettime");
	return libc.read;
}

/* Seconds between the told time and the true one. */
static long long shift_of(const char *told, time_t now)
{
	struct tm when = { 0 };
	if (told == NULL || told[0] == '\0')
		return 0;
	if (told[0] == '+' || told[0] == '-')
		return strtoll(told, NULL, 10);
	const char *rest = strptime(told, "%Y-%m-%dT%H:%M:%S", &when);
	return rest == NULL ? 0 : (long long)(timegm(&when) - now);
}

int clock_gettime(clockid_t which, struct timespec *out)
{
	static bool known;
	static long long shift;
	int failed = libc_clock()(which, out);
	if (failed != 0 || which != CLOCK_REALTIME ||
	    strncmp(program_invocation_short_name, "loket", strlen("loket")) != 0)
		return failed;
	if (!known) {
		shift = shift_of(getenv("LOKET_CLOCK"), out->tv_sec);
		known = true;
	}
	out->tv_sec += shift;
	return 0;
}

time_t time(time_t *out)
{
	Dl_info caller;
	struct timespec now;
	bool dates = dladdr(__builtin_return_address(0), &caller) != 0 &&
	             caller.dli_fname != NULL && strstr(caller.dli_fname, "/libmicrohttpd") != NULL;
	(void)(dates ? clock_gettime : libc_clock())(CLOCK_REALTIME, &now);
	if (out != NULL)
		*out = now.tv_sec;
	return now.tv_sec;
}
