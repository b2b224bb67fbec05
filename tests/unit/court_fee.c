/* The panjar: published examples worked anew, what is refused, and the table's own gaps and
 * overlaps. */
#include <string.h>

#include "loket/list.h"

#include "court_book.h"

#define RADIUS 150000

static const struct fee_component components[] = {
	{ .key = "pendaftaran", .label = "Pendaftaran", .per = FEE_PER_CASE },
	{ .key = "proses", .label = "Biaya proses", .per = FEE_PER_CASE },
	{ .key = "panggilan", .label = "Panggilan", .per = FEE_PER_CALL },
	{ .key = "pnbp_panggilan", .label = "PNBP panggilan", .per = FEE_PER_PARTY },
	{ .key = "pnbp_pbt", .label = "PNBP pemberitahuan", .per = FEE_PER_NOTICE },
	{ .key = "pnbp_kuasa", .label = "PNBP kuasa", .per = FEE_PER_KUASA },
	{ .key = "redaksi", .label = "Redaksi", .per = FEE_PER_CASE },
	{ .key = "meterai", .label = "Meterai", .per = FEE_PER_CASE },
	{ .key = "salinan", .label = "Salinan", .per = FEE_PER_CASE, .prodeo = true },
	{ .key = "lembar", .label = "Penggandaan", .per = FEE_PER_COPY },
};

static const struct village villages[] = {
	{ .code = "1", .name = "Jatirejo", .area = "I" },
	{ .code = "4", .name = "Teluk Dalam", .area = "IV" },
};

/* clang-format off */ /* its versions disagree about braces in macros */
#define SIDES(one, two, ...) { .alur = "", .side1 = (one), .side2 = (two), .side4 = "", __VA_ARGS__ }
/* clang-format on */
static const struct case_sides gugat[] = { SIDES("Penggugat", "Tergugat", .calls1 = 2, .calls2 = 3,
	                                         .notice = true) };
static const struct case_sides talak[] = { SIDES("Pemohon", "Termohon", .calls1 = 3, .calls2 = 4,
	                                         .notice = true) };
static const struct case_sides isbat[] = { SIDES("Pemohon", "", .calls1 = 2) };
/* In register 17 there is no mediation, but a notice. */
static const struct case_sides ecourt[] = {
	{ .alur = "17",
	  .side1 = "Penggugat",
	  .side2 = "Tergugat",
	  .side4 = "",
	  .calls1 = 2,
	  .calls2 = 3,
	  .notice = true },
	SIDES("Penggugat", "Tergugat", .calls1 = 2, .calls2 = 5),
};
static const struct case_sides rampah[] = { SIDES("Penggugat", "Tergugat", .calls2 = 7) };

static const struct case_type types[] = {
	{ .id = "cg", .sides = gugat, .side_count = 1 },
	{ .id = "ct", .sides = talak, .side_count = 1 },
	{ .id = "isbat", .sides = isbat, .side_count = 1 },
	{ .id = "ecourt", .sides = ecourt, .side_count = 2 },
	{ .id = "rampah", .sides = rampah, .side_count = 1 },
};

static const struct channel channels[] = {
	{ .key = "elektronik", .name = "elektronik" },
	{ .key = "surat_tercatat", .name = "surat tercatat" },
	{ .key = "jurusita", .name = "jurusita" },
};

/* Tariffs of one example, all in force for good unless `to` says otherwise. */
struct table {
	struct tariff rows[12];
	size_t count;
};

static void put(struct table *t, const char *component, const char *channel, const char *area,
                rupiah amount)
{
	t->rows[t->count] = (struct tariff){ .component = component,
		                             .subject = { .channel = channel, .area = area },
		                             .amount = amount,
		                             .from = 0,
		                             .to = DAY_NONE,
		                             .decree = "SK",
		                             .file = "fees.xml",
		                             .line = (int)t->count + 10 };
	t->count++;
}

static struct rulebook book_of(const struct table *t)
{
	return (struct rulebook){ .types = types,
		                  .type_count = COUNT_OF(types),
		                  .villages = villages,
		                  .village_count = COUNT_OF(villages),
		                  .channels = channels,
		                  .channel_count = COUNT_OF(channels),
		                  .court = { .round_up = 1 },
		                  .fees = { .components = components,
		                            .component_count = COUNT_OF(components),
		                            .tariffs = t->rows,
		                            .tariff_count = t->count } };
}

static struct table usual(rupiah process)
{
	struct table t = { 0 };
	put(&t, "pendaftaran", "", "", 30000);
	put(&t, "proses", "", "", process);
	put(&t, "panggilan", "elektronik", "", 0);
	put(&t, "panggilan", "jurusita", "I", RADIUS);
	put(&t, "pnbp_panggilan", "", "", 10000);
	put(&t, "pnbp_pbt", "", "", 10000);
	put(&t, "pnbp_kuasa", "", "", 10000);
	put(&t, "redaksi", "", "", 10000);
	put(&t, "meterai", "", "", 10000);
	put(&t, "salinan", "", "", 0);
	return t;
}

/* What a line says of its count. */
static int64_t counted(const struct skum_line *line)
{
	int64_t sum = 0;
	for (size_t i = 0; i < line->count_count; i++)
		sum += line->counts[i].times;
	return sum;
}

static rupiah reckoned(const struct rulebook *b, const struct values *v, struct arena *a)
{
	struct skum skum;
	struct fault why;
	assert_true(skum_compute(b, &(struct panjar_ask){ v, 0, on("2026-11-25"), true, NULL }, a,
	                         &skum, &why));
	rupiah sum = 0;
	for (size_t i = 0; i < skum.line_count; i++) {
		assert_int_equal(skum.lines[i].amount, skum.lines[i].each * skum.lines[i].times);
		assert_int_equal(counted(&skum.lines[i]), skum.lines[i].times);
		sum += skum.lines[i].amount;
	}
	assert_int_equal(sum, skum.total);
	return skum.total;
}

/* Schemes of PA Jakarta Utara and of SK KMA 363/2022, both parties at one radius. */
static void published_examples_come_out(void **state)
{
	(void)state;
	const struct {
		const char *type;
		struct book_party parties[2];
		int kuasa;
		rupiah total;
	} cases[] = {
		{ "cg", { { "p1", "jurusita", "1" }, { "p2", "jurusita", "1" } }, 0, 890000 },
		{ "ct", { { "p1", "jurusita", "1" }, { "p2", "jurusita", "1" } }, 0, 1190000 },
		{ "isbat", { { "p1", "jurusita", "1" }, { "p1", "jurusita", "1" } }, 0, 720000 },
		{ "ecourt", { { "p1", "", "1" }, { "p2", "jurusita", "1" } }, 1, 880000 },
	};
	const struct table t = usual(50000);
	const struct rulebook b = book_of(&t);
	struct arena a = arena_start(MIB);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct values v = pihak_of(cases[i].type, cases[i].parties, 2, &a);
		for (int k = 1; k <= cases[i].kuasa; k++)
			values_set(&v, &a, "kuasa", k, "nama", "Kuasa");
		assert_int_equal(reckoned(&b, &v, &a), cases[i].total);
	}
	arena_drop(&a);
}

/* Register 17: two calls to mediation less, and a notice of the decision by side. */
static void a_register_has_its_own_calls_and_notice(void **state)
{
	(void)state;
	const struct book_party parties[] = { { "p1", "", "1" }, { "p2", "jurusita", "1" } };
	const struct table t = usual(50000);
	const struct rulebook b = book_of(&t);
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("ecourt", parties, COUNT_OF(parties), &a);
	rupiah usual_sum = reckoned(&b, &v, &a);
	values_set(&v, &a, "", 0, "alur", "17");
	assert_int_equal(reckoned(&b, &v, &a), usual_sum - 2 * RADIUS + 2 * 10000);
	arena_drop(&a);
}

/* PA Sei Rampah 2024: seven calls, 30.000, 100.000, twice 10.000 and 30.000. Its page
 * says 1.830.000; the parts say 600.000 less, and the parts are what is asked for. */
static void a_published_total_that_does_not_add_up_is_not_followed(void **state)
{
	(void)state;
	enum { PUBLISHED = 1830000 };
	const struct book_party parties[] = { { "p1", "", "1" }, { "p2", "jurusita", "1" } };
	struct table t = usual(100000);
	t.rows[4].amount = 0;     /* its PNBP is one sum of 30.000, ... */
	t.rows[9].amount = 30000; /* ... taken here as a case's */
	const struct rulebook b = book_of(&t);
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("rampah", parties, COUNT_OF(parties), &a);
	assert_int_equal(reckoned(&b, &v, &a), 7 * RADIUS + 30000 + 100000 + 10000 + 10000 + 30000);
	assert_int_equal(reckoned(&b, &v, &a), 1230000);
	assert_int_equal(PUBLISHED - reckoned(&b, &v, &a), 600000);
	arena_drop(&a);
}

static void prodeo_pays_only_what_is_marked(void **state)
{
	(void)state;
	const struct book_party parties[] = { { "p1", "", "1" }, { "p2", "jurusita", "1" } };
	struct table t = usual(50000);
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("cg", parties, COUNT_OF(parties), &a);
	values_set(&v, &a, "", 0, "prodeo", "ya");
	struct rulebook b = book_of(&t);
	assert_int_equal(reckoned(&b, &v, &a), 0);
	t.rows[9].amount = 5000;
	b = book_of(&t);
	assert_int_equal(reckoned(&b, &v, &a), 5000);
	arena_drop(&a);
}

static void the_sum_is_rounded_up_where_the_court_says_so(void **state)
{
	(void)state;
	const struct book_party parties[] = { { "p1", "jurusita", "1" },
		                              { "p2", "jurusita", "1" } };
	const struct table t = usual(50001);
	struct rulebook b = book_of(&t);
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("cg", parties, COUNT_OF(parties), &a);
	assert_int_equal(reckoned(&b, &v, &a), 890001);
	b.court.round_up = 5000;
	assert_int_equal(reckoned(&b, &v, &a), 895000);
	arena_drop(&a);
}

/* A tariff counts on its first and last day, and not beside them. */
static void the_tariff_of_the_day_counts(void **state)
{
	(void)state;
	const struct book_party parties[] = { { "p1", "", "" } };
	struct table t = { 0 };
	put(&t, "proses", "", "", 50000);
	put(&t, "proses", "", "", 75000);
	put(&t, "panggilan", "elektronik", "", 0);
	t.rows[0].to = on("2025-12-31");
	t.rows[1].from = on("2026-01-01");
	struct rulebook b = book_of(&t);
	b.fees.components = &components[1];
	b.fees.component_count = 2;
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("cg", parties, COUNT_OF(parties), &a);
	struct skum skum;
	assert_true(skum_compute(&b, &(struct panjar_ask){ &v, 0, on("2025-12-31"), true, NULL },
	                         &a, &skum, NULL));
	assert_int_equal(skum.total, 50000);
	assert_true(skum_compute(&b, &(struct panjar_ask){ &v, 0, on("2026-01-01"), true, NULL },
	                         &a, &skum, NULL));
	assert_int_equal(skum.total, 75000);
	arena_drop(&a);
}

/* What cannot be reckoned is refused by party and place, or left out while the form is half filled.
 */
static void tariffs_change_where_one_begins_or_ends(void **state)
{
	(void)state;
	const struct tariff rows[] = { { .from = 100, .to = 199 },
		                       { .from = 200, .to = DAY_NONE },
		                       { .from = 150, .to = 249 } };
	const struct fees f = { .tariffs = rows, .tariff_count = COUNT_OF(rows) };
	static const struct {
		day today, changed;
	} cases[] = { { 99, DAY_NONE }, { 100, 100 }, { 149, 100 }, { 150, 150 },
		      { 199, 150 },     { 200, 200 }, { 249, 200 }, { 250, 250 } };
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(fees_changed(&f, cases[i].today), cases[i].changed);
}

static void a_missing_tariff_names_party_and_area(void **state)
{
	(void)state;
	const struct book_party parties[] = { { "p1", "", "1" }, { "p2", "jurusita", "4" } };
	const struct table t = usual(50000);
	const struct rulebook b = book_of(&t);
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("cg", parties, COUNT_OF(parties), &a);
	struct values none = { 0 };
	struct skum skum;
	struct fault why;
	char said[512];
	assert_false(skum_compute(&b, &(struct panjar_ask){ &v, 0, on("2026-11-25"), true, NULL },
	                          &a, &skum, &why));
	assert_int_equal(why.kind, FAULT_REFUSED);
	fault_say(&why, said, sizeof said);
	assert_non_null(strstr(said, "Tergugat"));
	assert_non_null(strstr(said, "radius IV"));
	assert_non_null(strstr(said, "data/fees/"));
	assert_true(skum_compute(&b, &(struct panjar_ask){ &v, 0, on("2026-11-25"), false, NULL },
	                         &a, &skum, &why));
	assert_int_equal(skum.total, 140000);
	assert_true(skum_compute(&b,
	                         &(struct panjar_ask){ &none, 0, on("2026-11-25"), false, NULL },
	                         &a, &skum, &why));
	assert_int_equal(skum.total, 0);
	assert_false(skum_compute(&b,
	                          &(struct panjar_ask){ &none, 0, on("2026-11-25"), true, NULL },
	                          &a, &skum, &why));
	arena_drop(&a);
}

static void a_sum_beyond_int64_is_refused(void **state)
{
	(void)state;
	const struct book_party parties[] = { { "p1", "jurusita", "1" } };
	struct table t = usual(50000);
	t.rows[3].amount = INT64_MAX / 2 + 1;
	const struct rulebook b = book_of(&t);
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("cg", parties, COUNT_OF(parties), &a);
	struct skum skum;
	struct fault why;
	assert_false(skum_compute(&b, &(struct panjar_ask){ &v, 0, on("2026-11-25"), true, NULL },
	                          &a, &skum, &why));
	assert_int_equal(why.kind, FAULT_REFUSED);
	arena_drop(&a);
}

/* The row that says most counts: village, then radius, kind, alur. */
static void the_most_precise_tariff_counts(void **state)
{
	(void)state;
	static const struct {
		struct tariff_subject subject;
		rupiah amount; /* of one call, with this row and all above it */
	} rows[] = {
		{ { .channel = "jurusita" }, 1000 },
		{ { .channel = "jurusita", .alur = "15" }, 2000 },
		{ { .channel = "jurusita", .type = "cg" }, 3000 },
		{ { .channel = "jurusita", .type = "cg", .alur = "15" }, 4000 },
		{ { .channel = "jurusita", .area = "I" }, 5000 },
		{ { .channel = "jurusita", .area = "I", .alur = "15" }, 6000 },
		{ { .channel = "jurusita", .village = "1" }, 7000 },
		{ { .channel = "jurusita", .village = "1", .type = "cg" }, 8000 },
	};
	const struct book_party parties[] = { { "p1", "jurusita", "1" } };
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("cg", parties, COUNT_OF(parties), &a);
	struct table t = { 0 };
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct skum skum;
		struct fault why;
		put(&t, "panggilan", "jurusita", "", rows[i].amount);
		t.rows[i].subject = rows[i].subject;
		const struct rulebook b = book_of(&t);
		assert_true(
		    skum_compute(&b, &(struct panjar_ask){ &v, 0, on("2026-11-25"), false, NULL },
		                 &a, &skum, &why));
		assert_int_equal(skum.lines[0].each, rows[i].amount);
		assert_int_equal(skum.lines[0].times, 2);
	}
	t.rows[7].subject.village = "4";
	t.rows[6].subject.type = "ct";
	const struct rulebook b = book_of(&t);
	struct skum skum;
	struct fault why;
	assert_true(skum_compute(&b, &(struct panjar_ask){ &v, 0, on("2026-11-25"), false, NULL },
	                         &a, &skum, &why));
	assert_int_equal(skum.lines[0].each, 6000);
	arena_drop(&a);
}

/* Three defendants, two of them through one representative: two are called. Copies of the suit go
 * to the other side only. */
static void persons_multiply_and_a_representative_is_called_once(void **state)
{
	(void)state;
	const struct book_party parties[] = { { "p1", "elektronik", "1" },
		                              { "p2", "jurusita", "1" },
		                              { "p2", "jurusita", "1" },
		                              { "p2", "jurusita", "1" } };
	struct arena a = arena_start(MIB);
	struct values v = pihak_of("cg", parties, COUNT_OF(parties), &a);
	struct table t = usual(50000);
	put(&t, "lembar", "", "", 500);
	const struct rulebook b = book_of(&t);
	rupiah apart = reckoned(&b, &v, &a);
	values_set(&v, &a, "kuasa", 1, "nama", "Kuasa");
	values_set(&v, &a, "kuasa", 1, "mewakili", "2 4");
	assert_int_equal(apart - reckoned(&b, &v, &a), 3 * RADIUS - 10000);
	struct skum with, without;
	struct fault why;
	assert_true(skum_compute(&b, &(struct panjar_ask){ &v, 12, on("2026-11-25"), true, NULL },
	                         &a, &with, &why));
	assert_true(skum_compute(&b, &(struct panjar_ask){ &v, 0, on("2026-11-25"), true, NULL },
	                         &a, &without, &why));
	assert_int_equal(with.total - without.total, 12 * 3 * 500);
	arena_drop(&a);
}

static void gaps_and_overlaps_name_both_rows(void **state)
{
	(void)state;
	static const struct {
		const char *to, *from;
		const char *word; /* NULL: fine */
	} cases[] = {
		{ "2025-12-31", "2026-01-01", NULL },
		{ "2025-12-30", "2026-01-01", "berlubang" },
		{ "2026-01-01", "2026-01-01", "tumpang tindih" },
		{ NULL, "2026-01-01", "tumpang tindih" },
		{ NULL, "1970-01-01", "tumpang tindih" }, /* the same row twice */
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct table t = { 0 };
		struct fault why = { 0 };
		char said[512];
		put(&t, "proses", "", "", 50000);
		put(&t, "redaksi", "", "", 10000);
		put(&t, "proses", "", "", 75000);
		t.rows[0].to = cases[i].to == NULL ? DAY_NONE : on(cases[i].to);
		t.rows[2].from = on(cases[i].from);
		const struct rulebook b = book_of(&t);
		assert_int_equal(fees_check(&b.fees, &why), cases[i].word == NULL);
		if (cases[i].word == NULL)
			continue;
		fault_say(&why, said, sizeof said);
		assert_non_null(strstr(said, cases[i].word));
		assert_non_null(strstr(said, "fees.xml:10"));
		assert_non_null(strstr(said, "fees.xml:12"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_examples_come_out),
		cmocka_unit_test(a_register_has_its_own_calls_and_notice),
		cmocka_unit_test(a_published_total_that_does_not_add_up_is_not_followed),
		cmocka_unit_test(prodeo_pays_only_what_is_marked),
		cmocka_unit_test(the_sum_is_rounded_up_where_the_court_says_so),
		cmocka_unit_test(the_tariff_of_the_day_counts),
		cmocka_unit_test(tariffs_change_where_one_begins_or_ends),
		cmocka_unit_test(a_missing_tariff_names_party_and_area),
		cmocka_unit_test(a_sum_beyond_int64_is_refused),
		cmocka_unit_test(the_most_precise_tariff_counts),
		cmocka_unit_test(persons_multiply_and_a_representative_is_called_once),
		cmocka_unit_test(gaps_and_overlaps_name_both_rows),
	};
	return unit_run(tests);
}
