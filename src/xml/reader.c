/* Opening and walking documents. A struct xml_node is libxml2's own node; only this file knows
 * that. */
#include <string.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "private.h"

struct xml {
	struct arena a; /* holds this struct and the name */
	xmlDocPtr doc;
	const char *name;
};

/* ---- open and close ---- */

bool xml_parse(const void *data, size_t size, const char *name, const struct xml_schema *schema,
               struct xml **out, struct fault *why)
{
	*out = NULL;
	xmlDocPtr doc = xml_document(data, size, name, why);
	if (doc == NULL)
		return false;
	if (schema != NULL && !xml_obeys(schema, doc, name, why)) {
		xmlFreeDoc(doc);
		return false;
	}
	struct arena a = arena_start(64 * KIB);
	struct xml *x = arena_get(&a, 1, sizeof *x);
	const char *kept = arena_text(&a, name);
	*x = (struct xml){ .a = a, .doc = doc, .name = kept };
	*out = x;
	return true;
}

bool xml_open(const char *path, const struct xml_schema *schema, struct xml **out,
              struct fault *why)
{
	*out = NULL;
	struct arena a = arena_start(XML_MOST_BYTES + MIB);
	struct bytes file;
	bool done = file_read(path, XML_MOST_BYTES, &a, &file, why) &&
	            xml_parse(file.data, file.size, path, schema, out, why);
	arena_drop(&a);
	return done;
}

void xml_close(struct xml **x)
{
	if (*x == NULL)
		return;
	xmlFreeDoc((*x)->doc);
	struct arena a = (*x)->a;
	arena_drop(&a);
	*x = NULL;
}

/* ---- walking ---- */

static const struct xml_node *seen(const xmlNode *n)
{
	return (const struct xml_node *)n;
}

static const xmlNode *raw(const struct xml_node *n)
{
	return (const xmlNode *)n;
}

const struct xml_node *xml_root(const struct xml *x)
{
	return seen(xmlDocGetRootElement(x->doc));
}

const char *xml_file(const struct xml *x)
{
	return x->name;
}

const char *xml_name(const struct xml_node *n)
{
	return (const char *)raw(n)->name;
}

const char *xml_space(const struct xml_node *n)
{
	const xmlNs *space = raw(n)->ns;
	return space == NULL || space->href == NULL ? "" : (const char *)space->href;
}

int xml_line(const struct xml_node *n)
{
	return n == NULL ? 0 : (int)xmlGetLineNo(raw(n));
}

static const struct xml_node *first_named(const xmlNode *n, const char *name)
{
	for (; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE &&
		    (name == NULL || strcmp((const char *)n->name, name) == 0))
			return seen(n);
	}
	return NULL;
}

const struct xml_node *xml_child(const struct xml_node *n, const char *name)
{
	return n == NULL ? NULL : first_named(raw(n)->children, name);
}

const struct xml_node *xml_next(const struct xml_node *n, const char *name)
{
	return first_named(raw(n)->next, name);
}

/* ---- texts ---- */

const char *xml_attribute(const struct xml_node *n, const char *name, const char *absent,
                          struct arena *a)
{
	xmlChar *value = n == NULL ? NULL : xmlGetNoNsProp(raw(n), (const xmlChar *)name);
	if (value == NULL)
		return absent;
	const char *copy = text_clean(a, (const char *)value, strlen((const char *)value), false);
	xmlFree(value);
	return copy;
}

size_t xml_attributes(const struct xml_node *n, struct arena *a, const struct xml_pair **out)
{
	size_t count = 0;
	for (const xmlAttr *each = raw(n)->properties; each != NULL; each = each->next)
		count++;
	struct xml_pair *pairs = arena_get(a, count + 1, sizeof *pairs);
	count = 0;
	for (const xmlAttr *each = raw(n)->properties; each != NULL; each = each->next) {
		const char *name = arena_text(a, (const char *)each->name);
		pairs[count++] = (struct xml_pair){ name, xml_attribute(n, name, "", a) };
	}
	*out = pairs;
	return count;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Makes every run of blanks one, and none after a blank that stands before; gives the length. */
static size_t squeeze(char *s, bool after_blank)
{
	size_t kept = 0;
	for (const char *at = s; *at != '\0'; at++) {
		bool blank = is_blank(*at);
		if (!blank || !after_blank)
			s[kept++] = blank ? ' ' : *at;
		after_blank = blank;
	}
	return kept;
}

const char *xml_content(const struct xml_node *n, struct arena *a)
{
	xmlChar *whole = xmlNodeGetContent(raw(n));
	if (whole == NULL)
		return "";
	const char *clean = text_clean(a, (char *)whole, squeeze((char *)whole, true), false);
	xmlFree(whole);
	return clean;
}

const char *xml_child_content(const struct xml_node *n, const char *name, struct arena *a)
{
	const struct xml_node *child = xml_child(n, name);
	return child == NULL ? "" : xml_content(child, a);
}

const char *xml_content_lines(const struct xml_node *n, struct arena *a)
{
	xmlChar *whole = xmlNodeGetContent(raw(n));
	if (whole == NULL)
		return "";
	const char *clean = text_clean(a, (char *)whole, strlen((char *)whole), true);
	xmlFree(whole);
	return clean;
}

const char *xml_content_bytes(const struct xml_node *n, struct arena *a)
{
	xmlChar *whole = xmlNodeGetContent(raw(n));
	const char *s = whole == NULL ? "" : (const char *)whole;
	while (is_blank(*s))
		s++;
	size_t length = strlen(s);
	while (length > 0 && is_blank(s[length - 1]))
		length--;
	s = arena_copy(a, s, length);
	xmlFree(whole);
	return s;
}

/* ---- mixed content ---- */

struct runs {
	struct xml_run *items;
	size_t count, capacity;
};

size_t xml_runs(const struct xml_node *n, struct arena *a, const struct xml_run **out)
{
	struct runs runs = { 0 };
	bool after_blank = true;
	for (const xmlNode *child = raw(n)->children; child != NULL; child = child->next) {
		bool element = child->type == XML_ELEMENT_NODE;
		if (!element && child->type != XML_TEXT_NODE)
			continue;
		xmlChar *whole = xmlNodeGetContent(child);
		size_t length = whole == NULL ? 0 : squeeze((char *)whole, after_blank);
		const char *text = length == 0 ? "" : arena_copy(a, (char *)whole, length);
		xmlFree(whole);
		if (length == 0 && !element)
			continue;
		if (length > 0)
			after_blank = text[length - 1] == ' ';
		runs.items = list_grow(a, runs.items, runs.count, &runs.capacity,
		                       sizeof *runs.items);
		runs.items[runs.count++] = (struct xml_run){
			.mark = element ? arena_text(a, (const char *)child->name) : "",
			.text = text,
		};
	}
	if (runs.count > 0 && after_blank) {
		struct xml_run *last = &runs.items[runs.count - 1];
		size_t length = strlen(last->text);
		last->text = arena_copy(a, last->text, length > 0 ? length - 1 : 0);
	}
	*out = runs.items;
	return runs.count;
}

/* ---- refusing ---- */

bool xml_refuse(const struct xml *x, const struct xml_node *n, struct fault *why, const char *text,
                const char *what)
{
	struct fault inner = { 0 };
	fault_set(&inner, FAULT_MISUSE, text, what);
	char said[256];
	fault_say(&inner, said, sizeof said);
	struct arena a = arena_start(4 * KIB);
	const char *place = arena_print(&a, "%.200s:%d", x->name, xml_line(n));
	fault_set(why, FAULT_MISUSE, N_("%1: %2"), place, said);
	arena_drop(&a);
	return false;
}
