/* Growable arrays inside an arena. */
#include "loket/list.h"

#include <string.h>

enum {
	FIRST = 64
}; /* bytes; small: most lists of a book have an item or two, and there are many */

void *list_grow(struct arena *a, void *items, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	const size_t first = size < FIRST / 2 ? FIRST / size : 2;
	size_t more = *capacity == 0 ? first : 2 * *capacity;
	void *moved = arena_get(a, more, size);
	if (count > 0)
		memcpy(moved, items, count * size);
	*capacity = more;
	return moved;
}
