/* The protocol of loket-paper: a header line and a view in, sixteen bytes and a PDF out. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "private.h"

#define HEADER_MAX 80
#define BODY_WAIT  10000 /* milliseconds without a byte of a body that was promised */

struct paper_request {
	bool ends; /* print, not add */
	char name[HEADER_MAX];
	size_t length;
};

enum header_end { HEARD_LINE, HEARD_END, HEARD_NOISE };

/* Byte by byte, for what follows the line belongs to the body; a header is thirty bytes. */
static enum header_end header_read(int in, char line[HEADER_MAX])
{
	for (size_t at = 0; at < HEADER_MAX; at++) {
		ssize_t got;
		do {
			got = read(in, line + at, 1);
		} while (got < 0 && errno == EINTR);
		if (got <= 0)
			return got == 0 && at == 0 ? HEARD_END : HEARD_NOISE;
		if (line[at] == '\n') {
			line[at] = '\0';
			return HEARD_LINE;
		}
	}
	return HEARD_NOISE;
}

static bool header_parse(char *line, struct paper_request *out)
{
	char *name = strchr(line, ' ');
	char *length = name ? strchr(name + 1, ' ') : NULL;
	long long bytes;
	if (!length)
		return false;
	*name++ = '\0';
	*length++ = '\0';
	out->ends = strcmp(line, "print") == 0;
	if (!out->ends && strcmp(line, "add") != 0)
		return false;
	if (!text_number(length, 0, PAPER_VIEW_MAX, &bytes))
		return false;
	out->length = (size_t)bytes;
	memcpy(out->name, name, strlen(name) + 1);
	/* A path is for the command line only: who speaks here names a template of the court. */
	return !strchr(out->name, '/');
}

static bool answer(int out, const char *word, const void *body, size_t size, struct fault *why)
{
	char header[PAPER_ANSWER_LEN + 1];
	(void)snprintf(header, sizeof header, "%s %012zu\n", word, size);
	return pipe_write(out, header, PAPER_ANSWER_LEN, why) && pipe_write(out, body, size, why);
}

static bool answer_fault(int out, const struct fault *refused, struct fault *why)
{
	char sentence[1024];
	fault_say(refused, sentence, sizeof sentence);
	return answer(out, "no", sentence, strlen(sentence), why);
}

static bool request_serve(struct paper *p, const struct paper_request *r, struct bytes view,
                          int out, struct fault *why)
{
	struct fault refused;
	struct bytes pdf = { 0 };
	if (!paper_add(p, r->name, view, &refused) || (r->ends && !paper_finish(p, &pdf, &refused)))
		return answer_fault(out, &refused, why);
	return answer(out, "ok", pdf.data ? (const void *)pdf.data : "", pdf.size, why);
}

bool paper_serve(struct paper *p, int in, int out, struct fault *why)
{
	for (;;) {
		char line[HEADER_MAX];
		struct paper_request r;
		enum header_end heard = header_read(in, line);
		if (heard == HEARD_END)
			return true;
		if (heard == HEARD_NOISE || !header_parse(line, &r)) {
			return fault_set(
			    why, FAULT_MISUSE,
			    N_("Permintaan cetak tidak dapat dibaca. Lihat loket-paper(8)."));
		}
		struct arena a = arena_start(PAPER_VIEW_MAX + 64 * KIB);
		struct bytes view = { .data = arena_get(&a, r.length + 1, 1), .size = r.length };
		bool served = pipe_read(in, view.data, view.size, BODY_WAIT, why) &&
		              request_serve(p, &r, view, out, why);
		arena_drop(&a);
		if (!served)
			return false;
	}
}
