/* Changes in SIPP: at intervals all cases that changed since the mark, and one case on request. A
 * case becomes a command only when it differs from what is stored, so that reading twice, or a
 * crash between a case and the mark, changes nothing. */
#include <string.h>

#include "loket/court.h"
#include "loket/store/filing.h"
#include "loket/store/outbox.h"
#include "loket/text.h"

#include "private.h"

#define PAGE        "20" /* cases to one answer */
#define TROUBLE_MS  60000
#define FILING_SIZE (32 * MIB)

/* One reading at a time: a late answer would restore older values. */
void sync_round(struct worker *w)
{
	if (w->sipp_link.sync_seconds == 0 || clock_steady() < w->sync_due ||
	    queue_count(w, "sipp", "changes") > 0)
		return;
	struct fault why;
	struct arena a = arena_start(MIB);
	struct request *e = NULL;
	const char *mark;
	w->sync_due = clock_steady() + 1000 * (int64_t)w->sipp_link.sync_seconds;
	if (!sync_mark_read(w->app->store, &a, &mark, &why))
		log_fault("sync", &why);
	else
		e = queue_put(w, "sipp", "changes");
	if (e) {
		values_set(&e->row.body, &e->a, "", 0, "sejak", mark);
		values_set(&e->row.body, &e->a, "", 0, "batas", PAGE);
	}
	arena_drop(&a);
}

/* ---- a case comes in ---- */

bool sync_case(struct worker *w, const struct id *filing, const struct sipp_case *c,
               struct fault *why)
{
	struct filing f;
	struct answer answer;
	struct arena a = arena_start(FILING_SIZE);
	struct command command = service_command(&w->sipp, filing, -1, &act_case_told);
	command.payload = (struct payload){ PAYLOAD_CASE, .sipp_case = c };
	bool good = service_filing(&w->sipp, filing, &a, &f, why);
	if (good && !text_is_empty(f.number.number) && sync_is_news(&f, c, &a)) {
		good = batch_begin(w, why) && service_do(&w->sipp, &command, &a, &answer, why);
		if (good)
			log_line("%s %s", command.act->name, filing->text);
	}
	arena_drop(&a);
	return good;
}

/* A case that does not fit is requested by itself: that answer is compared with the question, and a
 * person sees it if it still does not fit. The others are not blocked. */
static bool ask_alone(struct worker *w, const struct id *filing, struct fault *why)
{
	struct answer answer;
	struct arena a = arena_start(FILING_SIZE);
	struct command c = service_command(&w->sipp, filing, -1, &act_case_ask);
	bool good = batch_begin(w, why) && service_do(&w->sipp, &c, &a, &answer, why);
	arena_drop(&a);
	return good || why->kind == FAULT_REFUSED;
}

static bool one_case(struct worker *w, const struct sipp_case *c, struct fault *why)
{
	struct id filing;
	struct store *store = w->app->store;
	if (text_is_empty(c->reg))
		return true;
	if (!filing_find(store, c->reg, &filing, why))
		return false;
	if (id_none(&filing)) /* not ours, or a number of ours under another registration */
		return filing_find(store, c->number, &filing, why) &&
		       (id_none(&filing) || ask_alone(w, &filing, why));
	if (sync_case(w, &filing, c, why))
		return true;
	log_fault("sync", why);
	return why->kind == FAULT_REFUSED && ask_alone(w, &filing, why);
}

/* A commit wakes every desk, so the same mark is not written again. */
static bool mark_move(struct worker *w, const char *mark, struct fault *why)
{
	const char *before;
	struct arena a = arena_start(MIB);
	bool good = sync_mark_read(w->app->store, &a, &before, why);
	if (good && !text_same(before, mark))
		good = sync_mark_write(w->app->store, mark, clock_now(), why);
	arena_drop(&a);
	return good;
}

void sync_cases(struct worker *w, const struct sipp_answer *s)
{
	struct fault why = { 0 };
	bool good = true;
	for (size_t i = 0; good && i < s->cases.count; i++)
		good = one_case(w, &s->cases.items[i], &why);
	good = good && mark_move(w, s->mark, &why);
	if (!good) {
		log_fault("sync", &why);
		w->sync_due = clock_steady() + TROUBLE_MS; /* the same page again */
	} else if (s->more) {
		w->sync_due = 0;
	}
}
