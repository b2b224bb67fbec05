/* Days and instants. A date has no zone: it is a day number. An instant is UTC; what a clerk reads
 * is the same instant in the court's zone (WIB +7, WITA +8, WIT +9; Keppres 41/1987), none of which
 * has daylight saving, so a zone is a name and an offset. */
#ifndef LOKET_DATE_H
#define LOKET_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loket/fault.h"

/* ---- date.c ---- */
typedef int32_t day;     /* days since 1970-01-01, proleptic Gregorian; DAY_NONE: no date */
typedef int64_t instant; /* milliseconds since 1970-01-01T00:00:00Z; INSTANT_NONE: never */

#define DAY_NONE     INT32_MIN
#define INSTANT_NONE INT64_MIN

enum { MINUTE_MS = 60000 }; /* of instants */

struct zone {
	char name[8]; /* "WIB" */
	int minutes;  /* east of UTC */
};

struct period {
	day first, last; /* both within */
};

enum { YEAR_FIRST = 1800, YEAR_LAST = 2200 }; /* outside them there is no day */

struct ymd {
	int year, month, day; /* month 1-12, day 1-31 */
};

MUST_USE bool day_from_ymd(struct ymd d, day *out); /* false: no such date */
struct ymd day_ymd(day d);
int day_weekday(day d);                /* 1 Monday … 7 Sunday (ISO 8601) */
day day_add_months(day d, int months); /* clipped to the month's last day */
day month_last(day d);                 /* the last day of its month */
int day_years(day from, day to);       /* whole years; negative when `to` is before */

/* A day in figures, as files write it: 25112026, 251126, 25-11-26, 25/11/2026, 2026-11-25. */
MUST_USE bool day_figures_parse(const char *s, day today, day *out);
/* The full year: the one nearest to `today` that is at most 20 years ahead. */
int year_typed(int two_digits, day today);
/* What a machine writes, and what is stored: 1985-05-25 and nothing else. */
MUST_USE bool day_iso_parse(const char *s, day *out);

/* A year, a month or a day as "2026", "2026-11", "2026-11-25". False: it is none of them. */
MUST_USE bool period_parse(const char *s, struct period *out);

/* Shown forms; 64 bytes are enough for each. */
void day_show(day d, char *out, size_t capacity);    /* 25-11-2026 */
void day_iso(day d, char *out, size_t capacity);     /* 2026-11-25 */
void day_words(day d, char *out, size_t capacity);   /* 25 November 2026 */
void day_in_full(day d, char *out, size_t capacity); /* Rabu, 25 November 2026 */
const char *day_weekday_name(day d);                 /* Rabu */
const char *month_name(int month);                   /* November */
const char *month_roman(int month);                  /* XI, as letters are numbered */

/* ---- daytyped.c: a day as people type it ---- */
/* The days on which the court does not work, with the reason. */
struct closed_days {
	const void *self;
	/* "Natal", "Sabtu"; NULL: the court works. NULL itself: nobody knows. */
	const char *(*why)(const void *self, day d);
};
/* What is left out is taken from: the day it is, and on which side of it the day must lie. */
enum day_side { SIDE_ANY, SIDE_PAST, SIDE_FUTURE };
struct day_near {
	day today;
	enum day_side side;
	struct closed_days closed;
	struct closed_days unlawful; /* of a hearing: days too near, or without room and panel */
};
/* In figures, the year left out too (25-11); in words: 1 des, 1 Desember 2026, Senin 30 November
 * 2026 (the weekday must be right); hari ini, besok, lusa, kemarin; senin (the next one, or the
 * last where it must be past), senin ini, senin depan, senin lalu (of this week, the next, the last
 * before today); +3, -1, +2 minggu, +1 bulan, +3 hari kerja, and the same as "3 hari kerja lagi",
 * "2 minggu lalu". Months in Indonesian or English, from three letters on. Without a year: the
 * nearest such day on the side wanted. Working days are refused where nobody knows them. */
MUST_USE bool day_typed_parse(const char *s, const struct day_near *near, day *out);

/* ---- instant.c ---- */
day instant_day(instant t, const struct zone *z);
int instant_minute_of_day(instant t, const struct zone *z); /* 0-1439, local */
instant instant_at(day d, int minute_of_day, const struct zone *z);
void instant_clock(instant t, const struct zone *z, char *out, size_t capacity); /* 09.41 */
/* 25-11-2026 09.41 */
void instant_show(instant t, const struct zone *z, char *out, size_t capacity);
void instant_utc(instant t, char *out, size_t capacity); /* 2026-11-25T02:41:07.123Z */
/* 2026-11-25T09:41:07+07:00 */
void instant_local(instant t, const struct zone *z, char *out, size_t capacity);
/* RFC 3339: optional fraction, Z or +hh:mm or +hhmm. */
MUST_USE bool instant_parse(const char *s, instant *out);
/* A time of day: "9", "930", "0930", "9.30", "09:30", "09:30:12": hours, then minutes after a mark
 * or as the last two digits; seconds are passed over. */
MUST_USE bool clock_parse(const char *s, int *minute_of_day);

/* ---- hijri.c ---- */
/* Tabular Islamic calendar (30-year cycle, leap years 2 5 7 10 13 16 18 21 24 26 29); the court
 * moves its months, see calendar_hijri(). */
struct ymd day_hijri(day d);
void hijri_words(const struct ymd *hijri, char *out, size_t capacity); /* "9 Jumadilakhir 1448 H" */

#endif
