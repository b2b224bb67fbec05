/* A filled form read back from its JSON, as values_json() writes it: texts, and lists of rows of
 * texts. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* Where it stands, and where what was read goes. */
struct parser {
	const char *at;
	struct arena *a;
	struct values *out;
};

static bool is_next(struct parser *p, char c)
{
	p->at += strspn(p->at, " \t\r\n");
	return *p->at == c;
}

static bool took(struct parser *p, char c)
{
	if (!is_next(p, c))
		return false;
	p->at++;
	return true;
}

/* Bytes up to the closing quote; false: there is none. */
static bool quoted_length(const char *s, size_t *out)
{
	size_t length = strcspn(s, "\"\\");
	while (s[length] == '\\' && s[length + 1] != '\0') {
		length += 2;
		length += strcspn(s + length, "\"\\");
	}
	*out = length;
	return s[length] == '"';
}

/* Only controls are written as \u00XX; everything else stands as it is. */
static bool take_control(const char **at, char *out)
{
	static const char digits[] = "0123456789abcdef";
	const char *s = *at;
	if (strncmp(s, "00", 2) != 0 || s[2] < '0' || s[2] > '7' || s[3] == '\0')
		return false;
	const char *low = strchr(digits, s[3]);
	if (low == NULL)
		return false;
	*out = (char)(16 * (s[2] - '0') + (low - digits));
	*at += 4;
	return *out != '\0';
}

/* What follows a backslash. */
static bool take_escape(const char **at, char *out)
{
	static const char written[] = "\"\\/nrtbf", meant[] = "\"\\/\n\r\t\b\f";
	char c = *(*at)++;
	if (c == 'u')
		return take_control(at, out);
	const char *found = strchr(written, c);
	if (found != NULL)
		*out = meant[found - written];
	return found != NULL;
}

static bool take_text(struct parser *p, const char **out)
{
	size_t length;
	if (!took(p, '"') || !quoted_length(p->at, &length))
		return false;
	const char *at = p->at, *end = at + length;
	char *text = arena_get(p->a, length + 1, 1), *to = text;
	*out = text;
	for (;;) {
		size_t plain = strcspn(at, "\"\\");
		memcpy(to, at, plain);
		to += plain;
		at += plain;
		if (at == end)
			break;
		at++;
		if (!take_escape(&at, to++))
			return false;
	}
	p->at = end + 1;
	return true;
}

static bool take_value(struct parser *p, const char *list, int row, const char *field)
{
	const char *text;
	if (!take_text(p, &text))
		return false;
	struct values *v = p->out;
	v->items = list_grow(p->a, v->items, v->count, &v->room, sizeof *v->items);
	v->items[v->count++] = (struct value){ list, row, field, text };
	return true;
}

static bool take_members(struct parser *p, const char *list, int row);

static bool take_list(struct parser *p, const char *list)
{
	int row = 0;
	if (!took(p, '['))
		return false;
	do {
		if (!take_members(p, list, ++row))
			return false;
	} while (took(p, ','));
	return took(p, ']');
}

/* Of one row; or, row 0, of the form itself, where the lists stand. */
static bool take_members(struct parser *p, const char *list, int row)
{
	const char *name;
	if (!took(p, '{'))
		return false;
	if (took(p, '}'))
		return true;
	do {
		if (!take_text(p, &name) || !took(p, ':'))
			return false;
		bool rows = row == 0 && is_next(p, '[');
		if (!(rows ? take_list(p, name) : take_value(p, list, row, name)))
			return false;
	} while (took(p, ','));
	return took(p, '}');
}

bool values_parse(const char *json, struct arena *a, struct values *out)
{
	struct parser p = { json, a, out };
	*out = (struct values){ 0 };
	return take_members(&p, "", 0) && is_next(&p, '\0');
}
