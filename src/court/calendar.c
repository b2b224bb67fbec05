/* Working days: Monday to Friday without national holidays, joint leave and the court's own
 * closures, all in data/calendar.xml. */
#include "loket/court.h"
#include "loket/list.h"

#include "private.h"

enum { SATURDAY = 6 };

const struct holiday *calendar_holiday(const struct calendar *c, day d)
{
	size_t low = 0, high = c->holiday_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (c->holidays[middle].on < d)
			low = middle + 1;
		else
			high = middle;
	}
	return low < c->holiday_count && c->holidays[low].on == d ? &c->holidays[low] : NULL;
}

bool calendar_works(const struct calendar *c, day d)
{
	return day_weekday(d) < SATURDAY && calendar_holiday(c, d) == NULL;
}

static const char *closed_why(const void *self, day d)
{
	const struct holiday *h = calendar_holiday(self, d);
	if (h != NULL)
		return h->name;
	return day_weekday(d) < SATURDAY ? NULL : day_weekday_name(d);
}

struct closed_days calendar_closed(const struct calendar *c)
{
	return (struct closed_days){ .self = c, .why = closed_why };
}

void day_note(struct day_counts *days, day on, int nth, const char *why)
{
	if (days == NULL)
		return;
	days->items = list_grow(days->a, days->items, days->count, &days->capacity,
	                        sizeof *days->items);
	days->items[days->count++] = (struct day_count){ on, nth, why };
}

/* The first working day on or after. */
static day calendar_next(const struct calendar *c, day d, struct day_counts *days)
{
	for (; !calendar_works(c, d); d++)
		day_note(days, d, 0, closed_why(c, d));
	return d;
}

day calendar_before(const struct calendar *c, day d, int n, struct day_counts *days)
{
	for (int counted = 0; counted < n; d--) {
		bool works = calendar_works(c, d);
		counted += works;
		day_note(days, d, works ? counted : 0,
		         works ? N_("hari kerja, dihitung") : closed_why(c, d));
	}
	return d;
}

/* What the court's file says of the computed month of `d`; NULL: nothing. */
static const struct hijri_month *month_told(const struct calendar *c, day d)
{
	struct ymd h = day_hijri(d);
	for (size_t i = 0; i < c->month_count; i++) {
		if (c->months[i].year == h.year && c->months[i].month == h.month)
			return &c->months[i];
	}
	return NULL;
}

/* The first day of the computed month of `d`, moved as the court's file says. */
static day month_begins(const struct calendar *c, day d)
{
	const struct hijri_month *told = month_told(c, d);
	return d - day_hijri(d).day + 1 + (told == NULL ? 0 : told->offset);
}

static bool month_sighted(const struct calendar *c, day d)
{
	const struct hijri_month *told = month_told(c, d);
	return told != NULL && !told->reckoned;
}

/* A month that begins late leaves its first days to the month before; one that begins early takes
 * its last days. */
const char *calendar_hijri(const struct calendar *c, day d, struct arena *a)
{
	enum { MIDDLE = 15, LONGEST = 30, ROOM = 64 };
	char words[ROOM], reckoned[ROOM];
	day in_month = d - day_hijri(d).day + MIDDLE;
	day next = in_month + LONGEST;
	if (d < month_begins(c, in_month))
		in_month -= LONGEST;
	else if (d >= month_begins(c, next))
		in_month = next;
	struct ymd h = day_hijri(in_month);
	h.day = d - month_begins(c, in_month) + 1;
	hijri_words(&h, words, sizeof words);
	/* whether a thirtieth day is, the month that follows tells */
	if (month_sighted(c, in_month) && (h.day < LONGEST || month_sighted(c, in_month + LONGEST)))
		return arena_text(a, words);
	message_fill(N_("%1 (menurut hisab)"), (const char *const[]){ words }, 1, reckoned,
	             sizeof reckoned);
	return arena_text(a, reckoned);
}

bool calendar_knows(const struct calendar *c, int year)
{
	for (size_t i = 0; i < c->year_count; i++) {
		if (c->years[i] == year)
			return true;
	}
	return false;
}

day calendar_counted_from(const struct rulebook *b, instant at, struct day_counts *days)
{
	const struct zone *z = &b->court.zone;
	day d = instant_day(at, z);
	if (instant_minute_of_day(at, z) >= b->court.closing_minute)
		day_note(days, d++, 0, N_("sesudah jam tutup pendaftaran"));
	d = calendar_next(&b->calendar, d, days);
	day_note(days, d, 1, N_("hari kerja pertama"));
	return d;
}

day calendar_counts_from(const struct rulebook *b, instant at)
{
	return calendar_counted_from(b, at, NULL);
}
