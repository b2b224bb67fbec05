#include "loket/filing.h"

#include "loket/text.h"

static const struct values nothing = { 0 };

const struct values *filing_values(const struct filing *f, const char *step)
{
	for (size_t i = 0; i < f->fill_count; i++) {
		if (text_same(f->fills[i].step, step))
			return &f->fills[i].values;
	}
	return &nothing;
}

const char *filing_value(const struct filing *f, const char *step, const char *field)
{
	return values_of(filing_values(f, step), field);
}

struct step_record *filing_step(const struct filing *f, const char *key)
{
	for (size_t i = 0; i < f->step_count; i++) {
		if (text_same(f->steps[i].key, key))
			return &f->steps[i];
	}
	return NULL;
}

size_t filing_stage(const struct filing *f)
{
	/* A step that came back is where the filing stands, wherever others wait. */
	for (size_t i = 0; i < f->step_count; i++) {
		if (f->steps[i].state == STEP_RETURNED)
			return i;
	}
	/* A step waiting for an admin's word does not hold up the desk while a later one is its
	 * turn. */
	for (size_t i = 0; i < f->step_count; i++) {
		if (f->steps[i].state == STEP_OPEN)
			return i;
	}
	for (size_t i = f->step_count; i > 0; i--) {
		if (f->steps[i - 1].state == STEP_WAITING)
			return i - 1;
	}
	for (size_t i = 0; i < f->step_count; i++) {
		if (f->steps[i].state != STEP_DONE)
			return i;
	}
	return f->step_count;
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

const struct va *filing_va(const struct filing *f)
{
	const struct va *newest = NULL;
	for (size_t i = 0; i < f->va_count; i++) {
		if (newest == NULL || f->vas[i].round > newest->round)
			newest = &f->vas[i];
	}
	return newest;
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

int64_t filing_spent(const struct step_record *s, instant now)
{
	int64_t spent = s->spent;
	bool runs = s->state == STEP_OPEN || s->state == STEP_WAITING || s->state == STEP_RETURNED;
	if (runs && s->opened != INSTANT_NONE && now > s->opened)
		spent += now - s->opened;
	return spent;
}

int64_t filing_spent_all(const struct filing *f, instant now)
{
	int64_t sum = 0;
	for (size_t i = 0; i < f->step_count; i++)
		sum += filing_spent(&f->steps[i], now);
	return sum;
}
