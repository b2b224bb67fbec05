/* Growable arrays inside an arena. */
#include "loket/list.h"

#include <string.h>

void *list_grow(struct arena *a, void *items, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	size_t more = *capacity == 0 ? 8 : 2 * *capacity;
	void *moved = arena_get(a, more, size);
	if (count > 0)
		memcpy(moved, items, count * size);
	*capacity = more;
	return moved;
}
