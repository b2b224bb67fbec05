/* Output for people and the log: the only writes to descriptors 1 and 2. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loket/sys.h"
#include "loket/text.h"

#include "private.h"

bool write_all(int fd, const void *data, size_t size)
{
	const char *at = data;
	while (size > 0) {
		ssize_t part = write(fd, at, size);
		if (part >= 0) {
			at += part;
			size -= (size_t)part;
		} else if (errno == EAGAIN) {
			poll(&(struct pollfd){ .fd = fd, .events = POLLOUT }, 1, -1);
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}

/* The log's destination. A global that is set once at the start: any depth of the program must be
 * able to log, also when memory or the store has failed, without passing a log to every function.
 */
static struct {
	char program[32], path[512];
	int fd;
	/* lint: L7 where the log goes is settled once, by main */
} log_to = { .program = "loket", .fd = STDERR_FILENO };

/* Of syslog(3), as the journal reads them at the head of a line. */
enum gravity { LEVEL_CRITICAL = 2, LEVEL_WARNING = 4, LEVEL_INFO = 6 };

bool log_reopen(void)
{
	if (log_to.path[0] == '\0')
		return true;
	int fd = open(log_to.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
	if (fd < 0)
		return false;
	if (log_to.fd != STDERR_FILENO)
		close(log_to.fd);
	log_to.fd = fd;
	return true;
}

void log_open(const char *program, const char *path)
{
	snprintf(log_to.program, sizeof log_to.program, "%s", program);
	snprintf(log_to.path, sizeof log_to.path, "%s", path == NULL ? "" : path);
	if (!log_reopen())
		log_line("%s: %s", path, strerror(errno));
}

/* systemd(1) says which of our descriptors is its journal's: "device:inode". */
static bool goes_to_journal(void)
{
	struct stat st;
	char stream[64];
	if (log_to.fd != STDERR_FILENO || fstat(STDERR_FILENO, &st) != 0)
		return false;
	snprintf(stream, sizeof stream, "%llu:%llu", (unsigned long long)st.st_dev,
	         (unsigned long long)st.st_ino);
	return text_same(env_text("JOURNAL_STREAM"), stream);
}

/* One write a line, so that lines of two programs in one file do not mix. The journal has the time
 * and the program itself. */
static void line_write(enum gravity gravity, const char *said)
{
	char when[64];
	struct arena a = arena_start(MIB);
	struct text line = text_start(&a);
	instant_utc(clock_now(), when, sizeof when);
	if (goes_to_journal())
		text_addf(&line, "<%d>", (int)gravity);
	else
		text_addf(&line, "%s %s ", when, log_to.program);
	text_add_plain(&line, said);
	text_add(&line, "\n");
	/* there is nowhere to report a log that cannot be written */
	if (!write_all(log_to.fd, line.s, line.length))
		log_to.fd = STDERR_FILENO;
	arena_drop(&a);
}

void log_line(const char *format, ...)
{
	char said[4096];
	va_list args;
	va_start(args, format);
	vsnprintf(said, sizeof said, format, args);
	va_end(args);
	line_write(LEVEL_INFO, said);
}

void log_fault(const char *doing, const struct fault *why)
{
	char said[1024], line[1280];
	fault_say(why, said, sizeof said);
	const char *field = why->field;
	snprintf(line, sizeof line, "%s: %s%s%s", doing, field, field[0] == '\0' ? "" : ": ", said);
	line_write(LEVEL_WARNING, line);
}

static bool status_stands;

/* A command whose output is lost must not exit as if it had been delivered. */
static void put(int fd, const char *s)
{
	if (!write_all(fd, s, strlen(s)))
		exit(FAULT_OUTSIDE);
}

static void status_clear(void)
{
	if (status_stands)
		put(STDERR_FILENO, "\r\033[K");
	status_stands = false;
}

void out_text(const char *s)
{
	status_clear();
	put(STDOUT_FILENO, s);
}

void err_text(const char *s)
{
	status_clear();
	put(STDERR_FILENO, s);
}

void err_status(const char *line)
{
	if (isatty(STDERR_FILENO) != 1)
		return;
	put(STDERR_FILENO, "\r");
	put(STDERR_FILENO, line);
	put(STDERR_FILENO, "\033[K");
	status_stands = true;
}

void sys_end(const char *what)
{
	char line[256];
	snprintf(line, sizeof line, "%s: %s", what, strerror(errno));
	line_write(LEVEL_CRITICAL, line);
	exit(FAULT_OUTSIDE);
}
