/* Reading XML with line numbers and schema; writing XML. No network, no DTD, only the five
 * predefined entities, at most 8 MiB per document: a DOCTYPE is refused. (libxml2 with
 * XML_PARSE_NONET and without NOENT, DTDLOAD, DTDATTR, XINCLUDE, HUGE.) */
#ifndef LOKET_XML_H
#define LOKET_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/arena.h"
#include "loket/fault.h"
#include "loket/text.h"

/* ---- schema.c ---- */
struct xml_schema; /* a compiled XSD */
struct xml;        /* a parsed document */
struct xml_node;   /* an element in it; lives as long as the document */

MUST_USE bool xml_schema_open(const char *path, struct xml_schema **out, struct fault *why);
void xml_schema_close(struct xml_schema **s); /* NULL is fine; sets it to NULL */

/* ---- reader.c ---- */
/* `schema` may be NULL (well-formedness only). The fault names file, line and what was expected. */
MUST_USE bool xml_open(const char *path, const struct xml_schema *schema, struct xml **out,
                       struct fault *why);
/* The same from memory; `name` is what faults call it. */
MUST_USE bool xml_parse(const void *data, size_t size, const char *name,
                        const struct xml_schema *schema, struct xml **out, struct fault *why);
void xml_close(struct xml **x);

const struct xml_node *xml_root(const struct xml *x);
const char *xml_name(const struct xml_node *n);  /* local name */
const char *xml_space(const struct xml_node *n); /* namespace, "" for none */
int xml_line(const struct xml_node *n);
const char *xml_file(const struct xml *x);

/* The first child element named `name` (NULL: any), and the next sibling so named; NULL: none. */
const struct xml_node *xml_child(const struct xml_node *n, const char *name);
const struct xml_node *xml_next(const struct xml_node *n, const char *name);

/* Copied into `a` and text_clean()ed; or `absent` itself where there is no such attribute. */
const char *xml_attribute(const struct xml_node *n, const char *name, const char *absent,
                          struct arena *a);
/* All attributes in their order. */
struct xml_pair {
	const char *name, *value;
};
size_t xml_attributes(const struct xml_node *n, struct arena *a, const struct xml_pair **out);
/* All text below, runs of blanks as one; and the same with its newlines, without their indents. */
const char *xml_content(const struct xml_node *n, struct arena *a);
const char *xml_content_lines(const struct xml_node *n, struct arena *a);
/* All text below as it is written, blanks at both ends gone, not cleaned: for paths. */
const char *xml_content_bytes(const struct xml_node *n, struct arena *a);
/* The content of the first child named so, "" when absent. */
const char *xml_child_content(const struct xml_node *n, const char *name, struct arena *a);

/* Mixed content in order: text directly in `n` (`mark` is "") and text in a child element (`mark`
 * is its name). Runs of blanks are one blank; blanks at both ends of the whole are gone. Returns
 * how many. */
struct xml_run {
	const char *mark, *text;
};
size_t xml_runs(const struct xml_node *n, struct arena *a, const struct xml_run **out);

/* A fault that names file and line of `n`; returns false. `text` has %1 for `what`. */
bool xml_refuse(const struct xml *x, const struct xml_node *n, struct fault *why, const char *text,
                const char *what);

/* ---- writer.c ---- */
struct xml_out {
	struct text text;
	int depth;
	bool open; /* the last start tag still lacks its '>' */
	const char *names[32];
};
struct xml_out xml_start(struct arena *a);
void xml_begin(struct xml_out *o, const char *name);
void xml_put_attribute(struct xml_out *o, const char *name, const char *value);
void xml_put(struct xml_out *o, const char *value); /* content, escaped */
void xml_end(struct xml_out *o);
void xml_leaf(struct xml_out *o, const char *name, const char *value);
const char *xml_finish(struct xml_out *o); /* closes all that is open */

#endif
