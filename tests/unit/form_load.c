/* A form file that says something impossible is refused with its line and what to do. */
#include "loket/list.h"

#include "formtext.h"

#define FIELD(rest) "<field id='satu' kind='text' label='Satu'/>\n<field id='dua' " rest "/>\n"

static const struct {
	const char *inside;
	const char *said;
} refused[] = {
	/* by the schema */
	{ "<field id='satu' kind='teks' label='Satu'/>", ":2: elemen field" },
	{ "<field id='Satu' kind='text' label='Satu'/>", ":2:" },
	{ "<field kind='text' label='Satu'/>", "'id'" },
	{ "<field id='satu' kind='text' label='Label yang terlalu panjang'/>", ":2:" },
	{ "<list id='a' title='A' most='9'></list>", "Expected is ( field )" },
	/* by meaning */
	{ "<field id='satu' kind='text' label='A'/>\n" FIELD("kind='text' label='Dua'"),
	  ":3: Isian “satu” sudah ada" },
	{ FIELD("kind='text' label='Dua' when='tiga=1'"), ":3: Syarat: tidak ada isian “tiga”" },
	{ FIELD("kind='text' label='Dua' when='dua=1'"), "bergantung pada dirinya" },
	{ FIELD("kind='text' label='Dua' derive='nik:same'"), "tidak ada isian “nik”" },
	{ FIELD("kind='choice' label='Dua'"), "beri pilihannya" },
	{ FIELD("kind='file' label='Dua'"), "beri jenis berkas" },
	{ FIELD("kind='text' label='Dua' span='past'"), "span hanya" },
	{ FIELD("kind='text' label='Dua' min='3'"), "min hanya" },
	{ FIELD("kind='number' label='Dua' min='3' max='2'"), "min lebih besar" },
	{ FIELD("kind='date' label='Dua' min='1799'"), "1800 sampai 2200" },
	{ FIELD("kind='date' label='Dua' max='2201'"), "1800 sampai 2200" },
	{ FIELD("kind='text' label='Dua' pattern='[0-9'"), "perlu expect" },
	{ FIELD("kind='text' label='Dua' pattern='[0-9' expect='angka'"), "“[0-9”" },
	{ FIELD("kind='date' label='Dua' start='kemaren'"), "Nilai awal “kemaren”" },
	{ FIELD("kind='number' label='Dua' max='9' start='10'"), "Nilai awal “10”" },
	{ "<field id='satu' kind='text' label='Satu' beside='ya'/>", "isian sebelumnya" },
	{ "<field id='satu' kind='text' label='Satu'><choice value='a'>A</choice></field>",
	  "pilihan hanya" },
	{ "<field id='satu' kind='choice' label='Satu'><choice value='a'>A</choice></field>"
	  "<field id='dua' kind='text' label='Dua' when='satu=b'/>",
	  "“b” bukan salah satu" },
	{ "<field id='a' kind='text' label='A'/>"
	  "<list id='a' title='A' most='9'><field id='b' kind='text' label='B'/></list>",
	  "“a” sudah ada" },
	{ "<list id='a' title='A' most='1' least='2'><field id='b' kind='text' label='B'/></list>",
	  "least tidak boleh" },
	{ "<list id='a' title='A' each='c' most='9'><field id='b' kind='text' label='B'/></list>",
	  "each=\"c\"" },
};

static void faults_name_line_and_remedy(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(refused); i++) {
		struct arena a = arena_start(8 * MIB);
		struct form *form;
		struct fault why = { 0 };
		char said[512];
		if (form_from(refused[i].inside, &a, &form, &why))
			fail_msg("%s", refused[i].inside);
		fault_say(&why, said, sizeof said);
		assert_int_equal(why.kind, FAULT_MISUSE);
		if (strstr(said, refused[i].said) == NULL)
			fail_msg("%s: %s", refused[i].inside, said);
		arena_drop(&a);
	}
}

static void everything_is_read(void **state)
{
	(void)state;
	struct arena a = arena_start(8 * MIB);
	const struct form *f = form_made(
	    "<help>Bantuan\n   dua baris.</help>\n"
	    "<field id='jenis' kind='choice' label='Jenis' required='ya' start='b' width='9'>\n"
	    "<choice value='a' note='catatan'>Pilihan A</choice><choice value='b'>B</choice>\n"
	    "<help>Pilih.</help><source>HIR 118</source></field>\n"
	    "<field id='nilai' kind='rupiah' label='Nilai' beside='ya' min='-5' max='500000000'\n"
	    "  when='jenis=a|b akun.jenis!=advokat jenis'/>\n"
	    "<list id='pihak' title='Pihak' each='nama' least='1' most='9'>\n"
	    "<field id='nama' kind='text' label='Nama' pattern='[A-Z].*' expect='huruf besar'"
	    "  warns='ya'/>\n</list>",
	    &a);
	assert_string_equal(f->step, "uji");
	assert_string_equal(f->title, "Uji");
	assert_string_equal(f->help, "Bantuan dua baris.");
	assert_int_equal(f->field_count, 3);
	const struct field *kind = form_field(f, "", "jenis"), *sum = form_field(f, "", "nilai");
	assert_true(kind->required);
	assert_int_equal(kind->width, 9);
	assert_string_equal(kind->help, "Pilih.");
	assert_string_equal(kind->source, "HIR 118");
	assert_int_equal(kind->choices->count, 2);
	assert_string_equal(choices_find(kind->choices, "a")->note, "catatan");
	assert_int_equal(sum->line, 8); /* where its start tag ends */
	assert_true(sum->beside);
	assert_int_equal(sum->min, -5);
	assert_int_equal(sum->max, 500000000);
	assert_int_equal(sum->when_count, 3);
	assert_int_equal(sum->when[0].count, 2);
	assert_string_equal(sum->when[0].any_of[1], "b");
	assert_string_equal(sum->when[1].step, "akun");
	assert_true(sum->when[1].negated);
	assert_int_equal(sum->when[2].count, 0);
	const struct form_list *list = form_list(f, "pihak");
	assert_int_equal(list->least, 1);
	assert_int_equal(list->most, 9);
	assert_string_equal(list->each, "nama");
	assert_true(form_field(f, "pihak", "nama")->warns);
	assert_null(form_field(f, "", "nama"));
	assert_null(form_list(f, "kuasa"));
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_name_line_and_remedy),
		cmocka_unit_test(everything_is_read),
	};
	return unit_run(tests);
}
