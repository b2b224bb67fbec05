/* A line of a walk: plain words, "texts" with \n \t \e \" \\, /regular expressions/, and $NAME for
 * what was saved. A # outside of quotes begins a comment. */
#include <ctype.h>
#include <string.h>

#include "walk.h"

void text_copy(char *out, size_t capacity, const char *s)
{
	size_t length = strlen(s) < capacity ? strlen(s) : capacity - 1;
	memcpy(out, s, length);
	out[length] = '\0';
}

void names_set(struct names *n, const char *name, const char *value)
{
	int i = 0;
	while (i < n->count && strcmp(n->name[i], name) != 0)
		i++;
	if (i == NAMES_MAX)
		return;
	if (i == n->count)
		n->count++;
	text_copy(n->name[i], sizeof n->name[i], name);
	text_copy(n->value[i], sizeof n->value[i], value);
}

static char unescape(char c)
{
	switch (c) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case 'e':
		return '\033';
	default:
		return c;
	}
}

/* At $NAME: the value to `out`; gives the length of the name, 0 when it is none. */
static size_t substitute(const char *at, const struct names *n, char *out, size_t capacity)
{
	size_t length = 1;
	while (isupper((unsigned char)at[length]) || at[length] == '_' ||
	       (length > 1 && isdigit((unsigned char)at[length])))
		length++;
	for (int i = 0; i < n->count; i++)
		if (strlen(n->name[i]) == length - 1 &&
		    memcmp(n->name[i], at + 1, length - 1) == 0) {
			size_t size = strlen(n->value[i]);
			if (size >= capacity)
				return 0;
			memcpy(out, n->value[i], size + 1);
			return length;
		}
	return 0;
}

/* One word up to `end` (0: a blank); gives what follows it, NULL when it does not end. */
static const char *take(const char *at, char end, const struct names *n, char *out)
{
	size_t used = 0;
	while (*at && *at != '\n' && (end ? *at != end : !isspace((unsigned char)*at))) {
		if (used + 5 > WORD_BYTES)
			return NULL;
		size_t name = *at == '$' ? substitute(at, n, out + used, WORD_BYTES - used - 1) : 0;
		if (name) {
			used += strlen(out + used);
			at += name;
		} else if (end == '"' && at[0] == '\\' && at[1]) {
			out[used++] = unescape(at[1]);
			at += 2;
		} else if (end == '/' && at[0] == '\\' && at[1] == '/') {
			out[used++] = '/';
			at += 2;
		} else {
			out[used++] = *at++;
		}
	}
	out[used] = '\0';
	if (!end)
		return at;
	return *at == end ? at + 1 : NULL;
}

const char *words_split(const char *line, const struct names *n, struct words *out)
{
	out->count = 0;
	for (;;) {
		while (isspace((unsigned char)*line))
			line++;
		if (!*line || *line == '#')
			return NULL;
		if (out->count == WORDS_MAX)
			return "too many words";
		char quote = *line == '"' || *line == '/' ? *line : 0;
		out->kind[out->count] = quote == '"'   ? WORD_TEXT
		                        : quote == '/' ? WORD_REGEX
		                                       : WORD_PLAIN;
		line = take(line + (quote != 0), quote, n, out->text[out->count++]);
		if (!line)
			return "a quote is not closed, or the word is too long";
	}
}
