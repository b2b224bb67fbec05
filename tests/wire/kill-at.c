/* Kills the program it is loaded into at its Nth write to disk or to a socket: LD_PRELOAD, with N
 * in KILL_AT. The write itself does not happen. Counted are the calls that something outside could
 * see. */
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

/* One more; the last one is the end. */
static void counted(void)
{
	static long left = -1;
	if (left < 0) {
		const char *at = getenv("KILL_AT");
		left = at ? strtol(at, NULL, 10) : 0;
	}
	if (left > 0 && --left == 0)
		raise(SIGKILL);
}

static void *next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

#define PASS_ON(result, name, parameters, arguments)                                               \
	result name parameters;                                                                    \
	result name parameters                                                                     \
	{                                                                                          \
		union {                                                                            \
			void *object;                                                              \
			result(*call) parameters;                                                  \
		} real = { next(#name) };                                                          \
		counted();                                                                         \
		return real.call arguments;                                                        \
	}

PASS_ON(ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size))
PASS_ON(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
PASS_ON(ssize_t, pwrite64, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
PASS_ON(ssize_t, writev, (int fd, const struct iovec *parts, int count), (fd, parts, count))
PASS_ON(ssize_t, send, (int fd, const void *data, size_t size, int flags), (fd, data, size, flags))
PASS_ON(ssize_t, sendmsg, (int fd, const struct msghdr *message, int flags), (fd, message, flags))
PASS_ON(int, fdatasync, (int fd), (fd))
PASS_ON(int, fsync, (int fd), (fd))
