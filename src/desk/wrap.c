/* Lines of a text in a width of columns. */
#include "wrap.h"

#include <string.h>

#include "loket/text.h"

bool wrap_line(const char *s, int width, size_t *length, size_t *next)
{
	size_t at = 0, blank = 0;
	bool has_blank = false;
	int used = 0, columns;
	for (size_t bytes; (bytes = text_grapheme(s + at, &columns)) > 0; at += bytes) {
		bool is_full = used + columns > width && at > 0;
		if (s[at] == '\n' || (is_full && s[at] == ' ')) {
			*length = at;
			*next = at + 1;
			return true;
		}
		if (is_full) {
			*length = has_blank ? blank : at;
			*next = has_blank ? blank + 1 : at;
			return true;
		}
		if (s[at] == ' ') {
			has_blank = true;
			blank = at;
		}
		used += columns;
	}
	*length = *next = at;
	return false;
}

bool wrap_take(const char **s, int width, char *line, size_t capacity)
{
	size_t length, next;
	bool more = wrap_line(*s, width, &length, &next);
	length = length < capacity ? length : capacity - 1;
	memcpy(line, *s, length);
	line[length] = '\0';
	*s += next;
	return more;
}
