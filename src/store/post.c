/* Registered letters and the batches they go in. */
#include "loket/store/post.h"

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { LETTERS_SHOWN = 1000 };

static bool take_letters(struct query *q, struct arena *a, struct post_list *out, struct fault *why)
{
	while (query_next(q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct post_row *row = &out->items[out->count++];
		row->filing = take_id(q);
		row->summons = take_int(q);
		row->number = take_text(q, a);
		row->name = take_text(q, a);
		row->label = take_text(q, a);
		row->address = take_text(q, a);
		row->village = take_text(q, a);
		row->phone = take_text(q, a);
		row->bailiff = take_text(q, a);
		row->hearing = take_day(q);
		row->time = take_text(q, a);
		row->deadline = take_day(q);
		row->outcome = take_text(q, a);
		row->served = take_day(q);
		row->received = take_day(q);
		row->resi = take_text(q, a);
		row->carrier = take_text(q, a);
		row->product = take_text(q, a);
		row->zone = take_text(q, a);
		row->fee = take_number(q);
		row->batch = take_number(q);
		row->replaced = take_bool(q);
	}
	return query_end(q, why);
}

bool post_read(struct store *s, day from, struct arena *a, struct post_list *out, struct fault *why)
{
	*out = (struct post_list){ 0 };
	struct query q = query_of(s, SQL_post_waiting);
	bind_number(&q, ":most", LETTERS_SHOWN);
	if (!take_letters(&q, a, out, why))
		return false;
	q = query_of(s, SQL_post_sent);
	bind_day(&q, ":from", from);
	bind_number(&q, ":most", LETTERS_SHOWN);
	return take_letters(&q, a, out, why);
}

bool post_batch_letters(struct store *s, int64_t batch, struct arena *a, struct post_list *out,
                        struct fault *why)
{
	*out = (struct post_list){ 0 };
	struct query q = query_of(s, SQL_post_of_batch);
	bind_number(&q, ":batch", batch);
	return take_letters(&q, a, out, why);
}

bool post_find(struct store *s, const char *resi, struct arena *a, struct post_list *out,
               struct fault *why)
{
	*out = (struct post_list){ 0 };
	struct query q = query_of(s, SQL_post_of_resi);
	bind_text(&q, ":resi", resi);
	return take_letters(&q, a, out, why);
}

static struct query of_letter(struct store *s, enum sql which, const struct post_row *letter)
{
	struct query q = query_of(s, which);
	bind_text(&q, ":filing", letter->filing.text);
	bind_number(&q, ":number", letter->summons);
	return q;
}

bool post_holder(struct store *s, const struct post_row *of, const char *resi, struct arena *a,
                 const char **out, struct fault *why)
{
	struct query q = of_letter(s, SQL_post_resi_holder, of);
	bind_text(&q, ":resi", resi);
	*out = "";
	while (query_next(&q)) {
		const char *number = take_text(&q, a);
		*out = arena_print(a, "%s, %s", number, take_text(&q, a));
	}
	return query_end(&q, why);
}

bool post_label_write(struct store *s, const struct post_row *letter, const char *by, instant at,
                      struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q;
	if (text_is_empty(letter->resi)) {
		q = of_letter(s, SQL_letter_drop, letter);
	} else {
		q = of_letter(s, SQL_letter_write, letter);
		bind_text(&q, ":carrier", letter->carrier);
		bind_text(&q, ":product", letter->product);
		bind_text(&q, ":resi", letter->resi);
		bind_text(&q, ":who", by);
		bind_instant(&q, ":at", at);
	}
	return write_leave(s, own, query_run(&q, why), why);
}

bool post_product_write(struct store *s, const struct post_row *letter, const char *by, instant at,
                        struct fault *why)
{
	struct query q = of_letter(s, SQL_letter_choose, letter);
	bind_text(&q, ":carrier", letter->carrier);
	bind_text(&q, ":product", letter->product);
	bind_text(&q, ":who", by);
	bind_instant(&q, ":at", at);
	return query_run(&q, why);
}

bool post_letter_sent(struct store *s, const struct post_row *letter, struct fault *why)
{
	struct query q = of_letter(s, SQL_letter_sent, letter);
	bind_number(&q, ":batch", letter->batch);
	bind_text(&q, ":zone", letter->zone);
	bind_number(&q, ":fee", letter->fee);
	return query_run(&q, why);
}

bool post_batch_write(struct store *s, struct post_batch *batch, struct fault *why)
{
	struct query q = query_of(s, SQL_post_batch_write);
	bind_text(&q, ":carrier", batch->carrier);
	bind_day(&q, ":day", batch->on);
	bind_instant(&q, ":at", batch->at);
	bind_text(&q, ":who", batch->who);
	if (query_next(&q))
		batch->number = take_number(&q);
	return query_end(&q, why);
}

bool post_batch_read(struct store *s, struct arena *a, struct post_batch *batch, struct fault *why)
{
	struct query q;
	if (batch->number == 0) {
		q = query_of(s, SQL_post_batch_last);
		if (query_next(&q))
			batch->number = take_number(&q);
		if (!query_end(&q, why))
			return false;
	}
	q = query_of(s, SQL_post_batch_read);
	bind_number(&q, ":batch", batch->number);
	bool found = query_next(&q);
	if (found) {
		batch->carrier = take_text(&q, a);
		batch->on = take_day(&q);
		batch->at = take_instant(&q);
		batch->who = take_text(&q, a);
	}
	batch->number = found ? batch->number : 0;
	return query_end(&q, why);
}
