/* Step 7: the items of the kind of case, answered one by one, and the decision that follows. */
#include "loket/text.h"

#include "private.h"

#define PERIKSA "periksa"

static const struct case_type *type_of(const struct session *s)
{
	return rulebook_type(s->book, filing_value(&s->filing, PIHAK, "perkara_jenis"));
}

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
	const struct case_type *type = type_of(s);
	return type == NULL ? 0 : type->check_count;
}

const struct case_check *checklist_item(const struct session *s, int row)
{
	return row > 0 && (size_t)row <= checklist_count(s) ? &type_of(s)->checks[row - 1] : NULL;
}

/* Any "tidak" that is not mere advice: back to the step that can mend the first of them. */
void checklist_propose(struct session *s)
{
	const char *back_to = "";
	struct text message = text_start(s->a);
	for (int row = 1; checklist_item(s, row) != NULL; row++) {
		const struct case_check *check = checklist_item(s, row);
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
