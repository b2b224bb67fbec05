/* Places: what is typed finds what a plain scan finds, a newer file keeps old codes readable, and a
 * wrong file is refused by its line. */
#include <stdio.h>
#include <string.h>

#include "loket/config.h"
#include "loket/list.h"
#include "loket/service.h"
#include "loket/text.h"

#include "scratch.h"
#include "unit.h"

enum { MOST = 4000 };

struct fixture {
	struct scratch *scratch;
	struct app app;
	struct arena a;
	struct place_names names; /* the file, read by itself */
};

static struct fixture fixture;

static void names_of(const char *text, struct arena *a, struct place_names *out)
{
	struct fault why;
	const struct bytes file = { .data = (void *)(uintptr_t)text, .size = strlen(text) };
	assert_true(place_names_read("x.csv", &file, a, out, &why));
}

static int begin(void **state)
{
	void *scratch;
	struct bytes file;
	struct fault why = { 0 };
	if (scratch_make(&scratch) != 0)
		return -1;
	fixture.scratch = scratch;
	fixture.a = arena_start((size_t)-1);
	setenv("LOKET_HOME", fixture.scratch->path, 1);
	*state = &fixture;
	if (app_init(&fixture.app, true, &why) &&
	    file_read(LOKET_SOURCE "/data/wilayah.csv", 16 * MIB, &fixture.a, &file, &why) &&
	    place_names_read("wilayah.csv", &file, &fixture.a, &fixture.names, &why))
		return 0;
	char text[600];
	fault_say(&why, text, sizeof text);
	print_error("%s\n", text);
	return -1;
}

static int end(void **state)
{
	struct fixture *f = *state;
	void *scratch = f->scratch;
	app_close(&f->app);
	arena_drop(&f->a);
	return scratch_drop(&scratch);
}

static size_t search(struct fixture *f, const char *typed, struct village *out, size_t most)
{
	return f->app.villages.search(&f->app, typed, &f->a, out, most);
}

/* ---- the oracle: every village of the file, looked at one by one ---- */

static const char *name_at(const struct place_names *names, const char *code, size_t length)
{
	size_t low = 0, high = names->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strncmp(names->items[middle].code, code, length);
		if (order < 0 || (order == 0 && strlen(names->items[middle].code) < length))
			low = middle + 1;
		else
			high = middle;
	}
	return names->items[low].name;
}

static bool has(const char *folded, const char *word)
{
	for (const char *at = folded; (at = strstr(at, word)) != NULL; at++) {
		if (at == folded || at[-1] == ' ')
			return true;
	}
	return false;
}

static const char *both(const char *name, struct arena *a)
{
	struct text t = text_start(a), joined = text_start(a);
	const char *folded = text_fold(a, name);
	for (const char *at = folded; *at != '\0'; at++) {
		if (*at != ' ')
			text_add_bytes(&joined, at, 1);
	}
	text_addf(&t, "%s %s", folded, joined.s);
	return t.s;
}

/* A village as the scan looks at it: its own words, and all with those of what it is part of. */
struct looked_at {
	const char *code, *own, *all;
};

static size_t look_at_all(const struct place_names *names, struct arena *a, struct looked_at *out)
{
	static const size_t lengths[] = { 8, 5, 2 };
	size_t count = 0;
	for (size_t k = 0; k < names->count; k++) {
		const struct place_name *v = &names->items[k];
		struct text all = text_start(a);
		if (strlen(v->code) != 13)
			continue;
		text_add(&all, both(v->name, a));
		size_t own = all.length;
		for (size_t i = 0; i < COUNT_OF(lengths); i++)
			text_addf(&all, " %s", both(name_at(names, v->code, lengths[i]), a));
		out[count++] = (struct looked_at){ v->code, arena_copy(a, all.s, own), all.s };
	}
	return count;
}

/* Does the village mean all words, or their whole as one word of its own name? */
static bool meant(const struct looked_at *v, const char *const *words, size_t count)
{
	char joined[200] = "";
	bool every = true;
	for (size_t i = 0; i < count; i++) {
		every = every && has(v->all, words[i]);
		snprintf(joined + strlen(joined), sizeof joined - strlen(joined), "%s", words[i]);
	}
	return every || has(v->own, joined);
}

static void a_search_finds_what_a_scan_finds(void **state)
{
	static const struct {
		const char *typed, *words[4];
		size_t count;
	} cases[] = {
		{ "jatirejo", { "jatirejo" }, 1 },
		{ "Jati Rejo", { "jati", "rejo" }, 2 },
		{ "rejo jati", { "rejo", "jati" }, 2 },
		{ "coblong", { "coblong" }, 1 },
		{ "dago bandung", { "dago", "bandung" }, 2 },
		{ "jombang jatirejo", { "jombang", "jatirejo" }, 2 },
		{ "ba'u aceh", { "bau", "aceh" }, 2 },
		{ "kota tengah gorontalo", { "kota", "tengah", "gorontalo" }, 3 },
		{ "zzz", { "zzz" }, 1 },
		{ "sukamaju jawa barat", { "sukamaju", "jawa", "barat" }, 3 },
		{ "teluk dalam nias sel", { "teluk", "dalam", "nias", "sel" }, 4 },
	};
	struct fixture *f = *state;
	struct village *found = arena_get(&f->a, MOST, sizeof *found);
	struct looked_at *all = arena_get(&f->a, f->names.count, sizeof *all);
	size_t villages = look_at_all(&f->names, &f->a, all);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t count = search(f, cases[i].typed, found, MOST), expected = 0, own = 0;
		assert_true(count < MOST);
		while (own < count && *found[own].area != '\0')
			own++;
		for (size_t k = 0; k < villages; k++) {
			if (!meant(&all[k], cases[i].words, cases[i].count))
				continue;
			bool there = false;
			expected++;
			for (size_t n = own; n < count && !there; n++)
				there = text_same(found[n].code, all[k].code);
			if (!there)
				fail_msg("%s: %s is missing", cases[i].typed, all[k].code);
		}
		if (count - own != expected)
			fail_msg("%s: %zu found, the scan finds %zu", cases[i].typed, count - own,
			         expected);
	}
}

static void the_own_area_comes_first(void **state)
{
	struct fixture *f = *state;
	struct village found[24];
	assert_true(search(f, "jatirejo", found, COUNT_OF(found)) > 1);
	assert_string_equal(found[0].code, "99.01.01.2001");
	assert_string_equal(found[0].area, "I");
	assert_string_equal(found[1].area, "");
	assert_int_equal(search(f, "", found, COUNT_OF(found)), f->app.book->village_count);
	assert_true(search(f, "karangan", found, COUNT_OF(found)) > 1);
	assert_string_equal(found[0].name, "Karangan"); /* before the others of its district */
	assert_int_equal(search(f, "kec. sukamaju contoh", found, COUNT_OF(found)), 4);
	assert_true(search(f, "35.09.20.", found, COUNT_OF(found)) > 0);
	assert_string_equal(found[0].district, "Patrang");
}

static void a_newer_file_keeps_old_codes_readable(void **state)
{
	struct fixture *f = *state;
	struct village v, found[4];
	struct place_update done;
	struct fault why = { 0 };
	struct login s = { .app = &f->app, .user = "adi", .roles = "ti" };
	const char *path = arena_print(&f->a, "%s/baru.csv", f->scratch->path);
	const char newer[] = "# lebih baru\n11,Aceh\n11.01,Kabupaten Aceh Selatan\n"
	                     "11.01.01,Bakongan Raya\n11.01.01.2001,Keude Bakongan\n"
	                     "11.01.01.2999,Desa Baru Sekali\n";
	assert_true(file_write(path, newer, sizeof newer - 1, 0600, &why));
	assert_true(service_places_update(&s, path, &done, &why));
	assert_int_equal(done.added, 1);
	assert_int_equal(done.renamed, 1);
	assert_int_equal(done.retired, f->names.count - 4);
	assert_int_equal(search(f, "sekali baru", found, COUNT_OF(found)), 1);
	assert_string_equal(found[0].district, "Bakongan Raya");
	assert_int_equal(search(f, "sadang serang coblong", found, COUNT_OF(found)), 0);
	assert_true(f->app.villages.find(&f->app, "32.73.02.1003", &f->a, &v));
	assert_string_equal(v.name, "Sadang Serang");
	assert_true(v.retired);
	snprintf(s.roles, sizeof s.roles, "petugas");
	assert_false(service_places_update(&s, path, &done, &why));
	assert_int_equal(why.kind, FAULT_REFUSED);
}

static void a_wrong_file_is_refused_by_its_line(void **state)
{
	static const struct {
		const char *text, *line;
	} cases[] = {
		{ "", "" },
		{ "# tidak ada apa-apa\n", "" },
		{ "11,Aceh\n11.01 Kabupaten\n", "2" },
		{ "11,Aceh\n11.01.01,Bakongan\n", "2" },
		{ "11,Aceh\n12.01,Tanpa Induk\n", "2" },
		{ "12,B\n11,A\n", "2" },
		{ "11,Aceh\n11,Aceh\n", "2" },
		{ "1,Aceh\n", "1" },
		{ "1a,Aceh\n", "1" },
		{ "11,\n", "1" },
		{ "11,Ac\xFF\n", "1" },
		{ "11,Ac\teh\n", "1" },
	};
	struct fixture *f = *state;
	struct place_names names;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fault why = { 0 };
		const struct bytes file = { .data = (void *)(uintptr_t)cases[i].text,
			                    .size = strlen(cases[i].text) };
		if (place_names_read("x.csv", &file, &f->a, &names, &why))
			fail_msg("case %zu was taken", i);
		assert_int_equal(why.kind, FAULT_MISUSE);
		assert_string_equal(why.args[0], "x.csv");
		assert_string_equal(why.args[1], cases[i].line);
	}
	names_of("11,Aceh\r\n11.01,Kabupaten X\r\n", &f->a, &names);
	assert_int_equal(names.count, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_search_finds_what_a_scan_finds),
		cmocka_unit_test(the_own_area_comes_first),
		cmocka_unit_test(a_newer_file_keeps_old_codes_readable),
		cmocka_unit_test(a_wrong_file_is_refused_by_its_line),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, begin, end);
}
