/* What the admin decides by at step 7, gathered beside the checklist: what SIPP says of the
 * parties, the warnings of the earlier steps, the payment, the documents, what was mended since the
 * filing came back. Sections of lines: one at a time in a small window, all of them in a wide one.
 */
#ifndef LOKET_DESK_EVIDENCE_H
#define LOKET_DESK_EVIDENCE_H

#include "loket/cells.h"

#include "frame.h"

struct desk;
struct filing_view;

enum evidence_section {
	EVIDENCE_SIPP,
	EVIDENCE_MENDED,
	EVIDENCE_PAYMENT,
	EVIDENCE_PAPERS,
	EVIDENCE_SECTIONS
};
struct evidence_line {
	enum style style;
	int indent;
	const char *text;
};
struct evidence {
	struct {
		struct evidence_line *lines;
		size_t count, capacity;
	} sections[EVIDENCE_SECTIONS];
	enum evidence_section shown;
	int top; /* first line seen of it */
};

/* Gathers anew from what was read; texts live in the view's arena of what was read. */
void evidence_gather(struct filing_view *v, struct desk *d);
/* F7 F8 another section, PgUp PgDn its lines; true when it was one of them. */
bool evidence_key(struct evidence *e, enum key key);
void evidence_draw(const struct evidence *e, struct cells *c, struct area where);
/* All sections one below the other; rows used. */
int evidence_draw_all(const struct evidence *e, struct cells *c, struct area where);

#endif
