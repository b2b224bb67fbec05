/* A call to a bank on behalf of a request: with a token that is good, and whether an answer came. */
#include "private.h"

void bank_call(struct worker *w, struct request *e, enum bank_service s)
{
	struct fault why;
	if (!token_ready(w, e->bank_link, s)) {
		e->state = REQUEST_TOKEN;
		return;
	}
	e->state = REQUEST_ANSWER;
	if (!bank_link_call(e->bank_link, s, &e->order, request_tag(w, e), &why))
		request_fault(w, e, &why);
}

bool bank_answered(struct worker *w, struct request *e, enum bank_service s,
                   const struct net_answer *answer)
{
	int settle = 1000 * e->bank_link->setup.settle_seconds;
	if (answer->end == NET_ANSWERED) {
		w->watch_silences = 0;
		return true;
	}
	log_line("bank %s: %s (%s)", bank_service_name(s), net_end_name(answer->end),
	         answer->detail);
	link_note(w, "bank", false, net_end_text(answer->end));
	watch_rest(w);
	request_later(w, e, net_end_text(answer->end),
	              net_end_is_unknown(answer->end) ? settle : 0);
	return false;
}
