/* Which papers a filing needs, and which of them it has. */
#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

/* Papers that were handed in with the registrant's proof. */
static const struct {
	const char *kind, *field;
} with_registrant[] = {
	{ "ktp", "berkas_identitas" },        { "kta", "berkas_kta" },
	{ "kuasa", "berkas_kuasa" },          { "bas", "berkas_sumpah" },
	{ "izin_insidentil", "berkas_izin" }, { "hubungan", "berkas_hubungan" },
	{ "tugas", "berkas_tugas" },          { "pegawai", "berkas_pegawai" },
};

/* Asked of the filing as it stands, of its parties' form and of the others. */
bool case_asks(const struct rulebook *b, const struct filing *f, const struct case_when *w,
               struct arena *a)
{
	const struct values *pihak = filing_values(f, PIHAK);
	const struct form_scope scope = filing_scope(f, pihak, b->lists, b->list_count, DAY_NONE,
	                                             a);
	if (!field_shown(&w->whole, 0, &scope))
		return false;
	int rows = text_is_empty(w->some) ? 0 : values_rows(pihak, w->list);
	for (int row = 1; row <= rows; row++) {
		if (field_shown(&w->row, row, &scope))
			return true;
	}
	return text_is_empty(w->some);
}

/* The stored document of that kind; "" : none. */
static const char *handed_in(const char *kind, const struct filing *f, const struct values *suit)
{
	int rows = values_rows(suit, "berkas");
	for (int row = 1; row <= rows; row++) {
		const char *stored = values_get(suit, "berkas", row, "berkas");
		if (text_same(values_get(suit, "berkas", row, "jenis"), kind) &&
		    !text_is_empty(stored))
			return stored;
	}
	for (size_t i = 0; i < COUNT_OF(with_registrant); i++) {
		const char *stored = filing_value(f, PENDAFTAR, with_registrant[i].field);
		if (text_same(with_registrant[i].kind, kind) && !text_is_empty(stored))
			return stored;
	}
	return "";
}

const char *paper_label(const struct rulebook *b, const char *kind)
{
	const struct choices *list = choices_named(b->lists, b->list_count, "jenis-berkas");
	const struct choice *one = list == NULL ? NULL : choices_find(list, kind);
	return one == NULL ? kind : one->label;
}

size_t papers_needed(const struct rulebook *b, const struct filing *f, const struct values *suit,
                     struct arena *a, struct paper_need **out)
{
	size_t count = 0;
	*out = arena_get(a, b->paper_count + 1, sizeof **out);
	for (size_t i = 0; i < b->paper_count; i++) {
		const struct case_paper *p = &b->papers[i];
		if (!case_asks(b, f, &p->when, a))
			continue;
		const char *stored = handed_in(p->kind, f, suit);
		(*out)[count++] = (struct paper_need){ .kind = p->kind,
			                               .label = paper_label(b, p->kind),
			                               .source = p->source,
			                               .back_to = p->back_to,
			                               .stored = stored,
			                               .stops = p->stops,
			                               .follows = p->follows,
			                               .skum = p->skum,
			                               .there = !text_is_empty(stored) };
	}
	return count;
}
