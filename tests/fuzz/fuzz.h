/* A door for libFuzzer: what must hold for every input, said with must(). */
#ifndef LOKET_TESTS_FUZZ_H
#define LOKET_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void must(int holds)
{
	if (!holds)
		abort();
}

#endif
