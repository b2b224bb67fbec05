/* A row of SIPP as elements of the contract. A cell that the contract cannot say is left out and
 * noted: one odd value never hides the row, one odd row never hides the case. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define MOST_NOTES  100 /* data/sipp/tipe.xsd: dilewati */
#define NOTE_VALUE  60  /* letters of the odd value that are shown */
#define NOTE_LENGTH 255
#define LETTERS     "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define DIGITS      "0123456789"

/* SIPP's texts hold markup of its editor; the result is one line without it, runs of blanks as one.
 */
static const char *text_plain(const char *value, struct arena *a)
{
	struct text t = text_start(a);
	for (const char *at = value; *at;) {
		size_t plain = strcspn(at, "<");
		text_add_bytes(&t, at, plain);
		at += plain;
		const char *end = strchr(at, '>');
		if (!*at)
			break;
		if (!end) { /* a lone < is a letter */
			text_add(&t, at);
			break;
		}
		text_add(&t, " ");
		at = end + 1;
	}
	char *clean = text_clean(a, t.s, t.length, false);
	size_t used = 0;
	for (const char *at = clean; *at; at++) {
		if (*at != ' ' || at[1] != ' ')
			clean[used++] = *at;
	}
	clean[used] = '\0';
	return clean;
}

void leaf_plain(struct xml_out *o, const char *name, const char *value)
{
	const char *plain = text_plain(value, o->text.a);
	if (plain[0])
		xml_leaf(o, name, plain);
}

static bool is_row_key(const char *text)
{
	long long number;
	return text_number(text, 1, INT64_MAX, &number);
}

/* UTF-8: a letter is a byte that continues none. */
static size_t letters_of(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

/* The first letters of a text. */
static const char *front(const char *s, size_t letters, struct arena *a)
{
	size_t length = 0;
	for (size_t n = 0; s[length]; length++) {
		n += ((unsigned char)s[length] & 0xC0) != 0x80;
		if (n > letters)
			break;
	}
	return arena_copy(a, s, length);
}

static bool fits_pattern(const char *text, const char *pattern)
{
	for (; *pattern; pattern++, text++) {
		bool digit = *text >= '0' && *text <= '9';
		if (*pattern == 'd' ? !digit : *text != *pattern)
			return false;
	}
	return !*text;
}

static bool is_hour(const char *text)
{
	return fits_pattern(text, "dd:dd") && strcmp(text, "24:00") < 0 && text[3] < '6';
}

/* 412/Pdt.G/2026/PA.Cth; data/sipp/tipe.xsd: nomor_perkara. */
static bool is_case_number(const char *text)
{
	static const char letters[] = LETTERS ".";
	size_t first = strspn(text, DIGITS);
	const char *at = text + first;
	if (first < 1 || first > 9 || *at++ != '/')
		return false;
	size_t alur = strspn(at, letters);
	at += alur;
	if (alur == 0 || *at++ != '/' || strspn(at, DIGITS) != 4 || at[4] != '/')
		return false;
	at += 5;
	return (text_starts(at, "PA.") || text_starts(at, "MS.")) && at[3] &&
	       strspn(at, letters) == strlen(at) && strlen(text) <= 250;
}

static bool is_good(const struct leaf *l, const char *text)
{
	day on;
	switch (l->form) {
	case LEAF_KEY:
		return is_row_key(text);
	case LEAF_DAY:
		return day_iso_parse(text, &on);
	case LEAF_HOUR:
		return is_hour(text);
	case LEAF_LETTER:
		return strlen(text) == 1 && strspn(text, LETTERS DIGITS) == 1;
	case LEAF_YES_NO:
		return strcmp(text, "Y") == 0 || strcmp(text, "T") == 0;
	case LEAF_REGISTER:
		return strlen(text) <= 30 && !strpbrk(text, " \t\n");
	case LEAF_NUMBER:
		return is_case_number(text);
	case LEAF_TEXT:
		break;
	}
	return letters_of(text) <= l->most;
}

/* As the contract spells it; "": SIPP says nothing here, which zero days and midnight mean too. */
static const char *read(const struct leaf *l, const char *value, struct arena *a)
{
	if (l->form == LEAF_TEXT)
		return text_plain(value, a);
	if (l->form == LEAF_DAY && text_starts(value, "0000"))
		return "";
	if (l->form == LEAF_DAY)
		return arena_copy(a, value, strcspn(value, " "));
	if (l->form == LEAF_HOUR && text_starts(value, "00:00"))
		return "";
	if (l->form == LEAF_HOUR && strlen(value) == strlen("09:00:00"))
		return arena_copy(a, value, strlen("09:00"));
	return value;
}

static void note(struct notes *n, const struct leaf_row *row, const char *what, const char *value)
{
	struct arena *a = n->a;
	const char *shown = front(text_plain(value, a), NOTE_VALUE, a);
	if (n->count < MOST_NOTES)
		n->items[n->count++] =
		    front(arena_print(a, "%s %s %s: %s", row->element, row->id, what, shown),
		          NOTE_LENGTH, a);
}

bool row_put(struct xml_out *o, const struct leaf_row *row, struct notes *notes)
{
	struct arena *a = o->text.a;
	const char *texts[MOST_LEAVES];
	for (size_t i = 0; i < row->count; i++) {
		const struct leaf *l = &row->leaves[i];
		const char *value = cell(row->rows, row->at, i);
		texts[i] = read(l, value, a);
		bool good = !texts[i][0] || is_good(l, texts[i]);
		if (!good)
			note(notes, row, l->name, value);
		if (!good)
			texts[i] = "";
		if (l->needed && !texts[i][0])
			return false;
	}
	if (row->element[0])
		xml_begin(o, row->element);
	for (size_t i = 0; i < row->count; i++) {
		if (texts[i][0])
			xml_leaf(o, row->leaves[i].name, texts[i]);
	}
	return true;
}

struct notes notes_start(struct arena *a)
{
	return (struct notes){ .a = a, .items = arena_get(a, MOST_NOTES, sizeof(char *)) };
}

void notes_put(struct xml_out *o, const struct notes *n)
{
	for (size_t i = 0; i < n->count; i++)
		xml_leaf(o, "dilewati", n->items[i]);
}
