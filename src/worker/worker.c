/* The worker's one loop: one wait for answers, notices, the doorbell and signals. */
#include <assert.h>
#include <signal.h>
#include <unistd.h>

#include "loket/text.h"

#include "private.h"

#define LONGEST_WAIT_MS 500  /* a lost ring costs no more */
#define REFRESH_MS      5000 /* between looks at the data files */
#define IDLE_MS         2000 /* of quiet before the WAL is folded in */

static bool alone(struct worker *w, struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	const char *path = home_file(&w->app->home, "loketd.lock", &a);
	bool good = lock_open(path, &w->lock, why);
	if (good && !lock_try(w->lock))
		good = fault_set(why, FAULT_OUTSIDE,
		                 N_("loketd sudah berjalan untuk rumah data ini (%1)"), path);
	arena_drop(&a);
	return good;
}

/* The court's own bank listens from the start; a bank that cannot be opened yet (the simulator
 * writes its keys when it first starts) is tried again at each message and each refresh. */
static void bank_try(struct worker *w)
{
	struct bank_link *c;
	struct fault why;
	if (!bank_link_find(w, w->app->book->court.bank_profile, &c, &why))
		log_fault("bank", &why);
}

static bool worker_open(struct worker *w, struct app *p, struct fault *why)
{
	*w = (struct worker){ .app = p, .wakeup.fd = -1, .signals = -1, .lock = -1 };
	session_machine(p, "bank", &w->bank);
	session_machine(p, "sipp", &w->sipp);
	session_machine(p, "worker", &w->own);
	if (!alone(w, why) || !wakeup_open(&w->wakeup, &p->home, why) ||
	    !net_client_open(&w->client, why) || !sipp_link_open(w, why) ||
	    !outbox_reclaim(p->store, clock_now(), why))
		return false;
	w->signals = signals_open();
	bank_try(w);
	return true;
}

static void worker_close(struct worker *w)
{
	requests_stop(w);
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].key[0])
			bank_link_close(&w->bank_links[i]);
	}
	sipp_link_close(w);
	net_client_close(&w->client);
	wakeup_close(&w->wakeup);
	if (w->signals >= 0)
		close(w->signals);
	if (w->lock >= 0)
		close(w->lock);
}

/* ---- one batch ---- */

bool batch_begin(struct worker *w, struct fault *why)
{
	return w->app->batch || service_batch_begin(w->app, why);
}

/* On disk first; then callers hear their answers, and what was leased is sent. */
static void batch_commit(struct worker *w)
{
	struct fault why;
	if (!w->app->batch)
		return;
	bool done = service_batch_commit(w->app, &why);
	if (!done)
		log_fault("commit", &why);
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].server)
			net_server_release(w->bank_links[i].server, done);
	}
	requests_start(w, done);
	w->news = true;
}

/* The shorter wait; -1 is no reason to wake up. */
static int shorter(int a, int64_t b)
{
	return b >= 0 && b < a ? (int)b : a;
}

static int wait_ms(struct worker *w)
{
	int wait = shorter(w->ending ? 0 : LONGEST_WAIT_MS, requests_due(w));
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].server)
			wait = shorter(wait, net_server_due(w->bank_links[i].server));
	}
	return wait;
}

static void signals_read(struct worker *w)
{
	for (int s; (s = signals_next(w->signals)) != 0;) {
		if (s == SIGTERM || s == SIGINT)
			w->ending = true;
		else if (s == SIGHUP)
			w->refresh_due = 0;
	}
}

static bool wait_once(struct worker *w, struct fault *why)
{
	struct net_watch watch[2 + MOST_BANKS] = { { w->signals, false }, { w->wakeup.fd, false } };
	size_t count = 2;
	assert(!w->app->batch); /* nobody waits with the store's lock in hand */
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].server)
			watch[count++].fd = net_server_fd(w->bank_links[i].server);
	}
	if (!net_wait(w->client, wait_ms(w), watch, count, why))
		return false;
	if (watch[0].ready)
		signals_read(w);
	if (watch[1].ready) {
		wakeup_clear(&w->wakeup);
		w->news = true;
	}
	return true;
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

static void fold_when_quiet(struct worker *w)
{
	struct fault why;
	if (!w->news || requests_busy(w) > 0 || clock_steady() - w->busy_last < IDLE_MS)
		return;
	if (!store_checkpoint(w->app->store, &why))
		log_fault("checkpoint", &why);
	w->news = false;
}

static bool turn(struct worker *w, struct fault *why)
{
	if (!wait_once(w, why))
		return false;
	for (size_t i = 0; i < MOST_BANKS; i++) {
		if (w->bank_links[i].server)
			net_server_run(w->bank_links[i].server);
	}
	requests_answer(w);
	requests_lease(w);
	batch_commit(w);
	watch_round(w);
	report_round(w);
	sync_round(w);
	probe(w);
	batch_commit(w); /* what could not even begin */
	refresh(w);
	fold_when_quiet(w);
	return true;
}

bool worker_run(struct app *p, void (*ready)(void), struct fault *why)
{
	struct arena a = arena_start(16 * MIB);
	struct worker *w = arena_get(&a, 1, sizeof *w); /* too large for the stack */
	bool good = worker_open(w, p, why);
	if (good && ready)
		ready();
	for (bool last = false; good && !last;) {
		last = w->ending; /* its answers leave in the turn after */
		good = turn(w, why);
	}
	worker_close(w);
	arena_drop(&a);
	return good;
}
