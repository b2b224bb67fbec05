/* One process, two doors, one wait. */
#include <curl/curl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "private.h"

#define TICK_MS 50 /* how soon an order of another command is seen */

/* The last port is used again, so that clients find it after a restart. */
static int port_of(struct sim *s, const char *door, long long wanted)
{
	if (wanted > 0)
		return wanted <= 65535 ? (int)wanted : 65535;
	int64_t last = keep_one(s->db, "SELECT number FROM port WHERE door = ?", door, NULL);
	return last > 0 ? (int)last : 0;
}

/* Writes DIR/bank.url and DIR/sipp.url, a line each, once the ports are open. */
static bool door_announce(const struct sim *s, const struct door *d, struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	const char *path = arena_print(&a, "%s/%s.url", s->o->home, d->trade->name);
	const char *url = arena_print(&a, "http://127.0.0.1:%d\n", d->port);
	keep_run(s->db, "INSERT OR REPLACE INTO port VALUES(?, ?)", d->trade->name,
	         number_text(&a, d->port), NULL);
	bool done = file_write(path, url, strlen(url), 0600, why);
	if (done)
		out_text(arena_print(&a, "%s %s", d->trade->name, url));
	arena_drop(&a);
	return done;
}

static bool door_begin(struct sim *s, struct door *d, const struct trade *trade, long long wanted,
                       struct fault *why)
{
	*d = (struct door){ .trade = trade, .sim = s, .port = port_of(s, trade->name, wanted) };
	bool open = door_open(d, why);
	if (!open && wanted == 0) { /* another process has the last port */
		d->port = 0;
		open = door_open(d, why);
	}
	return open && door_announce(s, d, why);
}

static bool told_to_stop(int signals)
{
	for (int got; (got = signals_next(signals)) != 0;) {
		if (got == SIGTERM || got == SIGINT || got == SIGHUP)
			return true;
	}
	return false;
}

static void serve(struct sim *s, int signals)
{
	while (!told_to_stop(signals)) {
		const int fds[] = { door_fd(&s->bank), door_fd(&s->sipp), signals };
		notifier_wait(s->notifier, fds, 3, TICK_MS);
		door_run(&s->bank);
		door_run(&s->sipp);
		if (s->o->pay_after > 0)
			payments_due(s->db, s->o->pay_after);
	}
}

static bool begin(struct sim *s, struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	bool done = keep_open(s->o->home, &s->db, why) && sim_keys(s->o, why) &&
	            secrets_open(s->o->home, &s->secrets, why) &&
	            sipp_schemas_open(&s->schemas, why) && notifier_open(s, &s->notifier, why);
	if (done) {
		log_open("loket-sim", arena_print(&a, "%s/sim.log", s->o->home));
		done = door_begin(s, &s->bank, &bank_trade, s->o->bank_port, why) &&
		       door_begin(s, &s->sipp, &sipp_trade, s->o->sipp_port, why);
	}
	arena_drop(&a);
	return done;
}

bool sim_serve(const struct sim_options *o, struct fault *why)
{
	struct sim s = { .o = o };
	pid_t parent = getppid();
	/* the process that started us for a test or a sandbox may be killed; then we end too */
	if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || getppid() != parent)
		return fault_set(why, FAULT_OUTSIDE, N_("Proses induk sudah berakhir"));
	int signals = signals_open();
	signal(SIGPIPE, SIG_IGN);
	curl_global_init(CURL_GLOBAL_DEFAULT);
	bool done = begin(&s, why);
	if (done)
		serve(&s, signals);
	door_close(&s.bank);
	door_close(&s.sipp);
	notifier_close(&s.notifier);
	sipp_schemas_close(&s.schemas);
	secrets_close(&s.secrets);
	sqlite3_close(s.db);
	close(signals);
	curl_global_cleanup();
	return done;
}
