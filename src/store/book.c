/* Books: the entries of some days, or of one filing, as they change some accounts. They are read
 * out of the ledger each time, so that no book can say anything else than it does. */
#include "loket/list.h"
#include "loket/store/money.h"

#include "private.h"

static void bind_accounts(struct query *q, const struct book_ask *ask)
{
	bind_text(q, ":accounts", ask->accounts);
	bind_number(q, ":sign", ask->sign);
}

static bool read_before(struct store *s, const struct book_ask *ask, rupiah *out, struct fault *why)
{
	struct query q = query_of(s, SQL_book_before);
	bind_accounts(&q, ask);
	bind_day(&q, ":first", ask->first);
	*out = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why);
}

static bool read_proof(struct store *s, struct journal_row *r, struct arena *a, struct fault *why)
{
	struct query q = query_of(s, SQL_book_proof);
	bind_number(&q, ":entry", r->number);
	r->proof = query_next(&q) ? take_text(&q, a) : "";
	return query_end(&q, why);
}

static void take_row(struct query *q, struct arena *a, struct journal_row *r)
{
	*r = (struct journal_row){ .number = take_number(q), .proof = "" };
	r->posted = take_day(q);
	r->at = take_instant(q);
	r->what = take_text(q, a);
	r->who = take_text(q, a);
	r->person = take_text(q, a);
	r->matter = take_text(q, a);
	r->title = take_text(q, a);
	rupiah change = take_number(q);
	*(change > 0 ? &r->in : &r->out) = change > 0 ? change : -change;
	r->category = take_text(q, a);
}

bool book_read(struct store *s, const struct book_ask *ask, struct arena *a, rupiah *before,
               struct journal_page *out, struct fault *why)
{
	*before = 0;
	*out = (struct journal_page){ 0 };
	if (ask->filing == NULL && !read_before(s, ask, before, why))
		return false;
	struct query q = query_of(s, ask->filing == NULL ? SQL_book_of_days : SQL_book_of_filing);
	bind_accounts(&q, ask);
	if (ask->filing != NULL) {
		bind_text(&q, ":filing", ask->filing->text);
	} else {
		bind_day(&q, ":first", ask->first);
		bind_day(&q, ":last", ask->last);
	}
	rupiah left = *before;
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct journal_row *r = &out->items[out->count++];
		take_row(&q, a, r);
		r->left = left += r->in - r->out;
	}
	bool good = query_end(&q, why);
	for (size_t i = 0; good && i < out->count; i++)
		good = read_proof(s, &out->items[i], a, why);
	return good;
}

bool ledger_read(struct store *s, const struct period *days, struct arena *a, struct table *out,
                 struct fault *why)
{
	size_t capacity = 0;
	struct query q = query_of(s, SQL_ledger_lines);
	bind_day(&q, ":first", days->first);
	bind_day(&q, ":last", days->last);
	while (query_next(&q)) {
		for (size_t i = 0; i < out->column_count; i++) {
			size_t at = out->row_count * out->column_count + i;
			out->cells = list_grow(a, out->cells, at, &capacity, sizeof *out->cells);
			out->cells[at] = take_text(&q, a);
		}
		out->row_count++;
	}
	return query_end(&q, why);
}
