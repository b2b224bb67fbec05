/* The worker's one loop: one wait for answers, notices, wakeups and signals; then what they bring
 * is written in one transaction, and what waits in the queue is started. */
#include <assert.h>
#include <signal.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/store/outbox.h"
#include "loket/text.h"

#include "private.h"

#define LONGEST_WAIT_MS 500  /* a lost wakeup costs no more */
#define REFRESH_MS      5000 /* between looks at the data files */
#define IDLE_MS         2000 /* of quiet before the WAL is checkpointed */
#define PATIENCE_MS     2000 /* for another's write; then a message is sent later */

static const struct partner partners[] = {
	{ "mail", NULL, mail_out_start, mail_out_answer, NULL, NULL },
	{ "mailbox", mail_in_round, mail_in_start, mail_in_answer, NULL, NULL },
	{ "bank", watch_round, bank_out_start, bank_out_answer, NULL, "bank" },
	{ "report", report_round, report_start, report_answer, report_failed, "bank" },
	{ "sipp", sipp_out_round, sipp_out_start, sipp_out_answer, NULL, "sipp" },
	{ "token", token_round, token_start, token_answer, NULL, "bank" },
};

/* The court's own bank is opened at the start, because it must listen; a bank that cannot be opened
 * yet (the simulator writes its keys when it first starts) is tried again at each message and each
 * refresh. */
static void bank_try(struct worker *w)
{
	struct bank_link *c;
	struct fault why;
	w->heart.deaf = false;
	if (!bank_link_find(w, w->app->book->court.bank_profile, &c, &why))
		log_fault("bank", &why);
}

static bool worker_open(struct worker *w, struct app *p, struct fault *why)
{
	*w = (struct worker){ .app = p, .wakeup.fd = -1, .signals = -1, .heart.fd = -1 };
	login_machine(p, "bank", &w->bank);
	login_machine(p, "sipp", &w->sipp);
	login_machine(p, "mail", &w->mail);
	login_machine(p, "worker", &w->own);
	if (!heart_begin(&p->home, &w->heart, why) || !wakeup_open(&w->wakeup, &p->home, why) ||
	    !net_client_open(&w->client, why) || !sipp_link_open(w, why) ||
	    !outbox_reclaim(p->store, clock_now(), clock_now() + MAIL_SETTLE_MS, why))
		return false;
	app_patience(p, PATIENCE_MS);
	w->signals = signals_open();
	bank_try(w);
	return true;
}

static void worker_close(struct worker *w)
{
	queue_stop(w);
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].key[0])
			bank_link_close(&w->bank_links[i]);
	}
	sipp_link_close(w);
	net_client_close(&w->client);
	wakeup_close(&w->wakeup);
	if (w->signals >= 0)
		close(w->signals);
	heart_end(&w->heart);
}

/* ---- the wait ---- */

/* The shorter of two waits; -1: no wait. */
static int shorter(int a, int64_t b)
{
	return b >= 0 && b < a ? (int)b : a;
}

static void signals_read(struct worker *w)
{
	for (int s; (s = signals_next(w->signals)) != 0;) {
		if (s == SIGTERM || s == SIGINT)
			w->ending = true;
		if (s != SIGHUP)
			continue;
		w->refresh_due = 0;
		if (!log_reopen())
			log_line("the log's file cannot be opened anew");
	}
}

static bool wait_once(struct worker *w, struct fault *why)
{
	struct net_watch watch[2 + MOST_BANKS] = { { w->signals, false }, { w->wakeup.fd, false } };
	size_t count = 2;
	int wait = shorter(w->ending ? 0 : LONGEST_WAIT_MS, queue_due(w));
	assert(!w->app->batch); /* no wait with the store's lock held */
	for (size_t i = 0; i < MOST_BANKS; i++) {
		struct net_server *server = w->bank_links[i].server;
		if (!server)
			continue;
		watch[count++].fd = net_server_fd(server);
		wait = shorter(wait, net_server_due(server));
	}
	if (!net_wait(w->client, wait, watch, count, why))
		return false;
	if (watch[0].ready)
		signals_read(w);
	if (watch[1].ready) {
		wakeup_clear(&w->wakeup);
		w->news = true;
	}
	return true;
}

/* ---- one batch ---- */

/* Commits; then callers get their answers, and leased messages may be sent. */
static void batch_commit(struct worker *w)
{
	struct fault why;
	if (!w->app->batch)
		return;
	bool done = service_batch_commit(w->app, &why);
	w->unkept = !done;
	if (!done)
		log_fault("commit", &why);
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].server)
			net_server_release(w->bank_links[i].server, done);
	}
	queue_leased(w, done);
	w->news = true;
}

static void answers_take(struct worker *w)
{
	struct net_answer answer;
	struct arena a = arena_start(REQUEST_BYTES);
	while (net_take(w->client, &a, &answer)) {
		struct request *e = &w->requests[answer.tag];
		w->busy_last = clock_steady();
		const char *clock = e->partner->clock;
		e->partner->answer(w, e, &answer);
		if (clock != NULL)
			clock_note(w, clock, &answer);
		arena_drop(&a);
	}
	arena_drop(&a);
}

static void request_start(struct worker *w, struct request *e)
{
	for (size_t i = 0; i < COUNT_OF(partners); i++) {
		if (text_same(partners[i].name, e->row.to)) {
			e->partner = &partners[i];
			e->partner->start(w, e);
			return;
		}
	}
	request_close(w, e, true, N_("Penerima pesan tidak dikenal"));
}

/* The slots of tokens come last: a request that needs one has put it there by then. */
static void requests_start(struct worker *w)
{
	for (size_t i = 0; i < COUNT_OF(w->requests); i++) {
		if (w->requests[i].state == REQUEST_READY)
			request_start(w, &w->requests[i]);
	}
}

static void rounds(struct worker *w)
{
	for (size_t i = 0; i < COUNT_OF(partners) && !w->ending; i++) {
		if (partners[i].round != NULL)
			partners[i].round(w);
	}
}

static void refresh(struct worker *w)
{
	struct fault why;
	if (clock_steady() < w->refresh_due)
		return;
	w->refresh_due = clock_steady() + REFRESH_MS;
	if (!app_refresh(w->app, &why))
		log_fault("data", &why);
	bank_try(w);
}

static void checkpoint_when_quiet(struct worker *w)
{
	if (!w->news || !queue_is_idle(w) || clock_steady() - w->busy_last < IDLE_MS)
		return;
	store_checkpoint(w->app->store, false);
	w->news = false;
}

static bool batch(struct worker *w, struct fault *why)
{
	if (!wait_once(w, why))
		return false;
	heart_beat(&w->heart);
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].server)
			net_server_run(w->bank_links[i].server);
	}
	answers_take(w);
	queue_lease(w);
	batch_commit(w);
	rounds(w);
	requests_start(w);
	batch_commit(w); /* what could not even begin */
	refresh(w);
	checkpoint_when_quiet(w);
	return true;
}

bool worker_run(struct app *p, void (*ready)(void), struct fault *why)
{
	struct arena a = arena_start(16 * MIB);
	struct worker *w = arena_get(&a, 1, sizeof *w); /* too large for the stack */
	bool good = worker_open(w, p, why);
	for (bool last = false; good && !last;) {
		if (ready && !w->heart.deaf) {
			ready();
			ready = NULL;
		}
		last = w->ending; /* its answers leave in the batch after */
		good = batch(w, why);
	}
	worker_close(w);
	arena_drop(&a);
	return good;
}
