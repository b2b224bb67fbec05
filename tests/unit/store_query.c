/* Lists: every page of every way equals a plain scan, forwards and backwards; what a search finds.
 */
#include <sqlite3.h>

#include "loket/store/filing.h"
#include "loket/store/lists.h"

#include "store_home.h"

enum { MANY = 60, PER_PAGE = 7 };

#define QUOTE "\xE2\x80\x99" /* ’ */

/* clang-format off */
static const char *const names[] = {
	("Nur" QUOTE "aini binti Yusuf"), "Ahmad Fauzi bin Hasan", "Siti Nur Aini", "Nuraini Lestari",
	"Zulkifli", "\xD9\x86\xD9\x8F\xD9\x88\xD8\xB1 \xD8\xA8\xD9\x86\xD8\xAA", "M. Yusuf S.H.",
};
/* clang-format on */
static const char *const stages[] = { "pihak", "skum", "pihak", "bayar" };
static const char *const types[] = { "347", "346", "347" };

static struct {
	const char *id, *name, *stage, *type;
} town[MANY];

static void settle_town(struct house *h)
{
	for (int i = 0; i < MANY; i++) {
		const char *name = names[(size_t)i % COUNT_OF(names)];
		const char *stage = stages[(size_t)i % COUNT_OF(stages)],
		           *type = types[(size_t)i % COUNT_OF(types)];
		struct id id = house_filing(h, i, name, type, stage);
		town[i].id = arena_text(&h->a, id.text);
		town[i].name = text_fold(&h->a, name);
		town[i].stage = stage;
		town[i].type = type;
	}
}

static bool has_word(const char *name, const char *word, struct arena *a)
{
	return strstr(arena_print(a, " %s", name), arena_print(a, " %s", word)) != NULL;
}

/* Ids of the town that answer the query, in its order; a plain scan. */
static size_t expect(struct house *h, const struct list_query *q, const char *words[2],
                     const char *out[MANY])
{
	size_t count = 0;
	for (int n = 0; n < MANY; n++) {
		int i = q->order == LIST_NEWEST ? MANY - 1 - n : n;
		if ((q->step[0] == '\0' || text_same(q->step, town[i].stage)) &&
		    (q->type[0] == '\0' || text_same(q->type, town[i].type)) &&
		    has_word(town[i].name, words[0], &h->a) &&
		    has_word(town[i].name, words[1], &h->a))
			out[count++] = town[i].id;
	}
	return count;
}

static const char *name_of(const char *id)
{
	for (int i = 0; i < MANY; i++)
		if (text_same(town[i].id, id))
			return town[i].name;
	return "";
}

/* Stable, so that equal names stay in order of age. */
static void sort_by_name(const char *ids[], size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t j = i; j > 0 && strcmp(name_of(ids[j - 1]), name_of(ids[j])) > 0; j--) {
			const char *id = ids[j];
			ids[j] = ids[j - 1];
			ids[j - 1] = id;
		}
}

static void read_all(struct house *h, struct list_query q, const char *ids[], size_t count)
{
	struct list_page page = { .more = true };
	q.after = "";
	q.limit = PER_PAGE;
	size_t at = q.backward ? count : 0;
	for (int pages = 0; page.more; pages++) {
		well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
		assert_true(pages <= MANY);
		assert_int_equal(page.total, MANY);
		if (q.backward)
			at -= page.count;
		for (size_t i = 0; i < page.count; i++)
			assert_string_equal(page.items[i].filing.text, ids[at + i]);
		if (!q.backward)
			at += page.count;
		if (page.count > 0)
			q.after = page.items[q.backward ? 0 : page.count - 1].key;
	}
	assert_int_equal(at, q.backward ? 0 : count);
}

static void pages_equal_a_plain_scan(void **state)
{
	struct house *h = *state;
	settle_town(h);
	static const struct {
		const char *search, *words[2];
	} searches[] = { { "", { "", "" } },
		         { "nur", { "nur", "" } },
		         { "YUSUF nur\xE2\x80\x99"
		           "a",
		           { "yusuf", "nura" } },
		         { "n", { "n", "" } },
		         { "\xD9\x86\xD9\x88", { "\xD9\x86\xD9\x88", "" } },
		         { "tak ada", { "tak", "ada" } } };
	static const char *const steps[] = { "", "pihak", "bayar", "nomor" }, *const kinds[] = {
		"", "347", "346"
	};
	for (size_t n = 0; n < COUNT_OF(searches) * COUNT_OF(steps) * COUNT_OF(kinds) * 6; n++) {
		size_t search = n / 6 % COUNT_OF(searches), rest = n / 6 / COUNT_OF(searches);
		struct list_query q = { .search = searches[search].search,
			                .step = steps[rest % COUNT_OF(steps)],
			                .type = kinds[rest / COUNT_OF(steps)],
			                .order = (enum list_order)(n % 3),
			                .backward = n / 3 % 2 == 1 };
		const char *ids[MANY],
		    *words[2] = { searches[search].words[0], searches[search].words[1] };
		/* a search by words is by age, the newest first unless the oldest are asked for */
		struct list_query plain = q;
		if (q.order == LIST_NAME)
			plain.order = q.search[0] == '\0' ? LIST_OLDEST : LIST_NEWEST;
		size_t count = expect(h, &plain, words, ids);
		if (q.order == LIST_NAME && q.search[0] == '\0')
			sort_by_name(ids, count);
		read_all(h, q, ids, count);
	}
}

enum { CROWD = 3000 };

/* Written past the store: every word of "siti" at an odd row, "rara" at a hundredth, one row in ten
 * at another step, a third of another type. */
static void settle_crowd(const struct house *h)
{
	static const char sql[] =
	    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
	    "INSERT INTO filing (seq, id, version, reg, title, title_key, type, opened, stage, stage_state,"
	    " stage_since, words) SELECT i, printf('%026d', i), 1, printf('PA.Cth-%d', i), 'x', 'x',"
	    " iif(i % 3, '347', '346'), 0, iif(i % 10, 5, 2), 'open', 0,"
	    " iif(i % 2, 'siti ', '') || iif(i % 100, '', 'rara ') || 'aminah' FROM n";
	char path[sizeof h->home.path + 12];
	sqlite3 *db;
	snprintf(path, sizeof path, "%s/loket.db", h->home.path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static bool in_crowd(int i, const char *search, const char *step, const char *type)
{
	return strstr(search, "zz") == NULL && (strstr(search, "siti") == NULL || i % 2 != 0) &&
	       (strstr(search, "rara") == NULL || i % 100 == 0) &&
	       (step[0] == '\0' || text_same(step, i % 10 != 0 ? "skum" : "pendaftar")) &&
	       (type[0] == '\0' || text_same(type, i % 3 != 0 ? "347" : "346"));
}

static void every_way_finds_the_same(void **state)
{
	struct house *h = *state;
	static const char *const searches[] = { "siti", "rara", "siti rara", "aminah", "a", "zz" },
	                         *const steps[] = { "", "skum", "pendaftar", "nomor" },
	                         *const kinds[] = { "", "347", "346" };
	settle_crowd(h);
	for (size_t n = 0; n < COUNT_OF(searches) * COUNT_OF(steps) * COUNT_OF(kinds); n++) {
		struct list_query q = { .search = searches[n % COUNT_OF(searches)],
			                .step = steps[n / COUNT_OF(searches) % COUNT_OF(steps)],
			                .type = kinds[n / COUNT_OF(searches) / COUNT_OF(steps)],
			                .after = "",
			                .limit = 50 };
		struct list_page page = { .more = true };
		int i = CROWD;
		while (page.more) {
			well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
			for (size_t row = 0; row < page.count; row++, i--) {
				while (i > 0 && !in_crowd(i, q.search, q.step, q.type))
					i--;
				assert_string_equal(page.items[row].key,
				                    arena_print(&h->a, "%026d", i));
			}
			q.after = page.count > 0 ? page.items[page.count - 1].key : "";
		}
		while (i > 0 && !in_crowd(i, q.search, q.step, q.type))
			i--;
		assert_int_equal(i, 0);
	}
}

static void give_number(struct house *h, const struct id *id, const char *number, const char *sipp)
{
	struct command c = house_command(h, id);
	struct decision d = house_decision(h);
	struct command_result out;
	decision_change(&d, CHANGE_NUMBER)->to.number = (struct case_number){ number, sipp, 1,
		                                                              20782,  0,    "" };
	add_va(&d, arena_print(&h->a, "8808%s", sipp), 1, VA_LIVE);
	d.changes[1].to.va.number = arena_print(&h->a, "8808000%s", sipp);
	static struct party_row party[] = { { 1, "p1", "Penggugat", "Dewi", "", "", "", "",
		                              DAY_NONE } };
	party[0].nik = arena_print(&h->a, "31750145058500%s", sipp);
	struct change *ch = decision_change(&d, CHANGE_PARTIES);
	ch->to.parties.items = party;
	ch->to.parties.count = 1;
	well(h, house_apply(h, &c, &d, &out));
}

static void a_search_finds_by(void **state)
{
	struct house *h = *state;
	struct id one = house_filing(h, 1, "Drs. Siti Aminah", "347", "nomor");
	struct id two = house_filing(h, 2, "Ahmad", "346", "panggilan");
	give_number(h, &one, "412/Pdt.G/2026/PA.Cth", "12");
	give_number(h, &two, "41/Pdt.P/2026/PA.Cth", "13");
	const char *first = one.text, *second = two.text;
	const struct {
		const char *search;
		const char *found[2];
	} cases[] = {
		{ "412", { first } },
		{ "41", { second } },
		{ "0041", { second } },
		{ "412 / Pdt.G / 2026 / PA.Cth", { first } },
		{ "0412/PDT.G/2026/PA.CTH", { first } },
		{ "412/pdtg/2026", { first } },
		{ "No. 412/Pdt.G/2026", { first } },
		{ "412/Pdt.P", { NULL } },
		{ "3175 0145-0585.0012", { first } },
		{ "412/pdt", { first } },
		{ "41/Pdt.P/2026/PA.Cth", { second } },
		{ "pa.cth-2511", { first, second } },
		{ "PA.Cth-25112026-00002", { second } },
		{ "317501", { second, first } },
		{ "3175014505850012", { first } },
		{ "880800013", { second } },
		{ "Drs.", { first } },
		{ "siti dewi", { first } },
		{ "dewi", { second, first } },
		{ "satu dua tiga empat lima", { NULL } },
		{ "aminah siti drs dewi d", { first } },
		{ "\"*^:()", { second, first } }, /* nothing that is a word: all */
		{ "999999", { NULL } },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct list_query q = {
			.search = cases[i].search, .step = "", .type = "", .after = "", .limit = 10
		};
		struct list_page page;
		well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
		for (size_t n = 0; n < 2; n++) {
			const char *got = n < page.count ? page.items[n].filing.text : NULL;
			if (!text_same(got, cases[i].found[n]))
				fail_msg("%s: %zu found", cases[i].search, page.count);
		}
		assert_int_equal(page.total, 2);
	}
}

static void filters_narrow_a_number_too(void **state)
{
	struct house *h = *state;
	struct id one = house_filing(h, 1, "Siti", "347", "nomor"),
	          two = house_filing(h, 2, "Ahmad", "346", "panggilan");
	give_number(h, &one, "412/Pdt.G/2026/PA.Cth", "12");
	give_number(h, &two, "413/Pdt.P/2026/PA.Cth", "13");
	struct list_query q = {
		.search = "317501", .step = "nomor", .type = "", .after = "", .limit = 1
	};
	struct list_page page;
	well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
	assert_int_equal(page.count, 1);
	assert_string_equal(page.items[0].number, "412/Pdt.G/2026/PA.Cth");
	/* more words than are looked at row by row */
	q.search = "siti dewi s d si de";
	well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
	assert_int_equal(page.count, 1);
	q.type = "346";
	well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
	assert_int_equal(page.count, 0);
	q.step = "entah";
	assert_false(list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
	says(h, "Tidak ada langkah");
}

static void names_are_found_as_they_now_are(void **state)
{
	struct house *h = *state;
	struct id id = house_filing(h, 1, "Siti", "347", "akun");
	struct list_query q = {
		.search = "siti", .step = "", .type = "", .after = "", .limit = 10
	};
	struct list_page page;
	for (int i = 0; i < 2; i++) {
		well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
		assert_int_equal(page.count, i == 0);
		struct command c = house_command(h, &id);
		struct decision d = house_decision(h);
		struct command_result out;
		add_title(&d, "Aminah", "347");
		well(h, house_apply(h, &c, &d, &out));
	}
	q.search = "amin";
	well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
	assert_int_equal(page.count, 1);
	assert_string_equal(page.items[0].title, "Aminah");
}

static const struct spellings words_alike[] = {
	{ (const char *const[]){ "muhammad", "mochammad", "moh", "m" }, 4 },
	{ (const char *const[]){ "siti", "sitti" }, 2 },
};
static const struct spellings sounds_alike[] = {
	{ (const char *const[]){ "s", "sy", "sh", "ss" }, 4 },
	{ (const char *const[]){ "h", "ch", "kh" }, 3 },
	{ (const char *const[]){ "u", "oe" }, 2 },
	{ (const char *const[]){ "t", "tt" }, 2 },
};

struct finding {
	const char *search;
	const char *found[4]; /* names, in this order */
};

/* Each is found, page by page, in this order and backwards too. */
static void finds(struct house *h, const struct rulebook *b, const struct finding *f)
{
	const char *after = "";
	size_t count = 0;
	struct list_page page = { .more = true };
	struct list_query q = { .search = f->search, .step = "", .type = "", .limit = 1 };
	while (page.more) {
		q.after = after;
		well(h, list_read(h->s, b, &q, &h->a, &page, &h->why));
		const char *name = page.count > 0 ? page.items[0].title : NULL;
		if (count >= COUNT_OF(f->found) || !text_same(name, f->found[count]))
			fail_msg("%s: %zu. %s", f->search, count + 1, name == NULL ? "-" : name);
		count += page.count;
		after = page.count > 0 ? page.items[0].key : "";
	}
	q.after = "";
	q.backward = true;
	for (page.more = count > 0; page.more; q.after = page.items[0].key) {
		well(h, list_read(h->s, b, &q, &h->a, &page, &h->why));
		assert_int_equal(page.count, 1);
		assert_string_equal(page.items[0].title, f->found[--count]);
	}
	assert_int_equal(count, 0);
}

static void a_name_is_found_by_its_parts_and_its_sense(void **state)
{
	struct house *h = *state;
	struct rulebook book = house_book;
	book.names = (struct name_sense){ words_alike, sounds_alike, COUNT_OF(words_alike),
		                          COUNT_OF(sounds_alike) };
	static const char *const people[] = {
		"M.Yuzsuf bin Ali",
		"Abd.Razhman bin Ali",
		"Ahzmad/Achzmad",
		"Ali,Haszan",
		"Zulki&Fizli",
		"Mochammad Noer",
		"Muhammad Nur",
		"Sitti Aisyah",
		"Nur\xCA\xBF"
		"aini",
		"Nur Aini",
		"Nuraini",
	};
	for (size_t i = 0; i < COUNT_OF(people); i++)
		house_filing(h, (int)i, people[i], "347", "pihak");
	static const struct finding findings[] = {
		{ "yuzsuf", { "M.Yuzsuf bin Ali" } },
		{ "m.yuzsuf", { "M.Yuzsuf bin Ali" } },
		{ "M. Yuzsuf", { "M.Yuzsuf bin Ali" } },
		{ "razhman", { "Abd.Razhman bin Ali" } },
		{ "achzmad", { "Ahzmad/Achzmad" } },
		{ "haszan", { "Ali,Haszan" } },
		{ "fizli", { "Zulki&Fizli" } },
		{ "muhammad nur", { "Muhammad Nur", "Mochammad Noer" } },
		{ "moch. noer", { "Mochammad Noer", "Muhammad Nur" } },
		{ "siti aisah", { "Sitti Aisyah" } },
		{ "nuraini",
		  { "Nuraini",
		    "Nur\xCA\xBF"
		    "aini",
		    "Nur Aini" } },
		{ "Nur\xE2\x80\x99"
		  "aini",
		  { "Nuraini", "Nur Aini",
		    "Nur\xCA\xBF"
		    "aini" } },
	};
	for (size_t i = 0; i < COUNT_OF(findings); i++)
		finds(h, &book, &findings[i]);
}

/* Each commit adds a segment, and a search looks in each. */
static void the_word_index_stays_in_few_segments(void **state)
{
	struct house *h = *state;
	enum { FILINGS = 40, SEGMENTS = 6 };
	sqlite3 *db;
	sqlite3_stmt *s;
	assert_int_equal(sqlite3_open(arena_print(&h->a, "%s/loket.db", h->home.path), &db),
	                 SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(DISTINCT segid) FROM filing_word_idx",
	                                    -1, &s, NULL),
	                 SQLITE_OK);
	for (int i = 0; i < FILINGS; i++) {
		house_filing(h, i, arena_print(&h->a, "Siti %d", i), "347", "pihak");
		assert_int_equal(sqlite3_step(s), SQLITE_ROW);
		assert_in_range(sqlite3_column_int(s, 0), 1, SEGMENTS);
		sqlite3_reset(s);
	}
	sqlite3_finalize(s);
	sqlite3_close(db);
}

#define test(f) cmocka_unit_test_setup_teardown(f, house_open, house_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(pages_equal_a_plain_scan),
		test(every_way_finds_the_same),
		test(a_search_finds_by),
		test(filters_narrow_a_number_too),
		test(names_are_found_as_they_now_are),
		test(a_name_is_found_by_its_parts_and_its_sense),
		test(the_word_index_stays_in_few_segments),
	};
	return unit_run(tests);
}
