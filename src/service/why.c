/* The whys of a filing, with what the store knows beside it: its history, and its journal for
 * whom it is shown. */
#include "loket/why.h"

#include "loket/list.h"

#include "private.h"

enum { EVENTS = 500 };

/* Oldest first; read newest first. */
static void events_give(const struct history *h, struct arena *a, struct why_ask *ask)
{
	struct why_event *events = arena_get(a, h->count + 1, sizeof *events);
	for (size_t i = 0; i < h->count; i++) {
		const struct history_row *row = &h->items[h->count - 1 - i];
		events[i] = (struct why_event){ row->at, row->who, row->step, row->text };
	}
	ask->events = events;
	ask->event_count = h->count;
}

static void entries_give(const struct journal_page *page, struct arena *a, struct why_ask *ask)
{
	struct why_entry *entries = arena_get(a, page->count + 1, sizeof *entries);
	for (size_t i = 0; i < page->count; i++) {
		const struct journal_row *row = &page->items[i];
		entries[i] = (struct why_entry){ row->posted, row->what, row->in - row->out };
	}
	ask->entries = entries;
	ask->entry_count = page->count;
}

bool service_whys(const struct login *s, struct why_ask *ask, struct whys *out, struct fault *why)
{
	struct history history = { 0 };
	struct journal_page page = { 0 };
	const struct id *id = &ask->filing->id;
	bool kept = ask->filing->version > 0, money = login_may(s, "lihat.uang");
	ask->book = s->app->book;
	if ((kept && !service_history(s, id, EVENTS, ask->a, &history, why)) ||
	    (kept && money && !service_journal(s, id, ask->a, &page, why)))
		return false;
	const struct choices *lists;
	size_t count;
	if (!lists_of_the_day(s, ask->a, &lists, &count, why))
		return false;
	ask->bailiffs = choices_named(lists, count, "jurusita");
	events_give(&history, ask->a, ask);
	entries_give(&page, ask->a, ask);
	whys_of(ask, out);
	return true;
}
