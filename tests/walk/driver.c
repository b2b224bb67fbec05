/* Runs one walk and speaks TAP: a line for each thing that must hold.
 * Usage: driver [-b BUILD] [-s COLUMNSxROWS] [-t TERM] [-c CLOCK] [-d SHARE] [-e LOG] FILE.walk
 * CLOCK: when it begins, e.g. 2026-11-25T02:41:00Z; SHARE: the folder with data/ and forms/.
 * -e: an ear listens (ear.c) and writes what it hears to LOG; six tests more, one for each thing it
 * must know at every key.
 * The first thing that does not hold ends the walk; the screen is then shown as text.
 * LOKET_WALK_KEEP=1 keeps the temporary folder and names it. */
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "walk.h"

struct options {
	const char *build, *term, *clock, *share, *ear, *file;
	int rows, columns;
};

static bool options_read(struct options *o, int argc, char **argv)
{
	char end;
	*o = (struct options){
		.build = "build/gcc",
		.term = "xterm-256color",
		.clock = "2026-11-25T02:41:00Z", /* a Wednesday, 9.41 WIB */
		.rows = 24,
		.columns = 80,
	};
	for (int c; (c = getopt(argc, argv, "b:c:d:e:s:t:")) != -1;) {
		if (c == 'b')
			o->build = optarg;
		else if (c == 't')
			o->term = optarg;
		else if (c == 'c')
			setenv("BEGINS", o->clock = optarg, 1);
		else if (c == 'd')
			o->share = optarg;
		else if (c == 'e')
			o->ear = optarg;
		else if (c != 's' || sscanf(optarg, "%dx%d%c", &o->columns, &o->rows, &end) != 2)
			return false;
	}
	o->file = argv[optind];
	return o->file && o->rows > 0 && o->rows <= ROWS_MAX && o->columns > 0 &&
	       o->columns <= COLUMNS_MAX;
}

/* A world of its own: empty home, plain locale, our programs first on PATH. */
static void surroundings(struct walk *w, const struct options *o)
{
	static const char *const away[] = { "NO_COLOR",    "LANGUAGE",      "LC_ALL",
		                            "LC_MESSAGES", "XDG_DATA_HOME", "LOKET_PASSWORD_FILE",
		                            "LOKET_SHARE", "COLORTERM" };
	char path[PATH_MAX + 200], absolute[PATH_MAX];
	snprintf(w->folder, sizeof w->folder, "%s/loket-walk.XXXXXX",
	         getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	if (!mkdtemp(w->folder) || !realpath(o->build, absolute)) {
		perror(o->build);
		exit(3);
	}
	for (size_t i = 0; i < sizeof away / sizeof *away; i++)
		unsetenv(away[i]);
	if (o->share)
		setenv("LOKET_SHARE", o->share, 1);
	setenv("LANG", "C.UTF-8", 1);
	setenv("LOKET_F10_WAIT", "0", 1);
	setenv("WALK", w->folder, 1);
	setenv("HOME", w->folder, 1);
	snprintf(path, sizeof path, "%s/home", w->folder);
	setenv("LOKET_HOME", path, 1);
	snprintf(path, sizeof path, "%s:%s", absolute, getenv("PATH"));
	setenv("PATH", path, 1);
	char known[PATH_MAX];
	if (realpath("tests/walk/lsan.supp", known)) {
		snprintf(path, sizeof path, "suppressions=%s:print_suppressions=0", known);
		setenv("LSAN_OPTIONS", path, 1);
	}
	snprintf(path, sizeof path, "%s/password", w->folder);
	FILE *secret = fopen(path, "w");
	if (secret) {
		fputs("loket\n", secret);
		fclose(secret);
		chmod(path, 0600);
		setenv("LOKET_PASSWORD_FILE", path, 1);
	}
	names_set(&w->names, "WALK", w->folder);
}

/* One line; false: it did not hold. */
static bool line_run(struct walk *w, const char *line, int number, int *tests)
{
	w->why[0] = '\0';
	const char *wrong = words_split(line, &w->names, &w->words);
	if (w->words.count == 0 && !wrong)
		return true;
	const struct verb *verb = wrong ? NULL : verb_find(w->words.text[0]);
	w->tally.was_settled = w->tally.settled;
	w->tally.settled = false;
	bool good = verb && verb->run(w);
	if (good && !verb->checks)
		return true;
	printf("%sok %d - line %d: %.*s\n", good ? "" : "not ", ++*tests, number,
	       (int)strcspn(line, "\n"), line);
	if (good)
		return true;
	printf("# %s\n", wrong ? wrong : verb ? w->why : "no such word; see tests/walk/README");
	picture_take(w->term.now, &w->term);
	picture_print(w->term.now);
	return false;
}

static void sweep(const struct walk *w)
{
	char command[400];
	if (getenv("LOKET_WALK_KEEP")) {
		printf("# kept: %s\n", w->folder);
		return;
	}
	snprintf(command, sizeof command, "rm -rf '%s'", w->folder);
	if (system(command) != 0)
		printf("# not removed: %s\n", w->folder);
}

int main(int argc, char **argv)
{
	static struct walk walk = { .tally = { .patience = 10000 } };
	struct options o;
	char line[WORD_BYTES];
	int number = 0, tests = 0;
	bool good = true;
	setlocale(LC_ALL, "C.UTF-8");
	signal(SIGPIPE, SIG_IGN);
	if (!options_read(&o, argc, argv) || !clock_begin(o.clock)) {
		fprintf(stderr, "usage: driver [-b BUILD] [-s COLUMNSxROWS] [-t TERM] [-c CLOCK] "
		                "[-d SHARE] [-e LOG] FILE.walk\n");
		return 2;
	}
	FILE *in = fopen(o.file, "r");
	if (!in || !keys_open(o.term)) {
		perror(o.file);
		return 3;
	}
	surroundings(&walk, &o);
	term_open(&walk.term, o.rows, o.columns, o.term);
	walk.term.patience = walk.tally.patience;
	if (o.ear)
		walk.term.ear = ear_open(o.ear);
	printf("# %s at %dx%d, %s, %s\n", o.file, o.columns, o.rows, o.term, o.build);
	while (good && fgets(line, sizeof line, in)) {
		good = line_run(&walk, line, ++number, &tests);
		fflush(stdout);
	}
	fclose(in);
	if (walk.term.ear) {
		tests = ear_close(walk.term.ear, tests);
		good = good && walk.term.ear->missed == 0;
	}
	term_close(&walk.term);
	free(walk.output);
	sweep(&walk);
	printf("1..%d\n", tests);
	return !good;
}
