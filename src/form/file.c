/* A document in a form: the typed path, and once stored "berkas:SHA256:name". What the path leads
 * to is looked at where files are read, not here: a name decides nothing. */
#include <string.h>

#include "private.h"

#define TAKEN_IN "berkas:"
#define AS_URL   "file:"

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

/* ---- paths as text ---- */

static bool is_text(const char *path, struct arena *a)
{
	return text_same(text_clean(a, path, strlen(path), false), path) &&
	       !text_starts(path, AS_URL);
}

const char *path_text(const char *path, struct arena *a)
{
	if (is_text(path, a))
		return arena_text(a, path);
	struct text t = text_start(a);
	text_add(&t, AS_URL);
	while (*path != '\0') {
		size_t length = strcspn(path, "/");
		text_add_url(&t, arena_copy(a, path, length));
		path += length;
		length = strspn(path, "/");
		text_add_bytes(&t, path, length);
		path += length;
	}
	return t.s;
}

static int hex_digit(char c)
{
	const char *digits = "0123456789ABCDEF", *at = c == '\0' ? NULL : strchr(digits, c);
	return at == NULL ? -1 : (int)(at - digits);
}

const char *path_bytes(const char *text, struct arena *a)
{
	if (!text_starts(text, AS_URL))
		return text;
	text += strlen(AS_URL);
	char *out = arena_get(a, strlen(text) + 1, 1);
	for (size_t n = 0; *text != '\0'; text++) {
		int high = *text == '%' ? hex_digit(text[1]) : -1;
		int low = high < 0 ? -1 : hex_digit(text[2]);
		if (low >= 0)
			text += 2;
		out[n++] = low < 0 ? *text : (char)(high * 16 + low);
	}
	return out;
}

/* ---- the field ---- */

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash == NULL ? path : slash + 1;
}

static const char *name_of(const char *stored, struct arena *a)
{
	const char *name = last_part(path_bytes(stored, a));
	return text_clean(a, name, strlen(name), false);
}

bool file_accept(const struct asked *q, const char *typed, const char **stored, struct fault *why)
{
	struct document_kept kept;
	bool text = document_taken(typed, &kept) || text_starts(typed, AS_URL);
	(void)why;
	*stored = text ? typed : path_text(typed, q->a);
	return true;
}

const char *file_show(const struct asked *q, const char *stored)
{
	struct document_kept kept;
	return document_taken(stored, &kept) ? kept.name : name_of(stored, q->a);
}
