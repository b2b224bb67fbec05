/* Decisions: what goes in comes out, once, whole, and only if the schema's rules hold. */
#include "loket/store/filing.h"
#include "loket/store/lists.h"
#include "loket/store/money.h"
#include "loket/store/people.h"

#include "store_home.h"

static void set(struct values *v, struct arena *a, int row, const char *field, const char *text)
{
	values_set(v, a, row == 0 ? "" : "pihak", row, field, text);
}

static const char name1[] = "Nur\xE2\x80\x99"
                            "aini \"Aini\" binti Yusuf\\";
static const char arabic[] =
    "\xD9\x86\xD9\x8F\xD9\x88\xD8\xB1 \xD8\xA8\xD9\x86\xD8\xAA \xD9\x8A\xD9\x88\xD8\xB3\xD9\x81";

static void fill_parties(struct house *h, struct decision *d)
{
	struct change *c = decision_change(d, CHANGE_FILL);
	struct values *v = &c->to.fill.values;
	c->to.fill.step = "pihak";
	c->to.fill.form = NULL;
	*v = (struct values){ 0 };
	set(v, &h->a, 0, "catatan", "baris satu\nbaris dua\t'kutip'");
	set(v, &h->a, 1, "nik", "3175014505850003");
	set(v, &h->a, 1, "nama", name1);
	set(v, &h->a, 1, "tempat_lahir", "Jakarta");
	set(v, &h->a, 2, "nama", arabic);
	set(v, &h->a, 3, "nama", "Ahmad \xE5\xBC\xA0");
	set(v, &h->a, 3, "nik", "3175012505850004");

	static const struct party_row parties[] = {
		{ 1, "p1", "Penggugat", name1, "3175014505850003", "0812", "", "3175011001",
		  DAY_NONE },
		{ 2, "p2", "Tergugat I", arabic, "", "", "a@b.id", "", DAY_NONE },
	};
	c = decision_change(d, CHANGE_PARTIES);
	c->to.parties.items = parties;
	c->to.parties.count = COUNT_OF(parties);
}

static void money_changes(struct decision *d)
{
	static struct skum_line lines[] = {
		{ .component = "pendaftaran",
		  .label = "Pendaftaran (PNBP)",
		  .times = 1,
		  .each = 30000,
		  .amount = 30000,
		  .basis = "PP 5/2019" },
		{ .component = "panggilan",
		  .label = "Panggilan Tergugat",
		  .times = 3,
		  .each = 275000,
		  .amount = 825000,
		  .basis = "SK 12/2026" },
	};
	struct change *c = decision_change(d, CHANGE_SKUM);
	c->to.skum = (struct skum){ 1,     "00012/SKUM/2026", 20782, 855000, "bsi", "sari",
		                    lines, COUNT_OF(lines) };
	add_va(d, "trx-1", 1, VA_ASKED);
	c = decision_change(d, CHANGE_PAYMENT);
	c->to.payment = (struct payment){
		"pay-1", "trx-1", 855000, house_morning + 5, "teller", "ref", "notice",
		false,   "",      "",     house_morning + 9, "bsi"
	};
	static const struct journal_entry entries[] = { { "bank", 855000, "", "bsi" },
		                                        { "panjar", -855000, "", "" } };
	c = decision_change(d, CHANGE_JOURNAL);
	c->to.journal.on = 20782;
	c->to.journal.what = "panjar masuk";
	c->to.journal.items = entries;
	c->to.journal.count = COUNT_OF(entries);
}

static void later_changes(struct decision *d)
{
	static struct verdict_item items[] = { { "ktp", "ya", "" },
		                               { "meterai", "tidak", "belum dibubuhi" } };
	struct change *c = decision_change(d, CHANGE_VERDICT);
	c->to.verdict = (struct verdict){ 1,      false,         "gugatan", "belum bermeterai",
		                          "budi", house_morning, items,     2 };
	c = decision_change(d, CHANGE_NUMBER);
	c->to.number = (struct case_number){ "412/Pdt.G/2026/PA.Cth", "9001", 412, 20783, 0, "" };
	c = decision_change(d, CHANGE_SUMMONS);
	c->to.summons = (struct summons){ .number = 1,
		                          .party = 2,
		                          .name = arabic,
		                          .label = "Tergugat I",
		                          .address = "Jl. Mawar 1",
		                          .area = "I",
		                          .channel = "jurusita",
		                          .reason = "",
		                          .hearing = 20800,
		                          .time = "09.00",
		                          .room = "I",
		                          .bailiff = "joko",
		                          .deadline = 20796,
		                          .outcome = "",
		                          .served = DAY_NONE,
		                          .worth = "",
		                          .found = { .met = "Sri",
		                                     .as = "istri",
		                                     .hour = "10.30",
		                                     .resi = "P1",
		                                     .cause = "pindah",
		                                     .medium = "Radio",
		                                     .note = "pagar terkunci",
		                                     .first = 20700,
		                                     .received = DAY_NONE } };
	static const struct warning warnings[] = {
		{ "pihak", "pihak[1].nik", "Tanggal lahir %1 lain", { "2001", "", "" } }
	};
	c = decision_change(d, CHANGE_WARNINGS);
	c->to.warnings.step = "pihak";
	c->to.warnings.items = warnings;
	c->to.warnings.count = COUNT_OF(warnings);
	decision_change(d, CHANGE_SIPP_NOTE)->to.sipp_note = "pihak dikenal";
}

static void what_goes_in_comes_out(void **state)
{
	struct house *h = *state;
	struct id id = house_id(1);
	struct command c = house_command(h, &id);
	struct decision d = house_decision(h);
	struct command_result out;
	add_open(&d, "PA.Cth-25112026-K7Q");
	add_title(&d, name1, "347");
	add_step(&d, "akun", STEP_DONE, house_morning);
	add_step(&d, "pendaftar", STEP_OPEN, house_morning + 60000);
	fill_parties(h, &d);
	money_changes(&d);
	later_changes(&d);
	well(h, house_apply(h, &c, &d, &out));
	assert_int_equal(out.version, 1);

	struct filing f;
	well(h, filing_read(h->s, &house_book, &id, &h->a, &f, &h->why));
	assert_int_equal(f.version, 1);
	assert_string_equal(f.reg, "PA.Cth-25112026-K7Q");
	assert_string_equal(f.title, name1);
	assert_int_equal(f.counts_from, 20782);
	assert_int_equal(f.step_count, COUNT_OF(house_steps));
	assert_int_equal(filing_stage(&f), 1);
	assert_int_equal(f.steps[0].done, house_morning + 60000);
	assert_int_equal(f.steps[8].opened, INSTANT_NONE);
	assert_int_equal(f.fill_count, 1);
	assert_true(house_same(h, &f.fills[0].values, &d.changes[4].to.fill.values));
	assert_string_equal(f.fills[0].by, "sari");
	assert_int_equal(f.skum.total, 855000);
	assert_int_equal(f.skum.line_count, 2);
	assert_string_equal(f.skum.lines[1].label, "Panggilan Tergugat");
	assert_int_equal(f.va_count, 1);
	assert_int_equal(f.vas[0].state, VA_ASKED);
	assert_int_equal(filing_paid(&f), 855000);
	assert_string_equal(f.verdict.items[1].remark, "belum dibubuhi");
	assert_string_equal(f.number.number, "412/Pdt.G/2026/PA.Cth");
	assert_int_equal(f.summons_count, 1);
	assert_string_equal(f.summons[0].name, arabic);
	assert_int_equal(f.summons[0].served, DAY_NONE);
	assert_string_equal(f.summons[0].found.as, "istri");
	assert_string_equal(f.summons[0].found.note, "pagar terkunci");
	assert_int_equal(f.summons[0].found.first, 20700);
	assert_int_equal(f.summons[0].found.received, DAY_NONE);
	assert_string_equal(warning_say(&f.warnings[0], &h->a), "Tanggal lahir 2001 lain");
	assert_string_equal(f.sipp_note, "pihak dikenal");
	well(h, journal_check(h->s, &h->why));
	well(h, store_check(h->s, &h->why));
}

static void a_filing_that_is_not_there_is_blank(void **state)
{
	struct house *h = *state;
	struct id id = house_id(7);
	struct filing f;
	well(h, filing_read(h->s, &house_book, &id, &h->a, &f, &h->why));
	assert_int_equal(f.version, 0);
	assert_string_equal(f.id.text, id.text);
	assert_int_equal(f.steps[0].state, STEP_BLANK);
	assert_int_equal(f.steps[0].waits_for, WAITS_NOBODY);
	assert_int_equal(f.number.registered, DAY_NONE);
}

static void the_history_has_before_and_after(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "akun");
	for (int i = 0; i < 2; i++) {
		struct command c = house_command(h, &id);
		struct decision d = house_decision(h);
		struct command_result out;
		struct change *ch = decision_change(&d, CHANGE_FILL);
		ch->to.fill.step = "akun";
		ch->to.fill.form = NULL;
		ch->to.fill.values = (struct values){ 0 };
		set(&ch->to.fill.values, &h->a, 0, "nama", i == 0 ? "Siti" : "Siti Aminah");
		well(h, house_apply(h, &c, &d, &out));
	}
	struct history list;
	well(h, history_read(h->s, &id, 10, &h->a, &list, &h->why));
	assert_int_equal(list.count, 3);
	assert_string_equal(list.items[0].before, "{\"nama\":\"Siti\"}");
	assert_string_equal(list.items[0].after, "{\"nama\":\"Siti Aminah\"}");
	assert_string_equal(list.items[1].before, "{}");
	assert_string_equal(list.items[2].before, "");
}

static void the_same_command_happens_once(void **state)
{
	struct house *h = *state;
	struct id id = house_id(1);
	struct command c = house_command(h, &id);
	struct decision d = house_decision(h);
	struct command_result out;
	well(h, command_find(h->s, &c.id, &h->a, &out, &h->why));
	assert_false(out.found);
	add_open(&d, "R1");
	well(h, house_apply(h, &c, &d, &out));

	struct decision again = house_decision(h);
	assert_false(house_apply(h, &c, &again, &out));
	says(h, "sudah dikerjakan");
	well(h, command_find(h->s, &c.id, &h->a, &out, &h->why));
	assert_true(out.found);
	assert_int_equal(out.version, 1);
	assert_string_equal(out.event, "Akun diisi");
}

/* One decision on a filing that stands; true when it was applied. */
static bool decide(struct house *h, const struct id *id, void (*add)(struct decision *d))
{
	struct command c = house_command(h, id);
	struct decision d = house_decision(h);
	struct command_result out;
	add(&d);
	return house_apply(h, &c, &d, &out);
}

static void va_first(struct decision *d)
{
	add_va(d, "t1", 1, VA_LIVE);
}
static void va_second(struct decision *d)
{
	add_va(d, "t2", 2, VA_ASKED);
}
static void va_changed(struct decision *d)
{
	add_va(d, "t1", 1, VA_CANCELLED);
	add_va(d, "t2", 2, VA_ASKED);
}
static void va_taken(struct decision *d)
{
	add_va(d, "t9", 3, VA_EXPIRED);
	d->changes[0].to.va.customer_no = "t1";
}
static void journal_lame(struct decision *d)
{
	static const struct journal_entry entries[] = { { "bank", 855000, "", "bsi" },
		                                        { "panjar", -854999, "", "" } };
	struct change *c = decision_change(d, CHANGE_JOURNAL);
	c->to.journal.on = 20782;
	c->to.journal.what = "salah";
	c->to.journal.items = entries;
	c->to.journal.count = COUNT_OF(entries);
}
static void number_given(struct decision *d)
{
	decision_change(d, CHANGE_NUMBER)->to.number =
	    (struct case_number){ "1/Pdt.G/2026/PA.Cth", "77", 1, 20782, 0, "" };
}
static void number_other(struct decision *d)
{
	decision_change(d, CHANGE_NUMBER)->to.number =
	    (struct case_number){ "2/Pdt.G/2026/PA.Cth", "77", 2, 20782, 0, "" };
}
static void paid(struct decision *d)
{
	decision_change(d, CHANGE_PAYMENT)->to.payment =
	    (struct payment){ "p1",  "t1", 855000, house_morning, "",   "", "notice",
		              false, "",   "",     house_morning, "bsi" };
}
static void born_again(struct decision *d)
{
	add_open(d, "R2");
}

static void rules_over_rows_are_refused_in_words(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "bayar");
	static const struct {
		void (*add)(struct decision *d);
		const char *refusal; /* NULL: it goes through */
	} cases[] = {
		{ va_first, NULL },
		{ va_second, "masih mempunyai nomor virtual account" },
		{ va_changed, NULL },
		{ va_taken, "Nomor pelanggan" },
		{ journal_lame, "tidak seimbang" },
		{ number_given, NULL },
		{ number_given, NULL },
		{ number_other, "tidak dapat diubah" },
		{ paid, NULL },
		{ paid, "sudah tercatat" },
		{ born_again, "sudah ada" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		bool done = decide(h, &id, cases[i].add);
		if (cases[i].refusal == NULL) {
			well(h, done);
			continue;
		}
		assert_false(done);
		assert_int_equal(h->why.kind, FAULT_REFUSED);
		says(h, cases[i].refusal);
	}
	struct filing f;
	well(h, filing_read(h->s, &house_book, &id, &h->a, &f, &h->why));
	assert_int_equal(f.version, 6);
	assert_int_equal(f.va_count, 2);
	well(h, journal_check(h->s, &h->why));
}

static void counters_move_on(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "skum");
	struct numbers n;
	int64_t skum;
	well(h, counter_read(h->s, "skum/Pdt.G/2026", &skum, &h->why));
	assert_int_equal(skum, 1);
	for (int i = 0; i < 3; i++) {
		struct command c = house_command(h, &id);
		struct decision d = house_decision(h);
		struct command_result out;
		decision_change(&d, CHANGE_COUNTER)->to.counter = "skum/Pdt.G/2026";
		well(h, house_apply(h, &c, &d, &out));
	}
	well(h, counter_read(h->s, "skum/Pdt.G/2026", &skum, &h->why));
	assert_int_equal(skum, 4);
	well(h, counter_read(h->s, "skum/Pdt.P/2026", &skum, &h->why));
	assert_int_equal(skum, 1);
	well(h, numbers_read(h->s, 20782, &n, &h->why));
	assert_int_equal(n.reg, 1);
}

static void one_of_many_to_a_commit_undoes_only_itself(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "bayar");
	well(h, store_begin(h->s, &h->why));
	for (int i = 0; i < 3; i++) {
		struct filing before;
		struct command c = house_command(h, &id);
		struct decision d = house_decision(h);
		struct command_result out;
		decision_change(&d, CHANGE_SIPP_NOTE)->to.sipp_note = i == 1 ? "tak boleh ada"
		                                                             : "ada";
		if (i == 1)
			journal_lame(&d);
		well(h, store_savepoint(h->s, &h->why));
		well(h, filing_read(h->s, &house_book, &id, &h->a, &before, &h->why));
		bool done = decision_apply(h->s, &before, &c, &d, &out, &h->why);
		assert_int_equal(done, i != 1);
		store_release(h->s, done);
	}
	well(h, store_commit(h->s, &h->why));
	struct filing f;
	well(h, filing_read(h->s, &house_book, &id, &h->a, &f, &h->why));
	assert_int_equal(f.version, 3);
	assert_string_equal(f.sipp_note, "ada");
}

static void a_known_person_is_offered(void **state)
{
	struct house *h = *state;
	struct id id = house_id(1);
	struct command c = house_command(h, &id);
	struct decision d = house_decision(h);
	struct command_result out;
	add_open(&d, "R1");
	fill_parties(h, &d);
	well(h, house_apply(h, &c, &d, &out));

	struct values v;
	bool found;
	well(h, person_find(h->s, "3175014505850003", &h->a, &v, &found, &h->why));
	assert_true(found);
	assert_string_equal(values_of(&v, "nama"), name1);
	assert_string_equal(values_of(&v, "tempat_lahir"), "Jakarta");
	well(h, person_find(h->s, "0", &h->a, &v, &found, &h->why));
	assert_false(found);
	assert_int_equal(v.count, 0);
}

static void a_filing_is_found_by_its_names(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "bayar"), found;
	well(h, decide(h, &id, va_first));
	well(h, decide(h, &id, number_given));
	static const char *const names[] = { "PA.Cth-25112026-00001", "pa.cth-25112026-00001",
		                             "1/pdt.g/2026/PA.Cth" };
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		well(h, filing_find(h->s, names[i], &found, &h->why));
		assert_string_equal(found.text, id.text);
	}
	well(h, filing_find(h->s, id.text, &found, &h->why));
	assert_string_equal(found.text, id.text);
	well(h, filing_by_trx(h->s, "t1", &found, &h->why));
	assert_string_equal(found.text, id.text);
	well(h, filing_find(h->s, "", &found, &h->why));
	assert_true(id_none(&found));
	well(h, filing_by_trx(h->s, "", &found, &h->why));
	assert_true(id_none(&found));
}

/* Its bytes are on the disk once, whoever brings them again. */
static void a_document_is_written_once(void **state)
{
	struct house *h = *state;
	static const char digest[] =
	    "0123456789012345678901234567890123456789012345678901234567890123";
	struct document d = { digest, "ktp.pdf", "application/pdf", 1234 };
	well(h, store_begin(h->s, &h->why));
	well(h, document_write(h->s, &d, &h->why));
	well(h, document_write(h->s, &d, &h->why));
	d.digest = "kurang";
	assert_false(document_write(h->s, &d, &h->why));
	well(h, store_commit(h->s, &h->why));
}

#define test(f) cmocka_unit_test_setup_teardown(f, house_open, house_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(what_goes_in_comes_out),
		test(a_filing_that_is_not_there_is_blank),
		test(the_history_has_before_and_after),
		test(the_same_command_happens_once),
		test(rules_over_rows_are_refused_in_words),
		test(counters_move_on),
		test(one_of_many_to_a_commit_undoes_only_itself),
		test(a_known_person_is_offered),
		test(a_filing_is_found_by_its_names),
		test(a_document_is_written_once),
	};
	return unit_run(tests);
}
