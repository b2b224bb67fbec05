/* The flow of boxes that one paper becomes, before it is cut into pages. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { TEXT_BEFORE = 3 }; /* boxes of text that go to the next page with signatures */
#define NOTE_MOST 0.2     /* of the page: as long as a note may be */

struct box *page_box(struct flow *s, size_t cells)
{
	s->items = list_grow(s->a, s->items, s->count, &s->capacity, sizeof *s->items);
	struct box *b = &s->items[s->count++];
	*b = (struct box){ .count = cells };
	b->cells = arena_get(s->a, cells ? cells : 1, sizeof *b->cells);
	return b;
}

void flow_keep(struct flow *s, size_t from)
{
	for (size_t i = from; i + 1 < s->count; i++)
		s->items[i].keep = true;
}

void flow_keep_ends(struct flow *s, size_t from)
{
	if (s->count < from + 2)
		return;
	s->items[from].keep = true;
	s->items[s->count - 2].keep = true;
}

/* The boxes before `i`, until so many of them have something to read, stay with it. */
static void keep_before(struct flow *s, size_t i, int read)
{
	while (i > 0 && !s->items[i].fresh && read > 0) {
		s->items[--i].keep = true;
		read -= s->items[i].count > 0;
	}
}

/* A note below signatures belongs to them; a whole text does not. */
static void keep_note(struct flow *s, size_t i)
{
	double height = 0;
	size_t end = i + 1;
	while (end < s->count && !s->items[end].fresh)
		height += s->items[end++].height;
	for (; height < s->height * NOTE_MOST && i + 1 < end; i++)
		s->items[i].keep = true;
}

void flow_close(struct flow *s)
{
	for (size_t i = 0; i < s->count; i++) {
		if (!s->items[i].ends)
			continue;
		keep_before(s, i, TEXT_BEFORE);
		keep_note(s, i);
	}
	if (s->count > 0)
		keep_before(s, s->count - 1, 1);
}

void flow_after(struct flow *s, double after)
{
	if (s->count)
		s->items[s->count - 1].after = after;
}

/* How many lines of text a box of this strip takes. */
static size_t lines_to_a_box(const struct flow *s, const struct strip_part *parts, size_t count,
                             const struct box_cut *cut)
{
	double tallest = 0, line = 1;
	size_t most = 1;
	for (size_t i = 0; i < count; i++) {
		const struct text_lines *g = &parts[i].text;
		tallest = g->height > tallest ? g->height : tallest;
		most = g->count > most ? g->count : most;
		for (size_t k = 0; k < g->count; k++) {
			double height = g->lines[k].bottom - g->lines[k].top;
			line = height > line ? height : line;
		}
	}
	double third = s->height / 3;
	if (cut->lines)
		return cut->lines;
	return tallest <= third || third < line ? most : (size_t)(third / line);
}

/* One box: the lines [from, from + lines) of each part. True when lines are left for another. */
static bool row_box(struct box *b, const struct strip_part *parts, const struct box_cut *cut,
                    size_t from, size_t lines)
{
	bool more = false;
	for (size_t i = 0; i < b->count; i++) {
		const struct text_lines *g = &parts[i].text;
		size_t left = g->count > from ? g->count - from : 0;
		size_t take = left < lines ? left : lines;
		const struct set_line *first = g->lines + (left ? from : 0);
		b->cells[i] = (struct box_cell){
			.frame = cut->frame,
			.x = parts[i].x,
			.width = parts[i].width,
			.inset = cut->inset,
			.drop = cut->pad * 1.4, /* lines have more air below than above */
			.lines = first,
			.count = take,
		};
		double height = take ? first[take - 1].bottom - first->top + 2 * cut->pad : 0;
		b->height = height > b->height ? height : b->height;
		more = more || left > take;
	}
	unsigned ends = cut->frame & FRAME_SIDES
	                    ? (from ? 0 : FRAME_TOP) | (more ? 0 : FRAME_BOTTOM)
	                    : 0;
	for (size_t i = 0; i < b->count; i++) {
		b->cells[i].frame |= ends;
		b->cells[i].height = b->height;
	}
	return more;
}

void flow_row(struct flow *s, const struct strip_part *parts, size_t count,
              const struct box_cut *cut)
{
	size_t lines = lines_to_a_box(s, parts, count, cut);
	size_t from = 0;
	while (row_box(page_box(s, count), parts, cut, from, lines))
		from += lines;
}

struct text_runs runs_fill(const struct xml_node *n, const struct scope *scope, struct arena *a,
                           bool *empty)
{
	const struct xml_run *patterns;
	size_t count = xml_runs(n, a, &patterns);
	struct xml_run *runs = arena_get(a, count ? count : 1, sizeof *runs);
	*empty = true;
	for (size_t i = 0; i < count; i++) {
		runs[i].mark = patterns[i].mark;
		runs[i].text = scope_fill(scope, patterns[i].text, a);
		*empty = *empty && !runs[i].text[strspn(runs[i].text, " \n")];
	}
	return (struct text_runs){ runs, count };
}
