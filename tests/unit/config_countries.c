/* What data/countries.xml asks: how long a hearing waits for one called abroad, what step 3 warns of,
 * and what the letters say. */
#include "fixture.h"

#define ABROAD(state)                                                                                                                                                                    \
	SAYS_PIHAK_OF("347", "15")                                                                                                                                                       \
	SAYS_P1                                                                                                                                                                          \
	"\npihak[2].kedudukan=p2\npihak[2].jenis_pihak=orang\npihak[2].nama=Ahmad Fauzi\n"                                                                                               \
	"pihak[2].kelamin=L\npihak[2].agama=Islam\npihak[2].pekerjaan=Swasta\npihak[2].lahir=1988-05-15\npihak[2].pendidikan=SLTA\npihak[2].ghaib=tidak\npihak[2].alamat=12 Long Road\n" \
	"pihak[2].kanal=luar_negeri\npihak[2].alasan_kanal=bekerja di sana\n"                                                                                                            \
	"pihak[2].warga_negara=Indonesia\npihak[2].negara=" state

#define HEARING(on)                                                                                \
	"sidang_tanggal=" on "\nsidang_jam=09.00\nruang=Ruang Sidang Utama\n"                      \
	"hakim_tunggal=tidak\nketua_majelis=Drs. H. Abdullah\njurusita=umar"

static bool warned(struct fixture *h, const char *words)
{
	for (size_t i = 0; i < h->f.warning_count; i++) {
		if (strstr(warning_say(&h->f.warnings[i], &h->a), words) != NULL)
			return true;
	}
	return false;
}

static void up_to_hearing(struct fixture *h, const char *parties)
{
	up_to_skum(h, parties);
	done(h, &act_va_made, says_bank(h, "va=    8808000000000001"));
	done(h, &act_paid, says_paid(h, "P1", h->f.skum.total));
	done(h, &act_verify, says_checklist(h, NULL, "putusan=ya"));
	done(h, &act_numbered, says_number(412));
}

/* A hearing in the Philippines waits a year; elsewhere six months. */
static void the_hearing_waits_for_the_country(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_hearing(&h, ABROAD("Philippines"));
	assert_false(fixture_do(&h, &act_set_hearing, HEARING("2027-05-31")));
	done(&h, &act_set_hearing, HEARING("2027-11-29"));
	fixture_close(&h);

	fixture_open(&h);
	up_to_hearing(&h, ABROAD("Malaysia"));
	done(&h, &act_set_hearing, HEARING("2027-05-31"));
	fixture_close(&h);
}

static const char *printed(struct fixture *h)
{
	const struct printing how = { .now = h->now, .bailiff = "Umar, S.H.", .which = 2 };
	return paper_letter(h->book, &h->f, &how, &h->a);
}

/* The letters say what to enclose, by whichever name the country was written. */
static void the_letters_say_what_it_asks(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_hearing(&h, ABROAD("TAIWAN"));
	done(&h, &act_set_hearing, HEARING("2027-05-31"));
	assert_non_null(strstr(printed(&h), "Taiwan, Region of China"));
	assert_non_null(strstr(printed(&h), "Inggris dan Mandarin"));
	assert_non_null(strstr(printed(&h), "1 asli dan 2 salinan"));
	assert_non_null(strstr(printed(&h), "Direktorat Konsuler"));
	fixture_close(&h);
}

/* Step 3 tells what the country asks; one that is not in the file is not spoken of. */
static void step_3_tells_what_it_asks(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	done(&h, &act_fill_account, SAYS_AKUN);
	done(&h, &act_fill_registrant, "");
	done(&h, &act_fill_parties, ABROAD("Jerman"));
	assert_true(warned(&h, "Negara: Jerman meminta terjemahan"));
	fixture_close(&h);

	fixture_open(&h);
	done(&h, &act_fill_account, SAYS_AKUN);
	done(&h, &act_fill_registrant, "");
	done(&h, &act_fill_parties, ABROAD("Malaysia"));
	assert_false(warned(&h, "Negara:"));
	fixture_close(&h);
}

/* Where the post does not go, that is warned of with its rule. */
static void a_restricted_country_is_warned_of(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	struct country *all = arena_get(&h.a, h.book->countries.count, sizeof *all);
	for (size_t i = 0; i < h.book->countries.count; i++) {
		all[i] = h.book->countries.items[i];
		all[i].restricted = text_same(all[i].name, "Yordania");
	}
	h.book->countries.items = all;
	done(&h, &act_fill_account, SAYS_AKUN);
	done(&h, &act_fill_registrant, "");
	done(&h, &act_fill_parties, ABROAD("Yordania"));
	assert_true(
	    warned(&h, "pos tidak mengantar ke Yordania (Panitera MA 621/PAN/HK2/VI/2025)"));
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_hearing_waits_for_the_country),
		cmocka_unit_test(the_letters_say_what_it_asks),
		cmocka_unit_test(step_3_tells_what_it_asks),
		cmocka_unit_test(a_restricted_country_is_warned_of),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
