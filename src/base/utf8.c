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

/* CHARBOUND is never among them: with COMPOSE it would write its own marks into the text. */
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

/* ---- cleaning ---- */

/* Ranges that are dropped: controls, what turns the direction of writing or is not seen at all, and
 * what XML cannot carry. U+200C and U+200D stay: scripts and emoji are joined by them. */
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
	{ 0xE0000, 0xE0FFF }, /* tags: text nobody sees */
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

/* The cleaning of one text: what was written, and what is still owed before the next letter. */
struct cleaning {
	char *out;
	size_t length;
	int marks;
	bool blank;   /* a tab or line end was seen */
	int newlines; /* line ends seen, where they are kept */
};

/* Pays what is owed. At the start nothing is, so that leading blanks vanish. */
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

/* The same for what is typed as a rule: letters, digits and signs of ASCII. Of its signs, those of
 * money and reckoning are no punctuation. */
static char *fold_plain(struct arena *a, const char *s, size_t length)
{
	char *folded = arena_get(a, length + 1, 1);
	size_t left = 0;
	for (size_t i = 0; i < length; i++) {
		char c = s[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		bool blank = c == ' ' && left > 0 && folded[left - 1] != ' ';
		bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		if (letter || blank || (c != ' ' && strchr("$+<=>|~", c) != NULL))
			folded[left++] = c;
	}
	if (left > 0 && folded[left - 1] == ' ')
		left--;
	folded[left] = '\0';
	return folded;
}

char *text_fold(struct arena *a, const char *s)
{
	if (is_plain(s, strlen(s)))
		return fold_plain(a, s, strlen(s));
	struct arena scratch = arena_start((size_t)-1);
	/* Clean already as a rule, which costs little; if not, it must not cost much either. */
	s = text_clean(&scratch, s, strlen(s), false);
	size_t length = strlen(s);

	/* Spacing accents fall apart into a blank and a mark, so that as punctuation they must go
	 * first. */
	char *bare = arena_get(&scratch, length + 1, 1);
	size_t kept = 0;
	for (size_t at = 0; at < length;) {
		int32_t code;
		size_t bytes = utf8_next(s + at, length - at, &code);
		if (!is_punctuation(code)) {
			memcpy(bare + kept, s + at, bytes);
			kept += bytes;
		}
		at += bytes;
	}

	/* And again after: compatible forms such as "⑴" come apart into punctuation. */
	size_t count, left = 0;
	int32_t *codes = decompose(&scratch, bare, kept, FOLDED, &count);
	for (size_t i = 0; i < count; i++) {
		bool blank = is_blank(codes[i]);
		if (is_punctuation(codes[i]) || (blank && (left == 0 || codes[left - 1] == ' ')))
			continue;
		codes[left++] = blank ? ' ' : codes[i];
	}
	if (left > 0 && codes[left - 1] == ' ')
		left--;
	char *folded = reencode(a, codes, left, FOLDED);
	arena_drop(&scratch);
	return folded;
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
