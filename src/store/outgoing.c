/* Letters that go out under a number: one series a year. */
#include "loket/store/outgoing.h"

#include "loket/list.h"

#include "private.h"

static void take_row(struct query *q, struct arena *a, struct outgoing *o)
{
	o->year = take_int(q);
	o->number = take_int(q);
	o->subject = take_id(q);
	o->paper = take_text(q, a);
	o->which = take_int(q);
	o->name = take_text(q, a);
	o->dated = take_day(q);
	o->recipient = take_text(q, a);
	o->about = take_text(q, a);
	o->case_number = take_text(q, a);
	o->prints = take_int(q);
	o->who = take_text(q, a);
	o->at = take_instant(q);
}

static bool rows_take(struct query *q, struct arena *a, struct outgoing_list *out,
                      struct fault *why)
{
	*out = (struct outgoing_list){ 0 };
	while (query_next(q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_row(q, a, &out->items[out->count++]);
	}
	return query_end(q, why);
}

bool outgoing_of(struct store *s, const struct id *subject, struct arena *a,
                 struct outgoing_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_outgoing_of);
	bind_text(&q, ":subject", subject->text);
	return rows_take(&q, a, out, why);
}

bool outgoing_of_year(struct store *s, int year, struct arena *a, struct outgoing_list *out,
                      struct fault *why)
{
	struct query q = query_of(s, SQL_outgoing_year);
	bind_number(&q, ":year", year);
	return rows_take(&q, a, out, why);
}

bool outgoing_find(struct store *s, struct outgoing *o, struct arena *a, struct fault *why)
{
	struct query q = query_of(s, SQL_outgoing_one);
	bind_text(&q, ":subject", o->subject.text);
	bind_text(&q, ":paper", o->paper);
	bind_number(&q, ":which", o->which);
	o->number = 0;
	if (query_next(&q))
		take_row(&q, a, o);
	return query_end(&q, why);
}

bool outgoing_next(struct store *s, int year, int first, int *out, struct fault *why)
{
	struct query q = query_of(s, SQL_outgoing_next);
	bind_number(&q, ":year", year);
	bind_number(&q, ":first", first);
	*out = query_next(&q) ? take_int(&q) : first;
	return query_end(&q, why);
}

bool outgoing_write(struct store *s, const struct outgoing *o, struct fault *why)
{
	struct query q = query_of(s, SQL_outgoing_write);
	bind_number(&q, ":year", o->year);
	bind_number(&q, ":number", o->number);
	bind_text(&q, ":subject", o->subject.text);
	bind_text(&q, ":paper", o->paper);
	bind_number(&q, ":which", o->which);
	bind_text(&q, ":name", o->name);
	bind_day(&q, ":dated", o->dated);
	bind_text(&q, ":recipient", o->recipient);
	bind_text(&q, ":about", o->about);
	bind_text(&q, ":case_number", o->case_number);
	bind_text(&q, ":who", o->who);
	bind_instant(&q, ":at", o->at);
	return query_run(&q, why);
}

bool outgoing_printed(struct store *s, const struct outgoing *o, struct fault *why)
{
	struct query q = query_of(s, SQL_outgoing_printed);
	bind_number(&q, ":year", o->year);
	bind_number(&q, ":number", o->number);
	return query_run(&q, why);
}
