/* The clocks of bank and SIPP beside ours, as their answers tell them. */
#include "loket/store/outbox.h"
#include "loket/text.h"

#include "private.h"

instant answer_clock(const struct net_answer *answer)
{
	const char *stamp = net_header_find(answer->headers, answer->header_count, "X-TIMESTAMP");
	const char *date = net_header_find(answer->headers, answer->header_count, "Date");
	instant theirs = INSTANT_NONE;
	if ((!stamp || !instant_parse(stamp, &theirs)) && date)
		theirs = net_date(date);
	return theirs;
}

void clock_note(struct worker *w, const char *name, const struct net_answer *answer)
{
	struct fault why;
	instant theirs = answer_clock(answer);
	const struct uptime up = clock_uptime();
	if (theirs != INSTANT_NONE &&
	    !clock_keep(w->app->store, name, theirs, clock_now(), &up, &why))
		log_fault("clock", &why);
}
