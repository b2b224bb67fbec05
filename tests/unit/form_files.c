/* Every form of forms/ loads; every field of every one meets wrong input with a fault that names
 * the field, what is wrong and the remedy, and takes right input. Both are made from the forms
 * themselves, so that a new field is tried without a new test. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loket/form.h"
#include "loket/list.h"

#include "unit.h"

enum { MOST_FORMS = 128, FAULT_ROOM = 512 };

static struct arena arena = { .cap = 64 * MIB };
static const struct form *forms[MOST_FORMS];
static size_t form_count;

static int by_name(const struct dirent *e)
{
	size_t n = strlen(e->d_name);
	return n > 4 && strcmp(e->d_name + n - 4, ".xml") == 0;
}

static const struct form *load(const char *path, const struct xml_schema *schema)
{
	struct form *form;
	struct fault why;
	if (!form_load(path, schema, &arena, &form, &why)) {
		char said[FAULT_ROOM];
		fault_say(&why, said, sizeof said);
		fail_msg("%s", said);
	}
	return form;
}

static int load_all(void **state)
{
	(void)state;
	struct xml_schema *schema;
	struct fault why;
	struct dirent **names;
	if (!xml_schema_open(LOKET_SOURCE "/forms/form.xsd", &schema, &why))
		return -1;
	int count = scandir(LOKET_SOURCE "/forms", &names, by_name, alphasort);
	for (int i = 0; i < count; i++) {
		char path[512];
		snprintf(path, sizeof path, LOKET_SOURCE "/forms/%s", names[i]->d_name);
		forms[form_count++] = load(path, schema);
		free(names[i]);
	}
	free(names);
	xml_schema_close(&schema);
	return count >= 11 ? 0 : -1;
}

static int drop_all(void **state)
{
	(void)state;
	arena_drop(&arena);
	return 0;
}

/* ---- a scope with a list for every name the forms use ---- */

static const struct choice items[] = { { "a1", "Pilihan satu", "" }, { "a2", "Pilihan dua", "" } };
static struct choices lists[64];
static size_t list_count;

static void lists_collect(const struct form *f)
{
	for (size_t i = 0; i < f->field_count; i++) {
		const struct field *field = &f->fields[i];
		if (field->kind == KIND_CHOICE && field->choices == NULL &&
		    choices_named(lists, list_count, field->from) == NULL)
			lists[list_count++] = (struct choices){ field->from, items, 2, NULL, NULL };
	}
}

static struct form_scope scope_of(const struct values *own)
{
	struct form_scope s = { .own = own, .lists = lists, .list_count = list_count };
	assert_true(day_from_ymd((struct ymd){ 2026, 11, 25 }, &s.today));
	return s;
}

/* ---- wrong and right input by kind ---- */

static const struct {
	enum field_kind kind;
	const char *wrong, *right;
} samples[] = {
	{ KIND_TEXT, NULL, "Jalan Melati" },
	{ KIND_LINES, NULL, "satu\ndua" },
	{ KIND_NIK, "12345", "3175012505850003" },
	{ KIND_NPWP, "12-34", "01.234.567.8-901.000" },
	{ KIND_PHONE, "0812-x", "081234567890" },
	{ KIND_EMAIL, "tanpa keong", "nama@contoh.id" },
	{ KIND_ACCOUNT, "12a", "1234567890" },
	{ KIND_DATE, "31-02-2026", "25-11-2026" },
	{ KIND_TIME, "25.00", "9.30" },
	{ KIND_NUMBER, "satu", "1" },
	{ KIND_RUPIAH, "1,5", "1.000" },
	{ KIND_CHOICE, "tidak ada yang begini", NULL },
	{ KIND_YESNO, "mungkin", "ya" },
	{ KIND_VILLAGE, "Desa Antah Berantah", "31.75.01.1001" },
	{ KIND_FILE, NULL, "/tmp/surat.pdf" },
};

static const char *wrong_for(const struct field *f)
{
	if (samples[f->kind].wrong == NULL) {
		size_t n = (size_t)(f->max > 0             ? f->max
		                    : f->kind == KIND_TEXT ? 200
		                    : f->kind == KIND_FILE ? 4096
		                                           : 60000) +
		           1;
		char *long_text = arena_get(&arena, n + 1, 1);
		memset(long_text, 'x', n);
		return long_text;
	}
	return samples[f->kind].wrong;
}

static const char *right_for(const struct field *f, const struct form_scope *s)
{
	if (*f->pattern != '\0')
		return text_same(f->id, "mewakili") ? "1 2" : "002/005";
	if (f->kind == KIND_FILE)
		return arena_print(&arena, "/tmp/surat.%.3s", f->from);
	if (f->kind == KIND_CHOICE)
		return field_choices(f, s)->items[0].label;
	return samples[f->kind].right;
}

/* The faults of one field holding `typed`. */
static struct form_faults faults_of(const struct form *f, const struct field *field,
                                    const char *typed)
{
	struct values v = { 0 };
	struct form_faults out = { 0 };
	int row = *field->list == '\0' ? 0 : 1;
	values_set(&v, &arena, field->list, row, field->id, typed);
	struct form_scope s = scope_of(&v);
	form_check_field(f, field, row, &s, &arena, &out);
	return out;
}

static void names_field_and_remedy(const struct form *f, const struct field *field,
                                   const struct form_fault *fault)
{
	char path[64], said[FAULT_ROOM];
	values_path(field->list, *field->list == '\0' ? 0 : 1, field->id, path, sizeof path);
	fault_say(&fault->fault, said, sizeof said);
	assert_string_equal(fault->fault.field, path);
	/* a label that stands beside another begins small, a sentence does not */
	if (!text_starts(said + 1, field->label + 1) || strchr(said, '.') == NULL ||
	    strchr(said, '%'))
		fail_msg("%s: %s: %s", f->file, path, said);
}

static void wrong_input_is_told(void **state)
{
	(void)state;
	size_t tried = 0;
	for (size_t i = 0; i < form_count; i++) {
		for (size_t k = 0; k < forms[i]->field_count; k++) {
			const struct field *field = &forms[i]->fields[k];
			assert_int_equal(samples[field->kind].kind, field->kind);
			struct form_faults out = faults_of(forms[i], field, wrong_for(field));
			if (out.count == 0)
				fail_msg("%s: %s takes all", forms[i]->file, field->id);
			names_field_and_remedy(forms[i], field, &out.items[0]);
			bool only_warns = field->kind == KIND_PHONE ||
			                  field->kind == KIND_VILLAGE ||
			                  (field->kind == KIND_CHOICE && field->warns);
			assert_int_equal(form_faults_stop(&out), !only_warns);
			tried++;
		}
	}
	assert_true(tried > 80);
}

static void nothing_is_told_where_something_must_be(void **state)
{
	(void)state;
	for (size_t i = 0; i < form_count; i++) {
		for (size_t k = 0; k < forms[i]->field_count; k++) {
			const struct field *field = &forms[i]->fields[k];
			struct form_faults out = faults_of(forms[i], field, "");
			assert_int_equal(out.count, field->required);
			if (out.count > 0)
				names_field_and_remedy(forms[i], field, &out.items[0]);
		}
	}
}

static void right_input_is_taken(void **state)
{
	(void)state;
	struct values none = { 0 };
	struct form_scope s = scope_of(&none);
	for (size_t i = 0; i < form_count; i++) {
		for (size_t k = 0; k < forms[i]->field_count; k++) {
			const struct field *field = &forms[i]->fields[k];
			const char *stored, *again;
			struct fault why;
			assert_true(
			    field_accept(field, right_for(field, &s), &s, &arena, &stored, &why));
			assert_true(field_accept(field, stored, &s, &arena, &again, &why));
			assert_string_equal(stored, again);
			struct form_faults out = faults_of(forms[i], field, stored);
			/* Here no place is at hand, so that every village is one nobody knows. */
			assert_int_equal(out.count, field->kind == KIND_VILLAGE);
		}
	}
}

static void every_field_has_help_and_source(void **state)
{
	(void)state;
	for (size_t i = 0; i < form_count; i++) {
		assert_string_not_equal(forms[i]->help, "");
		for (size_t k = 0; k < forms[i]->field_count; k++) {
			const struct field *field = &forms[i]->fields[k];
			if (*field->help == '\0' || *field->source == '\0')
				fail_msg("%s: %s", forms[i]->file, field->id);
		}
	}
}

/* Beside the rail 62 columns are left: a label of 16 and a blank, the field; beside it two blanks,
 * label, blank, field. Conditional fields one after the other on a line take each other's place. */
static int line_used(const struct field *field, int before, int start)
{
	int label = text_columns(field->label);
	assert_in_range(label, 1, 16);
	if (!field->beside)
		return 17 + field->width;
	bool instead = field[-1].beside && field[-1].when_count > 0 && field->when_count > 0;
	return (instead ? start : before) + 2 + label + 1 + field->width;
}

static void lines_fit_the_screen(void **state)
{
	(void)state;
	for (size_t i = 0; i < form_count; i++) {
		int used = 0, start = 0;
		for (size_t k = 0; k < forms[i]->field_count; k++) {
			const struct field *field = &forms[i]->fields[k];
			used = line_used(field, used, start);
			start = field->beside ? start : used;
			if (used > 62 || (field->beside && field->width == 0))
				fail_msg("%s: %s: %d columns", forms[i]->file, field->id, used);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_input_is_told),
		cmocka_unit_test(nothing_is_told_where_something_must_be),
		cmocka_unit_test(right_input_is_taken),
		cmocka_unit_test(every_field_has_help_and_source),
		cmocka_unit_test(lines_fit_the_screen),
	};
	if (load_all(NULL) != 0)
		return 1;
	for (size_t i = 0; i < form_count; i++)
		lists_collect(forms[i]);
	int failed = unit_run(tests);
	drop_all(NULL);
	return failed;
}
