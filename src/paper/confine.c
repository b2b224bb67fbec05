/* What the helper gives up before it reads the first byte: other descriptors than 0 to 2, more
 * memory, new rights, sockets and other programs. A kernel without one of the means is not a fault,
 * so no result is looked at: the first wall is that no database and no network code is linked. */
#include <errno.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "loket/list.h"

#include "private.h"

#define MEMORY_MAX (2048 * MIB)

/* Refused with EPERM whatever the arguments; all else is allowed, because fonts and templates are
 * read from files. The library adds that a call of another architecture (x32) kills. */
static void calls_refuse(void)
{
	static const int calls[] = {
		SCMP_SYS(socket), SCMP_SYS(connect),  SCMP_SYS(io_uring_setup),
		SCMP_SYS(execve), SCMP_SYS(execveat),
#ifndef LOKET_ASAN /* the leak sanitizer looks at its own process with it */
		SCMP_SYS(ptrace),
#endif
	};
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	if (!filter)
		return;
	for (size_t i = 0; i < COUNT_OF(calls); i++)
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), calls[i], 0);
	(void)seccomp_load(filter);
	seccomp_release(filter);
}

static void limit(int what, rlim_t most)
{
	struct rlimit l = { most, most };
	(void)setrlimit((__rlimit_resource_t)what, &l);
}

void paper_confine(void)
{
	(void)close_range(3, ~0U, 0);
	limit(RLIMIT_CORE, 0); /* no names of parties in a core file */
#ifndef LOKET_ASAN
	limit(RLIMIT_AS, MEMORY_MAX);
#endif
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	calls_refuse();
}
