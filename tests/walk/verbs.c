/* What a walk can say, a row each. A verb that fails puts into `why` what was found instead. */
#include <ctype.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "walk.h"

__attribute__((format(printf, 2, 3))) static bool no(struct walk *w, const char *format, ...)
{
	va_list more;
	va_start(more, format);
	vsnprintf(w->why, sizeof w->why, format, more);
	va_end(more);
	return false;
}

static const char *word(const struct walk *w, int i)
{
	return i < w->words.count ? w->words.text[i] : "";
}

static bool is(const struct walk *w, int i, const char *text)
{
	return strcmp(word(w, i), text) == 0;
}

static long now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Listens until `holds` does, looked at after each burst of output; bounded by the walk's patience.
 */
static bool await(struct walk *w, bool (*holds)(struct walk *))
{
	const struct line *l = &w->term.line;
	long packets = l->size > 0 ? (long)l->length / l->size + 1 : 0;
	long end = now_ms() + w->tally.patience + 2 * (l->delay + packets * l->apart);
	for (;;) {
		while (term_listen(&w->term, 0))
			;
		picture_take(w->term.now, &w->term);
		if (term_sent(&w->term) && holds(w))
			return true;
		long left = end - now_ms();
		if (left <= 0)
			return false;
		if (w->term.fd < 0 || w->term.ended)
			poll(NULL, 0,
			     left < 50 ? (int)left : 50); /* sql and files may still change */
		else
			term_listen(&w->term, left < 100 ? (int)left : 100);
	}
}

/* A shell line with its output caught; gives the exit code. */
static int shell(struct walk *w, const char *command)
{
	char path[300], line[WORD_BYTES + 400];
	size_t used = 0;
	snprintf(path, sizeof path, "%s/output", w->folder);
	snprintf(line, sizeof line, "{ %s\n} >%s 2>&1 </dev/null", command, path);
	int status = system(line);
	free(w->output);
	w->output = calloc(1, 1 << 20);
	FILE *in = fopen(path, "r");
	if (in && w->output)
		used = fread(w->output, 1, (1 << 20) - 1, in);
	if (in)
		fclose(in);
	if (w->output)
		w->output[used] = '\0';
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* ---- starting ---- */

/* home people, home filings: the data home, as tests/home makes it. */
static bool verb_home(struct walk *w)
{
	char command[100];
	if (!is(w, 1, "people") && !is(w, 1, "filings"))
		return no(w, "home people, or: home filings");
	snprintf(command, sizeof command, "tests/home %.20s", word(w, 1));
	return shell(w, command) == 0 || no(w, "it said: %.1500s", w->output);
}

static bool verb_size(struct walk *w)
{
	int columns, rows;
	char end;
	if (sscanf(word(w, 1), "%dx%d%c", &columns, &rows, &end) != 2 || rows < 1 ||
	    rows > ROWS_MAX || columns < 1 || columns > COLUMNS_MAX)
		return no(w, "size is COLUMNSxROWS");
	term_resize(&w->term, rows, columns);
	return true;
}

static bool verb_term(struct walk *w)
{
	static char name[64];
	text_copy(name, sizeof name, word(w, 1));
	w->term.name = name;
	return keys_open(name) || no(w, "terminfo does not know %s", name);
}

static bool verb_env(struct walk *w)
{
	if (is(w, 1, "LOKET_CLOCK") && w->words.count > 2)
		return clock_begin(word(w, 2)) || no(w, "env LOKET_CLOCK \"2026-11-25T02:41:00Z\"");
	if (w->words.count < 3)
		unsetenv(word(w, 1));
	else
		setenv(word(w, 1), word(w, 2), 1);
	return w->words.count > 1 || no(w, "env NAME \"value\"");
}

static bool verb_patience(struct walk *w)
{
	w->tally.patience = (int)strtol(word(w, 1), NULL, 10) * 1000;
	return w->tally.patience > 0 || no(w, "patience SECONDS");
}

static bool verb_start(struct walk *w)
{
	char command[WORD_BYTES] = "exec";
	for (int i = 1; i < w->words.count; i++) {
		size_t used = strlen(command);
		snprintf(command + used, sizeof command - used, " %s", word(w, i));
	}
	term_start(&w->term, command);
	return w->words.count > 1 || no(w, "start COMMAND");
}

static bool has_ended(struct walk *w)
{
	return w->term.ended;
}

static bool verb_ended(struct walk *w)
{
	if (!await(w, has_ended))
		return no(w, "it still runs");
	term_end(&w->term, SIGHUP);
	long code = strtol(w->words.count > 1 ? word(w, 1) : "0", NULL, 10);
	return w->term.code == code || no(w, "it ended with %d", w->term.code);
}

static bool verb_kill(struct walk *w)
{
	long signal = strtol(word(w, 1), NULL, 10);
	if (signal >= 0)
		return no(w, "kill -NUMBER");
	term_end(&w->term, (int)-signal);
	return true;
}

static bool verb_resize(struct walk *w)
{
	return verb_size(w);
}

/* ---- pressing ---- */

/* From word `first` on: "text", /regex/ or ROW,COLUMN "text". */
static bool stands(const struct walk *w, int first, const struct picture *p)
{
	int row, column;
	if (w->words.kind[first] == WORD_REGEX)
		return picture_matches(p, word(w, first), NULL, 0);
	if (w->words.kind[first] == WORD_TEXT)
		return picture_has(p, word(w, first));
	return sscanf(word(w, first), "%d,%d", &row, &column) == 2 &&
	       picture_has_at(p, row, column, word(w, first + 1));
}

static bool press(struct walk *w, const char *key, long times)
{
	char bytes[64];
	size_t length = key_bytes(key, bytes, sizeof bytes);
	if (length == 0)
		return no(w, "%s has no key %s", w->term.name, key);
	if (w->term.ear || w->term.single || w->term.line.size > 0) {
		for (long i = 0; i < times; i++, w->tally.keys++)
			(void)term_key(&w->term, key);
		return true;
	}
	if (strcmp(key, "F10") == 0 && !term_fence(&w->term, w->tally.patience))
		return no(w, "no answer to Ctrl-L");
	char burst[1024] = ""; /* one write: a held key comes in one piece */
	for (long i = 0; i < times; i++) {
		bool whole = (size_t)times * length < sizeof burst && length > 1;
		if (whole)
			memcpy(burst + (size_t)i * length, bytes, length);
		if (!whole || i + 1 == times)
			term_write(&w->term, whole ? burst : bytes,
			           whole ? (size_t)times * length : length);
		w->tally.keys++;
		if (bytes[0] == '\033' &&
		    length == 1) /* a hand is slower than the 25 ms that make it Esc */
			for (long end = now_ms() + 60; now_ms() < end;)
				term_listen(&w->term, 10);
	}
	return true;
}

/* From word 3 on: see …, or on "label": the row or field with the focus begins with that. */
static bool until_stands(const struct walk *w)
{
	struct focus at;
	if (!is(w, 3, "on"))
		return stands(w, 4, w->term.now);
	return focus_find(w->term.now, &at) &&
	       strncmp(at.label, word(w, 4), strlen(word(w, 4))) == 0;
}

/* press KEY until …: looked at before each, at most so often. */
static bool press_until(struct walk *w)
{
	enum { TIMES_MOST = 60 };
	if (!is(w, 3, "see") && !is(w, 3, "on"))
		return no(w, "press KEY until see …, or: until on \"label\"");
	for (int i = 0; i < TIMES_MOST; i++) {
		if (!term_fence(&w->term, w->tally.patience))
			return no(w, "no answer to Ctrl-L");
		picture_take(w->term.now, &w->term);
		if (until_stands(w))
			return true;
		if (!press(w, word(w, 1), 1))
			return false;
	}
	return no(w, "%d times, and it does not show", TIMES_MOST);
}

static bool verb_press(struct walk *w)
{
	if (is(w, 2, "until"))
		return press_until(w);
	for (int i = 1; i < w->words.count; i++) {
		char *end;
		long times = strtol(word(w, i + 1), &end, 10);
		bool counted = i + 1 < w->words.count && *end == '\0' &&
		               !isdigit((unsigned char)word(w, i)[0]);
		if (!press(w, word(w, i), counted ? times : 1))
			return false;
		i += counted;
	}
	return w->words.count > 1 || no(w, "press KEY");
}

static bool verb_type(struct walk *w)
{
	w->tally.bytes += (long)strlen(word(w, 1));
	term_type(&w->term, word(w, 1));
	return w->words.count == 2 || no(w, "type \"text\"");
}

/* The whole of a file, which may be larger than a word. */
static bool paste_file(struct walk *w, const char *path)
{
	char *text = NULL;
	size_t size = 0, capacity = 0;
	FILE *in = fopen(path, "r");
	if (in)
		size = getdelim(&text, &capacity, EOF, in) < 0 ? 0 : strlen(text);
	if (size > 0)
		term_paste(&w->term, text);
	w->tally.bytes += (long)size;
	free(text);
	if (in)
		fclose(in);
	return size > 0 || no(w, "%s cannot be read, or is empty", path);
}

static bool verb_paste(struct walk *w)
{
	if (is(w, 1, "file") && w->words.count == 3)
		return paste_file(w, word(w, 2));
	w->tally.bytes += (long)strlen(word(w, 1));
	term_paste(&w->term, word(w, 1));
	return w->words.count == 2 || no(w, "paste \"text\", or: paste file \"path\"");
}

/* ---- seeing ---- */

static bool see_stands(struct walk *w)
{
	return stands(w, 1, w->term.now);
}

/* In the first row that has the text, once that shows. */
static bool verb_click(struct walk *w)
{
	enum { COLUMN = 4 };
	const struct picture *p = w->term.now;
	if (w->words.count != 2 || !await(w, see_stands))
		return no(w, "click \"text\": it does not show");
	for (int row = 0; row < p->rows; row++) {
		if (strstr(p->text[row], word(w, 1)) == NULL)
			continue;
		term_click(&w->term, row, COLUMN);
		return true;
	}
	return false;
}

static bool verb_see(struct walk *w)
{
	if (!await(w, see_stands))
		return no(w, w->term.ended ? "the program has ended" : "it does not show");
	char raw[64];
	if (picture_raw(w->term.now, raw, sizeof raw))
		return no(w, "a raw key shows: %s", raw);
	if (w->term.ear) /* what came by itself is heard too */
		ear_hear(w->term.ear, &w->term, "", w->tally.patience);
	return true;
}

static bool verb_not(struct walk *w)
{
	if (is(w, 1, "out"))
		return (w->words.kind[2] == WORD_REGEX
		            ? !text_matches(w->output, word(w, 2), NULL, 0)
		            : !strstr(w->output, word(w, 2))) ||
		       no(w, "it said: %.1500s", w->output);
	if (!is(w, 1, "see"))
		return no(w, "not see …, or: not out …");
	if (!term_fence(&w->term, w->tally.patience))
		return no(w, "no answer to Ctrl-L");
	return !stands(w, 2, w->term.before) || no(w, "it shows");
}

static bool field_is(struct walk *w)
{
	return picture_field(w->term.now, word(w, 1), word(w, 3));
}

static bool verb_field(struct walk *w)
{
	if (w->words.count != 4 || !is(w, 2, "is"))
		return no(w, "field LABEL is \"value\"");
	return await(w, field_is) || no(w, "it is not");
}

static bool cursor_is(struct walk *w)
{
	return picture_cursor_on(w->term.now, word(w, 2));
}

static bool verb_cursor(struct walk *w)
{
	if (w->words.count != 3 || !is(w, 1, "on"))
		return no(w, "cursor on \"label\"");
	return await(w, cursor_is) || no(w, "it is not");
}

/* ---- fields by their labels ---- */

static bool verb_focus(struct walk *w)
{
	if (w->words.count != 2)
		return no(w, "focus \"label\"");
	return focus_go(&w->term, word(w, 1), &w->tally) ||
	       no(w, "no key leads to a field with that label");
}

static bool verb_fill(struct walk *w)
{
	if (w->words.count != 3)
		return no(w, "fill \"label\" \"text\"");
	return focus_fill(&w->term, word(w, 1), word(w, 2), &w->tally) ||
	       no(w, "no key leads to a field with that label");
}

/* ---- outside the terminal ---- */

static bool verb_run(struct walk *w)
{
	long expected = is(w, 2, "exit") ? strtol(word(w, 3), NULL, 10) : 0;
	if (w->words.count < 2 || w->words.kind[1] != WORD_TEXT)
		return no(w, "run \"command\" [exit N]");
	int code = shell(w, word(w, 1));
	return code == expected || no(w, "it ended with %d and said: %.1500s", code, w->output);
}

static bool verb_out(struct walk *w)
{
	bool there = w->words.kind[1] == WORD_REGEX
	                 ? text_matches(w->output ? w->output : "", word(w, 1), NULL, 0)
	                 : strstr(w->output ? w->output : "", word(w, 1)) != NULL;
	return there || no(w, "it said: %.1500s", w->output ? w->output : "nothing");
}

/* Rows by newline, columns by |, as the sqlite3 shell prints them; into `output`. */
static int sql_ask(struct walk *w, const char *file, const char *select)
{
	char command[600];
	setenv("WALK_SQL", select, 1);
	snprintf(command, sizeof command,
	         "sqlite3 -readonly -cmd '.timeout 2000' %.250s/home/%.200s \"$WALK_SQL\"",
	         w->folder, file);
	int code = shell(w, command);
	size_t length = w->output ? strlen(w->output) : 0;
	while (length && w->output[length - 1] == '\n')
		w->output[--length] = '\0';
	return code;
}

/* sql ["file"] "select …" is "value" */
static bool sql_is(struct walk *w)
{
	bool named = w->words.count == 5;
	return sql_ask(w, named ? word(w, 1) : "loket.db", word(w, named ? 2 : 1)) == 0 &&
	       strcmp(w->output, word(w, w->words.count - 1)) == 0;
}

static bool verb_sql(struct walk *w)
{
	if (w->words.count < 4 || !is(w, w->words.count - 2, "is"))
		return no(w, "sql [\"file\"] \"select …\" is \"value\"");
	return await(w, sql_is) || no(w, "it is \"%.1500s\"", w->output);
}

/* ---- cells by the names of row and column ---- */

/* From word `first` on: "column" [of "row"] is found on the screen, csv "column" [of "row"] in what
 * the last run said. */
static bool cell_at(const struct walk *w, int first, char *out, size_t room)
{
	bool csv = is(w, first, "csv");
	first += csv;
	const char *of = is(w, first + 1, "of") ? word(w, first + 2) : "";
	return csv ? csv_cell(w->output ? w->output : "", word(w, first), of, out, room)
	           : picture_cell(w->term.now, word(w, first), of, out, room);
}

static bool cell_is(struct walk *w)
{
	char text[ROW_BYTES] = "";
	bool found = cell_at(w, 1, text, sizeof text);
	(void)no(w, found ? "it is \"%.1000s\"" : "no such cell%s", text);
	return found && strcmp(text, word(w, w->words.count - 1)) == 0;
}

static bool verb_cell(struct walk *w)
{
	if (w->words.count < 4 || !is(w, w->words.count - 2, "is"))
		return no(w, "cell [csv] \"column\" [of \"row\"] is \"text\"");
	return is(w, 1, "csv") ? cell_is(w) : await(w, cell_is);
}

/* save NAME /regex/ of the screen, save NAME out /regex/ of the last run, save NAME cell …, save
 * NAME sql "select …". */
static bool save_stands(struct walk *w)
{
	char value[WORD_BYTES] = "";
	bool found;
	if (is(w, 2, "sql")) {
		sql_ask(w, "loket.db", word(w, 3));
		text_copy(value, sizeof value, w->output ? w->output : "");
		found = value[0] != '\0';
	} else if (is(w, 2, "cell")) {
		found = cell_at(w, 3, value, sizeof value);
	} else if (is(w, 2, "out")) {
		found = text_matches(w->output ? w->output : "", word(w, 3), value, sizeof value);
	} else {
		found = picture_matches(w->term.now, word(w, 2), value, sizeof value);
	}
	if (found)
		names_set(&w->names, word(w, 1), value);
	return found;
}

static bool verb_save(struct walk *w)
{
	if (w->words.count < 3 || w->words.kind[w->words.count - 1] == WORD_PLAIN)
		return no(w, "save NAME [out] /regex/, or: save NAME sql \"select …\"");
	return await(w, save_stands) || no(w, "nothing matches");
}

/* count keys; count from here; count most 45: so many keys since then, beyond the text. */
static bool verb_count(struct walk *w)
{
	long most = strtol(word(w, 2), NULL, 10), pressed = w->tally.keys - w->counted;
	if (is(w, 1, "from"))
		w->counted = w->tally.keys;
	/* Other forms than the tree's may have more fields. */
	bool few = is(w, 1, "most") && (pressed <= most || getenv("LOKET_SHARE"));
	if (is(w, 1, "from") || few)
		return true;
	if (is(w, 1, "most"))
		return no(w, "%ld keys, not %ld at most", pressed, most);
	printf("# %ld keys pressed, %ld bytes of text typed or pasted\n", w->tally.keys,
	       w->tally.bytes);
	return is(w, 1, "keys") || no(w, "count keys");
}

static bool verb_show(struct walk *w)
{
	while (term_listen(&w->term, 200))
		;
	picture_take(w->term.now, &w->term);
	picture_print(w->term.now);
	return true;
}

/* ---- logging in ---- */

static bool login_shows(struct walk *w)
{
	return picture_has(w->term.now, "Kata sandi");
}

static bool login_gone(struct walk *w)
{
	return !picture_has(w->term.now, "Kata sandi") && w->term.now->text[0][0] != '\0';
}

/* as NAME: makes a home with the sample accounts when there is none, starts the desk when nothing
 * runs, logs in. */
static bool verb_as(struct walk *w)
{
	char path[300];
	struct stat found;
	snprintf(path, sizeof path, "%s/home/loket.db", w->folder);
	if (stat(path, &found) != 0 && shell(w, "tests/home people") != 0)
		return no(w, "tests/home people said: %.1500s", w->output);
	if (w->term.fd < 0 || w->term.ended)
		term_start(&w->term, "exec loket");
	if (!await(w, login_shows))
		return no(w, "no login screen");
	term_type(&w->term, word(w, 1));
	(void)term_key(&w->term, "Tab");
	const char *secret = w->words.count > 2 ? word(w, 2) : "loket";
	term_type(&w->term, secret);
	w->tally.bytes += (long)(strlen(word(w, 1)) + strlen(secret));
	w->tally.keys += 2;
	(void)term_key(&w->term, "Enter");
	return await(w, login_gone) || no(w, "still at the login screen");
}

/* line DELAY SIZE APART: a slow line; line keys: each key is drawn before the next; line fast. */
static bool verb_line(struct walk *w)
{
	struct line *l = &w->term.line;
	w->term.single = is(w, 1, "keys");
	w->term.patience = w->tally.patience;
	l->size = 0;
	if (is(w, 1, "keys") || is(w, 1, "fast"))
		return true;
	l->delay = (int)strtol(word(w, 1), NULL, 10);
	l->size = (int)strtol(word(w, 2), NULL, 10);
	l->apart = (int)strtol(word(w, 3), NULL, 10);
	return (l->size > 0 && l->apart > 0) || no(w, "line MILLISECONDS BYTES MILLISECONDS");
}

static bool lists_messages(struct walk *w)
{
	return picture_has(w->term.now, "Pesan terakhir");
}

/* Ctrl-P shows the last messages: each was heard. Where nobody listens there is nothing to say. */
static bool verb_heard(struct walk *w)
{
	if (!w->term.ear)
		return true;
	if (!press(w, "Ctrl-P", 1) || !await(w, lists_messages))
		return no(w, "Ctrl-P shows no messages");
	const char *missed = ear_missed(w->term.ear, w->term.now);
	return press(w, "Ctrl-P", 1) && (!missed || no(w, "not heard: %s", missed));
}

static const struct verb verbs[] = {
	{ "as", true, verb_as },         { "home", true, verb_home },
	{ "size", false, verb_size },    { "term", false, verb_term },
	{ "env", false, verb_env },      { "patience", false, verb_patience },
	{ "start", false, verb_start },  { "ended", true, verb_ended },
	{ "kill", false, verb_kill },    { "resize", false, verb_resize },
	{ "press", false, verb_press },  { "type", false, verb_type },
	{ "paste", false, verb_paste },  { "focus", true, verb_focus },
	{ "fill", true, verb_fill },     { "see", true, verb_see },
	{ "not", true, verb_not },       { "field", true, verb_field },
	{ "cursor", true, verb_cursor }, { "run", true, verb_run },
	{ "out", true, verb_out },       { "sql", true, verb_sql },
	{ "cell", true, verb_cell },     { "save", true, verb_save },
	{ "count", true, verb_count },   { "show", false, verb_show },
	{ "click", false, verb_click },  { "line", false, verb_line },
	{ "heard", true, verb_heard },
};

const struct verb *verb_find(const char *name)
{
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}
