/* Opening a template: its page, its heads and feet, and where its blocks begin. */
#include <glib.h>
#include <string.h>

#include "private.h"

static const struct size {
	const char *name;
	double width, height; /* mm, upright */
} sizes[] = {
	{ "A4", 210, 297 },
	{ "A5", 148, 210 },
	{ "F4", 215, 330 }, /* folio, the paper of Indonesian courts */
	{ "DL", 110, 220 }, /* the envelope of a letter folded twice */
};

double attribute_number(const struct xml_node *n, const char *name, double absent, struct arena *a)
{
	const char *text = xml_attribute(n, name, NULL, a);
	return text ? g_ascii_strtod(text, NULL) : absent;
}

double attribute_mm(const struct xml_node *n, const char *name, double absent, struct arena *a)
{
	return attribute_number(n, name, absent, a) * MM;
}

bool attribute_yes(const struct xml_node *n, const char *name, struct arena *a)
{
	return text_same(xml_attribute(n, name, "", a), "yes");
}

static void size_load(struct template *t, struct arena *a)
{
	const char *name = xml_attribute(t->root, "size", "A4", a);
	const struct size *size = sizes;
	while (strcmp(size->name, name) != 0)
		size++; /* the schema knows these names and no other */
	bool landscape = attribute_yes(t->root, "landscape", a);
	t->width = MM * (landscape ? size->height : size->width);
	t->height = MM * (landscape ? size->width : size->height);
}

static void margins_load(struct template *t, struct arena *a)
{
	double *const margins[] = { &t->top, &t->right, &t->bottom, &t->left };
	const char *at = xml_attribute(t->root, "margins", "", a);
	for (size_t i = 0; i < 4; i++) {
		char *end;
		*margins[i] = MM * g_ascii_strtod(at, &end);
		at = end;
	}
}

/* Elements before the first block are told apart by name; the schema fixes their order. */
static void heads_load(struct template *t, struct arena *a)
{
	const struct xml_node *n = xml_child(t->root, NULL);
	for (; n; n = xml_next(n, NULL)) {
		if (strcmp(xml_name(n), "copies") == 0) {
			t->copies = xml_attribute(n, "rows", "", a);
			t->caption = xml_content(n, a);
		} else if (strcmp(xml_name(n), "foot") == 0) {
			t->foot = xml_content(n, a);
		} else if (strcmp(xml_name(n), "watermark") != 0) {
			break;
		}
	}
	t->first = n;
}

bool template_open(const char *path, const struct xml_schema *schema, struct arena *a,
                   struct template *out, struct fault *why)
{
	*out = (struct template){ .copies = "", .caption = "", .foot = "" };
	if (!xml_open(path, schema, &out->document, why))
		return false;
	out->root = xml_root(out->document);
	out->title = xml_attribute(out->root, "title", "", a);
	out->needs = xml_attribute(out->root, "needs", "", a);
	out->points = attribute_number(out->root, "points", 11, a);
	/* Bookman is the typeface of the courts' deeds; the other families supply letters it lacks:
	 * other Latin, Arabic, Javanese, Han. */
	out->fonts = arena_print(a, "%s, Noto Serif, Amiri, Noto Sans Javanese, Noto Serif CJK SC",
	                         xml_attribute(out->root, "font", "URW Bookman", a));
	size_load(out, a);
	margins_load(out, a);
	heads_load(out, a);
	return true;
}

void template_close(struct template *t)
{
	xml_close(&t->document);
}

bool template_check(const struct template *t, const struct scope *scope, struct fault *why)
{
	char name[64];
	for (const char *at = t->needs; *at;) {
		size_t length = strcspn(at, " ");
		if (length > 0 && length < sizeof name) {
			memcpy(name, at, length);
			name[length] = '\0';
			if (!scope_has(scope, name, NULL)) {
				return fault_set(why, FAULT_REFUSED,
				                 N_("Cetakan %1 belum dapat dibuat: '%2' masih "
				                    "kosong. Lengkapi dahulu isian itu."),
				                 t->name, name);
			}
		}
		at += length;
		at += strspn(at, " ");
	}
	return true;
}
