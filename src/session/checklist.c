/* Step 7: the items of the kind of case, answered one by one, and the decision that follows. */
#include "loket/text.h"

#include "private.h"

#define PERIKSA "periksa"

static const char *answer_of(const struct session *s, int row, const char *field)
{
	return values_get(&s->form.values, PERIKSA, row, field);
}

static void set(struct session *s, const char *list, int row, const char *field, const char *text)
{
	values_set(&s->form.values, s->a, list, row, field, text);
	s->form.changed = true;
}

size_t checklist_count(const struct session *s)
{
	return s->check_count;
}

const struct check_row *checklist_item(const struct session *s, int row)
{
	return row > 0 && (size_t)row <= s->check_count ? &s->checks[row - 1] : NULL;
}

/* Rows stand in the order of the items; an answer given before goes with its item. What is proven
 * is answered; what speaks against it, and what only a person can tell, is asked. */
void checklist_begin(struct session *s)
{
	struct values before = { 0 };
	struct paper_facts facts;
	struct values *v = &s->form.values;
	service_paper_facts(s->login, &s->filing, s->a, &facts);
	s->check_count = checks_of(s->book, &s->filing, &facts,
	                           instant_day(clock_now(), &s->book->court.zone), s->a,
	                           &s->checks);
	for (size_t i = 0; i < s->check_count; i++) /* what was read may be read anew meanwhile */
		s->checks[i].words = arena_text(s->a, s->checks[i].words);
	values_copy(&before, v, s->a);
	while (values_rows(v, PERIKSA) > 0)
		values_row_remove(v, PERIKSA, 1);
	for (int row = 1; checklist_item(s, row) != NULL; row++) {
		const struct check_row *item = checklist_item(s, row);
		values_propose(v, s->a, PERIKSA, row, "butir", item->key);
		if (s->allowed && item->proof == PROOF_YES)
			values_propose(v, s->a, PERIKSA, row, "hasil", "ya");
		for (int old = values_rows(&before, PERIKSA); old > 0; old--) {
			if (!text_same(values_get(&before, PERIKSA, old, "butir"), item->key))
				continue;
			const char *answer = values_get(&before, PERIKSA, old, "hasil");
			if (!text_is_empty(answer))
				values_set(v, s->a, PERIKSA, row, "hasil", answer);
			values_set(v, s->a, PERIKSA, row, "catatan",
			           values_get(&before, PERIKSA, old, "catatan"));
		}
	}
}

/* Any "tidak" that is not mere advice: back to the step that can mend the first of them. */
void checklist_propose(struct session *s)
{
	const char *back_to = "";
	struct text message = text_start(s->a);
	for (int row = 1; checklist_item(s, row) != NULL; row++) {
		const struct check_row *check = checklist_item(s, row);
		if (check->advice || !text_same(answer_of(s, row, "hasil"), "tidak"))
			continue;
		if (text_is_empty(back_to))
			back_to = check->back_to;
		text_addf(&message, "%s%s: %s", message.length > 0 ? "; " : "", check->label,
		          answer_of(s, row, "catatan"));
	}
	set(s, "", 0, "putusan", text_is_empty(back_to) ? "ya" : "tidak");
	set(s, "", 0, "kembali_ke", back_to);
	set(s, "", 0, "pesan", message.s);
}

bool checklist_defies(const struct session *s, int row)
{
	const char *answer = answer_of(s, row, "hasil");
	return checklist_item(s, row)->proof == PROOF_NO && !text_is_empty(answer) &&
	       !text_same(answer, "menyusul");
}

void checklist_answer(struct session *s, int row, const char *answer)
{
	set(s, PERIKSA, row, "hasil", answer);
	checklist_propose(s);
}

int checklist_unanswered(const struct session *s)
{
	for (int row = 1; checklist_item(s, row) != NULL; row++) {
		if (text_is_empty(answer_of(s, row, "hasil")))
			return row;
	}
	return 0;
}
