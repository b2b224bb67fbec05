/* In how many days something was done, and what that is worth: SIPP's evaluation (SK Dirjen Badilag
 * 048/2024), whose limits are data/limits.xml. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

int limit_points(const struct limit *l, int days)
{
	for (size_t i = 0; i < l->grade_count; i++) {
		const struct limit_grade *g = &l->grades[i];
		if (l->before ? days >= g->days : days <= g->days)
			return g->points;
	}
	return l->otherwise;
}

/* ---- the moments of a filing ---- */

day filing_first_hearing(const struct filing *f)
{
	day on = filing_hearing(f);
	return on != DAY_NONE ? on : sync_day(filing_values(f, SIPP));
}

static day heard(const struct rulebook *b, const struct filing *f)
{
	(void)b;
	return filing_first_hearing(f);
}

/* When the last of the first calls was entered; not yet while one is open. */
static day calls_entered(const struct rulebook *b, const struct filing *f)
{
	day last = DAY_NONE;
	for (size_t i = 0; i < f->summons_count; i++) {
		char key[FILL_KEY_ROOM];
		const struct summons *s = &f->summons[i];
		if (s->follows != 0)
			continue;
		summons_fill_key(s->number, key);
		const struct fill *entered = filing_fill(f, key);
		if (entered == NULL || text_is_empty(s->outcome))
			return DAY_NONE;
		day on = instant_day(entered->at, &b->court.zone);
		last = on > last ? on : last;
	}
	return last;
}

static day decided(const struct rulebook *b, const struct filing *f)
{
	(void)b;
	day on;
	const struct values *end = filing_values(f, AKHIR);
	return text_same(values_of(end, "cara"), "putus") &&
	               day_iso_parse(values_of(end, "tanggal"), &on)
	           ? on
	           : DAY_NONE;
}

static day registered(const struct rulebook *b, const struct filing *f)
{
	(void)b;
	return text_is_empty(f->number.number) ? DAY_NONE : f->number.registered;
}

/* Those that a filing has, by SIPP's word or by ours; of requests of courts their own screen
 * tells. */
static const struct {
	const char *key, *told;
	day (*on)(const struct rulebook *b, const struct filing *f);
} moments[] = {
	{ "pmh", "pmh", NULL },         { "pp", "ppp", NULL },
	{ "js", "pjs", NULL },          { "phs", "phs_pada", NULL },
	{ "daftar", NULL, registered }, { "relaas", NULL, calls_entered },
	{ "sidang", NULL, heard },      { "putus", NULL, decided },
};

/* False: a filing has no such moment. */
static bool moment_of(const struct rulebook *b, const struct filing *f, const char *key, day *out)
{
	for (size_t i = 0; i < COUNT_OF(moments); i++) {
		if (!text_same(moments[i].key, key))
			continue;
		if (moments[i].on != NULL)
			*out = moments[i].on(b, f);
		else if (!day_iso_parse(filing_value(f, SIPP, moments[i].told), out))
			*out = DAY_NONE;
		return true;
	}
	return false;
}

/* ---- the clocks ---- */

/* The last day on which it is worth as much as today. */
static day last_day(const struct limit *l, const struct limit_clock *c, day today)
{
	day on = today, end = l->before ? c->to : today + 366;
	while (on < end) {
		int days = l->before ? c->to - (on + 1) : on + 1 - c->from;
		if (limit_points(l, days) != c->points)
			break;
		on++;
	}
	return on == end && !l->before ? DAY_NONE : on;
}

static bool clock_set(const struct limit *l, day today, bool ended, struct limit_clock *c)
{
	day begin = l->before ? c->to : c->from, done = l->before ? c->from : c->to;
	if (begin == DAY_NONE || (ended && done == DAY_NONE))
		return false;
	bool missed = done == DAY_NONE && l->before && today > c->to;
	day by = done != DAY_NONE ? done : today;
	c->limit = l;
	c->days = l->before ? c->to - by : by - c->from;
	c->days = c->days < 0 ? 0 : c->days;
	c->points = missed ? l->never : limit_points(l, c->days);
	c->runs = done == DAY_NONE && !missed;
	c->last = c->runs ? last_day(l, c, today) : DAY_NONE;
	return true;
}

size_t limit_clocks(const struct rulebook *b, const struct filing *f, day today, struct arena *a,
                    struct limit_clock **out)
{
	size_t count = 0;
	bool ended = !text_is_empty(filing_value(f, AKHIR, "cara"));
	*out = arena_get(a, b->limit_count + 1, sizeof **out);
	for (size_t i = 0; registered(b, f) != DAY_NONE && i < b->limit_count; i++) {
		const struct limit *l = &b->limits[i];
		struct limit_clock *c = &(*out)[count];
		*c = (struct limit_clock){ 0 };
		if (moment_of(b, f, l->from, &c->from) && moment_of(b, f, l->to, &c->to) &&
		    clock_set(l, today, ended, c))
			count++;
	}
	return count;
}
