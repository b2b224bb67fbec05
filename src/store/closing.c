/* Closings of days and months: numbered berita acara. That each is made once stands in the schema.
 */
#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/text.h"

#include "private.h"

enum { CLOSINGS_SHOWN = 1000 };

static const char *kind_word(const struct closing *c)
{
	if (!text_is_empty(c->opens))
		return "awal";
	return c->surprise ? "mendadak" : c->month ? "bulan" : "hari";
}

bool closing_last(struct store *s, day *out, struct fault *why)
{
	struct query q = query_of(s, SQL_closing_last);
	*out = query_next(&q) ? take_day(&q) : DAY_NONE;
	return query_end(&q, why);
}

static bool serial_give(struct store *s, struct closing *c, struct fault *why)
{
	struct query q = query_of(s, SQL_closing_serial);
	bind_number(&q, ":year", c->year);
	if (query_next(&q))
		c->serial = take_int(&q);
	return query_end(&q, why);
}

static bool accounts_write(struct store *s, const struct closing *c, struct fault *why)
{
	for (size_t i = 0; i < c->accounts.count; i++) {
		const struct account_row *row = &c->accounts.items[i];
		struct query q = query_of(s, SQL_closing_account_write);
		bind_number(&q, ":closing", c->number);
		bind_text(&q, ":bank", row->bank);
		bind_number(&q, ":book", row->book);
		bind_known(&q, ":typed", row->has_typed, row->typed);
		bind_known(&q, ":told", row->has_told, row->told);
		bind_known(&q, ":stated", row->has_stated, row->stated);
		if (!query_run(&q, why))
			return false;
	}
	return true;
}

bool closing_write(struct store *s, struct closing *c, int64_t corrects, const struct booking *b,
                   struct fault *why)
{
	c->year = day_ymd(b->on).year;
	if (!serial_give(s, c, why))
		return false;
	struct query q = query_of(s, SQL_closing_write);
	bind_number(&q, ":year", c->year);
	bind_number(&q, ":serial", c->serial);
	bind_text(&q, ":kind", kind_word(c));
	bind_day(&q, ":last", c->last);
	bind_known(&q, ":corrects", corrects != 0, corrects);
	bind_number(&q, ":book", c->book);
	bind_known(&q, ":bank", c->bank >= 0, c->bank);
	bind_number(&q, ":cash", c->cash);
	bind_known(&q, ":told", c->has_told, c->told);
	bind_text(&q, ":reason", c->reason);
	bind_text(&q, ":evidence", c->evidence);
	bind_text(&q, ":who", b->who);
	bind_instant(&q, ":at", b->at);
	c->number = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why) && accounts_write(s, c, why);
}

bool closing_accounts(struct store *s, struct closing *c, struct arena *a, struct fault *why)
{
	struct query q = query_of(s, SQL_closing_accounts);
	bind_number(&q, ":closing", c->number);
	while (query_next(&q)) {
		c->accounts.items = list_grow(a, c->accounts.items, c->accounts.count,
		                              &c->accounts.capacity, sizeof *c->accounts.items);
		struct account_row *row = &c->accounts.items[c->accounts.count++];
		*row = (struct account_row){ .bank = take_text(&q, a) };
		row->label = row->bank;
		row->book = take_number(&q);
		row->typed = take_number_or(&q, INT64_MIN);
		row->told = take_number_or(&q, INT64_MIN);
		row->stated = take_number_or(&q, INT64_MIN);
		row->has_typed = row->typed != INT64_MIN;
		row->has_told = row->told != INT64_MIN;
		row->has_stated = row->stated != INT64_MIN;
	}
	return query_end(&q, why);
}

bool closing_know(struct store *s, int64_t number, const struct booking *b, struct fault *why)
{
	struct query q = query_of(s, SQL_closing_known);
	bind_number(&q, ":number", number);
	bind_text(&q, ":who", b->who);
	bind_instant(&q, ":at", b->at);
	return query_run(&q, why);
}

static void take_closing(struct query *q, struct arena *a, struct closing *c)
{
	c->number = take_number(q);
	c->year = take_int(q);
	c->serial = take_int(q);
	const char *kind = take_text(q, a);
	c->month = text_same(kind, "bulan");
	c->surprise = text_same(kind, "mendadak");
	c->last = take_day(q);
	c->corrects = take_text(q, a);
	c->book = take_number(q);
	c->bank = take_number(q);
	c->cash = take_number(q);
	c->told = take_number_or(q, INT64_MIN);
	c->has_told = c->told != INT64_MIN;
	c->reason = take_text(q, a);
	c->evidence = take_text(q, a);
	c->who = take_text(q, a);
	c->at = take_instant(q);
	c->known_by = take_text(q, a);
	c->known_at = take_instant(q);
	c->corrected = take_text(q, a);
	c->opens = take_text(q, a);
	c->accounts = (struct account_list){ 0 };
}

bool closing_find(struct store *s, int year, int serial, struct arena *a, struct closing *out,
                  bool *found, struct fault *why)
{
	struct query q = query_of(s, SQL_closing_one);
	bind_number(&q, ":year", year);
	bind_number(&q, ":serial", serial);
	*found = query_next(&q);
	if (*found)
		take_closing(&q, a, out);
	return query_end(&q, why);
}

bool closing_of(struct store *s, const struct closing *c, struct arena *a, const char **out,
                struct fault *why)
{
	struct query q = query_of(s, SQL_closing_of);
	bind_day(&q, ":last", c->last);
	bind_text(&q, ":kind", kind_word(c));
	*out = query_next(&q) ? take_text(&q, a) : "";
	return query_end(&q, why);
}

bool closings_read(struct store *s, struct arena *a, struct closing_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_closings_read);
	bind_number(&q, ":most", CLOSINGS_SHOWN);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_closing(&q, a, &out->items[out->count++]);
	}
	return query_end(&q, why);
}
