/* Which papers a filing needs, and which of them it has. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* Papers that were handed in with the registrant's proof. */
static const struct {
	const char *kind, *field;
} with_registrant[] = {
	{ "ktp", "berkas_identitas" },
	{ "kta", "berkas_kta" },
	{ "kuasa", "berkas_kuasa" },
};

static bool any_ghaib(const struct values *pihak)
{
	int rows = values_rows(pihak, PIHAK);
	for (int row = 1; row <= rows; row++) {
		if (text_same(values_get(pihak, PIHAK, row, "ghaib"), "ya"))
			return true;
	}
	return false;
}

static bool applies(const struct case_paper *p, const struct filing *f)
{
	const struct values *pihak = filing_values(f, PIHAK);
	if (!text_is_empty(p->registrants) &&
	    !roles_include(p->registrants, filing_value(f, AKUN, "jenis")))
		return false;
	if (text_same(p->if_, "ghaib"))
		return any_ghaib(pihak);
	return !text_same(p->if_, "prodeo") || text_same(values_of(pihak, "prodeo"), "ya");
}

static bool is_there(const char *kind, const struct filing *f, const struct values *suit)
{
	int rows = values_rows(suit, "berkas");
	for (int row = 1; row <= rows; row++) {
		if (text_same(values_get(suit, "berkas", row, "jenis"), kind) &&
		    !text_is_empty(values_get(suit, "berkas", row, "berkas")))
			return true;
	}
	for (size_t i = 0; i < COUNT_OF(with_registrant); i++) {
		if (text_same(with_registrant[i].kind, kind) &&
		    !text_is_empty(filing_value(f, PENDAFTAR, with_registrant[i].field)))
			return true;
	}
	return false;
}

static const char *paper_label(const struct rulebook *b, const char *kind)
{
	const struct choices *list = choices_named(b->lists, b->list_count, "jenis-berkas");
	const struct choice *one = list == NULL ? NULL : choices_find(list, kind);
	return one == NULL ? kind : one->label;
}

size_t papers_needed(const struct rulebook *b, const struct filing *f, const struct values *suit,
                     struct arena *a, struct paper_need **out)
{
	const struct case_type *type = rulebook_type(b, filing_value(f, PIHAK, "perkara_jenis"));
	size_t count = 0, most = type == NULL ? 0 : type->paper_count;
	*out = arena_get(a, most + 1, sizeof **out);
	for (size_t i = 0; i < most; i++) {
		const struct case_paper *p = &type->papers[i];
		if (applies(p, f))
			(*out)[count++] =
			    (struct paper_need){ .kind = p->kind,
				                 .label = paper_label(b, p->kind),
				                 .source = p->source,
				                 .stops = p->stops,
				                 .skum = p->skum,
				                 .there = is_there(p->kind, f, suit) };
	}
	return count;
}
