/* Why a figure, a day or a state is what it is: over every kind of case, register, way of filing and
 * place of the other side, the rows that are shown add up to the figure and end with the day. */
#include "loket/why.h"

#include "fixture.h"

/* ---- what must hold of every one ---- */

static void sums_up(const struct why *w)
{
	rupiah sum = 0;
	int64_t counted = 0, times = 0;
	for (size_t i = 0; i < w->count; i++) {
		const struct why_row *r = &w->rows[i];
		if (r->depth == 0 && r->kind == WHY_MONEY) {
			assert_int_equal(counted, times); /* of the line before */
			sum += r->amount;
			times = counted = r->times;
			if (times > 0)
				assert_int_equal(r->each * times, r->amount);
			counted = 0;
		}
		if (r->depth == 1 && r->kind == WHY_COUNT)
			counted += r->times;
	}
	assert_int_equal(counted, times);
	assert_int_equal(sum, w->amount);
}

/* The last day is the date; the days that count are numbered without a gap, and below each row
 * stand those that lead to it. */
static void ends_with_the_day(const struct why *w)
{
	day last = DAY_NONE;
	int64_t nth[2] = { 0, 0 };
	for (size_t i = 0; i < w->count; i++) {
		const struct why_row *r = &w->rows[i];
		if (r->kind != WHY_DAY)
			continue;
		if (r->depth == 0) {
			last = r->on;
			nth[1] = 0;
		}
		if (r->times > 0)
			assert_int_equal(r->times, ++nth[r->depth]);
	}
	assert_int_equal(last, w->on);
}

static void all_hold(const struct whys *all)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct why *w = &all->items[i];
		assert_ptr_equal(whys_find(all, w->key), w);
		if (w->kind == WHY_MONEY)
			sums_up(w);
		if (w->kind == WHY_DAY)
			ends_with_the_day(w);
		if (w->kind == WHY_WORDS)
			assert_true(*w->words != '\0');
		for (size_t k = 0; k < w->count; k++)
			assert_true(*w->rows[k].what != '\0');
	}
}

static struct whys told_of(struct fixture *h, const struct values *pihak)
{
	struct whys all;
	const struct why_ask ask = {
		.book = h->book, .filing = &h->f, .pihak = pihak, .now = h->now, .a = &h->a
	};
	whys_of(&ask, &all);
	all_hold(&all);
	return all;
}

/* ---- every kind of case, as its parties are typed ---- */

static const char *const others[] = {
	"desa=99.01.01.2001",
	"desa=99.01.01.2001\ndomisili_setuju=ya\nemail=a@example.id",
	"desa=99.01.04.2001",
	"desa=11.01.01.2001",
	"ghaib=ya",
	"kanal=luar_negeri",
	"desa=99.01.01.2001\nkanal=jurusita\nalasan_kanal=perintah ketua",
};

static void put_row(struct fixture *h, struct values *v, int row, const char *side,
                    const char *lines)
{
	values_set(v, &h->a, PIHAK, row, "kedudukan", side);
	values_set(v, &h->a, PIHAK, row, "nama", arena_print(&h->a, "Nama %d", row));
	while (*lines != '\0') {
		size_t name = strcspn(lines, "="), all = strcspn(lines, "\n");
		values_set(v, &h->a, PIHAK, row, arena_copy(&h->a, lines, name),
		           arena_copy(&h->a, lines + name + 1, all - name - 1));
		lines += all + (lines[all] == '\n');
	}
}

static struct values typed(struct fixture *h, const struct case_type *type, const char *alur,
                           unsigned way)
{
	struct values v = { 0 };
	int row = 0;
	values_set(&v, &h->a, "", 0, "perkara_jenis", type->id);
	values_set(&v, &h->a, "", 0, "alur", alur);
	values_set(&v, &h->a, "", 0, "prodeo", (way & 1) != 0 ? "ya" : "tidak");
	values_set(&v, &h->a, "", 0, "lewat", (way & 2) != 0 ? "manual" : "");
	for (unsigned i = 0; i < 1 + (way & 4) / 4; i++)
		put_row(h, &v, ++row, "p1", "desa=99.01.01.2002\nemail=s@example.id");
	for (size_t i = 0; i < COUNT_OF(others) && *case_sides(type, alur)->side2 != '\0'; i++) {
		if ((way & 8) != 0 || i == way % COUNT_OF(others))
			put_row(h, &v, ++row, "p2", others[i]);
	}
	if ((way & 4) != 0) {
		values_set(&v, &h->a, "kuasa", 1, "nama", "Fitri Handayani, S.H.");
		values_set(&v, &h->a, "kuasa", 1, "untuk", "1");
	}
	return v;
}

static void the_rows_of_a_panjar_add_up(void **state)
{
	(void)state;
	size_t told = 0, lines = 0;
	struct fixture h;
	fixture_open(&h);
	for (size_t i = 0; i < h.book->type_count; i++) {
		const struct case_type *type = &h.book->types[i];
		for (unsigned way = 0; way < 16 * type->allowed_count; way++) {
			const struct values v = typed(&h, type, type->allowed[way / 16], way % 16);
			const struct whys all = told_of(&h, &v);
			const struct why *panjar = whys_find(&all, "panjar");
			told += panjar != NULL;
			lines += panjar == NULL ? 0 : panjar->count;
		}
	}
	print_message("# %zu panjars, %zu rows\n", told, lines);
	assert_true(told > 300);
	fixture_close(&h);
}

/* ---- one case, step by step ---- */

static const char *value_of(struct fixture *h, const char *key)
{
	const struct whys all = told_of(h, NULL);
	const struct why *w = whys_find(&all, key);
	return w == NULL ? "" : why_value(w, &h->a);
}

static bool has_row(struct fixture *h, const char *key, const char *text)
{
	const struct whys all = told_of(h, NULL);
	const struct why *w = whys_find(&all, key);
	for (size_t i = 0; w != NULL && i < w->count; i++) {
		if (strstr(w->rows[i].what, text) != NULL)
			return true;
	}
	return false;
}

static void each_step_says_what_it_waits_for(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	char owed[32];
	up_to_skum(&h, SAYS_PIHAK);
	money_show(OWED, owed, sizeof owed);
	assert_string_equal(value_of(&h, "bayar"), "menunggu pembayaran panjar lewat bank");
	assert_true(has_row(&h, "bayar", owed));
	assert_true(has_row(&h, "verifikasi", "menunggu langkah 6 Pembayaran selesai"));
	assert_false(fixture_do(&h, &act_va_renew, ""));
	assert_non_null(
	    strstr(fault_text(&h.a, &h.why), "menunggu pembayaran di bank sejak 25-11-2026"));
	done(&h, &act_va_made, says_bank(&h, "va=8889900000000001"));
	assert_true(has_row(&h, "bayar", "VA 8889900000000001"));
	assert_string_equal(value_of(&h, "panjar"), owed);
	done(&h, &act_paid, says_paid(&h, "P1", OWED));
	assert_string_equal(value_of(&h, "dibayar"), owed);
	done(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"));
	assert_string_equal(value_of(&h, "nomor"), "menunggu nomor perkara dari SIPP");
	done(&h, &act_numbered, says_number(412));
	assert_string_equal(value_of(&h, "sidang"), "Selasa 01-12-2026");
	done(&h, &act_set_hearing, SAYS_TETAPKAN);
	assert_string_equal(value_of(&h, "sidang"), "Rabu 09-12-2026");
	assert_string_equal(value_of(&h, "batas.2"), "Kamis 03-12-2026");
	assert_string_equal(value_of(&h, "patut.2"), "belum terbukti");
	assert_string_equal(value_of(&h, "panggilan"), "menunggu hasil panggilan dari jurusita");
	assert_true(has_row(&h, "panggilan", "Ahmad Fauzi, surat tercatat: belum terbukti"));
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rows_of_a_panjar_add_up),
		cmocka_unit_test(each_step_says_what_it_waits_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
