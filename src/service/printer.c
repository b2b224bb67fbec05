/* The helper loket-paper: another process, started at the first print and kept; when it ends, the
 * next print starts it again. */
#include <stdio.h>
#include <string.h>

#include "loket/store/chain.h"
#include "loket/text.h"

#include "private.h"

enum { ANSWER = 16, PATIENCE = 30000 };

static bool paper_ready(struct app *p, struct fault *why)
{
	int code;
	if (p->paper.pid != 0 && !child_wait(&p->paper, 0, &code))
		return true;
	struct arena a = arena_start(64 * KIB);
	const char *const argv[] = { home_program(&p->home, "loket-paper", &a), NULL };
	p->paper = (struct child){ .in = -1, .out = -1 };
	bool good = child_start(&p->paper, argv, true, why);
	arena_drop(&a);
	return good;
}

/* The helper's answer: "ok 000000012345\n" and a PDF, or "no …" and a sentence. */
static bool paper_answer(struct app *p, struct arena *a, struct bytes *out, struct fault *why)
{
	char head[ANSWER + 1] = "";
	long long size;
	if (!pipe_read(p->paper.out, head, ANSWER, PATIENCE, why))
		return false;
	head[ANSWER - 1] = '\0';
	if (!text_number(head + 3, 0, PRINT_PDF_MAX, &size))
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Pembantu cetak menjawab tidak jelas; coba cetak lagi"));
	out->size = (size_t)size;
	out->data = arena_get(a, out->size + 1, 1);
	if (!pipe_read(p->paper.out, out->data, out->size, PATIENCE, why))
		return false;
	if (text_starts(head, "ok "))
		return true;
	return fault_set(why, FAULT_REFUSED, N_("Surat tidak dapat dicetak: %1"),
	                 (const char *)out->data);
}

/* One paper more in the document that is open; the last one ends it, and `out` is its PDF. After a
 * fault nothing of the document is left. */
bool page_add(struct app *p, bool last, const struct specimen *paper, struct arena *a,
              struct bytes *out, struct fault *why)
{
	size_t size = strlen(paper->view);
	const char *head = arena_print(a, "%s %s %zu\n", last ? "print" : "add", paper->paper,
	                               size);
	if (!paper_ready(p, why))
		return false;
	if (pipe_write(p->paper.in, head, strlen(head), why) &&
	    pipe_write(p->paper.in, paper->view, size, why) && paper_answer(p, a, out, why))
		return true;
	child_stop(&p->paper);
	return false;
}

void pages_give_up(struct app *p)
{
	child_stop(&p->paper);
}

/* The digest first: a paper that was not written then is one that was made again under its name. */
bool paper_put(const struct login *s, const struct printed *out, const struct bytes *pdf,
               struct fault *why)
{
	char digest[DIGEST_ROOM];
	document_digest(pdf, digest);
	const struct kept_file kept = { strrchr(out->path, '/') + 1, digest, s->user, clock_now() };
	return (s->app->papers != NULL || paper_write(s->app->store, &kept, why)) &&
	       file_write(out->path, pdf->data, pdf->size, 0600, why);
}

bool page_put(const struct login *s, const char *template, const char *view, const char *name,
              struct printed *out, struct fault *why)
{
	struct bytes pdf = { NULL, 0 };
	struct arena a = arena_start(2 * (size_t)PRINT_PDF_MAX);
	const struct specimen paper = { template, view };
	paper_path(s, name, out);
	bool good = page_add(s->app, true, &paper, &a, &pdf, why) && paper_put(s, out, &pdf, why);
	arena_drop(&a);
	return good;
}
