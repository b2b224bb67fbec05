/* How wide text is: graphemes by UAX 29, columns by UAX 11. */
#include <string.h>
#include <utf8proc.h>

#include "loket/text.h"

#include "private.h"

enum { SHOW_AS_EMOJI = 0xFE0F };

size_t text_grapheme(const char *s, int *columns)
{
	/* No grapheme of real writing is longer; a longer one is split, which only looks worse. */
	enum { LONGEST = 256 };
	if (text_is_single(s)) {
		if (columns != NULL)
			*columns = 1;
		return 1;
	}
	size_t left = strnlen(s, LONGEST);
	int32_t code, next;
	int32_t state = 0;
	size_t length = utf8_next(s, left, &code);
	int width = length == 0 ? 0 : code < 0 ? 1 : utf8proc_charwidth(code);
	bool more = code >= 0;
	while (more && length < left) {
		size_t bytes = utf8_next(s + length, left - length, &next);
		more = next >= 0 && !utf8proc_grapheme_break_stateful(code, next, &state);
		if (!more)
			break;
		width = next == SHOW_AS_EMOJI ? 2 : width + utf8proc_charwidth(next);
		length += bytes;
		code = next;
	}
	if (columns != NULL)
		*columns = width > 2 ? 2 : width;
	return length;
}

size_t text_grapheme_before(const char *s, size_t at)
{
	/* Where graphemes begin is known only from the start of the text: flags are pairs. */
	size_t start = 0, bytes = 0;
	while (start < at && (bytes = text_grapheme(s + start, NULL)) > 0 && start + bytes < at)
		start += bytes;
	return at - start;
}

int text_columns(const char *s)
{
	int width = 0, columns;
	for (size_t bytes; (bytes = text_grapheme(s, &columns)) > 0; s += bytes)
		width += columns;
	return width;
}
