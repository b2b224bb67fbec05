/* Files: read bounded, written so that a crash leaves the old or the new. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loket/shown.h"
#include "loket/sys.h"

#include "private.h"

/* ---- reading ---- */

/* At most `size` bytes, fewer only at the end of the file. */
static ssize_t read_up_to(int fd, unsigned char *to, size_t size)
{
	size_t got = 0;
	while (got < size) {
		ssize_t part = read(fd, to + got, size - got);
		if (part < 0 && errno == EINTR)
			continue;
		if (part < 0)
			return -1;
		if (part == 0)
			break;
		got += (size_t)part;
	}
	return (ssize_t)got;
}

static bool file_fits(int fd, const char *path, size_t max, size_t *size, struct fault *why)
{
	struct stat st;
	if (fstat(fd, &st) != 0)
		return fault_system(why, N_("Berkas %1 tidak dapat dibaca: %2."), path);
	if (!S_ISREG(st.st_mode)) {
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("%1 bukan berkas biasa; tunjuk berkas yang lain."), path);
	}
	*size = (size_t)st.st_size;
	if (*size <= max)
		return true;
	struct arena a = arena_start(KIB);
	(void)fault_set(why, FAULT_REFUSED,
	                N_("Berkas %1 terlalu besar: %2, batasnya %3; perkecil dahulu."), path,
	                shown_size(&a, (int64_t)*size), shown_size(&a, (int64_t)max));
	arena_drop(&a);
	return false;
}

bool file_read(const char *path, size_t max, struct arena *a, struct bytes *out, struct fault *why)
{
	/* O_NONBLOCK: opening a pipe by mistake must not hang; it has no effect on regular files.
	 */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0) {
		return fault_system(
		    why, N_("Berkas %1 tidak dapat dibuka: %2. Periksa nama dan hak aksesnya."),
		    path);
	}
	size_t size = 0;
	bool done = file_fits(fd, path, max, &size, why);
	if (done) {
		out->data = arena_get(a, size + 1, 1);
		ssize_t got = read_up_to(fd, out->data, size);
		done = got >= 0;
		out->size = done ? (size_t)got : 0;
		if (!done)
			fault_system(why, N_("Berkas %1 tidak dapat dibaca: %2."), path);
	}
	close(fd);
	return done;
}

/* ---- writing ---- */

static bool folder_sync(const char *path)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	int length = slash == NULL ? 1 : slash == path ? 1 : (int)(slash - path);
	snprintf(folder, sizeof folder, "%.*s", length, slash == NULL ? "." : path);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool synced = fsync(fd) == 0;
	int reason = errno;
	close(fd);
	errno = reason;
	return synced;
}

/* A new file with the bytes, synced to the disk. */
static bool write_beside(const char *beside, const void *data, size_t size, mode_t mode)
{
	int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return false;
	bool done = write_all(fd, data, size) && fchmod(fd, mode) == 0 && fsync(fd) == 0;
	int reason = errno;
	if (close(fd) != 0 && done) {
		done = false;
		reason = errno;
	}
	errno = reason;
	return done;
}

bool file_write(const char *path, const void *data, size_t size, mode_t mode, struct fault *why)
{
	/* hidden, so that what a crash leaves is in no list of files */
	char beside[PATH_MAX];
	const char *slash = strrchr(path, '/');
	int folder = slash == NULL ? 0 : (int)(slash - path) + 1;
	int length = snprintf(beside, sizeof beside, "%.*s.%s", folder, path, id_new().text);
	bool named = length < (int)sizeof beside;
	errno = ENAMETOOLONG;
	if (named && write_beside(beside, data, size, mode) && rename(beside, path) == 0 &&
	    folder_sync(path))
		return true;
	int reason = errno;
	if (named)
		unlink(beside); /* nothing is there once it was renamed */
	errno = reason;
	return fault_system(
	    why,
	    N_("Berkas %1 tidak dapat ditulis: %2. Periksa ruang disk dan hak akses foldernya."),
	    path);
}

void file_drop(const char *path)
{
	(void)unlink(path);
}

bool file_mark(const char *path, struct arena *a, instant *changed, const char **owner)
{
	struct stat s;
	if (stat(path, &s) != 0)
		return false;
	*changed = (instant)s.st_mtim.tv_sec * 1000 + s.st_mtim.tv_nsec / 1000000;
	*owner = unix_account_of(s.st_uid, a);
	return true;
}

int file_mode(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 ? (int)(st.st_mode & ALLPERMS) : -1;
}

bool file_private(const char *path, struct fault *why)
{
	struct stat st;
	if (stat(path, &st) != 0)
		return fault_system(why, N_("Berkas %1 tidak dapat dibuka: %2"), path);
	if ((st.st_mode & (S_IRWXG | S_IRWXO)) == 0)
		return true;
	return fault_set(why, FAULT_MISUSE,
	                 N_("Berkas rahasia %1 dapat dibaca orang lain; jalankan: chmod 600 %1"),
	                 path);
}
