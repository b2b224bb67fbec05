/* A sandbox: the worker, and a simulated bank and SIPP, run around one command. The kernel ends
 * them with us (child_start), so that nothing keeps running however we end. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum {
	PATIENCE = 60000, /* ms; a slow disk under load needs some */
	LINE_MOST = 256,
	PAY_AFTER = 8 /* seconds until the test town pays what is asked, for a person to watch */
};

/* Both print one line when they listen. */
static bool await_ready(const struct child *child, const char *program, struct fault *why)
{
	char c = '\0';
	for (int i = 0; c != '\n'; i++) {
		if (i == LINE_MOST || !pipe_read(child->out, &c, 1, PATIENCE, NULL))
			return fault_set(
			    why, FAULT_OUTSIDE,
			    N_("%1 tidak mulai; sebabnya disebut di atas atau di lognya"), program);
	}
	return true;
}

static bool begin(struct child *child, const char *const *argv, struct fault *why)
{
	if (!child_start(child, argv, true, why))
		return false;
	return await_ready(child, argv[0], why);
}

static bool begin_town(const struct cmd *c, const struct home *h, long long pay_after,
                       struct child *town, struct fault *why)
{
	const char *const argv[] = { home_program(h, "loket-sim", c->a),
		                     "serve",
		                     "--home",
		                     home_file(h, "sim", c->a),
		                     pay_after > 0 ? "--pay-after" : NULL,
		                     arena_print(c->a, "%lld", pay_after),
		                     NULL };
	return begin(town, argv, why);
}

static bool begin_worker(const struct home *h, struct arena *a, struct child *worker,
                         struct fault *why)
{
	const char *const argv[] = { home_program(h, "loketd", a), "--log",
		                     home_file(h, "loketd.log", a), NULL };
	return begin(worker, argv, why);
}

/* The command, with the home in its environment and our programs first in its path; none: the desk.
 */
static bool run_command(struct cmd *c, const struct home *h, struct fault *why)
{
	struct child child;
	size_t count = 0;
	const char **argv = arena_get(c->a, c->word_count + 5, sizeof *argv);
	argv[count++] = "/usr/bin/env";
	argv[count++] = arena_print(c->a, "LOKET_HOME=%s", h->path);
	argv[count++] = arena_print(c->a, "PATH=%s:%s", h->libexec, env_text("PATH"));
	if (c->word_count == 0)
		argv[count++] = home_program(h, "loket", c->a);
	for (size_t i = 0; i < c->word_count; i++)
		argv[count++] = c->words[i];
	return child_start(&child, argv, false, why) && child_wait(&child, -1, &c->code);
}

bool sandbox_begin(struct cmd *c, const struct home *h, long long pay_after, struct sandbox *out,
                   struct fault *why)
{
	static const struct child none = { .in = -1, .out = -1 };
	*out = (struct sandbox){ none, none };
	return begin_town(c, h, pay_after, &out->town, why) &&
	       begin_worker(h, c->a, &out->worker, why);
}

void sandbox_end(struct sandbox *b)
{
	child_stop(&b->worker);
	child_stop(&b->town);
}

static bool run_in_town(struct cmd *c, const struct home *h, struct fault *why)
{
	struct sandbox box;
	long long asked = c->options.pay_after;
	bool good = sandbox_begin(c, h, asked > 0 ? asked : PAY_AFTER, &box, why) &&
	            run_command(c, h, why);
	sandbox_end(&box);
	return good;
}

/* A second sandbox of the same home uses the worker and the town of the first. */
bool cmd_sandbox(struct cmd *c, struct fault *why)
{
	int lock;
	struct home home;
	if (!home_find(&home, why))
		return false;
	if (!file_exists(home_file(&home, "loket.db", c->a)))
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Belum ada folder data %1; jalankan dahulu: loket init --sample"),
		    home.path);
	if (!lock_open(home_file(&home, "sandbox.lock", c->a), &lock, why))
		return false;
	if (lock_try(lock))
		return upgrade_tell(c, why) && run_in_town(c, &home, why);
	output_remark(_("pekerja dan simulator folder data ini sudah berjalan; dipakai bersama"));
	return run_command(c, &home, why);
}
