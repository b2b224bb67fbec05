/* The text of a PDF that was handed in, for verification: read by pdftotext in a process of its
 * own, limited in time, memory and output by prlimit, because the file comes from outside. The text
 * is cached beside the papers; a stored document never changes. */
#include <string.h>
#include <strings.h>

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

/* Stands beside the text of a document that could not be opened. */
static const char *broken_mark(const char *kept, struct arena *a)
{
	return arena_print(a, "%s.rusak", kept);
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
	bool opened = read_out(service_document(s->app, digest, a), fresh);
	if (!opened || !file_read(fresh, PREVIEW_BYTES, a, &words, &unread))
		words = (struct bytes){ 0 };
	file_drop(fresh);
	if (!opened && !file_write(broken_mark(kept, a), "", 0, 0600, why))
		return false;
	return file_write(kept, words.data, words.size, 0600, why);
}

/* The file that holds its text, made the first time. */
static bool text_ready(const struct login *s, const char *digest, struct arena *a,
                       const char **kept, struct fault *why)
{
	const char *folder = home_file(&s->app->home, "cetak/teks", a);
	*kept = arena_print(a, "%s/%s", folder, digest);
	return folder_make(folder, why) &&
	       (file_exists(*kept) || read_into(s, digest, *kept, a, why));
}

bool service_preview(const struct login *s, const struct document_kept *document, struct arena *a,
                     const char **words, struct fault *why)
{
	struct bytes text;
	const char *kept, *digest = arena_copy(a, document->digest, DOCUMENT_DIGEST);
	*words = "";
	if (!may_or_refuse(s, "lihat.perkara", why) || !service_sees_personal(s, why) ||
	    !text_ready(s, digest, a, &kept, why) || !file_read(kept, PREVIEW_BYTES, a, &text, why))
		return false;
	*words = text_clean(a, (const char *)text.data, text.size, true);
	return true;
}

/* ---- which documents can be opened ---- */

static bool is_pdf(const char *name)
{
	const char *ending = strrchr(name, '.');
	return ending != NULL && strcasecmp(ending, ".pdf") == 0;
}

/* A PDF that the reader opens; of other kinds their first bytes were looked at when they were taken
 * in. Nothing is said of a PDF where no reader is at hand. */
static void fact_add(const struct login *s, const struct document_kept *kept, struct arena *a,
                     struct paper_facts *out)
{
	const char *text;
	struct fault why;
	const char *digest = arena_copy(a, kept->digest, DOCUMENT_DIGEST);
	bool readable = file_exists(service_document(s->app, digest, a));
	if (readable && is_pdf(kept->name)) {
		if (!text_ready(s, digest, a, &text, &why))
			return;
		readable = !file_exists(broken_mark(text, a));
	}
	out->items = list_grow(a, out->items, out->count, &out->capacity, sizeof *out->items);
	out->items[out->count++] = (struct paper_fact){ digest, readable };
}

void service_paper_facts(const struct login *s, const struct filing *f, struct arena *a,
                         struct paper_facts *out)
{
	*out = (struct paper_facts){ 0 };
	for (size_t i = 0; i < f->fill_count; i++) {
		const struct values *v = &f->fills[i].values;
		struct document_kept kept;
		for (size_t k = 0; k < v->count; k++) {
			if (document_taken(v->items[k].text, &kept))
				fact_add(s, &kept, a, out);
		}
	}
}
