/* What stands in a row of the database as a filled form: read or refused; what is read is written
 * as the same again, but for texts and rows that are empty. */
#include <string.h>

#include "../../src/store/private.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 65536)
		return 0;
	struct fault why;
	struct values v, again;
	struct arena a = arena_start(64 * MIB);
	if (body_read(arena_copy(&a, (const char *)data, size), &a, &v, &why)) {
		must(body_read(body_write(&v, NULL, &a), &a, &v, &why));
		const char *once = body_write(&v, NULL, &a);
		must(body_read(once, &a, &again, &why));
		must(strcmp(body_write(&again, NULL, &a), once) == 0);
	} else {
		must(why.text != NULL);
	}
	arena_drop(&a);
	return 0;
}
