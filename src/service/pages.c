/* How many pages a PDF that was handed in has: pdfinfo says it, in a process of its own, limited in
 * time and memory by prlimit, because the file comes from outside. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define ABOUT  "/usr/bin/pdfinfo"
#define BOUNDS "/usr/bin/prlimit"

enum { PATIENCE_MS = 1500, ABOUT_BYTES = 16 * 1024, PAGES_MOST = 9999 };

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

/* Its complaints about the file are nobody's business here. */
#define QUIETLY "exec /usr/bin/pdfinfo \"$0\" 2>/dev/null"

static long long pages_read(const char *pdf, struct arena *a)
{
	struct child child;
	struct fault why;
	struct bytes said = { 0 };
	int code = 0;
	const char *const argv[] = { BOUNDS,     "--cpu=2", "--as=536870912",
		                     "--core=0", "/bin/sh", "-c",
		                     QUIETLY,    pdf,       NULL };
	bool begun = child_start(&child, argv, true, &why);
	bool heard = begun && pipe_drain(child.out, ABOUT_BYTES, PATIENCE_MS, a, &said, &why);
	bool ended = heard && child_wait(&child, PATIENCE_MS, &code);
	if (begun)
		child_stop(&child);
	return ended && code == 0 ? pages_said(&said, a) : 0;
}

long long pdf_pages(const char *pdf, const char *kept, struct arena *a)
{
	struct bytes told;
	struct fault why;
	long long pages = 0;
	if (file_exists(kept) && file_read(kept, ABOUT_BYTES, a, &told, &why) &&
	    text_number(arena_copy(a, (const char *)told.data, told.size), 0, PAGES_MOST, &pages))
		return pages;
	if (!file_exists(ABOUT) || !file_exists(BOUNDS))
		return 0;
	pages = pages_read(pdf, a);
	const char *number = arena_print(a, "%lld", pages);
	if (!file_write(kept, number, strlen(number), 0600, &why))
		file_drop(kept); /* it is counted again the next time */
	return pages;
}
