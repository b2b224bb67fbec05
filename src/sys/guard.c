/* Whose a home is, and who can write what its rights are read from. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"
#include "loket/text.h"

#include "private.h"

/* data/ and forms/ have two levels. */
enum { DEEPEST = 4 };

static bool not_for_us(const struct home *h, const char *owner, struct fault *why)
{
	if (owner[0] == '\0')
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Folder data %1 tertutup bagi akun ini; masuk lewat akun pemiliknya, lihat "
		       "loket-deploy(7)"),
		    h->path);
	return fault_set(why, FAULT_REFUSED,
	                 N_("Folder data %1 milik akun %2; jalankan: sudo -u %2 loket"), h->path,
	                 owner);
}

static bool others_write(const struct stat *st)
{
	return (st->st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

static bool shut(const char *path, struct fault *why)
{
	return fault_set(why, FAULT_REFUSED,
	                 N_("%1 dapat diubah orang lain, sehingga hak siapa pun dapat berubah; "
	                    "jalankan: chmod go-w %1"),
	                 path);
}

/* A file or a folder with all that is in it. */
static bool guarded(const char *path, uid_t owner, int deep, struct arena *a, struct fault *why)
{
	struct stat st;
	struct folder in;
	if (stat(path, &st) != 0)
		return errno == ENOENT ||
		       fault_system(why, N_("%1 tidak dapat diperiksa: %2."), path);
	if (others_write(&st))
		return shut(path, why);
	if (st.st_uid != 0 && st.st_uid != owner)
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1 milik akun %2, yang dapat mengubah hak siapa pun; "
		                    "jalankan: chown %3 %1"),
		                 path, unix_account_of(st.st_uid, a), unix_account_of(owner, a));
	if (!S_ISDIR(st.st_mode) || deep == DEEPEST)
		return true;
	if (!folder_read(path, a, &in, why))
		return false;
	for (size_t i = 0; i < in.count; i++) {
		if (!guarded(arena_print(a, "%s/%s", path, in.items[i].name), owner, deep + 1, a,
		             why))
			return false;
	}
	return true;
}

static bool rules_guarded(const struct home *h, uid_t owner, struct arena *a, struct fault *why)
{
	static const char *const folders[] = { "data", "forms" };
	for (size_t i = 0; i < COUNT_OF(folders); i++) {
		const char *shared = arena_print(a, "%s/%s", h->share, folders[i]);
		if (!guarded(home_file(h, folders[i], a), owner, 0, a, why) ||
		    (!h->built && !guarded(shared, owner, 0, a, why)))
			return false;
	}
	return true;
}

/* Of the nearest folder above that lets itself be seen; root's is everybody's way. */
static const char *owner_above(const char *path, struct arena *a)
{
	struct stat st;
	char *above = arena_text(a, path);
	for (char *slash; (slash = strrchr(above, '/')) != NULL && slash != above;) {
		*slash = '\0';
		if (stat(above, &st) == 0)
			return st.st_uid == 0 ? "" : unix_account_of(st.st_uid, a);
	}
	return "";
}

bool home_guard(const struct home *h, struct fault *why)
{
	struct stat st;
	struct arena a = arena_start(4 * MIB);
	bool good = true;
	if (stat(h->path, &st) != 0)
		good = errno != EACCES || not_for_us(h, owner_above(h->path, &a), why);
	else if (st.st_uid != geteuid())
		good = not_for_us(h, unix_account_of(st.st_uid, &a), why);
	else if (others_write(&st))
		good = shut(h->path, why);
	else
		good = rules_guarded(h, st.st_uid, &a, why);
	arena_drop(&a);
	return good;
}

bool home_is_ours(const struct home *h)
{
	struct stat st;
	unsigned caller;
	return stat(h->path, &st) == 0 && st.st_uid == getuid() && !unix_by_sudo(&caller);
}

/* ---- documents ---- */

#define INBOX "/var/spool/loket"

const char *documents_folder(const struct home *h)
{
	unsigned caller;
	return unix_by_sudo(&caller) && !home_is_sample(h) ? INBOX : NULL;
}

bool documents_guard(const struct home *h, const char *path, struct fault *why)
{
	char real[PATH_MAX];
	const char *folder = documents_folder(h);
	if (folder == NULL || (realpath(path, real) != NULL && text_starts(real, INBOX "/")))
		return true;
	return fault_set(why, FAULT_REFUSED,
	                 N_("Dokumen hanya diambil dari %1; taruh dahulu di sana"), folder);
}
