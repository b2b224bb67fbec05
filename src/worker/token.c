/* A bank's token: fetched when a call needs it, one request at a time, renewed a minute before its
 * end by our own steady clock, and never logged. Requests that wait for it go on when it has come,
 * or are tried later. */
#include <string.h>

#include "loket/text.h"

#include "private.h"

#define EARLY_MS 60000
#define PROBE_MS 60000

bool token_ready(struct worker *w, struct bank_link *c, enum bank_service s)
{
	struct request *e = &w->requests[MOST_REQUESTS + (c - w->bank_links)];
	if (c->setup.profile.routes[s].signature != BANK_SYMMETRIC ||
	    (c->token[0] && clock_steady() < c->token_until))
		return true;
	if (e->state == REQUEST_NONE)
		*e = (struct request){ .state = REQUEST_READY,
			               .a = arena_start(REQUEST_BYTES),
			               .row = { .to = "token", .kind = "token" },
			               .bank_link = c };
	return false;
}

/* Is the bank there? A token is what it is asked for first, when the worker starts and each minute
 * after, so that the board tells of a silence before a filing meets it. */
void token_round(struct worker *w)
{
	if (clock_steady() < w->token_due)
		return;
	w->token_due = clock_steady() + PROBE_MS;
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].key[0])
			(void)token_ready(w, &w->bank_links[i], BANK_CREATE);
	}
}

/* All of that bank go on; `why` not NULL: it gave none. */
static void token_over(struct worker *w, struct request *token, const struct fault *why)
{
	struct bank_link *c = token->bank_link;
	char text[512] = "";
	if (why) {
		fault_say(why, text, sizeof text);
		watch_rest(w);
	}
	link_note(w, "bank", !why, text);
	request_over(token);
	for (size_t i = 0; i < MOST_REQUESTS; i++) {
		struct request *e = &w->requests[i];
		if (e->state != REQUEST_TOKEN || e->bank_link != c)
			continue;
		if (why)
			request_fault(w, e, why);
		else
			e->state = REQUEST_READY;
	}
}

void token_start(struct worker *w, struct request *e)
{
	struct fault why;
	e->state = REQUEST_ANSWER;
	if (!bank_link_call(e->bank_link, BANK_TOKEN, NULL, request_tag(w, e), &why))
		token_over(w, e, &why);
}

static bool token_take(struct bank_link *c, const struct net_answer *answer, struct arena *a,
                       struct fault *why)
{
	const char *token;
	int seconds;
	c->token[0] = '\0';
	if (answer->end != NET_ANSWERED)
		return fault_set(why, FAULT_OUTSIDE, net_end_text(answer->end));
	if (!bank_decode_token(answer->status, answer->body, a, &token, &seconds, why))
		return false;
	int64_t life = 1000 * (int64_t)seconds;
	memcpy(c->token, token, strlen(token) + 1);
	c->token_until = clock_steady() + (life > 2 * EARLY_MS ? life - EARLY_MS : life / 2);
	return true;
}

void token_answer(struct worker *w, struct request *e, const struct net_answer *answer)
{
	struct fault why;
	bool good = token_take(e->bank_link, answer, &e->a, &why);
	token_over(w, e, good ? NULL : &why);
}

/* A second refusal is no longer the token's fault. */
void token_refused(struct worker *w, struct request *e, const char *said)
{
	e->bank_link->token[0] = '\0';
	if (e->renewed) {
		link_note(w, "bank", false, said);
		request_later(w, e, said[0] ? said : N_("bank menolak token"), 0);
		return;
	}
	e->renewed = true;
	e->state = REQUEST_READY;
}
