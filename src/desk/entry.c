/* The editor of one field. */
#include "entry.h"

#include <string.h>
#include <strings.h>

#include "loket/list.h"
#include "loket/text.h"

#include "wrap.h"

enum { ROOM_FIRST = 256 };

void entry_init(struct entry *e, struct arena *a, size_t most, int width, int rows)
{
	size_t capacity = most < ROOM_FIRST ? most : ROOM_FIRST;
	*e = (struct entry){ .text = arena_get(a, capacity + 1, 1), .capacity = capacity, .a = a };
	entry_reuse(e, most, width, rows);
}

void entry_reuse(struct entry *e, size_t most, int width, int rows)
{
	*e = (struct entry){ .text = e->text,
		             .capacity = e->capacity,
		             .most = most,
		             .width = width,
		             .rows = rows,
		             .goal = -1,
		             .cut = e->cut,
		             .a = e->a };
	e->text[0] = '\0';
}

/* Room for `length` bytes, with as much again, so that typing does not move the text each time. */
static void grow(struct entry *e, size_t length)
{
	if (length <= e->capacity)
		return;
	char *larger = arena_get(e->a, 2 * length + 1, 1);
	memcpy(larger, e->text, e->length + 1);
	e->text = larger;
	e->capacity = 2 * length;
}

/* ---- changing ---- */

/* The cursor may have come to stand within a grapheme, when a mark met a letter: it goes behind it.
 */
static void snap(struct entry *e)
{
	size_t at = 0;
	while (at < e->at)
		at += text_grapheme(e->text + at, NULL);
	e->at = at;
}

/* Puts `s` in the place of `removed` bytes at `at`. */
static void splice(struct entry *e, size_t at, size_t removed, const char *s, size_t length)
{
	grow(e, e->length - removed + length);
	memmove(e->text + at + length, e->text + at + removed, e->length - at - removed + 1);
	memcpy(e->text + at, s, length);
	e->length = e->length - removed + length;
	e->at = at + length;
	e->changed = true;
	snap(e);
}

/* Letters typed one after another are taken back together, word by word. */
static bool continues(const struct entry *e, size_t at, const char *s, size_t length)
{
	if (e->undo_count == 0 || length == 0 || *s == ' ')
		return false;
	const struct entry_undo *last = &e->undo[e->undo_count - 1];
	return *last->removed == '\0' && last->at + last->inserted == at;
}

static void change(struct entry *e, size_t at, size_t removed, const char *s, size_t length)
{
	e->goal = -1;
	if (removed == 0 && length == 0)
		return;
	e->redo_count = 0;
	if (removed == 0 && continues(e, at, s, length)) {
		e->undo[e->undo_count - 1].inserted += length;
	} else {
		if (e->undo_count == ENTRY_UNDOS)
			memmove(e->undo, e->undo + 1, --e->undo_count * sizeof *e->undo);
		e->undo[e->undo_count++] =
		    (struct entry_undo){ at, length, arena_copy(e->a, e->text + at, removed) };
	}
	splice(e, at, removed, s, length);
}

/* Does what the row says and leaves there what takes it back. */
static void turn(struct entry *e, struct entry_undo *row)
{
	const struct entry_undo now = *row;
	size_t length = strlen(now.removed);
	*row = (struct entry_undo){ now.at, length,
		                    arena_copy(e->a, e->text + now.at, now.inserted) };
	splice(e, now.at, now.inserted, now.removed, length);
	e->goal = -1;
}

static void take_back(struct entry *e)
{
	if (e->undo_count == 0)
		return;
	turn(e, &e->undo[--e->undo_count]);
	e->redo_count++;
}

static void do_again(struct entry *e)
{
	if (e->redo_count == 0)
		return;
	turn(e, &e->undo[e->undo_count++]);
	e->redo_count--;
}

/* What may enter, into `out` of at least `length` bytes; a line end at the very end of a line is
 * none. */
static size_t admit(const struct entry *e, const char *s, size_t length, char *out)
{
	size_t kept = 0;
	bool lines = e->rows > 1;
	while (!lines && length > 0 && s[length - 1] == '\n')
		length--;
	for (size_t i = 0; i < length; i++) {
		if (s[i] == '\n')
			out[kept++] = lines ? '\n' : ' ';
		else if ((unsigned char)s[i] >= ' ' && s[i] != 0x7F)
			out[kept++] = s[i];
	}
	return kept;
}

static void entry_insert(struct entry *e, const char *s, size_t length)
{
	struct arena scratch = arena_start((size_t)-1);
	char *new = arena_get(&scratch, length + 1, 1);
	size_t kept = admit(e, s, length, new), fits = 0, capacity = e->most - e->length;
	if (kept <= capacity)
		fits = kept;
	for (size_t bytes; fits < kept; fits += bytes) {
		bytes = text_grapheme(new + fits, NULL);
		if (fits + bytes > capacity)
			break;
	}
	change(e, e->at, 0, new, fits);
	arena_drop(&scratch);
	e->full = fits < kept;
}

void entry_set(struct entry *e, const char *text)
{
	e->length = e->at = 0;
	e->text[0] = '\0';
	entry_insert(e, text, strlen(text));
	e->undo_count = e->redo_count = 0;
}

/* ---- lines of a paragraph ---- */

/* One column is kept for the cursor behind the last letter. */
static int line_width(const struct entry *e)
{
	return e->width > 2 ? e->width - 1 : 1;
}

struct position {
	int line, column;
	size_t start, end; /* bytes of the line */
	bool last;
};

static int columns_between(const char *s, size_t from, size_t to)
{
	int sum = 0, columns;
	while (from < to) {
		from += text_grapheme(s + from, &columns);
		sum += columns;
	}
	return sum;
}

/* The line the byte `at` stands in. */
static struct position place_of(const struct entry *e, size_t at)
{
	struct position p = { 0 };
	size_t length, next;
	bool more = wrap_line(e->text, line_width(e), &length, &next);
	while (more && at >= p.start + next) {
		p.start += next;
		p.line++;
		more = wrap_line(e->text + p.start, line_width(e), &length, &next);
	}
	p.end = p.start + length;
	p.last = !more;
	p.column = columns_between(e->text, p.start, at);
	return p;
}

/* To the column aimed at, in the line that holds the byte `at`. */
static void go_to_line(struct entry *e, size_t at, int column)
{
	struct position p = place_of(e, at);
	int used = 0, columns;
	e->at = p.start;
	for (size_t bytes; e->at < p.end; e->at += bytes, used += columns) {
		bytes = text_grapheme(e->text + e->at, &columns);
		if (used + columns > column)
			break;
	}
	e->goal = column;
}

static bool up(struct entry *e)
{
	struct position p = place_of(e, e->at);
	if (p.line == 0)
		return false;
	go_to_line(e, p.start - 1, e->goal < 0 ? p.column : e->goal);
	return true;
}

static bool down(struct entry *e)
{
	struct position p = place_of(e, e->at);
	size_t length, next;
	if (p.last)
		return false;
	wrap_line(e->text + p.start, line_width(e), &length, &next);
	go_to_line(e, p.start + next, e->goal < 0 ? p.column : e->goal);
	return true;
}

void entry_lines(struct entry *e, int by)
{
	while (by < 0 && up(e))
		by++;
	while (by > 0 && down(e))
		by--;
}

struct entry_place entry_place(const struct entry *e)
{
	struct entry_place p = { 1, 1, 1 };
	size_t start = 0;
	for (size_t i = 0; i < e->length; i++) {
		if (e->text[i] != '\n')
			continue;
		p.lines++;
		if (i < e->at) {
			p.line++;
			start = i + 1;
		}
	}
	for (size_t at = start; at < e->at; p.column++)
		at += text_grapheme(e->text + at, NULL);
	return p;
}

bool entry_find(struct entry *e, const char *what, bool *from_start)
{
	size_t length = strlen(what);
	*from_start = false;
	for (size_t i = 1; length > 0 && i <= e->length; i++) {
		size_t at = (e->at + i) % e->length;
		*from_start = *from_start || at == 0;
		if (strncasecmp(e->text + at, what, length) != 0)
			continue;
		e->at = at;
		e->goal = -1;
		return true;
	}
	return false;
}

/* ---- keys ---- */

static size_t before(const struct entry *e, size_t at)
{
	return at - text_grapheme_before(e->text, at);
}

static size_t after(const struct entry *e, size_t at)
{
	return at + text_grapheme(e->text + at, NULL);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n';
}

static size_t word_before(const struct entry *e)
{
	size_t at = e->at;
	while (at > 0 && is_blank(e->text[at - 1]))
		at--;
	while (at > 0 && !is_blank(e->text[at - 1]))
		at--;
	return at;
}

static size_t word_after(const struct entry *e)
{
	size_t at = e->at;
	while (is_blank(e->text[at]))
		at++;
	while (e->text[at] != '\0' && !is_blank(e->text[at]))
		at++;
	return at;
}

static void move_to(struct entry *e, size_t at)
{
	e->at = at;
	e->goal = -1;
}

static void remove_between(struct entry *e, size_t from, size_t to)
{
	change(e, from, to - from, "", 0);
}

static void cut_between(struct entry *e, size_t from, size_t to)
{
	if (from < to)
		e->cut = arena_copy(e->a, e->text + from, to - from);
	remove_between(e, from, to);
}

static void go_left(struct entry *e)
{
	move_to(e, before(e, e->at));
}

static void go_right(struct entry *e)
{
	move_to(e, after(e, e->at));
}

static void go_word_left(struct entry *e)
{
	move_to(e, word_before(e));
}

static void go_word_right(struct entry *e)
{
	move_to(e, word_after(e));
}

static void go_home(struct entry *e)
{
	move_to(e, e->rows > 1 ? place_of(e, e->at).start : 0);
}

static void go_end(struct entry *e)
{
	move_to(e, e->rows > 1 ? place_of(e, e->at).end : e->length);
}

static void remove_left(struct entry *e)
{
	remove_between(e, before(e, e->at), e->at);
}

static void remove_right(struct entry *e)
{
	remove_between(e, e->at, after(e, e->at));
}

static void cut_word_left(struct entry *e)
{
	cut_between(e, word_before(e), e->at);
}

static void cut_word_right(struct entry *e)
{
	cut_between(e, e->at, word_after(e));
}

/* To the end of the line as it was typed; there, its line end. */
static void cut_rest(struct entry *e)
{
	size_t rest = strcspn(e->text + e->at, "\n");
	cut_between(e, e->at, rest > 0 ? e->at + rest : after(e, e->at));
}

static void cut_all(struct entry *e)
{
	cut_between(e, 0, e->length);
}

static void put_back(struct entry *e)
{
	if (e->cut != NULL)
		entry_insert(e, e->cut, strlen(e->cut));
}

/* The letters at both sides of the cursor change places; at the end, the last two. */
static void swap_letters(struct entry *e)
{
	size_t middle = e->at < e->length ? e->at : before(e, e->at);
	size_t from = before(e, middle), to = after(e, middle);
	if (from == middle || middle == to || memchr(e->text + from, '\n', to - from) != NULL)
		return;
	const char *swapped = arena_print(e->a, "%.*s%.*s", (int)(to - middle), e->text + middle,
	                                  (int)(middle - from), e->text + from);
	change(e, from, to - from, swapped, to - from);
}

static void nothing(struct entry *e)
{
	(void)e;
}

#define CTRL(letter) (K_CTRL_A + ((letter) - 'A'))
#define ALT(letter)  (K_ALT_A + ((letter) - 'A'))

static const struct {
	enum key key;
	void (*run)(struct entry *e);
} edits[] = {
	{ K_LEFT, go_left },         { CTRL('B'), go_left },           { K_RIGHT, go_right },
	{ CTRL('F'), go_right },     { ALT('B'), go_word_left },       { ALT('F'), go_word_right },
	{ K_HOME, go_home },         { CTRL('A'), go_home },           { K_END, go_end },
	{ CTRL('E'), go_end },       { K_BACKSPACE, remove_left },     { K_DEL, remove_right },
	{ CTRL('D'), remove_right }, { CTRL('W'), cut_word_left },     { ALT('D'), cut_word_right },
	{ CTRL('K'), cut_rest },     { CTRL('U'), cut_all },           { CTRL('Y'), put_back },
	{ CTRL('T'), swap_letters }, { K_CTRL_UNDERSCORE, take_back }, { CTRL('R'), do_again },
	{ K_INS, nothing },
};

static bool on_paragraph_key(struct entry *e, enum key key)
{
	if (key == K_UP)
		return up(e);
	if (key == K_DOWN)
		return down(e);
	if (key != K_ENTER)
		return false;
	entry_insert(e, "\n", 1);
	return true;
}

static bool on_key(struct entry *e, enum key key)
{
	if ((key == K_CTRL_UNDERSCORE && e->undo_count == 0) ||
	    (key == CTRL('R') && e->redo_count == 0))
		return false;
	for (size_t i = 0; i < COUNT_OF(edits); i++) {
		if (edits[i].key == key) {
			edits[i].run(e);
			return true;
		}
	}
	return e->rows > 1 && on_paragraph_key(e, key);
}

bool entry_on(struct entry *e, const struct event *event)
{
	e->full = e->changed = false;
	if (event->kind == EV_KEY)
		return on_key(e, event->key);
	if (event->kind != EV_TEXT && event->kind != EV_PASTE)
		return false;
	entry_insert(e, event->text, event->length);
	return true;
}

/* ---- painting ---- */

/* The first of `size` things to be seen, so that number `at` is among them: the window jumps by
 * halves. */
static int window_start(int at, int size)
{
	int half = size > 1 ? size / 2 : 1;
	return at < size ? 0 : ((at - size) / half + 1) * half;
}

/* A line's window begins at a column that may lie within a wide letter; that one is left out. */
static void draw_line(const struct entry *e, struct cells *c, int row, int col, bool focused)
{
	int cursor = columns_between(e->text, 0, e->at), all = text_columns(e->text), columns;
	int first = all <= e->width ? 0 : window_start(cursor, e->width);
	const char *s = e->text;
	int at = 0;
	for (size_t bytes; (bytes = text_grapheme(s, &columns)) > 0 && at < first; s += bytes)
		at += columns;
	cells_put_fit(c, row, col + at - first, e->width - (at - first), STYLE_FIELD, s);
	if (first > 0)
		cells_put(c, row, col, STYLE_DIM, at > first ? "‹ " : "‹");
	if (all - first < e->width)
		cells_fill(c, row, col + all - first, e->width - (all - first), STYLE_DIM, "_");
	if (focused)
		cells_cursor(c, row, col + cursor - first);
}

static void draw_secret(const struct entry *e, struct cells *c, int row, int col, bool focused)
{
	int letters = 0;
	for (size_t at = 0; at < e->length; letters++)
		at += text_grapheme(e->text + at, NULL);
	int shown = letters < e->width ? letters : e->width;
	cells_fill(c, row, col, shown, STYLE_FIELD, "•");
	cells_fill(c, row, col + shown, e->width - shown, STYLE_DIM, "_");
	if (focused)
		cells_cursor(c, row, col + shown);
}

static void draw_paragraph(const struct entry *e, struct cells *c, int row, int col, bool focused)
{
	struct position cursor = place_of(e, e->at);
	int top = window_start(cursor.line, e->rows);
	const char *s = e->text;
	bool more = true;
	for (int line = 0; line < top + e->rows; line++) {
		char shown[1024] = "";
		if (more)
			more = wrap_take(&s, line_width(e), shown, sizeof shown);
		if (line < top)
			continue;
		int used = cells_put(c, row + line - top, col, STYLE_FIELD, shown);
		if (!e->bare)
			cells_fill(c, row + line - top, col + used, e->width - used, STYLE_DIM,
			           "_");
	}
	if (focused)
		cells_cursor(c, row + cursor.line - top, col + cursor.column);
}

void entry_draw(const struct entry *e, struct cells *c, int row, int col, bool focused)
{
	if (e->secret)
		draw_secret(e, c, row, col, focused);
	else if (e->rows > 1)
		draw_paragraph(e, c, row, col, focused);
	else
		draw_line(e, c, row, col, focused);
}
