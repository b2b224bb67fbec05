/* One act of one step, as its screen would do it: `loket step pihak --filing ID pihak[1].nama=…`.
 */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { VALUE_MOST = 1024 * 1024 };

struct doing {
	struct cmd *c;
	const struct step *step;
	const struct act *act;
	const struct form *form; /* NULL: the act has none */
	struct filing filing;
	struct command command;
	struct form_scope scope;
	struct form_faults faults;
};

/* ---- which step, which act ---- */

static const struct step *step_named(const struct cmd *c, const char *name)
{
	long long number;
	const struct sop *sop = &c->book->sop;
	if (text_number(name, 1, (long long)sop->step_count, &number))
		name = sop->steps[number - 1].key;
	for (size_t i = 0; i < court_step_count; i++) {
		if (text_same(court_steps[i]->key, name))
			return court_steps[i];
	}
	return NULL;
}

/* The first that this person may do; failing that the first, and the door will say who may. */
static const struct act *usual_act(const struct cmd *c, const struct step *step)
{
	for (size_t i = 0; i < step->act_count; i++) {
		if (login_may(&c->login, step->acts[i]->name))
			return step->acts[i];
	}
	return step->acts[0];
}

static bool find_act(struct doing *d, const char *word, struct fault *why)
{
	struct cmd *c = d->c;
	size_t n = strcspn(word, ".");
	d->step = step_named(c, arena_copy(c->a, word, n));
	if (d->step == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada langkah %1; lihat loket sop"),
		                 word);
	d->act = word[n] == '.' ? act_find(d->step->key, word + n + 1) : usual_act(c, d->step);
	if (d->act == NULL)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Tidak ada tindakan %1; lihat loket sop --transitions"), word);
	d->form = text_is_empty(d->act->form) ? NULL : rulebook_form(c->book, d->act->form);
	return true;
}

/* ---- what it begins with ---- */

/* The items of this kind of case, as the screen of the step shows them: answers go into rows by
 * number. */
static void begin_checklist(struct doing *d)
{
	struct arena *a = d->c->a;
	struct values *v = &d->command.values;
	const struct case_type *type =
	    rulebook_type(d->c->book, filing_value(&d->filing, "pihak", "perkara_jenis"));
	if (type == NULL || form_field(d->form, "periksa", "butir") == NULL ||
	    values_rows(v, "periksa") > 0)
		return;
	for (size_t i = 0; i < type->check_count; i++)
		values_set(v, a, "periksa", (int)i + 1, "butir", type->checks[i].key);
}

/* A step's own form goes on from what it holds; other forms (an approval, an outcome) begin empty.
 */
static bool begin(struct doing *d, struct fault *why)
{
	struct id id;
	struct cmd *c = d->c;
	bool fresh = text_is_empty(c->options.filing) && (d->act->from & FROM_BLANK) != 0;
	if (fresh)
		id = id_new();
	else if (!filing_of_option(c, &id, why))
		return false;
	if (!service_filing(&c->login, &id, c->a, &d->filing, why))
		return false;
	d->command = service_command(&c->login, &id, d->filing.version, d->act);
	if (d->form == NULL)
		return true;
	if (text_same(d->act->form, d->step->key))
		values_copy(&d->command.values, filing_values(&d->filing, d->act->form), c->a);
	begin_checklist(d);
	return service_scope(&c->login, &d->filing, &d->command.values, c->a, &d->scope, why);
}

static bool fix_id(struct doing *d, struct fault *why)
{
	const char *once = d->c->options.once;
	if (text_is_empty(once))
		return true;
	if (!id_is(once))
		return fault_set(why, FAULT_MISUSE,
		                 N_("Pilihan --once perlu 26 huruf sebuah id, bukan %1"), once);
	d->command.id = id_from(once);
	return true;
}

/* ---- field=value ---- */

/* "@file" is what the file holds, "@@x" is "@x". */
static bool value_read(struct doing *d, const char *given, bool lines, const char **out,
                       struct fault *why)
{
	struct bytes bytes;
	struct arena *a = d->c->a;
	if (given[0] == '@' && given[1] != '@') {
		if (!file_read(given + 1, VALUE_MOST, a, &bytes, why))
			return false;
		*out = text_clean(a, (const char *)bytes.data, bytes.size, lines);
		return true;
	}
	given += given[0] == '@';
	*out = text_clean(a, given, strlen(given), lines);
	return true;
}

static bool set_checked(struct doing *d, const struct value *at, const char *given,
                        struct fault *why)
{
	char path[96];
	const char *typed, *stored;
	struct fault own = { 0 };
	const struct field *field = form_field(d->form, at->list, at->field);
	values_path(at->list, at->row, at->field, path, sizeof path);
	if (field == NULL)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada isian %1 pada %2; lihat %3"),
		                 path, d->form->title, d->form->file);
	if (!value_read(d, given, field->kind == KIND_LINES, &typed, why))
		return false;
	if (field_accept(field, typed, &d->scope, d->c->a, &stored, &own)) {
		values_set(&d->command.values, d->c->a, at->list, at->row, at->field, stored);
		return true;
	}
	(void)fault_at(&own, path);
	form_fault_add(&d->faults, d->c->a, true, &own);
	return true;
}

static bool set_value(struct doing *d, const struct value *at, const char *given, struct fault *why)
{
	const char *text;
	if (d->form != NULL)
		return set_checked(d, at, given, why);
	if (!value_read(d, given, false, &text, why))
		return false;
	values_set(&d->command.values, d->c->a, at->list, at->row, at->field, text);
	return true;
}

/* "periksa[*].hasil=ya": the same in each row there is. */
static bool set_in_all(struct doing *d, const char *path, const char *given, struct fault *why)
{
	struct arena *a = d->c->a;
	const char *star = strstr(path, "[*].");
	const char *list = arena_copy(a, path, (size_t)(star - path));
	int rows = values_rows(&d->command.values, list);
	if (rows == 0)
		return fault_set(why, FAULT_MISUSE,
		                 N_("Daftar %1 belum mempunyai baris; tulis %1[1]"), list);
	for (int row = 1; row <= rows; row++) {
		struct value at = { .list = list, .row = row, .field = star + strlen("[*].") };
		if (!set_value(d, &at, given, why))
			return false;
	}
	return true;
}

static bool assign(struct doing *d, const char *word, struct fault *why)
{
	struct value at;
	size_t n = strcspn(word, "=");
	const char *path = arena_copy(d->c->a, word, n);
	if (word[n] != '=')
		return fault_set(why, FAULT_MISUSE,
		                 N_("%1 bukan ISIAN=NILAI; mis. nama=Siti atau pihak[2].nik=…"),
		                 word);
	if (strstr(path, "[*].") != NULL)
		return set_in_all(d, path, word + n + 1, why);
	if (!values_path_parse(path, d->c->a, &at.list, &at.row, &at.field))
		return fault_set(why, FAULT_MISUSE,
		                 N_("%1 bukan nama isian; mis. nama atau pihak[2].nik"), path);
	return set_value(d, &at, word + n + 1, why);
}

static bool assign_all(struct doing *d, struct fault *why)
{
	for (size_t i = 1; i < d->c->word_count; i++) {
		if (!assign(d, d->c->words[i], why))
			return false;
	}
	return true;
}

/* ---- doing it ---- */

/* All faults by field where there are some; the kind alone goes on then. */
static bool refuse(const struct form_faults *faults, enum fault_kind kind, struct fault *why)
{
	if (!form_faults_stop(faults))
		return false;
	output_faults(faults);
	*why = (struct fault){ .kind = kind };
	return false;
}

static void answer_show(struct doing *d, const struct answer *answer, const char *reg)
{
	static const struct column columns[] = {
		{ "pendaftaran", N_("Pendaftaran"), false },
		{ "langkah", N_("Langkah"), false },
		{ "tindakan", N_("Tindakan"), false },
		{ "peristiwa", N_("Peristiwa"), false },
		{ "versi", N_("Versi"), true },
		{ "ulangan", N_("Ulangan"), false },
		{ "id", N_("Id"), false },
	};
	const struct cmd *c = d->c;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns) - 2);
	rows_add(&r, (const char *const[]){ reg, d->step->key, act_key(d->act), _(answer->event),
	                                    cell_number(c, answer->version),
	                                    cell_yes(c, answer->again), d->command.filing.text });
	output_table(c, &r.table);
}

bool cmd_step(struct cmd *c, struct fault *why)
{
	struct answer answer;
	struct filing after;
	struct doing d = { .c = c };
	if (!find_act(&d, c->words[0], why) || !begin(&d, why) || !fix_id(&d, why) ||
	    !assign_all(&d, why))
		return false;
	if (form_faults_stop(&d.faults))
		return refuse(&d.faults, FAULT_REFUSED, why);
	if (!service_do(&c->login, &d.command, c->a, &answer, why))
		return refuse(&answer.faults, why->kind, why);
	output_faults(&answer.faults);
	if (!service_filing(&c->login, &d.command.filing, c->a, &after, why))
		return false;
	answer_show(&d, &answer, after.reg);
	return true;
}
