/* Questions valid by their schema or not sent; answers to another question not believed. */
/* clang-format off */
#include <setjmp.h> /* cmocka wants these before it */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <string.h>

#include "loket/list.h"
#include "loket/sipp.h"

struct fixture {
	struct sipp sipp;
	struct arena a;
};

static int setup(void **state)
{
	static struct fixture f;
	struct fault why;
	f.a = arena_start(64 * MIB);
	*state = &f;
	return sipp_open(LOKET_SOURCE "/data/sipp", &f.sipp, &why) ? 0 : -1;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	sipp_close(&f->sipp);
	arena_drop(&f->a);
	return 0;
}

static const struct sipp_field filing[] = {
	{ "", 0, "petitum", "1. Mengabulkan <gugatan> & \"semua\"" },
	{ "", 0, "nomor_register", "PA.Cth-25112026-ABC" },
	{ "", 0, "alur_perkara_id", "15" },
	{ "", 0, "jenis_perkara_id", "347" },
	{ "", 0, "jenis_perkara_nama", "Cerai Gugat" },
	{ "", 0, "tanggal_pendaftaran", "2026-11-25" },
	{ "", 0, "prodeo", "tidak" },
	{ "", 0, "jumlah_skum", "855000" },
	{ "", 0, "nomor_va", "888990000000001" },
	{ "", 0, "tanggal_bayar", "2026-11-25T02:41:07.123Z" },
	{ "pihak2", 1, "nama", "Tono" },
	{ "pihak2", 1, "alamat", "Jalan Melati 2" },
	{ "pihak1", 1, "nama", "Siti Nur’aini" },
	{ "pihak1", 1, "alamat", "Jalan Mawar 1" },
	{ "pihak1", 1, "nomor_indentitas", "3201014505850001" },
	{ "pihak1", 1, "jenis_kelamin", "p" },
	{ "pihak1", 1, "tanggal_lahir", "1985-05-05" },
	{ "", 0, "unknown_word", "left out" },
};

static struct sipp_question question(enum sipp_message m)
{
	return (struct sipp_question){ m, filing, COUNT_OF(filing) };
}

static void a_filing_is_written_in_the_schemas_order(void **state)
{
	struct fixture *f = *state;
	const struct sipp_question q = question(SIPP_REGISTER);
	struct sipp_request r;
	struct fault why;
	assert_true(sipp_encode(&f->sipp, &q, &f->a, &r, &why));
	assert_string_equal(r.method, "POST");
	assert_string_equal(r.target, "/sipp/v1/daftar");
	assert_non_null(strstr(r.body, "&lt;gugatan&gt; &amp;"));
	assert_non_null(strstr(r.body, "<prodeo>T</prodeo>"));
	assert_non_null(strstr(r.body, "<urutan>1</urutan>"));
	assert_null(strstr(r.body, "unknown_word"));
	assert_true(strstr(r.body, "<pihak1>") < strstr(r.body, "<pihak2>"));
}

static void the_people_are_asked_for(void **state)
{
	struct fixture *f = *state;
	const struct sipp_question check = question(SIPP_CHECK), look = question(SIPP_CASE);
	struct sipp_request r;
	struct fault why;
	assert_true(sipp_encode(&f->sipp, &check, &f->a, &r, &why));
	assert_non_null(strstr(r.body, "<nomor_indentitas>3201014505850001</nomor_indentitas>"));
	assert_true(sipp_encode(&f->sipp, &look, &f->a, &r, &why));
	assert_string_equal(r.method, "GET");
	assert_string_equal(r.target, "/sipp/v1/perkara?nomor_register=PA.Cth-25112026-ABC");
}

static void what_sipp_cannot_keep_is_said(void **state)
{
	struct fixture *f = *state;
	static const struct sipp_field bad[] = {
		{ "", 0, "nomor_register", "nomor yang terlalu panjang untuk SIPP ini" },
		{ "", 0, "jumlah_skum", "delapan ratus" },
		{ "", 0, "tanggal_pendaftaran", "25-11-2026" },
		{ "", 0, "alur_perkara_id", "" },
	};
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		struct sipp_field fields[COUNT_OF(filing)];
		const struct sipp_question q = { SIPP_REGISTER, fields, COUNT_OF(filing) };
		struct sipp_request r;
		struct fault why = { 0 };
		memcpy(fields, filing, sizeof fields);
		for (size_t k = 0; k < COUNT_OF(fields); k++) {
			if (strcmp(fields[k].name, bad[i].name) == 0)
				fields[k].text = bad[i].text;
		}
		assert_false(sipp_encode(&f->sipp, &q, &f->a, &r, &why));
		assert_int_equal(why.kind, FAULT_REFUSED);
	}
}

#define HEAD "<?xml version=\"1.0\"?>"
#define CASE(register, number, sequence, date)                                                                                                                                          \
	HEAD                                                                                                                                                                            \
	    "<perkara xmlns=\"urn:loket:sipp:1\"><perkara_id>9</perkara_id><nomor_register>" register "</nomor_register><nomor_perkara>" number                                         \
	                                                                                              "</nomor_perkara><nomor_urut_perkara>" sequence                                   \
	                                                                                              "</nomor_urut_perkara><alur_perkara_id>15</alur_perkara_id><jenis_perkara_id>347" \
	                                                                                              "</jenis_perkara_id><jenis_perkara_nama>Cerai Gugat</jenis_perkara_nama>"         \
	                                                                                              "<tanggal_pendaftaran>" date                                                      \
	                                                                                              "</tanggal_pendaftaran></perkara>"
#define REG  "PA.Cth-25112026-ABC"
#define GOOD CASE(REG, "412/Pdt.G/2026/PA.Cth", "412", "2026-11-25")

static void answers_are_believed_only_when_they_fit(void **state)
{
	struct fixture *f = *state;
	static const struct {
		enum sipp_message message;
		int http;
		const char *body;
		enum sipp_outcome outcome;
	} cases[] = {
		{ SIPP_REGISTER, 200, GOOD, SIPP_DONE },
		{ SIPP_CASE, 200, GOOD, SIPP_DONE },
		{ SIPP_REGISTER, 200,
		  CASE("PA.Cth-25112026-XYZ", "412/Pdt.G/2026/PA.Cth", "412", "2026-11-25"),
		  SIPP_DIFFERS },
		{ SIPP_REGISTER, 200, CASE(REG, "413/Pdt.G/2026/PA.Cth", "412", "2026-11-25"),
		  SIPP_DIFFERS },
		{ SIPP_REGISTER, 200, CASE(REG, "412/Pdt.G/2025/PA.Cth", "412", "2026-11-25"),
		  SIPP_DIFFERS },
		{ SIPP_REGISTER, 200, CASE(REG, "Pdt.G 412", "412", "2026-11-25"), SIPP_LATER },
		{ SIPP_REGISTER, 200, "<perkara/>", SIPP_LATER },
		{ SIPP_REGISTER, 200, "", SIPP_LATER },
		{ SIPP_REGISTER, 200, "{}", SIPP_LATER },
		{ SIPP_REGISTER, 200,
		  "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
		  SIPP_LATER },
		{ SIPP_REGISTER, 422,
		  HEAD "<kesalahan xmlns=\"urn:loket:sipp:1\"><kode>ditolak</kode><pesan>tidak "
		       "dapat</pesan></kesalahan>",
		  SIPP_REFUSED },
		{ SIPP_REGISTER, 422, "<html>proxy</html>", SIPP_LATER },
		{ SIPP_REGISTER, 500,
		  HEAD "<kesalahan xmlns=\"urn:loket:sipp:1\"><kode>gangguan</kode><pesan>nanti"
		       "</pesan></kesalahan>",
		  SIPP_LATER },
		{ SIPP_CASE, 404,
		  HEAD "<kesalahan xmlns=\"urn:loket:sipp:1\"><kode>tidak_ada</kode><pesan>tidak "
		       "ada</pesan></kesalahan>",
		  SIPP_ABSENT },
		{ SIPP_REGISTER, 202,
		  HEAD "<kesalahan xmlns=\"urn:loket:sipp:1\"><kode>menunggu_nomor</kode>"
		       "<pesan>nanti</pesan></kesalahan>",
		  SIPP_WAITS },
		{ SIPP_CHECK, 200,
		  HEAD "<hasil_periksa xmlns=\"urn:loket:sipp:1\"><nomor_register>" REG
		       "</nomor_register></hasil_periksa>",
		  SIPP_DONE },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct sipp_question q = question(cases[i].message);
		const struct sipp_bytes body = { cases[i].body, strlen(cases[i].body) };
		struct sipp_answer answer;
		sipp_decode(&f->sipp, &q, cases[i].http, &body, &f->a, &answer);
		assert_string_equal(sipp_outcome_name(answer.outcome),
		                    sipp_outcome_name(cases[i].outcome));
	}
}

static void running_cases_of_the_people_are_named(void **state)
{
	struct fixture *f = *state;
	static const char text[] = HEAD
	    "<hasil_periksa xmlns=\"urn:loket:sipp:1\"><nomor_register>" REG "</nomor_register>"
	    "<perkara><nomor_perkara>7/Pdt.G/2026/PA.Cth</nomor_perkara><jenis_perkara_id>347"
	    "</jenis_perkara_id><jenis_perkara_nama>Cerai Gugat</jenis_perkara_nama>"
	    "<tanggal_pendaftaran>2026-10-01</tanggal_pendaftaran><pihak><nama>Siti</nama>"
	    "<nomor_indentitas>3201014505850001</nomor_indentitas><pihak_ke>1</pihak_ke></pihak>"
	    "</perkara></hasil_periksa>";
	const struct sipp_question q = question(SIPP_CHECK);
	const struct sipp_bytes body = { text, strlen(text) };
	struct sipp_answer answer;
	sipp_decode(&f->sipp, &q, 200, &body, &f->a, &answer);
	assert_int_equal(answer.found_count, 1);
	assert_string_equal(answer.found[0].number, "7/Pdt.G/2026/PA.Cth");
	assert_string_equal(answer.found[0].nik, "3201014505850001");
}

static struct sipp_answer answer_to(struct fixture *f, enum sipp_message m, const char *text)
{
	const struct sipp_question q = { m, NULL, 0 };
	const struct sipp_bytes body = { text, strlen(text) };
	struct sipp_answer answer;
	sipp_decode(&f->sipp, &q, 200, &body, &f->a, &answer);
	assert_string_equal(sipp_outcome_name(answer.outcome), "done");
	return answer;
}

static void what_changed_comes_whole_with_a_marker(void **state)
{
	struct fixture *f = *state;
	static const struct sipp_field since[] = { { "", 0, "sejak", "2026-11-25T10:00:00.7" },
		                                   { "", 0, "batas", "20" } };
	const struct sipp_question q = { SIPP_CHANGES, since, COUNT_OF(since) };
	struct sipp_request r;
	struct fault why;
	assert_true(sipp_encode(&f->sipp, &q, &f->a, &r, &why));
	assert_string_equal(r.target,
	                    "/sipp/v1/perubahan?sejak=2026-11-25T10%3A00%3A00.7&batas=20");
	const struct sipp_answer s = answer_to(
	    f, SIPP_CHANGES,
	    HEAD "<perubahan xmlns=\"urn:loket:sipp:1\"><penanda>2026-11-26T08:00:00.9</penanda>"
	         "<masih_ada>Y</masih_ada><perkara><perkara_id>9</perkara_id><nomor_register>" REG
	         "</nomor_register><nomor_perkara>412/Pdt.G/2026/PA.Cth</nomor_perkara>"
	         "<nomor_urut_perkara>412</nomor_urut_perkara><alur_perkara_id>15"
	         "</alur_perkara_id><jenis_perkara_id>347</jenis_perkara_id><jenis_perkara_nama>"
	         "Cerai Gugat</jenis_perkara_nama><tanggal_pendaftaran>2026-11-25"
	         "</tanggal_pendaftaran><penetapan_majelis_hakim>2026-11-26"
	         "</penetapan_majelis_hakim><hakim><hakim_id>3</hakim_id><hakim_nama>Maryam"
	         "</hakim_nama><jabatan_hakim_id>1</jabatan_hakim_id></hakim><panitera>"
	         "<panitera_nama>Fatimah</panitera_nama></panitera><jurusita><jurusita_id>2"
	         "</jurusita_id><jurusita_nama>Umar</jurusita_nama></jurusita><sidang>"
	         "<sidang_id>5</sidang_id><urutan>1</urutan><tanggal_sidang>2026-12-10"
	         "</tanggal_sidang><jam_sidang>09:00</jam_sidang><ruangan>Ruang 1</ruangan>"
	         "<ditunda>Y</ditunda></sidang><relaas><id>7</id><sidang_id>5</sidang_id><pihak>"
	         "Tono</pihak></relaas></perkara></perubahan>");
	assert_string_equal(s.mark, "2026-11-26T08:00:00.9");
	assert_true(s.more);
	assert_int_equal(s.cases.count, 1);
	const struct sipp_case *c = s.cases.items;
	assert_string_equal(c->reg, REG);
	assert_string_equal(c->judges.items[0].post, "1");
	assert_string_equal(c->registrars.items[0].name, "Fatimah");
	assert_int_equal(c->sequence, 412);
	assert_int_equal(c->registered, 20782); /* 2026-11-25 */
	assert_int_equal(c->panel_on, 20783);
	assert_string_equal(c->bailiffs.items[0].name, "Umar");
	assert_int_equal(c->hearings.items[0].on, 20797);
	assert_int_equal(c->hearings.items[0].from, 9 * 60);
	assert_true(c->hearings.items[0].postponed);
	assert_string_equal(c->summonses.items[0].party, "Tono");
	assert_int_equal(c->summonses.items[0].on, DAY_NONE);
}

static void lists_are_read(void **state)
{
	struct fixture *f = *state;
	const struct sipp_answer judges = answer_to(
	    f, SIPP_JUDGES,
	    HEAD "<daftar_hakim xmlns=\"urn:loket:sipp:1\"><hakim><id>3</id><nip>1980</nip><nama>"
	         "Maryam</nama><nama_gelar>Dra. Maryam</nama_gelar></hakim></daftar_hakim>");
	assert_int_equal(judges.people.count, 1);
	assert_string_equal(judges.people.items[0].title, "Dra. Maryam");
	const struct sipp_answer types = answer_to(
	    f, SIPP_TYPES,
	    HEAD "<daftar_jenis_perkara xmlns=\"urn:loket:sipp:1\"><alur_perkara><id>15</id><kode>"
	         "Pdt.G</kode><nama>Gugatan</nama></alur_perkara><jenis_perkara><id>347</id><nama>"
	         "Cerai Gugat</nama></jenis_perkara></daftar_jenis_perkara>");
	assert_string_equal(types.alurs.items[0].code, "Pdt.G");
	assert_string_equal(types.types.items[0].name, "Cerai Gugat");
	const struct sipp_answer court =
	    answer_to(f, SIPP_COURT,
	              HEAD "<pengadilan xmlns=\"urn:loket:sipp:1\"><kode>PA.Cth</kode><NamaPN>"
	                   "PENGADILAN AGAMA CONTOH</NamaPN></pengadilan>");
	assert_string_equal(court.court.name, "PENGADILAN AGAMA CONTOH");
	const struct sipp_answer health = answer_to(
	    f, SIPP_HEALTH,
	    HEAD "<kesehatan xmlns=\"urn:loket:sipp:1\"><nama>SIPP</nama><versi>3.2.0-4</versi>"
	         "<kontrak>urn:loket:sipp:1</kontrak><waktu>2026-11-25T10:00:00+07:00</waktu>"
	         "<menulis>T</menulis></kesehatan>");
	assert_true(health.health.reads_only);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_filing_is_written_in_the_schemas_order),
		cmocka_unit_test(the_people_are_asked_for),
		cmocka_unit_test(what_sipp_cannot_keep_is_said),
		cmocka_unit_test(answers_are_believed_only_when_they_fit),
		cmocka_unit_test(running_cases_of_the_people_are_named),
		cmocka_unit_test(what_changed_comes_whole_with_a_marker),
		cmocka_unit_test(lists_are_read),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
