/* The time of a walk: it begins at a given instant and runs on from there, the same for every
 * program that the walk starts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "walk.h"

#define SHAPE "%Y-%m-%dT%H:%M:%S"

static long steady_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool clock_start(struct clock *c, const char *text)
{
	struct tm when = { 0 };
	const char *rest = strptime(text, SHAPE, &when);
	if (rest == NULL || strcmp(rest, "Z") != 0)
		return false;
	c->begin = (long long)timegm(&when) * 1000;
	c->from = steady_ms();
	c->wall = false;
	return true;
}

void clock_wall(struct clock *c)
{
	c->wall = true;
	unsetenv("LOKET_CLOCK");
}

void clock_tell(const struct clock *c)
{
	char seconds[40], text[60];
	if (c->wall)
		return;
	long long now = c->begin + steady_ms() - c->from;
	time_t whole = (time_t)(now / 1000);
	struct tm when;
	strftime(seconds, sizeof seconds, SHAPE, gmtime_r(&whole, &when));
	snprintf(text, sizeof text, "%s.%03dZ", seconds, (int)(now % 1000));
	setenv("LOKET_CLOCK", text, 1);
}
