/* The time of a walk: it begins at a given instant and runs on from there. Every program is told by
 * how many seconds that differs from the wall clock. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "walk.h"

bool clock_begin(const char *text)
{
	char shift[40];
	struct tm when = { 0 };
	const char *rest = strptime(text, "%Y-%m-%dT%H:%M:%S", &when);
	if (rest == NULL || strcmp(rest, "Z") != 0)
		return false;
	snprintf(shift, sizeof shift, "%+lld", (long long)(timegm(&when) - time(NULL)));
	return setenv("LOKET_CLOCK", shift, 1) == 0;
}
