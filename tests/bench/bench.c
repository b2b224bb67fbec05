/* Measures a program from outside, through a terminal: what a person waits for, and what it costs.
 *
 *	bench [-r RUNS] [-s 80x24] NAME COMMAND STEP…
 *	STEP: see:TEXT          waits until TEXT stands on the screen (complete by content, not by
 *silence) start:LABEL       gives time, processor time and bytes since the start send:BYTES presses
 *without measuring; \e \t \r as in C; {Down} names a key key:LABEL:N:BYTES presses N times, each
 *until quiet; gives the mean of one rest:LABEL        resident and private memory, after half a
 *second without a key
 *
 * Prints NAME, label, milliseconds, processor microseconds, bytes (or KB) as columns; medians of
 *RUNS. */
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../walk/walk.h"

enum { LABELS = 24, RUNS = 64, QUIET_MS = 15, LONGEST_MS = 10000 };

struct figure {
	char label[48];
	int count;
	double ms[RUNS], cpu[RUNS], bytes[RUNS];
};
struct bench {
	struct console console;
	struct figure figures[LABELS];
	int labels;
	double started; /* ms */
};

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Microseconds on a processor so far. */
static double cpu_us(pid_t pid)
{
	char path[64];
	double ns = 0;
	snprintf(path, sizeof path, "/proc/%d/schedstat", (int)pid);
	FILE *in = fopen(path, "r");
	if (!in)
		return 0;
	if (fscanf(in, "%lf", &ns) != 1)
		ns = 0;
	fclose(in);
	return ns / 1e3;
}

/* "Rss:" or "Private_Dirty:", the part that no other process shares. */
static double memory_kb(pid_t pid, const char *what)
{
	char path[64], line[200];
	double kb = 0;
	snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
	FILE *in = fopen(path, "r");
	while (in && fgets(line, sizeof line, in))
		if (strncmp(line, what, strlen(what)) == 0)
			kb = strtod(line + strlen(what), NULL);
	if (in)
		fclose(in);
	return kb;
}

static void note(struct bench *b, const char *label, double ms, double cpu, double bytes)
{
	int i = 0;
	while (i < b->labels && strcmp(b->figures[i].label, label) != 0)
		i++;
	if (i == LABELS)
		return;
	struct figure *f = &b->figures[i];
	if (i == b->labels) {
		b->labels++;
		text_copy(f->label, sizeof f->label, label);
	}
	if (f->count < RUNS) {
		f->ms[f->count] = ms;
		f->cpu[f->count] = cpu;
		f->bytes[f->count++] = bytes;
	}
}

static bool see(struct bench *b, const char *text)
{
	double end = now_ms() + LONGEST_MS;
	for (;;) {
		picture_take(b->console.now, &b->console);
		if (picture_has(b->console.now, text))
			return true;
		if (b->console.ended || now_ms() > end)
			break;
		term_listen(&b->console, 100);
	}
	fprintf(stderr, "bench: \"%s\" did not come\n", text);
	picture_print(b->console.now);
	return false;
}

/* \e \t \r and {Key} to the bytes of the terminal. */
static size_t bytes_of(const char *s, char *out, size_t capacity)
{
	size_t used = 0;
	while (*s && used + 16 < capacity) {
		char name[24];
		int length;
		if (sscanf(s, "{%20[^}]}%n", name, &length) == 1) {
			used += key_bytes(name, out + used, capacity - used);
			s += length;
		} else if (s[0] == '\\' && s[1]) {
			out[used++] = s[1] == 'e'   ? '\033'
			              : s[1] == 't' ? '\t'
			              : s[1] == 'r' ? '\r'
			                            : s[1];
			s += 2;
		} else {
			out[used++] = *s++;
		}
	}
	return used;
}

/* Until nothing came for QUIET_MS; gives when the last byte came. */
static double until_quiet(struct bench *b)
{
	double last = now_ms();
	while (term_listen(&b->console, QUIET_MS))
		last = now_ms();
	return last;
}

static void press(struct bench *b, const char *label, long times, const char *keys)
{
	char bytes[512];
	size_t length = bytes_of(keys, bytes, sizeof bytes);
	double ms = 0;
	until_quiet(b);
	double cpu = cpu_us(b->console.pid);
	long received = b->console.received;
	for (long i = 0; i < times; i++) {
		double before = now_ms();
		term_write(&b->console, bytes, length);
		term_listen(&b->console, 300);
		double last = until_quiet(b);
		ms += last > before ? last - before : 0;
	}
	note(b, label, ms / (double)times, (cpu_us(b->console.pid) - cpu) / (double)times,
	     (double)(b->console.received - received) / (double)times);
}

static bool step(struct bench *b, const char *s)
{
	char label[48], bytes[512];
	long times;
	int at = 0;
	if (strncmp(s, "see:", 4) == 0)
		return see(b, s + 4);
	if (strncmp(s, "start:", 6) == 0)
		note(b, s + 6, now_ms() - b->started, cpu_us(b->console.pid),
		     (double)b->console.received);
	else if (strncmp(s, "send:", 5) == 0)
		term_write(&b->console, bytes, bytes_of(s + 5, bytes, sizeof bytes));
	else if (sscanf(s, "key:%47[^:]:%ld:%n", label, &times, &at) == 2 && at > 0)
		press(b, label, times, s + at);
	else if (strncmp(s, "rest:", 5) == 0) {
		until_quiet(b);
		poll(NULL, 0, 500);
		note(b, s + 5, 0, 0, memory_kb(b->console.pid, "Rss:"));
		note(b, "private", 0, 0, memory_kb(b->console.pid, "Private_Dirty:"));
	} else {
		fprintf(stderr, "bench: what is %s?\n", s);
		return false;
	}
	return true;
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof *v, by_size);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

int main(int argc, char **argv)
{
	static struct bench b;
	int runs = 5, rows = 24, columns = 80;
	const char *term = "xterm-256color";
	setlocale(LC_ALL, "C.UTF-8");
	for (int c; (c = getopt(argc, argv, "+r:s:")) != -1;)
		if (c == 'r')
			runs = (int)strtol(optarg, NULL, 10);
		else if (c != 's' || sscanf(optarg, "%dx%d", &columns, &rows) != 2)
			return 2;
	if (argc - optind < 3 || !keys_open(term))
		return 2;
	const char *name = argv[optind], *command = argv[optind + 1];
	for (int run = 0; run < runs && run < RUNS; run++) {
		term_open(&b.console, rows, columns, term);
		b.console.received = 0;
		b.started = now_ms();
		term_start(&b.console, command);
		bool good = true;
		for (int i = optind + 2; good && i < argc; i++)
			good = step(&b, argv[i]);
		term_close(&b.console);
		if (!good)
			return 1;
	}
	for (int i = 0; i < b.labels; i++) {
		struct figure *f = &b.figures[i];
		printf("%s\t%s\t%.2f\t%.0f\t%.0f\n", name, f->label, median(f->ms, f->count),
		       median(f->cpu, f->count), median(f->bytes, f->count));
	}
	return 0;
}
