/* A day as people type it: in figures or in words. */
#include <string.h>

#include "loket/date.h"
#include "loket/list.h"
#include "loket/text.h"

enum { WORDS_MOST = 5, WORD_ROOM = 16, LEAST_LETTERS = 3, WEEK = 7 };

/* ---- words ---- */

/* One run of digits or of letters, in small letters. */
struct piece {
	char text[WORD_ROOM];
	size_t length;
	int number; /* -1: letters */
};
struct pieces {
	struct piece at[WORDS_MOST];
	size_t count;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* `c` in small letters; '\0': no letter of ASCII. */
static char small(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c >= 'a' && c <= 'z' ? c : '\0';
}

/* Bytes of the apostrophe at `s`, of which words lose theirs ("Jum’at"); 0: there is none. */
static size_t apostrophe(const char *s)
{
	static const char typographic[] = "\u2019";
	return *s == '\'' ? 1 : text_starts(s, typographic) ? sizeof typographic - 1 : 0;
}

static bool piece_take(const char **s, struct piece *out)
{
	bool digits = is_digit(**s);
	*out = (struct piece){ .number = digits ? 0 : -1 };
	for (;; (*s)++) {
		*s += digits ? 0 : apostrophe(*s);
		char c = digits ? (is_digit(**s) ? **s : '\0') : small(**s);
		if (c == '\0')
			return out->length > 0;
		if (out->length == WORD_ROOM - 1 || (digits && out->length == 6))
			return false;
		out->text[out->length++] = c;
		out->number = digits ? 10 * out->number + (c - '0') : -1;
	}
}

/* Blanks, - / . and , part the pieces, and so does a digit beside a letter. */
static bool pieces_take(const char *s, struct pieces *out)
{
	out->count = 0;
	for (;;) {
		for (size_t skip; (skip = strspn(s, " -/.,")) > 0 || (skip = apostrophe(s)) > 0;)
			s += skip;
		if (*s == '\0')
			return out->count > 0;
		if (out->count == WORDS_MOST || !piece_take(&s, &out->at[out->count++]))
			return false;
	}
}

static bool is_word(const struct pieces *p, size_t at, const char *word)
{
	return at < p->count && text_same(p->at[at].text, word);
}

/* Are these all the words from `at` on? */
static bool ends_as(const struct pieces *p, size_t at, const char *words)
{
	for (; at < p->count && *words != '\0'; at++) {
		size_t n = strcspn(words, " ");
		if (n != p->at[at].length || strncmp(words, p->at[at].text, n) != 0)
			return false;
		words += n + (words[n] == ' ');
	}
	return at == p->count && *words == '\0';
}

/* A name and what it stands for; three of its letters are enough. */
struct name {
	const char *name;
	int number;
};

static int number_named(const struct name *names, size_t count, const struct piece *p)
{
	for (size_t i = 0; p->number < 0 && p->length >= LEAST_LETTERS && i < count; i++) {
		if (text_starts(names[i].name, p->text))
			return names[i].number;
	}
	return 0;
}

static int month_of(const struct piece *p)
{
	static const struct name names[] = {
		{ "januari", 1 },   { "februari", 2 },  { "maret", 3 },     { "april", 4 },
		{ "mei", 5 },       { "juni", 6 },      { "juli", 7 },      { "agustus", 8 },
		{ "agt", 8 },       { "ags", 8 },       { "september", 9 }, { "oktober", 10 },
		{ "november", 11 }, { "desember", 12 }, { "pebruari", 2 },  { "nopember", 11 },
		{ "january", 1 },   { "february", 2 },  { "march", 3 },     { "may", 5 },
		{ "june", 6 },      { "july", 7 },      { "august", 8 },    { "october", 10 },
		{ "december", 12 },
	};
	return number_named(names, COUNT_OF(names), p);
}

static int weekday_of(const struct piece *p)
{
	static const struct name names[] = {
		{ "senin", 1 }, { "selasa", 2 }, { "rabu", 3 },   { "kamis", 4 },
		{ "jumat", 5 }, { "sabtu", 6 },  { "minggu", 7 }, { "ahad", 7 },
	};
	return number_named(names, COUNT_OF(names), p);
}

/* ---- a day and a month ---- */

static bool on_side(const struct day_near *near, day d)
{
	return near->side == SIDE_ANY ||
	       (near->side == SIDE_PAST ? d <= near->today : d >= near->today);
}

static int distance(const struct day_near *near, day d)
{
	return d < near->today ? near->today - d : d - near->today;
}

/* The nearest on the side wanted; of two as near the later. A leap day is at most 8 years away. */
static bool without_year(struct ymd d, const struct day_near *near, day *out)
{
	enum { AROUND = 8 };
	int this_year = day_ymd(near->today).year;
	bool found = false;
	for (d.year = this_year - AROUND; d.year <= this_year + AROUND; d.year++) {
		day at;
		if (!day_from_ymd(d, &at) || !on_side(near, at) ||
		    (found && distance(near, at) > distance(near, *out)))
			continue;
		*out = at;
		found = true;
	}
	return found;
}

/* "25-11" */
static bool by_two_figures(const struct pieces *p, const char *s, const struct day_near *near,
                           day *out)
{
	if (p->count != 2 || p->at[0].length > 2 || p->at[1].length > 2 ||
	    strlen(s) != p->at[0].length + 1 + p->at[1].length)
		return false;
	return without_year((struct ymd){ .month = p->at[1].number, .day = p->at[0].number }, near,
	                    out);
}

/* "1 des", "1 des 26" from piece `at` on. */
static bool by_month(const struct pieces *p, size_t at, const struct day_near *near, day *out)
{
	size_t left = p->count - at;
	if (left < 2 || left > 3 || p->at[at].number < 0 || p->at[at].length > 2)
		return false;
	struct ymd d = { .day = p->at[at].number, .month = month_of(&p->at[at + 1]) };
	if (left == 2)
		return without_year(d, near, out);
	const struct piece *year = &p->at[at + 2];
	if (year->number < 0 || (year->length != 2 && year->length != 4))
		return false;
	d.year = year->length == 2 ? year_typed(year->number, near->today) : year->number;
	return day_from_ymd(d, out);
}

/* ---- days by name ---- */

static bool by_name(const struct pieces *p, const struct day_near *near, day *out)
{
	static const struct {
		const char *words;
		int away;
	} names[] = {
		{ "hari ini", 0 }, { "besok", 1 },    { "lusa", 2 },       { "kemarin", -1 },
		{ "today", 0 },    { "tomorrow", 1 }, { "yesterday", -1 },
	};
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (ends_as(p, 0, names[i].words)) {
			*out = near->today + names[i].away;
			return true;
		}
	}
	return false;
}

/* "minggu depan" is next week, and no day. */
static bool by_weekday(const struct pieces *p, const struct day_near *near, day *out)
{
	int wanted = weekday_of(&p->at[0]), now = day_weekday(near->today);
	if (wanted == 0)
		return false;
	day this_week = near->today + wanted - now;
	bool past = near->side == SIDE_PAST;
	if (p->count == 1)
		*out = past ? this_week - (wanted >= now ? WEEK : 0)
		            : this_week + (wanted <= now ? WEEK : 0);
	else if (p->count == 2 && is_word(p, 0, "minggu"))
		return false;
	else if (ends_as(p, 1, "ini"))
		*out = this_week;
	else if (ends_as(p, 1, "depan"))
		*out = this_week + WEEK;
	else if (ends_as(p, 1, "lalu"))
		*out = this_week - (wanted >= now ? WEEK : 0);
	else
		return by_month(p, 1, near, out) && day_weekday(*out) == wanted;
	return true;
}

/* ---- days counted from today ---- */

static bool working_days(const struct day_near *near, int days, day *out)
{
	enum { MOST = 1000 };
	int by = days < 0 ? -1 : 1;
	if (near->closed.why == NULL || days * by > MOST)
		return false;
	day d = near->today;
	for (int left = days * by; left > 0;) {
		d += by;
		left -= near->closed.why(near->closed.self, d) == NULL;
	}
	*out = d;
	return true;
}

/* `count` of the unit in the words from piece 1 on. */
static bool counted(const struct pieces *p, int count, const struct day_near *near, day *out)
{
	enum { MOST_DAYS = 150000, MOST_MONTHS = 12 * 400 };
	int months = ends_as(p, 1, "bulan") ? 1 : ends_as(p, 1, "tahun") ? 12 : 0;
	int days = p->count == 1 || ends_as(p, 1, "hari") ? 1 : ends_as(p, 1, "minggu") ? WEEK : 0;
	int size = count < 0 ? -count : count;
	if (ends_as(p, 1, "hari kerja") || ends_as(p, 1, "hk"))
		return working_days(near, count, out);
	if (days > 0 && size <= MOST_DAYS / days)
		*out = near->today + days * count;
	else if (months > 0 && size <= MOST_MONTHS / months)
		*out = day_add_months(near->today, months * count);
	else
		return false;
	return true;
}

/* "+3", "-2 minggu" */
static bool by_sign(const char *s, struct pieces *p, const struct day_near *near, day *out)
{
	int sign = *s == '-' ? -1 : 1;
	return is_digit(s[1 + strspn(s + 1, " ")]) && pieces_take(s + 1, p) &&
	       counted(p, sign * p->at[0].number, near, out);
}

/* "3 hari kerja lagi", "2 minggu lalu" */
static bool by_distance(struct pieces *p, const struct day_near *near, day *out)
{
	bool later = is_word(p, p->count - 1, "lagi"), before = is_word(p, p->count - 1, "lalu");
	if (p->count < 3 || p->at[0].number < 0 || !(later || before))
		return false;
	p->count--;
	bool good = counted(p, later ? p->at[0].number : -p->at[0].number, near, out);
	p->count++;
	return good;
}

bool day_typed_parse(const char *s, const struct day_near *near, day *out)
{
	struct pieces p;
	day found = DAY_NONE;
	if (day_figures_parse(s, near->today, out))
		return true;
	bool good = *s == '+' || *s == '-'
	                ? by_sign(s, &p, near, &found)
	                : pieces_take(s, &p) &&
	                      (by_two_figures(&p, s, near, &found) ||
	                       by_month(&p, 0, near, &found) || by_name(&p, near, &found) ||
	                       by_weekday(&p, near, &found) || by_distance(&p, near, &found));
	return good && day_from_ymd(day_ymd(found), out);
}
