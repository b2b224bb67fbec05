/* A form by the names of its fields: which one has the focus, the way to another, and what is typed
 * there. The label of the field with the focus is drawn in reverse, in the cursor's row or, for a
 * field of several lines, above it. */
#include <stdio.h>
#include <string.h>

#include "walk.h"

enum { KEYS_MOST = 120, LOOKS = 5 };

/* A run of reversed cells of a row. */
struct run {
	int from, to; /* columns, `to` behind the last */
};

static bool next_run(const struct picture *p, int row, int column, struct run *out)
{
	while (column < p->columns && !p->reversed[row][column])
		column++;
	out->from = column;
	while (column < p->columns && p->reversed[row][column])
		column++;
	out->to = column;
	return out->from < out->to;
}

/* The run that ends nearest before the cursor; in the cursor's own row also the first behind it. */
static bool run_of_row(const struct picture *p, int row, struct run *out)
{
	struct run r = { 0, 0 };
	bool found = false;
	while (next_run(p, row, r.to, &r)) {
		bool before = r.from <= p->cursor_column;
		if (before || (!found && row == p->cursor_row))
			*out = r;
		found = found || before || row == p->cursor_row;
	}
	return found;
}

bool focus_find(const struct picture *p, struct focus *out)
{
	struct run r;
	int row = p->cursor_row < p->rows ? p->cursor_row : p->rows - 1;
	while (row >= 0 && !run_of_row(p, row, &r))
		row--;
	*out = (struct focus){ .row = row };
	if (row < 0)
		return false;
	const int *start = p->start[row];
	int length = (int)strlen(p->text[row]), from = start[r.from], to = start[r.to];
	if (to > length)
		to = length;
	out->column = r.from;
	snprintf(out->label, sizeof out->label, "%.*s", to > from ? to - from : 0,
	         p->text[row] + from);
	return true;
}

/* The label stands there as a label does: blanks, or the "!" of a fault, before it; behind it
 * blanks up to the column of values, or one blank and a value where it stands beside another field.
 */
static bool is_label(const char *text, const char *at, size_t length)
{
	enum { COLUMN = 15 };
	const char *end = at + length;
	bool fault = at - text >= 2 && at[-2] == '!';
	bool begins = at == text || (at[-1] == ' ' && (at - text < 2 || at[-2] == ' ' || fault));
	bool alone = *end == '\0' || (*end == ' ' && (end[1] == ' ' || length >= COLUMN));
	bool beside = *end == ' ' && at - text >= 3 && (fault || at[-3] != ' ');
	return begins && (alone || beside);
}

/* -1: the label stands only before the focus, so the way is back; else 1. */
static int direction(const struct picture *p, const struct focus *focus, const char *label)
{
	size_t length = strlen(label);
	bool seen = false;
	for (int row = 0; row < p->rows; row++) {
		const char *text = p->text[row];
		for (const char *at = text; (at = strstr(at, label)) != NULL; at += length) {
			if (!is_label(text, at, length))
				continue;
			int column = 0;
			while (column < p->columns && p->start[row][column] < at - text)
				column++;
			if (row > focus->row || (row == focus->row && column > focus->column))
				return 1;
			seen = true;
		}
	}
	return seen ? -1 : 1;
}

/* The focus when all earlier keys are drawn. */
static bool settle(struct console *t, int patience, struct focus *out)
{
	if (!term_fence(t, patience))
		return false;
	picture_take(t->now, t);
	return focus_find(t->now, out);
}

static bool same(const struct focus *a, const struct focus *b)
{
	return a->row == b->row && a->column == b->column && strcmp(a->label, b->label) == 0;
}

/* Presses the key and awaits that the focus moves; false: it does not. */
static bool step(struct console *t, const char *key, struct focus *at, struct tally *tally)
{
	struct focus before = *at;
	if (!term_key(t, key))
		return false;
	tally->keys++;
	for (int i = 0; i < LOOKS; i++) {
		term_quiet(t);
		picture_take(t->now, t);
		if (focus_find(t->now, at) && !same(at, &before))
			return true;
	}
	return settle(t, tally->patience, at) && !same(at, &before);
}

static bool go(struct console *t, const char *label, const char *key, struct focus *at,
               struct tally *tally)
{
	/* The first key may belong to a field that has gone on by itself. */
	for (int i = 0; i < KEYS_MOST && (step(t, key, at, tally) || i == 0); i++)
		if (strcmp(at->label, label) == 0)
			return true;
	return false;
}

bool focus_go(struct console *t, const char *label, struct tally *tally)
{
	static const char *const keys[] = { "Shift-Tab", "Tab" };
	struct focus at;
	if (!tally->was_settled && !settle(t, tally->patience, &at))
		return false;
	tally->settled = focus_find(t->now, &at);
	if (strcmp(at.label, label) == 0)
		return true;
	bool forward = direction(t->now, &at, label) > 0;
	return go(t, label, keys[forward], &at, tally) || go(t, label, keys[!forward], &at, tally);
}

/* Is it the chosen row of a list, not a label? */
static bool is_choice(const struct picture *p, const struct focus *at)
{
	const char *sign = p->text[at->row] +
	                   p->start[at->row][at->column > 2 ? at->column - 2 : 0];
	return strncmp(sign, "▸", strlen("▸")) == 0 || sign[0] == '>';
}

bool focus_fill(struct console *t, const char *label, const char *text, struct tally *tally)
{
	struct focus at;
	if (!focus_go(t, label, tally) || !term_key(t, "Ctrl-U"))
		return false;
	term_type(t, text);
	tally->bytes += (long)strlen(text);
	term_quiet(t);
	picture_take(t->now, t);
	/* A field that is full has gone on by itself. */
	if (focus_find(t->now, &at) && (strcmp(at.label, label) == 0 || is_choice(t->now, &at)))
		(void)step(t, "Tab", &at, tally);
	return true;
}
