/* data/case-types.xml: registers, kinds of cases, the papers they need, and the checklist of the
 * step of verification. */
#include "loket/acts.h"

#include "private.h"

static void alurs_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "alur"), i = 0;
	struct alur *alurs = arena_get(s->a, count + 1, sizeof *alurs);
	struct choice *choices = list_make(s, "alur", count);
	for (const struct xml_node *n = xml_child(root, "alur"); n != NULL;
	     n = xml_next(n, "alur"), i++) {
		struct alur *alur = &alurs[i];
		*alur = (struct alur){ .id = text_of(s, n, "id"),
			               .form = text_of(s, n, "register"),
			               .code = text_of(s, n, "code"),
			               .name = text_of(s, n, "name"),
			               .ceiling = number_of(s, n, "ceiling"),
			               .one_each = yes_of(s, n, "one-each"),
			               .no_ghaib = text_same(text_of(s, n, "ghaib"), "no") };
		choices[i] = (struct choice){ alur->id, alur->name, alur->code };
	}
	s->book->alurs = alurs;
	s->book->alur_count = count;
}

/* ---- kinds ---- */

/* What the register does not say apart is as the kind says, and calls of a case not filed by
 * e-Court are as those of one that was. */
static int calls_of(struct source *s, const struct xml_node *n, const char *name, int usual)
{
	return text_is_empty(text_of(s, n, name)) ? usual : (int)number_of(s, n, name);
}

static bool said_of(struct source *s, const struct xml_node *n, const char *name, bool usual)
{
	return text_is_empty(text_of(s, n, name)) ? usual : yes_of(s, n, name);
}

static struct case_sides sides_of(struct source *s, const struct xml_node *n, const char *alur,
                                  const struct case_sides *kind)
{
	struct case_sides out = { .alur = alur,
		                  .side1 = text_of(s, n, "side1"),
		                  .side2 = text_of(s, n, "side2"),
		                  .side4 = text_of(s, n, "side4"),
		                  .notice = said_of(s, n, "notice", kind->notice),
		                  .single_judge = said_of(s, n, "single-judge",
		                                          kind->single_judge) };
	out.calls1 = calls_of(s, n, "calls1", kind->calls1);
	out.calls2 = calls_of(s, n, "calls2", kind->calls2);
	out.manual1 = calls_of(s, n, "manual1", kind->manual1 > 0 ? kind->manual1 : out.calls1);
	out.manual2 = calls_of(s, n, "manual2", kind->manual2 > 0 ? kind->manual2 : out.calls2);
	return out;
}

static bool alur_known(struct source *s, const struct xml_node *n, const char *alur)
{
	return rulebook_alur(s->book, alur) != NULL ||
	       refuse(s, n, N_("alur \"%1\" tidak ada; pakai id salah satu <alur> di atas"), alur);
}

/* Those of registers named apart, then those of all others. */
static bool sides_read(struct source *s, const struct xml_node *type, struct case_type *out)
{
	const struct case_sides nothing = { 0 }, kind = sides_of(s, type, "", &nothing);
	size_t count = count_of(type, "sides");
	struct case_sides *sides = arena_get(s->a, count + 1, sizeof *sides);
	for (const struct xml_node *n = xml_child(type, "sides"); n != NULL;
	     n = xml_next(n, "sides")) {
		const char *alur = text_of(s, n, "alur");
		if (!alur_known(s, n, alur))
			return false;
		sides[out->side_count++] = sides_of(s, n, alur, &kind);
	}
	sides[out->side_count++] = kind;
	out->sides = sides;
	return true;
}

static bool allowed_read(struct source *s, const struct xml_node *n, struct case_type *out)
{
	bool usual = false;
	out->allowed_count = words_of(s, n, "allowed", &out->allowed);
	for (size_t i = 0; i < out->allowed_count; i++) {
		if (!alur_known(s, n, out->allowed[i]))
			return false;
		usual = usual || text_same(out->allowed[i], out->alur);
	}
	return usual ||
	       refuse(s, n, N_("alur \"%1\" tidak termasuk allowed; tambahkan di sana"), out->alur);
}

/* A party of side 2 is called, so that the panjar includes its calls. */
static bool calls_fit(struct source *s, const struct xml_node *n, const struct case_type *t)
{
	for (size_t i = 0; i < t->side_count; i++) {
		const struct case_sides *sides = &t->sides[i];
		const char *other = sides->side2;
		if (!text_is_empty(other) && (sides->calls2 == 0 || sides->manual2 == 0))
			return refuse(s, n,
			              N_("%1 tidak dipanggil: isi calls2 dan manual2 lebih dari 0"),
			              other);
	}
	return true;
}

static bool type_read(struct source *s, const struct xml_node *n, struct case_type *out)
{
	*out = (struct case_type){ .id = text_of(s, n, "id"),
		                   .name = text_of(s, n, "name"),
		                   .alur = text_of(s, n, "alur"),
		                   .first_hearing = (int)number_of(s, n, "first-hearing"),
		                   .source = text_of(s, n, "source") };
	return alur_known(s, n, out->alur) && allowed_read(s, n, out) && sides_read(s, n, out) &&
	       calls_fit(s, n, out);
}

static bool types_read(struct source *s, const struct xml_node *root, struct case_type *types)
{
	size_t count = s->book->type_count, i = 0;
	struct choice *choices = list_make(s, "jenis-perkara", count);
	const char **tags = arena_get(s->a, count + 1, sizeof *tags);
	list_tag(s, "jenis-perkara", tags);
	for (const struct xml_node *n = xml_child(root, "type"); n != NULL;
	     n = xml_next(n, "type"), i++) {
		if (!type_read(s, n, &types[i]))
			return false;
		const struct alur *alur = rulebook_alur(s->book, types[i].alur);
		choices[i] = (struct choice){ types[i].id, types[i].name, alur->code };
		tags[i] = text_of(s, n, "asks");
	}
	return true;
}

/* ---- papers and the checklist: asked of the filing, by its forms, which are read later ---- */

static struct case_when when_read(struct source *s, const struct xml_node *n)
{
	const char *list = text_of(s, n, "list");
	return (struct case_when){ .if_ = text_of(s, n, "if"),
		                   .some = text_of(s, n, "some"),
		                   .list = text_is_empty(list) ? PIHAK : list,
		                   .line = xml_line(n) };
}

/* A step that stands before verification, and can mend what is lacking. */
static bool back_read(struct source *s, const struct xml_node *n, const char *usual,
                      const char **out)
{
	const char *named = text_of(s, n, "back-to");
	*out = text_is_empty(named) ? usual : named;
	int back = sop_number(&s->book->sop, *out);
	if (back > 0 && back < sop_number(&s->book->sop, VERIFIKASI))
		return true;
	return refuse(
	    s, n,
	    N_("back-to=\"%1\" bukan langkah sebelum \"%2\"; pakai langkah yang dapat memperbaikinya"),
	    *out, VERIFIKASI);
}

static bool papers_read(struct source *s, const struct xml_node *list)
{
	struct case_paper *all = arena_get(s->a, count_of(list, "paper") + 1, sizeof *all);
	for (const struct xml_node *n = xml_child(list, "paper"); n != NULL;
	     n = xml_next(n, "paper")) {
		struct case_paper *one = &all[s->book->paper_count++];
		*one = (struct case_paper){ .kind = text_of(s, n, "kind"),
			                    .source = text_of(s, n, "source"),
			                    .stops = text_same(text_of(s, n, "need"), "stops"),
			                    .follows = text_same(text_of(s, n, "need"), "warns"),
			                    .skum = text_same(text_of(s, n, "need"), "skum"),
			                    .when = when_read(s, n) };
		if (!back_read(s, n, GUGATAN, &one->back_to))
			return false;
	}
	s->book->papers = all;
	return true;
}

static bool is_paper(const struct rulebook *b, const char *key)
{
	for (size_t i = 0; i < b->paper_count; i++) {
		if (text_same(b->papers[i].kind, key))
			return true;
	}
	return false;
}

/* Papers are items by their kind, so an item has another name. */
static bool checklist_read(struct source *s, const struct xml_node *list)
{
	struct case_check *all = arena_get(s->a, count_of(list, "check") + 1, sizeof *all);
	for (const struct xml_node *n = xml_child(list, "check"); n != NULL;
	     n = xml_next(n, "check")) {
		struct case_check *one = &all[s->book->check_count++];
		*one = (struct case_check){ .key = text_of(s, n, "key"),
			                    .label = text_of(s, n, "label"),
			                    .source = text_of(s, n, "source"),
			                    .by = text_of(s, n, "by"),
			                    .advice = yes_of(s, n, "advice"),
			                    .when = when_read(s, n) };
		one->of_count = words_of(s, n, "of", &one->of);
		if (is_paper(s->book, one->key))
			return refuse(
			    s, n, N_("key=\"%1\" sudah menjadi berkas di atas; pakai yang lain"),
			    one->key);
		if (!back_read(s, n, "", &one->back_to))
			return false;
	}
	s->book->checks = all;
	return true;
}

static bool case_types_read(struct source *s, const struct xml_node *root)
{
	const struct xml_node *checklist = xml_child(root, "checklist");
	if (!keys_differ(s, root, "alur", "id") || !keys_differ(s, root, "type", "id") ||
	    !keys_differ(s, checklist, "check", "key"))
		return false;
	s->book->type_count = count_of(root, "type");
	struct case_type *types = arena_get(s->a, s->book->type_count + 1, sizeof *types);
	s->book->types = types;
	alurs_read(s, root);
	return types_read(s, root, types) && papers_read(s, xml_child(root, "papers")) &&
	       checklist_read(s, checklist);
}

const struct data_file data_types = { "data/case-types.xml", "data/xsd/case-types.xsd",
	                              N_("Jenis perkara"), case_types_read, NULL };
