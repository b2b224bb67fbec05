/* Text on its way out: each sink has its own escapes. */
#include <string.h>
#include <utf8proc.h>

#include "loket/text.h"

#include "private.h"

/* The table's row for `c`, or NULL. */
struct escape {
	char c;
	const char *written;
};

static const char *escape_find(const struct escape *rows, char c)
{
	for (; rows->written != NULL; rows++) {
		if (rows->c == c)
			return rows->written;
	}
	return NULL;
}

static bool is_control(char c)
{
	return (unsigned char)c < ' ' || c == 0x7F;
}

/* Blanks other than the plain one are written as references, so that an attribute's value survives
 * reading; other controls are not allowed in XML 1.0. */
void text_add_xml(struct text *t, const char *s)
{
	static const struct escape escapes[] = {
		{ '&', "&amp;" },  { '<', "&lt;" },   { '>', "&gt;" },
		{ '"', "&quot;" }, { '\'', "&#39;" }, { '\t', "&#9;" },
		{ '\n', "&#10;" }, { '\r', "&#13;" }, { 0, NULL },
	};
	for (; *s != '\0'; s++) {
		const char *escape = escape_find(escapes, *s);
		if (escape != NULL)
			text_add(t, escape);
		else if ((unsigned char)*s >= ' ')
			text_add_bytes(t, s, 1);
	}
}

void text_add_json(struct text *t, const char *s)
{
	static const struct escape escapes[] = {
		{ '"', "\\\"" }, { '\\', "\\\\" }, { '\n', "\\n" },
		{ '\r', "\\r" }, { '\t', "\\t" },  { 0, NULL },
	};
	text_add(t, "\"");
	const char *plain = s;
	for (; *s != '\0'; s++) {
		if (!is_control(*s) && *s != '"' && *s != '\\')
			continue;
		const char *escape = escape_find(escapes, *s);
		text_add_bytes(t, plain, (size_t)(s - plain));
		plain = s + 1;
		if (escape != NULL)
			text_add(t, escape);
		else
			text_addf(t, "\\u%04x", (unsigned)*s);
	}
	text_add_bytes(t, plain, (size_t)(s - plain));
	text_add(t, "\"");
}

void text_add_csv(struct text *t, const char *s)
{
	bool formula = *s != '\0' && strchr("=+-@\t\r", *s) != NULL;
	bool quoted = strpbrk(s, ",\"\r\n") != NULL;
	if (quoted)
		text_add(t, "\"");
	if (formula)
		text_add(t, "'");
	for (; *s != '\0'; s++) {
		if (*s == '"')
			text_add(t, "\"");
		text_add_bytes(t, s, 1);
	}
	if (quoted)
		text_add(t, "\"");
}

void text_add_url(struct text *t, const char *s)
{
	static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	                                 "0123456789-._~";
	for (; *s != '\0'; s++) {
		if (strchr(unreserved, *s) != NULL)
			text_add_bytes(t, s, 1);
		else
			text_addf(t, "%%%02X", (unsigned)(unsigned char)*s);
	}
}

/* What a terminal would obey or reorder by: controls, line separators, format characters. */
static bool is_obeyed(int32_t code)
{
	const uint32_t obeyed = 1u << UTF8PROC_CATEGORY_CC | 1u << UTF8PROC_CATEGORY_CF |
	                        1u << UTF8PROC_CATEGORY_ZL | 1u << UTF8PROC_CATEGORY_ZP;
	return code < 0 || utf8_is(code, obeyed);
}

void text_add_plain(struct text *t, const char *s)
{
	for (size_t left = strlen(s), bytes; left > 0; s += bytes, left -= bytes) {
		int32_t code;
		bytes = utf8_next(s, left, &code);
		if (!is_obeyed(code)) {
			text_add_bytes(t, s, bytes);
			continue;
		}
		for (size_t i = 0; i < bytes; i++)
			text_addf(t, "\\x%02X", (unsigned)(unsigned char)s[i]);
	}
}
