/* A document in a form: the path that was typed, until it is taken in; from then on what it is kept
 * as, "berkas:SHA256:name". Whether the path exists is asked when it is taken in, not here. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

enum { DIGEST_LETTERS = 64 };

#define TAKEN_IN "berkas:"

static bool is_taken_in(const char *s)
{
	if (!text_starts(s, TAKEN_IN))
		return false;
	s += strlen(TAKEN_IN);
	return strspn(s, "0123456789abcdef") == DIGEST_LETTERS && s[DIGEST_LETTERS] == ':' &&
	       s[DIGEST_LETTERS + 1] != '\0';
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash == NULL ? path : slash + 1;
}

/* Is `name`'s ending among those of from="pdf jpg"? */
static bool kind_allowed(const char *from, const char *name, struct arena *a)
{
	static const struct {
		const char *written, *means;
	} others[] = { { "jpeg", "jpg" } };
	const char *dot = strrchr(name, '.');
	if (dot == NULL || dot == name)
		return false;
	const char *ending = text_fold(a, dot + 1);
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		if (text_same(ending, others[i].written))
			ending = others[i].means;
	}
	size_t length = strlen(ending);
	while (*from != '\0') {
		size_t word = strcspn(from, " ");
		if (word == length && memcmp(from, ending, length) == 0)
			return true;
		from += word;
		from += strspn(from, " ");
	}
	return false;
}

bool file_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	/* Names on disk are bytes: normalising one would name another file. */
	size_t length = strlen(typed);
	const char *path = text_is_valid(typed, length) ? arena_text(q->a, typed)
	                                                : text_clean(q->a, typed, length, false);
	if (!is_taken_in(path) && !kind_allowed(q->field->from, last_part(path), q->a)) {
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("%1: “%2” bukan jenis berkas yang diterima. Pilih salah satu dari: %3."),
		    _(q->field->label), last_part(path), q->field->from);
	}
	*stored = path;
	return true;
}

const char *file_show(const struct asked *q, const char *stored)
{
	(void)q;
	return is_taken_in(stored) ? stored + strlen(TAKEN_IN) + DIGEST_LETTERS + 1
	                           : last_part(stored);
}
