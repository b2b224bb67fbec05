/* data/case-types.xml: registers, kinds of cases, and the checklist of the step of verification. */
#include "private.h"

/* The checklist sends back to a step before this one. */
static const char verification[] = "verifikasi";

static void alurs_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "alur"), i = 0;
	struct alur *alurs = arena_get(s->a, count + 1, sizeof *alurs);
	struct choice *choices = list_make(s, "alur", count);
	for (const struct xml_node *n = xml_child(root, "alur"); n != NULL;
	     n = xml_next(n, "alur"), i++) {
		struct alur *alur = &alurs[i];
		*alur = (struct alur){ text_of(s, n, "id"), text_of(s, n, "code"),
			               text_of(s, n, "name") };
		choices[i] = (struct choice){ alur->id, alur->name, alur->code };
	}
	s->book->alurs = alurs;
	s->book->alur_count = count;
}

/* ---- kinds ---- */

/* Calls of a case that was not filed by e-Court; as of one that was, where nothing else is said. */
static int manual_of(struct source *s, const struct xml_node *n, const char *manual,
                     const char *usual)
{
	bool said = !text_is_empty(text_of(s, n, manual));
	return (int)number_of(s, n, said ? manual : usual);
}

static struct case_type type_read(struct source *s, const struct xml_node *n)
{
	return (struct case_type){ .id = text_of(s, n, "id"),
		                   .name = text_of(s, n, "name"),
		                   .alur = text_of(s, n, "alur"),
		                   .side1 = text_of(s, n, "side1"),
		                   .side2 = text_of(s, n, "side2"),
		                   .side4 = text_of(s, n, "side4"),
		                   .calls1 = (int)number_of(s, n, "calls1"),
		                   .calls2 = (int)number_of(s, n, "calls2"),
		                   .manual1 = manual_of(s, n, "manual1", "calls1"),
		                   .manual2 = manual_of(s, n, "manual2", "calls2"),
		                   .notice = yes_of(s, n, "notice"),
		                   .single_judge = yes_of(s, n, "single-judge"),
		                   .source = text_of(s, n, "source") };
}

static bool types_read(struct source *s, const struct xml_node *root, struct case_type *types)
{
	struct choice *choices = list_make(s, "jenis-perkara", s->book->type_count);
	size_t i = 0;
	for (const struct xml_node *n = xml_child(root, "type"); n != NULL;
	     n = xml_next(n, "type"), i++) {
		types[i] = type_read(s, n);
		const struct alur *alur = rulebook_alur(s->book, types[i].alur);
		if (alur == NULL)
			return refuse(
			    s, n, N_("alur \"%1\" tidak ada; pakai id salah satu <alur> di atas"),
			    types[i].alur);
		choices[i] = (struct choice){ types[i].id, types[i].name, alur->code };
	}
	return true;
}

/* ---- the checklist ---- */

struct check { /* an item, and the kinds it is for: none named means all */
	struct case_check item;
	const char *const *only;
	size_t only_count;
};

static bool check_read(struct source *s, const struct xml_node *n, struct check *out)
{
	out->item = (struct case_check){ .key = text_of(s, n, "key"),
		                         .label = text_of(s, n, "label"),
		                         .back_to = text_of(s, n, "back-to"),
		                         .source = text_of(s, n, "source"),
		                         .advice = yes_of(s, n, "advice") };
	out->only_count = words_of(s, n, "only", &out->only);
	for (size_t i = 0; i < out->only_count; i++) {
		if (rulebook_type(s->book, out->only[i]) == NULL)
			return refuse(
			    s, n,
			    N_("jenis perkara \"%1\" tidak ada; pakai id salah satu <type> di atas"),
			    out->only[i]);
	}
	int back = sop_number(&s->book->sop, out->item.back_to);
	if (back > 0 && back < sop_number(&s->book->sop, verification))
		return true;
	return refuse(
	    s, n,
	    N_("back-to=\"%1\" bukan langkah sebelum \"%2\"; pakai langkah yang dapat memperbaikinya"),
	    out->item.back_to, verification);
}

static bool check_is_for(const struct check *c, const char *type)
{
	for (size_t i = 0; i < c->only_count; i++) {
		if (text_same(c->only[i], type))
			return true;
	}
	return c->only_count == 0;
}

static void checks_give(struct source *s, const struct check *all, size_t count,
                        struct case_type *type)
{
	struct case_check *own = arena_get(s->a, count + 1, sizeof *own);
	for (size_t i = 0; i < count; i++) {
		if (check_is_for(&all[i], type->id))
			own[type->check_count++] = all[i].item;
	}
	type->checks = own;
}

static bool checklist_read(struct source *s, const struct xml_node *list, struct case_type *types)
{
	size_t count = count_of(list, "check"), i = 0;
	struct check *all = arena_get(s->a, count + 1, sizeof *all);
	for (const struct xml_node *n = xml_child(list, "check"); n != NULL;
	     n = xml_next(n, "check")) {
		if (!check_read(s, n, &all[i++]))
			return false;
	}
	for (size_t k = 0; k < s->book->type_count; k++)
		checks_give(s, all, count, &types[k]);
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
	return types_read(s, root, types) && checklist_read(s, checklist, types);
}

const struct data_file data_types = { "data/case-types.xml", "data/xsd/case-types.xsd",
	                              case_types_read, NULL };
