/* Preloaded into a program: counts its fsync and fdatasync calls into the file $LOKET_BENCH_COUNT,
 * a byte each, so that the file's size is the number. */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static void count(void)
{
	const char *path = getenv("LOKET_BENCH_COUNT");
	int fd = path ? open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
	if (fd >= 0 && write(fd, ".", 1) == 1)
		close(fd);
}

static int (*next(const char *name))(int)
{
	int (*function)(int);
	*(void **)&function = dlsym(RTLD_NEXT, name);
	return function;
}

int fdatasync(int fd)
{
	count();
	return next("fdatasync")(fd);
}

int fsync(int fd)
{
	count();
	return next("fsync")(fd);
}
