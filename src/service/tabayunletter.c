/* The numbers of the letters that go out for another court's request: the appointment has one from
 * the act that appoints, the cover letter from the act that sends it or from its first print. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/outgoing.h"
#include "loket/store/outgoing.h"
#include "loket/tabayun.h"
#include "loket/text.h"

#include "private.h"

/* One who is appointed in another's place gets a letter of his own. */
static bool which_of(const struct login *s, const struct letter_places *places, struct arena *a,
                     struct outgoing *o, struct fault *why)
{
	struct outgoing_list list;
	struct outgoing wanted = *o;
	if (!outgoing_of(s->app->store, &o->subject, a, &list, why))
		return false;
	outgoing_name(&s->app->book->court, places, a, &wanted);
	for (size_t i = 0; i < list.count; i++) {
		const struct outgoing *sent = &list.items[i];
		if (text_same(sent->paper, o->paper))
			o->which = sent->which + !text_same(sent->recipient, wanted.recipient);
	}
	return true;
}

bool tabayun_letter_give(const struct login *s, const char *paper, const struct tabayun *t,
                         struct arena *a, struct outgoing *o, struct fault *why)
{
	struct letter_places places = { 0 };
	const struct letter_place known[] = {
		{ "nama", t->party },
		{ "nomor", t->case_number },
		{ "tujuan", t->sender },
		{ "jurusita", user_called(s, t->bailiff, a) },
	};
	for (size_t i = 0; i < COUNT_OF(known); i++)
		letter_place(&places, a, known[i].name, known[i].value);
	*o = (struct outgoing){ .subject = t->id,
		                .paper = paper,
		                .case_number = t->case_number,
		                .dated = instant_day(clock_now(), &s->app->book->court.zone) };
	return which_of(s, &places, a, o, why) && outgoing_give(s, &places, a, o, why);
}

/* Which act issues which letter. */
static const struct {
	const char *form, *paper;
} issues[] = { { "penunjukan", TABAYUN_APPOINTMENT }, { "jawaban", TABAYUN_COVER } };

bool tabayun_issue(const struct login *s, const char *form, struct arena *a, struct tabayun *t,
                   struct fault *why)
{
	struct outgoing o;
	size_t i = 0;
	while (i < COUNT_OF(issues) && !text_same(issues[i].form, form))
		i++;
	if (i == COUNT_OF(issues))
		return true;
	bool cover = text_same(issues[i].paper, TABAYUN_COVER);
	if (cover && !text_is_empty(t->cover))
		return true; /* written by hand */
	if (!tabayun_letter_give(s, issues[i].paper, t, a, &o, why))
		return false;
	if (cover && o.number == 0)
		return fault_set(why, FAULT_REFUSED, N_("Tulis nomor surat pengantarnya")) ||
		       fault_at(why, "nomor_pengantar");
	if (cover)
		t->cover = o.name;
	return true;
}
