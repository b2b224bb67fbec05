/* The list of a backup's files with their digests, as sha256sum(1) reads it. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define MANIFEST "SHA256SUMS"

enum { MANIFEST_MAX = 256 * 1024 * 1024, DEEPEST_PATH = 4096 };

static void hash_part(void *to, const void *part, size_t size)
{
	crypto_hash_sha256_update(to, part, size);
}

bool file_digest(const char *path, char out[DIGEST_ROOM], struct fault *why)
{
	crypto_hash_sha256_state state;
	unsigned char hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_init(&state);
	if (!file_parts(path, hash_part, &state, why))
		return false;
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(out, DIGEST_ROOM, hash, sizeof hash);
	return true;
}

static void add(struct manifest *m, const char *digest, const char *path, struct arena *a)
{
	m->items = list_grow(a, m->items, m->count, &m->capacity, sizeof *m->items);
	m->items[m->count++] = (struct manifest_line){ arena_text(a, digest), path };
}

bool manifest_write(const char *folder, struct arena *a, struct manifest *out, struct fault *why)
{
	struct tree files;
	struct text all = text_start(a);
	*out = (struct manifest){ 0 };
	if (!tree_read(folder, a, &files, why))
		return false;
	for (size_t i = 0; i < files.count; i++) {
		char digest[DIGEST_ROOM];
		const char *path = files.items[i].path;
		if (!file_digest(arena_print(a, "%s/%s", folder, path), digest, why))
			return false;
		text_addf(&all, "%s  %s\n", digest, path);
		add(out, digest, path, a);
		out->bytes += files.items[i].size;
		progress_tell(i + 1, files.count);
	}
	return file_write(arena_print(a, "%s/%s", folder, MANIFEST), all.s, all.length, 0600, why);
}

/* Below the folder and nowhere else. */
static bool path_is_below(const char *path)
{
	return path[0] != '\0' && path[0] != '/' && strstr(path, "..") == NULL &&
	       strlen(path) < DEEPEST_PATH;
}

static bool line_read(char *line, struct arena *a, struct manifest *out)
{
	enum { BLANKS = 2 };
	size_t hex = strspn(line, "0123456789abcdef");
	if (hex != DOCUMENT_DIGEST || strncmp(line + hex, "  ", BLANKS) != 0 ||
	    !path_is_below(line + hex + BLANKS))
		return false;
	line[hex] = '\0';
	add(out, line, line + hex + BLANKS, a);
	return true;
}

bool manifest_read(const char *folder, struct arena *a, struct manifest *out, struct fault *why)
{
	struct bytes all;
	const char *path = arena_print(a, "%s/%s", folder, MANIFEST);
	*out = (struct manifest){ 0 };
	if (!file_read(path, MANIFEST_MAX, a, &all, why))
		return false;
	char *rest = (char *)all.data;
	for (char *line; (line = strsep(&rest, "\n")) != NULL;) {
		if (line[0] != '\0' && !line_read(line, a, out))
			return fault_set(why, FAULT_REFUSED,
			                 N_("%1: bukan daftar berkas sebuah cadangan Loket"), path);
	}
	return true;
}

bool manifest_holds(const char *folder, const struct manifest *m, struct arena *a,
                    struct fault *why)
{
	for (size_t i = 0; i < m->count; i++) {
		char digest[DIGEST_ROOM];
		const char *path = m->items[i].path;
		if (!file_digest(arena_print(a, "%s/%s", folder, path), digest, why))
			return false;
		if (!text_same(digest, m->items[i].digest))
			return fault_set(
			    why, FAULT_REFUSED,
			    N_("Cadangan %1 rusak: %2 tidak lagi seperti ketika dibuat; pakai "
			       "cadangan lain"),
			    folder, path);
		progress_tell(i + 1, m->count);
	}
	return true;
}

static int by_path(const void *key, const void *line)
{
	return strcmp(key, ((const struct manifest_line *)line)->path);
}

const char *manifest_digest(const struct manifest *m, const char *path)
{
	const struct manifest_line *found =
	    m->count == 0 ? NULL : bsearch(path, m->items, m->count, sizeof *m->items, by_path);
	return found == NULL ? NULL : found->digest;
}
