/* The words of a PDF that was handed in, for whoever verifies it: read by pdftotext in a process of
 * its own, bounded in time, memory and output by prlimit, because the file comes from outside. What
 * was read once is kept beside the papers; a kept document never changes. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define READER "/usr/bin/pdftotext"
#define BOUNDS "/usr/bin/prlimit"

enum { PATIENCE_MS = 4000, PREVIEW_BYTES = 256 * 1024 };

static bool read_out(const char *pdf, const char *out, struct fault *why)
{
	struct child child;
	int code = 0;
	const char *const argv[] = {
		BOUNDS, "--cpu=3", "--as=536870912", "--core=0", "--fsize=1048576", READER, "-q",
		"-l",   "3",       "-enc",           "UTF-8",    "-nopgbrk",        pdf,    out,
		NULL
	};
	if (!child_start(&child, argv, false, why))
		return false;
	if (!child_wait(&child, PATIENCE_MS, &code)) {
		child_stop(&child);
		return fault_set(why, FAULT_OUTSIDE, N_("teks berkas ini terlalu lama dibaca"));
	}
	return code == 0 || fault_set(why, FAULT_OUTSIDE, N_("teks berkas ini tidak terbaca"));
}

static bool read_into(const struct session *s, const char *digest, const char *kept,
                      struct arena *a, struct fault *why)
{
	struct bytes words;
	const char *pdf = document_file(s, digest, a);
	const struct id unique = id_new();
	const char *fresh = arena_print(a, "%s.%s", kept, unique.text);
	if (!file_exists(READER) || !file_exists(BOUNDS))
		return fault_set(
		    why, FAULT_OUTSIDE,
		    N_("teksnya tampil bila pdftotext (paket poppler-utils) terpasang"));
	bool good = read_out(pdf, fresh, why) && file_read(fresh, PREVIEW_BYTES, a, &words, why) &&
	            file_write(kept, words.data, words.size, 0600, why);
	file_drop(fresh);
	return good;
}

bool office_preview(const struct session *s, const struct document_kept *document, struct arena *a,
                    const char **words, struct fault *why)
{
	struct bytes text;
	const char *digest = arena_copy(a, document->digest, DOCUMENT_DIGEST);
	const char *folder = home_file(&s->place->home, "cetak/teks", a);
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
