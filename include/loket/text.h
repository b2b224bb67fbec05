/* UTF-8 text: cleaning, width, search keys, escaping.
 *
 * All text in Loket is NUL-terminated UTF-8 in normal form NFC without control characters;
 * text_clean() makes it so where it enters (keyboard, paste, files, XML, JSON, HTTP), and
 * everything behind may rely on it. Width is counted in terminal columns by grapheme (Unicode UAX
 * 29 and 11, by libutf8proc). */
#ifndef LOKET_TEXT_H
#define LOKET_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/arena.h"

/* ---- utf8.c ---- */
/* True when `s` of `length` bytes is well-formed UTF-8 without NUL. */
bool text_is_valid(const char *s, size_t length);

/* A clean copy: NFC; blanks at both ends gone; tabs and newlines become one blank unless `lines`
 * keeps newlines; other control, bidi-override and ill-formed bytes dropped. Never NULL. */
char *text_clean(struct arena *a, const char *s, size_t length, bool lines);

/* The search key of a name: NFKC case-folded, marks and punctuation dropped, runs of blanks one.
 * Equal for "Nur’aini", "NURAINI" and "nur aini" except for the blank. Never NULL. */
char *text_fold(struct arena *a, const char *s);

/* The same with every punctuation a blank: "M.Yusuf" is "m yusuf". */
char *text_fold_parts(struct arena *a, const char *s);

/* What stands for one letter where only ASCII is shown: "é" is e; what has none is '?'. */
char text_ascii(const char *letter, size_t length);

/* A number that is a name (NIK, account, telephone): its digits without the blanks and punctuation
 * between them; NULL when anything else stands there. */
char *text_digits(struct arena *a, const char *s);

/* The same of words that a person chooses by: a slash parts them ("Pengesahan/Isbat"). */
char *text_fold_words(struct arena *a, const char *s);

/* ---- text.c ---- */
bool text_same(const char *a, const char *b); /* both may be NULL; NULL equals NULL only */
bool text_is_empty(const char *s);            /* NULL or "" */
bool text_starts(const char *s, const char *prefix);
/* Does it tell anything, as a reason must: two words at least, ten letters together? */
bool text_tells(const char *s);

/* A whole decimal number in `s`, no sign, no blanks, within [low, high]. */
bool text_number(const char *s, long long low, long long high, long long *out);

/* A builder: text that grows in an arena. */

/* A builder: text that grows in an arena. */
struct text {
	struct arena *a;
	char *s; /* NUL-terminated; never NULL after text_start() */
	size_t length, capacity;
};

struct text text_start(struct arena *a);
void text_add(struct text *t, const char *s);
void text_add_bytes(struct text *t, const char *s, size_t length);
void text_cut(struct text *t, size_t length); /* back to its first `length` bytes */
__attribute__((format(printf, 2, 3))) void text_addf(struct text *t, const char *format, ...);

/* ---- columns.c ---- */
/* The first grapheme at `s` is a letter of ASCII: one byte, one column. Nearly all are. */
static inline bool text_is_single(const char *s)
{
	return s[0] >= ' ' && s[0] <= '~' && (unsigned char)s[1] < 0x80;
}
/* Graphemes: bytes of the first one at `s` (0 at the end), and its columns (0, 1 or 2). */
size_t text_grapheme(const char *s, int *columns);
/* Bytes of the grapheme that ends just before `s + at` (0 at the start). */
size_t text_grapheme_before(const char *s, size_t at);
int text_columns(const char *s);

/* ---- escape.c ---- */
/* Appends escaped text; adds the quotes where the format has them. */
void text_add_xml(struct text *t, const char *s);  /* element text and attribute values alike */
void text_add_json(struct text *t, const char *s); /* "…" */
/* RFC 4180; a cell a spreadsheet would read as a formula (= + - @ tab) gets a leading apostrophe.
 */
void text_add_csv(struct text *t, const char *s);
void text_add_url(struct text *t, const char *s); /* percent-encoded, RFC 3986 unreserved kept */
/* For a terminal or log line: controls as \xNN. */
void text_add_plain(struct text *t, const char *s);

#endif
