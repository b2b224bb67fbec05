/* Requests: messages of the outbox under way. Each is leased before it is sent, and ends in one of
 * three ways: a command through the service's door that closes its row, a row closed by itself, or
 * another try. */
#include <string.h>

#include "loket/text.h"

#include "private.h"

#define LEASE_MS      (5 * 60000)
#define REQUEST_BYTES (16 * MIB)
#define WATCHES       2 /* requests the watch may take at once */
#define QUIET_MS      100
#define PATIENCE_MS   1000

void request_over(struct request *e)
{
	arena_drop(&e->a);
	*e = (struct request){ .leg = LEG_NONE };
}

static bool from_outbox(const struct request *e)
{
	return e->row.number != 0;
}

static void request_start(struct worker *w, struct request *e)
{
	if (text_same(e->row.to, "bank"))
		bank_request_start(w, e);
	else if (text_same(e->row.to, "sipp"))
		sipp_request_start(w, e);
	else
		request_close(w, e, true, N_("Penerima pesan tidak dikenal"));
}

static struct request *request_empty(struct worker *w)
{
	for (size_t i = 0; i < MOST_REQUESTS; i++) {
		if (w->requests[i].leg == LEG_NONE)
			return &w->requests[i];
	}
	return NULL;
}

static bool lease_next(struct worker *w, struct request *e)
{
	struct fault why;
	instant now = clock_now();
	const struct lease lease = { "loketd", now, now + LEASE_MS };
	*e = (struct request){ .leg = LEG_LEASE, .a = arena_start(REQUEST_BYTES) };
	bool good = outbox_lease(w->app->store, &lease, &e->a, &e->row, &why);
	if (!good)
		log_fault("outbox", &why);
	if (good && from_outbox(e))
		return true;
	request_over(e);
	return false;
}

/* Who calls comes first: while they do, a message that is due waits, a second at most. */
int64_t requests_due(struct worker *w)
{
	instant now = clock_now(), due = outbox_next_due(w->app->store, now);
	instant quiet = w->heard_last + QUIET_MS;
	if (w->ending || due == INSTANT_NONE || !request_empty(w))
		return -1;
	if (due < quiet)
		due = quiet < due + PATIENCE_MS ? quiet : due + PATIENCE_MS;
	return due > now ? due - now : 0;
}

void requests_lease(struct worker *w)
{
	struct request *e;
	struct fault why;
	/* looked at without the lock first: a worker that asks in vain holds up nobody */
	if (requests_due(w) != 0)
		return;
	if (!batch_begin(w, &why)) {
		log_fault("outbox", &why);
		return;
	}
	while ((e = request_empty(w)) && lease_next(w, e))
		w->busy_last = clock_steady();
}

void requests_start(struct worker *w, bool leased)
{
	for (size_t i = 0; i < MOST_REQUESTS; i++) {
		struct request *e = &w->requests[i];
		if (e->leg != LEG_LEASE)
			continue;
		if (leased)
			request_start(w, e);
		else
			request_over(e);
	}
}

bool request_watch(struct worker *w, const struct va *va, const struct id *filing)
{
	size_t watching = 0;
	for (size_t i = 0; i < MOST_REQUESTS; i++)
		watching += w->requests[i].leg != LEG_NONE && !from_outbox(&w->requests[i]);
	struct request *e = request_empty(w);
	if (!e || watching >= WATCHES)
		return false;
	*e = (struct request){ .a = arena_start(REQUEST_BYTES) };
	e->row = (struct outbox_row){ .filing = *filing, .to = "bank", .kind = "status" };
	values_set(&e->row.body, &e->a, "", 0, "bank", va->bank);
	values_set(&e->row.body, &e->a, "", 0, "trx", va->trx);
	values_set(&e->row.body, &e->a, "", 0, "customer_no", va->customer_no);
	values_set(&e->row.body, &e->a, "", 0, "amount",
	           arena_print(&e->a, "%lld", (long long)va->amount));
	e->order.expires = va->expires;
	bank_request_start(w, e);
	return true;
}

bool request_report(struct worker *w, struct bank_link *c, day of)
{
	struct request *e = request_empty(w);
	if (!e)
		return false;
	*e = (struct request){ .a = arena_start(REQUEST_BYTES),
		               .bank_link = c,
		               .service = BANK_REPORT };
	e->row = (struct outbox_row){ .to = "bank", .kind = "report" };
	e->order = (struct bank_order){ .trx_id = "", .first = of, .last = of };
	bank_request_go(w, e);
	return true;
}

void request_probe(struct worker *w)
{
	struct request *e = request_empty(w);
	if (!e)
		return;
	*e = (struct request){ .a = arena_start(REQUEST_BYTES) };
	e->row = (struct outbox_row){ .to = "sipp", .kind = "health" };
	sipp_request_start(w, e);
}

void request_changes(struct worker *w, const char *mark, const char *page)
{
	struct request *e = request_empty(w);
	if (!e)
		return;
	*e = (struct request){ .a = arena_start(REQUEST_BYTES) };
	e->row = (struct outbox_row){ .to = "sipp", .kind = "changes" };
	values_set(&e->row.body, &e->a, "", 0, "sejak", mark);
	values_set(&e->row.body, &e->a, "", 0, "batas", page);
	sipp_request_start(w, e);
}

size_t requests_busy(const struct worker *w)
{
	size_t busy = 0;
	for (size_t i = 0; i < MOST_REQUESTS; i++)
		busy += w->requests[i].leg != LEG_NONE;
	return busy;
}

/* ---- how a\x20request ends ---- */

static bool is_report(const struct request *e)
{
	return e->bank_link && e->service == BANK_REPORT;
}

void request_later(struct worker *w, struct request *e, const char *error, int at_least)
{
	uint64_t seed;
	struct fault why;
	random_fill(&seed, sizeof seed);
	int64_t delay = retry_delay(e->row.tries + 1, seed);
	if (delay < at_least)
		delay = at_least;
	if (from_outbox(e)) {
		log_line("%s %s %s: %s", e->row.to, e->row.kind, e->row.key, error);
		if (!batch_begin(w, &why) ||
		    !outbox_again(w->app->store, e->row.number, clock_now() + delay, error, &why))
			log_fault("outbox", &why);
	} else if (is_report(e)) {
		report_failed(w, e->bank_link, error);
	}
	request_over(e);
}

void request_close(struct worker *w, struct request *e, bool dead, const char *error)
{
	struct fault why;
	if (from_outbox(e)) {
		if (dead)
			log_line("%s %s %s: %s", e->row.to, e->row.kind, e->row.key, error);
		if (!batch_begin(w, &why) ||
		    !outbox_close(w->app->store, e->row.number, dead, error, &why))
			log_fault("outbox", &why);
	} else if (dead && is_report(e)) {
		report_failed(w, e->bank_link, error);
	}
	request_over(e);
}

/* What is outside may come back; what a rule or a data file refuses waits for a person. */
void request_fault(struct worker *w, struct request *e, const struct fault *why)
{
	char text[512];
	fault_say(why, text, sizeof text);
	if (why->kind == FAULT_REFUSED)
		request_close(w, e, true, text);
	else
		request_later(w, e, text, 0);
}

void request_value(struct request *e, struct command *c, const char *name, const char *text)
{
	values_set(&c->values, &e->a, "", 0, name, text);
}

bool request_do(struct worker *w, struct request *e, const struct session *s, struct command *c,
                struct fault *why)
{
	struct answer answer;
	c->answers = e->row.number;
	if (!batch_begin(w, why) || !service_do(s, c, &e->a, &answer, why)) {
		log_fault(c->act, why);
		return false;
	}
	log_line("%s.%s: %s", c->step, c->act, answer.event ? answer.event : "");
	return true;
}

void request_command(struct worker *w, struct request *e, const struct session *s,
                     struct command *c)
{
	struct fault why;
	if (request_do(w, e, s, c, &why))
		request_over(e);
	else
		request_fault(w, e, &why);
}

void link_note(struct worker *w, const char *name, bool up, const char *error)
{
	struct fault why;
	if (!link_write(w->app->store, name, up, clock_now(), error, &why))
		log_fault("link", &why);
}

/* ---- answers ---- */

/* The token that requests wait for: all of that bank go on, or are tried later. */
static void token_answer(struct worker *w, struct bank_link *c, const struct net_answer *answer,
                         struct arena *a)
{
	struct fault why;
	char text[512] = "";
	bool good = bank_link_token_take(c, answer, a, &why);
	if (!good) {
		fault_say(&why, text, sizeof text);
		watch_rest(w);
	}
	link_note(w, "bank", good, text);
	for (size_t i = 0; i < MOST_REQUESTS; i++) {
		struct request *e = &w->requests[i];
		if (e->leg != LEG_TOKEN || e->bank_link != c)
			continue;
		if (good)
			bank_request_go(w, e);
		else
			request_later(w, e, text, 0);
	}
}

void requests_answer(struct worker *w)
{
	struct net_answer answer;
	struct arena a = arena_start(REQUEST_BYTES);
	while (net_take(w->client, &a, &answer)) {
		struct bank_link *c = bank_link_of_tag(w, answer.tag);
		struct request *e = c ? NULL : &w->requests[answer.tag];
		w->busy_last = clock_steady();
		if (c)
			token_answer(w, c, &answer, &a);
		else if (e->bank_link)
			bank_request_answer(w, e, &answer);
		else
			sipp_request_answer(w, e, &answer);
		arena_drop(&a);
	}
	arena_drop(&a);
}

/* Ours no more: what was sent already is asked for first by whoever takes it up. */
void requests_stop(struct worker *w)
{
	struct fault why;
	for (size_t i = 0; i < MOST_REQUESTS; i++) {
		struct request *e = &w->requests[i];
		if (e->leg == LEG_NONE)
			continue;
		if (from_outbox(e) && !outbox_again(w->app->store, e->row.number, clock_now(),
		                                    N_("pekerja berhenti"), &why))
			log_fault("outbox", &why);
		request_over(e);
	}
}
