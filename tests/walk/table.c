/* Cells by the names of row and column: of a table on the screen, and of CSV that a command
 * printed. */
#include <string.h>

#include "walk.h"

/* Where a run of text that two blanks or the row's ends bound begins and ends, as columns. */
struct span {
	int from, to;
};

static bool blank(const struct picture *p, int row, int column)
{
	int at = p->start[row][column], length = (int)strlen(p->text[row]);
	return column >= p->columns || at >= length || p->text[row][at] == ' ';
}

static bool next_span(const struct picture *p, int row, int column, struct span *out)
{
	while (column < p->columns && blank(p, row, column))
		column++;
	out->from = out->to = column;
	while (column < p->columns && !(blank(p, row, column) && blank(p, row, column + 1)))
		out->to = ++column;
	return out->from < out->to;
}

static void span_text(const struct picture *p, int row, const struct span *s, char *out,
                      size_t room)
{
	int length = (int)strlen(p->text[row]), from = p->start[row][s->from],
	    to = p->start[row][s->to];
	if (to > length)
		to = length;
	size_t size = (size_t)(to - from) < room ? (size_t)(to - from) : room - 1;
	memcpy(out, p->text[row] + from, size);
	out[size] = '\0';
}

/* The heading `column`, in the nearest row above `row`. */
static bool heading(const struct picture *p, int row, const char *column, struct span *out)
{
	char text[ROW_BYTES];
	while (--row >= 0) {
		*out = (struct span){ 0, 0 };
		while (next_span(p, row, out->to, out)) {
			span_text(p, row, out, text, sizeof text);
			if (strcmp(text, column) == 0)
				return true;
		}
	}
	return false;
}

bool picture_cell(const struct picture *p, const char *column, const char *of, char *out,
                  size_t room)
{
	struct span head, cell = { 0, 0 };
	for (int row = 0; row < p->rows; row++) {
		if (!strstr(p->text[row], of) || !heading(p, row, column, &head))
			continue;
		out[0] = '\0';
		while (next_span(p, row, cell.to, &cell))
			if (cell.from < head.to && head.from < cell.to)
				span_text(p, row, &cell, out, room);
		return true;
	}
	return false;
}

/* ---- CSV ---- */

/* One field to `out` (may be NULL); gives what follows it: a comma, the line's end or the text's.
 */
static const char *csv_field(const char *at, char *out, size_t room)
{
	size_t used = 0;
	bool quoted = *at == '"';
	at += quoted;
	while (*at && (quoted || (*at != ',' && *at != '\n' && *at != '\r'))) {
		if (quoted && *at == '"' && *++at != '"')
			break;
		if (out && used + 1 < room)
			out[used++] = *at;
		at++;
	}
	if (out)
		out[used] = '\0';
	return at + strspn(at, "\r");
}

static const char *csv_line_end(const char *at)
{
	do
		at = csv_field(at + (*at == ','), NULL, 0);
	while (*at == ',');
	return at;
}

bool csv_cell(const char *csv, const char *column, const char *of, char *out, size_t room)
{
	int wanted = 0;
	static const char mark[] = "\xEF\xBB\xBF"; /* a saved file begins with it */
	if (strncmp(csv, mark, strlen(mark)) == 0)
		csv += strlen(mark);
	const char *at = csv_field(csv, out, room);
	for (; strcmp(out, column) != 0; wanted++) {
		if (*at != ',')
			return false;
		at = csv_field(at + 1, out, room);
	}
	for (at = csv_line_end(at); *at == '\n' && at[1] != '\0';) {
		const char *line = at + 1, *end = csv_line_end(line);
		const char *found = strstr(line, of);
		if (found && found + strlen(of) <= end) {
			at = csv_field(line, out, room);
			for (int i = 0; i < wanted && *at == ','; i++)
				at = csv_field(at + 1, out, room);
			return true;
		}
		at = end;
	}
	return false;
}
