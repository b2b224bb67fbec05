/* Drafts of claims: whatever step 3 says, each is whole: no gap, no dots, no name without a value. */
#include "loket/claim.h"

#include "fixture.h"

static const char *const grounds[] = { "",          "perselisihan", "meninggalkan",
	                               "kekejaman", "zina",         "penjara",
	                               "cacat",     "taklik",       "murtad" };
/* What step 3 may leave empty, by the name of a sentence that it fills. */
static const struct {
	const char *fills, *said;
} optional[] = {
	{ "sebab", "alasan[1].sebab=sering bertengkar" },
	{ "goyah", "alasan[1].goyah=Januari 2023" },
	{ "pisah", "alasan[1].pisah=Maret 2024" },
	{ "rumah", "alasan[1].rumah=Sukamaju" },
	{ "nikah_kutipan", "nikah_kutipan=2010-07-01" },
	{ "anak", "anak[1].nama=Ali bin Ahmad\nanak[1].lahir=2012-03-04" },
	{ "objek", "objek=sebidang tanah" },
	{ "akta_cerai", "akta_cerai=12/AC/2020" },
	{ "meninggal_di", "pewaris_tempat=Karangan" },
	{ "waris", "pihak[1].hubungan=istri" },
	{ "pasangan", "mempelai[2].nama=Rahmat bin Saleh" },
	{ "calon_suami", "mempelai[2].nama=Rahmat bin Saleh\nmempelai[2].kelamin=L" },
	{ "calon_istri", "calon_istri=Ani binti Udin" },
	{ "uraian", "uraian=ayahnya sudah lama pergi" },
	{ "keperluan", "keperluan=mengurus akta kelahiran" },
	{ "angkat", "angkat=ya" },
	{ "nafkah", "nafkah[1].macam=iddah\nnafkah[1].jumlah=3000000\nnafkah[2].macam=lampau\n"
	            "nafkah[2].jumlah=12000000\nnafkah[2].rincian=8 bulan" },
	{ "nafkah_anak", "nafkah[3].macam=anak\nnafkah[3].jumlah=1000000" },
	{ "akad_nomor", "akad_nomor=12/MRB/2024" },
	{ "nilai", "nilai=150000000" },
};

#define ASKED                                                                                      \
	"nikah_tanggal=2010-06-12\nnikah_nomor=123/45/VI/2010\nnikah_kua=KUA Sukamaju\n"           \
	"isbat_tanggal=2001-02-03\nisbat_tempat=Desa Jatirejo\nisbat_wali=Hasan bin Umar\n"        \
	"pewaris_nama=Umar bin Ali\npewaris_meninggal=2020-05-06\npoligami_alasan=istri sakit\n"   \
	"akad_jenis=murabahah\nadhal_wali=Hasan bin Umar, ayah kandung\n"                          \
	"mempelai[1].nama=Wulan binti Darsono\nmempelai[1].lahir=2009-01-02\n"                     \
	"mempelai[1].kelamin=P\n"

/* One way to answer step 3: a kind in a register, the ground, what is told besides. */
struct way {
	const struct case_type *type;
	const char *alur, *ground;
	unsigned told; /* bits of optional[] */
	bool many;     /* two parties a side */
};

static struct values answered(struct fixture *h, const struct way *way)
{
	struct text t = text_start(&h->a);
	text_addf(&t, "perkara_jenis=%s\nalur=%s\n", way->type->id, way->alur);
	text_add(&t, ASKED "pihak[1].kedudukan=p1\npihak[1].nama=Siti binti Umar");
	int row = 1;
	if (way->many)
		text_addf(&t, "\npihak[%d].kedudukan=p1\npihak[%d].nama=Budi", row + 1, row + 1);
	row += way->many;
	for (int n = 0; n <= way->many && *case_sides(way->type, way->alur)->side2 != '\0'; n++) {
		row++;
		text_addf(&t, "\npihak[%d].kedudukan=p2\npihak[%d].nama=Ahmad %d", row, row, n);
	}
	if (*way->ground != '\0')
		text_addf(&t, "\nalasan[1].alasan=%s", way->ground);
	for (size_t i = 0; i < COUNT_OF(optional); i++) {
		if ((way->told >> i & 1) != 0 && *optional[i].said != '\0')
			text_addf(&t, "\n%s", optional[i].said);
	}
	return said(h, t.s);
}

static bool any_names(const char *const *conditions, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		size_t length = strcspn(conditions[i], "=");
		if (length == strlen(name) && strncmp(conditions[i], name, length) == 0)
			return true;
	}
	return false;
}

/* Does a sentence of the claim look at the name? */
static bool looks_at(struct fixture *h, const struct claim *claim, const char *name)
{
	const char *braces = arena_print(&h->a, "{%s}", name);
	for (size_t i = 0; i < claim->count; i++) {
		const struct claim_sentence *s = &claim->sentences[i];
		if (strstr(s->text, braces) != NULL || any_names(s->if_, s->if_count, name) ||
		    any_names(s->unless, s->unless_count, name))
			return true;
	}
	return false;
}

static void whole(const char *text)
{
	static const char *const never[] = { "..", "  ", " ,", " ;", "{",
		                             "}",  "[",  "]",  "()", "bin ;" };
	for (size_t i = 0; i < COUNT_OF(never); i++) {
		if (strstr(text, never[i]) != NULL)
			fail_msg("\"%s\" in: %s", never[i], text);
	}
	assert_true(strlen(text) > 20 && text[strlen(text) - 1] != ' ');
}

static void draft_is_whole(struct fixture *h, const struct way *way)
{
	struct claim_draft d;
	const struct values v = answered(h, way);
	assert_true(claim_write(h->book, &v, instant_day(h->now, &h->book->court.zone), &h->a, &d));
	assert_true(d.posita_count >= 1 && d.petitum_count >= 3);
	for (size_t k = 0; k < d.posita_count; k++) {
		assert_memory_equal(d.posita[k], "Bahwa", 5);
		whole(d.posita[k]);
	}
	for (size_t k = 0; k < d.petitum_count; k++)
		whole(d.petitum[k]);
}

/* Every subset of what the claim looks at, in an arena of its own each. */
static size_t all_ways(struct fixture *h, const struct claim *claim, struct way *way)
{
	unsigned used[COUNT_OF(optional)];
	size_t bits = 0, drafts = 0;
	for (unsigned i = 0; i < COUNT_OF(optional); i++) {
		if (looks_at(h, claim, optional[i].fills))
			used[bits++] = i;
	}
	for (size_t n = 0; n < (size_t)2 << bits; n++, drafts++) {
		struct arena kept = h->a;
		h->a = arena_start(4 * MIB);
		way->told = 0;
		for (size_t k = 0; k < bits; k++)
			way->told |= (unsigned)(n >> k & 1) << used[k];
		way->many = n >> bits != 0;
		draft_is_whole(h, way);
		arena_drop(&h->a);
		h->a = kept;
	}
	return drafts;
}

static void every_combination_is_whole(void **state)
{
	(void)state;
	struct fixture h;
	size_t drafts = 0, kinds = 0;
	fixture_open(&h);
	for (size_t i = 0; i < h.book->claim_count; i++) {
		const struct claim *claim = &h.book->claims[i];
		size_t least = looks_at(&h, claim, "alasan") ? COUNT_OF(grounds) : 1;
		for (size_t n = 0; n < claim->type_count; n++, kinds++) {
			struct way way = { .type = rulebook_type(h.book, claim->types[n]) };
			for (size_t k = 0; k < way.type->allowed_count * least; k++) {
				way.alur = way.type->allowed[k / least];
				way.ground = grounds[k % least];
				drafts += all_ways(&h, claim, &way);
			}
		}
	}
	print_message("# %zu drafts of %zu kinds\n", drafts, kinds);
	assert_true(drafts > 9000 && kinds >= 23);
	fixture_close(&h);
}

static void a_divorce_reads_as_courts_write_it(void **state)
{
	(void)state;
	struct fixture h;
	struct claim_draft d;
	fixture_open(&h);
	const struct way way = { rulebook_type(h.book, "347"), "15", "perselisihan", 0x27, false };
	const struct values v = answered(&h, &way);
	assert_true(claim_write(h.book, &v, instant_day(h.now, &h.book->court.zone), &h.a, &d));
	assert_string_equal(
	    d.posita[0], "Bahwa pada tanggal 12 Juni 2010 Penggugat dan Tergugat menikah menurut "
	                 "agama Islam, dicatat pada KUA Sukamaju, sesuai Kutipan Akta Nikah Nomor "
	                 "123/45/VI/2010");
	assert_string_equal(
	    d.posita[3], "Bahwa sejak Januari 2023 antara Penggugat dan Tergugat terus-menerus "
	                 "terjadi perselisihan dan pertengkaran dan tidak ada harapan akan hidup "
	                 "rukun lagi dalam rumah tangga, disebabkan sering bertengkar");
	assert_string_equal(d.petitum[1],
	                    "Menjatuhkan talak satu bain sughra Tergugat (Ahmad 0) terhadap "
	                    "Penggugat (Siti binti Umar)");
	fixture_close(&h);
}

/* One sentence of a kind, as a party told it. */
static void reads(struct fixture *h, const char *told, const char *sentence)
{
	struct claim_draft d;
	const struct values v = said(h, told);
	assert_true(claim_write(h->book, &v, instant_day(h->now, &h->book->court.zone), &h->a, &d));
	for (size_t i = 0; i < d.posita_count; i++) {
		if (text_same(d.posita[i], sentence))
			return;
	}
	for (size_t i = 0; i < d.petitum_count; i++) {
		if (text_same(d.petitum[i], sentence))
			return;
	}
	fail_msg("not said: %s\n%s\n%s", sentence, claim_posita(&d, &h->a),
	         claim_petitum(&d, &h->a));
}

#define ONE "\npihak[1].kedudukan=p1\npihak[1].nama=Siti binti Umar"
#define TWO ONE "\npihak[2].kedudukan=p2\npihak[2].nama=Ahmad bin Hasan"

static void each_kind_asks_for_what_it_is_about(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	reads(
	    &h,
	    "perkara_jenis=354\nalur=16" ONE "\nanak[1].nama=Ali\nanak[1].lahir=2015-05-02\n"
	    "anak[2].nama=Budi\nanak[2].lahir=2018-01-09",
	    "Menetapkan Pemohon (Siti binti Umar) sebagai wali dari anak bernama Ali, lahir 2 Mei "
	    "2015; Budi, lahir 9 Januari 2018");
	reads(&h,
	      "perkara_jenis=363\nalur=16" ONE "\nadhal_wali=Umar bin Ali, ayah kandung\n"
	      "uraian=calonnya perantau\nmempelai[1].nama=Rahmat bin Saleh\n"
	      "mempelai[1].kelamin=L",
	      "Bahwa wali nikah Pemohon, Umar bin Ali, ayah kandung, enggan menikahkannya dengan "
	      "alasan calonnya perantau");
	reads(&h,
	      "perkara_jenis=363\nalur=16" ONE "\nadhal_wali=Umar bin Ali, ayah kandung\n"
	      "mempelai[1].nama=Siti binti Umar\nmempelai[1].kelamin=P\n"
	      "mempelai[2].nama=Rahmat bin Saleh\nmempelai[2].kelamin=L",
	      "Menyatakan Pemohon dapat menikah dengan Rahmat bin Saleh dengan wali hakim, yaitu "
	      "Kepala Kantor Urusan Agama yang berwenang");
	reads(&h,
	      "perkara_jenis=351\nalur=15" TWO "\nnafkah[1].macam=lampau\n"
	      "nafkah[1].jumlah=12000000\nnafkah[1].rincian=8 bulan\n"
	      "nafkah[2].macam=mutah\nnafkah[2].jumlah=1500000",
	      "Menghukum Tergugat (Ahmad bin Hasan) membayar kepada Penggugat (Siti binti Umar): "
	      "nafkah lampau (madhiyah) sejumlah Rp12.000.000 (dua belas juta rupiah), yaitu 8 "
	      "bulan; mut’ah sejumlah Rp1.500.000 (satu juta lima ratus ribu rupiah)");
	reads(
	    &h,
	    "perkara_jenis=347\nalur=15" TWO "\nnafkah[1].macam=anak\n"
	    "nafkah[1].jumlah=1000000",
	    "Menghukum Tergugat membayar nafkah anak melalui Penggugat sejumlah Rp1.000.000 (satu "
	    "juta rupiah) setiap bulan, sampai anak itu dewasa atau berumur 21 tahun");
	reads(&h,
	      "perkara_jenis=370\nalur=17" TWO "\nakad_jenis=murabahah\nakad_nomor=12/MRB\n"
	      "nilai=150000000",
	      "Menghukum Tergugat membayar kepada Penggugat (Siti binti Umar) sejumlah "
	      "Rp150.000.000 (seratus lima puluh juta rupiah)");
	reads(&h,
	      "perkara_jenis=358\nalur=16" ONE "\nangkat=ya\nanak[1].nama=Ali\n"
	      "anak[1].lahir=2015-05-02",
	      "Menyatakan sah pengangkatan anak bernama Ali, lahir 2 Mei 2015 oleh Pemohon (Siti "
	      "binti Umar)");
	fixture_close(&h);
}

/* A small claim says why it is one; the same in the ordinary register does not. */
static void a_small_claim_says_so(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	for (int small = 0; small <= 1; small++) {
		struct claim_draft d;
		const struct values v = said(&h,
		                             arena_print(&h.a,
		                                         "perkara_jenis=370\nalur=%s" TWO
		                                         "\nakad_jenis=murabahah\nnilai=150000000",
		                                         small != 0 ? "17" : "15"));
		assert_true(
		    claim_write(h.book, &v, instant_day(h.now, &h.book->court.zone), &h.a, &d));
		assert_int_equal(strstr(claim_posita(&d, &h.a), "gugatan sederhana") != NULL,
		                 small != 0);
	}
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_combination_is_whole),
		cmocka_unit_test(a_divorce_reads_as_courts_write_it),
		cmocka_unit_test(each_kind_asks_for_what_it_is_about),
		cmocka_unit_test(a_small_claim_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
