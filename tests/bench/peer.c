/* The floor: the least a program with a list on ncurses and SQLite can be. A list of people from a
 *table, a line to type in that searches as one types. No colours, no forms, no rules, nothing kept.
 *
 *	peer fill FILE ROWS    makes the table
 *	peer commit FILE N     N durable commits of one row, one after the other, and the mean of
 *one peer FILE              shows it: arrows, page keys, letters search, Esc ends */
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef WITH_XML
#include <libxml/parser.h>
#endif

enum { PAGE = 19, WIDTH = 60 };

struct list {
	sqlite3_stmt *all, *found;
	char word[40];
	char row[PAGE][WIDTH + 40];
	int count, at;
	long first;
};

static int fill(sqlite3 *db, const char *rows)
{
	char sql[600];
	snprintf(
	    sql, sizeof sql,
	    "PRAGMA journal_mode=WAL; BEGIN; CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT, number TEXT);"
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < %ld) INSERT INTO person "
	    "SELECT i, printf('%%s %%06d binti Yusuf', substr('NurSitiAminah', 1 + i %% 9, 4), i * 7919 %% 1000000), "
	    "printf('PA-%%08d', i) FROM n; CREATE INDEX person_name ON person(name); COMMIT;",
	    strtol(rows, NULL, 10));
	return sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK;
}

static int commit(sqlite3 *db, const char *count)
{
	struct timespec before, after;
	long n = strtol(count, NULL, 10);
	sqlite3_exec(
	    db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row(word TEXT)",
	    NULL, NULL, NULL);
	clock_gettime(CLOCK_MONOTONIC, &before);
	for (long i = 0; i < n; i++)
		if (sqlite3_exec(db, "INSERT INTO row VALUES('a filing was taken in')", NULL, NULL,
		                 NULL))
			return 3;
	clock_gettime(CLOCK_MONOTONIC, &after);
	double ms = (double)(after.tv_sec - before.tv_sec) * 1e3 +
	            (double)(after.tv_nsec - before.tv_nsec) / 1e6;
	printf("one bare durable commit: %.3f ms\n", n > 0 ? ms / (double)n : 0);
	return 0;
}

static void load(struct list *l)
{
	sqlite3_stmt *s = l->word[0] ? l->found : l->all;
	l->count = 0;
	sqlite3_reset(s);
	if (l->word[0])
		sqlite3_bind_text(s, 1, l->word, -1, SQLITE_STATIC);
	else
		sqlite3_bind_int64(s, 1, l->first);
	while (l->count < PAGE && sqlite3_step(s) == SQLITE_ROW)
		snprintf(l->row[l->count++], sizeof l->row[0], "%-40.40s %.40s",
		         (const char *)sqlite3_column_text(s, 0),
		         (const char *)sqlite3_column_text(s, 1));
	if (l->at >= l->count)
		l->at = l->count ? l->count - 1 : 0;
}

static void draw(const struct list *l)
{
	erase();
	mvaddstr(0, 1, "Peer");
	mvprintw(1, 3, "Search  %s", l->word);
	for (int i = 0; i < l->count; i++) {
		if (i == l->at)
			attron(A_REVERSE);
		mvaddnstr(3 + i, 3, l->row[i], WIDTH);
		attroff(A_REVERSE);
	}
	mvaddstr(LINES - 1, 1, "Enter open  Esc end");
	move(1, 11 + (int)strlen(l->word));
	refresh();
}

/* False: the end. */
static bool press(struct list *l, int key)
{
	size_t length = strlen(l->word);
	if (key == KEY_DOWN && l->at + 1 < l->count)
		l->at++;
	else if (key == KEY_UP && l->at > 0)
		l->at--;
	else if (key == KEY_NPAGE || key == KEY_PPAGE) {
		l->first += key == KEY_NPAGE ? PAGE : l->first >= PAGE ? -PAGE : 0;
		load(l);
	} else if (key == KEY_BACKSPACE && length > 0) {
		l->word[length - 1] = '\0';
		load(l);
	} else if (key >= ' ' && key < 127 && length + 1 < sizeof l->word) {
		l->word[length] = (char)key;
		l->word[length + 1] = '\0';
		load(l);
	}
	return key != 27;
}

int main(int argc, char **argv)
{
	sqlite3 *db;
	static struct list l;
	setlocale(LC_ALL, "");
#ifdef WITH_XML
	xmlInitParser();
#endif
	if (argc < 2 || sqlite3_open(argv[argc > 3 ? 2 : 1], &db) != SQLITE_OK)
		return 2;
	if (argc > 3)
		return strcmp(argv[1], "fill") == 0 ? fill(db, argv[3]) : commit(db, argv[3]);
	if (sqlite3_prepare_v2(db,
	                       "SELECT name, number FROM person WHERE id > ? ORDER BY id LIMIT 19",
	                       -1, &l.all, NULL) ||
	    sqlite3_prepare_v2(
	        db,
	        "SELECT name, number FROM person WHERE name >= ?1 AND name < ?1 || '~' ORDER BY name "
	        "LIMIT 19",
	        -1, &l.found, NULL))
		return 3;
	set_escdelay(25);
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	load(&l);
	do
		draw(&l);
	while (press(&l, getch()));
	endwin();
	return 0;
}
