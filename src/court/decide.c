/* The frame round every decision. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* Why a step in this state cannot take the act, by state; of one that waits, whystep.c. */
static const char *const not_now[] = {
	[STEP_BLANK] = N_("Langkah %1 belum tiba gilirannya; selesaikan dahulu langkah sebelumnya"),
	[STEP_OPEN] = N_("Langkah %1 sedang dikerjakan; selesaikan dahulu"),
	[STEP_RETURNED] = N_("Langkah %1 dikembalikan; perbaiki dahulu isinya"),
	[STEP_DONE] = N_("Langkah %1 sudah selesai"),
};

static const char *step_title(const struct rulebook *b, const char *key)
{
	int n = sop_number(&b->sop, key);
	return n == 0 ? key : b->sop.steps[n - 1].name;
}

/* Once the e-SKUM is issued, what it was computed from cannot be changed. */
static bool skum_allows(const struct filing *f, const struct act *act, struct fault *why)
{
	const struct step_record *own = filing_step(f, act->step), *skum = filing_step(f, SKUM);
	bool returned = own != NULL && own->state == STEP_RETURNED;
	if (!act->until_skum || returned || skum == NULL || skum->state != STEP_DONE)
		return true;
	return fault_set(
	    why, FAULT_REFUSED,
	    N_("e-SKUM sudah terbit; isian ini hanya dapat diubah setelah dikembalikan oleh verifikasi"));
}

static bool turn_allows(const struct rulebook *b, const struct filing *f, const struct act *act,
                        struct fault *why)
{
	const struct step_record *step = filing_step(f, act->step);
	enum step_state state = step == NULL ? STEP_BLANK : step->state;
	if ((act->from & (1u << state)) != 0)
		return true;
	const char *title = step_title(b, act->step);
	return state == STEP_WAITING ? wait_refuse(b, step, title, why)
	                             : fault_set(why, FAULT_REFUSED, not_now[state], title);
}

static bool form_allows(const struct context *s, const struct filing *f, const struct command *c,
                        struct decision *d, struct fault *why)
{
	const struct act *act = c->act;
	if (text_is_empty(act->form))
		return true;
	const struct form *form = rulebook_form(s->book, act->form);
	if (form == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Formulir untuk langkah %1 tidak ada di forms/"), act->form);
	struct form_scope scope = filing_scope(f, &c->values, s->lists, s->list_count,
	                                       context_day(s, c), d->a);
	form_check(form, &scope, d->a, &d->faults);
	return true;
}

/* The first fault that stops, as the refusal itself. */
static bool faults_allow(const struct decision *d, struct fault *why)
{
	for (size_t i = 0; i < d->faults.count; i++) {
		if (d->faults.items[i].stops) {
			if (why != NULL)
				*why = d->faults.items[i].fault;
			return false;
		}
	}
	return true;
}

bool court_may(const struct rulebook *b, const struct filing *f, const struct act *act,
               struct fault *why)
{
	return turn_allows(b, f, act, why) && skum_allows(f, act, why);
}

/* A machine's act takes a payload, never a person's text. */
static bool payload_fits(const struct command *c, struct fault *why)
{
	return c->payload.kind == c->act->payload ||
	       fault_set(why, FAULT_MISUSE,
	                 N_("Tindakan %1 hanya dilakukan bank, SIPP atau pekerja"), c->act->name);
}

/* A filing is not born by a clock that is doubted, unless who may vouches for it. */
static bool clock_allows(const struct context *s, const struct filing *f, const struct command *c,
                         struct decision *d, struct fault *why)
{
	char now[16], newest[16] = "";
	enum clock_doubt doubt = f->version > 0 ? CLOCK_GOOD
	                                        : clock_doubted(s->book, c->at, s->newest);
	if (doubt == CLOCK_GOOD)
		return true;
	day_show(instant_day(c->at, &s->book->court.zone), now, sizeof now);
	if (s->newest != INSTANT_NONE)
		day_show(instant_day(s->newest, &s->book->court.zone), newest, sizeof newest);
	const char *words = say(d->a, clock_words(doubt), now, newest);
	if (!s->trusts_clock)
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1; minta administrator menyetel jam (NTP)"), words);
	warn_field(d, "", "%1", words);
	return true;
}

/* Nobody books money by a clock that is doubted. What the bank tells is never refused for it: the
 * money is there. */
static bool clock_allows_money(const struct context *s, const struct command *c,
                               const struct decision *d, struct fault *why)
{
	bool money = false;
	for (size_t i = 0; i < d->change_count; i++)
		money = money || d->changes[i].kind == CHANGE_JOURNAL ||
		        d->changes[i].kind == CHANGE_PAYOUT;
	return !money || c->payload.kind != PAYLOAD_NONE ||
	       clock_may_book(s->book, c->at, s->newest, &s->partner, why);
}

bool court_decide(const struct context *s, const struct filing *f, const struct command *c,
                  struct decision *d, struct fault *why)
{
	d->book = s->book;
	d->filing = f;
	d->command = c;
	return payload_fits(c, why) && court_may(s->book, f, c->act, why) &&
	       clock_allows(s, f, c, d, why) && form_allows(s, f, c, d, why) &&
	       faults_allow(d, why) && c->act->decide(s, f, c, d, why) && faults_allow(d, why) &&
	       clock_allows_money(s, c, d, why);
}

/* Neither the state of the step nor a machine is asked: a rule is. */
void court_judge(const struct context *s, const struct filing *f, const struct command *c,
                 struct decision *d)
{
	struct fault none;
	d->book = s->book;
	d->filing = f;
	d->command = c;
	if (form_allows(s, f, c, d, &none) && faults_allow(d, &none))
		(void)c->act->decide(s, f, c, d, &none);
}

/* ---- the same table, printed ---- */

static const char *from_words(unsigned from, struct arena *a)
{
	static const char *const names[] = { N_("kosong"), N_("giliran"), N_("menunggu"),
		                             N_("dikembalikan"), N_("selesai") };
	struct text t = text_start(a);
	for (unsigned i = 0; i < COUNT_OF(names); i++) {
		if ((from & (1u << i)) == 0)
			continue;
		if (t.length > 0)
			text_add(&t, ", ");
		text_add(&t, _(names[i]));
	}
	return t.s;
}

static const char *who_words(const struct rulebook *b, const char *right, struct arena *a)
{
	struct text t = text_start(a);
	for (size_t i = 0; i < b->rights.count; i++) {
		const struct right *r = &b->rights.items[i];
		for (size_t k = 0; text_same(r->act, right) && k < r->role_count; k++) {
			if (t.length > 0)
				text_add(&t, ", ");
			text_add(&t, role_name(b, r->roles[k]));
		}
	}
	return t.s;
}

size_t court_transitions(const struct rulebook *b, struct arena *a, const char *const **cells,
                         size_t *columns)
{
	struct {
		const char **items;
		size_t count, capacity;
	} out = { 0 };
	for (size_t i = 0; i < court_step_count; i++) {
		const struct step *step = court_steps[i];
		for (size_t k = 0; k < step->act_count; k++) {
			const struct act *act = step->acts[k];
			const char *row[] = { step->key, act_key(act), from_words(act->from, a),
				              _(act->after), who_words(b, act->name, a) };
			for (size_t n = 0; n < COUNT_OF(row); n++) {
				out.items = list_grow(a, out.items, out.count, &out.capacity,
				                      sizeof *out.items);
				out.items[out.count++] = row[n];
			}
			*columns = COUNT_OF(row);
		}
	}
	*cells = (const char *const *)out.items;
	return out.count / *columns;
}
