/* Money for the State. That two people stand behind each handing over, that it is paid in once and
 * never changes stands in the schema too. */
#include "loket/list.h"
#include "loket/store/money.h"

#include "private.h"

enum { DEPOSITS_SHOWN = 1000 };

bool deposit_reach(struct store *s, struct deposit *d, struct fault *why)
{
	struct query q = query_of(s, SQL_deposit_reach);
	bind_text(&q, ":account", d->account);
	if (query_next(&q)) {
		d->after = take_number(&q);
		d->last = take_number(&q);
	}
	return query_end(&q, why);
}

bool deposit_kinds_read(struct store *s, const struct deposit *d, struct arena *a,
                        struct balances *out, struct fault *why)
{
	struct query q = query_of(s, SQL_deposit_kinds);
	bind_text(&q, ":account", d->account);
	bind_number(&q, ":after", d->after);
	bind_number(&q, ":last", d->last);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct balance *b = &out->items[out->count++];
		b->key = b->name = take_text(&q, a);
		b->amount = take_number(&q);
	}
	return query_end(&q, why);
}

bool deposit_write(struct store *s, struct deposit *d, const struct booking *b, struct fault *why)
{
	d->year = day_ymd(b->on).year;
	struct query q = query_of(s, SQL_deposit_serial);
	bind_number(&q, ":year", d->year);
	if (query_next(&q))
		d->serial = take_int(&q);
	if (!query_end(&q, why))
		return false;
	q = query_of(s, SQL_deposit_write);
	bind_number(&q, ":year", d->year);
	bind_number(&q, ":serial", d->serial);
	bind_text(&q, ":account", d->account);
	bind_number(&q, ":after", d->after);
	bind_number(&q, ":last", d->last);
	bind_number(&q, ":amount", d->amount);
	bind_text(&q, ":who", b->who);
	bind_instant(&q, ":at", b->at);
	return query_run(&q, why);
}

struct move {
	const char *from, *to; /* accounts */
	const char *what;
};

static bool book(struct store *s, rupiah amount, const struct move *m, const struct booking *b,
                 struct fault *why)
{
	const struct journal_entry items[] = {
		{ .account = m->from, .amount = amount },
		{ .account = m->to, .amount = -amount, .bank = b->bank }
	};
	return entry_write(&(struct posting){ .s = s,
	                                      .filing = "",
	                                      .on = b->on,
	                                      .what = m->what,
	                                      .who = b->who,
	                                      .at = b->at,
	                                      .items = items,
	                                      .count = COUNT_OF(items) },
	                   why);
}

bool deposit_receive(struct store *s, const struct deposit *d, const char *what,
                     const struct booking *b, struct fault *why)
{
	struct query q = query_of(s, SQL_deposit_receive);
	bind_number(&q, ":number", d->number);
	bind_text(&q, ":who", b->who);
	bind_instant(&q, ":at", b->at);
	return query_run(&q, why) &&
	       book(s, d->amount, &(struct move){ d->account, "bendahara", what }, b, why);
}

bool deposit_pay(struct store *s, const struct deposit *d, const char *what,
                 const struct booking *b, struct fault *why)
{
	struct query q = query_of(s, SQL_deposit_pay);
	bind_number(&q, ":number", d->number);
	bind_text(&q, ":billing", d->billing);
	bind_text(&q, ":ntpn", d->ntpn);
	bind_day(&q, ":day", d->paid);
	bind_text(&q, ":who", b->who);
	return query_run(&q, why) &&
	       book(s, d->amount, &(struct move){ "bendahara", "bank", what }, b, why);
}

bool deposits_read(struct store *s, int year, int serial, struct arena *a, struct deposit_list *out,
                   struct fault *why)
{
	struct query q = query_of(s, SQL_deposits_read);
	bind_number(&q, ":year", year);
	bind_number(&q, ":serial", serial);
	bind_number(&q, ":most", DEPOSITS_SHOWN);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct deposit *d = &out->items[out->count++];
		d->number = take_number(&q);
		d->year = take_int(&q);
		d->serial = take_int(&q);
		d->account = take_text(&q, a);
		d->after = take_number(&q);
		d->last = take_number(&q);
		d->amount = take_number(&q);
		d->who = take_text(&q, a);
		d->person = take_text(&q, a);
		d->at = take_instant(&q);
		d->received_by = take_text(&q, a);
		d->receiver = take_text(&q, a);
		d->received_at = take_instant(&q);
		d->billing = take_text(&q, a);
		d->ntpn = take_text(&q, a);
		d->paid = take_day(&q);
		d->paid_by = take_text(&q, a);
	}
	return query_end(&q, why);
}
