/* Growable arrays inside an arena. A list is any struct that holds `items`, `count` and `capacity`;
 * the caller owns those three, this helper only moves them when they are full.
 *
 *     struct names { const char **items; size_t count, capacity; };
 *     n.items = list_grow(a, n.items, n.count, &n.capacity, sizeof *n.items);
 *     n.items[n.count++] = name;
 */
#ifndef LOKET_LIST_H
#define LOKET_LIST_H

#include <stddef.h>

#include "loket/arena.h"

/* The items, moved if need be so that one more fits; new items are zeroed. */
void *list_grow(struct arena *a, void *items, size_t count, size_t *capacity, size_t size);

/* How many elements a true array has. */
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif
