/* A schema, compiled once, and documents held against it. */
#include <libxml/xmlschemas.h>

#include "loket/sys.h"

#include "private.h"

struct xml_schema {
	struct arena a; /* holds this struct */
	xmlDocPtr doc;  /* the compiled schema points into it */
	xmlSchemaPtr rules;
};

static xmlSchemaPtr compile(xmlDocPtr doc, const char *path, struct fault *why)
{
	xmlSchemaParserCtxtPtr parser = xmlSchemaNewDocParserCtxt(doc);
	struct xml_trouble trouble = { .file = path, .why = why };
	xmlSchemaPtr rules = NULL;
	if (parser != NULL) {
		xmlSchemaSetParserStructuredErrors(parser, xml_hear, &trouble);
		rules = xmlSchemaParse(parser);
		xmlSchemaFreeParserCtxt(parser);
	}
	if (rules == NULL && !trouble.told)
		fault_set(why, FAULT_MISUSE, N_("%1: bukan skema XML."), path);
	return rules;
}

bool xml_schema_open(const char *path, struct xml_schema **out, struct fault *why)
{
	*out = NULL;
	struct arena a = arena_start(XML_MOST_BYTES + MIB);
	struct bytes file;
	if (!file_read(path, XML_MOST_BYTES, &a, &file, why))
		goto refused;
	xmlDocPtr doc = xml_document(file.data, file.size, path, why);
	if (doc == NULL)
		goto refused;
	xmlSchemaPtr rules = compile(doc, path, why);
	if (rules == NULL) {
		xmlFreeDoc(doc);
		goto refused;
	}
	arena_drop(&a);
	struct xml_schema *s = arena_get(&a, 1, sizeof *s);
	*s = (struct xml_schema){ .a = a, .doc = doc, .rules = rules };
	*out = s;
	return true;
refused:
	arena_drop(&a);
	return false;
}

void xml_schema_close(struct xml_schema **s)
{
	if (*s == NULL)
		return;
	xmlSchemaFree((*s)->rules);
	xmlFreeDoc((*s)->doc);
	struct arena a = (*s)->a;
	arena_drop(&a);
	*s = NULL;
}

bool xml_obeys(const struct xml_schema *s, xmlDocPtr doc, const char *name, struct fault *why)
{
	xmlSchemaValidCtxtPtr judge = xmlSchemaNewValidCtxt(s->rules);
	if (judge == NULL)
		return fault_set(why, FAULT_OUTSIDE, N_("%1: memori tidak cukup. Coba lagi."),
		                 name);
	struct xml_trouble trouble = { .file = name, .why = why };
	xmlSchemaSetValidStructuredErrors(judge, xml_hear, &trouble);
	bool obeys = xmlSchemaValidateDoc(judge, doc) == 0;
	xmlSchemaFreeValidCtxt(judge);
	if (!obeys && !trouble.told)
		fault_set(why, FAULT_MISUSE, N_("%1: tidak sesuai dengan skemanya."), name);
	return obeys;
}
