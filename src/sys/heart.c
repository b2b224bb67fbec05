/* Does the worker of a home live, and does it move? It holds the lock loketd.lock as long as it
 * lives, and writes into that file every two seconds. The file is never synced: a beat costs the
 * disk nothing that anybody waits for. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "loket/sys.h"

enum {
	BEAT_MS = 2000,
	LATE_MS = 8000,
	ROOM = 128,       /* bytes of the file */
	PATIENCE_MS = 200 /* for who only looks, a moment each */
};

static const char *path_of(const struct home *h, struct arena *a)
{
	return home_file(h, "loketd.lock", a);
}

bool heart_begin(const struct home *h, struct heart *out, struct fault *why)
{
	struct arena a = arena_start(64 * KIB);
	const char *path = path_of(h, &a);
	*out = (struct heart){ .fd = -1, .pid = getpid(), .since = clock_now() };
	bool good = lock_open(path, &out->fd, why);
	if (good && !lock_within(out->fd, PATIENCE_MS))
		good = fault_set(why, FAULT_OUTSIDE,
		                 N_("loketd sudah berjalan untuk folder data ini (%1)"), path);
	arena_drop(&a);
	if (good)
		heart_beat(out);
	return good;
}

void heart_beat(struct heart *h)
{
	char line[ROOM];
	int64_t now = clock_steady();
	if (h->beat != 0 && now < h->beat + BEAT_MS)
		return;
	h->beat = now;
	int length = snprintf(line, sizeof line, "%ld %lld %lld %d", (long)h->pid,
	                      (long long)h->since, (long long)h->beat, h->deaf);
	memset(line + length, '\n', sizeof line - (size_t)length);
	ssize_t written = pwrite(h->fd, line, sizeof line, 0);
	(void)written; /* on a full disk it looks as if it hung */
}

void heart_end(struct heart *h)
{
	if (h->fd >= 0)
		lock_close(h->fd);
	h->fd = -1;
}

/* The lock is tried, and let go at once where nobody holds it. */
static bool is_held(int fd)
{
	int got;
	do {
		got = flock(fd, LOCK_SH | LOCK_NB);
	} while (got != 0 && errno == EINTR);
	if (got == 0)
		flock(fd, LOCK_UN);
	return got != 0 && errno == EWOULDBLOCK;
}

enum heart_state heart_look(const struct home *h, struct heart *out)
{
	struct arena a = arena_start(64 * KIB);
	char line[ROOM + 1] = "", *at = line;
	int fd = open(path_of(h, &a), O_RDONLY | O_CLOEXEC);
	arena_drop(&a);
	*out = (struct heart){ .fd = -1, .since = INSTANT_NONE };
	if (fd < 0)
		return HEART_STILL;
	bool held = is_held(fd);
	ssize_t got = pread(fd, line, ROOM, 0);
	close(fd);
	if (!held)
		return HEART_STILL;
	line[got > 0 ? got : 0] = '\0';
	if (line[0] == '\0') /* it has only just taken the lock */
		return HEART_BEATS;
	out->pid = (pid_t)strtol(at, &at, 10);
	out->since = strtoll(at, &at, 10);
	out->beat = strtoll(at, &at, 10);
	out->deaf = strtol(at, &at, 10) != 0;
	return clock_steady() > out->beat + LATE_MS ? HEART_HANGS : HEART_BEATS;
}
