/* Working days, and by when a summons must be served. Vectors: SK KMA 363/2022 part III.B and the
 * holidays of 2026 (SKB 1497/2025, 2/2025, 5/2025). */
#include "loket/list.h"

#include "court_book.h"

static struct holiday holidays[8];
static const int years[] = { 2026 };

static const struct channel electronic = { .key = "elektronik", .limit = 3 };
static const struct channel post = { .key = "surat_tercatat", .limit = 6 };
static const struct channel bailiff = { .key = "jurusita", .limit = 3, .span = SPAN_WORKING };

static const struct channel announced = { .key = "ghaib", .limit = 3, .span = SPAN_MONTHS };

static struct rulebook book(void)
{
	static const char *const days[] = {
		"2026-03-18", "2026-03-19", "2026-03-20", "2026-03-23",
		"2026-03-24", "2026-08-17", "2026-08-25", "2026-12-25"
	};
	struct rulebook b = { .court = { .zone = { "WIB", 420 }, .closing_minute = 15 * 60 },
		              .calendar = { .holidays = holidays,
		                            .holiday_count = COUNT_OF(holidays),
		                            .years = years,
		                            .year_count = COUNT_OF(years) } };
	for (size_t i = 0; i < COUNT_OF(days); i++)
		holidays[i] = (struct holiday){ .on = on(days[i]), .name = days[i] };
	return b;
}

/* Working days after `from` up to `to`: the day of service is not counted, the hearing is. */
static int counted(const struct rulebook *b, day from, day to)
{
	int n = 0;
	for (day d = from + 1; d <= to; d++)
		n += calendar_works(&b->calendar, d);
	return n;
}

static void weekends_and_holidays_do_not_work(void **state)
{
	(void)state;
	const struct rulebook b = book();
	const struct {
		const char *day;
		bool works;
	} cases[] = {
		{ "2026-03-17", true },  { "2026-03-18", false }, { "2026-03-25", true },
		{ "2026-08-14", true },  { "2026-08-15", false }, { "2026-11-25", true },
		{ "2026-12-25", false },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day d = on(cases[i].day);
		assert_int_equal(calendar_works(&b.calendar, d), cases[i].works);
	}
	assert_string_equal(calendar_holiday(&b.calendar, on("2026-08-17"))->name, "2026-08-17");
	assert_null(calendar_holiday(&b.calendar, on("2026-08-16")));
	assert_true(calendar_knows(&b.calendar, 2026));
	assert_false(calendar_knows(&b.calendar, 2027));
}

/* The day n working days before is the last from which n are counted. */
static void before_is_the_latest_that_counts(void **state)
{
	(void)state;
	const struct rulebook b = book();
	for (day d = on("2026-01-01"); d <= on("2026-12-31"); d++) {
		for (int n = 1; n <= 5; n++) {
			day last = calendar_before(&b.calendar, d, n, NULL);
			assert_int_equal(counted(&b, last, d), n);
			assert_int_equal(counted(&b, last + 1, d), n - 1);
		}
	}
	assert_int_equal(calendar_before(&b.calendar, on("2026-08-31"), 0, NULL), on("2026-08-31"));
}

static void a_summons_is_in_time_by_its_channel(void **state)
{
	(void)state;
	const struct rulebook b = book();
	const struct {
		const struct channel *channel;
		const char *served, *hearing;
		bool in_time;
	} cases[] = {
		{ &electronic, "2026-09-04", "2026-09-07", true }, /* exactly three days */
		{ &electronic, "2026-09-05", "2026-09-07", false },
		{ &electronic, "2026-09-08", "2026-09-07", false }, /* after the hearing */
		{ &electronic, "2026-08-27", "2026-08-31", true },  /* four calendar days */
		{ &post, "2026-09-01", "2026-09-07", true },
		{ &post, "2026-09-02", "2026-09-07", false },
		{ &post, "2026-08-01", "2026-09-07", true },
		{ &bailiff, "2026-08-27", "2026-08-31", false }, /* two working days */
		{ &bailiff, "2026-08-26", "2026-08-31", true },
		{ &bailiff, "2026-08-21", "2026-08-26", false }, /* the 25th is a holiday */
		{ &bailiff, "2026-08-20", "2026-08-26", true },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(on(cases[i].served) <=
		                     summons_deadline(&b, cases[i].channel, on(cases[i].hearing)),
		                 cases[i].in_time);
}

/* PP 9/1975 art. 29(3): the months run from registration; the call itself is days before. */
static void abroad_the_time_runs_from_registration(void **state)
{
	(void)state;
	const struct rulebook b = book();
	const struct channel abroad = { .key = "luar_negeri",
		                        .limit = 6,
		                        .span = SPAN_MONTHS,
		                        .from_registration = true,
		                        .before = 3 };
	const struct {
		const char *registered, *earliest;
	} cases[] = {
		{ "2026-11-30", "2027-05-30" },
		{ "2026-08-31", "2027-02-28" }, /* a day that the month lacks */
		{ "2027-01-15", "2027-07-15" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(summons_not_before(&abroad, on(cases[i].registered)),
		                 on(cases[i].earliest));
	assert_int_equal(summons_not_before(&post, on("2026-11-30")), DAY_NONE);
	assert_int_equal(summons_not_before(&abroad, DAY_NONE), DAY_NONE);
	assert_int_equal(summons_deadline(&b, &abroad, on("2026-08-26")), on("2026-08-20"));
}

static void a_filing_after_closing_counts_for_the_next_working_day(void **state)
{
	(void)state;
	const struct rulebook b = book();
	const struct {
		const char *at, *counts; /* 15.00 WIB is 08:00 UTC */
	} cases[] = {
		{ "2026-11-25T02:41:00Z", "2026-11-25" },
		{ "2026-11-25T07:59:59Z", "2026-11-25" },
		{ "2026-11-25T08:00:00Z", "2026-11-26" },
		{ "2026-11-25T17:30:00Z", "2026-11-26" }, /* past midnight at the court */
		{ "2026-11-27T08:00:00Z", "2026-11-30" }, /* Friday to Monday */
		{ "2026-03-17T09:00:00Z", "2026-03-25" }, /* before the long leave */
		{ "2026-08-15T01:00:00Z", "2026-08-18" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(calendar_counts_from(&b, at(cases[i].at)), on(cases[i].counts));
}

/* SK KMA 363/2022 III.B: by side, consent, residence, and how the case was filed. */
static void the_rule_gives_the_channel(void **state)
{
	(void)state;
	static const struct village own[] = { { .code = "99.01.01.2001", .area = "I" } };
	struct rulebook b = book();
	static const char *const divorces[] = { "346", "347" };
	static const struct channel announcing[] = {
		{ .key = "ghaib", .types = divorces, .type_count = COUNT_OF(divorces) }
	};
	b.villages = own;
	b.village_count = COUNT_OF(own);
	b.channels = announcing;
	b.channel_count = COUNT_OF(announcing);
	const struct {
		const char *filed, *side, *address, *agreed, *missing, *village, *chosen, *channel;
		bool stated; /* the court's reading of art. 15 */
	} cases[] = {
		{ "", "p1", "email", "", "", "", "", "elektronik", false },
		{ "ecourt", "p1", "telepon", "", "", "11.01.01.2001", "", "elektronik", false },
		{ "", "p1", "", "", "", "", "", "surat_tercatat", false }, /* nowhere to send it */
		{ "", "p2", "email", "", "", "", "", "surat_tercatat", false },
		{ "", "p2", "email", "", "", "", "", "elektronik", true },
		{ "", "p2", "", "", "", "", "", "surat_tercatat", true },
		{ "", "p2", "", "tidak", "tidak", "99.01.01.2001", "", "surat_tercatat", false },
		{ "", "p2", "", "", "", "11.01.01.2001", "", "surat_tercatat",
		  false }, /* the post needs none */
		{ "", "p2", "email", "ya", "tidak", "", "", "elektronik", false },
		{ "", "p2", "", "ya", "tidak", "", "", "surat_tercatat", false },
		{ "", "p4", "telepon", "ya", "", "", "", "elektronik", false },
		{ "", "p2", "email", "ya", "ya", "", "", "ghaib", false },
		{ "", "p2", "", "", "", "", "luar_negeri", "luar_negeri", false },
		{ "", "p2", "", "", "", "99.01.01.2001", "luar_negeri", "surat_tercatat", false },
		{ "", "p2", "", "", "", "99.01.01.2001", "jurusita", "surat_tercatat", false },
		{ "manual", "p1", "email", "", "", "99.01.01.2001", "", "jurusita", false },
		{ "manual", "p2", "email", "ya", "", "99.01.01.2001", "", "jurusita", true },
		{ "manual", "p2", "", "", "", "11.01.01.2001", "", "delegasi", false },
		{ "manual", "p1", "", "", "", "11.01.01.2001", "", "delegasi", false },
		{ "manual", "p2", "", "", "ya", "", "", "ghaib", false },
	};
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct values v = { 0 };
		values_set(&v, &a, "", 0, "lewat", cases[i].filed);
		values_set(&v, &a, "pihak", 1, "kedudukan", cases[i].side);
		if (*cases[i].address != '\0')
			values_set(&v, &a, "pihak", 1, cases[i].address, "siti@example.id");
		values_set(&v, &a, "pihak", 1, "domisili_setuju", cases[i].agreed);
		values_set(&v, &a, "pihak", 1, "ghaib", cases[i].missing);
		values_set(&v, &a, "pihak", 1, "desa", cases[i].village);
		values_set(&v, &a, "pihak", 1, "kanal", cases[i].chosen);
		b.court.domicile_stated = cases[i].stated;
		bool missing = text_same(cases[i].channel, "ghaib");
		values_set(&v, &a, "", 0, "perkara_jenis", "347");
		assert_string_equal(summons_channel(&b, NULL, &v, 1), cases[i].channel);
		values_set(&v, &a, "", 0, "perkara_jenis", "364"); /* an inheritance */
		assert_string_equal(summons_channel(&b, NULL, &v, 1),
		                    missing ? "umum" : cases[i].channel);
	}
	/* A party without an address of its own, through the representative who filed for it. */
	struct values v = { 0 };
	values_set(&v, &a, "pihak", 1, "kedudukan", "p1");
	values_set(&v, &a, "kuasa", 1, "mewakili", "1");
	assert_string_equal(summons_channel(&b, NULL, &v, 1), "elektronik");
	values_set(&v, &a, "kuasa", 1, "mewakili", "2");
	assert_string_equal(summons_channel(&b, NULL, &v, 1), "surat_tercatat");
	arena_drop(&a);
}

/* Where letters go by mail and must be proven, an address without proof is no domicile; a call that
 * was made stays right, whichever came first. */
static void an_address_must_be_proven_where_the_court_asks(void **state)
{
	(void)state;
	struct rulebook b = book();
	struct arena a = arena_start(MIB);
	struct fill fills[] = { { .step = "pihak" }, { .step = "domisili" } };
	struct filing f = { .fills = fills, .fill_count = COUNT_OF(fills) };
	const struct values *pihak = &fills[0].values;
	struct summons one = { .party = 1 };
	values_set(&fills[0].values, &a, "pihak", 1, "kedudukan", "p1");
	values_set(&fills[0].values, &a, "pihak", 1, "email", "siti@example.id");
	b.mail.proven = true;
	assert_string_equal(summons_channel(&b, &f, pihak, 1), "elektronik"); /* no mail server */
	b.mail.smtp.host = "surat.example.id";
	assert_string_equal(summons_channel(&b, &f, pihak, 1), "surat_tercatat");
	assert_string_equal(summons_channel(&b, NULL, pihak, 1), "surat_tercatat");
	values_set(&fills[1].values, &a, "alamat", 1, "surel", "siti@example.id");
	assert_string_equal(summons_channel(&b, &f, pihak, 1), "surat_tercatat"); /* sent only */
	one.channel = "elektronik";
	assert_string_equal(summons_rule(&b, &f, &one), "elektronik");
	values_set(&fills[1].values, &a, "alamat", 1, "terbukti", "2026-11-25T02:41:00Z");
	assert_string_equal(summons_channel(&b, &f, pihak, 1), "elektronik");
	one.channel = "surat_tercatat";
	assert_string_equal(summons_rule(&b, &f, &one), "surat_tercatat");
	values_set(&fills[0].values, &a, "pihak", 1, "email", "lain@example.id");
	assert_string_equal(summons_channel(&b, &f, pihak, 1), "surat_tercatat");
	b.mail.proven = false;
	assert_string_equal(summons_channel(&b, &f, pihak, 1), "elektronik");
	arena_drop(&a);
}

/* Three months by the calendar, clipped to the month's end, and no fixed number of days. */
static void an_announcement_stands_three_months_before(void **state)
{
	(void)state;
	const struct rulebook b = book();
	const struct {
		const char *hearing, *last;
	} cases[] = {
		{ "2026-09-07", "2026-06-07" }, { "2026-05-31", "2026-02-28" },
		{ "2026-05-28", "2026-02-28" }, { "2026-06-01", "2026-03-01" },
		{ "2026-02-28", "2025-11-30" }, { "2028-02-29", "2027-11-30" },
		{ "2028-02-28", "2027-11-28" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(summons_deadline(&b, &announced, on(cases[i].hearing)),
		                 on(cases[i].last));
}

/* The vectors for a hearing on Monday 7 September 2026. */
static void what_a_summons_was_worth_is_kept_apart(void **state)
{
	(void)state;
	static const char *const by_post[] = { "surat_tercatat" };
	static const char *const by_bailiff[] = { "jurusita" };
	static const struct outcome_kind sent = { .key = "E", .proper = true };
	static const struct outcome_kind met = {
		.key = "Y", .proper = true, .ways = by_bailiff, .way_count = 1
	};
	static const struct outcome_kind taken = {
		.key = "S", .proper = true, .ways = by_post, .way_count = 1
	};
	static const struct outcome_kind back = { .key = "S_retur" };
	static const struct outcome_kind under_way = { .key = "S_kirim", .open = true };
	static const struct outcome_kind told = { .key = "GHAIB", .proper = true };
	static const struct channel all[] = {
		{ .key = "elektronik", .limit = 3 },
		{ .key = "surat_tercatat", .limit = 6 },
		{ .key = "jurusita", .limit = 3, .span = SPAN_WORKING },
		{ .key = "ghaib", .limit = 3, .announced = 1, .span = SPAN_MONTHS },
	};
	struct rulebook b = book();
	b.channels = all;
	b.channel_count = COUNT_OF(all);
	const struct {
		const char *rule, *channel, *reason, *first, *served;
		const struct outcome_kind *outcome;
		const char *worth;
	} cases[] = {
		{ "elektronik", "elektronik", "", "", "2026-09-04", &sent, "patut" },
		{ "elektronik", "elektronik", "", "", "2026-09-05", &sent, "tidak_patut" },
		{ "elektronik", "elektronik", "", "", "2026-09-07", &sent, "tidak_patut" },
		{ "elektronik", "elektronik", "", "", "2026-09-08", &sent,
		  "dikirim_setelah_hari_sidang" },
		{ "elektronik", "elektronik", "", "", "", NULL, "belum_dikirim" },
		{ "surat_tercatat", "surat_tercatat", "", "", "2026-09-01", &taken, "patut" },
		{ "surat_tercatat", "surat_tercatat", "", "", "2026-09-02", &taken, "tidak_patut" },
		{ "surat_tercatat", "surat_tercatat", "", "", "2026-08-01", &under_way,
		  "penerimaan_belum_terbukti" },
		{ "surat_tercatat", "surat_tercatat", "", "", "2026-08-01", NULL,
		  "penerimaan_belum_terbukti" },
		{ "surat_tercatat", "surat_tercatat", "", "", "2026-08-01", &back,
		  "belum_diterima" },
		{ "surat_tercatat", "jurusita", "", "", "2026-08-20", &met, "salah_kanal" },
		{ "surat_tercatat", "jurusita", "perintah", "", "2026-08-20", &met, "patut" },
		{ "surat_tercatat", "surat_tercatat", "", "", "2026-08-20", &met, "salah_kanal" },
		{ "jurusita", "jurusita", "", "", "2026-09-02", &met, "patut" },
		{ "jurusita", "jurusita", "", "", "2026-09-03", &met, "tidak_patut" },
		{ "jurusita", "elektronik", "", "", "2026-09-05", &sent, "salah_kanal" },
		{ "ghaib", "ghaib", "", "2026-05-07", "2026-06-07", &told, "patut" },
		{ "ghaib", "ghaib", "", "2026-05-08", "2026-06-07", &told, "tidak_patut" },
		{ "ghaib", "ghaib", "", "2026-05-07", "2026-06-08", &told, "tidak_patut" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct service s = {
			.rule = cases[i].rule,
			.channel = cases[i].channel,
			.reason = cases[i].reason,
			.outcome = cases[i].outcome,
			.first = cases[i].first[0] == '\0' ? DAY_NONE : on(cases[i].first),
			.served = cases[i].served[0] == '\0' ? DAY_NONE : on(cases[i].served),
			.hearing = on("2026-09-07"),
		};
		assert_string_equal(worth_key(summons_judge(&b, &s)), cases[i].worth);
	}
}

/* Where the file knows a month as sighted its days are told so; all others are told as reckoned. */
static void islamic_months_are_moved_by_the_court_s_file(void **state)
{
	(void)state;
	const struct hijri_month months[] = { { 1447, 9, 1, false },
		                              { 1448, 1, -1, false },
		                              { 1448, 2, -1, true } };
	const struct calendar c = { .months = months, .month_count = COUNT_OF(months) };
	static const struct {
		const char *day, *words;
	} cases[] = {
		{ "2026-02-17", "29 Syakban 1447 H (menurut hisab)" },
		{ "2026-02-18", "30 Syakban 1447 H (menurut hisab)" },
		{ "2026-02-19", "1 Ramadan 1447 H" },
		{ "2026-03-19", "29 Ramadan 1447 H" },
		{ "2026-03-20", "1 Syawal 1447 H (menurut hisab)" },
		{ "2026-06-14", "28 Zulhijah 1447 H (menurut hisab)" },
		{ "2026-06-15", "29 Zulhijah 1447 H (menurut hisab)" },
		{ "2026-06-16", "1 Muharam 1448 H" },
		{ "2026-07-14", "29 Muharam 1448 H" },
		{ "2026-07-15", "30 Muharam 1448 H (menurut hisab)" },
		{ "2026-07-16", "1 Safar 1448 H (menurut hisab)" },
	};
	struct arena a = arena_start(1 << 16);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(calendar_hijri(&c, on(cases[i].day), &a), cases[i].words);
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weekends_and_holidays_do_not_work),
		cmocka_unit_test(before_is_the_latest_that_counts),
		cmocka_unit_test(a_summons_is_in_time_by_its_channel),
		cmocka_unit_test(abroad_the_time_runs_from_registration),
		cmocka_unit_test(a_filing_after_closing_counts_for_the_next_working_day),
		cmocka_unit_test(the_rule_gives_the_channel),
		cmocka_unit_test(an_address_must_be_proven_where_the_court_asks),
		cmocka_unit_test(an_announcement_stands_three_months_before),
		cmocka_unit_test(what_a_summons_was_worth_is_kept_apart),
		cmocka_unit_test(islamic_months_are_moved_by_the_court_s_file),
	};
	return unit_run(tests);
}
