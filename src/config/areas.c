/* data/areas.xml: the villages of the court's own area and their radius. A village that
 * data/wilayah.csv has too needs no name here. */
#include "private.h"

static struct village village_of(struct source *s, const struct xml_node *n)
{
	struct village v = { .code = text_of(s, n, "code"),
		             .name = text_of(s, n, "name"),
		             .district = text_of(s, n, "district"),
		             .regency = text_of(s, n, "regency"),
		             .province = text_of(s, n, "province"),
		             .area = text_of(s, n, "radius") };
	v.bailiff_count = words_of(s, n, "bailiffs", &v.bailiffs);
	return v;
}

/* The regencies of the court's area by their codes, which forms ask for (<warning>). */
static void regencies_list(struct source *s, const struct village *villages, size_t count)
{
	enum { CODE = 5 };
	struct choice *all = list_make(s, "kabupaten-pengadilan", count);
	for (size_t i = 0; i < count; i++)
		all[i] = (struct choice){ arena_print(s->a, "%.*s", CODE, villages[i].code),
			                  villages[i].regency, "" };
}

static bool areas_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "village"), i = 0;
	struct village *villages = arena_get(s->a, count + 1, sizeof *villages);
	for (const struct xml_node *n = xml_child(root, "village"); n != NULL;
	     n = xml_next(n, "village"))
		villages[i++] = village_of(s, n);
	s->book->villages = villages;
	s->book->village_count = count;
	regencies_list(s, villages, count);
	return keys_differ(s, root, "village", "code");
}

const struct data_file data_areas = { "data/areas.xml", "data/xsd/areas.xsd",
	                              N_("Wilayah dan radius"), areas_read, NULL };
