/* Boxs to pages: a flow is written as letters, a page break is where the case says. */
#include <string.h>

#include "loket/list.h"

#include "../../src/paper/private.h"
#include "unit.h"

/* One letter a box of height 10 on pages of height 40: a plain, k kept with the next, h head of a
 * table (kept), r a row below it, f begins a page, B higher than a page, s signatures, _ a gap.
 * `out` has '/' where a page ends. */
static const struct {
	const char *boxes, *out;
} cases[] = {
	{ "", "" },
	{ "a", "a" },
	{ "aaaa", "aaaa" },
	{ "aaaaa", "aaa/aa" }, /* one line does not end a paper alone */
	{ "aaaka", "aaa/ka" },
	{ "aaakkaa", "aaa/kkaa" },
	{ "kkkkkka", "kkkk/kka" }, /* a run longer than a page is cut */
	{ "aafaa", "aa/faa" },
	{ "akfa", "ak/fa" }, /* and a run does not hold back a page that must begin */
	{ "fa", "fa" },
	{ "ahrr", "ahrr" },
	{ "aaahr", "aaa/hr" },      /* a head does not stand alone */
	{ "ahrrrrr", "ahrr/hrrr" }, /* it comes again */
	{ "hrrrrrrr", "hrrr/hrr/hrr" },
	{ "aBa", "a/B/a" },
	{ "aaaas", "a/aaas" },     /* signatures have text before them */
	{ "aaaa__s", "a/aaa__s" }, /* a gap is none */
};

static void flow_from(const char *letters, struct arena *a, struct flow *out)
{
	*out = (struct flow){ .a = a, .height = 40, .count = strlen(letters) };
	out->items = arena_get(a, out->count + 1, sizeof *out->items);
	size_t head = 0;
	for (size_t i = 0; i < out->count; i++) {
		struct box *b = &out->items[i];
		char c = letters[i];
		b->height = c == 'B' ? 100 : c == '_' ? 0 : 10;
		b->keep = c == 'k' || c == 'h';
		b->fresh = c == 'f';
		b->ends = c == 's';
		b->count = c != '_';
		head = c == 'h' ? i : head;
		b->head = c == 'r' ? head : 0;
		b->head_end = c == 'r' ? head + 1 : 0;
	}
}

static void pages_break_well(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = arena_start(MIB);
		struct flow flow;
		struct pages pages;
		struct text out = text_start(&a);
		flow_from(cases[i].boxes, &a, &flow);
		flow_close(&flow);
		pages_stack(&flow, &pages);
		for (size_t k = 0; k < pages.count; k++) {
			if (k > 0 && pages.items[k].page != pages.items[k - 1].page)
				text_add(&out, "/");
			text_add_bytes(&out, &cases[i].boxes[pages.items[k].box - flow.items], 1);
		}
		assert_string_equal(out.s, cases[i].out);
		arena_drop(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_break_well),
	};
	return unit_run(tests);
}
