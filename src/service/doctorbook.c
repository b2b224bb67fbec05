/* Checks of the court's data: is it this court's, and does it reach into next year? */
#include "loket/court.h"
#include "loket/text.h"

#include "doctor.h"
#include "private.h"

enum { SOON_DAYS = 60, OCTOBER = 10, DECEMBER = 12 };

void check_court(struct checking *d)
{
	struct fault why;
	const struct court_profile *c = &d->app.book->court;
	if (app_is_sample(&d->app))
		doctor_say(d, CHECKUP_YELLOW, N_("rumah contoh: %1 bukan pengadilan sungguhan"),
		           (const char *const[DOCTOR_WORDS]){ c->name });
	else if (!app_has_court(&d->app, &why))
		doctor_fault(d, CHECKUP_RED, &why);
	else
		doctor_say(d, CHECKUP_GREEN, N_("%1 (%2)"),
		           (const char *const[DOCTOR_WORDS]){ c->name, c->code });
}

void check_calendar(struct checking *d)
{
	const struct rulebook *b = d->app.book;
	struct ymd today = day_ymd(instant_day(clock_now(), &b->court.zone));
	const char *const words[DOCTOR_WORDS] = { arena_print(d->a, "%d", today.year),
		                                  arena_print(d->a, "%d", today.year + 1) };
	if (!calendar_knows(&b->calendar, today.year))
		doctor_say(d, CHECKUP_RED, N_("hari libur %1 belum ada"), words);
	else if (calendar_knows(&b->calendar, today.year + 1))
		doctor_say(d, CHECKUP_GREEN, N_("hari libur %1 dan %2 ada"), words);
	else if (today.month >= OCTOBER)
		doctor_say(d, today.month == DECEMBER ? CHECKUP_RED : CHECKUP_YELLOW,
		           N_("hari libur %2 belum ada"), words);
	else
		doctor_say(d, CHECKUP_GREEN,
		           N_("hari libur %1 ada; SKB %2 biasanya terbit Oktober"), words);
}

static bool same_subject(const struct tariff *x, const struct tariff *y)
{
	return text_same(x->component, y->component) &&
	       text_same(x->subject.channel, y->subject.channel) &&
	       text_same(x->subject.village, y->subject.village) &&
	       text_same(x->subject.area, y->subject.area) &&
	       text_same(x->subject.type, y->subject.type) &&
	       text_same(x->subject.alur, y->subject.alur);
}

static bool is_followed(const struct fees *f, const struct tariff *t)
{
	for (size_t i = 0; i < f->tariff_count; i++) {
		const struct tariff *next = &f->tariffs[i];
		if (next->from > t->to && same_subject(next, t))
			return true;
	}
	return false;
}

void check_tariffs(struct checking *d)
{
	const struct fees *f = &d->app.book->fees;
	day today = instant_day(clock_now(), &d->app.book->court.zone);
	bool good = true;
	for (size_t i = 0; i < f->tariff_count; i++) {
		const struct tariff *t = &f->tariffs[i];
		char end[16];
		if (t->to == DAY_NONE || t->to < today - SOON_DAYS || t->to > today + SOON_DAYS ||
		    is_followed(f, t))
			continue;
		day_show(t->to, end, sizeof end);
		const char *const words[DOCTOR_WORDS] = { t->component, end,
			                                  arena_print(d->a, "%s, %s:%d", t->decree,
			                                              t->file, t->line) };
		doctor_say(d, t->to < today ? CHECKUP_RED : CHECKUP_YELLOW,
		           t->to < today ? N_("%1 sudah berakhir %2 tanpa pengganti (%3)")
		                         : N_("%1 berakhir %2 dan belum ada penggantinya (%3)"),
		           words);
		good = false;
	}
	if (good)
		doctor_say(d, CHECKUP_GREEN, N_("tidak ada yang berakhir dalam %1 hari"),
		           (const char *const[DOCTOR_WORDS]){ arena_print(d->a, "%d", SOON_DAYS) });
}
