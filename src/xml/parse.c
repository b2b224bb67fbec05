/* Bytes to a document, and libxml2's errors to faults that a clerk or an administrator can act on.
 */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* ---- errors ---- */

/* libxml2 writes "Element '{space}name', attribute 'x': This is wrong.\n"; what is left to say
 * after file, line and element is the last part, without braces, newline and full stop. */
static const char *tidy(struct arena *a, const char *message)
{
	const char *colon = strstr(message, "': ");
	if (text_starts(message, "Element '") && colon != NULL)
		message = colon + strlen("': ");

	struct text t = text_start(a);
	while (*message != '\0') {
		size_t plain = strcspn(message, "{");
		text_add_bytes(&t, message, plain);
		message += plain;
		if (*message == '{') {
			const char *end = strchr(message, '}');
			message = end == NULL ? message + 1 : end + 1;
		}
	}
	const char *clean = text_clean(a, t.s, t.length, false);
	size_t length = strlen(clean);
	while (length > 0 && (clean[length - 1] == '.' || clean[length - 1] == ' '))
		length--;
	return arena_copy(a, clean, length);
}

/* "x" of "Element 'x', attribute 'y': …", both when the attribute is at fault. */
static const char *culprit(struct arena *a, const xmlError *error, const char *message)
{
	const xmlNode *node = error->node;
	if (error->domain != XML_FROM_SCHEMASV || node == NULL)
		return "";
	if (node->type == XML_ATTRIBUTE_NODE && node->parent != NULL) {
		return arena_print(a, "%s/@%s", (const char *)node->parent->name,
		                   (const char *)node->name);
	}
	const char *attribute = strstr(message, "', attribute '");
	const char *colon = strstr(message, "': ");
	if (attribute == NULL || colon == NULL || attribute > colon)
		return (const char *)node->name;
	attribute += strlen("', attribute '");
	return arena_print(a, "%s/@%.*s", (const char *)node->name, (int)(colon - attribute),
	                   attribute);
}

static long line_of(const xmlError *error)
{
	const xmlNode *node = error->node;
	bool counted = error->domain == XML_FROM_SCHEMASV && node != NULL;
	return counted ? xmlGetLineNo(node) : error->line;
}

void xml_hear(void *trouble, xmlErrorPtr error)
{
	struct xml_trouble *t = trouble;
	if (t->told || error->level == XML_ERR_WARNING || error->level == XML_ERR_NONE)
		return;
	t->told = true;

	struct arena a = arena_start(64 * KIB);
	char message[2048];
	snprintf(message, sizeof message, "%s", error->message == NULL ? "" : error->message);
	const char *what = tidy(&a, message);
	const char *where = culprit(&a, error, message);
	const char *place = arena_print(&a, "%s:%ld", t->file, line_of(error));
	if (*where != '\0') {
		fault_set(t->why, FAULT_MISUSE,
		          N_("%1: elemen %2 tidak sesuai: %3. Perbaiki di baris itu."), place,
		          where, what);
	} else {
		fault_set(t->why, FAULT_MISUSE,
		          N_("%1: XML tidak dapat dibaca: %2. Perbaiki di baris itu."), place,
		          what);
	}
	arena_drop(&a);
}

/* ---- parsing ---- */

static void hear_parser(void *context, xmlErrorPtr error)
{
	const xmlParserCtxt *parser = context;
	xml_hear(parser->_private, error);
}

/* A DOCTYPE would bring entities, and with them foreign files and entity bombs. */
static void refuse_doctype(void *context, const xmlChar *name, const xmlChar *id,
                           const xmlChar *system)
{
	(void)name;
	(void)id;
	(void)system;
	xmlParserCtxt *parser = context;
	struct xml_trouble *t = parser->_private;
	if (!t->told) {
		char line[16];
		snprintf(line, sizeof line, "%d", xmlSAX2GetLineNumber(context));
		fault_set(t->why, FAULT_MISUSE,
		          N_("%1:%2: DOCTYPE tidak diterima. Hapus baris <!DOCTYPE …> itu."),
		          t->file, line);
		t->told = true;
	}
	xmlStopParser(parser);
}

/* libxml2 reports some errors (a broken encoding) on stderr only, which is the desk's screen. */
static void hear_nothing(void *context, const char *format, ...)
{
	(void)context;
	(void)format;
}

xmlDocPtr xml_document(const void *data, size_t size, const char *name, struct fault *why)
{
	if (size > XML_MOST_BYTES) {
		fault_set(
		    why, FAULT_MISUSE,
		    N_("%1: berkas XML lebih besar dari 8 MiB. Bagi menjadi beberapa berkas."),
		    name);
		return NULL;
	}
	xmlSetGenericErrorFunc(NULL, hear_nothing);
	xmlParserCtxtPtr parser = xmlNewParserCtxt();
	if (parser == NULL) {
		fault_set(why, FAULT_OUTSIDE, N_("%1: memori tidak cukup. Coba lagi."), name);
		return NULL;
	}
	struct xml_trouble trouble = { .file = name, .why = why };
	parser->_private = &trouble;
	parser->sax->serror = hear_parser;
	parser->sax->internalSubset = refuse_doctype;
	xmlDocPtr doc = xmlCtxtReadMemory(parser, data, (int)size, name, NULL,
	                                  XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT |
	                                      XML_PARSE_BIG_LINES);
	bool whole = doc != NULL && parser->wellFormed && !trouble.told;
	xmlFreeParserCtxt(parser);
	if (whole)
		return doc;
	xmlFreeDoc(doc);
	if (!trouble.told)
		fault_set(why, FAULT_MISUSE, N_("%1: berkas kosong atau bukan XML."), name);
	return NULL;
}
