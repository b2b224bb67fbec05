/* The bank's own list of payments, for reconciliation with the journal. A push notice is not always
 * repeated when it fails, so the list is fetched when the worker starts and every report-seconds,
 * from the last day the bank has reported; and for other days on request. Day by day: many banks
 * give no more at once, and a day that a bank refuses does not block the others. */
#include <string.h>

#include "loket/recon.h"
#include "loket/store/statement.h"
#include "loket/text.h"

#include "private.h"

#define DAYS_BACK 30 /* at most, after a silence */
#define LEASE_MS  60000

static day today(void)
{
	return instant_day(clock_now(), &bank_zone);
}

static void walk_over(struct bank_link *c)
{
	c->report = (struct report_walk){ .left = 0 };
	c->report_due = clock_steady() + 1000 * (int64_t)c->setup.report_seconds;
}

/* ---- what a person asked for ---- */

static void ask_turn(struct worker *w, const struct statement_ask *ask)
{
	struct fault why;
	if (!batch_begin(w, &why) || !statement_ask_turn(w->app->store, ask, &why))
		log_fault("report", &why);
}

/* The progress of the walk, for the person who asked for it. */
static void walk_tell(struct worker *w, struct bank_link *c, enum ask_state state, instant due,
                      const char *said)
{
	if (c->report.asked == 0)
		return;
	ask_turn(w, &(struct statement_ask){ .bank = c->key,
	                                     .at = c->report.asked,
	                                     .state = state,
	                                     .next = c->report.next,
	                                     .tries = c->report.tries,
	                                     .due = due,
	                                     .said = said });
}

static instant later(int tries)
{
	uint64_t seed;
	random_fill(&seed, sizeof seed);
	return clock_now() + retry_delay(tries, seed);
}

static void ask_begin(struct worker *w, const struct statement_ask *ask)
{
	struct bank_link *c;
	struct statement_ask end = *ask;
	struct fault why;
	char text[512];
	/* the court's day may have begun before SNAP's */
	day last = ask->days.last < today() ? ask->days.last : today();
	if (!bank_link_find(w, ask->bank, &c, &why)) {
		fault_say(&why, text, sizeof text);
		end.due = later(++end.tries);
		end.said = text;
		ask_turn(w, &end);
	} else if (!c->setup.profile.routes[BANK_REPORT].offered) {
		end.state = ASK_REFUSED;
		end.said = N_("bank ini tidak memberi laporan; muat rekening korannya");
		ask_turn(w, &end);
	} else if (last < ask->next) {
		end.state = ASK_TOLD;
		ask_turn(w, &end);
	} else if (!c->report.under_way) {
		c->report = (struct report_walk){
			ask->next, last - ask->next + 1, false, ask->at, ask->tries,
		};
	}
}

static void asked_round(struct worker *w)
{
	struct arena a = arena_start(64 * KIB);
	struct statement_ask ask;
	struct fault why;
	if (!statement_ask_due(w->app->store, clock_now(), &a, &ask, &why))
		log_fault("report", &why);
	else if (ask.bank)
		ask_begin(w, &ask);
	arena_drop(&a);
}

/* ---- by the clock ---- */

static void due_round(struct worker *w, struct bank_link *c)
{
	instant told;
	struct fault why;
	if (!c->setup.profile.routes[BANK_REPORT].offered || c->report.left > 0 ||
	    clock_steady() < c->report_due)
		return;
	walk_over(c);
	if (!statement_told(w->app->store, c->key, true, &told, &why)) {
		log_fault("report", &why);
		return;
	}
	day first = today() - 1;
	if (told != INSTANT_NONE && instant_day(told, &bank_zone) < first)
		first = instant_day(told, &bank_zone);
	c->report.next = first > today() - DAYS_BACK ? first : today() - DAYS_BACK;
	c->report.left = today() - c->report.next + 1;
}

void report_round(struct worker *w)
{
	asked_round(w);
	for (size_t i = 0; i < MOST_BANKS; i++) {
		struct bank_link *c = &w->bank_links[i];
		if (!c->key[0])
			continue;
		due_round(w, c);
		if (c->report.left == 0 || c->report.under_way)
			continue;
		struct request *e = queue_put(w, "report", "report");
		if (!e)
			return;
		e->bank_link = c;
		e->order = (struct bank_order){ .trx_id = "",
			                        .first = c->report.next,
			                        .last = c->report.next };
		c->report.under_way = true;
		walk_tell(w, c, ASK_WAITS, clock_now() + LEASE_MS, "");
	}
}

void report_start(struct worker *w, struct request *e)
{
	bank_call(w, e, BANK_REPORT);
}

/* ---- answers ---- */

static struct statement statement_of(struct request *e, const struct bank_report *r,
                                     const char *digest)
{
	struct statement s = { .bank = e->bank_link->key,
		               .first = e->order.first,
		               .last = e->order.last,
		               .from = { SOURCE_REPORT, .digest = digest, .name = "" } };
	s.items = arena_get(&e->a, r->count + 1, sizeof *s.items);
	for (; s.count < r->count; s.count++) {
		const struct bank_payment *p = &r->items[s.count];
		s.items[s.count] = (struct statement_line){ .va_digits = p->va_digits,
			                                    .trx = p->trx_id,
			                                    .payment = p->payment_id,
			                                    .reference = p->reference,
			                                    .what = "",
			                                    .amount = p->amount,
			                                    .at = p->paid_at };
	}
	return s;
}

static void statement_take(struct worker *w, const struct statement *s, struct arena *a)
{
	struct fault why;
	size_t differ = 0;
	if (!batch_begin(w, &why) || !service_statement(&w->own, s, &bank_zone, a, &why))
		log_fault("report", &why);
	for (size_t i = 0; i < s->count; i++)
		differ += s->items[i].fate == LINE_DIFFERS;
	log_line("bank %s %s: %zu payments, %zu differ from what was told before", s->bank,
	         s->from.kind == SOURCE_REPORT ? "report" : "status", s->count, differ);
}

void status_take(struct worker *w, struct request *e, const struct bank_answer *b,
                 struct bytes body)
{
	char digest[65];
	day on = b->paid_at == INSTANT_NONE ? today() : instant_day(b->paid_at, &bank_zone);
	const struct bank_profile *p = &e->bank_link->setup.profile;
	struct statement_line line = { .va_digits = bank_va_digits(p, e->order.customer_no, &e->a),
		                       .trx = e->order.trx_id,
		                       .payment = b->payment_id,
		                       .reference = b->reference,
		                       .what = "",
		                       .amount = b->paid,
		                       .at = b->paid_at };
	bank_digest(body.data, body.size, digest);
	const struct statement s = { .bank = e->bank_link->key,
		                     .first = on,
		                     .last = on,
		                     .items = &line,
		                     .count = 1,
		                     .from = { SOURCE_STATUS, .digest = digest, .name = "" } };
	statement_take(w, &s, &e->a);
}

/* The next day, also after one that the bank refuses. */
static void walk_on(struct worker *w, struct bank_link *c, const char *refusal)
{
	bool last = c->report.left == 1;
	c->report.under_way = false;
	c->report.next++;
	c->report.left--;
	if (refusal)
		walk_tell(w, c, ASK_REFUSED, 0, refusal);
	else if (last)
		walk_tell(w, c, ASK_TOLD, 0, "");
	if (last)
		walk_over(c);
}

void report_failed(struct worker *w, struct request *e, const char *error)
{
	struct bank_link *c = e->bank_link;
	c->report.tries++;
	walk_tell(w, c, ASK_WAITS, later(c->report.tries), error);
	walk_over(c);
}

void report_answer(struct worker *w, struct request *e, const struct net_answer *answer)
{
	struct bank_report r;
	if (!bank_answered(w, e, BANK_REPORT, answer))
		return;
	bank_decode_report(&e->bank_link->setup.profile, answer->status, answer->body, &e->a, &r);
	if (r.outcome == BANK_TOKEN_STALE) {
		token_refused(w, e, r.message);
		return;
	}
	bool done = r.outcome == BANK_DONE;
	if (done) {
		char digest[65];
		bank_digest(answer->body.data, answer->body.size, digest);
		const struct statement s = statement_of(e, &r, digest);
		statement_take(w, &s, &e->a);
	} else {
		log_line("bank report: %d %s %s %s", answer->status, r.code,
		         bank_outcome_name(r.outcome), r.differs);
	}
	if (done || r.outcome == BANK_REFUSED_BY_BANK)
		walk_on(w, e->bank_link, done ? NULL : r.message);
	else
		report_failed(w, e, r.message);
	request_over(e);
}
