/* data/post.xml: who carries registered letters, what that costs, and what its tracking says. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

static struct post *post_of(struct source *s)
{
	return &s->book->post;
}

/* In the order of enum post_part. */
static const char *const parts[POST_PARTS] = { "resi",     "status",   "day",
	                                       "receiver", "relation", "note" };

static void tracking_read(struct source *s, const struct xml_node *n, struct post_carrier *c)
{
	const char *separator = text_of(s, n, "separator");
	c->separator = text_same(separator, "tab") ? '\t' : separator[0];
	c->titles = (size_t)number_of(s, n, "titles");
	for (const struct xml_node *at = xml_child(n, "column"); at != NULL;
	     at = xml_next(at, "column")) {
		for (size_t i = 0; i < POST_PARTS; i++) {
			if (text_same(parts[i], text_of(s, at, "holds")))
				c->columns[i] = (size_t)number_of(s, at, "number");
		}
	}
}

static void carrier_read(struct source *s, const struct xml_node *n, struct post_carrier *c)
{
	struct post_product *products = arena_get(s->a, count_of(n, "product") + 1,
	                                          sizeof *products);
	struct post_word *words = arena_get(s->a, count_of(n, "word") + 1, sizeof *words);
	*c = (struct post_carrier){ .key = text_of(s, n, "key"),
		                    .name = text_of(s, n, "name"),
		                    .agreement = text_of(s, n, "agreement"),
		                    .resi_least = (size_t)number_of(s, n, "resi-least"),
		                    .resi_most = (size_t)number_of(s, n, "resi-most") };
	for (const struct xml_node *at = xml_child(n, "product"); at != NULL;
	     at = xml_next(at, "product"))
		products[c->product_count++] = (struct post_product){ text_of(s, at, "key"),
			                                              text_of(s, at, "name") };
	for (const struct xml_node *at = xml_child(n, "word"); at != NULL;
	     at = xml_next(at, "word"))
		words[c->word_count++] = (struct post_word){ text_fold(s->a, xml_content(at, s->a)),
			                                     text_of(s, at, "status") };
	c->products = products;
	c->words = words;
	tracking_read(s, xml_child(n, "tracking"), c);
}

static bool words_known(struct source *s, const struct xml_node *n)
{
	for (const struct xml_node *at = xml_child(n, "word"); at != NULL;
	     at = xml_next(at, "word")) {
		if (post_status(post_of(s), text_of(s, at, "status")) == NULL)
			return refuse(s, at,
			              N_("status \"%1\" tidak ada; pakai key salah satu <status>"),
			              text_of(s, at, "status"));
	}
	return true;
}

static bool carriers_read(struct source *s, const struct xml_node *root)
{
	struct post *p = post_of(s);
	struct post_carrier *carriers = arena_get(s->a, count_of(root, "carrier") + 1,
	                                          sizeof *carriers);
	for (const struct xml_node *n = xml_child(root, "carrier"); n != NULL;
	     n = xml_next(n, "carrier")) {
		struct post_carrier *c = &carriers[p->carrier_count++];
		carrier_read(s, n, c);
		if (c->columns[POST_RESI] == 0 || c->columns[POST_STATUS] == 0 ||
		    c->columns[POST_DAY] == 0)
			return refuse(s, xml_child(n, "tracking"),
			              N_("kolom resi, status dan day harus disebut"));
		if (!words_known(s, n) || !keys_differ(s, n, "product", "key"))
			return false;
	}
	p->carriers = carriers;
	return true;
}

static void zones_read(struct source *s, const struct xml_node *root)
{
	struct post *p = post_of(s);
	struct post_zone *zones = arena_get(s->a, count_of(root, "zone") + 1, sizeof *zones);
	for (const struct xml_node *n = xml_child(root, "zone"); n != NULL;
	     n = xml_next(n, "zone")) {
		struct post_zone *z = &zones[p->zone_count++];
		*z = (struct post_zone){ .key = text_of(s, n, "key"),
			                 .name = text_of(s, n, "name") };
		z->code_count = words_of(s, n, "codes", &z->codes);
	}
	p->zones = zones;
}

static bool statuses_read(struct source *s, const struct xml_node *root)
{
	struct post *p = post_of(s);
	struct post_status *all = arena_get(s->a, count_of(root, "status") + 1, sizeof *all);
	for (const struct xml_node *n = xml_child(root, "status"); n != NULL;
	     n = xml_next(n, "status")) {
		struct post_status *x = &all[p->status_count++];
		*x = (struct post_status){ .key = text_of(s, n, "key"),
			                   .name = text_of(s, n, "name"),
			                   .outcome = text_of(s, n, "outcome"),
			                   .cause = text_of(s, n, "cause") };
		if (!text_is_empty(x->outcome) && rulebook_outcome(s->book, x->outcome) == NULL)
			return refuse(
			    s, n,
			    N_("hasil \"%1\" tidak ada; pakai key salah satu <outcome> di "
			       "data/summons.xml"),
			    x->outcome);
	}
	p->statuses = all;
	return true;
}

static bool tariff_known(struct source *s, const struct xml_node *n, const struct post_tariff *t)
{
	const struct post_carrier *c = post_carrier(post_of(s), t->carrier);
	if (c == NULL)
		return refuse(s, n, N_("carrier \"%1\" tidak ada di atasnya"), t->carrier);
	if (post_product(c, t->product) == NULL)
		return refuse(s, n, N_("product \"%1\" tidak ada di atasnya"), t->product);
	for (size_t i = 0; i < post_of(s)->zone_count; i++) {
		if (text_same(post_of(s)->zones[i].key, t->zone))
			return true;
	}
	return refuse(s, n, N_("zone \"%1\" tidak ada di atasnya"), t->zone);
}

static bool tariffs_read(struct source *s, const struct xml_node *root)
{
	struct post *p = post_of(s);
	struct post_tariff *all = arena_get(s->a, count_of(root, "tariff") + 1, sizeof *all);
	for (const struct xml_node *n = xml_child(root, "tariff"); n != NULL;
	     n = xml_next(n, "tariff")) {
		struct post_tariff *t = &all[p->tariff_count++];
		*t = (struct post_tariff){ .carrier = text_of(s, n, "carrier"),
			                   .product = text_of(s, n, "product"),
			                   .zone = text_of(s, n, "zone"),
			                   .amount = number_of(s, n, "amount") };
		if (!day_of(s, n, "from", &t->from) || !day_of(s, n, "to", &t->to) ||
		    !tariff_known(s, n, t))
			return false;
	}
	p->tariffs = all;
	return true;
}

static bool post_read(struct source *s, const struct xml_node *root)
{
	post_of(s)->prove = (int)number_of(s, root, "prove");
	zones_read(s, root);
	return statuses_read(s, root) && carriers_read(s, root) && tariffs_read(s, root) &&
	       keys_differ(s, root, "carrier", "key") && keys_differ(s, root, "zone", "key") &&
	       keys_differ(s, root, "status", "key");
}

const struct data_file data_post = { "data/post.xml", "data/xsd/post.xsd", N_("Pos tercatat"),
	                             post_read, NULL };
