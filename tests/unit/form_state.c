/* A form on its way to being filled: who is shown, what is proposed, where the focus goes, what is
 * kept; the forms of the court itself serve as the example. */
#include "loket/list.h"

#include "formtext.h"

struct fixture {
	struct arena a;
	struct xml_schema *schema;
	const struct form *parties, *account, *registrant;
	struct form_state s;
};

static const struct choice kinds_of_case[] = { { "346", "Cerai Talak", "Pdt.G" },
	                                       { "347", "Cerai Gugat", "Pdt.G" },
	                                       { "362", "Dispensasi Kawin", "Pdt.P" } };
static const char *const asks[] = { "nikah cerai", "nikah cerai", "" };
static const struct choice registers[] = { { "15", "Gugatan", "Pdt.G" },
	                                   { "16", "Permohonan", "Pdt.P" } };
static const struct choices lists[] = { { "jenis-perkara", kinds_of_case, 3, asks, NULL },
	                                { "alur", registers, 2, NULL, NULL } };

static const struct form *load(struct fixture *f, const char *path)
{
	struct form *form;
	struct fault why;
	assert_true(form_load(path, f->schema, &f->a, &form, &why));
	return form;
}

static int setup(void **state)
{
	static struct fixture f;
	struct fault why;
	f.a = arena_start(64 * MIB);
	if (!xml_schema_open(LOKET_SOURCE "/forms/form.xsd", &f.schema, &why))
		return -1;
	f.account = load(&f, LOKET_SOURCE "/forms/01-akun.xml");
	f.registrant = load(&f, LOKET_SOURCE "/forms/02-pendaftar.xml");
	f.parties = load(&f, LOKET_SOURCE "/forms/03-pihak.xml");
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	xml_schema_close(&f->schema);
	arena_drop(&f->a);
	return 0;
}

static void start(struct fixture *f, const struct form *form, const struct values *begin)
{
	struct form_scope scope = { .lists = lists, .list_count = COUNT_OF(lists) };
	assert_true(day_from_ymd((struct ymd){ 2026, 11, 25 }, &scope.today));
	form_state_start(&f->s, form, begin, &scope, &f->a);
}

static void focus(struct fixture *f, const char *list, int row, const char *id)
{
	struct form_positions positions = { 0 };
	form_positions(&f->s, &f->a, &positions);
	for (size_t i = 0; i < positions.count; i++) {
		const struct form_position *position = &positions.items[i];
		if (position->row == row && text_same(position->field->id, id) &&
		    text_same(position->field->list, list)) {
			f->s.focus = *position;
			return;
		}
	}
	fail_msg("%s[%d].%s is not shown", list, row, id);
}

static bool is_shown(struct fixture *f, const char *list, int row, const char *id)
{
	const struct field *field = form_field(f->s.form, list, id);
	assert_non_null(field);
	return field_shown(field, row, &f->s.scope);
}

static bool type(struct fixture *f, const char *list, int row, const char *id, const char *typed)
{
	focus(f, list, row, id);
	return form_state_leave(&f->s, typed);
}

static const char *value(const struct fixture *f, int row, const char *id)
{
	return values_get(&f->s.values, row == 0 ? "" : "pihak", row, id);
}

/* ---- beginnings and proposals ---- */

static void a_new_form_has_its_beginnings(void **state)
{
	struct fixture *f = *state;
	start(f, f->parties, NULL);
	assert_string_equal(value(f, 0, "prodeo"), "tidak");
	assert_string_equal(value(f, 1, "kedudukan"), "p1");
	assert_string_equal(value(f, 1, "agama"), "Islam");
	assert_string_equal(f->s.focus.field->id, "perkara_jenis");
	assert_false(f->s.changed);
	assert_int_equal(form_state_row_add(&f->s, "pihak"), 2);
	assert_string_equal(value(f, 2, "kedudukan"), "p2");
	assert_string_equal(value(f, 2, "domisili_setuju"), "tidak");
	assert_true(f->s.changed);
}

static void what_was_left_empty_stays_so(void **state)
{
	struct fixture *f = *state;
	struct values begin = { 0 };
	values_set(&begin, &f->a, "pihak", 2, "nama", "Ahmad");
	start(f, f->parties, &begin);
	assert_string_equal(value(f, 2, "nama"), "Ahmad");
	assert_string_equal(value(f, 2, "ghaib"), "");
	assert_string_equal(value(f, 2, "jenis_pihak"), "orang");
}

static void fields_follow_from_each_other(void **state)
{
	struct fixture *f = *state;
	start(f, f->parties, NULL);
	assert_true(type(f, "", 0, "perkara_jenis", "cerai g"));
	assert_string_equal(value(f, 0, "perkara_jenis"), "347");
	assert_string_equal(value(f, 0, "alur"), "15");
	assert_true(type(f, "pihak", 1, "nik", "3175016505850003"));
	assert_string_equal(value(f, 1, "lahir"), "1985-05-25");
	assert_string_equal(value(f, 1, "kelamin"), "P");
	/* A proposal, never more. */
	assert_true(type(f, "pihak", 1, "lahir", "26-05-1985"));
	assert_true(type(f, "pihak", 1, "nik", "3175016505850004"));
	assert_string_equal(value(f, 1, "lahir"), "1985-05-26");

	start(f, f->account, NULL);
	assert_true(type(f, "", 0, "nama", "Nur’aini binti Yusuf"));
	assert_string_equal(value(f, 0, "pemilik_rekening"), "Nur’aini binti Yusuf");
	assert_true(type(f, "", 0, "telepon", "0812-3456-7890"));
	assert_true(type(f, "", 0, "domisili", "kedua"));
	assert_true(is_shown(f, "", 0, "nomor_pesan"));
	assert_string_equal(value(f, 0, "nomor_pesan"), "0812-3456-7890");
}

/* ---- who is shown ---- */

static void conditions_hide_and_show(void **state)
{
	struct fixture *f = *state;
	start(f, f->parties, NULL);
	assert_false(is_shown(f, "", 0, "nikah_nomor"));
	type(f, "", 0, "perkara_jenis", "346");
	assert_true(is_shown(f, "", 0, "nikah_nomor"));
	assert_false(is_shown(f, "pihak", 1, "ghaib"));
	form_state_row_add(&f->s, "pihak");
	assert_true(is_shown(f, "pihak", 2, "ghaib"));
	assert_true(is_shown(f, "pihak", 2, "desa"));
	assert_true(is_shown(f, "pihak", 2, "identitas_lain"));
	type(f, "pihak", 2, "nik", "3175012505850003");
	assert_false(is_shown(f, "pihak", 2, "identitas_lain"));
	type(f, "pihak", 2, "ghaib", "ya");
	assert_false(is_shown(f, "pihak", 2, "desa"));
	/* What is not shown counts as empty. */
	type(f, "pihak", 2, "kedudukan", "p1");
	assert_true(is_shown(f, "pihak", 2, "desa"));
}

static void other_steps_are_asked(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *kind, *shown, *hidden;
	} rows[] = {
		{ "advokat", "kta", "berkas_identitas" },
		{ "perorangan", "berkas_identitas", "berkas_kuasa" },
		{ "kuasa_insidentil", "izin_nomor", "kta" },
		{ "badan_hukum", "akta_nomor", "berkas_tugas" },
		{ "pemerintah", "wakil_dengan", "akta_nomor" },
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct values account = { 0 };
		values_set(&account, &f->a, "", 0, "jenis", rows[i].kind);
		struct scope_step step = { "akun", &account };
		struct form_scope scope = { .steps = &step, .step_count = 1 };
		form_state_start(&f->s, f->registrant, NULL, &scope, &f->a);
		assert_true(is_shown(f, "", 0, rows[i].shown));
		assert_false(is_shown(f, "", 0, rows[i].hidden));
	}
}

static void only_what_is_shown_is_kept(void **state)
{
	struct fixture *f = *state;
	struct values kept;
	const char *labels;
	start(f, f->parties, NULL);
	type(f, "", 0, "perkara_jenis", "347");
	type(f, "", 0, "nikah_nomor", "123/45/VI/2010");
	type(f, "", 0, "perkara_jenis", "362");
	form_keep(f->s.form, &f->s.scope, &f->a, &kept);
	assert_string_equal(value(f, 0, "nikah_nomor"), "123/45/VI/2010");
	assert_int_equal(form_set_aside(f->s.form, &f->s.scope, &f->a, &labels), 1);
	assert_string_equal(labels, "Nomor akta nikah");
	assert_string_equal(values_of(&kept, "nikah_nomor"), "");
	assert_string_equal(values_get(&kept, "pihak", 1, "ghaib"), "");
	assert_string_equal(values_of(&kept, "perkara_jenis"), "362");
}

/* ---- faults ---- */

static void what_was_typed_stays(void **state)
{
	struct fixture *f = *state;
	start(f, f->parties, NULL);
	assert_false(type(f, "pihak", 1, "nik", "31750165"));
	assert_string_equal(value(f, 1, "nik"), "31750165");
	const struct form_fault *fault = form_state_fault(&f->s, f->s.focus.field, 1);
	assert_non_null(fault);
	assert_true(fault->stops);
	assert_string_equal(fault->fault.field, "pihak[1].nik");
	assert_true(type(f, "pihak", 1, "nik", "3175016505850003"));
	assert_null(form_state_fault(&f->s, f->s.focus.field, 1));
	assert_true(type(f, "pihak", 1, "nik", ""));
	assert_true(type(f, "pihak", 1, "nama", "  "));
	assert_null(form_state_fault(&f->s, f->s.focus.field, 1));
}

static void a_warning_goes_when_its_cause_goes(void **state)
{
	struct fixture *f = *state;
	const struct field *nik = form_field(f->parties, "pihak", "nik");
	start(f, f->parties, NULL);
	assert_true(type(f, "pihak", 1, "nik", "3175016505850003"));
	assert_true(type(f, "pihak", 1, "lahir", "26-05-1985"));
	assert_non_null(form_state_fault(&f->s, nik, 1));
	assert_false(form_state_fault(&f->s, nik, 1)->stops);
	assert_true(type(f, "pihak", 1, "lahir", "25-05-1985"));
	assert_null(form_state_fault(&f->s, nik, 1));
}

static void finishing_focuses_the_first_that_stops(void **state)
{
	struct fixture *f = *state;
	start(f, f->parties, NULL);
	assert_false(form_state_finish(&f->s));
	assert_string_equal(f->s.focus.field->id, "perkara_jenis");
	type(f, "", 0, "perkara_jenis", "362");
	assert_false(form_state_finish(&f->s));
	assert_string_equal(f->s.focus.field->id, "nama");
	assert_int_equal(f->s.focus.row, 1);
	type(f, "pihak", 1, "nama", "Siti Aminah binti Umar");
	type(f, "pihak", 1, "kelamin", "p");
	type(f, "pihak", 1, "pekerjaan", "pedagang");
	type(f, "pihak", 1, "pendidikan", "SLTA");
	type(f, "pihak", 1, "alamat", "Jalan Melati 4");
	type(f, "pihak", 1, "desa", "Sukajati");
	assert_true(form_state_finish(&f->s));
	assert_int_equal(f->s.faults.count, 1); /* a village that no list has only warns */
	assert_false(f->s.faults.items[0].stops);
	assert_string_equal(value(f, 1, "kelurahan"), "Sukajati");
}

static void unknown_fields_and_too_many_rows_stop(void **state)
{
	struct fixture *f = *state;
	struct form_faults out = { 0 };
	start(f, f->parties, NULL);
	values_set(&f->s.values, &f->a, "", 0, "warna", "merah");
	values_set(&f->s.values, &f->a, "saksi", 1, "nama", "Budi");
	values_set(&f->s.values, &f->a, "pihak", 5000, "nama", "Budi");
	form_check(f->parties, &f->s.scope, &f->a, &out);
	static const char *const named[] = { "warna", "saksi[1].nama", "pihak" };
	for (size_t i = 0; i < COUNT_OF(named); i++) {
		assert_true(out.items[i].stops);
		assert_string_equal(out.items[i].fault.field, named[i]);
	}
	assert_true(out.count < 2000);
}

/* ---- focus and rows ---- */

static void the_focus_walks_all_spots(void **state)
{
	struct fixture *f = *state;
	struct form_positions positions = { 0 };
	start(f, f->parties, NULL);
	form_state_row_add(&f->s, "pihak");
	form_positions(&f->s, &f->a, &positions);
	assert_false(form_state_move(&f->s, -1));
	for (size_t i = 1; i < positions.count; i++) {
		const struct form_position *position = &positions.items[i];
		const char *filled = values_get(&f->s.values, position->field->list, position->row,
		                                position->field->id);
		if (position->field->given && *filled != '\0')
			continue; /* passed over */
		assert_true(form_state_move(&f->s, 1));
		assert_ptr_equal(f->s.focus.field, positions.items[i].field);
		assert_int_equal(f->s.focus.row, positions.items[i].row);
	}
	assert_false(form_state_move(&f->s, 1));
	assert_int_equal(f->s.focus.row, 2);
	assert_true(form_state_move(&f->s, -1));
	/* Of a field that went out of sight it steps on from the one before. */
	type(f, "pihak", 2, "kelamin", "L");
	values_set(&f->s.values, &f->a, "pihak", 2, "jenis_pihak", "badan");
	assert_true(form_state_move(&f->s, 1));
	assert_string_equal(f->s.focus.field->id, "wakil");
	assert_int_equal(f->s.focus.row, 2);
}

static void rows_come_and_go(void **state)
{
	struct fixture *f = *state;
	const struct field *nik = form_field(f->parties, "pihak", "nik");
	start(f, f->parties, NULL);
	assert_false(form_state_row_remove(&f->s, "pihak", 1));
	assert_false(form_state_row_remove(&f->s, "saksi", 1));
	assert_int_equal(form_state_row_add(&f->s, "saksi"), 0);
	assert_int_equal(form_state_row_add(&f->s, "pihak"), 2);
	assert_int_equal(form_state_row_add(&f->s, "pihak"), 3);
	assert_false(type(f, "pihak", 2, "nik", "12"));
	assert_false(type(f, "pihak", 3, "nik", "34"));
	assert_true(form_state_row_remove(&f->s, "pihak", 2));
	assert_int_equal(f->s.focus.row, 2);
	assert_string_equal(value(f, 2, "nik"), "34");
	assert_non_null(form_state_fault(&f->s, nik, 2));
	assert_null(form_state_fault(&f->s, nik, 3));
	assert_int_equal(form_state_row_add(&f->s, "kuasa"), 1);
	focus(f, "kuasa", 1, "nama");
	assert_true(form_state_row_remove(&f->s, "kuasa", 1));
	assert_string_equal(f->s.focus.field->list, "pihak");
	for (int row = 3; row <= 99; row++)
		assert_int_equal(form_state_row_add(&f->s, "pihak"), row);
	assert_int_equal(form_state_row_add(&f->s, "pihak"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_form_has_its_beginnings),
		cmocka_unit_test(what_was_left_empty_stays_so),
		cmocka_unit_test(fields_follow_from_each_other),
		cmocka_unit_test(conditions_hide_and_show),
		cmocka_unit_test(other_steps_are_asked),
		cmocka_unit_test(only_what_is_shown_is_kept),
		cmocka_unit_test(what_was_typed_stays),
		cmocka_unit_test(a_warning_goes_when_its_cause_goes),
		cmocka_unit_test(finishing_focuses_the_first_that_stops),
		cmocka_unit_test(unknown_fields_and_too_many_rows_stop),
		cmocka_unit_test(the_focus_walks_all_spots),
		cmocka_unit_test(rows_come_and_go),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, setup, teardown);
}
