/* Tables as files beside the papers, as a spreadsheet reads them (RFC 4180). */
#include <stdio.h>
#include <string.h>

#include "loket/text.h"

#include "private.h"

enum { TABLE_MAX = 128 * 1024 * 1024 };

void paper_path(const struct login *s, const char *name, struct printed *out)
{
	if (s->app->papers == NULL)
		snprintf(out->path, sizeof out->path, "%s/cetak/%s", s->app->home.path, name);
	else
		snprintf(out->path, sizeof out->path, "%s/%s", s->app->papers, name);
}

/* A name made of digits, as a virtual account is. */
static bool is_long_number(const char *s)
{
	enum { DIGITS_KEPT = 15 };
	size_t length = strlen(s);
	return length > DIGITS_KEPT && strspn(s, "0123456789") == length;
}

bool table_put(const struct login *s, const struct table *t, const char *name, struct printed *out,
               struct fault *why)
{
	struct arena a = arena_start(TABLE_MAX);
	struct text rows = text_start(&a);
	text_add(&rows, "\xEF\xBB\xBF"); /* without it Excel takes UTF-8 for Windows-1252 */
	for (size_t i = 0; i < t->column_count; i++) {
		text_add(&rows, i == 0 ? "" : ",");
		text_add_csv(&rows, t->columns[i].name);
	}
	text_add(&rows, "\r\n");
	for (size_t i = 0; i < t->row_count * t->column_count; i++) {
		text_add(&rows, i % t->column_count == 0 ? "" : ",");
		if (t->columns[i % t->column_count].kind == COLUMN_TEXT &&
		    is_long_number(t->cells[i]))
			text_add(&rows, "'"); /* a spreadsheet keeps fifteen digits of a number */
		text_add_csv(&rows, t->cells[i]);
		text_add(&rows, (i + 1) % t->column_count == 0 ? "\r\n" : "");
	}
	paper_path(s, name, out);
	bool good = file_write(out->path, rows.s, rows.length, 0600, why);
	arena_drop(&a);
	return good;
}
