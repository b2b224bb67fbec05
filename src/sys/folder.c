/* Folders: made with their parents, read in the order a person expects. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "private.h"

static bool make_one(const char *path)
{
	struct stat st;
	if (mkdir(path, 0700) == 0)
		return true;
	if (errno != EEXIST)
		return false;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	errno = ENOTDIR;
	return false;
}

bool folder_make(const char *path, struct fault *why)
{
	char part[PATH_MAX];
	bool made = snprintf(part, sizeof part, "%s", path) < (int)sizeof part;
	errno = ENAMETOOLONG;
	/* a root is there already, hence from the second byte on */
	for (char *slash = part; made && (slash = strchr(slash + 1, '/')) != NULL;) {
		*slash = '\0';
		made = make_one(part);
		*slash = '/';
	}
	if (made && make_one(part))
		return true;
	return fault_system(
	    why, N_("Folder %1 tidak dapat dibuat: %2. Periksa hak akses folder di atasnya."),
	    path);
}

static int by_kind_and_name(const void *a, const void *b)
{
	const struct folder_entry *x = a, *y = b;
	if (x->folder != y->folder)
		return x->folder ? -1 : 1;
	return strcmp(x->name, y->name);
}

bool folder_read(const char *path, struct arena *a, struct folder *out, struct fault *why)
{
	DIR *d = opendir(path);
	if (d == NULL) {
		return fault_system(
		    why, N_("Folder %1 tidak dapat dibuka: %2. Periksa nama dan hak aksesnya."),
		    path);
	}
	*out = (struct folder){ .items = NULL };
	for (struct dirent *e; (e = readdir(d)) != NULL;) {
		struct stat st;
		/* what vanished since, or points nowhere, cannot be chosen */
		if (e->d_name[0] == '.' || fstatat(dirfd(d), e->d_name, &st, 0) != 0)
			continue;
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		out->items[out->count++] = (struct folder_entry){
			.name = arena_text(a, e->d_name),
			.folder = S_ISDIR(st.st_mode),
			.size = st.st_size,
			.changed = (instant)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000,
		};
	}
	closedir(d);
	if (out->count > 0)
		qsort(out->items, out->count, sizeof *out->items, by_kind_and_name);
	return true;
}
