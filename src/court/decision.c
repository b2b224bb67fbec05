/* How a step adds to its decision: changes, messages, sentences, warnings. */
#include <stdarg.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { SENTENCE = 600, MONEY_ROOM = 32 };

struct change *decision_change(struct decision *d, enum change_kind kind)
{
	d->changes = list_grow(d->a, d->changes, d->change_count, &d->change_capacity,
	                       sizeof *d->changes);
	struct change *c = &d->changes[d->change_count++];
	c->kind = kind;
	return c;
}

struct message *decision_message(struct decision *d, const char *to, const char *kind,
                                 const char *key, instant due)
{
	d->messages = list_grow(d->a, d->messages, d->message_count, &d->message_capacity,
	                        sizeof *d->messages);
	struct message *m = &d->messages[d->message_count++];
	*m = (struct message){ .to = to, .kind = kind, .key = arena_text(d->a, key), .due = due };
	return m;
}

void body_set(struct message *m, struct arena *a, const char *field, const char *text)
{
	values_set(&m->body, a, "", 0, field, text);
}

const char *say_(struct arena *a, const char *text, ...)
{
	char out[SENTENCE];
	va_list words;
	va_start(words, text);
	message_fill_rest(text, words, out, sizeof out);
	va_end(words);
	return arena_text(a, out);
}

const char *rupiah_text(rupiah amount, struct arena *a)
{
	char out[MONEY_ROOM];
	money_show(amount, out, sizeof out);
	return arena_text(a, out);
}

const char *number_text(int64_t n, struct arena *a)
{
	return arena_print(a, "%lld", (long long)n);
}

day context_day(const struct context *s, const struct command *c)
{
	return instant_day(c->at, &s->book->court.zone);
}

/* ---- steps ---- */

struct step_record step_now(const struct decision *d, const char *key)
{
	for (size_t i = d->change_count; i > 0; i--) {
		const struct change *c = &d->changes[i - 1];
		if (c->kind == CHANGE_STEP && text_same(c->to.step.key, key))
			return c->to.step;
	}
	const struct step_record *s = filing_step(d->filing, key);
	if (s != NULL)
		return *s;
	return (struct step_record){
		.key = key, .opened = INSTANT_NONE, .done = INSTANT_NONE, .turned = INSTANT_NONE
	};
}

/* Counts what has passed in the state it leaves. */
static void step_count_time(const struct decision *d, struct step_record *s)
{
	instant at = d->command->at;
	s->spent = pace_spent(d->book, s, at);
	s->waited = pace_waited(s, at);
	s->turned = at;
}

const struct values *values_now(const struct decision *d, const char *form)
{
	for (size_t i = d->change_count; i > 0; i--) {
		const struct change *c = &d->changes[i - 1];
		if (c->kind == CHANGE_FILL && text_same(c->to.fill.step, form))
			return &c->to.fill.values;
	}
	return filing_values(d->filing, form);
}

void step_end(struct decision *d, const char *key)
{
	instant at = d->command->at;
	struct step_record s = step_now(d, key);
	if (s.state == STEP_DONE)
		return;
	step_count_time(d, &s);
	s.state = STEP_DONE;
	s.done = at;
	s.waits_for = WAITS_NOBODY;
	decision_change(d, CHANGE_STEP)->to.step = s;
}

struct step_record *step_turn(struct decision *d, const char *key, enum step_state state,
                              enum waits_for waits_for)
{
	instant at = d->command->at;
	struct step_record s = step_now(d, key);
	bool runs = s.state == STEP_OPEN || s.state == STEP_WAITING || s.state == STEP_RETURNED;
	if (!runs && state != STEP_BLANK) {
		s.opened = at;
		s.round++;
	}
	step_count_time(d, &s);
	s.state = state;
	s.waits_for = waits_for;
	struct change *change = decision_change(d, CHANGE_STEP);
	change->to.step = s;
	return &change->to.step;
}

/* ---- values, faults, warnings ---- */

void fill_keep(const struct context *s, struct decision *d, const char *form)
{
	fill_keep_as(s, d, form, form);
}

static struct values values_kept(const struct context *s, const struct decision *d,
                                 const struct form *shape)
{
	const struct command *c = d->command;
	struct form_scope scope = filing_scope(d->filing, &c->values, s->lists, s->list_count,
	                                       context_day(s, c), d->a);
	struct values kept = { 0 };
	form_keep(shape, &scope, d->a, &kept);
	return kept;
}

struct values values_asked(const struct context *s, const struct decision *d)
{
	const struct form *form = rulebook_form(s->book, d->command->act->form);
	return form == NULL ? d->command->values : values_kept(s, d, form);
}

void fill_keep_as(const struct context *s, struct decision *d, const char *form, const char *key)
{
	const struct form *shape = rulebook_form(s->book, form);
	struct change *change = decision_change(d, CHANGE_FILL);
	change->to.fill.step = arena_text(d->a, key);
	change->to.fill.form = shape;
	change->to.fill.values = values_kept(s, d, shape);
}

static void fault_on_field(struct decision *d, bool stops, const char *field, const char *text,
                           const char *arg)
{
	struct fault why = { 0 };
	(void)fault_set(&why, FAULT_REFUSED, text, arg);
	(void)fault_at(&why, field);
	form_fault_add(&d->faults, d->a, stops, &why);
}

void refuse_field(struct decision *d, const char *field, const char *text, const char *arg)
{
	fault_on_field(d, true, field, text, arg);
}

void refuse_before_case(const struct values *asked, struct decision *d, const char *field)
{
	day on, registered = d->filing->number.registered;
	char shown[16];
	if (!day_iso_parse(values_of(asked, field), &on) || on >= registered)
		return;
	day_show(registered, shown, sizeof shown);
	refuse_field(d, field, N_("Tanggal: sebelum perkara terdaftar pada %1"), shown);
}

void warn_field(struct decision *d, const char *field, const char *text, const char *arg)
{
	fault_on_field(d, false, field, text, arg);
}

void warnings_keep(struct decision *d, const char *step)
{
	struct warning *items = arena_get(d->a, d->faults.count + 1, sizeof *items);
	size_t count = 0;
	for (size_t i = 0; i < d->faults.count; i++) {
		const struct fault *fault = &d->faults.items[i].fault;
		if (d->faults.items[i].stops)
			continue;
		struct warning *w = &items[count++];
		*w = (struct warning){ step, arena_text(d->a, fault->field), fault->text, { 0 } };
		for (size_t n = 0; n < COUNT_OF(w->words); n++)
			w->words[n] = arena_text(d->a, fault->args[n]);
	}
	struct change *c = decision_change(d, CHANGE_WARNINGS);
	c->to.warnings.step = step;
	c->to.warnings.items = items;
	c->to.warnings.count = count;
}

static const char *bank_of(const char *account, const char *bank)
{
	return text_same(account, "bank") ? bank : "";
}

/* Money goes out of the account that holds the filing's; what comes in names its own. */
void journal_pair(const struct context *s, struct decision *d, day on, const char *what,
                  struct transfer t)
{
	const struct journal_place at = { on, filing_bank(d->filing) };
	journal_pair_at(s, d, &at, what, t);
}

void journal_pair_at(const struct context *s, struct decision *d, const struct journal_place *at,
                     const char *what, struct transfer t)
{
	char shown[16];
	day on = at->on;
	day today = context_day(s, d->command);
	if (on > today || (s->closed != DAY_NONE && on <= s->closed)) {
		day_show(on, shown, sizeof shown);
		what = say(d->a, N_("%1, tanggal %2"), what, shown);
		on = today;
	}
	struct journal_entry *entries = arena_get(d->a, 2, sizeof *entries);
	entries[0] = (struct journal_entry){ .account = t.debit,
		                             .amount = t.amount,
		                             .category = t.category,
		                             .bank = bank_of(t.debit, at->bank) };
	entries[1] = (struct journal_entry){ .account = t.credit,
		                             .amount = -t.amount,
		                             .category = t.category,
		                             .bank = bank_of(t.credit, at->bank) };
	struct change *c = decision_change(d, CHANGE_JOURNAL);
	c->to.journal.on = on;
	c->to.journal.by = d->command->payload.kind == PAYLOAD_PAYMENT
	                       ? d->command->payload.payment.by
	                       : NULL;
	c->to.journal.what = what;
	c->to.journal.items = entries;
	c->to.journal.count = 2;
}
