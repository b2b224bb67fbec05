/* Passwords: from a file its first line, from a terminal without a trace on it. */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "scratch.h"
#include "unit.h"

static void a_file_gives_its_first_line(void **state)
{
	static const struct {
		const char *content, *secret; /* NULL: refused */
	} cases[] = {
		{ "rahasia\n", "rahasia" },
		{ "rahasia", "rahasia" },
		{ "rahasia\r\n", "rahasia" },
		{ "satu\ndua\n", "satu" },
		{ "a b \n", "a b " },
		{ "", NULL },
		{ "\nx", NULL },
		{ "123456789\n", NULL },
		{ "12345678\n", "12345678" },
	};
	const struct scratch *s = *state;
	char path[128];
	snprintf(path, sizeof path, "%s/sandi", s->path);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char got[9];
		struct fault why;
		assert_true(
		    file_write(path, cases[i].content, strlen(cases[i].content), 0600, NULL));
		assert_int_equal(secret_ask("", path, got, sizeof got, &why),
		                 cases[i].secret != NULL);
		assert_string_equal(got, cases[i].secret == NULL ? "" : cases[i].secret);
		if (cases[i].secret == NULL)
			assert_int_equal(why.kind, FAULT_REFUSED);
	}
	char got[9];
	struct fault why;
	snprintf(path, sizeof path, "%s/tidak-ada", s->path);
	assert_false(secret_ask("", path, got, sizeof got, &why));
	assert_int_equal(why.kind, FAULT_OUTSIDE);
}

/* Reads from the terminal until `what` was shown; the whole picture stays in `seen`. */
static bool shows(int terminal, const char *what, char *seen, size_t capacity)
{
	size_t length = strlen(seen);
	while (strstr(seen, what) == NULL) {
		struct pollfd p = { .fd = terminal, .events = POLLIN };
		if (poll(&p, 1, 5000) != 1)
			return false;
		ssize_t n = read(terminal, seen + length, capacity - 1 - length);
		if (n <= 0)
			return false;
		length += (size_t)n;
		seen[length] = '\0';
	}
	return true;
}

/* The child at the terminal: asks, and says by its code whether it got what was expected. */
static _Noreturn void ask_and_compare(const char *expected)
{
	char got[64];
	struct termios after;
	bool done = secret_ask("Sandi: ", NULL, got, sizeof got, NULL);
	bool echoes = tcgetattr(STDIN_FILENO, &after) == 0 && (after.c_lflag & ECHO) != 0;
	bool right = expected == NULL ? !done : done && strcmp(got, expected) == 0;
	_exit(right && echoes ? 0 : 1);
}

static void a_terminal_shows_nothing_of_it(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *secret; /* NULL: given up */
	} cases[] = {
		{ "rahasia\r", "rahasia" },
		{ "rahasiz\x7F"
		  "a\n",
		  "rahasia" },
		{ "salah\x15"
		  "benar\r",
		  "benar" },
		{ "sé\x7F\x7F"
		  "s\r",
		  "s" }, /* a letter of two bytes goes whole */
		{ "rahasia\x03", NULL },
		{ "\x04", NULL },
		{ "\r", NULL },
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int terminal, status;
		char seen[256] = "";
		pid_t pid = forkpty(&terminal, NULL, NULL, NULL);
		if (pid == 0)
			ask_and_compare(cases[i].secret);
		assert_true(pid > 0);
		assert_true(shows(terminal, "Sandi: ", seen, sizeof seen));
		/* who sees the prompt may type: the echo is off by then, and nothing is flushed */
		struct termios now;
		assert_int_equal(tcgetattr(terminal, &now), 0);
		assert_int_equal(now.c_lflag & ECHO, 0);
		size_t length = strlen(cases[i].typed);
		assert_int_equal(write(terminal, cases[i].typed, length), length);
		assert_true(shows(terminal, "\n", seen, sizeof seen));
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_int_equal(status, 0);
		assert_string_equal(seen, "Sandi: \r\n");
		close(terminal);
	}
}

static void what_is_wiped_is_gone(void **state)
{
	(void)state;
	char secret[] = "rahasia";
	static const char gone[sizeof secret];
	secret_wipe(secret, sizeof secret);
	assert_memory_equal(secret, gone, sizeof secret);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_gives_its_first_line, scratch_make,
		                                scratch_drop),
		cmocka_unit_test(a_terminal_shows_nothing_of_it),
		cmocka_unit_test(what_is_wiped_is_gone),
	};
	return unit_run(tests);
}
