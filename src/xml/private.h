/* What reader and schema share: one document parse, and how libxml2's errors become faults. */
#ifndef LOKET_XML_PRIVATE_H
#define LOKET_XML_PRIVATE_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include "loket/xml.h"

#define XML_MOST_BYTES (8 * MIB)

/* ---- parse.c ---- */
/* The first error libxml2 reports is the cause; those after it are its shadow. */
struct xml_trouble {
	const char *file;
	struct fault *why;
	bool told;
};

/* A structured error handler; `trouble` is a struct xml_trouble. Nothing is printed anywhere. */
void xml_hear(void *trouble, xmlErrorPtr error);

/* A parsed document without schema, to be freed with xmlFreeDoc(); NULL with `why` filled. */
xmlDocPtr xml_document(const void *data, size_t size, const char *name, struct fault *why);

/* ---- schema.c ---- */
/* True when `doc` obeys the schema. */
MUST_USE bool xml_obeys(const struct xml_schema *s, xmlDocPtr doc, const char *name,
                        struct fault *why);

#endif
