/* Distributing boxes over pages. A run of boxes that keep together moves to the next page as a
 * whole when it does not fit; only a run longer than a page is split. A page that begins inside a
 * table repeats its head. */
#include "loket/list.h"

#include "private.h"

struct stack {
	const struct flow *flow;
	struct pages *pages;
	double y; /* where the next box goes; 0: the page is empty */
};

static void put(struct stack *k, const struct box *b)
{
	struct pages *p = k->pages;
	p->items = list_grow(k->flow->a, p->items, p->count, &p->capacity, sizeof *p->items);
	p->items[p->count++] = (struct placed){ b, p->pages - 1, k->y };
	k->y += b->height + b->after;
}

static void turn(struct stack *k)
{
	k->pages->pages++;
	k->y = 0;
}

/* The head again, unless the box belongs to the head itself. */
static void put_head(struct stack *k, size_t i)
{
	const struct box *b = &k->flow->items[i];
	for (size_t h = b->head; i >= b->head_end && h < b->head_end; h++)
		put(k, &k->flow->items[h]);
}

static size_t run_end(const struct flow *s, size_t i)
{
	while (i + 1 < s->count && s->items[i].keep && !s->items[i + 1].fresh)
		i++;
	return i + 1;
}

static double run_height(const struct flow *s, size_t from, size_t end)
{
	double height = 0;
	for (size_t i = from; i < end; i++)
		height += s->items[i].height + (i + 1 < end ? s->items[i].after : 0);
	return height;
}

void pages_stack(const struct flow *s, struct pages *out)
{
	struct stack k = { .flow = s, .pages = out };
	*out = (struct pages){ .pages = 1 };
	for (size_t from = 0, end; from < s->count; from = end) {
		end = run_end(s, from);
		if (k.y > 0 &&
		    (s->items[from].fresh || k.y + run_height(s, from, end) > s->height)) {
			turn(&k);
			put_head(&k, from);
		}
		for (size_t i = from; i < end; i++) {
			if (k.y > 0 && i > from && k.y + s->items[i].height > s->height) {
				turn(&k);
				put_head(&k, i);
			}
			put(&k, &s->items[i]);
		}
	}
	out->last = k.y;
}
