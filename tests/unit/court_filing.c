/* What follows from a filing's rows: where it stands, minutes against the norm, labels, lookups. */
#include "loket/list.h"

#include "court_book.h"

#define O STEP_OPEN
#define W STEP_WAITING
#define R STEP_RETURNED
#define D STEP_DONE
#define B STEP_BLANK

static void the_stage_is_where_somebody_must_act(void **state)
{
	(void)state;
	static const struct {
		enum step_state steps[9];
		size_t stage;
	} cases[] = {
		{ { B, B, B, B, B, B, B, B, B }, 0 }, /* not born yet */
		{ { O, B, B, B, B, B, B, B, B }, 0 },
		{ { D, O, B, B, B, B, B, B, B }, 1 },
		{ { D, W, O, B, B, B, B, B, B },
		  2 }, /* the admin's word does not hold up the desk */
		{ { D, W, D, D, O, B, B, B, B }, 4 },
		{ { D, W, D, D, D, W, B, B, B }, 5 }, /* the later wait is nearer to the end */
		{ { D, W, D, D, D, D, O, B, B }, 6 },
		{ { D, R, D, D, O, B, B, B, B }, 1 }, /* what came back goes first */
		{ { D, D, D, R, D, D, B, B, B }, 3 },
		{ { D, D, D, D, D, D, D, W, B }, 7 },
		{ { D, D, D, D, D, D, D, R, B }, 7 },
		{ { D, D, D, D, D, D, D, D, O }, 8 },
		{ { D, D, D, D, D, D, D, D, W }, 8 },
		{ { D, D, D, D, D, D, D, D, D }, 9 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct step_record steps[9] = { 0 };
		for (size_t k = 0; k < 9; k++)
			steps[k].state = cases[i].steps[k];
		const struct filing f = { .steps = steps, .step_count = 9 };
		assert_int_equal(filing_stage(&f), cases[i].stage);
	}
}

static void minutes_run_while_the_step_does(void **state)
{
	(void)state;
	enum { MINUTE = 60000 };
	struct step_record steps[] = {
		{ .key = "akun",
		  .state = D,
		  .opened = 0,
		  .done = 7 * MINUTE,
		  .turned = 7 * MINUTE,
		  .spent = 7 * MINUTE },
		{ .key = "pendaftar",
		  .state = R,
		  .opened = 60 * MINUTE,
		  .turned = 60 * MINUTE,
		  .spent = 4 * MINUTE },
		{ .key = "pihak", .state = B, .opened = INSTANT_NONE },
	};
	const struct filing f = { .steps = steps, .step_count = COUNT_OF(steps) };
	const struct sop_step norms[] = { { .norm = 15 }, { .norm = 20 }, { .norm = 15 } };
	struct rulebook b = {
		.sop = { .steps = norms, .step_count = 3, .stated_total = 95, .sum = 105 }
	};
	for (size_t i = 0; i < COUNT_OF(b.court.hours); i++)
		b.court.hours[i] = (struct counter_hours){ 0, 24 * 60 }; /* never closed */
	instant now = 80 * MINUTE + 59999;
	char out[64];
	assert_int_equal(pace_spent(&b, &steps[0], now), 7 * MINUTE);
	assert_int_equal(pace_spent(&b, &steps[1], now), 24 * MINUTE + 59999);
	assert_int_equal(pace_spent(&b, &steps[1], 0), 4 * MINUTE); /* a clock set back */
	assert_int_equal(pace_spent(&b, &steps[2], now), 0);
	struct step_record away = { .state = STEP_WAITING,
		                    .waits_for = WAITS_BANK,
		                    .turned = 70 * MINUTE,
		                    .spent = 4 * MINUTE };
	assert_int_equal(pace_spent(&b, &away, now), 4 * MINUTE);
	assert_int_equal(pace_waited(&away, now), 10 * MINUTE + 59999);
	away.waits_for = WAITS_ADMIN; /* of the court: ours */
	assert_int_equal(pace_spent(&b, &away, now), 14 * MINUTE + 59999);
	pace_step(&b, &f, 1, now, out);
	assert_string_equal(out, "menit 24 / 20");
	pace_all(&b, &f, now, out);
	assert_string_equal(out, "semua 31 / 95 (105)");
	pace_step(&b, &f, 9, now, out);
	assert_string_equal(out, "");
}

/* Cerai talak has Pemohon and Termohon although it stands in the gugatan register. */
static void labels_follow_kind_side_and_count(void **state)
{
	(void)state;
	static const struct case_sides talak = {
		.alur = "", .side1 = "Pemohon", .side2 = "Termohon", .side4 = "Turut Termohon"
	};
	static const struct case_sides gugat = {
		.alur = "", .side1 = "Penggugat", .side2 = "Tergugat", .side4 = "Turut Tergugat"
	};
	static const struct {
		const struct case_sides *type;
		const char *side;
		int count, index;
		const char *label;
	} cases[] = {
		{ &talak, "p1", 1, 1, "Pemohon" },
		{ &talak, "p2", 1, 1, "Termohon" },
		{ &talak, "p4", 2, 2, "Turut Termohon II" },
		{ &gugat, "p1", 1, 1, "Penggugat" },
		{ &gugat, "p2", 2, 1, "Tergugat I" },
		{ &gugat, "p2", 4, 4, "Tergugat IV" },
		{ &gugat, "p2", 9, 9, "Tergugat IX" },
		{ &gugat, "p2", 99, 14, "Tergugat XIV" },
		{ &gugat, "p2", 99, 49, "Tergugat XLIX" },
		{ &gugat, "p2", 99, 90, "Tergugat XC" },
		{ &gugat, "p4", 99, 99, "Turut Tergugat XCIX" },
	};
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(party_label(cases[i].type, cases[i].side, cases[i].count,
		                                cases[i].index, &a),
		                    cases[i].label);
	arena_drop(&a);
}

/* The register decides too: isbat nikah is a petition of one side, and a suit where it is disputed.
 */
static void labels_follow_the_register(void **state)
{
	(void)state;
	static const struct case_sides sides[] = {
		{ .alur = "15", .side1 = "Pemohon", .side2 = "Termohon", .side4 = "" },
		{ .alur = "", .side1 = "Pemohon", .side2 = "", .side4 = "" },
	};
	static const struct case_type isbat = { .sides = sides, .side_count = 2 };
	assert_string_equal(case_sides(&isbat, "15")->side2, "Termohon");
	assert_string_equal(case_sides(&isbat, "16")->side2, "");
	assert_string_equal(case_sides(&isbat, "17")->side2, "");
}

static void a_role_is_a_whole_word(void **state)
{
	(void)state;
	static const char *const kasir[] = { "kasir" };
	static const char *const both[] = { "admin", "panmud" };
	static const struct right rights[] = { { "skum.terbit", kasir, 1, "", NULL, 0 },
		                               { "verifikasi.putus", both, 2, "", NULL, 0 } };
	const struct rights r = { .items = rights, .count = COUNT_OF(rights) };
	assert_true(rights_allow(&r, "petugas kasir", "skum.terbit"));
	assert_true(rights_allow(&r, "kasir petugas", "skum.terbit"));
	assert_false(rights_allow(&r, "kasirutama", "skum.terbit"));
	assert_false(rights_allow(&r, "wakilkasir", "skum.terbit"));
	assert_false(rights_allow(&r, "", "skum.terbit"));
	assert_true(rights_allow(&r, "panmud", "verifikasi.putus"));
	assert_false(rights_allow(&r, "panmud", "skum.terbit"));
	assert_false(rights_allow(&r, "kasir", "tidak.ada"));
}

static void a_person_has_what_fits_a_person(void **state)
{
	(void)state;
	static const struct role roles[] = { { "kasir", "kasir", false },
		                             { "panitera", "panitera", false },
		                             { "bank", "bank", true } };
	static const struct {
		const char *roles;
		bool fit;
	} cases[] = { { "kasir petugas", true },   { "panitera", true },
		      { "bank", false },           { "petugas bank", false },
		      { "kasir panitera", false }, { "", true },
		      { "bankir panmud", true },   { "panitera petugas kasir", false } };
	const struct rights r = { .roles = roles, .role_count = COUNT_OF(roles) };
	struct fault why;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(roles_fit_person(&r, cases[i].roles, &why), cases[i].fit);
}

static void paid_leaves_out_what_is_in_suspense(void **state)
{
	(void)state;
	struct payment payments[] = { { .amount = 300000 },
		                      { .amount = 999, .suspense = true },
		                      { .amount = 555000 } };
	struct va vas[] = { { .round = 1 }, { .round = 3 }, { .round = 2 } };
	const struct filing f = {
		.payments = payments, .payment_count = 3, .vas = vas, .va_count = 3
	};
	const struct filing none = { 0 };
	assert_int_equal(filing_paid(&f), 855000);
	assert_int_equal(filing_va(&f)->round, 3);
	assert_int_equal(filing_paid(&none), 0);
	assert_null(filing_va(&none));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_stage_is_where_somebody_must_act),
		cmocka_unit_test(minutes_run_while_the_step_does),
		cmocka_unit_test(labels_follow_kind_side_and_count),
		cmocka_unit_test(labels_follow_the_register),
		cmocka_unit_test(a_role_is_a_whole_word),
		cmocka_unit_test(a_person_has_what_fits_a_person),
		cmocka_unit_test(paid_leaves_out_what_is_in_suspense),
	};
	return unit_run(tests);
}
