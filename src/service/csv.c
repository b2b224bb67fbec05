/* Rows of a CSV file that another program wrote (RFC 4180, with the separator its layout names). */
#include <string.h>

#include "loket/text.h"

#include "private.h"

/* Cells between separators, in quotes where they hold one. Lines end with LF, CR or both. False: a
 * quote does not end; the row is what stands in its first line. */
bool csv_row(struct csv *c)
{
	struct text cell = text_start(c->a);
	bool quoted = false;
	const char *s = c->at;
	size_t lines = 0;
	c->count = 0;
	for (; *s != '\0' && (quoted || (*s != '\n' && *s != '\r')); s++) {
		bool doubled = quoted && s[0] == '"' && s[1] == '"';
		if (*s == '"' && !doubled)
			quoted = !quoted;
		else if (*s == c->separator && !quoted && c->count < CSV_COLUMNS - 1) {
			c->cells[c->count++] = cell.s;
			cell = text_start(c->a);
		} else {
			text_add_bytes(&cell, s, 1);
			s += doubled;
		}
		lines += *s == '\n';
	}
	if (quoted) {
		s = c->at + strcspn(c->at, "\r\n");
		lines = 0;
	}
	c->cells[c->count++] = cell.s;
	c->most = c->count > c->most ? c->count : c->most;
	c->line = c->lines + 1;
	c->lines += lines + 1;
	c->at = s + (s[0] == '\r' && s[1] == '\n') + (*s != '\0');
	return !quoted;
}

const char *csv_cell(const struct csv *c, size_t column)
{
	const char *cell = column == 0 || column > c->count ? "" : c->cells[column - 1];
	return text_clean(c->a, cell, strlen(cell), false);
}

bool csv_blank(const struct csv *c)
{
	for (size_t i = 1; i <= c->count; i++) {
		if (!text_is_empty(csv_cell(c, i)))
			return false;
	}
	return true;
}

/* "8,808E+13" */
bool csv_is_rounded(const char *cell)
{
	const char *e = strpbrk(cell, "Ee");
	return e != NULL && e > cell && e[-1] >= '0' && e[-1] <= '9' &&
	       (e[1] == '+' || (e[1] >= '0' && e[1] <= '9')) && strpbrk(cell, ",.") != NULL;
}

/* Which of the other separators would give the columns; '\0': none. */
static char other_separator(const char *text, size_t wanted, char ours)
{
	for (const char *s = ";,|\t"; *s != '\0'; s++) {
		size_t most = 0, now = 1;
		for (const char *at = text; *at != '\0'; at++) {
			now = *at == '\n' || *at == '\r' ? 1 : now + (*at == *s);
			most = now > most ? now : most;
		}
		if (*s != ours && most >= wanted)
			return *s;
	}
	return '\0';
}

static const char *separator_name(char c, struct arena *a)
{
	return c == '\t' ? "tab" : arena_copy(a, &c, 1);
}

/* A text of another kind than the layout's gives no rows: then it is said what it is. */
bool csv_fits(const struct csv *c, size_t wanted, const char *path, struct fault *why)
{
	if (c->most >= wanted)
		return true;
	const char other = other_separator(c->text, wanted, c->separator);
	if (other == '\0')
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("%1: tidak ada baris dengan %2 kolom yang dipisah “%3”, seperti "
		       "di susunannya dalam data/"),
		    path, arena_print(c->a, "%zu", wanted), separator_name(c->separator, c->a));
	return fault_set(why, FAULT_REFUSED,
	                 N_("%1: kolomnya dipisah “%2”, bukan “%3” seperti di susunannya dalam "
	                    "data/"),
	                 path, separator_name(other, c->a), separator_name(c->separator, c->a));
}

/* Behind a byte order mark; refused when it is none of UTF-8. */
bool csv_open(struct csv *c, const char *path, struct fault *why)
{
	static const char mark[] = "\xEF\xBB\xBF";
	if (!file_read(path, CSV_LARGEST, c->a, &c->file, why))
		return false;
	const struct bytes file = c->file;
	const char *text = arena_copy(c->a, (const char *)file.data, file.size);
	bool wide = file.size >= 2 && (memcmp(file.data, "\xFF\xFE", 2) == 0 ||
	                               memcmp(file.data, "\xFE\xFF", 2) == 0);
	if (wide || memchr(file.data, '\0', file.size) != NULL)
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("%1: bukan teks UTF-8 (mungkin UTF-16 atau lembar sebar); simpan "
		       "sebagai CSV UTF-8"),
		    path);
	c->text = c->at = text + (text_starts(text, mark) ? strlen(mark) : 0);
	return true;
}

const char *csv_year_first(const char *date, struct arena *a)
{
	if (strlen(date) == 8 && strspn(date, "0123456789") == 8)
		return arena_print(a, "%.4s-%.2s-%s", date, date + 4, date + 6);
	return strspn(date, "0123456789") == 4 ? date : "";
}
