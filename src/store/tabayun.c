/* Requests of other courts: one row each, numbered by year. */
#include "loket/store/tabayun.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static void take_row(struct query *q, struct arena *a, struct tabayun *t)
{
	t->id = take_id(q);
	t->year = take_int(q);
	t->number = take_int(q);
	t->received = take_day(q);
	t->sender = take_text(q, a);
	t->letter = take_text(q, a);
	t->dated = take_day(q);
	t->case_number = take_text(q, a);
	t->kind = take_text(q, a);
	t->party = take_text(q, a);
	t->address = take_text(q, a);
	t->hearing = take_day(q);
	t->fee = take_number(q);
	t->note = take_text(q, a);
	t->bailiff = take_text(q, a);
	t->appointed = take_day(q);
	t->served = take_day(q);
	t->outcome = take_text(q, a);
	t->met = take_text(q, a);
	t->met_as = take_text(q, a);
	t->said = take_text(q, a);
	t->handed = take_day(q);
	t->sent = take_day(q);
	t->cover = take_text(q, a);
	t->resi = take_text(q, a);
}

bool tabayun_find(struct store *s, int year, int number, struct arena *a, struct tabayun *out,
                  bool *found, struct fault *why)
{
	struct query q = query_of(s, SQL_tabayun_one);
	bind_number(&q, ":year", year);
	bind_number(&q, ":number", number);
	*found = query_next(&q);
	if (*found)
		take_row(&q, a, out);
	return query_end(&q, why);
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
	struct query q = query_of(s, SQL_tabayun_year);
	bind_number(&q, ":year", year);
	bind_number(&q, ":open", open);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		take_row(&q, a, &out->items[out->count++]);
	}
	return query_end(&q, why);
}

static bool number_give(struct store *s, struct tabayun *t, struct fault *why)
{
	struct query q = query_of(s, SQL_tabayun_last);
	bind_number(&q, ":year", t->year);
	if (query_next(&q))
		t->number = take_int(&q) + 1;
	return query_end(&q, why);
}

static void bind_asked(struct query *q, const struct tabayun *t)
{
	bind_text(q, ":id", t->id.text);
	bind_number(q, ":year", t->year);
	bind_number(q, ":number", t->number);
	bind_day(q, ":received", t->received);
	bind_text(q, ":sender", t->sender);
	bind_text(q, ":letter", t->letter);
	bind_day(q, ":dated", t->dated);
	bind_text(q, ":case_number", t->case_number);
	bind_text(q, ":kind", t->kind);
	bind_text(q, ":party", t->party);
	bind_text(q, ":address", t->address);
	bind_day(q, ":hearing", t->hearing);
	bind_number(q, ":fee", t->fee);
	bind_text(q, ":note", t->note);
}

static void bind_done(struct query *q, const struct tabayun *t)
{
	bind_text(q, ":bailiff", t->bailiff);
	bind_day(q, ":appointed", t->appointed);
	bind_day(q, ":served", t->served);
	bind_text(q, ":outcome", t->outcome);
	bind_text(q, ":met", t->met);
	bind_text(q, ":met_as", t->met_as);
	bind_text(q, ":said", t->said);
	bind_day(q, ":handed", t->handed);
	bind_day(q, ":sent", t->sent);
	bind_text(q, ":cover", t->cover);
	bind_text(q, ":resi", t->resi);
}

bool tabayun_write(struct store *s, struct tabayun *t, const char *who, instant at,
                   struct fault *why)
{
	if (t->number == 0 && !number_give(s, t, why))
		return false;
	struct query q = query_of(s, SQL_tabayun_write);
	bind_asked(&q, t);
	bind_done(&q, t);
	bind_text(&q, ":who", who);
	bind_instant(&q, ":at", at);
	return query_run(&q, why);
}
