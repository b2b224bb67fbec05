/* Virtual accounts that can be paid, one after the other. */
#include "private.h"

static void take_va(struct query *q, struct arena *a, struct va *out, struct id *filing)
{
	*filing = take_id(q);
	out->trx = take_text(q, a);
	out->customer_no = take_text(q, a);
	out->number = take_text(q, a);
	out->bank = take_text(q, a);
	out->amount = take_number(q);
	out->expires = take_instant(q);
}

bool va_by_customer(struct store *s, const char *customer, struct arena *a, struct va *out,
                    struct id *filing, struct fault *why)
{
	struct query q = query_of(s, SQL_va_by_customer);
	bind_text(&q, ":customer", customer);
	*out = (struct va){ .trx = "" };
	if (query_next(&q)) {
		take_va(&q, a, out, filing);
		out->state = va_state_of(take_text(&q, a));
	}
	return query_end(&q, why);
}

bool va_live_after(struct store *s, const char *after, struct arena *a, struct va *out,
                   struct id *filing, struct fault *why)
{
	struct query q = query_of(s, SQL_va_live_after);
	bind_text(&q, ":after", after);
	*out = (struct va){ .trx = "" };
	if (query_next(&q)) {
		take_va(&q, a, out, filing);
		out->state = VA_LIVE;
	}
	return query_end(&q, why);
}
