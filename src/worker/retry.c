/* When to try again. */
#include "loket/worker.h"

#define FIRST_MS   1000
#define CEILING_MS 60000

int64_t retry_delay(int tries, uint64_t seed)
{
	int64_t delay = FIRST_MS;
	for (int i = 1; i < tries && delay < CEILING_MS; i++)
		delay *= 2;
	if (delay > CEILING_MS)
		delay = CEILING_MS;
	int64_t quarter = delay / 4;
	return delay - quarter + (int64_t)(seed % (uint64_t)(2 * quarter + 1));
}
