/* What leaves: one escaped line a call in the log, whole text through a pipe that fills. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/sys.h"
#include "loket/text.h"

#include "scratch.h"
#include "unit.h"

static void a_line_is_one_line(void **state)
{
	const struct scratch *s = *state;
	char path[128];
	struct arena a = arena_start(MIB);
	struct bytes got;
	struct fault why;
	snprintf(path, sizeof path, "%s/catatan", s->path);
	log_open("uji", path);
	log_line("satu %d\n\x1B[2J", 2);
	fault_set(&why, FAULT_REFUSED, N_("NIK %1 salah."), "317");
	fault_at(&why, "nik");
	log_fault("isian", &why);
	assert_true(file_read(path, 4096, &a, &got, NULL));

	char *line = (char *)got.data, *second = strchr(line, '\n');
	assert_non_null(second);
	*second++ = '\0';
	instant when;
	assert_string_equal(strchr(line, ' '), " uji satu 2\\x0A\\x1B[2J");
	*strchr(line, ' ') = '\0';
	assert_true(instant_parse(line, &when));
	assert_string_equal(strchr(second, ' '), " uji isian: nik: NIK 317 salah.\n");
	arena_drop(&a);
}

/* A child that writes `size` bytes to standard output, which is the pipe's end. */
static pid_t write_out(int fd, size_t size)
{
	pid_t pid = fork();
	if (pid == 0) {
		struct arena a = arena_start((size_t)-1);
		char *s = arena_get(&a, size + 1, 1);
		memset(s, 'x', size);
		dup2(fd, STDOUT_FILENO);
		out_text(s);
		_exit(0);
	}
	return pid;
}

static int code_of(pid_t pid)
{
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void output_is_whole_or_the_command_fails(void **state)
{
	(void)state;
	enum { SIZE = 500000 };
	int ends[2];
	assert_int_equal(pipe2(ends, O_NONBLOCK), 0); /* would block, again and again */
	pid_t pid = write_out(ends[1], SIZE);
	close(ends[1]);
	size_t got = 0;
	for (;;) {
		static char part[8192];
		struct pollfd p = { .fd = ends[0], .events = POLLIN };
		assert_int_equal(poll(&p, 1, 10000), 1);
		ssize_t n = read(ends[0], part, sizeof part);
		if (n == 0)
			break;
		assert_true(n > 0);
		got += (size_t)n;
	}
	close(ends[0]);
	assert_int_equal(got, SIZE);
	assert_int_equal(code_of(pid), 0);

	int full = open("/dev/full", O_WRONLY);
	assert_true(full >= 0);
	assert_int_equal(code_of(write_out(full, 1)), 3);
	close(full);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_line_is_one_line, scratch_make, scratch_drop),
		cmocka_unit_test(output_is_whole_or_the_command_fails),
	};
	return unit_run(tests);
}
