/* A folder of its own for a test, gone with all that is in it when the test ends. */
#ifndef LOKET_TESTS_SCRATCH_H
#define LOKET_TESTS_SCRATCH_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

struct scratch {
	char path[64];
};

static inline int scratch_make(void **state)
{
	static struct scratch s;
	snprintf(s.path, sizeof s.path, "/tmp/loket-test-XXXXXX");
	*state = &s;
	return mkdtemp(s.path) == NULL;
}

static inline int scratch_remove_one(const char *path, const struct stat *st, int kind,
                                     struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

static inline int scratch_drop(void **state)
{
	const struct scratch *s = *state;
	return nftw(s->path, scratch_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#endif
