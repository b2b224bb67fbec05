/* Step 7: which items a filing is asked, by what the case is; and that an answer against the
 * evidence is not taken without its reason, which is kept. */
#include "fixture.h"

#define OTHERS                                                                                     \
	"pihak[1].jenis_pihak=orang\npihak[1].nama=Siti\npihak[1].kedudukan=p1\n"                  \
	"pihak[2].jenis_pihak=orang\npihak[2].nama=Ahmad\npihak[2].kedudukan=p2\n"

/* What is typed of a case, the items that it must ask, and some that it must not. */
static const struct {
	const char *what, *akun, *pihak, *asks, *asks_not;
} cases[] = {
	{ "an ordinary divorce", "perorangan", "perkara_jenis=347",
	  "lunas peringatan wilayah jenis pihak ganda alamat tanda_tangan terbaca gugatan ktp akta_nikah",
	  "ghaib prodeo penetapan_prodeo izin_atasan kuasa kta bas persetujuan silsilah akta_mati "
	  "akta_lahir baris_kuasa" },
	{ "a husband nobody finds", "perorangan", "perkara_jenis=347\npihak[2].ghaib=ya", "ghaib",
	  "prodeo izin_atasan" },
	{ "the same outside divorce", "perorangan", "perkara_jenis=364\npihak[2].ghaib=ya",
	  "ghaib silsilah akta_mati bukti", "akta_nikah" },
	{ "free of charge", "perorangan", "perkara_jenis=347\nprodeo=ya",
	  "prodeo penetapan_prodeo prodeo_dasar", "ghaib" },
	{ "a civil servant divorces", "perorangan", "perkara_jenis=346\npihak[1].pekerjaan=PNS",
	  "izin_atasan izin_atasan_nomor", "ghaib" },
	{ "one is sued for divorce", "perorangan", "perkara_jenis=347\npihak[2].pekerjaan=TNI",
	  "izin_atasan izin_atasan_nomor", "kuasa" },
	{ "a civil servant, no divorce", "perorangan", "perkara_jenis=348\npihak[1].pekerjaan=PNS",
	  "bukti akta_nikah", "izin_atasan izin_atasan_nomor" },
	{ "an advocate files", "advokat", "perkara_jenis=347",
	  "kuasa kta bas persetujuan baris_kuasa masa_kta", "izin_insidentil hubungan tugas" },
	{ "a relative files", "kuasa_insidentil", "perkara_jenis=347",
	  "kuasa izin_insidentil hubungan baris_kuasa", "kta bas persetujuan masa_kta" },
	{ "a body files", "badan_hukum", "perkara_jenis=370", "kuasa pegawai akad",
	  "kta persetujuan akta_nikah" },
	{ "the state files", "pemerintah", "perkara_jenis=370", "tugas akad", "kuasa kta" },
	{ "heirs are to be named", "perorangan", "perkara_jenis=371",
	  "akta_mati silsilah kartu_keluarga", "akta_nikah bukti" },
	{ "an estate is divided", "perorangan", "perkara_jenis=364", "akta_mati silsilah bukti",
	  "akta_nikah kartu_keluarga" },
	{ "custody of a child", "perorangan", "perkara_jenis=349", "akta_lahir akta_nikah",
	  "silsilah mempelai" },
	{ "maintenance of a child", "perorangan", "perkara_jenis=350", "akta_lahir akta_nikah",
	  "silsilah" },
	{ "a guardian", "perorangan", "perkara_jenis=354", "akta_lahir kartu_keluarga",
	  "penyerahan_anak dinsos akta_nikah" },
	{ "a child's descent", "perorangan", "perkara_jenis=358", "akta_lahir kartu_keluarga",
	  "penyerahan_anak dinsos" },
	{ "an adoption", "perorangan", "perkara_jenis=358\nangkat=ya",
	  "akta_lahir kartu_keluarga penyerahan_anak dinsos", "mempelai" },
	{ "a marriage before 19", "perorangan", "perkara_jenis=362",
	  "mempelai penolakan_kua akta_lahir kartu_keluarga penghasilan", "akta_nikah" },
	{ "an unwilling wali", "perorangan", "perkara_jenis=363", "penolakan_kua",
	  "akta_lahir mempelai" },
	{ "a second wife", "perorangan", "perkara_jenis=341", "izin_istri penghasilan akta_nikah",
	  "izin_atasan" },
	{ "sharia economy", "perorangan", "perkara_jenis=370", "akad", "akta_nikah bukti" },
	{ "a defendant abroad", "perorangan", "perkara_jenis=347\npihak[2].kanal=luar_negeri",
	  "terjemahan", "ghaib" },
	{ "all at once", "advokat",
	  "perkara_jenis=347\nprodeo=ya\npihak[1].pekerjaan=PNS\npihak[2].ghaib=ya",
	  "kuasa kta bas persetujuan prodeo penetapan_prodeo prodeo_dasar izin_atasan "
	  "izin_atasan_nomor ghaib",
	  "silsilah" },
};

static size_t items_of(struct fixture *h, struct check_row **items)
{
	const struct paper_facts nothing = { 0 };
	return checks_of(h->book, &h->f, &nothing, instant_day(h->now, &h->book->court.zone), &h->a,
	                 items);
}

static void case_is(struct fixture *h, const char *akun, const char *pihak)
{
	struct fill *fills = arena_get(&h->a, 3, sizeof *fills);
	fills[0] = (struct fill){ .step = AKUN,
		                  .values = said(h, arena_print(&h->a, "jenis=%s", akun)) };
	fills[1] = (struct fill){ .step = PIHAK,
		                  .values = said(h, arena_print(&h->a, OTHERS "%s", pihak)) };
	const char *sent = text_same(akun, "pemerintah") ? "wakil_dengan=tugas" : "kta=1";
	fills[2] = (struct fill){ .step = PENDAFTAR, .values = said(h, sent) };
	h->f.fills = fills;
	h->f.fill_count = 3;
}

/* Each of the words is an item, or none of them is. */
static void asked(struct fixture *h, const char *what, const char *words, bool wanted)
{
	struct check_row *items;
	size_t count = items_of(h, &items);
	while (*words != '\0') {
		size_t length = strcspn(words, " ");
		const char *key = arena_copy(&h->a, words, length);
		bool there = false;
		for (size_t i = 0; i < count; i++)
			there = there || text_same(items[i].key, key);
		if (there != wanted)
			fail_msg("%s: %s is %s", what, key, wanted ? "not asked" : "asked");
		words += length + (words[length] == ' ');
	}
}

static void items_appear_by_what_the_case_is(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		case_is(&h, cases[i].akun, cases[i].pihak);
		asked(&h, cases[i].what, cases[i].asks, true);
		asked(&h, cases[i].what, cases[i].asks_not, false);
	}
	print_message("# %zu cases\n", COUNT_OF(cases));
	fixture_close(&h);
}

/* ---- what speaks against an item ---- */

static const struct check_row *item_named(struct fixture *h, const char *key)
{
	struct check_row *items;
	size_t count = items_of(h, &items);
	for (size_t i = 0; i < count; i++) {
		if (text_same(items[i].key, key))
			return &items[i];
	}
	fail_msg("no item %s", key);
	return NULL;
}

static void what_speaks_against_stands_first(void **state)
{
	(void)state;
	struct fixture h;
	struct check_row *items;
	fixture_open(&h);
	up_to_paid(&h);
	size_t count = items_of(&h, &items);
	assert_true(count > 8);
	for (size_t i = 1; i < count; i++)
		assert_true(items[i - 1].proof <= items[i].proof);
	assert_int_equal(items[0].proof, PROOF_NO);
	assert_int_equal(item_named(&h, "lunas")->proof, PROOF_YES);
	assert_int_equal(item_named(&h, "akta_nikah")->proof, PROOF_NO);
	fixture_close(&h);
}

static const char *answers(struct fixture *h, const char *key, const char *answer,
                           const char *reason)
{
	struct check_row *items;
	struct text t = text_start(&h->a);
	size_t count = items_of(h, &items);
	for (size_t i = 0; i < count; i++) {
		bool this = text_same(items[i].key, key), no = items[i].proof == PROOF_NO;
		const char *why = this ? reason : no ? "diperlihatkan di loket" : "";
		text_addf(&t, "periksa[%zu].butir=%s\nperiksa[%zu].hasil=%s\n", i + 1, items[i].key,
		          i + 1, this ? answer : "ya");
		if (*why != '\0')
			text_addf(&t, "periksa[%zu].catatan=%s\n", i + 1, why);
	}
	text_add(&t, "putusan=ya");
	return t.s;
}

/* "ya" and "tak perlu" alike, of a paper that is not there: with the reason, or not at all. */
static void an_answer_against_the_evidence_gives_its_reason(void **state)
{
	(void)state;
	static const char *const against[] = { "ya", "tidak_perlu" };
	for (size_t i = 0; i < COUNT_OF(against); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_paid(&h);
		assert_false(
		    fixture_do(&h, &act_verify, answers(&h, "akta_nikah", against[i], "")));
		assert_non_null(strstr(h.why.field, "catatan"));
		assert_non_null(strstr(fault_text(&h.a, &h.why), "Tulis alasannya"));
		done(&h, &act_verify, answers(&h, "akta_nikah", against[i], "aslinya dilihat"));
		assert_non_null(strstr(h.last.event, "Melawan bukti: "));
		assert_non_null(strstr(h.last.event, "(aslinya dilihat)"));
		bool kept = false;
		for (size_t k = 0; k < h.f.verdict.count; k++)
			kept = kept || (text_same(h.f.verdict.items[k].key, "akta_nikah") &&
			                text_same(h.f.verdict.items[k].remark, "aslinya dilihat"));
		assert_true(kept);
		fixture_close(&h);
	}
}

/* A paper that may follow follows without a reason; one without which there is no number does not. */
static void what_may_follow_needs_no_reason(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_paid(&h);
	assert_true(item_named(&h, "akta_nikah")->follows);
	assert_false(item_named(&h, "ktp")->follows);
	assert_false(fixture_do(&h, &act_verify, answers(&h, "ktp", "menyusul", "")));
	done(&h, &act_verify, answers(&h, "akta_nikah", "menyusul", ""));
	assert_non_null(strstr(h.last.event, "Menyusul: "));
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_appear_by_what_the_case_is),
		cmocka_unit_test(what_speaks_against_stands_first),
		cmocka_unit_test(an_answer_against_the_evidence_gives_its_reason),
		cmocka_unit_test(what_may_follow_needs_no_reason),
	};
	return unit_run(tests);
}
