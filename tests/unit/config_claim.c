/* Drafts of claims: whatever step 3 says, each is whole: no gap, no dots, no name without a value. */
#include "loket/claim.h"

#include "fixture.h"

static const char *const grounds[] = { "",          "perselisihan", "meninggalkan",
	                               "kekejaman", "zina",         "penjara",
	                               "cacat",     "taklik",       "murtad" };
/* What step 3 may leave empty, one a bit. */
static const char *const optional[] = { "alasan[1].sebab=sering bertengkar",
	                                "alasan[1].goyah=Januari 2023",
	                                "alasan[1].pisah=Maret 2024",
	                                "alasan[1].rumah=Sukamaju",
	                                "nikah_kutipan=2010-07-01",
	                                "anak[1].nama=Ali bin Ahmad\nanak[1].lahir=2012-03-04",
	                                "objek=sebidang tanah",
	                                "akta_cerai=12/AC/2020",
	                                "pewaris_tempat=Karangan",
	                                "pihak[1].hubungan=istri",
	                                "mempelai[2].nama=Rahmat bin Saleh" };

#define ASKED                                                                                      \
	"nikah_tanggal=2010-06-12\nnikah_nomor=123/45/VI/2010\nnikah_kua=KUA Sukamaju\n"           \
	"isbat_tanggal=2001-02-03\nisbat_tempat=Desa Jatirejo\nisbat_wali=Hasan bin Umar\n"        \
	"pewaris_nama=Umar bin Ali\npewaris_meninggal=2020-05-06\npoligami_alasan=istri sakit\n"   \
	"mempelai[1].nama=Wulan binti Darsono\nmempelai[1].lahir=2009-01-02\n"

static struct values answered(struct fixture *h, const struct case_type *type, const char *ground,
                              unsigned bits)
{
	struct text t = text_start(&h->a);
	text_addf(&t, "perkara_jenis=%s\nalur=%s\n", type->id, type->alur);
	text_add(&t, ASKED "pihak[1].kedudukan=p1\npihak[1].nama=Siti binti Umar");
	if (*type->sides[type->side_count - 1].side2 != '\0')
		text_add(&t, "\npihak[2].kedudukan=p2\npihak[2].nama=Ahmad bin Hasan");
	if (*ground != '\0')
		text_addf(&t, "\nalasan[1].alasan=%s", ground);
	for (size_t i = 0; i < COUNT_OF(optional); i++) {
		if ((bits >> i & 1) != 0)
			text_addf(&t, "\n%s", optional[i]);
	}
	return said(h, t.s);
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

static void every_combination_is_whole(void **state)
{
	(void)state;
	struct fixture h;
	size_t drafts = 0;
	fixture_open(&h);
	day today = instant_day(h.now, &h.book->court.zone);
	for (size_t i = 0; i < h.book->claim_count; i++) {
		const struct claim *claim = &h.book->claims[i];
		for (size_t n = 0; n < claim->type_count * COUNT_OF(grounds) << COUNT_OF(optional);
		     n++) {
			struct arena a = arena_start(4 * MIB), kept = h.a;
			struct claim_draft d;
			unsigned bits = (unsigned)n & ((1u << COUNT_OF(optional)) - 1);
			size_t rest = n >> COUNT_OF(optional);
			const struct case_type *type =
			    rulebook_type(h.book, claim->types[rest / COUNT_OF(grounds)]);
			h.a = a;
			const struct values v = answered(&h, type,
			                                 grounds[rest % COUNT_OF(grounds)], bits);
			assert_true(claim_write(h.book, &v, today, &h.a, &d));
			assert_true(d.posita_count >= 1 && d.petitum_count >= 2);
			for (size_t k = 0; k < d.posita_count; k++) {
				assert_memory_equal(d.posita[k], "Bahwa ", 6);
				whole(d.posita[k]);
			}
			for (size_t k = 0; k < d.petitum_count; k++)
				whole(d.petitum[k]);
			drafts++;
			arena_drop(&h.a);
			h.a = kept;
		}
	}
	print_message("# %zu drafts\n", drafts);
	assert_true(drafts > 100000);
	fixture_close(&h);
}

static void a_divorce_reads_as_courts_write_it(void **state)
{
	(void)state;
	struct fixture h;
	struct claim_draft d;
	fixture_open(&h);
	const struct values v = answered(&h, rulebook_type(h.book, "347"), "perselisihan", 0x27);
	assert_true(claim_write(h.book, &v, instant_day(h.now, &h.book->court.zone), &h.a, &d));
	assert_string_equal(
	    d.posita[0], "Bahwa pada tanggal 12 Juni 2010 Penggugat dan Tergugat menikah menurut "
	                 "agama Islam, dicatat pada KUA Sukamaju, sesuai Kutipan Akta Nikah Nomor "
	                 "123/45/VI/2010");
	assert_string_equal(
	    d.posita[3], "Bahwa sejak Januari 2023 antara Penggugat dan Tergugat terus-menerus "
	                 "terjadi perselisihan dan pertengkaran dan tidak ada harapan akan hidup "
	                 "rukun lagi dalam rumah tangga, disebabkan sering bertengkar");
	assert_string_equal(
	    d.petitum[1], "Menjatuhkan talak satu bain sughra Tergugat (Ahmad bin Hasan) terhadap "
	                  "Penggugat (Siti binti Umar)");
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_combination_is_whole),
		cmocka_unit_test(a_divorce_reads_as_courts_write_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
