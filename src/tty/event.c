/* Bytes from the terminal become events. Pure: no waiting and no reading, so that a table can test
 * every sequence. Sources of the sequences: xterm's ctlseqs, console_codes(4), terminfo. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define ESC '\x1b'

/* The result of looking at the bytes: `length` bytes are consumed (0: more are needed), and there
 * is an event unless they are meaningless to us. */
struct found {
	size_t length;
	bool event;
};

/* ---- keys: CSI letter, SS3 letter, CSI number ~ ---- */
static const struct key_bytes letters[] = {
	{ "A", K_UP },   { "B", K_DOWN }, { "C", K_RIGHT }, { "D", K_LEFT },
	{ "H", K_HOME }, { "F", K_END },  { "P", K_F1 },    { "Q", K_F2 },
	{ "R", K_F3 },   { "S", K_F4 },   { "M", K_ENTER }, { "Z", K_BACKTAB },
};
static const struct key_bytes numbers[] = {
	{ "1", K_HOME }, { "2", K_INS },  { "3", K_DEL },  { "4", K_END },  { "5", K_PGUP },
	{ "6", K_PGDN }, { "7", K_HOME }, { "8", K_END },  { "11", K_F1 },  { "12", K_F2 },
	{ "13", K_F3 },  { "14", K_F4 },  { "15", K_F5 },  { "17", K_F6 },  { "18", K_F7 },
	{ "19", K_F8 },  { "20", K_F9 },  { "21", K_F10 }, { "23", K_F11 }, { "24", K_F12 },
};
static const struct key_bytes console[] = {
	{ "A", K_F1 }, { "B", K_F2 }, { "C", K_F3 }, { "D", K_F4 }, { "E", K_F5 },
};
static const char paste_begin[] = "\x1b[200~";
static const char paste_end[] = "\x1b[201~";

static enum key lookup(const struct key_bytes *table, size_t count, const char *s, size_t length)
{
	for (size_t i = 0; i < count; i++) {
		if (strlen(table[i].bytes) == length && memcmp(table[i].bytes, s, length) == 0)
			return table[i].key;
	}
	return K_NONE;
}

static struct found key_found(struct event *e, enum key key, size_t length)
{
	e->kind = EV_KEY;
	e->key = key;
	return (struct found){ length, key != K_NONE };
}

/* ---- mouse: CSI < button ; column ; row M, and the older CSI M with three bytes ---- */

enum { MOUSE_MOVED = 32, MOUSE_WHEEL = 64, MOUSE_MODIFIERS = 4 | 8 | 16 };

static bool mouse_event(struct event *e, int code, int col, int row)
{
	static const enum button buttons[] = { BUTTON_LEFT, BUTTON_MIDDLE, BUTTON_RIGHT };
	static const enum button wheel[] = { BUTTON_WHEEL_UP, BUTTON_WHEEL_DOWN };
	bool turned = (code & MOUSE_WHEEL) != 0;
	size_t which = (size_t)(code & 3);
	if ((code & MOUSE_MOVED) != 0 || which >= (turned ? COUNT_OF(wheel) : COUNT_OF(buttons)))
		return false;
	e->kind = EV_MOUSE;
	e->button = turned ? wheel[which] : buttons[which];
	e->col = col - 1;
	e->row = row - 1;
	return true;
}

/* Up to `most` numbers parted by ";"; how many there were. */
static int read_numbers(const char *s, size_t length, int *out, int most)
{
	int count = 0;
	for (size_t i = 0; i < length && count < most; count++) {
		int value = 0;
		for (; i < length && s[i] != ';'; i++) {
			if (s[i] < '0' || s[i] > '9' || value > 9999)
				return 0;
			value = value * 10 + (s[i] - '0');
		}
		out[count] = value;
		i++;
	}
	return count;
}

/* ---- sequences ---- */

/* `s` is after "ESC [": parameters, then a letter or "~". */
static struct found csi(const char *s, size_t n, struct event *e)
{
	if (n >= 2 && s[0] == '[') /* the Linux console's F1 … F5: ESC [ [ A */
		return key_found(e, lookup(console, COUNT_OF(console), s + 1, 1), 2 + 2);
	if (n >= 4 && s[0] == 'M') {
		const unsigned char *at = (const unsigned char *)s;
		return (struct found){ 2 + 4, mouse_event(e, at[1] - 32, at[2] - 32, at[3] - 32) };
	}
	if (n == 0 || s[0] == '[' || s[0] == 'M')
		return (struct found){ 0 };
	size_t end = 0;
	while (end < n && s[end] >= 0x20 && s[end] <= 0x3F)
		end++;
	if (end == n)
		return (struct found){ 0 };
	if (s[end] < 0x40 || s[end] > 0x7E) /* broken off by a byte that begins something else */
		return (struct found){ 2 + end, false };
	if (s[0] == '<') {
		int at[3];
		bool whole = read_numbers(s + 1, end - 1, at, 3) == 3 && s[end] == 'M';
		return (struct found){ 2 + end + 1, whole && mouse_event(e, at[0], at[1], at[2]) };
	}
	size_t first = strcspn(s, ";~"); /* what stands after it are Shift, Alt and Ctrl */
	enum key key = s[end] == '~'
	                   ? lookup(numbers, COUNT_OF(numbers), s, first < end ? first : end)
	                   : lookup(letters, COUNT_OF(letters), s + end, 1);
	return key_found(e, key, 2 + end + 1);
}

/* `s` is after "ESC O": keys of the application keypad. */
static struct found ss3(struct decoder *d, const char *s, size_t n, struct event *e)
{
	static const char keypad[] = "*+,-./0123456789";
	if (n == 0)
		return (struct found){ 0 };
	if (s[0] >= 'j' && s[0] <= 'y') {
		d->letter[0] = keypad[s[0] - 'j'];
		d->letter[1] = '\0';
		*e = (struct event){ .kind = EV_TEXT, .text = d->letter, .length = 1 };
		return (struct found){ 3, true };
	}
	return key_found(e, lookup(letters, COUNT_OF(letters), s, 1), 3);
}

/* The terminal's own keys. `*begun` becomes true when the bytes are only the beginning of one. */
static struct found own_key(const struct decoder *d, struct event *e, bool *begun)
{
	for (size_t i = 0; i < d->own_count; i++) {
		const char *bytes = d->own[i].bytes;
		size_t length = strlen(bytes), have = d->count - 1;
		if (memcmp(bytes, d->in + 1, length < have ? length : have) != 0)
			continue;
		if (have >= length)
			return key_found(e, d->own[i].key, 1 + length);
		*begun = true;
	}
	return (struct found){ 0 };
}

/* How many bytes a letter with this first byte has; 0: none begins so. */
static size_t letter_length(unsigned char first)
{
	return first < 0x80   ? 1
	       : first < 0xC2 ? 0
	       : first < 0xE0 ? 2
	       : first < 0xF0 ? 3
	       : first < 0xF5 ? 4
	                      : 0;
}

/* Alt sends Esc before the letter. With one that is no key of ours it means nothing. */
static struct found alt(const struct decoder *d, bool late, struct event *e)
{
	char first = d->in[1];
	size_t length = letter_length((unsigned char)first);
	if (first >= 'a' && first <= 'z')
		return key_found(e, K_ALT_A + (enum key)(first - 'a'), 2);
	if (1 + length > d->count)
		return late ? key_found(e, K_ESC, 1) : (struct found){ 0 };
	return (struct found){ 1 + (length > 0 ? length : 1), false };
}

static struct found escape(struct decoder *d, bool late, struct event *e)
{
	bool begun = false;
	struct found f = own_key(d, e, &begun);
	const char *s = d->in;
	if (f.length > 0)
		return f;
	if (!late && (begun || d->count == 1))
		return f;
	if (d->count > 1 && s[1] == '[')
		f = csi(s + 2, d->count - 2, e);
	else if (d->count > 1 && s[1] == 'O')
		f = ss3(d, s + 2, d->count - 2, e);
	else if (d->count > 1 && s[1] >= '0' && s[1] <= '9')
		return key_found(e, s[1] == '0' ? K_F10 : K_F1 + (enum key)(s[1] - '1'), 2);
	else if (d->count > 1 && (unsigned char)s[1] > ' ' && s[1] != 0x7F)
		return alt(d, late, e);
	else
		return key_found(e, K_ESC, 1);
	/* A sequence that was never finished was Esc and other keys. */
	return f.length == 0 && late ? key_found(e, K_ESC, 1) : f;
}

/* ---- controls and letters ---- */

static struct found control(unsigned char byte, struct event *e)
{
	enum key key = K_NONE;
	if (byte == '\r' || byte == '\n')
		key = K_ENTER;
	else if (byte == '\t')
		key = K_TAB;
	else if (byte == '\b' || byte == 0x7F)
		key = K_BACKSPACE;
	else if (byte == 0x1F)
		key = K_CTRL_UNDERSCORE;
	else if (byte >= 1 && byte <= 26)
		key = K_CTRL_A + (enum key)(byte - 1);
	return key_found(e, key, 1);
}

/* Only well-formed letters; the C1 controls (U+0080 … U+009F) are none. */
static bool is_letter(const char *s, size_t length)
{
	bool c1 = length == 2 && (unsigned char)s[0] == 0xC2 && (unsigned char)s[1] < 0xA0;
	return length > 0 && !c1 && text_is_valid(s, length);
}

static struct found letter(struct decoder *d, bool late, struct event *e)
{
	size_t length = letter_length((unsigned char)d->in[0]);
	if (length > d->count && !late)
		return (struct found){ 0 };
	if (length > d->count || !is_letter(d->in, length))
		return (struct found){ 1, false };
	memcpy(d->letter, d->in, length);
	d->letter[length] = '\0';
	*e = (struct event){ .kind = EV_TEXT, .text = d->letter, .length = length };
	return (struct found){ length, true };
}

/* ---- paste ---- */

static void drop(struct decoder *d, size_t length)
{
	d->count -= length;
	memmove(d->in, d->in + length, d->count);
}

static void paste_add(struct decoder *d, const char *s, size_t length)
{
	if (length > PASTE_MOST - d->paste_length) {
		length = PASTE_MOST - d->paste_length;
		d->cut = true;
	}
	memcpy(d->paste + d->paste_length, s, length);
	d->paste_length += length;
}

/* In place: line ends become \n, tabs blanks; other controls and ill-formed bytes go. */
static size_t paste_clean(char *s, size_t n)
{
	size_t kept = 0;
	char before = '\0';
	for (size_t at = 0, length; at < n; at += length) {
		char first = s[at];
		length = letter_length((unsigned char)first);
		bool pair = before == '\r' && first == '\n';
		before = first;
		if (length > n - at || !is_letter(s + at, length))
			length = 1;
		else if (first == '\t')
			s[kept++] = ' ';
		else if (first == '\r' || (first == '\n' && !pair))
			s[kept++] = '\n';
		else if ((unsigned char)first >= ' ' && first != 0x7F)
			for (size_t i = 0; i < length; i++)
				s[kept++] = s[at + i];
	}
	return kept;
}

/* Collects a paste; true when its end has come. `late`: the end was lost on the line. */
static bool paste_next(struct decoder *d, bool late, struct event *e)
{
	const size_t mark = sizeof paste_end - 1;
	char *end = memmem(d->in, d->count, paste_end, mark);
	size_t sure = end != NULL ? (size_t)(end - d->in) : late ? d->count : 0;
	if (end == NULL && !late && d->count >= mark)
		sure = d->count - (mark - 1); /* the last bytes may begin the mark */
	paste_add(d, d->in, sure);
	drop(d, sure + (end != NULL ? mark : 0));
	if (end == NULL && !late)
		return false;
	d->pasting = false;
	d->paste_length = paste_clean(d->paste, d->paste_length);
	d->paste[d->paste_length] = '\0';
	*e = (struct event){
		.kind = EV_PASTE, .text = d->paste, .length = d->paste_length, .cut = d->cut
	};
	return true;
}

static bool paste_starts(struct decoder *d)
{
	const size_t mark = sizeof paste_begin - 1;
	if (d->count < mark || memcmp(d->in, paste_begin, mark) != 0)
		return false;
	drop(d, mark);
	d->pasting = true;
	d->cut = false;
	d->paste_length = 0;
	return true;
}

bool decoder_next(struct decoder *d, bool late, struct event *e)
{
	while (d->count > 0 || d->pasting) {
		if (d->pasting || paste_starts(d))
			return paste_next(d, late, e);
		unsigned char first = (unsigned char)d->in[0];
		*e = (struct event){ 0 };
		struct found f = first == ESC                   ? escape(d, late, e)
		                 : first < ' ' || first == 0x7F ? control(first, e)
		                                                : letter(d, late, e);
		drop(d, f.length);
		if (f.event)
			return true;
		if (f.length == 0)
			return false;
	}
	return false;
}
