/* The court's files: all load, and each fault that may be written into one is refused by file and
 * line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "loket/command.h"
#include "loket/config.h"
#include "loket/list.h"

#include "scratch.h"
#include "unit.h"

static struct home home_of(void **state)
{
	const struct scratch *s = *state;
	struct home h = { .share = LOKET_SOURCE };
	snprintf(h.path, sizeof h.path, "%s", s->path);
	return h;
}

static void all_files_load(void **state)
{
	const struct home h = home_of(state);
	struct arena a = arena_start(16 * MIB);
	struct rulebook *b;
	struct fault why;
	assert_true(config_load(&h, &a, &b, &why));
	int sum = 0;
	for (size_t i = 0; i < b->sop.step_count; i++)
		sum += b->sop.steps[i].norm;
	assert_int_equal(b->sop.step_count, court_sop_count);
	assert_int_equal(b->sop.sum, sum);
	assert_int_equal(b->sop.stated_total, 95);
	assert_string_equal(b->sop.steps[4].title, "Menerbitkan e-SKUM");
	assert_string_equal(b->sop.head[0].lines[0], "Persekma No. 002/2012");
	assert_string_equal(role_name(b, "panmud"), "panitera muda");
	assert_string_equal(b->court.kop[3], "PENGADILAN AGAMA CONTOH");
	assert_int_equal(b->court.closing_minute, 15 * 60);
	assert_int_equal(b->type_count, 31);
	assert_int_equal(b->calendar.year_count, 3);
	assert_string_equal(village_label(rulebook_village(b, "99.01.01.2002"), &a),
	                    "Sukamaju, Sukamaju, Kabupaten Contoh");
	assert_int_equal(rulebook_channel(b, "jurusita")->limit, 3);
	assert_true(rulebook_channel(b, "jurusita")->span == SPAN_WORKING);
	assert_false(rulebook_outcome(b, "T_pindah")->proper);
	assert_non_null(rulebook_form(b, "persetujuan"));
	arena_drop(&a);
}

static void lists_are_made_of_the_other_files(void **state)
{
	static const struct {
		const char *list, *value, *label, *note;
	} cases[] = {
		{ "langkah", "skum", "e-SKUM", "" },
		{ "ruang", "Ruang Sidang II", "Ruang Sidang II", "" },
		{ "bank-va", "simulasi", "Bank Contoh Syariah", "" },
		{ "alur", "15", "Gugatan", "Pdt.G" },
		{ "jenis-perkara", "347", "Cerai Gugat", "Pdt.G" },
		{ "kanal", "surat_tercatat", "surat tercatat", "" },
		{ "hasil", "E", "terkirim secara elektronik", "" },
		{ "agama", "Islam", "Islam", "" },
	};
	const struct home h = home_of(state);
	struct arena a = arena_start(16 * MIB);
	struct rulebook *b;
	struct fault why;
	assert_true(config_load(&h, &a, &b, &why));
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct choices *list = choices_named(b->lists, b->list_count, cases[i].list);
		assert_non_null(list);
		const struct choice *c = choices_find(list, cases[i].value);
		assert_non_null(c);
		assert_string_equal(c->label, cases[i].label);
		assert_string_equal(c->note, cases[i].note);
	}
	assert_null(choices_named(b->lists, b->list_count, "jurusita"));
	arena_drop(&a);
}

/* ---- planted faults ---- */

struct planted {
	const char *file;
	const char *find, *to; /* what is replaced: `find`, or all from it to the end of `to` */
	const char *put;
	const char *line_of; /* where the fault is seen; NULL: where it was planted */
	const char *said;
};

/* clang-format off */
static const struct planted planted[] = {
	{ "data/sop.xml", "key=\"skum\"", NULL, "key=\"bayar\"", NULL, "seharusnya \"skum\"" },
	{ "data/sop.xml", "key=\"panggilan\"", NULL, "key=\"sidang\"", NULL, "seharusnya \"panggilan\"" },
	{ "data/sop.xml", "</sop>", NULL, "<step key=\"arsip\" name=\"Arsip\" norm=\"5\" actor=\"ADMIN PA\"><title>a</title><needs>b</needs><output>c</output></step></sop>", NULL, "\"arsip\" tidak dikenal" },
	{ "data/sop.xml", "norm=\"20\"", NULL, "norm=\"dua puluh\"", NULL, "step/@norm" },
	{ "data/sop.xml", "stated-total=\"95\"", NULL, "", "source=\"Standar", "stated-total" },
	{ "data/sop.xml", "urn:loket:data:1", NULL, "urn:loket:data:2", "source=\"Standar", "sop" },
	{ "data/rights.xml", "roles=\"petugas admin kasir\"", NULL, "roles=\"petugas satpam\"", NULL, "peran \"satpam\"" },
	{ "data/rights.xml", "act=\"skum.terbit\"", NULL, "act=\"skum.cetak\"", NULL, "tindakan \"skum.cetak\"" },
	{ "data/rights.xml", "act=\"bayar.ulang\"", NULL, "act=\"bayar.tanya\"", NULL, "act=\"bayar.tanya\" sudah ada" },
	{ "data/rights.xml", "<right act=\"nomor.minta\"", "/>", "", "<rights", "hak untuk \"nomor.minta\" belum ditulis" },
	{ "data/rights.xml", "key=\"kasir\"", NULL, "key=\"admin\"", NULL, "key=\"admin\" sudah ada" },
	{ "data/rights.xml", "act=\"bayar.lunas\" roles=\"bank\"", NULL, "act=\"bayar.lunas\" roles=\"bank kasir\"", NULL, "\"bayar.lunas\" hanya untuk peran program" },
	{ "data/rights.xml", "name=\"bank\" machine=\"yes\"", NULL, "name=\"bank\"", "act=\"bayar.va\"", "\"bayar.va\" hanya untuk peran program" },
	{ "data/court.xml", "minutes=\"420\"", NULL, "minutes=\"480\"", NULL, "zona WIB" },
	{ "data/court.xml", "name=\"WIB\"", NULL, "name=\"WIP\"", NULL, "zone/@name" },
	{ "data/court.xml", "closing=\"15.00\"", NULL, "closing=\"25.00\"", NULL, "hours/@closing" },
	{ "data/court.xml", "{kode}-{tanggal}", NULL, "{kota}-{tanggal}", NULL, "{kota} tidak dikenal" },
	{ "data/court.xml", "{kode}-{tanggal}-{acak}", NULL, "{kode}-{tanggal}-{acak", NULL, "{acak tidak dikenal" },
	{ "data/court.xml", "-{acak}", NULL, "", NULL, "tambahkan {acak}" },
	{ "data/court.xml", "{no5}/", NULL, "", NULL, "tambahkan {no5}" },
	{ "data/court.xml", "bank=\"simulasi\"", NULL, "bank=\"lain\"", NULL, "bank \"lain\" tidak ada" },
	{ "data/court.xml", "key=\"simulasi\"", NULL, "key=\"lain\"", NULL, "buatlah data/banks/lain.xml" },
	{ "data/court.xml", "post=\"kasir\"", NULL, "post=\"ketua\"", NULL, "post=\"ketua\" sudah ada" },
	{ "data/areas.xml", "99.01.01.2002", NULL, "99.01.01.2001", NULL, "sudah ada" },
	{ "data/areas.xml", "99.01.01.2002", NULL, "990101202", NULL, "village/@code" },
	{ "data/summons.xml", "key=\"ghaib\"", NULL, "key=\"jurusita\"", NULL, "key=\"jurusita\" sudah ada" },
	{ "data/summons.xml", "key=\"S_retur\"", NULL, "key=\"S\"", NULL, "key=\"S\" sudah ada" },
	{ "data/summons.xml", "days=\"6\"", NULL, "days=\"tiga bulan\"", NULL, "channel/@days" },
	{ "data/summons.xml", "by=\"elektronik\"", NULL, "by=\"pos\"", NULL, "kanal \"pos\" tidak ada" },
	{ "data/summons.xml", "sipp=\"E\"", NULL, "sipp=\"Surat\"", NULL, "outcome/@sipp" },
	{ "data/keys.xml", "keys:1\"/>", NULL, "keys:1\"><key means=\"F10\" press=\"F5\"/></keys>", NULL, "press=\"F5\" masih berarti F5" },
	{ "data/keys.xml", "keys:1\"/>", NULL, "keys:1\"><key means=\"F10\" press=\"Alt-Q\"/><key means=\"F9\" press=\"Alt-Q\"/></keys>", NULL, "press=\"Alt-Q\" sudah ada" },
	{ "data/keys.xml", "keys:1\"/>", NULL, "keys:1\"><key means=\"F10\" press=\"Ctrl-A\"/></keys>", NULL, "key/@press" },
	{ "data/letters.xml", "{sebab}", NULL, "{sebabnya}", NULL, "\"sebabnya\" tidak dapat diisi" },
	{ "data/letters.xml", "[, {negara}]", NULL, "[, [{negara}]]", NULL, "\"[\" tidak dapat diisi" },
	{ "data/letters.xml", "channel=\"umum\"", NULL, "channel=\"pos\"", NULL, "kanal \"pos\" tidak ada" },
	{ "data/letters.xml", "outcome=\"S_retur\"", NULL, "outcome=\"S_hilang\"", NULL, "hasil \"S_hilang\" tidak ada" },
	{ "data/letters.xml", "person=\"wali\"", NULL, "person=\"anak\"", NULL, "anak" },
	{ "data/letters.xml", "key=\"tempat_apa\"", NULL, "key=\"judul\"", NULL, "key=\"judul\" sudah ada" },
	{ "data/names.xml", "<word>siti sitti", NULL, "<word>siti muhammad", NULL, "ejaan \"muhammad\" sudah ada" },
	{ "data/names.xml", "<sound>u oe", NULL, "<sound>U oe", NULL, "elemen sound" },
	{ "data/case-types.xml", "id=\"342\"", NULL, "id=\"341\"", NULL, "id=\"341\" sudah ada" },
	{ "data/case-types.xml", "calls2=\"3 sidang\" manual2=\"2 sidang\"", NULL, "calls2=\"0\"", NULL, "Termohon tidak dipanggil" },
	{ "data/case-types.xml", "calls2=\"3 sidang\" manual2=\"2 sidang\"", NULL, "calls2=\"3 rapat\"", NULL, "pakai key salah satu <call>" },
	{ "data/case-types.xml", "alur=\"16\" allowed=\"15 16\" side1", NULL, "alur=\"99\" allowed=\"15 16\" side1", NULL, "alur \"99\" tidak ada" },
	{ "data/case-types.xml", "allowed=\"15 16\"", NULL, "allowed=\"15 98\"", NULL, "alur \"98\" tidak ada" },
	{ "data/case-types.xml", "allowed=\"15 16\"", NULL, "allowed=\"15\"", NULL, "tidak termasuk allowed" },
	{ "data/case-types.xml", "sides alur=\"16\"", NULL, "sides alur=\"97\"", NULL, "alur \"97\" tidak ada" },
	{ "data/case-types.xml", "kind=\"mempelai\" need=\"warns\" if=\"perkara_jenis=362\"", NULL, "kind=\"mempelai\" need=\"warns\" if=\"perkara_jenis=998\"", NULL, "\"998\" yang tidak ada" },
	{ "data/case-types.xml", "need=\"stops\"", NULL, "need=\"must\"", NULL, "paper/@need" },
	{ "data/case-types.xml", "side1=\"Penggugat\"", NULL, "side1=\"\"", NULL, "type/@side1" },
	{ "data/case-types.xml", "back-to=\"bayar\"", NULL, "back-to=\"nomor\"", NULL, "back-to=\"nomor\"" },
	{ "data/case-types.xml", "back-to=\"bayar\"", NULL, "back-to=\"verifikasi\"", NULL, "back-to=\"verifikasi\"" },
	{ "data/case-types.xml", "some=\"pekerjaan~dinas\"", NULL, "some=\"kerja~dinas\"", NULL, "tidak ada isian “kerja”" },
	{ "data/case-types.xml", "key=\"ganda\"", NULL, "key=\"ktp\"", NULL, "\"ktp\" sudah menjadi berkas" },
	{ "data/case-types.xml", "by=\"kenal\"", NULL, "by=\"tahu\"", NULL, "check/@by" },
	{ "data/case-types.xml", "key=\"ganda\"", NULL, "key=\"pihak\"", NULL, "key=\"pihak\" sudah ada" },
	{ "data/fees/pnbp.xml", "tariff component=\"redaksi\"", NULL, "tariff component=\"kertas\"", NULL, "komponen \"kertas\" tidak ada" },
	{ "data/fees/pnbp.xml", "<tariff component=\"redaksi\"", "/>", "", "key=\"redaksi\"", "komponen \"redaksi\" tanpa tarif" },
	{ "data/fees/panggilan.xml", "channel=\"ghaib\"", NULL, "channel=\"pos\"", NULL, "kanal \"pos\" tidak ada" },
	{ "data/fees/pnbp.xml", "component=\"redaksi\" amount", NULL, "component=\"redaksi\" channel=\"jurusita\" amount", NULL, "hapus channel" },
	{ "data/fees/panjar.xml", "to=\"2025-12-31\"", NULL, "to=\"2025-12-30\"", NULL, "berlubang" },
	{ "data/fees/panjar.xml", "to=\"2025-12-31\"", NULL, "to=\"2026-01-01\"", NULL, "tumpang tindih" },
	{ "data/fees/panjar.xml", "to=\"2025-12-31\"", NULL, "", NULL, "tumpang tindih" },
	{ "data/fees/pnbp.xml", "to=\"2020-12-31\"", NULL, "to=\"2019-01-01\"", NULL, "tukar from dan to" },
	{ "data/fees/panggilan.xml", "from=\"2022-10-11\"", NULL, "from=\"2022-02-30\"", NULL, "tariff/@from" },
	{ "data/fees/panggilan.xml", "from=\"2022-10-11\"", NULL, "from=\"1722-10-11\"", NULL, "1800-2200" },
	{ "data/fees/pnbp.xml", "amount=\"30000\"", NULL, "amount=\"30.000\"", NULL, "tariff/@amount" },
	{ "data/fees/pnbp.xml", "per=\"kuasa\"", NULL, "per=\"lembar\"", NULL, "component/@per" },
	{ "data/fees/panggilan.xml", "channel=\"jurusita\" area=\"I\" amount=\"150000\"", NULL, "channel=\"jurusita\" area=\"I\" type=\"999\" amount=\"150000\"", NULL, "jenis perkara \"999\" tidak ada" },
	{ "data/fees/panggilan.xml", "channel=\"jurusita\" area=\"I\" amount=\"150000\"", NULL, "channel=\"jurusita\" alur=\"99\" amount=\"150000\"", NULL, "alur \"99\" tidak ada" },
	{ "data/fees/panggilan.xml", "channel=\"jurusita\" area=\"I\" amount=\"150000\"", NULL, "channel=\"jurusita\" village=\"11.01.01.2001\" amount=\"150000\"", NULL, "desa \"11.01.01.2001\" tidak ada" },
	{ "data/fees/panggilan.xml", "channel=\"ghaib\"", NULL, "channel=\"ghaib\" area=\"II\"", NULL, "hanya untuk panggilan jurusita" },
	{ "data/fees/panjar.xml", "key=\"proses\"", NULL, "key=\"penggandaan\"", "key=\"penggandaan\"", "komponen \"penggandaan\" sudah ada" },
	{ "data/calendar.xml", "on=\"2024-02-08\"", NULL, "on=\"2025-02-08\"", NULL, "bukan di tahun ini" },
	{ "data/calendar.xml", "on=\"2024-02-09\"", NULL, "on=\"2024-02-08\"", NULL, "tidak urut" },
	{ "data/calendar.xml", "on=\"2024-02-09\"", NULL, "on=\"2024-02-30\"", NULL, "day/@on" },
	{ "data/calendar.xml", "year number=\"2025\"", NULL, "year number=\"2024\"", NULL, "tahun 2024 sudah ada" },
	{ "data/calendar.xml", "kind=\"leave\"", NULL, "kind=\"cuti\"", NULL, "day/@kind" },
	{ "data/lists.xml", "name=\"agama\"", NULL, "name=\"kanal\"", NULL, "daftar \"kanal\" sudah ada" },
	{ "data/lists.xml", "name=\"agama\"", NULL, "name=\"jurusita\"", NULL, "daftar \"jurusita\" sudah ada" },
	{ "data/lists.xml", "<item>Hindu</item>", NULL, "<item>Islam</item>", NULL, "nilai \"Islam\" sudah ada" },
	{ "forms/09-hasil.xml", "hasil=S|S_retur", NULL, "hasil=POS", NULL, "\"POS\" yang tidak ada" },
	{ "forms/03-pihak.xml", "from=\"pendidikan\"", NULL, "from=\"sekolah\"", NULL, "daftar \"sekolah\"" },
	{ "forms/02-pendaftar.xml", "akun.jenis=advokat", NULL, "akun.macam=advokat", NULL, "\"macam\" yang tidak ada" },
};
/* clang-format on */

static int line_at(const char *text, const char *place)
{
	int line = 1;
	for (const char *s = text; s < place; s++)
		line += *s == '\n';
	return line;
}

/* The shared file with the fault in it, written into the home; the line on which it will be seen.
 */
static int plant(const struct home *h, const struct planted *p, struct arena *a)
{
	struct bytes whole;
	struct fault why;
	const char *path = arena_print(a, "%s/%s", h->share, p->file);
	assert_true(file_read(path, MIB, a, &whole, &why));
	const char *text = (const char *)whole.data, *from = strstr(text, p->find);
	assert_non_null(from);
	const char *end = from + strlen(p->find);
	if (p->to != NULL)
		end = strstr(from, p->to) + strlen(p->to);
	struct text out = text_start(a);
	text_add_bytes(&out, text, (size_t)(from - text));
	text_add(&out, p->put);
	text_add(&out, end);
	assert_true(file_write(home_file(h, p->file, a), out.s, out.length, 0600, &why));
	return line_at(text, p->line_of == NULL ? from : strstr(text, p->line_of));
}

static void a_fault_is_refused_with_file_and_line(void **state)
{
	const struct home h = home_of(state);
	struct fault why;
	struct arena folders = arena_start(64 * KIB);
	assert_true(folder_make(home_file(&h, "data/fees", &folders), &why));
	assert_true(folder_make(home_file(&h, "forms", &folders), &why));
	arena_drop(&folders);
	for (size_t i = 0; i < COUNT_OF(planted); i++) {
		const struct planted *p = &planted[i];
		struct arena a = arena_start(16 * MIB);
		struct rulebook *b;
		char said[1024];
		int line = plant(&h, p, &a);
		const char *path = home_file(&h, p->file, &a);
		bool loaded = config_load(&h, &a, &b, &why);
		if (loaded)
			print_message("# %s: %s\n", p->file, p->put);
		assert_false(loaded);
		assert_int_equal(why.kind, FAULT_MISUSE);
		fault_say(&why, said, sizeof said);
		bool named = strstr(said, path) != NULL && strstr(said, p->said) != NULL &&
		             (strstr(said, arena_print(&a, ":%d:", line)) != NULL ||
		              strstr(said, arena_print(&a, "baris %d /", line)) != NULL);
		if (!named)
			print_message("# line %d, \"%s\": %s\n", line, p->said, said);
		assert_true(named);
		assert_int_equal(unlink(path), 0);
		arena_drop(&a);
	}
}

/* ---- files that slipped past their schemas ---- */

enum { EVERY = 5 }; /* as many values are left for one that is taken out */

/* One value of one file is empty, or its element has another name: refused or misread, no more. */
static void try_without(const struct home *h, const char *name, const struct bytes *file, size_t at,
                        size_t length, struct arena *a)
{
	struct rulebook *b;
	struct fault why;
	const char *text = (const char *)file->data;
	const char *damaged = arena_print(a, "%.*s%s", (int)at, text, text + at + length);
	assert_true(file_write(home_file(h, name, a), damaged, file->size - length, 0600, &why));
	struct arena own = arena_start(16 * MIB);
	(void)!config_load_again(h, &own, &b, &why);
	(void)!config_greet(h, &own, &b, &why);
	arena_drop(&own);
}

static void damage(const struct home *h, const char *name, size_t *count)
{
	struct arena a = arena_start(512 * MIB);
	struct bytes file;
	struct fault why;
	assert_true(file_read(arena_print(&a, LOKET_SOURCE "/%s", name), MIB, &a, &file, &why));
	const char *text = arena_copy(&a, (const char *)file.data, file.size);
	file.data = (unsigned char *)(uintptr_t)text;
	for (const char *at = text; (at = strpbrk(at, "\"<")) != NULL; at++) {
		size_t length = *at == '"' ? strcspn(at + 1, "\"") : 1;
		bool tag = *at == '<' && at[1] >= 'a' && at[1] <= 'z';
		if ((*count)++ % EVERY == 0 && (tag || *at == '"'))
			try_without(h, name, &file, (size_t)(at - text) + 1, length, &a);
		at += *at == '"' ? length + 1 : 0;
	}
	assert_int_equal(unlink(home_file(h, name, &a)), 0);
	arena_drop(&a);
}

static void what_slips_past_a_schema_harms_nothing(void **state)
{
	static const char *const names[] = { "data/sop.xml",         "data/rights.xml",
		                             "data/court.xml",       "data/areas.xml",
		                             "data/summons.xml",     "data/case-types.xml",
		                             "data/fees/panjar.xml", "data/calendar.xml",
		                             "data/letters.xml",     "forms/03-pihak.xml" };
	const struct home h = home_of(state);
	struct arena a = arena_start(MIB);
	struct fault why;
	size_t count = 0;
	assert_true(folder_make(home_file(&h, "data", &a), &why));
	assert_true(folder_make(home_file(&h, "data/fees", &a), &why));
	assert_true(folder_make(home_file(&h, "forms", &a), &why));
	for (size_t i = 0; i < COUNT_OF(names); i++)
		damage(&h, names[i], &count);
	assert_true(count > 1000);
	arena_drop(&a);
}

/* Without its last step the file is refused, naming it. */
static void the_last_step_may_not_be_missing(void **state)
{
	const struct home h = home_of(state);
	struct arena a = arena_start(16 * MIB);
	struct rulebook *b;
	struct fault why;
	char said[1024];
	const char *key = court_steps[court_sop_count - 1]->key;
	const struct planted gone = { "data/sop.xml", arena_print(&a, "<step key=\"%s\"", key),
		                      "</step>",      "",
		                      NULL,           "" };
	assert_true(folder_make(home_file(&h, "data", &a), &why));
	(void)plant(&h, &gone, &a);
	assert_false(config_load(&h, &a, &b, &why));
	fault_say(&why, said, sizeof said);
	assert_non_null(strstr(said, arena_print(&a, "langkah \"%s\" belum ditulis", key)));
	assert_int_equal(unlink(home_file(&h, gone.file, &a)), 0);
	arena_drop(&a);
}

/* ---- whose file counts, and when it is seen ---- */

static const struct planted own_fee = {
	"data/fees/panjar.xml", "amount=\"75000\"", NULL, "amount=\"80000\"", NULL, ""
};

static rupiah process_fee(const struct home *h, struct arena *a)
{
	struct rulebook *b;
	struct fault why;
	assert_true(config_load(h, a, &b, &why));
	for (size_t i = b->fees.tariff_count; i > 0; i--) {
		if (text_same(b->fees.tariffs[i - 1].component, "proses"))
			return b->fees.tariffs[i - 1].amount;
	}
	return 0;
}

static void the_courts_own_file_wins_and_is_noticed(void **state)
{
	const struct home h = home_of(state);
	struct arena a = arena_start(32 * MIB);
	struct fault why;
	assert_true(folder_make(home_file(&h, "data/fees", &a), &why));
	int64_t before = config_stamp(&h);
	assert_int_equal(config_stamp(&h), before);
	assert_int_equal(process_fee(&h, &a), 75000);

	plant(&h, &own_fee, &a);
	int64_t with = config_stamp(&h);
	assert_true(with != before);
	assert_int_equal(process_fee(&h, &a), 80000);

	assert_int_equal(unlink(home_file(&h, own_fee.file, &a)), 0);
	assert_true(config_stamp(&h) == before);
	assert_int_equal(process_fee(&h, &a), 75000);
	arena_drop(&a);
}

static void a_second_form_for_a_step_is_refused(void **state)
{
	const struct home h = home_of(state);
	struct arena a = arena_start(16 * MIB);
	struct bytes form;
	struct rulebook *b;
	struct fault why;
	char said[1024];
	assert_true(folder_make(home_file(&h, "forms", &a), &why));
	assert_true(file_read(LOKET_SOURCE "/forms/08-nomor.xml", MIB, &a, &form, &why));
	assert_true(
	    file_write(home_file(&h, "forms/10-lagi.xml", &a), form.data, form.size, 0600, &why));
	assert_false(config_load(&h, &a, &b, &why));
	fault_say(&why, said, sizeof said);
	assert_non_null(strstr(said, "10-lagi.xml"));
	assert_non_null(strstr(said, "satu langkah satu formulir"));
	arena_drop(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_files_load, scratch_make, scratch_drop),
		cmocka_unit_test_setup_teardown(lists_are_made_of_the_other_files, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(a_fault_is_refused_with_file_and_line, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(what_slips_past_a_schema_harms_nothing,
		                                scratch_make, scratch_drop),
		cmocka_unit_test_setup_teardown(the_last_step_may_not_be_missing, scratch_make,
		                                scratch_drop),
		cmocka_unit_test_setup_teardown(the_courts_own_file_wins_and_is_noticed,
		                                scratch_make, scratch_drop),
		cmocka_unit_test_setup_teardown(a_second_form_for_a_step_is_refused, scratch_make,
		                                scratch_drop),
	};
	return unit_run(tests);
}
