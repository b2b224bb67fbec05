/* Where things lie: the data home, the shared files, the running program; and the environment. */
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loket/list.h"
#include "loket/sys.h"
#include "loket/text.h"

#include "private.h"

const char *env_text(const char *name)
{
	const char *value = getenv(name);
	return value == NULL ? "" : value;
}

/* sudo says who called it, and lets nobody else say it. Whoever may set the environment of the
 * home's owner without sudo may read its files anyway. */
bool unix_by_sudo(unsigned *caller)
{
	long long number = 0;
	if (!text_number(env_text("SUDO_UID"), 0, UINT_MAX, &number))
		return false;
	*caller = (unsigned)number;
	return true;
}

const char *unix_account(struct arena *a)
{
	unsigned person = getuid();
	(void)unix_by_sudo(&person);
	return unix_account_of(person, a);
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

/* Where a court's home lies once Loket is installed; who only tries it has none there. */
#define STATE "/var/lib/loket"

static bool place_set(char *out, size_t capacity, const char *folder, const char *rest,
                      struct fault *why)
{
	if (snprintf(out, capacity, "%s%s", folder, rest) < (int)capacity)
		return true;
	return fault_set(
	    why, FAULT_MISUSE,
	    N_("Nama folder %1 terlalu panjang; pakai folder yang lebih dekat ke akar."), folder);
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

/* A program in TREE/build/ takes forms/ and data/ of TREE; one in PREFIX/bin or PREFIX/sbin those
 * that were installed with it. */
static bool find_share(struct home *h, struct fault *why)
{
	char tree[sizeof h->libexec], rooms[sizeof h->libexec + 16];
	snprintf(tree, sizeof tree, "%s", h->libexec);
	char *build = strstr(tree, "/build/");
	for (char *next = build; next != NULL; next = strstr(next + 1, "/build/"))
		build = next;
	if (build != NULL)
		*build = '\0';
	snprintf(rooms, sizeof rooms, "%s/src/ROOMS", tree);
	h->built = build != NULL && file_exists(rooms);
	if (h->built)
		return place_set(h->share, sizeof h->share, tree, "", why);
	char *last = strrchr(tree, '/');
	if (build == NULL && last != NULL)
		*last = '\0';
	return place_set(h->share, sizeof h->share, build == NULL ? tree : h->libexec,
	                 "/share/loket", why);
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
	if (!h->built && file_exists(STATE))
		return place_set(h->path, sizeof h->path, STATE, "/home", why);
	const char *data = env_text("XDG_DATA_HOME");
	if (data[0] == '/') /* the XDG rule: a relative one is to be ignored */
		return place_set(h->path, sizeof h->path, data, "/loket", why);
	const char *user = env_text("HOME");
	if (user[0] != '\0')
		return place_set(h->path, sizeof h->path, user, "/.local/share/loket", why);
	return fault_set(why, FAULT_MISUSE,
	                 N_("Folder data tidak diketahui; tunjuk dengan LOKET_HOME=/folder/data."));
}

/* Who chooses forms and data chooses the rights, so in a court's home the environment does not. */
static bool choose_share(struct home *h, struct fault *why)
{
	const char *share = env_text("LOKET_SHARE");
	return share[0] == '\0' || (!h->built && !home_is_sample(h)) ||
	       place_set(h->share, sizeof h->share, share, "", why);
}

bool home_find(struct home *h, struct fault *why)
{
	h->trial = h->trial_file = NULL;
	return find_libexec(h, why) && find_share(h, why) && find_path(h, why) &&
	       choose_share(h, why);
}

void home_hand_on(const char *path)
{
	setenv("LOKET_HOME", path, 1);
}

bool home_is_sample(const struct home *h)
{
	char mark[PATH_MAX];
	return snprintf(mark, sizeof mark, "%s/" HOME_MARK, h->path) < PATH_MAX &&
	       file_exists(mark);
}

const char *home_program(const struct home *h, const char *name, struct arena *a)
{
	static const char *const places[] = { "", "/../sbin", "/../bin" };
	for (size_t i = 0; i < COUNT_OF(places); i++) {
		const char *path = arena_print(a, "%s%s/%s", h->libexec, places[i], name);
		if (file_exists(path))
			return path;
	}
	return arena_print(a, "%s/%s", h->libexec, name);
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
