/* Commands. One short transaction: was this command done before? read, compare versions, decide,
 * apply, commit; then wake the other processes. Nothing else in the program changes a filing. */
#include <stdio.h>

#include "loket/court.h"
#include "loket/store/filing.h"
#include "loket/store/lists.h"
#include "loket/store/money.h"
#include "loket/store/outbox.h"
#include "loket/store/people.h"
#include "loket/text.h"

#include "private.h"

enum { MOST_TOLD = 8 };

struct command service_command(const struct login *s, const struct id *filing, int64_t seen,
                               const struct act *act)
{
	struct command c = { .id = id_new(),
		             .at = clock_now(),
		             .who = s->user,
		             .filing = *filing,
		             .seen = seen,
		             .act = act };
	c.begun = c.at;
	return c;
}

/* A note beside a filing, as SIPP's answer about the parties, does not invalidate an open form. */
static bool only_told(const struct history *h, int64_t changes)
{
	for (size_t i = 0; i < h->count; i++) {
		const struct act *act = act_find(h->items[i].step, h->items[i].act);
		if (act == NULL || !act->tells)
			return false;
	}
	return (int64_t)h->count == changes;
}

/* Another user changed it since it was read: the fault says who and when. */
static bool version_fits(const struct login *s, const struct filing *f, const struct command *c,
                         struct arena *a, struct fault *why)
{
	struct history h = { 0 };
	char clock[32] = "";
	if (c->seen < 0 || c->seen == f->version)
		return true;
	if (!history_read(s->app->store, &f->id, MOST_TOLD, a, &h, why))
		return false;
	if (f->version - c->seen <= (int64_t)h.count)
		h.count = (size_t)(f->version - c->seen);
	if (only_told(&h, f->version - c->seen))
		return true;
	if (h.count > 0)
		instant_clock(h.items[0].at, &s->app->book->court.zone, clock, sizeof clock);
	return fault_set(
	    why, FAULT_REFUSED,
	    N_("Pendaftaran ini diubah oleh %1 pukul %2; lihat perubahannya lalu ulangi"),
	    h.count > 0 ? h.items[0].who : "", clock);
}

bool context_of_day(const struct login *s, instant at, struct arena *a, struct context *out,
                    struct fault *why)
{
	const struct rulebook *book = s->app->book;
	*out = (struct context){ .book = book };
	out->trusts_clock = login_may(s, "jam.percaya");
	const struct uptime up = clock_uptime();
	return newest_read(s->app->store, &out->newest, why) &&
	       clock_farthest(s->app->store, clock_now(), &up, a, &out->partner, why) &&
	       closing_last(s->app->store, &out->closed, why) &&
	       numbers_read(s->app->store, instant_day(at, &book->court.zone), &out->next, why) &&
	       lists_of_the_day(s, a, &out->lists, &out->list_count, why);
}

bool context_of_command(const struct login *s, const struct command *c, struct arena *a,
                        struct context *out, struct fault *why)
{
	bool found = false;
	struct suspense_row row;
	struct store *store = s->app->store;
	if (!running_read(store, &c->filing, &c->values, a, out, why))
		return false;
	if (c->payload.kind == PAYLOAD_NUMBER)
		return series_read(store, &c->filing, &c->payload.number, a, out, why);
	long long number;
	if (c->act == &act_correct &&
	    text_number(values_of(&c->values, "nomor"), 1, INT64_MAX, &number) &&
	    !journal_entry_find(store, &c->filing, number, a, &out->entry, why))
		return false;
	if (c->act == &act_settle &&
	    !suspense_find(store, values_of(&c->values, "titipan"), a, &row, &found, why))
		return false;
	out->held = found ? row.amount : 0;
	out->held_here = found && text_same(row.filing.text, c->filing.text);
	return true;
}

/* The code its letter had. */
static bool code_of(const struct login *s, const struct command *c, const struct filing *f,
                    struct arena *a, const char **out, struct fault *why)
{
	const char *key = domicile_key(f, values_of(&c->values, "alamat"));
	return text_is_empty(key) || service_code(s->app, key, a, out, why);
}

/* What a few acts look at beside the rest. */
static bool context_of_act(const struct login *s, const struct command *c, const struct filing *f,
                           struct arena *a, struct context *out, struct fault *why)
{
	const struct rulebook *b = s->app->book;
	if (c->act == &act_domicile_prove)
		return code_of(s, c, f, a, &out->code, why);
	if (c->act == &act_issue)
		return counter_read(s->app->store,
		                    skum_counter(b, f, instant_day(c->at, &b->court.zone), a),
		                    &out->next.skum, why);
	if (c->act == &act_verify)
		service_paper_facts(s, f, a, &out->papers);
	return true;
}

static bool decide_and_apply(const struct login *s, const struct command *c, struct arena *a,
                             struct answer *out, struct fault *why)
{
	struct app *p = s->app;
	struct filing f;
	struct command_result done;
	struct decision d = { .a = a };
	struct context context;
	if (!filing_whole(p, &c->filing, a, &f, why) ||
	    (f.version == 0 && !app_has_court(p, why)) || !version_fits(s, &f, c, a, why) ||
	    !context_of_day(s, c->at, a, &context, why) ||
	    !context_of_command(s, c, a, &context, why) ||
	    !context_of_act(s, c, &f, a, &context, why))
		return false;
	bool decided = court_decide(&context, &f, c, &d, why);
	const struct form_faults before = out->faults; /* of the documents */
	out->faults = d.faults;
	for (size_t i = 0; i < before.count; i++)
		form_fault_add(&out->faults, a, before.items[i].stops, &before.items[i].fault);
	if (!decided || !decision_apply(p->store, &f, c, &d, &done, why))
		return false;
	out->version = done.version;
	out->event = done.event;
	out->denied = d.denied;
	return true;
}

static bool done_before(const struct login *s, const struct command *c, struct arena *a,
                        struct answer *out, bool *done, struct fault *why)
{
	struct command_result before;
	if (!command_find(s->app->store, &c->id, a, &before, why))
		return false;
	*done = before.found;
	if (before.found)
		*out = (struct answer){ .version = before.version,
			                .event = before.event,
			                .again = true };
	return true;
}

/* The filing's newest events tell whether the act was done a moment ago, by whomever. */
static bool done_lately(const struct login *s, const struct command *c, struct arena *a,
                        struct answer *out, bool *done, struct fault *why)
{
	struct history h = { 0 };
	if (*done || c->act->rest == 0)
		return true;
	if (!history_read(s->app->store, &c->filing, MOST_TOLD, a, &h, why))
		return false;
	for (size_t i = 0; i < h.count && !*done; i++) {
		const struct history_row *row = &h.items[i];
		*done = act_find(row->step, row->act) == c->act && row->at <= c->at &&
		        c->at - row->at < c->act->rest;
		if (*done)
			*out = (struct answer){ .version = c->seen,
				                .event = row->text,
				                .again = true };
	}
	return true;
}

/* What a machine tells is its answer to a message that is open for this filing, or a notice; a case
 * number is an answer always. Whatever the rights say, no person tells it. */
static bool wire_bears(const struct login *s, const struct command *c, struct arena *a,
                       struct fault *why)
{
	struct outbox_list asked = { 0 };
	bool notice = c->answers == 0 && c->act->payload != PAYLOAD_NUMBER;
	if (c->act->payload == PAYLOAD_NONE)
		return true;
	if (!s->machine)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Itu hanya diterima dari program, bukan dari orang"));
	if (!notice && !outbox_read(s->app->store, &c->filing, a, &asked, why))
		return false;
	for (size_t i = 0; i < asked.count; i++) {
		const struct outbox_row *m = &asked.items[i];
		notice |= m->number == c->answers && text_same(m->to, s->user) &&
		          !text_same(m->state, "done");
	}
	return notice ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Tidak ada permintaan yang dijawab; minta lagi nomor perkara itu"));
}

/* What the court leaves to a second person: not to who did the act before it on this filing. */
static bool another_person(const struct login *s, const struct command *c, const struct right *r,
                           struct fault *why)
{
	bool same = false;
	size_t i = 0;
	for (; i < r->another_count && !same; i++) {
		if (!act_done_by(s->app->store, &c->filing, r->another[i], s->user, &same, why))
			return false;
	}
	return !same ||
	       fault_set(why, FAULT_REFUSED,
	                 N_("Anda sendiri yang mengerjakan %1 pada pendaftaran ini; ini pekerjaan "
	                    "orang kedua"),
	                 r->another[i - 1]);
}

static bool others_are_needed(const struct login *s, const struct command *c, struct fault *why)
{
	const struct rights *all = &s->app->book->rights;
	for (size_t i = 0; i < all->count; i++) {
		if (text_same(all->items[i].act, c->act->name) &&
		    !another_person(s, c, &all->items[i], why))
			return false;
	}
	return true;
}

static bool do_once(const struct login *s, const struct command *c, const struct attachments *l,
                    struct arena *a, struct answer *out, struct fault *why)
{
	bool done;
	if (!done_before(s, c, a, out, &done, why) || !done_lately(s, c, a, out, &done, why))
		return false;
	return done || (wire_bears(s, c, a, why) && others_are_needed(s, c, why) &&
	                documents_keep(s, l, why) && decide_and_apply(s, c, a, out, why));
}

static bool in_batch(const struct login *s, const struct command *c, const struct attachments *l,
                     struct arena *a, struct answer *out, struct fault *why)
{
	if (!store_savepoint(s->app->store, why))
		return false;
	bool done = do_once(s, c, l, a, out, why);
	store_release(s->app->store, done);
	return done;
}

static bool in_transaction(const struct login *s, const struct command *c,
                           const struct attachments *l, struct arena *a, struct answer *out,
                           struct fault *why)
{
	struct store *store = s->app->store;
	if (!store_begin(store, why))
		return false;
	if (!login_stands(s, why) || !do_once(s, c, l, a, out, why)) {
		store_rollback(store);
		return false;
	}
	if (!store_commit(store, why))
		return false;
	wakeup_send(&s->app->home);
	return true;
}

/* A document is opened before the transaction begins, which then finds what was found. */
static bool papers_read_ahead(const struct login *s, const struct command *c, struct arena *a,
                              struct fault *why)
{
	struct filing f;
	struct paper_facts facts;
	if (!filing_whole(s->app, &c->filing, a, &f, why))
		return false;
	service_paper_facts(s, &f, a, &facts);
	return true;
}

bool service_do(const struct login *s, struct command *c, struct arena *a, struct answer *out,
                struct fault *why)
{
	bool done;
	struct attachments attachments = { .faults = &out->faults };
	const struct form *form = rulebook_form(s->app->book, c->act->form);
	*out = (struct answer){ 0 };
	c->who = s->user;
	if (!may_or_refuse(s, c->act->name, why) || !done_before(s, c, a, out, &done, why))
		return false;
	if (done)
		return true;
	villages_give(s->app, form, &c->values, a);
	if (c->act == &act_verify && !papers_read_ahead(s, c, a, why))
		return false;
	if (form != NULL && !documents_take(s, form, &c->values, a, &attachments, why))
		return false;
	done = s->app->batch ? in_batch(s, c, &attachments, a, out, why)
	                     : in_transaction(s, c, &attachments, a, out, why);
	return done &&
	       (!out->denied || fault_set(why, FAULT_REFUSED, "%1", sentence_said(a, out->event)));
}

bool service_batch_begin(struct app *p, struct fault *why)
{
	p->batch = store_begin(p->store, why);
	return p->batch;
}

bool service_batch_commit(struct app *p, struct fault *why)
{
	p->batch = false;
	bool done = store_commit(p->store, why);
	wakeup_send(&p->home);
	return done;
}

bool batch_enter(struct app *p, bool *own, struct fault *why)
{
	*own = !p->batch;
	return *own ? service_batch_begin(p, why) : store_savepoint(p->store, why);
}

bool batch_leave(struct app *p, bool own, bool good, struct fault *why)
{
	if (!own) {
		store_release(p->store, good);
		return good;
	}
	if (good)
		return service_batch_commit(p, why);
	p->batch = false;
	store_rollback(p->store);
	return false;
}

bool service_batch_end(struct app *p, struct fault *why)
{
	if (!service_batch_commit(p, why))
		return false;
	store_checkpoint(p->store, true);
	return true;
}
