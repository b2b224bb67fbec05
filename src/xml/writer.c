/* XML out: indented by a tab a level where elements follow elements, never inside text. */
#include <assert.h>

#include "loket/list.h"
#include "loket/xml.h"

struct xml_out xml_start(struct arena *a)
{
	struct xml_out o = { .text = text_start(a) };
	text_add(&o.text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	return o;
}

static void new_line(struct xml_out *o)
{
	text_add(&o->text, "\n");
	for (int i = 0; i < o->depth; i++)
		text_add(&o->text, "\t");
}

static void tag_done(struct xml_out *o)
{
	if (o->open)
		text_add(&o->text, ">");
	o->open = false;
}

/* Escaped text never ends with '>', so one that stands last ends a tag. */
static bool after_tag(const struct xml_out *o)
{
	return o->text.length > 0 && o->text.s[o->text.length - 1] == '>';
}

void xml_begin(struct xml_out *o, const char *name)
{
	assert(o->depth < (int)COUNT_OF(o->names));
	tag_done(o);
	if (after_tag(o))
		new_line(o);
	text_add(&o->text, "<");
	text_add(&o->text, name);
	o->names[o->depth++] = name;
	o->open = true;
}

void xml_put_attribute(struct xml_out *o, const char *name, const char *value)
{
	assert(o->open);
	text_add(&o->text, " ");
	text_add(&o->text, name);
	text_add(&o->text, "=\"");
	text_add_xml(&o->text, value);
	text_add(&o->text, "\"");
}

/* lint: L12 content beside attributes or child elements can be written by nothing else */
void xml_put(struct xml_out *o, const char *value)
{
	if (*value == '\0')
		return;
	tag_done(o);
	text_add_xml(&o->text, value);
}

void xml_end(struct xml_out *o)
{
	assert(o->depth > 0);
	const char *name = o->names[--o->depth];
	if (o->open) {
		text_add(&o->text, "/>");
		o->open = false;
		return;
	}
	if (after_tag(o))
		new_line(o);
	text_add(&o->text, "</");
	text_add(&o->text, name);
	text_add(&o->text, ">");
}

void xml_leaf(struct xml_out *o, const char *name, const char *value)
{
	xml_begin(o, name);
	xml_put(o, value);
	xml_end(o);
}

const char *xml_finish(struct xml_out *o)
{
	while (o->depth > 0)
		xml_end(o);
	text_add(&o->text, "\n");
	return o->text.s;
}
