#include "loket/filing.h"

#include <stdio.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { SENTENCE = 600 };

static const struct values nothing = { 0 };

void summons_fill_key(int number, char out[FILL_KEY_ROOM])
{
	snprintf(out, FILL_KEY_ROOM, HASIL ".%d", number);
}

const char *waits_for_word(enum waits_for whom)
{
	static const char *const words[] = {
		[WAITS_NOBODY] = "",     [WAITS_BANK] = "bank",        [WAITS_SIPP] = "sipp",
		[WAITS_ADMIN] = "admin", [WAITS_BAILIFF] = "jurusita",
	};
	return words[whom];
}

const struct fill *filing_fill(const struct filing *f, const char *step)
{
	for (size_t i = 0; i < f->fill_count; i++) {
		if (text_same(f->fills[i].step, step))
			return &f->fills[i];
	}
	return NULL;
}

const struct values *filing_values(const struct filing *f, const char *step)
{
	const struct fill *fill = filing_fill(f, step);
	return fill == NULL ? &nothing : &fill->values;
}

const char *filing_value(const struct filing *f, const char *step, const char *field)
{
	return values_of(filing_values(f, step), field);
}

day filing_hearing(const struct filing *f)
{
	day on;
	return day_iso_parse(filing_value(f, PANGGILAN, "sidang_tanggal"), &on) ? on : DAY_NONE;
}

/* ---- calls ---- */

const struct summons *filing_summons(const struct filing *f, int number)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		if (f->summons[i].number == number)
			return &f->summons[i];
	}
	return NULL;
}

const struct values *summons_values(const struct filing *f, int number)
{
	char key[FILL_KEY_ROOM];
	summons_fill_key(number, key);
	return filing_values(f, key);
}

rupiah summons_cost(const struct summons *s)
{
	rupiah sum = 0;
	for (size_t i = 0; i < s->cost_count; i++)
		sum += s->costs[i].amount;
	return sum;
}

int summons_turn(const struct filing *f, const struct summons *s)
{
	int turn = 1;
	for (const struct summons *one = s; one != NULL && one->follows != 0; turn++)
		one = filing_summons(f, one->follows);
	return turn;
}

const struct summons *summons_after(const struct filing *f, const struct summons *s)
{
	for (size_t i = 0; i < f->summons_count; i++) {
		if (f->summons[i].follows == s->number)
			return &f->summons[i];
	}
	return NULL;
}

struct step_record *filing_step(const struct filing *f, const char *key)
{
	for (size_t i = 0; i < f->step_count; i++) {
		if (text_same(f->steps[i].key, key))
			return &f->steps[i];
	}
	return NULL;
}

/* The first step, of the first `most`, in this state; `most` when there is none. */
static size_t first_in(const struct filing *f, enum step_state state, size_t most)
{
	for (size_t i = 0; i < most; i++) {
		if (f->steps[i].state == state)
			return i;
	}
	return most;
}

static size_t last_in(const struct filing *f, enum step_state state)
{
	for (size_t i = f->step_count; i > 0; i--) {
		if (f->steps[i - 1].state == state)
			return i - 1;
	}
	return f->step_count;
}

size_t filing_stage(const struct filing *f)
{
	size_t all = f->step_count;
	/* A returned step is where the filing stands, even when other steps wait. */
	size_t returned = first_in(f, STEP_RETURNED, all);
	if (returned < all)
		return returned;
	/* A step that waits for the admin's approval does not hold up the desk, but it does hold up
	 * verification, which is the admin's own. */
	size_t open = first_in(f, STEP_OPEN, all);
	if (open < all && text_same(f->steps[open].key, VERIFIKASI))
		return first_in(f, STEP_WAITING, open);
	if (open < all)
		return open;
	size_t waiting = last_in(f, STEP_WAITING);
	if (waiting < all)
		return waiting;
	size_t at = 0;
	while (at < all && f->steps[at].state == STEP_DONE)
		at++;
	return at;
}

rupiah filing_paid(const struct filing *f)
{
	rupiah sum = 0;
	for (size_t i = 0; i < f->payment_count; i++) {
		if (f->payments[i].suspense)
			continue;
		if (!money_add(sum, f->payments[i].amount, &sum))
			return sum;
	}
	return sum;
}

const struct payment *filing_last_payment(const struct filing *f)
{
	for (size_t i = f->payment_count; i > 0; i--) {
		if (!f->payments[i - 1].suspense)
			return &f->payments[i - 1];
	}
	return NULL;
}

const char *filing_bank(const struct filing *f)
{
	const struct va *va = filing_va(f);
	for (size_t i = f->va_count; i-- > 0;) {
		if (f->vas[i].state == VA_PAID)
			return f->vas[i].bank;
	}
	return va != NULL ? va->bank : f->skum.round > 0 ? f->skum.bank : "";
}

const struct va *filing_va(const struct filing *f)
{
	const struct va *newest = NULL;
	for (size_t i = 0; i < f->va_count; i++) {
		if (newest == NULL || f->vas[i].round > newest->round)
			newest = &f->vas[i];
	}
	return newest;
}

struct filing filing_blank(const struct id *id, const struct sop *sop, struct arena *a)
{
	struct filing f = {
		.id = *id,
		.reg = "",
		.title = "",
		.opened = INSTANT_NONE,
		.counts_from = DAY_NONE,
		.sipp_note = "",
		.skum = { .number = "", .on = DAY_NONE, .bank = "", .by = "" },
		.verdict = { .back_to = "", .message = "", .by = "", .at = INSTANT_NONE },
		.number = { .number = "",
		            .sipp_id = "",
		            .registered = DAY_NONE,
		            .given = INSTANT_NONE,
		            .skipped = "" },
	};
	f.step_count = sop->step_count;
	f.steps = arena_get(a, sop->step_count, sizeof *f.steps);
	for (size_t i = 0; i < sop->step_count; i++)
		f.steps[i] = (struct step_record){ .key = sop->steps[i].key,
			                           .opened = INSTANT_NONE,
			                           .done = INSTANT_NONE };
	return f;
}

const char *warning_say(const struct warning *w, struct arena *a)
{
	char said[SENTENCE];
	message_fill(message_in_language(w->text), w->words, COUNT_OF(w->words), said, sizeof said);
	return arena_text(a, said);
}

/* The same sentence of the same step, but for the first word in it. */
static bool says_the_same(const struct warning *a, const struct warning *b)
{
	return text_same(a->step, b->step) && text_same(a->text, b->text) &&
	       text_same(a->words[1], b->words[1]) && text_same(a->words[2], b->words[2]);
}

size_t warnings_joined(const struct warning *all, size_t count, struct arena *a,
                       struct warning **out)
{
	struct warning *to = arena_get(a, count + 1, sizeof *to);
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		size_t at = 0;
		while (at < n && !says_the_same(&to[at], &all[i]))
			at++;
		if (at == n)
			to[n++] = all[i];
		else if (!text_same(to[at].words[0], all[i].words[0]))
			to[at].words[0] = arena_print(a, "%s, %s", to[at].words[0],
			                              all[i].words[0]);
	}
	*out = to;
	return n;
}

struct form_scope filing_scope(const struct filing *f, const struct values *own,
                               const struct choices *lists, size_t list_count, day today,
                               struct arena *a)
{
	struct scope_step *steps = arena_get(a, f->fill_count + 1, sizeof *steps);
	for (size_t i = 0; i < f->fill_count; i++) {
		steps[i].step = f->fills[i].step;
		steps[i].values = &f->fills[i].values;
	}
	return (struct form_scope){
		.own = own,
		.steps = steps,
		.step_count = f->fill_count,
		.lists = lists,
		.list_count = list_count,
		.today = today,
	};
}
