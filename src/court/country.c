/* What a country asks of a document that is served there (data/countries.xml). */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

enum { NAME_ROOM = 64 * 1024 };

const struct country *country_named(const struct rulebook *b, const char *name)
{
	struct arena a = arena_start(NAME_ROOM);
	const char *folded = text_fold(&a, name);
	const struct country *found = NULL;
	for (size_t i = 0; i < b->countries.count && found == NULL; i++) {
		const struct country *one = &b->countries.items[i];
		for (size_t k = 0; k < one->name_count; k++) {
			if (text_same(one->names[k], folded))
				found = one;
		}
	}
	arena_drop(&a);
	return found;
}

const struct channel *party_channel(const struct rulebook *b, const char *channel,
                                    const struct values *pihak, int row, struct arena *a)
{
	const struct channel *usual = rulebook_channel(b, channel);
	if (usual == NULL || !usual->from_registration || usual->span != SPAN_MONTHS)
		return usual;
	const struct country *c = country_named(b, values_get(pihak, PIHAK, row, "negara"));
	if (c == NULL || c->months <= usual->limit)
		return usual;
	struct channel *own = arena_get(a, 1, sizeof *own);
	*own = *usual;
	own->limit = c->months;
	return own;
}
