/* Paper: a template (XML, forms/print/NAME.xml) and a view (XML: named values and rows) become PDF.
 *
 * This room is linked into `loket-paper` only, a helper that no person runs: it sees no database,
 * no network and no terminal, and a crash of it is reported to the clerk as a fault. The service
 * writes views and speaks the protocol below; the words on the paper are the template's, and
 * everything that differs from court to court comes in the view.
 *
 * A view is flat (schema forms/print/view.xsd):
 *
 *     <view xmlns="urn:loket:view:1">
 *       <v n="nomor">12/Pdt.G/2026/PA.Cth</v>
 *       <rows n="baris"><row><v n="uraian">Pendaftaran</v><v n="nilai">30.000</v></row></rows>
 *     </view>
 *
 * Which names a template reads stands in the comment at its head. `dibuat` (RFC 3339, local time)
 * is asked by all: it dates the PDF, so that the same view gives the same bytes.
 *
 * The protocol, on standard input and output of `loket-paper`. A request is a header line and a
 * body of LENGTH bytes, the view:
 *
 *     print NAME LENGTH\n   lays the paper out, ends the document and answers with it
 *     add NAME LENGTH\n     lays the paper out and keeps the document open
 *
 * NAME is a template's name (a-z 0-9 -, at most 32 letters), LENGTH at most PAPER_VIEW_MAX. A
 * document is any number of `add` and one `print`; each paper of it starts on a page of its own and
 * counts its own pages. An answer is sixteen bytes and a body of so many bytes:
 *
 *     "ok 000000012345\n"   the PDF; no bytes after `add`
 *     "no 000000000123\n"   a sentence for the clerk: this paper was not made, and what was added
 *                           before it is kept
 *
 * End of input ends the helper with exit code 0, a header that cannot be read with 2. */
#ifndef LOKET_PAPER_H
#define LOKET_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/fault.h"
#include "loket/sys.h"

#define PAPER_VIEW_MAX   (4 * MIB)   /* bytes of one view */
#define PAPER_PDF_MAX    (256 * MIB) /* bytes of one document */
#define PAPER_ANSWER_LEN 16          /* bytes of an answer's header */

/* ---- pdf.c ---- */
struct paper; /* fonts, schemas, templates read so far, the document that is open */

/* Reads the two schemas under `home`. Templates are read at their first use and kept. */
MUST_USE bool paper_open(const struct home *home, struct paper **out, struct fault *why);
void paper_close(struct paper **p); /* NULL inside is fine; sets it to NULL */

/* One more paper in the open document. `template` is a name, or a path when it holds a '/'. A paper
 * that is refused leaves the document as it was. */
MUST_USE bool paper_add(struct paper *p, const char *template, struct bytes view,
                        struct fault *why);

/* Ends the document. `pdf` belongs to the writer until the next paper_add() or paper_close(). */
MUST_USE bool paper_finish(struct paper *p, struct bytes *pdf, struct fault *why);

/* ---- serve.c ---- */
/* Speaks the protocol until end of input (true) or until the other side breaks it (false). */
MUST_USE bool paper_serve(struct paper *p, int in, int out, struct fault *why);

/* ---- cage.c ---- */
/* Gives up for good what the helper does not need: new rights, other descriptors than 0-2, sockets
 * and other programs. A kernel without the means is not a fault. */
void paper_confine(void);

#endif
