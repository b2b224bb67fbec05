/* The board, a filing's history, the bailiff's list, and counts of prints. */
#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/lists.h"
#include "loket/text.h"

#include "private.h"

enum {
	LATE_AT_MOST = 999,
	NEWS = 8,
	SUMMONSES_SHOWN = 1000,
	SERVED_DAYS = 7,     /* days that a served summons stays in the list */
	UNPROVEN_DAYS = 400, /* one without proof stays until its hearing, but no longer */
	DAY = 24 * 60 * MINUTE_MS,
};

/* ---- the board ---- */

static bool read_counts(struct store *s, struct board *out, struct fault *why)
{
	struct query q = query_of(s, SQL_board_stages);
	while (query_next(&q)) {
		int64_t stage = take_number(&q);
		if (stage >= 1 && (size_t)stage <= out->step_count)
			out->steps[stage - 1].waiting = take_number(&q);
	}
	return query_end(&q, why);
}

static bool read_late(struct store *s, const struct rulebook *b, instant now, size_t stage,
                      struct board_row *row, struct fault *why)
{
	const instant before = counter_before(b, now, b->sop.steps[stage - 1].norm);
	struct query q = query_of(s, SQL_board_late);
	bind_number(&q, ":stage", (int64_t)stage);
	bind_instant(&q, ":before", before);
	bind_number(&q, ":most", LATE_AT_MOST);
	row->late = query_next(&q) ? take_number(&q) : 0;
	if (!query_end(&q, why))
		return false;
	q = query_of(s, SQL_board_oldest);
	bind_number(&q, ":stage", (int64_t)stage);
	row->oldest = query_next(&q) ? take_instant(&q) : INSTANT_NONE;
	return query_end(&q, why);
}

/* Of one step, or of all: stage 0. */
static bool read_steps(struct store *s, const struct rulebook *b, instant now, size_t stage,
                       struct arena *a, struct board *out, struct fault *why)
{
	*out = (struct board){ .step_count = b->sop.step_count };
	out->steps = arena_get(a, out->step_count, sizeof *out->steps);
	bool good = read_counts(s, out, why);
	for (size_t i = 1; good && i <= out->step_count; i++)
		good = (stage != 0 && stage != i) ||
		       read_late(s, b, now, i, &out->steps[i - 1], why);
	return good;
}

static bool read_hours(struct store *s, const struct rulebook *b, instant now, struct board *out,
                       struct fault *why)
{
	const struct zone *zone = &b->court.zone;
	instant from = instant_at(instant_day(now, zone), 0, zone);
	bool good = true;
	for (size_t i = 0; good && i < b->sop.step_count; i++) {
		struct query q = query_of(s, SQL_board_hours);
		bind_text(&q, ":key", b->sop.steps[i].key);
		bind_number(&q, ":norm", (int64_t)b->sop.steps[i].norm * MINUTE_MS);
		bind_instant(&q, ":from", from);
		bind_instant(&q, ":to", from + DAY);
		while (query_next(&q)) {
			int64_t hour = take_number(&q);
			out->hours[hour].ended += take_number(&q);
			out->hours[hour].kept += take_number(&q);
		}
		good = query_end(&q, why);
	}
	return good;
}

bool board_step_read(struct store *s, const struct rulebook *b, instant now, size_t stage,
                     struct arena *a, struct board_row *out, struct fault *why)
{
	struct board board;
	bool own;
	if (!read_enter(s, &own, why))
		return false;
	bool good = read_steps(s, b, now, stage, a, &board, why);
	*out = board.steps[stage - 1];
	return read_leave(s, own, good, why);
}

static bool read_news(struct store *s, struct arena *a, struct board *out, struct fault *why)
{
	out->news = arena_get(a, NEWS, sizeof *out->news);
	struct query q = query_of(s, SQL_board_news);
	bind_number(&q, ":most", NEWS);
	while (query_next(&q)) {
		struct news_row *row = &out->news[out->news_count++];
		row->at = take_instant(&q);
		row->what = take_text(&q, a);
		row->title = take_text(&q, a);
		row->detail = take_text(&q, a);
		row->filing = take_id(&q);
	}
	return query_end(&q, why);
}

static bool read_link(struct store *s, const char *name, struct arena *a, struct link_state *out,
                      struct fault *why)
{
	*out = (struct link_state){ .name = name, .since = INSTANT_NONE, .error = "" };
	struct query q = query_of(s, SQL_link_read);
	bind_text(&q, ":name", name);
	if (query_next(&q)) {
		out->up = take_bool(&q);
		out->since = take_instant(&q);
		out->error = take_text(&q, a);
		out->apart = take_number(&q);
	}
	if (!query_end(&q, why))
		return false;
	q = query_of(s, SQL_link_waiting);
	bind_text(&q, ":name", name);
	out->waiting = query_next(&q) ? take_number(&q) : 0;
	return query_end(&q, why);
}

bool touched_read(struct store *s, const struct rulebook *b, day today, instant before,
                  struct arena *a, struct id_list *out, struct fault *why)
{
	const struct id first = id_make(before, (const uint8_t[10]){ 0 });
	struct query q = query_of(s, SQL_board_touched);
	bind_day(&q, ":today", today);
	bind_text(&q, ":before", first.text);
	bind_number(&q, ":stage", sop_number(&b->sop, "nomor"));
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = take_id(&q);
	}
	return query_end(&q, why);
}

bool newest_read(struct store *s, instant *out, struct fault *why)
{
	struct query q = query_of(s, SQL_board_newest);
	*out = query_next(&q) ? take_instant(&q) : INSTANT_NONE;
	return query_end(&q, why);
}

bool board_read(struct store *s, const struct rulebook *b, instant now, struct arena *a,
                struct board *out, struct fault *why)
{
	bool own;
	if (!read_enter(s, &own, why))
		return false;
	bool good = read_steps(s, b, now, 0, a, out, why) && read_hours(s, b, now, out, why) &&
	            read_news(s, a, out, why) && read_link(s, "bank", a, &out->bank, why) &&
	            read_link(s, "sipp", a, &out->sipp, why) &&
	            read_link(s, "mail", a, &out->mail, why) && newest_read(s, &out->newest, why);
	return read_leave(s, own, good, why);
}

/* ---- history ---- */

bool act_done_by(struct store *s, const struct id *filing, const char *act, const char *who,
                 bool *done, struct fault *why)
{
	struct query q = query_of(s, SQL_act_done_by);
	bind_text(&q, ":filing", filing->text);
	bind_text(&q, ":who", who);
	bind_text(&q, ":act", act);
	*done = query_next(&q);
	return query_end(&q, why);
}

bool history_read(struct store *s, const struct id *filing, int limit, struct arena *a,
                  struct history *out, struct fault *why)
{
	*out = (struct history){ 0 };
	struct query q = query_of(s, SQL_history_read);
	bind_text(&q, ":filing", filing->text);
	bind_number(&q, ":most", limit > 0 ? limit : -1);
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct history_row *row = &out->items[out->count++];
		row->at = take_instant(&q);
		row->who = take_text(&q, a);
		row->step = take_text(&q, a);
		row->act = take_text(&q, a);
		row->text = take_text(&q, a);
		row->before = take_text(&q, a);
		row->after = take_text(&q, a);
	}
	return query_end(&q, why);
}

bool revision_read(const struct history_row *row, struct arena *a, struct values *was,
                   struct values *is, struct fault *why)
{
	const char *before = text_is_empty(row->before) ? "{}" : row->before;
	const char *after = text_is_empty(row->after) ? before : row->after;
	return body_read(before, a, was, why) && body_read(after, a, is, why);
}

static bool mended_before(const struct mended_list *l, const char *form)
{
	for (size_t i = 0; i < l->count; i++) {
		if (text_same(l->items[i].form, form))
			return true;
	}
	return false;
}

bool mended_read(struct store *s, const struct id *filing, struct arena *a, struct mended_list *out,
                 struct fault *why)
{
	bool good = true;
	*out = (struct mended_list){ 0 };
	struct query q = query_of(s, SQL_mended_read);
	bind_text(&q, ":filing", filing->text);
	while (good && query_next(&q)) {
		const char *form = take_text(&q, a), *before = take_text(&q, a);
		if (mended_before(out, form))
			continue;
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct mended *m = &out->items[out->count++];
		m->form = form;
		good = body_read(before, a, &m->was, why);
	}
	return query_end(&q, good ? why : NULL) && good;
}

/* ---- the bailiff's menu ---- */

static bool take_summonses(struct query *q, struct arena *a, struct bailiff_list *out,
                           struct fault *why)
{
	bind_number(q, ":most", SUMMONSES_SHOWN);
	while (query_next(q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct bailiff_row *row = &out->items[out->count++];
		row->filing = take_id(q);
		row->summons = take_int(q);
		row->number = take_text(q, a);
		row->name = take_text(q, a);
		row->label = take_text(q, a);
		row->area = take_text(q, a);
		row->channel = take_text(q, a);
		row->hearing = take_day(q);
		row->deadline = take_day(q);
		row->outcome = take_text(q, a);
		row->printed = take_bool(q);
		row->bailiff = take_text(q, a);
		row->address = take_text(q, a);
		row->time = take_text(q, a);
		row->village = take_text(q, a);
	}
	return query_end(q, why);
}

bool bailiff_read(struct store *s, const char *bailiff, instant now, struct arena *a,
                  struct bailiff_list *out, struct fault *why)
{
	*out = (struct bailiff_list){ 0 };
	bool all = text_is_empty(bailiff);
	struct query q = query_of(s, all ? SQL_bailiff_open_all : SQL_bailiff_open);
	if (!all)
		bind_text(&q, ":bailiff", bailiff);
	if (!take_summonses(&q, a, out, why))
		return false;

	q = query_of(s, all ? SQL_bailiff_served_all : SQL_bailiff_served);
	if (!all)
		bind_text(&q, ":bailiff", bailiff);
	day today = (day)(now / DAY);
	bind_day(&q, ":from", today - SERVED_DAYS);
	bind_day(&q, ":earliest", today - UNPROVEN_DAYS);
	bind_day(&q, ":today", today);
	bind_text(&q, ":unproven", worth_key(WORTH_UNPROVEN));
	return take_summonses(&q, a, out, why);
}

bool bailiff_open_count(struct store *s, const char *bailiff, int *out, struct fault *why)
{
	struct query q = query_of(s, SQL_bailiff_load);
	bind_text(&q, ":bailiff", bailiff);
	*out = query_next(&q) ? take_int(&q) : 0;
	return query_end(&q, why);
}

static bool take_work(struct query *q, const struct period *in, struct arena *a,
                      struct work_list *out, struct fault *why)
{
	bind_day(q, ":first", in->first);
	bind_day(q, ":last", in->last);
	while (query_next(q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct work *one = &out->items[out->count++];
		one->bailiff = take_text(q, a);
		one->request = take_bool(q);
		one->ordered = take_day(q);
		one->deadline = take_day(q);
		one->hearing = take_day(q);
		one->served = take_day(q);
		one->recorded = take_day(q);
	}
	return query_end(q, why);
}

bool work_read(struct store *s, const struct period *in, struct arena *a, struct work_list *out,
               struct fault *why)
{
	*out = (struct work_list){ 0 };
	struct query done = query_of(s, SQL_work_done);
	if (!take_work(&done, in, a, out, why))
		return false;
	struct query requests = query_of(s, SQL_work_requests);
	return take_work(&requests, in, a, out, why);
}

bool place_calls_read(struct store *s, const char *village, struct arena *a,
                      struct place_call **out, size_t *count, struct fault *why)
{
	struct query q = query_of(s, SQL_place_calls);
	bind_text(&q, ":village", village);
	bind_number(&q, ":most", SUMMONSES_SHOWN);
	*out = arena_get(a, SUMMONSES_SHOWN + 1, sizeof **out);
	for (*count = 0; query_next(&q); (*count)++) {
		struct place_call *call = &(*out)[*count];
		call->outcome = take_text(&q, a);
		call->address = take_text(&q, a);
		call->served = take_day(&q);
	}
	return query_end(&q, why);
}

/* ---- printed ---- */

static struct query of_paper(struct store *s, enum sql which, const struct paper_of *p)
{
	struct query q = query_of(s, which);
	bind_text(&q, ":filing", p->filing->text);
	bind_text(&q, ":paper", p->paper);
	bind_number(&q, ":which", p->which);
	return q;
}

static bool printed_count(struct store *s, const struct paper_of *p, struct printed_before *before,
                          struct fault *why)
{
	struct query q = of_paper(s, SQL_printed_times, p);
	if (query_next(&q)) {
		before->times = take_int(&q);
		before->first = take_instant(&q);
	}
	return query_end(&q, why);
}

bool printed_write(struct store *s, const struct paper_of *p, const char *by, instant at,
                   struct printed_before *before, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	*before = (struct printed_before){ 0, INSTANT_NONE };
	bool good = printed_count(s, p, before, why);
	if (before->times == 0)
		before->first = at;
	if (good) {
		struct query q = of_paper(s, SQL_printed_write, p);
		bind_number(&q, ":copy", before->times + 1);
		bind_text(&q, ":who", by);
		bind_instant(&q, ":at", at);
		good = query_run(&q, why);
	}
	return write_leave(s, own, good, why);
}
