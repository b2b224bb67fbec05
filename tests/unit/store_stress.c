/* Several desks write, a worker folds the WAL, and now and then one is killed in the middle of it:
 * what was answered as done is there, whole, and the file is sound. LOKET_STRESS_SECONDS makes it
 * longer than 3. */
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "loket/store/filing.h"
#include "loket/store/lists.h"

#include "store_home.h"

enum { DESKS = 3, FILINGS = 20, SECONDS = 3, KILL_EVERY = 60 /* milliseconds */ };

/* One desk: decisions on filings of all, each told through the pipe after its commit. */
static void be_desk(struct house *h, int desk, int told)
{
	struct store *s;
	if (!store_open(&h->home, false, &s, &h->why))
		_exit(1);
	h->s = s;
	for (int n = 0;; n++) {
		struct id id = house_id((desk + n) % FILINGS), command = id_new();
		struct command c = house_command(h, &id);
		struct decision d = house_decision(h);
		struct command_result out;
		c.id = command;
		decision_change(&d, CHANGE_COUNTER)->to.counter = "perkara";
		decision_message(&d, "bank", "status", command.text, INSTANT_NONE);
		add_title(&d, command.text, n % 2 == 0 ? "347" : "346");
		add_step(&d, house_steps[n % 9].key, STEP_OPEN, house_morning);
		if (!house_apply(h, &c, &d, &out) || write(told, command.text, 27) != 27)
			_exit(1);
		arena_drop(&h->a);
	}
}

static _Noreturn void be_worker(struct house *h)
{
	struct store *s;
	if (!store_open(&h->home, false, &s, &h->why))
		_exit(1);
	const struct timespec pause = { 0, 2000000 };
	for (;;) {
		store_checkpoint(s, false);
		nanosleep(&pause, NULL);
	}
}

static pid_t start(struct house *h, int who, int told)
{
	pid_t pid = fork();
	if (pid == 0) {
		if (who < DESKS)
			be_desk(h, who, told);
		be_worker(h);
	}
	return pid;
}

/* Reads what was told so far; each is the id of a command that was committed. */
static void hear(int from, struct house *h, struct id **told, size_t *count, size_t *capacity)
{
	struct id id;
	while (read(from, id.text, sizeof id.text) == (ssize_t)sizeof id.text) {
		*told = list_grow(&h->a, *told, *count, capacity, sizeof **told);
		(*told)[(*count)++] = id;
	}
}

static void everything_told_is_there(struct house *h, const struct id *told, size_t count)
{
	struct numbers unused;
	assert_true(count > 0);
	print_message("# %zu decisions were told as done\n", count);
	for (size_t i = 0; i < count; i++) {
		struct command_result out;
		well(h, command_find(h->s, &told[i], &h->a, &out, &h->why));
		if (!out.found)
			fail_msg("a decision that was told is gone");
	}
	well(h, numbers_read(h->s, 20782, &unused, &h->why));
	well(h, store_check(h->s, &h->why));

	/* each version of a filing has its event, and none is missing between */
	for (int i = 0; i < FILINGS; i++) {
		struct id id = house_id(i);
		struct filing f;
		struct history list;
		well(h, filing_read(h->s, &house_book, &id, &h->a, &f, &h->why));
		well(h, history_read(h->s, &id, 0, &h->a, &list, &h->why));
		assert_int_equal(list.count, f.version);
	}
	struct list_query q = {
		.search = "", .step = "", .type = "347", .after = "", .limit = FILINGS
	};
	struct list_page page;
	well(h, list_read(h->s, &house_book, &q, &h->a, &page, &h->why));
	assert_int_equal(page.total, FILINGS);
}

static void what_was_told_survives_kill(void **state)
{
	struct house *h = *state;
	const char *longer = getenv("LOKET_STRESS_SECONDS");
	long long seconds = SECONDS;
	if (longer != NULL && !text_number(longer, 1, 100000, &seconds))
		fail_msg("LOKET_STRESS_SECONDS is a number");
	for (int i = 0; i < FILINGS; i++)
		house_filing(h, i, "Siti", "347", "akun");
	store_close(&h->s); /* no connection crosses a fork */

	int pipes[2];
	pid_t children[DESKS + 1];
	struct id *told = NULL;
	size_t count = 0, capacity = 0;
	assert_int_equal(pipe2(pipes, O_NONBLOCK), 0);
	for (int i = 0; i <= DESKS; i++)
		children[i] = start(h, i, pipes[1]);

	int64_t end = clock_steady() + seconds * 1000;
	for (int round = 0; clock_steady() < end; round++) {
		const struct timespec pause = { 0, KILL_EVERY * 1000000L };
		nanosleep(&pause, NULL);
		hear(pipes[0], h, &told, &count, &capacity);
		int victim = round % (DESKS + 1), status;
		kill(children[victim], SIGKILL);
		waitpid(children[victim], &status, 0);
		assert_true(WIFSIGNALED(status)); /* it had not given up by itself */
		children[victim] = start(h, victim, pipes[1]);
	}
	for (int i = 0; i <= DESKS; i++) {
		kill(children[i], SIGKILL);
		waitpid(children[i], NULL, 0);
	}
	hear(pipes[0], h, &told, &count, &capacity);
	close(pipes[0]);
	close(pipes[1]);
	well(h, store_open(&h->home, false, &h->s, &h->why));
	everything_told_is_there(h, told, count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_told_survives_kill, house_open,
		                                house_close),
	};
	return unit_run(tests);
}
