/* When no notice comes the bank is asked: live accounts in turn, a few at a time, and after a whole
 * round a rest. What the round has reached is kept by trx, so that a restart only begins the round
 * again. A bank that cannot be reached is not asked account by account: the round rests where it is.
 */
#include <string.h>

#include "loket/store/outbox.h"
#include "loket/text.h"

#include "private.h"

#define WATCHES       2 /* questions at once */
#define LEAST_SECONDS 5
#define SOON_MS       1000

static int64_t rest_ms(const struct worker *w)
{
	int seconds = 300;
	for (size_t i = 0; i < MOST_BANKS; i++) {
		const struct bank_link *c = &w->bank_links[i];
		if (c->key[0] && c->setup.watch_seconds < seconds)
			seconds = c->setup.watch_seconds;
	}
	return 1000 * (int64_t)(seconds < LEAST_SECONDS ? LEAST_SECONDS : seconds);
}

void watch_soon(struct worker *w)
{
	int64_t soon = clock_steady() + SOON_MS;
	if (w->watch_due > soon)
		w->watch_due = soon;
}

/* Longer from silence to silence, as a message that is not heard. */
void watch_rest(struct worker *w)
{
	uint64_t seed;
	random_fill(&seed, sizeof seed);
	w->watch_due = clock_steady() + retry_delay(++w->watch_silences, seed);
}

static void round_over(struct worker *w)
{
	w->watch_after[0] = '\0';
	w->watch_due = clock_steady() + rest_ms(w);
}

/* A status question for a live account; false: no place is free. */
static bool ask_put(struct worker *w, const struct va *va, const struct id *filing)
{
	struct request *e = queue_count(w, "bank", "status") < WATCHES
	                        ? queue_put(w, "bank", "status")
	                        : NULL;
	if (!e)
		return false;
	e->row.filing = *filing;
	values_set(&e->row.body, &e->a, "", 0, "bank", va->bank);
	e->order = (struct bank_order){ .trx_id = arena_text(&e->a, va->trx),
		                        .customer_no = arena_text(&e->a, va->customer_no),
		                        .name = "",
		                        .amount = va->amount,
		                        .expires = va->expires };
	return true;
}

void watch_round(struct worker *w)
{
	struct arena a = arena_start(MIB);
	struct fault why;
	struct va va;
	struct id filing;
	while (clock_steady() >= w->watch_due) {
		if (!va_live_after(w->app->store, w->watch_after, &a, &va, &filing, &why)) {
			log_fault("watch", &why);
			round_over(w);
		} else if (!va.trx[0] || strlen(va.trx) >= sizeof w->watch_after) {
			round_over(w);
		} else if (ask_put(w, &va, &filing)) {
			memcpy(w->watch_after, va.trx, strlen(va.trx) + 1);
		} else {
			break; /* no place is free: it goes on when an answer has come */
		}
	}
	arena_drop(&a);
}
