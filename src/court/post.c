/* Registered post: zone and tariff of a letter, its number, what the carrier's tracking means, and
 * when a letter without proof of receipt is urgent (SK KMA 363/2022 III.B no. 8 c; SEMA 1/2023).
 * Who carries it and what that costs is data/post.xml. */
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

const struct post_carrier *post_carrier(const struct post *p, const char *key)
{
	for (size_t i = 0; i < p->carrier_count; i++) {
		if (text_same(p->carriers[i].key, key))
			return &p->carriers[i];
	}
	return NULL;
}

const struct post_product *post_product(const struct post_carrier *c, const char *key)
{
	for (size_t i = 0; i < c->product_count; i++) {
		if (text_same(c->products[i].key, key))
			return &c->products[i];
	}
	return NULL;
}

const struct post_status *post_status(const struct post *p, const char *key)
{
	for (size_t i = 0; i < p->status_count; i++) {
		if (text_same(p->statuses[i].key, key))
			return &p->statuses[i];
	}
	return NULL;
}

const struct post_zone *post_zone(const struct post *p, const char *village)
{
	const struct post_zone *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < p->zone_count; i++) {
		const struct post_zone *z = &p->zones[i];
		if (z->code_count == 0 && best == NULL)
			best = z;
		for (size_t k = 0; k < z->code_count; k++) {
			size_t length = strlen(z->codes[k]);
			if (length <= most || !text_starts(village, z->codes[k]))
				continue;
			best = z;
			most = length;
		}
	}
	return best;
}

const struct post_tariff *post_tariff(const struct post *p, const struct post_letter *l, day on)
{
	const struct post_zone *zone = post_zone(p, l->village);
	for (size_t i = 0; zone != NULL && i < p->tariff_count; i++) {
		const struct post_tariff *t = &p->tariffs[i];
		if (text_same(t->carrier, l->carrier) && text_same(t->product, l->product) &&
		    text_same(t->zone, zone->key) && t->from <= on &&
		    (t->to == DAY_NONE || on <= t->to))
			return t;
	}
	return NULL;
}

/* A scanner may add blanks; letters are capitals on the labels. */
const char *post_resi(const struct post_carrier *c, const char *typed, struct arena *a)
{
	struct text t = text_start(a);
	for (; *typed != '\0'; typed++) {
		char letter = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;
		bool plain = (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
		if (plain)
			text_add_bytes(&t, &letter, 1);
		else if (letter != ' ' && letter != '-' && letter != '.')
			return NULL;
	}
	return t.length >= c->resi_least && t.length <= c->resi_most ? t.s : NULL;
}

const struct post_status *post_told(const struct post *p, const struct post_carrier *c,
                                    const char *words, struct arena *a)
{
	const char *folded = text_fold(a, words);
	for (size_t i = 0; i < c->word_count; i++) {
		if (text_same(c->words[i].text, folded))
			return post_status(p, c->words[i].status);
	}
	return NULL;
}

bool post_is_urgent(const struct post *p, day hearing, day today)
{
	return hearing - today <= p->prove;
}

/* Sent, and not known yet whether it was received. */
const struct outcome_kind *post_sent(const struct rulebook *b)
{
	for (size_t i = 0; i < b->outcome_count; i++) {
		const struct outcome_kind *o = &b->outcomes[i];
		if (o->open && o->way_count > 0 && outcome_comes_of(o, POSTED))
			return o;
	}
	return NULL;
}
