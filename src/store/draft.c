/* Drafts, stored at every field that is left, never over what another session kept since; and
 * presence, valid only for processes that live. */
#include <unistd.h>

#include "loket/list.h"
#include "loket/store/filing.h"

#include "private.h"

/* Whose it is: person, filing and form. */
static struct query draft_query(struct store *s, enum sql sql, const char *user,
                                const struct id *filing, const char *step)
{
	struct query q = query_of(s, sql);
	bind_text(&q, ":user", user);
	bind_text(&q, ":filing", filing->text);
	bind_text(&q, ":step", step);
	return q;
}

bool draft_keep(struct store *s, const char *user, struct draft *d, const struct form *f,
                struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct arena a = arena_start(16 * MIB);
	struct query q = draft_query(s, SQL_draft_keep, user, &d->filing, d->step);
	bind_text(&q, ":aside", d->aside.text);
	bind_text(&q, ":edition", d->edition.text);
	bind_text(&q, ":was", d->was.text);
	bind_number(&q, ":seen", d->seen);
	bind_text(&q, ":body", body_write(&d->values, f, &a));
	bind_text(&q, ":focus", d->focus);
	bind_text(&q, ":title", d->title);
	bind_instant(&q, ":at", d->at);
	bind_text(&q, ":command", d->command.text);
	d->overtaken = !query_next(&q);
	bool good = write_leave(s, own, query_end(&q, why), why);
	arena_drop(&a);
	return good;
}

bool draft_done(struct store *s, const char *user, const struct id *filing, const char *step,
                const struct id *command, struct fault *why)
{
	struct query q = draft_query(s, SQL_draft_done, user, filing, step);
	bind_text(&q, ":command", command->text);
	return query_run(&q, why);
}

bool draft_drop(struct store *s, const char *user, const struct draft *d, instant at,
                struct fault *why)
{
	struct query q = draft_query(s, SQL_draft_drop, user, &d->filing, d->step);
	bind_text(&q, ":aside", d->aside.text);
	bind_text(&q, ":to", id_none(&d->command) ? id_new().text : d->command.text);
	bind_instant(&q, ":at", at);
	return query_run(&q, why);
}

bool draft_restore(struct store *s, const char *user, const struct draft *d, struct fault *why)
{
	struct query q = draft_query(s, SQL_draft_restore, user, &d->filing, d->step);
	bind_text(&q, ":aside", d->aside.text);
	return query_run(&q, why);
}

bool drafts_forget(struct store *s, const char *user, struct fault *why)
{
	struct query q = query_of(s, SQL_drafts_forget);
	bind_text(&q, ":user", user);
	return query_run(&q, why);
}

bool drafts_read(struct store *s, const char *user, struct arena *a, struct drafts *out,
                 struct fault *why)
{
	*out = (struct drafts){ 0 };
	bool good = true;
	struct query q = query_of(s, SQL_drafts_read);
	bind_text(&q, ":user", user);
	while (good && query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct draft *d = &out->items[out->count++];
		d->filing = take_id(&q);
		d->step = take_text(&q, a);
		d->aside = take_id(&q);
		d->edition = take_id(&q);
		d->seen = take_number(&q);
		d->focus = take_text(&q, a);
		d->at = take_instant(&q);
		d->command = take_id(&q);
		d->dropped = take_instant(&q);
		good = body_read(take_text(&q, a), a, &d->values, why);
		d->title = take_text(&q, a);
		out->open += d->dropped == INSTANT_NONE;
	}
	return query_end(&q, good ? why : NULL) && good;
}

/* ---- presence ---- */

static bool forget(struct store *s, int64_t pid, struct fault *why)
{
	struct query q = query_of(s, SQL_presence_leave);
	bind_number(&q, ":pid", pid);
	return query_run(&q, why);
}

/* The process number may have been reused: it is the same process only with the same starting time.
 */
static bool lives(int64_t pid, int64_t started)
{
	return process_started((pid_t)pid) == started;
}

static bool sweep_dead(struct store *s, struct fault *why)
{
	enum { DEAD_AT_ONCE = 64 };
	int64_t dead[DEAD_AT_ONCE];
	size_t count = 0;
	struct query q = query_of(s, SQL_presence_all);
	while (count < DEAD_AT_ONCE && query_next(&q)) {
		int64_t pid = take_number(&q);
		if (!lives(pid, take_number(&q)))
			dead[count++] = pid;
	}
	bool good = query_end(&q, why);
	for (size_t i = 0; good && i < count; i++)
		good = forget(s, dead[i], why);
	return good;
}

bool presence_enter(struct store *s, const char *user, const struct id *filing, const char *step,
                    instant now, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_presence_enter);
	bind_number(&q, ":pid", getpid());
	bind_number(&q, ":started", process_started(getpid()));
	bind_text(&q, ":user", user);
	bind_text(&q, ":filing", filing->text);
	bind_text(&q, ":step", step);
	bind_instant(&q, ":since", now);
	return write_leave(s, own, query_run(&q, why) && sweep_dead(s, why), why);
}

bool presence_leave(struct store *s, struct fault *why)
{
	bool own;
	return write_enter(s, &own, why) && write_leave(s, own, forget(s, getpid(), why), why);
}

bool presence_read(struct store *s, const struct id *filing, struct arena *a,
                   struct presence_row **out, size_t *count, struct fault *why)
{
	*out = NULL;
	*count = 0;
	size_t capacity = 0;
	struct query q = query_of(s, SQL_presence_of);
	bind_text(&q, ":filing", filing->text);
	bind_number(&q, ":pid", getpid());
	while (query_next(&q)) {
		int64_t pid = take_number(&q);
		if (!lives(pid, take_number(&q)))
			continue;
		*out = list_grow(a, *out, *count, &capacity, sizeof **out);
		struct presence_row *row = &(*out)[(*count)++];
		row->who = take_text(&q, a);
		row->step = take_text(&q, a);
		row->since = take_instant(&q);
	}
	return query_end(&q, why);
}
