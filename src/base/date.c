/* Days: the calendar, and how a date is read and shown. */
#include "loket/date.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

/* On papers of the court they are Indonesian in every language; screens and commands translate
 * them. */
static const char *const month_names[] = {
	N_("Januari"),   N_("Februari"), N_("Maret"),    N_("April"),
	N_("Mei"),       N_("Juni"),     N_("Juli"),     N_("Agustus"),
	N_("September"), N_("Oktober"),  N_("November"), N_("Desember"),
};
static const char *const month_romans[] = {
	"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
};
static const char *const weekday_names[] = {
	N_("Senin"), N_("Selasa"), N_("Rabu"), N_("Kamis"), N_("Jumat"), N_("Sabtu"), N_("Minggu"),
};

static int month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

/* A year that begins in March ends with the day that leap years add, so that the days before a
 * month follow from its number alone; 400 years are 146,097 days. */
enum { ERA_YEARS = 400, ERA_DAYS = 146097, EPOCH = 719468 };

static day day_number(struct ymd d)
{
	int year = d.month > 2 ? d.year : d.year - 1;
	int month = (d.month + 9) % 12; /* March is 0 */
	int era = year / ERA_YEARS, in_era = year % ERA_YEARS;
	int in_year = (153 * month + 2) / 5 + d.day - 1;
	return era * ERA_DAYS + in_era * 365 + in_era / 4 - in_era / 100 + in_year - EPOCH;
}

bool day_from_ymd(struct ymd d, day *out)
{
	if (d.year < YEAR_FIRST || d.year > YEAR_LAST || d.month < 1 || d.month > 12)
		return false;
	if (d.day < 1 || d.day > month_days(d.year, d.month))
		return false;
	*out = day_number(d);
	return true;
}

/* Quotient and remainder with a remainder that is never negative. */
static int64_t floor_divide(int64_t n, int64_t by, int64_t *rest)
{
	int64_t quotient = n / by;
	*rest = n % by;
	if (*rest < 0) {
		*rest += by;
		quotient--;
	}
	return quotient;
}

struct ymd day_ymd(day d)
{
	int64_t rest;
	int era = (int)floor_divide((int64_t)d + EPOCH, ERA_DAYS, &rest);
	int in_days = (int)rest;
	int in_era = (in_days - in_days / 1460 + in_days / 36524 - in_days / 146096) / 365;
	int in_year = in_days - (365 * in_era + in_era / 4 - in_era / 100);
	int march = (5 * in_year + 2) / 153;
	struct ymd found = {
		.year = in_era + era * ERA_YEARS + (march >= 10),
		.month = march < 10 ? march + 3 : march - 9,
		.day = in_year - (153 * march + 2) / 5 + 1,
	};
	return found;
}

int day_weekday(day d)
{
	int64_t rest; /* day 0 was a Thursday */
	floor_divide((int64_t)d + 3, 7, &rest);
	return (int)rest + 1;
}

int day_years(day from, day to)
{
	struct ymd a = day_ymd(from), b = day_ymd(to);
	bool before = b.month < a.month || (b.month == a.month && b.day < a.day);
	return b.year - a.year - before;
}

day day_add_months(day d, int months)
{
	struct ymd from = day_ymd(d);
	int64_t month;
	int64_t year = floor_divide((int64_t)from.year * 12 + from.month - 1 + months, 12, &month);
	struct ymd to = { .year = (int)year, .month = (int)month + 1, .day = from.day };
	int last = month_days(to.year, to.month);
	if (to.day > last)
		to.day = last;
	return day_number(to);
}

day month_last(day d)
{
	struct ymd at = day_ymd(d);
	return d - at.day + month_days(at.year, at.month);
}

/* ---- reading ---- */

/* The latest year ending so that is not more than 20 years ahead. */
int year_typed(int two_digits, day today)
{
	int latest = day_ymd(today).year + 20;
	int year = latest - latest % 100 + two_digits;
	return year > latest ? year - 100 : year;
}

static int digits_value(const char *s, size_t count)
{
	int value = 0;
	for (size_t i = 0; i < count; i++)
		value = 10 * value + (s[i] - '0');
	return value;
}

static bool day_from_run(const char *s, size_t length, day today, day *out)
{
	if (length != 6 && length != 8)
		return false;
	struct ymd d = { .day = digits_value(s, 2), .month = digits_value(s + 2, 2) };
	d.year = digits_value(s + 4, length - 4);
	if (length == 6)
		d.year = year_typed(d.year, today);
	return day_from_ymd(d, out);
}

static bool day_from_parts(const char *s, day today, day *out)
{
	int value[3];
	size_t width[3];
	char between = '\0';
	for (int i = 0; i < 3; i++) {
		width[i] = strspn(s, "0123456789");
		if (width[i] == 0 || width[i] > 4)
			return false;
		value[i] = digits_value(s, width[i]);
		s += width[i];
		if (i == 2)
			break;
		if (strchr("-/. ", *s) == NULL || (i > 0 && *s != between))
			return false;
		between = *s++;
	}
	if (*s != '\0' || width[1] > 2)
		return false;
	if (width[0] == 4 && width[2] <= 2) /* ISO 8601 */
		return day_from_ymd((struct ymd){ value[0], value[1], value[2] }, out);
	if (width[0] > 2 || (width[2] != 2 && width[2] != 4))
		return false;
	int year = width[2] == 2 ? year_typed(value[2], today) : value[2];
	return day_from_ymd((struct ymd){ year, value[1], value[0] }, out);
}

bool day_figures_parse(const char *s, day today, day *out)
{
	size_t run = strspn(s, "0123456789");
	return s[run] == '\0' ? day_from_run(s, run, today, out) : day_from_parts(s, today, out);
}

bool period_parse(const char *s, struct period *out)
{
	struct ymd first = { .month = 1, .day = 1 };
	size_t length = strlen(s);
	if (length != 4 && length != 7 && length != 10)
		return false;
	for (size_t i = 0; i < length; i++) {
		bool dash = i == 4 || i == 7;
		if (dash ? s[i] != '-' : s[i] < '0' || s[i] > '9')
			return false;
	}
	first.year = digits_value(s, 4);
	if (length > 4)
		first.month = digits_value(s + 5, 2);
	if (length > 7)
		first.day = digits_value(s + 8, 2);
	if (!day_from_ymd(first, &out->first))
		return false;
	out->last = length > 7 ? out->first : day_add_months(out->first, length > 4 ? 1 : 12) - 1;
	return true;
}

bool day_iso_parse(const char *s, day *out)
{
	struct period p;
	if (strlen(s) != sizeof "1985-05-25" - 1 || !period_parse(s, &p))
		return false;
	*out = p.first;
	return true;
}

/* ---- showing; no date shows as nothing ---- */

static bool shown_as_none(day d, char *out, size_t capacity)
{
	if (d == DAY_NONE && capacity > 0)
		out[0] = '\0';
	return d == DAY_NONE;
}

void day_show(day d, char *out, size_t capacity)
{
	if (shown_as_none(d, out, capacity))
		return;
	struct ymd y = day_ymd(d);
	snprintf(out, capacity, "%02d-%02d-%04d", y.day, y.month, y.year);
}

void day_iso(day d, char *out, size_t capacity)
{
	if (shown_as_none(d, out, capacity))
		return;
	struct ymd y = day_ymd(d);
	snprintf(out, capacity, "%04d-%02d-%02d", y.year, y.month, y.day);
}

void day_words(day d, char *out, size_t capacity)
{
	if (shown_as_none(d, out, capacity))
		return;
	struct ymd y = day_ymd(d);
	snprintf(out, capacity, "%d %s %04d", y.day, month_name(y.month), y.year);
}

void day_in_full(day d, char *out, size_t capacity)
{
	if (shown_as_none(d, out, capacity))
		return;
	char words[64];
	day_words(d, words, sizeof words);
	snprintf(out, capacity, "%s, %s", day_weekday_name(d), words);
}

const char *day_weekday_name(day d)
{
	return weekday_names[day_weekday(d) - 1];
}

const char *month_name(int month)
{
	assert(month >= 1 && month <= (int)COUNT_OF(month_names));
	return month_names[month - 1];
}

const char *month_roman(int month)
{
	assert(month >= 1 && month <= (int)COUNT_OF(month_romans));
	return month_romans[month - 1];
}
