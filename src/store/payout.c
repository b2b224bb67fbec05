/* Money on its way out. That two people stand behind it, and that an instrument is used once, is in
 * the schema too. */
#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/text.h"

#include "private.h"

enum { PAYOUTS_SHOWN = 1000 };

static const char *const kinds[] = { [PAYOUT_EXPENSE] = "keluar",
	                             [PAYOUT_REST] = "sisa",
	                             [PAYOUT_SUSPENSE] = "titipan",
	                             [PAYOUT_MOVE] = "pindah" };
static const char *const states[] = { [PAYOUT_WAITING] = "menunggu",
	                              [PAYOUT_APPROVED] = "disetujui",
	                              [PAYOUT_REJECTED] = "ditolak",
	                              [PAYOUT_SENT] = "dikirim",
	                              [PAYOUT_BOUNCED] = "retur" };

static int place_of(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++) {
		if (text_same(words[i], word))
			return (int)i;
	}
	return 0;
}

void take_payout(struct query *q, struct arena *a, struct payout *p)
{
	p->number = take_int(q);
	p->kind = (enum payout_kind)place_of(kinds, COUNT_OF(kinds), take_text(q, a));
	p->state = (enum payout_state)place_of(states, COUNT_OF(states), take_text(q, a));
	p->what = take_text(q, a);
	p->component = take_text(q, a);
	p->category = take_text(q, a);
	p->instrument = take_text(q, a);
	p->payment = take_text(q, a);
	p->amount = take_number(q);
	p->on = take_day(q);
	p->payee = take_text(q, a);
	p->bank = take_text(q, a);
	p->account = take_text(q, a);
	p->basis = take_text(q, a);
	p->by = take_text(q, a);
	p->decided_by = take_text(q, a);
	p->reference = take_text(q, a);
	p->said = take_text(q, a);
	p->reversed = take_int(q) != 0;
}

bool write_payout(const struct applying *w, const struct change *ch, struct fault *why)
{
	const struct payout *p = &ch->to.payout;
	struct query q = row_of(w, SQL_payout_write);
	bind_number(&q, ":number", p->number);
	bind_text(&q, ":kind", kinds[p->kind]);
	bind_text(&q, ":state", states[p->state]);
	bind_text(&q, ":what", p->what);
	bind_text(&q, ":component", p->component);
	bind_text(&q, ":category", p->category);
	bind_text(&q, ":instrument", p->instrument);
	bind_text(&q, ":payment", p->payment);
	bind_number(&q, ":amount", p->amount);
	bind_day(&q, ":day", p->on);
	bind_text(&q, ":payee", p->payee);
	bind_text(&q, ":bank", p->bank);
	bind_text(&q, ":account", p->account);
	bind_text(&q, ":basis", p->basis);
	bind_text(&q, ":who", p->by);
	bind_text(&q, ":decided_by", p->decided_by);
	bind_text(&q, ":reference", p->reference);
	bind_text(&q, ":said", p->said);
	bind_number(&q, ":reversed", p->reversed);
	bind_instant(&q, ":at", w->c->at);
	return query_run(&q, why);
}

bool stray_prepare(struct store *s, const struct payout *p, instant at, struct fault *why)
{
	struct query q = query_of(s, SQL_stray_payout_write);
	bind_text(&q, ":what", p->what);
	bind_text(&q, ":payment", p->payment);
	bind_number(&q, ":amount", p->amount);
	bind_text(&q, ":payee", p->payee);
	bind_text(&q, ":bank", p->bank);
	bind_text(&q, ":account", p->account);
	bind_text(&q, ":basis", p->basis);
	bind_text(&q, ":who", p->by);
	bind_instant(&q, ":at", at);
	return query_run(&q, why);
}

bool stray_turn(struct store *s, const struct payout *p, struct fault *why)
{
	struct query q = query_of(s, SQL_stray_payout_turn);
	bind_text(&q, ":payment", p->payment);
	bind_text(&q, ":state", states[p->state]);
	bind_text(&q, ":decided_by", p->decided_by);
	bind_text(&q, ":reference", p->reference);
	bind_text(&q, ":said", p->said);
	return query_run(&q, why);
}

bool payout_of_payment(struct store *s, const char *payment, struct arena *a,
                       struct payout_row *out, bool *found, struct fault *why)
{
	struct query q = query_of(s, SQL_payout_of_payment);
	bind_text(&q, ":payment", payment);
	*out = (struct payout_row){ .reg = "", .title = "" };
	*found = query_next(&q);
	if (*found) {
		take_payout(&q, a, &out->payout);
		out->filing = take_id(&q);
	}
	return query_end(&q, why);
}

static bool take_all(struct query *q, struct arena *a, struct payout_list *out, struct fault *why)
{
	while (query_next(q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct payout_row *r = &out->items[out->count++];
		take_payout(q, a, &r->payout);
		r->filing = take_id(q);
		r->at = take_instant(q);
		r->reg = take_text(q, a);
		r->title = take_text(q, a);
	}
	return query_end(q, why);
}

bool payouts_open(struct store *s, struct arena *a, struct payout_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_payouts_open);
	bind_number(&q, ":most", PAYOUTS_SHOWN);
	return take_all(&q, a, out, why);
}

bool payouts_between(struct store *s, instant from, instant to, struct arena *a,
                     struct payout_list *out, struct fault *why)
{
	struct query q = query_of(s, SQL_payouts_between);
	bind_instant(&q, ":from", from);
	bind_instant(&q, ":to", to);
	return take_all(&q, a, out, why);
}

const char *payout_state_word(enum payout_state state)
{
	return states[state];
}
