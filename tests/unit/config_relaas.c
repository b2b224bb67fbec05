/* What a relaas says is asked when an outcome is recorded, and stands on the paper. */
#include "fixture.h"

enum { DAY_MS = 24 * 60 * 60 * 1000 };

static void up_to_hearing(struct fixture *h, const char *parties, const char *hearing)
{
	up_to_skum(h, parties);
	done(h, &act_va_made, says_bank(h, "va=    8808000000000001"));
	done(h, &act_paid, says_paid(h, "P1", h->f.skum.total));
	done(h, &act_verify, says_checklist(h, NULL, "putusan=ya"));
	done(h, &act_numbered, says_number(412));
	done(h, &act_set_hearing, hearing);
}

/* The paper of the second summons has each text (NULL-ended). */
static void relaas_says(struct fixture *h, const char *const *texts)
{
	const struct printing how = { .now = h->now, .bailiff = "Umar, S.H.", .which = 2 };
	const char *paper = paper_relaas(h->book, &h->f, &how, &h->a);
	for (; *texts != NULL; texts++) {
		if (strstr(paper, *texts) == NULL)
			fail_msg("it does not say %s: %s", *texts, paper);
	}
}
#define says_all(h, ...) relaas_says((h), (const char *const[]){ __VA_ARGS__, NULL })

static void never(struct fixture *h, const char *text)
{
	const struct printing how = { .now = h->now, .bailiff = "Umar, S.H.", .which = 2 };
	assert_null(strstr(paper_relaas(h->book, &h->f, &how, &h->a), text));
}

static void refused(struct fixture *h, const char *outcome, const char *field)
{
	assert_false(fixture_do(h, &act_record_service, outcome));
	assert_string_equal(h->why.field, field);
}

/* Every combination has one whole text; those of the files that come with the program. */
static void each_combination_is_proved(void **state)
{
	(void)state;
	struct fixture h;
	struct relaas_proof proof;
	fixture_open(&h);
	relaas_prove(h.book, &h.a, &proof);
	for (size_t i = 0; i < proof.fault_count; i++)
		print_message("%s\n", proof.faults[i]);
	assert_int_equal(proof.fault_count, 0);
	assert_true(proof.tried > 800);
	fixture_close(&h);
}

/* By post: another channel's outcome, and one without what its relaas says, are refused. */
static void what_the_relaas_says_is_asked(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_hearing(&h, SAYS_PIHAK, SAYS_TETAPKAN);
	says_all(&h, "RELAAS PANGGILAN SURAT TERCATAT", "Menurut pelacakan");
	refused(&h, "panggilan_ke=2\nhasil=Y\ntanggal=2026-11-25\nbertemu=Ahmad", "hasil");
	refused(&h, "panggilan_ke=2\nhasil=S\ntanggal=2026-11-25\nresi=P1", "diterima");
	refused(&h,
	        "panggilan_ke=2\nhasil=T_serumah\ntanggal=2026-11-25\nresi=P1\n"
	        "diterima=2026-11-25\nbertemu=Sri",
	        "hubungan");
	done(&h, &act_record_service, "panggilan_ke=2\nhasil=S_kirim\ntanggal=2026-11-25\nresi=P1");
	says_all(&h, "nomor resi P1", "penerimaan surat tercatat itu belum terbukti");
	done(&h, &act_record_service,
	     "panggilan_ke=2\nhasil=T_serumah\ntanggal=2026-11-25\nresi=P1\n"
	     "diterima=2026-11-25\nbertemu=Sri\nhubungan=ibu\njam=10.30\n"
	     "keterangan=Rumah di ujung gang.");
	says_all(&h, "pukul 10.30 WIB", "tanggal 25 November 2026 oleh Sri, ibu, orang dewasa",
	         "Keterangan: Rumah di ujung gang;",
	         "Dalam surat itu saya sertakan salinan surat gugatan");
	never(&h, "bertemu");
	assert_string_equal(h.f.summons[1].found.as, "ibu");
	fixture_close(&h);
}

/* In a divorce: the first announcement is recorded when it is made, the second closes it. */
static void a_first_announcement_is_recorded_alone(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_hearing(&h, SAYS_PIHAK "\npihak[2].ghaib=ya\npihak[2].desa=",
	              SAYS_TETAPKAN "\nsidang_tanggal=2027-05-10");
	says_all(&h, "RELAAS PANGGILAN MELALUI PENGUMUMAN", "dahulu ");
	refused(&h, "panggilan_ke=2\nhasil=GHAIB_1\ntanggal=2026-11-25", "media");
	done(&h, &act_record_service,
	     "panggilan_ke=2\nhasil=GHAIB_1\ntanggal=2026-11-25\nmedia=Radio Contoh");
	says_all(&h,
	         "melalui Radio Contoh untuk pertama kali pada hari Rabu tanggal 25 November 2026",
	         "pengumuman kedua belum dilakukan");
	assert_int_equal(h.f.summons[1].found.first, h.f.summons[1].served);
	h.now += (instant)31 * DAY_MS;
	done(&h, &act_record_service,
	     "panggilan_ke=2\nhasil=GHAIB\ntanggal=2026-12-26\npengumuman=2026-11-25\n"
	     "media=Radio Contoh");
	says_all(&h, "untuk pertama kali pada hari Rabu tanggal 25 November 2026 dan untuk kedua "
	             "kali pada hari Sabtu tanggal 26 Desember 2026");
	assert_true(h.f.summons[1].proper);
	never(&h, "Yang dipanggil,");
	fixture_close(&h);
}

/* Outside divorce: through the regent and the board, once. */
static void others_are_called_through_the_regent(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_hearing(&h, SAYS_PIHAK_OF("351", "15") SAYS_P1 SAYS_P2("") "\npihak[2].ghaib=ya",
	              SAYS_TETAPKAN "\nsidang_tanggal=2027-01-11");
	assert_string_equal(h.f.summons[1].channel, "umum");
	done(&h, &act_record_service,
	     "panggilan_ke=2\nhasil=UMUM\ntanggal=2026-11-25\nbertemu=Rini\n"
	     "hubungan=Bagian Hukum Setda");
	says_all(&h, "kepada Rini, Bagian Hukum Setda, untuk diumumkan atas perintah bupati",
	         "Yang menerima");
	fixture_close(&h);
}

/* All parties stand on the paper with their roles and whom they are represented by. */
static void every_party_stands_on_the_paper(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_hearing(&h,
	              SAYS_PIHAK "\npihak[3].kedudukan=p4\npihak[3].jenis_pihak=badan\n"
	                         "pihak[3].nama=PT BPRS Contoh\npihak[3].wakil=Nia\n"
	                         "pihak[3].wakil_jabatan=Direktur Utama\npihak[3].alamat=Jalan 3\n"
	                         "pihak[3].desa=99.01.01.2001\npihak[3].rtrw=001/002",
	              SAYS_TETAPKAN);
	says_all(&h, "PT BPRS Contoh", ", diwakili oleh Nia, Direktur Utama,", "Turut Tergugat");
	struct register_line line;
	register_line(h.book, &h.f, &h.a, &line);
	assert_non_null(strstr(line.sides[1], "berkedudukan di Jalan 3"));
	assert_non_null(strstr(line.sides[1], "diwakili oleh Nia, Direktur Utama, sebagai Turut "
	                                      "Tergugat"));
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_combination_is_proved),
		cmocka_unit_test(what_the_relaas_says_is_asked),
		cmocka_unit_test(a_first_announcement_is_recorded_alone),
		cmocka_unit_test(others_are_called_through_the_regent),
		cmocka_unit_test(every_party_stands_on_the_paper),
	};
	return unit_run(tests);
}
