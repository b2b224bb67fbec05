/* The first page of villages for what somebody typed, asked as a screen asks: reads one question a
 * line, prints how long all of them took. The shell of sqlite3 is asked the same (tests/bench/run).
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "loket/list.h"
#include "loket/service.h"

enum { PAGE = 20, QUESTION = 200, MIB_ANSWER = 4 * 1024 * 1024 };

static int64_t micros(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int main(void)
{
	struct app p;
	struct fault why;
	char typed[QUESTION];
	size_t asked = 0, found = 0;
	if (!app_open(&p, &why)) {
		char text[600];
		fault_say(&why, text, sizeof text);
		(void)fprintf(stderr, "%s\n", text);
		return 1;
	}
	int64_t slowest = 0, begun = micros();
	while (fgets(typed, sizeof typed, stdin) != NULL) {
		struct village out[PAGE];
		struct arena a = arena_start(MIB_ANSWER);
		int64_t at = micros();
		typed[strcspn(typed, "\n")] = '\0';
		found += p.villages.search(&p, typed, &a, out, PAGE);
		at = micros() - at;
		slowest = at > slowest ? at : slowest;
		asked++;
		arena_drop(&a);
	}
	int64_t spent = micros() - begun;
	printf("%zu %zu %lld %lld\n", asked, found, (long long)spent, (long long)slowest);
	app_close(&p);
	return 0;
}
