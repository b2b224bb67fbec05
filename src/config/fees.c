/* data/fees/: components of the panjar and their tariffs, in as many files as the court likes. */
#include <stdlib.h>
#include <string.h>

#include "loket/court.h"
#include "loket/list.h"

#include "private.h"

/* In the order of enum fee_per. */
static const char *const per_words[] = { "case",   "party",    "kuasa", "call",
	                                 "notice", "delivery", "copy",  "service" };

static enum fee_per per_of(const char *word)
{
	size_t i = 0;
	while (i + 1 < COUNT_OF(per_words) && !text_same(per_words[i], word))
		i++;
	return (enum fee_per)i;
}

static const struct fee_component *component_find(const struct fees *f, const char *key)
{
	for (size_t i = 0; i < f->component_count; i++) {
		if (text_same(f->components[i].key, key))
			return &f->components[i];
	}
	return NULL;
}

/* The book's rows with space for `more`; those of earlier files stay. */
static void *grown(struct source *s, const void *items, size_t count, size_t more, size_t size)
{
	void *all = arena_get(s->a, count + more + 1, size);
	if (count > 0)
		memcpy(all, items, count * size);
	return all;
}

static bool components_read(struct source *s, const struct xml_node *root)
{
	struct fees *f = &s->book->fees;
	struct fee_component *all = grown(s, f->components, f->component_count,
	                                  count_of(root, "component"), sizeof *all);
	for (const struct xml_node *n = xml_child(root, "component"); n != NULL;
	     n = xml_next(n, "component")) {
		const char *key = text_of(s, n, "key");
		if (component_find(f, key) != NULL)
			return refuse(s, n,
			              N_("komponen \"%1\" sudah ada; setiap komponen hanya sekali"),
			              key);
		all[f->component_count] =
		    (struct fee_component){ .key = key,
			                    .label = text_of(s, n, "label"),
			                    .source = text_of(s, n, "source"),
			                    .per = per_of(text_of(s, n, "per")),
			                    .category = text_of(s, n, "category"),
			                    .tariff = text_of(s, n, "tariff"),
			                    .prodeo = yes_of(s, n, "prodeo"),
			                    .kept = yes_of(s, n, "kept"),
			                    .place = (int)number_of(s, n, "place"),
			                    .file = arena_text(s->a, xml_file(s->x)),
			                    .line = xml_line(n) };
		f->components = all;
		f->component_count++;
	}
	return true;
}

static bool names_known(struct source *s, const struct xml_node *n, const struct tariff_subject *t)
{
	if (!text_is_empty(t->type) && rulebook_type(s->book, t->type) == NULL)
		return refuse(s, n, N_("jenis perkara \"%1\" tidak ada di data/case-types.xml"),
		              t->type);
	if (!text_is_empty(t->alur) && rulebook_alur(s->book, t->alur) == NULL)
		return refuse(s, n, N_("alur \"%1\" tidak ada di data/case-types.xml"), t->alur);
	if (!text_is_empty(t->village) && rulebook_village(s->book, t->village) == NULL)
		return refuse(s, n, N_("desa \"%1\" tidak ada di data/areas.xml"), t->village);
	return true;
}

/* A call's tariff depends on its channel, and a bailiff's also on village or radius; no other
 * component does. The component may be in a file that is read later. */
static bool subject_fits(struct source *s, const struct xml_node *n, const struct tariff *t)
{
	const struct tariff_subject *of = &t->subject;
	bool placed = !text_is_empty(of->area) || !text_is_empty(of->village);
	if (!text_is_empty(of->channel) && rulebook_channel(s->book, of->channel) == NULL)
		return refuse(s, n, N_("kanal \"%1\" tidak ada di data/summons.xml"), of->channel);
	if (placed && !text_same(of->channel, "jurusita"))
		return refuse(
		    s, n,
		    N_("radius dan desa hanya untuk panggilan jurusita; hapus area dan village"));
	return names_known(s, n, of);
}

static bool tariff_read(struct source *s, const struct xml_node *n, struct tariff *t)
{
	*t = (struct tariff){ .component = text_of(s, n, "component"),
		              .subject = { .channel = text_of(s, n, "channel"),
		                           .village = text_of(s, n, "village"),
		                           .area = text_of(s, n, "area"),
		                           .type = text_of(s, n, "type"),
		                           .alur = text_of(s, n, "alur") },
		              .amount = number_of(s, n, "amount"),
		              .office = number_of(s, n, "office"),
		              .category = text_of(s, n, "category"),
		              .decree = text_of(s, n, "decree"),
		              .file = arena_text(s->a, xml_file(s->x)),
		              .line = xml_line(n) };
	if (!day_of(s, n, "from", &t->from) || !day_of(s, n, "to", &t->to) ||
	    !subject_fits(s, n, t))
		return false;
	if (t->office > t->amount)
		return refuse(s, n, N_("office melebihi amount; perbaiki bagian kantor"), "");
	if (t->to == DAY_NONE || t->from <= t->to)
		return true;
	return refuse(s, n, N_("berakhir (%1) sebelum berlaku (%2); tukar from dan to"),
	              text_of(s, n, "to"), text_of(s, n, "from"));
}

static bool fees_read(struct source *s, const struct xml_node *root)
{
	struct fees *f = &s->book->fees;
	if (!components_read(s, root))
		return false;
	struct tariff *all = grown(s, f->tariffs, f->tariff_count, count_of(root, "tariff"),
	                           sizeof *all);
	for (const struct xml_node *n = xml_child(root, "tariff"); n != NULL;
	     n = xml_next(n, "tariff")) {
		if (!tariff_read(s, n, &all[f->tariff_count]))
			return false;
		f->tariffs = all;
		f->tariff_count++;
	}
	return true;
}

/* ---- all files together ---- */

/* `text` has %1 for the place, %2 for the component. */
static bool refuse_at(struct source *s, const char *file, int line, const char *text,
                      const char *component)
{
	const char *place = arena_print(s->a, "%s:%d:", file, line);
	return fault_set(s->why, FAULT_MISUSE, text, place, component);
}

static bool refuse_row(struct source *s, const struct tariff *t, const char *text)
{
	return refuse_at(s, t->file, t->line, text, t->component);
}

static bool tariff_fits_component(struct source *s, const struct tariff *t)
{
	const struct fee_component *c = component_find(&s->book->fees, t->component);
	bool called = !text_is_empty(t->subject.channel);
	if (c == NULL)
		return refuse_row(
		    s, t, N_("%1 komponen \"%2\" tidak ada; pakai key salah satu <component>"));
	if (c->per == FEE_PER_CALL && !called)
		return refuse_row(
		    s, t, N_("%1 komponen \"%2\" dihitung menurut kanal; tambahkan channel"));
	if (c->per != FEE_PER_CALL && called)
		return refuse_row(
		    s, t,
		    N_("%1 komponen \"%2\" tidak dihitung menurut kanal; hapus channel dan area"));
	return true;
}

static bool component_has_tariff(struct source *s, const struct fee_component *c)
{
	const struct fees *f = &s->book->fees;
	for (size_t i = 0; i < f->tariff_count; i++) {
		const char *of = text_is_empty(c->tariff) ? c->key : c->tariff;
		if (text_same(f->tariffs[i].component, of))
			return true;
	}
	return refuse_at(
	    s, c->file, c->line,
	    N_("%1 komponen \"%2\" tanpa tarif; tambahkan <tariff component=\"%2\" …>"), c->key);
}

static int place_order(const void *a, const void *b)
{
	const struct fee_component *one = a, *other = b;
	return one->place - other->place;
}

static bool fees_whole(struct source *s)
{
	struct fees *f = &s->book->fees;
	struct fee_component *ordered = grown(s, f->components, f->component_count, 0,
	                                      sizeof *ordered);
	qsort(ordered, f->component_count, sizeof *ordered, place_order);
	f->components = ordered;
	for (size_t i = 0; i < f->tariff_count; i++) {
		if (!tariff_fits_component(s, &f->tariffs[i]))
			return false;
	}
	for (size_t i = 0; i < f->component_count; i++) {
		if (!component_has_tariff(s, &f->components[i]))
			return false;
	}
	return fees_check(f, s->why);
}

const struct data_file data_fees = { "data/fees", "data/xsd/fees.xsd", N_("Biaya"), fees_read,
	                             fees_whole };
