/* A court at work through the service's door, for a year that is told on standard input, a line each, its words apart by
 * tabs (tests/year/world.js):
 *
 *   at MS                                   the time, in milliseconds since 1970; the clock of this program stands at it
 *   file N BANK                             a suit through steps 1 to 5; answers "trx total"
 *   open N NUMBER                           the bank has made the account of that number
 *   paid N ID AMOUNT MS REFERENCE BANK      the bank's notice, of money of that time; N "-": of no account
 *   register N SEQUENCE                     verified and numbered
 *   hear N                                  a hearing in two weeks is set
 *   do N USER ACT FIELD=VALUE…              an act of a person
 *   settle USER ID HOW REASON [NAME BANK ACCOUNT PROOF]    of money in suspense that belongs to no filing
 *   explain BANK LINE HOW OTHER REASON      by the kasir, and the panitera where two stand behind it
 *   hand ACCOUNT | receive NAME SUM | pay NAME BILLING NTPN    of money for the State; hand answers its name
 *
 * It answers "ok …" or "no" with what was said. The bank's and SIPP's words are given as the worker gives them. */
#include "loket/court.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "loket/cashier.h"
#include "loket/list.h"
#include "loket/recon.h"
#include "loket/service.h"
#include "loket/store/notice.h"
#include "loket/store/outbox.h"
#include "loket/text.h"

enum { MOST_WORDS = 32, MOST_PEOPLE = 16, LINE = 4096 };

static instant told_ms; /* by the last "at" */

int clock_gettime(clockid_t which, struct timespec *out)
{
	int failed = (int)syscall(SYS_clock_gettime, which, out);
	if (failed == 0 && which == CLOCK_REALTIME && told_ms != 0) {
		out->tv_sec = (time_t)(told_ms / 1000);
		out->tv_nsec = (long)(told_ms % 1000) * 1000000;
	}
	return failed;
}

struct year {
	struct app app;
	struct arena a; /* of one line */
	struct id *filings;
	size_t filing_count, filing_capacity;
	struct arena kept;
	struct login people[MOST_PEOPLE];
	size_t people_count;
	char *words[MOST_WORDS];
	size_t word_count;
	const char *claim; /* a PDF */
};
static const char *word(const struct year *y, size_t at)
{
	return at < y->word_count ? y->words[at] : "";
}

static long long number(const struct year *y, size_t at)
{
	return strtoll(word(y, at), NULL, 10);
}

/* ---- who ---- */

/* A person is logged in once: the year is longer than any session, and each act asks anew who may. */
static const struct login *as(struct year *y, const char *user)
{
	struct fault why;
	for (size_t i = 0; i < y->people_count; i++) {
		if (text_same(y->people[i].user, user))
			return &y->people[i];
	}
	struct login *s = &y->people[y->people_count++];
	if (text_same(user, "bank") || text_same(user, "sipp"))
		login_machine(&y->app, user, s);
	else if (!login_password(&y->app, user, "loket", s, &why))
		exit(3);
	return s;
}

static bool filing_of(struct year *y, struct id *out)
{
	size_t at = (size_t)number(y, 1);
	if (text_same(word(y, 1), "-") || at >= y->filing_count)
		return false;
	*out = y->filings[at];
	return true;
}

static bool done(struct year *y, const char *user, struct command *c, struct fault *why)
{
	struct answer answer;
	return service_do(as(y, user), c, &y->a, &answer, why);
}

/* ---- the bank's and SIPP's words ---- */

/* The open message of the filing to that machine; 0: none. */
static int64_t asked(struct year *y, const struct id *filing, const char *machine)
{
	struct fault why;
	struct outbox_list all = { 0 };
	if (!outbox_read(y->app.store, filing, &y->a, &all, &why))
		return 0;
	for (size_t i = 0; i < all.count; i++) {
		if (text_same(all.items[i].to, machine) && !text_same(all.items[i].state, "done"))
			return all.items[i].number;
	}
	return 0;
}

static bool telling(struct year *y, const char *machine, const struct id *filing,
                    const struct act *act, struct payload payload, struct fault *why)
{
	struct command c = service_command(as(y, machine), filing, -1, act);
	c.payload = payload;
	c.answers = text_same(machine, "sipp") ? asked(y, filing, machine) : 0;
	return done(y, machine, &c, why);
}

/* ---- acts of people ---- */

struct filled {
	const char *path, *text;
};

static bool doing(struct year *y, const char *user, const struct id *filing, const struct act *act,
                  const struct filled *fields, struct fault *why)
{
	struct command c = service_command(as(y, user), filing, -1, act);
	for (; fields->path != NULL; fields++) {
		const char *list, *field;
		int row;
		if (!values_path_parse(fields->path, &y->a, &list, &row, &field))
			return fault_set(why, FAULT_MISUSE, "%1", fields->path);
		values_set(&c.values, &y->a, list, row, field, fields->text);
	}
	return done(y, user, &c, why);
}

static bool filing_get(struct year *y, const struct id *id, struct filing *out, struct fault *why)
{
	return service_filing(as(y, "budi"), id, &y->a, out, why);
}

/* ---- a suit ---- */

static bool account_fill(struct year *y, const struct id *id, size_t n, struct fault *why)
{
	const struct filled account[] = {
		{ "jenis", "perorangan" },
		{ "identitas", "ktp" },
		{ "nik", arena_print(&y->a, "99010142038%05zu", n % 99999 + 1) },
		{ "nama", arena_print(&y->a, "Wulan %zu binti Darsono", n) },
		{ "alamat", "Jalan Kamboja 4" },
		{ "telepon", "081234567890" },
		{ "domisili", "email" },
		{ "email", arena_print(&y->a, "wulan%zu@example.id", n) },
		{ "bank", "451" },
		{ "rekening", arena_print(&y->a, "700%07zu", n) },
		{ "pemilik_rekening", arena_print(&y->a, "Wulan %zu", n) },
		{ NULL, NULL },
	};
	static const struct filled none[] = { { NULL, NULL } };
	static const struct filled yes[] = { { "setuju", "ya" }, { NULL, NULL } };
	return doing(y, "sari", id, &act_fill_account, account, why) &&
	       doing(y, "sari", id, &act_fill_registrant, none, why) &&
	       doing(y, "budi", id, &act_approve_registrant, yes, why);
}

static bool parties_fill(struct year *y, const struct id *id, size_t n, struct fault *why)
{
	const struct filled parties[] = {
		{ "perkara_jenis", "347" },
		{ "alur", "15" },
		{ "prodeo", "tidak" },
		{ "nikah_nomor", "123/45/VI/2010" },
		{ "nikah_tanggal", "2010-06-12" },
		{ "nikah_kua", "KUA Sukamaju" },
		{ "pihak[1].kedudukan", "p1" },
		{ "pihak[1].jenis_pihak", "orang" },
		{ "pihak[1].nama", arena_print(&y->a, "Wulan %zu binti Darsono", n) },
		{ "pihak[1].kelamin", "P" },
		{ "pihak[1].agama", "Islam" },
		{ "pihak[1].pekerjaan", "pedagang" },
		{ "pihak[1].pendidikan", "SLTA" },
		{ "pihak[1].alamat", "Jalan Kamboja 4" },
		{ "pihak[1].desa", "99.01.01.2001" },
		{ "pihak[1].email", arena_print(&y->a, "wulan%zu@example.id", n) },
		{ "pihak[2].kedudukan", "p2" },
		{ "pihak[2].jenis_pihak", "orang" },
		{ "pihak[2].nama", arena_print(&y->a, "Hendra %zu bin Suparman", n) },
		{ "pihak[2].kelamin", "L" },
		{ "pihak[2].agama", "Islam" },
		{ "pihak[2].pekerjaan", "buruh" },
		{ "pihak[2].pendidikan", "SLTA" },
		{ "pihak[2].alamat", "Jalan Teratai 9" },
		{ "pihak[2].desa", "99.01.02.2001" },
		{ "pihak[2].ghaib", "tidak" },
		{ "pihak[2].domisili_setuju", "tidak" },
		{ NULL, NULL },
	};
	return doing(y, "sari", id, &act_fill_parties, parties, why);
}

static bool claim_fill(struct year *y, const struct id *id, struct fault *why)
{
	char today[16];
	day_iso(instant_day(clock_now(), &y->app.book->court.zone), today, sizeof today);
	const struct filled claim[] = { { "surat_tanggal", today },
		                        { "posita", "Bahwa Penggugat dan Tergugat menikah" },
		                        { "berkas[1].jenis", "gugatan" },
		                        { "berkas[1].berkas", y->claim },
		                        { NULL, NULL } };
	const struct filled bank[] = { { "bank", word(y, 2) }, { NULL, NULL } };
	return doing(y, "sari", id, &act_fill_claim, claim, why) &&
	       doing(y, "sari", id, &act_issue, bank, why);
}

static bool do_file(struct year *y, const char **out, struct fault *why)
{
	struct filing f;
	const struct id id = id_new();
	size_t n = y->filing_count;
	y->filings = list_grow(&y->kept, y->filings, n, &y->filing_capacity, sizeof *y->filings);
	y->filings[y->filing_count++] = id;
	if (!account_fill(y, &id, n, why) || !parties_fill(y, &id, n, why) ||
	    !claim_fill(y, &id, why) || !filing_get(y, &id, &f, why))
		return false;
	const struct va *va = filing_va(&f);
	if (va == NULL)
		return fault_set(why, FAULT_REFUSED, "no account");
	*out = arena_print(&y->a, "%s\t%lld\t%s", va->trx, (long long)va->amount, f.reg);
	return true;
}

static bool do_open(struct year *y, const char **out, struct fault *why)
{
	struct id id;
	struct filing f;
	if (!filing_of(y, &id) || !filing_get(y, &id, &f, why))
		return false;
	const struct va *va = filing_va(&f);
	return telling(y, "bank", &id, &act_va_made,
	               (struct payload){ PAYLOAD_VA,
	                                 .va = { va->trx, word(y, 2), va->expires, "" } },
	               why);
}

/* What the worker keeps of each notice that it answers. */
static bool notice_keep(struct year *y, const char *account, struct fault *why)
{
	const struct notice n = { .bank = word(y, 6),
		                  .payment = word(y, 2),
		                  .account = account,
		                  .amount = number(y, 3),
		                  .verdict = "accepted",
		                  .status = 200,
		                  .body = "{}",
		                  .at = clock_now() };
	return store_begin(y->app.store, why) && notice_write(y->app.store, &n, why) &&
	       store_commit(y->app.store, why);
}

static bool stray(struct year *y, struct fault *why)
{
	const struct payment p = { .id = word(y, 2),
		                   .trx = "8808990000000000",
		                   .amount = number(y, 3),
		                   .at = number(y, 4),
		                   .channel = "",
		                   .reference = word(y, 5),
		                   .source = "notice",
		                   .note = N_("VA tidak dikenal"),
		                   .bank = word(y, 6) };
	return service_stray(as(y, "bank"), &p, why) && notice_keep(y, p.trx, why);
}

static bool do_paid(struct year *y, const char **out, struct fault *why)
{
	struct id id;
	struct filing f;
	if (!filing_of(y, &id))
		return stray(y, why);
	if (!filing_get(y, &id, &f, why))
		return false;
	const struct payload paid = { PAYLOAD_PAYMENT, .payment = { .id = word(y, 2),
		                                                    .trx = filing_va(&f)->trx,
		                                                    .amount = number(y, 3),
		                                                    .at = number(y, 4),
		                                                    .channel = "",
		                                                    .reference = word(y, 5),
		                                                    .source = "notice" } };
	return telling(y, "bank", &id, &act_paid, paid, why) &&
	       notice_keep(y, filing_va(&f)->number, why);
}

/* ---- a case ---- */

static bool verify(struct year *y, const struct id *id, struct fault *why)
{
	struct filled words[128] = { { "putusan", "ya" } };
	size_t n = 1;
	struct check_row *items;
	struct paper_facts facts;
	struct filing f;
	if (!filing_get(y, id, &f, why))
		return false;
	service_paper_facts(as(y, "budi"), &f, &y->a, &facts);
	size_t count = checks_of(y->app.book, &f, &facts,
	                         instant_day(clock_now(), &y->app.book->court.zone), &y->a, &items);
	for (size_t i = 0; i < count; i++) {
		const char *row = arena_print(&y->a, "periksa[%zu].", i + 1);
		words[n++] = (struct filled){ arena_print(&y->a, "%sbutir", row), items[i].key };
		words[n++] = (struct filled){ arena_print(&y->a, "%shasil", row), "ya" };
		words[n++] = (struct filled){ arena_print(&y->a, "%scatatan", row),
			                      "diperlihatkan di loket" };
	}
	words[n] = (struct filled){ NULL, NULL };
	return doing(y, "budi", id, &act_verify, words, why);
}

static bool do_register(struct year *y, const char **out, struct fault *why)
{
	struct id id;
	int sequence = (int)number(y, 2);
	day today = instant_day(clock_now(), &y->app.book->court.zone);
	if (!filing_of(y, &id) || !verify(y, &id, why))
		return false;
	*out = arena_print(&y->a, "%d/Pdt.G/%d/PA.Cth", sequence, day_ymd(today).year);
	return telling(y, "sipp", &id, &act_numbered,
	               (struct payload){
	                   PAYLOAD_NUMBER,
	                   .number = { *out, arena_print(&y->a, "S%s", *out), sequence, today } },
	               why);
}

static bool do_hear(struct year *y, const char **out, struct fault *why)
{
	struct id id;
	char hearing[16];
	const struct rulebook *book = y->app.book;
	day sits = instant_day(clock_now(), &book->court.zone) + 14;
	while (!calendar_works(&book->calendar, sits))
		sits++;
	day_iso(sits, hearing, sizeof hearing);
	const struct filled set[] = { { "sidang_tanggal", hearing },
		                      { "sidang_jam", "09.00" },
		                      { "ruang", book->court.rooms[0].name },
		                      { "hakim_tunggal", "tidak" },
		                      { "ketua_majelis", "Drs. H. Abdullah" },
		                      { "jurusita", "umar" },
		                      { NULL, NULL } };
	*out = arena_text(&y->a, hearing);
	return filing_of(y, &id) && doing(y, "dewi", &id, &act_set_hearing, set, why);
}

static bool do_act(struct year *y, const char **out, struct fault *why)
{
	struct id id;
	struct filled fields[MOST_WORDS] = { { NULL, NULL } };
	char *point = strchr(y->words[3], '.');
	if (!filing_of(y, &id) || point == NULL)
		return false;
	const struct act *act =
	    act_find(arena_copy(&y->a, y->words[3], (size_t)(point - y->words[3])), point + 1);
	if (act == NULL)
		return fault_set(why, FAULT_MISUSE, "%1", y->words[3]);
	for (size_t i = 4; i < y->word_count; i++) {
		size_t n = strcspn(y->words[i], "=");
		fields[i - 4].path = arena_copy(&y->a, y->words[i], n);
		fields[i - 4].text = y->words[i] + n + (y->words[i][n] == '=');
	}
	return doing(y, word(y, 2), &id, act, fields, why);
}

/* ---- the kasir's desk ---- */

static bool do_settle(struct year *y, const char **out, struct fault *why)
{
	struct answer answer;
	const struct settlement t = { .payment = word(y, 2),
		                      .how = word(y, 3),
		                      .reason = word(y, 4),
		                      .name = word(y, 5),
		                      .bank = word(y, 6),
		                      .account = word(y, 7),
		                      .proof = word(y, 8) };
	return service_settle(as(y, word(y, 1)), &t, &y->a, &answer, why);
}

static bool do_explain(struct year *y, const char **out, struct fault *why)
{
	struct answer answer;
	const struct explaining e = { .line = { word(y, 1), word(y, 2) },
		                      .how = word(y, 3),
		                      .other = word(y, 4),
		                      .reason = word(y, 5) };
	return service_explain(as(y, "rina"), &e, &y->a, &answer, why) &&
	       (text_same(e.how, "giro") ||
	        service_explain_decide(as(y, "hasan"), &e.line, true, &y->a, &answer, why));
}

static bool do_hand(struct year *y, const char **out, struct fault *why)
{
	struct deposit d;
	if (!service_deposit_hand(as(y, "rina"), word(y, 1), &y->a, &d, why))
		return false;
	*out = deposit_name(&d, &y->a);
	return true;
}

static bool do_receive(struct year *y, const char **out, struct fault *why)
{
	struct deposit d;
	return service_deposit_receive(as(y, "hasan"), word(y, 1), word(y, 2), &y->a, &d, why);
}

static bool do_pay(struct year *y, const char **out, struct fault *why)
{
	struct deposit d;
	const struct deposit_paid p = { .billing = word(y, 2), .ntpn = word(y, 3), .on = DAY_NONE };
	return service_deposit_pay(as(y, "hasan"), word(y, 1), &p, &y->a, &d, why);
}

/* ---- the year ---- */

static bool do_at(struct year *y, const char **out, struct fault *why)
{
	told_ms = number(y, 1);
	return true;
}

static const struct {
	const char *name;
	bool (*run)(struct year *y, const char **out, struct fault *why);
} verbs[] = {
	{ "at", do_at },     { "file", do_file },       { "open", do_open },
	{ "paid", do_paid }, { "do", do_act },          { "register", do_register },
	{ "hear", do_hear }, { "settle", do_settle },   { "explain", do_explain },
	{ "hand", do_hand }, { "receive", do_receive }, { "pay", do_pay },
};

static void line_do(struct year *y, char *line)
{
	const char *out = "";
	struct fault why = { 0 };
	char said[600] = "no such line";
	bool good = false;
	y->word_count = 0;
	line[strcspn(line, "\n")] = '\0';
	for (char *at = line; at != NULL && y->word_count < MOST_WORDS - 1;) {
		y->words[y->word_count++] = strsep(&at, "\t");
	}
	for (size_t i = 0; i < COUNT_OF(verbs); i++) {
		if (!text_same(verbs[i].name, word(y, 0)))
			continue;
		good = verbs[i].run(y, &out, &why);
		if (!good)
			fault_say(&why, said, sizeof said);
	}
	printf(good ? "ok\t%s\n" : "no\t%s\n", good ? out : said);
	fflush(stdout);
}

int main(void)
{
	static struct year y;
	struct fault why;
	char line[LINE], said[600];
	y.a = arena_start(64 * MIB);
	y.kept = arena_start(64 * MIB);
	y.claim = arena_print(&y.kept, "%s/gugatan.pdf", getenv("LOKET_HOME"));
	if (!app_open(&y.app, &why) || !file_write(y.claim, "%PDF-1.4\n%%EOF\n", 15, 0600, &why)) {
		fault_say(&why, said, sizeof said);
		fprintf(stderr, "%s\n", said);
		return 3;
	}
	while (fgets(line, sizeof line, stdin) != NULL) {
		arena_drop(&y.a);
		y.a = arena_start(64 * MIB);
		line_do(&y, line);
	}
	app_close(&y.app);
	return 0;
}
