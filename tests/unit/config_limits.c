/* The points of data/limits.xml against the tables of SK Dirjen Badilag 048/2024, and the clocks of
 * a filing by what SIPP told of it. */
#include "fixture.h"

static void days_are_worth_what_the_decree_says(void **state)
{
	(void)state;
	static const struct {
		const char *limit;
		int days, points;
	} vectors[] = {
		{ "pmh", 0, 5 },
		{ "pmh", 1, 3 },
		{ "pmh", 2, 3 },
		{ "pmh", 3, 2 },
		{ "pmh", 4, 2 },
		{ "pmh", 5, 1 },
		{ "pmh", 9, 1 },
		{ "pmh", 10, 0 },
		{ "pp", 2, 3 },
		{ "js", 4, 2 },
		{ "phs", 9, 1 },
		{ "phs", 10, 0 },
		{ "relaas", 30, 5 },
		{ "relaas", 3, 5 },
		{ "relaas", 2, 2 },
		{ "relaas", 1, 1 },
		{ "relaas", 0, 0 },
		{ "tabayun-masuk", 0, 5 },
		{ "tabayun-masuk", 1, 5 },
		{ "tabayun-masuk", 2, 3 },
		{ "tabayun-masuk", 3, 2 },
		{ "tabayun-masuk", 4, 1 },
		{ "tabayun-masuk", 5, 0 },
		{ "tabayun-keluar", 7, 0 },
		{ "tabayun-keluar", 6, 0 },
		{ "tabayun-keluar", 5, -1 },
		{ "tabayun-keluar", 4, -2 },
		{ "tabayun-keluar", 3, -3 },
		{ "tabayun-keluar", 2, -5 },
		{ "tabayun-keluar", 0, -5 },
		{ "putus", 89, 5 },
		{ "putus", 90, 3 },
		{ "putus", 119, 3 },
		{ "putus", 149, 1 },
		{ "putus", 150, 0 },
	};
	struct fixture h;
	fixture_open(&h);
	for (size_t i = 0; i < COUNT_OF(vectors); i++) {
		const struct limit *l = rulebook_limit(h.book, vectors[i].limit);
		assert_non_null(l);
		if (limit_points(l, vectors[i].days) != vectors[i].points)
			fail_msg("%s after %d days: %d points", l->key, vectors[i].days,
			         limit_points(l, vectors[i].days));
	}
	assert_int_equal(rulebook_limit(h.book, "relaas")->never, -5);
	fixture_close(&h);
}

/* "pmh 2/3, pp ..1/3 27-11": what is done, and after ".." what runs until when. */
static const char *clocks(struct fixture *h, const char *today)
{
	struct limit_clock *all;
	struct text t = text_start(&h->a);
	day on;
	assert_true(day_iso_parse(today, &on));
	size_t count = limit_clocks(h->book, &h->f, on, &h->a, &all);
	for (size_t i = 0; i < count; i++) {
		char last[16] = "";
		if (all[i].last != DAY_NONE)
			day_iso(all[i].last, last, sizeof last);
		text_addf(&t, "%s%s %s%d/%d%s%s", i > 0 ? ", " : "", all[i].limit->key,
		          all[i].runs ? ".." : "", all[i].days, all[i].points,
		          *last != '\0' ? " " : "", last);
	}
	return t.s;
}

static void sipp_told(struct fixture *h, const char *lines)
{
	struct fill *fills = arena_get(&h->a, 3, sizeof *fills);
	h->f.fills = fills;
	h->f.fill_count = 2;
	fills[0] = (struct fill){ .step = "sipp", .values = said(h, lines) };
	fills[1] = (struct fill){ .step = "hasil.1", .at = h->now };
}

static void the_clocks_of_a_filing_run_and_stand(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	assert_string_equal(clocks(&h, "2026-11-25"), "");
	h.f.number = (struct case_number){ .number = "1/Pdt.G/2026/PA.Cth" };
	assert_true(day_iso_parse("2026-11-25", &h.f.number.registered));
	assert_string_equal(clocks(&h, "2026-11-25"),
	                    "pmh ..0/5 2026-11-25, putus ..0/5 2027-02-22");
	assert_string_equal(clocks(&h, "2026-11-26"),
	                    "pmh ..1/3 2026-11-27, putus ..1/5 2027-02-22");
	sipp_told(&h, "pmh=2026-11-27\nppp=2026-11-27\nphs_pada=2026-12-02\nphs=2026-12-14");
	assert_string_equal(clocks(&h, "2026-12-01"),
	                    "pmh 2/3, pp 0/5, js ..4/2 2026-12-01, phs 5/1, relaas ..13/5 "
	                    "2026-12-11, putus ..6/5 2027-02-22");
	assert_string_equal(
	    clocks(&h, "2026-12-15"),
	    "pmh 2/3, pp 0/5, js ..18/0, phs 5/1, relaas 0/-5, putus ..20/5 2027-02-22");
	struct summons one = { .number = 1, .outcome = "E", .hearing = DAY_NONE };
	h.f.summons = &one;
	h.f.summons_count = 1;
	assert_non_null(strstr(clocks(&h, "2026-12-15"), "relaas 19/5, ")); /* entered on 25-11 */
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_worth_what_the_decree_says),
		cmocka_unit_test(the_clocks_of_a_filing_run_and_stand),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
