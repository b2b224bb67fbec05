/* Situations that a registrar met, each by its right value: whose day a hearing is, who may be
 * called how, how early and how late, who judges, what a paper says once it is paid, and what a
 * step that waits tells who wants to go on. Fees: tests/values/panjar.txt. */
#include "loket/why.h"

#include "fixture.h"

enum { DAY_MS = 24 * 60 * 60 * 1000 };

static void up_to_registered(struct fixture *h, const char *parties)
{
	up_to_skum(h, parties);
	done(h, &act_va_made, says_bank(h, "va=    8808000000000001"));
	done(h, &act_paid, says_paid(h, "P1", h->f.skum.total));
	done(h, &act_verify, says_checklist(h, NULL, "putusan=ya"));
	const struct alur *alur = rulebook_alur(h->book, filing_value(&h->f, PIHAK, "alur"));
	done(h, &act_numbered,
	     arena_print(&h->a,
	                 "nomor_perkara=412/%s/2026/PA.Cth\nperkara_id=90\n"
	                 "nomor_urut_perkara=412\ntanggal_pendaftaran=2026-11-25",
	                 alur->code));
}

/* Another form was filled: SIPP's, an advocate's. */
static void fill_adds(struct fixture *h, const char *step, const char *lines)
{
	struct fill *fills = arena_get(&h->a, h->f.fill_count + 1, sizeof *fills);
	memcpy(fills, h->f.fills, h->f.fill_count * sizeof *fills);
	fills[h->f.fill_count] = (struct fill){ .step = step, .values = said(h, lines), .by = "" };
	h->f.fills = fills;
	h->f.fill_count++;
}

/* It is not done, at that field, in words that have each text (NULL-ended). */
static void refused_at(struct fixture *h, const struct act *act, const char *lines,
                       const char *field, const char *const *texts)
{
	assert_false(fixture_do(h, act, lines));
	const char *said = fault_text(&h->a, &h->why);
	if (*field != '\0')
		assert_string_equal(h->why.field, field);
	for (; *texts != NULL; texts++) {
		if (strstr(said, *texts) == NULL)
			fail_msg("%s: not said: %s: %s", act->name, *texts, said);
	}
}
#define refused(h, act, lines, field, ...)                                                         \
	refused_at((h), (act), (lines), (field), (const char *const[]){ __VA_ARGS__, NULL })

/* The last decision warned of something like it. */
static bool warned_of(const struct fixture *h, const char *text)
{
	for (size_t i = 0; i < h->last.change_count; i++) {
		const struct change *c = &h->last.changes[i];
		for (size_t k = 0; c->kind == CHANGE_WARNINGS && k < c->to.warnings.count; k++) {
			if (strstr(c->to.warnings.items[k].text, text) != NULL)
				return true;
		}
	}
	return false;
}

static void paper_has(const char *paper, const char *text, bool wanted)
{
	assert_non_null(paper);
	if ((strstr(paper, text) != NULL) != wanted)
		fail_msg("%s %s: %s", wanted ? "it does not say" : "it says", text, paper);
}

/* ---- the day of the hearing ---- */

static void the_day_of_the_panel_is_the_day(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_registered(&h, SAYS_PIHAK);
	fill_adds(&h, SIPP, "phs=2026-12-14");
	refused(&h, &act_set_hearing, SAYS_TETAPKAN "\nsidang_tanggal=2026-12-15", "alasan_hari",
	        "di SIPP majelis menetapkan 14-12-2026");
	done(&h, &act_set_hearing,
	     SAYS_TETAPKAN "\nsidang_tanggal=2026-12-15\nalasan_hari=perintah ketua majelis");
	assert_true(warned_of(&h, "lain dari SIPP"));
	for (size_t i = 1; i < h.f.summons_count; i++) /* one case, one day */
		assert_int_equal(h.f.summons[i].hearing, h.f.summons[0].hearing);
	fixture_close(&h);
}

/* Who is too near is named with the channel and the first day that is lawful. */
static void too_near_names_party_channel_and_day(void **state)
{
	(void)state;
	static const struct {
		const char *other, *day, *says, *first;
	} cases[] = {
		{ "", "2026-11-30", "Ahmad Fauzi (surat tercatat)", "paling cepat 01-12-2026" },
		{ "\npihak[2].ghaib=ya\npihak[2].desa=", "2027-03-24", "Ahmad Fauzi (",
		  "paling cepat 25-03-2027" },
		{ "\npihak[2].kanal=luar_negeri\npihak[2].negara=Malaysia\n"
		  "pihak[2].warga_negara=Indonesia\npihak[2].desa=",
		  "2027-05-24", "Ahmad Fauzi (", "paling cepat 25-05-2027" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_registered(&h, arena_print(&h.a, SAYS_PIHAK "%s", cases[i].other));
		refused(&h, &act_set_hearing,
		        arena_print(&h.a, SAYS_TETAPKAN "\nsidang_tanggal=%s", cases[i].day),
		        "sidang_tanggal", cases[i].says, cases[i].first);
		fixture_close(&h);
	}
}

/* "More than 30 days after registration" is said of a divorce whose other side could have been
 * called, and of nothing else. */
static void late_is_said_only_where_the_law_has_a_term(void **state)
{
	(void)state;
	static const struct {
		const char *kind, *other, *day;
		bool late;
	} cases[] = {
		{ "347", "", "2026-12-21", false },
		{ "347", "", "2027-01-11", true },
		{ "346", "", "2027-01-11", true },
		{ "351", "", "2027-01-11", false },
		{ "347", "\npihak[2].ghaib=ya\npihak[2].desa=", "2027-04-05", false },
		{ "351", "\npihak[2].ghaib=ya\npihak[2].desa=", "2027-04-05", false },
		{ "347",
		  "\npihak[2].kanal=luar_negeri\npihak[2].negara=Malaysia\n"
		  "pihak[2].warga_negara=Indonesia\npihak[2].desa=",
		  "2027-06-07", false },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_registered(&h, arena_print(&h.a, SAYS_PIHAK "\nperkara_jenis=%s%s",
		                                 cases[i].kind, cases[i].other));
		done(&h, &act_set_hearing,
		     arena_print(&h.a, SAYS_TETAPKAN "\nsidang_tanggal=%s", cases[i].day));
		if (warned_of(&h, "hari setelah pendaftaran") != cases[i].late)
			fail_msg("%s on %s", cases[i].kind, cases[i].day);
		fixture_close(&h);
	}
}

/* ---- the channel ---- */

/* Agreed, but no address: by registered post, and at its fee. */
static void nobody_is_called_electronically_without_an_address(void **state)
{
	(void)state;
	static const struct {
		const char *more, *channel;
		rupiah total;
	} cases[] = {
		{ "\npihak[2].domisili_setuju=ya", "surat_tercatat", OWED },
		{ "\npihak[2].domisili_setuju=ya\npihak[2].email=ahmad@example.id", "elektronik",
		  165000 },
		{ "\npihak[2].email=ahmad@example.id", "surat_tercatat", OWED },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_registered(&h, arena_print(&h.a, SAYS_PIHAK "%s", cases[i].more));
		assert_int_equal(h.f.skum.total, cases[i].total);
		done(&h, &act_set_hearing, SAYS_TETAPKAN);
		assert_string_equal(h.f.summons[1].channel, cases[i].channel);
		fixture_close(&h);
	}
}

/* Recorded wrongly: mended with its reason, both kept; called wrongly: called again. */
static void a_wrong_outcome_is_mended(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_registered(&h, SAYS_PIHAK);
	done(&h, &act_set_hearing, SAYS_TETAPKAN);
	done(&h, &act_record_service,
	     "panggilan_ke=2\nhasil=S_retur\ntanggal=2026-11-25\nresi=P1\nsebab=pindah\n"
	     "diterima=2026-11-25");
	refused(&h, &act_record_service,
	        "panggilan_ke=2\nhasil=S\ntanggal=2026-11-25\nresi=P1\nditerima=2026-11-25", "",
	        "perbaiki dengan ralat");
	done(&h, &act_mend_service,
	     "panggilan_ke=2\nhasil=S\ntanggal=2026-11-25\nresi=P1\nditerima=2026-11-25\n"
	     "alasan_ralat=salah baris");
	assert_string_equal(h.f.summons[1].outcome, "S");
	assert_non_null(strstr(h.last.event, "Ralat"));
	assert_non_null(strstr(h.last.event, "salah baris"));
	fixture_close(&h);
}

/* ---- who judges ---- */

static void one_judge_where_the_law_says_one(void **state)
{
	(void)state;
	static const struct {
		const char *parties;
		bool one;
	} cases[] = {
		{ SAYS_PIHAK, false },
		{ SAYS_PIHAK_OF("351", "15") SAYS_P1 SAYS_P2("99.01.01.2001"), false },
		{ SAYS_PIHAK_OF("351", "17") SAYS_P1 SAYS_P2("99.01.01.2001") "\nnilai=90000000",
		  true },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_registered(&h, cases[i].parties);
		if (cases[i].one)
			refused(&h, &act_set_hearing, SAYS_TETAPKAN, "hakim_tunggal",
			        "diperiksa hakim tunggal");
		else
			done(&h, &act_set_hearing, SAYS_TETAPKAN);
		fixture_close(&h);
	}
}

/* A small claim is worth half a milliard at most, and nobody in it is without an address. */
static void a_small_claim_keeps_its_bounds(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	done(&h, &act_fill_account, SAYS_AKUN);
	done(&h, &act_fill_registrant, "");
#define SMALL SAYS_PIHAK_OF("351", "17") SAYS_P1 SAYS_P2("99.01.01.2001")
	refused(&h, &act_fill_parties, SMALL "\nnilai=500000001", "nilai",
	        "daftarkan sebagai gugatan biasa");
	refused(&h, &act_fill_parties, SMALL, "nilai", "isi nilai gugatan");
	refused(&h, &act_fill_parties,
	        SMALL "\nnilai=90000000\npihak[2].ghaib=ya\npihak[2].desa=", "",
	        "daftarkan sebagai gugatan biasa");
	done(&h, &act_fill_parties, SMALL "\nnilai=500000000");
	fixture_close(&h);
}

/* Who files by a power of attorney that stands nowhere is told of its row, and it is charged once
 * the row is there. */
static void a_power_of_attorney_has_its_row(void **state)
{
	(void)state;
	static const char *const kinds[] = { "advokat", "kuasa_insidentil", "perorangan" };
	for (size_t i = 0; i < 2 * COUNT_OF(kinds); i++) {
		struct fixture h;
		bool there = i % 2 != 0, own = text_same(kinds[i / 2], "perorangan");
		fixture_open(&h);
		done(&h, &act_fill_account, SAYS_AKUN);
		done(&h, &act_fill_registrant, "");
		h.f.fills[0].values = said(&h, arena_print(&h.a, "jenis=%s", kinds[i / 2]));
		done(&h, &act_fill_parties,
		     there ? SAYS_PIHAK
		         "\nkuasa[1].jenis_kuasa=insidentil\nkuasa[1].nama=Husin\n"
		         "kuasa[1].izin_nomor=3\nkuasa[1].izin_tanggal=2026-11-02\n"
		         "kuasa[1].nomor_kuasa=7\nkuasa[1].tanggal_kuasa=2026-11-01\n"
		         "kuasa[1].mewakili=1"
		           : SAYS_PIHAK);
		assert_int_equal(warned_of(&h, "Kuasa: pendaftar"), !there && !own);
		fixture_close(&h);
	}
}

/* ---- papers ---- */

static void a_paid_skum_asks_for_nothing(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	const struct printing how = { .now = h.now, .bailiff = "" };
	up_to_skum(&h, SAYS_PIHAK);
	paper_has(paper_skum(h.book, &h.f, &how, &h.a), "<v n=\"selesai\">ya</v>", false);
	done(&h, &act_va_made, says_bank(&h, "va=    8808000000000001"));
	done(&h, &act_paid, says_paid(&h, "P1", OWED));
	const char *paper = paper_skum(h.book, &h.f, &how, &h.a);
	paper_has(paper, "<v n=\"selesai\">ya</v>", true);
	paper_has(paper, "<v n=\"lunas\">25 November 2026 pukul", true);
	paper_has(paper, "kuasa dari", false);
	fixture_close(&h);
}

static void who_signs_for_another_says_so(void **state)
{
	(void)state;
	static const struct {
		const char *kind, *with, *says;
	} cases[] = {
		{ "perorangan", "", "" },
		{ "advokat", "", "kuasa dari Siti Aminah" },
		{ "kuasa_insidentil", "", "kuasa dari Siti Aminah" },
		{ "badan_hukum", "", "kuasa dari Siti Aminah" },
		{ "pemerintah", "wakil_dengan=tugas", "mewakili Siti Aminah" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		const struct printing how = { .now = h.now, .bailiff = "" };
		up_to_skum(&h, SAYS_PIHAK);
		for (size_t k = 0; k < h.f.fill_count; k++) {
			struct fill *fill = &h.f.fills[k];
			if (text_same(fill->step, AKUN))
				fill->values = said(&h, arena_print(&h.a, "jenis=%s\nnama=Fitri",
				                                    cases[i].kind));
			if (text_same(fill->step, PENDAFTAR))
				fill->values = said(&h, cases[i].with);
		}
		paper_has(paper_skum(h.book, &h.f, &how, &h.a),
		          arena_print(&h.a, "<v n=\"selaku\">%s</v>", cases[i].says), true);
		fixture_close(&h);
	}
}

/* Who hands in papers gets a receipt: what was handed in, and what is still to come. */
static void a_receipt_names_what_came_and_what_lacks(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	const struct printing how = { .now = h.now, .bailiff = "" };
	up_to_skum(&h, SAYS_PIHAK);
	const char *paper = paper_handed(h.book, &h.f, &how, &h.a);
	paper_has(paper, "gugatan.pdf", true);
	paper_has(paper, "KTP", true);
	paper_has(paper, "Kutipan akta nikah", true);
	paper_has(paper, "25 November 2026", true);
	fixture_close(&h);
}

/* ---- what waits ---- */

static void what_waits_says_for_whom_and_what_ends_it(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	done(&h, &act_fill_account, SAYS_AKUN);
	done(&h, &act_fill_registrant, "");
	const struct why_ask ask = { .book = h.book, .filing = &h.f, .now = h.now, .a = &h.a };
	struct whys all;
	whys_of(&ask, &all);
	assert_string_equal(why_value(whys_find(&all, PENDAFTAR), &h.a),
	                    "menunggu persetujuan admin atas nama pendaftar");
	done(&h, &act_fill_parties, SAYS_PIHAK);
	done(&h, &act_fill_claim, SAYS_GUGATAN);
	done(&h, &act_approve_registrant, "setuju=ya");
	done(&h, &act_issue, "bank=simulasi");
	refused(&h, &act_va_renew, "", "", "menunggu pembayaran di bank sejak 25-11-2026",
	        "selesai sendiri");
	done(&h, &act_va_made, says_bank(&h, "va=    8808000000000001"));
	done(&h, &act_paid, says_paid(&h, "P1", OWED));
	done(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"));
	refused(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"), "", "sudah selesai");
	done(&h, &act_numbered, says_number(412));
	done(&h, &act_set_hearing, SAYS_TETAPKAN);
	refused(&h, &act_set_hearing, SAYS_TETAPKAN, "",
	        "menunggu hasil panggilan dari jurusita sejak 25-11-2026",
	        "saat semua hasil dicatat");
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_day_of_the_panel_is_the_day),
		cmocka_unit_test(too_near_names_party_channel_and_day),
		cmocka_unit_test(late_is_said_only_where_the_law_has_a_term),
		cmocka_unit_test(nobody_is_called_electronically_without_an_address),
		cmocka_unit_test(a_wrong_outcome_is_mended),
		cmocka_unit_test(one_judge_where_the_law_says_one),
		cmocka_unit_test(a_small_claim_keeps_its_bounds),
		cmocka_unit_test(a_power_of_attorney_has_its_row),
		cmocka_unit_test(a_paid_skum_asks_for_nothing),
		cmocka_unit_test(who_signs_for_another_says_so),
		cmocka_unit_test(a_receipt_names_what_came_and_what_lacks),
		cmocka_unit_test(what_waits_says_for_whom_and_what_ends_it),
	};
	return unit_run(tests);
}
