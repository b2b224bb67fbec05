/* Wakeups: a datagram socket per listener in `home`/wakeup/.
 *
 * A socket's address holds 107 bytes and a home may lie deeper, so the folder is named by its
 * descriptor: "/proc/self/fd/N/name". */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "loket/sys.h"

#include "private.h"

static struct sockaddr_un address_in(int folder, const char *name)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	snprintf(at.sun_path, sizeof at.sun_path, "/proc/self/fd/%d/%.64s", folder, name);
	return at;
}

static int socket_new(void)
{
	return socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

/* Bound under a hidden name and renamed: a sender between the two halves of bind(2) would take the
 * new socket for a dead one. */
static bool bind_in(int fd, int folder, const char *name)
{
	char hidden[64];
	snprintf(hidden, sizeof hidden, ".%s", name);
	struct sockaddr_un at = address_in(folder, hidden);
	return bind(fd, (const struct sockaddr *)&at, sizeof at) == 0 &&
	       renameat(folder, hidden, folder, name) == 0;
}

/* A bound socket, or -1 and errno. */
static int listen_in(const char *folder, const char *name)
{
	int in = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (in < 0)
		return -1;
	int fd = socket_new();
	bool bound = fd >= 0 && bind_in(fd, in, name);
	int reason = errno;
	close(in);
	if (fd >= 0 && !bound) {
		close(fd);
		fd = -1;
	}
	errno = reason;
	return fd;
}

bool wakeup_open(struct wakeup *b, const struct home *h, struct fault *why)
{
	char folder[sizeof h->path + 8];
	snprintf(folder, sizeof folder, "%s/bell", h->path);
	struct id name = id_new();
	int length = snprintf(b->path, sizeof b->path, "%s/%s", folder, name.text);
	b->fd = -1;
	if (!folder_make(folder, why))
		return false;
	errno = ENAMETOOLONG;
	if (length < (int)sizeof b->path)
		b->fd = listen_in(folder, name.text);
	if (b->fd >= 0)
		return true;
	return fault_system(
	    why, N_("Soket isyarat di %1 tidak dapat dibuat: %2. Periksa hak akses foldernya."),
	    folder);
}

void wakeup_close(struct wakeup *b)
{
	if (b->fd < 0)
		return;
	unlink(b->path);
	close(b->fd);
	b->fd = -1;
}

void wakeup_clear(struct wakeup *b)
{
	char drop[8];
	while (recv(b->fd, drop, sizeof drop, MSG_DONTWAIT) >= 0 || errno == EINTR)
		;
}

void wakeup_send(const struct home *h)
{
	char folder[sizeof h->path + 8];
	snprintf(folder, sizeof folder, "%s/bell", h->path);
	DIR *d = opendir(folder);
	int fd = socket_new();
	for (struct dirent *e; d != NULL && fd >= 0 && (e = readdir(d)) != NULL;) {
		if (e->d_name[0] == '.')
			continue;
		struct sockaddr_un to = address_in(dirfd(d), e->d_name);
		/* EAGAIN: the listener has enough wakeups pending */
		if (sendto(fd, "!", 1, MSG_NOSIGNAL, (const struct sockaddr *)&to, sizeof to) < 0 &&
		    errno == ECONNREFUSED)
			unlinkat(dirfd(d), e->d_name, 0);
	}
	if (fd >= 0)
		close(fd);
	if (d != NULL)
		closedir(d);
}
