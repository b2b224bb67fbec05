/* data/fees.xml: components of the panjar and their tariffs. */
#include "loket/court.h"
#include "loket/list.h"

#include "private.h"

/* In the order of enum fee_per. */
static const char *const per_words[] = { "case", "party", "kuasa", "call", "notice" };

static enum fee_per per_of(const char *word)
{
	size_t i = 0;
	while (i + 1 < COUNT_OF(per_words) && !text_same(per_words[i], word))
		i++;
	return (enum fee_per)i;
}

static void components_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "component"), i = 0;
	struct fee_component *components = arena_get(s->a, count + 1, sizeof *components);
	for (const struct xml_node *n = xml_child(root, "component"); n != NULL;
	     n = xml_next(n, "component"))
		components[i++] = (struct fee_component){ .key = text_of(s, n, "key"),
			                                  .label = text_of(s, n, "label"),
			                                  .source = text_of(s, n, "source"),
			                                  .per = per_of(text_of(s, n, "per")),
			                                  .prodeo = yes_of(s, n, "prodeo") };
	s->book->fees.components = components;
	s->book->fees.component_count = count;
}

static const struct fee_component *component_find(const struct fees *f, const char *key)
{
	for (size_t i = 0; i < f->component_count; i++) {
		if (text_same(f->components[i].key, key))
			return &f->components[i];
	}
	return NULL;
}

/* A call costs by its channel, and a bailiff's call by the radius too; nothing else asks for
 * either. */
static bool subject_fits(struct source *s, const struct xml_node *n, const struct tariff *t)
{
	const struct fee_component *c = component_find(&s->book->fees, t->component);
	bool named = !text_is_empty(t->channel);
	if (c == NULL)
		return refuse(
		    s, n, N_("komponen \"%1\" tidak ada; pakai key salah satu <component> di atas"),
		    t->component);
	if (c->per == FEE_PER_CALL && rulebook_channel(s->book, t->channel) == NULL)
		return refuse(
		    s, n,
		    N_("kanal \"%1\" tidak ada di data/summons.xml; komponen \"%2\" dihitung menurut kanal"),
		    t->channel, c->key);
	if (c->per != FEE_PER_CALL && (named || !text_is_empty(t->area)))
		return refuse(
		    s, n,
		    N_("komponen \"%1\" tidak dihitung menurut kanal; hapus channel dan area"),
		    c->key);
	return true;
}

static bool tariff_read(struct source *s, const struct xml_node *n, struct tariff *t)
{
	*t = (struct tariff){ .component = text_of(s, n, "component"),
		              .channel = text_of(s, n, "channel"),
		              .area = text_of(s, n, "area"),
		              .amount = number_of(s, n, "amount"),
		              .decree = text_of(s, n, "decree"),
		              .line = xml_line(n) };
	if (!day_of(s, n, "from", &t->from) || !day_of(s, n, "to", &t->to) ||
	    !subject_fits(s, n, t))
		return false;
	if (t->to == DAY_NONE || t->from <= t->to)
		return true;
	return refuse(s, n, N_("berakhir (%1) sebelum berlaku (%2); tukar from dan to"),
	              text_of(s, n, "to"), text_of(s, n, "from"));
}

static bool component_has_tariff(const struct fees *f, const char *key)
{
	for (size_t i = 0; i < f->tariff_count; i++) {
		if (text_same(f->tariffs[i].component, key))
			return true;
	}
	return false;
}

static bool all_have_tariffs(struct source *s, const struct xml_node *root)
{
	for (const struct xml_node *n = xml_child(root, "component"); n != NULL;
	     n = xml_next(n, "component")) {
		const char *key = text_of(s, n, "key");
		if (!component_has_tariff(&s->book->fees, key))
			return refuse(
			    s, n,
			    N_("komponen \"%1\" tanpa tarif; tambahkan <tariff component=\"%1\" …>"),
			    key);
	}
	return true;
}

static bool fees_read(struct source *s, const struct xml_node *root)
{
	if (!keys_differ(s, root, "component", "key"))
		return false;
	components_read(s, root);
	size_t count = count_of(root, "tariff"), i = 0;
	struct tariff *tariffs = arena_get(s->a, count + 1, sizeof *tariffs);
	for (const struct xml_node *n = xml_child(root, "tariff"); n != NULL;
	     n = xml_next(n, "tariff")) {
		if (!tariff_read(s, n, &tariffs[i++]))
			return false;
	}
	s->book->fees.tariffs = tariffs;
	s->book->fees.tariff_count = count;
	return all_have_tariffs(s, root) && fees_check(&s->book->fees, xml_file(s->x), s->why);
}

const struct data_file data_fees = { "data/fees.xml", "data/xsd/fees.xsd", fees_read };
