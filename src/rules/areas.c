/* data/areas.xml: villages and the radius they lie in. */
#include "private.h"

static struct village village_read(struct source *s, const struct xml_node *n)
{
	struct village v = { .code = text_of(s, n, "code"),
		             .name = text_of(s, n, "name"),
		             .district = text_of(s, n, "district"),
		             .regency = text_of(s, n, "regency"),
		             .province = text_of(s, n, "province"),
		             .area = text_of(s, n, "radius") };
	v.label = arena_print(s->a, "%s, %s, %s", v.name, v.district, v.regency);
	return v;
}

static bool areas_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "village"), i = 0;
	struct village *villages = arena_get(s->a, count + 1, sizeof *villages);
	struct choice *choices = list_make(s, "wilayah", count);
	for (const struct xml_node *n = xml_child(root, "village"); n != NULL;
	     n = xml_next(n, "village"), i++) {
		struct village *v = &villages[i];
		*v = village_read(s, n);
		choices[i] = (struct choice){ v->code, v->label,
			                      text_is_empty(v->area)
			                          ? _("luar wilayah")
			                          : arena_print(s->a, "radius %s", v->area) };
	}
	s->book->villages = villages;
	s->book->village_count = count;
	return keys_differ(s, root, "village", "code");
}

const struct data_file data_areas = { "data/areas.xml", "data/xsd/areas.xsd", areas_read };
