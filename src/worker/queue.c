/* The queue of requests: messages of the outbox under way, and requests of the worker's own. A
 * message is leased before it is sent, and ends in one of three ways: a command that closes its
 * row, the row closed by itself, or another try. */
#include "loket/store/outbox.h"
#include "loket/text.h"

#include "private.h"

#define LEASE_MS     (5 * 60000)
#define QUIET_MS     100
#define PATIENCE_MS  1000
#define MOST_LETTERS 4
#define PLACES       (MOST_REQUESTS + MOST_BANKS)

bool batch_begin(struct worker *w, struct fault *why)
{
	return w->app->batch || service_batch_begin(w->app, why);
}

void link_note(struct worker *w, const char *name, bool up, const char *error)
{
	struct fault why;
	if (!link_write(w->app->store, name, up, clock_now(), error, &why))
		log_fault("link", &why);
}

/* ---- places ---- */

static bool from_outbox(const struct request *e)
{
	return e->row.number != 0;
}

static struct request *place_find(struct worker *w)
{
	for (size_t i = 0; i < MOST_REQUESTS; i++) {
		if (w->requests[i].state == REQUEST_NONE)
			return &w->requests[i];
	}
	return NULL;
}

void request_over(struct request *e)
{
	arena_drop(&e->a);
	*e = (struct request){ .state = REQUEST_NONE };
}

uint64_t request_tag(const struct worker *w, const struct request *e)
{
	return (uint64_t)(e - w->requests);
}

bool queue_is_idle(const struct worker *w)
{
	size_t i = 0;
	while (i < PLACES && w->requests[i].state == REQUEST_NONE)
		i++;
	return i == PLACES;
}

size_t queue_count(const struct worker *w, const char *to, const char *kind)
{
	size_t n = 0;
	for (size_t i = 0; i < PLACES; i++) {
		const struct request *e = &w->requests[i];
		n += e->state != REQUEST_NONE && !from_outbox(e) && text_same(e->row.to, to) &&
		     text_same(e->row.kind, kind);
	}
	return n;
}

struct request *queue_put(struct worker *w, const char *to, const char *kind)
{
	struct request *e = place_find(w);
	if (e)
		*e = (struct request){ .state = REQUEST_READY,
			               .a = arena_start(REQUEST_BYTES),
			               .row = { .to = to, .kind = kind } };
	return e;
}

/* ---- leases ---- */

/* Letters take some of the slots at most: a slow mail server must not keep the bank waiting. */
static const char *too_many(const struct worker *w)
{
	size_t letters = 0;
	for (size_t i = 0; i < MOST_REQUESTS; i++)
		letters += w->requests[i].state != REQUEST_NONE && from_outbox(&w->requests[i]) &&
		           text_same(w->requests[i].row.to, "mail");
	return letters >= MOST_LETTERS ? "mail" : NULL;
}

/* Callers come first: while they call, a due message waits, a second at most. */
int64_t queue_due(struct worker *w)
{
	instant now = clock_now(), due = outbox_next_due(w->app->store, now, too_many(w));
	instant quiet = w->heard_last + QUIET_MS;
	if (w->ending || due == INSTANT_NONE || !place_find(w))
		return -1;
	if (due < quiet)
		due = quiet < due + PATIENCE_MS ? quiet : due + PATIENCE_MS;
	return due > now ? due - now : 0;
}

void queue_lease(struct worker *w)
{
	struct request *e;
	struct fault why;
	/* checked without the lock first: a worker with nothing to send blocks no one */
	if (queue_due(w) != 0)
		return;
	if (!batch_begin(w, &why)) {
		log_fault("outbox", &why);
		return;
	}
	while ((e = place_find(w)) != NULL) {
		instant now = clock_now();
		const struct lease lease = { "loketd", now, now + LEASE_MS, too_many(w) };
		*e = (struct request){ .state = REQUEST_LEASED, .a = arena_start(REQUEST_BYTES) };
		bool good = outbox_lease(w->app->store, &lease, &e->a, &e->row, &why);
		if (!good)
			log_fault("outbox", &why);
		if (!good || !from_outbox(e)) {
			request_over(e);
			return;
		}
		w->busy_last = clock_steady();
	}
}

void queue_leased(struct worker *w, bool on_disk)
{
	for (size_t i = 0; i < MOST_REQUESTS; i++) {
		struct request *e = &w->requests[i];
		if (e->state != REQUEST_LEASED)
			continue;
		if (on_disk)
			e->state = REQUEST_READY;
		else
			request_over(e);
	}
}

/* A message that may have been sent already is looked up first by the worker that leases it again.
 */
void queue_stop(struct worker *w)
{
	struct fault why;
	for (size_t i = 0; i < PLACES; i++) {
		struct request *e = &w->requests[i];
		if (e->state == REQUEST_NONE)
			continue;
		int settle = text_same(e->row.to, "mail") ? MAIL_SETTLE_MS : 0;
		if (from_outbox(e) &&
		    !outbox_again(w->app->store, e->row.number, clock_now() + settle,
		                  N_("pekerja berhenti"), &why))
			log_fault("outbox", &why);
		request_over(e);
	}
}

/* ---- how a request ends ---- */

static void end_log(const struct request *e, const char *error)
{
	log_line("%s %s %s: %s", e->row.to, e->row.kind, e->row.key, error);
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
		end_log(e, error);
		if (!batch_begin(w, &why) ||
		    !outbox_again(w->app->store, e->row.number, clock_now() + delay, error, &why))
			log_fault("outbox", &why);
	} else if (e->partner->failed) {
		e->partner->failed(w, e, error);
	}
	request_over(e);
}

void request_close(struct worker *w, struct request *e, bool dead, const char *error)
{
	struct fault why;
	if (from_outbox(e)) {
		if (dead)
			end_log(e, error);
		if (!batch_begin(w, &why) ||
		    !outbox_close(w->app->store, e->row.number, dead, error, &why))
			log_fault("outbox", &why);
	} else if (dead && e->partner->failed) {
		e->partner->failed(w, e, error);
	}
	request_over(e);
}

/* A fault from outside may pass; what a rule or a data file refuses waits for a person. */
void request_fault(struct worker *w, struct request *e, const struct fault *why)
{
	char text[512];
	fault_say(why, text, sizeof text);
	if (why->kind == FAULT_REFUSED)
		request_close(w, e, true, text);
	else
		request_later(w, e, text, 0);
}

bool request_do(struct worker *w, struct request *e, const struct login *s, struct command *c,
                struct fault *why)
{
	struct answer answer;
	c->answers = e->row.number;
	if (!batch_begin(w, why) || !service_do(s, c, &e->a, &answer, why)) {
		log_fault(c->act->name, why);
		return false;
	}
	log_line("%s %s", c->act->name, e->row.key); /* what happened names people */
	return true;
}

void request_command(struct worker *w, struct request *e, const struct login *s, struct command *c)
{
	struct fault why;
	if (request_do(w, e, s, c, &why))
		request_over(e);
	else
		request_fault(w, e, &why);
}
