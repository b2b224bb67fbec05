/* A filing walked through the SOP in memory: the straight way, and the ways it comes back. */
#include "fixture.h"

static void all_nine_steps_in_their_order(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	assert_int_equal(filing_stage(&h.f), 0);

	done(&h, &act_fill_account, SAYS_AKUN);
	assert_string_equal(h.f.reg, "PA.Cth-25112026-V1C");
	assert_string_equal(h.f.title, "Siti Aminah");
	assert_int_equal(filing_stage(&h.f), 1);
	done(&h, &act_fill_registrant, "");
	assert_int_equal(filing_step(&h.f, "pendaftar")->waits_for, WAITS_ADMIN);
	assert_int_equal(filing_stage(&h.f), 2); /* the desk goes on */
	done(&h, &act_fill_parties, SAYS_PIHAK);
	assert_int_equal(filing_stage(&h.f), 3);
	done(&h, &act_fill_claim, SAYS_GUGATAN);
	done(&h, &act_approve_registrant, "setuju=ya");
	assert_int_equal(filing_stage(&h.f), 4);

	done(&h, &act_issue, "bank=simulasi");
	assert_string_equal(h.f.skum.number, "00001/SKUM/Pdt.G/2026/PA.Cth");
	assert_int_equal(h.f.skum.total, OWED);
	assert_int_equal(sent(&h, "bank", "create-va", NULL), 1);
	assert_int_equal(filing_step(&h.f, "bayar")->waits_for, WAITS_BANK);
	assert_int_equal(filing_stage(&h.f), 5);
	done(&h, &act_va_made, says_bank(&h, "va=8889900000000001"));
	assert_int_equal(filing_va(&h.f)->state, VA_LIVE);
	assert_int_equal(state_of(&h, "verifikasi"), STEP_BLANK);
	done(&h, &act_paid, says_paid(&h, "P1", OWED));
	assert_int_equal(filing_paid(&h.f), OWED);
	assert_int_equal(h.f.panjar, OWED);
	assert_int_equal(sent(&h, "sipp", "check", NULL), 1);
	assert_int_equal(filing_stage(&h.f), 6);

	done(&h, &act_parties_checked, "");
	done(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"));
	assert_int_equal(sent(&h, "sipp", "register", NULL), 1);
	assert_int_equal(filing_stage(&h.f), 7);
	done(&h, &act_numbered, says_number(412));
	assert_string_equal(h.f.number.number, "412/Pdt.G/2026/PA.Cth");
	assert_int_equal(h.f.panjar, OWED - 30000); /* the state's fee for registration */
	assert_int_equal(filing_stage(&h.f), 8);

	done(&h, &act_set_hearing, SAYS_TETAPKAN);
	assert_int_equal(h.f.summons_count, 2);
	assert_string_equal(h.f.summons[0].channel, "elektronik");
	assert_string_equal(h.f.summons[1].channel, "surat_tercatat");
	assert_int_equal(h.f.summons[1].hearing - h.f.summons[1].deadline, 6);
	done(&h, &act_record_service, "panggilan_ke=1\nhasil=E\ntanggal=2026-11-25");
	assert_int_equal(sent(&h, "sipp", "relaas", NULL), 1);
	assert_int_equal(filing_stage(&h.f), 8);
	done(&h, &act_record_service,
	     "panggilan_ke=2\nhasil=S\ntanggal=2026-11-25\nresi=P2611250001\nditerima=2026-11-25");
	assert_true(h.f.summons[1].proper);
	assert_int_equal(filing_stage(&h.f), 9);
	assert_false(
	    fixture_do(&h, &act_record_service, "panggilan_ke=2\nhasil=E\ntanggal=2026-11-25"));
	fixture_close(&h);
}

static void a_case_for_nothing_goes_on_without_a_bank(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_skum(&h, SAYS_PRODEO);
	assert_int_equal(h.f.skum.total, 0);
	assert_int_equal(h.f.skum.round, 1);
	assert_int_equal(sent(&h, "bank", "create-va", NULL), 0);
	assert_int_equal(sent(&h, "sipp", "check", NULL), 1);
	assert_int_equal(state_of(&h, "bayar"), STEP_DONE);
	assert_int_equal(filing_stage(&h.f), 6);
	done(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"));
	done(&h, &act_numbered, says_number(413));
	assert_int_equal(filing_stage(&h.f), 8);
	fixture_close(&h);
}

/* ---- coming back from verification ---- */

static void send_back(struct fixture *h, const char *to)
{
	const char *rest = arena_print(&h->a, "putusan=tidak\nkembali_ke=%s\npesan=perbaiki dahulu",
	                               to);
	done(h, &act_verify, says_checklist(h, "terbaca", rest));
	assert_int_equal(state_of(h, "verifikasi"), STEP_BLANK);
	assert_int_equal(state_of(h, to), STEP_RETURNED);
}

/* Whatever step it was sent back to, mending that one gives verification its turn and asks SIPP
 * anew. */
static void mending_gives_verification_its_turn_again(void **state)
{
	(void)state;
	static const struct {
		const struct act *act;
		const char *says;
	} cases[] = {
		{ &act_fill_account, SAYS_AKUN },  { &act_fill_registrant, "" },
		{ &act_fill_parties, SAYS_PIHAK }, { &act_fill_claim, SAYS_GUGATAN },
		{ &act_issue, "bank=simulasi" },   { &act_va_renew, "" },
	};
	struct fixture h;
	fixture_open(&h);
	up_to_paid(&h);
	const char *key = "", *before = "";
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		send_back(&h, cases[i].act->step);
		done(&h, cases[i].act, cases[i].says);
		assert_int_equal(state_of(&h, "verifikasi"), STEP_OPEN);
		assert_int_equal(sent(&h, "bank", "create-va", NULL), 0);
		assert_int_equal(sent(&h, "sipp", "check", &key), 1);
		assert_string_not_equal(key, before);
		before = key;
	}
	/* The new name of the registrant waits for the admin, and no number without it. */
	assert_false(fixture_do(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya")));
	done(&h, &act_approve_registrant, "setuju=ya");
	done(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"));
	fixture_close(&h);
}

static void dearer_parties_are_billed_for_the_difference(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_paid(&h);
	send_back(&h, "pihak");
	done(&h, &act_fill_parties, SAYS_PIHAK_2);
	assert_int_equal(state_of(&h, "skum"), STEP_RETURNED);
	assert_int_equal(state_of(&h, "verifikasi"), STEP_BLANK);
	done(&h, &act_issue, "bank=simulasi");
	assert_int_equal(h.f.skum.round, 2);
	assert_int_equal(h.f.skum.total, OWED_2);
	assert_int_equal(filing_va(&h.f)->amount, OWED_2 - OWED);
	assert_int_equal(state_of(&h, "verifikasi"), STEP_BLANK);
	done(&h, &act_paid, says_paid(&h, "P2", OWED_2 - OWED));
	assert_int_equal(state_of(&h, "verifikasi"), STEP_OPEN);

	/* Cheaper again: nothing is owed, nothing asked of the bank. */
	send_back(&h, "pihak");
	done(&h, &act_fill_parties, SAYS_PIHAK);
	done(&h, &act_issue, "bank=simulasi");
	assert_int_equal(sent(&h, "bank", "create-va", NULL), 0);
	assert_int_equal(state_of(&h, "verifikasi"), STEP_OPEN);
	fixture_close(&h);
}

static void what_is_billed_is_not_changed_behind_its_back(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_skum(&h, SAYS_PIHAK);
	assert_false(fixture_do(&h, &act_fill_parties, SAYS_PIHAK_2));
	assert_false(fixture_do(&h, &act_fill_account, SAYS_AKUN));
	assert_false(fixture_do(&h, &act_fill_claim, SAYS_GUGATAN));
	assert_false(fixture_do(&h, &act_issue, "bank=simulasi"));
	fixture_close(&h);
}

static void an_admin_may_send_the_registrant_back(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	done(&h, &act_fill_account, SAYS_AKUN);
	done(&h, &act_fill_registrant, "");
	assert_false(fixture_do(&h, &act_approve_registrant, "setuju=tidak"));
	assert_string_equal(h.why.field, "setuju_catatan");
	done(&h, &act_approve_registrant, "setuju=tidak\nsetuju_catatan=KTP tidak terbaca");
	assert_int_equal(state_of(&h, "pendaftar"), STEP_RETURNED);
	assert_int_equal(filing_stage(&h.f), 1);
	done(&h, &act_fill_registrant, "");
	assert_int_equal(state_of(&h, "pendaftar"), STEP_WAITING);
	fixture_close(&h);
}

static void a_no_needs_its_words(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_paid(&h);
	assert_false(fixture_do(&h, &act_verify, "putusan=ya")); /* items unanswered */
	assert_false(fixture_do(&h, &act_verify, says_checklist(&h, "lunas", "putusan=ya")));
	assert_false(fixture_do(&h, &act_verify, says_checklist(&h, "lunas", "putusan=tidak")));
	assert_false(fixture_do(&h, &act_verify,
	                        says_checklist(&h, "lunas", "putusan=tidak\nkembali_ke=gugatan")));
	/* Advice is noted and does not stop. */
	done(&h, &act_verify, says_checklist(&h, "wilayah", "putusan=ya"));
	assert_int_equal(state_of(&h, "nomor"), STEP_WAITING);
	fixture_close(&h);
}

/* ---- the bank ---- */

static void only_the_exact_sum_once_in_time_is_a_payment(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_skum(&h, SAYS_PIHAK);
	assert_false(fixture_do(&h, &act_va_ask, "")); /* the bank has made nothing yet */
	done(&h, &act_va_made, says_bank(&h, "va=8889900000000001"));
	done(&h, &act_va_ask, "");
	assert_int_equal(sent(&h, "bank", "status", NULL), 1);

	done(&h, &act_paid, says_paid(&h, "P1", OWED - 1));
	assert_true(h.f.payments[0].suspense);
	assert_int_equal(state_of(&h, "bayar"), STEP_WAITING);
	done(&h, &act_paid, says_paid(&h, "P2", OWED));
	assert_int_equal(filing_paid(&h.f), OWED);
	assert_int_equal(state_of(&h, "bayar"), STEP_DONE);

	done(&h, &act_paid, says_paid(&h, "P2", OWED)); /* the notice again */
	assert_int_equal(h.last.change_count, 0);
	assert_int_equal(h.f.payment_count, 2);
	done(&h, &act_paid, says_paid(&h, "P3", OWED)); /* money again */
	assert_true(h.f.payments[2].suspense);
	assert_int_equal(filing_paid(&h.f), OWED);

	static const char *const wrong[] = { "payment=P4\namount=nol", "payment=P4\namount=0",
		                             "payment=P4\namount=-5", "amount=525000" };
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		assert_false(fixture_do(&h, &act_paid, says_bank(&h, wrong[i])));
	assert_false(fixture_do(&h, &act_paid, "trx=V9\npayment=P5\namount=525000"));
	fixture_close(&h);
}

static void an_account_that_ran_out_is_asked_for_anew(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_skum(&h, SAYS_PIHAK);
	done(&h, &act_va_made, says_bank(&h, "va=8889900000000001"));
	const char *first = says_paid(&h, "P1", OWED);
	assert_false(fixture_do(&h, &act_va_expired, says_bank(&h, "")));
	h.now += (instant)h.book->court.va_hours * 3600000;
	done(&h, &act_va_expired, says_bank(&h, ""));
	assert_int_equal(sent(&h, "bank", "delete-va", NULL), 1);
	assert_int_equal(state_of(&h, "bayar"), STEP_WAITING); /* until the bank has closed it */
	assert_false(fixture_do(&h, &act_va_renew, ""));
	done(&h, &act_va_closed, says_bank(&h, ""));
	assert_int_equal(filing_va(&h.f)->state, VA_EXPIRED);
	assert_int_equal(state_of(&h, "bayar"), STEP_OPEN);
	done(&h, &act_paid, first); /* too late: kept apart */
	assert_int_equal(filing_paid(&h.f), 0);
	assert_int_equal(h.f.panjar, 0);
	done(&h, &act_va_renew, "");
	assert_int_equal(filing_va(&h.f)->round, 2);
	done(&h, &act_va_refused, says_bank(&h, "note=nomor pelanggan dipakai"));
	assert_int_equal(state_of(&h, "bayar"), STEP_OPEN);
	done(&h, &act_va_renew, "");
	assert_int_equal(filing_va(&h.f)->round, 3);
	done(&h, &act_paid, says_paid(&h, "P2", OWED));
	assert_int_equal(state_of(&h, "verifikasi"), STEP_OPEN);
	fixture_close(&h);
}

/* ---- SIPP ---- */

static void each_request_to_sipp_has_its_own_key(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_number(&h);
	const char *keys[4] = { 0 };
	assert_int_equal(sent(&h, "sipp", "register", &keys[0]), 1);
	for (size_t i = 1; i < COUNT_OF(keys); i++) {
		assert_false(fixture_do(&h, &act_number_ask, "")); /* one waits already */
		done(&h, &act_number_refused, "note=jenis perkara tidak dikenal");
		assert_int_equal(filing_stage(&h.f), 7);
		done(&h, &act_number_ask, "");
		assert_int_equal(sent(&h, "sipp", "register", &keys[i]), 1);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(keys[i], keys[k]);
	}
	done(&h, &act_numbered, says_number(412));
	fixture_close(&h);
}

static void a_number_that_does_not_fit_is_refused(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"nomor_perkara=412/Pdt.P/2026/PA.Cth\nnomor_urut_perkara=412\ntanggal_pendaftaran=2026-11-25",
		"nomor_perkara=412/Pdt.G/2025/PA.Cth\nnomor_urut_perkara=412\ntanggal_pendaftaran=2026-11-25",
		"nomor_perkara=412/Pdt.G/2026/PA.Lain\nnomor_urut_perkara=412\ntanggal_pendaftaran=2026-11-25",
		"nomor_perkara=412/Pdt.G/2026/PA.Cth\nnomor_urut_perkara=413\ntanggal_pendaftaran=2026-11-25",
		"nomor_perkara=412/Pdt.G/2026/PA.Cth\ntanggal_pendaftaran=2026-11-25",
		"nomor_perkara=412/Pdt.G/2026/PA.Cth\nnomor_urut_perkara=412",
	};
	struct fixture h;
	fixture_open(&h);
	up_to_number(&h);
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		assert_false(fixture_do(&h, &act_numbered, wrong[i]));
		assert_string_equal(h.f.number.number, "");
	}
	done(&h, &act_numbered, says_number(412));
	done(&h, &act_numbered, says_number(412)); /* the same answer again */
	assert_int_equal(h.last.change_count, 0);
	assert_false(fixture_do(&h, &act_numbered, says_number(414)));
	assert_string_equal(h.f.number.number, "412/Pdt.G/2026/PA.Cth");
	fixture_close(&h);
}

/* SIPP's own users take numbers too: those between are told. One that another filing has is not
 * taken. */
static void gaps_are_told_and_repeats_refused(void **state)
{
	(void)state;
	static const struct {
		int64_t below;
		int number;
		const char *skipped;
	} cases[] = {
		{ 0, 1, "" },    { 411, 412, "" },        { 0, 2, "1" },
		{ 0, 3, "1-2" }, { 409, 412, "410-411" },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct fixture h;
		fixture_open(&h);
		up_to_number(&h);
		h.below = cases[i].below;
		h.holder = "PA.Cth-24112026-ABC";
		assert_false(fixture_do(&h, &act_numbered, says_number(cases[i].number)));
		assert_non_null(strstr(h.why.text, "sudah milik"));
		h.holder = "";
		done(&h, &act_numbered, says_number(cases[i].number));
		assert_string_equal(h.f.number.skipped, cases[i].skipped);
		assert_int_equal(*cases[i].skipped != '\0',
		                 strstr(h.last.event, "tidak lewat Loket") != NULL);
		fixture_close(&h);
	}
}

/* What SIPP knows of the parties is kept case by case; a message that was taken back leaves its
 * note, which the next answer takes away. */
static void what_sipp_knows_of_the_parties_is_kept(void **state)
{
	(void)state;
	static const struct sipp_found found[] = {
		{ "7/Pdt.G/2026/PA.Cth", "Cerai Gugat", "Tono", "3201014505850001" },
		{ "9/Pdt.P/2026/PA.Cth", "Isbat; nikah", "Siti", "3201014505850002" },
	};
	struct fixture h;
	fixture_open(&h);
	up_to_paid(&h);
	assert_string_equal(sync_parties(filing_values(&h.f, DIKENAL), &h.a), "");
	done(&h, &act_parties_checked, "note=dibatalkan");
	assert_string_equal(h.f.sipp_note, "dibatalkan");
	assert_int_equal(filing_values(&h.f, DIKENAL)->count, 0);
	done(&h, &act_parties_checked, "");
	assert_string_equal(h.f.sipp_note, "");
	assert_string_equal(sync_parties(filing_values(&h.f, DIKENAL), &h.a),
	                    "tidak ada perkara lain atas nama para pihak");
	struct command c = fixture_command(&h, &act_parties_checked, (struct values){ 0 });
	c.payload.parties = (struct parties_told){ found, COUNT_OF(found), NULL };
	assert_true(fixture_decide(&h, &c));
	fixture_apply(&h, &c);
	const struct values *known = filing_values(&h.f, DIKENAL);
	assert_string_equal(
	    sync_found(known, 2, &h.a),
	    "NIK 3201014505850002 (Siti) ada di perkara 9/Pdt.P/2026/PA.Cth, Isbat; nikah");
	assert_string_equal(sync_found(known, 3, &h.a), "");
	assert_non_null(strstr(h.last.event, "7/Pdt.G/2026/PA.Cth, Cerai Gugat; NIK"));
	fixture_close(&h);
}

static void a_withdrawn_case_keeps_its_number(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_number(&h);
	const char *withdrawn = "cara=cabut\ntanggal=2026-11-25\nalasan=damai";
	assert_false(fixture_do(&h, &act_end_case, withdrawn)); /* SIPP has been asked */
	done(&h, &act_numbered, says_number(412));
	done(&h, &act_end_case, withdrawn);
	assert_string_equal(h.f.number.number, "412/Pdt.G/2026/PA.Cth");
	assert_int_equal(filing_stage(&h.f), h.f.step_count);
	assert_false(fixture_do(&h, &act_set_hearing, SAYS_TETAPKAN));
	fixture_close(&h);
}

/* ---- the first hearing ---- */

static void a_hearing_stands_on_a_working_day_in_time(void **state)
{
	(void)state;
	static const struct {
		const char *day, *field;
	} cases[] = {
		{ "2026-12-12", "sidang_tanggal" }, /* a Saturday */
		{ "2026-12-25", "sidang_tanggal" }, /* a holiday */
		{ "2026-11-30", "sidang_tanggal" }, /* five days: too near for the post */
	};
	struct fixture h;
	fixture_open(&h);
	up_to_number(&h);
	done(&h, &act_numbered, says_number(412));
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *says = arena_print(&h.a, "%s\nsidang_tanggal=%s", SAYS_TETAPKAN,
		                               cases[i].day);
		assert_false(fixture_do(&h, &act_set_hearing, says));
		assert_string_equal(h.why.field, cases[i].field);
	}
	assert_false(fixture_do(&h, &act_set_hearing,
	                        SAYS_TETAPKAN "\npanggil[1].pihak=2\npanggil[1].kanal=jurusita"));
	assert_string_equal(h.why.field, "panggil[1].alasan_kanal");
	done(&h, &act_set_hearing,
	     SAYS_TETAPKAN "\npanggil[1].pihak=2\npanggil[1].kanal=jurusita\n"
	                   "panggil[1].alasan_kanal=pos tidak menjangkau");
	assert_string_equal(h.f.summons[1].channel, "jurusita");
	h.now += (instant)14 * 24 * 3600000;
	done(&h, &act_record_service,
	     "panggilan_ke=2\nhasil=Y\ntanggal=2026-12-08\nbertemu=Ahmad Fauzi");
	assert_false(h.f.summons[1].proper); /* one working day before: too late */
	fixture_close(&h);
}

/* How many warnings of that field the last decision keeps. */
static size_t warned(const struct fixture *h, const char *field)
{
	size_t n = 0;
	for (size_t i = 0; i < h->last.change_count; i++) {
		const struct change *c = &h->last.changes[i];
		for (size_t k = 0; c->kind == CHANGE_WARNINGS && k < c->to.warnings.count; k++)
			n += text_same(c->to.warnings.items[k].field, field);
	}
	return n;
}

/* The announcement needs three months; a year without holidays in the data is warned of. */
static void one_of_unknown_residence_is_announced(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_skum(&h, SAYS_PIHAK "\npihak[2].ghaib=ya\npihak[2].desa=");
	assert_int_equal(h.f.skum.total, OWED - 6 * 60000 + 3 * 145000);
	done(&h, &act_paid, says_paid(&h, "P1", h.f.skum.total));
	done(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"));
	done(&h, &act_numbered, says_number(412));
	assert_false(fixture_do(&h, &act_set_hearing, SAYS_TETAPKAN));
	/* Announced on 25-11 and 25-12 at the earliest. */
	assert_false(fixture_do(&h, &act_set_hearing, SAYS_TETAPKAN "\nsidang_tanggal=2027-03-24"));
	done(&h, &act_set_hearing, SAYS_TETAPKAN "\nsidang_tanggal=2027-03-25");
	assert_string_equal(h.f.summons[1].channel, "ghaib");
	assert_int_equal(h.f.summons[1].hearing - h.f.summons[1].deadline, 90); /* three months */
	assert_int_equal(warned(&h, "sidang_tanggal"), 1); /* no holidays known */
	fixture_close(&h);
}

static void sides_and_what_parties_share_are_looked_at(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	done(&h, &act_fill_account, SAYS_AKUN);
	done(&h, &act_fill_registrant, "");
	assert_false(fixture_do(&h, &act_fill_parties, SAYS_PIHAK_OF("347", "15") SAYS_P1));
	assert_string_equal(h.why.field, "pihak[1].kedudukan");
	assert_false(fixture_do(&h, &act_fill_parties, SAYS_PIHAK_OF("999", "15") SAYS_P1));

	done(&h, &act_fill_parties,
	     SAYS_PIHAK "\npihak[1].telepon=081234567890\npihak[2].telepon=081234567890\n"
	                "pihak[1].email=a@b.id\npihak[2].email=a@b.id\n"
	                "pihak[2].nik=3273025505900001");
	assert_int_equal(warned(&h, "pihak[2].telepon"), 1);
	assert_int_equal(warned(&h, "pihak[2].email"), 1);
	assert_true(warned(&h, "pihak[2].nik") >= 1);
	done(&h, &act_fill_parties, SAYS_PIHAK);
	assert_int_equal(warned(&h, "pihak[2].telepon"), 0);
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_nine_steps_in_their_order),
		cmocka_unit_test(a_case_for_nothing_goes_on_without_a_bank),
		cmocka_unit_test(mending_gives_verification_its_turn_again),
		cmocka_unit_test(dearer_parties_are_billed_for_the_difference),
		cmocka_unit_test(what_is_billed_is_not_changed_behind_its_back),
		cmocka_unit_test(an_admin_may_send_the_registrant_back),
		cmocka_unit_test(a_no_needs_its_words),
		cmocka_unit_test(only_the_exact_sum_once_in_time_is_a_payment),
		cmocka_unit_test(an_account_that_ran_out_is_asked_for_anew),
		cmocka_unit_test(each_request_to_sipp_has_its_own_key),
		cmocka_unit_test(a_number_that_does_not_fit_is_refused),
		cmocka_unit_test(gaps_are_told_and_repeats_refused),
		cmocka_unit_test(what_sipp_knows_of_the_parties_is_kept),
		cmocka_unit_test(a_withdrawn_case_keeps_its_number),
		cmocka_unit_test(one_of_unknown_residence_is_announced),
		cmocka_unit_test(sides_and_what_parties_share_are_looked_at),
		cmocka_unit_test(a_hearing_stands_on_a_working_day_in_time),
	};
	return unit_run(tests);
}
