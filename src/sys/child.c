/* Child processes: started without a shell, waited for with a limit, never left behind. */
#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/sys.h"

#include "private.h"

/* The pipes of a start: index 0 is read, 1 is written. */
struct plumbing {
	int to[2], from[2]; /* the child's stdin and stdout */
	int news[2];        /* errno of an exec that failed; closed by one that did not */
};

static void shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void shut_all(struct plumbing *p)
{
	int *const ends[] = { &p->to[0],   &p->to[1],   &p->from[0],
		              &p->from[1], &p->news[0], &p->news[1] };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		shut(ends[i]);
}

static bool plumb(struct plumbing *p, bool pipes)
{
	*p = (struct plumbing){ { -1, -1 }, { -1, -1 }, { -1, -1 } };
	if (pipe2(p->news, O_CLOEXEC) != 0)
		return false;
	return !pipes || (pipe2(p->to, O_CLOEXEC) == 0 && pipe2(p->from, O_CLOEXEC) == 0);
}

/* `fd` becomes descriptor `as`, which outlives exec. */
static bool give(int fd, int as)
{
	return fd == as ? fcntl(fd, F_SETFD, 0) == 0 : dup2(fd, as) == as;
}

/* Runs in the child between fork and exec: only async-signal-safe calls. */
static _Noreturn void become(const char *const *argv, const struct plumbing *p, pid_t parent,
                             bool apart)
{
	/* When the parent died before prctl() took effect, no signal will come: check the parent.
	 */
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		_exit(FAULT_OUTSIDE);

	/* The child must not inherit the signals that we block and ignore. */
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);

	/* In a session of its own it has no terminal that it could ask. */
	if (apart && (setsid() < 0 || dup2(p->from[1], STDERR_FILENO) != STDERR_FILENO))
		_exit(FAULT_OUTSIDE);
	bool given = p->to[0] < 0 ||
	             (give(p->to[0], STDIN_FILENO) && give(p->from[1], STDOUT_FILENO));
	/* Our descriptors are close-on-exec; this closes what a library may have opened without it.
	 */
	close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
	if (given) {
		/* execv() lacks const for historical reasons; it changes nothing. */
		union {
			const char *const *ours;
			char *const *theirs;
		} words = { .ours = argv };
		execv(argv[0], words.theirs);
	}
	int reason = errno;
	write_all(p->news[1], &reason, sizeof reason);
	_exit(FAULT_OUTSIDE);
}

/* Zero when the exec succeeded, else its errno. */
static int exec_reason(int news)
{
	int reason = 0;
	ssize_t got;
	do {
		got = read(news, &reason, sizeof reason);
	} while (got < 0 && errno == EINTR);
	return got == (ssize_t)sizeof reason ? reason : 0;
}

static bool start(struct child *c, const char *const *argv, bool pipes, bool apart,
                  struct fault *why)
{
	static const char failed[] =
	    N_("Program %1 tidak dapat dijalankan: %2. Pasang ulang atau periksa hak aksesnya.");
	struct plumbing p;
	*c = (struct child){ .in = -1, .out = -1 };
	pid_t parent = getpid();
	bool plumbed = plumb(&p, pipes);
	c->pid = plumbed ? fork() : -1;
	if (c->pid == 0)
		become(argv, &p, parent, apart);

	int reason = c->pid < 0 ? errno : 0;
	shut(&p.news[1]);
	if (c->pid > 0)
		reason = exec_reason(p.news[0]);
	if (reason != 0) {
		shut_all(&p);
		if (c->pid > 0)
			child_wait(c, -1, NULL);
		c->pid = 0;
		errno = reason;
		return fault_system(why, failed, argv[0]);
	}
	/* From the first child with pipes on, a closed pipe is an error and must not kill us. */
	if (pipes)
		signal(SIGPIPE, SIG_IGN);
	c->in = p.to[1];
	c->out = p.from[0];
	p.to[1] = p.from[0] = -1;
	shut_all(&p);
	return true;
}

bool child_start(struct child *c, const char *const *argv, bool pipes, struct fault *why)
{
	return start(c, argv, pipes, false, why);
}

bool child_start_apart(struct child *c, const char *const *argv, struct fault *why)
{
	return start(c, argv, true, true, why);
}

/* ---- its end ---- */

/* Readable when the process has ended; on a kernel without pidfds we wait to the limit. */
static void await_end(pid_t pid, int milliseconds)
{
	int64_t until = clock_steady() + milliseconds;
	struct pollfd end = { .fd = pidfd_open(pid, 0), .events = POLLIN };
	int left = milliseconds;
	while (left > 0 && poll(&end, 1, left) < 0 && errno == EINTR)
		left = (int)(until - clock_steady());
	shut(&end.fd);
}

bool child_wait(struct child *c, int milliseconds, int *exit_code)
{
	if (c->pid <= 0)
		return true;
	if (milliseconds > 0)
		await_end(c->pid, milliseconds);
	int status = 0;
	pid_t ended;
	do {
		ended = waitpid(c->pid, &status, milliseconds < 0 ? 0 : WNOHANG);
	} while (ended < 0 && errno == EINTR);
	if (ended == 0)
		return false;
	if (exit_code != NULL) {
		/* as a shell counts it; 255 when another has reaped it */
		*exit_code = ended < 0           ? 255
		             : WIFEXITED(status) ? WEXITSTATUS(status)
		                                 : 128 + WTERMSIG(status);
	}
	c->pid = 0;
	return true;
}

void child_shut(struct child *c)
{
	shut(&c->in);
}

void child_stop(struct child *c)
{
	enum { PATIENCE = 2000 };
	shut(&c->in);
	if (c->pid > 0) {
		kill(c->pid, SIGTERM);
		if (!child_wait(c, PATIENCE, NULL)) {
			kill(c->pid, SIGKILL);
			child_wait(c, -1, NULL);
		}
	}
	shut(&c->out);
}

/* ---- talking with it ---- */

/* True when `fd` is ready within the time; an end or an error counts as ready, because the next
 * call reports it. */
static bool await_ready(int fd, short events, int milliseconds)
{
	int64_t until = clock_steady() + milliseconds;
	struct pollfd ready = { .fd = fd, .events = events };
	for (;;) {
		int left = milliseconds < 0 ? -1 : (int)(until - clock_steady());
		if (milliseconds >= 0 && left < 0)
			left = 0;
		int n = poll(&ready, 1, left);
		if (n > 0)
			return true;
		if (n == 0 || errno != EINTR) {
			errno = n == 0 ? ETIMEDOUT : errno;
			return false;
		}
	}
}

static bool may_repeat(void)
{
	return errno == EINTR || errno == EAGAIN;
}

bool pipe_write(int fd, const void *data, size_t size, struct fault *why)
{
	/* A pipe that is ready takes this much without blocking, so that the wait has a limit. */
	enum { PIECE = 4096, PATIENCE = 30000 };
	const char *at = data;
	while (size > 0) {
		size_t piece = size < PIECE ? size : PIECE;
		bool ready = await_ready(fd, POLLOUT, PATIENCE);
		ssize_t part = ready ? write(fd, at, piece) : -1;
		if (part < 0 && (!ready || !may_repeat())) {
			return fault_set(why, FAULT_OUTSIDE,
			                 N_("Program pembantu tidak menerima data: %1. Ulangi."),
			                 system_words(errno));
		}
		if (part > 0) {
			at += part;
			size -= (size_t)part;
		}
	}
	return true;
}

bool pipe_read(int fd, void *data, size_t size, int milliseconds, struct fault *why)
{
	char *at = data;
	while (size > 0) {
		bool ready = await_ready(fd, POLLIN, milliseconds);
		ssize_t part = ready ? read(fd, at, size) : -1;
		if (part == 0) {
			return fault_set(why, FAULT_OUTSIDE,
			                 N_("Program pembantu berhenti sebelum selesai. Ulangi."));
		}
		if (part < 0 && (!ready || !may_repeat())) {
			return fault_set(why, FAULT_OUTSIDE,
			                 N_("Program pembantu tidak menjawab: %1. Ulangi."),
			                 system_words(errno));
		}
		if (part > 0) {
			at += part;
			size -= (size_t)part;
		}
	}
	return true;
}

void pipe_offer(int fd, const void *data, size_t size)
{
	if (!write_all(fd, data, size))
		return; /* EPIPE: it has ended */
}

long pipe_take(int fd, void *data, size_t size)
{
	ssize_t part = read(fd, data, size);
	return part < 0 && !may_repeat() ? 0 : (long)part;
}

bool pipe_drain(int fd, size_t max, int milliseconds, struct arena *a, struct bytes *out,
                struct fault *why)
{
	*out = (struct bytes){ arena_get(a, max + 1, 1), 0 };
	while (out->size < max) {
		bool ready = await_ready(fd, POLLIN, milliseconds);
		ssize_t part = ready ? read(fd, out->data + out->size, max - out->size) : -1;
		if (part == 0)
			return true;
		if (part < 0 && (!ready || !may_repeat())) {
			return fault_set(why, FAULT_OUTSIDE,
			                 N_("Program pembantu tidak menjawab: %1. Ulangi."),
			                 system_words(errno));
		}
		if (part > 0)
			out->size += (size_t)part;
	}
	return true;
}
