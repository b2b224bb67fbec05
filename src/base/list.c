/* Growable arrays inside an arena. */
#include "loket/list.h"

#include <string.h>

void *list_grow(struct arena *a, void *items, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return items;
	size_t more = *room == 0 ? 8 : 2 * *room;
	void *moved = arena_get(a, more, size);
	if (count > 0)
		memcpy(moved, items, count * size);
	*room = more;
	return moved;
}
