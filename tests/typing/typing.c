/* A hand that types at random: sessions of keys at the desk, with Esc, Alt, pastes, windows that
 * change their size, kill -9, a line that breaks, a disk that is full, a lock that is held.
 * Usage: typing [-b BUILD] [-n SESSIONS] [-k KEYS] [-r SEED]
 *
 * The desk must never end by itself but with 0. What was typed into a field that was then left must
 * be found in a draft or a fill (while nothing can be written: when it can again), also after each
 * of those mishaps; and what was wiped out afterwards must come back with Ctrl-_.
 * Prints a line for each session; the first that fails is shown with its seed, its keys and the
 * screen. LOKET_TYPING_SESSIONS stands for -n. */
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "../walk/walk.h"

enum { TEXT_BYTES = 16, LOG_BYTES = 1 << 16, PATIENCE = 15000, LEFT_WITHIN = 8000, UNDO_MOST = 12 };

struct typing {
	struct console term;
	struct focus focus;
	char folder[256], path[300], log[LOG_BYTES], why[400];
	uint64_t seed;
	sqlite3 *db;
	int lock;          /* held: a descriptor, else -1 */
	bool full, failed; /* the disk is full */
	long texts, keys, left, mishaps, undone, starts;
	char text[TEXT_BYTES];
};

/* ---- chance: the same for the same seed ---- */

static unsigned below(struct typing *t, unsigned n)
{
	t->seed = t->seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(t->seed >> 33) % n;
}

static bool one_in(struct typing *t, unsigned n)
{
	return below(t, n) == 0;
}

/* ---- telling ---- */

__attribute__((format(printf, 2, 3))) static void note(struct typing *t, const char *format, ...)
{
	va_list more;
	size_t used = strlen(t->log);
	if (used > LOG_BYTES - 200)
		return;
	va_start(more, format);
	vsnprintf(t->log + used, LOG_BYTES - used, format, more);
	va_end(more);
}

__attribute__((format(printf, 2, 3))) static bool wrong(struct typing *t, const char *format, ...)
{
	va_list more;
	if (!t->failed) {
		va_start(more, format);
		vsnprintf(t->why, sizeof t->why, format, more);
		va_end(more);
	}
	t->failed = true;
	return false;
}

static long now_ms(void)
{
	struct timespec at;
	clock_gettime(CLOCK_MONOTONIC, &at);
	return at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/* ---- the desk ---- */

static bool writable(const struct typing *t)
{
	return !t->full && t->lock < 0;
}

/* The desk has taken and drawn all keys so far: twice Ctrl-L, because it may clear its screen by
 * itself. */
static bool settle(struct typing *t)
{
	bool answered = term_fence(&t->term, PATIENCE);
	picture_take(t->term.now, &t->term);
	return answered || t->term.ended || wrong(t, "the desk does not answer any more");
}

static bool shows(struct typing *t, const char *text)
{
	long end = now_ms() + PATIENCE;
	while (!t->term.ended && now_ms() < end) {
		while (term_listen(&t->term, 0))
			;
		picture_take(t->term.now, &t->term);
		if (picture_has(t->term.now, text))
			return true;
		term_listen(&t->term, 50);
	}
	return wrong(t, "\"%s\" does not show", text);
}

static void limit(struct typing *t, bool full)
{
	struct rlimit size = { full ? 1 : RLIM_INFINITY, RLIM_INFINITY };
	t->full = full;
	if (t->term.pid > 0)
		prlimit(t->term.pid, RLIMIT_FSIZE, &size, NULL);
}

static void hold(struct typing *t, bool held)
{
	char path[400];
	if (held == (t->lock >= 0))
		return;
	if (!held) {
		close(t->lock);
		t->lock = -1;
		return;
	}
	snprintf(path, sizeof path, "%s/home/loket.lock", t->folder);
	t->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (t->lock >= 0 && flock(t->lock, LOCK_EX) != 0)
		hold(t, false);
}

static void run_sql(struct typing *t, const char *sql)
{
	if (sqlite3_exec(t->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		(void)wrong(t, "%s: %s", sql, sqlite3_errmsg(t->db));
}

/* At the Beranda, logged in. */
static bool start(struct typing *t)
{
	hold(t, false);
	t->full = false;
	t->starts++;
	term_resize(&t->term, 24, 80);
	run_sql(t, "DELETE FROM login_try");
	term_start(&t->term, "trap '' XFSZ; exec loket");
	if (!shows(t, "Kata sandi"))
		return false;
	term_write(&t->term, "sari\tloket\r", 11);
	return shows(t, "Langkah");
}

/* It may end by its own will only with 0; then another is started. */
static bool alive(struct typing *t)
{
	if (!t->term.ended)
		return true;
	if (t->term.code != 0)
		return wrong(t, "the desk ended with %d", t->term.code);
	term_end(&t->term, SIGHUP);
	return start(t);
}

/* ---- what is kept ---- */

static bool kept(struct typing *t)
{
	static const char sql[] = "SELECT (SELECT count(*) FROM draft WHERE body LIKE ?1) + "
	                          "(SELECT count(*) FROM fill WHERE body LIKE ?1)";
	char like[TEXT_BYTES + 4];
	sqlite3_stmt *q;
	snprintf(like, sizeof like, "%%%s%%", t->text);
	bool found = sqlite3_prepare_v2(t->db, sql, -1, &q, NULL) == SQLITE_OK &&
	             sqlite3_bind_text(q, 1, like, -1, SQLITE_STATIC) == SQLITE_OK &&
	             sqlite3_step(q) == SQLITE_ROW && sqlite3_column_int(q, 0) > 0;
	sqlite3_finalize(q);
	return found;
}

static bool kept_soon(struct typing *t, int milliseconds)
{
	long end = now_ms() + milliseconds;
	while (!kept(t)) {
		if (now_ms() > end)
			return false;
		if (t->term.ended || !term_listen(&t->term, 20))
			poll(NULL, 0, 20);
	}
	return true;
}

/* ---- keys ---- */

static void press(struct typing *t, const char *key)
{
	note(t, "%s ", key);
	term_key(&t->term, key);
	t->keys++;
	while (term_listen(&t->term, 0))
		;
}

static void press_any(struct typing *t)
{
	static const char *const keys[] = {
		"Tab",    "Tab",       "Tab",    "Shift-Tab", "Down",   "Down",   "Up",
		"Enter",  "Enter",     "Left",   "Right",     "Home",   "End",    "PgUp",
		"PgDn",   "Backspace", "Delete", "Esc",       "F1",     "F2",     "F3",
		"F4",     "F4",        "F5",     "F6",        "F6",     "F7",     "F8",
		"F9",     "F10",       "F10",    "Space",     "Insert", "Ctrl-A", "Ctrl-B",
		"Ctrl-C", "Ctrl-D",    "Ctrl-E", "Ctrl-F",    "Ctrl-G", "Ctrl-K", "Ctrl-N",
		"Ctrl-P", "Ctrl-R",    "Ctrl-T", "Ctrl-U",    "Ctrl-W", "Ctrl-X", "Ctrl-Y",
		"Ctrl-_", "Alt-b",     "Alt-f",  "Alt-d",     "Alt-x",  "Alt-3",  "/",
		"?",      "1",         "2",      "9",         "0",      "y",      "t",
		"é",      "ʿ",         "王",     "k",         "-",      "+",      ".",
	};
	press(t, keys[below(t, sizeof keys / sizeof *keys)]);
}

static void type(struct typing *t, const char *text)
{
	note(t, "\"%s\" ", text);
	term_write(&t->term, text, strlen(text));
	t->keys += (long)strlen(text);
}

static void new_text(struct typing *t)
{
	long n = ++t->texts;
	snprintf(t->text, sizeof t->text, "zq");
	for (int i = 2; i < 8; i++, n /= 20)
		t->text[i] = "bcdfghjklmnprstvwxyz"[n % 20];
	t->text[8] = '\0';
}

static void paste_any(struct typing *t)
{
	static char long_text[20000];
	static const char *const texts[] = {
		"Jalan Melati 4\nRT 3",
		"3175016505850931",
		"\033[200~ \033]0;x\a",
		"ﷺ e\xcc\x81 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
	};
	if (one_in(t, 6)) {
		for (size_t i = 0; i + 1 < sizeof long_text; i++)
			long_text[i] = i % 71 == 70 ? '\n' : i % 7 == 6 ? ' ' : 'a';
		note(t, "paste(%zu) ", sizeof long_text - 1);
		term_paste(&t->term, long_text);
	} else {
		note(t, "paste ");
		term_paste(&t->term, texts[below(t, sizeof texts / sizeof *texts)]);
	}
	t->keys++;
}

static void resize_any(struct typing *t)
{
	static const int sizes[][2] = { { 24, 80 }, { 50, 200 }, { 24, 80 }, { 23, 79 },
		                        { 1, 1 },   { 12, 40 },  { 40, 120 } };
	const int *size = sizes[below(t, sizeof sizes / sizeof *sizes)];
	note(t, "%dx%d ", size[1], size[0]);
	term_resize(&t->term, size[0], size[1]);
}

/* ---- mishaps: what was kept must still be ---- */

static bool killed(struct typing *t, int signal)
{
	note(t, "kill-%d ", signal);
	hold(t, false);
	limit(t, false);
	term_end(&t->term, signal);
	return start(t);
}

static bool mishap(struct typing *t)
{
	t->mishaps++;
	switch (below(t, 7)) {
	case 0:
		return killed(t, SIGKILL);
	case 1:
		return killed(t, SIGHUP);
	case 2:
		press(t, "Esc");
		press(t, "Esc");
		return settle(t) && alive(t);
	case 3:
		resize_any(t);
		resize_any(t);
		term_resize(&t->term, 24, 80);
		return settle(t) && alive(t);
	case 4:
		press(t, "F3");
		press(t, "F3");
		return settle(t) && alive(t);
	case 5:
		note(t, "full=%d ", !t->full);
		limit(t, !t->full);
		return true;
	default:
		note(t, "locked=%d ", t->lock < 0);
		hold(t, t->lock < 0);
		return true;
	}
}

/* ---- a text, and what must become of it ---- */

/* A form that is being filled in, with the text in the line of the cursor; what is typed to find a
 * choice is none. */
static bool in_form(const struct typing *t)
{
	const struct picture *p = t->term.now;
	return p->cursor_row < p->rows && picture_has(p, "F10 selesai") &&
	       strcasestr(p->text[p->cursor_row], t->text) != NULL &&
	       strstr(p->text[p->cursor_row], "▾") == NULL;
}

static bool on_screen(const struct typing *t)
{
	for (int row = 0; row < t->term.now->rows; row++)
		if (strcasestr(t->term.now->text[row], t->text) != NULL)
			return true;
	return false;
}

/* Wiped out and left again, it comes back with Ctrl-_, as often as it takes. */
static bool comes_back(struct typing *t)
{
	press(t, "Shift-Tab");
	if (!settle(t) || t->term.ended || !in_form(t))
		return true;
	press(t, "Ctrl-U");
	press(t, "Tab");
	if (!settle(t) || on_screen(t))
		return !t->failed;
	for (int i = 0; i < UNDO_MOST; i++) {
		press(t, "Ctrl-_");
		if (!settle(t))
			return false;
		if (on_screen(t)) {
			t->undone++;
			return true;
		}
	}
	return wrong(t, "\"%s\" was wiped out and Ctrl-_ does not bring it back", t->text);
}

static bool must_be_kept(struct typing *t, const char *after)
{
	t->left++;
	if (!writable(t)) {
		if (one_in(t, 2))
			press(t, "Esc");
		note(t, "free ");
		limit(t, false);
		hold(t, false);
	}
	return kept_soon(t, LEFT_WITHIN) ||
	       wrong(t, "\"%s\" was typed and left (%s), and stands in no draft and no fill",
	             t->text, after);
}

/* A list has no such choice: the desk says so in a sentence that begins with what was typed. */
static bool is_told(const struct typing *t)
{
	for (int row = 0; row < t->term.now->rows; row++) {
		const char *line = t->term.now->text[row];
		if (strncmp(line + strspn(line, " "), "“", strlen("“")) == 0)
			return true;
	}
	return false;
}

static bool text(struct typing *t)
{
	static const char *const ways[] = { "Tab",       "Tab", "Tab", "Down",
		                            "Shift-Tab", "Up",  "Esc", "F10" };
	const char *way = ways[below(t, sizeof ways / sizeof *ways)];
	new_text(t);
	type(t, t->text);
	if (!settle(t) || t->term.ended || !in_form(t))
		return !t->failed;
	struct focus before = { 0 }, now = { 0 };
	(void)focus_find(t->term.now, &before);
	press(t, way);
	if (!settle(t) || t->term.ended)
		return !t->failed;
	bool gone = !picture_has(t->term.now, "F10 selesai") && strcmp(way, "Esc") == 0;
	bool moved = gone ||
	             (focus_find(t->term.now, &now) && strcmp(before.label, now.label) != 0);
	if (!moved || (!gone && (!on_screen(t) || is_told(t))))
		return true;
	if (!must_be_kept(t, way) || gone)
		return !t->failed;
	if (one_in(t, 3) && strcmp(way, "Tab") == 0)
		return comes_back(t);
	return !one_in(t, 3) || !mishap(t) || t->failed ? !t->failed : must_be_kept(t, "mishap");
}

/* ---- sessions ---- */

static bool home(struct typing *t)
{
	char command[800];
	snprintf(command, sizeof command, "rm -rf '%s/home'; tests/home %s >/dev/null", t->folder,
	         one_in(t, 2) ? "sample" : "people");
	if (system(command) != 0)
		return wrong(t, "tests/home people");
	snprintf(t->path, sizeof t->path, "%s/home/loket.db", t->folder);
	if (sqlite3_open(t->path, &t->db) != SQLITE_OK)
		return wrong(t, "%s does not open", t->path);
	sqlite3_busy_timeout(t->db, PATIENCE);
	return true;
}

/* Back to a form: a new one, one left as a draft, or one of the filings. */
static bool go_on(struct typing *t)
{
	term_resize(&t->term, 24, 80);
	for (int i = 0; i < 3; i++)
		press(t, "Esc");
	if (!settle(t) || t->term.ended)
		return !t->failed;
	if (picture_has(t->term.now, "Kata sandi"))
		return killed(t, SIGHUP);
	for (unsigned down = below(t, 6); down > 0; down--)
		press(t, "Down");
	static const char *const doors[] = { "F6", "F6", "F5", "Enter" };
	press(t, doors[below(t, 4)]);
	press(t, "Enter");
	for (unsigned fields = below(t, 12); fields > 0; fields--)
		press(t, "Tab");
	return true;
}

static bool one_thing(struct typing *t)
{
	unsigned what = below(t, 100);
	if (what < 25)
		return text(t);
	if (what < 27)
		paste_any(t);
	else if (what < 29)
		resize_any(t);
	else if (what < 30)
		return mishap(t);
	else
		press_any(t);
	while (term_listen(&t->term, 0))
		;
	if (one_in(t, 12) && !settle(t))
		return false;
	if (!writable(t) && one_in(t, 20)) {
		note(t, "free ");
		limit(t, false);
		hold(t, false);
	}
	return !one_in(t, 15) || go_on(t) ? alive(t) : false;
}

static bool session(struct typing *t, uint64_t seed, long keys)
{
	t->seed = seed;
	t->log[0] = '\0';
	long end = t->keys + keys;
	term_resize(&t->term, 24, 80);
	if (!home(t) || !start(t))
		return false;
	press(t, "F6");
	while (t->keys < end && one_thing(t))
		;
	hold(t, false);
	limit(t, false);
	if (!t->failed && !t->term.ended) {
		term_end(&t->term, SIGHUP);
		if (t->term.code != 0 && t->term.code != 128 + SIGHUP)
			(void)wrong(t, "the desk ended with %d", t->term.code);
	}
	sqlite3_close(t->db);
	return !t->failed;
}

/* A world of its own: plain locale, our programs first on PATH. */
static bool surroundings(struct typing *t, const char *build)
{
	char path[9000], absolute[4096];
	snprintf(t->folder, sizeof t->folder, "%s/loket-typing.XXXXXX",
	         getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	if (!mkdtemp(t->folder) || !realpath(build, absolute))
		return false;
	setenv("LANG", "C.UTF-8", 1);
	unsetenv("LC_ALL");
	unsetenv("LANGUAGE");
	setenv("HOME", t->folder, 1);
	snprintf(path, sizeof path, "%s/home", t->folder);
	setenv("LOKET_HOME", path, 1);
	snprintf(path, sizeof path, "%s:%s", absolute, getenv("PATH"));
	setenv("PATH", path, 1);
	if (realpath("tests/walk/lsan.supp", absolute)) {
		snprintf(path, sizeof path, "suppressions=%s:print_suppressions=0", absolute);
		setenv("LSAN_OPTIONS", path, 1);
	}
	return true;
}

int main(int argc, char **argv)
{
	static struct typing t = { .lock = -1 };
	const char *build = "build/gcc-asan", *many = getenv("LOKET_TYPING_SESSIONS");
	long sessions = many ? strtol(many, NULL, 10) : 20, keys = 500;
	uint64_t seed = (uint64_t)time(NULL) * 1000;
	for (int c; (c = getopt(argc, argv, "b:k:n:r:")) != -1;) {
		if (c == 'b')
			build = optarg;
		else if (c == 'k')
			keys = strtol(optarg, NULL, 10);
		else if (c == 'n')
			sessions = strtol(optarg, NULL, 10);
		else if (c == 'r')
			seed = strtoull(optarg, NULL, 10);
		else
			return 2;
	}
	setlocale(LC_ALL, "C.UTF-8");
	signal(SIGPIPE, SIG_IGN);
	if (!surroundings(&t, build) || !clock_begin("2026-11-25T02:41:00Z") || !keys_open("linux"))
		return 3;
	term_open(&t.term, 24, 80, "linux");
	for (long i = 0; i < sessions && !t.failed; i++, seed++) {
		bool good = session(&t, seed, keys);
		printf("%sok %ld - seed %llu\n", good ? "" : "not ", i + 1,
		       (unsigned long long)seed);
		if (!good) {
			printf("# %s\n# %s\n", t.why, t.log);
			picture_take(t.term.now, &t.term);
			picture_print(t.term.now);
			printf("# kept: %s\n", t.folder);
		}
		fflush(stdout);
	}
	printf(
	    "# %ld keys, %ld starts, %ld texts left and found, %ld mishaps, %ld brought back\n1..%ld\n",
	    t.keys, t.starts, t.left, t.mishaps, t.undone, sessions);
	char command[400];
	snprintf(command, sizeof command, "rm -rf '%s'", t.folder);
	return (t.failed || system(command) != 0);
}
