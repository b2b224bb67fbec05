/* Why the figures, days and states of a filing at work are what they are: by what is typed, where
 * it is not kept yet. */
#include "loket/why.h"

#include "loket/text.h"

#include "private.h"

/* The field with the focus, as the form has it and as it was kept. */
static bool field_of(const struct session *s, const struct filing *f, struct arena *a,
                     struct why_field *out)
{
	const struct form_position *at = &s->form.focus;
	if (!s->has_form || at->field == NULL)
		return false;
	const char *list = at->field->list, *id = at->field->id;
	const char *value = values_get(&s->form.values, list, at->row, id);
	const struct fill *kept = filing_fill(f, s->form.form->step);
	const char *was = kept == NULL ? "" : values_get(&kept->values, list, at->row, id);
	*out = (struct why_field){
		.label = at->field->label,
		.value = text_is_empty(value) ? N_("kosong")
		                              : field_show(at->field, value, &s->form.scope, a),
		.source = at->field->source,
		.typed = !text_same(value, was),
		.by = kept == NULL || text_is_empty(was) ? "" : kept->by,
		.at = kept == NULL ? INSTANT_NONE : kept->at,
	};
	return true;
}

bool session_whys(const struct session *s, struct arena *a, struct whys *out, struct fault *why)
{
	struct filing f = s->filing;
	struct why_field field;
	bool kept = !id_none(&s->id) && s->filing.version > 0, typing = s->has_form && s->allowed;
	if (kept && !service_filing(s->login, &s->id, a, &f, why))
		return false;
	struct why_ask ask = {
		.filing = &f,
		.pihak = typing && s->act == &act_fill_parties ? &s->form.values : NULL,
		.panggilan = typing && s->act == &act_set_hearing ? &s->form.values : NULL,
		.field = typing && field_of(s, &f, a, &field) ? &field : NULL,
		.now = clock_now(),
		.a = a,
	};
	return service_whys(s->login, &ask, out, why);
}

const char *session_why_first(const struct session *s)
{
	static const struct {
		const struct act *act;
		const char *key;
	} figures[] = { { &act_issue, "panjar" },
		        { &act_set_hearing, "sidang" },
		        { &act_fill_parties, "panjar" } };
	const char *step = s->act == NULL ? "" : s->act->step;
	const struct step_record *at = filing_step(&s->filing, step);
	bool typing = s->has_form && s->allowed && s->form.focus.field != NULL;
	bool waits = at == NULL || at->state == STEP_WAITING || at->state == STEP_RETURNED ||
	             at->state == STEP_BLANK;
	for (size_t i = 0; i < sizeof figures / sizeof *figures && !waits; i++) {
		if (s->act == figures[i].act && (!typing || s->act == &act_issue))
			return figures[i].key;
	}
	return typing ? "isian" : step;
}
