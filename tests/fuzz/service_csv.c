/* Rows of a statement that another program wrote: read to their end, with every byte in one row,
 * and the spellings of their cells. The first byte is the separator. */
#include <string.h>

#include "loket/text.h"

#include "../../src/service/private.h"
#include "fuzz.h"

static void must_be_clean(const char *cell)
{
	for (const char *s = cell; *s != '\0'; s++)
		must((unsigned char)*s >= ' ' && *s != 0x7F);
}

static void try_cell(const char *cell, struct arena *a)
{
	must_be_clean(cell);
	(void)csv_is_rounded(cell);
	must_be_clean(csv_year_first(cell, a));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1 || size > 65536)
		return 0;
	struct arena a = arena_start(64 * MIB);
	char *text = arena_copy(&a, (const char *)data + 1, size - 1);
	struct csv c = { .separator = (char)data[0], .a = &a, .text = text, .at = text };
	size_t line = 0;
	while (*c.at != '\0') {
		const char *begins = c.at;
		(void)csv_row(&c);
		must(c.at > begins && c.at <= text + strlen(text));
		must(c.line > line && c.count >= 1 && c.count <= CSV_COLUMNS && c.most >= c.count);
		line = c.line;
		(void)csv_blank(&c);
		for (size_t i = 0; i <= c.count + 1; i++)
			try_cell(csv_cell(&c, i), &a);
	}
	arena_drop(&a);
	return 0;
}
