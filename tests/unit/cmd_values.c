/* Every spelling of tests/values at every door of the command line and of a form: what one door
 * takes for a value the others take for the same, and what one refuses they refuse. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "loket/cmd.h"
#include "loket/config.h"
#include "loket/court.h"
#include "loket/service.h"
#include "loket/store/statement.h"

#include "scratch.h"
#include "values.h"

#define CLOCK_BEGINS "2026-11-29T02:00:00Z"
#include "clock.h"

static struct court {
	struct scratch *scratch;
	struct app app;
	struct arena a;
	struct login me;
	const char *filing; /* a registration number that steps are done on */
	char *said;         /* by the last command, both outputs */
} court;

/* ---- commands, in this process ---- */

static int loket(const char *const *words)
{
	char *argv[12] = { arena_text(&court.a, "loket") };
	int argc = 1;
	for (; words[argc - 1] != NULL; argc++)
		argv[argc] = arena_text(&court.a, words[argc - 1]);
	const char *path = arena_print(&court.a, "%s/said", court.scratch->path);
	fflush(NULL);
	int out = dup(1), err = dup(2), to = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	dup2(to, 1);
	dup2(to, 2);
	int code = cmd_run(argc, argv);
	dup2(out, 1);
	dup2(err, 2);
	close(out);
	close(err);
	off_t size = lseek(to, 0, SEEK_END);
	court.said = arena_get(&court.a, (size_t)size + 1, 1);
	assert_int_equal(pread(to, court.said, (size_t)size, 0), size);
	close(to);
	return code;
}
#define loket(...) loket((const char *const[]){ __VA_ARGS__, NULL })

static const char *file_of(const char *name, const char *text)
{
	struct fault why;
	const char *path = arena_print(&court.a, "%s/%s", court.scratch->path, name);
	assert_true(file_write(path, text, strlen(text), 0600, &why));
	return path;
}

/* "-" and what is said of the field, where that begins a line and is more than a warning; "" : it
 * was taken. */
static const char *fault_of(const char *mark)
{
	const char *at = strstr(court.said, mark);
	if (at == NULL)
		return "";
	at += strlen(mark);
	return arena_print(&court.a, "-%.*s", (int)strcspn(at, "\n"), at);
}

/* ---- a court with one person who may do all, and a filing ---- */

#define ACCOUNT                                                                                    \
	"<jenis>perorangan</jenis><identitas>ktp</identitas><alamat>Jalan Melati 4</alamat>"       \
	"<domisili>email</domisili><email>a@example.id</email><bank>BSI</bank>"                    \
	"<rekening>7001234567</rekening>"
#define IMPORT "<filings xmlns=\"urn:loket:filing:1\">"

static void account_xml(struct text *t, const char *name, const char *field, const char *value)
{
	text_add(t, "<filing><akun>" ACCOUNT "<nama>");
	text_add_xml(t, name);
	text_add(t, "</nama><pemilik_rekening>A</pemilik_rekening>");
	if (!text_same(field, "nik"))
		text_add(t, "<nik>9901016505850001</nik>");
	if (!text_same(field, "telepon"))
		text_add(t, "<telepon>081200000001</telepon>");
	if (field[0] != '\0') {
		text_addf(t, "<%s>", field);
		text_add_xml(t, value);
		text_addf(t, "</%s>", field);
	}
	text_add(t, "</akun>");
}

/* The registration number of the n-th number that was written to the output. */
static const char *number_said(size_t n)
{
	const char *at = court.said;
	for (size_t i = 0; at != NULL && i <= n; i++)
		at = strstr(i == 0 ? at : at + 1, "PA.Cth-29112026-");
	return at == NULL ? "" : arena_copy(&court.a, at, strlen("PA.Cth-29112026-ABC"));
}

static int begin(void **state)
{
	void *scratch;
	struct fault why = { 0 };
	if (scratch_make(&scratch) != 0)
		return -1;
	court = (struct court){ .scratch = scratch, .a = arena_start(512 * MIB) };
	*state = &court;
	setenv("LOKET_HOME", court.scratch->path, 1);
	setenv("LOKET_SHARE", LOKET_SOURCE, 1);
	unsetenv("LANGUAGE");
	assert_true(app_init(&court.app, true, &why));
	struct login maker = { .app = &court.app, .user = "ti", .roles = "ti" };
	const char *account = unix_account(&court.a);
	const struct user_row row = { .name = account,
		                      .full_name = account,
		                      .roles = "petugas admin kasir",
		                      .unix_account = account };
	assert_true(service_user_write(&maker, &row, NULL, &why));
	assert_true(login_unix(&court.app, &court.me, &why));
	struct text t = text_start(&court.a);
	text_add(&t, IMPORT);
	account_xml(&t, "Siti Aminah", "", "");
	text_add(&t, "</filing></filings>");
	assert_int_equal(loket("filing", "import", file_of("one.xml", t.s)), 0);
	court.filing = number_said(0);
	return 0;
}

static int end(void **state)
{
	void *scratch = court.scratch;
	(void)state;
	app_close(&court.app);
	arena_drop(&court.a);
	return scratch_drop(&scratch);
}

/* ---- the kinds that forms have ---- */

static const struct {
	const char *kind;
	const char *step,
	    *path; /* a field of the kind, in a step that a filing can be brought to */
	const char *list, *field;
	bool in_files; /* a step that import takes */
	size_t column; /* of the table */
} kinds[] = {
	{ "money", "pihak", "nilai", "", "nilai", true, 1 },
	{ "date", "pihak", "pihak[1].lahir", "pihak", "lahir", true, 1 },
	{ "date", "panggilan.tetapkan", "sidang_tanggal", "", "sidang_tanggal", false, 5 },
	{ "time", "panggilan.tetapkan", "sidang_jam", "", "sidang_jam", false, 1 },
	{ "nik", "akun", "nik", "", "nik", true, 1 },
	{ "file", "gugatan", "berkas[1].berkas", "berkas", "berkas", true, 1 },
};

static const struct field *field_of(size_t k)
{
	const char *step = kinds[k].step;
	const struct form *form = rulebook_form(court.app.book,
	                                        arena_copy(&court.a, step, strcspn(step, ".")));
	return form_field(form, kinds[k].list, kinds[k].field);
}

/* As a screen leaves the field. */
static const char *by_form(size_t k, const char *written)
{
	char text[600];
	const char *stored;
	struct fault why = { 0 };
	const struct form_scope scope = { .own = &(struct values){ 0 },
		                          .today = 20786, /* 2026-11-29 */
		                          .closed = calendar_closed(&court.app.book->calendar) };
	if (field_accept(field_of(k), written, &scope, &court.a, &stored, &why))
		return stored;
	fault_say(&why, text, sizeof text);
	return arena_print(&court.a, "-%s", text);
}

/* Only what the reader says counts: what is taken may still be no answer of the step (a day to
 * come). What is taken where the form refuses it is told as taken. */
static const char *reader_says(const char *said, const char *stored)
{
	static const char *const words[] = { "bukan tanggal", "bukan jumlah rupiah", "bukan jam",
		                             "angka", "harus rupiah" };
	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (said[0] == '-' && strstr(said, words[i]) != NULL)
			return said;
	}
	return stored[0] == '-' ? "taken" : stored;
}

static void a_step_reads_as_a_form(void **state)
{
	(void)state;
	for (size_t k = 0; k < COUNT_OF(kinds); k++) {
		const struct spelled_table t = values_of_kind(kinds[k].kind, &court.a);
		for (size_t i = 0; i < t.count; i++) {
			const char *written = t.rows[i].cells[0], *stored = by_form(k, written);
			door_gave(&t, "form", i, kinds[k].column, stored);
			if (text_same(t.kind, "file") && stored[0] != '-')
				door_gave(&t, "form, shown", i, 2,
				          field_show(field_of(k), stored, NULL, &court.a));
			(void)loket("step", kinds[k].step, "--filing", court.filing,
			            arena_print(&court.a, "%s=%s", kinds[k].path, written));
			const char *said =
			    fault_of(arena_print(&court.a, "loket: %s: ", kinds[k].path));
			door_gave(&t, "step", i, kinds[k].column, reader_says(said, stored));
		}
	}
}

static void put_element(struct text *t, size_t k, const char *written)
{
	text_addf(t, "<%s>", kinds[k].step);
	if (kinds[k].list[0] != '\0')
		text_addf(t, "<%s>", kinds[k].list);
	text_addf(t, "<%s>", kinds[k].field);
	text_add_xml(t, written);
	text_addf(t, "</%s>", kinds[k].field);
	if (kinds[k].list[0] != '\0')
		text_addf(t, "</%s>", kinds[k].list);
	text_addf(t, "</%s></filing>\n", kinds[k].step);
}

/* What XML can carry. */
static bool is_carried(const char *s)
{
	return text_is_valid(s, strlen(s)) && strpbrk(s, "\x1b") == NULL;
}

static void a_file_reads_as_a_form(void **state)
{
	(void)state;
	for (size_t k = 0; k < COUNT_OF(kinds); k++) {
		const struct spelled_table t = values_of_kind(kinds[k].kind, &court.a);
		for (size_t i = 0; kinds[k].in_files && i < t.count; i++) {
			struct text xml = text_start(&court.a);
			const char *written = t.rows[i].cells[0];
			if (!is_carried(written))
				continue;
			text_add(&xml, IMPORT);
			if (text_same(kinds[k].step, "akun")) {
				account_xml(&xml, "A", kinds[k].field, written);
				text_add(&xml, "</filing>\n");
			} else {
				account_xml(&xml, "A", "", "");
				put_element(&xml, k, written);
			}
			text_add(&xml, "</filings>");
			(void)loket("filing", "import", "--again", file_of("k.xml", xml.s));
			const char *said = fault_of(arena_print(&court.a, ": %s: ", kinds[k].path));
			door_gave(&t, "import", i, kinds[k].column,
			          reader_says(said, by_form(k, written)));
		}
	}
}

/* ---- telephone numbers ---- */

static void a_number_is_compared_however_it_is_written(void **state)
{
	(void)state;
	const struct spelled_table t = values_of_kind("phone", &court.a);
	for (size_t i = 0; i < t.count; i++) {
		const char *written = t.rows[i].cells[0], *key = phone_key(written, &court.a);
		door_gave(&t, "compared", i, 1, key[0] == '\0' ? "-" : key);
		assert_int_equal(loket("step", "akun", "--filing", court.filing,
		                       arena_print(&court.a, "telepon=%s", written)),
		                 0);
		bool warned = strstr(court.said, "bukan satu nomor") != NULL;
		door_gave(&t, "step", i, 1, warned ? "-" : phone_key(written, &court.a));
		struct id id;
		struct filing f;
		struct fault why;
		assert_true(service_find(&court.me, court.filing, &id, &why) &&
		            service_filing(&court.me, &id, &court.a, &f, &why));
		assert_string_equal(filing_value(&f, "akun", "telepon"), written);
	}
}

/* ---- account statements ---- */

static void layout_write(const char *bank, const char *decimal, const char *order)
{
	struct fault why;
	const char *folder = arena_print(&court.a, "%s/data/mutasi", court.scratch->path);
	assert_true(folder_make(folder, &why));
	const char *xml = arena_print(
	    &court.a,
	    "<mutasi xmlns=\"urn:loket:mutasi:1\" source=\"uji\" pemisah=\";\" kepala=\"0\" "
	    "desimal=\"%s\" tanggal=\"%s\"><kolom isi=\"saat\" ke=\"1\"/><kolom isi=\"referensi\" "
	    "ke=\"2\"/><kolom isi=\"jumlah\" ke=\"3\"/></mutasi>",
	    decimal, order);
	(void)file_of(arena_print(&court.a, "data/mutasi/%s.xml", bank), xml);
}

/* One row a spelling, in column `at`; what was kept of it, as the table writes it. */
static void statement_gives(const struct spelled_table *t, const char *door, size_t column,
                            const char *bank, int at)
{
	struct text csv = text_start(&court.a);
	for (size_t i = 0; i < t->count; i++) {
		const char *w = t->rows[i].cells[0];
		const char *when = at == 1   ? w
		                   : at == 4 ? arena_print(&court.a, "28-11-2026 %s", w)
		                             : "28-11-2026";
		if (at == 3 && strstr(bank, "tahun") != NULL)
			when = "2026-11-28";
		text_addf(&csv, "%s;%s-%s-%zu;%s\n", when, bank, t->kind, i, at == 3 ? w : "1000");
	}
	const char *path = file_of("koran.csv", csv.s);
	(void)loket("rekonsiliasi", path, "--bank", bank);
	for (size_t i = 0; i < t->count; i++) {
		struct statement_line l;
		struct fault why;
		char shown[64] = "";
		const struct zone *z = &court.app.book->court.zone;
		const char *key = arena_print(&court.a, "%s-%s-%zu", bank, t->kind, i);
		assert_true(statement_find(court.app.store, bank, key, &court.a, &l, &why));
		const char *said = fault_of(arena_print(&court.a, "koran.csv:%zu: ", i + 1));
		if (l.payment != NULL && at == 1)
			day_iso(instant_day(l.at, z), shown, sizeof shown);
		else if (l.payment != NULL && at == 4)
			instant_clock(l.at, z, shown, sizeof shown);
		else if (l.payment != NULL)
			snprintf(shown, sizeof shown, "%lld", (long long)l.amount);
		assert_true((l.payment != NULL) == (said[0] == '\0'));
		door_gave(t, door, i, column, said[0] == '\0' ? shown : said);
	}
}

static void a_statement_reads_as_its_layout_says(void **state)
{
	(void)state;
	const struct spelled_table money = values_of_kind("money", &court.a),
	                           date = values_of_kind("date", &court.a),
	                           time = values_of_kind("time", &court.a);
	layout_write("koma", ",", "hari-bulan-tahun");
	layout_write("titik", ".", "hari-bulan-tahun");
	layout_write("tahun", ",", "tahun-bulan-hari");
	statement_gives(&money, "statement, decimal comma", 1, "koma", 3);
	statement_gives(&money, "statement, decimal point", 2, "titik", 3);
	statement_gives(&date, "statement, day first", 2, "koma", 1);
	statement_gives(&date, "statement, year first", 3, "tahun", 1);
	statement_gives(&time, "statement", 1, "koma", 4);
}

/* ---- what is stored, and the balance of a bank ---- */

static void what_is_stored_has_one_spelling(void **state)
{
	(void)state;
	const struct spelled_table date = values_of_kind("date", &court.a);
	for (size_t i = 0; i < date.count; i++) {
		day on;
		char iso[64];
		bool good = day_iso_parse(date.rows[i].cells[0], &on);
		if (good)
			day_iso(on, iso, sizeof iso);
		door_gave(&date, "stored", i, 4, good ? iso : "-");
	}
}

static void the_balance_of_a_bank_is_typed(void **state)
{
	(void)state;
	const struct spelled_table money = values_of_kind("money", &court.a);
	for (size_t i = 0; i < money.count; i++) {
		const char *written = money.rows[i].cells[0];
		(void)loket("journal", "close", "2026-12",
		            arena_print(&court.a, "--bank-balance=%s", written));
		const char *said = fault_of("Saldo bank ");
		door_gave(&money, "journal close", i, 1, reader_says(said, by_form(0, written)));
	}
}

/* ---- searches ---- */

static void a_name_is_found(void **state)
{
	(void)state;
	const struct spelled_table t = values_of_kind("name", &court.a);
	for (size_t i = 0; i < t.count; i++) {
		struct text xml = text_start(&court.a);
		const char *cell = t.rows[i].cells[1];
		const char *typed = cell[0] == '-' ? cell + 2 : cell;
		text_add(&xml, IMPORT);
		account_xml(&xml, t.rows[i].cells[0], "", "");
		text_add(&xml, "</filing></filings>");
		assert_int_equal(loket("filing", "import", "--again", file_of("n.xml", xml.s)), 0);
		const char *number = number_said(0);
		(void)loket("filing", "search", typed, "--limit", "1000");
		bool found = strstr(court.said, number) != NULL;
		door_gave(&t, "search", i, 1, found == (cell[0] != '-') ? cell : "-not so");
	}
}

static const char *numbered(const char *number)
{
	struct text xml = text_start(&court.a);
	text_add(&xml, IMPORT);
	account_xml(&xml, number, "", "");
	text_add(&xml, "</filing></filings>");
	assert_int_equal(loket("filing", "import", "--again", file_of("c.xml", xml.s)), 0);
	const char *reg = number_said(0);
	sqlite3 *db;
	assert_int_equal(sqlite3_open(arena_print(&court.a, "%s/loket.db", court.scratch->path),
	                              &db),
	                 SQLITE_OK);
	const char *sql = arena_print(&court.a,
	                              "INSERT INTO case_number (filing, number, sipp_id, sequence) "
	                              "SELECT id, '%s', reg, 1 FROM filing WHERE reg = '%s'",
	                              number, reg);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	return reg;
}

/* The case that is found; "-" : none, or more than that one. */
static const char *found_case(const char *const *regs, const char *const *numbers, size_t count)
{
	const char *found = "-";
	for (size_t i = 0; i < count; i++) {
		if (strstr(court.said, regs[i]) != NULL)
			found = found[0] == '-' ? numbers[i] : "-several";
	}
	return found;
}

static void a_case_number_is_found(void **state)
{
	(void)state;
	static const char *const numbers[] = { "1/Pdt.G/2026/PA.Cth", "12/Pdt.G/2026/PA.Cth",
		                               "1/Pdt.P/2026/PA.Cth" };
	const char *regs[COUNT_OF(numbers)];
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		regs[i] = numbered(numbers[i]);
	const struct spelled_table t = values_of_kind("case", &court.a);
	for (size_t i = 0; i < t.count; i++) {
		(void)loket("filing", "search", t.rows[i].cells[0]);
		door_gave(&t, "search", i, 1, found_case(regs, numbers, COUNT_OF(numbers)));
		(void)loket("filing", "show", t.rows[i].cells[0]);
		door_gave(&t, "show", i, 1, found_case(regs, numbers, COUNT_OF(numbers)));
	}
	doors_show();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_step_reads_as_a_form),
		cmocka_unit_test(a_file_reads_as_a_form),
		cmocka_unit_test(a_number_is_compared_however_it_is_written),
		cmocka_unit_test(a_statement_reads_as_its_layout_says),
		cmocka_unit_test(what_is_stored_has_one_spelling),
		cmocka_unit_test(the_balance_of_a_bank_is_typed),
		cmocka_unit_test(a_name_is_found),
		cmocka_unit_test(a_case_number_is_found),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, begin, end);
}
