/* On which days a first hearing may be: every party can still be called in time by its channel
 * (data/summons.xml), the court works, room and panel sit (data/court.xml). */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { HORIZON = 1500 }; /* days looked at: the longest term is months */

/* ---- who is called, and how ---- */

static struct called called_one(const struct hearing_ask *ask, const struct values *pihak,
                                const struct party *party)
{
	const struct values *v = ask->form;
	int row = party->row;
	struct called one = { .party = *party,
		              .channel = values_get(pihak, PIHAK, row, "kanal"),
		              .reason = values_get(pihak, PIHAK, row, "alasan_kanal") };
	int rows = values_rows(v, PANGGIL);
	for (int i = 1; i <= rows; i++) {
		long long named;
		if (!text_number(values_get(v, PANGGIL, i, "pihak"), 1, INT32_MAX, &named) ||
		    named != row)
			continue;
		one.form_row = i;
		one.channel = values_get(v, PANGGIL, i, "kanal");
		one.reason = values_get(v, PANGGIL, i, "alasan_kanal");
	}
	if (text_is_empty(one.channel))
		one.channel = summons_channel(ask->book, ask->filing, pihak, row);
	return one;
}

size_t hearing_called(const struct hearing_ask *ask, struct called **out)
{
	struct parties parties = { 0 };
	const struct values *pihak = filing_values(ask->filing, PIHAK);
	parties_read(ask->book, ask->filing, pihak, ask->a, &parties);
	*out = arena_get(ask->a, parties.count + 1, sizeof **out);
	for (size_t i = 0; i < parties.count; i++)
		(*out)[i] = called_one(ask, pihak, &parties.items[i]);
	return parties.count;
}

/* ---- the first day, by channel ---- */

day hearing_begins(const struct filing *f, day today)
{
	day registered = f->number.registered;
	return registered != DAY_NONE && registered > today ? registered : today;
}

/* The day on which a call begun on `from` is served at the earliest: of two announcements, the day
 * of the second. */
static day last_service(const struct channel *ch, day from)
{
	return ch->announced > 0 ? day_add_months(from, ch->announced) : from;
}

day hearing_earliest(const struct rulebook *b, const struct channel *ch, day from, day registered)
{
	day served = last_service(ch, from), least = summons_not_before(ch, registered);
	day on = least != DAY_NONE && least > served ? least : served;
	while (summons_deadline(b, ch, on) < served)
		on++;
	return on;
}

/* ---- the court's own days ---- */

static bool sits(const struct sitting *s, day on)
{
	return s->weekdays == 0 || (s->weekdays & (1u << day_weekday(on))) != 0;
}

static const struct sitting *sitting_named(const struct sitting *items, size_t count,
                                           const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (text_same(items[i].name, name))
			return &items[i];
	}
	return NULL;
}

const struct sitting *hearing_idle(const struct rulebook *b, const struct values *form, day on)
{
	const struct court_profile *c = &b->court;
	const struct sitting *of[] = {
		sitting_named(c->rooms, c->room_count, values_of(form, "ruang")),
		sitting_named(c->panels, c->panel_count, values_of(form, "ketua_majelis")),
	};
	for (size_t i = 0; i < COUNT_OF(of); i++) {
		if (of[i] != NULL && !sits(of[i], on))
			return of[i];
	}
	return NULL;
}

/* Of no room chosen yet: one that sits then. */
static bool has_room(const struct rulebook *b, const struct values *form, day on)
{
	const struct court_profile *c = &b->court;
	for (size_t i = 0; i < c->room_count; i++) {
		if (sits(&c->rooms[i], on))
			return true;
	}
	return c->room_count == 0 || !text_is_empty(values_of(form, "ruang"));
}

static bool court_sits(const struct rulebook *b, const struct values *form, day on)
{
	return calendar_works(&b->calendar, on) && hearing_idle(b, form, on) == NULL &&
	       has_room(b, form, on);
}

day hearing_first(const struct rulebook *b, const struct values *form, day from)
{
	for (day on = from; on < from + HORIZON; on++) {
		if (court_sits(b, form, on))
			return on;
	}
	return from; /* room and panel never sit together */
}

/* ---- the days for all parties at once ---- */

void hearing_form(const struct filing *f, struct arena *a, struct values *out)
{
	const struct values *filled = filing_values(f, PANGGILAN);
	*out = *filled;
	if (filled->count == 0)
		sync_proposal(filing_values(f, SIPP), NULL, DAY_NONE, a, out);
}

/* The first day on which all are called in time, wherever room and panel sit. */
static day first_for_all(const struct hearing_ask *ask)
{
	struct called *called;
	const struct filing *f = ask->filing;
	size_t count = hearing_called(ask, &called);
	day from = hearing_begins(f, ask->today), first = from;
	for (size_t i = 0; i < count; i++) {
		const struct channel *ch = party_channel(ask->book, called[i].channel,
		                                         filing_values(f, PIHAK),
		                                         called[i].party.row, ask->a);
		day least = ch == NULL
		                ? from
		                : hearing_earliest(ask->book, ch, from, f->number.registered);
		first = least > first ? least : first;
	}
	return first;
}

size_t hearing_days(const struct hearing_ask *ask, day *out, size_t most)
{
	size_t found = 0;
	day first = first_for_all(ask);
	for (day on = first; found < most && on < first + HORIZON; on++) {
		if (court_sits(ask->book, ask->form, on))
			out[found++] = on;
	}
	return found;
}

static const char *unlawful(const struct hearing_ask *ask, day first, day on)
{
	const struct sitting *idle = hearing_idle(ask->book, ask->form, on);
	return on < first     ? N_("terlalu dekat untuk memanggil")
	       : idle != NULL ? N_("ruang atau majelis tidak bersidang")
	                      : NULL;
}

const char *hearing_unlawful(const struct hearing_ask *ask, day on)
{
	return unlawful(ask, first_for_all(ask), on);
}

const char *hearing_unlawful_for(const struct hearing_ask *ask, const struct summons *call, day on)
{
	const struct filing *f = ask->filing;
	const struct channel *ch = rulebook_channel(ask->book, call->channel);
	day from = hearing_begins(f, ask->today);
	return unlawful(ask,
	                ch == NULL ? from
	                           : hearing_earliest(ask->book, ch, from, f->number.registered),
	                on);
}

/* ---- how a day is reckoned ---- */

static const char *day_text(day on, struct arena *a)
{
	char shown[16];
	day_show(on, shown, sizeof shown);
	return arena_text(a, shown);
}

static const char *reckoned(const struct hearing_ask *ask, const struct channel *ch, day on)
{
	struct arena *a = ask->a;
	day from = hearing_begins(ask->filing, ask->today);
	const char *last = day_text(summons_deadline(ask->book, ch, on), a);
	if (ch->announced == 0)
		return say(a, N_("paling lambat %1"), last);
	return say(a, N_("pengumuman I %1, II %2, paling lambat %3"), day_text(from, a),
	           day_text(last_service(ch, from), a), last);
}

/* "pos 25-11-2026", "pengumuman 25-11-2026 dan 25-12-2026": as short as a row needs it. */
static const char *limit(const struct hearing_ask *ask, const struct channel *ch, day on)
{
	struct arena *a = ask->a;
	day from = hearing_begins(ask->filing, ask->today);
	if (ch->announced == 0)
		return say(a, "%1 %2", ch->brief, day_text(summons_deadline(ask->book, ch, on), a));
	return say(a, N_("%1 %2 dan %3"), ch->brief, day_text(from, a),
	           day_text(last_service(ch, from), a));
}

const char *hearing_limits(const struct hearing_ask *ask, day on)
{
	struct called *called;
	struct text t = text_start(ask->a);
	size_t count = hearing_called(ask, &called);
	for (size_t i = 0; i < count; i++) {
		const struct channel *ch = rulebook_channel(ask->book, called[i].channel);
		bool said = ch == NULL;
		for (size_t k = 0; k < i; k++)
			said = said || text_same(called[k].channel, called[i].channel);
		if (!said)
			text_addf(&t, "%s%s", t.length > 0 ? ", " : "", limit(ask, ch, on));
	}
	return t.s;
}

size_t hearing_reckoning(const struct hearing_ask *ask, day on, const char ***out)
{
	struct called *called;
	size_t count = hearing_called(ask, &called);
	*out = arena_get(ask->a, count + 1, sizeof **out);
	for (size_t i = 0; i < count; i++) {
		const struct channel *ch = rulebook_channel(ask->book, called[i].channel);
		(*out)[i] = say(ask->a, "%1, %2: %3", called[i].party.name,
		                ch == NULL ? called[i].channel : ch->name,
		                ch == NULL ? "" : reckoned(ask, ch, on));
	}
	return count;
}
