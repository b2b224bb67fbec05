/* The cage: what the helper gives up before it reads the first byte. A kernel without one of the
 * means leaves that door as it is, which is why no result is asked for here: this is the second
 * wall, the first is that no database and no network code is linked. */
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "loket/list.h"

#include "private.h"

#define MEMORY_MAX (2048 * MIB)

/* Refused with EPERM whatever the arguments; all else is allowed. Fonts and templates are read from
 * files, so open stays. */
#define REFUSE(call)                                                                               \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1),                                         \
	    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 1)

static void calls_refuse(void)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		REFUSE(__NR_socket),
		REFUSE(__NR_connect),
		REFUSE(__NR_execve),
		REFUSE(__NR_execveat),
#ifndef LOKET_ASAN /* the leak sanitizer looks at its own process with it */
		REFUSE(__NR_ptrace),
#endif
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { COUNT_OF(filter), filter };
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

static void limit(int what, rlim_t most)
{
	struct rlimit l = { most, most };
	(void)setrlimit((__rlimit_resource_t)what, &l);
}

void paper_cage(void)
{
	(void)close_range(3, ~0U, 0);
	limit(RLIMIT_CORE, 0); /* no names of parties in a core file */
#ifndef LOKET_ASAN
	limit(RLIMIT_AS, MEMORY_MAX);
#endif
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	calls_refuse();
}
