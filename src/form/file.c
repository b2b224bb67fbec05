/* A document in a form: the typed path, and once stored "berkas:SHA256:name". Whether the path
 * exists is checked when the document is stored, not here. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define TAKEN_IN "berkas:"

bool document_taken(const char *stored, struct document_kept *out)
{
	if (!text_starts(stored, TAKEN_IN))
		return false;
	const char *digest = stored + strlen(TAKEN_IN);
	if (strspn(digest, "0123456789abcdef") != DOCUMENT_DIGEST ||
	    digest[DOCUMENT_DIGEST] != ':' || digest[DOCUMENT_DIGEST + 1] == '\0')
		return false;
	*out = (struct document_kept){ digest, digest + DOCUMENT_DIGEST + 1 };
	return true;
}

const char *document_stored(const char *digest, const char *name, struct arena *a)
{
	return arena_print(a, TAKEN_IN "%s:%s", digest, name);
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
	struct document_kept kept;
	if (!document_taken(path, &kept) && !kind_allowed(q->field->from, last_part(path), q->a)) {
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
	struct document_kept kept;
	return document_taken(stored, &kept) ? kept.name : last_part(stored);
}
