/* The editor of one field. */
#include "entry.h"

#include <string.h>

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

static void take_back(struct entry *e)
{
	e->goal = -1;
	if (e->undo_count == 0)
		return;
	struct entry_undo last = e->undo[--e->undo_count];
	splice(e, last.at, last.inserted, last.removed, strlen(last.removed));
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
	e->undo_count = 0;
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

/* ---- keys ---- */

static size_t before(const struct entry *e, size_t at)
{
	return at - text_grapheme_before(e->text, at);
}

static size_t word_before(const struct entry *e)
{
	size_t at = e->at;
	while (at > 0 && (e->text[at - 1] == ' ' || e->text[at - 1] == '\n'))
		at--;
	while (at > 0 && e->text[at - 1] != ' ' && e->text[at - 1] != '\n')
		at--;
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

static bool on_paragraph_key(struct entry *e, enum key key)
{
	struct position p = place_of(e, e->at);
	if (key == K_UP)
		return up(e);
	if (key == K_DOWN)
		return down(e);
	if (key == K_HOME || key == K_CTRL_A)
		move_to(e, p.start);
	else if (key == K_END || key == key_ctrl('E'))
		move_to(e, p.end);
	else if (key == K_ENTER && e->length < e->most)
		change(e, e->at, 0, "\n", 1);
	else
		return key == K_ENTER;
	return true;
}

static bool on_key(struct entry *e, enum key key)
{
	if (e->rows > 1 && on_paragraph_key(e, key))
		return true;
	size_t after = e->at + text_grapheme(e->text + e->at, NULL);
	if (key == K_LEFT)
		move_to(e, before(e, e->at));
	else if (key == K_RIGHT)
		move_to(e, after);
	else if (key == K_HOME || key == K_CTRL_A)
		move_to(e, 0);
	else if (key == K_END || key == key_ctrl('E'))
		move_to(e, e->length);
	else if (key == K_BACKSPACE)
		remove_between(e, before(e, e->at), e->at);
	else if (key == K_DEL)
		remove_between(e, e->at, after);
	else if (key == key_ctrl('W'))
		remove_between(e, word_before(e), e->at);
	else if (key == key_ctrl('U'))
		remove_between(e, 0, e->length);
	else if (key == K_CTRL_UNDERSCORE)
		take_back(e);
	else
		return key == K_INS;
	return true;
}

bool entry_on(struct entry *e, const struct event *event)
{
	e->full = false;
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
		cells_fill(c, row + line - top, col + used, e->width - used, STYLE_DIM, "_");
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
