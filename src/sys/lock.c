/* Locks between processes (flock(2)), and who holds one. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"
#include "loket/text.h"

#include "private.h"

enum { LOOK_AGAIN = 1, SIGNATURE = 128 }; /* milliseconds; bytes */

static void (*waiting)(const struct lock_holder *holder);
/* lint: L7 set once, before the first wait */

/* ---- the terminal's stop signals ---- */

static sigset_t before;
static int holding; /* how often stops_hold() was called and not yet stops_let() */
/* lint: L7 signals are of the process */

void stops_hold(void)
{
	sigset_t stops;
	if (holding++ > 0)
		return;
	sigemptyset(&stops);
	sigaddset(&stops, SIGTSTP);
	sigaddset(&stops, SIGTTIN);
	sigaddset(&stops, SIGTTOU);
	sigprocmask(SIG_BLOCK, &stops, &before);
}

void stops_let(void)
{
	if (--holding == 0)
		sigprocmask(SIG_SETMASK, &before, NULL);
}

/* ---- the lock ---- */

bool lock_open(const char *path, int *fd, struct fault *why)
{
	*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (*fd >= 0)
		return true;
	return fault_system(
	    why, N_("Berkas kunci %1 tidak dapat dibuka: %2. Periksa hak akses foldernya."), path);
}

/* True when locked, false when another process holds the lock; any other error ends the process,
 * which must not write without it. */
static bool lock_ask(int fd, int how)
{
	while (flock(fd, how) != 0) {
		if (errno == EWOULDBLOCK)
			return false;
		if (errno != EINTR)
			sys_end("flock");
	}
	return true;
}

bool lock_try(int fd)
{
	return lock_ask(fd, LOCK_EX | LOCK_NB);
}

void lock_watch(void (*told)(const struct lock_holder *holder))
{
	waiting = told;
}

static void tell(int fd)
{
	struct lock_holder holder;
	if (waiting != NULL && lock_holder(fd, &holder))
		waiting(&holder);
}

/* Stops are kept back before the lock is had, or one could come in between. */
static bool try_unstopped(int fd)
{
	stops_hold();
	if (lock_try(fd))
		return true;
	stops_let();
	return false;
}

bool lock_within(int fd, int milliseconds)
{
	int64_t begun = clock_steady(), end = begun + milliseconds;
	bool held = try_unstopped(fd), told = false;
	while (!held && clock_steady() < end) {
		poll(NULL, 0, LOOK_AGAIN);
		held = try_unstopped(fd);
		if (held || told || clock_steady() < begun + LOCK_TOLD_AFTER)
			continue;
		told = true;
		tell(fd);
	}
	return held;
}

void lock_leave(int fd)
{
	lock_ask(fd, LOCK_UN);
	stops_let();
}

void lock_close(int fd)
{
	close(fd);
}

/* ---- who holds it ---- */

void lock_sign(int fd, const char *who)
{
	char line[SIGNATURE];
	int length = snprintf(line, sizeof line, "%d %lld %.60s", (int)getpid(),
	                      (long long)clock_now(), who);
	memset(line + length, '\n', sizeof line - (size_t)length);
	ssize_t written = pwrite(fd, line, sizeof line, 0);
	(void)written; /* on a full disk nobody is named */
}

/* The process that the kernel says holds it: a row "1: FLOCK ADVISORY WRITE 4711 fe:00:131 0 EOF".
 * 0: it names none, or one out of our sight. */
static pid_t kernel_says(int fd)
{
	struct stat st;
	char row[256], want[64];
	pid_t found = 0;
	FILE *f = fstat(fd, &st) == 0 ? fopen("/proc/locks", "re") : NULL;
	if (f == NULL)
		return 0;
	snprintf(want, sizeof want, " %02x:%02x:%llu ", major(st.st_dev), minor(st.st_dev),
	         (unsigned long long)st.st_ino);
	while (found == 0 && fgets(row, sizeof row, f) != NULL) {
		const char *at = strstr(row, " WRITE ");
		if (at != NULL && strstr(row, "FLOCK") != NULL && strstr(row, "->") == NULL &&
		    strstr(row, want) != NULL)
			found = (pid_t)strtol(at + strlen(" WRITE "), NULL, 10);
	}
	fclose(f);
	return found > 0 ? found : 0;
}

bool lock_holder(int fd, struct lock_holder *out)
{
	char line[SIGNATURE + 1] = "";
	ssize_t got = pread(fd, line, SIGNATURE, 0);
	line[got > 0 ? got : 0] = '\0';
	line[strcspn(line, "\n")] = '\0';
	char *at = line;
	*out = (struct lock_holder){ .pid = (pid_t)strtol(at, &at, 10),
		                     .since = (instant)strtoll(at, &at, 10) };
	snprintf(out->who, sizeof out->who, "%s", at + strspn(at, " "));
	pid_t holds = kernel_says(fd);
	if (holds != 0 && holds != out->pid)
		*out = (struct lock_holder){ .pid = holds };
	return out->pid > 0 && process_started(out->pid) != 0;
}

const char *holder_words(const struct lock_holder *holder, struct arena *a)
{
	char pid[24];
	snprintf(pid, sizeof pid, "%ld", (long)holder->pid);
	const char *const words[] = { pid, holder->who };
	char said[160];
	message_fill(holder->who[0] ? N_("proses %1 (%2)") : N_("proses %1"), words,
	             COUNT_OF(words), said, sizeof said);
	return arena_text(a, said);
}
