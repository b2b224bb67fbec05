/* Where things lie: the data home, the shared files, the running program; and the environment. */
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loket/sys.h"
#include "loket/text.h"

#include "private.h"

const char *env_text(const char *name)
{
	const char *value = getenv(name);
	return value == NULL ? "" : value;
}

const char *unix_account(struct arena *a)
{
	return unix_account_of(getuid(), a);
}

const char *unix_account_of(unsigned user, struct arena *a)
{
	enum { ROOM = 16 * 1024 };
	struct passwd account, *found = NULL;
	char *words = arena_get(a, ROOM, 1);
	if (getpwuid_r(user, &account, words, ROOM, &found) != 0 || found == NULL)
		return "";
	return arena_text(a, account.pw_name);
}

bool file_exists(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0;
}

/* ---- the three places ---- */

static bool place_set(char *out, size_t capacity, const char *folder, const char *rest,
                      struct fault *why)
{
	if (snprintf(out, capacity, "%s%s", folder, rest) < (int)capacity)
		return true;
	return fault_set(
	    why, FAULT_MISUSE,
	    N_("Nama folder %1 terlalu panjang; pakai folder yang lebih dekat ke akar."), folder);
}

static bool find_path(struct home *h, struct fault *why)
{
	const char *own = env_text("LOKET_HOME");
	if (own[0] == '/')
		return place_set(h->path, sizeof h->path, own, "", why);
	if (own[0] != '\0') {
		/* made absolute, so that it means the same to a child in another folder */
		char here[PATH_MAX], rest[PATH_MAX];
		if (getcwd(here, sizeof here) == NULL)
			return fault_system(why, N_("Folder kerja untuk %1 tidak dikenal: %2."),
			                    own);
		snprintf(rest, sizeof rest, "/%s", own);
		return place_set(h->path, sizeof h->path, here, rest, why);
	}
	const char *data = env_text("XDG_DATA_HOME");
	if (data[0] == '/') /* the XDG rule: a relative one is to be ignored */
		return place_set(h->path, sizeof h->path, data, "/loket", why);
	const char *user = env_text("HOME");
	if (user[0] != '\0')
		return place_set(h->path, sizeof h->path, user, "/.local/share/loket", why);
	return fault_set(why, FAULT_MISUSE,
	                 N_("Folder data tidak diketahui; tunjuk dengan LOKET_HOME=/folder/data."));
}

static bool find_libexec(struct home *h, struct fault *why)
{
	ssize_t length = readlink("/proc/self/exe", h->libexec, sizeof h->libexec - 1);
	if (length <= 0 || (size_t)length == sizeof h->libexec - 1) {
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Letak program tidak diketahui dari %1; pasang /proc dahulu."),
		                 "/proc/self/exe");
	}
	h->libexec[length] = '\0';
	*strrchr(h->libexec, '/') = '\0';
	return true;
}

static bool find_share(struct home *h, struct fault *why)
{
	static const char source[] = LOKET_SOURCE;
	static const char installed[] = LOKET_PREFIX "/share/loket";
	const char *share = env_text("LOKET_SHARE");
	if (share[0] == '\0') {
		bool from_build = text_starts(h->libexec, LOKET_SOURCE "/build/");
		bool only_source = !file_exists(LOKET_PREFIX "/share/loket/forms");
		bool has_source = file_exists(LOKET_SOURCE "/forms");
		share = has_source && (from_build || only_source) ? source : installed;
	}
	return place_set(h->share, sizeof h->share, share, "", why);
}

bool home_find(struct home *h, struct fault *why)
{
	h->trial = h->trial_file = NULL;
	return find_path(h, why) && find_libexec(h, why) && find_share(h, why);
}

const char *home_file(const struct home *h, const char *name, struct arena *a)
{
	return arena_print(a, "%s/%s", h->path, name);
}

const char *home_data(const struct home *h, const char *name, struct arena *a)
{
	const char *own = home_file(h, name, a);
	if (h->trial != NULL && strcmp(h->trial, name) == 0)
		return h->trial_file;
	return file_exists(own) ? own : arena_print(a, "%s/%s", h->share, name);
}
