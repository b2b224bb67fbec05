/* An ear: what a screen reader or a braille display would tell of the desk. It knows the line with
 * the cursor and the lines that change, no more. After each key it writes both into a log and judges
 * six things that a person who sees would know: the label and the value of the field with the focus,
 * what is wrong with it, the chosen row of a list, what was said, the state the screen is in. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "walk.h"

enum { BODY_ROW = 1, RAIL_COLUMNS = 17, LINE_MOST = 400, SAID_MOST = 1 << 18, TAIL = 6 };

static const char *const kinds[EAR_KINDS] = {
	[EAR_LABEL] = "label",   [EAR_VALUE] = "value",     [EAR_FAULT] = "fault",
	[EAR_CHOICE] = "choice", [EAR_MESSAGE] = "message", [EAR_STATE] = "state",
};

struct ear *ear_open(const char *path)
{
	struct ear *e = calloc(1, sizeof *e);
	if (!e)
		abort();
	e->said = calloc(1, SAID_MOST);
	e->log = fopen(path, "w");
	if (!e->said || !e->log) {
		perror(path);
		exit(3);
	}
	return e;
}

/* ---- what is heard ---- */

static const char *cursor_line(const struct ear *e)
{
	return e->now.text[e->now.cursor_row < e->now.rows ? e->now.cursor_row : 0];
}

static bool changed(const struct ear *e, int row)
{
	return strcmp(e->now.text[row], e->before.text[row]) != 0;
}

/* Letters and digits alone: how a value is pointed is another question. */
static void plain(const char *text, char *out, size_t room)
{
	size_t n = 0;
	for (; *text && n + 1 < room; text++)
		if (isalnum((unsigned char)*text) || (*text & 0x80))
			out[n++] = (char)tolower((unsigned char)*text);
	out[n] = '\0';
}

static bool in_line(const char *line, const char *text)
{
	static char a[ROW_BYTES], b[ROW_BYTES];
	plain(line, a, sizeof a);
	plain(text, b, sizeof b);
	return strstr(a, b) != NULL;
}

/* On the cursor's line, or on one that changed. */
static bool heard(const struct ear *e, const char *text)
{
	bool found = in_line(cursor_line(e), text);
	for (int row = 0; !found && row < e->now.rows; row++)
		found = changed(e, row) && in_line(e->now.text[row], text);
	return found;
}

/* ---- what a person sees ---- */

static bool has_rail(const struct picture *p)
{
	int rows = 0;
	for (int row = BODY_ROW; row < BODY_ROW + 3; row++)
		for (int digit = '1'; digit < '3'; digit++)
			rows += p->text[row][p->start[row][3]] == digit &&
			        p->text[row][p->start[row][4]] == ' ';
	return rows >= 2;
}

static int first_column(const struct picture *p)
{
	return has_rail(p) ? RAIL_COLUMNS : 0;
}

static bool is_sign(const struct picture *p, int row, int column, const char *sign)
{
	return column >= 0 &&
	       strncmp(p->text[row] + p->start[row][column], sign, strlen(sign)) == 0;
}

/* A run of reversed cells right of the rail. */
struct seen {
	int row, from, to;
	char text[LINE_MOST];
};

static bool next_seen(const struct picture *p, struct seen *s)
{
	for (; s->row < p->rows; s->row++, s->to = first_column(p)) {
		int at = s->to;
		while (at < p->columns && !p->reversed[s->row][at])
			at++;
		if (at == p->columns)
			continue;
		s->from = at;
		while (at < p->columns && p->reversed[s->row][at])
			at++;
		s->to = at;
		int length = (int)strlen(p->text[s->row]), from = p->start[s->row][s->from],
		    to = p->start[s->row][at];
		to = to < length ? to : length;
		snprintf(s->text, sizeof s->text, "%.*s", to > from ? to - from : 0,
		         p->text[s->row] + from);
		return true;
	}
	return false;
}

/* The label of the field with the focus. */
static bool label_seen(const struct picture *p, struct seen *out)
{
	*out = (struct seen){ .row = BODY_ROW, .to = first_column(p) };
	while (next_seen(p, out))
		if (!is_sign(p, out->row, out->from - 2, "▸") && out->text[0] != ' ' &&
		    strcmp(out->text, "!") != 0 && out->row < p->rows - 1)
			return true;
	return false;
}

/* The chosen row of a list, right of the rail. */
static int choice_row(const struct picture *p)
{
	for (int row = BODY_ROW; row < p->rows - 2; row++)
		for (int column = first_column(p); column < p->columns / 2; column++)
			if (is_sign(p, row, column, "▸"))
				return row;
	return -1;
}

/* The step of the rail that has the focus; -1: none. */
static int rail_row(const struct picture *p)
{
	for (int row = BODY_ROW; has_rail(p) && row < p->rows - 2; row++)
		if (p->reversed[row][3] && isdigit((unsigned char)p->text[row][p->start[row][3]]))
			return row;
	return -1;
}

/* The messages stand above the keys of the foot, from the margin on. */
static void foot(const struct picture *p, char *out, size_t room)
{
	int row = p->rows - 2;
	out[0] = '\0';
	row -= p->text[row][0] == '\0'; /* nothing was said; a fault may stand above */
	while (row > 0 && p->text[row][0] == ' ' && p->text[row][1] != ' ' && p->text[row][1])
		row--;
	for (row++; row < p->rows - 1; row++) {
		size_t used = strlen(out);
		snprintf(out + used, room - used, "%s", p->text[row]);
	}
}

/* ---- judging ---- */

__attribute__((format(printf, 4, 5))) static void judge(struct ear *e, enum ear_kind kind,
                                                        bool known, const char *why, ...)
{
	va_list more;
	e->all[kind]++;
	e->known[kind] += known;
	if (known)
		return;
	fprintf(e->log, "! %s: ", kinds[kind]);
	va_start(more, why);
	vfprintf(e->log, why, more);
	va_end(more);
	fputc('\n', e->log);
}

/* Of what was typed, or the end of it: a line may be broken before it. */
static const char *last_word(const char *typed)
{
	const char *blank = strrchr(typed, ' '), *word = blank ? blank + 1 : typed;
	size_t length = strlen(word);
	word += length > TAIL ? length - TAIL : 0;
	while ((*word & 0xC0) == 0x80)
		word++;
	return word;
}

static void judge_field(struct ear *e, const struct seen *label)
{
	const struct picture *p = &e->now;
	bool here = label->row == p->cursor_row, chooses = choice_row(p) == p->cursor_row;
	bool secret = strstr(cursor_line(e), "•") != NULL;
	const char *tail = secret ? "" : last_word(e->typed);
	judge(e, EAR_LABEL, here || (chooses && strstr(cursor_line(e), label->text)),
	      "\"%s\" is in row %d, the cursor in row %d", label->text, label->row + 1,
	      p->cursor_row + 1);
	judge(e, EAR_VALUE, (!here || p->cursor_column >= label->to) && heard(e, tail),
	      "of \"%s\": \"%s\" is not heard", label->text, tail);
	bool fault = is_sign(p, label->row, label->from - 2, "!");
	char sentence[LINE_MOST + 2];
	snprintf(sentence, sizeof sentence, "%s: ", label->text);
	if (fault)
		judge(e, EAR_FAULT, heard(e, sentence), "of \"%s\"", label->text);
}

static void judge_choice(struct ear *e)
{
	const struct picture *p = &e->now;
	int row = choice_row(p), before = choice_row(&e->before);
	if (row < 0 || (row == before && !changed(e, row)))
		return;
	/* Where letters narrow a list, the cursor stays with them. */
	bool types = p->cursor_row < row && strstr(cursor_line(e), "__") != NULL && !has_rail(p) &&
	             changed(e, row);
	judge(e, EAR_CHOICE, row == p->cursor_row || types, "row %d: %s", row + 1, p->text[row]);
}

/* What stands at the foot is remembered. */
static void remember(struct ear *e, const struct picture *p)
{
	static char now[ROW_BYTES];
	foot(p, now, sizeof now);
	size_t used = strlen(e->said), length = strlen(now);
	if (length == 0 || strcmp(now, e->foot) == 0)
		return;
	if (used + length + 2 < SAID_MOST)
		snprintf(e->said + used, SAID_MOST - used, "%s\n", now);
	snprintf(e->foot, sizeof e->foot, "%s", now);
}

void ear_look(struct ear *e, const struct console *t)
{
	picture_take(&e->between, t);
	remember(e, &e->between);
}

/* A message is heard when it is new and whole. */
static void judge_message(struct ear *e)
{
	static char now[ROW_BYTES], before[ROW_BYTES];
	foot(&e->now, now, sizeof now);
	foot(&e->before, before, sizeof before);
	size_t length = strlen(now);
	remember(e, &e->now);
	if (length > 0 && strcmp(now, before) != 0)
		judge(e, EAR_MESSAGE, length < 3 || strcmp(now + length - 3, "…") != 0, "cut: %s",
		      now);
}

/* On the rail the step's word; else, where no field and no list has the focus, a sentence at the
 * cursor; and where another step came up, its title. */
static void judge_state(struct ear *e, bool field)
{
	static const char *const words[] = { "belum dimulai", "sedang diisi", "menunggu", "selesai",
		                             "dikembalikan" };
	const struct picture *p = &e->now;
	int here = rail_row(p);
	if (here >= 0) {
		bool known = false;
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			known = known || heard(e, words[i]);
		judge(e, EAR_STATE, known, "of the step %s", p->text[here]);
		return;
	}
	const char *at = p->text[p->cursor_row];
	at += strlen(at) > (size_t)p->start[p->cursor_row][p->cursor_column]
	          ? (size_t)p->start[p->cursor_row][p->cursor_column]
	          : strlen(at);
	if (!field && choice_row(p) < 0)
		judge(e, EAR_STATE, strlen(at) > 3 && *at != ' ', "nothing stands at %d,%d",
		      p->cursor_row + 1, p->cursor_column + 1);
	else if (has_rail(p) && !has_rail(&e->before))
		judge(e, EAR_STATE, changed(e, BODY_ROW) || changed(e, BODY_ROW + 1),
		      "no title changed");
}

static void log_key(struct ear *e, const char *key)
{
	fprintf(e->log, "%s\n> %s\n", key, cursor_line(e));
	for (int row = 0; row < e->now.rows; row++)
		if (row != e->now.cursor_row && changed(e, row) && e->now.text[row][0])
			fprintf(e->log, "~ %s\n", e->now.text[row]);
}

void ear_hear(struct ear *e, struct console *t, const char *key, int patience)
{
	struct seen label;
	if (!term_fence(t, patience) || t->ended)
		return;
	e->before = e->now;
	picture_take(&e->now, t);
	log_key(e, key);
	bool field = rail_row(&e->now) < 0 && label_seen(&e->now, &label);
	if (field)
		judge_field(e, &label);
	/* What was typed into a field that has gone on by itself is not the next one's. */
	if (!field || strcmp(label.text, e->label) != 0)
		e->typed[0] = '\0';
	snprintf(e->label, sizeof e->label, "%s", field ? label.text : "");
	judge_choice(e);
	judge_message(e);
	judge_state(e, field);
}

void ear_type(struct ear *e, const char *letter)
{
	size_t used = strlen(e->typed);
	if (letter == NULL || (unsigned char)*letter < ' ')
		e->typed[0] = '\0';
	else if (used + strlen(letter) < sizeof e->typed)
		strcpy(e->typed + used, letter);
}

/* Of all that was said, a line each. */
static bool was_said(const struct ear *e, const char *text)
{
	static char line[ROW_BYTES];
	bool found = false;
	for (const char *s = e->said; !found && *s; s += strcspn(s, "\n"), s += *s == '\n') {
		snprintf(line, sizeof line, "%.*s", (int)strcspn(s, "\n"), s);
		found = in_line(line, text);
	}
	return found;
}

/* Each of the last messages was heard, whole: the picture shows them. NULL: yes; else the one. */
const char *ear_missed(struct ear *e, const struct picture *p)
{
	static char one[ROW_BYTES], line[ROW_BYTES];
	int row = BODY_ROW;
	while (row < p->rows - 1 && !p->text[row][0])
		row++;
	for (one[0] = '\0'; row < p->rows - 1 && p->text[row][1] == ' '; row++) {
		const char *s = p->text[row];
		while (*s == ' ')
			s++;
		bool begins = isdigit((unsigned char)s[0]) && isdigit((unsigned char)s[1]) &&
		              s[2] == '.';
		if (begins)
			one[0] = '\0';
		size_t used = strlen(one);
		snprintf(one + used, sizeof one - used, "%s", begins ? s + 5 : s);
		const char *next = p->text[row + 1][1] == ' ' ? p->text[row + 1] : "";
		while (*next == ' ')
			next++;
		if (*next && !isdigit((unsigned char)*next))
			continue;
		snprintf(line, sizeof line, "%s", one);
		char *times = strstr(line, " (");
		while (times && strstr(times, "×)") == NULL)
			times = strstr(times + 1, " (");
		if (times)
			*times = '\0';
		if (line[0] && !was_said(e, line))
			return one;
	}
	return NULL;
}

int ear_close(struct ear *e, int tests)
{
	for (int i = 0; i < EAR_KINDS; i++) {
		long of = e->all[i], known = e->known[i];
		printf("%sok %d - %s is known at %ld of %ld keys, %.1f %%\n",
		       known == of ? "" : "not ", ++tests, kinds[i], known, of,
		       of > 0 ? 100.0 * (double)known / (double)of : 100.0);
		e->missed += of - known;
	}
	fclose(e->log);
	return tests;
}
