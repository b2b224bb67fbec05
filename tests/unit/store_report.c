/* Figures of the reports against what was done by hand. */
#include "loket/store/filing.h"
#include "loket/store/report.h"

#include "store_home.h"

enum { NOV_1 = 20758, NOV_25 = 20782, DEC_5 = 20792 };

typedef void adding(struct decision *d, struct arena *a, int n);

static void decide(struct house *h, const struct id *id, adding *add, int n)
{
	struct command c = house_command(h, id);
	struct decision d = house_decision(h);
	struct command_result out;
	add(&d, &h->a, n);
	well(h, house_apply(h, &c, &d, &out));
}

static void numbered(struct decision *d, struct arena *a, int n)
{
	decision_change(d, CHANGE_NUMBER)->to.number =
	    (struct case_number){ arena_print(a, "%d/Pdt.G/2026/PA.Cth", n),
		                  arena_print(a, "%d", n),
		                  n,
		                  n == 2 ? DEC_5 : NOV_25,
		                  0,
		                  "" };
}

static void returned(struct decision *d, struct arena *a, int n)
{
	(void)a;
	decision_change(d, CHANGE_VERDICT)->to.verdict =
	    (struct verdict){ n, false, "gugatan", "kurang", "budi", house_morning, NULL, 0 };
}

/* The bank names a time of the month before: the journal's day counts. */
static void paid(struct decision *d, struct arena *a, int n)
{
	static const struct journal_entry counted[] = { { "bank", 855000, "", "bsi" },
		                                        { "panjar", -855000, "", "" } };
	static const struct journal_entry held[] = { { "bank", 855000, "", "bsi" },
		                                     { "suspense", -855000, "", "" } };
	decision_change(d, CHANGE_PAYMENT)->to.payment =
	    (struct payment){ .id = arena_print(a, "p%d", n),
		              .trx = "t",
		              .amount = 855000,
		              .at = house_morning - INT64_C(30) * 86400000,
		              .channel = "",
		              .reference = "",
		              .source = "notice",
		              .suspense = n == 9,
		              .note = "",
		              .outcome = "",
		              .arrived = house_morning };
	struct change *c = decision_change(d, CHANGE_JOURNAL);
	c->to.journal.on = NOV_25;
	c->to.journal.what = "Panjar biaya perkara";
	c->to.journal.items = n == 9 ? held : counted;
	c->to.journal.count = COUNT_OF(counted);
}

static void summoned(struct decision *d, struct arena *a, int n)
{
	(void)a;
	decision_change(d, CHANGE_SUMMONS)->to.summons = (struct summons){ .number = n,
		                                                           .party = n,
		                                                           .name = "Ahmad",
		                                                           .label = "Tergugat",
		                                                           .address = "",
		                                                           .area = "I",
		                                                           .channel = "jurusita",
		                                                           .reason = "",
		                                                           .hearing = DEC_5,
		                                                           .time = "09.00",
		                                                           .room = "I",
		                                                           .bailiff = "joko",
		                                                           .deadline = DEC_5 - 3,
		                                                           .outcome = "Y",
		                                                           .served = NOV_25 + 1,
		                                                           .proper = true,
		                                                           .worth = "patut" };
}

static void spent_more(struct decision *d, struct arena *a, int n)
{
	(void)a;
	add_step(d, "akun", STEP_DONE, house_morning + n);
	d->changes[0].to.step.spent = 900 * 60000;
}

static void add_new(struct decision *d, struct arena *a, int n)
{
	add_open(d, arena_print(a, "R%d", n));
	d->changes[0].to.open.counts_from = n == 4 ? NOV_1 - 1 : NOV_25;
	add_title(d, "Siti", n == 3 ? "346" : n == 5 ? "" : "347");
	add_step(d, "akun", STEP_DONE, house_morning);
	d->changes[2].to.step.spent = (int64_t)n * 6 * 60000;
}

static void withdrawn(struct decision *d, struct arena *a, int n)
{
	(void)a;
	(void)n;
	decision_change(d, CHANGE_END)->to.ended = NOV_25;
}

/* Two calls more, one that came to nothing and one whose receipt is not proven. */
static void doubtful(struct decision *d, struct arena *a, int n)
{
	summoned(d, a, n);
	d->changes[0].to.summons.proper = false;
	d->changes[0].to.summons.worth = n == 3 ? "tidak_patut" : "penerimaan_belum_terbukti";
}

/* Five filings: 1 numbered in November, 2 in December, 3 of another type, 4 of October and
 * withdrawn in November, 5 without a type. */
static void town(struct house *h)
{
	for (int n = 1; n <= 5; n++) {
		struct id id = house_id(n);
		decide(h, &id, add_new, n);
		if (n <= 2)
			decide(h, &id, numbered, n);
		if (n == 3) {
			decide(h, &id, returned, 1);
			decide(h, &id, returned, 2);
			decide(h, &id, paid, 1);
			decide(h, &id, paid, 9); /* in suspense: not counted */
			decide(h, &id, summoned, 1);
			decide(h, &id, doubtful, 2);
			decide(h, &id, doubtful, 3);
		}
		if (n == 4)
			decide(h, &id, withdrawn, n);
	}
}

static void row_is(const struct table *t, size_t row, const char *const cells[])
{
	for (size_t i = 0; i < t->column_count; i++)
		assert_string_equal(t->cells[row * t->column_count + i], cells[i]);
}

/* Carried over, received, sum, numbered, ended, left. */
static void november_is(struct house *h)
{
	static const char *const state[][8] = {
		{ "Cerai Gugat", "15", "1", "2", "3", "1", "1", "1" },
		{ "Cerai Talak", "15", "0", "1", "1", "0", "0", "1" },
		{ "(jenis belum diisi)", "15", "0", "1", "1", "0", "0", "1" },
	};
	static const char *const work[] = { "Cerai Talak", "15", "2", "1", "1", "1", "855000" };
	static const struct period november = { NOV_1, NOV_1 + 29 };
	struct case_tables t;
	well(h, report_cases(h->s, &house_book, &november, &h->a, &t, &h->why));
	assert_int_equal(t.state.row_count, COUNT_OF(state));
	for (size_t i = 0; i < COUNT_OF(state); i++)
		row_is(&t.state, i, state[i]);
	assert_int_equal(t.work.row_count, 1);
	row_is(&t.work, 0, work);
	assert_string_equal(t.work.columns[6].name, "panjar");
}

static void a_month_is_counted_by_type(void **state)
{
	town(*state);
	november_is(*state);
}

static void a_year_is_counted_by_month(void **state)
{
	struct house *h = *state;
	struct table t;
	town(h);
	well(h, report_year(h->s, &house_book, 2026, DEC_5, &h->a, &t, &h->why));
	static const char *const rows[][7] = {
		{ "Oktober", "0", "1", "1", "0", "0", "1" },
		{ "November", "1", "4", "5", "1", "1", "3" },
		{ "Desember", "3", "0", "3", "1", "0", "2" },
	};
	assert_int_equal(t.row_count, 12);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		row_is(&t, 9 + i, rows[i]);
	well(h, report_year(h->s, &house_book, 2026, NOV_25, &h->a, &t, &h->why));
	row_is(&t, 11, (const char *const[]){ "Desember", "", "", "", "", "", "" });
	assert_false(report_year(h->s, &house_book, 1, DEC_5, &h->a, &t, &h->why));
}

/* Days until the number: at and beside every bound of the index that finds them. */
static const int waits[] = { 0, 1, 4, 5, 16, 17, 64, 65, 256, 257, 1024, 1025 };

static void numbered_after(struct decision *d, struct arena *a, int n)
{
	numbered(d, a, n);
	d->changes[0].to.number.registered = NOV_25 + waits[n - 10];
}

static void who_waits_is_counted_however_long_it_took(void **state)
{
	struct house *h = *state;
	for (int n = 0; n < (int)COUNT_OF(waits); n++) {
		struct id id = house_id(n + 10);
		decide(h, &id, add_new, n + 10);
		decide(h, &id, numbered_after, n + 10);
	}
	for (day last = NOV_25 - 1; last < NOV_25 + 1100; last++) {
		struct case_tables t;
		int64_t expected = 0, counted = 0;
		for (size_t i = 0; i < COUNT_OF(waits); i++)
			expected += last >= NOV_25 && NOV_25 + waits[i] > last;
		well(h, report_cases(h->s, &house_book, &(struct period){ last, last }, &h->a, &t,
		                     &h->why));
		if (t.state.row_count > 0)
			counted = strtol(t.state.cells[7], NULL, 10);
		assert_int_equal(counted, expected);
	}
}

/* What is written later about days of a closed month is in no report of it. */
static void a_closed_month_stays_as_it_was(void **state)
{
	struct house *h = *state;
	struct id first = house_id(1), third = house_id(3);
	struct table t;
	static const struct period november = { NOV_1, NOV_1 + 29 };
	town(h);
	well(h, store_begin(h->s, &h->why));
	well(h, report_keep(h->s, &house_book, november.last + 5, &h->a, &h->why));
	well(h, report_keep(h->s, &house_book, november.last + 6, &h->a, &h->why));
	well(h, store_commit(h->s, &h->why));
	decide(h, &third, numbered, 7);
	decide(h, &third, returned, 3);
	decide(h, &first, paid, 2);
	decide(h, &first, summoned, 1);
	decide(h, &first, spent_more, 1);
	november_is(h);
	well(h, report_pace(h->s, &house_book, &november, &h->a, &t, &h->why));
	row_is(&t, 0, (const char *const[]){ "Akun", "15", "5", "18", "18", "30", "30", "40" });
	well(h, report_year(h->s, &house_book, 2026, DEC_5, &h->a, &t, &h->why));
	row_is(&t, 9, (const char *const[]){ "Oktober", "0", "1", "1", "0", "0", "1" });
	row_is(&t, 10, (const char *const[]){ "November", "1", "4", "5", "1", "1", "3" });
}

static void the_pace_is_by_rank(void **state)
{
	struct house *h = *state;
	struct table t;
	town(h);
	well(h, report_pace(h->s, &house_book, &(struct period){ NOV_25, NOV_25 }, &h->a, &t,
	                    &h->why));
	/* 6 12 18 24 30 minutes, norm 15 */
	static const char *const first[] = { "Akun", "15", "5", "18", "18", "30", "30", "40" };
	static const char *const second[] = { "Nama pendaftar", "20", "0", "", "", "", "", "" };
	assert_int_equal(t.row_count, COUNT_OF(house_steps) + 1);
	row_is(&t, 0, first);
	row_is(&t, 1, second);
	well(h, report_pace(h->s, &house_book, &(struct period){ NOV_25 + 1, DEC_5 }, &h->a, &t,
	                    &h->why));
	assert_string_equal(t.cells[2], "0");
}

#define test(f) cmocka_unit_test_setup_teardown(f, house_open, house_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(a_month_is_counted_by_type),
		test(a_year_is_counted_by_month),
		test(who_waits_is_counted_however_long_it_took),
		test(a_closed_month_stays_as_it_was),
		test(the_pace_is_by_rank),
	};
	return unit_run(tests);
}
