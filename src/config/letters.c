/* data/letters.xml: the sentences of letters by part, and what each combination must tell. */
#include "loket/court.h"
#include "loket/letter.h"
#include "loket/list.h"

#include "private.h"

/* Keys of channels and outcomes are those of data/summons.xml; the others are the schema's. */
static bool keys_known(struct source *s, const struct xml_node *n, const struct letter_when *when)
{
	const struct letter_when *channels = &when[AXIS_CHANNEL], *outcomes = &when[AXIS_OUTCOME];
	for (size_t i = 0; i < channels->count; i++) {
		if (rulebook_channel(s->book, channels->keys[i]) == NULL)
			return refuse(s, n, N_("kanal \"%1\" tidak ada di data/summons.xml"),
			              channels->keys[i]);
	}
	for (size_t i = 0; i < outcomes->count; i++) {
		if (!text_same(outcomes->keys[i], RELAAS_BLANK) &&
		    rulebook_outcome(s->book, outcomes->keys[i]) == NULL)
			return refuse(s, n, N_("hasil \"%1\" tidak ada di data/summons.xml"),
			              outcomes->keys[i]);
	}
	return true;
}

static bool when_read(struct source *s, const struct xml_node *n, struct letter_when *out)
{
	for (size_t i = 0; i < LETTER_AXES; i++)
		out[i].count = words_of(s, n, letter_axes[i], &out[i].keys);
	return keys_known(s, n, out);
}

static bool sentence_read(struct source *s, const struct xml_node *n, struct letter_sentence *out)
{
	*out = (struct letter_sentence){ .text = xml_content(n, s->a),
		                         .source = text_of(s, n, "source"),
		                         .lines = (int)number_of(s, n, "lines"),
		                         .line = xml_line(n) };
	out->say_count = words_of(s, n, "says", &out->says);
	const char *wrong = letter_text_fault(out->text, relaas_place_names, s->a);
	if (wrong != NULL)
		return refuse(s, n,
		              N_("\"%1\" tidak dapat diisi; nama yang dikenal ada di "
		                 "loket-data(5), kurung selalu berpasangan"),
		              wrong);
	return when_read(s, n, out->when);
}

static bool part_read(struct source *s, const struct xml_node *n, struct letter_part *out)
{
	size_t count = count_of(n, "sentence"), i = 0;
	struct letter_sentence *sentences = arena_get(s->a, count + 1, sizeof *sentences);
	*out = (struct letter_part){ .key = text_of(s, n, "key"),
		                     .least = (int)number_of(s, n, "least"),
		                     .most = (int)number_of(s, n, "most"),
		                     .sentences = sentences,
		                     .count = count };
	for (n = xml_child(n, "sentence"); n != NULL; n = xml_next(n, "sentence"), i++) {
		if (!sentence_read(s, n, &sentences[i]))
			return false;
	}
	return true;
}

static bool rules_read(struct source *s, const struct xml_node *letter, struct letter *out)
{
	static const char *const kinds[] = { "must", "never" };
	size_t count = count_of(letter, "must") + count_of(letter, "never");
	struct letter_rule *rules = arena_get(s->a, count + 1, sizeof *rules);
	out->rules = rules;
	for (size_t k = 0; k < COUNT_OF(kinds); k++) {
		for (const struct xml_node *n = xml_child(letter, kinds[k]); n != NULL;
		     n = xml_next(n, kinds[k])) {
			struct letter_rule *rule = &rules[out->rule_count++];
			rule->says = text_of(s, n, "says");
			rule->never = text_same(kinds[k], "never");
			rule->line = xml_line(n);
			if (!when_read(s, n, rule->when))
				return false;
		}
	}
	return true;
}

static bool letter_read(struct source *s, const struct xml_node *n, struct letter *out)
{
	size_t count = count_of(n, "part"), i = 0;
	struct letter_part *parts = arena_get(s->a, count + 1, sizeof *parts);
	*out = (struct letter){ .key = text_of(s, n, "key"), .parts = parts, .part_count = count };
	for (const struct xml_node *p = xml_child(n, "part"); p != NULL;
	     p = xml_next(p, "part"), i++) {
		if (!part_read(s, p, &parts[i]))
			return false;
	}
	return keys_differ(s, n, "part", "key") && rules_read(s, n, out);
}

static bool letters_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "letter"), i = 0;
	struct letter *letters = arena_get(s->a, count + 1, sizeof *letters);
	for (const struct xml_node *n = xml_child(root, "letter"); n != NULL;
	     n = xml_next(n, "letter"), i++) {
		if (!letter_read(s, n, &letters[i]))
			return false;
	}
	s->book->letters = letters;
	s->book->letter_count = count;
	return keys_differ(s, root, "letter", "key");
}

const struct data_file data_letters = { "data/letters.xml", "data/xsd/letters.xsd", N_("Surat"),
	                                letters_read, NULL };
