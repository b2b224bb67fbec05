/* A clerk at work without a terminal: a form left and taken up, what is proposed, what another
 * changed meanwhile, finishing twice. The real door, store, forms and data. */
#include <string.h>

#include "loket/list.h"
#include "loket/session.h"
#include "loket/text.h"

#include "scratch.h"
#include "unit.h"

static struct {
	struct scratch *scratch;
	struct app app;
	struct arena a;
	struct login sari, budi;
} h;

static int begin(void **state)
{
	void *scratch;
	struct fault why = { 0 };
	(void)state;
	if (scratch_make(&scratch) != 0)
		return -1;
	h.scratch = scratch;
	h.a = arena_start(256 * MIB);
	setenv("LOKET_HOME", h.scratch->path, 1);
	return app_init(&h.app, true, &why) &&
	               login_password(&h.app, "sari", "loket", &h.sari, &why) &&
	               login_password(&h.app, "budi", "loket", &h.budi, &why)
	           ? 0
	           : -1;
}

static int end(void **state)
{
	void *scratch = h.scratch;
	(void)state;
	app_close(&h.app);
	arena_drop(&h.a);
	return scratch_drop(&scratch);
}

/* At the step's usual act. */
static void start(struct session *s, const struct login *login, const struct id *id,
                  const char *step)
{
	struct fault why = { 0 };
	session_begin(s, login, id, &h.a);
	assert_true(session_read(s, &why));
	session_take(s, session_usual(s, step));
}

/* Goes to a field, types and leaves it. */
static void type(struct session *s, const char *path, const char *text)
{
	const char *list, *id;
	int row;
	assert_true(values_path_parse(path, &h.a, &list, &row, &id));
	const struct field *f = form_field(s->form.form, list, id);
	assert_non_null(f);
	s->form.focus = (struct form_position){ .field = f, .row = row };
	const struct form_position left = s->form.focus;
	if (!form_state_leave(&s->form, text))
		fail_msg("%s refuses %s", path, text);
	session_left(s, &left);
}

static const struct {
	const char *path, *text;
} account[] = {
	{ "jenis", "perorangan" },
	{ "identitas", "ktp" },
	{ "nik", "3175016505850931" },
	{ "nama", "Nur’aini binti Yusuf" },
	{ "alamat", "Jalan Melati 4" },
	{ "telepon", "081234567890" },
	{ "domisili", "email" },
	{ "email", "nur@example.id" },
	{ "bank", "bsi" },
	{ "rekening", "7001234567" },
	{ "pemilik_rekening", "Nur’aini" },
};

static void fill_account(struct session *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		type(s, account[i].path, account[i].text);
}

static void a_form_is_left_and_taken_up(void **state)
{
	struct id id = id_new();
	struct session s;
	(void)state;
	start(&s, &h.sari, &id, AKUN);
	assert_ptr_equal(s.act, &act_fill_account);
	assert_true(s.allowed);
	struct id command = s.command;
	fill_account(&s, 0, 4);
	assert_true(s.drafted);
	session_end(&s);

	start(&s, &h.sari, &id, AKUN);
	assert_int_equal(s.said.tone, TONE_HINT);
	assert_string_equal(values_of(&s.form.values, "nama"), account[3].text);
	assert_string_equal(s.command.text, command.text);
	assert_string_equal(s.form.focus.field->id, "nama");
	session_quiet(&s);
	assert_false(session_finish(&s)); /* the first field that is missing has the focus */
	assert_string_equal(s.form.focus.field->id, "alamat");
	fill_account(&s, 4, COUNT_OF(account));
	assert_true(session_finish(&s));
	assert_int_equal(s.filing.version, s.answer.version);
	assert_false(s.answer.again);

	/* The same command once more, as after a line that was cut: it happened once. */
	int64_t version = s.filing.version;
	assert_true(session_do(&s, s.act, &s.form.values));
	assert_true(s.answer.again);
	assert_int_equal(s.filing.version, version);
	session_end(&s);
}

static struct id registered(void)
{
	struct id id = id_new();
	struct session s;
	start(&s, &h.sari, &id, AKUN);
	fill_account(&s, 0, COUNT_OF(account));
	assert_true(session_finish(&s));
	session_take(&s, session_usual(&s, PENDAFTAR));
	assert_true(session_finish(&s));
	session_end(&s);
	return id;
}

static void what_is_known_is_proposed(void **state)
{
	struct id id = registered();
	struct session s;
	(void)state;
	start(&s, &h.sari, &id, PIHAK);
	const struct values *v = &s.form.values;
	assert_string_equal(values_get(v, PIHAK, 1, "nama"), account[3].text);
	assert_string_equal(values_get(v, PIHAK, 1, "lahir"), "1985-05-25");
	assert_int_equal(s.panjar.line_count, 0); /* no kind of case yet */
	type(&s, "perkara_jenis", "347");
	assert_true(s.panjar.line_count > 0);
	assert_true(session_row_add(&s, PIHAK) == 2 || values_rows(v, PIHAK) == 2);

	session_swap_sides(&s);
	assert_string_equal(values_get(v, PIHAK, 1, "kedudukan"), "p2");
	session_end(&s);
}

static void another_was_quicker(void **state)
{
	struct id id = registered();
	struct session mine, other;
	(void)state;
	start(&mine, &h.sari, &id, AKUN);
	type(&mine, "alamat", "Jalan Mawar 9");
	start(&other, &h.budi, &id, AKUN);
	if (!other.allowed) { /* by another of the same right, then */
		session_end(&other);
		start(&other, &h.sari, &id, AKUN);
	}
	other.drafts = false;
	type(&other, "telepon", "081200000000");
	assert_true(session_finish(&other));
	session_end(&other);

	session_quiet(&mine);
	assert_false(session_finish(&mine));
	assert_int_equal(mine.said.way, WAY_SAVE_OVER);
	assert_non_null(strstr(mine.said.text, "Telepon"));
	assert_null(strstr(mine.said.text, "F10"));
	assert_true(session_finish(&mine));
	assert_string_equal(filing_value(&mine.filing, AKUN, "alamat"), "Jalan Mawar 9");
	session_end(&mine);
}

/* A line hangs, the work goes on elsewhere, then the line breaks: the newer text stays, and the
 * older one stands beside it. */
static void a_session_that_hung_keeps_its_text_aside(void **state)
{
	static const char stranger[] = "Rahma binti Saleh"; /* of whom nothing is proposed */
	struct id id = id_new();
	struct session hung, newer, again;
	(void)state;
	start(&hung, &h.sari, &id, AKUN);
	fill_account(&hung, 0, 2);
	type(&hung, "nik", "3175016505850949");
	type(&hung, "nama", stranger);
	hung.form.changed = true; /* a field that is being typed in */
	start(&newer, &h.sari, &id, AKUN);
	assert_true(newer.drafted);
	fill_account(&newer, 4, COUNT_OF(account));
	assert_true(session_keep(&hung, NULL));
	assert_int_equal(hung.said.tone, TONE_WARNING);
	assert_string_not_equal(hung.command.text, newer.command.text);
	session_end(&hung);

	start(&again, &h.sari, &id, AKUN);
	assert_string_equal(values_of(&again.form.values, "email"), "nur@example.id");
	session_end(&again);
	assert_true(session_finish(&newer)); /* "again" took the draft, and the text is the same */
	session_end(&newer);
	start(&again, &h.sari, &id, AKUN);
	assert_false(again.drafted);
	again.wanted = hung.aside;
	session_take(&again, session_usual(&again, AKUN));
	assert_true(again.drafted);
	assert_string_equal(values_of(&again.form.values, "email"), "");
	assert_string_equal(values_of(&again.form.values, "nama"), stranger);
	assert_true(session_discard(&again));
	session_end(&again);
}

static void who_may_not_is_told_who_may(void **state)
{
	struct id id = registered();
	struct session s;
	(void)state;
	start(&s, &h.sari, &id, VERIFIKASI);
	assert_ptr_equal(s.act, &act_verify);
	assert_false(s.allowed);
	assert_false(session_finish(&s));
	assert_int_equal(s.said.tone, TONE_FAULT);
	session_end(&s);
	start(&s, &h.budi, &id, PENDAFTAR);
	assert_ptr_equal(s.act, &act_approve_registrant);
	session_end(&s);
	start(&s, &h.sari, &id, PENDAFTAR);
	assert_ptr_equal(s.act, &act_fill_registrant);
	session_end(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_is_left_and_taken_up),
		cmocka_unit_test(what_is_known_is_proposed),
		cmocka_unit_test(another_was_quicker),
		cmocka_unit_test(a_session_that_hung_keeps_its_text_aside),
		cmocka_unit_test(who_may_not_is_told_who_may),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, begin, end);
}
