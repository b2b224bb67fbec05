/* The bailiff's summonses: the rounds they are served in, the papers of a round as one document,
 * and the sheet he takes along. */
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/shown.h"
#include "loket/store/lists.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

enum { ROUND_MEMORY = 16 * 1024 * 1024 };

static struct stop stop_of(const struct bailiff_row *r)
{
	return (struct stop){ .bailiff = r->bailiff,
		              .channel = r->channel,
		              .area = r->area,
		              .village = r->village,
		              .address = r->address,
		              .deadline = r->deadline };
}

static bool waits(const struct rulebook *b, const struct bailiff_row *r)
{
	const struct outcome_kind *kind = rulebook_outcome(b, r->outcome);
	const struct channel *channel = rulebook_channel(b, r->channel);
	return text_is_empty(r->outcome) ||
	       (kind != NULL && kind->open && channel != NULL && channel->announced > 0);
}

/* Those that wait stand first; only they have a way to go. */
static void order_rounds(const struct rulebook *b, struct bailiff_list *list, struct arena *a)
{
	size_t open = 0, at = 0;
	struct stop *stops = arena_get(a, list->count + 1, sizeof *stops);
	size_t *order = arena_get(a, list->count + 1, sizeof *order);
	struct bailiff_row *rows = arena_get(a, list->count + 1, sizeof *rows);
	for (size_t i = 0; i < list->count; i++) {
		struct bailiff_row *r = &list->items[i];
		const struct stop stop = stop_of(r);
		r->round = round_of(&stop);
		r->waits = waits(b, r);
		open += r->waits;
	}
	for (int waiting = 1; waiting >= 0; waiting--) {
		for (size_t i = 0; i < list->count; i++) {
			if (list->items[i].waits == waiting)
				rows[at++] = list->items[i];
		}
	}
	for (size_t i = 0; i < open; i++)
		stops[i] = stop_of(&rows[i]);
	route_order(b, stops, open, a, order);
	for (size_t i = 0; i < open; i++)
		list->items[i] = rows[order[i]];
	for (size_t i = open; i < list->count; i++)
		list->items[i] = rows[i];
}

bool service_bailiff(const struct login *s, const char *bailiff, struct arena *a,
                     struct bailiff_list *out, struct fault *why)
{
	if (!may_or_refuse(s, "lihat.panggilan", why) ||
	    !bailiff_read(s->app->store, bailiff, clock_now(), a, out, why))
		return false;
	order_rounds(s->app->book, out, a);
	return true;
}

/* ---- who calls ---- */

bool service_bailiff_for(const struct login *s, const struct choices *bailiffs, const char *village,
                         struct arena *a, const char **out, struct fault *why)
{
	size_t count = bailiffs == NULL ? 0 : bailiffs->count;
	struct bailiff_load *all = arena_get(a, count + 1, sizeof *all);
	for (size_t i = 0; i < count; i++) {
		all[i].user = bailiffs->items[i].value;
		if (!bailiff_open_count(s->app->store, all[i].user, &all[i].open, why))
			return false;
	}
	*out = bailiff_fair(s->app->book, village, all, count);
	return true;
}

bool service_weather(const struct login *s, const char *village, const char *street,
                     struct arena *a, const char **out, struct fault *why)
{
	size_t count;
	struct place_call *calls;
	*out = "";
	if (!may_or_refuse(s, "lihat.perkara", why) ||
	    !place_calls_read(s->app->store, village, a, &calls, &count, why))
		return false;
	*out = address_weather(s->app->book, street, calls, count, a);
	return true;
}

static bool reassign_one(const struct login *s, const struct call_named *call,
                         const struct reassignment *r, struct arena *a, struct answer *out,
                         struct fault *why)
{
	struct command c = service_command(s, &call->filing, -1, &act_change_bailiff);
	values_set(&c.values, a, "", 0, "panggilan_ke", arena_print(a, "%d", call->summons));
	values_set(&c.values, a, "", 0, "jurusita", r->bailiff);
	values_set(&c.values, a, "", 0, "alasan", r->reason);
	return service_do(s, &c, a, out, why);
}

bool service_reassign(const struct login *s, const struct reassignment *r, struct arena *a,
                      struct answer *out, struct fault *why)
{
	bool own, good = true;
	*out = (struct answer){ 0 };
	if (!may_or_refuse(s, act_change_bailiff.name, why) || !batch_enter(s->app, &own, why))
		return false;
	for (size_t i = 0; good && i < r->count; i++)
		good = reassign_one(s, &r->calls[i], r, a, out, why);
	if (good && r->count > 1)
		out->event = message_text(a, N_("%1 panggilan diserahkan kepada %2"),
		                          shown_number(a, (long long)r->count), r->bailiff);
	return batch_leave(s->app, own, good, why);
}

const char *bailiff_round_name(const struct rulebook *b, const struct bailiff_row *row)
{
	const struct channel *channel = rulebook_channel(b, row->channel);
	return channel_is_walked(row->channel) || channel == NULL ? row->round : _(channel->brief);
}

/* ---- the papers of a round ---- */

/* "relaas-sukamaju-2026-11-25.pdf": what a file name takes of the round's. */
static const char *file_name(const struct login *s, const char *paper, const struct bailiff_row *of,
                             struct arena *a)
{
	char today[16];
	struct text t = text_start(a);
	day_iso(instant_day(clock_now(), &s->app->book->court.zone), today, sizeof today);
	for (const char *c = text_fold(a, of->round); *c != '\0'; c++) {
		bool plain = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
		text_add_bytes(&t, plain ? c : "-", 1);
	}
	return arena_print(a, "%s-%s-%s.pdf", paper, t.s, today);
}

static struct call_paper letter_of(const struct rulebook *b, const struct bailiff_row *r)
{
	return service_call_letter(b, r->channel, r->outcome);
}

struct call_paper bailiff_papers(const struct rulebook *b, const struct bailiff_row *rows,
                                 size_t count)
{
	struct call_paper all = { "", "", NULL };
	for (size_t i = 0; i < count; i++) {
		const struct call_paper one = letter_of(b, &rows[i]);
		bool other = i > 0 && !text_same(one.paper, all.paper);
		all = other ? (struct call_paper){ "panggilan", N_("surat"), NULL } : one;
	}
	return all;
}

bool service_round_print(const struct login *s, const struct bailiff_row *rows, size_t count,
                         struct printed *out, struct fault *why)
{
	struct arena a = arena_start(ROUND_MEMORY);
	struct paper_wanted *wanted = arena_get(&a, count + 1, sizeof *wanted);
	for (size_t i = 0; i < count; i++)
		wanted[i] = (struct paper_wanted){ rows[i].filing,
			                           letter_of(s->app->book, &rows[i]).paper,
			                           rows[i].summons };
	const char *name = bailiff_papers(s->app->book, rows, count).paper;
	bool good = service_print_all(s, wanted, count,
	                              count == 0 ? "" : file_name(s, name, rows, &a), out, why);
	arena_drop(&a);
	return good;
}

/* ---- the sheet of a round ---- */

static void route_row(struct view *v, const struct bailiff_row *r)
{
	view_row(v);
	view_put(v, "perkara", r->number);
	view_put(v, "nama", r->name);
	view_put(v, "kedudukan", r->label);
	view_put(v, "alamat", r->address);
	view_put(v, "sidang", arena_print(v->a, "%s %s", shown_day(v->a, r->hearing), r->time));
	view_put(v, "batas", shown_day(v->a, r->deadline));
	view_row_end(v);
}

static const char *route_view(const struct rulebook *b, const struct bailiff_row *rows,
                              size_t count, const char *bailiff, struct arena *a)
{
	struct view v = view_start(a);
	instant now = clock_now();
	view_head(&v, b, now, false);
	view_today(&v, b, now);
	view_put(&v, "wilayah", count == 0 ? "" : bailiff_round_name(b, rows));
	view_put(&v, "jurusita", bailiff);
	view_put(&v, "jumlah", shown_number(a, (long long)count));
	view_rows(&v, "panggilan", "perkara nama kedudukan alamat sidang batas");
	for (size_t i = 0; i < count; i++)
		route_row(&v, &rows[i]);
	view_rows_end(&v);
	return view_finish(&v);
}

struct specimen route_specimen(const struct app *p, struct arena *a)
{
	return (struct specimen){ "rute", route_view(p->book, NULL, 0, "", a) };
}

bool service_route_print(const struct login *s, const struct bailiff_row *rows, size_t count,
                         struct printed *out, struct fault *why)
{
	struct arena a = arena_start(ROUND_MEMORY);
	bool good = may_or_refuse(s, "cetak.relaas", why) &&
	            (count > 0 || fault_set(why, FAULT_REFUSED,
	                                    N_("Tidak ada yang dicetak; pilih baris dahulu")));
	if (good)
		good = page_put(s, "rute",
		                route_view(s->app->book, rows, count,
		                           user_called(s, rows->bailiff, &a), &a),
		                file_name(s, "rute", rows, &a), out, why);
	arena_drop(&a);
	return good;
}
