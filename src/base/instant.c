/* Instants: UTC inside, the court's zone for people, RFC 3339 on the wire. */
#include <stdio.h>
#include <string.h>

#include "loket/date.h"

enum { SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

/* An instant in the parts people count by. */
struct moment {
	day day;
	int hour, minute, second, millisecond;
};

static struct moment moment_of(instant t, int zone_minutes)
{
	t += (int64_t)zone_minutes * MINUTE;
	int64_t rest = t % DAY;
	if (rest < 0)
		rest += DAY;
	int in_day = (int)rest;
	return (struct moment){
		.day = (day)((t - rest) / DAY),
		.hour = in_day / HOUR,
		.minute = in_day % HOUR / MINUTE,
		.second = in_day % MINUTE / SECOND,
		.millisecond = in_day % SECOND,
	};
}

day instant_day(instant t, const struct zone *z)
{
	return t == INSTANT_NONE ? DAY_NONE : moment_of(t, z->minutes).day;
}

int instant_minute_of_day(instant t, const struct zone *z)
{
	if (t == INSTANT_NONE)
		return 0;
	struct moment m = moment_of(t, z->minutes);
	return m.hour * 60 + m.minute;
}

instant instant_at(day d, int minute_of_day, const struct zone *z)
{
	if (d == DAY_NONE)
		return INSTANT_NONE;
	return (int64_t)d * DAY + (int64_t)(minute_of_day - z->minutes) * MINUTE;
}

/* ---- showing; nothing is shown of "never" ---- */

static bool shown_as_never(instant t, char *out, size_t capacity)
{
	if (t == INSTANT_NONE && capacity > 0)
		out[0] = '\0';
	return t == INSTANT_NONE;
}

void instant_clock(instant t, const struct zone *z, char *out, size_t capacity)
{
	if (shown_as_never(t, out, capacity))
		return;
	struct moment m = moment_of(t, z->minutes);
	snprintf(out, capacity, "%02d.%02d", m.hour, m.minute);
}

void instant_show(instant t, const struct zone *z, char *out, size_t capacity)
{
	if (shown_as_never(t, out, capacity))
		return;
	struct moment m = moment_of(t, z->minutes);
	char date[64];
	day_show(m.day, date, sizeof date);
	snprintf(out, capacity, "%s %02d.%02d", date, m.hour, m.minute);
}

void instant_utc(instant t, char *out, size_t capacity)
{
	if (shown_as_never(t, out, capacity))
		return;
	struct moment m = moment_of(t, 0);
	char date[64];
	day_iso(m.day, date, sizeof date);
	snprintf(out, capacity, "%sT%02d:%02d:%02d.%03dZ", date, m.hour, m.minute, m.second,
	         m.millisecond);
}

void instant_local(instant t, const struct zone *z, char *out, size_t capacity)
{
	if (shown_as_never(t, out, capacity))
		return;
	struct moment m = moment_of(t, z->minutes);
	int east = z->minutes < 0 ? -z->minutes : z->minutes;
	char date[64];
	day_iso(m.day, date, sizeof date);
	snprintf(out, capacity, "%sT%02d:%02d:%02d%c%02d:%02d", date, m.hour, m.minute, m.second,
	         z->minutes < 0 ? '-' : '+', east / 60, east % 60);
}

/* ---- reading ---- */

/* Exactly `count` digits at `*s`, which moves behind them; false: others, or above `high`. */
static bool take_digits(const char **s, int count, int high, int *out)
{
	int value = 0;
	for (int i = 0; i < count; i++, (*s)++) {
		if (**s < '0' || **s > '9')
			return false;
		value = 10 * value + (**s - '0');
	}
	*out = value;
	return value <= high;
}

static bool take(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

/* Digits after the third say less than a millisecond and are passed over. */
static bool take_fraction(const char **s, int *milliseconds)
{
	*milliseconds = 0;
	if (!take(s, '.'))
		return true;
	int worth = 100;
	size_t digits = strspn(*s, "0123456789");
	for (size_t i = 0; i < digits; i++, (*s)++) {
		*milliseconds += worth * (**s - '0');
		worth /= 10;
	}
	return digits > 0;
}

static bool take_offset(const char **s, int *minutes)
{
	*minutes = 0;
	if (take(s, 'Z') || take(s, 'z'))
		return true;
	bool west = **s == '-';
	int hour, minute;
	if (!west && **s != '+')
		return false;
	(*s)++;
	if (!take_digits(s, 2, 23, &hour))
		return false;
	take(s, ':');
	if (!take_digits(s, 2, 59, &minute))
		return false;
	*minutes = (west ? -1 : 1) * (60 * hour + minute);
	return true;
}

bool instant_parse(const char *s, instant *out)
{
	struct ymd date;
	struct moment m;
	int offset;
	bool read = take_digits(&s, 4, 9999, &date.year) && take(&s, '-') &&
	            take_digits(&s, 2, 12, &date.month) && take(&s, '-') &&
	            take_digits(&s, 2, 31, &date.day) && day_from_ymd(date, &m.day) &&
	            (take(&s, 'T') || take(&s, 't') || take(&s, ' ')) &&
	            take_digits(&s, 2, 23, &m.hour) && take(&s, ':') &&
	            take_digits(&s, 2, 59, &m.minute) && take(&s, ':') &&
	            take_digits(&s, 2, 60, &m.second) && /* 60: a leap second */
	            take_fraction(&s, &m.millisecond) && take_offset(&s, &offset) && *s == '\0';
	if (!read)
		return false;
	*out = (int64_t)m.day * DAY + (int64_t)m.hour * HOUR +
	       (int64_t)(m.minute - offset) * MINUTE + (int64_t)m.second * SECOND + m.millisecond;
	return true;
}
