/* How long desks wait for each other: each is a process that writes a row now and then, through the
 * store's door, then into a bare SQLite file beside it (WAL, every commit synced, SQLite's own busy
 * handler). Prints for both the median, the 99.9th part and the longest, in milliseconds from
 * asking to the end of the commit.
 *
 *	desks HOME DESKS WRITES */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../../src/store/private.h"

enum { THINK_MOST = 40, PATIENT = 30000 }; /* milliseconds */

#define TABLE  "CREATE TABLE IF NOT EXISTS bench (row TEXT)"
#define INSERT "INSERT INTO bench VALUES (zeroblob(1000))"

static int64_t micros(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void must(bool good, const char *what)
{
	if (good)
		return;
	(void)fprintf(stderr, "desks: %s\n", what);
	exit(1);
}

static void run(sqlite3 *db, const char *sql)
{
	must(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, sqlite3_errmsg(db));
}

static sqlite3 *bare_open(const char *path)
{
	sqlite3 *db;
	must(sqlite3_open(path, &db) == SQLITE_OK, path);
	sqlite3_busy_timeout(db, PATIENT);
	run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
	return db;
}

static struct store *ours_open(const struct home *h)
{
	struct store *s;
	struct fault why;
	must(store_open(h, false, &s, &why), "the home");
	return s;
}

static void think(unsigned *seed)
{
	/* lint: L18 a clerk's time between two acts, not a wait for anything */
	usleep((useconds_t)(rand_r(seed) % THINK_MOST) * 1000);
}

/* One desk; its waits go to `out`. */
static void desk_ours(const struct home *h, unsigned seed, int writes, int64_t *out)
{
	struct fault why;
	struct store *s = ours_open(h);
	for (int i = 0; i < writes; i++) {
		think(&seed);
		int64_t at = micros();
		must(store_begin(s, &why), "begin");
		run(s->db, INSERT);
		must(store_commit(s, &why), "commit");
		out[i] = micros() - at;
	}
	store_close(&s);
}

static void desk_bare(const char *path, unsigned seed, int writes, int64_t *out)
{
	sqlite3 *db = bare_open(path);
	for (int i = 0; i < writes; i++) {
		think(&seed);
		int64_t at = micros();
		run(db, "BEGIN IMMEDIATE");
		run(db, INSERT);
		run(db, "COMMIT");
		out[i] = micros() - at;
	}
	sqlite3_close(db);
}

static int by_length(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static void tell(const char *name, int64_t *waits, size_t count)
{
	qsort(waits, count, sizeof *waits, by_length);
	printf("%-12s %8.1f %8.1f %8.1f\n", name, (double)waits[count / 2] / 1000,
	       (double)waits[count * 999 / 1000] / 1000, (double)waits[count - 1] / 1000);
}

int main(int argc, char **argv)
{
	must(argc == 4, "usage: desks HOME DESKS WRITES");
	char bare[4096];
	struct home h = { 0 };
	snprintf(h.path, sizeof h.path, "%s", argv[1]);
	int desks = atoi(argv[2]), writes = atoi(argv[3]);
	size_t count = (size_t)desks * (size_t)writes;
	int64_t *waits = mmap(NULL, count * sizeof *waits, PROT_READ | PROT_WRITE,
	                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	must(waits != MAP_FAILED, "memory");
	snprintf(bare, sizeof bare, "%s/bare.db", argv[1]);
	struct store *s = ours_open(&h);
	run(s->db, TABLE);
	store_close(&s);
	sqlite3 *db = bare_open(bare);
	run(db, TABLE);
	sqlite3_close(db);
	printf("%-12s %8s %8s %8s\n", "", "median", "99.9 %", "longest");
	for (int ours = 1; ours >= 0; ours--) {
		for (int i = 0; i < desks; i++) {
			int64_t *own = waits + (size_t)i * (size_t)writes;
			pid_t child = fork();
			must(child >= 0, "fork");
			if (child > 0)
				continue;
			if (ours)
				desk_ours(&h, (unsigned)i + 1, writes, own);
			else
				desk_bare(bare, (unsigned)i + 1, writes, own);
			_exit(0);
		}
		for (int status; wait(&status) > 0;)
			must(status == 0, "a desk");
		tell(ours ? "loket" : "bare SQLite", waits, count);
	}
	return 0;
}
