/* data/claims.xml: the sentences from which a draft of a claim is written, by kind of case. */
#include "loket/claim.h"

#include "private.h"

static bool sentence_read(struct source *s, const struct xml_node *n, struct claim_sentence *out)
{
	*out = (struct claim_sentence){ .text = xml_content(n, s->a),
		                        .source = text_of(s, n, "source"),
		                        .petitum = text_same(xml_name(n), "petitum") };
	out->if_count = words_of(s, n, "if", &out->if_);
	out->unless_count = words_of(s, n, "unless", &out->unless);
	const char *wrong = claim_fault(out, s->a);
	return wrong == NULL ||
	       refuse(s, n,
	              N_("\"%1\" dapat kosong atau tidak dikenal; sebut di if, atau tulis dalam "
	                 "kurung siku"),
	              wrong);
}

static bool claim_read(struct source *s, const struct xml_node *n, struct claim *out)
{
	static const char *const parts[] = { "posita", "petitum" };
	struct claim_sentence *all =
	    arena_get(s->a, count_of(n, parts[0]) + count_of(n, parts[1]) + 1, sizeof *all);
	*out = (struct claim){ .sentences = all };
	out->type_count = words_of(s, n, "types", &out->types);
	for (size_t i = 0; i < out->type_count; i++) {
		if (rulebook_type(s->book, out->types[i]) == NULL)
			return refuse(s, n,
			              N_("jenis perkara \"%1\" tidak ada di data/case-types.xml"),
			              out->types[i]);
	}
	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
		for (const struct xml_node *p = xml_child(n, parts[k]); p != NULL;
		     p = xml_next(p, parts[k])) {
			if (!sentence_read(s, p, &all[out->count++]))
				return false;
		}
	}
	return true;
}

static bool claims_read(struct source *s, const struct xml_node *root)
{
	struct claim *claims = arena_get(s->a, count_of(root, "claim") + 1, sizeof *claims);
	size_t count = 0;
	for (const struct xml_node *n = xml_child(root, "claim"); n != NULL;
	     n = xml_next(n, "claim")) {
		if (!claim_read(s, n, &claims[count++]))
			return false;
	}
	s->book->claims = claims;
	s->book->claim_count = count;
	return true;
}

const struct data_file data_claims = { "data/claims.xml", "data/xsd/claims.xsd",
	                               N_("Konsep gugatan"), claims_read, NULL };
