/* Whole folders and files of any size: read, copied, named, removed. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "private.h"

enum { PART = 256 * 1024, DEEPEST = 16, TREE_MEMORY = 256 * 1024 * 1024 };

/* ---- reading ---- */

static const char *below(const char *folder, const char *name, struct arena *a)
{
	return folder[0] == '\0' ? arena_text(a, name) : arena_print(a, "%s/%s", folder, name);
}

static bool read_below(const char *root, const char *folder, int deep, struct arena *a,
                       struct tree *out, struct fault *why)
{
	struct folder in;
	const char *path = arena_print(a, "%s/%s", root, folder);
	if (deep > DEEPEST)
		return fault_set(why, FAULT_OUTSIDE, N_("Folder %1 bertingkat terlalu dalam"),
		                 path);
	if (!folder_read(path, a, &in, why))
		return false;
	for (size_t i = 0; i < in.count; i++) {
		const char *name = below(folder, in.items[i].name, a);
		struct stat st;
		if (lstat(arena_print(a, "%s/%s", root, name), &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode) && !read_below(root, name, deep + 1, a, out, why))
			return false;
		if (!S_ISREG(st.st_mode))
			continue;
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = (struct tree_file){ name, st.st_size };
	}
	return true;
}

static int by_path(const void *a, const void *b)
{
	const struct tree_file *x = a, *y = b;
	return strcmp(x->path, y->path);
}

bool tree_read(const char *folder, struct arena *a, struct tree *out, struct fault *why)
{
	*out = (struct tree){ 0 };
	if (!read_below(folder, "", 0, a, out, why))
		return false;
	if (out->count > 0)
		qsort(out->items, out->count, sizeof *out->items, by_path);
	return true;
}

bool file_parts(const char *path, void (*take)(void *to, const void *part, size_t size), void *to,
                struct fault *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return fault_system(why, N_("Berkas %1 tidak dapat dibuka: %2."), path);
	static unsigned char part[PART];
	/* lint: L7 a buffer between two system calls */
	ssize_t got = read(fd, part, sizeof part);
	for (; got > 0 || (got < 0 && errno == EINTR); got = read(fd, part, sizeof part)) {
		if (got > 0)
			take(to, part, (size_t)got);
	}
	if (got < 0)
		(void)fault_system(why, N_("Berkas %1 tidak dapat dibaca: %2."), path);
	close(fd);
	return got == 0;
}

/* ---- writing ---- */

struct copying {
	int fd;
	bool good;
};

static void copy_part(void *to, const void *part, size_t size)
{
	struct copying *c = to;
	c->good = c->good && write_all(c->fd, part, size);
}

static bool folder_of(const char *path, struct fault *why)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	int length = slash == NULL ? 0 : (int)(slash - path);
	snprintf(folder, sizeof folder, "%.*s", length, path);
	return length == 0 || folder_make(folder, why);
}

bool file_copy(const char *from, const char *to, struct fault *why)
{
	struct stat st;
	if (stat(from, &st) != 0)
		return fault_system(why, N_("Berkas %1 tidak dapat dibuka: %2."), from);
	if (!folder_of(to, why))
		return false;
	struct copying c = { open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), true };
	if (c.fd < 0)
		return fault_system(why, N_("Berkas %1 tidak dapat ditulis: %2."), to);
	bool read = file_parts(from, copy_part, &c, why);
	mode_t mode = (st.st_mode & S_IWUSR) != 0 ? 0600 : 0400;
	c.good = c.good && fchmod(c.fd, mode) == 0 && fsync(c.fd) == 0;
	int reason = errno;
	if (close(c.fd) != 0 && c.good) {
		c.good = false;
		reason = errno;
	}
	errno = reason;
	if (read && !c.good)
		(void)
		    fault_system(why,
		                 N_("Berkas %1 tidak dapat ditulis: %2. Periksa ruang cakramnya."),
		                 to);
	if (!read || !c.good)
		unlink(to);
	return read && c.good;
}

bool file_link(const char *from, const char *to, struct fault *why)
{
	return folder_of(to, why) && (link(from, to) == 0 || file_copy(from, to, why));
}

bool tree_copy(const char *from, const char *to, struct fault *why)
{
	struct tree all;
	struct arena a = arena_start(TREE_MEMORY);
	bool good = folder_make(to, why) && tree_read(from, &a, &all, why);
	for (size_t i = 0; good && i < all.count; i++) {
		const char *path = all.items[i].path;
		good = file_copy(arena_print(&a, "%s/%s", from, path),
		                 arena_print(&a, "%s/%s", to, path), why);
	}
	arena_drop(&a);
	return good;
}

static bool name_synced(const char *hidden, const char *path, unsigned how, struct fault *why)
{
	sync();
	if (renameat2(AT_FDCWD, hidden, AT_FDCWD, path, how) == 0) {
		sync();
		return true;
	}
	return fault_system(why, N_("Folder %1 tidak dapat dibuat: %2."), path);
}

bool folder_name(const char *hidden, const char *path, struct fault *why)
{
	return name_synced(hidden, path, RENAME_NOREPLACE, why);
}

bool folder_replace(const char *hidden, const char *path, struct fault *why)
{
	if (!name_synced(hidden, path, RENAME_EXCHANGE, why))
		return false;
	tree_drop(hidden);
	return true;
}

/* ---- removing ---- */

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path) == 0 || errno == ENOENT ? 0 : -1;
}

void tree_drop(const char *folder)
{
	(void)nftw(folder, remove_one, DEEPEST, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}
