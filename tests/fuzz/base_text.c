/* Any bytes: what text_clean() lets in is clean, stays so, and leaves harmless. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "fuzz.h"

static void try_cleaned(const char *s, bool lines)
{
	size_t length = strlen(s);
	must(text_is_valid(s, length));
	must(length == 0 || (s[0] != ' ' && s[length - 1] != ' '));
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)s[i];
		must((c >= ' ' && c != 0x7F) || (lines && c == '\n'));
	}
}

static void try_columns(const char *s)
{
	int columns, sum = 0;
	size_t length = strlen(s), at = 0, before = 0;
	for (size_t bytes; (bytes = text_grapheme(s + at, &columns)) > 0; at += bytes) {
		must(columns >= 0 && columns <= 2);
		sum += columns;
		before = bytes;
	}
	must(at == length && sum == text_columns(s));
	must(text_grapheme_before(s, length) == before);
}

typedef void sink(struct text *t, const char *s);

static void try_sinks(struct arena *a, const char *s)
{
	static sink *const sinks[] = { text_add_xml, text_add_json, text_add_url, text_add_plain };
	for (size_t i = 0; i < COUNT_OF(sinks); i++) {
		struct text t = text_start(a);
		sinks[i](&t, s);
		must(t.length == strlen(t.s) && text_is_valid(t.s, t.length));
		must(t.s[strcspn(t.s, "\n\r\t\x1B\x7F")] == '\0');
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1 || size > 64 * KIB)
		return 0;
	struct arena a = arena_start(64 * MIB);
	bool lines = data[0] % 2;
	const char *in = (const char *)data + 1;
	char *once = text_clean(&a, in, size - 1, lines);
	char *again = text_clean(&a, once, strlen(once), lines);
	try_cleaned(once, lines);
	must(text_same(once, again));
	try_columns(once);
	try_sinks(&a, once);

	char *key = text_fold(&a, once);
	try_cleaned(key, false);

	/* what was never cleaned may do no harm either */
	char *raw = arena_copy(&a, in, size - 1);
	try_columns(raw);
	try_cleaned(text_fold(&a, raw), false);
	struct text t = text_start(&a);
	text_add_plain(&t, raw);
	must(text_is_valid(t.s, t.length));
	arena_drop(&a);
	return 0;
}
