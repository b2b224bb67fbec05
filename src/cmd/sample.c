/* The sample court: a filing that waits at each step of the SOP, brought there as a court would, by
 * its people through the one door, and by the worker with a simulated bank and SIPP. */
#include "loket/list.h"

#include "private.h"

#define FILINGS  "data/sample/nine-steps.xml"
#define PASSWORD "loket"
#define CLERK    "sari"

enum { NINE = 9, PEOPLE = 3, MOST_FIELDS = 5, LOOK = 20, PATIENCE = 30000 /* both ms */ };

struct court {
	struct cmd *c;
	struct id filings[NINE]; /* by their place in FILINGS: the sixth waits at step 6 */
	struct sandbox box;
	struct login people[PEOPLE];
	size_t person_count;
	size_t taken, done; /* of the filings, of the errands' places */
};

/* A login takes its time (argon2id), so each is made once. */
static bool log_in(struct court *k, const char *who, struct login *out, struct fault *why)
{
	for (size_t i = 0; i < k->person_count; i++) {
		if (text_same(k->people[i].user, who)) {
			*out = k->people[i];
			return true;
		}
	}
	if (!login_password(k->c->app, who, PASSWORD, out, why))
		return false;
	k->people[k->person_count++] = *out;
	return true;
}

/* ---- what is waited for ---- */

static bool is_billed(const struct filing *f)
{
	const struct va *va = filing_va(f);
	return va != NULL && va->state == VA_LIVE;
}

static bool is_paid(const struct filing *f)
{
	return filing_step(f, BAYAR)->state == STEP_DONE;
}

static bool is_refused(const struct filing *f)
{
	return filing_step(f, NOMOR)->state == STEP_RETURNED;
}

static bool is_numbered(const struct filing *f)
{
	return filing_step(f, NOMOR)->state == STEP_DONE;
}

/* ---- what is done ---- */

struct errand {
	bool (*run)(struct court *k, const struct errand *e, int place, struct fault *why);
	int places[NINE]; /* 0 ends them */
	const char *who, *step;
	const char *fields[MOST_FIELDS];
	bool (*until)(const struct filing *f); /* NULL: nothing follows that is waited for */
};

static bool act(struct court *k, const struct errand *e, int place, struct fault *why)
{
	struct cmd one = *k->c;
	const char *words[MOST_FIELDS + 1] = { e->step };
	one.options.filing = k->filings[place - 1].text;
	one.words = words;
	for (one.word_count = 1; e->fields[one.word_count - 1] != NULL; one.word_count++)
		words[one.word_count] = e->fields[one.word_count - 1];
	return log_in(k, e->who, &one.login, why) && step_do(&one, why);
}

static bool ask_town(struct court *k, const char *const *words, struct fault *why)
{
	int code = FAULT_OUTSIDE;
	struct child child;
	const struct home *h = &k->c->app->home;
	const char *argv[10] = { home_program(h, "loket-sim", k->c->a), words[0], "--home",
		                 home_file(h, "sim", k->c->a) };
	for (size_t i = 1; words[i] != NULL; i++)
		argv[3 + i] = words[i];
	if (!child_start(&child, argv, false, why))
		return false;
	bool ended = child_wait(&child, PATIENCE, &code);
	child_stop(&child);
	return (ended && code == 0) ||
	       fault_set(why, FAULT_OUTSIDE, N_("%1 %2 gagal; sebabnya disebut di atas"), argv[0],
	                 words[0]);
}

static bool pay(struct court *k, const struct errand *e, int place, struct fault *why)
{
	struct filing f;
	if (!service_filing(&k->c->login, &k->filings[place - 1], k->c->a, &f, why))
		return false;
	return ask_town(k, (const char *const[]){ "pay", filing_va(&f)->number, NULL }, why);
}

/* SIPP refuses the next registration, so that somebody has to ask again. */
static bool be_refused(struct court *k, const struct errand *e, int place, struct fault *why)
{
	return ask_town(k, (const char *const[]){ "fail", "sipp-register", "409", NULL }, why) &&
	       act(k, e, place, why);
}

#define YES "periksa[*].hasil=ya"
/* One row after the other; all filings of a row, then what they wait for. The bill of the sixth
 * stays unpaid, the seventh's is paid and not looked at, the eighth was refused a number. */
static const struct errand errands[] = {
	{ act, { 1, 3, 4, 5, 6, 7, 8, 9 }, "budi", "pendaftar.setuju", { "setuju=ya" }, NULL },
	{ act, { 1, 6, 7, 8, 9 }, "rina", "skum.terbit", { NULL }, is_billed },
	{ pay, { 1, 7, 8, 9 }, "", "", { NULL }, is_paid },
	{ be_refused, { 8 }, "budi", "verifikasi", { YES, "putusan=ya" }, is_refused },
	{ act, { 9 }, "budi", "verifikasi", { YES, "putusan=ya" }, is_numbered },
	{ act,
	  { 1 },
	  "budi",
	  "verifikasi",
	  { YES, "putusan=tidak", "kembali_ke=akun",
	    "pesan=Alamat pada KTP berbeda dari yang diisi; cocokkan, lalu ajukan lagi." },
	  NULL },
};
enum { ALL = 8 + 5 + 4 + 1 + 1 + 1 /* places */ };

/* ---- doing it ---- */

static bool await(struct court *k, const struct errand *e, int place, struct fault *why)
{
	int code;
	const int64_t end = clock_steady() + PATIENCE;
	for (bool so = e->until == NULL; !so;) {
		struct arena a = arena_start(64 * MIB);
		struct filing f;
		bool good = service_filing(&k->c->login, &k->filings[place - 1], &a, &f, why);
		so = good && e->until(&f);
		arena_drop(&a);
		if (!good)
			return false;
		if (!so && (clock_steady() > end || child_wait(&k->box.worker, LOOK, &code)))
			return fault_set(
			    why, FAULT_OUTSIDE,
			    N_("%1 tidak mulai; sebabnya disebut di atas atau di lognya"),
			    "loketd");
	}
	return true;
}

static bool run_errand(struct court *k, const struct errand *e, struct fault *why)
{
	for (size_t i = 0; i < NINE && e->places[i] != 0; i++) {
		if (!e->run(k, e, e->places[i], why))
			return false;
		progress_tell(++k->done, ALL);
	}
	for (size_t i = 0; i < NINE && e->places[i] != 0; i++) {
		if (!await(k, e, e->places[i], why))
			return false;
	}
	return true;
}

static void on_filing(void *self, size_t index, const struct import_result *r)
{
	struct court *k = self;
	struct fault why;
	if (index <= NINE && r->fault_count == 0)
		k->taken += service_find(&k->c->login, r->reg, &k->filings[index - 1], &why);
	for (size_t i = 0; i < r->fault_count; i++)
		output_remark(arena_print(k->c->a, "%s:%d: %s", FILINGS, r->faults[i].line,
		                          r->faults[i].text));
}

static bool file_all(struct court *k, struct fault *why)
{
	struct cmd *c = k->c;
	const struct import_order order = { .path = home_data(&c->app->home, FILINGS, c->a),
		                            .to_a_commit = NINE,
		                            .self = k,
		                            .result = on_filing };
	return log_in(k, CLERK, &c->login, why) && service_import(&c->login, &order, why) &&
	       (k->taken == NINE ||
	        fault_set(why, FAULT_OUTSIDE, N_("%1 %2 gagal; sebabnya disebut di atas"), "import",
	                  FILINGS));
}

static bool run_in_town(struct court *k, struct fault *why)
{
	progress_tell(0, ALL);
	bool good = sandbox_begin(k->c, &k->c->app->home, 0, &k->box, why);
	for (size_t i = 0; good && i < COUNT_OF(errands); i++)
		good = run_errand(k, &errands[i], why);
	sandbox_end(&k->box);
	return good;
}

bool sample_court(struct cmd *c, struct fault *why)
{
	struct court k = { .c = c };
	return file_all(&k, why) && run_in_town(&k, why);
}
