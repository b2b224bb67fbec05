/* data/summons.xml: channels with their minimum days, and the possible outcomes of a summons. */
#include "private.h"

static enum span span_of(const char *unit)
{
	if (text_same(unit, "working"))
		return SPAN_WORKING;
	return text_same(unit, "months") ? SPAN_MONTHS : SPAN_CALENDAR;
}

static void channels_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "channel"), i = 0;
	struct channel *channels = arena_get(s->a, count + 1, sizeof *channels);
	struct choice *choices = list_make(s, "kanal", count);
	for (const struct xml_node *n = xml_child(root, "channel"); n != NULL;
	     n = xml_next(n, "channel"), i++) {
		struct channel *ch = &channels[i];
		*ch = (struct channel){ .key = text_of(s, n, "key"),
			                .name = text_of(s, n, "name"),
			                .brief = text_of(s, n, "brief"),
			                .span = span_of(text_of(s, n, "unit")),
			                .limit = (int)number_of(s, n, "days"),
			                .from_registration = text_same(text_of(s, n, "count-from"),
			                                               "registration"),
			                .before = (int)number_of(s, n, "before"),
			                .announced = (int)number_of(s, n, "announced"),
			                .calls = (int)number_of(s, n, "calls"),
			                .absent = text_of(s, n, "absent"),
			                .source = text_of(s, n, "source") };
		ch->type_count = words_of(s, n, "types", &ch->types);
		if (text_is_empty(ch->brief))
			ch->brief = ch->name;
		choices[i] = (struct choice){ ch->key, ch->name, "" };
	}
	s->book->channels = channels;
	s->book->channel_count = count;
}

static bool absent_known(struct source *s, const struct xml_node *root)
{
	for (const struct xml_node *n = xml_child(root, "channel"); n != NULL;
	     n = xml_next(n, "channel")) {
		const char *absent = text_of(s, n, "absent");
		if (!text_is_empty(absent) && rulebook_channel(s->book, absent) == NULL)
			return refuse(s, n,
			              N_("kanal \"%1\" tidak ada; pakai key salah satu <channel>"),
			              absent);
	}
	return true;
}

static bool ways_known(struct source *s, const struct xml_node *n, const struct outcome_kind *o)
{
	for (size_t i = 0; i < o->way_count; i++) {
		if (rulebook_channel(s->book, o->ways[i]) == NULL)
			return refuse(s, n,
			              N_("kanal \"%1\" tidak ada; pakai key salah satu <channel>"),
			              o->ways[i]);
	}
	return true;
}

static bool outcomes_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "outcome"), i = 0;
	struct outcome_kind *outcomes = arena_get(s->a, count + 1, sizeof *outcomes);
	struct choice *choices = list_make(s, "hasil", count);
	for (const struct xml_node *n = xml_child(root, "outcome"); n != NULL;
	     n = xml_next(n, "outcome"), i++) {
		struct outcome_kind *o = &outcomes[i];
		*o = (struct outcome_kind){ .key = text_of(s, n, "key"),
			                    .name = text_of(s, n, "name"),
			                    .sipp = text_of(s, n, "sipp"),
			                    .post = text_of(s, n, "post"),
			                    .proper = yes_of(s, n, "proper"),
			                    .open = yes_of(s, n, "open") };
		o->way_count = words_of(s, n, "by", &o->ways);
		if (!ways_known(s, n, o))
			return false;
		choices[i] = (struct choice){ o->key, o->name, "" };
	}
	s->book->outcomes = outcomes;
	s->book->outcome_count = count;
	return true;
}

static void requests_read(struct source *s, const struct xml_node *root)
{
	const struct xml_node *n = xml_child(root, "request");
	if (n == NULL)
		return;
	s->book->requests = (struct request_terms){ .appoint = (int)number_of(s, n, "appoint"),
		                                    .serve = (int)number_of(s, n, "serve"),
		                                    .answer = (int)number_of(s, n, "answer"),
		                                    .source = text_of(s, n, "source") };
}

static bool summons_read(struct source *s, const struct xml_node *root)
{
	requests_read(s, root);
	channels_read(s, root);
	return keys_differ(s, root, "channel", "key") && absent_known(s, root) &&
	       outcomes_read(s, root) && keys_differ(s, root, "outcome", "key");
}

const struct data_file data_summons = { "data/summons.xml", "data/xsd/summons.xsd", N_("Panggilan"),
	                                summons_read, NULL };
