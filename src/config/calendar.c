/* data/calendar.xml: days on which the court does not sit. The file must be in order of the days,
 * so that a repeated day or a wrong year is noticed. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

struct days {
	struct holiday *items;
	size_t count, capacity;
};

static bool in_order(struct source *s, const struct xml_node *n, const struct days *before, day on,
                     int year)
{
	const char *iso = text_of(s, n, "on");
	if (day_ymd(on).year != year)
		return refuse(s, n,
		              N_("tanggal %1 bukan di tahun ini; pindahkan ke <year> yang benar"),
		              iso);
	if (before->count == 0 || before->items[before->count - 1].on < on)
		return true;
	return refuse(
	    s, n,
	    N_("tanggal %1 sudah ada atau tidak urut; tulis setiap hari sekali, menurut tanggal"),
	    iso);
}

static bool year_read(struct source *s, const struct xml_node *year, int number, struct days *days)
{
	const char *decree = text_of(s, year, "decree");
	for (const struct xml_node *n = xml_child(year, "day"); n != NULL; n = xml_next(n, "day")) {
		day on;
		if (!day_of(s, n, "on", &on) || !in_order(s, n, days, on, number))
			return false;
		days->items = list_grow(s->a, days->items, days->count, &days->capacity,
		                        sizeof *days->items);
		days->items[days->count++] =
		    (struct holiday){ .on = on,
			              .name = text_of(s, n, "name"),
			              .decree = xml_attribute(n, "decree", decree, s->a),
			              .joint_leave = text_same(text_of(s, n, "kind"), "leave") };
	}
	return true;
}

/* "1447-09"; year 0 where it is no such text. */
static struct hijri_month month_of(struct source *s, const struct xml_node *n)
{
	long long year = 0, month = 0;
	const char *text = text_of(s, n, "month"), *offset = text_of(s, n, "offset");
	bool before = offset[0] == '-';
	long long days = 0;
	(void)(strlen(text) == 7 && text_number(arena_copy(s->a, text, 4), 0, 9999, &year) &&
	       text_number(text + 5, 1, 12, &month) && text_number(offset + before, 0, 9, &days));
	return (struct hijri_month){ (int)year, (int)month, (int)(before ? -days : days),
		                     yes_of(s, n, "reckoned") };
}

static bool months_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "hijri"), i = 0;
	struct hijri_month *months = arena_get(s->a, count + 1, sizeof *months);
	for (const struct xml_node *n = xml_child(root, "hijri"); n != NULL;
	     n = xml_next(n, "hijri"))
		months[i++] = month_of(s, n);
	s->book->calendar.months = months;
	s->book->calendar.month_count = count;
	return keys_differ(s, root, "hijri", "month");
}

static bool calendar_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "year"), i = 0;
	int *years = arena_get(s->a, count + 1, sizeof *years);
	struct days days = { 0 };
	for (const struct xml_node *n = xml_child(root, "year"); n != NULL;
	     n = xml_next(n, "year"), i++) {
		years[i] = (int)number_of(s, n, "number");
		if (i > 0 && years[i] <= years[i - 1])
			return refuse(
			    s, n,
			    N_("tahun %1 sudah ada atau tidak urut; tulis setiap tahun sekali, berurutan"),
			    text_of(s, n, "number"));
		if (!year_read(s, n, years[i], &days))
			return false;
	}
	s->book->calendar = (struct calendar){ .holidays = days.items,
		                               .holiday_count = days.count,
		                               .years = years,
		                               .year_count = count };
	return months_read(s, root);
}

const struct data_file data_calendar = { "data/calendar.xml", "data/xsd/calendar.xsd",
	                                 N_("Kalender"), calendar_read, NULL };
