/* Amounts in words, days of the Islamic calendar and working days against those of others:
 * tests/npm/words says theirs, line by line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loket/config.h"
#include "loket/court.h"
#include "loket/date.h"
#include "loket/list.h"
#include "loket/text.h"

#include "unit.h"

enum { OFFSET_MOST = 3 };

struct peers {
	FILE *lines;
	pid_t pid;
};

static struct peers peers_start(void)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		(void)dup2(ends[1], STDOUT_FILENO);
		(void)close(ends[0]);
		(void)close(ends[1]);
		(void)execl("/bin/sh", "sh", LOKET_SOURCE "/tests/npm/words", (char *)NULL);
		_exit(127);
	}
	(void)close(ends[1]);
	FILE *lines = fdopen(ends[0], "r");
	assert_non_null(lines);
	return (struct peers){ lines, pid };
}

static void peers_end(struct peers *p)
{
	int status;
	(void)fclose(p->lines);
	assert_int_equal(waitpid(p->pid, &status, 0), p->pid);
	assert_int_equal(status, 0);
}

struct counted {
	const struct calendar *calendar; /* the court's own */
	int numbers, tabular, tables, working;
	int by_offset[2 * OFFSET_MOST + 1]; /* days of Umm al-Qura by the offset that gives them */
};

static void amount_is(const char *line, struct counted *n)
{
	char *words;
	struct arena a = arena_start(MIB);
	long long amount = strtoll(line, &words, 10);
	assert_string_equal(terbilang_rupiah(amount, &a), arena_print(&a, "%s rupiah", words + 1));
	n->numbers++;
	arena_drop(&a);
}

static bool same(struct ymd a, struct ymd b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

static void day_is(const char *line, bool tabular, struct counted *n)
{
	char iso[11];
	day d;
	struct ymd theirs;
	assert_int_equal(sscanf(line, "%10s %d %d %d", iso, &theirs.year, &theirs.month,
	                        &theirs.day),
	                 4);
	assert_true(day_iso_parse(iso, &d));
	if (tabular) {
		assert_true(same(day_hijri(d), theirs));
		n->tabular++;
		return;
	}
	/* the thirtieth of a month that has 29 days with us is the day after its twenty-ninth */
	if (theirs.day == 30) {
		theirs.day--;
		d--;
	}
	int offset = -OFFSET_MOST;
	while (offset <= OFFSET_MOST && !same(day_hijri(d + offset), theirs))
		offset++;
	assert_true(offset <= OFFSET_MOST);
	n->by_offset[offset + OFFSET_MOST]++;
	n->tables++;
}

static void working_day_is(const char *line, struct counted *n)
{
	char iso[11], before[11];
	int days;
	day d, theirs;
	assert_int_equal(sscanf(line, "%10s %d %10s", iso, &days, before), 3);
	assert_true(day_iso_parse(iso, &d) && day_iso_parse(before, &theirs));
	assert_int_equal(calendar_before(n->calendar, d, days, NULL), theirs);
	n->working++;
}

static struct counted counted; /* by the first test, for the second */

static void others_count_the_same_days(void **state)
{
	(void)state;
	char *line = NULL;
	size_t capacity = 0;
	ssize_t length;
	struct rulebook *book;
	struct fault why;
	struct arena a = arena_start(256 * MIB);
	const struct home home = { .path = "/nonexistent", .share = LOKET_SOURCE };
	assert_true(config_load(&home, &a, &book, &why));
	struct counted n = { .calendar = &book->calendar };
	struct peers p = peers_start();
	while ((length = getline(&line, &capacity, p.lines)) > 2) {
		line[length - 1] = '\0';
		if (line[0] == 't')
			amount_is(line + 2, &n);
		else if (line[0] == 'w')
			working_day_is(line + 2, &n);
		else
			day_is(line + 2, line[0] == 'c', &n);
	}
	peers_end(&p);
	free(line);
	arena_drop(&a);
	print_message("# %d days as in the tabular calendar; %d spans of working days\n", n.tabular,
	              n.working);
	for (int i = 0; i < (int)COUNT_OF(n.by_offset); i++)
		print_message("# Umm al-Qura, month moved by %+d: %d days of %d\n", i - OFFSET_MOST,
		              n.by_offset[i], n.tables);
	assert_true(n.tabular == n.tables && n.tables > 73000 && n.working > 29000);
	counted = n;
}

static void others_say_the_same_numbers(void **state)
{
	(void)state;
	print_message("# %d amounts in words\n", counted.numbers);
	if (counted.numbers == 0) {
		print_message("# angka-terbilang-js is not there; make npm\n");
		skip();
	}
	assert_true(counted.numbers > 7000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(others_count_the_same_days),
		cmocka_unit_test(others_say_the_same_numbers),
	};
	return unit_run(tests);
}
