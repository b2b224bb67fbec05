/* Children: what they get, how they end, and that none is left behind. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "unit.h"

static const char *const cat[] = { "/bin/cat", NULL };

/* Starts a shell's line; the shell is the test's, never the product's. */
static struct child shell(const char *line, bool pipes)
{
	const char *const argv[] = { "/bin/sh", "-c", line, NULL };
	struct child c;
	assert_true(child_start(&c, argv, pipes, NULL));
	assert_true(c.pid > 0);
	return c;
}

static void an_exit_code_comes_back(void **state)
{
	(void)state;
	static const struct {
		const char *line;
		int code;
	} cases[] = {
		{ "exit 0", 0 },
		{ "exit 7", 7 },
		{ "kill -9 $$", 128 + SIGKILL },
		{ "kill -15 $$", 128 + SIGTERM },
		{ "kill -13 $$", 128 + SIGPIPE }, /* not ignored, though we ignore it */
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct child c = shell(cases[i].line, i % 2 == 0);
		int code = -1;
		assert_true(child_wait(&c, -1, &code));
		assert_int_equal(code, cases[i].code);
		assert_int_equal(c.pid, 0);
		child_stop(&c);
	}
}

static void a_program_that_is_none_is_named(void **state)
{
	(void)state;
	static const char *const programs[] = { "/bin/tidak-ada", "/etc/passwd", "/" };
	for (size_t i = 0; i < COUNT_OF(programs); i++) {
		const char *const argv[] = { programs[i], NULL };
		struct child c;
		struct fault why;
		assert_false(child_start(&c, argv, true, &why));
		assert_int_equal(why.kind, FAULT_OUTSIDE);
		assert_string_equal(why.args[0], programs[i]);
		assert_int_equal(c.pid, 0);
		assert_int_equal(c.in, -1);
		assert_int_equal(c.out, -1);
	}
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

static void bytes_go_through_and_back(void **state)
{
	(void)state;
	enum { SIZE = 10000 };
	static char sent[SIZE], got[SIZE];
	random_fill(sent, SIZE);
	struct child c;
	assert_true(child_start(&c, cat, true, NULL));
	assert_true(pipe_write(c.in, sent, SIZE, NULL));
	assert_true(pipe_read(c.out, got, SIZE, 10000, NULL));
	assert_memory_equal(got, sent, SIZE);
	child_stop(&c);
}

static void waiting_has_a_limit(void **state)
{
	(void)state;
	struct child c;
	struct fault why;
	char byte;
	assert_true(child_start(&c, cat, true, NULL));
	int64_t start = clock_steady();
	assert_false(pipe_read(c.out, &byte, 1, 30, &why));
	assert_int_equal(why.kind, FAULT_OUTSIDE);
	assert_false(child_wait(&c, 0, NULL));
	assert_false(child_wait(&c, 30, NULL));
	assert_in_range(clock_steady() - start, 58, 5000);
	child_stop(&c);
	assert_int_equal(c.pid, 0);
}

static void a_child_gone_is_a_fault_and_not_our_death(void **state)
{
	(void)state;
	struct child c = shell("exit 0", true);
	struct fault why;
	char byte;
	assert_true(child_wait(&c, -1, NULL));
	assert_false(pipe_read(c.out, &byte, 1, 1000, &why));
	assert_int_equal(why.kind, FAULT_OUTSIDE);
	assert_false(pipe_write(c.in, "x", 1, &why));
	assert_int_equal(why.kind, FAULT_OUTSIDE);
	child_stop(&c);
	assert_int_equal(c.in, -1);
	assert_int_equal(c.out, -1);
}

static void one_that_will_not_stop_is_killed(void **state)
{
	(void)state;
	char byte;
	struct child c = shell("trap '' TERM; echo; while :; do read line || :; done", true);
	assert_true(pipe_read(c.out, &byte, 1, 10000, NULL));
	pid_t pid = c.pid;
	child_stop(&c);
	assert_int_equal(kill(pid, 0), -1);
	assert_int_equal(errno, ESRCH);
}

static void only_the_named_descriptors_are_given(void **state)
{
	(void)state;
	int open_one = open("/dev/null", O_RDONLY); /* without close-on-exec */
	assert_true(open_one > 2);
	char line[64], got[8] = "";
	snprintf(line, sizeof line, "test -e /proc/self/fd/%d && echo ada || echo tak", open_one);
	struct child c = shell(line, true);
	assert_true(pipe_read(c.out, got, 4, 10000, NULL));
	assert_string_equal(got, "tak\n");
	child_stop(&c);
	close(open_one);
}

static void blocked_signals_stay_ours(void **state)
{
	(void)state;
	sigset_t ours, before;
	sigemptyset(&ours);
	sigaddset(&ours, SIGTERM);
	sigprocmask(SIG_BLOCK, &ours, &before);
	struct child c = shell("kill -15 $$; exit 9", false);
	int code;
	assert_true(child_wait(&c, -1, &code));
	assert_int_equal(code, 128 + SIGTERM);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

/* Gone, or dead and waiting for an adopter that never reaps. */
static bool is_over(pid_t pid)
{
	char path[64], kind = 'X';
	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	FILE *stat = fopen(path, "re");
	if (stat == NULL)
		return true;
	if (fscanf(stat, "%*d %*s %c", &kind) != 1)
		kind = 'X';
	fclose(stat);
	return kind == 'Z' || kind == 'X';
}

static bool ends_within(pid_t pid, int milliseconds)
{
	int64_t until = clock_steady() + milliseconds;
	while (!is_over(pid) && clock_steady() < until)
		poll(NULL, 0, 5);
	return is_over(pid);
}

/* A process that starts `cat`, tells its number and is killed: the child must follow. */
static void a_child_dies_with_its_parent(void **state)
{
	(void)state;
	int told[2];
	assert_int_equal(pipe(told), 0);
	pid_t parent = fork();
	if (parent == 0) {
		struct child c;
		if (child_start(&c, cat, true, NULL) &&
		    write(told[1], &c.pid, sizeof c.pid) == (ssize_t)sizeof c.pid)
			pause();
		_exit(1);
	}
	pid_t child = 0;
	assert_int_equal(read(told[0], &child, sizeof child), sizeof child);
	assert_int_equal(kill(child, 0), 0);
	kill(parent, SIGKILL);
	assert_int_equal(waitpid(parent, NULL, 0), parent);

	assert_true(ends_within(child, 5000));
	close(told[0]);
	close(told[1]);
}

static void signals_come_as_a_descriptor(void **state)
{
	(void)state;
	static const int sent[] = { SIGTERM, SIGINT, SIGHUP, SIGWINCH };
	int fd = signals_open();
	assert_int_equal(signals_next(fd), 0);
	for (size_t i = 0; i < COUNT_OF(sent); i++) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		raise(sent[i]);
		assert_int_equal(poll(&p, 1, 1000), 1);
		assert_int_equal(signals_next(fd), sent[i]);
		assert_int_equal(signals_next(fd), 0);
	}
	struct child c = shell("exit 0", false);
	struct pollfd p = { .fd = fd, .events = POLLIN };
	assert_int_equal(poll(&p, 1, 10000), 1);
	assert_int_equal(signals_next(fd), SIGCHLD);
	assert_true(child_wait(&c, -1, NULL));
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_exit_code_comes_back),
		cmocka_unit_test(a_program_that_is_none_is_named),
		cmocka_unit_test(bytes_go_through_and_back),
		cmocka_unit_test(waiting_has_a_limit),
		cmocka_unit_test(a_child_gone_is_a_fault_and_not_our_death),
		cmocka_unit_test(one_that_will_not_stop_is_killed),
		cmocka_unit_test(only_the_named_descriptors_are_given),
		cmocka_unit_test(blocked_signals_stay_ours),
		cmocka_unit_test(a_child_dies_with_its_parent),
		cmocka_unit_test(signals_come_as_a_descriptor),
	};
	return unit_run(tests);
}
