/* The e-SKUM of each situation of tests/values/panjar.txt at the example court: every line in its
 * place, and the sum; and that each register of each kind reckons calls and notices as the law of
 * its register says. */
#include <stdlib.h>

#include "fixture.h"
#include "values.h"

enum { MOST_WORDS = 24 };

/* "a b c" at its blanks. */
static size_t words_of(const char *cell, struct arena *a, const char *out[MOST_WORDS])
{
	size_t n = 0;
	char *text = arena_text(a, cell), *rest = NULL;
	for (char *w = strtok_r(text, " ", &rest); w != NULL; w = strtok_r(NULL, " ", &rest)) {
		assert_true(n < MOST_WORDS);
		out[n++] = w;
	}
	return n;
}

static struct values pihak_from(const struct spelled *s, struct arena *a)
{
	static const char *const ids[] = { "kedudukan", "kanal", "desa" };
	const char *head[MOST_WORDS], *parties[MOST_WORDS], *counts[MOST_WORDS];
	struct values v = { 0 };
	assert_int_equal(words_of(s->cells[1], a, head), 3);
	values_set(&v, a, "", 0, "perkara_jenis", head[0]);
	values_set(&v, a, "", 0, "alur", head[1]);
	values_set(&v, a, "", 0, "lewat", head[2]);
	size_t count = words_of(s->cells[2], a, parties);
	for (size_t i = 0; i < count; i++) {
		char *text = arena_text(a, parties[i]), *rest = NULL;
		char *w = strtok_r(text, ":", &rest);
		for (size_t k = 0; k < COUNT_OF(ids) && w != NULL; k++) {
			values_set(&v, a, PIHAK, (int)i + 1, ids[k], w);
			w = strtok_r(NULL, ":", &rest);
		}
	}
	assert_int_equal(words_of(s->cells[3], a, counts), 2);
	for (int k = 1; k <= atoi(counts[0]); k++) {
		values_set(&v, a, "kuasa", k, "nama", "Kuasa");
		values_set(&v, a, "kuasa", k, "nomor_kuasa", arena_print(a, "%d/SK", k));
	}
	return v;
}

static const char *lines_of(const struct skum *s, struct arena *a)
{
	struct text t = text_start(a);
	for (size_t i = 0; i < s->line_count; i++) {
		const struct skum_line *l = &s->lines[i];
		text_addf(&t, "%s%s:%lldx%lld", i == 0 ? "" : " ", l->component,
		          (long long)l->times, (long long)l->each);
	}
	return t.s;
}

static void each_situation_has_its_lines(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	const struct spelled_table t = values_of_kind("panjar", &h.a);
	assert_true(t.count >= 66);
	for (size_t i = 0; i < t.count; i++) {
		const char *counts[MOST_WORDS];
		const struct spelled *s = &t.rows[i];
		struct values v = pihak_from(s, &h.a);
		struct skum skum;
		words_of(s->cells[3], &h.a, counts);
		const struct panjar_ask ask = { &v, atoi(counts[1]),
			                        instant_day(h.now, &h.book->court.zone), true,
			                        NULL };
		if (!skum_compute(h.book, &ask, &h.a, &skum, &h.why))
			fail_msg("%s (%s): %s", s->cells[0], s->cells[1], h.why.text);
		const char *lines = lines_of(&skum, &h.a);
		if (!text_same(lines, s->cells[5]) || skum.total != atoll(s->cells[4]))
			fail_msg("%s (%s): %lld %s", s->cells[0], s->cells[1],
			         (long long)skum.total, lines);
	}
	print_message("# %zu situations\n", t.count);
	arena_drop(&h.a);
}

/* One letter of attorney may name two advocates; a registrant's own counts where nobody is named. */
static void each_letter_of_attorney_is_registered_once(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	const struct {
		const char *numbers[3];
		const char *shown; /* at step 2 */
		int letters;
	} cases[] = {
		{ { NULL }, "", 0 },           { { "1" }, "", 1 },
		{ { "1", "2" }, "", 2 },       { { "1", "1" }, "", 1 },
		{ { "-", "-" }, "", 2 },       { { "1", "2", "1" }, "", 2 },
		{ { NULL }, "12/SK/2026", 1 }, { { "1" }, "1", 1 },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct skum skum;
		struct values v = said(&h, SAYS_PIHAK), evidence = { 0 };
		struct filing f = h.f;
		struct fill fill = { .step = PENDAFTAR };
		int64_t letters = 0;
		for (int k = 0; k < 3 && cases[i].numbers[k] != NULL; k++)
			values_set(&v, &h.a, "kuasa", k + 1, "nomor_kuasa", cases[i].numbers[k]);
		values_set(&evidence, &h.a, "", 0, "nomor_kuasa", cases[i].shown);
		fill.values = evidence;
		f.fills = &fill;
		f.fill_count = 1;
		const struct panjar_ask ask = { &v, 0, instant_day(h.now, &h.book->court.zone),
			                        true, &f };
		assert_true(skum_compute(h.book, &ask, &h.a, &skum, &h.why));
		for (size_t k = 0; k < skum.line_count; k++) {
			if (text_same(skum.lines[k].component, "pnbp_kuasa"))
				letters = skum.lines[k].times;
		}
		assert_int_equal(letters, cases[i].letters);
	}
	arena_drop(&h.a);
}

/* Of each kind and register: a notice of the decision where there is another side, no mediation
 * (two calls) where there is none, where the kind is exempt, and in a small claim. */
static void registers_reckon_as_their_law_says(void **state)
{
	(void)state;
	static const char exempt[] = " 342 344 359 360 "; /* PERMA 1/2016 art. 4 (2) d */
	struct fixture h;
	fixture_open(&h);
	size_t looked = 0;
	for (size_t i = 0; i < h.book->type_count; i++) {
		const struct case_type *t = &h.book->types[i];
		for (size_t k = 0; k < t->allowed_count; k++, looked++) {
			const char *alur = t->allowed[k];
			const struct case_sides *s = case_sides(t, alur);
			bool other = !text_is_empty(s->side2), small = text_same(alur, "17");
			bool mediated = !small &&
			                strstr(exempt, arena_print(&h.a, " %s ", t->id)) == NULL;
			int hearings = text_same(t->id, "346") ? 4 : 3;
			if (s->notice != other || (small && !s->single_judge) ||
			    (other && s->calls2 != hearings + (mediated ? 2 : 0)))
				fail_msg("%s in %s: %d calls, notice %d", t->name, alur, s->calls2,
				         s->notice);
		}
	}
	assert_true(looked > 40);
	arena_drop(&h.a);
}

/* Free of charge by the papers that found it and the chairman's order, not by a clerk's word. */
static void nothing_is_free_without_its_papers(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	done(&h, &act_fill_account, SAYS_AKUN);
	done(&h, &act_fill_registrant, "");
	done(&h, &act_fill_parties, SAYS_PRODEO);
	done(&h, &act_approve_registrant, "setuju=ya");
	done(&h, &act_fill_claim, SAYS_GUGATAN);
	assert_false(fixture_do(&h, &act_issue, "bank=simulasi"));
	assert_non_null(strstr(h.why.text, "langkah 4"));
	done(&h, &act_fill_claim, SAYS_GUGATAN "\nberkas[2].jenis=prodeo\nberkas[2].berkas=" BILL);
	assert_false(fixture_do(&h, &act_issue, "bank=simulasi"));
	done(&h, &act_fill_claim, SAYS_GUGATAN_PRODEO);
	done(&h, &act_issue, "bank=simulasi");
	assert_int_equal(h.f.skum.total, 0);
	arena_drop(&h.a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_situation_has_its_lines),
		cmocka_unit_test(each_letter_of_attorney_is_registered_once),
		cmocka_unit_test(registers_reckon_as_their_law_says),
		cmocka_unit_test(nothing_is_free_without_its_papers),
	};
	return unit_run(tests);
}
