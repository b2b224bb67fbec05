/* The screen as text, and what may be asked of it. */
#include <ctype.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>

#include "walk.h"

static int put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	int extra = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
	static const unsigned lead[] = { 0, 0xC0, 0xE0, 0xF0 };
	out[0] = (char)(lead[extra] | (c >> (6 * extra)));
	for (int i = 1; i <= extra; i++)
		out[i] = (char)(0x80 | ((c >> (6 * (extra - i))) & 0x3F));
	return extra + 1;
}

static void take_row(struct picture *p, const struct console *t, int row)
{
	char *text = p->text[row];
	int used = 0, ink = 0;
	for (int column = 0; column < t->columns; column++) {
		VTermScreenCell cell;
		VTermPos at = { .row = row, .col = column };
		p->start[row][column] = used;
		p->reversed[row][column] = false;
		if (!vterm_screen_get_cell(t->screen, at, &cell) || cell.chars[0] == UINT32_MAX)
			continue; /* the right half of a wide letter */
		p->reversed[row][column] = cell.attrs.reverse;
		if (cell.chars[0] == 0 || cell.chars[0] == ' ') {
			text[used++] = ' ';
			continue;
		}
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			if (used + 8 < ROW_BYTES)
				used += put_utf8(text + used, cell.chars[i]);
		ink = used;
	}
	p->start[row][t->columns] = used;
	text[ink] = '\0';
}

void picture_take(struct picture *p, const struct console *t)
{
	VTermPos cursor = { 0, 0 };
	vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &cursor);
	p->rows = t->rows;
	p->columns = t->columns;
	p->cursor_row = cursor.row;
	p->cursor_column = cursor.col;
	for (int row = 0; row < t->rows; row++)
		take_row(p, t, row);
}

void picture_print(const struct picture *p)
{
	printf("# screen %dx%d, cursor %d,%d\n", p->columns, p->rows, p->cursor_row + 1,
	       p->cursor_column + 1);
	for (int row = 0; row < p->rows; row++)
		printf("# %2d|%s\n", row + 1, p->text[row]);
}

bool picture_has(const struct picture *p, const char *text)
{
	for (int row = 0; row < p->rows; row++)
		if (strstr(p->text[row], text))
			return true;
	return false;
}

bool picture_has_at(const struct picture *p, int row, int column, const char *text)
{
	if (row < 1 || row > p->rows || column < 1 || column > p->columns)
		return false;
	int start = p->start[row - 1][column - 1];
	return start <= (int)strlen(p->text[row - 1]) &&
	       strncmp(p->text[row - 1] + start, text, strlen(text)) == 0;
}

/* The first group, or the whole match when there is none, goes to `group` (may be NULL). */
bool text_matches(const char *text, const char *regex, char *group, size_t capacity)
{
	regex_t compiled;
	regmatch_t match[2];
	if (regcomp(&compiled, regex, REG_EXTENDED | REG_NEWLINE))
		return false;
	bool found = regexec(&compiled, text, 2, match, 0) == 0;
	if (found && group) {
		regmatch_t m = match[compiled.re_nsub > 0 && match[1].rm_so >= 0];
		snprintf(group, capacity, "%.*s", (int)(m.rm_eo - m.rm_so), text + m.rm_so);
	}
	regfree(&compiled);
	return found;
}

bool picture_matches(const struct picture *p, const char *regex, char *group, size_t capacity)
{
	for (int row = 0; row < p->rows; row++)
		if (text_matches(p->text[row], regex, group, capacity))
			return true;
	return false;
}

static bool in_name(char c)
{
	return c != '\0' && (isalnum((unsigned char)c) || strchr("_./=-[]@", c) != NULL);
}

/* A field's filler is of underscores too, and its value may end with them. */
static bool is_raw(const char *from, size_t length)
{
	size_t joints = 0;
	while (length > 0 && from[length - 1] == '_')
		length--;
	for (size_t i = 0; i < length; i++) {
		if (from[i] == '_' ? i == 0 || from[i - 1] == '_'
		                   : !isalpha((unsigned char)from[i]))
			return false;
		joints += from[i] == '_';
	}
	return joints > 0;
}

/* The settings show what a court edits in its files, and a picker the names of files. */
static bool shows_names(const struct picture *p)
{
	return strstr(p->text[0], "Pengaturan pengadilan") != NULL ||
	       strstr(p->text[0], "Pilih berkas") != NULL;
}

bool picture_raw(const struct picture *p, char *word, size_t capacity)
{
	if (shows_names(p))
		return false;
	for (int row = 0; row < p->rows; row++) {
		for (const char *at = p->text[row]; *at != '\0';) {
			size_t length = 0;
			while (in_name(at[length]))
				length++;
			if (length > 0 && length < capacity && is_raw(at, length)) {
				snprintf(word, capacity, "%.*s", (int)length, at);
				return true;
			}
			at += length > 0 ? length : 1;
		}
	}
	return false;
}

/* A field's end: filler, the sign of a choice, two blanks, or the row's end. */
static bool value_ends(const char *s)
{
	return *s == '\0' || *s == '_' || strncmp(s, "▾", strlen("▾")) == 0 ||
	       (*s == ' ' && (s[1] == ' ' || s[1] == '\0'));
}

bool picture_field(const struct picture *p, const char *label, const char *value)
{
	for (int row = 0; row < p->rows; row++)
		for (const char *at = p->text[row]; (at = strstr(at, label)); at++) {
			const char *v = at + strlen(label);
			if (*v && *v != ' ' && *v != ':')
				continue;
			v += strspn(v, " :");
			if (strncmp(v, value, strlen(value)) == 0 && value_ends(v + strlen(value)))
				return true;
		}
	return false;
}

/* The label stands in the cursor's row, at or left of the cursor. */
bool picture_cursor_on(const struct picture *p, const char *label)
{
	if (p->cursor_row < 0 || p->cursor_row >= p->rows)
		return false;
	const char *text = p->text[p->cursor_row], *at = strstr(text, label);
	int column = p->cursor_column < p->columns ? p->cursor_column : p->columns;
	return at && at - text <= p->start[p->cursor_row][column];
}
