/* Writing a decision: one writer for each kind of change, then what every decision leaves: the
 * event, the messages, the version and the step at which the filing now stands. */
#include <assert.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/filing.h"
#include "loket/text.h"

#include "private.h"

/* Of all decisions, the last one counts. */
static const struct change *last_change(const struct applying *w, enum change_kind kind)
{
	for (size_t i = w->count; i > 0; i--) {
		const struct decision *d = w->all[i - 1].d;
		for (size_t k = d->change_count; k > 0; k--)
			if (d->changes[k - 1].kind == kind)
				return &d->changes[k - 1];
	}
	return NULL;
}

static const struct change *change_of(const struct decision *d, enum change_kind kind)
{
	for (size_t i = 0; i < d->change_count; i++)
		if (d->changes[i].kind == kind)
			return &d->changes[i];
	return NULL;
}

/* ---- the changes ---- */

static void bind_title(const struct applying *w, struct query *q, const struct change *title)
{
	const char *text = title == NULL || title->to.title.title == NULL ? ""
	                                                                  : title->to.title.title;
	bind_text(q, ":title", text);
	bind_text(q, ":key", text_fold(w->a, text));
	bind_text(q, ":type", title == NULL ? "" : title->to.title.type);
	bind_text(q, ":alur", title == NULL ? "" : title->to.title.alur);
}

/* The number a statement gives. */
static bool take_one(struct query *q, int64_t *out, struct fault *why)
{
	while (query_next(q))
		*out = take_number(q);
	return query_end(q, why);
}

static void bind_stage(const struct applying *w, struct query *q)
{
	size_t stage = filing_stage(&w->after);
	bool over = stage == w->after.step_count;
	bind_number(q, ":version", w->after.version);
	bind_number(q, ":stage", (int64_t)stage + 1);
	bind_text(q, ":state", step_state_word(over ? STEP_DONE : w->after.steps[stage].state));
	bind_text(q, ":waits",
	          waits_for_word(over ? WAITS_NOBODY : w->after.steps[stage].waits_for));
	bind_instant(q, ":since", over ? INSTANT_NONE : w->after.steps[stage].opened);
	bind_instant(q, ":at", w->c->at);
}

/* Born with the title and the stage the decisions leave it with, so that its indexes are written
 * once. */
static bool open_filing(struct applying *w, struct fault *why)
{
	const struct change *ch = last_change(w, CHANGE_OPEN);
	w->born = ch != NULL;
	struct query q = row_of(w, w->born ? SQL_apply_open : SQL_filing_seq);
	if (!w->born)
		return take_one(&q, &w->seq, why);
	bind_text(&q, ":reg", ch->to.open.reg);
	bind_day(&q, ":counts_from", ch->to.open.counts_from);
	bind_title(w, &q, last_change(w, CHANGE_TITLE));
	bind_stage(w, &q);
	return take_one(&q, &w->seq, why);
}

static bool write_title(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = row_of(w, SQL_apply_title);
	bind_title(w, &q, ch);
	return query_run(&q, why);
}

static bool write_fill(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = row_of(w, SQL_apply_fill);
	bind_text(&q, ":form", ch->to.fill.step);
	bind_number(&q, ":event", w->event);
	bind_text(&q, ":body", body_write(&ch->to.fill.values, ch->to.fill.form, w->a));
	int64_t revision = 0;
	return take_one(&q, &revision, why) &&
	       persons_know(w->s, revision, &ch->to.fill.values, why) &&
	       registrant_know(w, ch->to.fill.step, &ch->to.fill.values, why);
}

static bool write_step(const struct applying *w, const struct change *ch, struct fault *why)
{
	const struct step_record *step = &ch->to.step;
	struct query q = row_of(w, SQL_apply_step);
	bind_text(&q, ":key", step->key);
	bind_text(&q, ":state", step_state_word(step->state));
	bind_instant(&q, ":opened", step->opened);
	bind_instant(&q, ":done", step->done);
	bind_instant(&q, ":turned", step->turned);
	bind_number(&q, ":spent", step->spent);
	bind_number(&q, ":waited", step->waited);
	bind_number(&q, ":round", step->round);
	bind_text(&q, ":waits_for", waits_for_word(step->waits_for));
	return query_run(&q, why);
}

static bool write_verdict_item(const struct applying *w, int round, size_t place,
                               const struct verdict_item *item, struct fault *why)
{
	struct query q = row_of(w, SQL_apply_verdict_item);
	bind_number(&q, ":round", round);
	bind_number(&q, ":place", (int64_t)place);
	bind_text(&q, ":key", item->key);
	bind_text(&q, ":answer", item->answer);
	bind_text(&q, ":remark", item->remark);
	return query_run(&q, why);
}

static bool write_verdict(const struct applying *w, const struct change *ch, struct fault *why)
{
	const struct verdict *v = &ch->to.verdict;
	struct query q = row_of(w, SQL_apply_verdict);
	bind_number(&q, ":round", v->round);
	bind_number(&q, ":yes", v->yes);
	bind_text(&q, ":back_to", v->back_to);
	bind_text(&q, ":message", v->message);
	bind_text(&q, ":who", v->by);
	bind_instant(&q, ":at", v->at);
	bool good = query_run(&q, why);
	for (size_t i = 0; good && i < v->count; i++)
		good = write_verdict_item(w, v->round, i, &v->items[i], why);
	return good;
}

static bool write_number(const struct applying *w, const struct change *ch, struct fault *why)
{
	const struct case_number *n = &ch->to.number;
	bool given = !text_is_empty(n->number);
	struct query q = row_of(w, SQL_apply_case_number);
	bind_given(&q, ":number", n->number);
	bind_given(&q, ":sipp_id", n->sipp_id);
	bind_number(&q, ":sequence", n->sequence);
	bind_day(&q, ":registered", given ? n->registered : DAY_NONE);
	bind_instant(&q, ":given", given ? n->given : INSTANT_NONE);
	if (!query_run(&q, why))
		return false;
	q = row_of(w, SQL_apply_registered);
	bind_day(&q, ":registered", given ? n->registered : DAY_NONE);
	return query_run(&q, why);
}

static void bind_found(struct query *q, const struct summons_found *found)
{
	bind_text(q, ":met", found->met);
	bind_text(q, ":met_as", found->as);
	bind_text(q, ":hour", found->hour);
	bind_text(q, ":resi", found->resi);
	bind_text(q, ":cause", found->cause);
	bind_text(q, ":medium", found->medium);
	bind_text(q, ":note", found->note);
	bind_day(q, ":first", found->first);
	bind_day(q, ":received", found->received);
}

static bool write_cost(const struct applying *w, const struct summons *c, size_t place,
                       struct fault *why)
{
	struct query q = row_of(w, SQL_apply_summons_cost);
	bind_number(&q, ":number", c->number);
	bind_number(&q, ":place", (int64_t)place);
	bind_text(&q, ":category", c->costs[place].category);
	bind_text(&q, ":what", c->costs[place].what);
	bind_number(&q, ":amount", c->costs[place].amount);
	return query_run(&q, why);
}

static bool write_summons(const struct applying *w, const struct change *ch, struct fault *why)
{
	const struct summons *c = &ch->to.summons;
	struct query q = row_of(w, SQL_apply_summons);
	bind_number(&q, ":number", c->number);
	bind_number(&q, ":party", c->party);
	bind_text(&q, ":name", c->name);
	bind_text(&q, ":label", c->label);
	bind_text(&q, ":address", c->address);
	bind_text(&q, ":area", c->area);
	bind_text(&q, ":channel", c->channel);
	bind_text(&q, ":reason", c->reason);
	bind_day(&q, ":hearing", c->hearing);
	bind_text(&q, ":time", c->time);
	bind_text(&q, ":room", c->room);
	bind_text(&q, ":bailiff", c->bailiff);
	bind_day(&q, ":deadline", c->deadline);
	bind_text(&q, ":outcome", c->outcome);
	bind_day(&q, ":served", c->served);
	bind_number(&q, ":proper", c->proper);
	bind_text(&q, ":worth", c->worth);
	bind_number(&q, ":follows", c->follows);
	bind_text(&q, ":base", c->base);
	bind_number(&q, ":mended", c->mended);
	bind_number(&q, ":dropped", c->dropped);
	bind_found(&q, &c->found);
	bind_number(&q, ":booked", c->booked);
	bind_day(&q, ":ordered", c->ordered);
	bind_day(&q, ":recorded", c->recorded);
	bool good = query_run(&q, why);
	for (size_t i = 0; good && i < c->cost_count; i++)
		good = write_cost(w, c, i, why);
	return good;
}

static bool write_warning(const struct applying *w, size_t place, const struct warning *one,
                          struct fault *why)
{
	struct query q = query_of(w->s, SQL_apply_sentence);
	bind_text(&q, ":text", one->text);
	if (!query_run(&q, why))
		return false;
	q = row_of(w, SQL_apply_warning);
	bind_text(&q, ":step", one->step);
	bind_number(&q, ":place", (int64_t)place);
	bind_text(&q, ":field", one->field);
	bind_text(&q, ":text", one->text);
	bind_text(&q, ":word1", one->words[0]);
	bind_text(&q, ":word2", one->words[1]);
	bind_text(&q, ":word3", one->words[2]);
	return query_run(&q, why);
}

static bool write_warnings(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = row_of(w, SQL_apply_warnings_gone);
	bind_text(&q, ":step", ch->to.warnings.step);
	bool good = query_run(&q, why);
	for (size_t i = 0; good && i < ch->to.warnings.count; i++)
		good = write_warning(w, i, &ch->to.warnings.items[i], why);
	return good;
}

static bool write_sipp_note(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = row_of(w, SQL_apply_sipp_note);
	bind_text(&q, ":note", ch->to.sipp_note);
	return query_run(&q, why);
}

static bool write_end(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = row_of(w, SQL_apply_end);
	bind_day(&q, ":ended", ch->to.ended);
	return query_run(&q, why);
}

static bool write_counter(const struct applying *w, const struct change *ch, struct fault *why)
{
	struct query q = query_of(w->s, SQL_apply_counter);
	bind_text(&q, ":name", ch->to.counter);
	return query_run(&q, why);
}

static change_writer *const writers[CHANGE_KINDS] = {
	[CHANGE_OPEN] = NULL, /* open_filing */
	[CHANGE_TITLE] = write_title,
	[CHANGE_FILL] = write_fill,
	[CHANGE_STEP] = write_step,
	[CHANGE_PARTIES] = write_parties,
	[CHANGE_SKUM] = write_skum,
	[CHANGE_JOURNAL] = write_journal,
	[CHANGE_VA] = write_va,
	[CHANGE_PAYMENT] = write_payment,
	[CHANGE_PAYOUT] = write_payout,
	[CHANGE_SETTLE] = write_settle,
	[CHANGE_VERDICT] = write_verdict,
	[CHANGE_NUMBER] = write_number,
	[CHANGE_SUMMONS] = write_summons,
	[CHANGE_WARNINGS] = write_warnings,
	[CHANGE_SIPP_NOTE] = write_sipp_note,
	[CHANGE_ATTORNEY] = write_attorney,
	[CHANGE_END] = write_end,
	[CHANGE_COUNTER] = write_counter,
};

/* Do both say how one and the same thing stands? */
static bool replaces(const struct change *later, const struct change *ch)
{
	if (later->kind != ch->kind)
		return false;
	return ch->kind == CHANGE_TITLE || ch->kind == CHANGE_PARTIES ||
	       (ch->kind == CHANGE_STEP && text_same(later->to.step.key, ch->to.step.key)) ||
	       (ch->kind == CHANGE_WARNINGS &&
	        text_same(later->to.warnings.step, ch->to.warnings.step));
}

static bool is_replaced(const struct applying *w, const struct change *ch)
{
	const struct change *next = ch + 1, *end = w->d->changes + w->d->change_count;
	for (const struct decided *one = w->now; one < w->all + w->count; one++) {
		if (one != w->now) {
			next = one->d->changes;
			end = next + one->d->change_count;
		}
		for (; next < end; next++)
			if (replaces(next, ch))
				return true;
	}
	return w->born && ch->kind == CHANGE_TITLE; /* it was born with it */
}

static bool write_changes(const struct applying *w, struct fault *why)
{
	bool good = true;
	for (size_t i = 0; good && i < w->d->change_count; i++) {
		const struct change *ch = &w->d->changes[i];
		change_writer *write = writers[ch->kind];
		good = write == NULL || is_replaced(w, ch) || write(w, ch, why);
	}
	return good;
}

/* ---- the event ---- */

/* The news of it for the board, if it is news. */
struct news {
	const char *what, *detail;
};

static const char *number_news(const struct applying *w, const struct case_number *n)
{
	return text_is_empty(n->skipped) ? n->number
	                                 : arena_print(w->a, "%s (%s?)", n->number, n->skipped);
}

static struct news news_of(const struct applying *w)
{
	const struct change *ch = change_of(w->d, CHANGE_PAYMENT);
	if (ch != NULL && !ch->to.payment.suspense) {
		char amount[32];
		money_show(ch->to.payment.amount, amount, sizeof amount);
		return (struct news){ N_("lunas"), arena_text(w->a, amount) };
	}
	ch = change_of(w->d, CHANGE_NUMBER);
	if (ch != NULL && !text_is_empty(ch->to.number.number))
		return (struct news){ N_("nomor"), number_news(w, &ch->to.number) };
	ch = change_of(w->d, CHANGE_VERDICT);
	if (ch != NULL && !ch->to.verdict.yes)
		return (struct news){ "kembali", ch->to.verdict.message };
	return (struct news){ "", "" };
}

static bool write_event(struct applying *w, struct fault *why)
{
	struct news news = news_of(w);
	struct query q = row_of(w, SQL_apply_event);
	bind_number(&q, ":version", w->before->version + (w->now - w->all) + 1);
	bind_text(&q, ":command", w->c->id.text);
	bind_instant(&q, ":at", w->c->at);
	bind_text(&q, ":who", w->c->who);
	bind_text(&q, ":step", w->c->act->step);
	bind_text(&q, ":act", act_key(w->c->act));
	bind_text(&q, ":text", w->d->event);
	bind_text(&q, ":news", news.what);
	bind_text(&q, ":detail", news.detail);
	return take_one(&q, &w->event, why);
}

/* ---- messages, the answered one, the draft ---- */

static bool write_message(const struct applying *w, const struct message *m, struct fault *why)
{
	struct query q = row_of(w, SQL_apply_message);
	bind_text(&q, ":receiver", m->to);
	bind_text(&q, ":kind", m->kind);
	bind_text(&q, ":key", m->key);
	bind_text(&q, ":body", body_write(&m->body, NULL, w->a));
	bind_instant(&q, ":at", w->c->at);
	bind_number(&q, ":due", m->due == INSTANT_NONE ? w->c->at : m->due);
	if (!query_run(&q, why))
		return false;
	if (m->replaces == NULL)
		return true;
	q = query_of(w->s, SQL_apply_replaced);
	bind_text(&q, ":key", m->replaces);
	bind_text(&q, ":said", N_("digantikan oleh ralat"));
	return query_run(&q, why);
}

static bool write_messages(const struct applying *w, struct fault *why)
{
	bool good = true;
	for (size_t i = 0; good && i < w->d->message_count; i++)
		good = write_message(w, &w->d->messages[i], why);
	if (!good || w->c->answers == 0)
		return good;
	struct query q = query_of(w->s, SQL_apply_answered);
	bind_number(&q, ":number", w->c->answers);
	return query_run(&q, why);
}

static bool end_draft(const struct applying *w, struct fault *why)
{
	const char *form = w->c->act->form;
	return text_is_empty(form) ||
	       draft_done(w->s, w->c->who, &w->before->id, form, &w->c->id, why);
}

/* ---- where it stands now ---- */

static bool write_standing(const struct applying *w, struct fault *why)
{
	if (last_change(w, CHANGE_TITLE) != NULL || last_change(w, CHANGE_PARTIES) != NULL) {
		struct query q = row_of(w, SQL_apply_words);
		bind_text(&q, ":key", name_key(w->after.title == NULL ? "" : w->after.title, w->a));
		w->s->words_written = true;
		if (!query_run(&q, why))
			return false;
	}
	if (w->born)
		return true;
	struct query q = row_of(w, SQL_apply_stage);
	bind_stage(w, &q);
	return query_run(&q, why);
}

/* ---- the whole ---- */

static bool write_one(struct applying *w, const struct decided *one, struct fault *why)
{
	w->now = one;
	w->c = one->c;
	w->d = one->d;
	return write_event(w, why) && write_changes(w, why) && write_messages(w, why) &&
	       end_draft(w, why);
}

bool decisions_apply(struct store *s, const struct filing *before, const struct decided *all,
                     size_t count, struct fault *why)
{
	assert(s->writing && count > 0);
	struct applying w = { .s = s,
		              .before = before,
		              .after = *before,
		              .all = all,
		              .count = count,
		              .c = all->c,
		              .d = all->d,
		              .a = all->d->a };
	w.after.steps = arena_get(w.a, before->step_count, sizeof *before->steps);
	memcpy(w.after.steps, before->steps, before->step_count * sizeof *before->steps);
	for (size_t i = 0; i < count; i++)
		filing_follow(&w.after, all[i].c, all[i].d, w.a);
	bool good = open_filing(&w, why);
	for (size_t i = 0; good && i < count; i++)
		good = write_one(&w, &all[i], why);
	return good && write_standing(&w, why);
}

bool decision_apply(struct store *s, const struct filing *before, const struct command *c,
                    const struct decision *d, struct command_result *out, struct fault *why)
{
	const struct decided one = { c, d };
	*out = (struct command_result){ .found = true,
		                        .version = before->version + 1,
		                        .event = d->event };
	return decisions_apply(s, before, &one, 1, why);
}
