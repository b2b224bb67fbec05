/* Letters that go out under a number: it is given once, in the transaction that prints or issues
 * the letter, and a reprint has the same number and day. */
#include "loket/store/outgoing.h"

#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

bool outgoing_give(const struct login *s, const struct letter_places *p, struct arena *a,
                   struct outgoing *o, struct fault *why)
{
	const struct court_profile *court = &s->app->book->court;
	struct store *store = s->app->store;
	if (!outgoing_find(store, o, a, why))
		return false;
	if (o->number > 0 || letter_numbered(court, o->paper) == NULL)
		return true;
	o->year = day_ymd(o->dated).year;
	o->who = s->user;
	o->at = clock_now();
	if (!outgoing_next(store, o->year, court->letter_first, &o->number, why))
		return false;
	outgoing_name(court, p, a, o);
	return outgoing_write(store, o, why);
}

bool service_letters(const struct login *s, int year, struct arena *a, struct outgoing_list *out,
                     struct fault *why)
{
	return may_or_refuse(s, "lihat.surat", why) &&
	       outgoing_of_year(s->app->store, year, a, out, why);
}

bool service_letters_of(const struct login *s, const struct id *subject, struct arena *a,
                        struct outgoing_list *out, struct fault *why)
{
	return may_or_refuse(s, "lihat.perkara", why) &&
	       outgoing_of(s->app->store, subject, a, out, why);
}
