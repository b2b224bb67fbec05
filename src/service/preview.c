/* The text of a PDF that was handed in, for verification, and how many pages it has: read by
 * pdftotext and pdfinfo in a process of its own, limited in time, memory and output by prlimit, because the file comes from outside. The text
 * is cached beside the papers; a stored document never changes. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define READER "/usr/bin/pdftotext"
#define ABOUT  "/usr/bin/pdfinfo"
#define BOUNDS "/usr/bin/prlimit"

enum { PATIENCE_MS = 1500, PREVIEW_BYTES = 256 * 1024, ABOUT_BYTES = 16 * 1024, PAGES_MOST = 9999 };

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

/* The number after "Pages:" of what pdfinfo says; 0: it says none. */
static long long pages_said(const struct bytes *said, struct arena *a)
{
	static const char mark[] = "\nPages:";
	const char *text = arena_copy(a, (const char *)said->data, said->size);
	const char *at = strstr(text, mark);
	long long pages = 0;
	if (at == NULL)
		return 0;
	at += sizeof mark - 1;
	at += strspn(at, " ");
	return text_number(arena_copy(a, at, strcspn(at, "\r\n")), 1, PAGES_MOST, &pages) ? pages
	                                                                                  : 0;
}

static long long pages_read(const char *pdf, struct arena *a)
{
	struct child child;
	struct fault why;
	struct bytes said = { 0 };
	int code = 0;
	const char *const argv[] = { BOUNDS,
		                     "--cpu=2",
		                     "--as=536870912",
		                     "--core=0",
		                     "/bin/sh",
		                     "-c",
		                     "exec " ABOUT " \"$0\" 2>/dev/null",
		                     pdf,
		                     NULL };
	bool begun = child_start(&child, argv, true, &why);
	bool heard = begun && pipe_drain(child.out, ABOUT_BYTES, PATIENCE_MS, a, &said, &why);
	bool ended = heard && child_wait(&child, PATIENCE_MS, &code);
	if (begun)
		child_stop(&child);
	return ended && code == 0 ? pages_said(&said, a) : 0;
}

long long document_pages(const struct login *s, const char *digest, struct arena *a)
{
	struct bytes kept;
	struct fault why;
	long long pages = 0;
	const char *folder = home_file(&s->app->home, "cetak/teks", a);
	const char *path = arena_print(a, "%s/%.*s.halaman", folder, DOCUMENT_DIGEST, digest);
	if (file_exists(path) && file_read(path, ABOUT_BYTES, a, &kept, &why) &&
	    text_number(arena_copy(a, (const char *)kept.data, kept.size), 0, PAGES_MOST, &pages))
		return pages;
	if (!file_exists(ABOUT) || !file_exists(BOUNDS))
		return 0;
	pages = pages_read(service_document(s->app, digest, a), a);
	const char *number = arena_print(a, "%lld", pages);
	(void)(folder_make(folder, &why) && file_write(path, number, strlen(number), 0600, &why));
	return pages;
}
