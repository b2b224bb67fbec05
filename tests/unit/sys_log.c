/* What leaves: one escaped line a call in the log, whole text through a pipe that fills. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

static void a_log_that_was_moved_is_begun_anew(void **state)
{
	const struct scratch *s = *state;
	char path[128], moved[128];
	struct arena a = arena_start(MIB);
	struct bytes got;
	snprintf(path, sizeof path, "%s/catatan", s->path);
	snprintf(moved, sizeof moved, "%s/catatan.1", s->path);
	log_open("uji", path);
	log_line("lama");
	assert_int_equal(rename(path, moved), 0);
	assert_true(log_reopen());
	log_line("baru");
	assert_true(file_read(moved, 4096, &a, &got, NULL));
	assert_non_null(strstr((char *)got.data, "lama"));
	assert_null(strstr((char *)got.data, "baru"));
	assert_true(file_read(path, 4096, &a, &got, NULL));
	assert_non_null(strstr((char *)got.data, "baru"));
	arena_drop(&a);
}

/* A child whose error output is the journal's. */
static void to_the_journal_goes_the_level(void **state)
{
	(void)state;
	int ends[2], status;
	char got[256] = "";
	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	if (pid == 0) {
		struct stat st;
		struct fault why;
		char stream[64];
		dup2(ends[1], STDERR_FILENO);
		fstat(STDERR_FILENO, &st);
		snprintf(stream, sizeof stream, "%llu:%llu", (unsigned long long)st.st_dev,
		         (unsigned long long)st.st_ino);
		setenv("JOURNAL_STREAM", stream, 1);
		log_open("uji", NULL);
		log_line("satu");
		fault_set(&why, FAULT_REFUSED, N_("NIK %1 salah."), "317");
		log_fault("isian", &why);
		_exit(0);
	}
	close(ends[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(read(ends[0], got, sizeof got - 1) > 0);
	assert_string_equal(got, "<6>satu\n<4>isian: NIK 317 salah.\n");
	close(ends[0]);
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
		cmocka_unit_test(to_the_journal_goes_the_level),
		cmocka_unit_test_setup_teardown(a_line_is_one_line, scratch_make, scratch_drop),
		cmocka_unit_test_setup_teardown(a_log_that_was_moved_is_begun_anew, scratch_make,
		                                scratch_drop),
		cmocka_unit_test(output_is_whole_or_the_command_fails),
	};
	return unit_run(tests);
}
