/* Requests of other courts: one row each, numbered by year. */
#include "loket/store/tabayun.h"

#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* The columns of a row stand in the order of tabayun_fields, behind those that are no fields. */
static void take_row(struct query *q, struct arena *a, struct tabayun *t)
{
	t->id = take_id(q);
	t->year = take_int(q);
	t->number = take_int(q);
	for (size_t i = 0; i < tabayun_field_count; i++) {
		const struct tabayun_field *f = &tabayun_fields[i];
		if (f->column == NULL)
			continue;
		if (f->kind == TABAYUN_TEXT)
			*tabayun_text(t, f) = take_text(q, a);
		else if (f->kind == TABAYUN_DAY)
			*tabayun_day(t, f) = take_day(q);
		else
			t->fee = take_number(q);
	}
}

static void bind_row(struct query *q, struct tabayun *t)
{
	bind_text(q, ":id", t->id.text);
	bind_number(q, ":year", t->year);
	bind_number(q, ":number", t->number);
	for (size_t i = 0; i < tabayun_field_count; i++) {
		const struct tabayun_field *f = &tabayun_fields[i];
		char name[32];
		if (f->column == NULL)
			continue;
		snprintf(name, sizeof name, ":%s", f->column);
		if (f->kind == TABAYUN_TEXT)
			bind_text(q, name, *tabayun_text(t, f));
		else if (f->kind == TABAYUN_DAY)
			bind_day(q, name, *tabayun_day(t, f));
		else
			bind_number(q, name, t->fee);
	}
}

static bool rows_take(struct query *q, struct arena *a, struct tabayun_list *out, struct fault *why)
{
	while (query_next(q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_row(q, a, &out->items[out->count++]);
	}
	return query_end(q, why);
}

bool tabayun_find(struct store *s, int year, int number, struct arena *a, struct tabayun *out,
                  bool *found, struct fault *why)
{
	struct tabayun_list one = { 0 };
	struct query q = query_of(s, SQL_tabayun_rows);
	bind_number(&q, ":year", year);
	bind_number(&q, ":first", number);
	bind_number(&q, ":last", number);
	bind_number(&q, ":open", false);
	if (!rows_take(&q, a, &one, why))
		return false;
	*found = one.count > 0;
	if (*found)
		*out = one.items[0];
	return true;
}

bool tabayun_same(struct store *s, const struct tabayun *t, struct tabayun *out, struct fault *why)
{
	struct query q = query_of(s, SQL_tabayun_same);
	bind_text(&q, ":id", t->id.text);
	bind_text(&q, ":case_number", t->case_number);
	bind_text(&q, ":party", t->party);
	bind_text(&q, ":kind", t->kind);
	bind_text(&q, ":sender", t->sender);
	bind_day(&q, ":hearing", t->hearing);
	out->number = 0;
	if (query_next(&q)) {
		out->id = take_id(&q);
		out->year = take_int(&q);
		out->number = take_int(&q);
	}
	return query_end(&q, why);
}

bool tabayun_read(struct store *s, int year, bool open, struct arena *a, struct tabayun_list *out,
                  struct fault *why)
{
	struct query q = query_of(s, SQL_tabayun_rows);
	bind_number(&q, ":year", year);
	bind_number(&q, ":first", 1);
	bind_number(&q, ":last", INT32_MAX);
	bind_number(&q, ":open", open);
	return rows_take(&q, a, out, why);
}

static bool number_give(struct store *s, struct tabayun *t, struct fault *why)
{
	struct query q = query_of(s, SQL_tabayun_last);
	bind_number(&q, ":year", t->year);
	if (query_next(&q))
		t->number = take_int(&q) + 1;
	return query_end(&q, why);
}

bool tabayun_write(struct store *s, struct tabayun *t, const char *who, instant at,
                   struct fault *why)
{
	if (t->number == 0 && !number_give(s, t, why))
		return false;
	struct query q = query_of(s, SQL_tabayun_write);
	bind_row(&q, t);
	bind_text(&q, ":who", who);
	bind_instant(&q, ":at", at);
	return query_run(&q, why);
}
