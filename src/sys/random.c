/* The only source of random bytes. */
#include <errno.h>
#include <sys/random.h>

#include "loket/sys.h"

#include "private.h"

void random_fill(void *out, size_t length)
{
	unsigned char *at = out;
	while (length > 0) {
		ssize_t got = getrandom(at, length, 0);
		if (got < 0 && errno != EINTR)
			sys_end("getrandom");
		if (got > 0) {
			at += got;
			length -= (size_t)got;
		}
	}
}

struct id id_new(void)
{
	uint8_t random[10];
	random_fill(random, sizeof random);
	return id_make(clock_now(), random);
}
