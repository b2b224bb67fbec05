/* A month's sheet. */
#include "daypick.h"

#include <stdio.h>
#include <string.h>

#include "loket/fault.h"
#include "loket/text.h"

enum { WEEK = 7, WEEKS = 6, DAY_COLS = 4, HEAD_ROWS = 2, WORDS_ROOM = 320 };

void daypick_start(struct daypick *p, day at, const struct day_near *near)
{
	*p = (struct daypick){ .at = at == DAY_NONE ? near->today : at, .near = *near };
}

/* A day before 1800 or after 2200 is none. */
static void go(struct daypick *p, day to)
{
	day at;
	if (day_from_ymd(day_ymd(to), &at))
		p->at = at;
}

bool daypick_key(struct daypick *p, enum key key)
{
	static const struct {
		enum key key;
		int days, months;
	} moves[] = {
		{ K_LEFT, -1, 0 }, { K_RIGHT, 1, 0 }, { K_UP, -WEEK, 0 }, { K_DOWN, WEEK, 0 },
		{ K_PGUP, 0, -1 }, { K_F7, 0, -1 },   { K_PGDN, 0, 1 },   { K_F8, 0, 1 },
	};
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		if (moves[i].key == key) {
			go(p, day_add_months(p->at, moves[i].months) + moves[i].days);
			return true;
		}
	}
	if (key == K_HOME)
		p->at = p->near.today;
	else if (key == K_END)
		p->at = month_last(p->at);
	else
		return false;
	return true;
}

static bool may_take(const struct daypick *p, day d)
{
	return p->near.side == SIDE_ANY ||
	       (p->near.side == SIDE_PAST ? d <= p->near.today : d >= p->near.today);
}

bool daypick_may_take(const struct daypick *p)
{
	return may_take(p, p->at);
}

/* ---- days on which the court is closed ---- */

static const char *closed_why(const struct daypick *p, day d)
{
	return p->near.closed.why == NULL ? NULL : p->near.closed.why(p->near.closed.self, d);
}

/* Of a day that the court works: why it is not lawful. */
static const char *unlawful_why(const struct daypick *p, day d)
{
	bool free = p->near.unlawful.why == NULL || closed_why(p, d) != NULL;
	return free ? NULL : p->near.unlawful.why(p->near.unlawful.self, d);
}

static bool is_lawful(const struct daypick *p, day d)
{
	return p->near.unlawful.why != NULL && may_take(p, d) && closed_why(p, d) == NULL &&
	       unlawful_why(p, d) == NULL;
}

/* Its name, where it is more than the weekday's. */
static const char *holiday_of(const struct daypick *p, day d)
{
	const char *why = closed_why(p, d);
	return why == NULL || text_same(why, day_weekday_name(d)) ? NULL : why;
}

static day month_first(day d)
{
	return d - day_ymd(d).day + 1;
}

int daypick_rows(const struct daypick *p)
{
	int rows = HEAD_ROWS + WEEKS;
	for (day d = month_first(p->at); d <= month_last(p->at); d++)
		rows += holiday_of(p, d) != NULL;
	return rows;
}

/* ---- the picture ---- */

/* "Jumat, 25 Desember 2026: Natal"; the weekday goes where there is no space for it. */
static void chosen_words(const struct daypick *p, int width, char *out, size_t capacity)
{
	char date[64];
	const char *holiday = holiday_of(p, p->at);
	const char *what = !daypick_may_take(p)             ? _("di luar batas")
	                   : holiday != NULL                ? _(holiday)
	                   : closed_why(p, p->at) != NULL   ? _("pengadilan tutup")
	                   : unlawful_why(p, p->at) != NULL ? _(unlawful_why(p, p->at))
	                   : is_lawful(p, p->at)            ? _("hari sidang yang sah")
	                   : p->near.closed.why == NULL     ? ""
	                                                    : _("hari kerja");
	const char *between = *what == '\0' ? "" : ": ";
	day_in_full(p->at, date, sizeof date);
	if (text_columns(date) + text_columns(between) + text_columns(what) > width)
		day_words(p->at, date, sizeof date);
	snprintf(out, capacity, "%s%s%s", date, between, what);
}

/* "Sn Sl Rb Km Jm Sb Mg", each over its day. */
static void draw_weekdays(struct cells *c, int row, int col)
{
	const char *name = _("Sn Sl Rb Km Jm Sb Mg");
	for (int i = 0; i < WEEK && *name != '\0'; i++) {
		char word[16];
		size_t length = strcspn(name, " ");
		snprintf(word, sizeof word, "%.*s", (int)length, name);
		cells_put(c, row, col + i * DAY_COLS + 1, STYLE_DIM, word);
		name += length + (name[length] == ' ');
	}
}

static void draw_day(const struct daypick *p, struct cells *c, int row, int col, day d)
{
	char number[8];
	bool chosen = d == p->at;
	enum style style = chosen                       ? STYLE_FOCUS
	                   : !may_take(p, d)            ? STYLE_DIM
	                   : unlawful_why(p, d) != NULL ? STYLE_DIM
	                   : d == p->near.today         ? STYLE_TITLE
	                                                : STYLE_PLAIN;
	snprintf(number, sizeof number, "%2d", day_ymd(d).day);
	cells_put(c, row, col, STYLE_TITLE, chosen ? "▸" : " ");
	cells_put(c, row, col + 1, style, number);
	cells_put(c, row, col + 3, is_lawful(p, d) ? STYLE_DONE : STYLE_DIM,
	          holiday_of(p, d) != NULL   ? "*"
	          : closed_why(p, d) != NULL ? "·"
	          : is_lawful(p, d)          ? "✓"
	                                     : " ");
	if (chosen)
		cells_cursor(c, row, col + 1);
}

/* The first week that is drawn, where there is space for `rows` of them. */
static int first_week(const struct daypick *p, day monday, int rows)
{
	int chosen = (p->at - monday) / WEEK;
	return chosen < rows ? 0 : chosen - rows + 1;
}

static int draw_weeks(const struct daypick *p, struct cells *c, struct area where)
{
	day first = month_first(p->at), monday = first - day_weekday(first) + 1;
	int rows = where.rows < WEEKS ? where.rows : WEEKS;
	monday += WEEK * first_week(p, monday, rows);
	for (int i = 0; i < rows * WEEK; i++) {
		day d = monday + i;
		if (day_ymd(d).month == day_ymd(p->at).month)
			draw_day(p, c, where.row + i / WEEK, where.col + i % WEEK * DAY_COLS, d);
	}
	return rows;
}

static void draw_names(const struct daypick *p, struct cells *c, struct area where)
{
	int row = 0;
	for (day d = month_first(p->at); d <= month_last(p->at) && row < where.rows; d++) {
		char line[WORDS_ROOM];
		const char *name = holiday_of(p, d);
		if (name == NULL)
			continue;
		snprintf(line, sizeof line, "%2d* %s", day_ymd(d).day, _(name));
		cells_put_fit(c, where.row + row++, where.col + 1, where.cols - 1, STYLE_PLAIN,
		              line);
	}
}

void daypick_sheet(const struct daypick *p, struct cells *c, struct area where)
{
	draw_weekdays(c, where.row, where.col);
	where.row++;
	where.rows--;
	int used = draw_weeks(p, c, where);
	where.row += used;
	where.rows -= used;
	draw_names(p, c, where);
}

void daypick_draw(const struct daypick *p, struct cells *c, struct area where)
{
	char words[WORDS_ROOM];
	chosen_words(p, where.cols, words, sizeof words);
	cells_put_fit(c, where.row, where.col, where.cols, STYLE_TITLE, words);
	where.row++;
	where.rows--;
	daypick_sheet(p, c, where);
}
