/* The bank's own list of payments, yesterday's and today's: what reconciliation holds against the
 * journal. A push notice is not always repeated when it fails, so the list is asked for as the
 * worker begins and again and again. */
#include <string.h>

#include "loket/text.h"

#include "private.h"

static const struct zone jakarta = { "WIB", 7 * 60 }; /* the days of a report are SNAP's */

void report_round(struct worker *w)
{
	for (size_t i = 0; i < MOST_BANKS && !w->ending; i++) {
		struct teller *c = &w->tellers[i];
		day today = instant_day(clock_now(), &jakarta);
		if (!c->key[0] || !c->setup.profile.routes[BANK_REPORT].offered ||
		    clock_steady() < c->report_due || !errand_report(w, c, today - 1, today))
			continue;
		c->report_due = clock_steady() + 1000 * (int64_t)c->setup.report_seconds;
	}
}

static struct statement statement_of(struct errand *e, const struct bank_report *r)
{
	struct statement s = { e->teller->key, e->order.first, e->order.last, NULL, 0, 0 };
	s.items = arena_get(&e->a, r->count + 1, sizeof *s.items);
	for (; s.count < r->count; s.count++) {
		const struct bank_payment *p = &r->items[s.count];
		s.items[s.count] = (struct statement_line){ p->va_digits, p->trx_id, p->payment_id,
			                                    p->reference, p->amount, p->paid_at };
	}
	return s;
}

static void statement_take(struct worker *w, const struct statement *s)
{
	struct fault why;
	if (!office_statement(&w->own, s, &jakarta, &why))
		log_fault("report", &why);
	w->news = true;
	log_line("bank %s report: %zu payments", s->bank, s->count);
}

void report_answer(struct worker *w, struct errand *e, const struct net_answer *answer)
{
	struct bank_report r;
	bank_decode_report(&e->teller->setup.profile, answer->status, answer->body, &e->a, &r);
	if (r.outcome == BANK_TOKEN_STALE) {
		bank_token_refused(w, e, r.message);
		return;
	}
	if (r.outcome == BANK_DONE) {
		const struct statement s = statement_of(e, &r);
		statement_take(w, &s);
	} else {
		log_line("bank report: %d %s %s %s", answer->status, r.code,
		         bank_outcome_name(r.outcome), r.differs);
	}
	errand_close(w, e, r.outcome != BANK_DONE, r.message);
}
