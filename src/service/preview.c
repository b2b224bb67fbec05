/* The text of a PDF that was handed in, for verification: read by pdftotext in a process of its
 * own, limited in time, memory and output by prlimit, because the file comes from outside. The text
 * is cached beside the papers; a stored document never changes. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define READER "/usr/bin/pdftotext"
#define BOUNDS "/usr/bin/prlimit"

enum { PATIENCE_MS = 1500, PREVIEW_BYTES = 256 * 1024 };

/* False: it did not end in time. */
static bool read_out(const char *pdf, const char *out)
{
	struct child child;
	struct fault why;
	int code = 0;
	const char *const argv[] = {
		BOUNDS, "--cpu=2", "--as=536870912", "--core=0", "--fsize=262144", READER, "-q",
		"-l",   "3",       "-enc",           "UTF-8",    "-nopgbrk",       pdf,    out,
		NULL
	};
	bool begun = child_start(&child, argv, false, &why);
	bool ended = begun && child_wait(&child, PATIENCE_MS, &code);
	if (begun && !ended)
		child_stop(&child);
	return ended && code == 0;
}

/* A document that cannot be read has no text; that is cached too, so that it is tried only once. */
static bool read_into(const struct login *s, const char *digest, const char *kept, struct arena *a,
                      struct fault *why)
{
	struct bytes words;
	struct fault unread;
	const struct id unique = id_new();
	const char *fresh = arena_print(a, "%s.%s", kept, unique.text);
	if (!file_exists(READER) || !file_exists(BOUNDS))
		return fault_set(
		    why, FAULT_OUTSIDE,
		    N_("teksnya tampil bila pdftotext (paket poppler-utils) terpasang"));
	if (!read_out(service_document(s->app, digest, a), fresh) ||
	    !file_read(fresh, PREVIEW_BYTES, a, &words, &unread))
		words = (struct bytes){ 0 };
	file_drop(fresh);
	return file_write(kept, words.data, words.size, 0600, why);
}

bool service_preview(const struct login *s, const struct document_kept *document, struct arena *a,
                     const char **words, struct fault *why)
{
	struct bytes text;
	const char *digest = arena_copy(a, document->digest, DOCUMENT_DIGEST);
	const char *folder = home_file(&s->app->home, "cetak/teks", a);
	const char *kept = arena_print(a, "%s/%s", folder, digest);
	*words = "";
	if (!may_or_refuse(s, "lihat.perkara", why) || !folder_make(folder, why))
		return false;
	if (!file_exists(kept) && !read_into(s, digest, kept, a, why))
		return false;
	if (!file_read(kept, PREVIEW_BYTES, a, &text, why))
		return false;
	*words = text_clean(a, (const char *)text.data, text.size, true);
	return true;
}
