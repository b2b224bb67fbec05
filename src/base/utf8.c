/* What text may enter, and the form in which it is searched. */
#include <string.h>
#include <utf8proc.h>

#include "loket/text.h"

#include "private.h"

size_t utf8_next(const char *s, size_t left, int32_t *code)
{
	*code = -1;
	if (left == 0)
		return 0;
	utf8proc_ssize_t reach = left < 4 ? (utf8proc_ssize_t)left : 4;
	utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)s, reach, code);
	return bytes > 0 ? (size_t)bytes : 1;
}

size_t utf8_cut(const char *s, size_t most)
{
	size_t length = strnlen(s, most + 1);
	if (length <= most)
		return length;
	length = most;
	while (length > 0 && ((unsigned char)s[length] & 0xC0) == 0x80)
		length--;
	return length;
}

bool utf8_is(int32_t code, uint32_t categories)
{
	return categories >> utf8proc_category(code) & 1;
}

bool text_is_valid(const char *s, size_t length)
{
	for (size_t at = 0; at < length;) {
		int32_t code;
		at += utf8_next(s + at, length - at, &code);
		if (code <= 0)
			return false;
	}
	return true;
}

/* ---- normal forms ---- */

/* CHARBOUND must not be among them: with COMPOSE it would write its own marks into the text. */
enum {
	NFC = UTF8PROC_STABLE | UTF8PROC_COMPOSE,
	FOLDED = NFC | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK
};

/* The decomposed code points of `s`, with the one place more that utf8proc_reencode() asks for; the
 * bytes are well-formed, so that it cannot fail. */
static int32_t *decompose(struct arena *a, const char *s, size_t length, int options, size_t *count)
{
	const utf8proc_uint8_t *from = (const utf8proc_uint8_t *)s;
	utf8proc_option_t how = (utf8proc_option_t)options;
	utf8proc_ssize_t need = utf8proc_decompose(from, (utf8proc_ssize_t)length, NULL, 0, how);
	*count = need > 0 ? (size_t)need : 0;
	int32_t *codes = arena_get(a, *count + 1, sizeof *codes);
	if (need > 0)
		utf8proc_decompose(from, (utf8proc_ssize_t)length, codes, need, how);
	return codes;
}

static char *reencode(struct arena *a, int32_t *codes, size_t count, int options)
{
	utf8proc_ssize_t bytes = utf8proc_reencode(codes, (utf8proc_ssize_t)count,
	                                           (utf8proc_option_t)options);
	return arena_copy(a, (const char *)codes, bytes > 0 ? (size_t)bytes : 0);
}

char text_ascii(const char *letter, size_t length)
{
	enum { MOST = 32 };
	int32_t code, parts[MOST];
	int bound = 0;
	(void)utf8_next(letter, length, &code);
	utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK;
	utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, MOST, how, &bound);
	return code >= 0 && count > 0 && parts[0] >= ' ' && parts[0] < 0x7F ? (char)parts[0] : '?';
}

/* ---- cleaning ---- */

/* Ranges that are dropped: controls, direction marks and invisible letters, and what XML cannot
 * carry. U+200C and U+200D stay: they join scripts and emoji. */
static const struct {
	int32_t first, last;
} unwanted[] = {
	{ 0x0000, 0x001F },   /* C0 */
	{ 0x007F, 0x009F },   /* DEL, C1 */
	{ 0x00AD, 0x00AD },   /* soft hyphen */
	{ 0x061C, 0x061C },   /* Arabic letter mark */
	{ 0x200B, 0x200B },   /* zero width space */
	{ 0x200E, 0x200F },   /* direction marks */
	{ 0x202A, 0x202E },   /* direction embeddings and overrides */
	{ 0x2060, 0x206F },   /* word joiner, direction isolates, deprecated controls */
	{ 0xFDD0, 0xFDEF },   /* noncharacters */
	{ 0xFEFF, 0xFEFF },   /* byte order mark */
	{ 0xFFF9, 0xFFFB },   /* interlinear annotation */
	{ 0xE0000, 0xE0FFF }, /* tags: invisible text */
};

static bool is_unwanted(int32_t code)
{
	if (code < 0 || (code & 0xFFFE) == 0xFFFE)
		return true;
	for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++) {
		if (code >= unwanted[i].first && code <= unwanted[i].last)
			return true;
	}
	return false;
}

static bool is_line_end(int32_t code)
{
	return (code >= '\n' && code <= '\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

static bool is_blank(int32_t code)
{
	return is_line_end(code) || code == '\t' || utf8_is(code, 1u << UTF8PROC_CATEGORY_ZS);
}

/* More marks than this on one letter are dropped (the stream-safe limit of UAX 15): no writing
 * needs them, and putting a long run in canonical order takes the square of its length. */
enum { MARKS_MOST = 30 };

/* Counts the marks since the last letter, as they will be once decomposed; false: one too many. */
static bool marks_fit(int32_t code, int *marks)
{
	int32_t parts[8];
	int bound = UTF8PROC_BOUNDCLASS_START;
	utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, sizeof parts / sizeof *parts,
	                                                 UTF8PROC_STABLE | UTF8PROC_DECOMPOSE,
	                                                 &bound);
	int run = *marks;
	for (utf8proc_ssize_t i = 0; i < count && i < 8; i++) {
		bool mark = utf8proc_get_property(parts[i])->combining_class != 0;
		run = mark ? run + 1 : 0;
		if (run > MARKS_MOST)
			return false;
	}
	*marks = run;
	return true;
}

/* The state of cleaning one text: what was written, and blanks still to be written before the next
 * letter. */
struct cleaning {
	char *out;
	size_t length;
	int marks;
	bool blank;   /* a tab or line end was seen */
	int newlines; /* line ends seen, where they are kept */
};

/* Writes the pending blanks. At the start there are none, so that leading blanks vanish. */
static void clean_gap(struct cleaning *c)
{
	if (c->length > 0 && c->newlines > 0) {
		while (c->length > 0 && c->out[c->length - 1] == ' ')
			c->length--;
		memset(c->out + c->length, '\n', (size_t)c->newlines);
		c->length += (size_t)c->newlines;
	} else if (c->length > 0 && c->blank && c->out[c->length - 1] != ' ') {
		c->out[c->length++] = ' ';
	}
	c->blank = false;
	c->newlines = 0;
}

static void clean_one(struct cleaning *c, int32_t code, bool lines)
{
	if (is_line_end(code) || code == '\t') {
		c->blank = true;
		c->marks = 0;
		c->newlines += lines && code != '\t';
		return;
	}
	if (is_unwanted(code) || !marks_fit(code, &c->marks))
		return;
	bool blank = is_blank(code);
	if (blank && (c->length == 0 || c->blank))
		return;
	clean_gap(c);
	if (blank)
		c->out[c->length++] = ' ';
	else
		c->length += (size_t)utf8proc_encode_char(code,
		                                          (utf8proc_uint8_t *)c->out + c->length);
}

static bool is_plain(const char *s, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)s[i] < ' ' || (unsigned char)s[i] > '~')
			return false;
	}
	return length == 0 || (s[0] != ' ' && s[length - 1] != ' ');
}

char *text_clean(struct arena *a, const char *s, size_t length, bool lines)
{
	if (is_plain(s, length))
		return arena_copy(a, s, length);

	struct arena scratch = arena_start((size_t)-1);
	struct cleaning c = { .out = arena_get(&scratch, length + 1, 1) };
	for (size_t at = 0; at < length;) {
		int32_t code;
		size_t bytes = utf8_next(s + at, length - at, &code);
		bool pair = code == '\r' && at + 1 < length && s[at + 1] == '\n';
		if (!pair)
			clean_one(&c, code, lines);
		at += bytes;
	}
	while (c.length > 0 && c.out[c.length - 1] == ' ')
		c.length--;

	size_t count;
	int32_t *codes = decompose(&scratch, c.out, c.length, NFC, &count);
	char *clean = reencode(a, codes, count, NFC);
	arena_drop(&scratch);
	return clean;
}

/* ---- folding ---- */

/* With the symbols that stand alone for a mark (` ´), and with the letters that transcribe hamzah
 * and ain (ʹ … ˁ): all of them are typed for an apostrophe. */
static bool is_punctuation(int32_t code)
{
	const uint32_t punctuation = 1u << UTF8PROC_CATEGORY_PC | 1u << UTF8PROC_CATEGORY_PD |
	                             1u << UTF8PROC_CATEGORY_PS | 1u << UTF8PROC_CATEGORY_PE |
	                             1u << UTF8PROC_CATEGORY_PI | 1u << UTF8PROC_CATEGORY_PF |
	                             1u << UTF8PROC_CATEGORY_PO | 1u << UTF8PROC_CATEGORY_SK;
	return utf8_is(code, punctuation) || (code >= 0x02B9 && code <= 0x02C1);
}

static bool is_ascii(const char *s)
{
	while (*s >= ' ' && *s <= '~')
		s++;
	return *s == '\0';
}

/* The same as fold() of a text that most texts are: letters, digits and marks of ASCII. */
static char *fold_ascii(struct arena *a, const char *s, bool parts)
{
	char *out = arena_get(a, strlen(s) + 1, 1);
	size_t left = 0;
	for (; *s != '\0'; s++) {
		bool mark = strchr("!\"#%&'()*,-./:;?@[\\]^_`{}", *s) != NULL;
		bool blank = *s == ' ' || (mark && parts);
		if ((mark && !parts) || (blank && (left == 0 || out[left - 1] == ' ')))
			continue;
		bool capital = *s >= 'A' && *s <= 'Z';
		out[left++] = blank ? ' ' : capital ? (char)(*s + ('a' - 'A')) : *s;
	}
	while (left > 0 && out[left - 1] == ' ')
		left--;
	out[left] = '\0';
	return out;
}

/* Punctuation is dropped, or parts words as a blank does. */
static char *fold(struct arena *a, const char *s, bool parts)
{
	if (is_ascii(s))
		return fold_ascii(a, s, parts);
	struct arena scratch = arena_start((size_t)-1);
	/* Usually clean already, which is checked cheaply; cleaning must be cheap too. */
	s = text_clean(&scratch, s, strlen(s), false);
	size_t length = strlen(s);

	/* Spacing accents decompose into a blank and a mark, so they must be dropped first, as
	 * punctuation. */
	char *bare = arena_get(&scratch, length + 1, 1);
	size_t kept = 0;
	for (size_t at = 0; at < length;) {
		int32_t code;
		size_t bytes = utf8_next(s + at, length - at, &code);
		if (!is_punctuation(code)) {
			memcpy(bare + kept, s + at, bytes);
			kept += bytes;
		} else if (parts) {
			bare[kept++] = ' ';
		}
		at += bytes;
	}

	/* And dropped again afterwards: compatible forms such as "⑴" decompose into punctuation. */
	size_t count, left = 0;
	int32_t *codes = decompose(&scratch, bare, kept, FOLDED, &count);
	for (size_t i = 0; i < count; i++) {
		bool mark = is_punctuation(codes[i]);
		bool blank = is_blank(codes[i]) || (mark && parts);
		if ((mark && !parts) || (blank && (left == 0 || codes[left - 1] == ' ')))
			continue;
		codes[left++] = blank ? ' ' : codes[i];
	}
	if (left > 0 && codes[left - 1] == ' ')
		left--;
	char *folded = reencode(a, codes, left, FOLDED);
	arena_drop(&scratch);
	return folded;
}

char *text_fold(struct arena *a, const char *s)
{
	return fold(a, s, false);
}

char *text_fold_parts(struct arena *a, const char *s)
{
	return fold(a, s, true);
}

char *text_digits(struct arena *a, const char *s)
{
	char *digits = fold(a, s, false);
	size_t kept = 0;
	for (const char *at = digits; *at != '\0'; at++) {
		if (*at >= '0' && *at <= '9')
			digits[kept++] = *at;
		else if (*at != ' ')
			return NULL;
	}
	digits[kept] = '\0';
	return digits;
}

char *text_fold_words(struct arena *a, const char *s)
{
	char *parted = arena_text(a, s);
	for (char *at = parted; *at != '\0'; at++) {
		if (*at == '/')
			*at = ' ';
	}
	return text_fold(a, parted);
}
