/* Signals as a descriptor, so that a program has one wait and no handler. */
#include <errno.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "private.h"

int signals_open(void)
{
	static const int wanted[] = {
		SIGTERM, SIGINT, SIGHUP, SIGCHLD, SIGWINCH, SIGTSTP, SIGCONT
	};
	sigset_t set;
	sigemptyset(&set);
	for (size_t i = 0; i < COUNT_OF(wanted); i++)
		sigaddset(&set, wanted[i]);
	if (sigprocmask(SIG_BLOCK, &set, NULL) != 0)
		sys_end("sigprocmask");
	int fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (fd < 0)
		sys_end("signalfd");
	return fd;
}

int signals_next(int fd)
{
	struct signalfd_siginfo info;
	ssize_t got;
	do {
		got = read(fd, &info, sizeof info);
	} while (got < 0 && errno == EINTR);
	return got == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

bool signal_ends(int signal)
{
	return signal == SIGINT || signal == SIGTERM || signal == SIGHUP;
}
