/* What is given up stays given up: tried in a child each. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/paper.h"

#include "unit.h"

static bool opens_a_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM;
}

static bool starts_a_program(void)
{
	return execl("/bin/true", "true", (char *)NULL) == 0 || errno != EPERM;
}

static bool keeps_a_descriptor(void)
{
	return fcntl(3, F_GETFD) >= 0;
}

static bool reads_no_file(void)
{
	return open("/dev/null", O_RDONLY) < 0;
}

static int confined(bool (*tries)(void))
{
	int status;
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		(void)dup2(0, 3);
		paper_confine();
		_exit(tries());
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void what_is_given_up_stays_given_up(void **state)
{
	(void)state;
	static bool (*const tries[])(void) = { opens_a_socket, starts_a_program, keeps_a_descriptor,
		                               reads_no_file };
	for (size_t i = 0; i < COUNT_OF(tries); i++) {
		int status = confined(tries[i]);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
}

#ifdef __x86_64__
enum { X32_CALL = 0x40000000 };

static bool calls_as_x32(void)
{
	return syscall(X32_CALL + SYS_getpid) >= 0;
}

static void a_call_of_another_architecture_kills(void **state)
{
	(void)state;
	int status = confined(calls_as_x32);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGSYS);
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_given_up_stays_given_up),
#ifdef __x86_64__
		cmocka_unit_test(a_call_of_another_architecture_kills),
#endif
	};
	return unit_run(tests);
}
