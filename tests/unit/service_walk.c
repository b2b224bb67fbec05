/* One filing through the door and all nine steps: real files, real SQLite, real forms and data; the
 * answers of bank and SIPP are given as the worker gives them. */
#include <stdio.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"
#include "loket/service.h"
#include "loket/store/outbox.h"
#include "loket/text.h"

#include "scratch.h"
#include "unit.h"

#define CLOCK_BEGINS "2026-11-25T02:41:00Z" /* a case is called from its day on */
#include "clock.h"

struct fixture {
	struct scratch *scratch;
	struct app app;
	struct arena a;
	struct id filing;
};

static struct fixture fixture;

static int begin(void **state)
{
	void *scratch;
	struct fault why = { 0 };
	if (scratch_make(&scratch) != 0)
		return -1;
	fixture.scratch = scratch;
	fixture.a = arena_start(256 * MIB);
	fixture.filing = id_new();
	setenv("LOKET_HOME", fixture.scratch->path, 1);
	*state = &fixture;
	if (app_init(&fixture.app, true, &why))
		return 0;
	char text[600];
	fault_say(&why, text, sizeof text);
	print_error("%s\n", text);
	return -1;
}

static int end(void **state)
{
	struct fixture *f = *state;
	void *scratch = f->scratch;
	app_close(&f->app);
	arena_drop(&f->a);
	return scratch_drop(&scratch);
}

static struct login as(struct fixture *f, const char *user)
{
	struct login s;
	struct fault why = { 0 };
	static const char *const machines[] = { "bank", "sipp", "worker" };
	for (size_t i = 0; i < COUNT_OF(machines); i++) {
		if (text_same(machines[i], user)) {
			login_machine(&f->app, user, &s);
			return s;
		}
	}
	assert_true(login_password(&f->app, user, "loket", &s, &why));
	return s;
}

struct word {
	const char *path, *text;
};

static struct answer done(struct fixture *f, const struct login *s, struct command *c)
{
	struct fault why = { 0 };
	struct answer answer;
	if (!service_do(s, c, &f->a, &answer, &why)) {
		char text[600];
		fault_say(&why, text, sizeof text);
		fail_msg("%s: %s: %s", c->act->name, why.field, text);
	}
	return answer;
}

/* The open message of the filing to that machine; 0: none. */
static int64_t asked(struct fixture *f, const char *machine)
{
	struct fault why = { 0 };
	struct outbox_list all = { 0 };
	assert_true(outbox_read(f->app.store, &f->filing, &f->a, &all, &why));
	for (size_t i = 0; i < all.count; i++) {
		if (text_same(all.items[i].to, machine) && !text_same(all.items[i].state, "done"))
			return all.items[i].number;
	}
	return 0;
}

static void telling(struct fixture *f, const char *machine, const struct act *act,
                    struct payload payload)
{
	struct login s = as(f, machine);
	struct command c = service_command(&s, &f->filing, -1, act);
	c.payload = payload;
	c.answers = asked(f, machine);
	(void)done(f, &s, &c);
}

static struct answer doing(struct fixture *f, const char *user, const struct act *act,
                           const struct word *words)
{
	struct login s = as(f, user);
	struct command c = service_command(&s, &f->filing, -1, act);
	for (; words->path != NULL; words++) {
		const char *list, *field;
		int row;
		assert_true(values_path_parse(words->path, &f->a, &list, &row, &field));
		values_set(&c.values, &f->a, list, row, field, words->text);
	}
	return done(f, &s, &c);
}

static struct filing now(struct fixture *f)
{
	struct filing filing;
	struct fault why = { 0 };
	struct login s = as(f, "budi");
	assert_true(service_filing(&s, &f->filing, &f->a, &filing, &why));
	return filing;
}

static const char *document(struct fixture *f)
{
	struct fault why = { 0 };
	const char *path = arena_print(&f->a, "%s/gugatan.pdf", f->scratch->path);
	assert_true(file_write(path, "%PDF-1.4\n%%EOF\n", 15, 0600, &why));
	return path;
}

static const struct word account[] = {
	{ "jenis", "perorangan" },
	{ "identitas", "ktp" },
	{ "nik", "3175016505850003" },
	{ "nama", "Nur’aini binti Yusuf" },
	{ "alamat", "Jalan Melati 4" },
	{ "telepon", "081234567890" },
	{ "domisili", "email" },
	{ "email", "nuraini@example.id" },
	{ "bank", "bsi" },
	{ "rekening", "7001234567" },
	{ "pemilik_rekening", "Nur’aini" },
	{ NULL, NULL },
};

static const struct word parties[] = {
	{ "perkara_jenis", "347" },
	{ "alur", "15" },
	{ "prodeo", "tidak" },
	{ "nikah_nomor", "123/45/VI/2010" },
	{ "nikah_tanggal", "2010-06-12" },
	{ "nikah_kua", "KUA Sukamaju" },
	{ "pihak[1].kedudukan", "p1" },
	{ "pihak[1].jenis_pihak", "orang" },
	{ "pihak[1].nik", "3175016505850003" },
	{ "pihak[1].nama", "Nur’aini binti Yusuf" },
	{ "pihak[1].kelamin", "P" },
	{ "pihak[1].agama", "Islam" },
	{ "pihak[1].pekerjaan", "pedagang" },
	{ "pihak[1].pendidikan", "SLTA" },
	{ "pihak[1].alamat", "Jalan Melati 4" },
	{ "pihak[1].desa", "99.01.01.2001" },
	{ "pihak[1].email", "nuraini@example.id" },
	{ "pihak[2].kedudukan", "p2" },
	{ "pihak[2].jenis_pihak", "orang" },
	{ "pihak[2].nama", "Ahmad Fauzi bin Hasan" },
	{ "pihak[2].kelamin", "L" },
	{ "pihak[2].agama", "Islam" },
	{ "pihak[2].pekerjaan", "buruh" },
	{ "pihak[2].pendidikan", "SLTA" },
	{ "pihak[2].alamat", "Jalan Mawar 9" },
	{ "pihak[2].desa", "99.01.02.2001" },
	{ "pihak[2].ghaib", "tidak" },
	{ "pihak[2].domisili_setuju", "tidak" },
	{ NULL, NULL },
};

static void steps_one_to_five(struct fixture *f)
{
	static const struct word none[] = { { NULL, NULL } };
	static const struct word yes[] = { { "setuju", "ya" }, { NULL, NULL } };
	static const struct word bank[] = { { "bank", "simulasi" }, { NULL, NULL } };
	struct word claim[] = { { "surat_tanggal", "2026-11-20" },
		                { "posita", "Bahwa Penggugat dan Tergugat menikah" },
		                { "berkas[1].jenis", "gugatan" },
		                { "berkas[1].berkas", document(f) },
		                { NULL, NULL } };
	doing(f, "sari", &act_fill_account, account);
	doing(f, "sari", &act_fill_registrant, none);
	doing(f, "budi", &act_approve_registrant, yes);
	doing(f, "sari", &act_fill_parties, parties);
	doing(f, "sari", &act_fill_claim, claim);
	doing(f, "sari", &act_issue, bank);
}

static void pay(struct fixture *f)
{
	struct filing filing = now(f);
	const struct va *va = filing_va(&filing);
	assert_non_null(va);
	const struct payload made = { PAYLOAD_VA,
		                      .va = { va->trx, "    88080000000001", va->expires, "" } };
	const struct payload paid = { PAYLOAD_PAYMENT, .payment = { .id = "P-1",
		                                                    .trx = va->trx,
		                                                    .amount = va->amount,
		                                                    .at = INSTANT_NONE,
		                                                    .channel = "",
		                                                    .reference = "R-1",
		                                                    .source = "notice" } };
	telling(f, "bank", &act_va_made, made);
	telling(f, "bank", &act_paid, paid);
	telling(f, "bank", &act_paid, paid);
	filing = now(f);
	assert_int_equal(filing.payment_count, 1);
	assert_true(filing_paid(&filing) == filing.skum.total);
}

static void verify(struct fixture *f)
{
	struct word words[128] = { { "putusan", "ya" } };
	size_t n = 1;
	struct check_row *items;
	struct paper_facts facts;
	struct filing filing = now(f);
	const struct login budi = as(f, "budi");
	service_paper_facts(&budi, &filing, &f->a, &facts);
	size_t count = checks_of(f->app.book, &filing, &facts,
	                         instant_day(clock_now(), &f->app.book->court.zone), &f->a, &items);
	for (size_t i = 0; i < count; i++) {
		const char *row = arena_print(&f->a, "periksa[%zu].", i + 1);
		words[n++] = (struct word){ arena_print(&f->a, "%sbutir", row), items[i].key };
		words[n++] = (struct word){ arena_print(&f->a, "%shasil", row), "ya" };
		words[n++] = (struct word){ arena_print(&f->a, "%scatatan", row),
			                    "diperlihatkan di loket" };
	}
	words[n] = (struct word){ NULL, NULL };
	doing(f, "budi", &act_verify, words);
}

/* A number that answers no message is none, whoever tells it. */
static void nobody_tells(struct fixture *f, struct login s, const char *given)
{
	struct fault why = { 0 };
	struct answer answer;
	struct command c = service_command(&s, &f->filing, -1, &act_numbered);
	c.payload = (struct payload){ PAYLOAD_NUMBER, .number = { given, "9999", 412, 1 } };
	assert_false(service_do(&s, &c, &f->a, &answer, &why));
	assert_int_equal(why.kind, FAULT_REFUSED);
}

static void number(struct fixture *f)
{
	struct filing filing = now(f);
	day on = filing.counts_from;
	const char *given = arena_print(&f->a, "412/Pdt.G/%d/PA.Cth", day_ymd(on).year);
	nobody_tells(f, as(f, "sipp"), given);
	struct login person = as(f, "budi");
	snprintf(person.roles, sizeof person.roles, "sipp bank");
	nobody_tells(f, person, given);
	telling(f, "sipp", &act_numbered,
	        (struct payload){ PAYLOAD_NUMBER, .number = { given, "9412", 412, on } });
}

static void summon(struct fixture *f)
{
	char hearing[16], today[16];
	const struct rulebook *book = f->app.book;
	day now_day = instant_day(clock_now(), &book->court.zone);
	day sits = now_day + 14;
	while (!calendar_works(&book->calendar, sits))
		sits++;
	day_iso(sits, hearing, sizeof hearing);
	day_iso(now_day, today, sizeof today);
	struct word set[] = { { "sidang_tanggal", hearing },
		              { "sidang_jam", "09.00" },
		              { "ruang", book->court.rooms[0].name },
		              { "hakim_tunggal", "tidak" },
		              { "ketua_majelis", "Drs. H. Abdullah" },
		              { "jurusita", "umar" },
		              { NULL, NULL } };
	doing(f, "dewi", &act_set_hearing, set);
	struct filing filing = now(f);
	assert_int_equal(filing.summons_count, 2);
	assert_string_equal(filing.summons[0].channel, "elektronik");
	assert_string_equal(filing.summons[1].channel, "surat_tercatat");
	for (size_t i = 0; i < filing.summons_count; i++) {
		struct word outcome[] = { { "panggilan_ke",
			                    arena_print(&f->a, "%d", filing.summons[i].number) },
			                  { "hasil", i == 0 ? "E" : "S" },
			                  { "tanggal", today },
			                  { i == 0 ? NULL : "resi", "JX123" },
			                  { "diterima", today },
			                  { NULL, NULL } };
		doing(f, "umar", &act_record_service, outcome);
	}
}

static void a_filing_goes_through_all_nine_steps(void **state)
{
	struct fixture *f = *state;
	struct fault why = { 0 };
	steps_one_to_five(f);
	struct filing filing = now(f);
	assert_int_equal(filing_stage(&filing), 5);
	pay(f);
	verify(f);
	number(f);
	summon(f);
	filing = now(f);
	assert_int_equal(filing_stage(&filing), (int)filing.step_count);
	assert_true(filing.summons[1].proper);
	struct login s = as(f, "umar");
	struct bailiff_list list = { 0 };
	assert_true(service_bailiff(&s, "umar", &f->a, &list, &why));
	assert_int_equal(list.count, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_filing_goes_through_all_nine_steps, begin, end),
	};
	return unit_run(tests);
}
