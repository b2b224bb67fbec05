/* Each kind: what is typed and what is stored and read; what is refused; what only warns. */
#include "loket/list.h"

#include "formtext.h"
#include "unit.h"

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static struct arena arena = { .cap = 64 * MIB };
static const struct form *form;

static const char fields[] =
    "<field id='text' kind='text' label='Teks' max='10'/>"
    "<field id='lines' kind='lines' label='Baris'/>"
    "<field id='nik' kind='nik' label='NIK'/>"
    "<field id='lahir' kind='date' label='Lahir' span='past' derive='nik:lahir'/>"
    "<field id='kelamin' kind='choice' label='Kelamin' derive='nik:kelamin'>"
    "  <choice value='L'>laki-laki</choice><choice value='P'>perempuan</choice></field>"
    "<field id='npwp' kind='npwp' label='NPWP'/>"
    "<field id='telepon' kind='phone' label='Telepon'/>"
    "<field id='email' kind='email' label='E-mail'/>"
    "<field id='rekening' kind='account' label='Rekening'/>"
    "<field id='tanggal' kind='date' label='Tanggal' span='future'/>"
    "<field id='meninggal' kind='date' label='Meninggal' span='past' min='1800' max='2030'/>"
    "<field id='habis' kind='date' label='Habis' span='future' warns='ya'/>"
    "<field id='jam' kind='time' label='Jam'/>"
    "<field id='jumlah' kind='number' label='Jumlah' min='2' max='20'/>"
    "<field id='uang' kind='rupiah' label='Uang' max='500000000'/>"
    "<field id='alur' kind='choice' label='Alur' from='alur'/>"
    "<field id='bank' kind='choice' label='Bank' from='tidak-dimuat'/>"
    "<field id='desa' kind='choice' label='Desa' from='alur' warns='ya'/>"
    "<field id='setuju' kind='yesno' label='Setuju'/>"
    "<field id='berkas' kind='file' label='Berkas' from='pdf jpg'/>"
    "<field id='rtrw' kind='text' label='RT/RW' pattern='[0-9]{1,3}/[0-9]{1,3}|-'"
    "  expect='dua angka dengan garis miring'/>";

static const struct choice registers[] = {
	{ "15", "Gugatan", "Pdt.G" },
	{ "16", "Permohonan", "Pdt.P" },
	{ "17", "Gugatan sederhana", "Pdt.GS" },
};
static const struct choices lists[] = { { "alur", registers, 3, NULL, NULL } };

static struct form_scope scope_of(const struct values *own)
{
	struct form_scope s = { .own = own, .lists = lists, .list_count = 1 };
	assert_true(day_from_ymd((struct ymd){ 2026, 11, 25 }, &s.today));
	return s;
}

static const struct field *field(const char *id)
{
	const struct field *f = form_field(form, "", id);
	assert_non_null(f);
	return f;
}

static const struct {
	const char *field, *typed, *stored, *shown;
} accepted[] = {
	{ "text",
	  "  Nur\xE2\x80\x99"
	  "aini ",
	  "Nur’aini", "Nur’aini" },
	{ "text", "   ", "", "" },
	{ "lines", "satu\r\n dua", "satu\ndua", "satu\ndua" },
	{ "nik", "3175 0125-0585.0003", "3175012505850003", "3175012505850003" },
	{ "npwp", "01.234.567.8-901.000", "012345678901000", "01.234.567.8-901.000" },
	{ "npwp", "3175012505850003", "3175012505850003", "3175012505850003" },
	{ "npwp", "0012345678901000000001", "0012345678901000000001", "0012345678901000000001" },
	{ "telepon", " (0812) 3456-7890 ", "(0812) 3456-7890", "(0812) 3456-7890" },
	{ "telepon", "+62 812 3456 789", "+62 812 3456 789", "+62 812 3456 789" },
	{ "telepon", "0812 atau 0813", "0812 atau 0813", "0812 atau 0813" },
	{ "email", " nama@contoh.id ", "nama@contoh.id", "nama@contoh.id" },
	{ "rekening", "1234-5678 90", "1234567890", "1234567890" },
	{ "tanggal", "25111985", "1985-11-25", "25-11-1985" },
	{ "tanggal", "+7", "2026-12-02", "02-12-2026" },
	{ "meninggal", "31-12-1899", "1899-12-31", "31-12-1899" },
	{ "meninggal", "1 jan 1800", "1800-01-01", "01-01-1800" },
	{ "jam", "9", "09.00", "09.00" },
	{ "jam", "930", "09.30", "09.30" },
	{ "jam", "0930", "09.30", "09.30" },
	{ "jam", "9:05", "09.05", "09.05" },
	{ "jam", "23,59", "23.59", "23.59" },
	{ "jumlah", "007", "7", "7" },
	{ "uang", "Rp1.230.000", "1230000", "1.230.000" },
	{ "alur", "15", "15", "Gugatan" },
	{ "alur", "gugatan", "15", "Gugatan" },
	{ "alur", "pdt.g", "15", "Gugatan" },
	{ "alur", "per", "16", "Permohonan" },
	{ "alur", "sed gug", "17", "Gugatan sederhana" },
	{ "bank", "apa saja", "apa saja", "apa saja" },
	{ "desa", "sed gug", "17", "Gugatan sederhana" },
	{ "desa", "Desa baru, Kab. Jauh", "Desa baru, Kab. Jauh", "Desa baru, Kab. Jauh" },
	{ "setuju", "Y", "ya", "ya" },
	{ "setuju", "tidak", "tidak", "tidak" },
	{ "berkas", "/tmp/Surat gugatan.PDF", "/tmp/Surat gugatan.PDF", "Surat gugatan.PDF" },
	{ "berkas", "foto.jpeg", "foto.jpeg", "foto.jpeg" },
	{ "berkas", "/tmp/surat", "/tmp/surat", "surat" }, /* its content decides */
	{ "berkas", "/tmp/surat.exe", "/tmp/surat.exe", "surat.exe" },
	{ "berkas",
	  "/a b/Nur\x92"
	  "aini.pdf",
	  "file:/a%20b/Nur%92aini.pdf", "Nuraini.pdf" },
	{ "berkas", "surat\x1b[m.pdf", "file:surat%1B%5Bm.pdf", "surat[m.pdf" },
	{ "berkas", "cafe\xCC\x81.pdf", "file:cafe%CC%81.pdf", "caf\xC3\xA9.pdf" },
	{ "berkas", "file:/a%2Fb.pdf", "file:/a%2Fb.pdf", "b.pdf" },
	{ "berkas", "berkas:" DIGEST ":surat", "berkas:" DIGEST ":surat", "surat" },
};

static void typing_becomes_what_is_stored(void **state)
{
	(void)state;
	struct values none = { 0 };
	struct form_scope s = scope_of(&none);
	for (size_t i = 0; i < COUNT_OF(accepted); i++) {
		const struct field *f = field(accepted[i].field);
		const char *stored, *again;
		struct fault why;
		if (!field_accept(f, accepted[i].typed, &s, &arena, &stored, &why))
			fail_msg("%s: %s", f->id, accepted[i].typed);
		assert_string_equal(stored, accepted[i].stored);
		assert_true(field_accept(f, stored, &s, &arena, &again, &why));
		assert_string_equal(again, stored);
		assert_string_equal(field_show(f, stored, &s, &arena), accepted[i].shown);
	}
}

static const struct {
	const char *field, *typed, *said;
} refused[] = {
	{ "text", "sebelas hurufnya", "paling panjang 10 huruf, ini 16" },
	{ "nik", "317501250585000", "harus 16 angka, ini 15" },
	{ "nik", "31750125058500O3", "hanya angka" },
	{ "npwp", "12345678901234", "15, 16 atau 22" },
	{ "npwp", "01234567890100x", "15, 16 atau 22" },
	{ "email", "nama.contoh.id", "satu @" },
	{ "email", "a@b@contoh.id", "satu @" },
	{ "email", "@contoh.id", "satu @" },
	{ "email", "nama@contoh", "satu @" },
	{ "email", "nama.depan@contoh", "satu @" },
	{ "email", "na ma@contoh.id", "satu @" },
	{ "email", "nama.yang.sangat.panjang.sekali.sampai.lima@puluh.satu", "paling panjang 50" },
	{ "rekening", "BSI 123", "hanya angka" },
	{ "rekening", "-", "hanya angka" },
	{ "tanggal", "31-02-2026", "bukan tanggal" },
	{ "tanggal", "31-12-1899", "di antara tahun 1900 dan 2200" },
	{ "tanggal", "31121899", "di antara tahun 1900 dan 2200" },
	{ "tanggal", "1 jan 1899", "di antara tahun 1900 dan 2200" },
	{ "meninggal", "31-12-1799", "di antara tahun 1800 dan 2030" },
	{ "meninggal", "1-1-2031", "di antara tahun 1800 dan 2030" },
	{ "tanggal", "besok pagi", "bukan tanggal. Ketik" },
	{ "jam", "24.00", "bukan jam" },
	{ "jam", "9.60", "bukan jam" },
	{ "jam", "9.5", "bukan jam" },
	{ "jam", "pagi", "bukan jam" },
	{ "jam", "12345", "bukan jam" },
	{ "jumlah", "1", "1 di luar batas. Isi 2-20" },
	{ "jumlah", "21", "di luar batas" },
	{ "jumlah", "-3", "bukan bilangan bulat" },
	{ "jumlah", "99999999999999999999", "bukan bilangan bulat" },
	{ "uang", "500.000.001", "di luar batas" },
	{ "uang", "1.5", "bukan jumlah rupiah" },
	{ "alur", "gug", "beberapa pilihan" },
	{ "alur", "banding", "tidak ada dalam daftar" },
	{ "kelamin", "x", "tidak ada dalam daftar" },
	{ "desa", "gug", "beberapa pilihan" },
	{ "setuju", "mungkin", "ya atau tidak" },
};

static void refusals_name_the_remedy(void **state)
{
	(void)state;
	struct values none = { 0 };
	struct form_scope s = scope_of(&none);
	for (size_t i = 0; i < COUNT_OF(refused); i++) {
		const struct field *f = field(refused[i].field);
		const char *stored;
		struct fault why = { 0 };
		char said[512];
		if (field_accept(f, refused[i].typed, &s, &arena, &stored, &why))
			fail_msg("%s takes %s", f->id, refused[i].typed);
		fault_say(&why, said, sizeof said);
		assert_int_equal(why.kind, FAULT_REFUSED);
		if (strstr(said, refused[i].said) == NULL || !text_starts(said, f->label))
			fail_msg("%s", said);
	}
}

/* What is looked at beyond the shape; `beside` is a value of another field. */
static const struct {
	const char *field, *stored, *other, *beside;
	int warnings;
	bool stops;
	const char *said;
} checked[] = {
	{ "nik", "3175012505850003", NULL, NULL, 0, false, NULL },
	{ "nik", "3175016505850003", "kelamin", "P", 0, false, NULL },
	{ "nik", "3175016505850003", "kelamin", "L", 1, false, "jenis kelamin" },
	{ "nik", "3175012505850003", "lahir", "1985-05-25", 0, false, NULL },
	{ "nik", "3175012505850003", "lahir", "1985-05-26", 1, false, "tanggal lahir" },
	{ "nik", "0075012505850003", NULL, NULL, 1, false, "provinsi 00" },
	{ "nik", "3175013202850003", NULL, NULL, 1, false, "tidak mungkin" },
	{ "nik", "3175012505850000", NULL, NULL, 1, false, "0000" },
	{ "nik", "9975013299850000", NULL, NULL, 3, false, "provinsi 99" },
	{ "nik", "123", NULL, NULL, 1, true, "16 angka" },
	{ "telepon", "0812345", NULL, NULL, 1, false, "kurang dari 8" },
	{ "telepon", "+6281234567", NULL, NULL, 0, false, NULL },
	{ "telepon", "0812 atau 0813", NULL, NULL, 1, false, "bukan satu nomor" },
	{ "rekening", "1234567", NULL, NULL, 1, false, "8 sampai 18" },
	{ "rekening", "1234567890123456789", NULL, NULL, 1, false, "8 sampai 18" },
	{ "lahir", "2026-11-25", NULL, NULL, 0, false, NULL },
	{ "lahir", "2026-11-26", NULL, NULL, 1, true, "belum terjadi" },
	{ "tanggal", "2026-11-25", NULL, NULL, 0, false, NULL },
	{ "tanggal", "2026-11-24", NULL, NULL, 1, true, "sudah lewat" },
	{ "habis", "2026-11-24", NULL, NULL, 1, false, "sudah lewat" },
	{ "desa", "17", NULL, NULL, 0, false, NULL },
	{ "desa", "Desa baru", NULL, NULL, 1, false, "tidak ada dalam daftar" },
	{ "rtrw", "002/005", NULL, NULL, 0, false, NULL },
	{ "rtrw", "-", NULL, NULL, 0, false, NULL },
	{ "rtrw", "2/5 kiri", NULL, NULL, 1, true, "dua angka dengan garis miring" },
};

static void meaning_stops_or_warns(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(checked); i++) {
		struct values v = { 0 };
		struct form_scope s = scope_of(&v);
		struct form_faults out = { 0 };
		char said[512] = "";
		values_set(&v, &arena, "", 0, checked[i].field, checked[i].stored);
		if (checked[i].other != NULL)
			values_set(&v, &arena, "", 0, checked[i].other, checked[i].beside);
		form_check_field(form, field(checked[i].field), 0, &s, &arena, &out);
		if (out.count > 0)
			fault_say(&out.items[0].fault, said, sizeof said);
		if ((int)out.count != checked[i].warnings ||
		    form_faults_stop(&out) != checked[i].stops)
			fail_msg("%zu: %s %s: %s", i, checked[i].field, checked[i].stored, said);
		if (checked[i].said != NULL && strstr(said, checked[i].said) == NULL)
			fail_msg("%zu: %s", i, said);
	}
}

/* ---- NIK ---- */

static const struct {
	const char *nik;
	bool woman;
	struct ymd born; /* as of 2026-11-25; year 0: none */
} births[] = {
	{ "3175012505850003", false, { 1985, 5, 25 } },
	{ "3175016505850003", true, { 1985, 5, 25 } },
	{ "3175012511260003", false, { 2026, 11, 25 } }, /* today */
	{ "3175012611260003", false, { 1926, 11, 26 } }, /* tomorrow is a hundred years ago */
	{ "3175012902000003", false, { 2000, 2, 29 } },
	{ "3175016902960003", true, { 1996, 2, 29 } },
	{ "3175012902010003", false, { 0, 0, 0 } },
	{ "3175013104850003", false, { 0, 0, 0 } },
	{ "3175010013850003", false, { 0, 0, 0 } },
	{ "3175018005850003", true, { 0, 0, 0 } },
};

static void a_nik_tells_birth_and_sex(void **state)
{
	(void)state;
	struct nik_parts p;
	day today, born;
	assert_true(day_from_ymd((struct ymd){ 2026, 11, 25 }, &today));
	for (size_t i = 0; i < COUNT_OF(births); i++) {
		assert_true(nik_parts(births[i].nik, &p));
		assert_string_equal(p.region, "317501");
		assert_int_equal(p.woman, births[i].woman);
		bool known = nik_birth(&p, today, &born);
		assert_int_equal(known, births[i].born.year != 0);
		if (!known)
			continue;
		struct ymd d = day_ymd(born);
		assert_memory_equal(&d, &births[i].born, sizeof d);
	}
	assert_false(nik_parts("317501250585000", &p));
	assert_false(nik_parts("31750125058500031", &p));
	assert_false(nik_parts("31750125058500o3", &p));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typing_becomes_what_is_stored),
		cmocka_unit_test(refusals_name_the_remedy),
		cmocka_unit_test(meaning_stops_or_warns),
		cmocka_unit_test(a_nik_tells_birth_and_sex),
	};
	form = form_made(fields, &arena);
	int failed = unit_run(tests);
	arena_drop(&arena);
	return failed;
}
